"""The pairs of many statements that can come to anything, found as columns.

What :mod:`claims.matching.candidates` asks of one pair is asked here of some statements with all others at once. Then
the most that a pair can come to is told from columns, and only those that can reach the bar are left: a word that may
meet another is taken to meet it in full, and what speaks against a pair is left out where it takes long to tell.
Quotations and times alone are compared one by one, where the rest leaves open whether a pair can reach the bar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from claims.matching.candidates import NOWHERE, list_values
from claims.matching.meetings import Numbers
from claims.matching.profiles import Profile
from claims.matching.roles import weigh_moments, weigh_quotes
from claims.matching.settings import settings

_CELLS = 1_000_000
"""Pairs that are looked at together, whether they have anything in common or not."""

_ROUNDING = 1e-9
"""What sums of weights of roles in another order may differ by, and more."""

Array = Any
Matrix = Any
Rows = tuple[int, int]
"""Some statements, the last not among them."""


class _Shelf(NamedTuple):
    """The statements: a row of each matrix and a place of each column is one."""

    has: Matrix
    """The stems of each."""
    own: Matrix
    """The weight of each of its stems."""
    found: Matrix
    """The weight by which a stem finds it: that of its own stems as often as the stem shares a key with them."""
    values: Matrix
    """What else it is found by."""
    met: Matrix
    """The stems that meet one of its own, and at a discount those that only stand around it."""
    totals: Array
    articles: Array
    sentences: Array
    speakers: Array
    """By number; -1 where nobody is credited."""
    places: Array
    """NaN beside the body."""
    homes: Array
    figures: Array
    times: Array
    quotes: Array


def find_many(
    profiles: Sequence[Profile], least: float, first: int = 0, homes: Sequence[int] | None = None
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of :func:`claims.matching.candidates.find_likely`, but for those that cannot score so much."""
    if first >= len(profiles):
        return
    shelf, numbers = _fill_shelf(profiles, homes), Numbers(profiles)
    step = max(1, _CELLS // len(profiles))
    for start in range(first, len(profiles), step):
        rows = start, min(start + step, len(profiles))
        one, two = _find_candidates(shelf, rows, apart=homes is not None)
        extra, most = numbers.weigh(one, two)
        most = most + _weigh_words(shelf, rows, (one, two), extra) + _weigh_roles(shelf, one, two)
        yield from _ask_rest(shelf, profiles, (one, two, most), least - _ROUNDING)


def _fill_shelf(profiles: Sequence[Profile], homes: Sequence[int] | None) -> _Shelf:
    import numpy as np

    wordings = [profile.wording for profile in profiles]
    stems: dict[str, int] = {}
    own = _make_matrix((wording.own for wording in wordings), stems)
    has = own.copy()
    has.data = np.ones(len(own.data))
    kinship, around = wordings[0].kinship, settings()["surroundings"]
    met = (
        {
            **dict.fromkeys(stems.keys() & wording.near, around),
            **dict.fromkeys(wording.stems, 1.0),
            **dict.fromkeys(stems.keys() & kinship.reach(wording.stems), 1.0),
        }
        for wording in wordings
    )
    keys = _make_matrix((dict.fromkeys(kinship.keys[stem], 1.0) for stem in stems), {})
    speakers: dict[str | None, int] = {None: -1}
    return _Shelf(
        has,
        own,
        own @ (keys @ keys.T) if stems else own,
        _make_matrix((dict.fromkeys(list_values(profile), 1.0) for profile in profiles), {}),
        _make_matrix(met, stems),
        totals=np.array([wording.total for wording in wordings]),
        articles=np.array([profile.spot.article for profile in profiles]),
        sentences=np.array([profile.row.statement.sentence for profile in profiles]),
        speakers=np.array([speakers.setdefault(profile.speaker, len(speakers)) for profile in profiles]),
        places=np.array([profile.place if profile.place is not None else np.nan for profile in profiles]),
        homes=np.array(homes or [NOWHERE] * len(profiles)),
        figures=np.array([bool(profile.figures) for profile in profiles]),
        times=np.array([bool(profile.moments) for profile in profiles]),
        quotes=np.array([bool(profile.quotes) for profile in profiles]),
    )


def _make_matrix(rows: Iterable[Mapping[str, float]], places: dict[str, int]) -> Matrix:
    """Return the rows as a sparse matrix, a column a word; words that are new get the next places."""
    import numpy as np
    from scipy.sparse import csr_array

    filled = list(rows)
    ends = np.cumsum([0, *map(len, filled)])
    numbers = [places.setdefault(word, len(places)) for word in chain.from_iterable(filled)]
    weights = np.fromiter(chain.from_iterable(row.values() for row in filled), dtype=float, count=len(numbers))
    return csr_array((weights, np.array(numbers, dtype=np.int64), ends), shape=(len(filled), max(1, len(places))))


def _find_candidates(shelf: _Shelf, rows: Rows, *, apart: bool) -> tuple[Array, Array]:
    """Return the pairs of :func:`claims.matching.candidates.find_candidates` whose second statement is in ``rows``.

    Statements that are to stand ``apart`` are in two articles, the first in the body, and in no group together.
    """
    import numpy as np

    here, last = slice(*rows), slice(0, rows[1])
    shared = (shelf.found[here] @ shelf.has[last].T).toarray()
    second, first = np.arange(*rows)[:, None], np.arange(rows[1])[None, :]
    least = settings()["candidate"]
    kept = shared >= least * np.minimum(shelf.totals[here][:, None], shelf.totals[last][None, :])
    kept &= shared > 0
    kept |= (shelf.values[here] @ shelf.values[last].T).toarray() > 0
    kept &= first < second
    same = shelf.articles[here][:, None] == shelf.articles[last][None, :]
    if apart:
        homes = shelf.homes[last][None, :]
        kept &= ~same & ~np.isnan(shelf.places[last])[None, :]
        kept &= (homes == NOWHERE) | (homes != shelf.homes[here][:, None])
    else:
        kept &= ~(same & (shelf.sentences[here][:, None] == shelf.sentences[last][None, :]))
    two, one = np.nonzero(kept)
    return one, two + rows[0]


def _weigh_words(shelf: _Shelf, rows: Rows, pairs: tuple[Array, Array], extra: Array) -> Array:
    """Return the most that the words of each pair say, where both print numbers of so much weight."""
    import numpy as np

    one, two = pairs
    here, last, row = slice(*rows), slice(0, rows[1]), two - rows[0]
    second = (shelf.own[here] @ shelf.met[last].T).toarray()[row, one]
    first = (shelf.met[here] @ shelf.own[last].T).toarray()[row, one]
    slack, share = settings()["coverage slack"], settings()["smaller coverage"]
    covers = [(met + extra) / (shelf.totals[n] + extra + slack) for met, n in ((first, one), (second, two))]
    score = share * np.minimum(*covers) + (1 - share) * np.maximum(*covers)
    both = np.minimum(settings()["most shared"], np.minimum(first, second))
    return settings()["coverage"] * score + settings()["shared weight"] * both


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
    shelf: _Shelf, profiles: Sequence[Profile], weighed: tuple[Array, Array, Array], least: float
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that can reach so much by what is weighed and by their times and quotations."""
    import numpy as np

    one, two, most = weighed
    times, quotes = shelf.times[one] & shelf.times[two], shelf.quotes[one] & shelf.quotes[two]
    ceiling = most + np.where(times, _most_times(), 0.0) + np.where(quotes, settings()["quotation"], 0.0)
    kept = np.flatnonzero(ceiling >= least)
    asked, known = (times | quotes)[kept].tolist(), most[kept].tolist()
    for i, j, ask, sure in zip(one[kept].tolist(), two[kept].tolist(), asked, known, strict=True):
        if not ask or sure + _weigh_rest(profiles[i], profiles[j]) >= least:
            yield i, j


def _most_times() -> float:
    days = settings()["same moment"] * settings()["most moments"]
    return days + max(settings()["same clock time"], settings()["same part of day"])


def _weigh_rest(a: Profile, b: Profile) -> float:
    found = [
        weigh_moments(a, b) if a.moments and b.moments else None,
        weigh_quotes(a, b) if a.quotes and b.quotes else None,
    ]
    return sum(each.weight for each in found if each is not None)
