"""Where the body of a pasted page starts and ends, and what stands in it and below it."""

from __future__ import annotations

from claims.articles.bylines import read_bare_names, read_byline
from claims.articles.datelines import read_dateline
from claims.articles.marks import bare, count_words, furniture, is_end_mark
from claims.articles.page import Page, is_bullet, is_fact
from claims.model import Label

_LEAD_IN = 6
"""Words of a line that opens a list, at least."""
_HIGHEST = 6
"""Index below which a box to share the article is looked for."""


def find_body(page: Page) -> int:
    """Return the index of the body's first line; the number of lines where there is none."""
    return _with_lead_in(page, _above_list(page, _first_line(page)))


def _first_line(page: Page) -> int:
    paragraphs = [i for i, shape in enumerate(page.shapes) if shape == "paragraph" and page.labels[i] is None]
    facts = _first_facts(page)
    for index in paragraphs:
        if _repeats_heading(page, index):
            continue
        if facts is not None and facts < index:
            return facts
        following = [
            page.labels[i] is None and page.shapes[i] == "paragraph"
            for i in range(index + 1, min(index + 4, len(page.lines)))
        ]
        text = page.lines[index].text
        leads_to_facts = facts is not None and facts <= index + 3
        if count_words(text) >= 25 or any(following) or leads_to_facts or read_dateline(text):
            return index
    if facts is not None:
        return facts
    return paragraphs[0] if paragraphs else _first_sentence(page)


def _repeats_heading(page: Page, index: int) -> bool:
    """Tell whether a line high on the page only joins the headline below it with the lead, as boxes to share it do."""
    text = page.lines[index].text
    below = page.lines[index + 1 : index + 4] if index < _HIGHEST else []
    return any(count_words(line.text) >= 5 and text.startswith(line.text) for line in below if line.text != text)


def _above_list(page: Page, first: int) -> int:
    """Return the first sentence above a list that it leads to: "... was reached today. It contains:", "- a rise"."""
    top = first - 1
    while top > 0 and page.labels[top] is None and is_bullet(page.lines[top].text):
        top -= 1
    if not 0 < top < first - 1 or page.labels[top] is not None or not _leads_in(page.lines[top].text):
        return first
    while top > 0 and page.labels[top - 1] is None and page.shapes[top - 1] == "paragraph":
        top -= 1
    return top


def _with_lead_in(page: Page, first: int) -> int:
    """Take the line that opens a list into the body: "The following was announced:"."""
    before = first - 1
    opens = before > 0 and page.labels[before] is None and _leads_in(page.lines[before].text)
    return before if opens else first


def _leads_in(text: str) -> bool:
    """Tell whether the line opens a list: "The following was announced:"."""
    return text.endswith(":") and count_words(text) >= _LEAD_IN


def _first_sentence(page: Page) -> int:
    for index, shape in enumerate(page.shapes):
        if shape == "sentence" and page.labels[index] is None:
            return index
    return len(page.lines)


def _first_facts(page: Page) -> int | None:
    """Return where at least three lines of the form "SIZE: 12 acres" start in a row."""
    run = 0
    for index, line in enumerate(page.lines):
        run = run + 1 if is_fact(line.text) and page.labels[index] is None else 0
        if run == 3:
            return index - 2
    return None


def label_body(page: Page) -> None:
    """Label the lines from ``page.first`` on."""
    closed = _find_closing(page)
    _label_biographies(page)
    last = max(
        (i for i in range(page.first, closed) if page.labels[i] is None and page.shapes[i] != "fragment"),
        default=page.first - 1,
    )
    last = max(last, _last_fact(page))
    ended = False
    for index in range(page.first, len(page.lines)):
        ended = ended or is_end_mark(page.lines[index].text)
        if page.labels[index] is None:
            page.labels[index] = "furniture" if index >= closed else _label_one(page, index, last, ended)


def _find_closing(page: Page) -> int:
    """Return the line at which what follows the article starts: other stories, the author, comments.

    A box with links inside the article looks the same; it is followed by more paragraphs in a row, or stands high.
    """
    plain = [label is None and shape == "paragraph" for label, shape in zip(page.labels, page.shapes, strict=True)]
    total = sum(plain[page.first :])
    before = 0
    for index in range(page.first, len(page.lines)):
        before += plain[index]
        heading = bare(page.lines[index].text) if len(page.lines[index].text) <= 60 else ""
        if before < 3 or not _closes(heading):
            continue
        after = total - before
        if heading in furniture("closing for good") and after * 3 <= before:
            return index
        if after * 2 <= before and _longest_run(plain[index + 1 :]) < 3 and plain[index + 1 : index + 2] != [True]:
            return index
    return len(page.lines)


def _closes(heading: str) -> bool:
    return bool(heading) and (heading in furniture("closing") or heading.startswith(tuple(furniture("closing starts"))))


def _longest_run(plain: list[bool]) -> int:
    longest = run = 0
    for is_plain in plain:
        run = run + 1 if is_plain else 0
        longest = max(longest, run)
    return longest


def _label_biographies(page: Page) -> None:
    """Label paragraphs about the authors below the article: "Jane Doe is a reporter ..."."""
    names = {page.lines[i].text for i in range(page.first, len(page.lines)) if _is_bare_name(page, i)}
    names |= {
        name for i, label in enumerate(page.labels) if label == "byline" and (name := read_byline(page.lines[i].text))
    }
    for index in range(page.first + 3, len(page.lines)):
        text = page.lines[index].text
        if page.labels[index] is None and page.shapes[index] != "fragment" and _is_biography(text, names):
            page.labels[index] = "tail"


def _is_bare_name(page: Page, index: int) -> bool:
    return (
        page.shapes[index] == "fragment"
        and len(page.lines[index].text) < 40
        and bool(read_bare_names(page.lines[index].text))
    )


def _is_biography(text: str, names: set[str]) -> bool:
    opening = text[:120]
    name = next((name for name in names if opening.startswith(name)), None)
    if name is None:
        return False
    rest = opening[len(name) :]
    return rest.startswith(
        (" is a", " is an", " is the", " is one", " covers", " writes", " has been", " is ", ", ", " (")
    )


def _last_fact(page: Page) -> int:
    facts = [i for i in range(page.first, len(page.lines)) if is_fact(page.lines[i].text)]
    return max(facts, default=-1) if len(facts) >= 3 else -1


def _label_one(page: Page, index: int, last: int, ended: bool) -> Label:
    text = page.lines[index].text
    if ended:
        return "note"
    if (
        page.shapes[index] != "fragment"
        or index == page.first
        or _leads_in(text)
        or (index <= last and (is_fact(text) or is_bullet(text)))
    ):
        return "paragraph"
    if text.isupper() and count_words(text) >= 8:
        return "furniture"
    if index > last:
        return "byline" if index <= last + 3 and read_bare_names(text) else "furniture"
    return "subhead"
