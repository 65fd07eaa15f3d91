"""The wording that a claim is shown in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.model import Attribution, Origins

LONGEST_WORDING = 220
"""A claim is shown in its fullest first-hand wording up to about this many characters."""


def choose_wording(rows: Sequence[Attribution], origins: Origins) -> str:
    """Return the fullest first-hand wording: of the root most go back to, in the body, with the figure that most give.

    Less relayed wordings come before others, and overlong ones last.
    """
    backing = {
        index: len(group.attributions) for group in origins.groups if group.independent for index in group.attributions
    }

    given = Counter(value for row in rows for value in {figure.high for figure in row.figures})
    shared = {value: times for value, times in given.items() if times > 1}

    def rank(index: int) -> tuple[int, bool, int, int, bool, int]:
        row = rows[index]
        speaker = row.credit.speaker
        length = len(row.statement.shown_text)
        return (
            backing.get(index, 0),
            row.statement.part == "body",
            max((shared.get(figure.high, 0) for figure in row.figures if not figure.previous), default=0),
            -len(row.credit.via),
            (speaker is not None and speaker.named) or row.outlet.speaks_for is not None,
            length if length <= LONGEST_WORDING else -length,
        )

    return " ".join(rows[max(range(len(rows)), key=rank)].statement.shown_text.split())
