"""What the words beside two figures make of the verdict on their values."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.discrepancies.circumstances import give_two_periods, says_former
from claims.discrepancies.outcomes import find_plan
from claims.discrepancies.pairing import is_same_number, judge_rounding, mask_figures
from claims.discrepancies.readings import explain_readings
from claims.discrepancies.rule import Setting
from claims.discrepancies.sums import adds_up, are_complements, are_opposed
from claims.figures import Verdict, kind_of, read_step
from claims.model import Attribution, Figure
from claims.patterns import Gated, lazy


def settle_verdict(
    a: Attribution, b: Attribution, pair: tuple[Figure, Figure], verdict: Verdict, setting: Setting
) -> Verdict:
    """Correct a verdict by what the statements say beside the two figures."""
    if verdict.kind in {"agree", "rounded"} and _move_apart(a, b, pair):
        return Verdict("conflict", "up in one, down in the other")
    if verdict.kind == "updated" and pair[0].unit == _AGE:
        return Verdict("conflict", f"two ages of one person: {pair[0].text} and {pair[1].text}")
    if verdict.kind == "conflict" and (plan := find_plan(a, b, setting)) is not None:
        return Verdict("updated", f"{plan.outlet.name} has what was planned: {pair[0].text} and {pair[1].text}")
    if verdict.kind == "rounded":
        return _settle_rounded(a, b, pair) or verdict
    if verdict.kind == "compatible":
        return _settle_compatible(a, b, pair, setting) or verdict
    if verdict.kind in _APART and (reason := _explain_both(a, b, pair, verdict)) is not None:
        return Verdict("compatible", reason)
    if verdict.kind == "conflict":
        return _settle_conflict(a, b, pair, setting) or verdict
    return verdict


_APART = frozenset({"conflict", "contested", "updated"})
_AGE = "year of age"


def _move_apart(a: Attribution, b: Attribution, pair: tuple[Figure, Figure]) -> bool:
    """Tell "rose 3 percent" from "fell 3 percent"."""
    if None in (pair[0].unit, pair[1].unit):
        return False
    ways = [_read_way(row, figure) for row, figure in zip((a, b), pair, strict=True)]
    return None not in ways and ways[0] != ways[1]


def _read_way(attribution: Attribution, figure: Figure) -> str | None:
    start = attribution.statement.start
    return _read_step(attribution.statement.text, figure.start - start, figure.end - start)


_read_step = lru_cache(maxsize=4096)(read_step)
"""A statement is compared with many others: its figures are read once."""


def _settle_rounded(a: Attribution, b: Attribution, pair: tuple[Figure, Figure]) -> Verdict | None:
    ours, theirs = pair
    if are_opposed(a, b, ours, theirs) and not _are_parts(a, b, ours, theirs):
        return Verdict("conflict", "one is above, the other below")
    if (kind := judge_rounding(ours, theirs)) is not None:
        return Verdict(kind, "nothing that an outlet rounds")
    if is_same_number(ours, theirs) and _is_put_at(a, ours) != _is_put_at(b, theirs):
        return Verdict("agree", "an estimate of that very value is for the rule of certainty")
    return None


def _settle_compatible(a: Attribution, b: Attribution, pair: tuple[Figure, Figure], setting: Setting) -> Verdict | None:
    lower, upper = sorted(pair, key=lambda figure: figure.high)
    one_sourced = (setting.source_of(a) is None) != (setting.source_of(b) is None)
    if one_sourced and upper.bound == "max" and lower.bound == "exact" and 2 * lower.high < upper.high:
        return Verdict("contested", f"{upper.text} is said to be possible where the other has {lower.text}")
    if lower.bound == "exact" and upper.high < _SMALL and lower.high <= upper.low - 1:
        above = a if upper is pair[0] else b
        if _NEARLY.search(above.statement.text[: upper.start - above.statement.start][-30:]):
            return Verdict("conflict", f"{lower.text} is not nearly {upper.text}")
    return None


_SMALL = 10
_NEARLY = lazy(r"\b(?:nearly|almost|close to|just short of) $", re.IGNORECASE)


def _explain_both(a: Attribution, b: Attribution, pair: tuple[Figure, Figure], verdict: Verdict) -> str | None:
    """Return why two values that are apart may both be right; a source's own count is explained by less."""
    ours, theirs = pair
    if _are_parts(a, b, ours, theirs):
        return "two parts of one whole"
    if verdict.kind == "contested":
        former = says_former(a.statement.text) != says_former(b.statement.text)
        return "one is what its source said at an earlier time" if former else None
    if give_two_periods(a, b):
        return "two values of two periods"
    if adds_up(a, ours, theirs) or adds_up(b, theirs, ours):
        return "one gives the parts of the other"
    lower = min(pair, key=lambda figure: figure.high)
    if _adds_one(a if lower is ours else b, lower, abs(ours.high - theirs.high)):
        return "one names another beside the counted"
    return None


def _are_parts(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell two parts of one whole of which different things are said: 80 percent accepted, one in five refused."""
    return mask_figures(a) != mask_figures(b) and are_complements(a, b, ours, theirs)


def _settle_conflict(a: Attribution, b: Attribution, pair: tuple[Figure, Figure], setting: Setting) -> Verdict | None:
    ours, theirs = pair
    if (reason := explain_readings(a, b, ours, theirs, setting)) is not None:
        return Verdict("updated", f"{reason}: {ours.text} and {theirs.text}")
    if _gives_too(b, theirs, ours) or _gives_too(a, ours, theirs):
        return Verdict("contested", f"one text gives both values: {ours.text} and {theirs.text}")
    if _is_only_claimed(a) != _is_only_claimed(b):
        return Verdict("contested", f"one is what its source claims: {ours.text} and {theirs.text}")
    one_sourced = (a.credit.speaker is None) != (b.credit.speaker is None)
    if one_sourced and (_is_own_count(a) or _is_own_count(b)):
        return Verdict("contested", f"one is a count or an estimate of its source: {ours.text} and {theirs.text}")
    if _count_holdings(ours, theirs) and (setting.source_of(a) is None) != (setting.source_of(b) is None):
        return Verdict("contested", f"a source counts something close to it: {ours.text} and {theirs.text}")
    if _is_quoted_alone(a, ours) != _is_quoted_alone(b, theirs):
        return Verdict("contested", f"one text gives the value as another's word: {ours.text} and {theirs.text}")
    return None


def _adds_one(attribution: Attribution, figure: Figure, missing: float) -> bool:
    """Tell "two passengers and a steward" and "a captain with two other seamen" beside three people."""
    text, start = attribution.statement.text, attribution.statement.start
    after = text[figure.end - start :]
    with_others = _BESIDE.search(text[: figure.start - start]) and _OTHERS.match(after)
    return missing == 1 and bool(with_others or _AND_ONE.match(after))


_AND_ONE = lazy(r"(?: [\w-]+){1,3},? and (?:a|an|another|the|his|her|their) \w")


_BESIDE = lazy(r"\b(?:and|with|plus|besides|alongside)\s$")
_OTHERS = lazy(r"\s(?:other|others|more|further|smaller|lesser|younger|additional)\b")


def _count_holdings(ours: Figure, theirs: Figure) -> bool:
    """Tell people from the records that are held of them."""
    kinds = [kind_of(figure.noun or "") for figure in (ours, theirs)]
    return None not in kinds and kinds[0] != kinds[1] and not _HOLDINGS.isdisjoint(kinds)


_HOLDINGS = frozenset({"record", "account"})


def _is_only_claimed(attribution: Attribution) -> bool:
    """Tell "the gang claimed 2.3 million": the outlet leaves the figure to its source."""
    certainty = attribution.certainty
    return (
        attribution.credit.speaker is not None and certainty is not None and certainty.level in ("claimed", "alleged")
    )


def _is_own_count(attribution: Attribution) -> bool:
    """Tell "the auditor puts it at 1.7 million" and "we counted 9,000": others may have counted otherwise.

    What a body puts at a value may be the only count there is; what somebody in an office does is their reckoning.
    """
    cue, speaker = (attribution.credit.cue or "").casefold(), attribution.credit.speaker
    if speaker is not None and (cue in _COUNTING or (cue in {"put", "puts"} and speaker.role)):
        return True
    return _OWN_COUNT.search(attribution.statement.text) is not None


_COUNTING = frozenset(
    "reckon reckons reckoned estimate estimates estimated calculates calculated counted counts spoke".split()
)
_OWN_COUNT = Gated(
    r"\b(?:we counted|we count|by (?:my|our) (?:own )?(?:count|tally|reckoning|estimate))\b",
    "count",
    "tally",
    "reckoning",
    "estimate",
    flags=re.IGNORECASE,
)


def _is_quoted_alone(attribution: Attribution, figure: Figure) -> bool:
    """Tell a number that stands alone between quotation marks: the gang's "six million"."""
    start, end = (place - attribution.statement.start for place in (figure.start, figure.end))
    text = attribution.statement.text
    return text[max(0, start - 1) : start] in _OPENING and text[end : end + 1] in _CLOSING


_OPENING = frozenset('"“‘„«')
_CLOSING = frozenset('"”’“»')


def _is_put_at(attribution: Attribution, figure: Figure) -> bool:
    """Tell "estimated at $40 million", which says who vouches for the value, not that it is rounded."""
    before = attribution.statement.text[: figure.start - attribution.statement.start]
    return figure.bound == "approx" and re.search(r"\b(?:estimated|put|valued|assessed) at $", before[-20:]) is not None


def _gives_too(attribution: Attribution, figure: Figure, other: Figure) -> bool:
    """Tell that a statement has the other's number too, without its unit: "5.3 percent; the statisticians say 5.2".

    The three of "twenty to three on Tuesday" is an hour.
    """
    return any(
        bare is not figure
        and bare.unit is None
        and bare.noun is None
        and is_same_number(bare, other)
        and not any(moment.start <= bare.start < moment.end for moment in attribution.moments)
        for bare in attribution.figures
    )
