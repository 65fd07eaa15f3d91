"""One number as it stands in the tokens: its value, scale and unit, before bounds and ranges are known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False, repr=False)
class Amount:
    """A number under construction; ``first``, ``number_end`` and ``last`` are token indices, ends exclusive."""

    first: int
    number_end: int
    """After the digits or number words and their scale."""
    last: int
    """After the unit too; what the figure prints."""
    low: float
    high: float
    scale: float = 1.0
    """The scale word or letter printed with it: the "million" of "3 to 5 million"."""
    unit: str | None = None
    rate: str | None = None
    """What it is counted per: ``per barrel``."""
    noun: str | None = None
    phrase_end: int = 0
    """After the counted noun; equal to ``last`` where there is none."""
    population: str | None = None
    """The capitalised words before the noun: "Ukrainian"."""
    kind: str = "number"
    """number, range, change (of a level), vague, ratio, zero, vote or shirt."""
    money: bool = False
    hedged: bool = False
    """An approximation by its own words: "a few hundred"."""
