"""A valid sources.yaml becomes the registry it spells out, from the file as from the cache."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Institution, Outlet, Person, Role
from claims.registry import Registry, check_registry, load_registry
from claims.registry.cache import write_cached
from claims.registry.load import parse_registry

REPOSITORY = Path(__file__).parents[2]
CASES = REPOSITORY / "../shared/eval/cases"

FULL = """
outlets:
  - name: The Northern Star
    aliases: [Star, NO]
    kind: newspaper
    domains: [star.example, www.northernstar.example]
    country: Norway
    language: no
    utc_offset: +01:00
    owner: 11:19:44
    republishes: [reuters]
    speaks_for: City of Bergen
    house_spellings: {Kiev: Kyiv, on: off}
    notes: 2025-01-20
  - {id: wire, name: "Wire", notes: null, house_spellings: }
people:
  - name: Ann
      Lee
    aliases:
    born: 1980
    roles:
      - {title: Mayor, aliases: [Lord Mayor], from: 2020-05, to: 2024-01-02}
      - title: Minister
institutions:
  - {name: Wire, aliases: ["the Wire works"], kind: company, country: "", notes: ~}
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr("claims.registry.cache._folder", lambda: folder)
    return folder


def _write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sources.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_arrives_and_every_value_is_text(tmp_path: Path, cache: Path) -> None:
    registry = load_registry(_write(tmp_path, FULL.replace('country: "", ', "")))
    star = Outlet(
        id="the-northern-star",
        name="The Northern Star",
        aliases=("Star", "NO"),
        kind="newspaper",
        domains=("star.example", "www.northernstar.example"),
        country="Norway",
        language="no",
        utc_offset="+01:00",
        owner="11:19:44",
        republishes=("reuters",),
        speaks_for="City of Bergen",
        house_spellings={"Kiev": "Kyiv", "on": "off"},
        notes="2025-01-20",
    )
    assert registry.outlets == (star, Outlet(id="wire", name="Wire"))
    roles = (Role("Mayor", ("Lord Mayor",), "2020-05", "2024-01-02"), Role("Minister"))
    assert registry.people == (Person("Ann Lee", roles=roles, born="1980"),)
    assert registry.institutions == (Institution("Wire", ("the Wire works",), "company"),)


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n", "outlets:\n", "people: []\n", "{}", "~"])
def test_empty_file_is_an_empty_registry(text: str, tmp_path: Path, cache: Path) -> None:
    assert load_registry(_write(tmp_path, text)) == Registry()


def test_byte_order_mark_and_windows_lines_are_read(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_bytes(b"\xef\xbb\xbfoutlets:\r\n  - name: Reuters\r\n  - {nme: X}\r\n")
    assert [fault[:2] for fault in check_registry(path)] == [(3, 5), (3, 6)]


def test_one_name_may_belong_to_an_outlet_a_person_and_an_institution(tmp_path: Path, cache: Path) -> None:
    text = "outlets: [{name: Bloomberg}]\npeople: [{name: Bloomberg}]\ninstitutions: [{name: Bloomberg}]"
    assert load_registry(_write(tmp_path, text)).find_person("bloomberg") == Person("Bloomberg")


def test_bundled_registry_has_no_faults_and_no_loose_ends() -> None:
    registry, faults = parse_registry((REPOSITORY / "sources.yaml").read_bytes())
    assert faults == []
    assert len(registry.outlets) >= 60
    agencies = {outlet.id for outlet in registry.outlets if "agency" in (outlet.kind or "")}
    assert {source for outlet in registry.outlets for source in outlet.republishes} <= agencies
    assert all(registry.find_institution(one.speaks_for) for one in registry.outlets if one.speaks_for)


@pytest.mark.skipif(not CASES.is_dir(), reason="the shared evaluation cases are not beside the repository")
def test_registries_of_the_story_cases_load() -> None:
    paths = sorted(CASES.glob("*/sources.yaml"))
    assert paths
    assert {path: parse_registry(path.read_bytes())[1] for path in paths} == {path: [] for path in paths}


def test_cache_gives_the_same_registry_without_parsing(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path, FULL.replace('country: "", ', ""))
    first = load_registry(path)
    monkeypatch.setitem(sys.modules, "claims.registry.tree", None)
    assert load_registry(path) == first


def test_cache_that_is_damaged_is_parsed_again(tmp_path: Path, cache: Path) -> None:
    path = _write(tmp_path, "outlets: [{name: Reuters}]")
    first = load_registry(path)
    (stored,) = (cache / "registry").iterdir()
    for damage in ["", "[]", "{}", '{"outlets": [{"nme": 1}], "people": [], "institutions": []}', "\ufeff[[["]:
        stored.write_text(damage, encoding="utf-8")
        assert load_registry(path) == first


def test_cache_is_keyed_by_content_and_holds_no_faulty_file(tmp_path: Path, cache: Path) -> None:
    path = _write(tmp_path, "outlets: [{name: Reuters}]")
    load_registry(path)
    assert load_registry(_write(tmp_path, "outlets: [{name: AFP}]")).outlets == (Outlet("afp", "AFP"),)
    with pytest.raises(Exception, match="unknown key"):
        load_registry(_write(tmp_path, "outlet: []"))
    assert len(list((cache / "registry").iterdir())) == 2


def test_cache_that_cannot_be_written_is_no_fault(tmp_path: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    path = _write(tmp_path, "outlets: [{name: Reuters}]")
    assert load_registry(path) == load_registry(path) == Registry((Outlet("reuters", "Reuters"),))


def test_cache_keeps_a_few_files_only(cache: Path) -> None:
    for number in range(30):
        write_cached(str(number).encode(), Registry())
    assert len(list((cache / "registry").iterdir())) == 16


@given(st.binary(max_size=300) | st.text(alphabet="outles:-[]{}&*!'\"# \n\tname,x", max_size=300).map(str.encode))
def test_never_raises_on_arbitrary_bytes(raw: bytes) -> None:
    registry, faults = parse_registry(raw)
    assert isinstance(registry, Registry)
    assert faults == sorted(faults, key=lambda fault: fault[:2])
