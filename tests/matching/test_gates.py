"""Each gate parts what an editor would part, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.matching.gates import GATES, find_bar
from tests.matching.stories import make_pair

CASES = yaml.safe_load((Path(__file__).parent / "gates.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_gate(case: dict[str, Any]) -> None:
    one, two = make_pair(case["a"], case["b"], direct=case.get("direct", False))
    for bar in (find_bar(one, two), find_bar(two, one)):
        assert (bar or "gate none:").split(":")[0] == f"gate {case['gate']}"


def test_every_gate_has_a_case() -> None:
    assert {case["gate"] for case in CASES} == {*GATES, "none"}
