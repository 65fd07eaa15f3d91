"""The last lines of an answer: what was compared, what was found, what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claims.model import Comparison
from claims.pipeline import is_compared
from claims.render.rows import count_severities
from claims.render.select import SEVERITIES
from claims.render.words import AGREEMENTS, phrase_count


def summarise(comparison: Comparison, *, left_out: int = 0) -> Iterator[tuple[str, str]]:
    """Yield what is counted with its counts in plain words: articles, claims, discrepancies.

    ``left_out`` is the number of claims of one outlet that ``comparison`` no longer holds.
    """
    yield "Articles", _count_articles(comparison)
    yield "Claims", _count_claims(comparison, left_out)
    severities = count_severities(comparison.claims)
    yield "Discrepancies", _join((severities[severity], severity) for severity in reversed(SEVERITIES))


def _count_articles(comparison: Comparison) -> str:
    outlets = {article.outlet.id for article in comparison.articles}
    told = [f"{len(comparison.articles):,} from {phrase_count(len(outlets), 'outlet')}"]
    foreign = sum(not is_compared(article) for article in comparison.articles)
    if foreign:
        told.append(f"{foreign:,} not compared, as not in English")
    if comparison.unread:
        told.append(f"{phrase_count(len(comparison.unread), 'input')} not read")
    return "; ".join(told)


def _count_claims(comparison: Comparison, left_out: int) -> str:
    standings = Counter(claim.agreement for claim in comparison.claims)
    standings["single-outlet"] += left_out
    return _join((standings[agreement], words) for agreement, words in AGREEMENTS.items())


def _join(counts: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{count:,} {words}" for count, words in counts if count) or "none"
