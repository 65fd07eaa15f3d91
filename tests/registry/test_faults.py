"""Each fault of a sources.yaml is named with its place, what is wrong and what to do."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.errors import RegistryError
from claims.registry import check_registry, load_registry

CASES = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text(encoding="utf-8"))


@pytest.fixture(params=[True, False], ids=["libyaml", "pure"])
def any_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if request.param and not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param)
    return bool(request.param)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_names_every_fault_with_place_and_hint(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(case["text"], encoding="utf-8")
    found = check_registry(path)
    assert [f"{fault.line}:{fault.column}" for fault in found] == [place for place, _, _ in case["faults"]], found
    for fault, (_, message, hint) in zip(found, case["faults"], strict=True):
        assert message in fault.message
        assert hint in (fault.hint or "")


def test_error_holds_all_faults_and_speaks_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text("outlets:\n  - {nme: X}\npeople: 3\n")
    with pytest.raises(RegistryError) as caught:
        load_registry(path)
    assert caught.value.faults == check_registry(path)
    assert len(caught.value.faults) == 3
    assert caught.value.where == f"{path}:2:5"
    assert caught.value.hint == "add name: ..."


def test_not_utf8_names_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_bytes("outlets:\n  - name: Süd".encode() + b"deutsche \xfc\n")
    (fault,) = check_registry(path)
    assert (fault.line, fault.column, fault.message) == (2, 23, "not UTF-8")
    assert "UTF-8" in (fault.hint or "")


def test_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="cannot be read: No such file"):
        load_registry(tmp_path / "absent.yaml")
    with pytest.raises(RegistryError, match="cannot be read"):
        load_registry(tmp_path)


def test_large_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_bytes(b"#" * 5_000_001)
    (fault,) = check_registry(path)
    assert fault.message == "larger than 5 MB"


@pytest.mark.parametrize("opener", ["[", "{", "- ", "? ", "[{a: ", "a: [", "!!seq ["])
def test_deep_nesting_is_a_fault_and_no_crash(opener: str, tmp_path: Path, any_parser: bool) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(f"outlets: {opener * 200_000}" if opener[0] in "[{" else opener * 200_000)
    assert check_registry(path)


def test_alias_bomb_is_refused(tmp_path: Path, any_parser: bool) -> None:
    path = tmp_path / "sources.yaml"
    rows = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    path.write_text("\n".join(rows))
    assert any("aliases" in fault.message for fault in check_registry(path))


@pytest.mark.parametrize("text", ["outlets:\n" + "- x\n" * 1500, "".join(f"k{n}: x\n" for n in range(1500))])
def test_endless_faults_are_counted_not_listed(text: str, tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(text)
    found = check_registry(path)
    assert len(found) == 1001
    assert found[-1].message == "500 more faults are not listed"


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\uD800"])
def test_escape_of_no_character_never_crashes(escape: str, tmp_path: Path, any_parser: bool) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(f'outlets: [{{name: "Reuters {escape}"}}]')
    assert all(fault.hint for fault in check_registry(path))
