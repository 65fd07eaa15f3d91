"""Words of a text: a form to compare by, word spans, light stems, and a form that is safe to display."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from claims.wordlists import read_pairs

_QUOTES = dict.fromkeys("‘’‚‛`´ʼʹ′", "'") | dict.fromkeys("“”„‟«»″", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
_UNIFORM = str.maketrans(_QUOTES | _DASHES | _INVISIBLE)

_ESCAPE = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-_])?"
_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"

# Longest first: the first ending that leaves a stem of three letters or more is taken off.
_ENDINGS = (
    ("eement", "ee"),
    ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ise"), ("isation", "ise"),
    ("ements", ""), ("ations", "ate"), ("ement", ""), ("ation", "ate"), ("ments", ""), ("izing", "ise"),
    ("ising", "ise"), ("ized", "ise"), ("ised", "ise"), ("ness", ""), ("ment", ""), ("sses", "ss"), ("ies", "y"),
    ("ied", "y"), ("ing", ""), ("ers", "er"), ("ed", ""), ("ly", ""), ("es", "e"), ("'s", ""), ("s", ""),
)  # fmt: skip
_ENDINGS_BY_LETTER = {last: tuple(pair for pair in _ENDINGS if pair[0][-1] == last) for last in "dglnsty"}
_IRREGULAR = {"died": "die", "dying": "die", "lying": "lie", "lied": "lie", "tied": "tie", "agreed": "agree"}
_VOWELS = frozenset("aeiouy")
_ISE = re.compile(r"(?<=[a-z]{3}i)s(?=(?:e|es|ed|er|ers|ing|ings|ation|ations|ational|able)$)")
_DOUBLE_L = re.compile(r"(?<=[a-z]{3}[aeiou])l(?=l(?:ed|ing|ings|er|ers|or|ors|ous)$)")
_LONGEST_STEM = 15
_KEPT = 500
"""Letters of a text up to which its normal form is kept: names and statements are asked for again and again."""
_REGIONAL = Path(__file__).parent / "data" / "regional.txt"


def normalise(text: str) -> str:
    """Return ``text`` in the form to compare by: NFKC, one kind of quote, dash and space, case folded.

    Never for printing, and its offsets are not those of ``text``.
    """
    return _normalise_once(text) if len(text) <= _KEPT else _normalise(text)


@lru_cache(maxsize=8192)
def _normalise_once(text: str) -> str:
    return _normalise(text)


def _normalise(text: str) -> str:
    uniform = unicodedata.normalize("NFKC", text.translate(_UNIFORM)).translate(_UNIFORM)
    return " ".join(uniform.casefold().split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return ``word``, lower case, without its inflection; good for comparing words, not for reading."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    word = _IRREGULAR.get(word, word)
    if word.endswith(("ss", "us", "is")):
        return word
    for ending, put in _ENDINGS_BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(base := word[: -len(ending)]) >= 3 and not _VOWELS.isdisjoint(base):
            return _finish(base + put)
    return _finish(word)


@lru_cache(maxsize=16384)
def fold_spelling(word: str) -> str:
    """Return ``word`` in lower case and American spelling: organised and organized, neighbour and neighbor are one.

    For comparing words, not for reading: words that no region spells otherwise may be changed as well.

    >>> [fold_spelling(word) for word in ("Organisers", "Neighbouring", "travelled", "Defence", "four", "rise")]
    ['organizers', 'neighboring', 'traveled', 'defense', 'four', 'rise']
    """
    word = word.lower()
    regional = read_pairs(_REGIONAL)
    if word in regional["words"]:
        return regional["words"][word]
    for length in range(min(len(word), _LONGEST_STEM), 3, -1):
        if word[:length] in regional["stems"]:
            word = regional["stems"][word[:length]] + word[length:]
            break
    return _DOUBLE_L.sub("", _ISE.sub("z", word))


def clean(text: str) -> str:
    """Return ``text`` without terminal escapes, control and direction characters; tabs and newlines stay."""
    return re.sub(_CONTROL, "", re.sub(_ESCAPE, "", text))


def _finish(base: str) -> str:
    """Undo doubled consonants and drop a final e, so that stopped, stopping and stop share a stem."""
    if len(base) > 4 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return base[:-1] if len(base) > 3 and base.endswith("e") else base
