"""Words before a crediting clause that only lead in: "In May, he reminded voters of it"."""

from __future__ import annotations

from claims.attribution.lexicon import PREPOSITIONS
from claims.attribution.verbs import Tokens, is_verb

_LONGEST = 20


def brings_quotation(tokens: Tokens, first: int, before: int, start: int) -> bool:
    """See ``After the vote, Ode wrote, "We lost"``: a full quotation follows, what stands before only leads in."""
    if tokens[start].text not in (",", ":") or start + 2 >= len(tokens) or not tokens[start + 1].quoted:
        return False
    return tokens[start + 2].text[:1].isupper() and not any(token.quoted for token in tokens[first : before + 1])


def only_leads_in(tokens: Tokens, first: int, before: int) -> bool:
    """See "In May, he reminded voters of it": a phrase without a verb is not what is said."""
    opening = tokens[first + 1 if tokens[first].lower in ("and", "but") else first].lower
    if (
        opening not in PREPOSITIONS
        or before - first > _LONGEST
        or any(token.quoted for token in tokens[first : before + 1])
    ):
        return False
    return not any(is_verb(tokens, place) for place in range(first, before + 1))


def ends_lead_in(tokens: Tokens, first: int, before: int) -> bool:
    """Tell whether the words before the clause are only a lead-in: "On Monday, he said, ..."."""
    return not any(token.quoted for token in tokens[first:before]) and before - first < 8
