"""The roots of one claim: which attributions go back to one, and by what way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.attribution.compare import source_name
from claims.model import Attribution, ChainLink, OriginGroup, Origins
from claims.origins.copies import Copies
from claims.origins.roots import has_figures, is_known, same_root, same_values
from claims.origins.witness import is_own_witness


@dataclass(slots=True)
class _Root:
    """A root in the making: its members by index, the first of which words it."""

    members: list[int]
    first: Attribution = field(repr=False)


def trace_origins(attributions: Sequence[Attribution], copies: Copies | None = None) -> Origins:
    """Group the attributions of one claim by the root they go back to.

    Those that name their source come first; copies, relays, headlines and releases that only repeat it follow it.
    """
    trace = _Trace(attributions, copies or Copies())
    trace.run()
    groups = [
        OriginGroup(_describe(root.first), tuple(sorted(root.members)), chain=trace.chain_of(root.members))
        for root in trace.roots
    ]
    if trace.unknown:
        unknown = tuple(sorted(trace.unknown))
        groups.append(OriginGroup("not stated", unknown, independent=False, chain=trace.chain_of(unknown)))
    return Origins(independent=max(1, len(trace.roots)), groups=tuple(sorted(groups, key=lambda g: g.attributions)))


class _Trace:
    """Collects the roots of one claim."""

    def __init__(self, rows: Sequence[Attribution], copies: Copies) -> None:
        self.rows = rows
        self.roots: list[_Root] = []
        self.unknown: list[int] = []
        self._links = list(_find_links(rows, copies))

    def run(self) -> None:
        """Give every attribution its root, the surest first."""
        bodies = {row.statement.article for row in self.rows if row.statement.part == "body" and is_known(row)}
        late = [
            i for i, row in enumerate(self.rows) if row.statement.part != "body" and row.statement.article in bodies
        ]
        rest = sorted((i for i in range(len(self.rows)) if i not in late), key=lambda i: (_rank(self.rows[i]), i))
        for index in rest:
            self._place(index, self._find_root(index))
        for index in late:
            self._place(index, self._find_by_name(index) or self._find_of_article(index))

    def chain_of(self, members: Sequence[int]) -> tuple[ChainLink, ...]:
        """Return the steps by which the members of a root have it from each other."""
        return tuple(link for link in self._links if link.attribution in members and link.source in members)

    def _place(self, index: int, root: _Root | None) -> None:
        if root is not None:
            root.members.append(index)
        elif is_known(self.rows[index]):
            self.roots.append(_Root([index], self.rows[index]))
        else:
            self.unknown.append(index)

    def _find_root(self, index: int) -> _Root | None:
        if not is_known(self.rows[index]):
            return self._find_by_way(index)
        return self._find_by_name(index) or self._find_by_way(index) or self._find_repeated(index)

    def _find_by_name(self, index: int) -> _Root | None:
        row = self.rows[index]
        if not is_known(row):
            return None
        return next((root for root in self.roots if any(same_root(self.rows[i], row) for i in root.members)), None)

    def _find_by_way(self, index: int) -> _Root | None:
        """Return the root of what the attribution is copied or relayed from; a person's name is not overruled."""
        row = self.rows[index]
        for link in self._links:
            root = self._root_of(link.source) if link.attribution == index else None
            if root is None or (has_figures(row) and has_figures(root.first) and not same_values(row, root.first)):
                continue
            if not (_is_named_person(row) and _is_named_person(root.first)):
                return root
        return None

    def _find_repeated(self, index: int) -> _Root | None:
        """Return the root whose figure a press office only repeats: one that it names, or the same to the digit."""
        row = self.rows[index]
        if row.credit.speaker is not None or not row.outlet.speaks_for:
            return None
        for root in self.roots:
            name = source_name(root.first) or ""
            if same_values(root.first, row) and (name in row.statement.text or _same_amount(root.first, row)):
                return root
        return None

    def _find_of_article(self, index: int) -> _Root | None:
        """Return the root of the body that a headline stands over, the one with its figure first."""
        row = self.rows[index]
        own = [
            (not same_values(row, self.rows[other]), other, root)
            for root in self.roots
            for other in root.members
            if self.rows[other].statement.article == row.statement.article
        ]
        return min(own, key=lambda found: found[:2])[2] if own else None

    def _root_of(self, index: int) -> _Root | None:
        return next((root for root in self.roots if index in root.members), None)


def _find_links(rows: Sequence[Attribution], copies: Copies) -> Iterator[ChainLink]:
    """Yield which attribution copies which, and which has it from the outlet of which."""
    for index, row in enumerate(rows):
        for source, other in enumerate(rows):
            if row.outlet.id == other.outlet.id:
                continue
            if copies.is_copy(row, other):
                yield ChainLink(index, source, "copy")
            elif other.outlet.name in row.credit.via and not _is_echo(other):
                yield ChainLink(index, source, "relay")


def _is_echo(attribution: Attribution) -> bool:
    return attribution.statement.part != "body"


def _rank(attribution: Attribution) -> int:
    """Put named speakers first, then press offices, so that the nameless join the group they can belong to."""
    speaker = attribution.credit.speaker
    if speaker is None:
        return 1 if is_known(attribution) else 3
    return 0 if speaker.named else 2


def _is_named_person(attribution: Attribution) -> bool:
    speaker = attribution.credit.speaker
    return speaker is not None and speaker.named and speaker.role is not None


def _same_amount(a: Attribution, b: Attribution) -> bool:
    """Tell whether both give one share or amount to the digit, which no two bodies find by chance."""
    return any(
        x.unit is not None and x.unit == y.unit and x.low == y.low and x.high == y.high and _is_distinct(x.low)
        for x in a.figures
        for y in b.figures
    )


def _is_distinct(value: float) -> bool:
    """Tell a value of two significant digits or more."""
    digits = f"{abs(value):.10f}".replace(".", "").strip("0")
    return len(digits) > 1 and value >= 0


def _describe(attribution: Attribution) -> str:
    """Word a root: "Volodymyr Zelenskyy to France 2, 2026-02-04"."""
    if is_own_witness(attribution):
        return f"{attribution.outlet.name}, own reporters"
    credit = attribution.credit
    text = source_name(attribution) or ""
    heard = credit.addressee or (credit.via[-1] if credit.via else None)
    if heard:
        text += f" to {heard}"
    return f"{text}, {credit.said_on}" if credit.said_on else text
