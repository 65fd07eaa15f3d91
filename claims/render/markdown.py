"""A page to paste into a wiki, an issue or a mail: one section a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO

from claims.model import Claim, Comparison, Unread
from claims.render.clean import clean
from claims.render.rows import (
    Finding,
    Row,
    fold_findings,
    name_articles,
    phrase_outlets,
    phrase_pairs,
    read_claim,
)
from claims.render.summary import summarise
from claims.render.words import AGREEMENTS, MOST_REPEATS, phrase_count, phrase_group, phrase_origins, phrase_repeats

# Whatever CommonMark or the tables of GitHub could take for markup inside a line.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~#&$])")

_COLUMNS: dict[str, Callable[[Row], str]] = {
    "#": lambda row: str(row.number) + ("?" if row.unsure else ""),
    "Outlet": lambda row: ", ".join(filter(None, (*phrase_outlets(row), row.place))),
    "Speaker": lambda row: ", ".join(filter(None, (row.speaker, row.role, row.addressee and f"to {row.addressee}"))),
    "How": lambda row: row.how,
    "Via": lambda row: row.via,
    "Said on": lambda row: row.said_on,
    "Certainty": lambda row: row.certainty,
    "Figures": lambda row: row.figures,
    "Words": lambda row: row.words,
}


def render_markdown(comparison: Comparison, out: TextIO) -> None:
    """Write CommonMark with tables; article text is escaped, so that it shows as printed."""
    out.write(
        "# What the outlets say\n\n" + "\n".join(f"- {label}: {told}" for label, told in summarise(comparison)) + "\n"
    )
    places = name_articles(comparison)
    out.writelines("\n" + "\n".join(_write_claim(claim, places)) + "\n" for claim in comparison.claims)
    if comparison.unread:
        out.write("\n## Not read\n\n" + "\n".join(map(_write_unread, comparison.unread)) + "\n")


def escape(text: str) -> str:
    r"""Return article text so that Markdown shows it as printed.

    >>> print(escape("He said [sic] 5 * 3"))
    He said \[sic\] 5 \* 3
    """
    return _MARKUP.sub(r"\\\1", clean(text))


def _write_claim(claim: Claim, places: Mapping[str, str]) -> Iterator[str]:
    yield f"## {AGREEMENTS[claim.agreement].capitalize()}: {escape(claim.text)}"
    yield ""
    yield f"{phrase_count(len(claim.outlets), 'outlet')}, {phrase_origins(claim)}. Claim `{clean(claim.id)}`"
    yield ""
    rows, found = read_claim(claim, places)
    yield from _write_table(rows)
    if claim.origins.groups:
        yield ""
        yield "Origins: " + "; ".join(escape(phrase_group(group)) for group in claim.origins.groups)
    if claim.repeats:
        yield ""
    yield from (f"- Also said: {escape(line)}" for line in phrase_repeats(claim.repeats, MOST_REPEATS))
    findings = fold_findings(found)
    if findings:
        yield ""
    yield from map(_write_finding, findings)


def _write_table(rows: list[Row]) -> Iterator[str]:
    columns = {name: [escape(read(row)) for row in rows] for name, read in _COLUMNS.items()}
    used = {name: cells for name, cells in columns.items() if any(cells)}
    yield f"| {' | '.join(used)} |"
    yield f"|{'|'.join(' --- ' for _ in used)}|"
    for cells in zip(*used.values(), strict=True):
        yield f"| {' | '.join(cells)} |"


def _write_finding(finding: Finding) -> str:
    return f"- **{finding.severity}**: {escape(finding.message)} ({finding.kind}, {phrase_pairs(finding)})"


def _write_unread(unread: Unread) -> str:
    hint = f" ({escape(unread.hint)})" if unread.hint else ""
    return f"- `{clean(unread.path)}`: {escape(unread.reason)}{hint}"
