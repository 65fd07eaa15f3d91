"""ninjs, the IPTC's JSON for news: versions 1, 2 and 3, one item or a list of them."""

from __future__ import annotations

from claims.articles.encoding import decode_bytes
from claims.articles.fragments import Piece, read_fragment, read_paragraphs
from claims.articles.jsonvalues import Item, encode_item, parse_json, string_of, unwrap_items
from claims.articles.moments import first_moment, read_moment
from claims.articles.outlets import host_of_identifier
from claims.articles.record import Record, build_record, note_status, read_members
from claims.articles.rows import read_fields, read_row
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Unread

_HINT = "give the ninjs item itself, with a headline and a body"
_OTHER_TYPES = frozenset({"audio", "video", "picture", "graphic", "composite", "component", "event", "planning"})


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes look like JSON: an object or a list."""
    head = data[:256].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] == b"{" or (head[:1] == b"[" and (suffix == ".json" or head[1:].lstrip()[:1] == b"{"))


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles of an item or a list of items; items of other types are Unread."""
    text, notes = decode_bytes(data, source.name)
    items = unwrap_items(parse_json(text, source.name))
    if not items:
        raise UnreadableError("JSON, but no ninjs item", where=source.name, hint=_HINT)

    def read_one(item: Item) -> Article:
        return read_item(item, data if len(items) == 1 else encode_item(item), source, notes)

    return read_members(items, read_one, source)


def read_item(item: Item, data: bytes, source: Source, notes: tuple[str, ...] = ()) -> Article:
    """Return the article of an item; objects with other names of fields are read as rows. Raises UnreadableError."""
    kind = string_of(item.get("type")) or "text"
    if kind in _OTHER_TYPES or (kind != "text" and "uri" in item):
        raise UnreadableError(
            f"a ninjs item of type {kind!r}, not a text", where=source.name, hint="give items of type text"
        )
    if pieces := _body(item):
        return build_record(_fill(_record(item, pieces, notes), read_fields(item)), data, source)
    if "text" not in read_fields(item):
        raise UnreadableError("JSON without a ninjs body", where=source.name, hint=_HINT)
    return build_record(read_row(item, source.name), data, source)


def _record(item: Item, pieces: list[Piece], notes: tuple[str, ...]) -> Record:
    uri = string_of(item.get("uri"))
    revised = _time(item, "versioncreated", "versionCreated")
    return Record(
        pieces=pieces,
        headline=_pick(item, "headline", "headlines") or string_of(item.get("title")),
        standfirst=_pick(item, "description_text", "descriptions") or string_of(item.get("description")),
        url=uri if uri and uri.startswith(("http://", "https://")) else None,
        published=_time(item, "firstcreated", "firstCreated", "contentcreated", "contentCreated") or revised,
        updated=revised,
        language=string_of(item.get("language")),
        place=string_of(item.get("located")),
        bylines=_bylines(item),
        credits=tuple(_names(item.get("infosources"), "name")),
        notes=(*notes, *_item_notes(item)),
        hosts=(host_of_identifier(uri),),
        names=(
            string_of(item.get("copyrightholder")),
            *_names(item.get("infosources"), "name", "literal"),
            string_of(item.get("provider")),
        ),
    )


def _fill(record: Record, fields: dict[str, str]) -> Record:
    """Fill in what stands under other names than ninjs has for it."""
    author, outlet, url = fields.get("author"), fields.get("outlet"), fields.get("url")
    return record._replace(
        published=record.published or read_moment(fields.get("published")),
        updated=record.updated or read_moment(fields.get("updated")),
        url=record.url or (url if url and url.startswith(("http://", "https://")) else None),
        bylines=record.bylines or ((author,) if author else ()),
        hosts=(*record.hosts, url),
        names=(*record.names, outlet),
    )


def _body(item: Item) -> list[Piece]:
    bodies = [body for body in _dicts(item.get("bodies")) if string_of(body.get("value"))]
    if bodies:
        main = next((body for body in bodies if body.get("role") in ("main", None)), bodies[0])
        html = "html" in (string_of(main.get("contenttype") or main.get("contentType")) or "")
        return read_fragment(main["value"]) if html else read_paragraphs(main["value"])
    for key in ("body_html", "body_xhtml", "body_text", "body"):
        if value := string_of(item.get(key)):
            return read_fragment(value) if key.endswith("html") else read_paragraphs(value)
    return []


def _dicts(value: object) -> list[Item]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _names(value: object, *keys: str) -> list[str]:
    return [name for entry in _dicts(value) for key in keys if (name := string_of(entry.get(key)))]


def _pick(item: Item, old: str, new: str) -> str | None:
    if found := string_of(item.get(old)):
        return " ".join(found.split())
    entries = _dicts(item.get(new))
    main = next((entry for entry in entries if entry.get("role") == "main"), entries[0] if entries else {})
    found = string_of(main.get("value"))
    return " ".join(found.split()) if found else None


def _time(item: Item, *keys: str) -> str | None:
    return first_moment(*(item.get(key) for key in keys))


def _bylines(item: Item) -> tuple[str, ...]:
    by = string_of(item.get("by")) or string_of(item.get("byline"))
    return (by,) if by else tuple(_names(item.get("authors"), "name", "literal"))


def _item_notes(item: Item) -> list[str]:
    messages = [string_of(item.get(key)) for key in ("ednote", "edNote")]
    status = string_of(item.get("pubstatus") or item.get("pubStatus"))
    return [note for note in messages if note] + note_status(status, string_of(item.get("embargoed")))
