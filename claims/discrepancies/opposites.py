"""States of which one thing has only one, though neither text denies anything: upright, on its side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from claims.attribution.compare import same_speaker
from claims.certainty import find_hedges, is_rejected, split_assertions
from claims.discrepancies.happenings import find_happenings
from claims.discrepancies.predicates import share_terms, terms_of
from claims.discrepancies.rule import Setting, shorten
from claims.matching.families import Term, find_terms
from claims.matching.words import content_words
from claims.model import Attribution
from claims.patterns import Gated, Phrases, lazy
from claims.wordlists import read_pairs, read_words

_LIST = Path(__file__).parent / "data" / "opposites.txt"
_KINDS = ("states", "verdicts", "passing", "plans", "stances")
_CHARGE_BEHIND = lazy(r"(?:\w+\s){0,4}?(?:of|on)\s(?!\w+day\b)(?P<charge>[^.;:—–]{3,160})")
_CHARGE_BEFORE = Gated(
    r"\b[Oo]n (?:the |a |all |two |three |both )?(?:charges?|counts?) of "
    r"(?P<charge>[^.;:,—–]{3,80}?),?(?: \w+)?(?: was| were)?$",
    "charge",
    "count",
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:–—]")
_NEAR = 3
"""Words before a state within which a "not" turns it round."""
_VERBS = 4
"""Words before a state among which its auxiliaries stand."""
_REACH = 160
"""Characters before and behind a state in which the words stand that tell whose it is."""
_QUOTED = 40
"""Characters of a charge that are quoted."""
_MOST = 12
"""States that are read in one statement."""
_NAME = 8
"""Words behind a deed that name what it is done to, at most."""


class State(NamedTuple):
    """One of two opposite states in a clause, and who or what is in it."""

    pair: tuple[str, int]
    """The kind of the opposites and their number in the list."""
    side: int
    words: str
    ahead: bool
    holders: tuple[Term, ...]
    """The nouns before the words: "the developer, Milos Hart," is one in two names."""
    objects: tuple[Term, ...]
    """The nouns right behind them."""
    owned: bool
    """The holder is somebody's: "her members"."""
    names: frozenset[str]
    pronoun: bool
    """Only "he", "she" or "they" tells who is in it: whoever the claim is about."""
    charge: tuple[Term, ...] = ()
    """What a verdict is about: "cleared of fraud"."""


class Opposition(NamedTuple):
    """Two opposite states of one thing."""

    words: tuple[str, str]
    passing: bool
    """One may have followed the other."""


def find_opposites(a: Attribution, b: Attribution, setting: Setting) -> Opposition | None:
    """Return the opposite states in which two statements put one thing; None where they need not be of one time."""
    ours = _states_of(a)
    theirs = _states_of(b) if ours else ()
    for x in ours:
        for y in theirs:
            if x.pair == y.pair and x.side != y.side and _are_of_one(a, b, x, y):
                lone = bool(x.charge) or all(_has_one_side(states, x.pair) for states in (ours, theirs))
                if lone and not _count_apart(a, b) and not _tell_other_days(a, b, setting):
                    return Opposition((x.words, y.words), x.pair[0] != "states" and not x.ahead)
    return None


def has_state(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether a statement puts anything in a state that has an opposite."""
    return bool(_states_of(attribution))


def _has_one_side(states: tuple[State, ...], pair: tuple[str, int]) -> bool:
    """Tell whether a statement has only one of the two: "closed on Monday and reopened on Tuesday" has both."""
    return len({state.side for state in states if state.pair == pair}) == 1


def _are_of_one(a: Attribution, b: Attribution, x: State, y: State) -> bool:
    if x.charge and y.charge:
        return _is_one_charge(x.charge, y.charge)
    if (x.ahead != y.ahead and x.pair[0] != "plans") or (x.names and y.names and x.names.isdisjoint(y.names)):
        return False
    if x.pair[0] == "stances":
        one_holder = share_terms(x.holders, y.holders) > 0 or ((x.owned or y.owned) and same_speaker(a, b))
        return one_holder and share_terms(x.objects, y.objects) > 0
    if x.pronoun or y.pronoun:
        return True
    return share_terms((*x.holders, *x.objects), (*y.holders, *y.objects)) > 0


def _is_one_charge(one: tuple[Term, ...], other: tuple[Term, ...]) -> bool:
    """Tell whether all that the shorter charge names is in the longer: one of several may be named alone."""
    short, long = sorted((one, other), key=len)
    words = {word for term in long for word in term.stem.split()}
    return all(term.stem in words or share_terms((term,), long) for term in short)


def _count_apart(a: Attribution, b: Attribution) -> bool:
    """Tell whether the two count: of 40 sailors some are dead and others alive."""
    return _counts_of(a) != _counts_of(b)


def _counts_of(attribution: Attribution) -> set[tuple[float, float]]:
    """Return the counts of a statement but for the number of its sources: "two engineers"."""
    mention = attribution.credit.speaker.mention.casefold() if attribution.credit.speaker else ""
    counts = [x for x in attribution.figures if x.unit is None and x.noun]
    return {(count.low, count.high) for count in counts if count.text.casefold() not in mention}


def _tell_other_days(a: Attribution, b: Attribution, setting: Setting) -> bool:
    ours, theirs = find_happenings(a, setting), find_happenings(b, setting)
    if not ours or not theirs:
        return False
    return not any(
        x.moment.earliest[:10] <= y.moment.latest[:10] and y.moment.earliest[:10] <= x.moment.latest[:10]
        for x in ours
        for y in theirs
    )


def hiding_words() -> frozenset[str]:
    """Return what is done to a fact that is kept from the public."""
    return _words("hiding")


def _states_of(attribution: Attribution) -> tuple[State, ...]:
    text, cue = attribution.statement.text, attribution.credit.cue
    if not _has_state(text) or is_rejected(text, cue):
        return ()
    return _read_states(text, cue)


@lru_cache(maxsize=4096)
def _has_state(text: str) -> bool:
    return bool(_any_state().find(text.lower()))


@lru_cache(maxsize=4096)
def _read_states(text: str, cue: str | None) -> tuple[State, ...]:
    found: list[State] = []
    for assertion in split_assertions(text, cue):
        if not any(level == "possible" for level, _, _ in find_hedges(" ".join(assertion.text.split()))):
            behind = text[text.find(assertion.text) + len(assertion.text) :][:_REACH]
            found.extend(islice(_read_clause(assertion.text, behind), _MOST))
    return tuple(found[:_MOST])


def _read_clause(clause: str, behind: str) -> Iterator[State]:
    low = clause.lower().replace("’", "'")
    for start, end in _any_state().find(low):
        state = low[start:end]
        parts = clause[max(0, start - _REACH) : start], clause[end : end + _REACH]
        before, after = map(_WORD.findall, parts)
        if any(word.lower() in _words("relative") for word in before[-_NEAR:]):
            continue
        negated = _is_turned([word.lower() for word in before[-_NEAR:]])
        ahead = any(word.lower() in _words("ahead") for word in before[-_VERBS:])
        holders, objects = _heads_of(before), _heads_of(after[:_NAME])[:1]
        names = frozenset(term.stem for term in (*holders, *objects) if term.name)
        owned = not _words("owned").isdisjoint(word.lower() for word in before)
        pronoun = not holders and not objects and bool(before) and before[0].lower() in _words("pronouns")
        charge = _read_charge(parts[0], state, parts[1] + behind)
        for pair, side in _sides()[state]:
            about = charge if pair[0] == "verdicts" else ""
            quoted = _quote(before, state) + (f" … {shorten(about, _QUOTED)}" if about else "")
            yield State(pair, side ^ negated, quoted, ahead, holders, objects, owned, names, pronoun, terms_of(about))


def _is_turned(before: list[str]) -> bool:
    """Tell "not", "never" and "anything but" before a state."""
    plain = any(word in _words("negations") or word.endswith("n't") for word in before)
    return plain or " ".join(before[-2:]) in _words("turning phrases")


def _read_charge(before: str, verdict: str, behind: str) -> str:
    """Return what a verdict is about, as far as the next one: "convicted of fraud", "on the charge of fraud freed"."""
    found = _CHARGE_BEHIND.match(f"{verdict.rsplit(maxsplit=1)[-1]}{behind}") or _CHARGE_BEFORE.search(before)
    if found is None:
        return ""
    further = _any_state().find(found["charge"].lower())
    charge = found["charge"][: further[0][0]] if further else found["charge"]
    return re.sub(r",?\s(?:but|and)\s$", "", charge)


def _quote(before: list[str], words: str) -> str:
    """Return a state with the auxiliaries and the "not" before it."""
    start = len(before)
    while start and before[start - 1].lower() in _words("auxiliaries"):
        start -= 1
    return " ".join([*(word.lower() for word in before[start:]), words])


def _heads_of(words: list[str]) -> tuple[Term, ...]:
    """Return the noun of each part between commas of a name, without what tells more of it."""
    heads: list[Term] = []
    for part in " ".join(_until_end(words)).split(","):
        heads.extend(terms_of(part)[-1:] or [*find_terms(content_words(part))][-1:])
    return tuple(heads)


def _until_end(words: list[str]) -> list[str]:
    end = next((i for i, word in enumerate(words) if i and (word.lower() in _words("ends") or word in ";:–—")), None)
    return words[:end]


def _words(section: str) -> frozenset[str]:
    return read_words(_LIST)[section]


@cache
def _sides() -> dict[str, list[tuple[tuple[str, int], int]]]:
    """Return in which opposites each phrase stands, and on which side."""
    found: dict[str, list[tuple[tuple[str, int], int]]] = {}
    for kind in _KINDS:
        lines = read_pairs(_LIST)[kind]
        for number, right in enumerate(dict.fromkeys(lines.values())):
            left = [phrase for phrase, value in lines.items() if value == right]
            for side, phrases in enumerate((left, [phrase.strip() for phrase in right.split(",")])):
                for phrase in phrases:
                    found.setdefault(phrase, []).append(((kind, number), side))
    return found


@cache
def _any_state() -> Phrases:
    return Phrases(_sides())
