"""The pairs of many statements that can come to anything, found as columns: those that are found one by one.

What :mod:`claims.matching.candidates` and :mod:`claims.matching.ceilings` ask of one pair is asked here of some
statements with all others at once. Quotations and times alone are compared one by one, where the rest leaves open
whether a pair can reach the bar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from claims.matching.candidates import MayMeet, is_enough, list_keys
from claims.matching.ceilings import ROUNDING, list_met
from claims.matching.meetings import Numbers
from claims.matching.profiles import Profile
from claims.matching.roles import weigh_moments, weigh_quotes
from claims.matching.settings import settings

_CELLS = 1_000_000
"""Pairs that are looked at together, whether they have anything in common or not."""

Array = Any
Matrix = Any
Rows = tuple[int, int]
"""Some statements, the last not among them."""


class _Shelf(NamedTuple):
    """The statements: a row of each matrix and a place of each column is one."""

    keys: Matrix
    """The weight of each key that the statement is found by."""
    counts: Matrix
    """How often it has each key."""
    own: Matrix
    """The weight of each of its stems."""
    met: Matrix
    """The stems that meet one of its own."""
    near: Matrix
    """Those that only stand around it."""
    totals: Array
    articles: Array
    sentences: Array
    speakers: Array
    """By number; -1 where nobody is credited."""
    places: Array
    """NaN beside the body."""
    figures: Array
    times: Array
    quotes: Array


def find_many(
    profiles: Sequence[Profile], least: float, first: int = 0, may_meet: MayMeet | None = None
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that :func:`claims.matching.candidates.find_likely` returns."""
    shelf, numbers = _fill_shelf(profiles), Numbers(profiles)
    step = max(1, _CELLS // max(1, len(profiles)))
    for start in range(first, len(profiles), step):
        rows = start, min(start + step, len(profiles))
        one, two = _find_candidates(shelf, rows, profiles)
        extra, most = numbers.weigh(one, two)
        most = most + _weigh_words(shelf, rows, (one, two), extra) + _weigh_roles(shelf, one, two)
        yield from _ask_rest(shelf, profiles, (one, two, most), least - ROUNDING, may_meet)


def _fill_shelf(profiles: Sequence[Profile]) -> _Shelf:
    import numpy as np

    wordings = [profile.wording for profile in profiles]
    met = list_met(wordings)
    near = [wording.around - each for each, wording in zip(met, wordings, strict=True)]
    keys = [list(list_keys(profile)) for profile in profiles]
    known = {key: place for place, key in enumerate(dict.fromkeys(key for each in keys for key, _ in each))}
    stems = {stem: place for place, stem in enumerate(dict.fromkeys(stem for each in wordings for stem in each.own))}
    speakers: dict[str | None, int] = {None: -1}
    ids = [profile.row.credit.speaker.name if profile.row.credit.speaker else None for profile in profiles]
    return _Shelf(
        _make_matrix(([(known[key], weight) for key, weight in each] for each in keys), len(known)),
        _make_matrix((Counter(known[key] for key, _ in each).items() for each in keys), len(known)),
        _make_matrix((((stems[stem], weight) for stem, weight in each.own.items()) for each in wordings), len(stems)),
        _make_matrix((((stems[stem], 1.0) for stem in each) for each in met), len(stems)),
        _make_matrix((((stems[stem], 1.0) for stem in each if stem in stems) for each in near), len(stems)),
        totals=np.array([wording.total for wording in wordings]),
        articles=np.array([profile.spot.article for profile in profiles]),
        sentences=np.array([profile.row.statement.sentence for profile in profiles]),
        speakers=np.array([speakers.setdefault(name, len(speakers)) for name in ids]),
        places=np.array([profile.place if profile.place is not None else np.nan for profile in profiles]),
        figures=np.array([bool(profile.figures) for profile in profiles]),
        times=np.array([bool(profile.moments) for profile in profiles]),
        quotes=np.array([bool(profile.quotes) for profile in profiles]),
    )


def _make_matrix(rows: Iterable[Iterable[tuple[int, float]]], width: int) -> Matrix:
    import numpy as np
    from scipy.sparse import csr_array

    filled = [list(row) for row in rows]
    ends = np.cumsum([0, *map(len, filled)])
    entries = np.fromiter(chain.from_iterable(chain.from_iterable(filled)), dtype=float).reshape(-1, 2)
    return csr_array((entries[:, 1], entries[:, 0].astype(np.int64), ends), shape=(len(filled), max(1, width)))


def _find_candidates(shelf: _Shelf, rows: Rows, profiles: Sequence[Profile]) -> tuple[Array, Array]:
    """Return the pairs of :func:`claims.matching.candidates.find_candidates` whose second statement is in ``rows``."""
    import numpy as np

    shared = (shelf.keys[rows[0] : rows[1]] @ shelf.counts[: rows[1]].T).tocoo()
    one, two, weight = shared.col.astype(np.int64), shared.row.astype(np.int64) + rows[0], shared.data
    bar = settings()["candidate"] * np.minimum(shelf.totals[one], shelf.totals[two])
    beside = (shelf.articles[one] == shelf.articles[two]) & (shelf.sentences[one] == shelf.sentences[two])
    kept = (one < two) & ~beside & (weight >= bar - ROUNDING)
    for place in np.flatnonzero(kept & (weight < bar + ROUNDING)):  # the last digit depends on the order of adding
        a, b = profiles[one[place]], profiles[two[place]]
        kept[place] = is_enough(a, b, _add_keys(a, b))
    return one[kept], two[kept]


def _add_keys(a: Profile, b: Profile) -> float:
    counts = Counter(key for key, _ in list_keys(a))
    weight = 0.0
    for key, each in list_keys(b):
        for _ in range(counts[key]):
            weight += each
    return weight


def _weigh_words(shelf: _Shelf, rows: Rows, pairs: tuple[Array, Array], extra: Array) -> Array:
    """Return the most that the words of each pair say, where both print numbers of so much weight."""
    import numpy as np

    one, two = pairs
    here, last = slice(*rows), slice(0, rows[1])
    pick = partial(_pick, one=one, two=two - rows[0])
    second, first = pick(shelf.own[here] @ shelf.met[last].T), pick(shelf.met[here] @ shelf.own[last].T)
    around = settings()["surroundings"]
    met_second = second + around * pick(shelf.own[here] @ shelf.near[last].T)
    met_first = first + around * pick(shelf.near[here] @ shelf.own[last].T)
    slack, share = settings()["coverage slack"], settings()["smaller coverage"]
    covers = [(met + extra) / (shelf.totals[n] + extra + slack) for met, n in ((met_first, one), (met_second, two))]
    score = share * np.minimum(*covers) + (1 - share) * np.maximum(*covers)
    both = np.minimum(settings()["most shared"], np.minimum(first, second))
    return settings()["coverage"] * score + settings()["shared weight"] * both


def _pick(product: Matrix, one: Array, two: Array) -> Array:
    return product.toarray()[two, one]


def _weigh_roles(shelf: _Shelf, one: Array, two: Array) -> Array:
    """Return what speaker, place, article and a figure in one alone say for each pair."""
    import numpy as np

    told = (shelf.speakers[one] >= 0) & (shelf.speakers[two] >= 0)
    same = shelf.speakers[one] == shelf.speakers[two]
    speakers = np.where(told, np.where(same, settings()["same speaker"], settings()["both credited"]), 0.0)
    apart = np.abs(shelf.places[one] - shelf.places[two])
    foot = np.maximum(0.0, np.fmax(shelf.places[one], shelf.places[two]) - settings()["foot from"])
    places = np.nan_to_num(settings()["place"] * apart + settings()["foot"] * foot)
    figures = np.where(shelf.figures[one] != shelf.figures[two], settings()["figure in one"], 0.0)
    article = np.where(shelf.articles[one] == shelf.articles[two], settings()["same article"], 0.0)
    return speakers + places + figures - article


def _ask_rest(
    shelf: _Shelf,
    profiles: Sequence[Profile],
    weighed: tuple[Array, Array, Array],
    least: float,
    may_meet: MayMeet | None,
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that can reach so much by what is weighed and by their times and quotations."""
    import numpy as np

    one, two, most = weighed
    times, quotes = shelf.times[one] & shelf.times[two], shelf.quotes[one] & shelf.quotes[two]
    ceiling = most + np.where(times, _most_times(), 0.0) + np.where(quotes, settings()["quotation"], 0.0)
    asked = times | quotes
    for place in np.flatnonzero(ceiling >= least).tolist():
        i, j = int(one[place]), int(two[place])
        if may_meet is not None and not may_meet(i, j):
            continue
        if not asked[place] or most[place] + _weigh_rest(profiles[i], profiles[j]) >= least:
            yield i, j


def _most_times() -> float:
    days = settings()["same moment"] * settings()["most moments"]
    return days + max(settings()["same clock time"], settings()["same part of day"])


def _weigh_rest(a: Profile, b: Profile) -> float:
    found = [weigh_moments(a, b) if a.moments and b.moments else None, weigh_quotes(a, b)]
    return sum(each.weight for each in found if each is not None)
