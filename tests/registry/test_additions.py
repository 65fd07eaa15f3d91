"""An outlet added to a sources.yaml: one line more, all else to the byte as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import FactcheckError, RegistryError
from claims.model import Outlet
from claims.registry import bundled_registry, load_registry
from claims.registry.additions import add_outlet, write_addition, write_entry
from claims.registry.load import parse_registry

POST = Outlet(id="post.example", name="Maren Post", domains=("post.example",))
LINE = "- {id: post.example, name: Maren Post, domains: [post.example]}"

BLOCK = """# ours
outlets:   # all of them
  # the morning papers
  - {id: morning, name: Maren Morning, domains: [morning.example]}   # first
  - name: Maren Evening
    notes: |
      two
      # no comment

    aliases: [Evening]

  # the end

people:
- name: Ilse Brandvoort
"""


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (BLOCK, 11, BLOCK.replace("Evening]\n", f"Evening]\n  {LINE}\n")),
        ("", 2, f"outlets:\n  {LINE}\n"),
        ("# nothing yet", 3, f"# nothing yet\noutlets:\n  {LINE}\n"),
        ("people:\n- name: Ann Lee\n", 4, f"people:\n- name: Ann Lee\noutlets:\n  {LINE}\n"),
        ("outlets:\n\npeople: []\n", 2, f"outlets:\n  {LINE}\n\npeople: []\n"),
        ("outlets:\n- name: A b\n- name: C d\npeople:\n", 4, f"outlets:\n- name: A b\n- name: C d\n{LINE}\npeople:\n"),
        ("outlets:\r\n  - name: A b\r\n", 3, f"outlets:\r\n  - name: A b\r\n  {LINE}\r\n"),
        ("\ufeffoutlets:\n  - name: A b", 3, f"\ufeffoutlets:\n  - name: A b\n  {LINE}\n"),
        ("outlets:\n  - {name: A b,\n     kind: x}\n", 4, f"outlets:\n  - {{name: A b,\n     kind: x}}\n  {LINE}\n"),
    ],
)
def test_where_the_line_goes(tmp_path: Path, text: str, line: int, expected: str) -> None:
    path = tmp_path / "sources.yaml"
    path.write_bytes(text.encode())
    addition = add_outlet(path, POST)
    assert (addition.content.decode(), addition.line, addition.entry) == (expected, line, LINE)
    assert path.read_bytes() == text.encode()
    write_addition(addition)
    assert load_registry(path).outlets[-1] == POST


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "outlets:\n  - {name: X, domains: [post.example]}\n",
            "two outlets claim post.example: X (line 2), Maren Post",
        ),
        ("outlets:\n  - name: The Maren Post\n", 'a second entry for "Maren Post" (first on line 2)'),
        ("outlets:\n  - {name: X, aliases: [maren-post]}\n", '"Maren Post" points at two outlets: X (line 2)'),
        ("outlets:\n  - {id: post.example, name: X}\n", 'duplicate id "post.example" (first on line 2)'),
    ],
)
def test_duplicates_are_refused_with_their_place(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(text)
    with pytest.raises(FactcheckError) as caught:
        add_outlet(path, POST)
    assert reason in caught.value.message
    assert caught.value.where == str(path)
    assert path.read_text() == text


@pytest.mark.parametrize("text", ["outlets: [{name: A b}]\n", "outlets: []\n", "{outlets: [{name: A b}]}"])
def test_other_ways_of_writing_are_left_to_the_user(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(text)
    with pytest.raises(FactcheckError) as caught:
        add_outlet(path, POST)
    assert LINE in (caught.value.hint or "")


def test_a_file_with_faults_or_without_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    with pytest.raises(RegistryError):
        add_outlet(path, POST)
    path.write_text("outlets:\n  - {nam: X}\n")
    with pytest.raises(RegistryError):
        add_outlet(path, POST)


def test_a_link_stays_one_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "sources.yaml"
    real.write_text("outlets:\n")
    real.chmod(0o640)
    link.symlink_to(real)
    write_addition(add_outlet(link, POST))
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(tmp_path.iterdir()) == [real, link]


def test_the_bundled_registry_can_be_added_to() -> None:
    before = bundled_registry().read_text()
    after = add_outlet(bundled_registry(), POST).content.decode()
    assert after.replace(f"  {LINE}\n", "") == before


@given(st.text(max_size=30), st.text(max_size=20))
def test_any_name_is_written_so_that_it_is_read_back(name: str, alias: str) -> None:
    entry = write_entry(Outlet(id="x", name=name, aliases=(alias,)))
    registry, faults = parse_registry(f"outlets:\n  - {entry}\n".encode("utf-8", "replace"))
    if not faults:
        (outlet,) = registry.outlets
        assert outlet.name.split() == name.split()
        assert [one.split() for one in outlet.aliases] == ([alias.split()] if alias.split() else [])
