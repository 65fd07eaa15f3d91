"""What is reported of a claim: what within one article, each finding once, and articles of one outlet told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.discrepancies.rule import Setting, same_article
from claims.model import Article, Attribution, Discrepancy

WITHIN = frozenset({"figure-conflict", "figure-contested", "figure-updated", "date-conflict", "role"})
"""Kinds that are looked for between two statements of one article; the others are its ordinary prose."""
OF_HEADLINES = WITHIN | {"polarity", "place-conflict", "measure"}
"""Kinds that are looked for between the body of an article and what stands over or beside it, too."""

_HEDGED = frozenset({"possible", "unverified", "alleged"})
_PARTS = {"headline": "in its headline", "standfirst": "in its standfirst", "caption": "in a caption"}


def choose_kinds_within(a: Attribution, b: Attribution) -> frozenset[str]:
    """Return the kinds that are looked for between two statements of one article.

    A headline may leave out whom the body credits, but not that the body only calls it possible.
    """
    parts = a.statement.part, b.statement.part
    if "body" not in parts or parts[0] == parts[1]:
        return WITHIN
    over, body = (a, b) if parts[1] == "body" else (b, a)
    return OF_HEADLINES | {"certainty"} if _is_flat(over) and _is_hedged(body) else OF_HEADLINES


def _is_flat(attribution: Attribution) -> bool:
    return attribution.certainty is None or attribution.certainty.level in {"said", "confirmed", "announced"}


def _is_hedged(attribution: Attribution) -> bool:
    return attribution.certainty is not None and attribution.certainty.level in _HEDGED


def drop_repeated_titles(found: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Leave out a stale title of one attribution where a pair that it is in shows the same title."""
    paired = [row for row in found if row.kind == "role" and row.between[0] != row.between[1]]
    return [row for row in found if not (row.kind == "role" and any(_repeats(row, pair) for pair in paired))]


def _repeats(row: Discrepancy, pair: Discrepancy) -> bool:
    alone = row.between[0] == row.between[1] and row.between[0] in pair.between
    return alone and any(value.casefold() in row.values[0].casefold() for value in pair.values)


def drop_echoes(found: Sequence[Discrepancy], attributions: Sequence[Attribution]) -> list[Discrepancy]:
    """Leave out what a headline shows against its body where another statement of the body shows it too."""
    if not any(row.within for row in found):
        return [*found]
    bodies: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(attributions):
        if row.statement.part == "body":
            bodies[row.statement.article].append(index)
    shown = {(row.kind, pair) for row in found for pair in (row.between, row.between[::-1])}

    def is_echoed(row: Discrepancy) -> bool:
        own = bodies[attributions[row.between[0]].statement.article]
        of_body = [index for index in row.between if index in own]
        if not row.within or len(of_body) != 1:
            return False
        return any((row.kind, (index, of_body[0])) in shown for index in own if index != of_body[0])

    return [row for row in found if not is_echoed(row)]


def drop_answered(found: Sequence[Discrepancy], attributions: Sequence[Attribution]) -> list[Discrepancy]:
    """Leave out what an article is said to lack that another of its statements in the claim has.

    Who prints the quotation below the paraphrase of its lead has not left it out, and who writes "the official number"
    in the second paragraph has not dropped the "officially" of others.
    """
    of_article: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(attributions):
        of_article[row.statement.article].append(index)

    def is_answered(row: Discrepancy) -> bool:
        has_too = _HAVE_TOO.get(row.kind)
        if row.within or has_too is None:
            return False
        one, two = (attributions[index] for index in row.between)
        return any(
            has_too(having, value, lacking, attributions[other])
            for lacking, having, value in ((one, two, row.values[1]), (two, one, row.values[0]))
            for other in of_article[lacking.statement.article]
        )

    return [row for row in found if not is_answered(row)]


def _quotes_too(quoting: Attribution, words: str, telling: Attribution, other: Attribution) -> bool:
    """Tell whether the other statement of who paraphrases has half of the quoted words or more in marks."""
    if telling.credit.mode != "indirect" or other.credit.mode not in _IN_MARKS or quoting is other:
        return False
    quoted = set(words.casefold().split())
    return 2 * len(quoted & set(other.statement.text.casefold().split())) >= len(quoted)


def _hedges_too(hedging: Attribution, _words: str, lacking: Attribution, other: Attribution) -> bool:
    """Tell whether the other statement of who puts it flatly hedges as the one does that it is set against."""
    if hedging.certainty is None or other.certainty is None or _is_flat(hedging) or not _is_flat(lacking):
        return False
    return hedging.certainty.level == other.certainty.level


_IN_MARKS = frozenset({"direct", "mixed"})
_HAVE_TOO = {"quote-paraphrased": _quotes_too, "certainty": _hedges_too}
"""By kind: whether another statement of the article has what this one is told to lack."""


def tell_apart(a: Attribution, b: Attribution, setting: Setting) -> tuple[Attribution, Attribution] | None:
    """Name two articles of one outlet by their day or hour, "Meridian of 14 June", and what stands over the body.

    None where the outlets differ, or nothing tells the two apart.
    """
    if a.outlet.name != b.outlet.name:
        return None
    one, two = setting.article_of(a), setting.article_of(b)
    if same_article(a, b):
        return _rename(a, _name_part(a)), _rename(b, _name_part(b))
    if not (one.published and two.published) or one.published[:16] == two.published[:16]:
        return None
    by_hour = one.published[:10] == two.published[:10]
    return _rename(a, _name(one, by_hour=by_hour)), _rename(b, _name(two, by_hour=by_hour))


def _rename(attribution: Attribution, name: str) -> Attribution:
    return replace(attribution, outlet=replace(attribution.outlet, name=name))


def _name_part(attribution: Attribution) -> str:
    part = _PARTS.get(attribution.statement.part)
    return f"{attribution.outlet.name} {part}" if part else attribution.outlet.name


def _name(article: Article, *, by_hour: bool) -> str:
    published = article.published or ""
    day = date.fromisoformat(published[:10]) if len(published) >= len("2026-06-14") else None
    hour = f", {published[11:16]}" if by_hour else ""
    return f"{article.outlet.name} of {f'{day.day} {day:%B}' if day else published}{hour}"
