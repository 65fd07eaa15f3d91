"""A weekday that is not that of its date is reported of the statement alone."""

from claims.discrepancies import Setting, find_discrepancies
from claims.model import Article, Block, Outlet
from claims.pipeline import read_attributions
from claims.registry import Registry


def find_faults(text: str) -> list[str]:
    blocks = (Block("paragraph", 0, len(text)),)
    article = Article("wire-1", Outlet("wire", "Wire"), text, blocks, "0" * 64, published="2026-05-14", language="en")
    rows = read_attributions(article, Registry())
    return [row.message for row in find_discrepancies(rows, Setting({article.id: article}, Registry()))]


def test_weekday_that_does_not_fit() -> None:
    assert find_faults("The mill will open on Tuesday 12 May.") == []
    (message,) = find_faults("The mill will open on Wednesday 12 May.")
    assert message == "Wire has “Wednesday 12 May”: Wednesday does not fit: 2026-05-12 is a Tuesday."
