"""Compare the names of people as outlets print them: titles, order, initials, short forms, spellings."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from claims.names.folding import differ_by_gender, fold, likeness
from claims.names.titles import PersonName, parse_name
from claims.wordlists import read_pairs

_GIVEN = Path(__file__).parent / "data" / "given.txt"

# Folded words at least this alike are one name in two spellings; measured on pairs of Latin spellings of one name.
_ALIKE = 0.875


@lru_cache(maxsize=16384)
def same_person(one: str, other: str) -> bool | None:
    """Tell whether two names may be one person's: None where one is a bare surname or the like.

    Made for names of one story, where a surname with nothing against it is the same person's.
    """
    a, b = parse_name(one), parse_name(other)
    if a is None or b is None or _suffixes_clash(a, b):
        return False
    if "".join(a.folded) == "".join(b.folded) or _is_turned_round(a.folded, b.folded):
        return True
    if len(a.words) == 1 and len(b.words) == 1:
        return _same_surname(a.folded[0], b.folded[0])
    if len(a.words) == 1 or len(b.words) == 1:
        short, full = (a, b) if len(a.words) == 1 else (b, a)
        return None if any(_same_surname(short.folded[0], name) for name in _surnames(full)) else False
    return _same_full_name(a, b)


def is_spelt_otherwise(one: str, other: str) -> bool:
    """Tell whether two names of one person spell a shared part in two ways."""
    a, b = parse_name(one), parse_name(other)
    if a is None or b is None or same_person(one, other) is False:
        return False
    same_form = len(a.words) == len(b.words)
    pairs = list(zip(a.words, b.words, strict=True)) if same_form else [(a.words[-1], b.words[-1])]
    return any(_letters(x) != _letters(y) for x, y in pairs) and all(_is_one_spelling(x, y) for x, y in pairs)


def is_alike(one: str, other: str) -> bool:
    """Tell whether two single words are one name in two spellings, not a man's and a woman's form."""
    return _same_surname(fold(one).replace(" ", ""), fold(other).replace(" ", ""))


def _is_one_spelling(one: str, other: str) -> bool:
    return is_alike(one, other) or _shared_key("one name", fold(one), fold(other))


def _letters(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalpha())


def _is_turned_round(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Family name first in one, last in the other."""
    return len(a) == len(b) > 1 and b in {(*a[1:], a[0]), (a[-1], *a[:-1])}


def _same_full_name(a: PersonName, b: PersonName) -> bool | None:
    if _family_first(a) and _family_first(b):
        return _same_surname(a.folded[0], b.folded[0]) and _alike_run(a.folded[1:], b.folded[1:])
    if not _same_surname(a.folded[-1], b.folded[-1]):
        return _extended_surname(a, b)
    return _same_givens(a.words[:-1], b.words[:-1])


def _extended_surname(a: PersonName, b: PersonName) -> bool | None:
    """Spanish and other double surnames: the shorter name may be the beginning of the longer."""
    short, full = sorted((a, b), key=lambda name: len(name.words))
    if len(short.words) == len(full.words) or _family_first(full):
        return False
    same = all(_same_surname(x, y) for x, y in zip(short.folded, full.folded, strict=False))
    return None if same else False


def _same_givens(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    if _initials_fit(a, b) or _initials_fit(b, a):
        return True
    if _same_given(a[0], b[0]):
        return all(_same_given(x, y) for x, y in zip(a, b, strict=False))
    short, full = sorted((a, b), key=len)
    if len(short) == 1 and len(short[0]) > 1 and any(_same_given(short[0], name) for name in full[1:]):
        return None
    return False


def _initials_fit(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """J.-C. against Jean-Claude: several initials, printed as one word, and as many names."""
    letters = short[0]
    return (
        len(short) == 1
        and 1 < len(letters) == len(full)
        and letters.isupper()
        and letters == "".join(n[0] for n in full)
    )


def _same_given(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    if not a or not b:
        return False
    if len(one) == 1 or len(other) == 1:
        return one[0].casefold() == other[0].casefold() or a[0] in _initials(b) or b[0] in _initials(a)
    if _same_surname(a, b):
        return True
    return _shared_key("one name", a, b) or _shared_key("short form", a, b)


def _same_surname(one: str, other: str) -> bool:
    return one == other or (likeness(one, other) >= _ALIKE and not differ_by_gender(one, other))


def _alike_run(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return likeness("".join(a), "".join(b)) >= _ALIKE


def _family_first(name: PersonName) -> bool:
    return name.words[0].casefold() in _family_names() and 2 <= len(name.words) <= 3


def _surnames(name: PersonName) -> tuple[str, ...]:
    return (name.folded[-1], name.folded[0]) if _family_first(name) else (name.folded[-1],)


def _suffixes_clash(a: PersonName, b: PersonName) -> bool:
    """Junior and senior, or the Second and the Third, are two people; a suffix that one leaves out is no clash."""
    if a.suffixes and b.suffixes:
        return a.suffixes.isdisjoint(b.suffixes)
    return False


@cache
def _family_names() -> frozenset[str]:
    return frozenset(name.casefold() for name in read_pairs(_GIVEN)["family first"])


@cache
def _keys(section: str) -> dict[str, frozenset[str]]:
    keys: dict[str, set[str]] = {}
    for line_key, names in _groups(section).items():
        for name in names:
            keys.setdefault(fold(name), set()).add(line_key)
    return {name: frozenset(found) for name, found in keys.items()}


@cache
def _groups(section: str) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for name, key in read_pairs(_GIVEN)[section].items():
        groups[key] = (*groups.get(key, ()), name)
    return groups


def _shared_key(section: str, one: str, other: str) -> bool:
    keys = _keys(section)
    return not keys.get(one, frozenset()).isdisjoint(keys.get(other, frozenset()))


@lru_cache(maxsize=1024)
def _initials(given: str) -> frozenset[str]:
    """Return the letters that a given name may be shortened to, in any of its languages."""
    keys = _keys("one name").get(given, frozenset())
    return frozenset({given[0]} | {name[0].casefold() for key in keys for name in _groups("one name")[key]})
