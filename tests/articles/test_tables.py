"""CSV, JSON Lines, NewsAPI and other JSON with named fields."""

import json

import pytest

from claims.articles.newsapi import TEASER
from claims.model import Article, Unread
from tests.articles.samples import FIRST, SECOND, pieces, read, read_one, refusal

ROW = {
    "Title": "Pier burns",
    "Article text": f"{FIRST}\n\n{SECOND}",
    "Source": "Norwire",
    "Publication date": "Fri, 07 Mar 2031 20:00:00 +0100",
    "Link": "https://norwire.example/pier",
    "Authors": "Lena Aas and Per Holm",
    "lang": "en",
    "id": "7",
}


def check_row(article: Article) -> None:
    assert article.outlet.id == "norwire"
    assert article.headline == "Pier burns"
    assert article.published == "2031-03-07T20:00:00+01:00"
    assert article.url == "https://norwire.example/pier"
    assert article.bylines == ("Lena Aas", "Per Holm")
    assert article.language == "en"
    assert [text for label, text in pieces(article) if label == "paragraph"] == [FIRST, SECOND]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["stories.csv", "stdin"])
def test_csv(delimiter, name):
    header = [key for key in ROW if key != "id"]
    cells = [f'"{ROW[key]}"' for key in header]
    check_row(read_one("\n".join([delimiter.join(header), delimiter.join(cells)]), name))


def test_rows_that_are_no_articles_stop_none():
    found = read(f"headline,text\nPier burns,{FIRST.replace(',', '')}\nEmpty,\na,b,c\n", "stories.csv")
    assert [type(one) for one in found] == [Article, Unread, Unread]
    assert [one.path for one in found[1:]] == ["stories.csv#2", "stories.csv#3"]
    assert "its text is empty" in str(found[1])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("headline,outlet\nx,y\n", "no column with the article's text"),
        ("text,headline,text\na,b,c\n", "two columns are named 'text'"),
        ("headline,text\n", "without rows"),
        (",".join(f"c{n}" for n in range(2000)) + "\n1\n", "2,000 columns"),
        ('headline,text\nx,"' + "a" * 20_000_001 + '"', "invalid CSV"),
    ],
)
def test_other_tables(data, reason):
    assert reason in refusal(data, "stories.csv")


def test_prose_with_commas_is_no_table():
    assert pieces(read_one(f"Text, body and soul\n\n{FIRST}\n\n{SECOND}\n", "paper.txt"))[0][0] == "headline"


def test_json_with_other_names():
    check_row(read_one(json.dumps(ROW), "story.json"))
    nested = {"status": "ok", "data": {"articles": [{**ROW, "Source": {"name": "Norwire"}}]}}
    check_row(read_one(json.dumps(nested), "story.json"))


def test_json_lines():
    lines = [json.dumps(ROW), "{", json.dumps({**ROW, "n": float("nan")}), "[]", json.dumps({"uri": "x"}), ""]
    found = read("\n".join(lines), "stories.jsonl")
    assert [type(one) for one in found] == [Article, Unread, Unread, Unread, Unread]
    assert isinstance(found[0], Article)
    check_row(found[0])
    assert len(read("\n".join([lines[0]] * 2), "stdin")) == 2


def test_same_row_in_another_place_is_the_same_article():
    other = json.dumps({"headline": "Storm", "text": SECOND})
    first = read("\n".join([json.dumps(ROW), other]), "a.jsonl")[0]
    second = read("\n".join([other, json.dumps(ROW)]), "a.jsonl")[1]
    assert first == second


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[" * 200_000, "nested too deeply"),
        ('{"a":' * 200_000, "nested too deeply"),
        ('{"text": NaN}', "NaN is no JSON"),
        (f'{{"text": {"1" * 5000}}}', "a number of 5,000 digits"),
        ('{"text": "a", "text": "b"}', "the key 'text' stands twice"),
        ('{"headline": "x"}', "without a ninjs body"),
        ('{"publishedAt": 1, "urlToImage": 2}', "without content"),
        ('{"articles": []}', "no ninjs item"),
    ],
)
def test_other_json(text, reason):
    assert reason in refusal(text, "story.json")


def test_unreadable_date_is_noted():
    article = read_one(json.dumps({**ROW, "Publication date": "next week"}), "story.json")
    assert article.published is None
    assert article.notes == ("The date of publication could not be read: 'next week'.",)


def test_newsapi():
    item = {
        "source": {"id": None, "name": "Norwire"},
        "author": "Lena Aas",
        "title": "Pier burns - Norwire",
        "description": "Two hurt.",
        "url": "https://norwire.example/pier",
        "urlToImage": None,
        "publishedAt": "2031-03-07T20:00:00Z",
        "content": f"{FIRST}… [+981 chars]",
    }
    answer = {"status": "ok", "articles": [item, {**item, "content": None}, {**item, "content": "", "description": ""}]}
    full, teaser, nothing = read(json.dumps(answer), "answer.json")
    assert isinstance(full, Article)
    assert isinstance(teaser, Article)
    assert isinstance(nothing, Unread)
    assert full.headline == "Pier burns"
    assert full.outlet.id == "norwire"
    assert full.published == "2031-03-07T20:00:00+00:00"
    assert full.notes == ("Partial text: 981 more characters are on the page.",)
    assert full.text.endswith(f"{FIRST}…")
    assert teaser.notes == (TEASER,)


def test_half_of_a_surrogate_pair_and_nul():
    article = read_one(r'{"headline": "a\ud800b\u0000c", "text": "' + FIRST + '"}', "a.json")
    assert article.headline == "a\ufffd\ufffd\ufffdb c"
