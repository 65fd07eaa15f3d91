"""The roots of one claim: which attributions go back to one, and by what way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from claims.attribution.compare import source_name
from claims.attribution.relays import cites_report
from claims.model import Attribution, ChainLink, OriginGroup, Origins
from claims.origins.copies import Copies, Passage, find_passage
from claims.origins.roots import has_figures, is_known, same_root, same_values
from claims.origins.witness import is_own_witness

_MOST_ALIKE = 8
"""So many different members of a root are enough to know another by."""


@dataclass(slots=True)
class _Root:
    """A root in the making: its members by index, the first of which words it."""

    members: list[int]
    first: Attribution = field(repr=False)
    known_by: list[Attribution] = field(default_factory=list, repr=False)
    """The members that credit their source in different words."""


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
    """Collects the roots of one claim; the work grows with the attributions, not with their pairs."""

    def __init__(self, rows: Sequence[Attribution], copies: Copies) -> None:
        self.rows = rows
        self.roots: list[_Root] = []
        self.unknown: list[int] = []
        self._links = _find_links(rows, copies)
        self._taken_up: dict[int, list[int]] = defaultdict(list)
        for link in (link for links in self._links for link in links):
            self._taken_up[link.source].append(link.attribution)
        self._by_index: dict[int, _Root] = {}
        self._by_source: dict[Hashable, _Root] = {}
        self._by_article: dict[str, list[int]] = defaultdict(list)

    def run(self) -> None:
        """Give every attribution its root, the surest first."""
        bodies = {row.statement.article for row in self.rows if row.statement.part == "body" and is_known(row)}
        late = {i for i, row in enumerate(self.rows) if _is_echo(row) and row.statement.article in bodies}
        rest = sorted((i for i in range(len(self.rows)) if i not in late), key=self._order)
        for index in rest:
            self._place(index, self._find_root(index))
        for index in sorted(late):
            self._place(index, self._find_by_name(index) or self._find_of_article(index))

    def _order(self, index: int) -> tuple[bool, int, int]:
        """Place last who credits no outlet but says whose report it is: "as the Wire revealed"."""
        row = self.rows[index]
        second = not row.credit.via and any(link.how == "relay" for link in self._links[index])
        return second, _rank(row), index

    def chain_of(self, members: Sequence[int]) -> tuple[ChainLink, ...]:
        """Return the steps by which the members of a root have it from each other."""
        inside = set(members)
        return tuple(link for index in sorted(members) for link in self._links[index] if link.source in inside)

    def _place(self, index: int, root: _Root | None) -> None:
        row = self.rows[index]
        if root is None and not is_known(row):
            self.unknown.append(index)
            return
        if root is None:
            root = _Root([], row)
            self.roots.append(root)
        root.members.append(index)
        self._by_index[index] = root
        self._by_article[row.statement.article].append(index)
        if is_known(row) and self._by_source.setdefault(_sign(row), root) is root and len(root.known_by) < _MOST_ALIKE:
            root.known_by.append(row)

    def _find_root(self, index: int) -> _Root | None:
        if not is_known(self.rows[index]):
            return self._find_by_way(index)
        return self._find_by_name(index) or self._find_by_way(index) or self._find_repeated(index)

    def _find_by_name(self, index: int) -> _Root | None:
        row = self.rows[index]
        if not is_known(row):
            return None
        known = self._by_source.get(_sign(row))
        return known or next((root for root in self.roots if any(same_root(one, row) for one in root.known_by)), None)

    def _find_by_way(self, index: int) -> _Root | None:
        """Return the root of what the attribution is copied or relayed from, or of what relays it.

        A person's name is not overruled.
        """
        row = self.rows[index]
        for other in (*(link.source for link in self._links[index]), *self._taken_up[index]):
            root = self._by_index.get(other)
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
        own = self._by_article[row.statement.article]
        if not own:
            return None
        return self._by_index[min(own, key=lambda other: (not same_values(row, self.rows[other]), other))]


def _sign(row: Attribution) -> Hashable:
    """Return what attributions of one source have in common to the letter."""
    speaker = row.credit.speaker
    if speaker is None:
        return row.outlet.id
    values = tuple((figure.low, figure.high) for figure in row.figures)
    outlet = None if speaker.named else (row.outlet.id, row.credit.via)
    return speaker.name, speaker.mention, speaker.role, speaker.named, outlet, values


def _find_links(rows: Sequence[Attribution], copies: Copies) -> list[list[ChainLink]]:
    """Return for each attribution which it copies, and which of the outlets it credits it has it from."""
    if len(rows) == 1:
        return [[]]
    by_passage: dict[Passage, list[int]] = defaultdict(list)
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        by_passage[find_passage(row)].append(index)
        if not _is_echo(row):
            by_outlet[row.outlet.name].append(index)
    outlets = {row.outlet.name: row.outlet for row in rows}
    links: list[list[ChainLink]] = []
    for index, row in enumerate(rows):
        copied = {i for passage in copies.originals.get(find_passage(row), ()) for i in by_passage.get(passage, ())}
        media = [*row.credit.via, *(name for name, outlet in outlets.items() if cites_report(row, outlet))]
        relayed = {i for name in media if name != row.outlet.name for i in by_outlet.get(name, ())[:_MOST_ALIKE]}
        links.append([ChainLink(index, i, "copy" if i in copied else "relay") for i in sorted(copied | relayed)])
    return links


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
