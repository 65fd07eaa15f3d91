"""Packed data (gzip) as a stream that gives up on what unpacks to far more than it is."""

from __future__ import annotations

import zlib
from typing import IO

_PART = 65_536
_SMALL = 50_000_000
_HIGHEST_RATIO = 200
_GZIP_WINDOW = 31


class UnpackingError(Exception):
    """The data is damaged, or unpacks to far too much."""


class Unpacked:
    """The content of one or many gzip members, one after the other, as bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._member = zlib.decompressobj(_GZIP_WINDOW)
        self._packed = self._unpacked = 0
        self._begun = False
        self._left = b""
        self._ready = b""

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes, empty at the end. Raises UnpackingError."""
        while not self._ready and self._fill():
            pass
        if size < 0:
            size = len(self._ready)
        found, self._ready = self._ready[:size], self._ready[size:]
        return found

    def tell(self) -> int:
        """Return how many bytes were unpacked."""
        return self._unpacked - len(self._ready)

    def close(self) -> None:
        """Leave the file open: it is closed by whoever opened it."""

    def _fill(self) -> bool:
        """Unpack the next part; False at the end."""
        if self._member.eof:
            self._left = (self._member.unused_data or self._left).lstrip(b"\0")
            self._member = zlib.decompressobj(_GZIP_WINDOW)
        if not self._left:
            self._left = self._file.read(_PART)
            self._packed += len(self._left)
        if not self._left:
            if self._begun:
                raise UnpackingError("it is cut off")
            return False
        try:
            self._ready = self._member.decompress(self._left, _PART)
        except zlib.error as error:
            raise UnpackingError(f"it cannot be unpacked ({error})") from error
        self._left = self._member.unconsumed_tail
        self._unpacked += len(self._ready)
        self._begun = not self._member.eof
        if self._unpacked > max(_SMALL, _HIGHEST_RATIO * self._packed):
            raise UnpackingError("it is packed far too densely for pages")
        return True
