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
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.scale.templates import TOKEN, Vocabulary, invent, is_content, read_templates, shape_of
from bench.week import WEEKDAYS

SEED = 7
STORIES_A_DAY = 190
"""About 5,000 statements a day of news."""
OUTLETS = 2000
MOST_OUTLETS = 50
_ALONE = 0.45
"""Of the stories, those that one outlet alone has."""
_BATCH = 50_000
_FRESH_NAME = 0.95
_NEW_WORD = 0.9

_TELLERS = list(range(2, MOST_OUTLETS + 1))
_TELLER_SUMS = list(accumulate(count**-1.9 for count in _TELLERS))
_OUTLET_SUMS = list(accumulate((number + 5) ** -0.8 for number in range(OUTLETS)))
_RESPELLINGS = tuple(pair.split("/") for pair in "iy/yy y/i v/w ks/x k/c ei/ey sh/sch ou/u ia/iya z/s tt/t o/u".split())
_CREDITS = (
    "officials said",
    "a spokesman said",
    "sources told reporters",
    "according to a statement",
    "it was reported on {day}",
    "she told reporters on {day}",
)


class Row(NamedTuple):
    """One statement of the corpus; ``claim`` is the gold."""

    article: int
    outlet: int
    day: int
    story: int
    claim: int
    text: str


class Manner(NamedTuple):
    """How often an outlet changes what: shares of words, names, figures, sentences."""

    drop: float
    replace: float
    respell: float
    refigure: float
    reorder: float
    credit: float


MANNERS = (
    Manner(0, 0, 0, 0, 0, 0),
    Manner(0.04, 0.05, 0.06, 0.03, 0.05, 0.15),
    Manner(0.16, 0.18, 0.25, 0.10, 0.35, 0.50),
)
_MANNER_WEIGHTS = (0.2, 0.4, 0.4)


def generate(seed: int = SEED) -> Iterator[Row]:
    """Yield the statements of an endless corpus, story by story, article by article."""
    article = claim = story = 0
    while True:
        rows = _Story(seed, story).tell()
        yield from (row._replace(article=article + row.article, claim=claim + row.claim, story=story) for row in rows)
        article += max(row.article for row in rows) + 1
        claim += max(row.claim for row in rows) + 1
        story += 1


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once."""
    return Vocabulary()


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
            manner = self.random.choices(MANNERS, _MANNER_WEIGHTS)[0]
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


def reskin(sentences: tuple[str, ...], random: Random) -> list[str]:
    """Return the sentences about another happening: names, figures and most content words swapped throughout."""
    swaps: dict[str, str] = {}
    told = []
    for sentence in sentences:
        tokens = TOKEN.findall(sentence)
        for place, token in enumerate(tokens):
            if token not in swaps:
                swaps[token] = _swap(token, place > 0, random)
        told.append(join([swaps[token] for token in tokens]))
    return told


def _swap(token: str, inside: bool, random: Random) -> str:
    if token[0].isdigit():
        return change_figure(token, random) if random.random() < 0.9 else token
    if not is_content(token):
        return token
    if token[0].isupper():
        if inside and random.random() < _FRESH_NAME:
            return invent(random).capitalize()
        return token if inside else vocabulary().draw(random, shape_of(token.lower())).capitalize()
    return vocabulary().draw(random, shape_of(token)) if random.random() < _NEW_WORD else token


def paraphrase(sentence: str, manner: Manner, random: Random, names: dict[str, str]) -> str:
    """Return the sentence as an outlet of this manner has it; ``names`` keeps how it spells each name."""
    if not any(manner):
        return sentence
    if random.random() < manner.reorder and ", " in sentence:
        first, second = sentence.rstrip(".").split(", ", 1)
        sentence = f"{second[:1].upper()}{second[1:]}, {first}."
    tokens = [
        told
        for place, token in enumerate(TOKEN.findall(sentence))
        if (told := _tell(token, place > 0, manner, random, names))
    ]
    if random.random() < manner.credit and len(tokens) > 2:
        credit = random.choice(_CREDITS).format(day=random.choice(WEEKDAYS))
        tokens = [*tokens[:-1], ",", *credit.split(), "."]
    return join(tokens) or sentence


def _tell(token: str, inside: bool, manner: Manner, random: Random, names: dict[str, str]) -> str:
    """Return a word as it is retold, empty where it is dropped."""
    if token[0].isdigit():
        return change_figure(token, random) if random.random() < manner.refigure else token
    if not is_content(token):
        return "" if token[0].isalpha() and random.random() < manner.drop else token
    if token[0].isupper() and inside:
        if token not in names and random.random() < manner.respell:
            names[token] = respell(token, random)
        return names.get(token, token)
    chance = random.random()
    if chance < manner.drop:
        return ""
    if chance < manner.drop + manner.replace:
        word = vocabulary().stand_in(token.lower())
        return word.capitalize() if token[0].isupper() else word
    return token


def respell(name: str, random: Random) -> str:
    """Return a name as another transliteration has it."""
    for ours, theirs in random.sample(_RESPELLINGS, len(_RESPELLINGS)):
        if ours in name[1:]:
            return name[0] + name[1:].replace(ours, theirs, 1)
    return name + name[-1]


def change_figure(figure: str, random: Random) -> str:
    """Return another number of about the same size, a year a year or two away."""
    digits = figure.replace(",", "")
    if digits.isdigit() and len(digits) == 4 and digits[:2] in ("19", "20") and "," not in figure:
        return str(int(digits) + random.choice((-2, -1, 1, 2)))
    factor = random.choice((0.5, 0.8, 0.9, 1.1, 1.2, 1.5))
    if digits.isdigit():
        changed = max(1, round(int(digits) * factor))
        changed += changed == int(digits)
        return f"{changed:,}" if "," in figure else str(changed)
    try:
        return f"{float(digits) * factor:.1f}"
    except ValueError:  # a score, a time, a section
        return figure


def join(tokens: list[str]) -> str:
    """Return the words as a sentence, signs where they belong."""
    text, open_mark = "", False
    for token in tokens:
        closes = token == '"' and open_mark
        glued = (
            not text or closes or token in ",.;:!?%)]”’" or text[-1] in "$£€([“‘-" or (open_mark and text[-1] == '"')
        )
        open_mark ^= token == '"'
        text += token if glued else f" {token}"
    return text[:1].upper() + text[1:]


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
