"""Quotations that no listed cue credits: continued speech, and verbs of saying that no list holds."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from claims.attribution.lexicon import (
    BODIES,
    CONJUNCTIONS,
    DETERMINERS,
    OCCASIONS,
    PREPOSITIONS,
    SLUGS,
    SUBJECT_PRONOUNS,
    TITLES,
    verb_forms,
    words,
)
from claims.attribution.phrases import phrase_left
from claims.attribution.scenes import Scene, span_of
from claims.attribution.subjects import find_subject
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens, is_dash, is_verb
from claims.statements import Region

Span = tuple[int, int]
_OUTSIDE = {-1}
"""The region of words outside marks."""
_LONGEST_NAME = 7
_LONGEST_LABEL = 12
_LONGEST_DESCRIBER = 16
_DESCRIBING = words("describing")
_LEAST_CONTINUED = 5
_LABEL_WORDS = frozenset((",", ".", "-", "of", "the", "at", "and", "'s", "de", "van", "von"))
_MARKS = "\"”“'’‘«»` "


@dataclass(slots=True, eq=False, repr=False)
class Floating:
    """A quotation without a cue of its own."""

    pieces: list[Span]
    speaker: Span | None
    cue: Span | None
    rule: str


def find_floating(scene: Scene, credited: Set[int], last_speaker: Span | None) -> Iterator[Floating]:
    """Yield the quotations of the sentence that nothing has credited yet."""
    numbers = sorted({token.region for token in scene.tokens} - credited - _OUTSIDE)
    for number in numbers:
        found = _read_region(scene, number, last_speaker)
        if found is not None:
            yield found


def _read_region(scene: Scene, number: int, last_speaker: Span | None) -> Floating | None:
    tokens = scene.tokens
    region = scene.regions[number]
    words = [token for token in tokens if token.region == number and token.text[0].isalnum()]
    after = next((place for place, token in enumerate(tokens) if token.start >= region.end), len(tokens))
    described = None if scene.headline or not words else _described(tokens, region, after)
    if described is not None:
        return described
    brought = bool(words) and _ends_after_colon(tokens, region)
    if scene.headline or not (brought or _may_float(words, carried=region.carried)):
        return None
    last = next((token for token in reversed(tokens) if token.region == number and token.text not in _MARKS), words[-1])
    spoken = _spoken_after(tokens, region, after) if last.text in (",", "?", "!") else None
    if spoken is not None:
        return spoken
    if any(token.text[0].isalnum() for token in tokens if token.start < region.start):
        return _labelled(tokens, region) or _introduced(tokens, region)
    signed = _signed(tokens, region, after)
    if signed is not None or last_speaker is None or last.text == "," or after < len(tokens) - 1:
        return signed
    if len(words) < _LEAST_CONTINUED and not region.carried:
        return None
    return Floating([(region.start, region.end)], last_speaker, None, "continued")


def _ends_after_colon(tokens: Tokens, region: Region) -> bool:
    """See ``Ode bristled: "Next question."``: a colon brings the words in, and they end the sentence."""
    first = next((place for place, token in enumerate(tokens) if token.start >= region.start), 0)
    return first > 2 and tokens[first - 1].text == ":" and tokens[-1].end <= region.end


def _may_float(words: Tokens, *, carried: bool) -> bool:
    """Tell whether marks hold words enough; where the paragraph before left them open, two will do."""
    return len(words) > 2 or (carried and sum(token.text[0].isalpha() for token in words) > 1)


def _spoken_after(tokens: Tokens, region: Region, after: int) -> Floating | None:
    """See ``"Why?" Ode enthused``: a subject and a verb that no list holds follow the marks."""
    if after >= len(tokens) or tokens[after].text in (".", ";", ":"):
        return None
    verb = _verb_after(tokens, after)
    begun = phrase_left(tokens, after, verb - 1) if verb is not None else None
    return None if verb is None or begun is None else _spoken(tokens, region, begun, verb)


def _described(tokens: Tokens, region: Region, after: int) -> Floating | None:
    """See ``"A patch" was how Ode described it``: behind the marks the sentence tells whose words they are."""
    if after + 3 >= len(tokens) or tokens[after].lower not in ("is", "was") or tokens[after + 1].lower != "how":
        return None
    start = after + 2
    for verb in range(start + 1, min(len(tokens), start + _LONGEST_DESCRIBER)):
        if verb_forms().get(tokens[verb].lower) in _DESCRIBING and not tokens[verb].quoted:
            end = verb - 1 if tokens[verb - 1].lower in ("has", "had", "later") else verb
            end -= tokens[end - 1].text == ","
            speaker = (tokens[start].start, tokens[end - 1].end)
            stop = next((n for n in range(verb, len(tokens)) if tokens[n].text in (",", ".", ";")), len(tokens))
            pieces = [(region.start, region.end), span_of(tokens, verb + 1, stop)]
            return Floating(pieces, speaker, (tokens[verb].start, tokens[verb].end), "described")
    return None


def _signed(tokens: Tokens, region: Region, after: int) -> Floating | None:
    """See ``"..." — Ann Ode``: a dash and a name sign the quotation."""
    if after + 1 >= len(tokens) or not is_dash(tokens[after]) or not tokens[after + 1].named:
        return None
    end = after + 1
    while end < len(tokens) and (tokens[end].named or tokens[end].text in (".", "-")) and end - after < _LONGEST_NAME:
        end += 1
    if end < len(tokens) and not tokens[end].quoted and tokens[end].text not in (",", ".", ";"):
        return None
    speaker = (tokens[after + 1].start, tokens[end - 1].end)
    return Floating([(region.start, region.end)], speaker, (tokens[after].start, tokens[after].end), "signed")


def _labelled(tokens: Tokens, region: Region) -> Floating | None:
    """See ``Ann Ode, Orlo Post: "..."``: a name, where its bearer belongs, a colon and nothing but the words."""
    colon = next((place for place, token in enumerate(tokens[:_LONGEST_LABEL]) if token.text == ":"), None)
    if not colon or colon + 1 >= len(tokens) or tokens[colon + 1].start > region.start or tokens[colon].quoted:
        return None
    label = tokens[_after_number(tokens) : colon]
    if not label or label[0].lower in CONJUNCTIONS or not label[0].named or not _is_label(label):
        return None
    if label[0].lower in SLUGS or tokens[-1].end > region.end:
        return None
    name = next((place for place, token in enumerate(label) if token.text == ","), len(label))
    speaker = (label[0].start, label[name - 1].end)
    return Floating([(region.start, region.end)], speaker, (tokens[colon].start, tokens[colon].end), "labelled")


def _after_number(tokens: Tokens) -> int:
    """Return the token after the number of a paragraph: "2. Mayor Ann Ode: ..."."""
    return 2 if tokens[0].text.isdigit() and tokens[1].text in (".", ")") else 0


def _is_label(label: Tokens) -> bool:
    """Tell "Ann Ode, Orlo Post" and "Branch secretary Ann Ode" from other words before a colon."""
    if all(token.named or token.lower in _LABEL_WORDS for token in label):
        return True
    titled = any(token.lower in TITLES for token in label)
    return titled and label[-1].named and all(_may_name_office(token) for token in label)


def _may_name_office(token: Token) -> bool:
    return token.named or token.lower in _LABEL_WORDS or token.lower in TITLES or token.lower in BODIES


def _introduced(tokens: Tokens, region: Region) -> Floating | None:
    """See ``Ode went further: "..."`` and ``as Ode sings, "..."``: an unlisted verb brings the quotation in."""
    first = next(place for place, token in enumerate(tokens) if token.start >= region.start)
    mark = tokens[first - 1]
    if mark.text not in (":", ",") or mark.quoted or first < 3:
        return None
    if not (first + 1 < len(tokens) and tokens[first + 1].text[0].isupper()) and mark.text == ",":
        return None
    subject = find_subject(tokens, first - 1)
    if subject is None or tokens[subject[0]].lower in PREPOSITIONS:
        return None
    verb = subject[1]
    while verb < first - 1 and not is_verb(tokens, verb) and verb < subject[1] + 3:
        verb += 1
    near = verb >= first - 3 or tokens[first - 2].lower in OCCASIONS
    if verb >= first - 1 or (mark.text == "," and not near) or tokens[verb].quoted:
        return None
    speaker = (tokens[subject[0]].start, tokens[subject[1] - 1].end)
    cue = (tokens[verb].start, tokens[first - 1].end) if first - verb < 8 else (mark.start, mark.end)
    return Floating([(region.start, region.end)], speaker, cue, "introduced")


def _spoken(tokens: Tokens, region: Region, begun: int, verb: int) -> Floating:
    speaker = (tokens[begun].start, tokens[verb - 1].end)
    return Floating([(region.start, region.end)], speaker, (tokens[verb].start, tokens[verb].end), "verb-beside")


def _verb_after(tokens: Tokens, start: int) -> int | None:
    for place in range(start, min(len(tokens), start + 14)):
        token = tokens[place]
        if token.quoted or token.text in (",", ".", ";", ":"):
            return None
        if place > start and token.text[0].islower() and _is_saying(tokens, place):
            return place
    return None


def _is_saying(tokens: Tokens, at: int) -> bool:
    word, before = tokens[at].lower, tokens[at - 1]
    if word in PREPOSITIONS or word in DETERMINERS:
        return False
    if word.endswith("ed") or word in verb_forms():
        return True
    return word.endswith("s") and len(word) > 3 and (before.named or before.lower in SUBJECT_PRONOUNS)
