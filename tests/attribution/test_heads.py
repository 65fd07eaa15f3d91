"""The body that an article says a person heads or speaks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.attribution.heads import Heads
from claims.model import Speaker


def find(text: str, name: str = "Gawain Tole") -> str | None:
    speaker = Heads(text).complete(Speaker("x", name, name))
    assert speaker is not None
    return speaker.body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Gawain Tole, director of the Hearth Association, said no.", "Hearth Association"),
        ("Nobody asked, said Gawain Tole, who chairs the Hearth Association.", "Hearth Association"),
        ("The talks failed, Fjellair chief executive Gawain Tole said.", "Fjellair"),
        ("GWF chair Gawain Tole told reporters.", "GWF"),
        ("The general secretary of the Ground Workers’ Federation, Gawain Tole, left.", "Ground Workers’ Federation"),
        ("Havgaard Foods' managing director, Gawain Tole, resigned.", "Havgaard Foods"),
        ("The Hearth Association objected. Nobody asked, said its director, Gawain Tole.", "Hearth Association"),
        ("Gawain Tole went home. Later Tole, head of personnel at Aviground, came back.", "Aviground"),
        ("Former minister Gawain Tole was there.", None),
        ("Gawain Tole, a nurse at St Olave’s Hospital, wept.", None),
        ("Gawain Tole, president of France, wept.", None),
        ("French President Gawain Tole wept.", None),
        ("Gawain Tole, who leads the European Union observers, spoke.", None),
        ("The union objected. Nobody asked, said its director, Gawain Tole.", None),
    ],
)
def test_body_is_read_from_office(text: str, body: str | None) -> None:
    assert find(text) == body


def test_bodies_and_nameless_speak_for_themselves() -> None:
    text = "The Hearth Association, chair of the Round Table, objected."
    assert find(text, "Hearth Association") is None
    nameless = Speaker("x", "official", "an official", named=False)
    assert Heads(text).complete(nameless) is nameless
    assert Heads(text).complete(None) is None


@given(st.text(max_size=200), st.text(min_size=1, max_size=20))
def test_never_raises(text: str, name: str) -> None:
    body = Heads(text).complete(Speaker("x", f"A {name} B", name)).body  # type: ignore[union-attr]
    assert body is None or body in text
