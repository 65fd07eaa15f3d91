"""The stance words, ready to look up and to find in text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claims.wordlists import read_pairs, read_words

_STANCE = Path(__file__).parent / "data" / "stance.txt"
_OPENING = re.compile(r"(?<![\w-])[a-z]+|'")
"""What a hedge can open with: the first letters of a word, or the mark of "'ll"."""


def band_of(level: str) -> str:
    """Return the band of a level."""
    return read_pairs(_STANCE)["bands"][level]


@cache
def level_of_cue(cue: str) -> str | None:
    """Return the level that a cue as printed gives: "expressed hope" gives hoped, "said" said; None if not known."""
    words = re.findall(r"[a-z]+", cue.lower())
    nouns, verbs = read_pairs(_STANCE)["cue nouns"], _verb_forms()
    found = [nouns[word] for word in words if word in nouns and len(words) > 1]
    found += [verbs[word] for word in words if word in verbs]
    if "confirmed" in found and not words_of("withheld").isdisjoint(words):
        return "possible"
    return found[0] if found else None


def level_of_hedge(words: str) -> str:
    """Return the level of a hedge in normal form."""
    lists = read_pairs(_STANCE)
    return lists["hedges"].get(words) or lists["officially"][words]


def is_hedge(words: str) -> bool:
    """Tell whether ``words``, as printed, are one of the hedges that stand inside a statement."""
    return words.lower().replace("’", "'") in read_pairs(_STANCE)["hedges"]


class Hedge(NamedTuple):
    """A hedge in a text in lower case."""

    words: str
    start: int
    end: int


def find_phrases(low: str) -> Iterator[Hedge]:
    """Yield the hedges of a text in lower case, none within another; the longest at a place wins.

    They are looked up by their first words: a pattern of them all takes as long to compile as fifty sentences to read.
    """
    phrases = _phrases_by_word()
    if phrases.keys().isdisjoint(_OPENING.findall(low)):
        return
    end = 0
    for match in _OPENING.finditer(low):
        start = match.start()
        if start < end or match[0] not in phrases:
            continue
        found = next((words for words in phrases[match[0]] if _stands_at(low, words, start)), None)
        if found is not None:
            end = start + len(found)
            yield Hedge(found, start, end)


def _stands_at(low: str, words: str, start: int) -> bool:
    if not low.startswith(words, start):
        return False
    after = low[start + len(words) : start + len(words) + 1]
    return not (after.isalnum() or after in ("_", "-"))


@cache
def _phrases_by_word() -> dict[str, list[str]]:
    """Return the hedges by the letters or the mark that they open with, the longest first."""
    lists = read_pairs(_STANCE)
    found: dict[str, list[str]] = {}
    for phrase in sorted({*lists["hedges"], *lists["officially"]}, key=len, reverse=True):
        if match := _OPENING.match(phrase):
            found.setdefault(match[0], []).append(phrase)
    return found


def classing_words() -> dict[str, str]:
    """Return the participles that class what is counted, with the level each gives: suspected, confirmed."""
    return read_pairs(_STANCE)["classes"]


@cache
def words_of(section: str) -> frozenset[str]:
    """Return the entries of a plain section."""
    return read_words(_STANCE)[section]


@cache
def _verb_forms() -> dict[str, str]:
    """Return the inflected forms of the cue verbs with their level."""
    forms: dict[str, str] = {}
    for verb, level in read_pairs(_STANCE)["cue verbs"].items():
        stem = verb.removesuffix("e")
        endings = [verb, verb + "s", stem + "ed", stem + "ing"]
        if verb.endswith("y"):
            endings += [verb[:-1] + "ies", verb[:-1] + "ied"]
        endings += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
        forms.update(dict.fromkeys(endings, level))
    return forms | {"said": "said", "told": "said", "thought": "possible", "wrote": "said", "foresaw": "expected"}
