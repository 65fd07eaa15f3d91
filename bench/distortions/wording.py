"""Distortions of wording: a hedge dropped, a negation turned, a title made stale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random

from bench.distortions.passage import Edit, Edits, Passage, any_of, list_pairs, list_words, restore_case


@cache
def _exchange_pattern(name: str, section: str) -> re.Pattern[str]:
    words = any_of(list_pairs(name, section))
    return re.compile(rf"(?<![\w’'-])(?:{words})(?![\w’'-])", re.IGNORECASE)


def _exchanges(passage: Passage, name: str, section: str) -> Iterator[Edit]:
    """Yield an edit for each word of the section; one that is exchanged for nothing takes its space along."""
    pairs = list_pairs(name, section)
    for match in _exchange_pattern(name, section).finditer(passage.text):
        if match.group()[0].isupper() and re.search(r"[\w,]\s$", passage.text[: match.start()]):
            continue  # a name, or the month of May
        other = pairs[match.group().casefold()]
        if other == "-":
            yield _cut(passage, match)
        else:
            yield Edit(*match.span(), restore_case(match.group(), other))


def _cut(passage: Passage, match: re.Match[str]) -> Edit:
    """Take the word out with the space behind it; the next word inherits the capital of a sentence's first."""
    text, (start, end) = passage.text, match.span()
    end += start == 0 and text[end : end + 1] == ","
    end += len(text[end:]) - len(text[end:].lstrip(" "))
    if start == 0 and end < len(text):
        return Edit(start, end + 1, text[end].upper())
    return Edit(start, end, "")


def _pick(edits: Iterator[Edit], random: Random) -> Edits:
    found = list(edits)
    return (random.choice(found),) if found else ()


@cache
def _figure() -> re.Pattern[str]:
    """Return the pattern of an amount, no time of day."""
    numbers = any_of(list_pairs("numbers", "words"))
    clock = r"\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b"
    return re.compile(rf"\s(?!{clock})[$€£¥]?(?:[A-Z]{{1,3}}\s?)?(?:\d|half\b|(?i:{numbers})\b)")


def drop_figure_hedge(passage: Passage, random: Random) -> Edits:
    """Drop a word that hedges or bounds a figure: about, some, at least, more than."""
    hedges = _exchange_pattern("hedges", "figures").finditer(passage.text)
    numbered = (_cut(passage, match) for match in hedges if _figure().match(passage.text, match.end()))
    return _pick(numbered, random)


def drop_hedge(passage: Passage, random: Random) -> Edits:
    """Drop or harden a word that says how sure something is: may, could, reportedly, is expected to."""
    return _pick(_exchanges(passage, "hedges", "certainty"), random)


def insert_negation(passage: Passage, random: Random) -> Edits:
    """Put "not" behind an auxiliary."""
    words = any_of(list_words("negations", "auxiliaries"))
    found = re.finditer(
        rf"(?<![\w’'-])(?:{words})(?=\s(?!not\b|no\b|never\b|n’t|nothing\b|neither\b)[a-z])", passage.text
    )
    return _pick((Edit(m.end(), m.end(), " not") for m in found if m.start() > 0), random)


def remove_negation(passage: Passage, random: Random) -> Edits:
    """Take a negation out."""
    return _pick(_exchanges(passage, "negations", "removed"), random)


def turn_denial(passage: Passage, random: Random) -> Edits:
    """Make a denial a confirmation, or the other way about."""
    objects = any_of(list_words("negations", "objects"))
    turned = _exchanges(passage, "negations", "turned")
    followed = re.compile(rf".*\b(?:{objects})(?:\s|$)")
    return _pick((e for e in turned if followed.match(passage.text[e.start : e.end] + _next_word(passage, e))), random)


def _next_word(passage: Passage, edit: Edit) -> str:
    return " ".join(["", *passage.text[edit.end :].split(maxsplit=1)[:1]])


def make_title_stale(passage: Passage, random: Random) -> Edits:
    """Put "former" or "deputy" before a title that stands with a name."""
    return _pick(_stale_titles(passage, random.choice(("former", "deputy"))), random)


@cache
def _titled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    titles = any_of(list_words("titles", "titles"))
    ranked = any_of(list_words("titles", "modifiers"))
    name = r"[A-Z][\w’'-]*[a-z]"
    return (
        re.compile(rf"(?<![\w’'-])(?P<title>(?i:(?:(?:{ranked})\s)*(?:{titles})))\s(?={name})"),
        re.compile(
            rf"{name}\s{name},\s(?:the\s|its\s|an?\s)?(?P<title>(?i:(?:(?:{ranked})\s)*(?:{titles})))(?=\s(?:of|at|for)\b|,)"
        ),
    )


def _stale_titles(passage: Passage, modifier: str) -> Iterator[Edit]:
    stale = list_words("titles", "stale")
    for pattern in _titled():
        for match in pattern.finditer(passage.text):
            title, start = match["title"], match.start("title")
            before = passage.text[:start].split()
            if title.split()[0].casefold() in stale or (before and before[-1].casefold() in stale):
                continue
            country = title.split()[0].casefold() in list_words("titles", "countries")
            word = "former" if country else modifier
            capital = title[:1].isupper() and (word == "deputy" or start == 0)
            yield Edit(start, start, f"{word.title() if capital else word} ")
