"""The other media that an article credits: which stand in a stretch of text, and which is a speaker in fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from claims.attribution.bodynames import reference_words
from claims.attribution.lexicon import BODIES
from claims.attribution.mastheads import Mastheads, find_known_media, find_newspapers, without_article
from claims.attribution.mediawords import (
    find_introduced,
    find_media_nouns,
    is_adjective,
    is_plain_name,
    is_the_press,
    list_hearers,
    media_noun_pattern,
    up_to_comma,
    without_kind,
    without_kind_behind,
)
from claims.model import Article
from claims.patterns import Gated, lazy
from claims.registry import Registry

_CAPITAL = r"[^\W\d_a-z]"
_THE_SHORT = re.compile(rf"\b[Tt]he (?P<name>{_CAPITAL}[\w’-]+)\b(?! {_CAPITAL})")
_LONGEST = 70
_DESKS = frozenset(("service", "desk", "staff", "newsroom", "reporters", "team", "edition"))
_THROUGH_WORDS = lazy(r"\b(?:by|at|of|for|from|with|in|to)\b")
_REPORTED = re.compile(
    r"\s(?:has |had |have |first )*(?:reported|reports|report|writes|wrote|relay(?:s|ed)|transmit(?:s|ted)"
    r"|reveal(?:s|ed)|disclosed)\b"
)
_QUOTED_AS = Gated(r"\b(?:quoted|cited) (?:as saying |as telling reporters )?(?:by|in|on)\s+", "quoted ", "cited ")
_THROUGH = re.compile(
    r"\b(?:told|tells|telling"
    r"|(?:interview|conversation|call|podcast|article|column|op-ed|letter) (?:with|by|to|for|in|on)"
    r"|interviewed by|quoted by|cited by|reported by|speaking (?:to|on|with)|spoke (?:to|on|with)|on|in remarks to"
    r"|via|according to|appearance on|statement to|comments to|carried by|published (?:by|in)|broadcast (?:by|on)"
    r")\s+(?=\w)",
    re.IGNORECASE,
)


class Media:
    """The media that one article may credit: those of the registry, and what the article itself calls media."""

    def __init__(self, article: Article, registry: Registry) -> None:
        self._article = article
        self._registry = registry

    @cached_property
    def own(self) -> frozenset[str]:
        """The names of the article's own outlet, lower case."""
        outlet = self._article.outlet
        return frozenset(name.lower() for name in (outlet.id, outlet.name, *outlet.aliases))

    @cached_property
    def _known(self) -> Mastheads:
        """The outlets of the registry that the article names, and what it calls media."""
        text = self._article.text
        names = {
            name
            for outlet in self._registry.outlets
            for name in (outlet.name, *outlet.aliases)
            if name and name[:1].isupper() and name.removeprefix("the ").removeprefix("The ") in text
        }
        plain = {name.removeprefix("the ").removeprefix("The ") for name in names}
        plain |= set(find_known_media(text))
        return Mastheads(plain | find_introduced(text))

    def is_own(self, name: str) -> bool:
        """Tell whether the words stand for the article's own outlet."""
        plain = without_article(name).lower()
        if plain in reference_words("own media") or plain in self.own or self._is_own_desk(name):
            return True
        outlet = self._registry.find_outlet(name)
        return outlet is not None and outlet.id == self._article.outlet.id

    def _is_own_desk(self, name: str) -> bool:
        """Tell whether a text is signed by a desk of the outlet's own: "HP/English service" of the Harbour Post."""
        short, slash, desk = name.partition("/")
        initials = "".join(word[0] for word in self._article.outlet.name.split() if word[0].isupper())
        ends = desk.lower().rsplit(maxsplit=1)[-1:]
        return (
            bool(slash) and short.strip() in (initials, self._article.outlet.name) and ends != [] and ends[0] in _DESKS
        )

    def find(self, words: str) -> list[str]:
        """Return the media named in a stretch of text, in its order, the article's own outlet left out."""
        found: dict[str, int] = {}
        for name, place in [*self._registered(words), *self._shortened(words), *self._described(words)]:
            if not self.is_own(name):
                found.setdefault(name, place)
        return sorted(found, key=lambda name: found[name])

    def find_credited(self, words: str, told: str | None) -> list[str]:
        """Return the media to or through which something was said: "told X", "in an interview with X", "on X"."""
        found = self._relaying(words)
        found += self.find(told) if told is not None else []
        found += [
            name
            for whom in list_hearers(words)
            if self.is_medium(whom) or self.is_known(whom)
            for name in self.find(whom)
        ]
        for match in _THROUGH.finditer(words):
            found += self.find(up_to_comma(words[match.end() : match.end() + _LONGEST]))[:1]
        return list(dict.fromkeys(found))

    def _relaying(self, words: str) -> list[str]:
        """Return the media of ", the Post and other media reported" and "was quoted as saying by the Post"."""
        found = []
        for match in _REPORTED.finditer(words):
            stretch = words[max(0, match.start() - _LONGEST) : match.start()].rpartition(",")[2].strip()
            stretch = stretch.removeprefix("as ").removeprefix("As ")
            named, others, _ = stretch.partition(" and other ")
            if others or self.is_known(stretch) or self.is_medium(stretch):
                found += self.find(named)
            else:
                found += self._named_by_deed(stretch)
        for match in _QUOTED_AS.finditer(words):
            behind = words[match.end() : match.end() + _LONGEST]
            found += self.find(behind)[:1] or self._named_by_deed(re.split(r" as |[,.;]", behind)[0])
        return found

    def name_reporter(self, mention: str) -> tuple[str, ...] | None:
        """Return the medium that words name which "as reported by" brings in, None where they name none."""
        return tuple(self._named_by_deed(mention.split(",", maxsplit=1)[0])) or None

    def _named_by_deed(self, stretch: str) -> list[str]:
        """Return "Globus" of "the state agency Globus", and of "Globus" alone where nobody bears that name."""
        plain = without_article(stretch)
        name = without_kind_behind(without_kind(plain))
        if name in reference_words("bodies of states") or not is_plain_name(name) or name == "As" or self.is_own(name):
            return []
        introduced = name != plain
        if not introduced and (" " in name or self._is_somebody(name)):
            return []
        outlet = self._registry.find_outlet(name)
        return [outlet.name if outlet else name]

    def _is_somebody(self, name: str) -> bool:
        """Tell whether a lone name is that of a person or a body: part of a longer one, or in the registry."""
        known = self._registry.find_institution(name) or self._registry.find_person(name)
        if known is not None or name.lower() in BODIES or name.lower() in reference_words("people nouns"):
            return True
        plain = re.escape(name)
        longer = rf"{_CAPITAL}[\w’'.-]* {plain}\b|\b{plain} {_CAPITAL}"
        return re.search(longer, self._article.text) is not None

    def is_medium(self, mention: str) -> bool:
        """Tell whether a speaker's words stand for media: "local media including X", not "an editor at X"."""
        match = media_noun_pattern().match(without_article(mention))
        return match is not None and not _THROUGH_WORDS.search(match["words"])

    def is_known(self, name: str) -> bool:
        """Tell whether the whole name is that of a medium, or its last word where the article names it in full."""
        if (
            self._registry.find_outlet(name) is None
            and name.strip().removeprefix("The ").removeprefix("the ") in self._short
        ):
            return True
        return self._known.is_whole(without_article(name))

    @cached_property
    def _short(self) -> dict[str, str]:
        """The last words of newspapers that the article names in full: "the Observer" is the Morn Observer."""
        names: dict[str, set[str]] = {}
        for match in find_newspapers(self._article.text):
            full = match.group().removeprefix("The ")
            last = full.rsplit(maxsplit=1)[-1]
            if last != full and last in reference_words("media endings"):
                names.setdefault(last, set()).add(full)
        return {last: full.pop() for last, full in names.items() if len(full) == 1}

    def _shortened(self, words: str) -> Iterator[tuple[str, int]]:
        for match in _THE_SHORT.finditer(words):
            full = self._short.get(match["name"])
            if full is not None and not is_adjective(words, match.end()):
                outlet = self._registry.find_outlet(full)
                yield outlet.name if outlet else full, match.start("name")

    def _registered(self, words: str) -> Iterator[tuple[str, int]]:
        for match in self._known.find_all(words):
            outlet = self._registry.find_outlet(match.group())
            if not is_adjective(words, match.end()):
                yield outlet.name if outlet else match.group(), match.start()

    def _described(self, words: str) -> Iterator[tuple[str, int]]:
        for match in find_media_nouns(words):
            if (
                match["words"].lower().endswith("social media")
                or is_the_press(match)
                or any(own in match["words"].lower() for own in reference_words("own media"))
            ):
                continue
            named = match["named"] or match["name"]
            plain = re.sub(r"^(?:the|a|an|its|his|their)\s+", "", match["words"], flags=re.IGNORECASE)
            if named:
                if self._registry.find_outlet(named) is None and self._starts_known(named) is None:
                    yield named.rstrip("."), match.start("named" if match["named"] else "name")
            elif not self.is_own(match["words"]) and self._names_one(words, match) is None:
                yield self._press_office(plain) or plain, match.start()

    def _starts_known(self, name: str) -> str | None:
        match = self._known.find_at_start(name)
        return match.group() if match else None

    def _names_one(self, words: str, match: re.Match[str]) -> str | None:
        """Return the registered outlet that stands inside or right after the description."""
        near = next(self._known.find_all(words, match.start(), min(len(words), match.end() + 30)), None)
        return near.group() if near else None

    def _press_office(self, words: str) -> str | None:
        """Return the outlet behind "the club's channel": the one that speaks for a body of that kind in the story."""
        kinds = set(re.findall(r"\w+", words.lower()))
        offices = []
        for outlet in self._registry.outlets:
            body = self._registry.find_institution(outlet.speaks_for) if outlet.speaks_for else None
            if body is not None and body.kind in kinds and body.name in self._article.text:
                offices.append(outlet.name)
        return offices[0] if len(offices) == 1 else None

    def of_text(self) -> tuple[str, ...]:
        """Return the media that the whole text is credited to: its wire, where the outlet is another.

        Media credited beside the outlet's own reporter gave a picture or a part, not the text.
        """
        article = self._article
        agency = article.dateline.agency if article.dateline else None
        signed = any(" " in name and not self.is_own(name) for name in article.bylines)
        credited = [*(() if signed else article.credits), *([agency] if agency else [])]
        names = []
        for name in credited:
            outlet = self._registry.find_outlet(name)
            names.append(outlet.name if outlet else name)
        return tuple(dict.fromkeys(name for name in names if not self.is_own(name)))
