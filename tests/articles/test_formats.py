"""Readers are loaded late: what is asked before never keeps from a module what it would take."""

from importlib import import_module

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.articles import READERS
from claims.wordlists import read_pairs

OPENINGS = [
    "",
    "\ufeff",
    "  \n",
    "{",
    "[{",
    "---\ntitle: Pier\n---\n",
    "+++\ntitle = 'Pier'\n+++\n",
    "<rss>",
    "<?xml version='1.0'?><nitf>",
    "<!doctype html><p>",
    "From: a@b.example\nTo: c@d.example\nSubject: Pier\n\n",
    "headline,text,outlet\n",
    "headline;text;outlet\n",
    "Headline | Text | Outlet\n",
    "ABC0123 4 POL 0250 pier-fire\n",
    "r i bc-pier 03-07 0421\n",
    "a0123 r i am-pier 03-07 0421\n",
    "a0123\n",
    "BC-Pier, 250\n",
    "Priority: 4\nSlug: pier\n",
    "Words = 250\nSlug = pier\n",
    "\x01ABC\x02",
    "\n\n\x01r\x02",
    "PK\x03\x04",
    "PAR1",
    "%PDF-1.4",
    "\n %PDF-1.4",
    "WARC/1.0\r\n",
]
PROSE = "The pier burned down on Friday, the mayor of Port Ostrel said."
TEXTS = st.one_of(st.text(), st.builds("".join, st.lists(st.sampled_from([*OPENINGS, PROSE, "3", ":"]), max_size=4)))


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("suffix", [".txt", "", ".html", ".csv"])
def test_an_opening_is_taken_as_the_module_takes_it(name: str, opening: str, suffix: str) -> None:
    data = (opening + PROSE).encode()
    module = import_module(f"claims.articles.{name}")
    assert READERS[name].matches(data, suffix) == module.matches(data, suffix)


@pytest.mark.parametrize("name", READERS)
@given(text=TEXTS)
@example("\r\rABC0123 4 POL 0250 pier")
@example("\u3000Priority : 4\nWords: 12")
def test_any_text_is_taken_as_the_module_takes_it(name: str, text: str) -> None:
    data = text.encode("utf-8", "replace")
    module = import_module(f"claims.articles.{name}")
    assert READERS[name].matches(data, ".txt") == module.matches(data, ".txt")


def test_names_of_columns_hold_no_digits() -> None:
    from claims.articles.rows import _LIST

    assert not any(map(str.isdigit, "".join(read_pairs(_LIST)["columns"])))
