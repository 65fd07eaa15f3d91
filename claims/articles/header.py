"""Above the body: which line is the headline, which the standfirst, which the byline without "by"."""

from __future__ import annotations

from claims.articles.bylines import is_contact_line, read_bare_names
from claims.articles.marks import count_words, is_end_mark, marks
from claims.articles.masts import is_mast, is_name_of_body, is_titled
from claims.articles.page import Page, is_bullet, is_korean, shape_of
from claims.articles.stamps import find_days
from claims.patterns import Gated, lazy

_HEADER_LINES = 60
_LONGEST_NAME = 4
"""Words of the name of a paper on a line of its own."""
_MOST_MASTS = 8
"""Lines that may name a paper or document and its day."""
_NAME_BEHIND = Gated(r"\s+[|•·–—-]\s+[^|•·–—]{2,40}$", "|", "•", "·", "–", "—", "-")
_PASSED_ON = Gated(r"(?i)^subject ?: *(?:fwd?|fw|re|aw|wg) ?:", "ubject", "UBJECT")
_CAPTION_END = Gated(r"[.!?][\"'”’]? ?\([^()]{3,80}\)$", "(")
"""The credit in brackets behind a caption."""
_STOP_WITHIN = lazy(r"[.!?][\"'”’]? [A-Z“\"‘]")


def label_header(page: Page) -> None:
    """Label the lines above ``page.first`` and set ``page.headline``."""
    _label_name_below_by(page)
    candidates = [
        index
        for index in range(max(0, page.first - _HEADER_LINES), page.first)
        if page.labels[index] is None and _may_be_headline(page.lines[index].text)
    ]
    candidates = _leave_masts(page, _below_letterhead(page, candidates))
    scores = {index: _score(page, index, rank) for rank, index in enumerate(candidates)}
    best = max(candidates, key=lambda index: (scores[index], -index), default=None)
    if best is not None and scores[best] >= 1:
        page.headline = best
        page.labels[best] = "headline"
    _label_byline(page)
    _label_rest(page)


def _label_name_below_by(page: Page) -> None:
    """Give a line of names the byline where "By" stands alone above it."""
    for index in range(1, page.first):
        if page.lines[index - 1].text.lower() in ("by", "by:") and read_bare_names(page.lines[index].text):
            page.labels[index - 1 : index + 1] = ["furniture", "byline"]


def _leave_masts(page: Page, candidates: list[int]) -> list[int]:
    """Label the lines with the name and the day of a paper or document, where another may be the headline."""
    masts = {index for index in candidates[:_MOST_MASTS] if is_mast(page.lines[index].text)}
    if candidates and _is_name_over_day(page, candidates[0], candidates[1:]):
        masts.add(candidates[0])
    rest = [index for index in candidates if index not in masts]
    for index in masts if rest else ():
        page.labels[index] = "stamp"
    return rest or candidates


def _is_name_over_day(page: Page, index: int, below: list[int]) -> bool:
    """Tell whether the first line is a short name, the next one the day and the headline below: "Harbour Post".

    A headline over its day and a standfirst speaks of what the body speaks of; the name of a paper does not.
    """
    if any(label is None for label in page.labels[:index]) or page.labels[index + 1 : index + 2] != ["stamp"]:
        return False
    words = page.lines[index].text.split()
    if len(words) > _LONGEST_NAME or not is_titled(words) or below[:1] != [index + 2]:
        return False
    told = {word.casefold() for line in page.lines[page.first : page.first + 3] for word in line.text.split()}
    return page.shapes[index + 2] == "fragment" and told.isdisjoint(word.casefold() for word in words if word != "The")


def _below_letterhead(page: Page, candidates: list[int]) -> list[int]:
    """Leave out the sender and the kind of document at the top of a release, where a headline follows."""
    top = [index for index in range(page.first) if page.labels[index] in (None, "furniture", "stamp")]
    senders = _find_senders(page, top[:5])
    heads = [index for index in top[:5] if is_letterhead(page.lines[index].text) or index in senders]
    if not heads:
        return candidates
    stamps = [index for index in range(page.first) if page.labels[index] == "stamp" and index <= heads[-1] + 2]
    below = [index for index in candidates if index > max([heads[-1], *stamps])]
    after = [index for index in candidates if index > heads[-1]]
    return below or after or [index for index in candidates if index > 0]


def _find_senders(page: Page, top: list[int]) -> list[int]:
    """Return the lines with nothing but the name of a body, where the page is a release or tells of that body."""
    texts = [line.text for line in page.lines]
    released = any(is_letterhead(text) for text in texts[: page.first]) or any(map(is_end_mark, texts))
    named = [index for index in top if is_name_of_body(texts[index], plurals=released)]
    if released or len(named) != 1:
        return named
    body = "\n".join(texts[page.first : page.first + 8]).casefold()
    return [index for index in named if texts[index].casefold() in body or any(map(is_contact_line, texts))]


def _may_be_headline(text: str) -> bool:
    words = count_words(text)
    if is_contact_line(text) or (text.startswith("(") and text.endswith(")")):
        return False
    if text.startswith("<") or text.endswith(":") or _CAPTION_END.search(text) or _opens_with_date(text):
        return False
    if is_korean(text):
        return len(text) >= 8 and words <= 30
    if shape_of(text) != "fragment" and text.rstrip("\"'”’»)]").endswith("."):
        return False
    return 3 <= words <= 36 or (words == 2 and len(text) >= 12)


def _opens_with_date(text: str) -> bool:
    """Tell whether the line starts with a whole date, as the mast of a paper does."""
    return any(start <= 12 and stamp.year for start, _, stamp in find_days(text[:60])[:1])


def _score(page: Page, index: int, rank: int) -> float:
    text = page.lines[index].text
    words = count_words(text)
    score = 2.0 if not text.endswith(("…", "...")) else 0.5
    score += 1 if 5 <= words <= 24 else 0.8 if words == 4 or words > 24 else 0
    score += 0.5 if text.endswith("?") and not _STOP_WITHIN.search(text) else 0
    score -= 0.25 * min(rank, 8)
    score -= 0.5 if text[:1].islower() else 0
    score -= 1.5 if is_bullet(text) or _PASSED_ON.match(text) else 0
    score -= 1 if text.isupper() and words < 4 else 0
    score += 1 if _leads_to_byline(page, index) else 0
    score += 1.5 if any(text.upper().startswith(f"{mark.upper()} ") for mark in marks("headline marks")) else 0
    score -= 1.5 if _is_title_of_page(page, index) else 0
    score += 0.5 if sum(line.text == text for line in page.lines[: page.first + 3]) > 1 else 0
    return score


def _is_title_of_page(page: Page, index: int) -> bool:
    """Tell whether the line is a line below it with the name of the site behind: "Pier burns - Norwire"."""
    head = _NAME_BEHIND.sub("", page.lines[index].text).casefold()
    text = page.lines[index].text
    trail = text.rsplit(" / ", 1)[-1].rsplit(" > ", 1)[-1].rsplit(" » ", 1)[-1]
    if trail != text and any(line.text == trail for line in page.lines[index + 1 : index + 6]):
        return True
    below = page.lines[index + 1 : index + 6] if len(head) < len(page.lines[index].text) else []
    return any(line.text.casefold().endswith(head) for line in below)


def _leads_to_byline(page: Page, index: int) -> bool:
    """Tell whether a byline or stamp follows, with no more than a standfirst between."""
    named = False
    for following in range(index + 1, min(index + 4, len(page.lines))):
        if page.labels[following] in ("byline", "stamp"):
            return True
        if page.labels[following] == "furniture" and count_words(page.lines[following].text) <= 2:
            named = True  # the name of a section: what stands above another line over it is no headline
            continue
        if page.labels[following] is not None or named or page.shapes[following] == "paragraph":
            return False
    return False


def is_letterhead(text: str) -> bool:
    """Tell whether the line names a sender or a kind of document, as the top of a press release does."""
    lower = text.casefold().strip()
    words = lower.split()
    named = 2 <= len(words) <= 6 and words[-1] in marks("company forms")
    return named or lower.startswith(tuple(marks("letterhead")))


def _label_byline(page: Page) -> None:
    """Give the first line of bare names near the headline the byline, where nothing else has it."""
    if page.headline is None or "byline" in page.labels[: page.first]:
        return
    after = range(page.headline + 1, min(page.first + 1, page.headline + 9))
    before = range(max(0, page.headline - 3), page.headline)
    for index in (*after, *before):
        if index >= len(page.lines) or page.labels[index] is not None or is_letterhead(page.lines[index].text):
            continue
        if read_bare_names(page.lines[index].text):
            page.labels[index] = "byline"
            return


def _label_rest(page: Page) -> None:
    """Label what is left above the body: standfirst below the headline, furniture else."""
    for index in range(page.first):
        if page.labels[index] is not None:
            continue
        text = page.lines[index].text
        below = page.headline is not None and index > page.headline
        lead = count_words(text) >= 6 or is_bullet(text) or page.shapes[index] != "fragment"
        same = page.headline is not None and text == page.lines[page.headline].text
        page.labels[index] = "standfirst" if below and lead and not same else "furniture"
