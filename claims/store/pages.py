"""Which pages of the web were read, so that a second run asks only for what is new."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from claims.articles.web.visits import Visit
from claims.store.problems import report_problems
from claims.store.records import column_text

_SELECT = "SELECT final, fetched, etag, modified, articles FROM page WHERE address = ?"
_REPLACE = "INSERT OR REPLACE INTO page (address, final, fetched, etag, modified, articles) VALUES (?, ?, ?, ?, ?, ?)"


class Pages:
    """The table of pages."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def find(self, address: str) -> Visit | None:
        """Return the last visit to this address, asked for, redirected to or named by the page itself."""
        with report_problems(self._path):
            row = self._connection.execute(_SELECT, (column_text(address),)).fetchone()
        return Visit(row[0], row[1], row[2], row[3], tuple(json.loads(row[4]))) if row else None

    def remember(self, visit: Visit, addresses: Iterable[str]) -> None:
        """Keep a visit under all these addresses; it goes before an earlier one."""
        articles = json.dumps(visit.articles)
        rows = [(column_text(address), *visit[:4], articles) for address in dict.fromkeys(addresses)]
        with report_problems(self._path):
            self._connection.executemany(_REPLACE, rows)
