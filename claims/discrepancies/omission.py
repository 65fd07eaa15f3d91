"""omission: a caveat, a qualifier or a rival figure that one article gives and the other leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from claims.attribution.compare import same_speaker, source_name
from claims.discrepancies.rule import Difference, Needs, Setting, find_spot, shorten
from claims.figures import word_figure
from claims.model import Attribution, Figure
from claims.patterns import Gated
from claims.wordlists import read_words

_LIST = Path(__file__).parent / "data" / "caveats.txt"


def _has_caveat(attribution: Attribution, setting: Setting) -> bool:
    return setting.once(_caveat_beside, attribution) is not None


def _is_qualified(attribution: Attribution, setting: Setting) -> bool:
    return bool(attribution.figures) and _qualifiers().search(attribution.statement.text) is not None


def _has_rival(attribution: Attribution, setting: Setting) -> bool:
    return find_spot(attribution) in setting.rivals


NEEDS: Needs = ((_has_caveat,), (_is_qualified,), (_has_rival,))


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report a caveat, a qualifier or a rival figure beside a speaker's claim that the other article nowhere has.

    One outlet adds that it could not verify the ministry's count, or that the figures are preliminary, the other prints
    the count alone; or it sets the charity's count, which is another, beside the ministry's. Plain detail that one adds
    is never an omission.

    >>> compare_sentences(
    ...     "omission",
    ...     "The army said 120 rebels were killed, offering no evidence.",
    ...     "The army said 120 rebels were killed on Monday.",
    ... )
    Northern Wire adds “offering no evidence”; Harbour Post has no such caveat.
    """
    if not (same_speaker(a, b) or (setting.rivals and _is_one_count(a, b, setting))):
        return
    for careful, other in ((a, b), (b, a)):
        found = (
            _find_caveat(careful, other, setting)
            or _find_qualifier(careful, other, setting)
            or _find_rival(careful, other, setting)
        )
        if found:
            yield found if careful is a else replace(found, values=(found.values[1], found.values[0]))
            return


def _find_caveat(careful: Attribution, other: Attribution, setting: Setting) -> Difference | None:
    if not same_speaker(careful, other):
        return None
    caveat = setting.once(_caveat_beside, careful)
    if not caveat or _caveats().search(setting.article_of(other).text):
        return None
    message = f"{careful.outlet.name} adds “{shorten(caveat)}”; {other.outlet.name} has no such caveat."
    return Difference((caveat, "no caveat"), message)


def _find_qualifier(careful: Attribution, other: Attribution, setting: Setting) -> Difference | None:
    """Report that only one article calls the figures that both have preliminary."""
    figure = _shared_figure(careful, other)
    found = _qualifiers().search(careful.statement.text) if figure else None
    if figure is None or found is None or _qualifiers().search(setting.article_of(other).text):
        return None
    words = " ".join(found.group().split())
    message = f"{careful.outlet.name} has “{words}”; {other.outlet.name} gives {word_figure(figure)} without that."
    return Difference((words, "no qualifier"), message)


def _shared_figure(a: Attribution, b: Attribution) -> Figure | None:
    """Return the first figure of ``b`` that ``a`` gives as well."""
    return next((y for x in a.figures for y in b.figures if x.low == y.low and x.high == y.high), None)


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
    figure = _shared_figure(careful, other)
    if figure is None:
        return None
    given = f"{rival.figure} by {rival.source}"
    source = source_name(other)
    only = word_figure(figure) + (f" by {source}" if source else "")
    return Difference(
        (given, "no rival figure"), f"{careful.outlet.name} gives {given} too; {other.outlet.name} only {only}."
    )


def _is_one_count(a: Attribution, b: Attribution, setting: Setting) -> bool:
    """Tell whether both print one value of one source, which the outlet may leave unnamed."""
    if _shared_figure(a, b) is None:
        return False
    one, two = setting.source_of(a), setting.source_of(b)
    return one is not None and two is not None and (one == two or same_speaker(a, b))


def _caveat_beside(attribution: Attribution, setting: Setting) -> str | None:
    """Return the caveat that stands in the statement's own paragraph, from the statement on."""
    statement, article = attribution.statement, setting.article_of(attribution)
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
def _qualifiers() -> Gated:
    lists = read_words(_LIST)
    words, things, phrases = (
        "|".join(map(re.escape, sorted(lists[section], key=len, reverse=True)))
        for section in ("qualifiers", "qualified", "open counts")
    )
    pattern = rf"\b(?:{words})\s(?:\w+\s)?(?:{things})\b|\b(?:{phrases})\b"
    return Gated(pattern, *lists["qualifiers"], *lists["open counts"], flags=re.IGNORECASE)


@cache
def _caveat_words() -> frozenset[str]:
    return read_words(_LIST)["caveats"]
