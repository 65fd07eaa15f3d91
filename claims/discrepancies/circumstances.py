"""Who gave the figures of two statements and when, and whether a text says that a value has changed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from claims.attribution.compare import same_source
from claims.dates import compare_moments
from claims.discrepancies.rule import Setting
from claims.figures import STAGE
from claims.figures import Setting as FigureSetting
from claims.model import Attribution, Speaker
from claims.wordlists import read_pairs, read_words

_PERIODS = frozenset({"month", "quarter", "year"})
_LIST = Path(__file__).parent / "data" / "change.txt"


def tell_circumstances(a: Attribution, b: Attribution, setting: Setting) -> FigureSetting:
    """Say who gave the figures and when; one source under two names is one."""
    one, two = _source(a, setting), _source(b, setting)
    rivals = one is not None and two is not None and not (same_source(one, two) or _speak_for_one(a, b))
    changed = any(says(a.statement.text) != says(b.statement.text) for says in (_says_changed, _says_former))
    return FigureSetting(
        speakers=(one, two) if rivals else (None, None),  # the outlet's own voice stands for no figure of its own
        said_on=(_moment(a, setting), _moment(b, setting)),
        revised=changed or _is_further_counted(a, b),
        versions=_are_versions(a, b, setting),
    )


def tell_other_years(a: Attribution, b: Attribution) -> bool:
    """Tell that only one statement is about a year long past: "in 2018, when another ferry sank"."""
    ours, theirs = _read_past_years(a), _read_past_years(b)
    return bool(ours - _name_years(b) or theirs - _name_years(a))


def _name_years(attribution: Attribution) -> set[str]:
    return {moment.latest[:4] for moment in attribution.moments if moment.granularity == "year"}


def give_two_periods(a: Attribution, b: Attribution) -> bool:
    """Tell figures of two months, quarters or years, which both may be right: 6.9% in February, 6.8% in March."""
    if not (a.figures and b.figures):
        return False
    ours, theirs = ([moment for moment in row.moments if moment.granularity in _PERIODS] for row in (a, b))
    return len(ours) == len(theirs) == 1 and compare_moments(ours[0], theirs[0]) is False


def _read_past_years(attribution: Attribution) -> set[str]:
    statement = attribution.statement
    years = [moment for moment in attribution.moments if moment.granularity == "year"]
    last = max((moment.latest[:4] for moment in attribution.moments if moment.granularity != "year"), default="9999")
    return {
        moment.latest[:4]
        for moment in years
        if moment.text.strip().isdigit()
        and moment.latest[:4] < last
        and _happened().search(statement.text[: moment.start - statement.start][-30:])
        and "since" not in statement.text[: moment.start - statement.start][-40:]
    }


@cache
def _happened() -> re.Pattern[str]:
    """Return the pattern of what leads to a year of happening, not to the year in which something was made."""
    made = "|".join(sorted(read_pairs(_LIST.with_name("makings.txt"))["made"]))
    return re.compile(rf"(?:^|[,;] |\b(?!(?:{made}) )\w+ )[Ii]n $")


def _source(attribution: Attribution, setting: Setting) -> str | None:
    """Return who stands for the figure; a ministry or a company that publishes stands for its own.

    Whom nobody can tell ("he", "the man") rivals nobody, nor does an agency that passes the figure on.
    """
    lists = read_words(_LIST)
    own = attribution.outlet.name if attribution.outlet.kind in lists["own kinds"] else None
    name, speaker = setting.source_of(attribution), attribution.credit.speaker
    mention = speaker.mention.casefold().removeprefix("the ") if speaker is not None and not speaker.named else ""
    if name is None or mention in lists["anybody"] or _is_medium(name, setting):
        return own
    return name


def _is_medium(name: str, setting: Setting) -> bool:
    """Tell an agency or a paper, which passes figures on."""
    outlet = setting.registry.find_outlet(name)
    return outlet is not None and outlet.kind in read_words(_LIST)["media"]


def is_put_right(text: str) -> bool:
    """Tell whether a text says that a value was revised or corrected."""
    return _any_of("put right").search(text) is not None


@cache
def _any_of(section: str, after: str = "") -> re.Pattern[str]:
    phrases = sorted(map(re.escape, read_words(_LIST)[section]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(phrases)}){after}\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _says_changed(text: str) -> bool:
    """Tell "corrected", "now", "one more than first thought", "rose to"; a bare "rose 3%" is the figure itself."""
    return bool(_any_of("changed").search(text) or _any_of("moved", "(?: further)? (?:to|from)").search(text))


@lru_cache(maxsize=4096)
def _says_former(text: str) -> bool:
    """Tell "had still promised 400 million"."""
    return _any_of("former").search(text) is not None


def _is_further_counted(a: Attribution, b: Attribution) -> bool:
    """Tell two stages of one count: "with three quarters of the stations in", "a tally of 98% of polling stations"."""
    stages = [_find_stage(row) or _read_stage(row.statement.text) for row in (a, b)]
    return None not in stages and stages[0] != stages[1]


def _find_stage(attribution: Attribution) -> str | None:
    return next((f"{figure.low:g}" for figure in attribution.figures if figure.measure == STAGE), None)


@lru_cache(maxsize=4096)
def _read_stage(text: str) -> str | None:
    """Return the words before what is counted, where the statement is about a count that goes on."""
    found = _any_of("counted").search(text)
    if found is None or not (_any_of("counting").search(text, found.end(), found.end() + 40) or "tally" in text):
        return None
    share = re.findall(r"[\w.]+%?", text[max(0, found.start() - 40) : found.start()])
    return " ".join(word for word in share[-5:] if word not in ("of", "the", "all", "valid")).casefold() or None


def _speak_for_one(a: Attribution, b: Attribution) -> bool:
    """Tell a body and its head ("director of the Disaster Office"), and nameless officials beside a state body."""
    one, two = a.credit.speaker, b.credit.speaker
    return one is not None and two is not None and (_speaks_for(one, two) or _speaks_for(two, one))


def _speaks_for(one: Speaker, two: Speaker) -> bool:
    if one.role and " " in two.name and two.name.casefold() in one.role.casefold():
        return True
    whole = f"{two.mention} {two.role or ''}".casefold().split()
    if not one.named and one.mention.casefold().removeprefix("the ") in whole:
        return True  # "the operator" beside "operator EastWater"
    if _is_description(one) and _long_words(one.mention) & _long_words(f"{two.mention} {two.name} {two.role or ''}"):
        return True
    nameless = not one.named and _any_of("officials").search(one.name) is not None
    return nameless and _any_of("bodies").search(f"{two.name} {two.role or ''}") is not None


def _is_description(speaker: Speaker) -> bool:
    """Tell "the island's disaster agency", which names nobody, whatever body it was taken for."""
    return speaker.mention.islower() and _any_of("bodies").search(speaker.mention) is not None


def _long_words(text: str) -> set[str]:
    """Return the words that tell one body from another."""
    return {word for word in re.findall(r"[^\W\d_]{6,}", text.casefold()) if not _any_of("bodies").fullmatch(word)}


def _are_versions(a: Attribution, b: Attribution, setting: Setting) -> bool:
    """Tell whether one article is a later version of the other."""
    one, two = setting.article_of(a), setting.article_of(b)
    return one.version_of == two.id or two.version_of == one.id


def _moment(attribution: Attribution, setting: Setting) -> str | None:
    """Return when the figures were given: the day in the statement, with the hour of publication on that day."""
    article = setting.article_of(attribution)
    printed = article.updated or article.published or (article.dateline.day if article.dateline else None)
    said = attribution.credit.said_on
    return printed if not said or (printed or "").startswith(said) else said
