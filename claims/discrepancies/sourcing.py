"""sourcing: one has it first hand, the other through other media or nameless sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.attribution.compare import (
    is_anonymous,
    is_document,
    mention_words,
    same_source,
    same_speaker,
    source_name,
    source_phrases,
)
from claims.attribution.relays import cites_report, find_media, is_outlet, may_cite
from claims.discrepancies.predicates import weigh_likeness
from claims.discrepancies.rule import Difference, Needs, Setting, has_speaker
from claims.discrepancies.turning import is_unknown
from claims.figures import find_figures
from claims.model import Attribution, Figure, Outlet, Speaker
from claims.patterns import lazy
from claims.registry import Registry
from claims.text import normalise

LEAST_VALUE = 3
"""Ones and twos are words as often as figures."""
_OWN_WORD = frozenset({"its own release", "told to it"})
"""Ways to have first hand what the speaker says, who need not be of the body that the others asked."""
_SAME_WORDS = 0.4
"""Part of their words that two printings of one quotation share at least."""
_ARTICLES = frozenset({"The", "Die", "Der", "Das", "Le", "La", "El", "Il"})
_OF_BODY = lazy(r"\b[Ss]ources? (?:of|in|at|from|inside|within) (?:the )?(.+)")


def _has_media(attribution: Attribution, setting: Setting) -> bool:
    return bool(find_media(attribution, setting.registry))


def _may_cite(attribution: Attribution, setting: Setting) -> bool:
    return may_cite(attribution.statement.text)


def _hides_speaker(attribution: Attribution, setting: Setting) -> bool:
    speaker = attribution.credit.speaker
    return speaker is not None and not speaker.named and _hides(attribution)


def _has_interview(attribution: Attribution, setting: Setting) -> bool:
    return _has_phrase(attribution.statement.text, "own interview")


def _has_document(attribution: Attribution, setting: Setting) -> bool:
    return _has_phrase(attribution.statement.text, "document")


def _quotes(attribution: Attribution, setting: Setting) -> bool:
    return attribution.credit.mode == "direct"


NEEDS: Needs = (
    (_has_media,),
    (_may_cite,),
    (_hides_speaker,),
    (_has_interview, _quotes),
    (_has_document, has_speaker),
)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that one outlet is plainly nearer to the source than the other.

    One broadcaster has it from its own interview, another outlet from "local media"; or one cites people who do not
    want to be named where the other has the party's own release or a document. A wire copy of somebody else's
    statement is as near as the wire.

    >>> compare_sentences(
    ...     "sourcing",
    ...     "A faulty switch sent the train onto the wrong track, sources in the railway said.",
    ...     "A faulty switch sent the train onto the wrong track, according to a report seen by Harbour Post.",
    ... )
    Harbour Post has it first hand (a document it saw); Northern Wire cites sources in the railway.
    """
    for near, far in ((a, b), (b, a)):
        missing = _lacks_figure(near, far, setting)
        if missing:
            values = (f"no {missing} in the article", f"{missing}, credited to {near.outlet.name}")
            message = (
                f"{far.outlet.name} credits {near.outlet.name} with {missing}; the cited article does not have it."
            )
            yield Difference(values if near is a else (values[1], values[0]), message)
            return
        if _is_reprint(near, far, setting.registry) or is_unknown(near.statement.text, near.statement.text):
            continue
        relayed = _second_hand(far, near, setting.registry)
        how = _first_hand(near, far, setting.registry) if relayed else None
        if how and relayed and not (how in _OWN_WORD and _asks_another_body(near, far)):
            message = f"{near.outlet.name} has it first hand ({how}); {far.outlet.name} {relayed}."
            values = (how, relayed)
            yield Difference(values if near is a else (values[1], values[0]), message)
            return


def _is_reprint(near: Attribution, far: Attribution, registry: Registry) -> bool:
    """Tell an outlet that prints what others write, and says whose it is: its copy is as near as the original."""
    if near.outlet.id in far.outlet.republishes:
        return not _was_told(near, near.outlet, registry)
    return far.outlet.kind == "aggregator" and _credits(far, near.outlet, registry)


def _asks_another_body(near: Attribution, far: Attribution) -> bool:
    """Tell "sources of the harbour office" beside what a charity says itself: another account, not a farther one."""
    body = _OF_BODY.search(far.credit.speaker.mention) if far.credit.speaker else None
    name = source_name(near)
    return body is not None and name is not None and not same_source(body[1], name)


def _lacks_figure(near: Attribution, far: Attribution, setting: Setting) -> str | None:
    """Return the figure of ``far`` that the article it credits, ``near``'s, nowhere has in any rounding."""
    if not far.credit.via or not any(is_outlet(media, near.outlet, setting.registry) for media in far.credit.via):
        return None
    cited = _article_figures(setting.article_of(near).text)
    for figure in far.figures:
        if figure.high >= LEAST_VALUE and not any(_may_be_one(figure, other) for other in cited):
            return figure.text
    return None


@lru_cache(maxsize=64)
def _article_figures(text: str) -> tuple[Figure, ...]:
    return tuple(figure for paragraph in text.split("\n") for figure in find_figures(paragraph))


def _may_be_one(ours: Figure, theirs: Figure) -> bool:
    """Tell two values that are one but for rounding: within a twentieth of each other."""
    return abs(ours.high - theirs.high) <= max(abs(ours.high), abs(theirs.high)) / 20


def _first_hand(near: Attribution, far: Attribution, registry: Registry) -> str | None:
    """Say in which way ``near`` is first hand, None where it is not plainly so."""
    if near.outlet.speaks_for:
        return "its own release"
    if _has_phrase(near.statement.text, "document"):
        return "a document it saw"
    if _has_phrase(near.statement.text, "own interview"):
        return "its own interview"
    if _credits(far, near.outlet, registry) and _was_interviewed(near, far, registry):
        return "its own interview"
    if _was_told(near, near.outlet, registry):
        return "told to it"
    if _is_shorter_chain(near.credit.via, far.credit.via):
        return f"from {near.credit.via[-1]} itself"
    speaker = near.credit.speaker
    if speaker is None and _is_exclusive(near) and _credits(far, near.outlet, registry):
        return "its own report"
    if speaker and _hides(near) and not near.credit.via and cites_report(far, near.outlet):
        return f"from {speaker.mention}"
    return None


def _is_exclusive(near: Attribution) -> bool:
    """Tell what a paper found out from what happened on a day, or what an agency told of, which all could know."""
    return not near.credit.via and not near.moments and near.outlet.kind != "agency"


@lru_cache(maxsize=4096)
def _has_phrase(text: str, section: str) -> bool:
    return any(map(text.casefold().__contains__, source_phrases(section)))


def _second_hand(far: Attribution, near: Attribution, registry: Registry) -> str | None:
    """Say in which way ``far`` is second hand, None where it is not plainly so."""
    if far.outlet.speaks_for:
        return None
    media = find_media(far, registry)
    if not media and cites_report(far, near.outlet):
        return f"has it via {near.outlet.name}"
    if media and (_credits(far, near.outlet, registry) or _is_shorter_chain(near.credit.via, media)):
        return "has it via " + ", ".join(media)
    if _prints_interview(far, near):
        return "does not say to whom it was said"
    speaker = far.credit.speaker
    if speaker is not None and not speaker.named and _hides(far):
        return f"cites {speaker.mention if is_anonymous(speaker) else 'people it does not name'}"
    if speaker is not None and _is_word_alone(far) and _saw_paper_of(near, speaker):
        return f"has the word of {speaker.name if speaker.named else speaker.mention}"
    if media and near.outlet.speaks_for and _relays_release(far, near, media):
        return "has it via " + ", ".join(media)
    return None


def _prints_interview(far: Attribution, near: Attribution) -> bool:
    """Tell who prints the words of an interview as if they had been said to all."""
    own = _has_phrase(near.statement.text, "own interview")
    alone = far.credit.mode == "direct" and not far.credit.via and not far.credit.addressee and not far.credit.occasion
    if not own or not alone or not same_speaker(far, near):
        return False
    return weigh_likeness(far.statement.text, near.statement.text)[0] >= _SAME_WORDS


def _saw_paper_of(near: Attribution, speaker: Speaker) -> bool:
    """Tell whether an outlet has a paper itself in which the speaker says it: "a letter seen by the Post"."""
    text = near.statement.text
    if not _has_phrase(text, "document"):
        return False
    names = "|".join(map(re.escape, (*sorted(_names_of(near.outlet)), "this newspaper", "this programme")))
    seen = rf"(?:seen|obtained|reviewed|viewed) by (?:the )?(?:{names})\b|\b(?:{names}) (?:has|have) (?:seen|a copy)\b"
    low = set(re.findall(r"[^\W\d_]{4,}", text.lower()))
    return re.search(seen, text) is not None and not mention_words(speaker).isdisjoint(low)


def _is_word_alone(attribution: Attribution) -> bool:
    """Tell whether somebody's word is all that a statement goes on: no paper, no other media."""
    speaker = attribution.credit.speaker
    if speaker is None or is_document(speaker) or attribution.credit.via or attribution.credit.mode != "indirect":
        return False
    return not _has_phrase(attribution.statement.text, "document")


def _relays_release(far: Attribution, near: Attribution, media: tuple[str, ...]) -> bool:
    """Tell "the Wire reports, citing the mill" beside the mill's own release; a copy with a credit is as near."""
    text, body = far.statement.text, near.outlet.speaks_for or ""
    return body in text and any(name in text for name in media)


def _credits(far: Attribution, outlet: Outlet, registry: Registry) -> bool:
    """Tell whether ``far`` names ``outlet`` as the root of its chain."""
    if not far.credit.via:
        return False
    root = far.credit.via[-1]
    return is_outlet(root, outlet, registry) or _is_veiled(root, outlet)


def _is_veiled(words: str, outlet: Outlet) -> bool:
    """Tell a description such as "European television" that can mean a broadcaster."""
    return outlet.kind == "broadcaster" and words[:1].isalpha() and words.casefold().endswith((" television", " tv"))


def _hides(attribution: Attribution) -> bool:
    """Tell whether the statement credits sources who do not want to be named."""
    return _hides_somebody(attribution.statement.text)


@lru_cache(maxsize=4096)
def _hides_somebody(statement: str) -> bool:
    text = f" {normalise(statement)} "
    return any(f" {phrase}" in text for phrase in source_phrases("anonymous"))


def _was_interviewed(near: Attribution, far: Attribution, registry: Registry) -> bool:
    """Tell whether the words were said to ``near``'s outlet: in an interview, or by a person whom both name."""
    if any("interview" in (row.credit.occasion or "") for row in (near, far)) or _was_told(far, near.outlet, registry):
        return True
    speaker = near.credit.speaker
    if near.outlet.kind == "agency":  # what an agency was present at, everybody may have heard
        return False
    return speaker is not None and registry.find_person(speaker.name) is not None and same_speaker(near, far)


def _was_told(attribution: Attribution, outlet: Outlet, registry: Registry) -> bool:
    """Tell whether the words were said to the outlet."""
    told = attribution.credit.addressee
    found = registry.find_outlet(told) if told else None
    if found is not None:
        return found.id == outlet.id
    return attribution.outlet.id == outlet.id and attribution.credit.speaker is not None and _says_told(attribution)


def _says_told(attribution: Attribution) -> bool:
    """Tell "informed the Post", "confirmed to the Post" in the Harbour Post itself, of the one who is credited."""
    outlet, text, cue = attribution.outlet, attribution.statement.text, attribution.credit.cue
    return cue is not None and any(
        re.search(rf"\b{re.escape(cue)} (?:to )?(?:the )?{re.escape(name)}\b", text)
        for name in _names_of(outlet)
        if name in text
    )


def _names_of(outlet: Outlet) -> set[str]:
    """Return what an outlet is called: "Continental News" is "Continental", "the Harbour Post" is "the Post"."""
    words = outlet.name.split()
    names = {outlet.name, *outlet.aliases, words[0], words[-1]} - _ARTICLES
    return {name for name in names if name[:1].isupper()}


def _is_shorter_chain(near: tuple[str, ...], far: tuple[str, ...]) -> bool:
    """Tell whether ``far`` reached the same root through more media than ``near``."""
    return bool(near) and len(far) > len(near) and far[-len(near) :] == near
