"""English or not."""

from pathlib import Path

import pytest

from claims.articles import read_article
from claims.articles.language import detect_language
from claims.model import Outlet
from claims.registry import Registry

CASES = {
    "en": "The minister said that the government would not change its plans for the railway, which has been closed.",
    "de": "Der Minister sagte, dass die Regierung die Pläne für die Bahn nicht ändern werde und mit dem Land spricht.",
    "fr": "Le ministre a dit que le gouvernement ne changerait pas ses plans pour la ligne, qui est fermée.",
    "es": "El ministro dijo que el gobierno no cambiará los planes para la línea, que está cerrada en el norte.",
    "ru": "Министр заявил, что правительство не будет менять планы по дороге, и что она закрыта из-за снега на севере.",
    "ko": "장관은 정부가 철도 계획을 바꾸지 않을 것이라고 말했다.",
}


@pytest.mark.parametrize(("language", "text"), CASES.items())
def test_language(language, text):
    assert detect_language(text) == language


def test_too_short_to_tell():
    assert detect_language("12 acres") is None


def test_an_english_text_of_a_korean_paper_is_english(tmp_path: Path) -> None:
    paper = Outlet(id="hanbit", name="Hanbit Daily", language="ko")
    file = tmp_path / "hanbit.txt"
    file.write_text(
        "The port of Ostwick was closed on Monday after the storm had sunk two ferries that lay at the pier, "
        "and the mayor said that it would not open before the end of the week.\n",
        encoding="utf-8",
    )
    assert read_article(file, Registry(outlets=(paper,))).language == "en"
