"""Names of bodies that end with a country: "Sport England", "Transport Scotland"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.genders import gender_of_name
from claims.names import country_of

_LANDS = frozenset(("England", "Scotland", "Wales", "Britain", "Ireland"))


def ends_with_land(words: Sequence[str]) -> bool:
    """Tell whether a name ends with a country and does not begin with a given name: it is a body's."""
    last = words[-1]
    return (country_of(last) == last or last in _LANDS) and gender_of_name(words[0]) is None
