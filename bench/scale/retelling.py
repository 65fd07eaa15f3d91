"""How one text becomes another: about another happening, or as another outlet words it."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import NamedTuple

from bench.scale.templates import TOKEN, Vocabulary, invent, is_content, shape_of
from bench.week import WEEKDAYS

_FRESH_NAME = 0.95
_NEW_WORD = 0.9

_RESPELLINGS = tuple(pair.split("/") for pair in "iy/yy y/i v/w ks/x k/c ei/ey sh/sch ou/u ia/iya z/s tt/t o/u".split())
_CREDITS = (
    "officials said",
    "a spokesman said",
    "sources told reporters",
    "according to a statement",
    "it was reported on {day}",
    "she told reporters on {day}",
)


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
MANNER_WEIGHTS = (0.2, 0.4, 0.4)


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once."""
    return Vocabulary()


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
