"""Where the bytes of an article come from, and what is known before they are read."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from claims.model import Article, Outlet, Unread


class Outlets(Protocol):
    """What reading needs of the registry."""

    def find_outlet(self, name: str) -> Outlet | None:
        """Return the outlet with this id, name or alias."""

    def find_outlet_by_domain(self, host: str) -> Outlet | None:
        """Return the outlet that owns this host or a parent of it."""


class Known(NamedTuple):
    """What is known of an article before it is read, from the user or the envelope it came in; it goes first."""

    outlet: Outlet | None = None
    published: str | None = None
    headline: str | None = None
    url: str | None = None


NOTHING_KNOWN = Known()


class Source(NamedTuple):
    """An input as the user named it: a path or a URL, and the registry that knows outlets."""

    name: str
    """As shown in messages and kept as ``Article.path`` or ``Article.url``."""
    outlets: Outlets
    changed: str | None = None
    """Day on which the file was last written, ISO; the last resort for a year."""
    known: Known = NOTHING_KNOWN
    media_suffix: str | None = None
    """What a file of the media type that a server states is called: ``.html``."""

    def with_envelope(self, envelope: Known) -> Source:
        """Return the source with what an envelope says filled in where the user said nothing."""
        user = self.known
        return self._replace(
            known=Known(
                user.outlet or envelope.outlet,
                user.published or envelope.published,
                user.headline or envelope.headline,
                user.url or envelope.url,
            )
        )

    @property
    def url(self) -> str | None:
        """The address, where the input is one."""
        return self.name if self.name.startswith(("http://", "https://")) else None

    @property
    def path(self) -> str | None:
        """The file path, where the input is a file."""
        return None if self.url else self.name

    @property
    def stem(self) -> str | None:
        """The file name without its last suffix: by custom the outlet's id."""
        return None if self.url else PurePosixPath(self.name.replace("\\", "/")).stem

    @property
    def suffix(self) -> str:
        """The file name's last suffix in lower case, with its dot; empty where there is none."""
        if self.media_suffix:
            return self.media_suffix
        path = urlsplit(self.name).path if self.url else self.name.replace("\\", "/")
        return PurePosixPath(path).suffix.lower()


class Reader(Protocol):
    """One format: a module with these two functions."""

    def matches(self, data: bytes, suffix: str) -> bool:
        """Tell whether the bytes look like this format; ``suffix`` is lower case with its dot."""

    def read(self, data: bytes, source: Source) -> list[Article | Unread]:
        """Return the articles in ``data``. Raises UnreadableError."""
