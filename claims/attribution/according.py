"""Sources that "according to" and the like bring in: where they end, and what stands around them."""

from __future__ import annotations

from claims.attribution.appositions import phrase_right
from claims.attribution.cues import Cue
from claims.attribution.lexicon import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, words
from claims.attribution.scenes import Content, Scene, span_of
from claims.attribution.verbs import Tokens, has_finite_verb
from claims.attribution.wordless import is_figure

_BEFORE_NOUNS = PREPOSITIONS | DETERMINERS | {"and", "or", "first", "last", "next", "latest", "other", "all", "both"}
_TURNS = words("turns")


def find_source(tokens: Tokens, cue: Cue) -> int | None:
    """Return where the source ends; at the head of a sentence a comma ends it where nothing is left to be told."""
    end = phrase_right(tokens, cue.end, len(tokens))
    if cue.start > 0 and end is not None:
        return _past_relative(tokens, end)
    if end is None or _is_closed(tokens, end):
        return end
    comma = next((n for n in range(cue.end + 1, end) if tokens[n].text == ","), None)
    return comma or _before_subject(tokens, cue.end, end)


def _before_subject(tokens: Tokens, start: int, end: int) -> int:
    """Return where the source ends in "According to the police one man fled": before a subject of its own."""
    for place in range(start + 1, end):
        before = tokens[place - 1]
        if tokens[place].quoted or not tokens[place].text[0].isalnum():
            return end
        if before.lower in _BEFORE_NOUNS or not _opens_subject(tokens, place):
            continue
        return place if has_finite_verb(tokens, place + 1, end) else end
    return end


def _opens_subject(tokens: Tokens, at: int) -> bool:
    """Tell an article, pronoun or number that opens a subject; "Resolution 242" and "this newspaper" go on."""
    word = tokens[at].lower
    if word in DETERMINERS or word in SUBJECT_PRONOUNS or word in ("nobody", "nothing", "no", "some", "there"):
        return word != "'s"
    return is_figure(tokens[at]) and not tokens[at - 1].named


def _past_relative(tokens: Tokens, end: int) -> int:
    """Return where "a person who was in the room" ends: what tells one nameless person from others."""
    if end >= len(tokens) or tokens[end].lower != "who" or tokens[end - 1].lower not in ("person", "people"):
        return end
    return next((n for n in range(end, len(tokens)) if not tokens[n].text[0].isalnum()), len(tokens))


def skip_cited(tokens: Tokens, end: int) -> int:
    """Return where the words begin in "As reported by X, citing Y, the road is shut": the comma behind Y."""
    if end + 2 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].lower not in ("citing", "quoting"):
        return end
    return next((n for n in range(end + 2, len(tokens)) if tokens[n].text == ","), end)


def _is_closed(tokens: Tokens, end: int) -> bool:
    """Tell whether the source ends before a comma, or nothing in it may be an apposition: words follow it."""
    left = any(token.text[0].isalnum() for token in tokens[end:])
    return left and (not tokens[end].quoted or tokens[end - 1].text == ",")


def find_words_around(scene: Scene, cue: Cue, end: int) -> Content | None:
    """Return what the phrase up to ``end`` brings in: the words behind it, else those before it and maybe both."""
    tokens = scene.tokens
    if cue.start == 0 or not any(token.text[0].isalnum() for token in tokens[scene.done : cue.start]):
        if cue.start > 0 and end < len(tokens) and tokens[end].text not in (",", ":", ";"):
            return None
        done = next((n for n in range(end, len(tokens)) if tokens[n].text == ";"), len(tokens))
        return Content("according", [span_of(tokens, end, done)], done, done)
    pieces, done = [span_of(tokens, scene.done, cue.start)], end
    if _stands_between(tokens, cue, end):
        pieces.append(span_of(tokens, end, len(tokens)))
        done = len(tokens)
    return Content("according", pieces, done, done)


def _stands_between(tokens: Tokens, cue: Cue, end: int) -> bool:
    """See ``The toll, according to X, was 12``: the words go on after the clause."""
    if end + 2 >= len(tokens) or tokens[end].text != "," or tokens[cue.start - 1].text != ",":
        return False
    return tokens[end + 1].lower not in _TURNS
