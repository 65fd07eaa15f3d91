"""speaker-unnamed: one outlet names the speaker, the other gives a role, "officials" or "sources"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from claims.attribution.compare import (
    is_anonymous,
    is_document,
    is_indefinite,
    is_named,
    is_somebody,
    is_spokesperson,
    mention_words,
    source_phrases,
)
from claims.attribution.relays import cites_report
from claims.certainty import polarity, split_assertions
from claims.discrepancies.figures import compare_pairs
from claims.discrepancies.quotes import quoted_words, share_alike
from claims.discrepancies.rule import Difference, Needs, Setting, has_speaker
from claims.model import Attribution, Figure, Speaker
from claims.names import is_spelling_variant, same_person
from claims.wordlists import read_words

_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]{3,}")
_APART = frozenset({"conflict", "contested"})
_LIST = Path(__file__).parent / "data" / "speakers.txt"


def _is_nameless(attribution: Attribution, setting: Setting) -> bool:
    speaker = attribution.credit.speaker
    return speaker is not None and not _is_named(attribution, speaker, setting)


NEEDS: Needs = ((_is_nameless, has_speaker),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that only one of two attributions names who said it.

    One outlet has "Rustem Umerov said", the other "Kyiv's lead negotiator said". A plain body ("police", "officials")
    against that body's full name is ordinary shorthand; sources who hide, against anybody who does not, are none.

    >>> compare_sentences(
    ...     "speaker-unnamed",
    ...     "Mayor Tobias Renn said the bridge would reopen on Friday.",
    ...     "A town official said the bridge would reopen on Friday.",
    ... )
    Northern Wire names Tobias Renn; Harbour Post has only “A town official”.
    """
    one, two = a.credit.speaker, b.credit.speaker
    if one is None or two is None:
        return
    named_a, named_b = _is_named(a, one, setting), _is_named(b, two, setting)
    if (named_a and named_b) or _are_at_odds(a, b, setting):
        return
    if named_a == named_b:
        if not named_a:
            yield from _compare_nameless(a, b, one, two)
        return
    (named, speaker), (nameless, veiled) = ((a, one), (b, two)) if named_a else ((b, two), (a, one))
    person = _is_person(speaker, setting)
    if not _is_kept_back(veiled, person) and not _is_only_described(veiled, speaker, setting.article_of(nameless).text):
        return
    if _is_somebody_else(veiled, speaker, person=person) or _is_pointed_at(
        veiled, speaker, setting.article_of(nameless).text
    ):
        return
    if cites_report(a, b.outlet) or cites_report(b, a.outlet):
        return
    if is_spokesperson(veiled) and share_alike(quoted_words(a, setting), quoted_words(b, setting)) > 0:
        return  # the same words in two mouths: speaker-conflict
    yield Difference(
        (one.name if named is a else veiled.mention, two.name if named is b else veiled.mention),
        f"{named.outlet.name} names {speaker.name}; {nameless.outlet.name} has only “{veiled.mention}”.",
    )


def _is_kept_back(veiled: Speaker, person: bool) -> bool:
    """Tell a source whose name is held back where another outlet names a person, or else a body."""
    if is_document(veiled):
        return False
    if is_anonymous(veiled) or is_indefinite(veiled):
        return True
    if person:
        return is_somebody(veiled) or _is_collective(veiled)
    return not mention_words(veiled).isdisjoint(read_words(_LIST)["heads"])


def _is_only_described(veiled: Speaker, named: Speaker, text: str) -> bool:
    """Tell "the union at the pit" beside "the Northern Miners' Union", in an article that never prints the name."""
    bodies = read_words(_LIST)["bodies"]
    kind = mention_words(veiled) & bodies
    if veiled.named or named.role or not kind or mention_words(veiled) <= {"the", "a", "its", "their", *kind}:
        return False
    of_kind = any(word.casefold() in bodies for word in named.name.split())
    telling = [word for word in _CAPITALISED.findall(named.name) if word.casefold() not in bodies]
    return of_kind and bool(telling) and not any(word in text for word in telling)


def _is_collective(speaker: Speaker) -> bool:
    """Tell "the defence", "its operator": a party for which somebody spoke."""
    return not speaker.named and not mention_words(speaker).isdisjoint(read_words(_LIST)["parties"])


def _is_pointed_at(veiled: Speaker, named: Speaker, text: str) -> bool:
    """Tell "the man", "the union", in an article that prints the very name elsewhere."""
    known = read_words(_LIST)["private"] | read_words(_LIST)["bodies"]
    if not veiled.mention.casefold().startswith("the ") or mention_words(veiled).isdisjoint(known):
        return False
    return _prints_surname(text, named.name)


def _prints_surname(text: str, name: str) -> bool:
    """Tell whether a text prints the last part of a name, in whatever spelling."""
    surname = name.rsplit(maxsplit=1)[-1]
    return surname in text or any(is_spelling_variant(word, surname) for word in set(_CAPITALISED.findall(text)))


def _compare_nameless(a: Attribution, b: Attribution, one: Speaker, two: Speaker) -> Iterator[Difference]:
    """Report sources who hide their name against a party that stands for the words ("the companies")."""
    if is_anonymous(one) == is_anonymous(two) or is_somebody(one) == is_somebody(two):
        return
    if a.outlet.name in b.credit.via or b.outlet.name in a.credit.via:
        return
    if is_document(one) or is_document(two) or cites_report(a, b.outlet) or cites_report(b, a.outlet):
        return
    yield Difference(
        (one.mention, two.mention), f"{a.outlet.name} credits “{one.mention}”, {b.outlet.name} “{two.mention}”."
    )


def _is_named(attribution: Attribution, speaker: Speaker, setting: Setting) -> bool:
    """Tell whether the article itself prints the name: a role that only the registry resolves does not name anyone.

    The one holder of a high office ("the president") is as good as named.
    """
    if not is_named(speaker):
        return False
    if same_person(speaker.mention, speaker.name) or mention_words(speaker) & source_phrases("unique"):
        return True
    text = setting.article_of(attribution).text
    person = setting.registry.find_person(speaker.name)
    if person is None:
        return not is_indefinite(speaker) or speaker.name in text
    return any(_prints_surname(text, name) for name in (person.name, *person.aliases))


def _is_somebody_else(veiled: Speaker, named: Speaker, *, person: bool) -> bool:
    """Tell "two relatives" beside a police chief, and a minister's spokeswoman beside the minister: two sources.

    A spokesman of a company says what the company says.
    """
    words = read_words(_LIST)
    if _is_body_of(veiled, named):
        return True
    role = set(re.findall(r"[a-z-]+", (named.role or "").casefold()))
    if is_spokesperson(veiled):
        return not person or not role.isdisjoint(words["principals"])
    private = not mention_words(veiled).isdisjoint(words["private"])
    return private and (bool(role) or not person) and role.isdisjoint(words["private"])


def _is_body_of(veiled: Speaker, named: Speaker) -> bool:
    """Tell "the union" beside "union secretary Joan Lund", who speaks for it: the body's word in another wording."""
    whole = mention_words(veiled) - {"the", "its", "their", "a"}
    bodies = read_words(_LIST)["bodies"]
    return bool(whole & bodies) and whole <= set(re.findall(r"[a-z-]+", (named.role or "").casefold()))


def _is_person(speaker: Speaker, setting: Setting) -> bool:
    if setting.registry.find_person(speaker.name):
        return True
    if setting.registry.find_institution(speaker.name) or setting.registry.find_outlet(speaker.name):
        return False
    words = speaker.name.split()
    capitalised = all(word[:1].isupper() for word in words)
    return 2 <= len(words) <= 4 and capitalised and not {word.casefold() for word in words} & source_phrases("bodies")


def _are_at_odds(a: Attribution, b: Attribution, setting: Setting) -> bool:
    """Tell whether the two are surely different sources: other figures, or one denies what the other asserts."""
    if _denies(a) != _denies(b) and _polarity(a) != _polarity(b):
        return True
    if any(verdict.kind in _APART for _, _, verdict in compare_pairs(a, b, setting)):
        return True
    ours, theirs = _told_figures(a), _told_figures(b)
    alike = [(x, y) for x in ours for y in theirs if x.unit == y.unit]
    return bool(alike) and not any(x.low <= y.high and y.low <= x.high for x, y in alike)


def _denies(attribution: Attribution) -> bool:
    return any(assertion.denied for assertion in split_assertions(attribution.statement.text, attribution.credit.cue))


def _polarity(attribution: Attribution) -> str:
    return polarity(attribution.statement.text, attribution.credit.cue)


def _told_figures(attribution: Attribution) -> list[Figure]:
    """Return the figures but for the number of the sources themselves: "two people familiar with the matter"."""
    speaker = attribution.credit.speaker
    mention = speaker.mention.casefold() if speaker else ""
    return [figure for figure in attribution.figures if figure.text.casefold() not in mention]
