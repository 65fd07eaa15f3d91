"""Names: pairs of ``a`` and ``b`` of a ``kind`` (token, person, org ...) -> ``same``: true, false or "maybe"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.names import is_alike, same_institution, same_person, same_place

Row = dict[str, Any]


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the id of each pair with our verdict."""
    for row in rows:
        verdict = _compare(row.get("kind", "person"), row["a"], row["b"])
        yield {"id": row["id"], "same": "maybe" if verdict is None else verdict}


def _compare(kind: str, one: str, other: str) -> bool | None:
    if kind == "token":
        return is_alike(one, other)
    if kind in {"org", "organisation", "organization", "company", "institution"}:
        return same_institution(one, other)
    if kind in {"place", "address"}:
        return same_place(one, other)
    return same_person(one, other)
