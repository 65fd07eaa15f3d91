"""Lines and hard-wrapped paragraphs."""

from claims.articles.lines import split_lines

WRAPPED = """\
The ferry operator said on Saturday that about 1,200 people
were stranded in the town after the storm had closed the port
and all departures were cancelled.

The mayor said that two schools had been opened for those who
had found no bed, and that bread would come in the morning.
"""


def test_wrapped_paragraphs_are_joined():
    lines = split_lines(WRAPPED)
    assert [line.text.split()[0] for line in lines] == ["The", "The"]
    assert all(WRAPPED[line.start : line.end] == line.text for line in lines)


def test_indent_starts_a_paragraph():
    text = WRAPPED.replace("\n\nThe", "\n   The")
    assert len(split_lines(text)) == 2


def test_one_line_that_was_changed_by_hand_is_still_wrapped():
    wide = """\
The harbour office said on Saturday that about 1,200 people had spent the night in the
ticket hall after the storm had closed the port and all departures had been cancelled, and
that nobody had been hurt. The queue for coffee, one passenger told this newspaper, had been
longer than the one for the boat, and the coffee had run out before midnight. She had slept
on her suitcase, and so had most of the others, while the wind took two panes out of the
roof over the platform and the caretaker swept up the glass by the light of a telephone.

The mayor said that two schools had been opened for those who had found no bed in the town,
and that the bakers had promised bread.

Both ferries stay in the port until the wind has dropped. A spokesman for the company said that there
was no damage.
"""
    assert [line.text.split()[0] for line in split_lines(wide)] == ["The", "The", "Both"]


def test_sentences_of_one_length_are_no_wrapped_paragraph():
    assert len(split_lines("The minister said that it would be done by the end of next year.\n" * 6)) == 6


def test_one_paragraph_a_line():
    assert len(split_lines("Short line\nAnother short line\n" + "long " * 60)) == 3
