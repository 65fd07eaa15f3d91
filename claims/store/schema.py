"""The tables of the store, and how an older file becomes a current one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from claims.errors import StoreError
from claims.store.problems import ELSEWHERE

APPLICATION_ID = 0x46435354
"""``FCST`` in the header of the file, by which factcheck knows its own."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # first_day, last_day: what `published` covers. moment: `published` in UTC where it has a time, to order by.
        # outlet_key, name_key: the outlet's id and name as they are compared. record: JSON of all fields but text.
        """CREATE TABLE article (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            outlet TEXT NOT NULL,
            outlet_key TEXT NOT NULL,
            name_key TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            first_day TEXT,
            last_day TEXT,
            moment TEXT,
            record BLOB NOT NULL,
            text BLOB NOT NULL,
            UNIQUE (outlet, sha256)
        )""",
        "CREATE INDEX article_id ON article (id)",
    ),
    (
        # A page of the web that was read, under each address that led to it. articles: JSON of the ids it gave.
        """CREATE TABLE page (
            address TEXT PRIMARY KEY,
            final TEXT NOT NULL,
            fetched TEXT NOT NULL,
            etag TEXT,
            modified TEXT,
            articles TEXT NOT NULL
        ) WITHOUT ROWID""",
    ),
    (
        # What reading an article gave. version: a digest of the code that told its story. registry: one of the code and
        # the sources.yaml that read its statements.
        # day: its number from 0001-01-01 in the proleptic calendar, -1 without a date. formed: it is in a story.
        """CREATE TABLE reading (
            article INTEGER PRIMARY KEY,
            version TEXT NOT NULL,
            registry TEXT NOT NULL,
            published TEXT,
            day INTEGER NOT NULL,
            formed INTEGER NOT NULL,
            features BLOB NOT NULL,
            attributions BLOB NOT NULL
        )""",
        "CREATE INDEX reading_version ON reading (version, article)",
        "CREATE INDEX reading_unformed ON reading (article) WHERE formed = 0",
        # The telling stems of each article, so that a new one meets only those that share some.
        """CREATE TABLE term (
            stem TEXT NOT NULL,
            day INTEGER NOT NULL,
            article INTEGER NOT NULL,
            grains INTEGER NOT NULL,
            PRIMARY KEY (stem, day, article)
        ) WITHOUT ROWID""",
        # Articles that may be of one story, each pair in both directions.
        """CREATE TABLE link (
            one INTEGER NOT NULL,
            two INTEGER NOT NULL,
            likeness REAL NOT NULL,
            PRIMARY KEY (one, two)
        ) WITHOUT ROWID""",
        # joins: JSON of how the story was formed. A story's number is that of one of its articles.
        "CREATE TABLE story (story INTEGER PRIMARY KEY, name TEXT NOT NULL, joins TEXT NOT NULL)",
        "CREATE INDEX story_name ON story (name)",
        "CREATE TABLE member (article INTEGER PRIMARY KEY, story INTEGER NOT NULL)",
        "CREATE INDEX member_story ON member (story)",
        # Claims of a story; key: a digest of all that they depend on.
        "CREATE TABLE claims (key TEXT PRIMARY KEY, story INTEGER NOT NULL, claims BLOB NOT NULL)",
        "CREATE INDEX claims_story ON claims (story)",
    ),
    (
        # The keys of each article's statements, under which those of other stories are found that say the same.
        """CREATE TABLE repeat_key (
            key INTEGER NOT NULL,
            article INTEGER NOT NULL,
            PRIMARY KEY (key, article)
        ) WITHOUT ROWID""",
    ),
)
"""Each brings the schema from the version that is its index to the next."""

LATEST = len(MIGRATIONS)


def update_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the database to the latest schema, in one transaction; an empty one is made a store.

    Raises StoreError where it is another program's database or was written by a newer factcheck.
    """
    if _read_version(connection, path) == LATEST:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in MIGRATIONS[_read_version(connection, path) :]:  # another process may have been first
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {LATEST}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _read_version(connection: sqlite3.Connection, path: Path) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (version or application or tables):
        hint = f"check the path, {ELSEWHERE}"
        raise StoreError("not a store of factcheck: another program's database", where=str(path), hint=hint)
    if version > LATEST:
        message = f"written by a newer factcheck (schema {version}; this one knows {LATEST})"
        raise StoreError(message, where=str(path), hint=f"update factcheck, {ELSEWHERE}")
    return int(version)
