"""Distortions of figures: digits changed, two figures exchanged, another scale, unit or measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from random import Random

from bench.distortions.passage import Edit, Edits, Passage, any_of, list_pairs, list_words, restore_case

_DIGITS = re.compile(r"(?<![\w.,:/’'-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w:/’']|[.,]\d|-\d)")
_MONEY = "$€£¥"
_TOGETHER = re.compile(r"^\s*(?:to|and|-|–|/|\()\s*[$€£]?$")
_AGE_BEFORE = re.compile(r"[A-Z][\w’'-]+,\s$|\baged?\s$")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|GMT|CEST|UTC|BST|o’clock)", re.IGNORECASE)


@cache
def _calendar() -> tuple[re.Pattern[str], re.Pattern[str]]:
    months = any_of(list_words("calendar", "months"))
    return re.compile(rf"\b(?:{months})\.?\s$"), re.compile(rf"^(?:st|nd|rd|th)?\s(?:{months})\b")


def find_numbers(passage: Passage) -> list[re.Match[str]]:
    """Return the numbers in digits that count or measure: no dates, years, times or parts of names."""
    return [match for match in _DIGITS.finditer(passage.text) if _measures(passage.text, match)]


def _measures(text: str, match: re.Match[str]) -> bool:
    number, before, after = match.group(), text[: match.start()], text[match.end() :]
    month_before, month_after = _calendar()
    if re.search(r"\d\s$", before) or re.match(r"\s\d", after):
        return False
    if month_before.search(before) or month_after.match(after) or _CLOCK_AFTER.match(after):
        return False
    if _CLOCK.fullmatch(number) and re.search(r"\b(?:at|around|about|until|from)\s$", before):
        return False
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", number) and before[-1:] not in _MONEY:
        return False
    named = re.search(r"(?<!\S)([\w.’'-]+)\s$", before)
    return not (named and named[1][:1].isupper() and named.start() > 0 and not re.match(r"(?:Sh|EUR|US|USD)", named[1]))


def is_age(text: str, match: re.Match[str]) -> bool:
    """Tell a person's age behind the name ("Rehema Juma, 34,")."""
    return bool(_AGE_BEFORE.search(text[: match.start()]) and re.match(r"[,.]", text[match.end() :]))


def change_digits(passage: Passage, random: Random) -> Edits:
    """Transpose two digits of a figure, or count one digit up or down."""
    return _change([m for m in find_numbers(passage) if not is_age(passage.text, m)], random)


def change_age(passage: Passage, random: Random) -> Edits:
    """Change an age."""
    return _change([m for m in find_numbers(passage) if is_age(passage.text, m)], random)


def _change(numbers: list[re.Match[str]], random: Random) -> Edits:
    if not numbers:
        return ()
    chosen = random.choice(numbers)
    changed = list(_other_values(chosen.group()))
    return (Edit(*chosen.span(), random.choice(changed)),) if changed else ()


def _other_values(number: str) -> Iterator[str]:
    """Yield the number with two neighbouring digits transposed, and with its first digit one up."""
    places = [place for place, sign in enumerate(number) if sign.isdigit()]
    for one, two in pairwise(places):
        if number[one] != number[two] and not (one == 0 and number[two] == "0"):
            yield number[:one] + number[two] + number[one + 1 : two] + number[one] + number[two + 1 :]
    first = int(number[0])
    yield str(first + 1 if first < 9 else 8) + number[1:]


def swap_figures(passage: Passage, random: Random) -> Edits:
    """Exchange two figures of the sentence."""
    numbers = [match for match in find_numbers(passage) if not is_age(passage.text, match)]
    pairs = [
        (one, two)
        for one, two in pairwise(numbers)
        if one.group() != two.group() and not _TOGETHER.match(passage.text[one.end() : two.start()])
    ]
    if not pairs:
        return ()
    one, two = random.choice(pairs)
    return Edit(*one.span(), two.group()), Edit(*two.span(), one.group())


def change_number_word(passage: Passage, random: Random) -> Edits:
    """Put the next number word for one that counts something."""
    words = list(list_pairs("numbers", "words"))
    found = list(re.finditer(rf"(?<![\w-])(?i:{any_of(words[1:-1])})(?=\s[a-z])", passage.text))
    if not found:
        return ()
    chosen = random.choice(found)
    other = words[words.index(chosen.group().casefold()) + 1]
    return (Edit(*chosen.span(), restore_case(chosen.group(), other)),)


def change_unit(passage: Passage, random: Random) -> Edits:
    """Put another scale or unit behind a number: million for billion, dollars for euros."""
    return _exchange(passage, random, "units", r"(?<=[\d\w][ -])(?:{words})(?![\w-])", number=True)


def change_measure(passage: Passage, random: Random) -> Edits:
    """Widen or narrow what a figure counts: casualties for dead, buildings for homes."""
    return _exchange(passage, random, "measures", r"(?<![\w’'-])(?:{words})(?![\w-])", number=False)


def _exchange(passage: Passage, random: Random, section: str, pattern: str, *, number: bool) -> Edits:
    pairs = list_pairs("numbers", section)
    found = list(re.finditer(pattern.format(words=any_of(pairs)), passage.text))
    found = [
        match
        for match in found
        if _is_counted(passage, match, close=number)
        and (match.group() not in ("percent", "per cent") or _is_change(passage.text[: match.start()]))
        and passage.text[: match.start()].split()[-1:] != pairs[match.group()].split()[:1]
    ]
    if not found:
        return ()
    chosen = random.choice(found)
    return (Edit(*chosen.span(), pairs[chosen.group()]),)


def _is_change(before: str) -> bool:
    """Tell a change of so many percent: there alone could it be percentage points."""
    changes = any_of(list_words("numbers", "changes"))
    return bool(re.search(rf"\b(?:{changes})\s(?:\w+\s)?[\d.,]+[ -]$", before))


def _is_counted(passage: Passage, match: re.Match[str], *, close: bool) -> bool:
    """Tell whether a number stands right before the word, or few words before or behind it."""
    before, after = passage.text[: match.start()], passage.text[match.end() :]
    if close:
        return bool(re.search(r"\d[ -]$", before))
    number = rf"(?<![\w-])(?:\d[\d,]*|{any_of(list_pairs('numbers', 'words'))})(?![\w:,.])"
    bounds = any_of(list_pairs("hedges", "figures"))
    counted = re.search(rf"{number}(?:\s[\w’'-]+){{0,3}}\s$", before, re.IGNORECASE)
    return bool(counted or re.match(rf"\s(?:(?:{bounds})\s)?{number}", after, re.IGNORECASE))
