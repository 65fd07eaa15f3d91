"""Origins: where a claim comes from in the end, and how many independent roots stand behind it.

Ten outlets that relay one interview are one origin. An attribution whose root is unknown (the outlet's own voice,
with nobody credited) never adds an independent origin.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.compare import is_anonymous, is_document, is_indefinite, is_somebody, same_source, source_name
from claims.model import Attribution, OriginGroup, Origins


def trace_origins(attributions: Sequence[Attribution]) -> Origins:
    """Group the attributions of one claim by the root they go back to."""
    groups: list[tuple[list[int], Attribution]] = []
    unknown: list[int] = []
    for index in sorted(range(len(attributions)), key=lambda i: (_rank(attributions[i]), i)):
        attribution = attributions[index]
        if source_name(attribution) is None:
            unknown.append(index)
            continue
        for members, first in groups:
            if _same_root(first, attribution):
                members.append(index)
                break
        else:
            groups.append(([index], attribution))
    found = [OriginGroup(_describe(first), tuple(sorted(members))) for members, first in groups]
    if unknown:
        found.append(OriginGroup("not stated", tuple(sorted(unknown)), independent=False))
    return Origins(independent=max(1, len(groups)), groups=tuple(sorted(found, key=lambda group: group.attributions)))


def _rank(attribution: Attribution) -> int:
    """Put named speakers first, so that the nameless join the group they can belong to."""
    speaker = attribution.credit.speaker
    if speaker is None:
        return 1
    return 0 if speaker.named else 2


def _same_root(a: Attribution, b: Attribution) -> bool:
    """Tell whether two attributions go back to one root.

    A nameless source is the named one where their figures agree; a plain body ("the companies", "officials") is the
    body that is named unless the figures speak against it. Sources who hide and documents are roots of their own,
    but for the outlet that relays the other's.
    """
    if same_source(source_name(a) or "", source_name(b) or "") or _heads(a, b) or _heads(b, a):
        return True
    nameless = [row.credit.speaker for row in (a, b) if row.credit.speaker and not row.credit.speaker.named]
    if len(nameless) == 2 and (_relays(a, b) or _relays(b, a)):
        return True
    if not nameless or any(is_anonymous(speaker) or is_document(speaker) for speaker in nameless):
        return False
    if a.figures and b.figures:
        return _same_values(a, b)
    plain = not (is_somebody(nameless[0]) or _is_person(a) or _is_person(b))
    return len(nameless) == 1 and plain and not is_indefinite(nameless[0])


def _heads(a: Attribution, b: Attribution) -> bool:
    """Tell whether ``a`` credits a person who speaks for the body that ``b`` credits, by the title printed."""
    head, body = a.credit.speaker, b.credit.speaker
    return bool(head and body and head.role and " " in body.name and body.name.casefold() in head.role.casefold())


def _relays(near: Attribution, far: Attribution) -> bool:
    """Tell whether ``far`` has it from ``near``'s outlet."""
    return near.outlet.name in far.credit.via


def _is_person(attribution: Attribution) -> bool:
    """Tell whether a person is credited: somebody with a title, or by name."""
    speaker = attribution.credit.speaker
    return speaker is not None and speaker.named and speaker.role is not None


def _same_values(a: Attribution, b: Attribution) -> bool:
    """Tell whether the figures of both agree, so that a nameless source may be the named one."""
    if not a.figures or not b.figures:
        return False
    return any(x.low <= y.high and y.low <= x.high for x in a.figures for y in b.figures)


def _describe(attribution: Attribution) -> str:
    """Word a root: "Volodymyr Zelenskyy to France 2, 2026-02-04"."""
    credit = attribution.credit
    text = source_name(attribution) or ""
    heard = credit.addressee or (credit.via[-1] if credit.via else None)
    if heard:
        text += f" to {heard}"
    return f"{text}, {credit.said_on}" if credit.said_on else text
