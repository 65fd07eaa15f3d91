"""Tokens and sentences of a text, each token with the quotation that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from claims.attribution.lexicon import ABBREVIATIONS, PREPOSITIONS, SPEECH, verb_forms
from claims.statements import Region, split_paragraphs

# The first line holds common cases of the others, for speed: a plain word before a blank or a comma, such marks.
_TOKEN = re.compile(
    r"[A-Za-z]++(?=[ ,\n])|[,.]"
    r"|''|``|--|[A-Z]\.(?=\s[A-Z])|[A-Za-z](?:\.[A-Za-z])+\.?"
    r"|\d+(?:-[^\W\d_]{2,})+|\d+(?:[.,:]\d+)*%?|[’'](?:s|re|ve|ll|d|m|t)\b"
    r"|[^\W\d_]+(?:-[^\W\d_]+|[’'][^\W\d_]+)*?(?=[’'](?:s|re|ve|ll|d|m)\b)|[^\W_]+(?:-[^\W_]+|[’'][^\W_]+)*|\S"
)


_MARKS = frozenset(('"', "“", "”", "''", "``", "«", "»"))
_start_of = attrgetter("start")
_LONGEST_SPEAKER = 16
_LONGEST_SENTENCE = 2500
_PART = 300


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word or mark; ``region`` is the number of its quotation, -1 outside marks."""

    text: str
    lower: str
    start: int
    end: int
    region: int

    @property
    def quoted(self) -> bool:
        """Tell whether it stands in quotation marks."""
        return self.region >= 0

    @property
    def named(self) -> bool:
        """Tell whether it is written as a name: with a capital, or capitals inside as iNews."""
        first = self.text[0]
        return first.isalpha() and (first.isupper() or not self.text.islower()) and not first.isdigit()


@dataclass(slots=True, eq=False, repr=False)
class Sentence:
    """Tokens of one sentence; sentences whose break lies inside one quotation are taken together."""

    tokens: list[Token]
    paragraph: int
    headline: bool
    last: bool
    """It ends its paragraph."""


def read_sentences(
    text: str, paragraphs: Sequence[tuple[int, int]], regions: Sequence[Region], headlines: Iterable[tuple[int, int]]
) -> list[Sentence]:
    """Return the sentences of the paragraphs in order; the paragraphs in ``headlines`` are marked as such."""
    titles = set(headlines)
    sentences: list[Sentence] = []
    mark = 0
    splits = split_paragraphs(text, tuple(paragraphs))
    for number, ((start, end), spans) in enumerate(zip(paragraphs, splits, strict=True)):
        tokens = _tokenise(text, start, end)
        mark = _mark_quoted(tokens, regions, mark)
        tokens = [token for token in tokens if token.text not in _MARKS or token.quoted]
        groups = [part for group in _group(tokens, spans) for part in _cut(group)]
        for place, group in enumerate(groups):
            sentences.append(Sentence(group, number, (start, end) in titles, place == len(groups) - 1))
    return sentences


def _tokenise(text: str, start: int, end: int) -> list[Token]:
    low = text[start:end].lower().replace("’", "'")
    spans = _join_abbreviations(text, [match.span() for match in _TOKEN.finditer(text, start, end)])
    if len(low) != end - start:  # a few letters grow in lower case
        return [Token(word := text[a:b], word.lower().replace("’", "'"), a, b, -1) for a, b in spans]
    return [Token(text[a:b], low[a - start : b - start], a, b, -1) for a, b in spans]


def _join_abbreviations(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give "Sen" and "Inc" their full stops: as a part of the pattern so many words take long to compile."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        stops = text[start] == "." and joined and joined[-1][1] == start and text[slice(*joined[-1])] in ABBREVIATIONS
        joined.append((joined.pop()[0] if stops else start, end))
    return joined


def _mark_quoted(tokens: Sequence[Token], regions: Sequence[Region], mark: int) -> int:
    """Number the tokens in regions, the first of which may be ``mark``; return the region to go on with."""
    last = tokens[-1].start if tokens else 0
    place = 0
    while mark < len(regions) and regions[mark].start <= last:
        start, end, _ = regions[mark]
        place = bisect_left(tokens, start, place, key=_start_of)
        while place < len(tokens) and tokens[place].start < end:
            tokens[place].region = mark
            place += 1
        if end > last:
            break
        mark += 1
    return mark


def _group(tokens: list[Token], spans: Sequence[tuple[int, int]]) -> Iterator[list[Token]]:
    group: list[Token] = []
    here = 0
    for _, end in spans:
        begun = here
        while here < len(tokens) and tokens[here].start < end:
            here += 1
        if begun == here:
            continue
        if group and not _goes_on(group, tokens, begun, here):
            yield group
            group = []
        group.extend(tokens[begun:here])
    if group:
        yield group


def _cut(group: list[Token]) -> Iterator[list[Token]]:
    """Yield a sentence whole, or in parts where it is too long to be one: reading looks back and forth in it."""
    if len(group) <= _LONGEST_SENTENCE:
        yield group
        return
    for start in range(0, len(group), _PART):
        yield group[start : start + _PART]


def _goes_on(group: list[Token], tokens: list[Token], begun: int, end: int) -> bool:
    """Tell whether a sentence goes on: its break lies in a quotation, or only ``NAME said`` follows one."""
    before = group[-1]
    if before.quoted and before.region == tokens[begun].region:
        return True
    if not before.quoted or len(group) < 2 or group[-2].text not in ("?", "!") or tokens[begun].quoted:
        return False
    for place in range(begun + 1, min(end, begun + _LONGEST_SPEAKER)):
        if verb_forms().get(tokens[place].lower) in SPEECH and not tokens[place].text[0].isupper():
            return place + 1 >= end or _ends_clause(tokens[place + 1])
        if tokens[place].quoted or tokens[place].text in (";", ":", "."):
            return False
    return False


def _ends_clause(token: Token) -> bool:
    return token.quoted or token.text in (".", ",") or token.lower in PREPOSITIONS or token.lower.endswith("ly")
