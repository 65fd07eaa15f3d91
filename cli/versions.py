"""The versions of an article, and what changed from each to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claims.articles import link_versions
from claims.model import Article
from claims.statements import split_statements
from claims.statements.changes import Change, list_changes

if TYPE_CHECKING:
    from rich.console import Console

Step = tuple[Article, Article, list[Change]]


def list_versions(article: Article, articles: Sequence[Article]) -> list[Article]:
    """Return the versions of the article among ``articles``, the earliest first; alone where there is no other."""
    linked = {each.id: each for each in link_versions(articles)}
    first = linked[article.id]
    while first.version_of in linked:
        first = linked[first.version_of]
    found, later = [first], {each.version_of: each for each in linked.values() if each.version_of}
    while found[-1].id in later:
        found.append(later[found[-1].id])
    return found


def compare_versions(versions: Sequence[Article]) -> Iterator[Step]:
    """Yield each two versions in turn with the statements that came, went or were reworded."""
    for before, after in pairwise(versions):
        yield before, after, list(list_changes(split_statements(before), split_statements(after)))


def build_changes(versions: Sequence[Article]) -> dict[str, Any]:
    """Return the versions and changes as plain values for JSON."""
    return {
        "versions": [article.id for article in versions],
        "changes": [
            {
                "from": before.id,
                "to": after.id,
                "before": change.before and change.before.text,
                "after": change.after and change.after.text,
            }
            for before, after, changes in compare_versions(versions)
            for change in changes
        ],
    }


def print_versions(console: Console, versions: Sequence[Article]) -> None:
    """Print the versions and, between each two, what went (-) and what came (+)."""
    from rich.text import Text

    from claims.render.clean import clean
    from claims.render.words import phrase_day
    from cli.terminal import print_block

    for before, after, changes in compare_versions(versions):
        told = " to ".join(
            f"{version.id} ({phrase_day(version.published) or 'no date'})" for version in (before, after)
        )
        print_block(console, Text.assemble((told, "bold")), gap=False)
        for change in changes:
            for mark, statement in (("- ", change.before), ("+ ", change.after)):
                if statement:
                    print_block(console, Text(mark + clean(" ".join(statement.text.split()))), gap=False)
        print_block(console, Text("" if changes else "nothing changed in its statements"), gap=False)
