"""Gates: the reasons for which two statements that look alike are not one claim.

They stand in the order in which an editor would ask: is it the same kind of event, the same happening, the same
period, the same quotation? A figure that differs is no reason: one claim may hold rival figures and denials.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.matching.measures import relate_figures, relate_measured
from claims.matching.occasions import are_apart, denies_of_all_time, name_last_time, name_time
from claims.matching.profiles import Profile
from claims.matching.quotations import are_alike
from claims.matching.reprints import is_reprint
from claims.matching.score import match_terms
from claims.matching.settings import settings
from claims.matching.words import groups_of_kinds
from claims.model import Figure, Moment

Gate = Callable[[Profile, Profile], str | None]
_SHARES = frozenset({"percent", "ratio"})
_PERIODS = frozenset({"month", "quarter", "year", "span"})


def find_bar(a: Profile, b: Profile) -> str | None:
    """Return the name of the first gate that the pair fails, with the reason, or None."""
    if not _ask_gates(a, b):
        return None
    for name, gate in GATES.items():
        reason = gate(a, b)
        if reason:
            reprinted = is_reprint(a.row.statement.text, b.row.statement.text)
            return None if reprinted else f"gate {name}: {reason}"
    return None


def _ask_gates(a: Profile, b: Profile) -> bool:
    """Tell whether a pair has anything that a gate asks for."""
    typed = (a.figures and b.figures) or (a.quotes and b.quotes) or a.long_ago or b.long_ago
    return bool(typed) or bool(a.kinds and b.kinds and a.kinds != b.kinds)


def check_kind(a: Profile, b: Profile) -> str | None:
    """Killed is not wounded, growth is not inflation."""
    if not a.kinds or not b.kinds or a.kinds == b.kinds:
        return None
    for group in groups_of_kinds():
        one, two = a.kinds & group, b.kinds & group
        if one and two and not one & two:
            return f"{min(one)} / {min(two)}"
    return None


def check_occasion(a: Profile, b: Profile) -> str | None:
    """Last year's happening is not this week's."""
    if not are_apart(a.long_ago, b.long_ago):
        return None
    if _name_one_time(a, b) or _deny_of_all_time(a, b) or _quote_one_utterance(a, b):
        return None
    return " / ".join(name_time(spans) for spans in (a.long_ago, b.long_ago))


def check_other(a: Profile, b: Profile) -> str | None:
    """A rival's layoffs are not the company's, nor a neighbour's deficit the state's, whatever the numbers."""
    if not a.figures or not b.figures:
        return None
    for one, two in ((a, b), (b, a)):
        if one.others and one.others.isdisjoint(two.wording.stems) and one.others.isdisjoint(two.wording.near):
            return f"{min(one.others)} / another"
    return None


def check_period(a: Profile, b: Profile) -> str | None:
    """A share belongs to its period: growth in the quarter is not growth in the year, nor a forecast of it."""
    if not _give_shares(a, b):
        return None
    other = _are_other_shares(a, b)
    if other and not _are_near(a, b) and (_band(a) == "future") != (_band(b) == "future") and _band(a) and _band(b):
        return "forecast / recorded"
    one, two = _periods(a.moments), _periods(b.moments)
    if one and two and not any(x[0] <= y[1] and y[0] <= x[1] for x in one for y in two):
        return f"{min(one)[2]} / {min(two)[2]}"
    return None


def _give_shares(a: Profile, b: Profile) -> bool:
    return bool(a.figures and b.figures) and a.figures[0].unit in _SHARES and b.figures[0].unit in _SHARES


def check_share(a: Profile, b: Profile) -> str | None:
    """Two shares that differ, and of which one does not say what it measures, are two things: 86% and a 61% turnout."""
    if not _are_other_shares(a, b) or relate_figures(a.figures[0], b.figures[0]).same_measure:
        return None
    if _are_near(a, b):
        return None
    return f"{a.figures[0].text} / {b.figures[0].text}"


def check_measure(a: Profile, b: Profile) -> str | None:
    """Other figures of other measures and not one word in common: the price cap is not the number of tankers."""
    if not a.figures or not b.figures or (a.quotes and b.quotes) or _name_one_day(a, b):
        return None
    if not a.wording.stems.isdisjoint(b.wording.stems):
        return None
    relations = (relate_measured(one, two) for one, _ in a.values for two, _ in b.values)
    if any(found.same_value or found.same_measure is not False for found in relations):
        return None
    if match_terms(a.wording, b.wording):
        return None
    return f"{a.figures[0].text} / {b.figures[0].text}"


def check_quotation(a: Profile, b: Profile) -> str | None:
    """Two quotations that share next to nothing are two quotations, whoever said them."""
    if a.row.credit.mode != "direct" or b.row.credit.mode != "direct" or not a.quotes or not b.quotes:
        return None
    if _give_one_figure(a, b):
        return None
    alike = max(are_alike(one, two) for one in a.quotes for two in b.quotes)
    if alike < settings()["other quotation"]:
        return "other words"
    if alike <= settings()["answered quotation"] and _name_two_speakers(a, b):
        return "other words of another speaker"
    return None


def _name_two_speakers(a: Profile, b: Profile) -> bool:
    """Tell whether two people, both named, are quoted: the second takes up the words of the first and answers."""
    one, two = a.row.credit.speaker, b.row.credit.speaker
    return one is not None and two is not None and one.named and two.named and one.name != two.name


def _give_one_figure(a: Profile, b: Profile) -> bool:
    """Tell whether both give one number for one thing: then they are two translations, however far apart in words."""
    relations = (relate_figures(one, two) for one in a.figures for two in b.figures)
    return any(found.same_value and found.same_measure for found in relations)


def _name_one_time(a: Profile, b: Profile) -> bool:
    """Tell whether what one puts long ago is in a time that the other names too, whatever it says of it."""
    if all(name_last_time(one.row.statement.text) for one in (a, b)):
        return True
    spans = ((long_ago, moment) for one, two in ((a, b), (b, a)) for long_ago in one.long_ago for moment in two.moments)
    return any(first <= moment.latest[:10] and moment.earliest[:10] <= last for (first, last), moment in spans)


def _deny_of_all_time(a: Profile, b: Profile) -> bool:
    """Tell whether one puts nothing long ago and says that it never happened: that answers who says when it did."""
    return any(not one.long_ago and denies_of_all_time(one.row.statement.text) for one in (a, b))


def _name_one_day(a: Profile, b: Profile) -> bool:
    days = {(moment.earliest[:10], moment.latest[:10]) for moment in a.moments}
    return any((moment.earliest[:10], moment.latest[:10]) in days for moment in b.moments)


def _quote_one_utterance(a: Profile, b: Profile) -> bool:
    return any(are_alike(one, two) > settings()["one quotation"] for one in a.quotes for two in b.quotes)


def _are_other_shares(a: Profile, b: Profile) -> bool:
    """Tell whether both are about shares, their first figures, and have no share in common."""
    if not _give_shares(a, b):
        return False
    return not any(relate_figures(one, two).same_value for one in a.figures for two in b.figures)


def _are_near(a: Profile, b: Profile) -> bool:
    """Tell whether the two shares may be rival figures of one thing, as 2.9% and 3.4% may."""
    one, two = (abs(p.figures[0].high) * _percent(p.figures[0]) for p in (a, b))
    return max(one, two) <= min(one, two) * settings()["rival share"]


def _percent(figure: Figure) -> float:
    return 100 if figure.unit == "ratio" else 1


def _band(profile: Profile) -> str | None:
    return profile.row.certainty.band if profile.row.certainty else None


def _periods(moments: Sequence[Moment]) -> list[tuple[str, str, str]]:
    return [(m.earliest[:10], m.latest[:10], m.text) for m in moments if m.granularity in _PERIODS]


GATES: dict[str, Gate] = {
    "kind": check_kind,
    "occasion": check_occasion,
    "other": check_other,
    "period": check_period,
    "share": check_share,
    "measure": check_measure,
    "quotation": check_quotation,
}
"""By name, in the order in which they are asked."""
