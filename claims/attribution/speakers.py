"""Who a cue credits: the phrase beside the verb that names the speaker."""

from __future__ import annotations

from claims.attribution.cues import Cue
from claims.attribution.inversions import find_inverted_clause
from claims.attribution.lexicon import (
    ADVERBS,
    ARTICLES,
    ATTITUDE,
    AUXILIARIES,
    BODIES,
    CLAUSE_OPENERS,
    FINITE,
    LIGHT_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    TITLES,
    words,
)
from claims.attribution.participles import find_participle_clause
from claims.attribution.phrases import phrase_left
from claims.attribution.relatives import before_relative
from claims.attribution.scenes import Clause
from claims.attribution.subjects import find_subject, nearest_subject
from claims.attribution.verbs import Tokens, is_verb

_TIME_OPENERS = frozenset(("on", "last", "this", "earlier", "late", "early"))
_DAYS = frozenset(("today", "yesterday", "tonight"))
_RELATIVES = frozenset(("who", "which", "that"))
_JOINTS = frozenset(("and", "but", "then", ",", "or", "—", "–", "--"))
_SPEAKING_NOUNS = words("speaking nouns")


def find_clause(tokens: Tokens, cue: Cue, subject: tuple[int, int] | None) -> Clause | None:
    """Return the crediting clause of ``cue``; ``subject`` is the speaker of the cue before in the sentence."""
    if cue.shape == "participle":
        return find_participle_clause(tokens, cue, subject)
    return _heard_clause(tokens, cue) or _finite_clause(tokens, cue, subject)


def _heard_clause(tokens: Tokens, cue: Cue) -> Clause | None:
    """Return the clause of "a microphone caught the man saying": the man speaks."""
    if cue.heard is None:
        return None
    begun = phrase_left(tokens, 0, _skip_back(tokens, cue.start))
    return Clause(cue, cue.heard, cue.start if begun is None else begun, cue.end)


def _finite_clause(tokens: Tokens, cue: Cue, subject: tuple[int, int] | None) -> Clause | None:
    if cue.start and tokens[cue.start - 1].lower == "to":
        speaker = subject or nearest_subject(tokens, cue.start)
        return None if speaker is None else Clause(cue, speaker, cue.start, cue.end)
    before = _skip_back(tokens, cue.start)
    inverted = find_inverted_clause(tokens, cue, before)
    if inverted is not None:
        return inverted
    begun = phrase_left(tokens, 0, before)
    if begun is not None and tokens[begun].lower in ("i", "you", "we") and cue.lemma in ATTITUDE:
        return None
    if begun is None:
        return _joined_clause(tokens, cue, before, subject)
    if tokens[begun].lower in ("what", "whatever", "everything") or (
        tokens[begun:before] == [] and (tokens[begun].lower in ARTICLES)
    ):
        return None
    begun = _after_what(tokens, before_relative(tokens, begun, before), before)
    if tokens[begun].lower in _RELATIVES and begun == before and not tokens[begun].text.isupper():
        return _relative_clause(tokens, cue, begun)
    if tokens[begun].lower in ("no", "nobody"):
        return None
    return Clause(cue, _trim(tokens, begun, before), begun, cue.end)


def _after_what(tokens: Tokens, begun: int, before: int) -> int:
    """Return where the speaker begins in "in line with what the union"."""
    what = next((n for n in range(before - 1, begun, -1) if tokens[n].lower == "what" and not tokens[n].quoted), None)
    return begun if what is None else what + 1


def _skip_back(tokens: Tokens, start: int) -> int:
    """Return the last token before the verb that is no adverb, auxiliary or light verb."""
    before = start - 1
    while before >= 0 and not tokens[before].quoted:
        if _is_light(tokens, before):
            before -= 1
        elif tokens[before].lower in TIMES and before > 1 and tokens[before - 1].lower in _TIME_OPENERS:
            before -= 2
        elif tokens[before].lower in _DAYS and before > 0 and tokens[before - 1].lower not in PREPOSITIONS:
            before -= 1
        else:
            break
    return before


def _is_light(tokens: Tokens, at: int) -> bool:
    word = tokens[at].lower
    if tokens[at].named:
        return False
    return (
        word in AUXILIARIES or word in FINITE or word in ADVERBS or word in LIGHT_VERBS
        or (word.endswith("ly") and word not in ("family", "assembly", "ally", "daily", "rally", "reply"))
    )  # fmt: skip


def _trim(tokens: Tokens, begun: int, before: int) -> tuple[int, int]:
    """Return the speaker without a trailing comma and without an adjunct after the name: "X, speaking in Rome,"."""
    if tokens[before].text != ",":
        return begun, before + 1
    comma = next((n for n in range(begun, before) if tokens[n].text == ","), None)
    if comma is not None:
        word = tokens[comma + 1].lower
        if word in PREPOSITIONS or word in ("speaking", "meanwhile", "however", "too") or word.endswith("ing"):
            return begun, comma
    return begun, before


def _joined_clause(tokens: Tokens, cue: Cue, before: int, subject: tuple[int, int] | None) -> Clause | None:
    """Return the clause of "X did this and said": the subject of the sentence speaks."""
    if before < 0 or not (tokens[before].lower in _JOINTS or tokens[before].quoted):
        return None
    if tokens[before].text == "," and not _opens_words(tokens, cue.end):
        return None
    speaker = subject or find_subject(tokens, before)
    return None if speaker is None else Clause(cue, speaker, cue.start, cue.end)


def _opens_words(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and (
        tokens[at].quoted or tokens[at].lower in CLAUSE_OPENERS or tokens[at].text in (":", ",")
    )


def _relative_clause(tokens: Tokens, cue: Cue, relative: int) -> Clause | None:
    """Return the clause of "X, who said": the antecedent speaks."""
    last = relative - 1
    comma = last >= 0 and tokens[last].text == ","
    if comma:
        last -= 1
    begun = phrase_left(tokens, 0, last) if last >= 0 else None
    if (
        begun is None
        or (begun == last and _is_bare_noun(tokens, last))
        or (tokens[relative].lower == "that" and tokens[last].lower not in _SPEAKING_NOUNS)
    ):
        return None
    if not comma and not tokens[cue.start].lower.endswith("d") and not tokens[last].named:
        return None
    links = [
        number
        for number in range(begun + 1, last + 1)
        if tokens[number].lower in PREPOSITIONS and tokens[number].lower != "of"
        and not (comma and any(token.named for token in tokens[begun:number]))
    ]  # fmt: skip
    if links and links[-1] < last:
        begun = links[-1] + 1
    stop = _end_of_relative(tokens, cue.end) if comma else None
    return Clause(cue, (begun, last + 1), begun, cue.end, stop=stop)


def _is_bare_noun(tokens: Tokens, at: int) -> bool:
    """See "a liar and crook who said": one of several things that somebody is called, not who speaks."""
    token = tokens[at]
    known = token.named or token.lower in PRONOUNS or token.lower in TITLES or token.lower in BODIES
    return token.text.islower() and not known and not token.lower.endswith("s")


def _end_of_relative(tokens: Tokens, start: int) -> int | None:
    """Return the comma after which the main clause goes on: "X, who said he would, did"."""
    for place in range(start, len(tokens) - 1):
        if tokens[place].text == "," and not tokens[place].quoted and is_verb(tokens, place + 1):
            return place
        if tokens[place].text in (",”", ',"'):
            return place
    return None
