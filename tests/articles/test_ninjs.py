"""ninjs items, one or several."""

import json
from pathlib import Path

import pytest

from claims.articles import Source, read_article, read_articles, read_bytes
from claims.errors import UnreadableError
from claims.model import Article, Dateline, Unread
from claims.registry import Registry

NORWIRE = Path(__file__).with_name("pages") / "norwire.json"


def read_item(item: object) -> Article:
    found = read_bytes(json.dumps(item).encode(), Source("item.json", Registry()))
    assert isinstance(found[0], Article)
    return found[0]


def test_list_of_items():
    first, picture, second = read_articles([NORWIRE], Registry())
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(picture, Unread)
    assert "picture" in picture.reason
    assert first.headline == "Storm closes Ostrel harbour"
    assert first.published == "2026-03-07T19:02:00+00:00"
    assert first.updated == "2026-03-07T21:10:00+00:00"
    assert first.outlet.id == "norwire.example"
    assert first.dateline == Dateline("PORT OSTREL", None, "Norwire")
    assert first.bylines == ("Lena Aas",)
    assert first.notes == ("Adds mayor",)
    assert [first.text[b.start : b.end] for b in first.blocks] == [
        "Storm closes Ostrel harbour",
        "PORT OSTREL (Norwire) –",
        "A storm has closed the harbour of Port Ostrel & stranded 1,200 people.",
        "Schools open",
        "Two schools were opened,",
        "the mayor said.",
    ]
    assert [second.text[b.start : b.end] for b in second.blocks] == [
        "Harbour to reopen",
        "The harbour reopens on Sunday.",
        "Ferries sail at noon.",
    ]


def test_a_list_is_not_one_article():
    with pytest.raises(UnreadableError, match="3 items"):
        read_article(NORWIRE, Registry())


def test_version_1_item():
    article = read_item(
        {
            "uri": "urn:newsml:wire.example:1",
            "type": "text",
            "headline": "Pier burns",
            "body_html": "<p>The pier burned down.</p><figure>Photo of the pier</figure><p>Nobody died.</p>",
            "embargoed": "2026-03-08T00:00:00Z",
            "pubstatus": "withheld",
            "infosources": [{"name": "Norwire"}],
        }
    )
    assert article.text == "Pier burns\n\nThe pier burned down.\n\nNobody died."
    assert article.notes == ("Embargoed until 2026-03-08T00:00:00Z.", "Publication status: withheld.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "invalid JSON"),
        (b'{"a": 1}', "without a ninjs body"),
        (b'{"type": "audio", "body_text": "x"}', "type 'audio'"),
        (b"[1, 2]", "no ninjs item"),
        (b"[]", "no ninjs item"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"type": "text", "body_text": 5, "headlines": {"a": 1}}', "without a ninjs body"),
    ],
)
def test_other_json_is_refused(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_bytes(data, Source("item.json", Registry()))
