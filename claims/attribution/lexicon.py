"""The words by which attribution reads a sentence: word classes, verbs of saying and their frames."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claims.wordlists import read_pairs, read_words

_DATA = Path(__file__).parent / "data"
_WORDS = read_words(_DATA / "words.txt")
_CUES = read_words(_DATA / "cues.txt")
_SIBILANT = ("sh", "ch", "ss", "x")
_VOWELS = "aeiou"


def words(section: str) -> frozenset[str]:
    """Return a class of small words."""
    return _WORDS[section]


PRONOUNS = _WORDS["pronouns"]
SUBJECT_PRONOUNS = _WORDS["subject pronouns"]
DETERMINERS = _WORDS["determiners"]
ARTICLES = _WORDS["articles"]
POSSESSIVES = _WORDS["possessives"]
AUXILIARIES = _WORDS["auxiliaries"]
FINITE = _WORDS["finite"]
BE = _WORDS["be"]
PREPOSITIONS = _WORDS["prepositions"]
CONJUNCTIONS = _WORDS["conjunctions"]
SUBORDINATORS = _WORDS["subordinators"]
CLAUSE_OPENERS = _WORDS["clause openers"]
STRONG_OPENERS = _WORDS["strong openers"]
TIMES = _WORDS["times"]
PARTS_OF_DAY = _WORDS["parts of day"]
ADVERBS = _WORDS["adverbs"]
LIGHT_VERBS = _WORDS["light verbs"]
TITLES = _WORDS["titles"]
BODIES = _WORDS["bodies"]
APPOSITIVE_OPENERS = _WORDS["appositive openers"]
ADDRESSEES = _WORDS["addressees"]
ADDRESS_PRONOUNS = _WORDS["address pronouns"]
OCCASIONS = _WORDS["occasions"]
OCCASION_TAILS = _WORDS["occasion tails"]
CONTINUERS = _WORDS["continuers"]
CUTTERS = _WORDS["cutters"]
LEAD_INS = _WORDS["lead-ins"]
IRREGULAR_PAST = _WORDS["irregular past"]
SMALL_VERBS = _WORDS["small verbs"]
ABBREVIATIONS = _WORDS["abbreviations"]

CLAUSE = _CUES["clause"]
SPEECH = _CUES["speech"]
ALSO_NOUN = _CUES["also a noun"]
OBJECT = _CUES["object"]
INFINITIVE = _CUES["infinitive"]
INFINITIVE_OBJECT = _CUES["infinitive object"]
NOUN_CUES = _CUES["noun"]
DENIALS = _CUES["denials"]
OPENERS = _CUES["openers"]
PHRASES = _CUES["phrases"]
FIGURE = _CUES["figure"]
COUNTING = _CUES["counting"]
FINDINGS = _WORDS["findings"]
ATTITUDE = _CUES["attitude"]
BEFORE_TO = _WORDS["before to"]
SLUGS = _WORDS["slugs"]
BESIDE = _CUES["beside the clause"]
REVISION = _CUES["revision"]
REVISED = _CUES["revised"]
WELCOMED = _CUES["welcomed"]
ISSUED = _CUES["issued"]
INTENTION = _CUES["intention"]


@cache
def verb_forms() -> dict[str, str]:
    """Return every form of every verb that may be a cue, with its plain form."""
    pairs = read_pairs(_DATA / "cues.txt")
    irregular = pairs["forms"]
    lemmas = {
        lemma
        for lemma in CLAUSE | OBJECT | INFINITIVE | INFINITIVE_OBJECT | FIGURE | REVISION | {"issue"}
        if " " not in lemma
    }
    lemmas |= set(pairs["prepositions"]) | set(pairs["particles"])
    forms = {form: lemma for lemma in lemmas - set(irregular.values()) for form in _inflect(lemma)}
    forms |= {lemma: lemma for lemma in lemmas}
    return forms | {form: lemma for form, lemma in irregular.items() if lemma in lemmas}


@cache
def verb_prepositions() -> dict[str, frozenset[str]]:
    """Return, for each verb that takes one, the prepositions that open what is said."""
    pairs = read_pairs(_DATA / "cues.txt")["prepositions"]
    return {lemma: frozenset(prepositions.split()) for lemma, prepositions in pairs.items()}


@cache
def verb_particles() -> dict[str, str]:
    """Return, for each verb that says something only with a small word behind it, that word: "point out"."""
    return read_pairs(_DATA / "cues.txt")["particles"]


def _inflect(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith(_SIBILANT):
        return lemma, lemma + "es", lemma + "ed", lemma + "ing"
    return lemma, lemma + "s", lemma + "ed", lemma + "ing"
