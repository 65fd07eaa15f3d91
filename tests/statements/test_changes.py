"""What changed between two versions of an article."""

from claims.model import Statement
from claims.statements.changes import list_changes


def statements(*texts: str) -> list[Statement]:
    return [Statement("wire-1", n, "body", 0, len(text), text, n, n) for n, text in enumerate(texts)]


def changes(before: list[Statement], after: list[Statement]) -> list[tuple[str | None, str | None]]:
    return [(c.before and c.before.text, c.after and c.after.text) for c in list_changes(before, after)]


def test_a_figure_that_was_raised_is_one_change() -> None:
    before = statements("Nine people were killed in the fire.", "The port is closed.")
    after = statements("Eleven people were killed in the fire.", "The port is closed.")
    assert changes(before, after) == [
        ("Nine people were killed in the fire.", "Eleven people were killed in the fire.")
    ]


def test_what_came_and_what_went() -> None:
    before = statements("The port is closed.", "The mayor declined to comment.")
    after = statements("The port is closed.", "Two ships were diverted to Hallin overnight.")
    assert changes(before, after) == [
        ("The mayor declined to comment.", None),
        (None, "Two ships were diverted to Hallin overnight."),
    ]


def test_a_statement_that_only_moved_is_no_change() -> None:
    before = statements("The port is closed.", "Nine people were killed.", "Fog hid the pier.")
    assert changes(before, [before[1], before[0], before[2]]) == []


def test_marks_and_case_are_no_change() -> None:
    assert changes(statements("“We’re closed,” he said."), statements('"We\'re closed," He said.')) == []
