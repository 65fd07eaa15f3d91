"""Make a corpus of any size with gold links: ``python -m bench.scale.corpus STATEMENTS OUT.parquet``.

A story retells one of our own articles with words, names and figures of its own; 1 to 50 outlets tell it, each in its
own manner: a verbatim copy, a light edit or a heavy paraphrase with words dropped and replaced, names respelled and
figures changed, some statements of its own among them. Two statements with one claim number say the same. Story
``n`` is drawn from the seed and ``n`` alone, so that a corpus is the beginning of every larger one.
"""

from __future__ import annotations

import argparse
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.scale.retelling import MANNER_WEIGHTS, MANNERS, Manner, paraphrase, reskin
from bench.scale.templates import read_templates

SEED = 7
STORIES_A_DAY = 190
"""About 5,000 statements a day of news."""
OUTLETS = 2000
MOST_OUTLETS = 50
_ALONE = 0.45
"""Of the stories, those that one outlet alone has."""
_BATCH = 50_000

_TELLERS = list(range(2, MOST_OUTLETS + 1))
_TELLER_SUMS = list(accumulate(count**-1.9 for count in _TELLERS))
_OUTLET_SUMS = list(accumulate((number + 5) ** -0.8 for number in range(OUTLETS)))


class Row(NamedTuple):
    """One statement of the corpus; ``claim`` is the gold."""

    article: int
    outlet: int
    day: int
    story: int
    claim: int
    text: str


def generate(seed: int = SEED) -> Iterator[Row]:
    """Yield the statements of an endless corpus, story by story, article by article."""
    article = claim = story = 0
    while True:
        rows = _Story(seed, story).tell()
        yield from (row._replace(article=article + row.article, claim=claim + row.claim, story=story) for row in rows)
        article += max(row.article for row in rows) + 1
        claim += max(row.claim for row in rows) + 1
        story += 1


class _Story:
    """One happening and all who tell it; articles and claims are numbered from 0."""

    def __init__(self, seed: int, number: int) -> None:
        self.random = Random(f"{seed} {number}")
        self.day = number // STORIES_A_DAY
        self.base = reskin(self.random.choice(read_templates()), self.random)
        self.claims = len(self.base)

    def tell(self) -> list[Row]:
        rows: list[Row] = []
        outlets = self._draw_outlets()
        for article, outlet in enumerate(outlets):
            day = self.day + int(self.random.expovariate(1.0))
            manner = self.random.choices(MANNERS, MANNER_WEIGHTS)[0]
            texts = self._retell(manner, len(outlets))
            rows += [Row(article, outlet, day, 0, claim, text) for claim, text in texts]
        return rows

    def _draw_outlets(self) -> list[int]:
        count = 1
        if self.random.random() >= _ALONE:
            count = _TELLERS[bisect_left(_TELLER_SUMS, self.random.random() * _TELLER_SUMS[-1])]
        found: dict[int, None] = {}
        while len(found) < count:
            found[bisect_left(_OUTLET_SUMS, self.random.random() * _OUTLET_SUMS[-1])] = None
        return list(found)

    def _retell(self, manner: Manner, outlets: int) -> list[tuple[int, str]]:
        share = 1.0 if outlets == 1 else 0.7
        names: dict[str, str] = {}
        told = [
            (claim, paraphrase(text, manner, self.random, names))
            for claim, text in enumerate(self.base)
            if self.random.random() < share
        ]
        for _ in range(self.random.randint(0, 3) if outlets > 1 else 0):
            own = self.random.choice(self.random.choice(read_templates()))
            told.append((self.claims, reskin((own,), self.random)[0]))
            self.claims += 1
        return told or [(0, self.base[0])]


def write_corpus(path: Path, statements: int, seed: int = SEED) -> None:
    """Write so many statements as a Parquet file: sid, article, outlet, day, story, claim, text."""
    import pyarrow as pa
    from pyarrow import parquet

    fields = [(name, pa.int64()) for name in ("sid", *Row._fields[:-1])] + [("text", pa.string())]
    schema = pa.schema(fields)
    rows = enumerate(islice(generate(seed), statements))
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := [(sid, *row) for sid, row in islice(rows, _BATCH)]:
            columns = [
                pa.array(column, kind) for column, kind in zip(zip(*batch, strict=True), schema.types, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))


def main() -> None:
    """Parse the command line and write the corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("statements", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    write_corpus(options.out, options.statements, options.seed)


if __name__ == "__main__":
    main()
