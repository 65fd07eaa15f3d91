"""Which claims an answer shows, and in which order: pure functions on Comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from claims.model import Article, Claim, Comparison, Discrepancy, Severity

SEVERITIES: tuple[Severity, ...] = ("note", "differs", "conflict")
"""From the lightest to the gravest."""

_WEIGHT = {"conflict": 0, "differ": 1, "agree": 2, "single-outlet": 3}


class Selection(NamedTuple):
    """What the reader asked for; empty fields ask for nothing."""

    kinds: frozenset[str] = frozenset()
    min_severity: Severity | None = None
    outlets: frozenset[str] = frozenset()
    """Ids or names; a claim is kept when any of them takes part."""


def select_claims(comparison: Comparison, selection: Selection) -> Comparison:
    """Return the comparison with the claims and discrepancies asked for, gravest first."""
    kept = keep_outlets(comparison, selection.outlets)
    if selection.kinds or selection.min_severity:
        kept = keep_discrepancies(kept, selection.kinds, selection.min_severity or "note")
    return sort_claims(kept)


def keep_outlets(comparison: Comparison, outlets: frozenset[str]) -> Comparison:
    """Keep the claims in which one of ``outlets`` (id or name, any case) takes part; all when empty."""
    if not outlets:
        return comparison
    wanted = {outlet.casefold() for outlet in outlets}
    return _keep(comparison, (claim for claim in comparison.claims if wanted & _name_outlets(claim)))


def keep_discrepancies(comparison: Comparison, kinds: frozenset[str], least: Severity) -> Comparison:
    """Keep discrepancies of ``kinds`` (any when empty) at or above ``least``, and the claims that hold one."""
    claims = (replace(claim, discrepancies=_filter(claim, kinds, least)) for claim in comparison.claims)
    return _keep(comparison, (claim for claim in claims if claim.discrepancies))


def drop_single_outlet(comparison: Comparison) -> Comparison:
    """Leave out claims of one outlet, unless they hold a discrepancy."""
    kept = (claim for claim in comparison.claims if claim.agreement != "single-outlet" or claim.discrepancies)
    return _keep(comparison, kept)


def sort_claims(comparison: Comparison) -> Comparison:
    """Order claims: conflict, differ, agree, single-outlet; then the most outlets; then as they were."""
    return _keep(comparison, sorted(comparison.claims, key=lambda c: (_WEIGHT[c.agreement], -len(c.outlets))))


def list_unknown_outlets(comparison: Comparison, outlets: frozenset[str]) -> list[str]:
    """Return those of ``outlets`` (ids or names) that have no article in the comparison."""
    known = {
        name.casefold()
        for article in comparison.articles
        for name in (article.outlet.id, article.outlet.name, *article.outlet.aliases)
    }
    return sorted(outlet for outlet in outlets if outlet.casefold() not in known)


def limit_claims(comparison: Comparison, limit: int | None) -> Comparison:
    """Keep the first ``limit`` claims; all when it is 0 or None."""
    return _keep(comparison, comparison.claims[:limit]) if limit else comparison


def keep_published(articles: Iterable[Article], since: str | None, until: str | None) -> Iterator[Article]:
    """Yield the articles published from ``since`` to ``until``, ISO days or months, both inclusive.

    A date is compared as far as both are exact. An article without one is left out when a bound is given.
    """
    for article in articles:
        if _falls_within(article.published, since, until):
            yield article


def _falls_within(day: str | None, since: str | None, until: str | None) -> bool:
    if not since and not until:
        return True
    if not day:
        return False
    day = day[:10]
    too_early = since and day[: len(since)] < since[: len(day)]
    too_late = until and day[: len(until)] > until[: len(day)]
    return not too_early and not too_late


def _filter(claim: Claim, kinds: frozenset[str], least: Severity) -> tuple[Discrepancy, ...]:
    floor = SEVERITIES.index(least)
    return tuple(
        found
        for found in claim.discrepancies
        if SEVERITIES.index(found.severity) >= floor and (not kinds or found.kind in kinds)
    )


def _name_outlets(claim: Claim) -> set[str]:
    named = {name.casefold() for a in claim.attributions for name in (a.outlet.id, a.outlet.name, *a.outlet.aliases)}
    return named | {outlet.casefold() for outlet in claim.outlets}


def _keep(comparison: Comparison, claims: Iterable[Claim]) -> Comparison:
    return replace(comparison, claims=tuple(claims))
