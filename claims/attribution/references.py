"""From a mention to the one it stands for: "he", "Zelenskiy", "the ministry", "one of them"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.attribution.bodies import Bodies, kinds_of_body
from claims.attribution.bodynames import is_body, is_company, reference_words, without_seat
from claims.attribution.compare import source_phrases
from claims.attribution.descriptions import find_described
from claims.attribution.forms import (
    LEADING,
    SPACE,
    head_of,
    is_person_noun,
    is_title,
    lower_opening,
    name_unnamed,
    owner_of_voice,
    strip_mention,
    trailing_name,
)
from claims.attribution.groups import find_group, find_repeated
from claims.attribution.holders import Holders
from claims.attribution.lexicon import TITLES
from claims.attribution.people import People
from claims.attribution.players import find_player
from claims.attribution.roles import agree_in_rank
from claims.attribution.stories import FOCUS, Referent, open_story
from claims.model import Article, Speaker
from claims.patterns import Gated, lazy
from claims.registry import Registry, slug

Span = tuple[int, int]
_PRONOUNS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_LONGEST_NAME = 60
_OWN_WORDS = frozenset(("account", "words", "report", "reports", "admission", "website"))
_STAFF_OF = frozenset(("his office", "her office", "their office", "his team", "her team"))
"""Nobody's name, and no body's that the article names elsewhere."""
_NAME_BEFORE = lazy(r"(?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+, \Z")
_PUBLISHED = frozenset(("figures", "data", "statistics", "numbers", "estimates", "records", "projections"))
_PAPER = Gated(r"(?:[\w-]+ ){0,3}(?:paper|study|review|analysis|trial) (?:published )?in ", "in ")
_SEATED = Gated(r"[A-Z][\w-]*-based (?=[a-z])", "-based ")
_DEFINITE = re.compile(r"(?:the|its|her|his|their) (?=[a-z])", re.IGNORECASE)


class Resolver:
    """Resolves the mentions of one article, in the order of the text, and remembers who spoke."""

    def __init__(self, article: Article, paragraphs: Sequence[Span], registry: Registry) -> None:
        self._story = open_story(article, paragraphs, registry)
        self._people = People(self._story)
        self._bodies = Bodies(self._story)
        self._holders = Holders(self._story)

    def resolve(self, span: Span, pieces: Sequence[Span] = ()) -> tuple[Speaker, bool]:
        """Return the speaker that the mention at ``span`` stands for, and whether that is a person.

        ``pieces`` are the words credited: nobody named there is "he" or "she" as long as another may be.
        """
        mention = SPACE.sub(" ", self._story.text[span[0] : span[1]]).strip()
        if mention.lower() in reference_words("letters after names"):  # "Hugh Pallant, MD, of a charity, wrote"
            before = _NAME_BEFORE.search(self._story.text, max(0, span[0] - _LONGEST_NAME), span[0])
            if before is not None:
                return self.resolve((before.start(), before.end() - len(", ")), pieces)
        self._story.credited = tuple(pieces)
        referent = self._refer(mention, span[0])
        self._story.spoken.append((span[0], referent))
        nameless = referent.name.rpartition(" ")[2] in source_phrases("anonymous")  # "Downing Street sources"
        named = referent.named and not nameless
        speaker = Speaker(slug(referent.name), referent.name, mention, referent.role, named)
        return speaker, referent.person

    def _refer(self, mention: str, place: int) -> Referent:
        word = mention.lower()
        word = "" if mention.isupper() and len(mention) > 1 else word
        word = _PRONOUNS.get(word, word) if word != "her" else word
        owner = _owner(word)
        if owner is not None and (behind := self._pronoun(owner, place)) is not None:
            return behind
        if word in ("he", "she", "who", "him", "her", "i"):
            return self._pronoun(word, place) or Referent(mention, person=True, named=False)
        if word in ("it", "which", "they", "we", "them"):
            return self._pronoun(word, place) or Referent(mention, person=False, named=False)
        if word in _STAFF_OF:
            return Referent(word, person=False, named=False)
        plain = lower_opening(strip_mention(mention))
        if plain.isupper() and "-" in plain and LEADING.match(mention):
            plain = plain.lower()
        return (
            (self._people.find_named(mention) if "," in mention and plain.startswith("one of ") else None)
            or find_group(self._story, plain)
            or _document(plain)
            or self._bodies.find_registered(plain, mention)
            or self._publisher(strip_mention(mention))
            or self._titled(plain, mention)
            or self._bodies.find_possessed(plain, mention, place)
            or self._people.find_named(mention)
            or self._apposed(mention)
            or self._holder(plain, mention, place)
            or self._described(plain, mention, place)
            or find_repeated(self._story, plain, mention, place, self._bodies.find_full)
            or _nameless(plain, mention)
            or self._told_before(plain, mention, place)
            or self._body(plain, mention, place)
            or Referent(name_unnamed(plain, mention), person=head_of(plain) in TITLES, named=_is_name(plain, mention))
        )

    def _pronoun(self, word: str, place: int) -> Referent | None:
        bodies = word in ("it", "which", "they", "we", "them")
        return self._bodies.find_pronoun(word, place) if bodies else self._people.find_pronoun(word, place)

    def _titled(self, plain: str, mention: str) -> Referent | None:
        """Return whom the registry has in an office; a name printed behind the office goes first."""
        return (self._people.find_named(mention) if "," in mention else None) or self._people.find_titled(plain)

    def _publisher(self, plain: str) -> Referent | None:
        """Return the body behind "Met Service figures" and "Bank of Orland data"."""
        name, _, noun = plain.rpartition(" ")
        if noun not in _PUBLISHED or not name[:1].isupper():
            return None
        known = self._story.registry.find_institution(name) is not None or is_body(name)
        return self._bodies.find_full(name) if known else None

    def _apposed(self, mention: str) -> Referent | None:
        """Return the company or body behind a plain noun: "the owner, Aegis Bulk Carriers"."""
        noun, _, rest = mention.partition(", ")
        name = without_seat(LEADING.sub("", rest.split(",")[0], count=1))
        if not rest or not strip_mention(noun).islower() or not name[:1].isupper():
            return None
        return self._bodies.find_full(name) if is_body(name) or is_company(name.split()) else None

    def _holder(self, plain: str, mention: str, place: int) -> Referent | None:
        """Resolve "its owner" and "the miner" to whom the article names as that."""
        if not (_DEFINITE.match(mention) or _SEATED.match(plain)):
            return None
        noun = _SEATED.sub("", _DEFINITE.sub("", mention, count=1), count=1)
        plain = _SEATED.sub("", plain, count=1)
        registered = self._bodies.find_registered(f"the {noun}", f"the {noun}")
        if registered is not None:
            return registered
        head = head_of(plain)
        name = self._holders.find(head) if noun == head else None
        name = name or self._holders.find_company(noun, place)
        if name is None:
            return None
        return self._people.find_full(name) or self._bodies.find_full(name)

    def _described(self, plain: str, mention: str, place: int) -> Referent | None:
        """Resolve "the Dane", "the 23-year-old" and "the mother of three" as "she" would be; "the CM" by initials."""
        if plain.isupper() and plain not in self._story.cast.acronyms:
            return self._people.find_by_initials(plain.lower(), place)
        if not mention.lower().startswith("the "):
            return None
        return find_described(self._people, self._story, plain, place)

    def _told_before(self, plain: str, mention: str, place: int) -> Referent | None:
        """Resolve "the ministry" to "Orland's foreign ministry", who spoke before without a name of their own.

        "The person" may be the "person close to the owner"; the council is not its "council figures".
        """
        if " " in plain or not mention.lower().startswith("the "):
            return None
        for at, one in reversed(self._story.spoken):
            if place - at > FOCUS:
                return None
            name = one.name.lower()
            if name.endswith(f" {plain}") and " to " not in name and agree_in_rank(plain, set(name.split())):
                return one
            if not one.named and name.startswith(f"{plain} ") and not name.endswith(f" {head_of(name)}"):
                return one
        return None

    def _body(self, plain: str, mention: str, place: int) -> Referent | None:
        if self._story.cast.acronyms.get(plain):
            return self._bodies.find_full(self._story.cast.acronyms[plain])
        owner = re.split(r"[’']s ", plain, maxsplit=1)
        if len(owner) == 2 and _is_voice(owner[1]):
            return self._body(owner[0], "the " + owner[0], place) or self._bodies.find_full(owner[0])
        head = head_of(plain)
        if head == plain.lower() and mention.lower().startswith("the "):
            titled = self._people.find_by_role(head, plain, place)
            if titled is not None:
                return titled
        if head in reference_words("players") and mention.lower().startswith("the "):
            return find_player(self._people, self._story, place)
        if len(owner) == 2 and owner[0][:1].isupper():
            person = is_person_noun(owner[1]) or is_title(owner[1])
            found = None if person else self._bodies.find_owned(owner[0], owner[1])
            return found or Referent(plain, person=person, named=not person)
        indefinite = mention.lower().startswith(("a ", "an "))
        if head in kinds_of_body() and plain.rsplit(maxsplit=1)[-1].islower() and not indefinite:
            found = self._bodies.find_by_kind(head, plain, place)
            if found is not None:
                return found
        behind = trailing_name(plain) or owner_of_voice(plain) or plain
        if plain[:1].isupper() or (plain.split() and plain.rsplit(maxsplit=1)[-1][:1].isupper()):
            return self._bodies.find_full(behind)
        if mention.lower().startswith(("the ", "their ", "its ", "his ", "her ")) or len(plain.split()) == 1:
            return self._people.find_by_role(head, plain, place) or self._bodies.find_by_kind(head, plain, place)
        return None


def _owner(words: str) -> str | None:
    """Return the pronoun behind "its own statement" and "her own account": the owner speaks."""
    owner, _, voice = words.partition(" ")
    own = voice.startswith("own ")
    voice = voice.removeprefix("own ")
    told = voice in reference_words("own words") or (own and (_is_voice(voice) or voice in _OWN_WORDS))
    return _PRONOUNS.get(owner) if voice and told else None


def _is_voice(words: str) -> bool:
    """Tell what a body speaks by: "press service", "preliminary report"."""
    last = words.lower().rsplit(maxsplit=1)[-1]
    return words.lower() in reference_words("voices") or (words.islower() and last in reference_words("reported in"))


def _document(plain: str) -> Referent | None:
    """Return "paper in the journal Avian Trends" and "letter to the Harbour Board": the name in it does not speak."""
    noun, _, addressed = plain.partition(" to ")
    letter = bool(addressed) and noun in reference_words("documents")
    return Referent(plain, person=False, named=False) if letter or _PAPER.match(plain) else None


def _is_name(plain: str, mention: str) -> bool:
    """Tell a name from "an Orlish driver" by capital and article."""
    return plain[:1].isupper() and not mention.lower().startswith(("a ", "an ")) and not _SEATED.match(plain)


def _nameless(plain: str, mention: str) -> Referent | None:
    """Return people told of by a plain noun: "analysts at Northbank", "a European diplomat"."""
    words = plain.split()
    head = head_of(plain)
    if mention.lower().startswith(("a ", "an ")) and head in reference_words("people nouns") and head in words:
        return Referent(name_unnamed(plain, mention), person=True, named=False)
    if len(words) < 2 or words[0] not in reference_words("people nouns"):
        return None
    return Referent(name_unnamed(plain, mention), person=not words[0].endswith("s"), named=False)
