"""Whether a form that may be a verb of saying is one here: by its subject, its neighbours and the words it brings."""

from __future__ import annotations

from claims.attribution.lexicon import (
    ADVERBS,
    ALSO_NOUN,
    BE,
    BEFORE_TO,
    BODIES,
    DETERMINERS,
    FINDINGS,
    PREPOSITIONS,
    SPEECH,
    SUBJECT_PRONOUNS,
    TITLES,
    verb_forms,
    verb_prepositions,
    words,
)
from claims.attribution.lookalikes import NEVER_CREDITING, is_other_word
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens

# A verb form right after one of these is a noun, an infinitive or an adjective.
_BLOCKED = words("blocked")
_BLOCKED_PARTICIPLE = words("blocked participle")
_THAT = words("that")
_LONGEST_NAME = 8
_ALSO_ADVERBS = frozenset(("further", "first"))
_SOME = frozenset(("some", "most"))
_SUBJECTS = SUBJECT_PRONOUNS | TITLES | BODIES | FINDINGS


def takes_preposition(tokens: Tokens, at: int, lemma: str | None) -> bool:
    """See "points to": a verb that says something with a particle or with a preposition."""
    return at + 1 < len(tokens) and tokens[at + 1].lower in verb_prepositions().get(lemma or "", frozenset())


def is_participle(tokens: Tokens, at: int) -> bool:
    """Tell "he left, saying" from "he was saying"."""
    if not tokens[at].lower.endswith("ing") or tokens[at].lower == "ring":
        return False
    before = at - 1
    while before >= 0 and (tokens[before].lower in ADVERBS or tokens[before].lower.endswith("ly")):
        before -= 1
    return before < 0 or tokens[before].lower not in BE


def is_used_as_verb(tokens: Tokens, at: int, *, headline: bool) -> bool:
    """Tell a verb that credits from a noun, an infinitive, an adjective or a passive of the same form."""
    token = tokens[at]
    ing = token.lower.endswith("ing")
    if at == 0:
        points = token.lower == "pointing" and takes_preposition(tokens, at, "point")
        return (ing and not points and token.lower not in NEVER_CREDITING) or _opens_inverted(tokens)
    before = tokens[at - 1]
    if before.lower == "to" and at > 2 and tokens[at - 2].lower in BEFORE_TO:
        lemma = verb_forms()[token.lower]
        return token.lower == lemma and (lemma in SPEECH or lemma in ("call", "accuse", "describe"))
    if (token.text[0].isupper() and not headline) or is_other_word(tokens, at):
        return False
    if before.lower in _SOME and not ing and verb_forms()[token.lower] in SPEECH and token.lower not in ALSO_NOUN:
        return True
    if before.lower in (_BLOCKED_PARTICIPLE if ing else _BLOCKED) and not before.quoted:
        if _is_adverb_here(tokens, at):
            return True
        return ing and before.lower == "'s" and at > 1 and tokens[at - 2].lower in SUBJECT_PRONOUNS
    if not ing and _is_passive(tokens, at):
        return False
    if token.lower in ALSO_NOUN:
        return _is_plain_verb(tokens, at, headline=headline)
    return not _is_adjective(before, token)


def _is_adverb_here(tokens: Tokens, at: int) -> bool:
    """See "he further said" and "Ode first warned": what else stands before a noun."""
    if at < 2 or tokens[at - 1].lower not in _ALSO_ADVERBS or tokens[at].lower in ALSO_NOUN:
        return False
    subject = tokens[at - 2]
    return subject.named or subject.lower in SUBJECT_PRONOUNS


def _opens_inverted(tokens: Tokens) -> bool:
    """See ``Said Ode: "..."``."""
    if tokens[0].lower not in ("said", "says") or len(tokens) < 4 or not tokens[1].named:
        return False
    colon = next((place for place, token in enumerate(tokens[:_LONGEST_NAME]) if token.text == ":"), None)
    return colon is not None and colon + 1 < len(tokens)


def _is_plain_verb(tokens: Tokens, at: int, *, headline: bool) -> bool:
    """Tell whether a form that is as often a noun is a verb here: by its subject, or by the words it brings."""
    before, word = tokens[_before_bracket(tokens, at - 1)], tokens[at].lower
    if word in ("rule", "rules") and takes_preposition(tokens, at, "rule"):
        return True
    if word in ("state", "states"):
        return at + 1 < len(tokens) and _states(before, tokens[at + 1])
    if headline and at + 1 < len(tokens) and before.lower not in FINDINGS and _is_noun_with(tokens, at):
        return False
    if not before.quoted and all(token.text == "." for token in tokens[at + 1 :]):
        return before.named or before.lower in _SUBJECTS
    if any(token.quoted for token in tokens[max(0, at - 4) : at]) and not before.quoted:
        return True
    if before.named and not before.lower.endswith("s") and word == verb_forms()[word] and not headline:
        return at + 1 < len(tokens) and tokens[at + 1].lower not in PREPOSITIONS - {"to"}
    return _follows_subject(before) or _brings_words(tokens, at) or (headline and word.endswith("s"))


def _is_noun_with(tokens: Tokens, at: int) -> bool:
    """See the headline "Delay claims after storm": a preposition that the verb does not take makes it a noun."""
    following = tokens[at + 1].lower
    taken = verb_prepositions().get(verb_forms()[tokens[at].lower], frozenset())
    return following in PREPOSITIONS - {"to"} and following not in taken


def _before_bracket(tokens: Tokens, at: int) -> int:
    """Return the last token before a bracket that closes at ``at``: "the institute (GMI) reports"."""
    if tokens[at].text != ")":
        return at
    opened = next((n for n in range(at, max(0, at - _LONGEST_NAME), -1) if tokens[n].text == "("), at)
    return opened - 1 if 0 < opened < at else at


def _states(before: Token, following: Token) -> bool:
    """Tell the verb from the nouns: "the ministry states the road is shut", ``"...," states Ode``."""
    if before.quoted:
        return following.named
    if (before.lower in BODIES or before.lower in TITLES) and following.lower in DETERMINERS:
        return True
    if following.text == ":":
        return before.named or before.text == ","
    return (before.named or before.lower in SUBJECT_PRONOUNS or before.lower in BODIES) and (
        following.lower in _THAT or following.quoted
    )


def _brings_words(tokens: Tokens, at: int) -> bool:
    """See ``the letter reads "..."`` and ``the group claims that``."""
    before = tokens[at - 1]
    if at + 1 >= len(tokens) or not before.text[0].isalnum() or not tokens[at].lower.endswith("s"):
        return False
    if before.lower in PREPOSITIONS:  # "asked about reports that"
        return False
    if tokens[at + 1].lower == "to":
        return tokens[at - 1].lower in TITLES
    return tokens[at + 1].quoted or tokens[at + 1].lower in ("that", ":")


def _is_adjective(before: Token, token: Token) -> bool:
    """See "for added security" and "20 pledged delegates"."""
    if not token.lower.endswith("ed") or before.quoted:
        return False
    counted = before.text[0].isdigit() and "-" not in before.text
    return before.lower in PREPOSITIONS or counted or before.lower == "given"


def _is_passive(tokens: Tokens, at: int) -> bool:
    before = at - 1
    while before > 0 and (tokens[before].lower in ADVERBS or tokens[before].lower.endswith("ly")):
        before -= 1
    return tokens[before].lower in BE or (
        at + 1 < len(tokens) and tokens[at + 1].lower == "by" and tokens[at].lower.endswith("ed")
    )


def _follows_subject(before: Token) -> bool:
    return (
        before.named
        or before.quoted
        or before.lower in SUBJECT_PRONOUNS
        or before.lower in ("who", "which", "also", ",", "people", "police", "not", "n't", "don't", "didn't", "doesn't")
        or before.lower.endswith("ly")
        or (before.lower.endswith("s") and before.lower not in PREPOSITIONS and before.lower not in ("is", "was", "'s"))
    )
