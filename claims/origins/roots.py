"""Whether two attributions of one claim go back to one root."""

from __future__ import annotations

from claims.attribution.compare import (
    is_anonymous,
    is_document,
    is_indefinite,
    is_somebody,
    is_spokesperson,
    mention_words,
    same_source,
    source_name,
    source_phrases,
)
from claims.model import Attribution, Figure, Speaker
from claims.origins.witness import LISTS, is_own_witness
from claims.text import stem
from claims.wordlists import read_words

_OFFICIAL = frozenset({stem("official"), stem("officials")})
_QUOTES = ('"', "“", "«", "„")
_SHORT = 3
"""Words of so few letters tell nothing of a source."""


def is_known(attribution: Attribution) -> bool:
    """Tell whether an attribution says where it comes from: somebody is credited, or the outlet saw it itself."""
    return source_name(attribution) is not None or is_own_witness(attribution)


def same_root(a: Attribution, b: Attribution) -> bool:
    """Tell whether two attributions go back to one root.

    A nameless source is the named one where their figures agree; a plain body ("the companies", "officials") is the
    body that is named unless the figures speak against it. Sources who hide, documents and an outlet's own reporters
    are roots of their own, but for the outlet that relays them or shares its owner.
    """
    own = is_own_witness(a), is_own_witness(b)
    if any(own):
        return all(own) and (a.outlet.id == b.outlet.id or is_sister(a, b))
    if _is_one_source(a, b) or _quotes(a, b) or _quotes(b, a):
        return True
    nameless = [row.credit.speaker for row in (a, b) if row.credit.speaker and not row.credit.speaker.named]
    if len(nameless) == 2 and is_sister(a, b):
        return True
    if _is_own_paper(a, b) or _is_own_paper(b, a) or _speaks_beside(a, b) or _speaks_beside(b, a):
        return True
    papers = sum(_is_paper(speaker) for speaker in nameless)
    if not nameless or papers == 1 or any(is_anonymous(speaker) for speaker in nameless):
        return False
    if papers:
        return same_values(a, b)
    if has_figures(a) and has_figures(b) and _are_comparable(a, b):
        alone = len(nameless) == 1 and mention_words(nameless[0]) & read_words(LISTS)["private"]
        return same_values(a, b) and not alone and not _are_other_people(nameless)
    plain = not (is_somebody(nameless[0]) or _is_person(a) or _is_person(b))
    return len(nameless) == 1 and plain and not is_indefinite(nameless[0])


def is_sister(a: Attribution, b: Attribution) -> bool:
    """Tell whether one outlet has it from the other: it says so, republishes it, or both have one owner."""
    one, two = a.outlet, b.outlet
    if one.name in b.credit.via or two.name in a.credit.via:
        return True
    if one.id in two.republishes or two.id in one.republishes:
        return True
    return one.owner is not None and one.owner == two.owner and one.id != two.id


def has_figures(attribution: Attribution) -> bool:
    """Tell whether an attribution gives figures beside the number of its own sources."""
    return bool(_told_figures(attribution))


def same_values(a: Attribution, b: Attribution) -> bool:
    """Tell whether a figure of both agrees, so that a nameless source may be the named one."""
    return any(x.low <= y.high and y.low <= x.high for x in _told_figures(a) for y in _told_figures(b))


def _are_comparable(a: Attribution, b: Attribution) -> bool:
    """Tell whether any two figures are of one unit: kilograms are not held against pounds."""
    return not {figure.unit for figure in _told_figures(a)}.isdisjoint(figure.unit for figure in _told_figures(b))


def _told_figures(attribution: Attribution) -> list[Figure]:
    speaker = attribution.credit.speaker
    mention = speaker.mention.casefold() if speaker else ""
    return [figure for figure in attribution.figures if figure.text.casefold() not in mention]


def _is_one_source(a: Attribution, b: Attribution) -> bool:
    """Tell whether both credit one person or body: by name, as head and body, or by what the nameless one is."""
    one, two = source_name(a), source_name(b)
    if one is None or two is None:
        return False
    return same_source(_body_of(a, one), _body_of(b, two)) or any(
        _heads(*pair) or _is_described(*pair) for pair in ((a, b), (b, a))
    )


def _quotes(release: Attribution, other: Attribution) -> bool:
    """Tell whether a body's release holds the words of the person whom the other credits: 'Renn states: "..."'."""
    speaker, text = other.credit.speaker, release.statement.text
    if release.credit.speaker or not release.outlet.speaks_for or not speaker or not speaker.named:
        return False
    return speaker.name.rsplit(maxsplit=1)[-1] in text and any(map(text.__contains__, _QUOTES))


def _body_of(attribution: Attribution, name: str) -> str:
    """Name the body behind its publications: behind "Compact figures" the Compact, behind "the Bureau's report" it."""
    owner, mark, _ = name.replace("’", "'").partition("'s ")
    if mark and attribution.credit.speaker and is_document(attribution.credit.speaker):
        return owner
    words = name.split()
    if attribution.credit.speaker and len(words) > 1 and words[-1].casefold() in read_words(LISTS)["publications"]:
        return " ".join(words[:-1])
    return name


def _heads(a: Attribution, b: Attribution) -> bool:
    """Tell whether ``a`` credits a person who speaks for the body that ``b`` credits, by the title printed."""
    head, body = a.credit.speaker, b.credit.speaker
    name = body.name if body else b.outlet.speaks_for
    if head and head.body and name and same_source(head.body, name):
        return True
    if not head or not head.role:
        return False
    return bool(name) and " " in str(name) and str(name).casefold() in head.role.casefold()


def _is_described(nameless: Attribution, named: Attribution) -> bool:
    """Tell whether a source without a name is what the other's is called: "a lawyer for the residents".

    Two words have to fit; one is enough after "the", which points at one person or paper.
    """
    veiled, speaker = nameless.credit.speaker, named.credit.speaker
    if veiled is None or speaker is None or veiled.named or is_anonymous(veiled):
        return False
    ours, theirs = _keys(veiled.mention), _keys(f"{speaker.mention} {speaker.role or ''}")
    definite = veiled.mention.casefold().startswith("the ") and is_somebody(veiled) and not _is_plural(veiled)
    if definite and speaker.named and is_personal(named):
        return ours <= theirs
    if ours & _OFFICIAL and speaker.named:
        return bool(ours - _OFFICIAL) and ours - _OFFICIAL <= theirs
    return len(ours) >= (1 if definite and speaker.named else 2) and ours <= theirs


def _is_own_paper(paper: Attribution, release: Attribution) -> bool:
    """Tell "the report says" beside what the body that publishes it says in its own release."""
    speaker = paper.credit.speaker
    if speaker is None or speaker.named or release.credit.speaker or release.outlet.speaks_for is None:
        return False
    words = mention_words(speaker) - {"the", "interim", "final", "preliminary"}
    return speaker.mention.casefold().startswith("the ") and bool(words) and words <= source_phrases("documents")


def _speaks_beside(a: Attribution, b: Attribution) -> bool:
    """Tell a spokesperson of whom no body is told from the body that the same article credits."""
    one, two = a.credit.speaker, b.credit.speaker
    if one is None or two is None or a.statement.article != b.statement.article or not is_spokesperson(one):
        return False
    return two.named and two.role is None and len(_keys(one.role or one.mention) - _keys(one.name)) == 1


def is_personal(attribution: Attribution) -> bool:
    """Tell a person's full name from a body's: two to four words, none of which is of a body."""
    words = attribution.credit.speaker.name.split() if attribution.credit.speaker else []
    capitals = all(word[:1].isupper() for word in words)
    return 2 <= len(words) <= 4 and capitals and source_phrases("bodies").isdisjoint(w.casefold() for w in words)


def _is_plural(speaker: Speaker) -> bool:
    people = mention_words(speaker) & source_phrases("people")
    return any(word.endswith("s") and word != "boss" for word in people)


def _keys(mention: str) -> set[str]:
    words = mention.casefold().replace("’", "'").replace("'s", "").replace("'", "").split()
    staff = read_words(LISTS)["staff"]
    plain = ("staff" if word in staff else word for word in (word.strip(".,") for word in words))
    return {stem(word) for word in plain if len(word) > _SHORT}


def _is_paper(speaker: Speaker) -> bool:
    """Tell a document from what a body publishes day by day ("data showed")."""
    words, lists = mention_words(speaker), read_words(LISTS)
    return (is_document(speaker) or not words.isdisjoint(lists["papers"])) and words.isdisjoint(lists["publications"])


def _are_other_people(nameless: list[Speaker]) -> bool:
    """Tell two sources without a name who are people of different kinds: "two relatives", "an intermediary"."""
    if len(nameless) < 2 or not any(is_somebody(speaker) or is_indefinite(speaker) for speaker in nameless):
        return False
    plain = read_words(LISTS)["officials"]
    if all(mention_words(speaker) & plain for speaker in nameless):
        return False
    one, two = (_keys(speaker.mention) for speaker in nameless)
    return one.isdisjoint(two)


def _is_person(attribution: Attribution) -> bool:
    """Tell whether a person is credited: somebody with a title, or by name."""
    speaker = attribution.credit.speaker
    return speaker is not None and speaker.named and speaker.role is not None
