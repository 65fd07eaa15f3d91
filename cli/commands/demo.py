"""``factcheck demo``: the bundled stories, from files to answer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from claims.errors import FactcheckError
from cli import options
from cli.commands.compare import compare
from cli.commands.ingest import ingest
from cli.status import ExitStatus
from cli.terminal import Terminal, use_terminal

_CLAIMS = 3
"""Claims shown of each story when all are run."""


def demo(
    context: typer.Context,
    story: Annotated[
        str | None, typer.Argument(metavar="[STORY]", help="Only this story, in full.", show_default=False)
    ] = None,
    color: options.Color = "auto",
) -> ExitStatus:
    """Run the bundled stories.

    They go through a temporary store: ingest, then compare.
    """
    from tempfile import TemporaryDirectory

    terminal = use_terminal(context)
    stories = choose_stories(find_samples(), story)
    status = ExitStatus.DONE
    for folder in stories:
        with TemporaryDirectory(prefix="factcheck-") as temporary:
            db = Path(temporary) / "demo.db"
            sources = folder / "sources.yaml" if (folder / "sources.yaml").is_file() else None
            _announce(terminal, f"factcheck ingest {_shorten(folder)}")
            ingest(context, [str(folder)], db=db, sources=sources)
            _announce(terminal, "factcheck compare")
            status = max(
                status, compare(context, db=db, sources=sources, color=color, limit=None if story else _CLAIMS)
            )
        terminal.write("")
    for line in _suggest(stories, story):
        terminal.write(line)
    return status


def find_samples() -> Path:
    """Return the folder of the stories: in the wheel, or beside the package in a checkout."""
    import claims

    package = Path(claims.__file__).parent
    bundled = package / "bundled" / "samples"
    return bundled if bundled.is_dir() else package.parent / "samples"


def choose_stories(samples: Path, story: str | None) -> list[Path]:
    """Return the folders of all stories, sorted, or of the one named; raise where there is none."""
    folders = sorted(path for path in samples.iterdir() if path.is_dir()) if samples.is_dir() else []
    if story is None:
        return folders
    found = [folder for folder in folders if folder.name == story]
    if not found:
        names = ", ".join(folder.name for folder in folders)
        raise FactcheckError(f"no story is called {story!r}", hint=f"there are: {names}")
    return found


def _announce(terminal: Terminal, command: str) -> None:
    terminal.write(f"$ {command}")
    terminal.stdout.flush()


def _suggest(stories: Sequence[Path], story: str | None) -> list[str]:
    folder = stories[0]
    name = _shorten(folder)
    sources = f" --sources {name}/sources.yaml" if (folder / "sources.yaml").is_file() else ""
    article = next(path for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".html", ".json"})
    first = [] if story else [f"  factcheck demo {folder.name}"]
    return [
        "Next:",
        *first,
        f"  factcheck compare {name}{sources} --json",
        f"  factcheck show {_shorten(article)}{sources}",
        "  factcheck compare YOUR-FILE.txt ANOTHER.html",
    ]


def _shorten(path: Path) -> str:
    """Return the path as it is typed from here: relative where it lies below."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
