"""Alignment: what stands in the same place of two nearly identical statements."""

from hypothesis import given
from hypothesis import strategies as st

from claims.discrepancies.alignment import Slot, align_statements
from claims.model import Attribution, Outlet, Statement


def attribution(text: str, start: int = 0) -> Attribution:
    return Attribution(Statement("wire-1", 0, "body", start, start + len(text), text, 0, 0), Outlet("wire", "Wire"))


def test_one_number_for_another() -> None:
    a = attribution("The ferry carried 212 passengers and eleven crew.")
    b = attribution("The ferry carried 221 passengers and eleven crew.", start=100)
    assert align_statements(a, b) == (Slot(("212",), ("221",), (18, 21), (118, 121)),)


def test_a_word_that_only_one_has() -> None:
    a = attribution("The bridge was closed to lorries on Monday.")
    b = attribution("The bridge was not closed to lorries on Monday.")
    (slot,) = align_statements(a, b) or ()
    assert (slot.ours, slot.theirs) == ((), ("not",))


def test_marks_and_case_are_no_difference() -> None:
    assert align_statements(attribution("“We won’t go,” he said"), attribution('"We won\'t go," He said.')) == ()


def test_told_differently() -> None:
    a = attribution("The ferry carried 212 passengers and eleven crew.")
    assert align_statements(a, attribution("Eleven sailors and 212 travellers were on board.")) is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_slots_lie_inside(ours: str, theirs: str) -> None:
    for slot in align_statements(attribution(ours, 5), attribution(theirs, 9)) or ():
        assert 5 <= slot.our_span[0] <= slot.our_span[1] <= 5 + len(ours)
        assert 9 <= slot.their_span[0] <= slot.their_span[1] <= 9 + len(theirs)
