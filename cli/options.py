"""The options that several commands share, each in one place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Format = Literal["table", "json", "jsonl", "csv", "markdown"]
ListFormat = Literal["table", "json"]
SeverityName = Literal["note", "differs", "conflict"]
EngineName = Literal["local", "dask", "spark"]
ColorName = Literal["auto", "always", "never"]


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH|URL]...", help="Files, folders, archives or addresses; - is standard input.", show_default=False
    ),
]
Db = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="FILE",
        envvar="FACTCHECK_DB",
        help="The file of the store; your own by default.",
        show_default=False,
    ),
]
Sources = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        metavar="FILE",
        envvar="FACTCHECK_SOURCES",
        help="The registry of outlets, people and institutions (sources.yaml).",
        show_default=False,
    ),
]
OutputFormat = Annotated[Format, typer.Option("--format", "-f", help="How to write the answer.")]
OutputListFormat = Annotated[ListFormat, typer.Option("--format", "-f", help="How to write the answer.")]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the answer to FILE.", show_default=False),
]
Color = Annotated[ColorName, typer.Option("--color", help="Colour the table.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No hints and no progress on standard error.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell on standard error what was read, and how.")]

Outlets = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help="Only claims in which this outlet takes part; may be repeated."),
]
ArticleOutlets = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help="Only articles of this outlet; may be repeated."),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help="Only articles published on this day or later (2026-02-04)."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DAY", help="Only articles published on this day or earlier."),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Only discrepancies of this kind; may be repeated."),
]
MinSeverity = Annotated[
    SeverityName | None,
    typer.Option("--min-severity", help="Only discrepancies of this severity or above.", show_default=False),
]
Everything = Annotated[
    bool,
    typer.Option("--all", help="Claims of one outlet too; json, jsonl and csv hold them always."),
]
AllMatches = Annotated[
    bool,
    typer.Option("--all-matches", help="Possible matches too: short or weakly matched statements, marked with ?."),
]
Semantic = Annotated[
    Path | None,
    typer.Option(
        "--semantic",
        metavar="FOLDER",
        help="Ask the sentence model in FOLDER, too, where the words leave a match open.",
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", min=0, metavar="NUMBER", help="At most so many claims; 0 is all, a table has 20.", show_default=False
    ),
]
Threads = Annotated[
    int | None,
    typer.Option(
        "--threads", min=1, metavar="NUMBER", help="Processes to work with; by default one a core.", show_default=False
    ),
]
Memory = Annotated[
    str | None,
    typer.Option(
        "--memory",
        metavar="SIZE",
        help="At most so much memory, all processes together (500M, 2G): what needs more is refused.",
        show_default=False,
    ),
]
Story = Annotated[
    str | None,
    typer.Option(
        "--story",
        metavar="ID|WORDS",
        help="Only this story: its id in `factcheck articles --stories`, or words that its articles tell of.",
        show_default=False,
    ),
]
Engine = Annotated[EngineName, typer.Option("--engine", help="With --input: what runs the work.")]
Master = Annotated[
    str | None,
    typer.Option(
        "--master",
        metavar="ADDRESS",
        help="With --engine dask or spark: the cluster; this machine's cores without one.",
        show_default=False,
    ),
]
Input = Annotated[
    str | None,
    typer.Option(
        "--input",
        metavar="FOLDER",
        help="Compare the articles of Parquet files, here or in an object store, and write Parquet to --output.",
        show_default=False,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the answer to FILE; with --input, to this folder.",
        show_default=False,
    ),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="End with status 1 when a discrepancy is shown.")]

FromList = Annotated[
    str | None,
    typer.Option(
        "--files0-from",
        metavar="FILE",
        help="Read the paths in FILE too, each ended by a NUL as `find -print0` writes them; - is standard input.",
        show_default=False,
    ),
]
KnownOutlet = Annotated[
    str | None,
    typer.Option("--outlet", metavar="NAME", help="The outlet of all these articles.", show_default=False),
]
KnownPublished = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DAY", help="When all these articles were published (2026-02-04).", show_default=False
    ),
]
KnownHeadline = Annotated[
    str | None,
    typer.Option("--headline", metavar="TEXT", help="The headline, where it is not in the file.", show_default=False),
]
KnownUrl = Annotated[
    str | None, typer.Option("--url", metavar="URL", help="The address it was published at.", show_default=False)
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="List what would be stored; store nothing.")]

AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Read addresses of this machine and of private networks, too.")
]
Timeout = Annotated[
    float, typer.Option("--timeout", min=1, max=600, metavar="SECONDS", help="The longest time for one address.")
]
Feeds = Annotated[
    list[str] | None,
    typer.Option(
        "--feed", metavar="URL", help="Read what is new in this feed or sitemap; may be repeated.", show_default=False
    ),
]
FeedLimit = Annotated[
    int, typer.Option("--limit", min=0, metavar="NUMBER", help="At most so many new pages of each feed; 0 is all.")
]
