"""Bodies: which institution, company or country a name, a noun or "it" stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path

from claims.attribution.bodynames import is_body, is_company, is_trade, without_seat
from claims.attribution.forms import list_forms
from claims.attribution.officers import find_by_officer
from claims.attribution.sentences import find_opening_body
from claims.attribution.stories import FOCUS, Referent, Story
from claims.model import Institution
from claims.names import fold, same_institution
from claims.patterns import lazy
from claims.wordlists import read_pairs

_THE = 4
"""Characters that "The " takes before a name."""
_OPENING_NAME = lazy(r"(?:The\s+|Neighbou?ring\s+)?(?!The\b)([^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'-]+){0,4})")


@cache
def kinds_of_body() -> dict[str, tuple[str, ...]]:
    """Return the nouns that stand for a body, each with the words of a name or kind that fit it."""
    pairs = read_pairs(Path(__file__).parent / "data" / "references.txt")["kinds"]
    return {noun: tuple(part.strip() for part in words.split(",")) for noun, words in pairs.items()}


@lru_cache(maxsize=4096)
def _beginnings(name: str) -> frozenset[str]:
    """Return the first two letters of each word with a capital, folded; of an acronym, all of it."""
    return frozenset(fold(word)[:2] for word in name.replace("-", " ").split() if word[:1].isupper())


class Bodies:
    """Finds bodies by what the article calls them."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._full: dict[str, Referent] = {}

    def find_pronoun(self, word: str, place: int) -> Referent | None:
        """Resolve "it" and "they": the body or the nameless people in focus."""
        plural = word in ("they", "them", "we")
        subject = None if plural else self._subject_of_paragraph(place) or self._subject_of_sentence(place)
        if subject is not None:
            return subject
        for at, one in reversed(self._story.spoken):
            if place - at > FOCUS:
                break
            if not one.person or (plural and not one.named):
                return one
        if plural:
            return next((one for at, one in reversed(self._story.spoken) if place - at < FOCUS), None)
        start = max((s for s in self._story.starts if s <= place), default=0)
        for named in self._story.cast.bodies_before(place):
            if named.start < start:
                break
            return self.find_full(named.name)
        earlier = [s for s in self._story.starts if s < start][-1:]
        return self._subject_before(place, start if place - start > 3 else earlier[0] if earlier else start)

    def _subject_of_paragraph(self, place: int) -> Referent | None:
        """Return the body that opens the paragraph, where nobody has spoken since."""
        start = max((s for s in self._story.starts if s <= place), default=0)
        if self._story.spoken and self._story.spoken[-1][0] >= start:
            return None
        for named in self._story.cast.bodies_before(place):
            if named.start < start:
                return None
            if named.start - start <= _THE and (is_body(named.name) or is_company(named.name.split())):
                return self.find_full(named.name)
        return None

    def _subject_of_sentence(self, place: int) -> Referent | None:
        """Return the body that opens the sentence: "The company is growing, it said"."""
        opening = find_opening_body(self._story.text, place)
        if opening is None or opening.noun not in kinds_of_body():
            return None
        if opening.owner:
            return self.find_owned(opening.owner, opening.words)
        found = self.find_by_kind(opening.noun, opening.words, opening.start)
        return found or Referent(opening.words, person=False, named=False)

    def _subject_before(self, place: int, start: int) -> Referent | None:
        """Return the named subject of the sentence before: "Zarafia offered help. It said ..."."""
        before = self._story.text[max(start, place - 600) : place].rstrip()
        sentence = re.split(r"(?<=[.!?])\s+", before)[-1] if before else ""
        match = _OPENING_NAME.match(sentence)
        return None if match is None else self.find_full(match[1])

    @cached_property
    def _printed(self) -> list[str]:
        """The names of bodies that the article prints, each once."""
        return list(dict.fromkeys(one.name for one in self._story.cast.bodies[:400]))

    def find_full(self, name: str) -> Referent:
        """Return the fullest form of a body's name that the registry or the article has."""
        if name not in self._full:
            self._full[name] = self._find_full(name)
        return self._full[name]

    def _find_full(self, name: str) -> Referent:
        trade, _, rest = name.partition(" ")
        if rest[:1].isupper() and is_trade(trade):
            return self.find_full(rest)
        institution = self._story.registry.find_institution(name)
        if institution is not None:
            return Referent(institution.name, person=False, named=True)
        alike = [one for one in self._registered_like(name) if self._may_be(name, (one.name, *one.aliases))]
        if len(alike) == 1:
            return Referent(alike[0].name, person=False, named=True)
        begun = [
            one for one in self._story.registry.institutions if one.name.startswith((f"{name} of ", f"{name} in "))
        ]
        if len(begun) == 1 and " " in name:
            return Referent(begun[0].name, person=False, named=True)
        last = name.rsplit(maxsplit=1)[-1]
        words = set(name.lower().split())
        longer = (
            other
            for other in self._printed
            if len(other) > len(name)
            and without_seat(other) != name
            and last in other
            and words <= set(other.lower().split())
        )
        return Referent(next(longer, name), person=False, named=True)

    def _registered_like(self, name: str) -> Iterator[Institution]:
        """Yield the institutions that share the beginning of a word with a name, or may be its acronym."""
        begun = _beginnings(name)
        short = name.replace(".", "").isupper()
        for institution, beginnings in self._beginnings:
            if short or not begun.isdisjoint(beginnings):
                yield institution

    @cached_property
    def _beginnings(self) -> list[tuple[Institution, frozenset[str]]]:
        return [(one, _beginnings(" ".join((one.name, *one.aliases)))) for one in self._story.registry.institutions]

    @staticmethod
    def _may_be(name: str, forms: Sequence[str]) -> bool:
        return any(same_institution(name, form) for form in forms)

    def find_owned(self, owner: str, kind: str) -> Referent | None:
        """Resolve "Orland's defence ministry" to the body of that name and that owner."""
        names = [one.name for one in self._story.registry.institutions]
        names += [one.name for one in self._story.cast.bodies[:400]]
        stem = owner.rsplit(maxsplit=1)[-1][:5].lower()
        words = kind.lower().split()
        owned = [name for name in names if stem in name.lower()]
        fits = [name for name in owned if all(word in name.lower() for word in words)]
        if kind.islower() and " ".join(words) in kinds_of_body():
            fits += [name for name in owned if words[-1] in name.lower().split()]
        return self.find_full(fits[0]) if fits else None

    def find_by_kind(self, head: str, plain: str, place: int) -> Referent | None:
        """Resolve "the ministry" and "their union" to a body of that kind."""
        kinds = kinds_of_body().get(" ".join(plain.lower().split()[-2:])) or kinds_of_body().get(head)
        if kinds is None or len(plain.split()) > 3:
            return None
        candidates = [*self._of_kind(place, kinds)] or self._by_last_word(head)
        if not candidates and head == plain:
            candidates = self._of_other_kind(kinds) or find_by_officer(self._story, kinds)
        if not candidates:
            return None
        candidates = self._so_described(candidates, plain) or candidates
        spoken = next(
            (one for at, one in reversed(self._story.spoken) if one.name in candidates and place - at < FOCUS), None
        )
        return spoken or Referent(candidates[0], person=False, named=True)

    @staticmethod
    def _so_described(names: Sequence[str], plain: str) -> list[str]:
        """Return the names that have the word before the noun: "the disaster agency" is the one for disasters."""
        describing = [word[:6] for word in plain.lower().split()[:-1]]
        return [name for name in names if any(word in name.lower() for word in describing)]

    def _of_other_kind(self, kinds: Sequence[str]) -> list[str]:
        """Return the one printed body that another word for its kind fits: "the union" is the Nurses' Alliance."""
        printed = {
            self.find_full(name).name for name in self._printed if not set(kinds[1:]).isdisjoint(name.lower().split())
        }
        return list(printed) if len(printed) == 1 else []

    def _by_last_word(self, head: str) -> list[str]:
        """Return the one body of the registry that "the army" means in a story about its country.

        All words of its name are told: "the ministry" in a story about a British firm is not the Defence Ministry.
        """
        found = {
            institution.name
            for institution in self._story.registry.institutions
            for form in (institution.name, *institution.aliases)
            if form.lower().split()[-1] == head
            and " " in form
            and all(word[:5] in self._story.text for word in form.removeprefix("the ").split()[:-1])
        }
        return list(found) if len(found) == 1 else []

    def _of_kind(self, place: int, kinds: Sequence[str]) -> Iterator[str]:
        """Yield the bodies of the kind: those in this sentence first, then the others before, then those after."""
        sentence = (
            max(self._story.text.rfind(". ", 0, place), self._story.text.rfind("\n", 0, place))
            if place < 200_000
            else 0
        )
        found = []
        for institution in self._story.registry.institutions:
            forms = [institution.name, *institution.aliases]
            words = {word for form in forms for word in form.lower().split()}
            if kinds[0] in words or any(kind == (institution.kind or "").lower() for kind in kinds):
                found += [
                    (at, institution.name)
                    for form in forms
                    for at in (self._story.text.find(form), self._story.text.find(form, sentence, place))
                    if at >= 0
                ]
        wanted = kinds if "company" in kinds else kinds[:1]
        found += [
            (named.start, self.find_full(named.name).name)
            for named in self._story.cast.bodies[:400]
            if any(kind in named.name.lower().split() for kind in wanted)
        ]
        here = sorted(one for one in found if sentence < one[0] <= place)
        before = sorted((one for one in found if one[0] <= sentence), reverse=True)
        after = sorted(one for one in found if one[0] > place)
        yield from (name for _, name in [*here, *before, *after])

    def find_possessed(self, plain: str, mention: str, place: int) -> Referent | None:
        """Resolve "its Defence Ministry" to the body of that name and that owner."""
        if not mention.lower().startswith(("its ", "their ")):
            return None
        start = max((s for s in self._story.starts if s <= place), default=0)
        owner = self._subject_before(place, start) or self.find_pronoun("it", place)
        kind = plain.partition(" ")[2] if plain.lower().startswith(("its ", "their ")) else plain
        if owner is None or not kind[:1].isupper():
            return None
        return self.find_owned(owner.name, kind)

    def find_registered(self, plain: str, mention: str) -> Referent | None:
        """Look the mention up as it stands, without its kind ("X union") and as the owner of a voice."""
        for form in list_forms(plain, mention):
            institution = self._story.registry.find_institution(form)
            if institution is not None:
                return Referent(institution.name, person=False, named=True)
            outlet = self._story.registry.find_outlet(form) if form[:1].isupper() else None
            if outlet is not None:
                return Referent(outlet.speaks_for or outlet.name, person=False, named=True)
        return None
