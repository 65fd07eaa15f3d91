"""The figures of two attributions, paired by what they measure and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.attribution.compare import same_source
from claims.discrepancies.rule import Difference, Setting, cite
from claims.figures import Setting as FigureSetting
from claims.figures import Verdict, compare_figures, same_measure
from claims.model import Attribution, Figure

_RANKS = {"agree": 0, "rounded": 1, "compatible": 2}

_CHANGED = re.compile(
    r"\b(?:rose|risen|climbed|increased|grown|revised|raised|lowered|corrected|withdr[ae]wn?|updated?|previously"
    r"|earlier (?:figure|count|toll|report|estimate))\b",
    re.IGNORECASE,
)


def find_figure_difference(a: Attribution, b: Attribution, setting: Setting, kind: str) -> Difference | None:
    """Return the first pair of figures whose comparison gives the verdict ``kind``, worded."""
    for ours, theirs, verdict in compare_pairs(a, b, setting):
        if verdict.kind == kind:
            message = f"{cite(a)} has {ours.text}; {cite(b)} has {theirs.text}: {verdict.reason}."
            return Difference((ours.text, theirs.text), message)
    return None


def compare_pairs(a: Attribution, b: Attribution, setting: Setting) -> Iterator[tuple[Figure, Figure, Verdict]]:
    """Yield the figures of the two that measure one thing, each with the verdict on its values.

    Each figure has one partner at most, the one it agrees with best: "2.6%, near the target of 2%" against "2.6%"
    leaves the target without a partner, which is detail. Where a statement has several figures, only those that
    surely measure one thing are paired.
    """
    told = _tell(a, b, setting)
    ranked = sorted(
        (
            (_RANKS.get(verdict.kind, 3), not sure, _distance(ours, theirs), i, j, verdict)
            for i, ours in enumerate(a.figures)
            for j, theirs in enumerate(b.figures)
            if (sure := same_measure(ours, theirs)) is not False
            if (verdict := _judge(ours, theirs, told)).kind not in {"different-scope", "different-thing"}
        ),
        key=lambda row: row[:5],
    )
    taken: set[tuple[str, int]] = set()
    several = len(a.figures) > 1 or len(b.figures) > 1
    for rank, unsure, _, i, j, verdict in ranked:
        if ("a", i) in taken or ("b", j) in taken or (several and unsure and rank > 1):
            continue
        taken |= {("a", i), ("b", j)}
        if not (a.figures[i].previous or b.figures[j].previous):
            yield a.figures[i], b.figures[j], verdict


def _judge(ours: Figure, theirs: Figure, told: FigureSetting) -> Verdict:
    """Compare two figures; swapped digits are a slip, not a later count, and none against some is for ``polarity``."""
    verdict = compare_figures(ours, theirs, told)
    if verdict.kind == "updated" and not told.revised and _is_digit_swap(ours, theirs):
        return Verdict("conflict", f"the digits are swapped: {ours.text} and {theirs.text}")
    if verdict.kind in {"conflict", "contested"} and 0 in (ours.high, theirs.high):
        return Verdict("compatible", "one denies what the other counts")
    return verdict


def _is_digit_swap(ours: Figure, theirs: Figure) -> bool:
    one, two = f"{ours.low:.0f}", f"{theirs.low:.0f}"
    return len(one) > 1 and one != two and sorted(one) == sorted(two)


def _distance(ours: Figure, theirs: Figure) -> float:
    """Return how far two values are apart, 0 where they are equal, 1 where one is far larger."""
    high = max(abs(ours.high), abs(theirs.high))
    return abs(ours.high - theirs.high) / high if high else 0.0


def _tell(a: Attribution, b: Attribution, setting: Setting) -> FigureSetting:
    """Say who gave the figures and when; one source under two names is one."""
    one, two = setting.source_of(a), setting.source_of(b)
    rivals = one is not None and two is not None and not same_source(one, two)
    revised = _CHANGED.search(a.statement.text) or _CHANGED.search(b.statement.text) or _are_versions(a, b, setting)
    return FigureSetting(
        speakers=(one, two) if rivals else (None, None),  # the outlet's own voice stands for no figure of its own
        said_on=(_moment(a, setting), _moment(b, setting)),
        revised=bool(revised),
    )


def _are_versions(a: Attribution, b: Attribution, setting: Setting) -> bool:
    """Tell whether one article is a later version of the other."""
    one, two = setting.article_of(a), setting.article_of(b)
    return one.version_of == two.id or two.version_of == one.id


def _moment(attribution: Attribution, setting: Setting) -> str | None:
    """Return when the figures were given: the day in the statement, with the hour of publication on that day."""
    article = setting.article_of(attribution)
    printed = article.updated or article.published or (article.dateline.day if article.dateline else None)
    said = attribution.credit.said_on
    return printed if not said or (printed or "").startswith(said) else said
