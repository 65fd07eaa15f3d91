"""Plant far repeats in a generated corpus and count those that are found: ``python -m bench.scale.repeats STATEMENTS``.

Some statements of each story say what an earlier story said, in a manner of their own: word for word, lightly or
heavily edited. An edit that changes a name or a figure makes it no repeat, so recall is told apart where these stayed.
Whatever else is found is wrong, but for halves of a story that was torn: the stories are about other people and places.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from random import Random
from typing import NamedTuple

from bench.scale.corpus import SEED, Row, generate
from bench.scale.retelling import MANNERS, paraphrase
from bench.scale.store import make_article
from claims.model import Article, Claim
from claims.pipeline import compare
from claims.registry import Registry

APART = 40
"""Statements of a story for one that an earlier story made."""
_MARKS = re.compile(r"(?<!^)\b[A-Z][a-z]\w+|\d[\d,.]*\d|\d")
"""Names inside a sentence and numbers."""


class Planted(NamedTuple):
    """A repeat: the claim numbers of both stories, and whether names and numbers stayed and are any."""

    first: int
    second: int
    manner: int
    telling: bool


def plant(rows: Sequence[Row], seed: int = SEED) -> tuple[list[Row], list[Planted]]:
    """Return the statements with repeats among them, and the gold; a repeat is a claim of its own."""
    random = Random(f"repeats {seed}")
    told: list[Row] = []
    planted: list[Planted] = []
    earlier: list[Row] = []
    claim = max(row.claim for row in rows) + 1
    for _, members in groupby(rows, key=lambda row: row.story):
        story = list(members)
        told += story
        for _ in range(len(story) // APART if earlier else 0):
            source, manner = random.choice(earlier), random.randrange(len(MANNERS))
            text = paraphrase(source.text, MANNERS[manner], random, {})
            marks = set(_MARKS.findall(source.text))
            telling = bool(marks) and marks == set(_MARKS.findall(text))
            told.append(story[-1]._replace(claim=claim, text=text))
            planted.append(Planted(source.claim, claim, manner, telling))
            claim += 1
        earlier += story
    return told, planted


def number_claims(articles: Sequence[tuple[Article, Sequence[Row]]]) -> dict[str, list[tuple[int, int]]]:
    """Return of each article where its statements start, with their claim numbers."""
    places: dict[str, list[tuple[int, int]]] = {}
    for article, rows in articles:
        end = 0
        found = places[article.id] = []
        for row in rows:
            start = article.text.index(row.text, end)
            found.append((start, row.claim))
            end = start + len(row.text)
    return places


def list_numbers(claim: Claim, places: dict[str, list[tuple[int, int]]]) -> set[int]:
    """Return the claim numbers of the statements that a claim holds."""
    return {
        max(place for place in places[row.statement.article] if place[0] <= row.statement.start)[1]
        for row in claim.attributions
    }


def report(statements: int) -> Iterator[str]:
    """Yield the figures of one corpus."""
    rows, planted = plant(list(islice(generate(), statements)))
    articles = [
        (make_article(told), told) for told in (list(each) for _, each in groupby(rows, key=lambda row: row.article))
    ]
    begun = time.process_time()
    claims = compare([article for article, _ in articles], Registry()).claims
    spent = time.process_time() - begun
    places = number_claims(articles)
    numbers = {claim.id: list_numbers(claim, places) for claim in claims}
    found: dict[frozenset[str], set[tuple[int, int]]] = defaultdict(set)
    for claim in claims:
        for repeat in claim.repeats:
            pairs = ((one, two) for one in numbers[claim.id] for two in numbers[repeat.claim])
            found[frozenset((claim.id, repeat.claim))] |= set(pairs)
    roots: dict[int, int] = {}
    for each in planted:  # what a repeat repeats may be one itself
        roots[each.second] = roots.get(each.first, each.first)
    right = sum(any(roots.get(one, one) == roots.get(two, two) for one, two in pairs) for pairs in found.values())
    met = {pair for pairs in found.values() for pair in pairs}
    yield f"{len(rows):,} statements, {len(planted):,} repeats planted, {spent:.1f} s of processor"
    yield f"  found {len(found):,}, right {right:,}: precision {right / max(1, len(found)):.3f}"
    for name, chosen in (
        ("all", planted),
        ("names and figures kept", [each for each in planted if each.telling]),
        ("of these word for word", [each for each in planted if each.telling and not each.manner]),
    ):
        recalled = sum((each.first, each.second) in met for each in chosen)
        yield f"  recall, {name}: {recalled / max(1, len(chosen)):.3f} of {len(chosen):,}"


def main() -> None:
    """Parse the command line and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("statements", type=int)
    for line in report(parser.parse_args().statements):
        print(line, flush=True)


if __name__ == "__main__":
    main()
