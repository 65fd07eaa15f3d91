"""The readers by name, each loaded when the first bytes may be of its format: most runs need one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import import_module
from typing import IO, cast

from claims.articles.members import Collection, Member
from claims.articles.source import Source
from claims.model import Article, Unread

MayBe = Callable[[bytes], bool]

_PLAIN = frozenset({".txt", ".text", ".asc", ""})
"""Endings of names that speak for no format: there the bytes decide."""
_HEAD = 32_768
_CONTROL_LINE = re.compile(r"\w{1,6}?\d{3}|\w\s{1,4}\w{1,3}\s{1,4}\w\w-|(?:[ABP]M|BC)-|[A-Za-z ]{2,21}\s{0,4}[:=]")
_DELIMITERS = (b",", b"\t", b";", b"|")


class Format:
    """A reader that loads its module late: ``may_be`` is false only for bytes that the module would not take.

    It is asked where the ending of the name is a plain text's; any other ending loads the module.
    """

    def __init__(self, module: str, may_be: MayBe) -> None:
        self._name = module
        self._may_be = may_be

    def matches(self, data: bytes, suffix: str) -> bool:
        """Tell whether the bytes look like this format; ``suffix`` is lower case with its dot."""
        return (suffix not in _PLAIN or self._may_be(data)) and self._module.matches(data, suffix)

    def read(self, data: bytes, source: Source) -> list[Article | Unread]:
        """Return the articles in ``data``. Raises UnreadableError."""
        return self._module.read(data, source)

    @cached_property
    def _module(self) -> Collection:
        return cast("Collection", import_module(f"claims.articles.{self._name}"))


class CollectionFormat(Format):
    """A format whose files hold many articles and are taken apart."""

    def split(self, file: IO[bytes], source: Source) -> Iterator[Member | Unread]:
        """Yield the members of a file that can be seeked. Raises UnreadableError."""
        return self._module.split(file, source)

    def read_member(self, content: bytes, source: Source) -> list[Article | Unread]:
        """Return the articles of one member. Raises UnreadableError."""
        return self._module.read_member(content, source)


def open_with(*signs: bytes) -> MayBe:
    """Return what tells whether bytes open with one of the signs, blanks and a byte order mark apart."""
    return lambda data: _start(data).startswith(signs)


def may_be_any(data: bytes) -> bool:
    """Take any bytes: the module itself decides."""
    del data
    return True


def may_be_pdf(data: bytes) -> bool:
    """Tell whether the sign of a PDF file is near the start."""
    return b"%PDF-" in data[:1024]


def may_be_markup(data: bytes) -> bool:
    """Tell whether there is a tag near the start."""
    return b"<" in data[:4096]


def may_be_mail(data: bytes) -> bool:
    """Tell whether the first line may be a header field."""
    return b":" in _start(data)[:64]


def may_be_table(data: bytes) -> bool:
    """Tell whether the first line may name columns: names hold no digits."""
    line = data.partition(b"\n")[0]
    return any(delimiter in line for delimiter in _DELIMITERS) and not any(48 <= code <= 57 for code in line)


def may_be_wire(data: bytes) -> bool:
    """Tell whether the bytes hold the sign of a transmission, or the first line may be a control line."""
    head = data[:2048].decode("utf-8", "replace").lstrip()
    return b"\x01" in data[:64] or _CONTROL_LINE.match(head) is not None


def _start(data: bytes) -> bytes:
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
