"""The words around the names of media: what kind they are, and whether a name stands for the medium at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claims.attribution.bodynames import reference_words
from claims.attribution.lexicon import words as words_of
from claims.patterns import DOTTED_FIRM_REST, Gated, lazy

_CAPITAL = r"[^\W\d_a-z]"
_LINK = r"(?:(?:of|the|de|del|de la|du|des|di|da|do|dos|la|el)\s+)?"
_NAME = rf"{_CAPITAL}{DOTTED_FIRM_REST}(?:\s+{_LINK}(?:{_CAPITAL}{DOTTED_FIRM_REST}|\d+)){{0,4}}"
_KINDS = (
    "news agency", "newspaper", "broadcaster", "television channel", "TV channel", "news site", "tabloid",
    "business daily",
)  # fmt: skip
_INTRODUCED = lazy(
    rf"\b(?:{'|'.join(_KINDS)}) "
    rf"(?P<name>{_CAPITAL}\w+(?: {_LINK}{_CAPITAL}\w+){{0,3}})"
)
_AGENCY = lazy(
    rf"\b[Tt]he (?P<name>{_CAPITAL}\w+(?: {_CAPITAL}\w+)?) agency (?:reported|reports|said, citing|quoted|cited)\b"
)
_EDGE = r"(?<![\w’'])"
_LONGEST = 70
_DESCRIBES = re.compile(r"\s+(?:witness|photographer|reporter|correspondent|journalist|crew|poll|survey)\b")
_HEARER_ENDS = (".", ",", ";", ":", " on ", " in ", " at ", " after ", " before ", " during ", " by ")
_LONGEST_NAME = 6
_NAME_PARTICLES = words_of("name particles")
_KIND_OF_MEDIUM = Gated(
    r"^(?:[a-z-]+ ){0,2}(?:agency|newspaper|paper|daily|weekly|journal|broadcaster|channel|website|site|portal|magazine"
    r"|tabloid|outlet|station) (?=[^\W\d_a-z])",
    "agency",
    "paper",
    "daily",
    "weekly",
    "journal",
    "broadcaster",
    "channel",
    "site",
    "portal",
    "magazine",
    "tabloid",
    "outlet",
    "station",
)

_KIND_BEHIND = Gated(
    r" (?:news )?(?:agency|newspaper|channel|website|network|site|magazine)\Z",
    "agency",
    "newspaper",
    "channel",
    "website",
    "network",
    "site",
    "magazine",
)


def find_introduced(text: str) -> set[str]:
    """Return the names that the text itself introduces as those of media: "the Globus agency reported"."""
    found: set[str] = set()
    if " agency " in text:
        found |= {match["name"] for match in _AGENCY.finditer(text)} - reference_words("bodies of states")
    if any(map(text.__contains__, _KINDS)):
        found |= {match["name"] for match in _INTRODUCED.finditer(text)}
    return found


def find_media_nouns(words: str) -> Iterator[re.Match[str]]:
    """Yield where the words speak of a medium by what it is: "local media including X"."""
    return (
        media_noun_pattern().finditer(words)
        if any(map(words.__contains__, reference_words("media nouns")))
        else iter(())
    )


@cache
def media_noun_pattern() -> re.Pattern[str]:
    """Return the pattern of such words, with the names that stand behind them."""
    nouns = "|".join(sorted(map(re.escape, reference_words("media nouns")), key=len, reverse=True))
    return re.compile(
        rf"{_EDGE}(?P<words>(?:[\w’'-]+\s+){{0,4}}?(?:{nouns}))(?![\w’'])"
        r"(?! (?:service|office|conference|secretary|release|statement|briefing|officer)s?\b)"
        rf"(?:,?\s+(?:including|such as|like|led by)\s+(?:the\s+)?(?P<named>{_NAME}))?"
        rf"(?:\s+(?:the\s+)?(?P<name>{_NAME}))?",
    )


def without_kind(words: str) -> str:
    """Return "Northwire" of "agency Northwire" and of "trade paper Northwire"."""
    return _KIND_OF_MEDIUM.sub("", words)


def without_kind_behind(words: str) -> str:
    """Return "RVN" of "RVN news agency"."""
    return _KIND_BEHIND.sub("", words)


def is_plain_name(words: str) -> bool:
    """Tell capitals, maybe with particles between, from other words."""
    parts = words.split()
    plain = all(part[0].isupper() or part in _NAME_PARTICLES for part in parts)
    return 0 < len(parts) <= _LONGEST_NAME and plain and parts[0][0].isupper()


def up_to_comma(words: str) -> str:
    """Return the words before a comma, what tells more of the medium left with it."""
    before, _, behind = words.partition(", ")
    return words if behind.startswith(("including ", "such as ", "the ", "a ", "an ")) else before


def list_hearers(words: str) -> Iterator[str]:
    """Yield what stands behind "to", up to a mark or another preposition: "recounted a survivor to local media"."""
    for part in words.split(" to ")[1:]:
        near = part[:_LONGEST]
        hearer = near[: min((at for end in _HEARER_ENDS if (at := near.find(end)) >= 0), default=_LONGEST)].strip()
        if hearer and not hearer.startswith(("his ", "her ", "its ", "their ")):
            yield hearer


def is_the_press(match: re.Match[str]) -> bool:
    """See "speaking to the media": whoever was there, none of them named."""
    return match["words"].lower() in ("media", "the media") and not match["named"]


def is_adjective(words: str, at: int) -> bool:
    """See "a Meridian witness": the outlet's name describes its own people."""
    return bool(_DESCRIBES.match(words, at))
