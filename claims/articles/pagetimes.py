"""When a page was published: as it states, as the lines below its heading print it, else any whole date on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.articles.moments import complete_moment
from claims.articles.source import Source
from claims.articles.stamps import find_stamps
from claims.articles.times import infer_year, is_month_first, name_weekday
from claims.model import Outlet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONE_YEAR = "-01-01"
"""What a year in the text is read as: "older readers will remember 2009"."""


def find_published(
    tree: HtmlElement, stated: str | None, header: Sequence[str], outlet: Outlet, source: Source
) -> tuple[str | None, tuple[str, ...]]:
    """Return the moment, and a note where its year was inferred.

    ``stated`` is what the metadata say, ``header`` the short lines between heading and first paragraph.
    """
    if stated:
        return complete_moment(stated, outlet.utc_offset), ()
    printed, notes = _read_printed(header, outlet, source)
    return (printed, notes) if printed else (_search_text(tree, source), ())


def _read_printed(header: Sequence[str], outlet: Outlet, source: Source) -> tuple[str | None, tuple[str, ...]]:
    """Return the first whole date that is no update's, else the first one completed by its weekday or the file."""
    day_first = not is_month_first(outlet)
    found = [(line, stamp) for line in header for stamp in find_stamps(line, day_first=day_first)]
    found = [(line, stamp) for line, stamp in found if stamp.kind != "updated"]
    for _, stamp in found:
        if stamp.year is not None:
            return stamp.to_iso(outlet.utc_offset), ()
    for line, stamp in found:
        whole, notes = infer_year(stamp, name_weekday(line), source, next_day=False)
        if whole is not None:
            return whole.to_iso(outlet.utc_offset), notes
    return None, ()


def _search_text(tree: HtmlElement, source: Source) -> str | None:
    from htmldate import find_date

    found = find_date(tree, original_date=True, url=source.url)
    return None if found is None or found.endswith(_LONE_YEAR) else found
