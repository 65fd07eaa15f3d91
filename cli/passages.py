"""One claim or one article in full: passages side by side, the chain of each, and why they stand together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from claims.model import Article, Attribution, Claim
from claims.render.bases import phrase_basis
from claims.render.clean import clean, clean_line
from claims.render.rows import phrase_credit, write_row
from claims.render.words import phrase_day
from cli.terminal import print_block

_NARROWEST = 44
"""Cells below which passages stand one under the other."""
_MOST = 4
_GAP = 3
_MARGIN = 4


def print_passages(console: Console, claim: Claim, articles: Mapping[str, Article], *, explain: bool) -> None:
    """Print each attribution's paragraph with its statement marked, side by side where there is room."""
    cells = [
        _build_passage(number, row, articles[row.statement.article], console, explain)
        for number, row in enumerate(claim.attributions, start=1)
    ]
    across = max(1, min(len(cells), _MOST, (console.width + _GAP) // (_NARROWEST + _GAP)))
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    for _ in range(across):
        table.add_column(width=(console.width - _GAP * (across - 1)) // across, overflow="fold")
    for start in range(0, len(cells), across):
        table.add_row(*cells[start : start + across])
    print_block(console, table, gap=False)


def print_article(console: Console, article: Article, attributions: Sequence[Attribution]) -> None:
    """Print an article's statements in order, each with its credit and what that rests on."""
    heading = Text().append(clean(article.outlet.name), "bold")
    for part in (phrase_day(article.published), article.path or article.url, article.id):
        if part:
            heading.append(f"  {clean(part)}", "dim")
    parts: list[RenderableType] = [heading]
    if article.headline:
        parts.append(Text.assemble((clean(article.headline), "bold")))
    parts += [Text.assemble((clean(note), "dim")) for note in article.notes]
    print_block(console, Group(*parts))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=_MARGIN)
    table.add_column(overflow="fold")
    for number, row in enumerate(attributions, start=1):
        table.add_row(str(number), Group(*_build_statement(number, row)))
    print_block(console, table, gap=False)


def _build_statement(number: int, attribution: Attribution) -> Iterator[Text]:
    row = write_row(number, attribution, {})
    yield Text(row.words)
    caption = Text(", ".join(filter(None, (row.place, phrase_credit(row)))))
    basis = phrase_basis(attribution.credit)
    yield caption.append(f" ({clean(basis)})", "dim") if basis else caption
    told = (("figures", row.figures), ("certainty", row.certainty))
    if any(value for _, value in told):
        yield Text.assemble((", ".join(f"{label}: {value}" for label, value in told if value), "dim"))


def _build_passage(number: int, row: Attribution, article: Article, console: Console, explain: bool) -> Group:
    arrow = " -> " if console.options.ascii_only else " → "
    origin = Text(f"{number}  ").append(clean(row.outlet.name), "bold")
    if article.published:
        origin.append(f"  {phrase_day(article.published)}", "dim")
    parts = [origin]
    if article.headline:
        parts.append(Text.assemble((clean(article.headline), "dim")))
    parts += [Text(""), _mark_statement(row, article, console), Text("")]
    parts.append(Text(arrow.join(map(clean, _list_chain(row)))))
    if explain:
        parts += [Text.assemble((line, "dim")) for line in _explain(row)]
    return Group(*parts, Text(""))


def _mark_statement(row: Attribution, article: Article, console: Console) -> Text:
    """Return the paragraph of a statement with the statement set off, by brackets where there is no colour."""
    statement = row.statement
    block = next(
        (block for block in article.blocks if block.start <= statement.start and statement.end <= block.end), None
    )
    start, end = (block.start, block.end) if block else (statement.start, statement.end)
    before, after = article.text[start : statement.start], article.text[statement.end : end]
    marks = ("", "") if console.color_system else (">> ", " <<")
    passage = Text(clean_line(before).lstrip())
    passage.append(marks[0] + clean(statement.text) + marks[1], "bold")
    return passage.append(clean_line(after).rstrip())


def _list_chain(row: Attribution) -> Iterator[str]:
    """Yield the stations of a statement on its way to print, the source first."""
    credit = row.credit
    if credit.speaker:
        yield credit.speaker.name + (f", {credit.speaker.role}" if credit.speaker.role else "")
    if credit.addressee and not any(medium in credit.addressee for medium in credit.via):
        yield f"to {credit.addressee}"
    yield from reversed(credit.via)
    yield row.outlet.name


def _explain(row: Attribution) -> Iterator[str]:
    """Yield why the statement stands in its claim, and what gave its credit."""
    if row.match:
        yield f"match: {row.match.level}, score {row.match.score:.2f}"
        yield from (f"  {clean(reason)}" for reason in row.match.why)
    credit = row.credit
    basis = phrase_basis(credit)
    yield f"credit: {clean(basis)} (rule {credit.rule})" if basis else "credit: own voice"
    if row.certainty:
        yield f"certainty: {row.certainty.level} ({row.certainty.band})"
