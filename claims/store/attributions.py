"""Keep what was read in each article: its attributions, and what tells its story."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from claims.encoding import decode_attributions, encode_attributions
from claims.errors import StoreError
from claims.matching import Features, decode_features, encode_features, read_features
from claims.matching.encoding import count_grains
from claims.matching.occasions import days_between
from claims.matching.repeats import list_article_keys
from claims.model import Article, Attribution
from claims.store.digests import telling_version
from claims.store.problems import DAMAGED, report_problems
from claims.store.records import column_text

UNDATED = -1
_FIRST_DAY = "0001-01-01"
_UNREAD = "SELECT seq FROM article WHERE seq NOT IN (SELECT article FROM reading) ORDER BY seq"
_STALE = "SELECT article FROM reading WHERE version <> ? ORDER BY article"
_SELECT = "SELECT registry, attributions FROM reading WHERE article = ?"
_SELECT_FEATURES = "SELECT features, day FROM reading WHERE article = ?"
_UPDATE = "UPDATE reading SET version = ?, registry = ?, attributions = ? WHERE article = ?"
_INSERT = "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?, 0, ?, ?)"
_INSERT_TERM = "INSERT OR REPLACE INTO term VALUES (?, ?, ?, ?)"
_DELETE_TERM = "DELETE FROM term WHERE stem = ? AND day = ? AND article = ?"
_INSERT_KEY = "INSERT OR IGNORE INTO repeat_key VALUES (?, ?)"
_FORGET_KEYS = "DELETE FROM repeat_key WHERE article IN (SELECT value FROM json_each(?))"
FORGET_STORIES = (
    "DELETE FROM link",
    "DELETE FROM member",
    "DELETE FROM story",
    "UPDATE reading SET formed = 0 WHERE formed = 1",
)


class Reading(NamedTuple):
    """What one article gave, as it is kept."""

    version: str
    registry: str
    """Digests of what told its story, and of what read its statements."""
    attributions: bytes
    features: Features
    keys: Sequence[int] = ()
    """Under which statements of other stories find those of this article that say the same."""


def encode_reading(rows: Sequence[Attribution], article: Article, version: str) -> Reading:
    """Return what is kept of an article's attributions; ``version`` is the digest of what read them."""
    attributions = zlib.compress(encode_attributions(rows), 1)
    return Reading(telling_version(), version, attributions, read_features(rows, article), list_article_keys(rows))


class Attributions:
    """The table of readings."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def list_unread(self) -> list[int]:
        """Return the numbers of the articles that were never read."""
        with report_problems(self._path):
            return [row[0] for row in self._connection.execute(_UNREAD)]

    def list_stale(self) -> list[int]:
        """Return the numbers of the articles whose story another factcheck told."""
        with report_problems(self._path):
            return [row[0] for row in self._connection.execute(_STALE, (telling_version(),))]

    def find(self, number: int, article: Article, version: str) -> list[Attribution] | None:
        """Return the attributions of an article, None where they were read otherwise and are to be read anew."""
        with report_problems(self._path):
            row = self._connection.execute(_SELECT, (number,)).fetchone()
        if row is None or row[0] != version:
            return None
        try:
            return decode_attributions(zlib.decompress(row[1]), article)
        except (ValueError, TypeError, zlib.error) as error:
            raise StoreError(DAMAGED[0], where=str(self._path), hint=DAMAGED[1]) from error

    def tell(self, number: int, article: Article, features: Features) -> None:
        """Keep what tells an article's story now, within a transaction; its statements stay as they were read."""
        with report_problems(self._path):
            row = self._connection.execute(_SELECT, (number,)).fetchone()
        if row is not None:
            keys = _list_kept_keys(row[1], article)
            self.keep(number, Reading(telling_version(), row[0], row[1], features, keys))

    def forget_keys(self, numbers: Sequence[int]) -> None:
        """Forget the keys of these articles, within a transaction: other frequencies give other keys."""
        with report_problems(self._path):
            self._connection.execute(_FORGET_KEYS, (json.dumps(list(numbers)),))

    def keep(self, number: int, reading: Reading) -> None:
        """Keep a reading, within a transaction; stories are formed anew where an article now tells another one."""
        with report_problems(self._path):
            self._connection.executemany(_INSERT_KEY, [(key, number) for key in reading.keys])
            known = self._connection.execute(_SELECT_FEATURES, (number,)).fetchone()
            features = encode_features(reading.features)
            if known and known[0] == features:
                self._connection.execute(_UPDATE, (*reading[:3], number))
                return
            if known:
                self._forget(number, known)
            published = reading.features.published
            day = number_day(published)
            row = (number, *reading[:2], published and column_text(published), day, features, reading.attributions)
            self._connection.execute(_INSERT, row)
            grains = count_grains(reading.features.weights).items()
            self._connection.executemany(
                _INSERT_TERM, [(column_text(stem), day, number, count) for stem, count in grains]
            )

    def _forget(self, number: int, known: tuple[bytes, int]) -> None:
        stems = [(column_text(stem), known[1], number) for stem in decode_features(known[0]).weights]
        self._connection.executemany(_DELETE_TERM, stems)
        for statement in FORGET_STORIES:
            self._connection.execute(statement)


def _list_kept_keys(attributions: bytes, article: Article) -> list[int]:
    """Return the keys of statements as they were read; none where another factcheck wrote them: they are read anew."""
    try:
        return list_article_keys(decode_attributions(zlib.decompress(attributions), article))
    except (ValueError, TypeError, zlib.error):
        return []


def number_day(published: str | None) -> int:
    """Return the number of the day of publication, UNDATED where there is none."""
    return days_between(published, _FIRST_DAY) if published else UNDATED
