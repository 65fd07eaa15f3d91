"""role: the person's title differs, or was not theirs on that date by the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.attribution.compare import same_speaker, source_phrases
from claims.discrepancies.alignment import align_statements, list_words
from claims.discrepancies.rule import Difference, Needs, Setting
from claims.discrepancies.titles import (
    agree,
    are_other_posts,
    contradict,
    is_generic,
    key_words,
    read_titles,
    telling_stems,
    title_lists,
    title_words,
)
from claims.model import Attribution, Person, Role
from claims.names import same_person
from claims.text import normalise

_WORD = re.compile(r"[a-z]+")


def _prints_title(attribution: Attribution, setting: Setting) -> bool:
    return bool(_printed_title(attribution))


def _has_rank(attribution: Attribution, setting: Setting) -> bool:
    return not title_lists()["ranks"].isdisjoint(list_words(attribution.statement.text))


def _has_titles(attribution: Attribution, setting: Setting) -> bool:
    return bool(read_titles(attribution.statement.text))


NEEDS: Needs = ((_prints_title, _prints_title), (_has_rank,), (_has_titles, _has_titles))


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report a title that was not the person's on that day, or two titles that do not go together.

    One outlet prints "Deputy Defence Minister" for a man who has been Defence Minister since January. With the
    registry the stale title is named as such; without it only a contradiction such as deputy / full, former /
    sitting, or two posts of one ladder are reported. Different words for one office ("CEO" / "chief executive") are none.

    >>> compare_sentences(
    ...     "role",
    ...     "Transport Minister Mara Oldenberg said the line would close.",
    ...     "Deputy Transport Minister Mara Oldenberg said the line would close.",
    ... )
    Northern Wire has “Transport Minister”, Harbour Post “Deputy Transport Minister”; by the registry Mara Oldenberg is not “Deputy Transport Minister” then.
    """  # noqa: E501
    if a is b:
        found = _stale_mention(a, setting)
    else:
        found = _compare_titles(a, b, setting) or _find_rank_in_place(a, b) or _compare_beside_names(a, b, setting)
    if found is not None:
        yield found


def _compare_titles(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Compare the titles of one speaker."""
    if not same_speaker(a, b):
        return None
    one, two = _printed_title(a), _printed_title(b)
    if not one or not two or (agree(one, two) and not are_other_posts(one, two)):
        return None
    person = _registered(a, setting)
    held = {title: _holds(person, title, _day(x, setting)) for title, x in ((one, a), (two, b))} if person else {}
    stale = [title for title, holds in held.items() if not holds]
    if not contradict(one, two) and (len(stale) != 1 or _is_other_wording(stale[0], [one, two], person)):
        return None
    if person and held[one] and held[two]:
        return None
    return Difference((one, two), f"{a.outlet.name} has “{one}”, {b.outlet.name} “{two}”{_explain(a, person, held)}.")


def _find_rank_in_place(a: Attribution, b: Attribution) -> Difference | None:
    """Report "former" or "deputy" before an office that the other has without it, in otherwise equal sentences."""
    for slot in align_statements(a, b) or ():
        for row, words, others in ((a, slot.ours, slot.theirs), (b, slot.theirs, slot.ours)):
            ranks = [word for word in words if word in title_lists()["ranks"]]
            if not ranks or [word for word in words if word not in ranks] != list(others):
                continue
            end = slot.our_span[1] if row is a else slot.their_span[1]
            office = _read_office(row.statement.text[end - row.statement.start :])
            if office:
                full = f"{' '.join(ranks)} {office}"
                values = (full, office) if row is a else (office, full)
                return Difference(values, f"{a.outlet.name} has “{values[0]}”, {b.outlet.name} “{values[1]}”.")
    return None


def _compare_beside_names(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report two titles beside one name in the statements, whoever is credited with them."""
    ours, theirs = read_titles(a.statement.text), read_titles(b.statement.text)
    if not (ours and theirs):
        return None
    for name, one in sorted(ours.items()):
        person = setting.registry.find_person(name)
        for other, two in sorted(theirs.items()):
            if not _is_one_person(name, other, setting) or not (are_other_posts if person else contradict)(one, two):
                continue
            held = (
                {title: _holds(person, title, _day(x, setting)) for title, x in ((one, a), (two, b))} if person else {}
            )
            if not person or held[one] != held[two]:
                whose = max(name, other, key=len)
                return Difference((one, two), f"{a.outlet.name} has “{one}”, {b.outlet.name} “{two}” for {whose}.")
    return None


def _is_one_person(name: str, other: str, setting: Setting) -> bool:
    """Tell whether two names are one person's: the same, both in the registry, or a surname and the full name."""
    ours, theirs = (setting.registry.find_person(x) for x in (name, other))
    if ours or theirs:
        return ours is theirs
    return name == other or same_person(name, other) is not False


def _read_office(text: str) -> str | None:
    """Return the words up to the name of an office that a text begins with: "Russian President", "secretary"."""
    words = re.findall(r"[\w.’'-]+", text.lstrip(" -")[:80])[:4]
    known = title_lists()["offices"] | source_phrases("people") | source_phrases("unique")
    for number, word in enumerate(words):
        if word.casefold() in known:
            return " ".join(words[: number + 1])
    return None


def _printed_title(attribution: Attribution) -> str | None:
    """Return the speaker's title where the statement itself prints it, not where the article gave it before."""
    speaker = attribution.credit.speaker
    if speaker is None or not speaker.role:
        return None
    printed = normalise(attribution.statement.text)
    return speaker.role if all(word in printed for word in _WORD.findall(normalise(speaker.role))) else None


def _stale_mention(a: Attribution, setting: Setting) -> Difference | None:
    """Report a person of the registry who is called former while in office, or by a title that has ended."""
    text = a.statement.text
    for person in setting.registry.people:
        for match in _mentions(text, person):
            former, title = match.group("former"), match.group("title")
            day = _day(a, setting)
            if day is None or (not former and _is_quoted(a, match.start())):
                continue
            if title.split()[-1].islower() and is_generic(key_words(title)):
                continue  # "said Renn", "the leader Renn"
            held = _holds(person, title, day)
            if (former and held) or (not former and _held_before(person, title, day) and not held):
                current = ", ".join(role.title for role in setting.registry.roles_on(person, day)) or "none of them"
                value = " ".join(match.group(0).split())
                return Difference(
                    (value, current),
                    f"{a.outlet.name} has “{value}”; by the registry the title on {day} is: {current}.",
                )
    return None


def _is_quoted(attribution: Attribution, place: int) -> bool:
    """Tell whether what stands at a place of the statement is in the speaker's own words."""
    at = attribution.statement.start + place
    words = attribution.credit.words or ((attribution.statement.start, attribution.statement.end),)
    return attribution.credit.mode == "direct" and any(first <= at < last for first, last in words)


def _mentions(text: str, person: Person) -> Iterator[re.Match[str]]:
    """Yield "former U.S. President Donald Trump": an optional "former", a title, a name of the person."""
    if not any(name in text for name in (person.name, *person.aliases)):
        return
    yield from _before((person.name, *person.aliases)).finditer(text)


@lru_cache(maxsize=4096)
def _before(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a title before one of the names; the registry may list very many people."""
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    title = r"(?P<title>(?:[A-Z][\w.’'-]*\.?\s(?:of\s|for\s|the\s)*){1,5}?|(?:[A-Z][\w’'-]*\s)?(?:[a-z]+\s){1,2})"
    return re.compile(rf"(?:\b(?P<former>[Ff]ormer|[Ee]x-)\s?)?{title}(?:{either})\b")


def _registered(attribution: Attribution, setting: Setting) -> Person | None:
    speaker = attribution.credit.speaker
    return setting.registry.find_person(speaker.name) if speaker else None


def _day(attribution: Attribution, setting: Setting) -> str | None:
    article = setting.article_of(attribution)
    day = attribution.credit.said_on or article.published or (article.dateline.day if article.dateline else None)
    return day[:10] if day else None


def _holds(person: Person, title: str, day: str | None) -> bool:
    """Tell whether the person held an office of this title on the day; the very title of another time is not held."""
    now = [role for role in person.roles if _covers(role, day)]
    if any(_is_very(title, role) for role in person.roles if role not in now):
        return any(_is_very(title, role) for role in now)
    return any(_fits(title, role) for role in now)


def _is_very(title: str, role: Role) -> bool:
    """Tell whether a title is word for word one of the role's."""
    small = title_lists()["small"]
    return any({*title_words(title)} - small == {*title_words(known)} - small for known in (role.title, *role.aliases))


def _is_other_wording(stale: str, titles: list[str], person: Person | None) -> bool:
    """Tell a title that only words what the other or the registry says: "observers' chief" of the observer mission."""
    roles = [known for role in (person.roles if person else ()) for known in (role.title, *role.aliases)]
    if any(agree(stale, known) for known in roles):
        return False  # a title of another time
    words = title_words(stale)
    if words and words[-1] in title_lists()["informal"] and title_lists()["forces"].isdisjoint(words):
        return True  # "exam chief" of the director of the examinations office
    others = [title for title in titles if title != stale] + roles
    ours = telling_stems(stale)
    return not ours or any(not ours.isdisjoint(telling_stems(other)) for other in others)


def _held_before(person: Person, title: str, day: str) -> bool:
    return any(_fits(title, role) for role in person.roles if role.end and role.end < day)


def _covers(role: Role, day: str | None) -> bool:
    return day is None or ((role.start or "") <= day <= (role.end or "9999"))


def _fits(title: str, role: Role) -> bool:
    """Tell whether a printed title can stand for the role: its words are among the role's, modifiers alike."""
    return any(agree(title, known) and not are_other_posts(title, known) for known in (role.title, *role.aliases))


def _explain(attribution: Attribution, person: Person | None, held: dict[str, bool]) -> str:
    """Tell by the registry which of two titles is stale, or else whose they are."""
    stale = [title for title, holds in held.items() if not holds]
    if person and len(stale) == 1:
        return f"; by the registry {person.name} is not “{stale[0]}” then"
    speaker = attribution.credit.speaker
    return f" for {speaker.name}" if speaker else ""
