"""What stands before the subject without a comma: "On Monday the ministry", "But", "Last night police chiefs"."""

from __future__ import annotations

from claims.attribution.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS, TIMES, words
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens

_NAME_PARTICLES = words("name particles")


def drop_lead(tokens: Tokens, begun: int, last: int) -> int | None:
    """Return where the phrase begins without a leading "On Monday", "In a statement" or "But"."""
    while begun <= last and (tokens[begun].lower in ("and", "but", "or", "so", "yet") or _is_adverb(tokens[begun])):
        begun += 1
    if begun > last:
        return None
    head = tokens[begun].lower
    if head in ("about", "around", "over", "under") and begun < last and tokens[begun + 1].text[0].isdigit():
        return begun
    if head in PREPOSITIONS or (head in TIMES and begun < last) or head in ("late", "last"):
        begun = _after_time(tokens, begun, last) or _after_adjunct(tokens, begun, last)
    if begun > last or not any(token.text[0].isalpha() for token in tokens[begun : last + 1]):
        return None
    return begun


def _after_time(tokens: Tokens, begun: int, last: int) -> int | None:
    """Return where the subject begins after a bare time: "Last night port chiefs", "On Monday port chiefs"."""
    place = begun + (tokens[begun].lower in ("last", "late", "on"))
    while place < last and tokens[place].lower in TIMES:
        place += 1
    plain = place > begun + 1 and tokens[place].text[0].islower() and tokens[place].lower not in PREPOSITIONS
    return place if plain and tokens[place].lower not in ("and", "or", "'s") else None


def _after_adjunct(tokens: Tokens, begun: int, last: int) -> int:
    """Return where the subject begins after an adjunct without a comma: "On Monday the ministry"."""
    place = last
    while place > begun and (tokens[place].named or tokens[place].lower in _NAME_PARTICLES):
        place -= 1
    if not tokens[place].named or tokens[place].lower in PREPOSITIONS or tokens[place].lower in TIMES:
        place += 1
    while place <= last and (tokens[place].lower in TIMES or tokens[place].lower in ("of", "and", "for")):
        place += 1
    if place <= last:
        return place - 1 if tokens[place - 1].lower in DETERMINERS and place - 1 > begun else place
    starts = [number for number in range(begun + 1, last + 1) if tokens[number].lower in DETERMINERS]
    return starts[-1] if starts else last + 1


def _is_adverb(token: Token) -> bool:
    return token.lower in ADVERBS and token.lower.endswith("ly")
