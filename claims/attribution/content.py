"""What is credited: where the words begin and end, before, around and after the crediting clause."""

from __future__ import annotations

from claims.attribution.adjuncts import TELLING, skip_adjuncts
from claims.attribution.bounds import find_end, tighten
from claims.attribution.frames import find_start, is_clausal
from claims.attribution.leadins import brings_quotation, ends_lead_in, only_leads_in
from claims.attribution.lexicon import (
    AUXILIARIES,
    CLAUSE,
    CONTINUERS,
    COUNTING,
    FINITE,
    INTENTION,
    LEAD_INS,
    SPEECH,
    words,
)
from claims.attribution.scenes import CLOSERS, Clause, Content, Scene, carried, next_quotations, past, span_of
from claims.attribution.verbs import Tokens, has_finite_verb, is_dash, is_verb
from claims.statements import Region

_JOINTS = frozenset((",", ":", "—", "–", "--", "-", ".", ";", "…"))
_LEAD_AWAY = words("after a quotation")
_WITH_THAT = words("with that")
_LONGEST_LEAD = 40
_SHORTEST_CLAUSE = 5
"""Tokens before the verb that may be a clause rather than "On Monday,", at least."""
_LONGEST_INSERTION = 25


def find_content(scene: Scene, clause: Clause) -> Content | None:
    """Return the words that ``clause`` credits, None where it credits nothing."""
    tokens = scene.tokens
    start = skip_adjuncts(tokens, clause.right, "" if clause.inverted else clause.cue.lemma)
    stop = find_end(tokens, clause, start, [cue for cue in scene.cues if cue.start >= clause.right])
    free = clause.cue.shape != "participle" and clause.cue.lemma not in _WITH_THAT
    if free and (clause.cue.lemma in CLAUSE or _counts_last(tokens, clause)):
        found = _quotation_before(scene, clause, start, stop) or _plain_before(scene, clause, start, stop)
        if found is not None:
            return found
    return _after(scene, clause, start, stop)


def _counts_last(tokens: Tokens, clause: Clause) -> bool:
    """See "Nine ships had left, the harbour office counted."."""
    cue = clause.cue
    ends = cue.end >= len(tokens) - 1 and tokens[cue.start].lower.endswith("ed")
    return ends and cue.lemma in COUNTING and tokens[cue.start - 1].lower not in AUXILIARIES


def _quotation_before(scene: Scene, clause: Clause, start: int, stop: int) -> Content | None:
    tokens = scene.tokens
    before = _before(tokens, clause)
    if before < scene.done or before < 0 or not tokens[before].quoted:
        return None
    if not clause.inverted and not _is_set_off(tokens, clause, before):
        return None
    if _is_in_subject(tokens, clause, before) and brings_quotation(tokens, before, before - 1, start):
        return None
    region = scene.regions[tokens[before].region]
    pieces = [(_lead_start(scene, before, region), region.end)]
    later = any(token.quoted for token in tokens[start:]) and any(cue.start > clause.cue.start for cue in scene.cues)
    place = start
    while place < len(tokens) and tokens[place].text in _JOINTS:
        place += 1
    if not later:
        place = place if start < len(tokens) and tokens[start].text == ";" else _past_insertion(scene, clause, place)
        if place < len(tokens) and tokens[place].quoted:
            joined = scene.regions[tokens[place].region]
            pieces.append((joined.start, joined.end))
        elif not clause.inverted and _goes_on_plain(tokens, start):
            pieces.append(span_of(tokens, start + 1, stop))
        pieces += next_quotations(scene)
    return Content("quotation-before", [*carried(scene, before), *pieces], clause.right, clause.right)


def _is_in_subject(tokens: Tokens, clause: Clause, before: int) -> bool:
    """See ``Ode, whose coat bore the words "Go," shouted``: the marks stand behind the name."""
    return clause.speaker is not None and clause.speaker[1] <= before and tokens[before].quoted


def _past_insertion(scene: Scene, clause: Clause, place: int) -> int:
    """Return where the quotation goes on after ", referring to the union," and the like; ``place`` if it does not."""
    tokens = scene.tokens
    if place >= len(tokens) or tokens[place].quoted or tokens[clause.right].text == ".":
        return place
    reach = range(place, min(len(tokens), place + _LONGEST_INSERTION))
    mark = next((n for n in reach if tokens[n].quoted or tokens[n].text == ";"), None)
    if (
        mark is None
        or not tokens[mark].quoted
        or tokens[mark - 1].text != ","
        or any(is_verb(tokens, n) for n in range(place, mark))
    ):
        return place
    return mark


def _goes_on_plain(tokens: Tokens, start: int) -> bool:
    """See ``"The mill," he said, would "never close"``: the sentence goes on in the speaker's voice."""
    if start + 2 >= len(tokens) or tokens[start].text != "," or tokens[start + 1].quoted:
        return False
    word = tokens[start + 1].lower
    if tokens[start + 1].text[0].isupper() or word in CONTINUERS or word.endswith("ing"):
        return False
    return word in FINITE or word in ("to", "that", "not") or any(token.quoted for token in tokens[start + 1 :])


def _is_set_off(tokens: Tokens, clause: Clause, before: int) -> bool:
    """Tell ``"...," he said`` from ``the "deal" he said was off``."""
    last = before
    while last > 0 and tokens[last].text in ('"', "”", "''", "'", "’", "»"):
        last -= 1
    return clause.left - 1 != before or tokens[last].text in (",", "?", "!", ".", "…", "—", "–", "-", "--")


def _before(tokens: Tokens, clause: Clause) -> int:
    """Return the last token before the clause, a comma or dash passed over."""
    before = clause.left - 1
    if before >= 0 and (tokens[before].text == "," or is_dash(tokens[before])) and not tokens[before].quoted:
        before -= 1
    return before


def _lead_start(scene: Scene, last: int, region: Region) -> int:
    """Return where the words begin that run into the quotation: ``It was "a lie," he said``."""
    tokens = scene.tokens
    first = last
    while first > scene.done and tokens[first - 1].start >= region.start:
        first -= 1
    if (
        first <= scene.done
        or tokens[first - 1].quoted
        or tokens[first - 1].text in (".", "?", "!", ":", "-", "—", "–", "--")
    ):
        return region.start
    begun = scene.done
    while begun < first and tokens[begun].text in (",", ";"):
        begun += 1
    spoken = any(cue.start < first and cue.start >= scene.done for cue in scene.cues)
    return region.start if begun >= first or first - begun >= _LONGEST_LEAD or spoken else tokens[begun].start


def _plain_before(scene: Scene, clause: Clause, start: int, stop: int) -> Content | None:
    """Return what stands before, or on both sides of, a clause set off by commas."""
    tokens = scene.tokens
    if _is_said_last(tokens, clause, start, scene.done):
        return Content("words-before", [span_of(tokens, scene.done, clause.left - 2)], clause.right, clause.right)
    before = _before(tokens, clause)
    first = scene.done
    while first < before and tokens[first].text in (",", ";", "—", "–", "--"):
        first += 1
    set_off = clause.inverted or (
        before != clause.left - 1 and (_ends_sentence(tokens, clause) or not only_leads_in(tokens, first, before))
    )
    if before <= first or not set_off:
        return None
    closes = start >= len(tokens) or tokens[start].text in CLOSERS or stop <= start
    if not closes and brings_quotation(tokens, first, before, start):
        return None
    if not closes and tokens[start].text in (",", "—", "–", "--", "-", ";", ")"):
        if tokens[first].lower in LEAD_INS and ends_lead_in(tokens, first, before) and not clause.inverted:
            return None
        if clause.inverted and not is_verb(tokens, start + 1):
            return Content("words-before", [span_of(tokens, first, before + 1)], clause.right, clause.right)
        if _is_afterthought(tokens, start) or tokens[start].text in (";", ")"):
            return Content("words-before", [span_of(tokens, first, before + 1)], clause.right, clause.right)
        pieces = [span_of(tokens, first, before + 1), span_of(tokens, start + 1, stop)]
        return Content("words-around", pieces, stop, stop)
    if closes or clause.inverted:
        done = start if stop == start else clause.right
        return Content("words-before", [span_of(tokens, first, before + 1)], clause.right, done)
    return None


def _ends_sentence(tokens: Tokens, clause: Clause) -> bool:
    """See "On 15 June the guns fall silent, she said.": nothing is left that could be what she said."""
    return clause.cue.end >= len(tokens) - 1 and clause.left > _SHORTEST_CLAUSE


def _is_said_last(tokens: Tokens, clause: Clause, start: int, done: int) -> bool:
    """See "The mill was old, as Ode has said": the words stand before."""
    if clause.left < done + 4 or clause.inverted or clause.cue.lemma not in SPEECH:
        return False
    joint = tokens[clause.left - 1].lower == "as" and tokens[clause.left - 2].text == ","
    return joint and (start >= len(tokens) or (tokens[start].text in CLOSERS and start + 1 >= len(tokens)))


def _is_afterthought(tokens: Tokens, at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].lower in CONTINUERS


def _after(scene: Scene, clause: Clause, start: int, stop: int) -> Content | None:
    tokens = scene.tokens
    if _is_said_first(tokens, clause, start):
        return Content("words-after", [span_of(tokens, start + 1, len(tokens))], len(tokens), len(tokens))
    if (
        start >= min(stop, len(tokens))
        and clause.cue.lemma not in TELLING
        and has_finite_verb(tokens, clause.right, stop)
    ):
        start = clause.right
    if start >= len(tokens) or start >= stop:
        return _in_next_paragraph(scene, clause)
    begun = find_start(tokens, clause, start, stop)
    if begun is None and start > clause.cue.end and not clause.inverted and clause.cue.lemma not in TELLING:
        begun = find_start(tokens, clause, clause.cue.end, stop)
    if begun is None or begun >= stop:
        return _in_next_paragraph(scene, clause)
    if clause.inverted and not tokens[begun].quoted and tokens[begun - 1].text != ":":
        return None
    clausal = is_clausal(tokens, clause, begun, stop)
    stop = tighten(tokens, begun, stop, clausal=clausal)
    if clause.cue.lemma == "issue":
        begun = next((n + 1 for n in range(begun, min(stop - 1, begun + 6)) if tokens[n].text == ":"), begun)
    if tokens[begun].quoted:
        return _quotation_after(scene, begun, stop)
    pieces = [span_of(tokens, begun, stop)]
    if "to" in (tokens[begun].lower, tokens[begun - 1].lower) and clause.cue.lemma in INTENTION:
        return None
    if tokens[len(tokens) - 1].quoted and stop >= len(tokens) - 1:
        pieces += next_quotations(scene)
    return Content("words-after", pieces, stop, stop)


def _is_said_first(tokens: Tokens, clause: Clause, start: int) -> bool:
    """See ``As Ode said, the mill was old``: the words follow the comma."""
    if tokens[0].lower != "as" or clause.left > 1 or clause.inverted or clause.cue.lemma not in SPEECH:
        return False
    return start + 2 < len(tokens) and tokens[start].text == "," and not tokens[start + 1].quoted


def _quotation_after(scene: Scene, begun: int, stop: int) -> Content:
    tokens = scene.tokens
    region = scene.regions[tokens[begun].region]
    beyond = past(tokens, begun, region)
    goes_on = beyond < stop and tokens[beyond].text not in (".", ",", "?", "!", ";", ")", "—", "–", "--")
    if goes_on and tokens[beyond].lower not in _LEAD_AWAY:
        return Content("quotation-after", [span_of(tokens, begun, stop)], stop, stop)
    pieces = [(region.start, region.end)]
    if beyond >= len(tokens) - 1:
        pieces += next_quotations(scene)
    return Content("quotation-after", pieces, beyond, beyond)


def _in_next_paragraph(scene: Scene, clause: Clause) -> Content | None:
    """See a sentence that ends in a colon, with the quotation in the next paragraph."""
    if scene.tokens[-1].text != ":" or not scene.followers or clause.cue.shape == "participle":
        return None
    if not scene.followers[0][0].quoted:
        return None
    region = scene.regions[scene.followers[0][0].region]
    return Content("colon", [(region.start, region.end)], clause.right, clause.right)
