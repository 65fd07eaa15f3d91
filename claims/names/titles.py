"""Take a printed name apart: titles, nationalities and appositions off, the words of the name kept."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claims.names.folding import fold
from claims.names.places import is_people, is_place
from claims.wordlists import read_words

_TITLES = Path(__file__).parent / "data" / "titles.txt"

_LONGEST_TITLE = 12
_RELATIVES = frozenset({"who", "whose", "which", "said"})


class PersonName(NamedTuple):
    """The words of a name, and how they fold."""

    words: tuple[str, ...]
    """As printed, without titles, particles and suffixes; never empty."""
    folded: tuple[str, ...]
    suffixes: frozenset[str]


@lru_cache(maxsize=8192)
def strip_titles(name: str) -> str:
    """Return ``name`` without titles, nationalities and appositions: "French President X, 47" gives "X"."""
    words = _naming_part(name).replace("’s ", "'s ").split() or name.split()
    naming = [at for at in range(len(words)) if not _is_title(words, at) and _plain(words[at]) not in _suffixes()]
    if not naming:
        return " ".join(words).removeprefix("the ").removeprefix("The ")
    titles = [at for at in range(min(naming[-1], _LONGEST_TITLE)) if _is_title(words, at)]
    first = titles[-1] + 1 if titles else 0
    last = first + 1
    while last < len(words) and not _opens_apposition(words[last]):
        last += 1
    return " ".join(words[first:last])


def _naming_part(name: str) -> str:
    """Return the part between commas that is the name: the first, but for "the minister, X" the second."""
    first, _, rest = name.partition(",")
    words = first.split()
    titles_only = rest and not rest.strip()[:1].isdigit() and all(_is_title(words, at) for at in range(len(words)))
    return rest.partition(",")[0] if titles_only else first


@lru_cache(maxsize=8192)
def parse_name(name: str) -> PersonName | None:
    """Return the words of a person's name; None where there are none."""
    printed = (
        strip_titles(_last_first(name)).replace(".", " ").replace("-", " ").replace("–", " ").replace("’", "'").split()
    )
    words = [word for word in _join_initials(printed) if any(map(str.isalpha, word))]
    lists = read_words(_TITLES)
    suffixes = frozenset(low for word in words[1:] if (low := word.casefold()) in lists["suffixes"])
    core = [word for word in words if word.casefold() not in suffixes]
    core = [word for word in core if word.casefold() not in lists["particles"]] or core
    kept = [(word, folded) for word in core if (folded := fold(word))]
    if not kept:
        return None
    return PersonName(tuple(word for word, _ in kept), tuple(folded for _, folded in kept), suffixes)


def _last_first(name: str) -> str:
    """Turn "Surname, Given" round; leave "Name, the minister" and "Name, 47" as they are."""
    surname, comma, given = name.partition(", ")
    if not comma or "," in given or " " in surname or not given[:1].isupper():
        return name
    low = given.split()[0].strip(".").casefold()
    lists = read_words(_TITLES)
    return name if low in lists["suffixes"] or low in lists["titles"] else f"{given} {surname}"


def _join_initials(words: list[str]) -> list[str]:
    """Write "J D Vance" as "JD Vance": initials in a row before a surname are one given name."""
    initials = 0
    while initials < len(words) and len(words[initials]) == 1 and words[initials].isupper():
        initials += 1
    if initials > 1 and len(words) > initials:
        return ["".join(words[:initials]), *words[initials:]]
    return words


def _is_title(words: list[str], at: int) -> bool:
    word = _plain(words[at])
    if len(word) == 1 and words[at].endswith("."):
        return False
    if word in read_words(_TITLES)["titles"] or (word == "el" and at == 0):
        return True
    if word == "con" and at and _plain(words[at - 1]) == "det":
        return True
    if word.startswith(("ex-", "vice-", "then-", "co-")):
        return True
    if words[at].endswith("'s"):
        return is_place(words[at][:-2])
    return len(words) - at > 2 and is_people(words[at])


def _opens_apposition(word: str) -> bool:
    low = word.casefold().strip("()")
    return word.startswith("(") or (word[:1].islower() and (low in _RELATIVES or low in read_words(_TITLES)["titles"]))


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return word.casefold().replace(".", "").strip("'\"“”()").removesuffix("'s")


def _suffixes() -> frozenset[str]:
    return read_words(_TITLES)["suffixes"]
