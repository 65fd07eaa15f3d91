"""Where a figure may open: a cheap look at the words before a sentence is taken apart."""

from __future__ import annotations

import re
from functools import cache

from claims.figures.lexicon import numbers, pairs, words
from claims.figures.numerals import number_openers, number_words
from claims.figures.tokens import Tokens

_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset({"a", "an"})


def may_hold_figures(text: str) -> bool:
    """Tell whether a text has a digit or a word that can open a figure; most sentences have none."""
    if _DIGIT.search(text):
        return True
    found = set(_WORD.findall(text.lower()))
    if "single" not in found:
        found.discard("not")
    if not _certain_openers().isdisjoint(found):
        return True
    return not words("scales", "measuring").isdisjoint(found) and not words("scales", "periods").isdisjoint(found)


def opens_figure(tokens: Tokens, index: int) -> bool:
    """Tell whether an opener at ``index`` may open one: articles do so only before a scale, a part or a time."""
    if tokens.lows[index] not in _ARTICLES:
        return True
    after = tokens.low(index + 1)
    single = tokens.low(index - 1) in words("scales", "measuring") or tokens.low(index + 2) == "and"
    return single or after in _after_article()


@cache
def all_openers() -> frozenset[str]:
    """Return every word that a figure in words may open with."""
    vague = {phrase.split()[0] for section in ("vague", "vague of") for phrase in pairs("scales", section)}
    return number_openers() | words("scales", "zero") | vague


@cache
def _certain_openers() -> frozenset[str]:
    """Return the words one of which stands in every figure in words."""
    return (all_openers() - _ARTICLES) | number_words() | _after_article()


@cache
def _after_article() -> frozenset[str]:
    """Return the words with which "a" makes a number: a dozen, a third, a few hundred."""
    leads = {phrase.split()[1] for phrase in pairs("scales", "leads") if phrase.startswith(("a ", "an "))}
    scales = frozenset(numbers("scales", "scales")) - words("scales", "scales before money")
    return scales | frozenset(numbers("scales", "fractions")) | leads | {"-", "‑"}
