"""NewsML-G2, NewsML 1.2 and NITF."""

import pytest

from claims.model import Article, Dateline, Unread
from tests.articles.samples import FIRST, SECOND, pieces, read, read_one, refusal

META = """<itemMeta><itemClass qcode="ninat:{kind}"/><provider literal="norwire.example"/>
<versionCreated>2031-03-07T21:10:00Z</versionCreated><firstCreated>2031-03-07T20:00:00Z</firstCreated>
<embargoed>2031-03-08T06:00:00Z</embargoed><pubStatus qcode="stat:canceled"/><edNote>Adds mayor</edNote></itemMeta>"""
ABOUT = """<contentMeta><headline>Pier burns</headline><headline role="hld:subHeadline">Two hurt</headline>
<by>By Lena Aas</by><dateline>PORT OSTREL (Norwire) -</dateline><creditline>Ostrel Post</creditline></contentMeta>"""


def make_g2(body: str, kind: str = "text") -> str:
    return (
        f'<newsItem guid="tag:norwire.example,2031:1" xml:lang="en">{META.format(kind=kind)}{ABOUT}'
        f"<contentSet><inlineXML>{body}</inlineXML></contentSet></newsItem>"
    )


def make_nitf(body: str, docdata: str = ">") -> str:
    return (
        f"<nitf><head><docdata{docdata}<doc.copyright holder='Norwire'/></docdata></head><body><body.head><hedline>"
        "<hl1>Pier burns</hl1><hl2>PIER</hl2></hedline><byline>By Lena Aas<byttl>Norwire Writer</byttl></byline>"
        f"</body.head><body.content>{body}</body.content>"
        "<body.end><tagline>NW la</tagline></body.end></body></nitf>"
    )


XHTML = f"<html><head><title/></head><body><p>{FIRST}</p><h2>Repairs</h2><p>{SECOND}</p></body></html>"
PARAGRAPHS = f"<block><p>PORT OSTREL (Norwire) - {FIRST}</p><p>{SECOND}</p></block>"


def test_g2_item():
    article = read_one(make_g2(XHTML), "wire.xml")
    assert article.outlet.id == "norwire"
    assert pieces(article) == [
        ("headline", "Pier burns"),
        ("standfirst", "Two hurt"),
        ("paragraph", FIRST),
        ("subhead", "Repairs"),
        ("paragraph", SECOND),
    ]
    assert (article.published, article.updated) == ("2031-03-07T20:00:00+00:00", "2031-03-07T21:10:00+00:00")
    assert article.dateline == Dateline("PORT OSTREL", None, None)
    assert article.bylines == ("Lena Aas",)
    assert article.credits == ("Ostrel Post",)
    assert article.notes == (
        "Embargoed until 2031-03-08T06:00:00Z.",
        "Publication status: canceled.",
        "Adds mayor",
    )


def test_g2_message_with_prefixes():
    items = make_g2(XHTML) + make_g2(XHTML, "picture") + "<packageItem/>" + make_g2(make_nitf(PARAGRAPHS))
    message = f'<ns0:newsMessage xmlns:ns0="x"><ns0:itemSet>{items}</ns0:itemSet></ns0:newsMessage>'
    found = read(message, "tag_norwire")
    assert [type(one) for one in found] == [Article, Unread, Unread, Article]
    assert found[1] == Unread("tag_norwire#2", "an item of class 'picture', not a text", found[1].hint)
    first, last = found[0], found[3]
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert first.id != last.id
    assert last.dateline == Dateline("PORT OSTREL", None, "Norwire")


def test_paragraphs_of_wrapped_wire_text():
    body = "<html><body><p>    The pier burned\ndown on Friday.\n    Two workers were\nhurt in it.</p></body></html>"
    article = read_one(make_g2(body), "wire.xml")
    assert [text for label, text in pieces(article) if label == "paragraph"] == [
        "The pier burned down on Friday.",
        "Two workers were hurt in it.",
    ]
    broken = "<p>The pier of Port Ostrel, which had been built in <br/>1911, burned down.<br/>Nobody died.</p>"
    assert [text for label, text in pieces(read_one(make_nitf(broken), "a.xml")) if label == "paragraph"] == [
        "The pier of Port Ostrel, which had been built in 1911, burned down.",
        "Nobody died.",
    ]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("<conceptItem/>", "a concept"),
        ("<packageItem/>", "a package"),
        ("<planningItem/>", "a plan of coverage"),
        ("<newsMessage><header/></newsMessage>", "without items"),
        ("<newsItem><itemMeta/></newsItem>", "without content"),
        (make_g2("<sports-content/>"), "sports statistics"),
        (make_g2(""), "no article text"),
        (make_g2(f"<p>{'Ostrel 3 Maren 1, Halvik 2 Tornes 2. ' * 6}</p>"), "a table or a list"),
        ("<NewsML/>", "without items"),
        ("<NewsML><NewsItem><MediaType FormalName='Photo'/></NewsItem></NewsML>", "item of Photo"),
        ("<nitf><body/></nitf>", "without a body"),
        ("<nitf><body>", "invalid XML"),
        ("<results><id>1</id></results>", "XML of another kind: <results>"),
        ('<?xml version="1.0"?><results/>', "XML of another kind: <results>"),
        ("<!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf><p>&a;</p></nitf>", "declares entities"),
        ("<!DOCTYPE nitf [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><nitf><p>&a;</p></nitf>", "declares entities"),
        ("<nitf>" + "<p>" * 200_000, "nested too deeply"),
        ("<nitf>" + "<p/>" * 400_000 + "</nitf>", "too many elements"),
    ],
)
def test_no_article(document, reason):
    assert reason in refusal(document, "wire.xml")


def test_nitf():
    docdata = " management-status='embargoed'><date.issue norm='20310307T200000+0100'/>"
    docdata += "<date.release norm='20310308T060000Z'/><ed-msg info='For use on Sunday'/>"
    article = read_one(f'<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf.dtd">{make_nitf(PARAGRAPHS, docdata)}', "a")
    assert article.outlet.id == "norwire"
    assert article.published == "2031-03-07T20:00:00+01:00"
    assert article.bylines == ("Lena Aas",)
    assert article.notes == (
        "Embargoed until 2031-03-08T06:00:00+00:00.",
        "Publication status: embargoed.",
        "For use on Sunday",
    )
    assert [label for label, _ in pieces(article)] == ["headline", "dateline", "paragraph", "paragraph", "tail"]


def test_entities_of_a_document_type_that_is_not_loaded():
    body = f"<p>At the caf&eacute; &mdash; {FIRST}</p>"
    article = read_one(f'<!DOCTYPE nitf SYSTEM "nitf.dtd">{make_nitf(body)}', "a.xml")
    assert f"At the café — {FIRST}" in article.text


def test_declared_encoding():
    document = f'<?xml version="1.0" encoding="iso-8859-1"?>{make_nitf(f"<p>Señor Ibáñez agreed. {FIRST}</p>")}'
    assert "Señor Ibáñez agreed." in read_one(document.encode("latin-1"), "a.xml").text
    assert "Señor Ibáñez agreed." in read_one(document.encode("utf-16"), "a.xml").text


def test_newsml():
    contents = f"""<NewsComponent><Role FormalName="HeadLine"/><ContentItem><DataContent><p>{"x " * 400}</p>
    </DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName="Main"/><ContentItem>
    <MediaType FormalName="Text"/><DataContent><![CDATA[<P>{FIRST}</P><P>{SECOND}</P>]]></DataContent></ContentItem>
    </NewsComponent>"""
    item = f"""<NewsItem><Identification><ProviderId>norwire.example</ProviderId></Identification><NewsManagement>
    <FirstCreated>20310307T200000Z</FirstCreated><ThisRevisionCreated>20310307T211000Z</ThisRevisionCreated>
    <Status FormalName="Canceled"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Pier burns</HeadLine>
    <ByLine>By Lena Aas</ByLine></NewsLines><DescriptiveMetadata><Property FormalName="City" Value="Port Ostrel"/>
    </DescriptiveMetadata>{contents}</NewsComponent></NewsItem>"""
    article = read_one(f"<NewsML>{item}</NewsML>", "wire.xml")
    assert article.outlet.id == "norwire"
    assert pieces(article) == [("headline", "Pier burns"), ("paragraph", FIRST), ("paragraph", SECOND)]
    assert (article.published, article.updated) == ("2031-03-07T20:00:00+00:00", "2031-03-07T21:10:00+00:00")
    assert article.dateline == Dateline("Port Ostrel", None, None)
    assert article.notes == ("Publication status: Canceled.",)
