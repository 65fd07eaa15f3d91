"""The people and bodies that an article names, and where: what its short names and pronouns can stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from claims.attribution.bodynames import bearer_of, is_body, is_company, is_trade, reference_words
from claims.attribution.lexicon import BODIES, TIMES, TITLES, words
from claims.attribution.printednames import family_name, is_slip, surname_of
from claims.attribution.runs import Run, find_runs
from claims.names import find_acronyms, fold, is_alike, place_of, strip_titles

Span = tuple[int, int]

_CAPITAL = r"[^\W\d_a-z]"
_NOT_NAMES = words("not names")
_THE = re.compile(r"\bthe\s\Z", re.IGNORECASE)
_AGED = re.compile(r",\s\d{1,3}\b")
_PLAIN_WORD = r"(?!(?:to|by|with|from|and|for|at|in|on|of|was|is|has|had|said|told|by|as|who) )[a-z-]{1,20}"
_FEW_CAPITALS = rf"{_CAPITAL}[\w’'-]{{1,30}}(?: {_CAPITAL}[\w’'-]{{1,30}}){{0,3}}"
_CAPITALISED = re.compile(rf"(?<![\w’]){_CAPITAL}[^\W\d_]*")
_MEDIUM = ("Radio", "Channel")
"""First of the two words of a station's name."""
_LEAST_SEATED = 5
"""Words of "Mayor of Orlo Ann Ode"."""
_LEAST_MISPRINTED = 5
_MOST_MISPRINTS = 3
_BEFORE = 40
_AFTER = 70


@cache
def _age_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of an age behind and before a name, compiled where a text asks for them."""
    behind = rf"(?<![\w’'-])(?P<name>{_CAPITAL}[\w’'-]{{1,30}})(?:, | \()(?P<age>\d{{1,3}})(?=[,.;)\n])"
    before = rf"(?<!\d)(?P<age>\d{{1,3}})-year-old (?:{_PLAIN_WORD} ){{0,4}}(?P<name>{_FEW_CAPITALS})"
    return re.compile(behind), re.compile(before)


class Named(NamedTuple):
    """A person or body where the article names it in full."""

    name: str
    start: int
    person: bool
    context: str
    """The words around it, lower case: titles stand there."""


class Cast:
    """Everybody an article names."""

    def __init__(self, text: str, paragraphs: Iterable[Span], is_known_body: Callable[[str], bool]) -> None:
        self._text = text
        self._is_known_body = is_known_body
        self._paragraphs = list(paragraphs)

    @cached_property
    def _runs(self) -> list[Run]:
        return list(find_runs(self._text, self._paragraphs))

    @cached_property
    def named(self) -> list[Named]:
        """The full names in the order of the text."""
        return [named for run in self._runs if (named := self._read_name(run)) is not None]

    def _read_name(self, run: Run) -> Named | None:
        words = self._behind_seat(_drop_leads(run.words))
        if not words or words[0] in reference_words("places begin") or _names_place(words):
            return None
        name = " ".join(words)
        if len(words) == 1 and name.lower() in BODIES:
            return None
        known = self._is_known_body(name)
        if not known and (bearer := bearer_of(name)) != name:
            name, words = bearer, bearer.split()
            known = self._is_known_body(name)
        begun = run.match.start()
        medium = len(words) == len(_MEDIUM) and words[0] in _MEDIUM
        if known or medium or is_body(name) or is_company(words):
            return Named(name.removeprefix("the "), begun, person=False, context="")
        if len(words) > 2 and words[-1].lower() in reference_words("letters after names"):
            words = words[:-1]
            name = " ".join(words)
        person = strip_titles(name) if len(words) > 1 else name
        if person == name.removeprefix("the ") and self._has_article(run, words):
            return Named(person, begun, person=False, context="")
        if len(person.split()) >= 2 and person[0].isupper() and place_of(person.split()[-1]) is None:
            return Named(person, begun, person=True, context=self._words_around(run))
        if len(words) > 1:
            return None
        if _AGED.match(self._text, run.match.end(), run.end):
            return Named(name, begun, person=True, context="")
        return Named(name, begun, person=False, context="") if len(name) > 1 and name.isupper() else None

    def _behind_seat(self, words: list[str]) -> list[str]:
        """Return "Ann Ode" of "Mayor of Port Orlo Ann Ode": a surname that stands alone, too, or a known given name."""
        seated = len(words) >= _LEAST_SEATED and "of" in words[1:4] and words[0].lower() in TITLES
        if not seated or words[-3].islower() or any(word.islower() or is_body(word) for word in words[-2:]):
            return words
        given, surname = words[-2:]
        known = given in reference_words("female names") or given in reference_words("male names")
        return [given, surname] if known or surname in self._alone else words

    @cached_property
    def _alone(self) -> frozenset[str]:
        """The words with a capital that the article prints without another beside them."""
        return frozenset(run.words[0] for run in self._runs if len(run.words) == 1)

    def _words_around(self, run: Run) -> str:
        begun, stop = run.match.span()
        before = self._text[max(run.start, begun - _BEFORE) : stop]
        return f"{before} {self._text[stop : min(run.end, stop + _AFTER)]}".lower()

    def _has_article(self, run: Run, words: Sequence[str]) -> bool:
        """See "the Golden Carp": an article tells several capitals from the name of a person."""
        if words[0] == "the" or run.match.group().startswith("The "):
            return len(words) > 2 - (words[0] != "the")
        begun = run.match.start()
        return len(words) > 1 and _THE.search(self._text, max(run.start, begun - 4), begun) is not None

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Acronyms that the article explains, with their long forms."""
        return find_acronyms(self._text)

    @cached_property
    def people(self) -> list[Named]:
        """The full names of people, each at its first place."""
        first: dict[str, Named] = {}
        for named in self.named:
            if named.person:
                first.setdefault(named.name, named)
        return list(first.values())

    @cached_property
    def bodies(self) -> list[Named]:
        """Every mention of a body by a name, in order."""
        return [named for named in self.named if not named.person]

    @cached_property
    def _body_starts(self) -> list[int]:
        return [named.start for named in self.bodies] if len(self.bodies) < 4000 else []

    @cached_property
    def _by_surname(self) -> dict[str, list[Named]]:
        found: dict[str, list[Named]] = {}
        for named in self.people:
            found.setdefault(fold(surname_of(named.name))[:2], []).append(named)
        return found

    def with_surname(self, surname: str) -> list[Named]:
        """Return the people of that surname, other spellings of it too."""
        candidates = self._by_surname.get(fold(surname)[:2], [])[:60]
        return [named for named in candidates if is_alike(surname_of(named.name), surname)]

    def by_slip(self, surname: str) -> str | None:
        """Return the one person whose surname the article misprints here by a letter: Maurer as Mauer."""
        if len(surname) < _LEAST_MISPRINTED or self._printed[surname] > _MOST_MISPRINTS:
            return None
        found = {one.name for one in self.people if is_slip(surname_of(one.name), surname)}
        return found.pop() if len(found) == 1 else None

    def by_given_name(self, given: str) -> str | None:
        """Return the one person of that given name: tabloids write "Kelly"."""
        if place_of(given) is not None or self._begins_body(given):
            return None
        found = self._by_given_name.get(given, [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _by_given_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self.people:
            if " " in one.name:
                found.setdefault(one.name.split()[0], []).append(one.name)
        return found

    def _begins_body(self, word: str) -> bool:
        return any(one.name.split()[0] == word for one in self.bodies[:400])

    @cached_property
    def ages(self) -> dict[str, str]:
        """Surnames with the age printed beside them: "Ann Ode, 52," and "52-year-old baker Ann Ode"."""
        behind, before = _age_patterns()
        ages = {surname_of(match["name"]): match["age"] for match in before.finditer(self._text)}
        return ages | {match["name"]: match["age"] for match in behind.finditer(self._text)}

    @cached_property
    def _printed(self) -> Counter[str]:
        """How often the article prints each word with a capital."""
        return Counter(_CAPITALISED.findall(self._text))

    @cached_property
    def _places(self) -> tuple[list[int], list[tuple[int, str]]]:
        """Every place where a person of the cast is named, by full name or surname."""
        surnames = {surname_of(named.name) for named in self.people}
        named = ((run.match.start(), family_name(_without_seat(run.words))) for run in self._runs)
        places = [(place, surname) for place, surname in named if surname in surnames]
        return [place for place, _ in places], places

    @cached_property
    def most_printed(self) -> list[tuple[str, int]]:
        """The three surnames that the article prints most, and how often."""
        return Counter(surname for _, surname in self._places[1]).most_common(3)

    def people_before(self, place: int, least: int = 0) -> Iterator[tuple[int, str]]:
        """Yield place and surname of the people named before ``place``, nearest first, down to ``least``."""
        starts, places = self._places
        for number in range(bisect_left(starts, place) - 1, -1, -1):
            if places[number][0] < least:
                return
            yield places[number]

    def bodies_before(self, place: int) -> Iterator[Named]:
        """Yield the bodies named before ``place``, nearest first."""
        for number in range(bisect_left(self._body_starts, place) - 1, -1, -1):
            yield self.bodies[number]


def _without_seat(words: list[str]) -> list[str]:
    """Return "Ann Ode" of "Ann Ode of the Orlo Institute"."""
    return bearer_of(" ".join(words)).split() if "of" in words else words


def _names_place(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[-1] in reference_words("places end")


def _drop_leads(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) and _leads(words[start:]):
        start += 1
    return words[start:] if start else words


def _leads(words: Sequence[str]) -> bool:
    """Tell whether the first word stands before a name without being part of it: "But", "Pot-washer", "Publican"."""
    if words[0].lower() in TIMES and words[1:2] == ["the"]:
        return True
    if words[0] in _NOT_NAMES or (len(words) > 1 and is_trade(words[0])):
        return True
    kin = len(words) > 2 and words[0].lower() in reference_words("kin")
    return kin and not (is_body(" ".join(words)) or is_company(words))
