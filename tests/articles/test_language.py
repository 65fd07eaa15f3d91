"""English or not."""

import pytest

from claims.articles.language import detect_language

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
