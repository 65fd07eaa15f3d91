"""What the reading formats show of a claim: its rows, the columns worth showing, its findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claims.model import Attribution, Claim, Comparison, Severity
from claims.render.clean import clean
from claims.render.select import SEVERITIES
from claims.render.words import name_article, phrase_day, phrase_figure, phrase_mode, phrase_rows

_MOST = 3
_PLAIN = "said"
_FEWEST_COPIES = 3
"""Rows from which on those that read the same are shown as one."""
_SHORT = 40
"""Pairs of values up to so many characters are listed where their findings are only counted."""


class Row(NamedTuple):
    """One attribution as a reader sees it; every text is clean, empty where nothing is known."""

    number: int
    """From 1."""
    outlet: str
    article: str
    """Which article where the outlet has several."""
    part: str
    """Which part of it where it is not the body."""
    speaker: str
    role: str
    addressee: str
    how: str
    via: str
    said_on: str
    certainty: str
    figures: str
    words: str
    unsure: bool
    """The match is only suggested."""
    copies: tuple[Row, ...] = ()
    """Rows of other articles that read the same, shown with this one."""

    @property
    def place(self) -> str:
        """Which article of the outlet, and which part of it, as far as need be told: of copies the part alone."""
        return self.part if self.copies else ", ".join(filter(None, (self.article, self.part)))


class Finding(NamedTuple):
    """Discrepancies of one kind with the same two values, told once."""

    severity: Severity
    kind: str
    message: str
    pairs: tuple[tuple[int, int], ...]
    """Indexes into the attributions, the pair that the message is about first."""
    values: tuple[str, str]


def name_articles(comparison: Comparison) -> dict[str, str]:
    """Return what tells an outlet's articles apart, by article id; empty where the outlet has only one."""
    number = Counter(article.outlet.id for article in comparison.articles)
    return {a.id: clean(name_article(a)) if number[a.outlet.id] > 1 else "" for a in comparison.articles}


def read_claim(claim: Claim, places: Mapping[str, str]) -> tuple[list[Row], list[Finding]]:
    """Return what is shown of a claim: its rows, copies folded, and its findings between these."""
    rows = fold_copies(list_rows(claim, places))
    return rows, point_to_shown(list_findings(claim), rows)


def list_rows(claim: Claim, places: Mapping[str, str]) -> list[Row]:
    """Return the rows of a claim in order; ``places`` comes from ``name_articles``."""
    return [write_row(number, row, places) for number, row in enumerate(claim.attributions, start=1)]


def fold_copies(rows: Iterable[Row]) -> list[Row]:
    """Return the rows; three or more that read the same, as where many print an agency's copy, become the first."""
    alike: dict[Row, list[Row]] = defaultdict(list)
    for row in rows:
        alike[row._replace(number=0, outlet="", article="")].append(row)
    shown = []
    for same in alike.values():
        shown += [same[0]._replace(copies=tuple(same[1:]))] if len(same) >= _FEWEST_COPIES else same
    return sorted(shown, key=lambda row: row.number)


def phrase_outlets(row: Row) -> list[str]:
    """Return the outlets of a row and its copies: all where they are few, else some and a count.

    >>> row = Row(1, "Coast Wire", *[""] * 11, unsure=False)
    >>> phrase_outlets(row._replace(copies=tuple(row._replace(outlet=f"Post {number}") for number in range(9))))
    ['Coast Wire', 'Post 0', 'Post 1', 'and 7 more']
    """
    names = list(dict.fromkeys([row.outlet, *(copy.outlet for copy in row.copies)]))
    return names if len(names) <= _MOST + 1 else [*names[:_MOST], f"and {len(names) - _MOST} more"]


def point_to_shown(findings: Iterable[Finding], rows: Iterable[Row]) -> list[Finding]:
    """Return the findings between the rows that are shown: those of a copy are the first's."""
    shown = {each.number - 1: row.number - 1 for row in rows for each in (row, *row.copies)}

    def move(pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        return tuple(dict.fromkeys((min(pair), max(pair)) for pair in ((shown[a], shown[b]) for a, b in pairs)))

    return [finding._replace(pairs=move(finding.pairs)) for finding in findings]


def phrase_credit(row: Row) -> str:
    """Return a row's credit in words: "quoted: Ilse Brandvoort, Harbour Minister, to Radio Delta, 3 Mar 2031"."""
    return ": ".join(filter(None, (row.how, phrase_source(row))))


def phrase_source(row: Row) -> str:
    """Return who is credited, to whom, through whom and when: "Ilse Brandvoort, Harbour Minister, 3 Mar 2031"."""
    addressee = row.addressee and f"to {row.addressee}"
    details = (row.speaker, row.role, addressee, row.via and f"via {row.via}", row.said_on)
    return ", ".join(filter(None, details))


def list_findings(claim: Claim) -> list[Finding]:
    """Return the discrepancies of a claim, gravest first, repetitions of one kind and values folded."""
    folded: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    for index, found in enumerate(claim.discrepancies):
        key = (found.severity, found.kind, tuple(sorted(value.casefold() for value in found.values)))
        folded.setdefault(key, []).append(index)
    findings = [_fold(claim, indexes) for indexes in folded.values()]
    return sorted(findings, key=lambda finding: -SEVERITIES.index(finding.severity))


def fold_findings(findings: Sequence[Finding]) -> list[Finding]:
    """Return at most three findings of a kind and a count of the rest; of notes one, which counts the rest itself."""
    folded: list[Finding] = []
    for (severity, _), alike in _group_kinds(findings).items():
        if severity == "note":
            folded.append(_count_rest(alike[0], alike[1:]))
        else:
            folded += alike[:_MOST]
            if alike[_MOST:]:
                folded.append(_count_rest(None, alike[_MOST:]))
    return folded


def _group_kinds(findings: Sequence[Finding]) -> dict[tuple[Severity, str], list[Finding]]:
    kinds: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.severity, finding.kind), []).append(finding)
    return kinds


def _count_rest(first: Finding | None, rest: Sequence[Finding]) -> Finding:
    if first and not rest:
        return first
    told = [" / ".join(finding.values) for finding in rest]
    values = f": {'; '.join(told)}" if max(map(len, told)) <= _SHORT else ""
    message = f"{first.message.rstrip('.') + '; ' if first else ''}{len(rest)} more like it{values}."
    pairs = tuple(pair for finding in rest for pair in finding.pairs)
    return (first or rest[0])._replace(message=message, pairs=(*(first.pairs if first else ()), *pairs))


def count_severities(claims: Sequence[Claim]) -> Counter[Severity]:
    """Count findings as a reader sees them, by severity."""
    return Counter(finding.severity for claim in claims for finding in list_findings(claim))


def phrase_pairs(finding: Finding) -> str:
    """Return which rows a finding stands between: "1 and 3", or of many pairs all the rows."""
    pairs = [f"{a + 1} and {b + 1}" if a != b else str(a + 1) for a, b in finding.pairs]
    if len(pairs) <= 3:
        return "; ".join(pairs)
    return phrase_rows([index for pair in finding.pairs for index in pair])


def _fold(claim: Claim, indexes: list[int]) -> Finding:
    first = claim.discrepancies[indexes[0]]
    return Finding(
        severity=first.severity,
        kind=first.kind,
        message=clean(first.message),
        pairs=tuple(claim.discrepancies[index].between for index in indexes),
        values=(clean(first.values[0]), clean(first.values[1])),
    )


def write_row(number: int, row: Attribution, places: Mapping[str, str]) -> Row:
    """Return one attribution as a row with the number given."""
    speaker = row.credit.speaker
    return Row(
        number=number,
        outlet=clean(row.outlet.name),
        article=places.get(row.statement.article, ""),
        part="" if row.statement.part == "body" else row.statement.part,
        speaker=_name_speaker(row),
        role=clean(speaker.role) if speaker and speaker.role else "",
        addressee=_name_addressee(row),
        how=phrase_mode(row),
        via=clean(", ".join(row.credit.via)),
        said_on=phrase_day(row.credit.said_on),
        certainty=_phrase_certainty(row),
        figures=clean("; ".join(dict.fromkeys(phrase_figure(figure) for figure in row.figures))),
        words=clean(row.statement.shown_text),
        unsure=row.match is not None and row.match.level == "suggested",
    )


def _name_speaker(row: Attribution) -> str:
    speaker = row.credit.speaker
    if speaker is None:
        return ""
    return clean(speaker.name) + ("" if speaker.named else " (unnamed)")


def _name_addressee(row: Attribution) -> str:
    """Return whom it was said to, unless that is one of the media it came through: they are told as such."""
    addressee = row.credit.addressee or ""
    return "" if any(medium in addressee for medium in row.credit.via) else clean(addressee)


def _phrase_certainty(row: Attribution) -> str:
    # What is plainly said is the rule; only what stands out from it is worth the reader's eye.
    return row.certainty.level if row.certainty and row.certainty.level != _PLAIN else ""
