"""Wire copy: which paragraphs of two outlets are near copies, and which only quote the same words."""

import string

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Article, Block, Dateline, Outlet
from claims.origins import find_copies

WIRE = (
    "Two freight trains collided on the single track between Horn and Ulm early on Tuesday, and the line will stay "
    "closed until the weekend while engineers clear nine derailed wagons."
)
REWRITTEN = (
    "A goods train ran into another before dawn on Tuesday north of Horn. Services on the branch to Ulm are not "
    "expected back before Saturday at the earliest, a dispatcher told the Harbour Post."
)
QUOTATION = (
    '“We have walked every metre of that track since the spring, and we wrote down every loose bolt that we found, '
    'and nobody ever came to read what we had written,” Renn said.'
)  # fmt: skip


def article(outlet: Outlet, *paragraphs: str, credited: tuple[str, ...] = (), agency: str | None = None) -> Article:
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    dateline = Dateline(agency=agency) if agency else None
    return Article(f"{outlet.id}-1", outlet, text, tuple(blocks), "0" * 64, credits=credited, dateline=dateline)


AGENCY = Outlet(id="northern-wire", name="Northern Wire", kind="agency")
PAPER = Outlet(id="harbour-post", name="Harbour Post", kind="newspaper")
OTHER = Outlet(id="courier", name="Courier", kind="newspaper")


def test_a_cut_down_copy_of_an_agency_paragraph_is_known_whatever_the_order() -> None:
    wire = article(AGENCY, WIRE)
    paper = article(PAPER, "Nothing else happened.", WIRE.replace("early on Tuesday", "on Tuesday morning"))
    for articles in ([wire, paper], [paper, wire]):
        assert find_copies(articles).originals == {("harbour-post-1", 1): {("northern-wire-1", 0)}}


def test_other_words_for_one_happening_are_no_copy() -> None:
    assert not find_copies([article(AGENCY, WIRE), article(PAPER, REWRITTEN)]).originals


def test_one_quotation_in_two_papers_is_no_copy() -> None:
    assert not find_copies([article(AGENCY, QUOTATION), article(PAPER, QUOTATION)]).originals


def test_one_outlet_does_not_copy_itself() -> None:
    first, second = article(PAPER, WIRE), article(PAPER, WIRE)
    assert not find_copies([first, second]).originals


def test_of_two_papers_the_one_that_credits_the_other_is_the_copy_else_the_later_one() -> None:
    credited = find_copies([article(PAPER, WIRE, credited=("Courier",)), article(OTHER, WIRE)])
    assert set(credited.originals) == {("harbour-post-1", 0)}
    dated = find_copies([article(PAPER, WIRE, agency="Courier"), article(OTHER, WIRE)])
    assert set(dated.originals) == {("harbour-post-1", 0)}
    later = find_copies([article(PAPER, WIRE), article(OTHER, WIRE)])
    assert set(later.originals) == {("courier-1", 0)}


def test_who_republishes_an_outlet_is_the_copier() -> None:
    digest = Outlet(id="digest", name="Digest", republishes=("courier",))
    assert set(find_copies([article(digest, WIRE), article(OTHER, WIRE)]).originals) == {("digest-1", 0)}


@given(st.lists(st.text(alphabet=string.printable + "“”é", max_size=400), max_size=4))
def test_any_text_is_read(paragraphs: list[str]) -> None:
    outlets = (AGENCY, PAPER)
    found = find_copies([article(outlet, *paragraphs) for outlet in outlets])
    assert all(copy[0] == "harbour-post-1" for copy in found.originals)


def test_unclosed_marks_cost_no_more_than_text() -> None:
    text = "“a " * 50_000
    assert not find_copies([article(AGENCY, text), article(PAPER, text)]).originals
