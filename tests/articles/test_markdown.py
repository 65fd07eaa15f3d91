"""Markdown, and which Markdown files of a folder are articles."""

from pathlib import Path

import pytest

from claims.articles import read_articles
from claims.articles.markdown import is_article
from claims.registry import Registry
from tests.articles.samples import FIRST, SECOND, pieces, read_one

STORY = f"""---
title: "Pier burns: two hurt"
date: 2031-03-07
source: Norwire
authors:
  - Lena Aas
  - Per Holm
tags: [fire, harbour]
link: https://norwire.example/pier
---

# Pier burns: two hurt

![the pier](pier.jpg)

**Port Ostrel** — {FIRST} See [the _plan_](https://norwire.example/plan "Plan").

## Repairs

> {SECOND}

* first
* second \\*starred\\* snake_case_name
"""


def test_front_matter():
    article = read_one(STORY, "story.md")
    assert article.headline == "Pier burns: two hurt"
    assert article.outlet.id == "norwire"
    assert article.published == "2031-03-07"
    assert article.url == "https://norwire.example/pier"
    assert article.bylines == ("Lena Aas", "Per Holm")
    assert pieces(article) == [
        ("headline", "Pier burns: two hurt"),
        ("paragraph", f"Port Ostrel — {FIRST} See the plan."),
        ("subhead", "Repairs"),
        ("paragraph", SECOND),
        ("paragraph", "first"),
        ("paragraph", "second *starred* snake_case_name"),
    ]
    assert read_one(STORY, "stdin") == read_one(STORY, "stdin")
    assert read_one(STORY, "stdin").headline == article.headline


def test_other_front_matter():
    article = read_one(f"+++\ntitle = 'Pier'\ndescription: >\n  two\n  lines\n+++\n{FIRST}\n", "a.md")
    assert article.headline == "Pier"
    assert ("standfirst", "two lines") in pieces(article)
    assert read_one(f"---\nnever closed: x\n\n{FIRST}\n", "a.md").headline is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STORY, True),
        (f"# Pier burns\n\n{FIRST}\n\n{SECOND}\n", True),
        (f"{FIRST}\n\n{SECOND}\n", True),
        (f"# Tool\n\n{FIRST}\n\n{SECOND}\n\n```\nmake\n```\n", False),
        (f"# Tool\n\n{FIRST}\n\n{SECOND}\n\n    make test\n", False),
        (f"# Tool\n\n{FIRST}\n\n{SECOND}\n\n| a | b |\n", False),
        (f"# Tool\n\n[![build](x)](y)\n\n{FIRST}\n\n{SECOND}\n", False),
        ("# To do\n\n- one\n- two\n- three\n", False),
        ("", False),
    ],
)
def test_what_in_a_folder_is_an_article(text, expected):
    assert is_article(text.encode()) is expected


def test_documentation_in_a_folder_is_skipped(tmp_path: Path):
    (tmp_path / "pier.md").write_text(STORY)
    (tmp_path / "notes.md").write_text("- one\n- two\n")
    (tmp_path / "README.md").write_text(STORY)
    assert [Path(article.path or "").name for article in read_articles([tmp_path], Registry())] == ["pier.md"]
    assert len(list(read_articles([tmp_path / "notes.md"], Registry()))) == 1
