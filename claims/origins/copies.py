"""Wire copy: paragraphs of one outlet that another prints almost word for word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.model import Article, Attribution
from claims.patterns import Gated
from claims.text import normalise

Passage = tuple[str, int]
"""A paragraph: the id of its article, and the number of its block."""

SHINGLE = 5
"""Words in a row that are compared as one."""
FEWEST_SHINGLES = 8
"""Paragraphs that share fewer of these runs may be alike by chance."""
LEAST_SHARED = 0.6
"""Part of the shorter paragraph's runs that stand in a copy."""
MOST_PLACES = 40
"""A run of words that so many paragraphs have is boilerplate, and tells no copy."""

_WORD = re.compile(r"\w+")
_QUOTED = Gated('[“"«][^“”"«»]{1,800}[”"»]', "“", '"', "«")


@dataclass(frozen=True, slots=True)
class Copies:
    """Which paragraphs are near copies of which, over the articles of a story."""

    originals: Mapping[Passage, frozenset[Passage]] = field(default_factory=dict)
    """For each copied paragraph those that it may be copied from."""


def find_copies(articles: Sequence[Article]) -> Copies:
    """Find the paragraphs that two outlets share almost word for word, quotations left aside; the time is linear.

    Of two, the agency's is the original, or the one whose outlet the other is credited to or owned by; else the
    earlier one. What stands in quotation marks is the speaker's, and in every paper alike.
    """
    runs = {passage: found for article in articles for passage, found in _split_runs(article)}
    places = _place_repeated(runs)
    order = {article.id: (number, article) for number, article in enumerate(articles)}
    originals: dict[Passage, set[Passage]] = defaultdict(set)
    for (one, two), shared in _count_shared(places, order).items():
        if shared >= max(FEWEST_SHINGLES, LEAST_SHARED * min(len(runs[one]), len(runs[two]))):
            copy, original = (one, two) if _is_copier(order[one[0]], order[two[0]]) else (two, one)
            originals[copy].add(original)
    return Copies({copy: frozenset(found) for copy, found in originals.items()})


def _place_repeated(runs: Mapping[Passage, set[str]]) -> dict[str, list[Passage]]:
    """Return where each run of words stands that more than one paragraph has."""
    seen: set[str] = set()
    repeated: set[str] = set()
    for found in runs.values():
        repeated |= found & seen
        seen |= found
    places: dict[str, list[Passage]] = defaultdict(list)
    for passage, found in runs.items():
        for run in found & repeated:
            places[run].append(passage)
    return places


def _split_runs(article: Article) -> Iterator[tuple[Passage, set[str]]]:
    """Yield the runs of words of each paragraph that is long enough to be told from others."""
    for number, block in enumerate(article.blocks):
        if block.label not in ("paragraph", "standfirst") or block.end - block.start < 60:
            continue
        words = _WORD.findall(_QUOTED.sub(" ", normalise(article.text[block.start : block.end])))
        found = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
        if len(found) >= FEWEST_SHINGLES:
            yield (article.id, number), found


def _count_shared(
    places: Mapping[str, Sequence[Passage]], order: Mapping[str, tuple[int, Article]]
) -> Counter[tuple[Passage, Passage]]:
    """Count the runs that two paragraphs of different outlets have in common."""
    shared: Counter[tuple[Passage, Passage]] = Counter()
    for passages in places.values():
        if len(passages) <= MOST_PLACES:
            for at, one in enumerate(passages):
                outlet = order[one[0]][1].outlet.id
                shared.update((one, two) for two in passages[at + 1 :] if order[two[0]][1].outlet.id != outlet)
    return shared


def _is_copier(one: tuple[int, Article], two: tuple[int, Article]) -> bool:
    """Tell whether the one copies the other: by what it republishes or credits, by kind, by time."""
    (place, ours), (their_place, theirs) = one, two
    for copies, side in ((True, (ours, theirs)), (False, (theirs, ours))):
        copier, source = side
        names = {source.outlet.name, *source.outlet.aliases}
        agency = copier.dateline.agency if copier.dateline else None
        if source.outlet.id in copier.outlet.republishes or names & {*copier.credits, agency}:
            return copies
    kinds = [_rank(article) for article in (ours, theirs)]
    if kinds[0] != kinds[1]:
        return kinds[0] > kinds[1]
    return place > their_place


def _rank(article: Article) -> int:
    """Rank who writes for others: press offices, agencies, then everybody else."""
    return 0 if article.outlet.speaks_for else 1 if article.outlet.kind == "agency" else 2


def find_passage(attribution: Attribution) -> Passage:
    """Return the paragraph that an attribution stands in."""
    return attribution.statement.article, attribution.statement.paragraph
