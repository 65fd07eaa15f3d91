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
from claims.model import Attribution, Figure, Moment, Speaker
from claims.patterns import Gated, lazy
from claims.wordlists import read_pairs, read_words

_PERIODS = frozenset({"month", "quarter", "year"})
_LIST = Path(__file__).parent / "data" / "change.txt"
_OWN_YEAR = 12
"""Characters from an earlier value to the year that is its own: "up from 61 percent in 2021"."""
_NOW = lazy(r"\bnow\b", re.IGNORECASE)


def tell_circumstances(a: Attribution, b: Attribution, setting: Setting) -> FigureSetting:
    """Say who gave the figures and when; one source under two names is one."""
    one, two = _source(a, setting), _source(b, setting)
    rivals = one is not None and two is not None and not (same_source(one, two) or _speak_for_one(a, b, (one, two)))
    ours, theirs = a.statement.text, b.statement.text
    changed = _says_changed(ours) != _says_changed(theirs) or says_former(ours) != says_former(theirs)
    return FigureSetting(
        speakers=(one, two) if rivals else (None, None),  # the outlet's own voice stands for no figure of its own
        said_on=(_moment(a, setting), _moment(b, setting)),
        revised=changed or _is_further_counted(a, b),
        versions=_are_versions(a, b, setting),
    )


def narrow_change(a: Attribution, b: Attribution, pair: tuple[Figure, Figure], told: FigureSetting) -> FigureSetting:
    """Let a mere "now" speak of the figures beside it alone: "signed for 35 million, has now scored 16 goals"."""
    if not told.revised or told.versions:
        return told
    changed = [row for row in (a, b) if _says_changed(row.statement.text)]
    if len(changed) != 1 or says_former(a.statement.text) != says_former(b.statement.text):
        return told
    row, figure = changed[0], pair[0] if changed[0] is a else pair[1]
    text, start = row.statement.text, row.statement.start
    if _says_changed(_NOW.sub("", text)):
        return told
    first = text.rfind(",", 0, figure.start - start) + 1
    last = text.find(",", figure.end - start)
    beside = _NOW.search(text, first, last if last >= 0 else len(text)) is not None
    return told if beside else told._replace(revised=_is_further_counted(a, b))


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
    ours, theirs = (_read_periods(row) for row in (a, b))
    return len(ours) == len(theirs) == 1 and compare_moments(ours[0], theirs[0]) is False


def _read_periods(attribution: Attribution) -> list[Moment]:
    """Return the months, quarters and years that the figures may be of, not those that they are compared with."""
    return [
        moment
        for moment in attribution.moments
        if moment.granularity in _PERIODS
        and not (_is_since(attribution, moment) or _is_of_earlier(attribution, moment))
    ]


def _is_since(attribution: Attribution, moment: Moment) -> bool:
    """Tell "the lowest since 1998"."""
    return attribution.statement.text[: moment.start - attribution.statement.start].endswith(("since ", "Since "))


def _is_of_earlier(attribution: Attribution, moment: Moment) -> bool:
    """Tell "up from 61 percent in 2021"."""
    return any(figure.previous and 0 <= moment.start - figure.end < _OWN_YEAR for figure in attribution.figures)


def have_two_periods(a: Attribution, b: Attribution, ours: Figure, theirs: Figure) -> bool:
    """Tell two figures each with a month, quarter or year of its own: "after 6.8% in February", "6.8% in March"."""
    one, two = (_period_of(row, figure) for row, figure in ((a, ours), (b, theirs)))
    return one is not None and two is not None and compare_moments(one, two) is False


def _period_of(attribution: Attribution, figure: Figure) -> Moment | None:
    beside = (moment for moment in attribution.moments if 0 <= moment.start - figure.end < _OWN_YEAR)
    return next((moment for moment in beside if moment.granularity in _PERIODS), None)


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
        and not _is_of_earlier(attribution, moment)
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
def _any_of(section: str, after: str = "") -> Gated:
    phrases = sorted(read_words(_LIST)[section], key=len, reverse=True)
    return Gated(rf"\b(?:{'|'.join(map(re.escape, phrases))}){after}\b", *phrases, flags=re.IGNORECASE)


@lru_cache(maxsize=4096)
def _says_changed(text: str) -> bool:
    """Tell "corrected", "now", "one more than first thought", "rose to"; a bare "rose 3%" is the figure itself."""
    return bool(_any_of("changed").search(text) or _any_of("moved", "(?: further)? (?:to|from)").search(text))


@lru_cache(maxsize=4096)
def says_former(text: str) -> bool:
    """Tell "had still promised 400 million"."""
    return _any_of("former").search(text) is not None


def _is_further_counted(a: Attribution, b: Attribution) -> bool:
    """Tell two stages of one count: "with three quarters of the stations in", "a tally of 98% of polling stations"."""
    stage = _find_stage(a)
    return stage is not None and stage != (_find_stage(b) or stage)


def _find_stage(attribution: Attribution) -> str | None:
    for figure in attribution.figures:
        if figure.measure == STAGE:
            return f"{figure.low:g}"
    return _read_stage(attribution.statement.text)


@lru_cache(maxsize=4096)
def _read_stage(text: str) -> str | None:
    """Return the words before what is counted, where the statement is about a count that goes on."""
    found = _any_of("counted").search(text)
    if found is None or not (_any_of("counting").search(text, found.end(), found.end() + 40) or "tally" in text):
        return None
    share = re.findall(r"[\w.]+%?", text[max(0, found.start() - 40) : found.start()])
    return " ".join(word for word in share[-5:] if word not in ("of", "the", "all", "valid")).casefold() or None


def _speak_for_one(a: Attribution, b: Attribution, sources: tuple[str, str]) -> bool:
    """Tell a body and its head ("director of the Disaster Office"), and nameless officials beside a state body."""
    one, two = (
        row.credit.speaker or Speaker(id=source, name=source, mention=source)  # the body prints its own figure
        for row, source in zip((a, b), sources, strict=True)
    )
    return _speaks_for(one, two) or _speaks_for(two, one)


def _speaks_for(one: Speaker, two: Speaker) -> bool:
    if one.role and " " in two.name and two.name.casefold() in one.role.casefold():
        return True
    whole = f"{two.mention} {two.role or ''}".casefold().split()
    if not one.named and one.mention.casefold().removeprefix("the ") in whole:
        return True  # "the operator" beside "operator EastWater"
    if _is_description(one) and _long_words(one.mention) & _long_words(f"{two.mention} {two.name} {two.role or ''}"):
        return True
    if _is_portfolio(one) and _is_minister(two) and _long_words(one.name) & _long_words(f"{two.name} {two.role or ''}"):
        return True
    nameless = not one.named and _any_of("officials").search(one.name) is not None
    return nameless and _any_of("bodies").search(f"{two.name} {two.role or ''}") is not None


def _is_portfolio(speaker: Speaker) -> bool:
    return "ministry" in speaker.name.casefold()


def _is_minister(speaker: Speaker) -> bool:
    return "minister" in f"{speaker.name} {speaker.role or ''}".casefold().split()


def _is_description(speaker: Speaker) -> bool:
    """Tell "the island's disaster agency", which names nobody, whatever body it was taken for."""
    return speaker.mention.islower() and _any_of("bodies").search(speaker.mention) is not None


def _long_words(text: str) -> set[str]:
    """Return the words that tell one body from another."""
    return {word for word in re.findall(r"[^\W\d_]{5,}", text.casefold()) if not _any_of("bodies").fullmatch(word)}


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
