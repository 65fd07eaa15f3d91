"""Clean rewrites: other words for the same thing, which must raise no alarm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from bench.distortions.numbers import find_numbers
from bench.distortions.passage import (
    Edit,
    Edits,
    Passage,
    any_of,
    compile_words,
    list_pairs,
    list_words,
    restore_case,
)

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_TENSE = r"(?<![\w’'-]){words}(?![\w’'-])"


def change_verb(passage: Passage) -> Edits:
    """Put a neutral verb of saying for another, outside quotations."""
    pairs = list_pairs("reporting", "neutral")
    return tuple(
        edit
        for edit in _all_pairs(passage, pairs)
        if not passage.is_quoted(edit) and not passage.text[edit.end :].startswith(" to ")
    )[:1]


def _all_pairs(passage: Passage, pairs: dict[str, str]) -> Iterator[Edit]:
    pattern = _TENSE.format(words=f"(?:{any_of(pairs)})")
    for match in re.finditer(pattern, passage.text, re.IGNORECASE):
        word = match.group()
        if word in pairs or word.casefold() in pairs:
            yield Edit(*match.span(), restore_case(word, pairs.get(word) or pairs[word.casefold()]))


def change_spelling(passage: Passage) -> Edits:
    """Spell the American way what is spelled the British way, and the other way about."""
    return tuple(_all_pairs(passage, list_pairs("spelling", "regions")))


def change_short_form(passage: Passage) -> Edits:
    """Write a short form out or a long form short: U.S. and US, km and kilometres."""
    return tuple(e for e in _all_pairs(passage, list_pairs("spelling", "short")) if not passage.is_quoted(e))


def change_percent(passage: Passage) -> Edits:
    """Write percent as a sign, and the sign as a word."""
    signs = [Edit(m.start(), m.end(), " percent") for m in re.finditer(r"(?<=\d)\s?%", passage.text)]
    words = [Edit(m.start(), m.end(), "%") for m in re.finditer(r"(?<=\d)\sper\s?cent\b", passage.text)]
    return tuple(signs or words)


def change_number_form(passage: Passage) -> Edits:
    """Write a small number as a word instead of a digit, or as a digit instead of a word."""
    digits = list_pairs("numbers", "words")
    words = {digit: word for word, digit in digits.items()}
    edits = [Edit(*m.span(), words[m.group()]) for m in find_numbers(passage) if _can_be_word(passage, m, words)]
    counted = rf"(?<![\w-])(?:{any_of(digits)})(?=\s[a-z])(?!\s(?:of|or|and|by|quarters|thirds|fifths|tenths)\b)"
    edits += [Edit(*m.span(), digits[m.group()]) for m in re.finditer(counted, passage.text) if m.start()]
    return tuple(edit for edit in edits if not passage.is_quoted(edit))


def _can_be_word(passage: Passage, match: re.Match[str], words: dict[str, str]) -> bool:
    """Tell a plain count, which copy may spell out; amounts, measures and ages keep their digits."""
    after = passage.text[match.end() :]
    plain = re.match(r"\s[a-z]{4,}", after) and not re.match(r"\s(?:million|billion|trillion|percent)\b", after)
    return match.group() in words and bool(plain) and bool(re.search(r"[a-z]\s$", passage.text[: match.start()]))


def change_day_form(passage: Passage) -> Edits:
    """Write a weekday of the past week as its date, or such a date as its weekday."""
    published = passage.article.updated or passage.article.published
    if not published or len(published) < 10 or compile_words("calendar", "ahead").search(passage.text):
        return ()
    edits = _day_forms(passage, date.fromisoformat(published[:10]))
    return tuple(edit for edit in edits if not passage.is_quoted(edit))[:1]


@cache
def _days() -> tuple[re.Pattern[str], re.Pattern[str]]:
    weekdays = any_of(list_pairs("calendar", "weekdays"))
    other = r"(?!,? \d|,? [A-Z][a-z]+ \d| (?:morning|afternoon|evening|night)\b)"
    fixed = "".join(rf"(?<!{word} )" for word in sorted(list_words("calendar", "fixed")))
    months = any_of(list_pairs("calendar", "numbers"))
    return (
        re.compile(rf"(?<=\bon ){fixed}(?P<day>{weekdays})\b{other}"),
        re.compile(
            rf"(?<=\bon )(?:(?P<month>{months})\.? (?P<day>\d{{1,2}})|"
            rf"(?P<first>\d{{1,2}}) (?P<second>{months}))\b(?!,? \d)"
        ),
    )


def _day_forms(passage: Passage, published: date) -> Iterator[Edit]:
    weekday, dated = _days()
    months = list_pairs("calendar", "numbers")
    week = [published - timedelta(days=back) for back in range(7)]
    for match in weekday.finditer(passage.text):
        day = next(day for day in week if f"{day:%A}" == match["day"])
        yield Edit(*match.span(), f"{day:%B} {day.day}")
    for match in dated.finditer(passage.text):
        month, number = match["month"] or match["second"], match["day"] or match["first"]
        for day in week:
            if (day.month, day.day) == (int(months[month]), int(number)):
                yield Edit(*match.span(), f"{day:%A}")


def change_contraction(passage: Passage) -> Edits:
    """Contract two words of a quotation, or write a contraction out."""
    pairs = list_pairs("spelling", "contractions")
    straight = "'" if "'" in passage.article.text else "’"
    edits = (edit for edit in _all_pairs(passage, _both_marks(pairs)) if passage.is_quoted(edit))
    return tuple(Edit(edit.start, edit.end, edit.text.replace("'", straight)) for edit in edits)[:1]


def _both_marks(pairs: dict[str, str]) -> dict[str, str]:
    return {**pairs, **{key.replace("'", "’"): value for key, value in pairs.items()}}


def change_marks(passage: Passage) -> Edits:
    """Print curly marks straight, or straight ones curly."""
    text = passage.text
    if any(mark in text for mark in "“”‘’"):
        return tuple(Edit(i, i + 1, c.translate(_STRAIGHT)) for i, c in enumerate(text) if c in "“”‘’")
    edits = [Edit(match.start(), match.end(), "’") for match in re.finditer(r"(?<=\w)'", text)]
    for start, end in passage.quoted:
        edits += [Edit(start, start + 1, "“"), Edit(end - 1, end, "”")]
    return tuple(sorted(edits))


def drop_detail(passage: Passage) -> Edits:
    """Leave out a plain aside: between commas or brackets, with no figure, hedge, day or credit in it."""
    asides = (
        re.finditer(r",\s(?:who|which|where|whose)\s[^,.;:“”\"()]{5,80}(?=,\s[a-z]),", passage.text),
        re.finditer(r"\s\([^()“”\"]{3,60}\)", passage.text),
        re.finditer(r",\s(?:as|while|where)\s[^,;:“”\"()]{10,90}(?=[.]$)", passage.text),
    )
    found = [match for kind in asides for match in kind if _is_plain(match.group())]
    return tuple(Edit(*match.span(), "") for match in found if not passage.is_quoted(Edit(*match.span(), "")))[:1]


def _is_plain(aside: str) -> bool:
    """Tell an aside that nobody would miss: nothing in it measures, dates, hedges, denies or credits."""
    lists = (("reporting", "verbs"), ("spelling", "weighty"), ("calendar", "weekdays"), ("calendar", "months"))
    numbers = rf"\d|\b(?:{any_of(list_pairs('numbers', 'words'))})\b"
    return not re.search(numbers, aside) and not any(compile_words(*section).search(aside) for section in lists)
