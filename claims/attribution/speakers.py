"""Who a cue credits: the phrase beside the verb that names the speaker."""

from __future__ import annotations

from claims.attribution.adjuncts import TELLING
from claims.attribution.appositions import phrase_right
from claims.attribution.bodynames import reference_words
from claims.attribution.cues import Cue
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
    SPEECH,
    TIMES,
    TITLES,
    verb_forms,
    words,
)
from claims.attribution.participles import find_participle_clause
from claims.attribution.phrases import phrase_left
from claims.attribution.relatives import before_relative
from claims.attribution.scenes import Clause
from claims.attribution.subjects import find_subject, nearest_subject
from claims.attribution.verbs import Tokens, is_dash, is_verb

# What may follow ", said X" when the sentence does not end there.
_AFTERTHOUGHT = words("afterthought")
_TIME_OPENERS = frozenset(("on", "last", "this", "earlier", "late", "early"))
_DAYS = frozenset(("today", "yesterday", "tonight"))
_RELATIVES = frozenset(("who", "which", "that"))
_JOINTS = frozenset(("and", "but", "then", ",", "or", "—", "–", "--"))
_SPEAKING_NOUNS = words("speaking nouns")
_LONGEST_CLAUSE = 60
"""Tokens before "warned the engineer", at most."""
_LONGEST_INVERSION = 26
_NAMELESS_OPENERS = frozenset(("a", "an", "one", "another", "two", "three", "four", "five", "several", "some"))


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
    inverted = _inverted_clause(tokens, cue, before)
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


def _inverted_clause(tokens: Tokens, cue: Cue, before: int) -> Clause | None:
    """Return the clause of ``"...," said X``, or of ``..., said X`` where the sentence ends so."""
    at = cue.start
    after_quotation = _is_after_quotation(tokens, at)
    after_comma = at > 0 and (tokens[at - 1].text == "," or is_dash(tokens[at - 1]))
    if not (after_quotation or after_comma or at == 0) or cue.end >= len(tokens):
        return None
    dated = _past_day(tokens, cue) if after_comma else None
    if dated is not None:
        return Clause(cue, dated, at, dated[1], inverted=True)
    end = phrase_right(tokens, cue.end, len(tokens))
    nameless = _nameless_right(tokens, cue.end) if after_comma and not after_quotation else None
    if nameless is not None and cue.lemma in SPEECH and cue.lemma != "tell":
        return Clause(cue, (cue.end, nameless), at, nameless, inverted=True)
    if (
        after_comma
        and not after_quotation
        and phrase_left(tokens, 0, before) is not None
        and not _ends_with_name(tokens, cue, end)
    ):
        return None
    if end is None or not _may_be_inverted(tokens, cue, end, after_quotation=after_quotation):
        return None
    return Clause(cue, (cue.end, end), at, end, inverted=True)


def _ends_with_name(tokens: Tokens, cue: Cue, end: int | None) -> bool:
    """Tell whether a name after the verb ends the sentence: "..., says Ann Ode, a baker."."""
    if end is None or cue.start != cue.end - 1 or cue.lemma in ("tell", "call"):
        return False
    if cue.lemma == "say" and tokens[cue.end].lower in ("a", "an") and end < len(tokens) and tokens[end].lower == "who":
        return any(word.lower in reference_words("people nouns") for word in tokens[cue.end : end])
    if not tokens[cue.end].named and not _follows_clause(tokens, cue):
        return False
    closed = end >= len(tokens) or (tokens[end].text == "." and end + 1 >= len(tokens))
    return closed and not any(word.lower in FINITE for word in tokens[cue.end : end])


def _past_day(tokens: Tokens, cue: Cue) -> tuple[int, int] | None:
    """Return who speaks in "..., reported this Tuesday the Coast Guard.": the phrase that ends the sentence."""
    place = cue.end
    if place < len(tokens) and tokens[place].lower in ("this", "on", "last"):
        place += 1
    if place + 1 >= len(tokens) or tokens[place].lower not in TIMES or cue.lemma not in SPEECH:
        return None
    place += 1
    while place < len(tokens) and tokens[place].lower in TIMES:
        place += 1
    end = phrase_right(tokens, place, len(tokens))
    if end is None or not (end >= len(tokens) or (tokens[end].text == "." and end + 1 >= len(tokens))):
        return None
    speaker = tokens[place:end]
    known = any(token.named or token.lower in TITLES or token.lower in BODIES for token in speaker)
    return (place, end) if known and not any(is_verb(tokens, n) for n in range(place, end)) else None


def _nameless_right(tokens: Tokens, start: int) -> int | None:
    """Return where "a person briefed on the talks" ends, if the sentence does, too: "..., said a person ..."."""
    if start + 1 >= len(tokens) or tokens[start].lower not in _NAMELESS_OPENERS:
        return None
    end = len(tokens) - (tokens[-1].text == ".")
    phrase = tokens[start:end]
    people = reference_words("people nouns")
    if len(phrase) > _LONGEST_INVERSION or not any(token.lower in people for token in phrase[1:4]):
        return None
    if any(token.quoted or token.text in (",", ";", ":") for token in phrase):
        return None
    who = next((n for n in range(start, end) if tokens[n].lower in ("who", "whose")), end)
    finite = any(tokens[n].lower in FINITE or tokens[n].lower in verb_forms() for n in range(start + 1, who))
    return None if finite else end


def _follows_clause(tokens: Tokens, cue: Cue) -> bool:
    """See "The dam is not safe, warned the engineer": what stands before the only comma has a verb of its own."""
    if cue.start > _LONGEST_CLAUSE:
        return False
    before = tokens[: cue.start - 1]
    return any(is_verb(tokens, place) for place in range(len(before))) and not any(
        token.text in (",", "—", "–") for token in before
    )


def _is_after_quotation(tokens: Tokens, at: int) -> bool:
    if at == 0:
        return False
    return tokens[at - 1].quoted or (tokens[at - 1].text == "," and at > 1 and tokens[at - 2].quoted)


def _may_be_inverted(tokens: Tokens, cue: Cue, end: int, *, after_quotation: bool) -> bool:
    first = tokens[cue.end].lower
    told = cue.lemma in TELLING and not _follows_clause(tokens, cue)
    if first in PREPOSITIONS or (told and not after_quotation):
        return False
    closed = end >= len(tokens) or tokens[end].text in (".", ",", ":", "?", "!")
    if first in ("that", "it", "he", "she", "they", "there", "this", "to"):
        return after_quotation and closed and first not in ("that", "to", "there")
    if after_quotation:
        return True
    words = tokens[cue.end : end]
    if not (closed or tokens[end].lower in _AFTERTHOUGHT) or end - cue.start > _LONGEST_INVERSION:
        return False
    if any(word.lower in FINITE for word in words[: _name_length(tokens, cue.end, end)]):
        return False
    people = reference_words("people nouns")
    return any(word.named or word.lower in PRONOUNS | TITLES | BODIES | people for word in words)


def _name_length(tokens: Tokens, start: int, end: int) -> int:
    """Return how many tokens stand before the first comma or "who": what follows is an appositive."""
    comma = next((number for number in range(start, end) if tokens[number].lower in (",", "who")), end)
    return comma - start


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
