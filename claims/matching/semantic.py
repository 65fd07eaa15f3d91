"""A second opinion on statements that the words leave open: how near their meanings are, by a model of the user's.

It never passes a gate and never takes a match away. Two statements of different articles are near where each is the
nearest to the other in the other's article; a pair that is near enough is lifted over the threshold that it falls
just short of, or suggested where the words alone would not have found it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from claims.matching.gates import find_bar
from claims.matching.neighbours import Pair, Pairs
from claims.matching.profiles import Profile
from claims.matching.settings import settings

Cosines = Mapping[tuple[int, int], float]
"""By the numbers of the two texts, the smaller first; from -1 to 1."""

_MARK = "semantic: "

Reasons = tuple[str, ...]

Liken = Callable[[Sequence[str], float], Cosines]
"""Return the cosine of each pair of texts that is at least so alike."""


def ask_opinion(profiles: Sequence[Profile], liken: Liken | None) -> Cosines:
    """Return the cosines of the statements that are near each other, numbered as ``profiles``; none without a model."""
    if liken is None:
        return {}
    texts = [" ".join(profile.row.statement.shown_text.split()) for profile in profiles]
    found = liken(texts, settings()["semantic"])
    return dict(_mutual(found, [profile.spot.article for profile in profiles]))


def _mutual(found: Cosines, articles: Sequence[int]) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the pairs of two articles in which neither side has a nearer statement in the other's article."""
    across = {(i, j): cosine for (i, j), cosine in found.items() if articles[i] != articles[j]}
    best: dict[tuple[int, int], float] = {}
    for (i, j), cosine in across.items():
        for key in ((i, articles[j]), (j, articles[i])):
            best[key] = max(best.get(key, cosine), cosine)
    for (i, j), cosine in sorted(across.items()):
        if cosine >= best[i, articles[j]] and cosine >= best[j, articles[i]]:
            yield (i, j), cosine


def lift_pairs(pairs: Pairs, near: Cosines, profiles: Sequence[Profile]) -> Pairs:
    """Return the pairs, those that fall just short of a claim lifted to it where the model finds them alike."""
    confirmed = settings()["confirmed"]
    short = confirmed - settings()["semantic margin"]
    lifted = {
        key: pair._replace(score=confirmed, why=(*pair.why, _explain(near[key])))
        for key, pair in pairs.items()
        if short <= pair.score < confirmed and key in near and find_bar(*(profiles[one] for one in key)) is None
    }
    return {**pairs, **lifted}


def propose_pairs(pairs: Pairs, near: Cosines, profiles: Sequence[Profile]) -> Pairs:
    """Return the pairs with those beside that the words missed, at the score of a mere suggestion."""
    suggested = settings()["suggested"]
    proposed: Pairs = {}
    for (i, j), cosine in near.items():
        known = pairs.get((i, j), Pair(0.0, ()))
        if known.score < suggested and find_bar(profiles[i], profiles[j]) is None:
            proposed[i, j] = Pair(suggested, (*known.why, _explain(cosine)))
    return {**pairs, **proposed}


def cite_opinion(best: Reasons, links: Iterable[Reasons]) -> Reasons:
    """Return why a statement stands in its group by its best link, with the opinion that helped another of them."""
    opinions = [reason for why in (best, *links) for reason in why if reason.startswith(_MARK)]
    return best if not opinions or opinions[0] in best else (*best, max(opinions))


def _explain(cosine: float) -> str:
    return f"{_MARK}{cosine:.2f}"
