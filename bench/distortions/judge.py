"""What the library reports between an article and its copy, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bench.distortions.copies import copy_article
from bench.distortions.passage import Edit, Edits, Passage, new_position
from claims.model import Article, Attribution, Claim, Comparison, Severity
from claims.pipeline import compare
from claims.registry import Registry


class Finding(NamedTuple):
    """A discrepancy between a sentence of the original and one of the copy, by their numbers."""

    kind: str
    severity: Severity
    ours: int
    theirs: int
    message: str
    same_place: bool = True
    """The two statements are one passage and its copy, and no two clauses of a sentence."""

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes a finding the same in two comparisons."""
        return self.kind, self.ours, self.theirs


@dataclass(frozen=True)
class Judgement:
    """One comparison of an article with its copy."""

    comparison: Comparison
    original: str
    edits: Edits
    findings: tuple[Finding, ...]

    def puts_together(self, edits: Sequence[Edit]) -> bool:
        """Tell whether one claim holds a statement of each side that the edits touch."""
        return any(
            self._touches(claim, edit.start, edit.end, copied=False)
            and self._touches(claim, self._moved(edit.start), self._moved(edit.end, after=True), copied=True)
            for claim in self.comparison.claims
            for edit in edits
        )

    def _moved(self, position: int, *, after: bool = False) -> int:
        return new_position(position, self.edits, after=after)

    def _touches(self, claim: Claim, start: int, end: int, *, copied: bool) -> bool:
        return any(
            row.statement.start <= end and start <= row.statement.end
            for row in claim.attributions
            if (row.statement.article != self.original) == copied
        )


def judge(passages: Sequence[Passage], edits: Edits, registry: Registry) -> Judgement:
    """Compare the article of the passages with its edited copy."""
    article = passages[0].article
    copied = copy_article(article, edits)
    comparison = compare([article, copied], registry)
    ours = [(passage.start, passage.end) for passage in passages]
    theirs = [(new_position(start, edits), new_position(end, edits, after=True)) for start, end in ours]
    findings = tuple(_findings(comparison, article, edits, (ours, theirs)))
    return Judgement(comparison, article.id, edits, findings)


Spans = Sequence[tuple[int, int]]


def _findings(
    comparison: Comparison, article: Article, edits: Edits, sentences: tuple[Spans, Spans]
) -> Iterator[Finding]:
    for claim in comparison.claims:
        for found in claim.discrepancies:
            rows = [claim.attributions[index] for index in found.between]
            rows.sort(key=lambda row: row.statement.article != article.id)
            if found.within or rows[0].statement.article == rows[1].statement.article:
                continue
            copies = _are_copies(rows, edits)
            for one, two in _numbers(rows, sentences):
                yield Finding(found.kind, found.severity, one, two, found.message, copies)


def _are_copies(rows: Sequence[Attribution], edits: Edits) -> bool:
    """Tell whether the copy's statement lies where the original's has moved to."""
    ours, theirs = (row.statement for row in rows)
    start, end = new_position(ours.start, edits), new_position(ours.end, edits, after=True)
    return start < theirs.end and theirs.start < end


def _numbers(rows: Sequence[Attribution], sentences: tuple[Spans, Spans]) -> list[tuple[int, int]]:
    """Return the sentences that both statements hold, else the two that hold their middles."""
    covered = [_cover(row, spans) for row, spans in zip(rows, sentences, strict=True)]
    shared = sorted(covered[0] & covered[1])
    if shared:
        return [(number, number) for number in shared]
    one, two = _number(rows[0], sentences[0]), _number(rows[1], sentences[1])
    return [(one, two)] if one is not None and two is not None else []


def _cover(row: Attribution, spans: Spans) -> set[int]:
    """Return the numbers of the sentences that a statement holds for the most part; it may join two."""
    start, end = row.statement.start, row.statement.end
    middles = {number: (first + last) // 2 for number, (first, last) in enumerate(spans)}
    found = {number for number, middle in middles.items() if start <= middle < end}
    number = _number(row, spans)
    return found | ({number} if number is not None else set())


def _number(row: Attribution, spans: Spans) -> int | None:
    """Return the number of the sentence that holds the middle of a statement; None outside the paragraphs."""
    middle = (row.statement.start + row.statement.end) // 2
    return next((number for number, (start, end) in enumerate(spans) if start <= middle < end), None)


@dataclass(frozen=True)
class Trial:
    """One distortion: the sentence, the edits that make it, and the kinds of discrepancy that catch it."""

    number: int
    edits: Edits
    accepted: frozenset[str]

    def reported(self, judgement: Judgement) -> list[Finding]:
        """Return what is said between the sentence and its copy."""
        return [found for found in judgement.findings if found.ours == found.theirs == self.number]

    def end(self, before: Judgement, after: Judgement) -> str:
        """Return how it ended: "caught", or in which way it was missed."""
        known = {found.key for found in self.reported(before)}
        kinds = {found.kind for found in self.reported(after) if found.key not in known}
        if kinds & self.accepted:
            return "caught"
        if not after.puts_together(self.edits):
            return "apart"
        if any(found.kind in self.accepted for found in self.reported(after)):
            return "masked"
        return "other kind" if kinds else "unnoticed"


def describe_reading(judgement: Judgement, passage: Passage) -> Iterator[str]:
    """Yield a line for each statement of the passage and of its copy: what the library read in it."""
    moved = [
        new_position(place, judgement.edits, after=after)
        for place, after in ((passage.start, False), (passage.end, True))
    ]
    for start, end, copied in ((passage.start, passage.end, False), (*moved, True)):
        for claim in judgement.comparison.claims:
            for row in claim.attributions:
                middle = (row.statement.start + row.statement.end) // 2
                if start <= middle < end and (row.statement.article != judgement.original) == copied:
                    yield f"{'copy' if copied else 'original'} {claim.id}: {_reading(row)}"


def _reading(row: Attribution) -> str:
    speaker = row.credit.speaker.name if row.credit.speaker else "own voice"
    certainty = f"{row.certainty.level}/{row.certainty.band}" if row.certainty else "flat"
    figures = [f"{figure.text} [{figure.bound} {figure.unit or ''} {figure.measure or '?'}]" for figure in row.figures]
    moments = [f"{moment.text} [{moment.earliest}..{moment.latest}]" for moment in row.moments]
    return "; ".join([speaker, row.credit.mode, certainty, *figures, *moments])


def copied_text(passage: Passage, edits: Edits) -> str:
    """Return the passage as the copy has it."""
    text = copy_article(passage.article, edits).text
    return text[new_position(passage.start, edits) : new_position(passage.end, edits, after=True)]
