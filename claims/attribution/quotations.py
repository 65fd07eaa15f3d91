"""Quotations and paraphrases of a text, each with its speaker and the words that credit it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.attribution.according import find_source, find_words_around, skip_cited
from claims.attribution.adjuncts import TELLING, skip_addressee, skip_adjuncts
from claims.attribution.closing import find_closing_cue
from claims.attribution.content import find_content
from claims.attribution.cues import Cue, find_cues
from claims.attribution.floating import find_floating
from claims.attribution.headlines import find_headline_quotation, find_turns
from claims.attribution.lexicon import DENIALS, verb_forms
from claims.attribution.marked import Kind, Marks
from claims.attribution.nouns import find_noun_credits
from claims.attribution.pieces import merge_spans, says_enough
from claims.attribution.scenes import Clause, Content, Scene, list_followers, span_of
from claims.attribution.speakers import find_clause
from claims.attribution.tails import Tail, find_tail, speaks_before
from claims.attribution.tokens import Sentence, read_sentences
from claims.attribution.verbs import Tokens, has_finite_verb
from claims.statements import Gap, Region, find_gaps, find_quotation_marks

Span = tuple[int, int]
_RECENT = 8
_LONGEST_QUOTATION = 5_000


class Quotation(NamedTuple):
    """Words that a text credits to somebody; all spans are offsets into the text, end exclusive."""

    pieces: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    kind: Kind
    rule: str
    addressee: Span | None = None
    """Who is told, where the verb says so."""


def find_quotations(
    text: str, paragraphs: Sequence[Span], headlines: Sequence[Span] = (), regions: Sequence[Region] | None = None
) -> list[Quotation]:
    """Return what the paragraphs credit to somebody, in the order of the text.

    ``headlines`` are those of the paragraphs that are headlines; ``regions`` the quoted stretches, found here if None.
    """
    marks = find_quotation_marks(text, paragraphs) if regions is None else regions
    sentences = read_sentences(text, paragraphs, marks, headlines)
    return _Reader(text, marks, sentences).read()


class _Reader:
    """Reads the sentences one after another and remembers who spoke last and which quotations are credited."""

    def __init__(self, text: str, regions: Sequence[Region], sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._regions = regions
        self._marks = Marks(text, regions)
        self._sentences = sentences
        self._credited: set[int] = set()
        self._speaker: Span | None = None
        self._found: list[Quotation] = []
        self._number = 0
        self._last = -1

    def read(self) -> list[Quotation]:
        """Return the quotations of all sentences."""
        turns = find_turns(self._sentences)
        for number, sentence in enumerate(self._sentences):
            if sentence.paragraph in turns:
                first = number == 0 or self._sentences[number - 1].paragraph != sentence.paragraph
                self._read_turn(sentence, turns[sentence.paragraph], first=first)
                continue
            self._number = number
            self._read_sentence(sentence, list_followers(self._sentences, number))
        return sorted(self._found, key=lambda quotation: quotation.pieces[0])

    def _tells(self, pieces: Sequence[Span], cue: Span | None, rule: str) -> bool:
        """Tell words from none; one is enough in marks (``she said: "No."``) or denied ("she denied this")."""
        if any(says_enough(self._text[start:end]) for start, end in pieces):
            return True
        denied = cue is not None and verb_forms().get(self._text[slice(*cue)].lower()) in DENIALS
        quoted = rule.startswith(("quotation", "described")) and self._marks.kind_of(pieces) == "direct"
        return bool(pieces) and (denied or quoted)

    def _read_turn(self, sentence: Sentence, colon: int, *, first: bool) -> None:
        """Add what a turn of a transcript says; its further sentences join the first."""
        tokens = sentence.tokens
        if first:
            words = span_of(tokens, colon + 1, len(tokens))
            name = next(place for place, token in enumerate(tokens) if token.text[0].isalpha())
            speaker = (tokens[name].start, tokens[colon - 1].end)
            self._add([words], speaker, (tokens[colon].start, tokens[colon].end), "turn")
        elif self._found and self._found[-1].rule == "turn":
            last = self._found[-1]
            pieces = tuple(merge_spans(self._text, [*last.pieces, (tokens[0].start, tokens[-1].end)]))
            self._found[-1] = last._replace(pieces=pieces, kind=self._marks.kind_of(pieces))

    def _read_sentence(self, sentence: Sentence, followers: Sequence[Tokens]) -> None:
        scene = Scene(sentence.tokens, followers, self._regions, find_cues(sentence), sentence.headline)
        gaps = [] if sentence.headline else find_gaps([token.text for token in scene.tokens])
        if gaps and not scene.tokens[gaps[0].start].quoted:
            self._read_gaps(scene, gaps)
            return
        tail = find_tail(scene.tokens) if scene.cues and not sentence.headline else None
        if tail is not None and self._read_tail(scene, tail):
            return
        self._read_scene(scene, sentence)

    def _read_gaps(self, scene: Scene, gaps: Sequence[Gap]) -> None:
        """Read "police spoke of 6,500, the union of 12,000": what stands before, then each source without a verb."""
        tokens, sentence = scene.tokens, self._sentences[self._number]
        stop = gaps[0].start
        cues = [cue for cue in scene.cues if cue.end <= stop]
        self._read_scene(replace(scene, tokens=[*tokens[:stop], tokens[-1]], cues=cues), sentence)
        for gap, end in zip(gaps, [*(gap.start for gap in gaps[1:]), len(tokens)], strict=True):
            cue = (tokens[gap.verb].start, tokens[gap.verb].end)
            self._add([span_of(tokens, gap.link, end)], span_of(tokens, gap.subject, gap.link), cue, "gap")

    def _read_tail(self, scene: Scene, tail: Tail) -> bool:
        """Read a sentence that ", the agency Globus reported" closes; tell whether anything was found."""
        tokens, known = scene.tokens, len(self._found)
        if speaks_before(scene.cues, tokens, tail):
            inner = [*tokens[: tail.start], tokens[-1]]
            scene = replace(scene, tokens=inner, cues=[cue for cue in scene.cues if cue.end <= tail.start])
            self._read_scene(scene, self._sentences[self._number])
        elif tail.joined and has_finite_verb(tokens, 0, tail.start) and not any(token.quoted for token in tokens):
            verb = tokens[tail.verb]
            self._add([span_of(tokens, 0, tail.start)], span_of(tokens, *tail.name), (verb.start, verb.end), "relayed")
        return len(self._found) > known

    def _read_scene(self, scene: Scene, sentence: Sentence) -> None:
        if sentence.headline and self._read_headline(scene):
            return
        resume, subject = 0, None
        closing = find_closing_cue(scene.tokens, scene.cues)
        known = len(self._found)
        if closing is not None and self._read_cue(scene, closing, None) is not None and len(self._found) > known:
            scene.done, resume = len(scene.tokens), closing.end
        for cue in scene.cues:
            if cue.start < resume or cue is closing:
                continue
            read = self._read_cue(scene, cue, subject)
            if read is not None:
                resume, subject = read
        for noun in find_noun_credits(scene):
            if not self._is_credited(noun.pieces):
                self._add(noun.pieces, noun.speaker, noun.cue, noun.rule)
        for floating in find_floating(scene, self._credited, self._speaker):
            if floating.rule != "continued" or not self._join_last(floating.pieces):
                self._add(floating.pieces, floating.speaker, floating.cue, floating.rule)

    def _is_credited(self, pieces: Sequence[Span]) -> bool:
        """Tell whether a quotation found of late holds any of the words."""
        start, end = pieces[0][0], pieces[-1][1]
        return any(
            first < end and start < last for found in self._found[-_RECENT:] for first, last in found.pieces[-_RECENT:]
        )

    def _join_last(self, pieces: Sequence[Span]) -> bool:
        """Let the quotation of the sentence before go on with ``pieces``; tell whether there is one."""
        if not self._found or self._last < self._number - 1:
            return False
        last = self._found[-1]
        if pieces[-1][1] - last.pieces[0][0] > _LONGEST_QUOTATION:
            return False
        joined = tuple(merge_spans(self._text, [*last.pieces, *pieces]))
        self._found[-1] = last._replace(pieces=joined, kind=self._marks.kind_of(joined))
        self._credited.update(self._marks.regions_in(pieces))
        self._last = self._number
        return True

    def _take_open(self, pieces: tuple[Span, ...], rule: str) -> tuple[Span, ...]:
        """Join a quotation without a cue to the next sentence's, which opens with marks and names the speaker."""
        opens = self._sentences[self._number].tokens[0]
        if rule != "quotation-before" or not self._found or self._found[-1].rule != "continued":
            return pieces
        if self._last != self._number - 1 or not opens.quoted or pieces[0][0] > opens.start:
            return pieces
        return tuple(merge_spans(self._text, [*self._found.pop().pieces, *pieces]))

    def _read_headline(self, scene: Scene) -> bool:
        found = find_headline_quotation(scene.tokens)
        if found is None:
            return False
        speaker, cue, start = found
        tokens = scene.tokens
        name = (tokens[speaker[0]].start, tokens[speaker[1] - 1].end)
        self._add([span_of(tokens, start, len(tokens))], name, (tokens[cue].start, tokens[cue].end), "headline")
        return True

    def _read_cue(self, scene: Scene, cue: Cue, subject: Span | None) -> tuple[int, Span | None] | None:
        """Add what the cue credits; return where to go on and the token range of its speaker."""
        if cue.shape == "according":
            return self._read_according(scene, cue)
        if cue.shape == "participle" and cue.lemma == "cite":
            return None
        clause = find_clause(scene.tokens, cue, subject)
        if clause is None:
            return None
        content = find_content(scene, clause)
        if content is None:
            return None if clause.speaker is None else (0, clause.speaker)
        if not self._add_content(scene, clause, content):
            return None
        told = clause.cue.lemma in TELLING and content.done == clause.right
        scene.done = max(scene.done, skip_addressee(scene.tokens, clause.right) if told else content.done)
        return content.resume, clause.speaker

    def _read_according(self, scene: Scene, cue: Cue) -> tuple[int, Span | None] | None:
        tokens = scene.tokens
        phrase, after = cue.owner or (find_source(tokens, cue),) * 2
        if phrase is None or after is None:
            return None
        end = skip_adjuncts(tokens, skip_cited(tokens, after), "") if cue.start == 0 else after
        content = find_words_around(scene, cue, end)
        clause = Clause(cue, (cue.end, phrase), cue.start, end)
        if content is None or not self._add_content(scene, clause, content):
            return None
        scene.done = content.done
        return content.done, (cue.end, phrase)

    def _add_content(self, scene: Scene, clause: Clause, content: Content) -> bool:
        tokens = scene.tokens
        speaker = None if clause.speaker is None else span_of(tokens, *clause.speaker)
        cue = (tokens[clause.cue.start].start, tokens[clause.cue.end - 1].end)
        return self._add(content.pieces, speaker, cue, content.rule, addressee=_addressee(tokens, clause))

    def _add(
        self,
        pieces: Sequence[Span],
        speaker: Span | None,
        cue: Span | None,
        rule: str,
        *,
        addressee: Span | None = None,
    ) -> bool:
        merged = tuple(merge_spans(self._text, [piece for piece in pieces if piece[1] > piece[0]]))
        if not self._tells(merged, cue, rule):
            return False
        merged = self._take_open(merged, rule)
        self._credited.update(self._marks.regions_in(merged))
        self._found.append(Quotation(merged, speaker, cue, self._marks.kind_of(merged), rule, addressee))
        self._last = self._number
        if speaker is not None:
            self._speaker = speaker
        return True


def _addressee(tokens: Tokens, clause: Clause) -> Span | None:
    start = clause.right
    stop = skip_addressee(tokens, start) if clause.cue.lemma in TELLING else start
    return span_of(tokens, start, stop) if stop > start else None
