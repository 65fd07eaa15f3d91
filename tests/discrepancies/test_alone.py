"""What the registry shows in a single attribution: a title that was not the person's on that day."""

import pytest

from claims.discrepancies import RULES, Setting
from tests.discrepancies.test_cases import REGISTRY, attribute_sentence

STALE = {
    "Renn said he feared former Transport Minister Mara Oldenberg.": "former Transport Minister Mara Oldenberg",
    "Renn said he had written to Deputy Transport Minister Mara Oldenberg.": "Deputy Transport Minister Mara Oldenberg",
}
FINE = [
    "Renn said he had written to Transport Minister Mara Oldenberg.",
    "Renn said he had written to Oldenberg.",
    "Renn said he had written to former teacher Mara Oldenberg.",
]


@pytest.mark.parametrize(("sentence", "value"), STALE.items())
def test_a_stale_title_is_shown(sentence: str, value: str) -> None:
    article, attribution = attribute_sentence("a", {"a": sentence})
    (found,) = RULES["role"](attribution, attribution, Setting({article.id: article}, REGISTRY))
    assert found.values == (value, "Transport Minister of Valdoria")


@pytest.mark.parametrize("sentence", FINE)
def test_a_title_that_holds_is_not(sentence: str) -> None:
    article, attribution = attribute_sentence("a", {"a": sentence})
    assert not list(RULES["role"](attribution, attribution, Setting({article.id: article}, REGISTRY)))
