"""ninjs, the IPTC's JSON for news: versions 1, 2 and 3, one item or a list of them."""

from __future__ import annotations

import json
from typing import Any

from claims.articles.draft import Draft, build_article, cut_dateline, join_blocks
from claims.articles.encoding import decode_bytes
from claims.articles.moments import first_moment
from claims.articles.outlets import find_outlet
from claims.articles.source import Source
from claims.errors import UnreadableError
from claims.model import Article, Dateline, Label, Unread

_HINT = "give the ninjs item itself, with a headline and a body"
_Item = dict[str, Any]


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the bytes look like JSON: an object or a list."""
    head = data[:256].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] == b"{" or (head[:1] == b"[" and (suffix == ".json" or head[1:].lstrip()[:1] == b"{"))


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the articles of an item or a list of items; items of other types are Unread."""
    text, notes = decode_bytes(data, source.name)
    items = _parse(text, source.name)
    if len(items) == 1:
        return [_read_item(items[0], notes, data, source)]
    found: list[Article | Unread] = []
    for number, item in enumerate(items, 1):
        try:
            found.append(_read_item(item, notes, json.dumps(item, sort_keys=True).encode(), source))
        except UnreadableError as error:
            found.append(Unread(f"{source.name}#{number}", error.message, error.hint))
    return found


def _parse(text: str, where: str) -> list[_Item]:
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise UnreadableError(f"invalid JSON: {reason}", where=where, hint="check the file") from error
    if isinstance(parsed, dict):
        for key in ("items", "_items", "newsItems"):
            if isinstance(parsed.get(key), list) and "uri" not in parsed:
                parsed = parsed[key]
                break
    items = parsed if isinstance(parsed, list) else [parsed]
    if not items or not all(isinstance(item, dict) for item in items):
        raise UnreadableError("JSON, but no ninjs item", where=where, hint=_HINT)
    return items


def _read_item(item: _Item, notes: tuple[str, ...], data: bytes, source: Source) -> Article:
    kind = _string(item.get("type")) or "text"
    if kind != "text":
        raise UnreadableError(
            f"a ninjs item of type {kind!r}, not a text", where=source.name, hint="give items of type text"
        )
    paragraphs = _body(item)
    if not paragraphs:
        raise UnreadableError("JSON without a ninjs body", where=source.name, hint=_HINT)
    draft = _draft(item, paragraphs, notes)
    agency = draft.dateline.agency if draft.dateline else None
    uri = _string(item.get("uri"))
    address = uri if uri and "//" in uri else _urn_host(uri)
    outlet = find_outlet(
        source,
        hosts=(address,),
        names=(_string(item.get("copyrightholder")), *_names(item.get("infosources")), _string(item.get("provider"))),
        hints=(agency,),
    )
    return build_article(draft, outlet, data, source)


def _draft(item: _Item, paragraphs: list[tuple[Label, str]], notes: tuple[str, ...]) -> Draft:
    headline = _pick(item, "headline", "headlines") or _string(item.get("title"))
    standfirst = _pick(item, "description_text", "descriptions") or _string(item.get("description"))
    pieces: list[tuple[Label, str]] = [("headline", headline or "")]
    if standfirst and all(standfirst not in text for _, text in paragraphs):
        pieces.append(("standfirst", standfirst))
    text, blocks = join_blocks([*pieces, *paragraphs])
    blocks, dateline = cut_dateline(text, blocks)
    place = _string(item.get("located"))
    if place and not (dateline and dateline.place):
        dateline = Dateline(place, dateline.day if dateline else None, dateline.agency if dateline else None)
    return Draft(
        text=text,
        blocks=blocks,
        headline=headline,
        url=_address(item),
        published=_time(item, "firstcreated", "firstCreated", "contentcreated", "contentCreated")
        or _time(item, "versioncreated", "versionCreated"),
        updated=_time(item, "versioncreated", "versionCreated"),
        language=_string(item.get("language")),
        dateline=dateline,
        bylines=_bylines(item),
        credits=tuple(dict.fromkeys([*([dateline.agency] if dateline and dateline.agency else []), *_credits(item)])),
        notes=(*notes, *_item_notes(item)),
    )


def _body(item: _Item) -> list[tuple[Label, str]]:
    bodies = [body for body in _dicts(item.get("bodies")) if _string(body.get("value"))]
    if bodies:
        main = next((body for body in bodies if body.get("role") in ("main", None)), bodies[0])
        html = (
            "html" in (_string(main.get("contenttype") or main.get("contentType")) or "")
            or main["value"].lstrip()[:1] == "<"
        )
        return _paragraphs(main["value"], html)
    for key in ("body_html", "body_xhtml", "body_text", "body"):
        if value := _string(item.get(key)):
            return _paragraphs(value, key.endswith("html") or value.lstrip()[:1] == "<")
    return []


def _paragraphs(value: str, html: bool) -> list[tuple[Label, str]]:
    if html:
        from claims.articles.fragments import read_fragment

        return read_fragment(value)
    parts = value.replace("\r\n", "\n").split("\n\n" if "\n\n" in value else "\n")
    return [("paragraph", folded) for part in parts if (folded := " ".join(part.split()))]


def _dicts(value: object) -> list[_Item]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _names(value: object) -> list[str]:
    return [name for entry in _dicts(value) for key in ("name", "literal") if (name := _string(entry.get(key)))]


def _pick(item: _Item, old: str, new: str) -> str | None:
    if found := _string(item.get(old)):
        return " ".join(found.split())
    entries = _dicts(item.get(new))
    main = next((entry for entry in entries if entry.get("role") == "main"), entries[0] if entries else {})
    found = _string(main.get("value"))
    return " ".join(found.split()) if found else None


def _time(item: _Item, *keys: str) -> str | None:
    return first_moment(*(item.get(key) for key in keys))


def _bylines(item: _Item) -> tuple[str, ...]:
    by = _string(item.get("by")) or _string(item.get("byline"))
    return (by,) if by else tuple(_names(item.get("authors")))


def _credits(item: _Item) -> list[str]:
    sources = [_string(entry.get("name")) for entry in _dicts(item.get("infosources"))]
    return [name for name in sources if name]


def _item_notes(item: _Item) -> list[str]:
    notes = [_string(item.get(key)) for key in ("ednote", "edNote")]
    embargo = _string(item.get("embargoed"))
    status = _string(item.get("pubstatus") or item.get("pubStatus"))
    if embargo:
        notes.append(f"Embargoed until {embargo}.")
    if status and status != "usable":
        notes.append(f"Publication status: {status}.")
    return [note for note in notes if note]


def _address(item: _Item) -> str | None:
    uri = _string(item.get("uri"))
    return uri if uri and uri.startswith(("http://", "https://")) else None


def _urn_host(uri: str | None) -> str | None:
    """Return the host in ``urn:newsml:HOST:...`` or ``tag:HOST,...``."""
    parts = (uri or "").replace(",", ":").split(":")
    if parts[0] == "urn" and len(parts) > 2:
        return parts[2]
    return parts[1] if parts[0] == "tag" and len(parts) > 1 else None
