"""The words around a quotation: its sentence without the words credited, and the day beside the cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from claims.attribution.occasions import find_day as name_day
from claims.attribution.quotations import Quotation
from claims.model import Article
from claims.patterns import Gated
from claims.statements import split_paragraphs

Span = tuple[int, int]

_LEAD_DAY = Gated(r"\W*(?:(?:late|early|later|earlier|speaking) )?on [^,]{3,30},", "on ", flags=re.IGNORECASE)
_BESIDE = 70
_LONGEST_FRAME = 1200


class Surroundings:
    """The sentences of an article, to look up what stands around its quotations."""

    def __init__(self, article: Article, paragraphs: Sequence[Span]) -> None:
        self._article = article
        self._sentences = [span for spans in split_paragraphs(article.text, tuple(paragraphs)) for span in spans]
        self.starts = [start for start, _ in self._sentences]

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that holds ``place``."""
        number = max(0, bisect_right(self.starts, place) - 1)
        return self._sentences[number] if self._sentences else (place, place)

    def begin(self, quotation: Quotation) -> int:
        """Return where the sentence of the cue, and so its frame, begins."""
        place = (quotation.cue or quotation.speaker or quotation.pieces[0])[0]
        return self.sentence_at(place)[0]

    def frame(self, quotation: Quotation) -> str:
        """Return the sentence of the cue with blanks in place of the credited words."""
        start = self.begin(quotation)
        end = min(
            self.sentence_at((quotation.cue or quotation.speaker or quotation.pieces[0])[0])[1], start + _LONGEST_FRAME
        )
        text = self._article.text[start:end]
        for first, last in quotation.pieces:
            low, high = max(first - start, 0), min(last - start, len(text))
            if low < high:
                text = text[:low] + " " * (high - low) + text[high:]
        return text

    def without_speaker(self, frame: str, quotation: Quotation) -> str:
        """Return the frame with blanks in place of the speaker too."""
        if quotation.speaker is None:
            return frame
        start = self.begin(quotation)
        low, high = quotation.speaker[0] - start, quotation.speaker[1] - start
        return frame[:low] + " " * (high - low) + frame[high:] if 0 <= low < high <= len(frame) else frame

    def find_day(self, frame: str, quotation: Quotation) -> str | None:
        """Return the day that stands right beside the cue: "said on Friday", "on Friday said", "On Friday, X said"."""
        if quotation.cue is None:
            return None
        day = self._article.dateline.day if self._article.dateline else None
        published = self._article.published or day
        start = self.begin(quotation)
        first = quotation.cue[0] - start
        speaker = quotation.speaker[1] - start if quotation.speaker is not None else first
        stretches = [self._after_cue(quotation), frame[speaker:first] if speaker < first else ""]
        lead = _LEAD_DAY.match(frame)
        stretches.append(lead.group() if lead else "")
        return next((found for words in stretches if (found := name_day(words, published)) is not None), None)

    def _after_cue(self, quotation: Quotation) -> str:
        """Return the words after the cue, up to just inside the words credited: "declared Tuesday a day of ..."."""
        last = quotation.cue[1] if quotation.cue is not None else 0
        until = min((piece[0] + 3 for piece in quotation.pieces if piece[0] >= last), default=last + _BESIDE)
        sentence = self.sentence_at(last)[1]
        return self._article.text[last : min(last + _BESIDE, until, sentence)]
