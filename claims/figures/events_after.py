"""What happened to the counted by the words behind it: "soldiers have been killed", "rushed to hospital"."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.lexicon import listed, listed_pairs, words
from claims.figures.nouns import kind_of
from claims.figures.tokens import MARK, NUMBER, WORD, Tokens

_RIGHT = 12


def read_event_after(tokens: Tokens, amount: Amount) -> str | None:
    """Read the passive or the verb after the noun: "soldiers have been killed", "17 soldiers dead"."""
    skipped, breaks = words("events", "auxiliaries"), words("events", "breaks")
    passive = False
    distance = 0
    start = _pass_insertion(tokens, _pass_second_group(tokens, amount.phrase_end))
    for index in range(start, min(start + _RIGHT, tokens.count)):
        found = listed_pairs("events", "participles", "subject").match_at(tokens, index)
        if found is not None and not _is_month(tokens, index):
            section, event = found[0].split("|")
            if section == "subject" or passive or not _takes_object(tokens, found[1]):
                return event
            return None
        if _is_brought_to_hospital(tokens, index):
            return "hospitalised"
        word = tokens.lows[index]
        passive = passive or word in PASSIVE
        if word in breaks or (tokens.kinds[index] == MARK and word not in ("-", "(", ")", '"')):
            return None
        distance += word not in skipped
        if distance > (1 if not passive else 4) and not _in_place(tokens, start, index):
            return None
    return None


def _pass_second_group(tokens: Tokens, index: int) -> int:
    """Pass over "and servicewomen", who are counted in."""
    coupled = tokens.low(index) == "and" and tokens.kind(index + 1) == WORD
    return index + 2 if coupled and kind_of(tokens.low(index + 1)) is not None else index


def _pass_insertion(tokens: Tokens, index: int) -> int:
    """Pass over ", among them an infant," where an auxiliary goes on behind it."""
    if tokens.low(index) != ",":
        return index
    for end in range(index + 2, min(index + _LONGEST_INSERTION, tokens.count)):
        if tokens.lows[end] == ",":
            return end + 1 if tokens.low(end + 1) in _GOING_ON else index
        if tokens.kinds[end] == MARK and tokens.lows[end] not in ("-", "'", "’"):
            return index
    return index


_LONGEST_INSERTION = 12
_GOING_ON = frozenset("have has had were was are died".split())
PASSIVE = frozenset("were was are been be being is".split())


def _is_brought_to_hospital(tokens: Tokens, index: int) -> bool:
    """Tell "rushed to Ostwick Base Hospital": a name stands before the house."""
    found = listed("events", "brought").match_at(tokens, index)
    if found is None:
        return False
    at = found[1]
    while tokens.capital(at) or tokens.low(at) in ("the", "a", "an", "nearby", "local", "two", "three", "several"):
        if tokens.low(at) in words("events", "houses"):
            return True
        at += 1
        if at - found[1] > _LONGEST_NAME:
            return False
    return tokens.low(at) in words("events", "houses")


_LONGEST_NAME = 6


def _is_month(tokens: Tokens, index: int) -> bool:
    """Tell the month from the verb: "rose to three on March 4"."""
    return tokens.capital(index) and tokens.lows[index] in words("exclusions", "months")


def _in_place(tokens: Tokens, start: int, index: int) -> bool:
    """Pass over "in the region" between the noun and its verb."""
    return tokens.low(start) in ("in", "at", "from", "near", "on", "of") and index - start < 8


def _takes_object(tokens: Tokens, index: int) -> bool:
    """Tell "missiles killed 14" and "quakes flattened homes", where the counted is not what it happened to."""
    word = tokens.low(index)
    if tokens.kind(index) == NUMBER:
        return True
    if tokens.kind(index) != WORD or word.endswith("ly") or tokens.capital(index):
        return False
    if word == "at":
        return tokens.low(index + 1) in ("least", "most")
    return word in words("events", "objects") or word not in words("nouns", "stops")
