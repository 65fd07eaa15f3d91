"""What a mention says by its own words: the name in it, its head noun, the owner of a voice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.attribution.bodynames import is_body, is_trade, reference_words
from claims.attribution.lexicon import ARTICLES, BODIES, DETERMINERS, PREPOSITIONS, TITLES
from claims.names import place_of, strip_titles
from claims.patterns import DOTTED_REST, Gated, lazy

BRACKET = re.compile(r"\s*\([^()]{0,60}\)")
_TAIL = re.compile(
    r"\s+(?:who|whose|which|that|seen|obtained|citing|speaking|quoted|out|dated|signed|made|released|published|posted|issued|provided|cited|involved|reached|said|wearing|holding|citing"
    r"|in an? (?:\w+ )?(?:comment|statement|letter|e-?mail|interview|post|reply))\b"
)
LEADING = re.compile(r"^(?:the|a|an|neighbou?ring|nearby|according to)\s+", re.IGNORECASE)
_VOICED = Gated(
    r"(?:an?|the|its|their)?\s*(?:\w+ )?(?:statement|release|report|survey|study|poll|post|notice|bulletin|letter) "
    r"(?:released|issued|published|posted|put out|made|compiled|carried out|conducted) by (?P<owner>.+)",
    " by ",
    flags=re.IGNORECASE,
)
_PUT_OUT = Gated(
    r"\s(?:that|which) (?P<owner>[^,;]{3,80}?) (?:has |had )?"
    r"(?:released|issued|published|posted|put out|made|compiled|carried out|conducted|gave|sent out)\b",
    "that ",
    "which ",
)
ONE_OF = Gated(
    r"(?:one|two|three|some|both|another|several|many|most)\s+of\s+(?:the\s+|those\s+)?(\w+)$",
    "of",
    flags=re.IGNORECASE,
)
_NAME_WORD = rf"(?:(?:al|el|ad|ar|as|at|an|ash|az)-)?[^\W\d_a-z]{DOTTED_REST}"
_PARTICLE = r"(?:de|del|della|van|von|der|den|ter|bin|ibn|ben|al|el|la|le|da|das|dos|di|du|wa|ould)"
_CAPITAL_RUN = re.compile(rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD})*\Z")
POST = re.compile(r"\s(?:for|from|at|in|with|of)\s")
POLITE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Hon|Cllr)\.?\s")
_OWNED_KIN = Gated(
    r"[^’',]{2,40}[’']s (?P<kin>\w+) (?P<name>[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*){0,2})\Z", "’s ", "'s "
)
_POSSESSIVE = lazy(r"^(?:its|their) (?=[a-z])")
_TELLING = lazy(
    r"(?<!,) (?:involved in"
    r"|who (?!asked|declined|did|does|do|would|could|wish|want|request|refus|insist|spoke|said|agreed)[a-z]+)"
    r"\b(?! not)[^,;.]*"
)
SPACE = re.compile(r"\s+")
_PARTS_NAMES = PREPOSITIONS | {"and", "s"}
BEFORE_NOUNS = PREPOSITIONS | ARTICLES
_LONGEST_OWNED = 3


def strip_mention(mention: str) -> str:
    """Return the mention without bracket, apposition, relative clause and leading article."""
    text = BRACKET.sub("", mention)
    voice = _VOICED.match(text) or _PUT_OUT.search(text)
    if voice is not None:
        text = voice["owner"]
    first, _, rest = text.partition(",")
    text = _TAIL.split(first, maxsplit=1)[0].strip(" ”\"“'’")
    if not text:
        text = rest.strip()
    while True:
        match = LEADING.match(text)
        if match is None or match.end() >= len(text):
            return text.removesuffix("'s").removesuffix("’s")
        text = text[match.end() :]


def lower_opening(plain: str) -> str:
    """Return a common noun that opens a sentence in lower case: "Police", "Two officials"."""
    words = plain.split()
    if not words or (len(words) > 1 and words[1][:1].isupper()):
        return plain
    first = words[0].lower()
    ordinary = plain[1:] == plain[1:].lower() and place_of(words[0]) is None
    if head_of(plain) in reference_words("people nouns") and ordinary:
        return plain[:1].lower() + plain[1:]
    if first in reference_words("people nouns") or first in BODIES or first in TITLES or first in DETERMINERS:
        return plain[:1].lower() + plain[1:]
    return plain


def list_forms(plain: str, mention: str) -> Iterator[str]:
    """Yield the forms of a mention under which the registry may know it, the fullest first."""
    yield plain
    yield BRACKET.sub("", mention).strip()
    words = plain.split()
    if len(words) > 1 and words[-1].lower() in BODIES:
        yield " ".join(words[:-1])
    owner = owner_of_voice(plain) or trailing_name(plain)
    if owner is not None:
        yield owner
    if "’s " in plain or "'s " in plain:
        owner, owned = re.split(r"[’']s ", plain, maxsplit=1)
        yield owned
        if owned.lower() in reference_words("voices"):
            yield owner


def trailing_name(plain: str) -> str | None:
    """Return "Lockerly" of "parcel-locker operator Lockerly": the name behind the noun that tells its kind."""
    words = plain.split()
    lower = [number for number, word in enumerate(words) if word[:1].islower()]
    if not lower or lower[-1] + 1 >= len(words) or not _PARTS_NAMES.isdisjoint(words):
        return None
    if any("’s" in word or "'s" in word or "," in word for word in words):
        return None
    return " ".join(words[lower[-1] + 1 :])


def owner_of_voice(plain: str) -> str | None:
    """Return X of "the press service of X" and "a count by the firm X"."""
    for link in (" of ", " by ", " from "):
        voice, found, owner = plain.partition(link)
        if found and not reference_words("voices").isdisjoint((voice.lower(), voice.lower().rsplit(maxsplit=1)[-1])):
            named = LEADING.sub("", owner, count=1)
            words = named.split()
            if len(words) > 1 and words[0].islower() and words[0] not in PREPOSITIONS:
                named = (trailing_name(named) if words[-1][:1].isupper() else None) or " ".join(words[1:])
            return named
    return None


def name_unnamed(plain: str, mention: str = "") -> str:
    """Return the words for a speaker without a name: the owner of a voice, else the mention itself.

    "A person" and "two sailors" keep what tells them from others: "who was in the room", "involved in the talks".
    """
    known = head_of(plain) in reference_words("people nouns") or head_of(plain) == "persons"
    telling = _TELLING.search(mention) if known and not mention.lower().startswith("the ") else None
    return owner_of_voice(plain) or _POSSESSIVE.sub("", plain) + (telling.group() if telling else "")


def head_of(plain: str) -> str:
    """Return the noun that the phrase is about, lower case: before "of", "in", "at" ..."""
    words = plain.lower().split()
    for number, word in enumerate(words):
        if number and word in PREPOSITIONS:
            return words[number - 1]
    return words[-1] if words else ""


def is_title(word: str) -> bool:
    """Tell whether a word is a title or made of titles: "Director-General"."""
    low = word.lower().strip(".,")
    return low in TITLES or word.lower() in TITLES or ("-" in low and all(one in TITLES for one in low.split("-")))


def is_person_noun(word: str) -> bool:
    """Tell whether a plain noun stands for one person who may speak: "driver", "landlord"."""
    return word in reference_words("people nouns") and not word.endswith("s") and word not in reference_words("groups")


def find_name(segment: str) -> str | None:
    """Return the person's name with which a stretch between commas ends."""
    kin = _OWNED_KIN.match(segment.strip())
    if kin is not None and kin["kin"] in reference_words("kin"):
        return kin["name"]
    core = strip_titles(_behind_owner(segment.strip()))
    match = _CAPITAL_RUN.search(core)
    before = segment[: segment.find(match.group())].split() if match is not None else []
    if before and before[-1].lower() in BEFORE_NOUNS:
        return None
    if match is None or not segment.rstrip(" .)").endswith(core.rstrip(" .")):
        return None
    name = POLITE.sub("", match.group().strip(), count=1)
    words = name.split()
    if len(words) > 1 and (words[0].lower() in reference_words("kin") or is_trade(words[0])):
        words = words[1:]
        name = " ".join(words)
    if len(words) > 2 and words[-1].lower().strip(".") in reference_words("letters after names"):
        words = words[:-1]
        name = " ".join(words)
    if all(word.lower() in reference_words("people nouns") or is_title(word) for word in words):
        return None
    if not words or is_body(name) or words[0].lower() in ARTICLES or len(words) > 5:
        return None
    return name


def _behind_owner(segment: str) -> str:
    """Return "Ann Ode" of "Orlo Fund's Ann Ode": two or three words with capitals behind the possessive."""
    _, _, name = segment.replace("’s ", "'s ").partition("'s ")
    words = name.split()
    return name if 1 < len(words) <= _LONGEST_OWNED and all(word[0].isupper() for word in words) else segment
