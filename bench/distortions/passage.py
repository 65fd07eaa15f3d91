"""Sentences of an article, and edits to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from claims.model import Article
from claims.wordlists import read_pairs, read_words

DATA = Path(__file__).parent / "data"

_END = re.compile(r"[.!?][\"”’]?\s+(?=[\"“‘]?[A-Z0-9])")
_QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"|(?<!\w)‘(?:[^‘’]|’(?=\w))+’(?!\w)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


FEWEST_WORDS = 2
"""Less is a number of a list, or what a stop in an unknown abbreviation left over."""


class Edit(NamedTuple):
    """Put ``text`` in place of the characters from ``start`` to ``end``, counted in the text it is made for."""

    start: int
    end: int
    text: str


Edits = tuple[Edit, ...]


@dataclass(frozen=True)
class Passage:
    """One sentence of an article's body, and what of the article a change to it may need."""

    article: Article
    start: int
    end: int
    people: tuple[str, ...] = ()
    """Full names of those whom the article credits."""

    @cached_property
    def text(self) -> str:
        """The sentence as printed."""
        return self.article.text[self.start : self.end]

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """The stretches between quotation marks, marks included."""
        return tuple(match.span() for match in _QUOTED.finditer(self.text))

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Words that the article also prints in lower case: a sentence that opens with one may be joined to another."""
        return frozenset(word for word in _WORD.findall(self.article.text) if word.islower())

    def is_quoted(self, edit: Edit) -> bool:
        """Tell whether the edit stands between quotation marks."""
        return any(start < edit.start and edit.end < end for start, end in self.quoted)


def list_words(name: str, section: str) -> frozenset[str]:
    """Return the entries of a section of a list of this package."""
    return read_words(DATA / f"{name}.txt")[section]


def list_pairs(name: str, section: str) -> dict[str, str]:
    """Return the pairs of a section of a list of this package."""
    return read_pairs(DATA / f"{name}.txt")[section]


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def compile_words(name: str, section: str) -> re.Pattern[str]:
    """Return the pattern of any whole word of a section, its capitals ignored."""
    return re.compile(rf"(?<![\w’'-])(?:{any_of(list_words(name, section))})(?![\w’'-])", re.IGNORECASE)


def split_passages(article: Article) -> list[Passage]:
    """Return the sentences of the article's paragraphs in order."""
    people = find_people(article.text)
    return [
        Passage(article, start, end, people)
        for block in article.blocks
        if block.label == "paragraph"
        for start, end in _sentences(article.text, block.start, block.end)
        if len(article.text[start:end].split()) >= FEWEST_WORDS
    ]


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    short = list_words("sentences", "abbreviations")
    for match in _END.finditer(text, start, end):
        before = re.split(r"[\s(“\"]", text[begin : match.start() + 1])[-1]
        clock = before in ("a.m.", "p.m.") and _opens(text[match.end() : match.end() + 20])
        initials = re.fullmatch(r"(?:[A-Za-z]\.)+", before) and not clock
        if before in short or initials or _is_open(text[begin : match.end()]):
            continue
        yield begin, begin + len(text[begin : match.end()].rstrip())
        begin = match.end()
    last = text[begin:end].rstrip()
    if last:
        yield begin, begin + len(last)


def _opens(text: str) -> bool:
    """Tell whether a sentence opens here, by its first word."""
    first = text.split(maxsplit=1)[:1]
    return bool(first) and first[0].casefold() in list_words("spelling", "opening")


def _is_open(text: str) -> bool:
    """Tell whether a quotation is still open at the end of the text."""
    single = re.search(r"(?<!\w)‘(?:[^‘’]|’(?=\w))*$", text)
    return bool(text.count("“") > text.count("”") or text.count('"') % 2 or single)


NAME = r"[A-Z][\w’'-]*[a-z](?:\s(?:[A-Z]\.\s)?(?:(?:al-|de\s|van\s|von\s|bin\s)?[A-Z][\w’'-]*[a-z])){1,2}"


@cache
def _credited_names() -> tuple[re.Pattern[str], ...]:
    verbs = any_of(list_words("reporting", "verbs"))
    titles = any_of(list_words("titles", "titles"))
    appositive = r"(?:,\s[^,.“”\"]{3,80},)?"
    return (
        re.compile(rf"(?<![\w-])(?i:{titles})\s(?P<name>{NAME})"),
        re.compile(rf"(?P<name>{NAME}){appositive}\s(?:{verbs})\b"),
        re.compile(rf"\b(?:{verbs})\s(?:[a-z]+\s){{0,3}}(?P<name>{NAME})(?=[,.])"),
    )


def find_people(text: str) -> tuple[str, ...]:
    """Return the names of two words that stand beside a verb of saying or behind a title, in order."""
    titles = list_words("titles", "titles") | list_words("titles", "ranks")
    bodies = list_words("titles", "bodies")
    found: dict[str, None] = {}
    for pattern in _credited_names():
        for match in pattern.finditer(text):
            words = match["name"].split()
            while words and (words[0].casefold() in titles or words[0] in ("The", "A", "But", "In")):
                words.pop(0)
            name = " ".join(words)
            whole = name in text  # a line may end within a name
            if whole and len(words) == 2 and not any(word.casefold() in titles | bodies for word in words):
                found[name] = None
    return tuple(sorted(found, key=text.index))


def overlap(one: Iterable[Edit], two: Sequence[Edit]) -> bool:
    """Tell whether any edit of one touches any of the other."""
    return any(a.start <= b.end and b.start <= a.end for a in one for b in two)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made; they must not overlap."""
    made, done = [], 0
    for edit in sorted(edits):
        if edit.start < done:
            raise ValueError(f"edits overlap at {edit.start}")
        made += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*made, text[done:]])


def shift(edits: Iterable[Edit], by: int) -> Edits:
    """Count the edits from another beginning."""
    return tuple(Edit(edit.start + by, edit.end + by, edit.text) for edit in edits)


def new_position(position: int, edits: Iterable[Edit], *, after: bool = False) -> int:
    """Return where a place of the old text is in the new one; ``after`` puts it behind what is inserted there."""
    moved = position
    for edit in sorted(edits):
        if edit.end < position or (edit.end == position and (after or edit.start < edit.end)):
            moved += len(edit.text) - (edit.end - edit.start)
        elif edit.start < position:
            moved += min(position - edit.start, len(edit.text)) - (position - edit.start)
    return moved


def restore_case(model: str, word: str) -> str:
    """Give the word a capital where the model has one."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
