"""Saved feeds."""

import pytest

from claims.model import Article, Unread
from tests.articles.samples import FIRST, SECOND, pieces, read, read_one, refusal

RSS = f"""<rss xmlns:content="c" xmlns:dc="d"><channel><title>Norwire</title><link>https://norwire.example/</link>
<language>en</language><item><title>Pier &amp;amp; dock burn</title><link>https://norwire.example/pier</link>
<pubDate>Fri, 07 Mar 2031 20:00:00 GMT</pubDate><dc:creator>Lena Aas</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Storm</title><description>Teaser.</description></item></channel></rss>"""


def test_rss():
    article, missing = read(RSS, "feed.xml")
    assert isinstance(article, Article)
    assert isinstance(missing, Unread)
    assert article.headline == "Pier & dock burn"
    assert article.url == "https://norwire.example/pier"
    assert article.published == "2031-03-07T20:00:00+00:00"
    assert article.bylines == ("Lena Aas",)
    assert article.outlet.id == "norwire"
    assert [label for label, _ in pieces(article)] == ["headline", "paragraph", "paragraph"]
    assert missing.reason == "1 of 2 entries hold only a teaser"


def test_atom():
    content = f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div>'
    article = read_one(
        f'<feed xml:lang="en"><title>Norwire</title><entry><title type="html">Pier burns</title>'
        f'<link rel="self" href="https://x.example/"/><link href="https://norwire.example/pier"/>'
        f"<published>2031-03-07T20:00:00Z</published><updated>2031-03-08T08:00:00Z</updated>"
        f'<author><name>Lena Aas</name></author><content type="xhtml">{content}</content></entry></feed>',
        "feed.xml",
    )
    assert (article.published, article.updated) == ("2031-03-07T20:00:00+00:00", "2031-03-08T08:00:00+00:00")
    assert article.url == "https://norwire.example/pier"
    assert article.bylines == ("Lena Aas",)


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        ("<rss><channel><item><title>x</title></item></channel></rss>", "only teasers"),
        ("<feed></feed>", "a feed without entries"),
    ],
)
def test_no_text(feed, reason):
    assert reason in refusal(feed, "feed.xml")
