"""Who holds a role that an article only names: "its owner", "her makers", "the miner"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from claims.attribution.mentions import is_body, is_company, reference_words, surname_of, without_seat
from claims.attribution.stories import Story
from claims.wordlists import read_pairs

_CAPITAL = r"[^\W\d_a-z]"
_NAME = rf"(?P<name>{_CAPITAL}[\w’'&.-]*(?: (?:(?:of|&|and|de) )?{_CAPITAL}[\w’'&-]*){{0,4}})"
_POINT = re.compile(r"[.’']s?\Z")
_LONGEST = 200_000


@cache
def _acts() -> dict[str, tuple[str, ...]]:
    """Return, for each role, what its holder does: "owned by", "which owns"."""
    pairs = read_pairs(Path(__file__).parent / "data" / "references.txt")["holders"]
    return {noun: tuple(part.strip() for part in words.split(",")) for noun, words in pairs.items()}


class Holders:
    """Finds the name that an article gives to the holder of a role."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._found: dict[str, str | None] = {}

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

    def find_company(self, noun: str) -> str | None:
        """Return the one company of the article, for "the company" and "the miner" without another in the text."""
        if noun not in reference_words("company nouns"):
            return None
        if re.search(rf"\b(?:an?|its|their|another|other|rival) {noun}\b", self._story.text[:_LONGEST]):
            return None
        names = {without_seat(one.name) for one in self._story.cast.bodies[:400]}
        names = {name for name in names if is_company(name.split())}
        full = {name for name in names if not any(name != other and name in other for other in names)}
        return full.pop() if len(full) == 1 else None
