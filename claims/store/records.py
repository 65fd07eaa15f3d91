"""An article as the columns of its row, and back: what comes out equals what went in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from claims.model import Article, Block, Dateline, Outlet
from claims.registry import earliest_day, is_day, latest_day, match_key

_FIELDS = tuple(one.name for one in fields(Article) if one.name != "text")


def encode_article(article: Article) -> dict[str, str | bytes | None]:
    """Return the columns of the article's row."""
    first, last = _days(article.published)
    record = {name: _plain(getattr(article, name)) for name in _FIELDS}
    return {
        "id": column_text(article.id),
        "outlet": column_text(article.outlet.id),
        "outlet_key": outlet_key(article.outlet.id),
        "name_key": outlet_key(article.outlet.name),
        "sha256": column_text(article.sha256),
        "first_day": first,
        "last_day": last,
        "moment": _moment(article.published) if first else None,
        "record": _encode(json.dumps(record, ensure_ascii=False, separators=(",", ":"))),
        "text": _encode(article.text),
    }


def decode_article(record: bytes, text: bytes) -> Article:
    """Return the article of a row; raise ValueError, TypeError, KeyError or AttributeError where it is damaged."""
    values = json.loads(_decode(record))
    values["outlet"] = Outlet(**_tuples(values["outlet"]))
    values["blocks"] = [Block(*block) for block in values["blocks"]]
    values["dateline"] = Dateline(**values["dateline"]) if values["dateline"] else None
    return Article(text=_decode(text), **_tuples(values))


def outlet_key(name: str) -> str:
    """Return an outlet's id or name as it is compared."""
    return match_key(name) or column_text(name)


def column_text(text: str) -> str:
    """Return a text that SQLite can hold: half a surrogate pair, as file names may have, becomes an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decode(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogatepass")


def _plain(value: Any) -> Any:  # noqa: ANN401 - the edge to JSON
    """Return a field's value as JSON has it."""
    if isinstance(value, Block):
        return [value.label, value.start, value.end]
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_plain(member) for member in value]
    return dict(value) if isinstance(value, Mapping) else value


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def _days(published: str | None) -> tuple[str | None, str | None]:
    day = (published or "")[:10]
    return (earliest_day(day), latest_day(day)) if is_day(day) else (None, None)


def _moment(published: str | None) -> str | None:
    try:
        moment = datetime.fromisoformat(published or "")
        return moment.astimezone(UTC).isoformat() if moment.tzinfo else published
    except (ValueError, OverflowError):  # a month or year alone
        return published
