"""Statements of an article."""

from claims.model import Article, Block, Outlet
from claims.statements import split_statements

LINES = [
    ("headline", "Ferry sinks off Orlo"),
    ("byline", "By A. Writer"),
    ("paragraph", "A ferry sank. “We swam,” said Jo Ek. “It was cold.”"),
    ("tail", "(Editing by B. Writer)"),
    ("caption", "The ferry in May."),
]


def make_article() -> Article:
    text, blocks = "", []
    for label, line in LINES:
        blocks.append(Block(label, len(text), len(text) + len(line)))  # type: ignore[arg-type]
        text += line + "\n"
    return Article("a", Outlet("o", "O"), text, tuple(blocks), "0" * 64)


def test_takes_only_what_asserts_something() -> None:
    article = make_article()
    statements = split_statements(article)
    assert [(s.part, s.sentence, s.paragraph) for s in statements] == [
        ("headline", 0, 0),
        ("body", 1, 2),
        ("body", 2, 2),
        ("caption", 3, 4),
    ]
    assert [s.index for s in statements] == list(range(len(statements)))
    assert all(article.text[s.start : s.end] == s.text for s in statements)
