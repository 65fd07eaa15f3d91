"""Names that the articles of a story spell differently: "Branigan" here, "Brannigan" there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set

from claims.names import fold, is_alike

_LEAST = 5
"""Letters of a name that may be spelt otherwise; shorter ones that are alike are as often two names."""
_BEGINNING = 2
"""Letters of the folded name in which both spellings begin."""
_MOST = 64
"""Names of one beginning that are compared; more is a list of names."""


def find_spellings(articles_of: Mapping[str, Collection[int]]) -> dict[str, str]:
    """Return a key for each name of a story that has another spelling there, one for both.

    ``articles_of`` are the articles that hold each name, by its stem. Names that stand in one article together are two.

    >>> sorted(find_spellings({"branigan": {0}, "brannigan": {1, 2}, "lindqvist": {0, 1}}).items())
    [('branigan', '~branigan'), ('brannigan', '~branigan')]
    """
    shelves: dict[str, list[str]] = defaultdict(list)
    for name in sorted(articles_of):
        if len(name) >= _LEAST and " " not in name:
            shelves[fold(name)[:_BEGINNING]].append(name)
    found: dict[str, str] = {}
    for names in shelves.values():
        for one, two in _pair(names[:_MOST]):
            if set(articles_of[one]).isdisjoint(articles_of[two]) and is_alike(one, two):
                found[two] = found[one] = found.get(one) or f"~{one}"
    return found


def merge_articles(articles_of: Mapping[str, Set[int]], spellings: Mapping[str, str]) -> dict[str, Set[int]]:
    """Return the articles that hold each name in any of its spellings."""
    holding: dict[str, set[int]] = defaultdict(set)
    for name, key in spellings.items():
        holding[key] |= articles_of[name]
    return {name: holding[spellings[name]] if name in spellings else found for name, found in articles_of.items()}


def _pair(names: Collection[str]) -> Iterator[tuple[str, str]]:
    kept = list(names)
    return ((one, two) for place, one in enumerate(kept) for two in kept[place + 1 :])
