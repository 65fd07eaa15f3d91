"""Keep which articles are of one story; a new article meets only those that share its telling stems and days."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claims.errors import StoreError
from claims.matching import (
    Features,
    Formation,
    Join,
    Link,
    decode_features,
    grow_stories,
    link_article,
    link_articles,
    trace_stories,
)
from claims.matching.encoding import count_grains
from claims.matching.settings import settings
from claims.matching.stories import GRAIN
from claims.matching.words import content_words
from claims.pipeline import Progress, ignore_progress
from claims.store.attributions import FORGET_STORIES, number_day
from claims.store.database import transaction
from claims.store.problems import DAMAGED, report_problems

MANY = 400
"""New articles from which all stories are formed at once, where they are more than a quarter of all."""

_ID = re.compile(r"s-[0-9a-f]{0,10}")
_UNFORMED = "SELECT article FROM reading WHERE formed = 0 ORDER BY article"
_FEATURES = "SELECT features FROM reading WHERE article = ?"
_ALL_FEATURES = """
    SELECT seq, id || ' ' || sha256, features FROM reading JOIN article ON seq = article ORDER BY seq"""
_NEAR = """
    SELECT term.article FROM json_each(:grains) AS asked JOIN term ON term.stem = asked.key
    WHERE (:day = -1 OR term.day = -1 OR term.day BETWEEN :day - :days AND :day + :days)
    GROUP BY term.article HAVING sum(term.grains * asked.value) >= :least"""
_KEY = "SELECT id || ' ' || sha256 FROM article WHERE seq = ?"
_LINKS = "SELECT two, likeness FROM link WHERE one = ?"
_STORY = "SELECT story.story, joins FROM member JOIN story USING (story) WHERE member.article = ?"
_MEMBERS = "SELECT article FROM member WHERE story = ? ORDER BY article"
_NAMES = """
    SELECT coalesce(published, '9999'), article.outlet, article.id FROM article JOIN reading ON article = seq
    WHERE seq = ?"""
_BY_NAME = "SELECT story FROM story WHERE name GLOB ? || '*' ORDER BY story"
_BY_STEMS = """
    SELECT DISTINCT story FROM member WHERE article IN
    (SELECT article FROM term WHERE stem IN (SELECT value FROM json_each(:stems))
     GROUP BY article HAVING count(*) = json_array_length(:stems)) ORDER BY story"""
_FORMED = "UPDATE reading SET formed = 1 WHERE article = ?"
_INSERT_LINK = "INSERT OR REPLACE INTO link VALUES (?, ?, ?)"
_INSERT_STORY = "INSERT OR REPLACE INTO story VALUES (?, ?, ?)"
_INSERT_MEMBER = "INSERT OR REPLACE INTO member VALUES (?, ?)"
_DROP_EMPTY = tuple(
    f"DELETE FROM {table} WHERE story = ?1 AND NOT EXISTS (SELECT 1 FROM member WHERE story = ?1)"  # noqa: S608 - our own tables
    for table in ("story", "claims")
)


class Stories:
    """The tables of stories, and the surroundings that a new article is put into."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._keys: dict[int, str] = {}
        self._formations: dict[int, Formation | None] = {}

    def form(self, progress: Progress = ignore_progress) -> None:
        """Put the articles that are in no story yet into one, each in a transaction of its own, many at once."""
        with report_problems(self._path):
            new = [row[0] for row in self._connection.execute(_UNFORMED)]
            (formed,) = self._connection.execute("SELECT count(*) FROM member").fetchone()
        if len(new) > max(MANY, formed // 4):
            progress("grouping", 0, len(new))
            self._form_all()
            self.form(progress)
            return
        for done, article in enumerate(new):
            progress("grouping", done, len(new))
            with transaction(self._connection, self._path):
                self._formations.clear()
                self._form(article)

    def count(self) -> int:
        """Return how many stories there are."""
        with report_problems(self._path):
            (count,) = self._connection.execute("SELECT count(*) FROM story").fetchone()
        return int(count)

    def find(self, asked: str) -> list[int]:
        """Return the numbers of the stories of this id, or its beginning, or of articles that tell of these words."""
        words = sorted({word.stem for word in content_words(asked)})
        with report_problems(self._path):
            if _ID.fullmatch(asked):
                return [row[0] for row in self._connection.execute(_BY_NAME, (asked,))]
            found = self._connection.execute(_BY_STEMS, {"stems": json.dumps(words)}) if words else ()
            return [row[0] for row in found]

    def name(self, number: int) -> str:
        """Return the id of a story: that of its earliest article, so that later ones leave it alone."""
        with report_problems(self._path):
            (name,) = self._connection.execute("SELECT name FROM story WHERE story = ?", (number,)).fetchone()
        return str(name)

    def _form(self, article: int) -> None:
        row = self._connection.execute("SELECT formed FROM reading WHERE article = ?", (article,)).fetchone()
        if row[0]:  # another process was first
            return
        features = self._features(article)
        near = self._list_near(article, features)
        links = link_article(features, [self._features(other) for other in near])
        pairs = [(article, near[place], likeness) for place, likeness in links]
        self._keep_links(pairs)
        for story in grow_stories(article, self):
            self._keep_story(story)
        self._connection.execute(_FORMED, (article,))

    def _form_all(self) -> None:
        """Form all stories anew; others may write meanwhile, and what they add is formed afterwards."""
        with report_problems(self._path):
            rows = self._connection.execute(_ALL_FEATURES).fetchall()
        numbers = [row[0] for row in rows]
        links = link_articles([self._decode(row[2]) for row in rows])
        formations = trace_stories([row[1] for row in rows], links)
        with transaction(self._connection, self._path):
            now = self._connection.execute(_ALL_FEATURES).fetchall()
            if set(rows) <= set(now):
                self._keep_all(numbers, links, formations)

    def _keep_all(self, numbers: Sequence[int], links: Iterable[Link], formations: Iterable[Formation]) -> None:
        for statement in FORGET_STORIES:
            self._connection.execute(statement)
        self._keep_links((numbers[one], numbers[two], likeness) for one, two, likeness in links)
        for story in formations:
            joins = tuple([Join(average, numbers[one], numbers[two]) for average, one, two in story.joins])
            self._keep_story(Formation(tuple([numbers[member] for member in story.members]), joins))
        self._connection.executemany(_FORMED, [(number,) for number in numbers])

    def _list_near(self, article: int, features: Features) -> list[int]:
        """Return the formed articles whose stems are alike at all, and that appeared about then."""
        values = {
            "grains": json.dumps(count_grains(features.weights)),
            "day": number_day(features.published),
            "days": int(settings()["days apart"]),
            "least": settings()["faint story"] * GRAIN**2,
        }
        return sorted(row[0] for row in self._connection.execute(_NEAR, values) if row[0] != article)

    def _features(self, article: int) -> Features:
        return self._decode(self._connection.execute(_FEATURES, (article,)).fetchone()[0])

    def _decode(self, features: bytes) -> Features:
        try:
            return decode_features(features)
        except (ValueError, TypeError, AttributeError) as error:
            raise StoreError(DAMAGED[0], where=str(self._path), hint=DAMAGED[1]) from error

    def _keep_links(self, links: Iterable[Link]) -> None:
        both = ((*ends, likeness) for one, two, likeness in links for ends in ((one, two), (two, one)))
        self._connection.executemany(_INSERT_LINK, both)

    def _keep_story(self, story: Formation) -> None:
        """Keep a story in place of those that its members were in."""
        number = story.members[0]
        first = min(self._connection.execute(_NAMES, (member,)).fetchone() for member in story.members)
        name = "s-" + hashlib.sha256(first[2].encode()).hexdigest()[:10]
        left = {row[0] for member in story.members for row in self._connection.execute(_STORY, (member,))}
        self._connection.executemany(_INSERT_MEMBER, [(member, number) for member in story.members])
        for emptied in left - {number}:
            for statement in _DROP_EMPTY:
                self._connection.execute(statement, (emptied,))
        self._connection.execute(_INSERT_STORY, (number, name, json.dumps(story.joins)))

    def key(self, article: int) -> str:
        """Return the key that orders articles."""
        if article not in self._keys:
            self._keys[article] = self._connection.execute(_KEY, (article,)).fetchone()[0]
        return self._keys[article]

    def links(self, article: int) -> Mapping[int, float]:
        """Return how alike the article is to others."""
        return dict(self._connection.execute(_LINKS, (article,)))

    def story(self, article: int) -> Formation | None:
        """Return the story of the article, None where it is in none yet."""
        if article not in self._formations:
            row = self._connection.execute(_STORY, (article,)).fetchone()
            self._formations[article] = self._read_story(*row) if row else None
        return self._formations[article]

    def _read_story(self, number: int, joins: str) -> Formation:
        members = tuple([row[0] for row in self._connection.execute(_MEMBERS, (number,))])
        return Formation(members, tuple([Join(*join) for join in json.loads(joins)]))
