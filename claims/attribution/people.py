"""People: who a name, a title or "he" stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from claims.attribution.bodynames import is_body, is_company
from claims.attribution.forms import (
    BRACKET,
    LEADING,
    POLITE,
    POST,
    find_name,
    is_person_noun,
    is_title,
)
from claims.attribution.lexicon import TITLES
from claims.attribution.offices import is_rank, office_before, role_after, role_before, without_polite
from claims.attribution.printednames import drop_nickname, ends_with_land, gender_of, gender_of_name, surname_of
from claims.attribution.roles import find_holder, find_titled_person, find_with_initials
from claims.attribution.stories import FOCUS, Referent, Story
from claims.attribution.told import is_told_of
from claims.model import Person
from claims.names import country_of, fold, same_person
from claims.patterns import Gated
from claims.registry import match_key

_SINGLE_NOUN = re.compile(r"\b(?:[Tt]he|[Aa]|[Oo]ne) ([a-z-]+)(?=(?: ([a-z]+)\b)?)")
# "Asked by counsel Ode whether ..., he replied": another than Ode.
_ASKED_BY = Gated(r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Cc]hallenged) by [^,.]{0,50}\Z", "by ")
_AND_COLLEAGUES = Gated(r"\s+and (?:(?:his|her|their|other)\s[^,]*|colleagues|co-?authors|co-?workers)\Z", "and ")
_NAME_IN_BRACKET = Gated(r"\s*\((?P<name>(?:Mrs?|Ms|Miss|Dr|Sir|Shri|Smt)\.? [^()]{3,50})\)", "(M", "(D", "(S")
"""A minister in the report of a debate: "The Minister for Housing (Ms Ode)"."""
_LEAST_SEATED = 5
"""Words of "Mayor of Orlo Ann Ode"."""
_NAMELESS_REACH = 400
_ANYBODY = frozenset(("man", "woman", "person", "source"))
"""Nouns for whoever it is: "he" is not "a person who was in the room", and "the woman" was named before."""
_RECENT = 40
_OPENING_ARTICLES = ("The ", "A ", "An ", "His ", "Her ", "Their ", "Its ")
_LEAD_INS = ("In ", "On ", "At ", "After ", "During ", "Speaking ", "Asked ", "From ", "For ")
_LONGEST_TITLE = 7


def _first_of_several(mention: str) -> str:
    """Return "Ode" of "Ode and her colleagues"."""
    return _AND_COLLEAGUES.sub("", mention)


def _is_anybody(one: Referent) -> bool:
    return not one.named and one.name.split(" who ")[0] in _ANYBODY


class People:
    """Finds people by what the article calls them."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def find_named(self, mention: str) -> Referent | None:
        """Return the person whose name stands in the mention, with the role beside it."""
        mention = _NAME_IN_BRACKET.sub(r", \g<name>", mention, count=1)
        segments = BRACKET.sub("", _first_of_several(drop_nickname(mention))).split(",")[:3]
        for number, segment in enumerate(segments):
            stripped = LEADING.sub("", segment.strip(), count=1)
            head = stripped if find_name(stripped) else POST.split(stripped, maxsplit=1)[0]
            name = find_name(head)
            if name is None:
                continue
            office = is_title(name.rsplit(maxsplit=1)[-1]) or (" " not in name and segment.startswith("The "))
            if office and any(find_name(one.strip()) for one in segments[number + 1 :]):
                continue
            role = role_before(head, name)
            if role is None or (number and is_rank(role)):
                role = (office_before(segments[0]) if number else None) or role or role_after(mention, segment)
            found = self.find_full(name, role)
            if found is not None:
                return found
            if POLITE.match(segment.strip()):
                return Referent(name, person=True, named=True)
        return self._behind_seat(segments[0])

    def _behind_seat(self, segment: str) -> Referent | None:
        """Return Ann Ode of "Mayor of Port Orlo Ann Ode", where the article has a person of that name."""
        words = LEADING.sub("", segment.strip(), count=1).split()
        if len(words) < _LEAST_SEATED or "of" not in words[1:4]:
            return None
        name = " ".join(words[-2:])
        known = any(one.name == name for one in self._story.cast.with_surname(words[-1]))
        return self.find_full(name, " ".join(words[:-2])) if known else None

    def find_full(self, name: str, role: str | None = None) -> Referent | None:
        """Return the person of that name or surname, by the fullest form that the registry or the article has."""
        person = self._story.registry.find_person(name) or self._respelt(name)
        if person is not None:
            return Referent(person.name, person=True, named=True, role=role or self._introduced_role(person.name))
        words = name.split()
        known = self._story.cast.with_surname(surname_of(name))
        if len(words) == 1:
            if not known:
                given = self._story.cast.by_given_name(name)
                if given is not None:
                    return self.find_full(given, role)
                slip = self._story.cast.by_slip(name)
                if slip is not None:
                    return Referent(slip, person=True, named=True, role=role)
                return Referent(name, person=True, named=True, role=role) if role else None
            full = known[0].name
            return self.find_full(full, role) if " " in full else Referent(full, person=True, named=True, role=role)
        if is_body(name) or is_company(words) or country_of(name) is not None or ends_with_land(words):
            return None
        same = next((one.name for one in known if same_person(one.name, name)), name)
        return Referent(same, person=True, named=True, role=role)

    def _respelt(self, name: str) -> Person | None:
        """Find the one person of the registry whose name this is in another spelling."""
        if " " not in name:
            return None
        alike = [
            one
            for one in self._registered_by_surname.get(fold(name.rsplit(maxsplit=1)[-1])[:2], ())
            if same_person(one.name, name)
        ]
        return alike[0] if len(alike) == 1 else None

    @cached_property
    def _registered_by_surname(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self._story.registry.people:
            found.setdefault(fold(person.name.split()[-1])[:2], []).append(person)
        return found

    def _introduced_role(self, name: str) -> str | None:
        for named in self._story.cast.with_surname(surname_of(name)):
            before = without_polite(named.context.split(named.name.lower())[0]).split()
            title = [word.strip(",") for word in before[-4:] if word.strip(".,") in TITLES]
            if title:
                return " ".join(title)
        return None

    def find_pronoun(self, word: str, place: int) -> Referent | None:
        """Resolve "he" and "she": the person in focus, the last who spoke or opened a sentence."""
        nameless = self._nameless_before(place)
        if nameless is not None:
            return nameless
        gender = gender_of(word)
        spoken = next(((at, one) for at, one in reversed(self._story.spoken) if one.person), None)
        least = max(place - FOCUS, spoken[0] if spoken else 0)
        for at, surname in self._story.cast.people_before(place, least):
            if (
                not self._opens_sentence(at)
                or _ASKED_BY.search(self._story.text, max(0, at - 60), at)
                or (spoken is not None and self._is_credited(at))
            ):
                continue
            found = self.find_full(surname)
            if found is not None and self._fits(found.name, gender) and not is_told_of(self._story, found.name):
                return found
        before = (
            one for _, one in reversed(self._story.spoken[-_RECENT:]) if one.person and self._fits(one.name, gender)
        )
        told = next((one for one in before if not is_told_of(self._story, one.name) and not _is_anybody(one)), None)
        if told is not None:
            return told
        for _, surname in self._story.cast.people_before(place, max(0, place - FOCUS)):
            found = self.find_full(surname)
            if found is not None and self._fits(found.name, gender) and not is_told_of(self._story, found.name):
                return found
        return None

    def _nameless_before(self, place: int) -> Referent | None:
        """Return the landlord of ``The landlord bought a round. "...," he said``, nobody being named in between."""
        starts = self._story.starts
        paragraph = starts[max(0, bisect_right(starts, place) - 1)] if starts else 0
        begun = max(paragraph, place - _NAMELESS_REACH)
        if self._story.spoken and self._story.spoken[-1][0] >= begun:
            return None
        if next(self._story.cast.people_before(place, begun), None) is not None:
            return None
        phrases = [match.groups() for match in _SINGLE_NOUN.finditer(self._story.text, begun, place)]
        nouns = [noun for phrase in phrases for noun in reversed(phrase) if noun and is_person_noun(noun)]
        nouns = [noun for noun in nouns if noun not in _ANYBODY]
        return Referent(nouns[-1], person=True, named=False) if nouns else None

    def _is_credited(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._story.credited)

    def _opens_sentence(self, at: int) -> bool:
        before = self._story.text[max(0, at - 60) : at]
        cut = max(before.rfind(". "), before.rfind("\n"), before.rfind("” "), before.rfind('" '), before.rfind(".”"))
        if cut < 0 and at > 60:
            return False
        lead = before[cut + 1 :].strip(' ”"\n')
        closed = lead.find(",") == len(lead) - 1
        if closed and lead.startswith(_LEAD_INS):
            return True
        titled = closed and lead.startswith(_OPENING_ARTICLES)
        return len(lead.split()) <= (_LONGEST_TITLE if titled else 4) and (titled or "," not in lead)

    def _fits(self, name: str, gender: str | None) -> bool:
        if gender is None or not name:
            return True
        known = next(iter(self._story.cast.with_surname(surname_of(name))), None)
        told = gender_of(known.context.split(known.name.lower())[0]) if known else None
        told = told or gender_of_name(name)
        return told is None or told == gender

    def find_by_role(self, head: str, plain: str, place: int) -> Referent | None:
        """Resolve "the minister" and "the president": who the article, else the registry, gives that title."""
        titled = find_titled_person(self._story, head, plain, place)
        if titled is not None:
            return self.find_full(titled)
        holder = find_holder(self._story, head, plain)
        return None if holder is None else Referent(holder, person=True, named=True)

    def find_by_initials(self, initials: str, place: int) -> Referent | None:
        """Resolve "the CM" to the chief minister of the article."""
        name = find_with_initials(self._story, initials, place)
        return None if name is None else self.find_full(name)

    def find_titled(self, plain: str) -> Referent | None:
        """Look the mention up among the titles of the registry: "Kyiv's lead negotiator"."""
        name = self.holders.get(match_key(plain))
        return None if name is None else Referent(name, person=True, named=True, role=plain)

    @cached_property
    def holders(self) -> dict[str, str]:
        """The titles of the registry on the day of the article, each with the first person who has it."""
        found: dict[str, str] = {}
        for person in self._story.registry.people:
            roles = self._story.registry.roles_on(person, self._story.day) if self._story.day else person.roles
            for role in roles:
                for title in (role.title, *role.aliases):
                    found.setdefault(match_key(title), person.name)
        return found
