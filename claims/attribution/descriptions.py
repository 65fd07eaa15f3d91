"""People told of by what they are: "the 52-year-old", "the Frenchman", "the mother of three", "the former striker"."""

from __future__ import annotations

import re

from claims.attribution.bodynames import reference_words
from claims.attribution.forms import is_person_noun
from claims.attribution.lexicon import TITLES
from claims.attribution.mentions import Named
from claims.attribution.offices import title_words
from claims.attribution.people import People
from claims.attribution.printednames import surname_of
from claims.attribution.stories import FOCUS, Referent, Story
from claims.names import is_people
from claims.patterns import lazy

_AGED = lazy(r"(?P<age>\d{1,3})-year-old(?: (?P<noun>[a-z -]+))?")
_KIN = lazy(r"(?P<kin>mum|mom|mother|gran|grandmother|dad|father|grandfather)[- ]of[- ]\w+")
_PAST = lazy(r"(?:former|ex|retired|veteran)[- ](?:[a-z]+ )?(?P<noun>[a-z-]+)")
_REACH = 5_000


def find_described(people: People, story: Story, plain: str, place: int) -> Referent | None:
    """Return whom a description after "the" stands for: the person of that age or past, else the one in focus."""
    kin = _KIN.fullmatch(plain)
    if kin is not None:
        return people.find_pronoun(kin["kin"], place)
    if is_people(plain) and not plain.endswith("s"):
        return people.find_pronoun(plain.lower(), place)
    aged, past = _AGED.fullmatch(plain), _PAST.fullmatch(plain)
    if aged is None and plain not in reference_words("young") and (past is None or not _is_told_so(past["noun"])):
        return None
    if aged is not None and aged["noun"]:
        return _find_aged_holder(people, story, aged, place)
    introduced = re.search(rf"(?:(?P<name>[\w-]+), )?\b[Aa]n? {plain}\b", story.text[max(0, place - _REACH) : place])
    if introduced is not None:
        name = introduced["name"]
        return people.find_full(name) if name and name[:1].isupper() else None
    return people.find_pronoun("", place) if aged is None else _find_aged(people, story, aged["age"], place)


def _find_aged_holder(people: People, story: Story, aged: re.Match[str], place: int) -> Referent | None:
    """Return whom "the 48-year-old leader" stands for: of that age or office, else the one named without an office."""
    named = [surname for surname, told in story.cast.ages.items() if told == aged["age"]]
    if len(named) == 1:
        return people.find_full(named[0])
    head = aged["noun"].split()[-1]
    if head not in TITLES:
        return None
    held = people.find_by_role(head, aged["noun"], place)
    if held is not None:
        return held
    near = {surname for _, surname in story.cast.people_before(place, max(0, place - FOCUS))}
    untitled = [surname for surname in near if not any(map(_has_title, story.cast.with_surname(surname)))]
    found = people.find_full(untitled[0]) if len(untitled) == 1 else None
    return None if found is None or found.role else found


def _has_title(named: Named) -> bool:
    return any(word in TITLES for word in title_words(named).split())


def _is_told_so(noun: str) -> bool:
    return noun in reference_words("players") or (is_person_noun(noun) and noun not in TITLES)


def _find_aged(people: People, story: Story, age: str, place: int) -> Referent | None:
    """Return the one person whom the article gives that age; else the one in focus, unless of another age."""
    named = {surname for surname, told in story.cast.ages.items() if told == age}
    if len(named) == 1:
        return people.find_full(named.pop())
    found = None if named else people.find_pronoun("", place)
    return None if found is None or story.cast.ages.get(surname_of(found.name), age) != age else found
