"""How valid files are damaged: as transmission, hands and bad will do it, not byte by byte at random."""

from __future__ import annotations

from hypothesis import strategies as st

_WORTH_TRYING = [
    b"",
    b"\0",
    b"\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n\n",
    b"\x01",
    b"\x02",
    b"\x1b[31m",
    b"<",
    b">",
    b"</p>",
    b"<!--",
    b"&#x110000;",
    b"&#55296;",
    b"]]>",
    b'"',
    b"'",
    b"{",
    b"}",
    b"[",
    b"null",
    b"1e999",
    b"-1",
    b"99999999999999999999",
    b"%00",
    b"\\ud800",
    b"=?utf-8?b?//8=?=",
    "\u202e".encode(),
    "“".encode(),
]

Change = tuple[str, float, float, bytes]
"""What is done, where it starts and ends as shares of the file, and bytes to put there."""

changes = st.lists(
    st.tuples(
        st.sampled_from(["replace", "insert", "repeat", "swap", "cut"]),
        st.floats(0, 1),
        st.floats(0, 1),
        st.sampled_from(_WORTH_TRYING) | st.binary(max_size=8),
    ),
    min_size=1,
    max_size=4,
)


def damage(data: bytes, wanted: list[Change]) -> bytes:
    """Return the file after all changes."""
    for kind, one, other, piece in wanted:
        first, last = sorted((int(one * len(data)), int(other * len(data))))
        middle = data[first:last]
        if kind == "replace":
            data = data[:first] + piece + data[first + max(1, len(piece)) :]
        elif kind == "insert":
            data = data[:first] + piece + data[first:]
        elif kind == "repeat":
            data = data[:last] + middle[:2000] + data[last:]
        elif kind == "swap":
            data = data[:first] + data[last:] + middle
        else:
            data = data[:first] + piece + data[last:]
    return data
