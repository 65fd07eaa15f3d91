"""Front matter: lines of ``name: value`` between two lines of three signs, as static sites and clippers write it.

Read line by line, not as YAML: values keep their colons, dates stay text, and nothing nests.
"""

from __future__ import annotations

import re

_FENCES = {"---": ":", "+++": "="}
_OPENING = re.compile(rb"^(?:\xef\xbb\xbf)?\s{0,8}(?:---|\+\+\+)[ \t]*\r?\n\s{0,8}[\w \-]{1,40}[ \t]*[:=]")
_FIELD = re.compile(r"^([\w][\w \-]{0,60}?)\s*[:=]\s*(.*)$")
_ENTRY = re.compile(r"^\s*-\s+(.*)$")
_MOST_LINES = 200


def has_front_matter(head: bytes) -> bool:
    """Tell whether the first lines of a file open front matter."""
    return _OPENING.match(head) is not None


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return the fields and the text below them; no fields where it has no front matter."""
    lines = text.lstrip("\ufeff \t\n").split("\n")
    fence = lines[0].strip()
    if fence not in _FENCES or not has_front_matter(text[:4096].encode("utf-8", "replace")):
        return {}, text
    last = next((index for index in range(1, min(len(lines), _MOST_LINES)) if lines[index].strip() == fence), None)
    if last is None:
        return {}, text
    return _read_fields(lines[1:last]), "\n".join(lines[last + 1 :])


def _read_fields(lines: list[str]) -> dict[str, object]:
    fields: dict[str, object] = {}
    name = ""
    for line in lines:
        entry = _ENTRY.match(line)
        field = None if line[:1].isspace() else _FIELD.match(line)
        if field:
            name = field[1]
            fields.setdefault(name, _read_value(field[2]))
        elif entry and name:
            _append(fields, name, _unquote(entry[1]))
        elif line[:1].isspace() and isinstance(fields.get(name), str):
            fields[name] = f"{fields[name]} {line.strip()}".strip(" >|")
    return fields


def _append(fields: dict[str, object], name: str, value: str) -> None:
    listed = fields.get(name)
    fields[name] = [*(listed if isinstance(listed, list) else []), value]


def _read_value(value: str) -> str | list[str]:
    stripped = value.strip()
    if stripped[:1] == "[" and stripped[-1:] == "]":
        return [_unquote(part) for part in stripped[1:-1].split(",") if part.strip()]
    return "" if stripped in {">", "|", ">-", "|-"} else _unquote(stripped)


def _unquote(value: str) -> str:
    stripped = value.strip()
    if len(stripped) >= 2 and stripped[0] == stripped[-1] and stripped[0] in "\"'":
        return stripped[1:-1].replace("''", "'").replace('\\"', '"')
    return stripped
