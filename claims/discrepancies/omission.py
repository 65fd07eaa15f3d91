"""omission: a caveat or a rival figure that one article gives and the other leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from claims.attribution.compare import same_speaker
from claims.discrepancies.rule import Difference, Setting, find_spot, shorten
from claims.figures import word_figure
from claims.model import Article, Attribution
from claims.wordlists import read_words


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report a caveat or a rival figure beside a speaker's claim that the other article nowhere has.

    One outlet adds that it could not verify the ministry's count, the other prints the count alone; or it sets the
    charity's count, which is another, beside the ministry's. Plain detail that one adds is never an omission.

    >>> compare_sentences(
    ...     "omission",
    ...     "The army said 120 rebels were killed, offering no evidence.",
    ...     "The army said 120 rebels were killed on Monday.",
    ... )
    Northern Wire adds “offering no evidence”; Harbour Post has no such caveat.
    """
    if not (same_speaker(a, b) or (setting.rivals and _is_one_count(a, b, setting))):
        return None
    for careful, other in ((a, b), (b, a)):
        found = _find_caveat(careful, other, setting) or _find_rival(careful, other, setting)
        if found:
            return found if careful is a else replace(found, values=(found.values[1], found.values[0]))
    return None


def _find_caveat(careful: Attribution, other: Attribution, setting: Setting) -> Difference | None:
    if not same_speaker(careful, other):
        return None
    caveat = _caveat_beside(careful, setting.article_of(careful))
    if not caveat or _caveats().search(setting.article_of(other).text):
        return None
    message = f"{careful.outlet.name} adds “{shorten(caveat)}”; {other.outlet.name} has no such caveat."
    return Difference((caveat, "no caveat"), message)


def _find_rival(careful: Attribution, other: Attribution, setting: Setting) -> Difference | None:
    """Report that only one article tells who disputes the figure that both have."""
    rival = setting.rivals.get(find_spot(careful))
    if (
        rival is None
        or other.outlet.speaks_for
        or other.statement.article in rival.known_in
        or not _is_one_count(careful, other, setting)
    ):
        return None
    figure = next(y for x in careful.figures for y in other.figures if x.low == y.low and x.high == y.high)
    given = f"{rival.figure} by {rival.source}"
    return Difference(
        (given, "no rival figure"),
        f"{careful.outlet.name} gives {given} too; {other.outlet.name} only {word_figure(figure)} by "
        f"{setting.source_of(other)}.",
    )


def _is_one_count(a: Attribution, b: Attribution, setting: Setting) -> bool:
    """Tell whether both print one value of one source, which the outlet may leave unnamed."""
    if not any(x.low == y.low and x.high == y.high for x in a.figures for y in b.figures):
        return False
    one, two = setting.source_of(a), setting.source_of(b)
    return one is not None and two is not None and (one == two or same_speaker(a, b))


def _caveat_beside(attribution: Attribution, article: Article) -> str | None:
    """Return the caveat that stands in the statement's own paragraph, from the statement on."""
    statement = attribution.statement
    end = article.blocks[statement.paragraph].end
    low = article.text[statement.start : end].lower()
    if not any(map(low.__contains__, _caveat_words())):
        return None
    found = _caveats().search(article.text, statement.start, end)
    return found.group() if found else None


@cache
def _caveats() -> re.Pattern[str]:
    phrases = sorted(_caveat_words(), key=len, reverse=True)
    return re.compile("|".join(re.escape(phrase) for phrase in phrases), re.IGNORECASE)


@cache
def _caveat_words() -> frozenset[str]:
    return read_words(Path(__file__).parent / "data" / "caveats.txt")["caveats"]
