"""Distortions of quotations and of who is credited with words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from bench.distortions.passage import Edit, Edits, Passage, any_of, list_pairs, list_words

_CONTENT = re.compile(r"(?<![\w’'-])[a-z]{4,}(?![\w’'-])")
FEWEST_WORDS = 4
"""Words a quotation must have for one of them to be altered or left out."""


def alter_quotation(passage: Passage, random: Random) -> Edits:
    """Put another word for one between quotation marks."""
    found = list(_quoted_words(passage))
    known = [match for match in found if match.group() in list_pairs("quotes", "altered")]
    if known:
        chosen = random.choice(known)
        return (Edit(*chosen.span(), list_pairs("quotes", "altered")[chosen.group()]),)
    if not found:
        return ()
    chosen = random.choice(found)
    ending = next((end for end in ("ing", "ed", "ly", "s") if chosen.group().endswith(end)), "")
    strays = sorted(list_words("quotes", f"stray {ending}".strip()) - {chosen.group()})
    return (Edit(*chosen.span(), random.choice(strays)),)


def drop_quoted_word(passage: Passage, random: Random) -> Edits:
    """Leave a word out of the middle of a quotation, without an ellipsis."""
    found = [
        match
        for match in _quoted_words(passage)
        if re.search(r"[\w’'] $", passage.text[: match.start()]) and re.match(r" [a-z]", passage.text[match.end() :])
    ]
    if not found:
        return ()
    chosen = random.choice(found)
    return (Edit(chosen.start(), chosen.end() + 1, ""),)


def _quoted_words(passage: Passage) -> Iterator[re.Match[str]]:
    plain = list_words("quotes", "small")
    for start, end in passage.quoted:
        if len(passage.text[start:end].split()) >= FEWEST_WORDS:
            for match in _CONTENT.finditer(passage.text, start, end):
                if match.group() not in plain:
                    yield match


def swap_quoted_speaker(passage: Passage, random: Random) -> Edits:
    """Credit a quotation to another person."""
    return _swap_speaker(passage, random) if passage.quoted else ()


def swap_speaker(passage: Passage, random: Random) -> Edits:
    """Credit a paraphrase to another person."""
    return () if passage.quoted else _swap_speaker(passage, random)


def _swap_speaker(passage: Passage, random: Random) -> Edits:
    """Put another person the article credits, or an invented one, for the one who is credited."""
    found = [(name, match) for name in passage.people for match in _credits(passage, name)]
    if not found:
        return ()
    name, match = random.choice(found)
    surname = match["name"] != name
    others = [other for other in passage.people if other != name and other.split()[-1] not in passage.text]
    invented = list_words("quotes", "people") - set(passage.people)
    other = random.choice(others) if surname and others else random.choice(sorted(invented))
    return (Edit(*match.span("name"), other.split()[-1] if surname and others else other),)


def _credits(passage: Passage, name: str) -> Iterator[re.Match[str]]:
    """Yield where the name, or the surname alone, stands beside a verb of saying."""
    verbs = any_of(list_words("reporting", "verbs"))
    printed = rf"(?P<name>{re.escape(name)}|{re.escape(name.rsplit(maxsplit=1)[-1])})"
    outside = r"(?:,\s[^,.“”\"]{3,80},)?"
    for pattern in (
        rf"\b{printed}{outside}\s(?:{verbs})\b",
        rf"\b(?!told\b|informed\b)(?:{verbs})\s(?:[\w-]+\s){{0,3}}?{printed}(?=[,.]|\sof\b)",
        rf"\b[Aa]ccording to (?:[\w-]+\s){{0,3}}?{printed}",
    ):
        for match in re.finditer(pattern, passage.text):
            whole = match["name"] == name or not passage.text[: match.end("name")].endswith(name)
            if whole and not passage.is_quoted(Edit(*match.span("name"), "")):
                yield match
