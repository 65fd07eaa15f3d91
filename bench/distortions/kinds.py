"""The kinds of distortion with what counts as catching each, and the kinds of clean rewrite."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from bench.distortions import dates, numbers, order, quotes, rewrites, wording
from bench.distortions.passage import Edits, Passage, list_pairs, overlap, shift

Maker = Callable[[Passage, Random], Edits]
"""Returns edits to a sentence, counted from its beginning; none where it has nothing of the kind."""

Rewriter = Callable[[Passage], Edits]
"""Returns edits that leave what the sentence says as it is."""

DISTORTIONS: dict[str, Maker] = {
    "digits": numbers.change_digits,
    "number word": numbers.change_number_word,
    "age": numbers.change_age,
    "swap": numbers.swap_figures,
    "unit": numbers.change_unit,
    "measure": numbers.change_measure,
    "figure hedge": wording.drop_figure_hedge,
    "hedge": wording.drop_hedge,
    "negation in": wording.insert_negation,
    "negation out": wording.remove_negation,
    "denial": wording.turn_denial,
    "speaker of quotation": quotes.swap_quoted_speaker,
    "speaker of paraphrase": quotes.swap_speaker,
    "day": dates.change_day,
    "day of saying": dates.change_day_said,
    "month": dates.change_month,
    "year": dates.change_year,
    "title": wording.make_title_stale,
    "quoted word": quotes.alter_quotation,
    "quoted word left out": quotes.drop_quoted_word,
}

REWRITES: dict[str, Rewriter] = {
    "order": order.reorder,
    "verb of saying": rewrites.change_verb,
    "day or date": rewrites.change_day_form,
    "number word or digit": rewrites.change_number_form,
    "percent": rewrites.change_percent,
    "voice": order.change_voice,
    "spelling": rewrites.change_spelling,
    "short form": rewrites.change_short_form,
    "detail dropped": rewrites.drop_detail,
    "contraction": rewrites.change_contraction,
    "marks": rewrites.change_marks,
}

WITHIN_QUOTATION = "quote-altered"


def accepted_kinds(distortion: str, passage: Passage, edits: Edits) -> frozenset[str]:
    """Return the kinds of discrepancy that count as catching a distortion of the passage."""
    kinds = frozenset(list_pairs("accepted", distortion))
    quoted = all(passage.is_quoted(edit) for edit in shift(edits, -passage.start))
    return kinds | {WITHIN_QUOTATION} if quoted else kinds


def distort(kind: str, passage: Passage, key: str) -> Edits:
    """Return the edits of one distortion, in offsets of the article; the same for the same key, on every run."""
    return shift(DISTORTIONS[kind](passage, Random(f"{key} {kind} {passage.start}")), passage.start)


def rewrite(kind: str, passage: Passage) -> Edits:
    """Return the edits of one clean rewrite, in offsets of the article."""
    return shift(REWRITES[kind](passage), passage.start)


def rewrite_lightly(passage: Passage, key: str, keep: Edits = ()) -> Edits:
    """Return one clean rewrite of the passage that leaves the edits of ``keep`` alone, in offsets of the article."""
    kinds = list(REWRITES)
    Random(f"light {key} {passage.start}").shuffle(kinds)
    made = (rewrite(kind, passage) for kind in kinds)
    return next((edits for edits in made if edits and not overlap(edits, keep)), ())
