"""Who holds a role that an article only names: "its owner", "her makers", "the miner"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from claims.attribution.bodynames import is_body, is_company, reference_words, without_seat
from claims.attribution.printednames import surname_of
from claims.attribution.stories import Story
from claims.names import place_of
from claims.patterns import DOTTED_FIRM_REST, FIRM_REST, lazy
from claims.wordlists import read_pairs

_CAPITAL = r"[^\W\d_a-z]"
_NAME = rf"(?P<name>{_CAPITAL}{DOTTED_FIRM_REST}(?: (?:(?:of|&|and|de) )?{_CAPITAL}{FIRM_REST}){{0,4}})"
_POINT = lazy(r"[.’']s?\Z")
_LONGEST = 200_000
_LONGEST_SENTENCE = 600
_OPENING = lazy(rf"(?:The )?{_NAME} [a-z]")
_BEFORE_CAPITAL = lazy(rf"\b([a-z]+) ({_CAPITAL}{DOTTED_FIRM_REST})")
_AT_PLACES = frozenset(("around", "at", "in", "near", "outside"))
"""Words before the name of a place, and before no company's that a story is about."""
_CLUBS = frozenset(("City", "FC", "Rovers", "Town", "United", "Wanderers"))


@cache
def _acts() -> dict[str, tuple[str, ...]]:
    """Return, for each role, what its holder does: "owned by", "which owns"."""
    pairs = read_pairs(Path(__file__).parent / "data" / "references.txt")["holders"]
    return {noun: tuple(part.strip() for part in words.split(",")) for noun, words in pairs.items()}


@cache
def _behind_trade() -> re.Pattern[str]:
    """Return the pattern of a company's name behind its trade at the start of a sentence: "Budget airline SkyTarn"."""
    nouns = "|".join(sorted(reference_words("company nouns") | reference_words("trades") | reference_words("sizes")))
    return re.compile(rf"(?:[\w-]+ ){{0,3}}?(?P<trade>(?i:{nouns}|\w+[- ]?maker)) {_NAME}")


class Holders:
    """Finds the name that an article gives to the holder of a role."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._found: dict[str, str | None] = {}
        self._named_behind: dict[str, str | None] = {}
        self._another: dict[str, bool] = {}

    def find(self, head: str) -> str | None:
        """Return the one name that the article gives as owner, maker, operator ..., None where it gives none or two."""
        noun = head if head in _acts() else head.removesuffix("s")
        if noun not in _acts():
            return None
        if noun not in self._found:
            printed = (without_seat(_POINT.sub("", name)) for name in self._names(noun))
            names = dict.fromkeys(name for name in printed if self._is_somebody(name))
            self._found[noun] = next(iter(names)) if len(names) == 1 else None
        return self._found[noun]

    def _is_somebody(self, name: str) -> bool:
        """Tell a body or person of the story from a day or place that stands there."""
        if is_body(name) or is_company(name.split()) or self._story.registry.find_institution(name) is not None:
            return True
        return bool(self._story.cast.with_surname(surname_of(name)))

    def _names(self, noun: str) -> Iterator[str]:
        text = self._story.text[:_LONGEST]
        if noun not in text and not any(act in text for act in _acts()[noun]):
            return
        acts = "|".join(map(re.escape, _acts()[noun]))
        patterns = (
            rf"\b{noun}s?,? (?:the )?{_NAME}",
            rf"\b(?:{acts}) (?:the )?(?:[a-z-]+ ){{0,2}}?{_NAME}",
            rf"{_NAME}, (?:the |which is the )(?:[a-z’'-]+ )?{noun}s? of\b",
        )
        for pattern in patterns:
            yield from (match["name"] for match in re.finditer(pattern, text))

    def find_company(self, noun: str, place: int) -> str | None:
        """Return the one company of the article, or of its headline, for "the company" and "the miner"."""
        named = self._subject(noun, place)
        if named is None and noun not in reference_words("company nouns"):
            return None
        named = named or self._introduced(noun)
        if named is not None:
            return named
        if self._tells_of_another(noun):
            return None
        return self._companies[0] if len(self._companies) == 1 else self._in_headline(place)

    def _tells_of_another(self, noun: str) -> bool:
        if noun not in self._another:
            pattern = rf"\b(?:an?|its|their|another|other|rival) {noun}\b"
            self._another[noun] = re.search(pattern, self._story.text[:_LONGEST]) is not None
        return self._another[noun]

    @cached_property
    def _companies(self) -> list[str]:
        """The companies that the article prints, each by its longest name."""
        names = {without_seat(one.name) for one in self._story.cast.bodies[:400]}
        names = {name for name in names if is_company(name.split()) and name.rsplit(maxsplit=1)[-1] not in _CLUBS}
        return sorted(name for name in names if not any(name != other and name in other for other in names))

    def _subject(self, noun: str, place: int) -> str | None:
        """Return the company that opens the sentence: "Drugmaker Solvia has withdrawn its syrup, the company said".

        "The insurer" is only who is introduced as one: the sentence may name another company further on.
        """
        whoever = noun in reference_words("any company")
        if not whoever and noun not in reference_words("sizes") | reference_words("company nouns"):
            return None
        least = max(0, place - _LONGEST_SENTENCE)
        begun = max(self._story.text.rfind(mark, least, place) for mark in (". ", "\n"))
        opening = self._story.text[begun + 1 : place].lstrip()
        traded = _behind_trade().match(opening)
        if traded is not None:
            fits = whoever or traded["trade"].lower() == noun
            return without_seat(_POINT.sub("", traded["name"])) if fits else None
        found = _OPENING.match(opening) if whoever and noun in reference_words("company nouns") else None
        name = _POINT.sub("", found["name"]) if found else ""
        return name if name and self._is_firm(name) else None

    def _is_firm(self, name: str) -> bool:
        """Tell a name that can be a company's from the first word of a sentence, a person and a place."""
        if is_company(name.split()):
            return True
        if is_body(name) or place_of(name) is not None or self._story.cast.with_surname(surname_of(name)):
            return False
        if self._story.registry.find_person(name) is not None:
            return False
        before = self._words_before.get(name.split(maxsplit=1)[0], set())
        return bool(before) and before.isdisjoint(_AT_PLACES)

    @cached_property
    def _words_before(self) -> dict[str, set[str]]:
        """The words in lower case that stand before each word with a capital."""
        found: dict[str, set[str]] = {}
        for match in _BEFORE_CAPITAL.finditer(self._story.text[:_LONGEST]):
            found.setdefault(_POINT.sub("", match[2]), set()).add(match[1])
        return found

    def _introduced(self, noun: str) -> str | None:
        """Return the one body of the registry that stands behind the noun: "the insurer Pell Mutual"."""
        if noun not in self._named_behind:
            found = re.finditer(rf"\b{noun} {_NAME}", self._story.text[:_LONGEST])
            names = {_POINT.sub("", match["name"]) for match in found}
            known = {body.name for name in names if (body := self._story.registry.find_institution(name)) is not None}
            self._named_behind[noun] = known.pop() if len(known) == 1 else None
        return self._named_behind[noun]

    def _in_headline(self, place: int) -> str | None:
        """Return the one company that the headline names, where the paragraph names no other before ``place``."""
        headline = set(re.findall(r"[\w-]+", self._story.headline))
        told = [name for name in self._companies if name.split(maxsplit=1)[0] in headline]
        if len(told) != 1:
            return None
        begun = bisect_right(self._story.starts, place)
        near = self._story.text[self._story.starts[begun - 1] if begun else 0 : place]
        others = (name.split(maxsplit=1)[0] for name in self._companies if name != told[0])
        return None if any(first in near for first in others) else told[0]
