"""omission: a caveat that one article gives and the other leaves out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claims.attribution.compare import same_speaker
from claims.discrepancies.rule import Difference, Setting, shorten
from claims.model import Article, Attribution
from claims.wordlists import read_words


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report a caveat beside a speaker's claim ("could not be verified") that the other article nowhere has.

    One outlet adds that it could not verify the ministry's count, the other prints the count alone. Plain detail
    that one adds is never an omission.

    >>> compare_sentences(
    ...     "omission",
    ...     "The army said 120 rebels were killed, offering no evidence.",
    ...     "The army said 120 rebels were killed on Monday.",
    ... )
    Northern Wire adds “offering no evidence”; Harbour Post has no such caveat.
    """
    if not same_speaker(a, b):
        return None
    for careful, other in ((a, b), (b, a)):
        caveat = _caveat_beside(careful, setting.article_of(careful))
        if caveat and not _caveats().search(setting.article_of(other).text):
            values = (caveat, "no caveat")
            return Difference(
                values if careful is a else (values[1], values[0]),
                f"{careful.outlet.name} adds “{shorten(caveat)}”; {other.outlet.name} has no such caveat.",
            )
    return None


def _caveat_beside(attribution: Attribution, article: Article) -> str | None:
    """Return the caveat that stands in the statement's own paragraph, from the statement on."""
    statement = attribution.statement
    end = article.blocks[statement.paragraph].end
    found = _caveats().search(article.text, statement.start, end)
    return found.group() if found else None


@cache
def _caveats() -> re.Pattern[str]:
    phrases = read_words(Path(__file__).parent / "data" / "caveats.txt")["caveats"]
    return re.compile("|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)), re.IGNORECASE)
