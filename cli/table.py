"""The table: one block a claim, with every attribution and, below, where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from claims.model import Claim, Comparison
from claims.render.clean import clean
from claims.render.rows import (
    Finding,
    Row,
    fold_findings,
    name_articles,
    phrase_outlets,
    phrase_pairs,
    phrase_source,
    read_claim,
)
from claims.render.select import limit_claims
from claims.render.summary import summarise
from claims.render.words import AGREEMENTS, MOST_REPEATS, phrase_count, phrase_group, phrase_origins, phrase_repeats
from cli.layout import GAP, Column, Layout, choose_layout
from cli.terminal import print_block

_COLORS = {
    "conflict": "bold red",
    "differs": "bold yellow",
    "differ": "bold yellow",
    "note": "bold cyan",
    "agree": "bold green",
    "single-outlet": "bold",
}
_FAINT = "dim"
_STRONG = "bold"
_MARGIN = 4
_LONGEST_MARK = 50
_LONGEST_LINE = 120
_QUOTED = re.compile("“([^”]+)”")
_CREDITS = {
    "quoted": "quotes",
    "partly quoted": "partly quotes",
    "paraphrased": "paraphrases",
    "own voice": "in its own voice on",
}


def print_table(console: Console, comparison: Comparison, *, limit: int = 0, left_out: int = 0) -> None:
    """Print the first ``limit`` claims (0: all) as blocks, and a summary of all of them.

    ``left_out`` is the number of claims of one outlet that were not asked for.
    """
    places = name_articles(comparison)
    shown = limit_claims(comparison, limit).claims
    for claim in shown:
        print_block(console, build_block(claim, places, console))
    hidden = len(comparison.claims) - len(shown)
    print_block(console, Group(*_build_summary(comparison, hidden, left_out)), gap=False)


def build_block(claim: Claim, places: Mapping[str, str], console: Console, *, full: bool = False) -> RenderableType:
    """Return a claim as a block: its wording, its rows, its origins, its discrepancies, all of them when ``full``."""
    rows, findings = read_claim(claim, places)
    layout = choose_layout(rows, console.width)
    body = _build_columns(rows, findings, layout) if layout else _build_cards(rows, findings)
    parts: list[RenderableType] = [
        _build_heading(claim, console),
        Text.assemble((clean(claim.text), _STRONG)),
        "",
        body,
    ]
    notes = [
        *_build_origins(claim),
        *_build_repeats(claim, None if full else MOST_REPEATS),
        *_build_findings(findings if full else fold_findings(findings)),
    ]
    if notes:
        parts += ["", _align(notes)]
    return Group(*parts)


def _build_heading(claim: Claim, console: Console) -> Text:
    stroke = "-" if console.options.ascii_only else "─"
    heading = Text().append(2 * stroke + " ", _FAINT)
    heading.append(AGREEMENTS[claim.agreement].upper(), _COLORS[claim.agreement])
    heading.append(f"  {phrase_count(len(claim.outlets), 'outlet')}, {phrase_origins(claim)} ")
    ending = f" {clean(claim.id)}"
    heading.append(stroke * max(2, console.width - heading.cell_len - len(ending)) + ending, _FAINT)
    return heading


def _build_columns(rows: Sequence[Row], findings: Sequence[Finding], layout: Layout) -> Table:
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="")
    for column, width in zip(layout.columns, layout.widths, strict=True):
        table.add_column(Text.assemble((column.heading, _FAINT)), width=width, overflow="fold")
    table.add_column(Text.assemble(("Words", _FAINT)), width=layout.words, overflow="fold")
    for row in rows:
        table.add_row(*(_build_cell(column, row) for column in layout.columns), _mark_words(row, findings))
    return table


def _build_cell(column: Column, row: Row) -> Text:
    lines = column.lines(row)
    aside = _FAINT if column.heading in {"Outlet", "Speaker"} else ""
    return Text("\n").join([Text.assemble((line, aside if number else "")) for number, line in enumerate(lines)])


def _build_cards(rows: Sequence[Row], findings: Sequence[Finding]) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=_MARGIN - 1)
    table.add_column(overflow="fold")
    for row in rows:
        parts = [_build_caption(row), _mark_words(row, findings)]
        measured = (("figures", row.figures), ("certainty", row.certainty))
        told = ", ".join(f"{label}: {value}" for label, value in measured if value)
        if told:
            parts.append(Text.assemble((told, _FAINT)))
        table.add_row(f"{row.number}{'?' if row.unsure else ''}", Group(*parts))
    return table


def _build_caption(row: Row) -> Text:
    """Return who credits whom as a sentence: "Coast Wire quotes Ilse Brandvoort, Harbour Minister, 3 Mar 2031"."""
    caption = Text().append(", ".join(phrase_outlets(row)), _STRONG)
    if row.place:
        caption.append(f" ({row.place})")
    if row.speaker:
        return caption.append(f" {_CREDITS[row.how]} {phrase_source(row)}")
    return caption.append(", " + ", ".join(filter(None, (row.how, phrase_source(row)))))


def _mark_words(row: Row, findings: Sequence[Finding]) -> Text:
    """Return the words with those that a discrepancy is about set off."""
    words = Text(row.words)
    for finding in reversed(findings):  # the gravest last, so that its colour stays
        if any(row.number - 1 in pair for pair in finding.pairs):
            _mark(words, finding)
    return words


def _mark(text: Text, finding: Finding) -> None:
    # Notes, and values that are whole passages, stay plain: where everything is set off, nothing is.
    short = [value for value in finding.values if value and len(value) <= _LONGEST_MARK]
    for value in short if finding.severity != "note" else ():
        words = "|".join(map(re.escape, (value, *_QUOTED.findall(value))))
        found = re.search(rf"(?<!\w)(?:{words})(?!\w)", text.plain, re.IGNORECASE)
        if found:
            text.stylize(f"{_COLORS[finding.severity]} underline", *found.span())


def _build_origins(claim: Claim) -> Iterator[tuple[Text, Text]]:
    told = "; ".join(clean(phrase_group(group)) for group in claim.origins.groups)
    if told:
        yield Text("origin" if len(claim.origins.groups) == 1 else "origins"), Text(told)


def _build_repeats(claim: Claim, most: int | None) -> Iterator[tuple[Text, Text]]:
    for line in phrase_repeats(claim.repeats, most):
        yield Text("also said"), Text(clean(line))


def _build_findings(findings: Sequence[Finding]) -> Iterator[tuple[Text, Text]]:
    for finding in findings:
        message = Text(finding.message)
        _mark(message, finding)
        message.append(f"  {finding.kind}, {phrase_pairs(finding)}", _FAINT)
        yield Text(finding.severity, _COLORS[finding.severity]), message


def _align(notes: Sequence[tuple[Text, Text]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=max(label.cell_len for label, _ in notes))
    table.add_column(overflow="fold", max_width=_LONGEST_LINE)
    for label, told in notes:
        table.add_row(label, told)
    return table


def _build_summary(comparison: Comparison, hidden: int, left_out: int) -> Iterator[RenderableType]:
    yield _align(
        [(Text.assemble((label, _STRONG)), Text(told)) for label, told in summarise(comparison, left_out=left_out)]
    )
    advice = []
    if hidden:
        advice.append(f"{phrase_count(hidden, 'claim')} more than shown here: --limit 0 shows all.")
    if left_out:
        advice.append("--all shows the claims of one outlet too.")
    if comparison.claims:
        advice.append("factcheck show ID, with the same paths, tells one claim in full.")
    if any(row.match and row.match.level == "suggested" for claim in comparison.claims for row in claim.attributions):
        advice.append("A number with ? is a possible match: check that it is about the same thing.")
    if advice:
        yield ""
        yield Text.assemble(("\n".join(advice), _FAINT))
