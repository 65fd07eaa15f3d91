"""Who is credited with which words."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.attribution import Quotation, find_quotations

CASES = yaml.safe_load((Path(__file__).parent / "quotations.yaml").read_text(encoding="utf-8"))


def show(text: str, quotation: Quotation) -> str:
    speaker = "" if quotation.speaker is None else text[slice(*quotation.speaker)]
    cue = "" if quotation.cue is None else text[slice(*quotation.cue)]
    pieces = " / ".join(text[start:end] for start, end in quotation.pieces)
    return f"{quotation.kind} | {speaker} | {cue} | {pieces}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_finds_what_is_credited(case: dict[str, object]) -> None:
    text = str(case["text"])
    assert [show(text, quotation) for quotation in find_quotations(text, [(0, len(text))])] == case["found"]


def test_reads_headlines() -> None:
    text = "Brandt: 'Bridge was never safe'\nThe bridge fell."
    (found,) = find_quotations(text, [(0, 31), (32, len(text))], [(0, 31)])
    assert show(text, found) == "direct | Brandt | : | 'Bridge was never safe'"


def test_leaves_labels_of_headlines_alone() -> None:
    text = "Exclusive: Bridge was never safe for cars"
    assert find_quotations(text, [(0, len(text))], [(0, len(text))]) == []


def _read_lines(lines: list[str]) -> list[str]:
    text, spans = "\n".join(lines), []
    for line in lines:
        begun = spans[-1][1] + 1 if spans else 0
        spans.append((begun, begun + len(line)))
    return [show(text, quotation) for quotation in find_quotations(text, spans)]


def test_continues_a_quotation_in_the_next_paragraph() -> None:
    lines = ["“It was never safe,” Brandt said.", "“Nobody wanted to hear it at the time.”", "The bridge fell in May."]
    assert _read_lines(lines) == [
        "direct | Brandt | said | “It was never safe,” / “Nobody wanted to hear it at the time.”"
    ]


def test_reads_a_transcript_that_stands_in_marks() -> None:
    lines = [
        '"ODE: Is it safe?',
        '"BRANDT: It never was.',
        '"ODE: Why is it open then?',
        '"SHARE: 40.',
        '"BRANDT: Ask the port."',
    ]
    assert [found.split(" | ")[1] for found in _read_lines(lines)] == ["ODE", "BRANDT", "ODE", "BRANDT"]


def test_gives_a_paragraph_in_marks_to_whom_the_next_names() -> None:
    lines = [
        "Ode said it was safe.",
        "The bridge fell.",
        "“Nobody wanted to hear it then.”",
        "“It was bad,” said Brandt.",
    ]
    assert _read_lines(lines) == [
        "indirect | Ode | said | it was safe",
        "direct | Brandt | said | “Nobody wanted to hear it then.” “It was bad,”".replace("” “", "”\n“"),
    ]


def test_reads_transcripts() -> None:
    lines = ["Ode: Was it safe?", "Brandt: It never was.", "Ode: Who knew that?", "Brandt: We all knew."]
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    assert [text[slice(*q.speaker)] for q in find_quotations(text, spans) if q.speaker] == ["Ode", "Brandt"] * 2


WORDS = st.sampled_from(
    "Ann Ode said told that he the ministry , . \" “ ” ' according to 12 who and but — : ( ) adding vowed it in a"
    " statement \u202e é".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_lie_inside_and_apart(text: str) -> None:
    for quotation in find_quotations(text, [(0, len(text))]):
        assert all(0 <= start < end <= len(text) for start, end in quotation.pieces)
        ordered = [place for piece in quotation.pieces for place in piece]
        assert ordered == sorted(ordered)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    find_quotations(text, [(0, len(text))], [(0, len(text))])


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“a ",
        "Ann said that he ",
        '"Yes," said Ann. ',
        "by saying that ",
        "''' ",
        "while Ann says ",
        "(a, ",
        "his claim that ",
        "on Ann's count ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    begun = time.process_time()
    find_quotations(text, [(0, len(text))])
    assert time.process_time() - begun < 4


def test_a_quotation_of_many_paragraphs_takes_linear_time() -> None:
    lines = ["Ann said that he goes.", *["“We go there every single day.”"] * 2000]
    text, spans, at = "\n".join(lines), [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    begun = time.process_time()
    assert len(find_quotations(text, spans)) < 40
    assert time.process_time() - begun < 4


HEADLINES = [
    ("Delay claims after ferry storm", []),
    ("Orlo Steel profit jumps, beats forecasts", []),
    ("Brandt calls for new bridge", ["indirect | Brandt | calls | new bridge"]),
    ("Bridge was never safe, inspectors warn", ["indirect | inspectors | warn | Bridge was never safe"]),
]


@pytest.mark.parametrize(("text", "found"), HEADLINES)
def test_tells_verbs_from_nouns_in_headlines(text: str, found: list[str]) -> None:
    span = (0, len(text))
    assert [show(text, quotation) for quotation in find_quotations(text, [span], [span])] == found
