"""Credits by a noun: "his claim that ...", "Ode's line was ...", "the league gives a higher count: ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.attribution.bounds import tighten
from claims.attribution.lexicon import BODIES, FINITE, NOUN_CUES, POSSESSIVES, REVISED, TITLES, words
from claims.attribution.phrases import phrase_left
from claims.attribution.scenes import Scene, past, span_of
from claims.attribution.subjects import nearest_subject
from claims.attribution.verbs import Tokens, is_verb

Span = tuple[int, int]
_VIEWS = words("views")
_GIVING = words("giving")
_RECKONINGS = words("reckonings")
_OPENING = NOUN_CUES | _VIEWS | _RECKONINGS | {":"}
_MAKING = words("making")
_VIEWED = frozenset(("is", "was", "remains", "stands", "stood"))
_BEFORE_FIGURES = words("before figures")
_FEW = 4
_LONGEST_INSERTION = 12
_LONGEST_LEAD = 24


class NounCredit(NamedTuple):
    """Words credited by a noun; spans of the text."""

    pieces: list[Span]
    speaker: Span
    cue: Span
    rule: str


def find_noun_credits(scene: Scene) -> Iterator[NounCredit]:
    """Yield what the nouns of the sentence credit; the caller drops what a verb has credited already."""
    if scene.headline:
        return
    tokens = scene.tokens
    places = [at for at, token in enumerate(tokens) if token.lower in _OPENING and token.region < 0]
    for at in places:
        if not 0 < at < len(tokens) - 2:
            continue
        if tokens[at].lower in NOUN_CUES and tokens[at + 1].lower == "that":
            found = _claim_that(tokens, at)
        elif tokens[at].lower in _VIEWS or tokens[at].lower in _RECKONINGS:
            found = _view_is(scene, at)
        elif tokens[at].text == ":":
            found = _figure_after_colon(tokens, at)
        else:
            continue
        if found is not None:
            yield found


def _claim_that(tokens: Tokens, at: int) -> NounCredit | None:
    """See "his claim that the road was shut" and "made the claim that"."""
    if is_verb(tokens, at + 2):
        return None
    speaker = _owner(tokens, at)
    if speaker is None and at > 2 and tokens[at - 1].lower in ("a", "an", "the") and tokens[at - 2].lower in _MAKING:
        speaker = nearest_subject(tokens, at - 1)
    if speaker is None:
        return None
    stop = _end_of_claim(tokens, at + 1, tighten(tokens, at + 1, len(tokens), clausal=True))
    return _credit(tokens, speaker, at, [span_of(tokens, at + 1, stop)])


def _end_of_claim(tokens: Tokens, start: int, stop: int) -> int:
    """Leave out the verb whose subject the claim is: "His claim that they had died was false"."""
    if any(is_verb(tokens, place) for place in range(max(0, start - _LONGEST_INSERTION), start - 1)):
        return stop
    verbs = [n for n in range(start + 1, stop) if is_verb(tokens, n) and not is_verb(tokens, n - 1)]
    return verbs[-1] if len(verbs) > 1 and tokens[verbs[-1]].lower in FINITE else stop


def _owner(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return the owner of the noun at ``at``, with at most one adjective between."""
    for place in (at - 1, at - 2):
        if place < 0:
            return None
        if tokens[place].lower in POSSESSIVES and tokens[place].lower not in ("my", "our", "your"):
            return place, place + 1
        if tokens[place].lower in ("'s", "'", "’") and place > 0:
            begun = phrase_left(tokens, 0, place - 1)
            return None if begun is None else (begun, place)
    return None


def _view_is(scene: Scene, at: int) -> NounCredit | None:
    """See ``Ode's line was "Never"`` and "the minister's version, given on Monday, is that ..."."""
    tokens = scene.tokens
    speaker = _owner(tokens, at)
    place = at + 1
    if tokens[place].text == ",":
        reach = range(place + 1, min(len(tokens), place + _LONGEST_INSERTION))
        place = next((n + 1 for n in reach if tokens[n].text == ","), place)
    if speaker is None or place + 2 >= len(tokens) or tokens[place].lower not in _VIEWED:
        return None
    first = place + 1
    if tokens[at].lower in _RECKONINGS and _gives_amount(tokens, first):
        return _credit(tokens, speaker, at, [span_of(tokens, first, len(tokens))])
    if tokens[first].quoted:
        region = scene.regions[tokens[first].region]
        return _credit(tokens, speaker, at, [(region.start, tokens[past(tokens, first, region) - 1].end)])
    if tokens[first].lower != "that":
        return None
    return _credit(tokens, speaker, at, [span_of(tokens, first, len(tokens))])


def _gives_amount(tokens: Tokens, at: int) -> bool:
    """See "The insurer's own tally is 1.94 million": a figure, maybe hedged, follows."""
    near = tokens[at : at + _FEW]
    amount = next((number for number, token in enumerate(near) if token.text[0].isdigit()), None)
    return amount is not None and all(token.lower in _BEFORE_FIGURES for token in near[:amount])


def _figure_after_colon(tokens: Tokens, at: int) -> NounCredit | None:
    """See "The league arrives at a higher count: 300 to 400": a body, a noun for figures and a colon."""
    lead = tokens[max(0, at - _LONGEST_LEAD) : at]
    if tokens[at - 1].lower not in REVISED or len(lead) < at or tokens[at + 1].quoted:
        return None
    if not any(token.text[0].isdigit() for token in tokens[at + 1 :]):
        return None
    verb = next((n for n in range(1, at) if tokens[n].lower in _GIVING), None)
    begun = None if verb is None else phrase_left(tokens, 0, verb - 1)
    if verb is None or begun is None:
        return None
    speaker = tokens[begun:verb]
    if not (speaker[-1].named or any(t.lower in BODIES or t.lower in TITLES for t in speaker)):
        return None
    return _credit(tokens, (begun, verb), at - 1, [span_of(tokens, at + 1, len(tokens))])


def _credit(tokens: Tokens, speaker: tuple[int, int], noun: int, pieces: list[Span]) -> NounCredit:
    return NounCredit(pieces, span_of(tokens, *speaker), (tokens[noun].start, tokens[noun].end), "noun")
