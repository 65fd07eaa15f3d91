"""Every weight is used, and none is missing."""

from __future__ import annotations

import re

from claims.matching.settings import settings
from claims.matching.words import DATA

USED = re.compile(r'settings\(\)\["([^"]+)"(?: if \w+ else "([^"]+)")?\]')


def test_settings_and_code_name_the_same() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DATA.parent.glob("*.py")))
    used = {name for found in USED.findall(code) for name in found if name}
    assert used | {"confirmed", "suggested"} == settings().keys()


def test_suggestions_are_looser_than_claims() -> None:
    assert settings()["suggested"] < settings()["confirmed"]
