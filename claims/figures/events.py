"""What happened to the counted: killed, wounded, missing, detained ... from the verb or noun that governs it."""

from __future__ import annotations

from claims.figures.amounts import Amount
from claims.figures.events_after import PASSIVE, read_event_after
from claims.figures.lexicon import listed_pairs, pairs, words
from claims.figures.tokens import MARK, NUMBER, Tokens

_LEFT = 24
_STRONG = frozenset(".;!?")


def read_event(tokens: Tokens, amount: Amount, *, is_part: bool = False) -> str | None:
    """Return the event of a counted amount: from its noun, the words after it, else the words before it.

    Of a part the verb before goes first: what was downed of "31 of the 38 drones launched" are the 31.
    """
    own = pairs("events", "nouns").get(amount.noun or "")
    after = None if _is_place(tokens, amount.first) else read_event_after(tokens, amount)
    if own is not None and own not in words("events", "weak"):
        return after if after == _WORST and amount.noun in words("nouns", "states") else own
    return (
        (_read_before(tokens, amount.first) if is_part else None)
        or _read_adjacent(tokens, amount)
        or after
        or _read_before(tokens, amount.first)
        or _read_label(tokens, amount.first)
        or own
    )


_WORST = "killed"
"""Who is among the wounded may have died: "three of the wounded died"."""


def _is_place(tokens: Tokens, first: int) -> bool:
    """Tell "people in four regions have fallen ill", which befell no regions."""
    start = first - 1
    while tokens.low(start) in _BOUNDING:
        start -= 1
    return start > 0 and tokens.low(start) in _PLACING


_BOUNDING = frozenset("at least more than about some nearly around over up to".split())
_PLACING = frozenset("in across throughout from".split())


def name_event(words: str) -> str | None:
    """Return what words such as "wounded" or "went missing" say happened, None where they open with no such thing."""
    found = listed_pairs("events", "participles", "subject", "nouns").match_at(Tokens(words), 0)
    return found[0].split("|")[1] if found else None


def is_spared(tokens: Tokens, index: int) -> bool:
    """Tell whether what follows "no one" or "one" is something that happens to people in the news."""
    for at in range(index, index + 4):
        if listed_pairs("events", "participles", "subject").match_at(tokens, at) is not None:
            return True
        if tokens.low(at) not in words("events", "auxiliaries"):
            return False
    return False


def _read_adjacent(tokens: Tokens, amount: Amount) -> str | None:
    """Read "15 wounded": the participle as the counted itself."""
    found = listed_pairs("events", "participles", "subject").match_at(tokens, amount.number_end)
    if found is None or amount.unit is not None:
        return None
    return found[0].split("|")[1]


def _read_before(tokens: Tokens, first: int) -> str | None:
    """Read the nearest verb or noun to the left: "killing at least 14", "the death toll rose to 31"."""
    far = False
    happening = listed_pairs("events", "active", "participles", "nouns")
    for index in range(first - 1, max(-1, first - 1 - _LEFT), -1):
        word = tokens.lows[index]
        if word in _STRONG and tokens.kind(index) == MARK and not _abbreviates(tokens, index):
            return None
        if not happening.may_end_with(word):
            far = far or not _may_stand_between(tokens, index)
            continue
        if not far:
            found = listed_pairs("events", "active", "participles").match_before(tokens, index + 1)
            if found is not None and not _is_passive(tokens, found[1]) and not _is_noun(tokens, found[1]):
                return found[0].split("|")[1]
        noun = listed_pairs("events", "nouns").match_before(tokens, index + 1)
        if noun is not None and _governs(tokens, noun[1], index + 1, first):
            return noun[0].split("|")[1]
        counted = listed_pairs("events", "participles").match_before(tokens, index + 1)
        if counted is not None and _opens_count(tokens, counted[1]):
            return counted[0].split("|")[1]
        far = far or not _may_stand_between(tokens, index)
    return None


def _abbreviates(tokens: Tokens, index: int) -> bool:
    return len(tokens.word(index - 1)) <= 3 and tokens.capital(index - 1)


def _may_stand_between(tokens: Tokens, index: int) -> bool:
    """Tell whether a verb further left may still have the number as its object."""
    word = tokens.lows[index]
    return word in words("events", "skipped before")


def _is_passive(tokens: Tokens, start: int) -> bool:
    """Tell "were killed and 15": what follows a passive is no object of it."""
    return tokens.low(start - 1) in PASSIVE or tokens.low(start - 2) in ("been", "were", "was")


def _is_noun(tokens: Tokens, start: int) -> bool:
    """Tell "in damages to 1,840 people" from "damages 1,840 homes"."""
    return tokens.lows[start].endswith("s") and tokens.low(start - 1) in _PREPOSITIONS


_PREPOSITIONS = frozenset("in of for with from".split())


def _governs(tokens: Tokens, start: int, end: int, first: int) -> bool:
    """Tell that a noun such as "death toll" leads to the number by a copula, a verb of level or "of"."""
    between = tokens.lows[end:first]
    if tokens.low(start - 1) in ("no", "without"):  # "no injuries were reported among the 40 passengers"
        return False
    if len(between) > 12 and not _opens_count(tokens, start):
        return False
    if ";" in between or _closes_count(tokens, first) or _has_object(tokens, start, end, first):
        return False
    if "and" in between[:-3] and not _opens_count(tokens, start):
        return False
    return not words("events", "levels").isdisjoint(between) or not between


def _has_object(tokens: Tokens, start: int, end: int, first: int) -> bool:
    """Tell the verb of "killed 79 people, where 12,000 cases ...", whose number is another one."""
    while end < first and tokens.lows[end] in words("events", "skipped before"):
        end += 1
    return end < first and tokens.kinds[end] == NUMBER and tokens.lows[start] in pairs("events", "participles")


def _closes_count(tokens: Tokens, first: int) -> bool:
    """Tell that the number before has its own happening: "two dead and 25 quarantined" are not 27 dead."""
    if tokens.low(first - 1) != "and":
        return False
    return listed_pairs("events", "participles", "subject", "nouns").match_before(tokens, first - 1) is not None


def _opens_count(tokens: Tokens, start: int) -> bool:
    """Tell that "number of" stands a few words before."""
    near = tokens.lows[max(0, start - 6) : start]
    return any(word in words("events", "counts") and near[at + 1 : at + 2] == ["of"] for at, word in enumerate(near))


def _read_label(tokens: Tokens, first: int) -> str | None:
    """Read a fact sheet's label: "RESIDENTS EVACUATED: approx. 8,400"."""
    for index in range(first - 1, max(-1, first - 5), -1):
        if tokens.lows[index] == ":":
            found = listed_pairs("events", "participles", "nouns", "subject").match_before(tokens, index)
            return found[0].split("|")[1] if found else None
    return None
