"""Discrepancies: what differs between two attributions of one claim, and would want an editor's look.

Each kind of MODEL is one module with one function ``find(a, b, setting)`` that follows :class:`Rule`; RULES lists
them. A rule looks at one pair and knows nothing of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement, islice, product

from claims.attribution.compare import is_anonymous, is_somebody, source_name
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
from claims.discrepancies.needs import Sieve
from claims.discrepancies.reporting import (
    choose_kinds_within,
    drop_answered,
    drop_echoes,
    drop_repeated_titles,
    tell_apart,
)
from claims.discrepancies.rivals import find_rivals
from claims.discrepancies.rule import Difference, Needs, Rule, Setting, Spot, find_spot, same_article
from claims.model import Agreement, Attribution, Discrepancy, Severity, Speaker

__all__ = ["NEEDS", "RULES", "SEVERITIES", "Difference", "Rule", "Setting", "find_discrepancies", "judge_agreement"]

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

MOST_WORDINGS = 24
"""Of a claim with more attributions, each is compared with the first wordings alone: the work grows with their number.

What two late ones differ in, one of them differs in from an earlier one as well."""

NEEDS: dict[str, Needs] = {
    "figure-conflict": figure_conflict.NEEDS,
    "figure-contested": figure_contested.NEEDS,
    "figure-updated": figure_updated.NEEDS,
    "figure-rounded": figure_rounded.NEEDS,
    "measure": measure.NEEDS,
    "date-conflict": date_conflict.NEEDS,
    "place-conflict": place_conflict.NEEDS,
    "speaker-conflict": speaker_conflict.NEEDS,
    "speaker-unnamed": speaker_unnamed.NEEDS,
    "sourcing": sourcing.NEEDS,
    "quote-altered": quote_altered.NEEDS,
    "quote-paraphrased": quote_paraphrased.NEEDS,
    "certainty": certainty.NEEDS,
    "polarity": polarity.NEEDS,
    "role": role.NEEDS,
    "name-spelling": name_spelling.NEEDS,
    "omission": omission.NEEDS,
    "unattributed": unattributed.NEEDS,
}
"""What each rule needs of two attributions to find anything; one alone is another matter."""

_SIEVE = Sieve(NEEDS)

ALONE = ("date-conflict", "role")
"""Kinds, of those, that the registry or the calendar can show in a single attribution."""


def find_discrepancies(attributions: Sequence[Attribution], setting: Setting) -> list[Discrepancy]:
    """Return every discrepancy of a claim, by pair, in the order of RULES; ``between`` is sorted."""
    if len(attributions) == 1:
        (row,) = attributions
        return list(_compare_pair(row, row, (0, 0), ALONE, setting))
    setting = replace(setting, implied=imply_sources(attributions), compared={})
    setting = replace(setting, rivals=find_rivals(attributions, setting))
    with_body = {row.statement.article for row in attributions if row.statement.part == "body"}
    echoes = [row.statement.part != "body" and row.statement.article in with_body for row in attributions]
    traits = [_SIEVE.read(row, setting) for row in attributions]
    found: list[Discrepancy] = []
    for i, j in _choose_pairs(attributions):
        a, b = attributions[i], attributions[j]
        if a is b:
            found += _compare_pair(a, b, (i, j), ALONE, setting)
        elif same_article(a, b):
            within = choose_kinds_within(a, b)
            kinds = [kind for kind in _SIEVE.choose(traits[i], traits[j]) if kind in within]
            found += _compare_pair(a, b, (i, j), kinds, setting)
        elif not (echoes[i] or echoes[j]):  # what stands over an article that has it in its body too says no more
            found += _compare_pair(a, b, (i, j), _SIEVE.choose(traits[i], traits[j]), setting)
    return drop_answered(drop_echoes(drop_repeated_titles(settle_updates(found)), attributions), attributions)


def _choose_pairs(attributions: Sequence[Attribution]) -> Iterable[tuple[int, int]]:
    """Return the pairs to compare, in order: all, or with the leading wordings and within each article."""
    every = range(len(attributions))
    if len(every) <= MOST_WORDINGS:
        return combinations_with_replacement(every, 2)
    wordings: dict[str, int] = {}
    by_article: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(attributions):
        wordings.setdefault(" ".join(row.statement.text.split()), number)
        by_article[row.statement.article].append(number)
    leading = islice(wordings.values(), MOST_WORDINGS)
    pairs = {(min(one, two), max(one, two)) for one, two in product(leading, every)}
    pairs.update(pair for numbers in by_article.values() for pair in combinations_with_replacement(numbers, 2))
    return sorted(pairs)


def judge_agreement(outlets: Sequence[str], discrepancies: Sequence[Discrepancy]) -> Agreement:
    """Return what a claim's discrepancies come to."""
    severities = {found.severity for found in discrepancies}
    if "conflict" in severities:
        return "conflict"
    if "differs" in severities:
        return "differ"
    return "agree" if len(outlets) > 1 else "single-outlet"


def imply_sources(attributions: Sequence[Attribution]) -> dict[Spot, str]:
    """Return whose figure each outlet prints in its own voice: the one source others credit with the same value.

    What only somebody without a name said, and another prints as plain fact, is that outlet's own figure.
    """
    sources: dict[tuple[float, float], set[str]] = defaultdict(set)
    for row in attributions:
        name, speaker = source_name(row), row.credit.speaker
        if name is not None and not (speaker is not None and _hides_name(speaker)):
            for figure in row.figures:
                sources[figure.low, figure.high].add(name)
    implied = {}
    for row in attributions:
        if source_name(row) is None:
            found = [sources.get((figure.low, figure.high)) for figure in row.figures]
            names = set().union(*filter(None, found))
            if len(names) == 1 and all(found):  # who gave one of two figures need not have given the other
                implied[find_spot(row)] = names.pop()
    return implied


def _hides_name(speaker: Speaker) -> bool:
    return not speaker.named and (is_anonymous(speaker) or is_somebody(speaker))


def settle_updates(found: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Call two values an update wherever they meet, once one pair of the claim shows that one replaced the other."""
    updates = {frozenset(value.casefold() for value in row.values) for row in found if row.kind == "figure-updated"}
    return [
        replace(
            row,
            kind="figure-updated",
            rule="figure-updated",
            severity=SEVERITIES["figure-updated"],
            message=f"{row.message.rpartition(': ')[0]}: another text shows that one value replaced the other.",
        )
        if row.kind == "figure-conflict" and frozenset(value.casefold() for value in row.values) in updates
        else row
        for row in found
    ]


def _compare_pair(
    a: Attribution, b: Attribution, between: tuple[int, int], kinds: Sequence[str], setting: Setting
) -> Iterator[Discrepancy]:
    within = same_article(a, b)
    for kind in kinds:
        rule = RULES[kind]
        differences = list(rule(a, b, setting))
        if not differences:
            continue
        if (pair := tell_apart(a, b, setting)) is not None:
            differences = list(rule(*pair, setting)) or differences
        told: set[tuple[str, ...]] = set()
        for found in differences:
            values = tuple(value.casefold() for value in found.values)
            if values not in told:
                told.add(values)
                severity = found.severity or SEVERITIES[kind]
                yield Discrepancy(kind, severity, between, found.values, found.message, kind, within)
