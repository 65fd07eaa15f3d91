"""Keys by which names and hosts are compared, and slugs made of names."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose into a base letter and a mark.
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))


def fold(text: str) -> str:
    """Return ``text`` in lower case and without accents.

    >>> fold("Lucía Ferrándiz, Pål Ørsted")
    'lucia ferrandiz, pal orsted'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", decomposed.translate(_ACCENTS)).translate(_UNDECOMPOSED)


@lru_cache(maxsize=8192)
def match_key(name: str) -> str:
    """Return what two spellings of one name share: no case, leading "the", accents, punctuation or white space.

    >>> match_key("The Kyiv Post"), match_key("kyiv-post"), match_key("Süddeutsche Zeitung")
    ('kyivpost', 'kyivpost', 'suddeutschezeitung')
    """
    words = fold(name).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    key = "".join(words)
    return key if key.isalnum() else "".join(filter(_is_letter, key))


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """Return ``name`` as an identifier: folded words joined by hyphens.

    >>> slug("Volodymyr Zelenskyy"), slug("People's Bank of China")
    ('volodymyr-zelenskyy', 'peoples-bank-of-china')
    """
    kept = "".join(char if _is_letter(char) else " " for char in fold(name) if char not in "'’.")
    return "-".join(kept.split())


def host_key(host: str) -> str:
    """Return a host as it is compared: lower case, ASCII, without ``www.``, port or final dot."""
    key = host.strip().lower().partition(":")[0].rstrip(".").removeprefix("www.")
    if key.isascii():
        return key
    try:
        return key.encode("idna").decode("ascii")
    except UnicodeError:
        return key


def _is_letter(char: str) -> bool:
    # Marks outside the folded accents are vowel signs of Indic, Arabic and Thai script: part of the word.
    return char.isalnum() or (not char.isascii() and unicodedata.category(char)[0] == "M")
