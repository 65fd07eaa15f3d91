"""speaker-unnamed: one outlet names the speaker, the other gives a role, "officials" or "sources"."""

from __future__ import annotations

import re
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
from claims.certainty import polarity
from claims.discrepancies.quotes import quoted_words, share_alike
from claims.discrepancies.rule import Difference, Setting
from claims.model import Attribution, Figure, Speaker
from claims.names import same_person
from claims.wordlists import read_words


def find(a: Attribution, b: Attribution, setting: Setting) -> Difference | None:
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
    if one is None or two is None or _are_at_odds(a, b):
        return None
    named_a, named_b = _is_named(a, one, setting), _is_named(b, two, setting)
    if named_a == named_b:
        return _compare_nameless(a, b, one, two) if not named_a else None
    (named, speaker), (nameless, veiled) = ((a, one), (b, two)) if named_a else ((b, two), (a, one))
    if not (is_anonymous(veiled) or is_indefinite(veiled) or (_is_person(speaker, setting) and is_somebody(veiled))):
        return None
    if _is_somebody_else(veiled, speaker):
        return None
    if is_spokesperson(veiled) and share_alike(quoted_words(a, setting), quoted_words(b, setting)) > 0:
        return None  # the same words in two mouths: speaker-conflict
    return Difference(
        (one.name if named is a else veiled.mention, two.name if named is b else veiled.mention),
        f"{named.outlet.name} names {speaker.name}; {nameless.outlet.name} has only “{veiled.mention}”.",
    )


def _compare_nameless(a: Attribution, b: Attribution, one: Speaker, two: Speaker) -> Difference | None:
    """Report sources who hide their name against a party that stands for the words ("the companies")."""
    if is_anonymous(one) == is_anonymous(two) or is_somebody(one) == is_somebody(two):
        return None
    if is_document(one) or is_document(two):
        return None
    return Difference(
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
    return any(name.split()[-1] in text for name in (person.name, *person.aliases))


def _is_somebody_else(veiled: Speaker, named: Speaker) -> bool:
    """Tell "two relatives" beside a police chief, and a minister's spokeswoman beside the minister: two sources."""
    words = read_words(Path(__file__).parent / "data" / "speakers.txt")
    role = set(re.findall(r"[a-z-]+", (named.role or "").casefold()))
    if is_spokesperson(veiled):
        return not role.isdisjoint(words["principals"])
    return bool(role) and not mention_words(veiled).isdisjoint(words["private"]) and role.isdisjoint(words["private"])


def _is_person(speaker: Speaker, setting: Setting) -> bool:
    if setting.registry.find_person(speaker.name):
        return True
    if setting.registry.find_institution(speaker.name) or setting.registry.find_outlet(speaker.name):
        return False
    words = speaker.name.split()
    capitalised = all(word[:1].isupper() for word in words)
    return 2 <= len(words) <= 4 and capitalised and not {word.casefold() for word in words} & source_phrases("bodies")


def _are_at_odds(a: Attribution, b: Attribution) -> bool:
    """Tell whether the two are surely different sources: other figures, or one denies what the other asserts."""
    if polarity(a.statement.text, a.credit.cue) != polarity(b.statement.text, b.credit.cue):
        return True
    ours, theirs = _told_figures(a), _told_figures(b)
    if not ours or not theirs:
        return False
    return not any(x.low <= y.high and y.low <= x.high for x in ours for y in theirs)


def _told_figures(attribution: Attribution) -> list[Figure]:
    """Return the figures but for the number of the sources themselves: "two people familiar with the matter"."""
    speaker = attribution.credit.speaker
    mention = speaker.mention.casefold() if speaker else ""
    return [figure for figure in attribution.figures if figure.text.casefold() not in mention]
