"""date-conflict: one happening at incompatible times."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from claims.dates import compare_moments
from claims.discrepancies.rule import Difference, Setting
from claims.model import Attribution, Moment

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:than|compared with|compared to|after (?=\d)|from|since|till|by|as of|as at|so far|earlier)\b[^,;.]{0,25}$",
    re.IGNORECASE,
)


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report that the two put one happening at times that cannot both be.

    One outlet has the fire break out on Monday afternoon, the other on Sunday night. Days on which something was only
    said or counted do not count, nor does the time of a comparison ("after 6.9% in February"); a moment told from two
    time zones is one. Of two lists of days, the ones that find no partner are named.
    """
    ours, theirs = _happenings(a, setting), _happenings(b, setting)
    left = [x for x in ours if not any(_may_be_one(x, y) for y in theirs)]
    right = [y for y in theirs if not any(_may_be_one(x, y) for x in ours)]
    if not left or not right or len(ours) != len(theirs):
        return None
    one, two = left[0], right[0]
    return Difference(
        (one.text, two.text),
        f"{a.outlet.name} has “{one.text}” ({_plain(one)}), {b.outlet.name} “{two.text}” ({_plain(two)}).",
    )


def _happenings(attribution: Attribution, setting: Setting) -> list[Moment]:
    """Return the moments the statement gives its happening; not those of its credit, count or comparison."""
    words = attribution.credit.words
    text = setting.article_of(attribution).text
    return [
        moment
        for moment in attribution.moments
        if not words or any(a <= moment.start and moment.end <= b for a, b in words)
        if not _ASIDE.search(text, max(0, moment.start - 40), moment.start)
        if not text.startswith(("'s ", "’s "), moment.end)
    ]


def _may_be_one(x: Moment, y: Moment) -> bool:
    """Tell whether two moments can be one; a bare weekday may be of the week before or after."""
    if compare_moments(x, y) is not False:
        return True
    if not (_is_bare_weekday(x) or _is_bare_weekday(y)):
        return False
    return any(compare_moments(_shift(x, days), y) is not False for days in (-7, 7))


def _is_bare_weekday(moment: Moment) -> bool:
    return bool(_WEEKDAY.search(moment.text)) and not any(letter.isdigit() for letter in moment.text)


def _shift(moment: Moment, days: int) -> Moment:
    """Move a moment by whole days, its time of day left as it is."""
    earliest, latest = (
        str(date.fromisoformat(edge[:10]) + timedelta(days)) + edge[10:] for edge in (moment.earliest, moment.latest)
    )
    return replace(moment, earliest=earliest, latest=latest)


def _plain(moment: Moment) -> str:
    return moment.earliest if moment.earliest == moment.latest else f"{moment.earliest} to {moment.latest}"
