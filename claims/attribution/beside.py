"""Verbs of saying that no list holds, known by the quotation beside them: ``"No," she laughed``."""

from __future__ import annotations

from claims.attribution.bodynames import reference_words
from claims.attribution.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, TITLES, words
from claims.attribution.tokens import Token
from claims.attribution.verbs import Tokens

_SPEAKING_NOUNS = words("speaking nouns")
_LONGEST_DESCRIPTION = 4
"""Words between a verb and the name that it credits: "fumed the local councillor Ode"."""
BESIDE_MARKS = frozenset(("goes", "went", "began", "begins", "read", "reads"))
"""Verbs that say something only beside a quotation; those in -ed are known by their ending."""


def stands_beside_quotation(tokens: Tokens, at: int) -> bool:
    """See ``"No," she laughed`` and ``"Why?" wondered Bo``: the mark's end asks for a verb of saying."""
    word = tokens[at].lower
    if not ((word.endswith("ed") and len(word) > 4) or word in BESIDE_MARKS):
        return False
    if tokens[at].text[0].isupper():
        return False
    before = at - 1
    while before >= 0 and not tokens[before].quoted and _may_be_subject(tokens[before], word) and at - before < 8:
        before -= 1
    if before < 0:
        return False
    mark = before if tokens[before].quoted else before - 1
    if not (tokens[before].quoted or (tokens[before].text == "," and mark >= 0 and tokens[mark].quoted)):
        return False
    inverted = before == at - 1
    if inverted and not _names_somebody(tokens, at + 1):
        return False
    return _ends_open(tokens, mark) or tokens[before].text == ","


def _names_somebody(tokens: Tokens, at: int) -> bool:
    """See "fumed Ode", "fumed pensioner Ode" and "fumed the local councillor Ode"."""
    if at < len(tokens) and tokens[at].lower in reference_words("kin") | TITLES:
        at += 1
    last = min(len(tokens), at + _LONGEST_DESCRIPTION)
    while at < last and not tokens[at].named and _describes(tokens[at]):
        at += 1
    return at < len(tokens) and tokens[at].named


def _describes(token: Token) -> bool:
    return token.text.replace("-", "").isalpha() and token.lower not in PREPOSITIONS and token.lower not in ADVERBS


def _may_be_subject(token: Token, verb: str) -> bool:
    if verb in ("read", "reads") and (token.lower in _SPEAKING_NOUNS or token.lower in DETERMINERS):
        return True
    return token.named or token.lower in SUBJECT_PRONOUNS or token.lower in ADVERBS


def _ends_open(tokens: Tokens, mark: int) -> bool:
    """Tell whether the quotation that token ``mark`` closes ends in a comma, a question or an exclamation."""
    last = mark
    while last > 0 and tokens[last].text in ('"', "”", "''", "'", "’", "»"):
        last -= 1
    return tokens[last].text in (",", "?", "!", ".")
