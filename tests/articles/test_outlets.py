"""Whose article it is."""

import pytest

from claims.articles import Source
from claims.articles.outlets import find_outlet, host_of, strip_version
from claims.model import Outlet
from claims.registry import Registry

GAZETTE = Outlet(id="gazette", name="The Ostrel Gazette", domains=("gazette.example",))
NORWIRE = Outlet(id="norwire", name="Norwire")
FRANCE_2 = Outlet(id="france-2", name="France 2")
REGISTRY = Registry(outlets=(GAZETTE, NORWIRE, FRANCE_2))


@pytest.mark.parametrize(
    ("name", "clues", "expected"),
    [
        ("norwire.txt", {"hosts": ["https://www.gazette.example/a"]}, GAZETTE),
        ("norwire.html", {"names": ["Ostrel Gazette"]}, GAZETTE),
        ("gazette-2.txt", {"hints": ["Norwire"]}, GAZETTE),
        ("france-2.txt", {}, FRANCE_2),
        ("france-2-1.txt", {}, FRANCE_2),
        ("copy.txt", {"hints": ["Norwire"]}, NORWIRE),
        ("copy.txt", {"mail_hosts": ["mail.gazette.example"]}, GAZETTE),
    ],
)
def test_known_outlet(name, clues, expected):
    assert find_outlet(Source(f"folder/{name}", REGISTRY), **clues) is expected


@pytest.mark.parametrize(
    ("name", "clues", "expected"),
    [
        ("tribune-2.txt", {}, "tribune"),
        ("article-2.txt", {}, "article-2"),
        ("My Paper.txt", {}, "my-paper"),
        ("week.csv", {"names": ["Morning Beacon"]}, "morning-beacon"),
        ("x.html", {"hosts": ["https://www.Tribune.example/a"]}, "tribune.example"),
        ("https://news.tribune.example/a", {"hosts": ["https://news.tribune.example/a"]}, "news.tribune.example"),
    ],
)
def test_provisional_outlet(name, clues, expected):
    outlet = find_outlet(Source(name, REGISTRY), **clues)
    assert outlet.provisional
    assert outlet.id == expected


@pytest.mark.parametrize(("address", "host"), [("http://[", None), ("", None), ("localhost", None), ("a.b", "a.b")])
def test_host(address, host):
    assert host_of(address) == host


def test_version_suffix():
    assert [strip_version(stem) for stem in ("a-1", "a_2", "a-v3", "a-2026", "-1")] == ["a", "a", "a", "a-2026", "-1"]
