"""polarity: one asserts what the other negates or reports as denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.attribution.compare import same_speaker
from claims.certainty import Assertion, find_hedges, is_rejected, may_negate, split_assertions, turning_words
from claims.discrepancies.alignment import Slot, align_statements, list_words
from claims.discrepancies.denials import (
    denies_the_reverse,
    is_limit,
    is_of_another_matter,
    lacks_anything,
    lacks_counted,
    lacks_deed,
    names_what_was_said,
    saw_none,
    turns_passive,
    turns_verb,
    upsets,
    waits,
)
from claims.discrepancies.opposites import find_opposites, has_state
from claims.discrepancies.predicates import find_counterpart, share_terms, terms_of, weigh_likeness
from claims.discrepancies.rule import Difference, Needs, Setting, cite, shorten
from claims.discrepancies.turning import is_negative_in_words, is_unknown, may_turn, turns_round
from claims.figures import same_measure
from claims.model import Attribution
from claims.patterns import Gated, lazy

_NOTHING_NAMED = 3
"""Up to so many content words, a denial only points at what was said before."""
_NOTHING_SAID = 1
"""The same of one that says what is denied: "denied that it was so"."""
_OWN_WORDS = 2
"""Content words that two clauses of one speaker share before one is taken to deny the other."""
_ONE_SENTENCE = 0.9
"""Statements that share more of their words than this are one sentence in another order."""
_ONE_QUOTATION = 0.4
"""Quotations of one speaker that share more of their words than this are one in other words."""
_OPEN = "possible"
"""The level of what is left open."""
_CONTRAST = Gated(
    r"(?:\bnot|n['’]t)\b(?! only)[^.;!?]{1,120}?\bbut\s(?!not\b|never\b)(?:\w+\s){0,2}\w+", "but", flags=re.IGNORECASE
)
_DENIED_THAT = lazy(r"\b(?:denied|denies|deny|denying)\b[^,;:.]{0,40}? that\b", re.IGNORECASE)
_NOT = lazy(r"\b(?:not|no|never|nobody|nothing|none)\b|n['’]t\b", re.IGNORECASE)
_CLAUSE_AFTER = lazy(
    r"\bbut\s(?:he|she|it|they|we|i|you|there|this|that|(?:the\s\w+\s)?(?:is|are|was|were|has|have|had|did|will))\b",
    re.IGNORECASE,
)
_SAID_OF = lazy(r"\b([a-zA-Z]+) (?:of|that|about) ([^,.;:“”\"]{3,120})")
_GOES_ON = lazy(r"\W*(?:is|are|was|were|has|have|had|will|would|did|does|do|can|could)\b")


def _may_turn(attribution: Attribution, setting: Setting) -> bool:
    """Tell whether a statement has anything that can turn another round: a "not", a refusal, a denial, a lack."""
    text = attribution.statement.text
    if any(map(may_turn, list_words(text))) or _rejects(attribution):
        return True
    return may_negate(text) and _may_deny(attribution)


NEEDS: Needs = ((_may_turn,), (has_state, has_state))


def find(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    """Report that one affirms what the other denies.

    A witness says police fired tear gas; the police say that at no time was tear gas used. Of two sentences that are
    otherwise the same, a "not" in one of them turns it round wherever it stands; of others, the clause that is
    denied must meet a clause that affirms the same. Two counts of one thing are for the rules of figures.

    >>> compare_sentences("polarity", "The mill said it told nobody.", "The mill said it told everybody.")
    Northern Wire (the mill) denies: The mill said it told nobody. Harbour Post (the mill) affirms: ...
    """
    slots = align_statements(a, b)
    if _asks(a) or _asks(b) or (slots is None and (_contrasts(a) or _contrasts(b))):
        return
    if slots is not None:
        denier = (
            None
            if waits(a.statement.text) != waits(b.statement.text)
            else _find_turned(a, b, slots) or _find_turned_verb(a, b)
        )
    elif not (_may_deny(a) or _may_deny(b)) or _count_one_thing(a, b) or _is_one_quotation(a, b):
        denier = None
    else:
        ways = (_denies, lacks_counted, turns_passive, saw_none, lacks_deed)
        pairs = [(one, two) for one, two in ((a, b), (b, a)) if _may_deny(one)]
        denier = next((one for one, two in pairs if any(way(one, two) for way in ways)), None)
    if denier is None:
        yield from _report_opposites(a, b, setting)
        return
    verbs = ("denies", "affirms") if denier is a else ("affirms", "denies")
    one, two = shorten(a.statement.text), shorten(b.statement.text)
    yield Difference((one, two), f"{cite(a)} {verbs[0]}: {one} {cite(b)} {verbs[1]}: {two}")


def _report_opposites(a: Attribution, b: Attribution, setting: Setting) -> Iterator[Difference]:
    found = find_opposites(a, b, setting)
    if found is None:
        return
    one, two = found.words
    later = found.passing and len({(setting.article_of(row).published or "")[:10] for row in (a, b)}) > 1
    yield Difference(found.words, f"{cite(a)}: “{one}”; {cite(b)}: “{two}”.", "differs" if later else None)


def _is_one_quotation(a: Attribution, b: Attribution) -> bool:
    """Tell two wordings of one quotation with a "not" each: "it does not say why", "it doesn't tell you why"."""
    if not (a.credit.mode == b.credit.mode == "direct" and same_speaker(a, b)):
        return False
    ours, theirs = (len(_NOT.findall(row.statement.text)) for row in (a, b))
    return ours == theirs > 0 and weigh_likeness(a.statement.text, b.statement.text)[0] >= _ONE_QUOTATION


def _asks(attribution: Attribution) -> bool:
    """Tell a question, which affirms nothing."""
    return attribution.statement.text.rstrip(' "”’»').endswith("?")


def _contrasts(attribution: Attribution) -> bool:
    """Tell "not of the Europeans, but of him": the "not" sets off what is affirmed, and denies nothing by itself."""
    return _sets_off(attribution.statement.text)


@lru_cache(maxsize=4096)
def _sets_off(text: str) -> bool:
    found = _CONTRAST.search(text)
    return found is not None and not _CLAUSE_AFTER.search(found.group())


def _find_turned(a: Attribution, b: Attribution, slots: Sequence[Slot]) -> Attribution | None:
    """Return which of two nearly identical statements denies what the other affirms; "denied that" turns it too."""
    ours, theirs = _rejects(a), _rejects(b)
    turned = turns_round(slots, refusals=ours == theirs)
    if (turned is None) == (ours == theirs):
        return None
    return a if (ours and not theirs) or turned == "ours" else b


def _find_turned_verb(a: Attribution, b: Attribution) -> Attribution | None:
    """Return which of two nearly identical statements will not do what the other plans to."""
    for denier, other in ((a, b), (b, a)):
        denied = [one.text for one in _assertions(denier) if one.denied]
        if not denied:
            continue
        affirmed = [one.text for one in _assertions(other) if not one.denied]
        if not _rejects(other) and any(turns_verb(one, two) or upsets(one, two) for one in denied for two in affirmed):
            return denier
    return None


def _may_deny(attribution: Attribution) -> bool:
    """Tell whether a statement denies or lacks anything: of the others, none can deny what another affirms."""
    return lacks_anything(attribution.statement.text) or any(one.denied for one in _assertions(attribution))


def _rejects(attribution: Attribution) -> bool:
    return bool(is_rejected(attribution.statement.text, attribution.credit.cue))


def _denies(denier: Attribution, other: Attribution) -> bool:
    """Tell whether a clause of the one denies what the clause of the other that is nearest to it affirms."""
    mine, theirs = _assertions(denier), _assertions(other)
    if not any(assertion.denied for assertion in mine):
        return False
    strict = same_speaker(denier, other)
    if _rejects(denier):
        if any(assertion.denied or (strict and names_what_was_said(assertion.text)) for assertion in theirs):
            return False
        return _is_of_one_matter(denier.statement.text, mine, theirs)
    return any(
        assertion.denied
        and not _is_open(assertion.text)
        and not is_limit(assertion.text, denier.statement.text)
        and not is_unknown(assertion.text, denier.statement.text)
        and _is_affirmed(assertion, mine, theirs, other, strict=strict)
        for assertion in mine
    )


def _is_open(text: str) -> bool:
    """Tell "no decision has been taken on whether to sell": what is undecided is not denied."""
    return any(level == _OPEN for level, _, _ in find_hedges(" ".join(text.split())))


def _is_affirmed(
    denied: Assertion, mine: Sequence[Assertion], theirs: Sequence[Assertion], other: Attribution, *, strict: bool
) -> bool:
    """Tell whether the other affirms what is denied: its nearest clause does, and no clause of it denies the same."""
    if any(their.denied and weigh_likeness(denied.text, _with_subject(n, theirs))[1] for n, their in enumerate(theirs)):
        return False
    met = find_counterpart(denied.text, [their.text for their in theirs])
    if met is None:
        return False
    near = weigh_likeness(denied.text, theirs[met].text)[1] >= _OWN_WORDS
    if strict and not near and not turns_verb(denied.text, theirs[met].text):
        return False
    if (
        is_of_another_matter(denied.text, theirs[met].text)
        or is_negative_in_words(theirs[met].text, denied.text)
        or _is_share(theirs[met], other)
    ):
        return False
    back = find_counterpart(theirs[met].text, [my.text for my in mine])
    return back is not None and mine[back].denied


def _with_subject(number: int, assertions: Sequence[Assertion]) -> str:
    """Return a clause with the one before where it only goes on with the verb: "was invited and did not attend"."""
    text = assertions[number].text
    return f"{assertions[number - 1].text} {text}" if number and _GOES_ON.match(text) else text


def _is_share(assertion: Assertion, attribution: Attribution) -> bool:
    """Tell "12% contained": against "no containment" that is another figure."""
    return any(figure.unit == "percent" and figure.text in assertion.text for figure in attribution.figures)


def _is_of_one_matter(text: str, mine: Sequence[Assertion], theirs: Sequence[Assertion]) -> bool:
    """Tell whether what is rejected can be what the other says; "rejected the report" names nothing of its own."""
    said = turning_words("said things")
    named = _SAID_OF.search(" ".join(assertion.text for assertion in mine))
    if named is not None and named[1].lower() in said:  # "talk of a delay": the delay must be the other's matter
        meant = terms_of(named[2])
        return not meant or any(share_terms(meant, terms_of(two.text)) for two in theirs)
    if any(denies_the_reverse(one.text, two.text) for one in mine for two in theirs):
        return False
    ours = [terms_of(assertion.text) for assertion in mine]
    least = _NOTHING_SAID if _DENIED_THAT.search(text) else _NOTHING_NAMED
    if sum(term.stem not in said for one in ours for term in one) <= least:
        return True
    return any(share_terms(one, terms_of(two.text)) for one in ours for two in theirs)


def _assertions(attribution: Attribution) -> Sequence[Assertion]:
    return split_assertions(attribution.statement.text, attribution.credit.cue)


def _count_one_thing(a: Attribution, b: Attribution) -> bool:
    """Tell whether both give a count of one measure, none of them nought."""
    counts = any(
        x.high > 0 and y.high > 0 and bool(x.measure) and same_measure(x, y) is True
        for x in a.figures
        for y in b.figures
    )
    return counts and weigh_likeness(a.statement.text, b.statement.text)[0] < _ONE_SENTENCE
