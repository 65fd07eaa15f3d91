"""Claims that very many outlets print: what differs is found, and the work grows with their number alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from claims import discrepancies
from claims.discrepancies import MOST_WORDINGS, RULES, Difference, Setting, find_discrepancies
from claims.model import Article, Attribution
from claims.registry import Registry
from tests.matching.stories import make_article, make_rows


def make_claim(sentences: Sequence[str]) -> tuple[list[Attribution], Setting]:
    articles: list[Article] = [make_article(f"outlet-{n:03}", [text]) for n, text in enumerate(sentences)]
    return [row for article in articles for row in make_rows(article)], Setting({a.id: a for a in articles}, Registry())


def tell(number: int, count: int = 40) -> str:
    word = "".join("abcdefghij"[int(digit)] for digit in str(number))
    return f"{count} people were killed when the dam broke on Monday, as the {word} news has it."


def ignore(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    return iter(())


def count_calls(monkeypatch: pytest.MonkeyPatch, count: int) -> int:
    calls = 0

    def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
        nonlocal calls
        calls += 1
        return iter(())

    monkeypatch.setattr(discrepancies, "RULES", dict.fromkeys(RULES, ignore) | {"measure": find})
    assert not find_discrepancies(*make_claim([tell(n) for n in range(count)]))
    return calls


def test_the_work_grows_with_the_number_of_outlets(monkeypatch: pytest.MonkeyPatch) -> None:
    assert count_calls(monkeypatch, MOST_WORDINGS) == MOST_WORDINGS * (MOST_WORDINGS - 1) / 2
    assert count_calls(monkeypatch, 400) - count_calls(monkeypatch, 300) == 100 * MOST_WORDINGS


def test_one_that_differs_late_is_found() -> None:
    found = find_discrepancies(*make_claim([*(tell(n) for n in range(2 * MOST_WORDINGS)), tell(99, 14)]))
    late = 2 * MOST_WORDINGS
    assert {row.between for row in found if row.kind == "figure-conflict"} == {(n, late) for n in range(MOST_WORDINGS)}


def test_copies_do_not_crowd_out_other_wordings() -> None:
    sentences = [*[tell(0)] * MOST_WORDINGS, tell(1, 14), tell(2)]
    pairs = {row.between for row in find_discrepancies(*make_claim(sentences)) if row.kind == "figure-conflict"}
    assert (MOST_WORDINGS, MOST_WORDINGS + 1) in pairs
