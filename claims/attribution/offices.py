"""The office or title that is printed beside a name: before it, behind it, around it."""

from __future__ import annotations

import re

from claims.attribution.bodynames import reference_words
from claims.attribution.forms import BEFORE_NOUNS, LEADING, POLITE, is_title
from claims.attribution.lexicon import ABBREVIATIONS, ARTICLES, BODIES, PREPOSITIONS
from claims.attribution.mentions import Named
from claims.patterns import Gated

_MOOD = re.compile(r"^(?:\w+ly \w+ed|\w+-\w+ed|(?P<mood>[A-Za-z-]+)(?= \w))\s+")
_POLITE_END = Gated(
    r"(?:\s+(?:Mr|Mrs|Ms|Miss|Dr|Smt|Shri)\.?)+\Z", "mr", "ms", "miss", "dr", "smt", "shri", flags=re.IGNORECASE
)
_OWNED = re.compile(r"^(?:its|their|his|her) ", re.IGNORECASE)
_LONGEST_ROLE = 9
_LONGEST_RANK = 5
_BEHIND_OFFICE = re.compile(r"\s(?:of|for|at|in|to)\s")


def without_polite(before: str) -> str:
    """Return the words before a name without the "Dr" or "Mrs" at their end."""
    return _POLITE_END.sub("", before.rstrip())


def role_before(segment: str, name: str) -> str | None:
    """Return the title that stands before a name in the same stretch; "Dr" and "Sir" are none."""
    role = segment.strip().removesuffix(name).strip()
    role = _POLITE_END.sub("", _without_mood(LEADING.sub("", role, count=1)).strip(" ,"))
    if POLITE.fullmatch(role + " "):
        return None
    if not BEFORE_NOUNS.isdisjoint(role.lower().split()[-1:]):
        return None
    return (
        role
        if role and not role.endswith("&") and len(role.split()) <= _LONGEST_ROLE and any(map(is_title, role.split()))
        else None
    )


def role_after(mention: str, segment: str) -> str | None:
    """Return the title in the apposition after a name."""
    rest = mention.partition(segment)[2].strip(" ,")
    parts = [part.strip() for part in rest.split(",") if not part.strip()[:1].isdigit()]
    role = LEADING.sub("", parts[0], count=1) if parts else ""
    if role.startswith(("who ", "which ", "whose ", "speaking ")):
        return None
    return (
        role if role and len(role.split()) <= _LONGEST_ROLE and any(is_title(word) for word in role.split()) else None
    )


def is_rank(role: str) -> bool:
    """Tell a rank in letters, "Col." or "CP", from an office that says what its holder does."""
    return " " not in role and (role.strip(".") in ABBREVIATIONS or (role.isupper() and len(role) < _LONGEST_RANK))


def office_before(segment: str) -> str | None:
    """Return "Director-General" of "the Director-General, Dr Ode", "tea vendor" of "a tea vendor, Ode"."""
    for phrase in (segment.strip(), segment.strip().rpartition(" the ")[2]):
        plain = _OWNED.sub("", LEADING.sub("", phrase, count=1), count=1)
        words = _BEHIND_OFFICE.split(plain, maxsplit=1)[0].split()
        if not words or words[-1] in BODIES or len(plain.split()) > _LONGEST_ROLE:
            continue
        if plain != phrase or "’s " in plain or "'s " in plain or any(map(is_title, words)):
            return plain
    return None


def title_words(named: Named) -> str:
    """Return the words around a name that may be its title: those before it, and an apposition after it."""
    before, _, after = named.context.partition(named.name.lower())
    ahead = _title_ahead(before)
    before = re.split(r"\b(?:\w+ed|told|said|and|with|by|that|to|in)\b|[,.;]", before)[-1]
    apposition = after.split(",")[1] if after.lstrip().startswith(",") and after.count(",") > 1 else ""
    return f"{' '.join(before.split()[-4:])} {apposition} {ahead}"


def _title_ahead(before: str) -> str:
    """Return "the presiding judge" of the words before a name: "when the presiding judge, "."""
    lead = _POLITE_END.sub("", before.rstrip())
    if not lead.endswith(","):
        return ""
    words = re.split(r"[.,;\n]", lead[:-1])[-1].split()
    opens = max((at for at, word in enumerate(words) if word in ARTICLES), default=None)
    if opens is None or len(words) - opens > _LONGEST_ROLE or (opens and words[opens - 1] in PREPOSITIONS):
        return ""
    return " ".join(words[opens:])


def _without_mood(role: str) -> str:
    """Return "exam chief" of "red-faced exam chief" and "furious exam chief"."""
    mood = _MOOD.match(role)
    telling = mood is not None and (mood["mood"] is None or mood["mood"].lower() in reference_words("moods"))
    return role[mood.end() :] if mood is not None and telling else role
