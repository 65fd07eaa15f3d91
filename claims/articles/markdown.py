"""Markdown: articles with front matter between lines of three signs, or without."""

from __future__ import annotations

import re

from claims.articles.encoding import decode_bytes
from claims.articles.fragments import Piece, fold, unescape
from claims.articles.frontmatter import has_front_matter, split_front_matter
from claims.articles.record import Record, build_record
from claims.articles.rows import read_row
from claims.articles.source import Source
from claims.model import Article, Label, Unread

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t](.*)$")
_RULE = re.compile(r"^ {0,3}(?:[-*_] ?){3,}$")
_MARK = re.compile(r"^ {0,3}(?:>\s?|[-*+]\s+|\d{1,9}[.)]\s+)+")
_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)")
# What is marked holds no such sign itself, so that a sign left open is looked at only up to the next one.
_STARRED = re.compile(r"(\*{1,3}|~~)(?=\S)([^*~\n]+)(?<=\S)\1")
_UNDERLINED = re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_\n]+)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_NO_ARTICLE = re.compile(r"^ {0,3}(?:```|~~~|\|.*\||\[!\[|<!--|\[[^\]]{1,80}\]:\s)|^ {4,}\S|^\t", re.MULTILINE)
_PRIVATE = 0xE000
_PROTECTED = {_PRIVATE + code: chr(code) for code in range(128)}
"""Signs that stand for themselves are moved out of reach while marks are taken off."""
_FEWEST_PARAGRAPHS = 2
_FEWEST_WORDS = 12


def matches(data: bytes, suffix: str) -> bool:
    """Tell whether the name says so, or the text opens with front matter."""
    return suffix in _SUFFIXES or has_front_matter(data[:4096])


def is_article(data: bytes) -> bool:
    """Tell whether a file found in a folder is an article: it has front matter, or is prose and not documentation."""
    if has_front_matter(data[:4096]):
        return True
    text = data.decode("utf-8", "replace")
    if _NO_ARTICLE.search(text):
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    marked = sum(bool(_MARK.match(line) or _HEADING.match(line)) for line in lines)
    prose = [line for line in lines if not _MARK.match(line) and len(line.split()) >= _FEWEST_WORDS]
    return len(prose) >= _FEWEST_PARAGRAPHS and marked <= len(prose)


def read(data: bytes, source: Source) -> list[Article | Unread]:
    """Return the article. Raises UnreadableError where it has no text."""
    text, notes = decode_bytes(data, source.name)
    fields, body = split_front_matter(text)
    pieces = _read_pieces(body)
    headline = next((piece for label, piece in pieces[:3] if label == "headline"), None)
    record = read_row({**fields, "text": "-"}, source.name) if fields else Record(pieces=[])
    record = record._replace(
        pieces=[piece for piece in pieces if piece[0] != "headline"],
        headline=record.headline or headline,
        notes=(*notes, *record.notes),
    )
    return [build_record(record, data, source)]


def _read_pieces(text: str) -> list[Piece]:
    """Return headings and paragraphs; the first heading of the first level is the headline."""
    pieces: list[Piece] = []
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        heading = _HEADING.match(line)
        if heading or not line.strip() or _RULE.match(line) or _MARK.match(line):
            _add(pieces, "paragraph", " ".join(lines))
            lines = []
        if heading:
            first = len(heading[1]) == 1 and not any(label == "headline" for label, _ in pieces)
            _add(pieces, "headline" if first else "subhead", heading[2].strip().rstrip("#"))
        elif not _RULE.match(line):
            lines.append(_MARK.sub("", line, count=1))
    return pieces


def _add(pieces: list[Piece], label: Label, text: str) -> None:
    plain = _plain(text)
    if plain:
        pieces.append((label, plain))


def _plain(text: str) -> str:
    """Return running text without the signs of Markdown: links by their words, pictures left out."""
    text = _ESCAPED.sub(lambda sign: chr(_PRIVATE + ord(sign[1])), text)
    text = _LINK.sub(lambda link: "" if link[1] else link[2], text)
    text = _UNDERLINED.sub(r"\2", _STARRED.sub(r"\2", text))
    return fold(unescape(text.translate(_PROTECTED)))
