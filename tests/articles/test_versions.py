"""Versions of one story."""

from claims.articles import Source, link_versions, read_bytes
from claims.model import Article, Outlet
from claims.registry import Registry

REGISTRY = Registry(outlets=(Outlet(id="norwire", name="Norwire"), Outlet(id="gazette", name="Gazette")))
FIRST = (
    "Storm strands ferry passengers\n\nOSTREL, March 7 (Norwire) - About 1,200 passengers were stranded in Port "
    "Ostrel on Saturday, Nordlinje said.\n\nHanne Vik of Nordlinje said that 12 departures were cancelled.\n"
)
LATER = (
    "UPDATE 1-Ostrel harbour to reopen after storm\n\nOSTREL, March 8 (Norwire) - Port Ostrel reopens at noon, said "
    "Hanne Vik of Nordlinje, whose 1,200 passengers had slept in schools.\n\nMayor Ida Strom thanked the bakers.\n"
)
OTHER = (
    "UPDATE 1-Bank cuts rate\n\nBERGSTAD, March 8 (Norwire) - The central bank cut its rate to 3.5% on Sunday, "
    "Governor Pia Holm said.\n\nInflation stood at 2.1% in February, the Statistics Office reported.\n"
)


def article(text: str, name: str) -> Article:
    found = read_bytes(text.encode(), Source(f"folder/{name}", REGISTRY, "2026-11-01"))
    assert isinstance(found[0], Article)
    return found[0]


def test_numbered_files_and_marked_headlines_are_linked_to_the_first():
    first, later = article(FIRST, "norwire-1.txt"), article(LATER, "norwire-2.txt")
    linked = link_versions([later, first])
    assert [entry.version_of for entry in linked] == [first.id, None]
    assert [entry.id for entry in linked] == [later.id, first.id]


def test_other_stories_and_other_outlets_are_not_linked():
    articles = [article(FIRST, "norwire-1.txt"), article(OTHER, "norwire-2.txt"), article(LATER, "gazette.txt")]
    assert all(entry.version_of is None for entry in link_versions(articles))


def test_near_copy_is_a_version_without_any_mark():
    first, copy = (
        article(FIRST, "norwire.txt"),
        article(FIRST.replace("12 departures", "14 departures"), "x/norwire.txt"),
    )
    assert link_versions([first, copy])[1].version_of == first.id


def test_identical_copies_are_no_versions():
    assert all(entry.version_of is None for entry in link_versions([article(FIRST, "norwire.txt")] * 2))
