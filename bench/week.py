"""Make the articles of a busy week from the samples: names, figures and days varied story by story.

Outlets of one story get the same new names, figures and day, so that their articles still line up with each other.
The stories made from one sample share their wording, which is harder than a real week: only names, figures and days
tell them apart. Everything is drawn from a fixed seed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from claims.articles import read_articles
from claims.model import Article
from claims.registry import load_registry

ROOT = Path(__file__).resolve().parents[1]
MONDAY = date(2026, 11, 9)
KEPT = ("headline", "standfirst", "dateline", "paragraph", "subhead")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_DAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
_DATE = rf"\b(?P<month>{'|'.join(month[:3] for month in MONTHS)})(?:[a-z]*\.?) (?P<day>\d\d?)\b(?!,? \d{{4}})"
_NUMBER = r"(?<![\w.,:/-])\d[\d,]*\d(?![\w:/-])"
_DIGITS = re.compile(f"{_DATE}|{_NUMBER}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{3,}")
_LOWER = re.compile(r"(?<![^\W\d_])[a-z]{4,}")
_STEM = 5
_STARTS = ("B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V")
_ENDS = ("al", "an", "ar", "el", "en", "er", "il", "in", "ol", "on", "or", "un", "ur")


def read_samples() -> list[list[Article]]:
    """Return the articles of each sample story."""
    folders = sorted(path for path in (ROOT / "samples").iterdir() if path.is_dir())
    stories = [read_articles([folder], load_registry(folder / "sources.yaml")) for folder in folders]
    return [[article for article in story if isinstance(article, Article)] for story in stories]


def find_names(stories: Sequence[Sequence[Article]]) -> list[str]:
    """Return the capitalised words inside sentences that no sample writes in lower case, longest first."""
    texts = [article.text for story in stories for article in story]
    common = {word for text in texts for word in _LOWER.findall(text)}
    names = {name for text in texts for name in _NAME.findall(text)}
    kept = {name for name in names if name.lower() not in common and name not in (*WEEKDAYS, *MONTHS)}
    return sorted(kept, key=lambda name: (-len(name), name))


class Story:
    """One happening of the week: a sample story retold with names, figures and days of its own."""

    def __init__(self, number: int, articles: Sequence[Article], names: re.Pattern[str]) -> None:
        self.number = number
        self.articles = articles
        self.day = MONDAY + timedelta(number % 7)
        first = min(article.published or "9999" for article in articles)
        self.shift = self.day - date.fromisoformat(first[:10])
        self._names = names

    def write(self, folder: Path) -> None:
        """Write each article as pasted text, named after its outlet."""
        folder.mkdir(parents=True)
        for article in self.articles:
            published = date.fromisoformat((article.published or "")[:10]) + self.shift
            lines = list(self._lines(article))
            lines.insert(1, f"Published: {published:%d %B %Y}")
            (folder / f"{article.outlet.id}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")

    def _lines(self, article: Article) -> Iterator[str]:
        line = ""
        for block in article.blocks:
            if block.label in KEPT:
                line += self.retell(article.text[block.start : block.end])
                if block.label == "dateline":
                    line += " "
                else:
                    yield " ".join(line.split())
                    line = ""

    def retell(self, text: str) -> str:
        """Return the text with other weekdays, dates, figures and names."""
        text = _DAY.sub(lambda match: WEEKDAYS[(WEEKDAYS.index(match[1]) + self.shift.days) % 7], text)
        text = _DIGITS.sub(lambda match: (self._move_date if match["month"] else self._change_number)(match), text)
        return self._names.sub(lambda match: self._rename(match[0]), text)

    def _move_date(self, match: re.Match[str]) -> str:
        month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(match["month"]))
        day = date(self.day.year, month, min(int(match["day"]), 28)) + self.shift
        return f"{MONTHS[day.month - 1][:3]} {day.day}"

    def _change_number(self, match: re.Match[str]) -> str:
        digits = match[0]
        if _YEAR.fullmatch(digits):
            return digits
        random = Random(f"{self.number} {digits}")
        kept = len(digits.rstrip("0,"))
        changed = "".join(str(random.randint(1, 9)) if digit.isdigit() else digit for digit in digits[:kept])
        return changed + digits[kept:]

    def _rename(self, name: str) -> str:
        random = Random(f"{self.number} {name[:_STEM].lower()}")
        syllables = [random.choice(_STARTS) + random.choice(_ENDS) for _ in range(2)]
        return "".join(syllables).capitalize() + name[_STEM:]


def write_week(folder: Path, articles: int) -> None:
    """Write so many articles, a folder a story, with the registry of their outlets beside them."""
    samples = read_samples()
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, find_names(samples)))})")
    written = number = 0
    while written < articles:
        story = Story(number, samples[number % len(samples)][: articles - written], names)
        story.write(folder / f"story-{number:03}")
        written += len(story.articles)
        number += 1
    (folder / "sources.yaml").write_text("\n".join(_registry_lines(samples)) + "\n", encoding="utf-8")


def _registry_lines(samples: Sequence[Sequence[Article]]) -> Iterator[str]:
    yield "outlets:"
    for story in samples:
        for outlet in (article.outlet for article in story):
            offset = f', utc_offset: "{outlet.utc_offset}"' if outlet.utc_offset else ""
            yield f'  - {{id: {outlet.id}, name: "{outlet.name}", kind: {outlet.kind}{offset}}}'
