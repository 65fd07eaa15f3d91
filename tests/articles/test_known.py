"""What the user says goes before what the files say."""

from claims.articles import Known, name_outlet
from tests.articles.samples import FIRST, REGISTRY, SECOND, pieces, read_one

TEXT = f"Pier burns\n\n1 March 2031\n\nPORT OSTREL, Feb. 27 (Norwire) - {FIRST}\n\n{SECOND}\n"


def test_everything_known():
    outlet = name_outlet("Ostrel Post", REGISTRY)
    known = Known(outlet, "2031-03-07", "PIER GONE", "https://ostrelpost.example/1")
    article = read_one(TEXT, "clip.txt", known)
    assert article.outlet == outlet
    assert article.id.startswith("ostrel-post-")
    assert (article.published, article.headline, article.url) == ("2031-03-07", "PIER GONE", known.url)


def test_address_tells_the_outlet():
    article = read_one(f"{FIRST}\n\n{SECOND}", "clip.txt", Known(url="https://www.norwire.example/x"))
    assert article.outlet.id == "norwire"


def test_known_headline_is_labelled_in_the_text():
    article = read_one(f"Harbour\n\nPier burns\n\n{FIRST}\n\n{SECOND}\n", "clip.txt", Known(headline="Pier burns"))
    assert [text for label, text in pieces(article) if label == "headline"] == ["Pier burns"]


def test_names_of_outlets():
    assert name_outlet("norwire", REGISTRY).id == "norwire"
    assert name_outlet("www.norwire.example", REGISTRY).id == "norwire"
    other = name_outlet("Ostrel Post", REGISTRY)
    assert (other.id, other.name, other.provisional) == ("ostrel-post", "Ostrel Post", True)
