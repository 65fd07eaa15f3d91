"""Add articles to the store and read them back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from claims.errors import StoreError
from claims.model import Article, Outlet
from claims.registry import earliest_day, is_day, latest_day
from claims.store.database import connect, transaction
from claims.store.pages import Pages
from claims.store.problems import DAMAGED, report_problems
from claims.store.records import column_text, decode_article, encode_article, outlet_key

if TYPE_CHECKING:
    from claims.store.attributions import Attributions, Reading
    from claims.store.claims import Claims
    from claims.store.repeats import RepeatKeys
    from claims.store.stories import Stories

_INSERT = """
    INSERT INTO article (id, outlet, outlet_key, name_key, sha256, first_day, last_day, moment, record, text)
    VALUES (:id, :outlet, :outlet_key, :name_key, :sha256, :first_day, :last_day, :moment, :record, :text)
    ON CONFLICT (outlet, sha256) DO NOTHING"""
_SELECT_ROWS = """
    SELECT seq FROM article
    WHERE (:outlets IS NULL OR outlet_key IN (SELECT value FROM json_each(:outlets))
           OR name_key IN (SELECT value FROM json_each(:outlets)))
      AND (:since IS NULL OR last_day >= :since) AND (:until IS NULL OR first_day <= :until)
    ORDER BY moment IS NULL, moment, outlet, sha256"""
_SELECT_MEMBERS = """
    SELECT member.story, json_group_array(member.article) FROM member JOIN article ON seq = member.article
    WHERE (:since IS NULL OR last_day >= :since) AND (:until IS NULL OR first_day <= :until)
      AND (:stories IS NULL OR member.story IN (SELECT value FROM json_each(:stories)))
    GROUP BY member.story ORDER BY member.story"""
_SELECT_ROW = "SELECT record, text FROM article WHERE seq = ?"
_SELECT_ID = "SELECT record, text FROM article WHERE id = ? ORDER BY outlet, sha256 LIMIT 1"

_SELECT_OUTLETS = "SELECT min(seq) FROM article GROUP BY outlet ORDER BY outlet"


class Store:
    """The articles that were read so far, in one file. Use it as a context manager, or close it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self.pages = Pages(connection, path)
        """The pages of the web that were read, and when."""

    @classmethod
    def open(cls, path: Path, *, timeout: float = 5.0) -> Store:
        """Open the store at ``path``, made where there is none; wait ``timeout`` seconds for other writers.

        Raises StoreError, as all methods do: a folder that cannot be written, another kind of file, a damaged or
        newer store, a lock that stays, a full disk.
        """
        return cls(connect(path, timeout), path)

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        with report_problems(self.path):
            self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Keep all that is written inside, or nothing where it ends with an error."""
        return transaction(self._connection, self.path)

    @cached_property
    def attributions(self) -> Attributions:
        """What was read in the articles."""
        from claims.store.attributions import Attributions

        return Attributions(self._connection, self.path)

    @cached_property
    def stories(self) -> Stories:
        """Which articles are of one story."""
        from claims.store.stories import Stories

        return Stories(self._connection, self.path)

    @cached_property
    def claims(self) -> Claims:
        """What stories came to when they were compared."""
        from claims.store.claims import Claims

        return Claims(self._connection, self.path)

    @cached_property
    def repeat_keys(self) -> RepeatKeys:
        """Under which keys statements of other stories are found."""
        from claims.store.repeats import RepeatKeys

        return RepeatKeys(self._connection, self.path)

    def add(self, article: Article, reading: Reading | None = None) -> Literal["new", "unchanged"]:
        """Keep ``article``, in a transaction of its own; the same bytes of one outlet are kept once, as first read.

        With ``reading``, what was read in it is kept, too.
        """
        with self.transaction():
            cursor = self._connection.execute(_INSERT, encode_article(article))
            if cursor.rowcount and reading is not None and cursor.lastrowid is not None:
                self.attributions.keep(cursor.lastrowid, reading)
        return "new" if cursor.rowcount else "unchanged"

    def articles(
        self, *, outlets: Sequence[str] = (), since: str | None = None, until: str | None = None
    ) -> Iterator[Article]:
        """Yield articles by time of publication, outlet and hash, those without a date last.

        ``outlets`` are ids or names; ``since`` and ``until`` are ISO days, months or years, both inclusive, and leave
        out articles without a date. Articles added meanwhile are not among them.
        """
        values = {
            "outlets": json.dumps([outlet_key(outlet) for outlet in outlets]) if outlets else None,
            **self._period(since, until),
        }
        with report_problems(self.path):
            rows = self._connection.execute(_SELECT_ROWS, values).fetchall()
        for row in rows:
            if (article := self._read(_SELECT_ROW, row[0])) is not None:
                yield article

    def list_members(
        self, *, since: str | None = None, until: str | None = None, stories: Sequence[int] | None = None
    ) -> Iterator[tuple[int, list[int]]]:
        """Yield the number of each story, or of these, with the numbers of its articles in the period."""
        chosen = json.dumps(list(stories)) if stories is not None else None
        with report_problems(self.path):
            rows = self._connection.execute(_SELECT_MEMBERS, {"stories": chosen, **self._period(since, until)})
            yield from ((story, sorted(json.loads(members))) for story, members in rows.fetchall())

    def load(self, number: int) -> Article:
        """Return the article of this number."""
        article = self._read(_SELECT_ROW, number)
        if article is None:
            raise StoreError(DAMAGED[0], where=str(self.path), hint=DAMAGED[1])
        return article

    def article(self, article_id: str) -> Article | None:
        """Return the article with this id, None where there is none."""
        return self._read(_SELECT_ID, column_text(article_id))

    def outlets(self) -> Iterator[Outlet]:
        """Yield each outlet that articles are kept of, as its first article has it, by id."""
        with report_problems(self.path):
            rows = self._connection.execute(_SELECT_OUTLETS).fetchall()
        for row in rows:
            if (article := self._read(_SELECT_ROW, row[0])) is not None:
                yield article.outlet

    def count(self) -> int:
        """Return how many articles are kept."""
        with report_problems(self.path):
            (count,) = self._connection.execute("SELECT count(*) FROM article").fetchone()
        return int(count)

    def _read(self, query: str, value: str | int) -> Article | None:
        with report_problems(self.path):
            row = self._connection.execute(query, (value,)).fetchone()
        try:
            return decode_article(*row) if row else None
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StoreError(DAMAGED[0], where=str(self.path), hint=DAMAGED[1]) from error

    def _period(self, since: str | None, until: str | None) -> dict[str, str | None]:
        return {
            "since": earliest_day(self._require_day(since)) if since else None,
            "until": latest_day(self._require_day(until)) if until else None,
        }

    def _require_day(self, day: str) -> str:
        if not is_day(day[:10]):
            raise StoreError(f"{day!r} is no day", where=str(self.path), hint="write it as 2026-02-04, 2026-02 or 2026")
        return day[:10]
