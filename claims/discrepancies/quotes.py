"""The words inside quotation marks, and how two quotations of one utterance differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.discrepancies.blocks import find_blocks, list_steps
from claims.discrepancies.rule import Setting
from claims.figures.lexicon import numbers
from claims.model import Article, Attribution
from claims.patterns import lazy
from claims.statements import Region, find_quotation_marks
from claims.text import fold_spelling, normalise
from claims.wordlists import read_pairs

LEAST_ALIKE = 0.5
"""Two passages are one utterance when at least this share of the shorter one's words stands in the other, in order."""
FEWEST_WORDS = 4
"""Shorter quoted fragments are too common to call altered."""

_LONGEST_CREDIT = 90
"""Characters of a credit that stands between the halves of a quotation."""
_MARKS = "\"“”‘’'«»„`, "
_WORD = re.compile(r"\w+(?:['.,]\w+)*")
_PERCENT = re.compile(r"%|\bpercent\b")
_ELLIPSIS = lazy(r"\.\.\.|…|\[[^\]]*\]|\. \. \.")


class Alteration(NamedTuple):
    """The first stretch at which two quotations of one utterance differ."""

    ours: str
    theirs: str


def quoted_passages(attribution: Attribution, setting: Setting) -> Sequence[str]:
    """Return the quotations that the statement has a part in, each whole and without its marks."""
    return setting.once(_read_passages, attribution)


def _read_passages(attribution: Attribution, setting: Setting) -> Sequence[str]:
    statement = attribution.statement
    text = setting.article_of(attribution).text
    return [
        passage
        for region in _regions(setting.article_of(attribution))
        if region.start < statement.end and statement.start < region.end
        if (passage := text[region.start : region.end].strip(_MARKS))
    ]


def whole_quotations(attribution: Attribution, setting: Setting) -> Sequence[str]:
    """Return the quotations of the statement, the two halves of one that the credit interrupts put together.

    "“We count names,” Renn said, “not thousands.”" is one; a full stop behind the credit begins another.
    """
    return setting.once(_read_whole, attribution)


def _read_whole(attribution: Attribution, setting: Setting) -> Sequence[str]:
    statement, cue = attribution.statement, attribution.credit.cue
    text = setting.article_of(attribution).text
    found: list[str] = []
    end = None
    for region in _regions(setting.article_of(attribution)):
        if region.start >= statement.end or region.end <= statement.start:
            continue
        passage = text[region.start : region.end].strip(_MARKS)
        between = text[end : region.start] if end is not None else ""
        if found and cue and cue in between and len(between) <= _LONGEST_CREDIT and "." not in between:
            found[-1] = f"{found[-1]} {passage}"
        elif passage:
            found.append(passage)
        end = region.end
    return found


def quoted_words(attribution: Attribution, setting: Setting) -> tuple[str, ...]:
    """Return the quoted words in normal form, contractions written out, marked omissions as "…"."""
    return setting.once(_read_words, attribution)


def _read_words(attribution: Attribution, setting: Setting) -> tuple[str, ...]:
    return tuple(word for passage in quoted_passages(attribution, setting) for word in split_words(passage))


@lru_cache(maxsize=4096)
def split_words(passage: str) -> tuple[str, ...]:
    """Split a quotation in words of normal form; an ellipsis or a bracketed insertion becomes "…".

    >>> split_words("We don't count [them] in thousands...")
    ('we', 'do', 'not', 'count', '…', 'in', 'thousands', '…')
    >>> split_words("10 organisers and 5% more") == split_words("ten organizers and five per cent more")
    True
    >>> split_words("72 hours") == split_words("Seventy-two hours")
    True
    """
    words: list[str] = []
    for number, stretch in enumerate(_ELLIPSIS.split(passage)):
        if number:
            words.append("…")
        for match in _WORD.finditer(_PERCENT.sub(" per cent ", normalise(stretch))):
            for word in _contractions().get(match.group(), match.group()).split():
                words.extend(_plain(word).split())
    return tuple(words)


def _plain(word: str) -> str:
    """Return one form of a word: one spelling, numbers below a hundred in words, large ones without commas."""
    if word[0].isdigit():
        number = word.replace(",", "")
        return _number_words().get(number, number)
    return fold_spelling(word)


@cache
def _number_words() -> dict[str, str]:
    """Return the words for two to ninety-nine, without hyphens; of two spellings the first."""
    ones, tens = (
        {round(value): word for word, value in reversed(list(numbers("scales", section).items()))}
        for section in ("ones", "tens")
    )
    joined = {ten + one: f"{tens[ten]} {ones[one]}" for ten in tens for one in range(1, 10)}
    return {str(value): word for value, word in {**joined, **tens, **ones}.items() if value > 1}


@lru_cache(maxsize=4096)
def share_alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Return the share of the shorter quotation's words that stand in the other in the same order, 0 to 1."""
    if not ours or not theirs:
        return 0.0
    return sum([size for _, _, size in find_blocks(ours, theirs)]) / min(len(ours), len(theirs))


def find_alteration(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Alteration | None:
    """Return where two quotations of one utterance differ; None where one only quotes more than the other.

    Words before the first and after the last shared one are what one outlet left out; a gap that either side marks
    with an ellipsis is declared.

    >>> find_alteration(split_words("we count names not thousands"), split_words("we count in names not thousands"))
    Alteration(ours='', theirs='in')
    >>> find_alteration(split_words("we count names"), split_words("we count names not thousands"))
    """
    steps = list(list_steps(find_blocks(ours, theirs), (len(ours), len(theirs))))
    while steps and steps[0][0] in {"insert", "delete"}:
        steps.pop(0)
    while steps and steps[-1][0] in {"insert", "delete"}:
        steps.pop()
    for kind, a, b, c, d in steps:
        if kind == "equal" or "…" in ours[a:b] or "…" in theirs[c:d]:
            continue
        return Alteration(" ".join(ours[a:b]), " ".join(theirs[c:d]))
    return None


def _regions(article: Article) -> list[Region]:
    return _find_regions(article.text, tuple((block.start, block.end) for block in article.blocks))


@lru_cache(maxsize=64)
def _find_regions(text: str, paragraphs: tuple[tuple[int, int], ...]) -> list[Region]:
    return find_quotation_marks(text, paragraphs)


@cache
def _contractions() -> dict[str, str]:
    return read_pairs(Path(__file__).parent / "data" / "contractions.txt")[""]
