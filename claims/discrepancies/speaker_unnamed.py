"""speaker-unnamed: one outlet names the speaker, the other gives a role, "officials" or "sources"."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claims.attribution.compare import is_spokesperson
from claims.discrepancies.quotes import quoted_words, share_alike
from claims.discrepancies.rule import Difference, Setting
from claims.model import Attribution, Speaker
from claims.names import same_person
from claims.wordlists import read_words


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
    """Report that only one of two attributions names who said it.

    One outlet has "Rustem Umerov said", the other "Kyiv's lead negotiator said". A plain body ("police", "officials")
    against that body's full name is ordinary shorthand; anonymous sources against any name are not.
    """
    one, two = a.credit.speaker, b.credit.speaker
    if one is None or two is None:
        return None
    named_a, named_b = _is_named(a, one, setting), _is_named(b, two, setting)
    if named_a == named_b:
        return None
    (named, speaker), (nameless, veiled) = ((a, one), (b, two)) if named_a else ((b, two), (a, one))
    if not (_is_person(speaker, setting) or _is_anonymous(veiled)) or _conflicting(a, b, veiled, setting):
        return None
    return Difference(
        (one.name if named is a else veiled.mention, two.name if named is b else veiled.mention),
        f"{named.outlet.name} names {speaker.name}; {nameless.outlet.name} has only “{veiled.mention}”.",
    )


def _is_named(attribution: Attribution, speaker: Speaker, setting: Setting) -> bool:
    """Tell whether the article itself prints the name: a role that only the registry resolves does not name anyone.

    The one holder of a high office ("the president") is as good as named.
    """
    if not speaker.named:
        return False
    person = setting.registry.find_person(speaker.name)
    if person is None or same_person(speaker.mention, speaker.name) or _words(speaker.mention) & _lists()["unique"]:
        return True
    article = setting.article_of(attribution)
    return any(name.split()[-1] in article.text for name in (person.name, *person.aliases))


def _words(mention: str) -> set[str]:
    return set(mention.casefold().split())


def _is_person(speaker: Speaker, setting: Setting) -> bool:
    if setting.registry.find_person(speaker.name):
        return True
    words = speaker.name.split()
    institution = setting.registry.find_institution(speaker.name) or setting.registry.find_outlet(speaker.name)
    return institution is None and 2 <= len(words) <= 4 and bool(speaker.role) and all(w[:1].isupper() for w in words)


def _is_anonymous(speaker: Speaker) -> bool:
    """Tell sources who hide ("two people familiar with the matter") from plain bodies ("police", "officials")."""
    return any(re.search(rf"\b{word}\b", speaker.mention.casefold()) for word in _lists()["anonymous"])


def _conflicting(a: Attribution, b: Attribution, veiled: Speaker, setting: Setting) -> bool:
    """Tell whether the two are surely different sources: other figures, or a spokesperson's own words."""
    if is_spokesperson(veiled) and share_alike(quoted_words(a, setting), quoted_words(b, setting)) > 0:
        return True
    if not a.figures or not b.figures:
        return False
    return not any(x.low <= y.high and y.low <= x.high for x in a.figures for y in b.figures)


@cache
def _lists() -> dict[str, frozenset[str]]:
    return read_words(Path(__file__).parent / "data" / "sources.txt")
