"""Wishes that credit: "the union wants the rate to be doubled"."""

from __future__ import annotations

from claims.attribution.lexicon import CONJUNCTIONS
from claims.attribution.verbs import Tokens

_LONGEST = 12
_NEAR = 3
_MONEY = frozenset(("$", "€", "£", "¥", "₹"))


def wants_change(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell "wants the rate to be doubled" and "wants it scrapped" from "wants peace"."""
    place, stop = at, min(stop, at + _LONGEST)
    while place + 1 < stop:
        place += 1
        token = tokens[place]
        if token.lower == "to":
            return True
        if token.text == "," and tokens[place + 1].lower in ("which", "who", "whose"):
            place = next((n for n in range(place + 1, stop) if tokens[n].text == ","), stop)
        elif token.text in (",", ":", ";") or token.lower in CONJUNCTIONS:
            return False
        elif token.lower.endswith("ed") and len(token.text) > 4 and place < at + 4:
            return True
    return False


def wants_figure(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell "wants 100 francs for each victim" and "wants another 20 buses"."""
    return any(token.text[:1].isdigit() or token.text in _MONEY for token in tokens[at : min(stop, at + _NEAR)])
