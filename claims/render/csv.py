"""One row an attribution, for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from typing import TextIO

from claims.model import Article, Attribution, Claim, Comparison
from claims.render.clean import clean
from claims.render.words import phrase_figure

COLUMNS: dict[str, str] = {
    "claim": "id of the claim",
    "claim_text": "the claim's wording",
    "agreement": "agree, differ, conflict or single-outlet",
    "independent_origins": "how many independent origins stand behind the claim",
    "row": "number of the attribution within its claim, from 0, as in `between` of the JSON",
    "article": "id of the article",
    "outlet": "name of the outlet",
    "published": "when the article was published",
    "path": "the file it was read from",
    "url": "its address",
    "part": "body, headline, standfirst or caption",
    "start": "first code point of the statement in the article's text",
    "end": "code point after its last",
    "speaker": "who is credited; empty in the outlet's own voice",
    "role": "the title printed with the name",
    "named": "yes or no; empty without a speaker",
    "mode": "direct, mixed, indirect or none",
    "cue": "the words that credit",
    "addressee": "whom it was said to",
    "via": "the media credited on the way, nearest first, separated by '; '",
    "said_on": "when it was said",
    "certainty": "how strongly it is put",
    "figures": "the figures with their bounds and measures, separated by '; '",
    "discrepancies": "kinds of the discrepancies that this row takes part in, separated by '; '",
    "text": "the statement, as printed",
}
"""The columns in order, each with what it holds."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render_csv(comparison: Comparison, out: TextIO) -> None:
    """Write a header and one row an attribution; text is exact, but on a terminal it is made safe to show."""
    writer = csv.writer(out, lineterminator="\n")
    secure = clean if out.isatty() else str
    writer.writerow(COLUMNS)
    articles = {article.id: article for article in comparison.articles}
    for claim in comparison.claims:
        for cells in _write_claim(claim, articles):
            writer.writerow([guard_cell(secure(cell)) for cell in cells])


def guard_cell(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet takes it for a formula: an apostrophe before ``= + - @``."""
    return "'" + cell if cell.startswith(_FORMULA_STARTS) else cell


def _write_claim(claim: Claim, articles: dict[str, Article]) -> Iterator[list[str]]:
    for number, attribution in enumerate(claim.attributions):
        kinds = dict.fromkeys(found.kind for found in claim.discrepancies if number in found.between)
        cells = {
            "claim": claim.id,
            "claim_text": claim.text,
            "agreement": claim.agreement,
            "independent_origins": str(claim.origins.independent),
            "row": str(number),
            "discrepancies": "; ".join(kinds),
            **_write_article(articles.get(attribution.statement.article)),
            **{column: read(attribution) for column, read in _CELLS.items()},
        }
        yield [cells.get(column, "") for column in COLUMNS]


def _write_article(article: Article | None) -> dict[str, str]:
    if article is None:
        return {}
    return {"published": article.published or "", "path": article.path or "", "url": article.url or ""}


def _speaker(attribution: Attribution) -> dict[str, str]:
    speaker = attribution.credit.speaker
    if speaker is None:
        return {"speaker": "", "role": "", "named": ""}
    return {"speaker": speaker.name, "role": speaker.role or "", "named": "yes" if speaker.named else "no"}


_CELLS: dict[str, Callable[[Attribution], str]] = {
    "article": lambda row: row.statement.article,
    "outlet": lambda row: row.outlet.name,
    "part": lambda row: row.statement.part,
    "start": lambda row: str(row.statement.shown_start),
    "end": lambda row: str(row.statement.end),
    "speaker": lambda row: _speaker(row)["speaker"],
    "role": lambda row: _speaker(row)["role"],
    "named": lambda row: _speaker(row)["named"],
    "mode": lambda row: row.credit.mode,
    "cue": lambda row: row.credit.cue or "",
    "addressee": lambda row: row.credit.addressee or "",
    "via": lambda row: "; ".join(row.credit.via),
    "said_on": lambda row: row.credit.said_on or "",
    "certainty": lambda row: row.certainty.level if row.certainty else "",
    "figures": lambda row: "; ".join(phrase_figure(figure) for figure in row.figures),
    "text": lambda row: row.statement.shown_text,
}
