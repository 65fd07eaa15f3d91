"""From a mention to the one it stands for: "he", "Zelenskiy", "the ministry", "one of them"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from claims.attribution.lexicon import ARTICLES, BODIES, PREPOSITIONS, TITLES
from claims.attribution.mentions import Cast, Named, drop_nickname, gender_of, is_body, reference_words
from claims.model import Article, Person, Speaker
from claims.names import country_of, fold, same_institution, same_person, strip_titles
from claims.registry import Registry, match_key, slug
from claims.wordlists import read_pairs

Span = tuple[int, int]

_BRACKET = re.compile(r"\s*\([^()]{0,60}\)")
_TAIL = re.compile(
    r"\s+(?:who|whose|which|that|seen|obtained|citing|speaking|quoted|dated|signed|made|released|published|posted|issued|provided|cited|involved|reached|said|wearing|holding)\b"
)
_LEADING = re.compile(r"^(?:the|a|an|neighbou?ring|nearby|according to)\s+", re.IGNORECASE)
_ONE_OF = re.compile(
    r"(?:one|two|three|some|both|another|several|many|most)\s+of\s+(?:the\s+|those\s+)?(\w+)$", re.IGNORECASE
)
_CAPITAL_RUN = re.compile(
    r"(?:[^\W\d_a-z][\w’'.-]*)(?:\s+(?:de|van|von|der|den|bin|al|el|la|da|di|du)?\s*[^\W\d_a-z][\w’'.-]*)*\Z"
)
_POST = re.compile(r"\s(?:for|from|at|in|with|of)\s")
_POLITE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord)\.?\s")
_SPACE = re.compile(r"\s+")
_FOCUS = 1500
_LONGEST_ROLE = 9


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    pairs = read_pairs(Path(__file__).parent / "data" / "references.txt")["kinds"]
    return {noun: tuple(part.strip() for part in words.split(",")) for noun, words in pairs.items()}


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a mention stands for."""

    name: str
    person: bool
    named: bool
    role: str | None = None


class Resolver:
    """Resolves the mentions of one article, in the order of the text, and remembers who spoke."""

    def __init__(self, article: Article, paragraphs: Sequence[Span], registry: Registry) -> None:
        self._text = article.text
        self._day = (article.published or article.updated or "")[:10]
        self._headline = article.headline or ""
        self._country = article.outlet.country
        self._registry = registry
        self._cast = Cast(article.text, paragraphs, self._is_body)
        self._spoken: list[tuple[int, Referent]] = []
        self._starts = [start for start, _ in paragraphs]

    def resolve(self, span: Span) -> tuple[Speaker, bool]:
        """Return the speaker that the mention at ``span`` stands for, and whether that is a person."""
        mention = _SPACE.sub(" ", self._text[span[0] : span[1]]).strip()
        referent = self._refer(mention, span[0])
        self._spoken.append((span[0], referent))
        speaker = Speaker(slug(referent.name), referent.name, mention, referent.role, referent.named)
        return speaker, referent.person

    def _is_body(self, name: str) -> bool:
        return self._registry.find_institution(name) is not None or self._registry.find_outlet(name) is not None

    # --- what kind of mention

    def _refer(self, mention: str, place: int) -> Referent:
        word = mention.lower()
        if word in ("he", "she", "who", "him", "her", "i"):
            return self._personal(word, place) or Referent(mention, person=True, named=False)
        if word in ("it", "which", "they", "we", "them"):
            return self._impersonal(word, place) or Referent(mention, person=False, named=False)
        plain = _plain(mention)
        return (
            self._group(plain)
            or self._registered(plain, mention)
            or self._titled(plain)
            or self._possessed(plain, mention, place)
            or self._person(mention)
            or self._body(plain, mention, place)
            or Referent(_unnamed(plain), person=_head(plain) in TITLES, named=plain[:1].isupper())
        )

    def _registered(self, plain: str, mention: str) -> Referent | None:
        """Look the mention up as it stands, without its kind ("X union") and as the owner of a voice."""
        for form in _forms(plain, mention):
            institution = self._registry.find_institution(form)
            if institution is not None:
                return Referent(institution.name, person=False, named=True)
            outlet = self._registry.find_outlet(form) if form[:1].isupper() else None
            if outlet is not None:
                return Referent(outlet.speaks_for or outlet.name, person=False, named=True)
        return None

    def _titled(self, plain: str) -> Referent | None:
        """Look the mention up among the titles of the registry: "Kyiv's lead negotiator"."""
        key = match_key(plain)
        for person in self._registry.people:
            roles = self._registry.roles_on(person, self._day) if self._day else person.roles
            if any(match_key(title) == key for role in roles for title in (role.title, *role.aliases)):
                return Referent(person.name, person=True, named=True, role=plain)
        return None

    def _possessed(self, plain: str, mention: str, place: int) -> Referent | None:
        """Resolve "its Defence Ministry" to the body of that name and that owner."""
        if not mention.lower().startswith(("its ", "their ")):
            return None
        start = max((s for s in self._starts if s <= place), default=0)
        owner = self._subject_before(place, start) or self._impersonal("it", place)
        kind = plain.partition(" ")[2] if plain.lower().startswith(("its ", "their ")) else plain
        if owner is None or not kind[:1].isupper():
            return None
        names = [one.name for one in self._registry.institutions] + [one.name for one in self._cast.bodies[:400]]
        stem = owner.name.split()[0][:5].lower()
        fits = [name for name in names if stem in name.lower() and all(w in name.lower() for w in kind.lower().split())]
        return self._full_body(fits[0]) if fits else None

    # --- people

    def _person(self, mention: str) -> Referent | None:
        segments = drop_nickname(mention).split(",")[:3]
        for number, segment in enumerate(segments):
            stripped = _LEADING.sub("", segment.strip(), count=1)
            name = _name_in(stripped) or _name_in(_POST.split(stripped, maxsplit=1)[0])
            if name is None:
                continue
            role = _role_in(segment, name) or _role_after(mention, segment)
            role = role or (mention.split(maxsplit=1)[0] if _POLITE.match(mention) else None)
            role = role or (_common_noun(segments[0]) if number else None)
            found = self._full_person(name, role)
            if found is not None:
                return found
        return None

    def _full_person(self, name: str, role: str | None = None) -> Referent | None:
        person = self._registry.find_person(name) or self._respelt(name)
        if person is not None:
            return Referent(person.name, person=True, named=True, role=role or self._introduced_role(person.name))
        words = name.split()
        known = self._cast.with_surname(words[-1])
        if len(words) == 1:
            if not known:
                return Referent(name, person=True, named=True, role=role) if role else None
            full = known[0].name
            return self._full_person(full, role) if " " in full else Referent(full, person=True, named=True, role=role)
        if is_body(name) or country_of(name) is not None:
            return None
        same = next((one.name for one in known if same_person(one.name, name)), name)
        return Referent(same, person=True, named=True, role=role)

    def _respelt(self, name: str) -> Person | None:
        """Find the one person of the registry whose name this is in another spelling."""
        if " " not in name:
            return None
        alike = [
            one
            for one in self._registered_by_surname.get(fold(name.rsplit(maxsplit=1)[-1])[:2], ())
            if same_person(one.name, name)
        ]
        return alike[0] if len(alike) == 1 else None

    @cached_property
    def _registered_by_surname(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self._registry.people:
            found.setdefault(fold(person.name.split()[-1])[:2], []).append(person)
        return found

    def _introduced_role(self, name: str) -> str | None:
        for named in self._cast.with_surname(name.rsplit(maxsplit=1)[-1]):
            before = named.context.split(named.name.lower())[0].split()
            title = [word for word in before[-4:] if word.strip(".,") in TITLES]
            if title:
                return " ".join(title)
        return None

    def _personal(self, word: str, place: int) -> Referent | None:
        """Resolve "he" and "she": the person in focus, the last who spoke or opened a sentence."""
        gender = gender_of(word)
        spoken = next(((at, one) for at, one in reversed(self._spoken) if one.person), None)
        least = max(place - _FOCUS, spoken[0] if spoken else 0)
        for at, surname in self._cast.people_before(place, least):
            if not self._opens_sentence(at):
                continue
            found = self._full_person(surname)
            if found is not None and self._fits(found.name, gender):
                return found
        if spoken is not None and self._fits(spoken[1].name, gender):
            return spoken[1]
        for _, surname in self._cast.people_before(place, max(0, place - _FOCUS)):
            found = self._full_person(surname)
            if found is not None and self._fits(found.name, gender):
                return found
        return None

    def _opens_sentence(self, at: int) -> bool:
        before = self._text[max(0, at - 60) : at]
        cut = max(before.rfind(". "), before.rfind("\n"), before.rfind("” "), before.rfind('" '), before.rfind(".”"))
        if cut < 0 and at > 60:
            return False
        lead = before[cut + 1 :].strip(' ”"\n')
        return len(lead.split()) <= 4 and "," not in lead

    def _fits(self, name: str, gender: str | None) -> bool:
        if gender is None or not name:
            return True
        known = next(iter(self._cast.with_surname(name.rsplit(maxsplit=1)[-1])), None)
        told = gender_of(known.context.split(known.name.lower())[0]) if known else None
        return told is None or told == gender

    # --- bodies

    def _impersonal(self, word: str, place: int) -> Referent | None:
        plural = word in ("they", "them", "we")
        for at, one in reversed(self._spoken):
            if place - at > _FOCUS:
                break
            if not one.person or (plural and not one.named):
                return one
        if plural:
            return next((one for at, one in reversed(self._spoken) if place - at < _FOCUS), None)
        start = max((s for s in self._starts if s <= place), default=0)
        for named in self._cast.bodies_before(place):
            if named.start < start:
                break
            return self._full_body(named.name)
        earlier = [s for s in self._starts if s < start][-1:]
        return self._subject_before(place, start if place - start > 3 else earlier[0] if earlier else start)

    def _subject_before(self, place: int, start: int) -> Referent | None:
        """Return the named subject of the sentence before: "Zarafia offered help. It said ..."."""
        before = self._text[max(start, place - 600) : place].rstrip()
        sentence = re.split(r"(?<=[.!?])\s+", before)[-1] if before else ""
        match = re.match(r"(?:The\s+|Neighbou?ring\s+)?([^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'-]+){0,4})", sentence)
        return None if match is None else self._full_body(match[1])

    def _group(self, plain: str) -> Referent | None:
        """Resolve "one of them" and "the people" to the nameless speakers told of before."""
        match = _ONE_OF.match(plain)
        noun = match[1].lower() if match else plain.lower()
        if noun not in reference_words("group words"):
            return None
        for _, one in reversed(self._spoken):
            if not one.named and (noun in ("them", "those") or noun in one.name.lower().split()):
                return one
        return None

    def _body(self, plain: str, mention: str, place: int) -> Referent | None:
        if self._cast.acronyms.get(plain):
            return self._full_body(self._cast.acronyms[plain])
        owner = re.split(r"[’']s ", plain, maxsplit=1)
        if len(owner) == 2 and owner[1].lower() in reference_words("voices"):
            return self._body(owner[0], "the " + owner[0], place) or self._full_body(owner[0])
        head = _head(plain)
        if head == plain.lower() and mention.lower().startswith("the "):
            titled = self._by_role(head, plain, place)
            if titled is not None:
                return titled
        if head in reference_words("players") and mention.lower().startswith("the "):
            return self._headline_person() or self._personal("he", place)
        if head in _kinds() and plain.rsplit(maxsplit=1)[-1].islower():
            found = self._by_kind(head, plain, mention, place)
            if found is not None:
                return found
        if plain[:1].isupper() or (plain.split() and plain.rsplit(maxsplit=1)[-1][:1].isupper()):
            return self._full_body(_owned(plain) or plain)
        if mention.lower().startswith(("the ", "their ", "its ", "his ", "her ")) or len(plain.split()) == 1:
            return self._by_role(head, plain, place) or self._by_kind(head, plain, mention, place)
        return None

    def _headline_person(self) -> Referent | None:
        """Return the person whom the headline names."""
        words = set(re.findall(r"[\w-]+", self._headline))
        named = next((one for one in self._cast.people if one.name.split()[-1] in words), None)
        return None if named is None else self._full_person(named.name)

    def _full_body(self, name: str) -> Referent:
        """Return the fullest form of a body's name that the registry or the article has."""
        institution = self._registry.find_institution(name)
        if institution is not None:
            return Referent(institution.name, person=False, named=True)
        alike = [one for one in self._registry.institutions if self._may_be(name, (one.name, *one.aliases))]
        if len(alike) == 1:
            return Referent(alike[0].name, person=False, named=True)
        longer = [
            one.name
            for one in self._cast.bodies[:400]
            if len(one.name) > len(name)
            and same_institution(name, one.name) is not False
            and name.rsplit(maxsplit=1)[-1] in one.name
        ]
        return Referent(longer[0] if longer else name, person=False, named=True)

    @staticmethod
    def _may_be(name: str, forms: Sequence[str]) -> bool:
        return any(same_institution(name, form) for form in forms)

    def _by_role(self, head: str, plain: str, place: int) -> Referent | None:
        """Resolve "the minister" and "the president": who the article, else the registry, gives that title."""
        if head not in TITLES or head.endswith("s") or len(plain.split()) > 4:
            return None
        titled = [one for one in self._cast.people if head in re.findall(r"[\w-]+", _title_words(one))]
        before = [one for one in titled if one.start <= place]
        if before or titled:
            return self._full_person((before or titled)[-1 if before else 0].name)
        holders = [person for person in self._registry.people if self._holds(person, head)]
        return Referent(holders[0].name, person=True, named=True) if len(holders) == 1 else None

    def _holds(self, person: Person, head: str) -> bool:
        """Tell whether the registry gives the person that title on the day, in a country the article speaks of."""
        roles = self._registry.roles_on(person, self._day) if self._day else person.roles
        for role in roles:
            words = re.findall(r"[\w-]+", role.title)
            if head in (word.lower() for word in words[:3]):
                names = [word for word in words if word[:1].isupper()][1:]
                if self._country and self._country in role.title:
                    return True
                if person.name.split()[-1] in self._text or any(word in self._text for word in names):
                    return True
        return False

    def _by_kind(self, head: str, plain: str, mention: str, place: int) -> Referent | None:
        """Resolve "the ministry" and "their union" to a body of that kind."""
        kinds = _kinds().get(" ".join(plain.lower().split()[-2:])) or _kinds().get(head)
        if kinds is None or len(plain.split()) > 3:
            return None
        candidates = [*self._of_kind(place, kinds)] or self._by_last_word(head)
        if not candidates:
            return None
        spoken = next(
            (one for at, one in reversed(self._spoken) if one.name in candidates and place - at < _FOCUS), None
        )
        return spoken or Referent(candidates[0], person=False, named=True)

    def _by_last_word(self, head: str) -> list[str]:
        """Return the one body of the registry that "the army" means in a story about its country."""
        found = {
            institution.name
            for institution in self._registry.institutions
            for form in (institution.name, *institution.aliases)
            if form.lower().split()[-1] == head
            and " " in form
            and form.split()[0].removeprefix("the")[:5] in self._text
        }
        return list(found) if len(found) == 1 else []

    def _of_kind(self, place: int, kinds: Sequence[str]) -> Iterator[str]:
        """Yield the bodies of the kind: those in this sentence first, then the others before, then those after."""
        sentence = max(self._text.rfind(". ", 0, place), self._text.rfind("\n", 0, place)) if place < 200_000 else 0
        found = []
        for institution in self._registry.institutions:
            forms = [institution.name, *institution.aliases]
            words = {word for form in forms for word in form.lower().split()}
            if any(kind == (institution.kind or "").lower() or kind in words for kind in kinds):
                places = [self._text.find(form) for form in forms]
                places = [at for at in places if at >= 0]
                if places:
                    found.append((min(places), institution.name))
        for named in self._cast.bodies[:400]:
            if any(kind in named.name.lower().split() for kind in kinds):
                found.append((named.start, self._full_body(named.name).name))
        here = sorted(one for one in found if sentence < one[0] <= place)
        before = sorted((one for one in found if one[0] <= sentence), reverse=True)
        after = sorted(one for one in found if one[0] > place)
        yield from (name for _, name in [*here, *before, *after])


def _plain(mention: str) -> str:
    """Return the mention without bracket, apposition, relative clause and leading article."""
    text = _BRACKET.sub("", mention)
    first, _, rest = text.partition(",")
    text = _TAIL.split(first, maxsplit=1)[0].strip(" ”\"“'’")
    if not text:
        text = rest.strip()
    while True:
        match = _LEADING.match(text)
        if match is None or match.end() >= len(text):
            return text.removesuffix("'s").removesuffix("’s")
        text = text[match.end() :]


def _forms(plain: str, mention: str) -> Iterator[str]:
    yield plain
    yield _BRACKET.sub("", mention).strip()
    words = plain.split()
    if len(words) > 1 and words[-1].lower() in BODIES:
        yield " ".join(words[:-1])
    owner = _owner_of_voice(plain)
    if owner is not None:
        yield owner
    if "’s " in plain or "'s " in plain:
        owner, owned = re.split(r"[’']s ", plain, maxsplit=1)
        yield owned
        if owned.lower() in reference_words("voices"):
            yield owner


def _owner_of_voice(plain: str) -> str | None:
    """Return X of "the press service of X" and "a count by the firm X"."""
    for link in (" of ", " by ", " from "):
        voice, found, owner = plain.partition(link)
        if found and voice.lower() in reference_words("voices"):
            named = _LEADING.sub("", owner, count=1)
            words = named.split()
            if len(words) > 1 and words[0].islower() and words[0] not in PREPOSITIONS:
                named = " ".join(words[1:])
            return named
    return None


def _owned(plain: str) -> str | None:
    return _owner_of_voice(plain)


def _unnamed(plain: str) -> str:
    return _owner_of_voice(plain) or plain


def _head(plain: str) -> str:
    """Return the noun that the phrase is about, lower case: before "of", "in", "at" ..."""
    words = plain.lower().split()
    for number, word in enumerate(words):
        if number and word in PREPOSITIONS:
            return words[number - 1]
    return words[-1] if words else ""


def _name_in(segment: str) -> str | None:
    """Return the person's name with which a stretch between commas ends."""
    core = strip_titles(segment.strip())
    match = _CAPITAL_RUN.search(core)
    before = segment[: segment.find(match.group())].split() if match is not None else []
    if before and before[-1].lower() in PREPOSITIONS and not any(word.istitle() for word in before):
        return None
    if match is None or not segment.rstrip(" .)").endswith(core.rstrip(" .")):
        return None
    name = match.group().strip()
    words = name.split()
    if len(words) > 1 and (words[0].lower() in reference_words("kin") or "-of-" in words[0]):
        words = words[1:]
        name = " ".join(words)
    if not words or is_body(name) or words[0].lower() in ARTICLES or len(words) > 5:
        return None
    return name


def _role_in(segment: str, name: str) -> str | None:
    role = segment.strip().removesuffix(name).strip()
    role = _LEADING.sub("", role, count=1).strip(" ,")
    if role.lower().split()[-1:] and role.lower().split()[-1] in PREPOSITIONS | ARTICLES:
        return None
    return (
        role
        if role
        and len(role.split()) <= _LONGEST_ROLE
        and any(word.lower().strip(".") in TITLES for word in role.split())
        else None
    )


def _role_after(mention: str, segment: str) -> str | None:
    rest = mention.partition(segment)[2].strip(" ,")
    parts = [part.strip() for part in rest.split(",") if not part.strip()[:1].isdigit()]
    role = _LEADING.sub("", parts[0], count=1) if parts else ""
    if role.startswith(("who ", "which ", "whose ", "speaking ")):
        return None
    return (
        role
        if role and len(role.split()) <= _LONGEST_ROLE and any(word.lower() in TITLES for word in role.split())
        else None
    )


def _common_noun(segment: str) -> str | None:
    """Return "tea vendor" of "a tea vendor, Ode"."""
    plain = _LEADING.sub("", segment.strip(), count=1)
    return plain if plain != segment.strip() and plain.islower() and len(plain.split()) <= _LONGEST_ROLE else None


def _title_words(named: Named) -> str:
    """Return the words around a name that may be its title: those before it, and an apposition after it."""
    before, _, after = named.context.partition(named.name.lower())
    before = re.split(r"\b(?:\w+ed|told|said|and|with|by|that|to|in)\b|[,.;]", before)[-1]
    apposition = after.split(",")[1] if after.lstrip().startswith(",") and after.count(",") > 1 else ""
    return f"{' '.join(before.split()[-4:])} {apposition}"
