"""Whether an editor would want to see how differently two outlets commit to one statement."""

from __future__ import annotations

from claims.certainty.hedging import is_done
from claims.certainty.lexicon import is_hedge
from claims.model import Certainty

_FLAT = frozenset({"said", "announced", "confirmed", "claimed", "estimated"})
"""Said or stated flatly: who says it and how well is another matter."""
_DIFFERS = {
    "possible": _FLAT | {"expected", "planned", "official"},
    "expected": frozenset({"confirmed", "planned", "promised", "official", "hoped"}),
    "hoped": _FLAT | {"planned", "official", "expected"},
    "unverified": _FLAT - {"estimated", "claimed"} | {"official"},
    "alleged": _FLAT - {"claimed"} | {"official"},
    "official": _FLAT - {"announced", "confirmed"},
    "confirmed": frozenset({"estimated", "claimed"}),
}
"""Which levels an editor would want shown against which; both ways round."""


def compare_certainty(a: Certainty | None, b: Certainty | None) -> str | None:
    """Return why two certainties of one statement differ in a way worth showing, None where they do not.

    "X said" against the outlet's own voice is no difference; "is expected to" against "hopes" or "will" is one.
    """
    one, two = (a.level if a else "said"), (b.level if b else "said")
    if {one, two} == {"official", "estimated"} and (_is_own_estimate(a) or _is_own_estimate(b)):
        return None
    if two in _DIFFERS.get(one, ()) or one in _DIFFERS.get(two, ()):
        return f"{_word(a)} against {_word(b)}"
    if _is_only_planned(a, b) or _is_only_planned(b, a):
        return f"{_word(a)} against {_word(b)}"
    return None


def _is_own_estimate(certainty: Certainty | None) -> bool:
    """Tell whether somebody estimates in their own name; "is estimated at" is the outlet's hedge."""
    return certainty is not None and certainty.level == "estimated" and not any(map(is_hedge, certainty.words))


def _is_only_planned(plan: Certainty | None, deed: Certainty | None) -> bool:
    """Tell whether one puts ahead what the other tells as done."""
    if plan is None or deed is None or plan.level not in {"planned", "promised", "expected"}:
        return False
    return deed.level in {"said", "confirmed"} and is_done(deed)


def _word(certainty: Certainty | None) -> str:
    if certainty is None or certainty.level == "said":
        return "stated flatly"
    return f"{certainty.level} (“{'”, “'.join(certainty.words)}”)"
