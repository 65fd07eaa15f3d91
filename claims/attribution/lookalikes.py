"""Verb forms that are other words where they stand: "a red flag warning", "reports that are late"."""

from __future__ import annotations

from claims.attribution.bodynames import reference_words
from claims.attribution.lexicon import (
    ADDRESSEES,
    ADVERBS,
    ALSO_NOUN,
    AUXILIARIES,
    BE,
    BODIES,
    FINDINGS,
    FINITE,
    IRREGULAR_PAST,
    OCCASIONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TITLES,
    words,
)
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens

NEVER_CREDITING = words("never crediting")
_REFLEXIVE = frozenset(("itself", "themselves", "himself", "herself"))
_TAKING = frozenset(("take", "takes", "taking", "took", "taken"))
_TOLL = frozenset(("lives", "life", "victims"))
_NOUNS_HERE = frozenset(("email", "emails", "text", "texts"))
_BEFORE_VERBS = frozenset(("also", "who", "which", "that"))
_SUBJECTS = SUBJECT_PRONOUNS | TITLES | BODIES | FINDINGS
_PLURALS = words("plurals")
_GERUND_NOUNS = words("gerund nouns")
_REPLIES = frozenset(("respond", "reply", "answer", "comment"))
_COUNTING = frozenset(("count", "counts", "counted", "counting"))
_SAY_SO = frozenset(("say", "said", "suggest", "suggested", "indicate", "indicated", "put"))
_ADDING = frozenset(("add", "adds", "added", "adding"))
_REACH = 8
_ASKED = words("asked")
_ASKED_ABOUT = words("asked about")
_GESTURES = frozenset(("pointed", "pointing"))
_ACTS_OR_WORDS = {
    **dict.fromkeys(("point", "points", "pointed", "pointing"), "to"),
    **dict.fromkeys(("rule", "rules", "ruled"), "out"),
}
"""Verbs that with this word behind them are an act of anything, and words only of one who can speak."""


def is_other_word(tokens: Tokens, at: int) -> bool:
    """Tell the forms that are nouns here: "a think tank", "a red flag warning", "basis points"."""
    word = tokens[at].lower
    if word in ("claimed", "claims", "claim") and any(token.lower in _TOLL for token in tokens[at + 1 : at + 7]):
        return True
    if word in ("calling", "calls", "called") and at + 1 < len(tokens) and tokens[at + 1].lower in _REFLEXIVE:
        return True
    if word in ("point", "points") or _takes(tokens, at, _ACTS_OR_WORDS.get(word)):
        return _is_no_speech(tokens, at)
    if (word == "place" and tokens[at - 1].lower in _TAKING) or (word in _PLURALS and _follows_noun(tokens[at - 1])):
        return True
    if _is_set_phrase(tokens, at) or (word in _ADDING and _adds_thing(tokens, at + 1)):
        return True
    if word in ALSO_NOUN and (_goes_on_as_nouns if word.endswith("s") else _goes_on_as_noun)(tokens, at + 1):
        return True
    if word.startswith("cit") and any(
        token.lower == "as" and tokens[place].lower in ("saying", "telling")
        for place, token in enumerate(tokens[at + 1 : at + _REACH], at + 2)
        if place < len(tokens)
    ):
        return True
    if word == "reporting" and _is_told_by_media(tokens, at):
        return False
    tank = word == "think" and at + 1 < len(tokens) and tokens[at + 1].lower.startswith("tank")
    return tank or word in NEVER_CREDITING or word in _NOUNS_HERE or _is_gerund_noun(tokens, at)


def _is_told_by_media(tokens: Tokens, at: int) -> bool:
    """See "local media are reporting that": not "the clerk is reporting late"."""
    return at > 1 and at + 1 < len(tokens) and tokens[at - 1].lower in BE and tokens[at + 1].lower == "that"


def _is_no_speech(tokens: Tokens, at: int) -> bool:
    """Tell "points out that", and "ruled out a vote" of somebody, from what points somewhere or rules."""
    if _takes(tokens, at, _ACTS_OR_WORDS.get(tokens[at].lower)):
        return tokens[at].lower in _GESTURES or not _may_speak(tokens, at - 1)
    following = [token.lower for token in tokens[at + 1 : at + 3]]
    return following != ["out", "that"] and following not in (["out", ","], ["out", "."])


def _takes(tokens: Tokens, at: int, word: str | None) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].lower == word


def _may_speak(tokens: Tokens, at: int) -> bool:
    """Tell "the ministry pointed to" and "Ode would not rule out" from "the arrow points to"."""
    while at > 0 and (tokens[at].lower in FINITE or tokens[at].lower in ADVERBS or tokens[at].lower in AUXILIARIES):
        at -= 1
    subject = tokens[at]
    people = subject.lower in TITLES | BODIES | reference_words("people nouns")
    return subject.named or people or subject.lower in ("he", "she", "they", "who")


def _follows_noun(before: Token) -> bool:
    """See "control measures" and "personal attributes": no name, pronoun, office or body that may be a subject."""
    subject = before.named or before.quoted or before.lower in _SUBJECTS
    plain = before.text.islower() and not before.lower.endswith(("s", "ly"))
    return plain and not subject and before.lower not in _BEFORE_VERBS


def _goes_on_as_noun(tokens: Tokens, at: int) -> bool:
    """See "the report would", "the note fell" and "the claim exceeded": the verb comes behind."""
    if at >= len(tokens):
        return False
    word = tokens[at].lower
    goes_on = word == "by" or word in FINITE or word in IRREGULAR_PAST or (word.endswith("ed") and word != "need")
    return goes_on and not tokens[at].quoted


def _is_set_phrase(tokens: Tokens, at: int) -> bool:
    """See "easier said than done", "all told," and "asked not to be named"."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].lower in _ASKED and tokens[at - 1].text == "," and not tokens[at - 1].quoted:
        return following in _ASKED_ABOUT
    if tokens[at].lower.startswith("ask") and following == "not":
        return any(token.lower in ("identified", "named", "quoted") for token in tokens[at + 2 : at + 6])
    if tokens[at].lower in _REPLIES and not {"not", "n't", "never"}.isdisjoint(t.lower for t in tokens[at - 2 : at]):
        return True
    if tokens[at].lower in _COUNTING and following in ("on", "toward", "towards"):
        return True
    if tokens[at].lower == "said":
        return following == "than"
    if tokens[at].lower.startswith("conced"):
        return following in ("defeat", "victory")
    if tokens[at].lower == "tell":
        return any(token.lower == "time" for token in tokens[max(0, at - 2) : at])
    if tokens[at].lower == "admitted" and following == "to":
        return at + 2 < len(tokens) and not tokens[at + 2].lower.endswith("ing")
    return tokens[at].lower == "told" and tokens[at - 1].lower == "all" and following == ","


def _adds_thing(tokens: Tokens, at: int) -> bool:
    """See "added to her lead" and "adds 156,000 jobs": something grows, nobody speaks."""
    if at + 1 >= len(tokens) or tokens[at].quoted:
        return False
    if tokens[at].lower == "to":
        return tokens[at + 1].lower not in ADDRESSEES
    return (tokens[at].text[0].isdigit() or tokens[at].text in ("$", "£", "€")) and not any(
        token.lower in FINITE or token.lower.endswith("ed") for token in tokens[at + 1 : at + _REACH]
    )


def _goes_on_as_nouns(tokens: Tokens, at: int) -> bool:
    """See "reports that track spending", "estimates by the institute" and "local reports say"."""
    if at >= len(tokens) or tokens[at].quoted:
        return False
    by = tokens[at].lower == "by" or (tokens[at].lower in _SAY_SO and tokens[at].lower not in ALSO_NOUN)
    return by or _opens_relative(tokens, at)


def _opens_relative(tokens: Tokens, at: int) -> bool:
    """See "reports that track spending": a verb without a subject follows "that"."""
    if at + 2 >= len(tokens) or tokens[at].lower != "that" or tokens[at].quoted:
        return False
    return tokens[at + 1].lower in FINITE


def _is_gerund_noun(tokens: Tokens, at: int) -> bool:
    """See "issued a red flag warning": an article opens the phrase that the word ends."""
    if tokens[at].lower not in _GERUND_NOUNS or tokens[at - 1].lower in OCCASIONS:
        return False
    for before in range(at - 1, max(-1, at - 5), -1):
        if tokens[before].lower in ("a", "an", "the", "his", "her", "its", "their"):
            return True
        if tokens[before].lower in PREPOSITIONS or not tokens[before].text[0].isalnum():
            return False
    return False
