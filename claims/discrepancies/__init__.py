"""Discrepancies: what differs between two attributions of one claim, and would want an editor's look.

Each kind of MODEL is one module with one function ``find(a, b, setting)`` that follows :class:`Rule`; RULES lists
them. A rule looks at one pair and knows nothing of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement

from claims.discrepancies import (
    certainty,
    date_conflict,
    figure_conflict,
    figure_contested,
    figure_rounded,
    figure_updated,
    measure,
    name_spelling,
    omission,
    place_conflict,
    polarity,
    quote_altered,
    quote_paraphrased,
    role,
    sourcing,
    speaker_conflict,
    speaker_unnamed,
    unattributed,
)
from claims.discrepancies.rule import Difference, Rule, Setting, same_article
from claims.model import Attribution, Discrepancy, Severity

__all__ = ["RULES", "SEVERITIES", "Difference", "Rule", "Setting", "find_discrepancies"]

RULES: dict[str, Rule] = {
    "figure-conflict": figure_conflict.find,
    "figure-contested": figure_contested.find,
    "figure-updated": figure_updated.find,
    "figure-rounded": figure_rounded.find,
    "measure": measure.find,
    "date-conflict": date_conflict.find,
    "place-conflict": place_conflict.find,
    "speaker-conflict": speaker_conflict.find,
    "speaker-unnamed": speaker_unnamed.find,
    "sourcing": sourcing.find,
    "quote-altered": quote_altered.find,
    "quote-paraphrased": quote_paraphrased.find,
    "certainty": certainty.find,
    "polarity": polarity.find,
    "role": role.find,
    "name-spelling": name_spelling.find,
    "omission": omission.find,
    "unattributed": unattributed.find,
}

SEVERITIES: dict[str, Severity] = {
    "figure-conflict": "conflict",
    "figure-contested": "differs",
    "figure-updated": "differs",
    "figure-rounded": "note",
    "measure": "differs",
    "date-conflict": "conflict",
    "place-conflict": "conflict",
    "speaker-conflict": "conflict",
    "speaker-unnamed": "differs",
    "sourcing": "differs",
    "quote-altered": "conflict",
    "quote-paraphrased": "note",
    "certainty": "differs",
    "polarity": "conflict",
    "role": "differs",
    "name-spelling": "note",
    "omission": "differs",
    "unattributed": "note",
}

WITHIN = frozenset({"figure-conflict", "figure-contested", "figure-updated", "date-conflict", "role"})
"""Kinds that are looked for between two statements of one article; the others are its ordinary prose."""

ALONE = frozenset({"role"})
"""Kinds that the registry can show in a single attribution."""


def find_discrepancies(attributions: Sequence[Attribution], setting: Setting) -> Iterator[Discrepancy]:
    """Yield every discrepancy of a claim, by pair, in the order of RULES; ``between`` is sorted."""
    with_body = {row.statement.article for row in attributions if row.statement.part == "body"}
    for i, j in combinations_with_replacement(range(len(attributions)), 2):
        a, b = attributions[i], attributions[j]
        within = same_article(a, b)
        if not within and any(_is_echo(row, with_body) for row in (a, b)):
            continue
        for kind, rule in RULES.items():
            if (i == j and kind not in ALONE) or (within and kind not in WITHIN):
                continue
            found = rule(a, b, setting)
            if found:
                yield Discrepancy(
                    kind=kind,
                    severity=found.severity or SEVERITIES[kind],
                    between=(i, j),
                    values=found.values,
                    message=found.message,
                    rule=kind,
                    within=within,
                )


def _is_echo(attribution: Attribution, with_body: set[str]) -> bool:
    """Tell a headline, standfirst or caption whose article has the claim in its body too: that is what others meet."""
    return attribution.statement.part != "body" and attribution.statement.article in with_body
