"""Content words, phrases, families and their weights."""

from __future__ import annotations

import pytest

from claims.matching.families import find_terms, lexicon
from claims.matching.frequencies import Weights, background
from claims.matching.kinship import likeness
from claims.matching.score import compare_wording, weigh_terms
from claims.matching.words import DATA, content_words
from claims.text import stem


def terms(text: str) -> list[str]:
    return [term.stem for term in find_terms(content_words(text))]


def score(one: str, two: str) -> float:
    found = [list(find_terms(content_words(text))) for text in (one, two)]
    weights = Weights(found)
    a, b = (weigh_terms(each, weights) for each in found)
    return compare_wording(a, b)


def test_numbers_dates_and_reporting_are_no_words() -> None:
    assert terms("On Monday the ministry said that 40 km of road were closed.") == ["ministry", "road", "clos"]


def test_names_are_marked_inside_the_sentence() -> None:
    names = {word.stem for word in content_words("Villagers in Garrow met the US envoy.") if word.name}
    assert names == {"garrow", "us"}


def test_a_line_in_capitals_has_no_names() -> None:
    assert not any(word.name for word in content_words("STORM CLOSES SCHOOLS IN GARROW"))


def test_phrases_are_one_term() -> None:
    assert terms("He stepped down and they laid off 40 welders.") == ["step down", "laid off", "welder"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("killed", "dead"),
        ("toll", "fatalities"),
        ("takeover", "acquired"),
        ("quit", "resignation"),
        ("walkout", "strike"),
        ("detained", "arrested"),
        ("hurt", "injured"),
        ("earthquake", "tremor"),
        ("slashed", "reduced"),
        ("wildfire", "blaze"),
        ("jab", "vaccine"),
        ("jail", "prison"),
        ("walked off", "stole"),
        ("contrition", "apologised"),
        ("go-ahead", "consent"),
        ("climbdown", "backtracked"),
        ("came into force", "took effect"),
        ("middleman", "intermediary"),
        ("went bust", "insolvent"),
        ("churned out", "manufactured"),
        ("seeped", "gushed"),
        ("headmistress", "principal"),
        ("plugged", "sealed"),
        ("vicar", "clergyman"),
    ],
)
def test_words_of_one_family_are_kin(one: str, two: str) -> None:
    (first,), (second,) = (list(find_terms(content_words(word))) for word in (one, two))
    assert likeness(first, second) > 0


@pytest.mark.parametrize(("one", "two"), [("killed", "injured"), ("missing", "dead"), ("inflation", "unemployment")])
def test_words_of_rival_measures_are_not_kin(one: str, two: str) -> None:
    (first,), (second,) = (list(find_terms(content_words(word))) for word in (one, two))
    assert likeness(first, second) == 0


def test_every_word_of_the_lexicon_is_found_by_its_stem() -> None:
    lines = (DATA / "families.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(": ")[::2] for line in lines if ": " in line and not line.startswith("#")]
    entries = [(family, entry) for family, found in pairs for entry in found.split(", ")]
    single = [(family, entry) for family, entry in entries if " " not in entry]
    assert len(single) > 1500
    lost = [entry for family, entry in single if family not in lexicon().families_of(stem(entry))]
    assert set(lost) <= {"dying"}
    assert "death" in lexicon().families_of(stem("dying"))


def test_no_family_is_listed_twice() -> None:
    lines = (DATA / "families.txt").read_text(encoding="utf-8").splitlines()
    names = [line.partition(": ")[0] for line in lines if ": " in line and not line.startswith("#")]
    assert len(names) == len(set(names)) > 250


def test_entries_are_in_lower_case_without_hyphens_and_stand_once_in_a_family() -> None:
    lines = (DATA / "families.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        family, colon, entries = line.partition(": ")
        if colon and not line.startswith("#"):
            found = entries.split(", ")
            assert found == [entry.lower() for entry in found if "-" not in entry], family
            assert len(found) == len(set(found)), family


def test_kinds_are_families() -> None:
    from claims.wordlists import read_words

    lines = (DATA / "families.txt").read_text(encoding="utf-8").splitlines()
    families = {line.partition(": ")[0] for line in lines if ": " in line}
    assert {kind for kinds in read_words(DATA / "kinds.txt").values() for kind in kinds} <= families


def test_rare_words_weigh_more() -> None:
    weights = Weights([])
    assert weights["year"] < weights["volcano"] < weights["zyzzogeton"]


def test_words_of_the_whole_story_weigh_less() -> None:
    (ferry,), (river,) = (list(find_terms(content_words(word))) for word in ("ferry", "river"))
    weights = Weights([[ferry, river], [ferry], [ferry], [ferry]])
    assert weights["ferry"] < weights["river"]
    assert weights.of_family("ship") < weights.of_family("river")


def test_background_is_small_and_sorted_by_share() -> None:
    path = DATA / "background.txt"
    assert path.stat().st_size < 150_000
    assert "CC BY-SA 4.0" in path.read_text(encoding="utf-8")
    shares = list(background().values())
    assert len(shares) > 9_000
    assert shares == sorted(shares, reverse=True)


def test_score_is_one_for_the_same_and_nothing_for_strangers() -> None:
    same = score("The dam above Garrow burst.", "The dam above Garrow burst.")
    alike = score("The dam above Garrow burst.", "A dam near Garrow gave way after rain.")
    assert same > alike > score("The dam above Garrow burst.", "Shares of the toy maker fell.") == 0
