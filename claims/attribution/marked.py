"""How much of some words stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Literal

from claims.statements import Region

Span = tuple[int, int]
Kind = Literal["direct", "indirect", "mixed"]
_FEW = 0.05
_NEARLY_ALL = 0.95


class Marks:
    """The quoted regions of a text, for looking up which of them some words stand in."""

    def __init__(self, text: str, regions: Sequence[Region]) -> None:
        self._text = text
        self._regions = regions
        self._starts = [region.start for region in regions]

    def regions_in(self, pieces: Iterable[Span]) -> list[int]:
        """Return the numbers of the regions that the pieces touch, in order for each piece."""
        found = []
        for start, end in pieces:
            number = bisect_left(self._starts, start)
            if number and self._regions[number - 1].end > start:
                number -= 1
            while number < len(self._regions) and self._regions[number].start < end:
                found.append(number)
                number += 1
        return found

    def kind_of(self, pieces: Sequence[Span]) -> Kind:
        """Return direct, indirect or mixed by the share of letters and digits inside marks."""
        letters = quoted = 0
        for start, end in pieces:
            letters += self._count(start, end)
            for number in self.regions_in([(start, end)]):
                region = self._regions[number]
                quoted += self._count(max(start, region.start), min(end, region.end))
        if not letters or quoted <= _FEW * letters:
            return "indirect"
        return "direct" if quoted >= _NEARLY_ALL * letters else "mixed"

    def _count(self, start: int, end: int) -> int:
        return sum(map(str.isalnum, self._text[start:end])) if end > start else 0
