"""Which words may follow a verb as what is said: clause, quotation, noun phrase, infinitive, "of ..."."""

from __future__ import annotations

from itertools import pairwise

from claims.attribution.lexicon import (
    ADDRESS_PRONOUNS,
    BODIES,
    CLAUSE,
    CLAUSE_OPENERS,
    DETERMINERS,
    FIGURE,
    FINDINGS,
    FINITE,
    INFINITIVE,
    INFINITIVE_OBJECT,
    ISSUED,
    OBJECT,
    POSSESSIVES,
    PREPOSITIONS,
    REVISED,
    REVISION,
    SPEECH,
    STRONG_OPENERS,
    SUBJECT_PRONOUNS,
    TIMES,
    TITLES,
    WELCOMED,
    verb_prepositions,
    words,
)
from claims.attribution.scenes import Clause
from claims.attribution.verbs import Tokens, has_finite_verb
from claims.attribution.wishes import wants_change, wants_figure
from claims.attribution.wordless import is_figure, opens_adjunct, says_nothing, tells_of_act

_LEVELS = words("levels")
_PLAIN = words("plain")
_VERDICT_ENDINGS = tuple(words("verdict endings"))
_VERDICTS = words("verdicts")
_VERDICT_VERBS = words("verdict verbs")
_WITH_THAT = words("with that")
_PARTICLES = frozenset(("off", "up", "out", "aside", "down", "back", "in", "on"))
_ACTS = frozenset(("add", "claim"))
_OPENERS = STRONG_OPENERS | {"what", "when", "where"}
_WINDOW = 16
_NEAR = 7


def find_start(tokens: Tokens, clause: Clause, start: int, stop: int) -> int | None:
    """Return the token with which the words credited begin, None where nothing that follows can be said."""
    lemma = clause.cue.lemma
    preposition = _after_preposition(tokens, clause)
    if preposition is not None:
        return preposition
    place = start
    colon = tokens[place].text == ":"
    if colon or tokens[place].text == ",":
        place += 1
    if place >= stop:
        return None
    if tokens[place].quoted or colon:
        return place
    if not clause.inverted and says_nothing(tokens, clause.cue.end, lemma):
        return None
    if place > start and lemma not in CLAUSE:
        return None
    if lemma in INFINITIVE_OBJECT and not clause.inverted and _is_infinitive(tokens, place) and place > clause.cue.end:
        return clause.cue.end
    if lemma in CLAUSE and _opens_clause(
        tokens, place, stop, lemma, skipped=place > clause.right, tells=_is_finding(tokens, clause)
    ):
        return place
    return _other_frame(tokens, clause, start, stop)


def _after_preposition(tokens: Tokens, clause: Clause) -> int | None:
    taken = verb_prepositions().get(clause.cue.lemma, frozenset())
    at = clause.cue.end
    if clause.inverted or not taken or at + 1 >= len(tokens) or tokens[at].lower not in taken:
        return None
    if clause.cue.lemma == "appeal" and tokens[at].lower == "to" and not _asks_to_act(tokens, at + 2):
        return None
    if tokens[at + 1].lower in TIMES or tokens[at].quoted or tokens[at + 1].text in (",", ".", ";", ":"):
        return None
    if (
        clause.cue.lemma in CLAUSE
        and tokens[at].lower in ("on", "to", "in")
        and clause.cue.lemma not in ("insist", "agree", "object", "decide", "comment")
    ):
        return None
    return at + 1


def _asks_to_act(tokens: Tokens, at: int) -> bool:
    """Tell "appealed to residents to boil their water" from "appealed to the court"."""
    return any(token.lower in ("to", "for", "not") for token in tokens[at : at + _NEAR])


def _opens_clause(tokens: Tokens, at: int, stop: int, lemma: str, *, skipped: bool, tells: bool) -> bool:
    """Tell whether the words from ``at`` can be what is said; ``skipped`` when an adjunct stands before them."""
    word = tokens[at].lower
    if lemma in _WITH_THAT:
        return word == "that"
    if word in STRONG_OPENERS:
        if (word not in SUBJECT_PRONOUNS and word != "there") or lemma in SPEECH:
            return True
        return at + 1 < stop and tokens[at + 1].lower in FINITE
    if word in ("what", "when", "where", "who", "which"):
        return not skipped
    if lemma not in SPEECH and not tells:
        return False
    named = tokens[at].named or word in DETERMINERS or word in CLAUSE_OPENERS
    verb = has_finite_verb(tokens, at + 1, min(stop, at + _WINDOW))
    if (lemma in _PLAIN or tells) and (named or tokens[at].text[0].isalnum()):
        return verb or not (lemma in _ACTS or opens_adjunct(tokens, at, stop))
    return (named or tokens[at].text[0].isalpha()) and verb


def is_clausal(tokens: Tokens, clause: Clause, begun: int, stop: int) -> bool:
    """Tell whether what is said is a clause rather than a noun phrase or an infinitive."""
    if tokens[begun].lower in _OPENERS or tokens[begun].quoted:
        return True
    if tokens[begun].lower == "to" or clause.cue.lemma not in SPEECH:
        return False
    return has_finite_verb(tokens, begun + 1, min(stop, begun + 12))


def _is_finding(tokens: Tokens, clause: Clause) -> bool:
    """See "the poll shows" and "a study found": documents tell what follows."""
    if clause.speaker is None or clause.cue.lemma not in ("find", "show", "suggest", "indicate", "reveal", "conclude"):
        return False
    return any(token.lower in FINDINGS for token in tokens[clause.speaker[0] : clause.speaker[1]])


def _other_frame(tokens: Tokens, clause: Clause, start: int, stop: int) -> int | None:
    """Return where an object or infinitive begins right after the verb."""
    lemma, at = clause.cue.lemma, clause.cue.end
    if clause.inverted or at >= len(tokens) or tells_of_act(tokens, clause.cue):
        return None
    word = tokens[at].lower
    if word in TIMES and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
        at, word = at + 1, "to"
    if word == "to":
        return at if lemma in INFINITIVE else None
    asks = _is_nominal(tokens, at) and _asks_for_act(tokens, at, stop, lemma)
    if lemma in INFINITIVE_OBJECT and (asks or (lemma == "want" and wants_figure(tokens, at, stop))):
        return at
    if lemma in REVISION:
        nouns = {token.lower for token in tokens[at : min(stop, at + 6)]}
        return at if nouns & REVISED and _gives_figure(tokens, clause, stop) else None
    if lemma in ("issue", "welcome"):
        nouns = {token.lower for token in tokens[at : min(stop, at + 6)]}
        return at if nouns & (ISSUED if lemma == "issue" else WELCOMED) else None
    if lemma in FIGURE and not (lemma == "expect" and word != "to"):
        return at if _gives_figure(tokens, clause, stop) else None
    if lemma in OBJECT and (lemma not in _VERDICT_VERBS or _judges(tokens, at, stop)):
        if _is_nominal(tokens, at):
            return at if lemma != "call" or _has_complement(tokens, at, stop) else None
        if start > at and start < len(tokens) and _is_nominal(tokens, start):
            return start
    return None


def _asks_for_act(tokens: Tokens, at: int, stop: int, lemma: str) -> bool:
    """Tell "advised them to leave" from "advised them on mergers"."""
    if lemma == "want":
        return wants_change(tokens, at, stop)
    return lemma in OBJECT or any(token.lower == "to" for token in tokens[at:stop])


def _judges(tokens: Tokens, at: int, stop: int) -> bool:
    """See ``hailed it as "historic"``."""
    return any(token.quoted or token.lower == "as" for token in tokens[at:stop])


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    return tokens[at].lower == "to" or (
        tokens[at].lower == "not" and tokens[at + 1 : at + 2] != [] and tokens[at + 1].lower == "to"
    )


def _gives_figure(tokens: Tokens, clause: Clause, stop: int) -> bool:
    """Tell whether a body gives a figure: "The ministry put the toll at 12"."""
    if clause.speaker is None or not (
        any(is_figure(token) for token in tokens[clause.cue.end : stop]) or _puts_at_level(tokens, clause, stop)
    ):
        return False
    speaker = tokens[clause.speaker[0] : clause.speaker[1]]
    if clause.cue.lemma in ("put", "set"):
        pairs = pairwise(token.lower for token in tokens[clause.cue.end : stop])  # not "at the disposal of"
        return tokens[clause.cue.end].lower not in _PARTICLES and any(
            one == "at" and two != "the" and two not in POSSESSIVES for one, two in pairs
        )
    if tokens[clause.cue.start].lower == "saw":
        return False
    if speaker[0].lower in ("it", "they"):
        return True
    if tokens[clause.cue.start].lower in ("sees", "expects") and speaker[-1].named:
        return True
    return any(token.lower in BODIES or token.lower in TITLES or token.lower == "source" for token in speaker)


def _puts_at_level(tokens: Tokens, clause: Clause, stop: int) -> bool:
    """See "put the risk at low"."""
    pairs = pairwise(token.lower for token in tokens[clause.cue.end : stop])
    return clause.cue.lemma == "put" and any(one == "at" and two in _LEVELS for one, two in pairs)


def _has_complement(tokens: Tokens, at: int, stop: int) -> bool:
    """Tell "called it a mistake" and "called the plan 'mad'" from "called a meeting"."""
    words = tokens[at:stop]
    if any(token.quoted for token in words):
        return True
    if words[0].lower in ADDRESS_PRONOUNS:
        return (
            len(words) > 1
            and words[1].lower not in PREPOSITIONS
            and words[1].text[0].isalnum()
            and words[1].lower not in TIMES
        )
    comma = next((number for number, token in enumerate(words) if token.text == ","), len(words))
    return any(token.lower in ("a", "an") for token in words[2:comma]) or _ends_in_verdict(words)


def _ends_in_verdict(words: Tokens) -> bool:
    """See "called the mistake regrettable": an adjective closes the phrase."""
    if words[0].lower not in DETERMINERS:
        return False
    for number, token in enumerate(words[2:9], 2):
        if token.lower in _VERDICTS or (len(token.text) > 5 and token.lower.endswith(_VERDICT_ENDINGS)):
            return number + 1 >= len(words) or words[number + 1].text in (".", ",", ";") or words[number + 1].lower in (
                "and", "but", "in", "on", "at",
            )  # fmt: skip
        if token.lower in PREPOSITIONS or not token.text[0].isalnum():
            return False
    return False


def _is_nominal(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    word = token.lower
    if token.quoted:
        return True
    if word in TIMES and at + 1 < len(tokens) and tokens[at + 1].lower == "'s":
        return True
    if word in TIMES or word in ("to", "and", "or", "but", "by", "than", "as") or not token.text[0].isalnum():
        return token.text in ("$", "£", "€")
    return word not in PREPOSITIONS
