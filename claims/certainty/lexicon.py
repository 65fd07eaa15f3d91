"""The stance words, ready to look up and to find in text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claims.wordlists import read_pairs, read_words

_STANCE = Path(__file__).parent / "data" / "stance.txt"


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


@cache
def hedges() -> re.Pattern[str]:
    """Return the pattern of all hedges, on lower case; the longest at a place wins."""
    lists = read_pairs(_STANCE)
    phrases = {*lists["hedges"], *lists["officially"]}
    return re.compile(r"(?:(?<![\w-])|(?='))" + _branch(phrases) + r"(?![\w-])")


def _branch(phrases: set[str]) -> str:
    """Return a pattern of the phrases that tries each opening letter once, the longest phrase first."""
    after: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        after.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return "(?:" + "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in after.items()) + ")"


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
