"""Which kind of XML bytes are: the name of their first element."""

from __future__ import annotations

from claims.patterns import lazy

_HEAD = 65_536
_OPENING = lazy(r"<(?:[A-Za-z_][\w.\-]*+:)?([A-Za-z_][\w.\-]*+)(?=[\s/>])")
_SKIPPED = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))


def root_name(data: bytes) -> str | None:
    """Return the local name of the first element, None where the bytes do not start like XML."""
    head = data[:_HEAD]
    if b"<" not in head[:256]:
        return None
    text = head.replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xfe\xff \t\r\n")
    position = 0
    while mark := next((mark for mark in _SKIPPED if text.startswith(mark[0], position)), None):
        end = text.find(mark[1], position)
        if mark[0] == "<!" and "[" in text[position:end]:
            end = text.find("]>", position) + 1
        if end <= 0:
            return None
        position = _skip_blanks(text, end + len(mark[1]))
    match = _OPENING.match(text, position)
    return match.group(1) if match else None


def _skip_blanks(text: str, position: int) -> int:
    while text[position : position + 1].isspace():
        position += 1
    return position
