"""Exit statuses, and the terminal as an object."""

from __future__ import annotations

import io

import pytest

from cli.main import run
from cli.status import ExitStatus
from cli.terminal import Terminal, choose_color, choose_width
from tests.cli.conftest import Run


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_statuses_are_the_documented_ones() -> None:
    assert {status.name: int(status) for status in ExitStatus} == {
        "DONE": 0,
        "FOUND": 1,
        "MISTAKE": 2,
        "BUG": 3,
        "INTERRUPTED": 130,
    }


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 0, ""),
        (ZeroDivisionError("by zero"), 3, "factcheck: error: a fault in factcheck itself: ZeroDivisionError: by zero"),
        (PermissionError(13, "Permission denied", "x.db"), 2, "factcheck: error: x.db: Permission denied"),
    ],
)
def test_whatever_happens_has_a_status(
    factcheck: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, told: str
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr("claims.render.schema.build_schema", fail)
    result = factcheck("schema")
    assert result.status == status
    assert told in result.err


def test_usage(factcheck: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert factcheck().status == 0
    assert "compare" in capsys.readouterr().out
    result = factcheck("sources")
    assert (result.status, result.err) == (
        2,
        "factcheck: error: missing command\nfactcheck: hint: factcheck sources --help\n",
    )
    assert factcheck("nonsense").status == 2


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "compare"]])
def test_version(factcheck: Run, arguments: list[str]) -> None:
    result = factcheck(*arguments)
    assert (result.status, result.out.split()[0]) == (0, "factcheck")


def test_messages_carry_no_escape_sequences(factcheck: Run) -> None:
    assert "\x1b" not in factcheck("compare", "a\x1b[31mb.txt").err


@pytest.mark.parametrize(
    ("columns", "width"), [("", 120), ("100", 100), ("7", 40), ("0", 120), ("wide", 120), ("-5", 120)]
)
def test_width_of_a_pipe(columns: str, width: int) -> None:
    assert choose_width(io.StringIO(), {"COLUMNS": columns}) == width


@pytest.mark.parametrize(
    ("choice", "env", "screen", "colored"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_color(choice: str, env: dict[str, str], screen: bool, colored: bool) -> None:
    out = Screen() if screen else io.StringIO()
    assert choose_color(choice, out, env) is colored


def test_progress_is_drawn_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    from cli import progress

    monkeypatch.setattr(progress, "_PATIENCE", -1)
    for stream, quiet, drawn in ((Screen(), False, True), (io.StringIO(), False, False), (Screen(), True, False)):
        terminal = Terminal(io.StringIO(), io.StringIO(), stream, {}, quiet=quiet)
        with progress.show_progress(terminal) as draw:
            draw("matching", 1, 2)
        assert ("matching 1 of 2" in stream.getvalue()) is drawn
        assert stream.getvalue().endswith("\x1b[K" if drawn else "")


def test_run_without_a_terminal_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("factcheck ")
