"""The second opinion: what it may lift and propose, and what it may not; the model itself is made here."""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from claims.errors import FactcheckError
from claims.matching import Liken, match_statements
from claims.matching.pairing import Pair
from claims.matching.semantic import ask_opinion, cite_opinion, lift_pairs, propose_pairs
from claims.matching.sentence_model import open_model
from claims.matching.settings import settings
from claims.model import Article
from tests.cli.conftest import Run, factcheck, story
from tests.matching.stories import make_article, make_pair, make_rows

__all__ = ["factcheck", "story"]

KILLED, INJURED = make_pair("The blast killed nine miners.", "The blast injured nine miners.")
PROFILES = make_pair("The blast shut the mine at Garrow.", "An explosion has closed the Garrow pit.")


def just_below(name: str) -> float:
    return settings()[name] - 0.001


def give(*cosines: tuple[int, int, float]) -> Liken:
    """Return a stand-in for a model: these cosines, whatever the texts."""
    return lambda _, least: {(i, j): cosine for i, j, cosine in cosines if cosine >= least}


# --- what it may do ------------------------------------------------------------------------------------------


def test_a_pair_just_short_of_a_claim_is_lifted_and_says_so() -> None:
    pairs = {(0, 1): Pair(just_below("confirmed"), ("words: mine",))}
    assert lift_pairs(pairs, {(0, 1): 0.8}, PROFILES) == {
        (0, 1): Pair(settings()["confirmed"], ("words: mine", "semantic: 0.80"))
    }


@pytest.mark.parametrize(
    ("pair", "near"),
    [
        (Pair(settings()["confirmed"] - settings()["semantic margin"] - 0.001, ()), {(0, 1): 0.99}),
        (Pair(settings()["confirmed"] - 0.001, ()), {}),
        (Pair(0.9, ("words: mine",)), {(0, 1): 0.99}),
    ],
    ids=["too far below", "not alike", "sure without it"],
)
def test_other_pairs_stay_as_they_are(pair: Pair, near: dict[tuple[int, int], float]) -> None:
    assert lift_pairs({(0, 1): pair}, near, PROFILES) == {(0, 1): pair}


def test_what_a_gate_forbids_is_not_lifted() -> None:
    pairs = {(0, 1): Pair(just_below("confirmed"))}
    assert lift_pairs(pairs, {(0, 1): 0.99}, (KILLED, INJURED)) == pairs


def test_what_the_words_missed_is_only_suggested() -> None:
    proposed = propose_pairs({}, {(0, 1): 0.8}, PROFILES)
    assert proposed == {(0, 1): Pair(settings()["suggested"], ("semantic: 0.80",))}
    assert proposed[0, 1].score < settings()["confirmed"]


def test_what_a_gate_forbids_is_not_proposed() -> None:
    assert propose_pairs({}, {(0, 1): 0.99}, (KILLED, INJURED)) == {}


def test_a_proposal_lowers_no_score() -> None:
    pairs = {(0, 1): Pair(0.5, ("words: mine",))}
    assert propose_pairs(pairs, {(0, 1): 0.99}, PROFILES) == pairs


def test_statements_are_near_where_each_is_nearest_to_the_other() -> None:
    articles = [make_article("north", ["One.", "Two."]), make_article("south", ["Three.", "Four."])]
    profiles = [one for place, each in enumerate(articles) for one in read_two(each, place)]
    model = give((0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.7), (1, 3, 0.6), (2, 3, 0.95))
    assert ask_opinion(profiles, model) == {(0, 2): 0.8}
    assert ask_opinion(profiles, None) == {}


def read_two(article: Article, number: int):
    one, two = make_pair(*article.text.split("\n"))
    return [profile._replace(spot=profile.spot._replace(article=number)) for profile in (one, two)]


def test_a_match_cites_the_opinion_that_helped_another_link() -> None:
    sure, lifted = Pair(0.5, ("words: mine",)), Pair(0.29, ("words: pit", "semantic: 0.71"))
    assert cite_opinion(sure.why, [sure.why, lifted.why]) == ("words: mine", "semantic: 0.71")
    assert cite_opinion(lifted.why, [sure.why, lifted.why]) == lifted.why
    assert cite_opinion(sure.why, [sure.why]) == sure.why


STRANGE = "Relatives have given up all hope.", "Nobody believes in survivors any more."
COMMON = "Nine miners were trapped by a blast at Garrow on Monday."


def match_two(a: str, b: str, liken: Liken | None) -> list[tuple[str, float, tuple[str, ...]]]:
    """Return level, score and reasons of each group that two outlets' sentences make, numbers 1 and 3 of a story."""
    articles = [make_article("north", [COMMON, a]), make_article("south", [COMMON, b])]
    groups = match_statements([make_rows(article) for article in articles], articles, liken)
    found = [group.members[0] for group in groups if group.members[0].attribution == 1]
    return [(member.match.level, member.match.score, member.match.why) for member in found]


def test_it_tips_the_balance_of_a_close_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = "The council of Garrow shut the old mine.", "The old mine in the hills was shut by the council."
    ((level, score, why),) = match_two(*pair, None)
    assert level == "confirmed"
    monkeypatch.setitem(settings(), "confirmed", score + settings()["semantic margin"] / 2)
    assert [found[0] for found in match_two(*pair, None)] != ["confirmed"]
    ((level, _, lifted),) = match_two(*pair, give((1, 3, 0.9)))
    assert level == "confirmed"
    assert lifted == (*why, "semantic: 0.90")


def test_it_suggests_what_shares_no_word() -> None:
    assert match_two(*STRANGE, None) == []
    assert match_two(*STRANGE, give((1, 3, 0.9))) == [("suggested", settings()["suggested"], ("semantic: 0.90",))]


def test_it_passes_no_gate() -> None:
    assert match_two(KILLED.row.statement.text, INJURED.row.statement.text, give((1, 3, 1.0))) == []


# --- a model in a folder -------------------------------------------------------------------------------------

MEANINGS = ("mine pit", "shut closed", "blast explosion", "rain", "hope survivors")
DIRECTIONS = {word: number for number, words in enumerate(MEANINGS) for word in words.split()}
"""A model of nine words: those with one number mean the same."""


def field(number: int, value: int | str | bytes) -> bytes:
    """Return a field of a protocol buffer."""
    if isinstance(value, int):
        return encode(number << 3) + encode(value)
    raw = value.encode() if isinstance(value, str) else value
    return encode(number << 3 | 2) + encode(len(raw)) + raw


def encode(number: int) -> bytes:
    low, rest = number & 127, number >> 7
    return bytes([low | 128]) + encode(rest) if rest else bytes([low])


def describe(name: str, kind: int, sizes: Sequence[int | str]) -> bytes:
    """Return the description of an input or output; kind 1 is float, 7 is int64."""
    shape = b"".join(field(1, field(1, size) if isinstance(size, int) else field(2, size)) for size in sizes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def write_graph(table: Sequence[Sequence[float]], inputs: Sequence[str] = ("input_ids", "attention_mask")) -> bytes:
    """Return an ONNX model that looks the row of each piece up in a table."""
    width = len(table[0])
    raw = b"".join(struct.pack("<f", value) for row in table for value in row)
    tensor = field(1, len(table)) + field(1, width) + field(2, 1) + field(8, "table") + field(9, raw)
    node = field(1, "table") + field(1, inputs[0]) + field(2, "vectors") + field(4, "Gather")
    graph = field(1, node) + field(2, "lookup") + field(5, tensor)
    graph += b"".join(field(11, describe(name, 7, ("texts", "pieces"))) for name in inputs)
    graph += field(12, describe("vectors", 1, ("texts", "pieces", width)))
    return field(1, 8) + field(7, graph) + field(8, field(2, 13))


def write_tokenizer() -> str:
    """Return a tokenizer.json that cuts at white space and knows the words of the model."""
    words = {word: number for number, word in enumerate(["[UNK]", *DIRECTIONS])}
    return json.dumps(
        {
            "version": "1.0",
            "truncation": None,
            "padding": {
                "strategy": {"Fixed": 12},
                "direction": "Right",
                "pad_to_multiple_of": None,
                "pad_id": 0,
                "pad_type_id": 0,
                "pad_token": "[UNK]",
            },
            "added_tokens": [],
            "normalizer": {"type": "Lowercase"},
            "pre_tokenizer": {"type": "Whitespace"},
            "post_processor": None,
            "decoder": None,
            "model": {"type": "WordLevel", "vocab": words, "unk_token": "[UNK]"},
        }
    )


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return the folder of a model that knows the words of DIRECTIONS."""
    folder = tmp_path / "model"
    folder.mkdir()
    rows = [[0.0] * 5, *([float(place == number) for place in range(5)] for number in DIRECTIONS.values())]
    (folder / "model.onnx").write_bytes(write_graph(rows))
    (folder / "tokenizer.json").write_text(write_tokenizer(), encoding="utf-8")
    return folder


@pytest.fixture
def _extra() -> None:
    """Skip where the optional libraries are not installed."""
    for name in ("onnxruntime", "tokenizers"):
        pytest.importorskip(name, reason="the extra factcheck-cli[semantic] is not installed")


@pytest.mark.usefixtures("_extra")
def test_a_model_tells_what_is_alike(model: Path) -> None:
    liken = open_model(model)
    texts = ["Rain shut the mine", "Closed : the pit", "hope", "the unknown", ""]
    assert liken(texts, 0.5) == {(0, 1): 0.816}
    assert liken([texts[2], texts[1], texts[0]], 0.5) == {(1, 2): 0.816}
    assert "huggingface_hub" not in sys.modules
    assert os.environ["HF_HUB_OFFLINE"] == "1"


@pytest.mark.usefixtures("_extra")
def test_overlong_texts_are_cut_off(model: Path) -> None:
    liken = open_model(model)
    assert liken(["mine " * 300, "mine " * 256 + "rain " * 50_000], 0.99) == {(0, 1): 1.0}


@pytest.mark.usefixtures("_extra")
def test_the_folder_of_a_hub_is_known(model: Path) -> None:
    (model / "onnx").mkdir()
    (model / "model.onnx").rename(model / "onnx" / "model.onnx")
    assert open_model(model)(["mine", "pit"], 0.5) == {(0, 1): 1.0}


@pytest.mark.usefixtures("_extra")
@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("model.onnx", b"no model", "cannot be used"),
        ("model.onnx", write_graph([[0.5]] * 10), "shape"),
        ("model.onnx", write_graph([[0.5, 0.5]] * 2), "cannot be used"),
        ("model.onnx", write_graph([[0.5, 0.5]] * 10, ("pixels",)), "it asks for pixels"),
        ("tokenizer.json", b"{}", "cannot be used"),
    ],
)
def test_what_is_no_sentence_model_is_refused(model: Path, name: str, content: bytes, reason: str) -> None:
    (model / name).write_bytes(content)
    with pytest.raises(FactcheckError, match=reason) as found:
        open_model(model)(["rain", "rain"], 0.5)
    assert found.value.where == str(model / name)
    assert "model.onnx and tokenizer.json" in (found.value.hint or "")


@pytest.mark.parametrize(("missing", "reason"), [("model.onnx", "no model.onnx"), ("tokenizer.json", "no tokenizer")])
def test_a_folder_without_a_model_is_refused(model: Path, missing: str, reason: str) -> None:
    (model / missing).unlink()
    with pytest.raises(FactcheckError, match=reason):
        open_model(model)


def test_no_folder_is_an_error_with_a_hint(factcheck: Run, story: Path, tmp_path: Path) -> None:
    result = factcheck("compare", story, "--semantic", tmp_path / "none")
    assert result.status == 2
    assert f"{tmp_path / 'none'}: no such folder" in result.err
    assert "hint: name a folder that holds model.onnx" in result.err


def test_without_the_extra_the_hint_names_it(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(FactcheckError, match="onnxruntime") as found:
        open_model(model)
    assert "factcheck-cli[semantic]" in (found.value.hint or "")


@pytest.mark.usefixtures("_extra")
def test_compare_asks_the_model(factcheck: Run, model: Path, tmp_path: Path) -> None:
    for name, text in zip(("north", "south"), STRANGE, strict=True):
        lines = "Garrow mine\n", "3 March 2031\n", COMMON, f"\n{text}"
        (tmp_path / f"{name}.txt").write_text("\n".join(lines), encoding="utf-8")
    start = "compare", tmp_path / "north.txt", tmp_path / "south.txt", "--all-matches", "--json"
    alone, asked, again = (factcheck(*start, *more) for more in ((), *[("--semantic", model)] * 2))
    assert (asked.status, asked.err) == (0, "")
    assert asked.out == again.out
    assert "semantic: " in asked.out
    assert "semantic: " not in alone.out
