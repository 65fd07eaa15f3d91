"""How the reading formats put the model's values: plain words for modes, days, figures and counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.model import Agreement, Article, Attribution, Claim, Figure, Mode, OriginGroup, Repeat

MODES: dict[Mode, str] = {
    "direct": "quoted",
    "mixed": "partly quoted",
    "indirect": "paraphrased",
    "none": "own voice",
}
AGREEMENTS: dict[Agreement, str] = {
    "conflict": "conflict",
    "differ": "differs",
    "agree": "agrees",
    "single-outlet": "in one outlet only",
}
MOST_REPEATS = 3
"""Claims of other stories that a list of claims shows with each."""
_BOUNDS = {"approx": "about", "min": "at least", "max": "at most"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)\S*?(Z|[+-]\d\d:\d\d)?)?)?)?$")


def phrase_count(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> phrase_count(1, "outlet"), phrase_count(3, "discrepancy", "discrepancies")
    ('1 outlet', '3 discrepancies')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def phrase_day(day: str | None) -> str:
    """Return an ISO day or moment as a reader writes it, as exact as it is.

    >>> phrase_day("2026-02-04"), phrase_day("2026-02"), phrase_day("2026-02-05T11:19:44+09:00")
    ('4 Feb 2026', 'Feb 2026', '5 Feb 2026 11:19 +09:00')
    """
    found = _DAY.match(day or "")
    if not found:
        return day or ""
    year, month, date, clock, zone = found.groups()
    name = _MONTHS[int(month) - 1] if month and 0 < int(month) <= len(_MONTHS) else month
    zone = "UTC" if zone == "Z" else zone
    return " ".join(part for part in (date and str(int(date)), name, year, clock, zone) if part)


def phrase_figure(figure: Figure) -> str:
    """Return a figure as printed, with its bound where the print does not hold it, and what it measures."""
    bound = _BOUNDS.get(figure.bound, "")
    opening = figure.text.strip()
    if bound and opening[:1].isdigit():
        opening = f"{bound} {opening}"
    measure = figure.measure or figure.noun or ""
    return opening if not measure or measure.lower() in opening.lower() else f"{opening} {measure}"


def phrase_mode(attribution: Attribution) -> str:
    """Return how the words reached print: quoted, partly quoted, paraphrased, own voice."""
    return MODES[attribution.credit.mode]


def phrase_origins(claim: Claim) -> str:
    """Return the number of independent origins, none included; that of a claim for which nobody is credited."""
    number = claim.origins.independent
    if claim.origins.groups and not any(group.independent for group in claim.origins.groups):
        return "no known origin"
    return phrase_count(number, "independent origin") if number else "no known origin"


def phrase_rows(rows: tuple[int, ...] | list[int]) -> str:
    """Return attributions, counted from 0, by the numbers that a reader sees.

    >>> phrase_rows((0, 1, 2, 4))
    '1-3, 5'
    """
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return ", ".join(_phrase_run(run) for run in runs)


def _phrase_run(run: list[int]) -> str:
    if len(run) > 2:
        return f"{run[0] + 1}-{run[-1] + 1}"
    return ", ".join(str(row + 1) for row in run)


def phrase_group(group: OriginGroup) -> str:
    """Return one origin with the rows that go back to it."""
    return f"{group.origin} ({phrase_rows(group.attributions)})"


def phrase_repeats(repeats: Sequence[Repeat], most: int | None = None) -> list[str]:
    """Return the claims of other stories that state the same, a line each; beyond ``most`` how many more there are."""
    shown = repeats[:most]
    lines = [f"{_phrase_place(repeat)}: {repeat.text} ({repeat.claim})" for repeat in shown]
    return [*lines, f"{len(repeats) - len(shown):,} more"] if len(shown) < len(repeats) else lines


def _phrase_place(repeat: Repeat) -> str:
    return ", ".join(filter(None, (phrase_day(repeat.day), *repeat.outlets)))


def name_article(article: Article) -> str:
    """Return how an article is called beside its outlet: its file, its address or its id."""
    if article.path:
        return article.path.replace("\\", "/").rsplit("/", 1)[-1]
    return article.url or article.id
