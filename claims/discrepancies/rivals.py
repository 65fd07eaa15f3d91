"""Rival figures: where one article sets another source's count beside the one that it reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from claims.discrepancies.figures import find_contested
from claims.discrepancies.rule import Rival, Setting, Spot, find_spot
from claims.figures import word_figure
from claims.model import Attribution, Figure

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def find_rivals(attributions: Sequence[Attribution], setting: Setting) -> dict[Spot, Rival]:
    """Return beside which statements of a claim their own article sets the figure of a source that disputes them."""
    by_article: dict[str, list[Attribution]] = defaultdict(list)
    for row in attributions:
        if row.figures and row.statement.part == "body" and setting.source_of(row) is not None:
            by_article[row.statement.article].append(row)
    rivals: dict[Spot, Rival] = {}
    for rows in by_article.values():
        for a, b in combinations(rows, 2):
            contested = find_contested(a, b, setting)
            if contested:
                rivals.setdefault(find_spot(a), _describe(b, contested[1], attributions, setting))
                rivals.setdefault(find_spot(b), _describe(a, contested[0], attributions, setting))
    return rivals


def _describe(rival: Attribution, figure: Figure, attributions: Sequence[Attribution], setting: Setting) -> Rival:
    known = {row.statement.article for row in attributions if any(_may_be_one(other, figure) for other in row.figures)}
    numbers = _NUMBER.findall(figure.text)
    if numbers:
        known |= {key for key, article in setting.articles.items() if all(_prints(article.text, n) for n in numbers)}
    return Rival(word_figure(figure), setting.source_of(rival) or "", frozenset(known))


def _may_be_one(ours: Figure, theirs: Figure) -> bool:
    """Tell two values that overlap, but for rounding: within a fortieth of the larger."""
    least = max(abs(ours.high), abs(theirs.high)) / 40
    return ours.low - least <= theirs.high and theirs.low - least <= ours.high


def _prints(text: str, number: str) -> bool:
    return number in text and re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", text) is not None
