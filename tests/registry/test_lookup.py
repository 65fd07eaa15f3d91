"""Look-ups find one entry by any of its spellings, and nobody where two would fit."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Institution, Outlet, Person, Role
from claims.registry import Registry, find_registry, match_key, slug

MAYOR = Role("Mayor of Springfield", ("Springfield's mayor",), "2015-03-01", "2020-06-30")
GOVERNOR = Role("Governor", start="2020-06-30")
CHAIR = Role("Chair of the Board", ("Springfield's mayor",))
ANN = Person("Ann Lee", ("Annie Lee", "A. Lee"), (MAYOR, GOVERNOR, CHAIR))
BOB = Person("Bob Lee")
URSULA = Person("Ursula von der Leyen", ("Pope Ursula",))
ZELENSKYY = Person("Volodymyr Zelenskyy", ("Volodymyr Zelenskiy",))
KENNEDY = Person("Robert F. Kennedy Jr.", ("RFK",))
KIM = Person("Kim Jong Un", ("Kim Jong-un",))
REGISTRY = Registry(
    outlets=(
        Outlet("bbc", "BBC", ("BBC News",), domains=("bbc.co.uk",)),
        Outlet("bbc-persian", "BBC Persian", domains=("persian.bbc.co.uk",)),
        Outlet("kp", "Kyiv Post", ("Київ Пост",), domains=("www.kyivpost.com",)),
        Outlet("sz", "Süddeutsche Zeitung", domains=("süddeutsche.example",)),
        Outlet("folha", "Folha de S.Paulo"),
    ),
    people=(ANN, BOB, URSULA, ZELENSKYY, KENNEDY, KIM),
    institutions=(Institution("People's Bank of China", ("PBOC",)), Institution("Kremlin")),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kp", "kp"),
        ("The Kyiv Post", "kp"),
        ("  KYIV-POST. ", "kp"),
        ("київ пост", "kp"),
        ("SUDDEUTSCHE ZEITUNG", "sz"),
        ("Folha de São Paulo", None),
        ("Folha de S. Paulo", "folha"),
        ("bbcnews", "bbc"),
        ("Post", None),
        ("the", None),
        ("", None),
        ("—", None),
    ],
)
def test_finds_outlets_by_id_name_and_alias(name: str, expected: str | None) -> None:
    found = REGISTRY.find_outlet(name)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("www.bbc.co.uk", "bbc"),
        ("BBC.CO.UK.", "bbc"),
        ("news.bbc.co.uk:443", "bbc"),
        ("m.persian.bbc.co.uk", "bbc-persian"),
        ("kyivpost.com", "kp"),
        ("xn--sddeutsche-9db.example", "sz"),
        ("SÜDDEUTSCHE.example", "sz"),
        ("notbbc.co.uk", None),
        ("bbc.co.uk.evil.example", None),
        ("co.uk", None),
        ("uk", None),
        ("", None),
        ("..", None),
        ("a." * 100_000 + "bbc.co.uk", "bbc"),
        ("bbc.co.uk." * 100_000 + "evil.example", None),
    ],
)
def test_finds_outlets_by_host(host: str, expected: str | None) -> None:
    found = REGISTRY.find_outlet_by_domain(host)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ann lee", ANN),
        ("Annie Lee", ANN),
        ("Lee", None),
        ("Ann", None),
        ("von der Leyen", URSULA),
        ("Leyen", URSULA),
        ("der Leyen", None),
        ("Zelenskiy", ZELENSKYY),
        ("ZELENSKYY", ZELENSKYY),
        ("Volodymyr", None),
        ("Kennedy", KENNEDY),
        ("Jr.", None),
        ("Kim Jong-Un", KIM),
        ("Un", KIM),
        ("UN", None),
        ("RFK", KENNEDY),
        ("President Zelenskyy", None),
        ("", None),
    ],
)
def test_finds_people_by_name_and_by_a_surname_of_one(name: str, expected: Person | None) -> None:
    assert REGISTRY.find_person(name) is expected


def test_an_alias_decides_for_one_of_two_with_a_surname() -> None:
    trump = Person("Donald Trump", ("Trump",))
    assert Registry(people=(trump, Person("Melania Trump"))).find_person("Trump") is trump


def test_surname_of_an_alias_with_another_first_word_is_not_used() -> None:
    assert Registry(people=(URSULA,)).find_person("Ursula") is None


def test_finds_institutions() -> None:
    bank = REGISTRY.find_institution("peoples bank of China")
    assert bank is REGISTRY.institutions[0]
    assert REGISTRY.find_institution("the Kremlin") is REGISTRY.institutions[1]
    assert REGISTRY.find_institution("Bank") is None


def test_an_ambiguous_name_finds_nobody() -> None:
    registry = Registry(outlets=(Outlet("a", "Post"), Outlet("b", "The Post")))
    assert registry.find_outlet("post") is None
    assert registry.find_outlet("b") is registry.outlets[1]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2015-02-28", [CHAIR]),
        ("2015-03-01", [MAYOR, CHAIR]),
        ("2020-06-30", [MAYOR, GOVERNOR, CHAIR]),
        ("2020-07-01", [GOVERNOR, CHAIR]),
        ("2020-06-30T23:59:00+09:00", [MAYOR, GOVERNOR, CHAIR]),
        ("2015-03", [MAYOR, CHAIR]),
        ("2015", [MAYOR, CHAIR]),
        ("2014", [CHAIR]),
    ],
)
def test_roles_on_a_day_include_first_and_last(day: str, expected: list[Role]) -> None:
    assert REGISTRY.roles_on(ANN, day) == expected


def test_titles_are_listed_once() -> None:
    titles = ("Mayor of Springfield", "Springfield's mayor", "Governor", "Chair of the Board")
    assert REGISTRY.titles(ANN) == titles
    assert REGISTRY.titles(BOB) == ()


def test_empty_registry_finds_nothing() -> None:
    empty = Registry()
    found = (empty.find_outlet("BBC"), empty.find_outlet_by_domain("bbc.com"), empty.find_institution("UN"))
    assert (*found, empty.find_person("Lee")) == (None,) * 4


def test_registry_to_use_is_explicit_then_environment_then_here_then_bundled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bundled = find_registry()
    assert bundled.name == "sources.yaml"
    assert bundled.is_file()
    assert find_registry(None, "") == bundled
    (tmp_path / "sources.yaml").touch()
    assert find_registry() == Path("sources.yaml")
    assert find_registry(None, "env.yaml") == Path("env.yaml")
    assert find_registry(Path("asked.yaml"), "env.yaml") == Path("asked.yaml")


def test_packaged_registry_comes_before_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("claims.registry.location._PACKAGE", tmp_path / "claims")
    assert find_registry() == tmp_path / "sources.yaml"
    packaged = tmp_path / "claims" / "bundled" / "sources.yaml"
    packaged.parent.mkdir(parents=True)
    packaged.touch()
    assert find_registry() == packaged


@given(st.text(max_size=40))
def test_keys_are_stable_and_slugs_keep_the_key(name: str) -> None:
    assert match_key(match_key(name)) == match_key(name)
    assert slug(slug(name)) == slug(name)
    assert not set(slug(name)) & set(" '’._,")


@given(st.text(alphabet=string.ascii_letters + "éüøñ '-.", min_size=1, max_size=30))
def test_case_and_article_do_not_change_the_key(name: str) -> None:
    assert match_key(name.upper()) == match_key(name)
    assert not match_key(name) or match_key(f"The {name}") in {match_key(name), f"the{match_key(name)}"}
