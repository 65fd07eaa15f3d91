"""Rows with named columns, of tables and of JSON: which column holds what is in data/columns.txt."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from claims.articles.fragments import fold, is_markup, read_fragment, read_paragraphs
from claims.articles.jsonvalues import encode_item
from claims.articles.moments import read_moment
from claims.articles.record import Record, build_record, read_members
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Unread
from claims.wordlists import read_pairs

_LIST = Path(__file__).with_name("data") / "columns.txt"
_SIGNS = re.compile(r"[\W_]+")
_AUTHORS = re.compile(r"\s*(?:;|\||,\s|\sand\s|\s&\s)\s*")
HINT = "name its columns headline, text, outlet, published, url, author and language"


@cache
def column_meanings() -> dict[str, str]:
    """Return what a column holds by its name, folded: lower case without signs and blanks."""
    return {fold_name(name): meaning for name, meaning in read_pairs(_LIST)["columns"].items()}


def fold_name(name: str) -> str:
    """Return a column's name as it is compared: ``Publication date`` is ``publicationdate``."""
    return _SIGNS.sub("", name).casefold()


def read_fields(row: Mapping[str, object]) -> dict[str, str]:
    """Return the texts of a row by meaning; where several columns mean one, the first that is not empty."""
    fields: dict[str, str] = {}
    for name, value in row.items():
        meaning = column_meanings().get(fold_name(name))
        text = _text_of(value)
        if meaning and text and meaning not in fields:
            fields[meaning] = text
    return fields


def _explain_lack(row: Mapping[str, object], where: str) -> UnreadableError:
    """Return the error for a row without a text: an empty one, or no place for one."""
    if any(column_meanings().get(fold_name(name)) == "text" for name in row):
        return UnreadableError("its text is empty", where=where, hint="fill it in, or leave the row out")
    return UnreadableError("no column with the article's text", where=where, hint=HINT)


def read_row(row: Mapping[str, object], where: str) -> Record:
    """Return the record of a row. Raises UnreadableError where there is no text."""
    fields = read_fields(row)
    if "text" not in fields:
        raise _explain_lack(row, where)
    body = fields["text"]
    url = fields.get("url")
    return Record(
        pieces=read_paragraphs(body),
        headline=_plain(fields.get("headline")),
        standfirst=_plain(fields.get("standfirst")),
        url=url if url and url.startswith(("http://", "https://")) else None,
        published=read_moment(fields.get("published")),
        updated=read_moment(fields.get("updated")),
        language=fields.get("language"),
        bylines=tuple(_AUTHORS.split(fold(fields["author"]))) if "author" in fields else (),
        notes=tuple(_notes(fields)),
        hosts=(url,),
        names=(fields.get("outlet"),),
    )


def read_rows(rows: Sequence[Mapping[str, object]], source: Source) -> list[Article | Unread]:
    """Return the article of each row of a table; one that is none is Unread in its place."""

    def read_one(row: Mapping[str, object]) -> Article:
        return build_record(read_row(row, source.name), encode_item(dict(row)), source)

    return read_members(rows, read_one, source)


def read_encoded_row(content: bytes, source: Source) -> list[Article | Unread]:
    """Return the article of a row that ``encode_item`` made bytes of. Raises UnreadableError."""
    return [build_record(read_row(json.loads(content), source.name), content, source)]


def _notes(fields: dict[str, str]) -> list[str]:
    published = fields.get("published")
    if published and not read_moment(published):
        return [f"The date of publication could not be read: {fold(published)[:60]!r}."]
    return []


def _plain(text: str | None) -> str | None:
    if text and is_markup(text):
        return " ".join(piece for _, piece in read_fragment(text))
    return text


def _text_of(value: object) -> str | None:
    """Return a cell as text: names of objects, and lists of them, joined."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        return next((text for key in ("name", "title", "id", "uri") if (text := _text_of(value.get(key)))), None)
    if isinstance(value, list):
        return "; ".join(text for entry in value if (text := _text_of(entry))) or None
    return None
