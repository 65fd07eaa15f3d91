"""JSON read strictly: nothing that another reader would take otherwise, and no number that takes minutes."""

from __future__ import annotations

import json
from typing import Any

from claims.errors import UnreadableError

Item = dict[str, Any]
_LISTS = ("items", "_items", "newsItems", "articles", "results", "docs", "stories", "data")
_LONGEST_NUMBER = 400


def parse_json(text: str, where: str) -> object:
    """Return the value in ``text``. Raises UnreadableError, also for NaN, repeated keys and endless numbers."""
    try:
        return json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_int=_read_integer,
            parse_float=_read_float,
            object_pairs_hook=_read_object,
        )
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise UnreadableError(f"invalid JSON: {reason}", where=where, hint="check the file") from error


def unwrap_items(value: object) -> list[Item]:
    """Return the items of a document: the one it is, or those of the list that it holds; empty where it holds none."""
    for _ in range(len(_LISTS)):
        if not isinstance(value, dict) or "uri" in value:
            break
        wrapped = next((value[key] for key in _LISTS if isinstance(value.get(key), list | dict)), None)
        if wrapped is None or (isinstance(wrapped, dict) and "headline" in value):
            break
        value = wrapped
    items = value if isinstance(value, list) else [value]
    found = [item for item in items if isinstance(item, dict)]
    return found if len(found) == len(items) else []


def encode_item(item: Item) -> bytes:
    """Return what the digest of an item of a list is taken of."""
    return json.dumps(item, sort_keys=True).encode()


def string_of(value: object) -> str | None:
    """Return a string without white space around it; None where it is empty or none."""
    return value.strip() or None if isinstance(value, str) else None


def _read_object(pairs: list[tuple[str, Any]]) -> Item:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"the key {twice[:80]!r} stands twice in one object")
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _read_integer(digits: str) -> int:
    return int(_limit(digits))


def _read_float(digits: str) -> float:
    return float(_limit(digits))


def _limit(digits: str) -> str:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits):,} digits")
    return digits
