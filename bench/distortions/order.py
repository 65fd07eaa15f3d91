"""Clean rewrites that put the parts of a sentence in another order."""

from __future__ import annotations

import re
from functools import cache

from bench.distortions.passage import Edit, Edits, Passage, any_of, compile_words, list_pairs, list_words, restore_case

_WHO = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|(?:[A-Z]|[Tt]he\s)[\w’'.\s-]{2,60}?)"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    verbs = any_of(list_words("reporting", "simple"))
    quote = r"(?P<open>[“\"])(?P<quote>[^“”\"]{10,})"
    return {
        "tail": re.compile(rf"^(?P<what>[^“”\"]{{12,}}), (?P<who>{_WHO}) (?P<verb>{verbs})\.$"),
        "head": re.compile(
            rf"^(?P<who>{_WHO}) (?P<verb>{verbs}) (?:that |(?<=said )|(?<=says ))"
            rf"(?P<what>(?!(?:to|on|in|at|that)\b)[^“”\"]{{12,}})\.$"
        ),
        "quote": re.compile(rf"^{quote},(?P<close>[”\"]) (?P<who>{_WHO}) (?P<verb>{verbs})\.$"),
        "inverted": re.compile(
            rf"^{quote},(?P<close>[”\"]) (?P<verb>{verbs}) (?P<who>{_WHO}(?:, [^,“”\"]{{3,120}})?)\.$"
        ),
        "according tail": re.compile(r"^(?P<what>[^“”\"]{12,}), (?P<by>according to [^,“”\"]{3,60})\.$"),
        "according head": re.compile(
            r"^(?P<by>According to [^,“”\"]{3,60}), (?P<what>(?!an? copy|which|who|whose|the\s\w+ing\b)[^“”\"]{12,})\.$"
        ),
    }


def reorder(passage: Passage) -> Edits:
    """Put the credit before what was said, or behind it."""
    for name, pattern in _patterns().items():
        match = pattern.match(passage.text)
        if match:
            edits = () if _is_clause(match.groupdict().get("who")) else _reorder(passage, match, name)
            if edits:
                return edits
    return ()


def _is_clause(who: str | None) -> bool:
    """Tell words that hold a clause of their own, and so name more than a speaker."""
    return bool(who) and compile_words("spelling", "clause").search(str(who).partition(",")[0]) is not None


def _reorder(passage: Passage, match: re.Match[str], name: str) -> Edits:
    end = len(passage.text)
    if name in ("quote", "inverted"):
        credit = _capital(f"{match['who']}{',' if ',' in match['who'] else ''} {match['verb']}: ")
        return Edit(0, 0, credit), Edit(match.end("quote"), end, f".{match['close']}")
    if name == "head":
        return _move_back(passage, match, f", {_inside(passage, match['who'])} {match['verb']}")
    if name == "according head":
        return _move_back(passage, match, f", a{match['by'][1:]}")
    lowered = _lower_first(passage, match.start("what"))
    if lowered is None:
        return ()
    lead = (
        f"{_capital(match['by'])}, " if name == "according tail" else f"{_capital(match['who'])} {match['verb']} that "
    )
    return Edit(0, 1, lead + lowered), Edit(match.end("what"), end, ".")


def _move_back(passage: Passage, match: re.Match[str], credit: str) -> Edits:
    """Put the credit behind: not where clauses of their own stand there already."""
    start = match.start("what")
    if re.search(r"[;:]|, (?:and|but|who|which|as|while|whose|with)\b", match["what"]):
        return ()
    return Edit(0, start + 1, passage.text[start].upper()), Edit(match.end("what"), match.end("what"), credit)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _inside(passage: Passage, who: str) -> str:
    """Give the speaker small letters inside a sentence: The ministry, the ministry."""
    first = who.split(maxsplit=1)[0].casefold()
    small = first in list_words("spelling", "opening") or first in passage.common_words
    return who[:1].lower() + who[1:] if small else who


def _lower_first(passage: Passage, start: int) -> str | None:
    """Return the first letter as it stands inside a sentence, None where a name cannot be told from a word."""
    first = re.match(r"[\w’'.-]+", passage.text[start:])
    word = first.group() if first else passage.text[start]
    if word.casefold() in list_words("spelling", "opening") or word.casefold() in passage.common_words:
        return word[0].lower()
    names = {part for name in passage.people for part in name.split()}
    is_name = word in names or not word[0].isalpha() or re.match(r"[\w’'.-]+\s[A-Z]", passage.text[start:])
    return word[0] if is_name else None


@cache
def _voices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs = any_of(list_words("spelling", "same participle"))
    numbers = any_of(list_pairs("numbers", "words"))
    thing = r"(?:(?:The|A|An)\s)(?:[\w’'-]+\s){0,4}?[a-z][\w’'-]+|[A-Z][a-z]+"
    bounded = r"(?:(?:the|a|an|at least|about|more than)\s)?"
    object_ = rf"{bounded}(?:[$€£]?\d[\d,.]*|{numbers}|(?<=the\s)\w+|(?<=\ba\s)\w+)(?:\s[\w’'-]+){{0,4}}?"
    tail = r"(?P<rest>(?:\s(?:on|in|at|near|after)\s[^,“”\"]+)?)"
    return (
        re.compile(rf"^(?P<by>{thing})\s(?P<verb>{verbs})\s(?P<what>{object_}){tail}\.$"),
        re.compile(
            rf"^(?P<what>(?:The|A|An|\d[\d,]*|[A-Z][a-z]+)(?:\s[\w’'-]+){{0,5}}?)\s(?:was|were)\s(?P<verb>{verbs})\sby\s(?P<by>(?:the|a|an)(?:\s[\w’'-]+){{1,3}}?){tail}\.$"
        ),
    )


def change_voice(passage: Passage) -> Edits:
    """Turn a short active sentence passive, or a passive one with its doer active."""
    active, passive = _voices()
    match = active.match(passage.text)
    if match and not _is_clause(match["by"]):
        plural = re.search(r"\d|s$", match["what"]) or " ".join(match["what"].split()[:1]) in list_pairs(
            "numbers", "words"
        )
        text = f"{match['what']} {'were' if plural else 'was'} {match['verb']} by {_inside(passage, match['by'])}"
        return (Edit(0, match.start("rest"), _capital(text)),)
    match = passive.match(passage.text)
    if match:
        what = restore_case("a", match["what"]) if match["what"][0].isdigit() else _inside(passage, match["what"])
        return (Edit(0, match.start("rest"), _capital(f"{match['by']} {match['verb']} {what}")),)
    return ()
