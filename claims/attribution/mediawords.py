"""The words around the names of media: what kind they are, and whether a name stands for the medium at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.attribution.lexicon import words as words_of
from claims.patterns import Gated

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
