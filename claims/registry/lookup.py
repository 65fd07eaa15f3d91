"""Find outlets, people and institutions by what an article calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from claims.model import Institution, Outlet, Person, Role
from claims.registry.days import earliest_day, latest_day
from claims.registry.keys import host_key, match_key
from claims.wordlists import read_words

T = TypeVar("T")
_LONGEST_HOST = 260
_SUFFIXES = Path(__file__).parent / "data" / "suffixes.txt"


@dataclass(frozen=True)
class Registry:
    """Outlets, people and institutions. Every look-up returns None where nobody, or more than one, fits."""

    outlets: tuple[Outlet, ...] = ()
    people: tuple[Person, ...] = ()
    institutions: tuple[Institution, ...] = ()

    def find_outlet(self, name: str) -> Outlet | None:
        """Find an outlet by id, name or alias; case, "the", accents, punctuation and white space do not matter."""
        return self._outlets_by_name.get(match_key(name))

    def find_outlet_by_domain(self, host: str) -> Outlet | None:
        """Find the outlet of a host; where it has none, of the host without its first label, and so on."""
        rest = host_key(host[-_LONGEST_HOST:])
        while "." in rest:
            if (outlet := self._outlets_by_domain.get(rest)) is not None:
                return outlet
            rest = rest.partition(".")[2]
        return None

    def find_person(self, name: str) -> Person | None:
        """Find a person by name or alias, or by a bare surname that only one person of the registry has."""
        key = match_key(name)
        if (person := self._people_by_name.get(key)) is not None:
            return person
        return None if _is_short_acronym(name) else self._people_by_surname.get(key)

    def find_institution(self, name: str) -> Institution | None:
        """Find an institution by name or alias."""
        return self._institutions_by_name.get(match_key(name))

    def roles_on(self, person: Person, day: str) -> list[Role]:
        """Return the roles that ``person`` may have held on ``day`` (ISO; a month or year: at any time in it)."""
        first, last = earliest_day(day), latest_day(day)
        return [
            role
            for role in person.roles
            if earliest_day(role.start or "") <= last and latest_day(role.end or "") >= first
        ]

    def titles(self, person: Person) -> tuple[str, ...]:
        """Return every title the person ever held, aliases of titles included, each once."""
        return tuple(dict.fromkeys(title for role in person.roles for title in (role.title, *role.aliases)))

    @cached_property
    def _outlets_by_name(self) -> dict[str, Outlet]:
        return _index((match_key(name), one) for one in self.outlets for name in (one.id, one.name, *one.aliases))

    @cached_property
    def _outlets_by_domain(self) -> dict[str, Outlet]:
        return _index((host_key(domain), one) for one in self.outlets for domain in one.domains)

    @cached_property
    def _people_by_name(self) -> dict[str, Person]:
        return _index((match_key(name), one) for one in self.people for name in (one.name, *one.aliases))

    @cached_property
    def _people_by_surname(self) -> dict[str, Person]:
        return _index((match_key(surname), one) for one in self.people for surname in _surnames(one))

    @cached_property
    def _institutions_by_name(self) -> dict[str, Institution]:
        return _index((match_key(name), one) for one in self.institutions for name in (one.name, *one.aliases))


def _index(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Map each key to the one entry that has it; keys of several entries are left out."""
    found: dict[str, T] = {}
    shared: set[str] = {""}
    for key, entry in pairs:
        if found.setdefault(key, entry) is not entry:
            shared.add(key)
    for key in shared & found.keys():
        del found[key]
    return found


def _surnames(person: Person) -> Iterator[str]:
    """Yield the surnames of a person: of the name, and of aliases that only spell the surname differently.

    A surname is the last word, and also the last word with the small words before it: "von der Leyen".
    """
    forename = match_key(person.name.partition(" ")[0])
    for full in (person.name, *person.aliases):
        words = [word for word in full.split() if match_key(word) not in read_words(_SUFFIXES)[""]]
        if len(words) < 2 or match_key(words[0]) != forename:
            continue
        yield words[-1]
        start = len(words) - 1
        while start > 1 and words[start - 1].islower():
            start -= 1
        yield " ".join(words[start:])


def _is_short_acronym(name: str) -> bool:
    # "UN" and "WHO" are not the surnames of Kim Jong Un or of a Dr Who.
    return len(name) <= 3 and name.isupper()
