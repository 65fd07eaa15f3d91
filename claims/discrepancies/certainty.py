"""certainty: officially, estimated, confirmed, alleged, expected, hoped, may: strength dropped, added or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from claims.attribution.compare import same_speaker
from claims.certainty import compare_certainty, find_hedges, is_hedged_like, may_hedge, polarity, split_assertions
from claims.discrepancies.alignment import align_statements
from claims.discrepancies.figures import compare_pairs
from claims.discrepancies.hedges import find_changed_hedge, gives_leave, is_left_open
from claims.discrepancies.predicates import Terms, share_terms, terms_of
from claims.discrepancies.rule import Difference, Needs, Setting, cite
from claims.discrepancies.turning import is_negative_in_words
from claims.model import Attribution, Certainty
from claims.patterns import Gated, lazy

_ASKED = (" whether", " if")
"""How words end that leave open what follows them: "declined to say whether"."""
_WILL_NOT = Gated(r"\b(?:(?:will|would) not|(?:wo|would)n['’]t) (\w+)", "not ", "n't ", "n’t ")
_BELIEF = lazy(r"(?:think|believe|reckon)s?|thought|believed|reckoned", re.IGNORECASE)
_POINTS = lazy(r"\b(?:put|puts|putting) (?:\w+ ){1,5}?at\b|\bpoint(?:s|ed|ing)? (?:the finger )?(?:to|at)\b")
_MAY_DO = lazy(r"\b(?:can|could|able to|allowed to|entitled to|permitted to|free to|the right to|in a position to)\b")
_CHARGED = Gated(
    r"\b(?:charged with|indicted|faces? (?:\w+ ){0,3}(?:charges?|counts?))\b", "charged with", "indicted", "face"
)
_FOUND_GUILTY = lazy(r"\b(?:guilty|convict\w+|sentenced)\b")
_SUSPECTED = Gated(
    r"\b(suspected|presumed|apparent|possible) ((?!cases?\b|deaths?\b|that\b|to\b)[a-z-]{4,})",
    "suspected",
    "presumed",
    "apparent",
    "possible",
)
"""A thing of which only the suspicion is told: "with suspected concussion"."""
_FOR_FIGURES = frozenset({"official", "estimated"})
"""Levels that are those of a figure where the statement has one."""


def _is_hedged(attribution: Attribution, setting: Setting) -> bool:
    certainty = attribution.certainty
    if certainty is not None and certainty.level != "said":
        return True
    return _has_hedge(attribution.statement.text, attribution.credit.cue)


@lru_cache(maxsize=4096)
def _has_hedge(text: str, cue: str | None) -> bool:
    """Tell whether anything in a statement is hedged, as printed or as a clause by itself."""
    if _SUSPECTED.search(text):
        return True
    if not may_hedge(" ".join(text.split())):
        return False
    clauses = (" ".join(assertion.text.split()) for assertion in split_assertions(text, cue))
    return any(map(find_hedges, (text, *clauses)))


NEEDS: Needs = ((_is_hedged,),)


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that the two put one statement with different strength.

    One outlet writes that an exchange "is expected", the other that the president "hopes" for it. Not where both
    hedge alike, where one denies what the other affirms, where two sources give rival figures, nor where the hedge is
    on something that the other does not speak of. Of two sentences that are otherwise the same, a hedge in one of
    them counts wherever it stands.

    >>> compare_sentences(
    ...     "certainty",
    ...     "Talks are expected to resume in Horn.",
    ...     "Mayor Tobias Renn hopes that talks will resume in Horn.",
    ... )
    Northern Wire: expected; Harbour Post (Tobias Renn): hoped (“hopes”).
    """
    if a.credit.mode == b.credit.mode == "direct" and same_speaker(a, b):
        return  # two wordings of one quotation: quote-altered
    slots = align_statements(a, b)
    changed = find_changed_hedge(a.statement, b.statement, slots) if slots else None
    if changed is not None:
        yield Difference(changed, f"{cite(a)}: {changed[0]}; {cite(b)}: {changed[1]}.")
        return
    for one, two in ((a, b), (b, a)):
        undecided = _find_undecided(one, two)
        if undecided:
            pair = undecided, describe_certainty(two.certainty)
            values = pair if one is a else (pair[1], pair[0])
            yield Difference(values, f"{cite(a)}: {values[0]}; {cite(b)}: {values[1]}.")
            return
    suspicion = _find_suspicion(a, b)
    if suspicion is not None:
        words, other = suspicion
        if _is_put_flatly(other):
            pair = f"unverified (“{words}”)", describe_certainty(other.certainty)
            values = pair if other is b else (pair[1], pair[0])
            yield Difference(values, f"{cite(a)}: {values[0]}; {cite(b)}: {values[1]}.")
        return
    if compare_certainty(_foresee(a), _foresee(b)) is None or _is_another_matter(a, b, setting):
        return
    if any(_only_words_credit(one, two) or _allows(one, two) or _charges(one, two) for one, two in ((a, b), (b, a))):
        return
    values = (describe_certainty(a.certainty), describe_certainty(b.certainty))
    yield Difference(values, f"{cite(a)}: {values[0]}; {cite(b)}: {values[1]}.")


def _find_undecided(one: Attribution, two: Attribution) -> str | None:
    """Return the words by which the one leaves open what the other announces: "no decision has been taken"."""
    settled = _find_settled(two)
    if not settled:
        return None
    for assertion in split_assertions(one.statement.text, one.credit.cue):
        text = " ".join(assertion.text.split())
        words = next((found for level, _, found in find_hedges(text) if level == "possible"), None)
        left_open = words and (assertion.denied or words.endswith(_ASKED) or f"{words} whether" in text)
        if left_open and share_terms(terms_of(text), settled):
            return f"possible (“{words}”)"
    return None


def _find_suspicion(a: Attribution, b: Attribution) -> tuple[str, Attribution] | None:
    """Return the words by which one only suspects what the other speaks of ("suspected arson"), and that other."""
    for one, two in ((a, b), (b, a)):
        found = _SUSPECTED.search(one.statement.text)
        if found is not None and share_terms(terms_of(found[2]), terms_of(two.statement.text)):
            return " ".join(found[0].split()), two
    return None


def _is_put_flatly(attribution: Attribution) -> bool:
    """Tell whether nothing in a statement makes it less than certain, nor suspects anything."""
    certainty = attribution.certainty
    flatly = certainty is None or certainty.band in ("certain", "asserted")
    return flatly and not _SUSPECTED.search(attribution.statement.text)


def _find_settled(attribution: Attribution) -> Terms:
    """Return the content words of what is announced: all that lies ahead, or the verb of "will not appeal"."""
    certainty = attribution.certainty
    return _read_settled(attribution.statement.text, certainty is not None and certainty.band == "future")


@lru_cache(maxsize=4096)
def _read_settled(text: str, ahead: bool) -> Terms:
    if any(level == "possible" for level, _, _ in find_hedges(text)):
        return ()
    if ahead:
        return terms_of(text)
    refused = _WILL_NOT.search(text)
    return terms_of(refused[1]) if refused else ()


def _foresee(attribution: Attribution) -> Certainty | None:
    """Return how strongly it is put: who "thinks that it will grow" expects it to."""
    certainty = attribution.certainty
    if certainty is None or certainty.level != "possible" or not all(map(_BELIEF.fullmatch, certainty.words)):
        return certainty
    ahead = any(level == "planned" for level, _, _ in find_hedges(attribution.statement.text))
    return replace(certainty, level="expected", band="future") if ahead else certainty


def describe_certainty(certainty: Certainty | None) -> str:
    """Word a certainty: "expected (“is expected to”)", "stated flatly" where nothing hedges."""
    if certainty is None or certainty.level == "said":
        return "stated flatly"
    words = " … ".join(certainty.words)
    return f"{certainty.level} (“{words}”)" if words and words.casefold() != certainty.level else certainty.level


def _is_another_matter(a: Attribution, b: Attribution, setting: Setting) -> bool:
    """Tell whether the two strengths belong to different things, or to a difference that another rule names."""
    pairs = ((a, b), (b, a))
    if any(_denies_alone(one, two) or _is_other_deed(one, two) for one, two in pairs):
        return True
    if any(_hedges_elsewhere(one, two) or _is_of_its_own(one, two) for one, two in pairs):
        return True
    return any(verdict.kind == "contested" for _, _, verdict in compare_pairs(a, b, setting))


def _only_words_credit(one: Attribution, two: Attribution) -> bool:
    """Tell whether the hedge is only the verb by which one credits what the other has from the same source.

    "Lund believes that there is air for three days" says no less than "Lund said that there was"; who accuses says
    so, and nobody else does; who "puts the number at" 400 believes it, and who "points to" geese thinks it was they.
    """
    if one.certainty is None:
        return False
    words = [word.casefold() for word in one.certainty.words]
    own = words == [(one.credit.cue or "").casefold()]
    if one.certainty.level == "possible" and own and all(map(_BELIEF.fullmatch, words)):
        return same_speaker(one, two) or _POINTS.search(two.statement.text) is not None
    if one.certainty.level == "unverified" and _POINTS.search(two.statement.text):
        return True
    credited = two.credit.speaker is not None or two.outlet.speaks_for is not None
    return one.certainty.level == "alleged" and own and credited


def _allows(one: Attribution, two: Attribution) -> bool:
    """Tell "may rebook" beside "can rebook": leave to do something, and no doubt; nor is a door that was left open."""
    if one.certainty is None or one.certainty.words not in (("may",), ("left open",)):
        return False
    if one.certainty.words == ("left open",):
        return is_left_open(one.statement.text)
    return _MAY_DO.search(two.statement.text) is not None or gives_leave(one.statement.text)


def _charges(one: Attribution, two: Attribution) -> bool:
    """Tell "accused of four counts" beside "charged with four counts": a charge asserts no more."""
    alleged = one.certainty is not None and one.certainty.level == "alleged"
    text = two.statement.text
    return alleged and _CHARGED.search(text) is not None and _FOUND_GUILTY.search(text) is None


def _denies_alone(one: Attribution, two: Attribution) -> bool:
    """Tell whether only the one denies; "was switched off" denies by its words."""
    ours, theirs = (polarity(row.statement.text, row.credit.cue) for row in (one, two))
    return ours == "denied" != theirs and not is_negative_in_words(two.statement.text)


def _is_other_deed(plan: Attribution, deed: Attribution) -> bool:
    """Tell whether what one puts ahead is something else than what the other tells as done."""
    if plan.certainty is None or deed.certainty is None or deed.certainty.level != "said":
        return False
    done = [words for words in deed.certainty.words if words != deed.credit.cue]
    if plan.certainty.band != "future" or not done:
        return False
    return not share_terms(terms_of(" ".join(done)), terms_of(plan.statement.text))


def _hedges_elsewhere(one: Attribution, two: Attribution) -> bool:
    """Tell whether the other has a hedge of the same level at another place of its statement."""
    return one.certainty is not None and is_hedged_like(two.statement.text, one.certainty)


def _behind_cue(attribution: Attribution, asserted: list[str]) -> list[str]:
    """Return what the crediting verb governs: "which believes that ..., called for him to go" believes only the one."""
    text, cue = attribution.statement.text, attribution.credit.cue or ""
    told = text.find(f"{cue} that ")
    behind = [found for found in asserted if told >= 0 and text.find(found) >= told]
    return behind[:1]


def _without_speaker(attribution: Attribution) -> str:
    """Return a statement without who is credited with it, who is not the matter."""
    speaker = attribution.credit.speaker
    text = attribution.statement.text
    return text.replace(speaker.mention, " ", 1) if speaker and speaker.mention in text else text


def _is_of_its_own(one: Attribution, two: Attribution) -> bool:
    """Tell whether what is hedged in the one has no counterpart in the other: another predicate, or a lone figure."""
    if one.certainty is None or one.certainty.level == "said":
        return False
    if one.certainty.level in _FOR_FIGURES and bool(one.figures) != bool(two.figures):
        return True
    if any(x.low == y.low and x.high == y.high for x in one.figures for y in two.figures):
        return False
    theirs = terms_of(_without_speaker(two))
    asserted = [assertion.text for assertion in split_assertions(one.statement.text, one.credit.cue)]
    hedged = [text for text in asserted if any(words in text for words in one.certainty.words)]
    if not hedged and one.certainty.words == (one.credit.cue,):
        hedged = _behind_cue(one, asserted)
    return bool(hedged) and not any(share_terms(terms_of(text), theirs) for text in hedged)
