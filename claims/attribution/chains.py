"""The chain of each quotation: who spoke, to whom, through which media, when and at what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claims.attribution.bodynames import reference_words
from claims.attribution.chainwords import (
    BACK,
    CITING,
    DISCLOSED,
    EARLIER,
    INTERVIEW,
    LATER,
    OF_ITSELF,
    QUOTED_BY,
    REPORT_BY,
    SAME_MEDIUM,
    SAME_OCCASION,
)
from claims.attribution.labels import comes_back
from claims.attribution.mastheads import without_article
from claims.attribution.media import Media
from claims.attribution.mediawords import without_kind, without_kind_behind
from claims.attribution.occasions import find_occasion, occasion_words
from claims.attribution.quotations import Quotation
from claims.attribution.references import Resolver
from claims.attribution.surroundings import Surroundings
from claims.model import Article, Speaker
from claims.registry import Registry

Span = tuple[int, int]

_CITES = frozenset({"quoted", "quotes", "cited", "cites"})


class Link(NamedTuple):
    """A quotation with whom it is credited to and how it came; ``speaker`` is None where only media are credited."""

    quotation: Quotation
    speaker: Speaker | None
    via: tuple[str, ...] = ()
    addressee: str | None = None
    said_on: str | None = None
    occasion: str | None = None
    rule: str = ""


def read_links(
    article: Article, paragraphs: Sequence[Span], quotations: Sequence[Quotation], registry: Registry
) -> list[Link]:
    """Return the chain of each quotation, in order. In a press release only the people quoted are credited."""
    reader = _Reader(article, paragraphs, registry)
    links = [link for quotation in quotations if (link := reader.read(quotation)) is not None]
    return reader.carry_back(links)


def _plain(words: str) -> str:
    return without_article(words).lower()


class _Reader:
    def __init__(self, article: Article, paragraphs: Sequence[Span], registry: Registry) -> None:
        self._article = article
        self._registry = registry
        self._media = Media(article, registry)
        self._resolver = Resolver(article, paragraphs, registry)
        self._around = Surroundings(article, paragraphs)
        self._wire = self._media.of_text()
        self._chains: dict[str, tuple[str, ...]] = {}
        self._last_speaker: str | None = None
        self._last_media: tuple[str, ...] = self._wire
        self._disclosures: list[tuple[int, str, tuple[str, ...]]] = []

    def read(self, quotation: Quotation) -> Link | None:
        """Return the link of the next quotation."""
        if quotation.speaker is None or self._names_cited(quotation):
            return None
        frame = self._around.frame(quotation)
        mention = self._article.text[slice(*quotation.speaker)]
        cited = CITING.search(mention)
        credited = self._credited_media(REPORT_BY.sub("", mention if cited is None else mention[: cited.start()]))
        if credited is None and (self._is_relayed(quotation) or mention.endswith((" agency", " newspaper"))):
            credited = self._media.name_reporter(mention) or self._name_quoting(quotation, mention)
        if credited is not None and not self._speaks_of_itself(quotation, credited):
            return self._relayed(quotation, frame, credited)
        if (
            mention.lower() == "we"
            or self._media.is_own(mention)
            or (quotation.rule == "headline" and not comes_back(self._article, mention, self._registry))
        ):
            return None
        speaker, person = self._resolver.resolve(quotation.speaker, quotation.pieces)
        if self._article.outlet.speaks_for and not (person and speaker.named):
            return None
        return self._spoken(quotation, frame, speaker)

    def _is_relayed(self, quotation: Quotation) -> bool:
        """See "as reported by Globus" and "Globus quoted her as saying": the name is that of a medium."""
        cue = self._cue_of(quotation)
        return quotation.rule == "relayed" or cue.endswith("reported by") or cue in _CITES

    def _name_quoting(self, quotation: Quotation, mention: str) -> tuple[str, ...] | None:
        """Return the paper of "the daily quoted him as saying": the one named before, else in these words."""
        plain = _plain(mention)
        if self._cue_of(quotation) not in _CITES or plain not in reference_words("media kinds"):
            return None
        return self._last_media or (plain,)

    def _names_cited(self, quotation: Quotation) -> bool:
        """Tell "the paper cited study leader Ada Lind": the words behind are not what is said, but who said it."""
        return quotation.rule == "words-after" and self._cue_of(quotation) in _CITES

    def _cue_of(self, quotation: Quotation) -> str:
        return "" if quotation.cue is None else self._article.text[slice(*quotation.cue)].lower()

    def _speaks_of_itself(self, quotation: Quotation, credited: tuple[str, ...]) -> bool:
        """See "The Post said it would not hand the letter over": the newspaper is the source here."""
        words = self._article.text[slice(*quotation.pieces[0])]
        said = quotation.cue is not None and self._article.text[slice(*quotation.cue)] in ("said", "says")
        return said and len(credited) == 1 and OF_ITSELF.match(words) is not None

    def _credited_media(self, mention: str) -> tuple[str, ...] | None:
        """Return the media that the mention stands for, None where it is a speaker."""
        plain = without_article(mention).removeprefix("same ")
        if plain.lower() in reference_words("media reports") and self._last_media:
            return self._last_media
        words = without_kind(plain.split(",")[0])
        outlet = self._registry.find_outlet(words)
        if outlet is not None and self._registry.find_institution(words) is None and outlet.speaks_for is None:
            return None if self._media.is_own(words) else (outlet.name,)
        words = without_kind_behind(words)
        if self._registry.find_institution(words) is None and self._media.is_known(words):
            return tuple(self._media.find(words) or self._media.find(f"the {words}")) or None
        found = self._media.find(mention)
        return tuple(found) if found and self._media.is_medium(mention) else None

    def _relayed(self, quotation: Quotation, frame: str, credited: tuple[str, ...]) -> Link:
        self._last_media = credited
        content = self._article.text[quotation.pieces[0][0] : quotation.pieces[-1][1]]
        citing = CITING.search(frame)
        via = self._with_wire(credited)
        day, occasion = self._around.find_day(frame, quotation), find_occasion(frame)
        if citing is not None:
            place = self._place_of(citing, quotation)
            if place is not None:
                speaker, _ = self._resolver.resolve(place)
                self._remember(speaker, via)
                return Link(quotation, speaker, via, None, day, occasion, "relayed-citing")
        told = DISCLOSED.match(content)
        if told is not None and told["who"][:1].isupper():
            start = quotation.pieces[0][0] + told.start("who")
            speaker, person = self._resolver.resolve((start, start + len(told["who"])))
            if person or told["finding"]:
                via = self._with_wire(tuple(dict.fromkeys([*credited, *self._media.find(content)])))
                self._remember(speaker, via)
                self._disclosures.append((start, speaker.name, via))
                return Link(quotation, speaker, via, None, day, occasion or find_occasion(content), "relayed-account")
        self._last_speaker = None
        return Link(quotation, None, via, None, day, None, "relayed")

    def _place_of(self, citing: re.Match[str], quotation: Quotation) -> Span | None:
        """Return where the cited source stands in the text; the frame has blanks where the quotation was."""
        start = self._around.begin(quotation) + citing.start("who")
        words = re.split(r"\s+(?:as|that|who had|in its)\s", citing["who"], maxsplit=1)[0].rstrip()
        return (start, start + len(words)) if words else None

    def _spoken(self, quotation: Quotation, frame: str, speaker: Speaker) -> Link:
        told = None if quotation.addressee is None else self._article.text[slice(*quotation.addressee)].strip()
        beside = self._around.without_speaker(frame, quotation)
        quoted = [
            name
            for match in QUOTED_BY.finditer(speaker.mention)
            for name in self._media.find(speaker.mention[match.end() :])
        ]
        media = self._media.find_credited(beside, told) or quoted or self._in_interview(quotation)
        to_report = told is not None and _plain(told) in reference_words("media reports")
        if (to_report and self._last_media) or (not media and SAME_MEDIUM.search(beside)):
            media = list(self._last_media)
        occasion = find_occasion(beside)
        via = self._chain(speaker, beside, media, told, occasion)
        if BACK.search(frame) and media:
            self._disclosures.append((quotation.pieces[0][0], speaker.name, via))
        if media and not EARLIER.search(beside):
            self._last_media = via
        self._last_speaker = speaker.name
        if told is not None and self._media.is_own(told):
            told = None
        if via and told is not None and to_report:
            told = via[-1]
        day = self._around.find_day(beside, quotation)
        return Link(quotation, speaker, self._with_wire(via), told, day, occasion, quotation.rule)

    def _in_interview(self, quotation: Quotation) -> list[str]:
        """Return the media of an interview told of behind the words: "would go, in an interview with X"."""
        match = INTERVIEW.search(self._article.text, quotation.pieces[-1][0], quotation.pieces[-1][1])
        if match is None or quotation.kind != "indirect":
            return []
        return self._media.find(self._article.text[match.end() : match.end() + 80])[:1]

    def _chain(
        self, speaker: Speaker, beside: str, media: Sequence[str], told: str | None, occasion: str | None
    ) -> tuple[str, ...]:
        """Return the media on the way: those named here, else those of the occasion that visibly goes on."""
        known = self._chains.get(speaker.name, ())
        same = bool(SAME_OCCASION.search(beside))
        if media:
            via = tuple(dict.fromkeys(media))
            if same and known and via[0] not in known:
                via = tuple(dict.fromkeys([*via, *known]))
            if not EARLIER.search(beside):
                self._chains[speaker.name] = via
            return via
        if same:
            return known
        elsewhere = told is not None or (occasion is not None and occasion not in occasion_words("media occasions"))
        if elsewhere or LATER.search(beside) or self._last_speaker not in (None, speaker.name):
            self._chains[speaker.name] = ()
            return ()
        return known

    def _remember(self, speaker: Speaker, via: tuple[str, ...]) -> None:
        self._chains[speaker.name] = tuple(name for name in via if name not in self._wire)
        self._last_speaker = speaker.name

    def carry_back(self, links: Sequence[Link]) -> list[Link]:
        """Give the opening words of a story the chain that its next sentences tell: "He made the remarks to ..."."""
        if not self._disclosures:
            return list(links)
        place, name, via = self._disclosures[0]
        limit = self._around.starts[min(3, len(self._around.starts) - 1)] if self._around.starts else 0
        if place > limit and bisect_right(self._around.starts, place) > 5:
            return list(links)
        return [
            link._replace(via=via)
            if link.speaker is not None
            and link.speaker.name == name
            and link.quotation.pieces[0][0] < place
            and link.via == self._wire
            and link.addressee is None
            else link
            for link in links
        ]

    def _with_wire(self, via: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self._wire, *via]))
