"""Find how firmly a statement is put: by its own verb, by the words at its figures, by the verb that credits it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from claims.certainty.clauses import NOT_BEFORE, Clause, content_of, find_cue, has_verb, split_clauses
from claims.certainty.lexicon import (
    Hedge,
    band_of,
    classing_words,
    find_phrases,
    level_of_cue,
    level_of_hedge,
    words_of,
)
from claims.model import Certainty
from claims.patterns import Gated, lazy

_ORDER = (
    "denied", "hoped", "possible", "unverified", "alleged", "expected", "official", "urged", "planned", "promised",
    "estimated", "claimed", "confirmed", "announced", "warned", "said",
)  # fmt: skip
"""Which level a statement has that shows several: the one that says most about it."""
_NEXT = re.compile(r"\W*(\w+)")
_LAST = re.compile(r"([\w'’]+)[\s,\"'“‘]*$")
_HAVE_DONE = re.compile(
    r"(?<!would )(?<!could )(?<!might )(?<!may )(?<!must )(?<!should )(?<!will )(?<!to )\b(?:has|have|had|was|were)\s+"
    r"(?:(?:also|already|now|since|been|all|just|then|\w+ly)\s+)*(?P<verb>\w+(?:ed|en|wn|ck|ft|ld|lt|st|nt|ut|id))\b"
)
_AS_EXPECTED = Gated(r"\b(?:as|than)\s+(?:\w+\s+)?$", "as", "than")
_SECOND_PREDICATE = Gated(r"\w+\s+\w+\s+\w+\s+and\s+(?:\w+\s+){0,4}$", "and")
"""What joins a second statement to a first of three words or more: "trains stand still and refunds will be paid"."""
_IS_BEFORE = lazy(r"(?:\b(?:is|are|was|were|been|being|be)|'s|'re)\s+(?:also\s+)?$|^\W*$")
"""What makes a suspicion the statement's own: "she is suspected of"; "a man suspected of" tells which man."""
_NONE_MAY = lazy(r"\W*no(?:body|\b)")
"""A clause of a ban: "no boat may sail"."""
_WHAT = lazy(r"\bwhat (?:\w+ ){1,3}$")
"""A clause that names an amount: "the ceiling on what shops may charge"."""
_WORDS = re.compile(r"[a-z]+")
_WINDOW = 60
_MODAL_HAVE = frozenset({"could", "may", "might"})


def find_certainty(
    text: str, *, cue: str | None, figures: Sequence[tuple[int, int]] = (), start: int = 0
) -> Certainty | None:
    """Return the level and band of a statement with the words that give it; None where nothing says anything of it.

    ``cue`` is the verb that credits it, as printed, in the text or outside. ``figures`` are spans counted like
    ``start``, the place of ``text`` in its article: a hedge in the clause of a figure belongs to the statement.
    """
    spans = [(first - start, last - start) for first, last in figures]
    carrying = _carrying_clauses(text, cue, spans)
    found = [(level, words) for clause in carrying for level, words in _hedges_in(text, clause)]
    if cue:
        opinion = cue.lower() in words_of("opinions") and found and {x for x, _ in found} == {"planned"}
        found.append(("expected" if opinion else _credited_level(text, cue), cue))
    if not {"expected", "possible"}.isdisjoint(x for x, _ in found) and any(
        _is_warning(text, clause) for clause in carrying
    ):
        return _certainty("warned", [words for _, words in found])
    level = min((level for level, _ in found), key=_ORDER.index, default=None)
    if level in {None, "said"}:
        done = [verb for clause in carrying if (verb := _done_verb(text, clause))]
        if done and any(level_of_hedge(hedge.words) == "planned" for hedge in find_phrases(text.lower())):
            done = []
        words = [words for _, words in found] + done
        return _certainty("said", words) if words else None
    return _certainty(str(level), [words for other, words in found if other == level])


def _credited_level(text: str, cue: str) -> str:
    """Return the level of the verb that credits; "did not deny" is no denial."""
    level = level_of_cue(cue) or "said"
    place = find_cue(text, cue) if level == "denied" else None
    return "said" if place and NOT_BEFORE.search(text[max(0, place[0] - 24) : place[0]].lower()) else level


def _certainty(level: str, words: list[str]) -> Certainty:
    return Certainty(level, band_of(level), tuple(dict.fromkeys(words)))


def _carrying_clauses(text: str, cue: str | None, figures: list[tuple[int, int]]) -> list[Clause]:
    """Return the clauses that make the statement: up to the first main one with a verb, and the first figure's."""
    clauses = split_clauses(text, *content_of(text, cue))
    carrying: list[Clause] = []
    for clause in clauses:
        if clause.main:
            carrying.append(clause)
            if has_verb(text, clause):
                break
    counted = (clause for clause in clauses for a, b in figures[:1] if clause.start <= a and b <= clause.end)
    return carrying + [clause for clause in counted if clause not in carrying]


def _hedges_in(text: str, clause: Clause) -> Iterator[tuple[str, str]]:
    low = text[clause.start : clause.end].lower().replace("’", "'")
    for hedge in find_phrases(low):
        printed = text[clause.start + hedge.start : clause.start + hedge.end]
        if _counts(hedge, low, printed):
            yield level_of_hedge(hedge.words), printed


def _counts(hedge: Hedge, low: str, printed: str) -> bool:
    """Tell whether a hedge is one here: no name, no ability, no comparison, no ceremony."""
    words = hedge.words
    left = low[max(0, hedge.start - _WINDOW) : hedge.start]
    before, after = _LAST.search(left), _NEXT.match(low[hedge.end : hedge.end + _WINDOW])
    last, following = before[1] if before else "", after[1] if after else ""
    if printed[:1].isupper() and (hedge.start > 2 or words == "may"):
        return False
    if words == "officially":
        return following in words_of("weighed") or following[:1].isdigit() or low.strip(" \"'“‘") == words
    if words == "confirmed" and (following in words_of("events confirmed") or following.isdigit()):
        return False
    if _belongs_elsewhere(words, last, left, low):
        return False
    if " " in words:
        return True
    if last in words_of("no hedge after") or _AS_EXPECTED.search(left):
        return False
    return following not in words_of("no hedge before") or (following == "have" and words in _MODAL_HAVE)


def _belongs_elsewhere(words: str, last: str, left: str, low: str) -> bool:
    """Tell a hedge that is no hedge of the statement: of the person meant, a ban, an amount, a noun, a second verb."""
    if words in words_of("of people"):
        return _IS_BEFORE.search(left) is None
    if words == "may":
        return bool(_NONE_MAY.match(low) or _WHAT.search(left))
    if words in {"will", "would"}:
        return _SECOND_PREDICATE.search(left) is not None
    return last in words_of("owners") and words.endswith(" to")


def _is_warning(text: str, clause: Clause) -> bool:
    return not words_of("uncertain nouns").isdisjoint(re.findall(r"[a-z]+", text[clause.start : clause.end].lower()))


def _done_verb(text: str, clause: Clause) -> str | None:
    """Return the verb by which the clause tells of something that has happened: "has signed", "were detained"."""
    match = _HAVE_DONE.search(text, clause.start, clause.end)
    return match[0] if match and match["verb"].lower() not in words_of("not yet done") else None


@cache
def is_done(certainty: Certainty) -> bool:
    """Tell whether the words of a certainty show that the thing has happened."""
    return any(_HAVE_DONE.fullmatch(words) for words in certainty.words)


def is_hedged_like(text: str, certainty: Certainty) -> bool:
    """Tell whether ``text`` has a hedge of the level of ``certainty`` anywhere; "said" is no hedge."""
    low = text.lower().replace("’", "'")
    return any(level_of_hedge(hedge.words) == certainty.level for hedge in find_phrases(low))


def may_hedge(text: str) -> bool:
    """Tell whether ``text`` has words of a hedge at all: without any, none of its clauses is hedged either."""
    low = text.lower().replace("’", "'")
    return any(find_phrases(low)) or not classing_words().keys().isdisjoint(_WORDS.findall(low))


@lru_cache(maxsize=4096)
def find_hedges(text: str) -> tuple[tuple[str, int, str], ...]:
    """Return the level, the place and the printed words of each hedge of ``text``, in whatever clause it stands.

    Words that class what is counted ("suspected cases", "confirmed cases") are among them. Several rules ask for those
    of one text.
    """
    low = text.lower().replace("’", "'")
    found = [
        (level_of_hedge(hedge.words), hedge.start, text[hedge.start : hedge.end])
        for hedge in find_phrases(low)
        if _counts(hedge, low, text[hedge.start : hedge.end])
    ]
    classes = classing_words()
    found += [(classes[match[0]], match.start(), match[0]) for match in _WORDS.finditer(low) if match[0] in classes]
    return tuple(sorted(found, key=lambda hedge: hedge[1]))
