"""Tell the language of a text by its commonest words; only English against others has to be right."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claims.wordlists import read_words

_LIST = Path(__file__).with_name("data") / "stopwords.txt"
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (("ko", "\uac00", "\ud7a3", 0.3), ("ja", "\u3040", "\u30ff", 0.15), ("zh", "\u4e00", "\u9fff", 0.3))
"""Language, first and last letter of its script, and the share of letters from which on it counts."""
_FEWEST_WORDS = 12
_FEWEST_HITS = 0.12


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    return {language: words for language, words in read_words(_LIST).items() if language}


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``, or None where it is too short or unknown."""
    sample = text[:4000]
    if script := _by_script(sample):
        return script
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return None
    shares = {language: sum(word in known for word in words) / len(words) for language, known in _stop_words().items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _FEWEST_HITS else None


def _by_script(sample: str) -> str | None:
    if sample.isascii():
        return None
    letters = sum(map(str.isalpha, sample)) or 1
    for language, first, last, share in _SCRIPTS:
        if sum(first <= letter <= last for letter in sample) / letters > share:
            return language
    return None
