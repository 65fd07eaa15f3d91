"""A name and a colon: headlines (``Name: 'words'``, ``Name: words``) and the turns of a transcript."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.lexicon import SLUGS
from claims.attribution.tokens import Sentence, Token
from claims.attribution.verbs import Tokens

_LONGEST_NAME = 6
_LEAST_TURNS = 3
_MARKS = frozenset(('"', "“", "''", "«"))


def find_turns(sentences: Sequence[Sentence]) -> dict[int, int]:
    """Return the paragraphs that are turns of a transcript, ``Ode: Well, ...``, each with the token of its colon.

    Three of them at least, and one speaker who comes back, make a transcript.
    """
    turns: dict[int, int] = {}
    names: list[str] = []
    seen: set[int] = set()
    for sentence in sentences:
        if sentence.paragraph not in seen and not sentence.headline:
            opens = sentence.tokens[0].text in _MARKS
            colon = _colon_after_name(sentence.tokens)
            if colon is not None and _is_asked(sentence.tokens[colon - 1]):
                colon = None
            if colon is not None and (opens or not sentence.tokens[colon + 1].quoted):
                turns[sentence.paragraph] = colon
                names.append(sentence.tokens[colon - 1].lower)
        seen.add(sentence.paragraph)
    return turns if len(turns) >= _LEAST_TURNS and len(set(names)) < len(names) else {}


def _is_asked(token: Token) -> bool:
    """See "Q:" and "A:": they name nobody."""
    return token.lower in ("q", "a", "question", "answer")


def _colon_after_name(tokens: Tokens) -> int | None:
    colon = next((place for place, token in enumerate(tokens[:5]) if token.text == ":"), None)
    if not colon or colon + 2 >= len(tokens):
        return None
    name = tokens[tokens[0].text in _MARKS : colon]
    if not name or not all(token.named or token.text == "." for token in name):
        return None
    return colon if any(token.text[0].isalpha() for token in tokens[colon + 1 :]) else None


def find_headline_quotation(tokens: Tokens) -> tuple[tuple[int, int], int, int] | None:
    """Return speaker, colon and first word of what is said, as tokens; None where the headline credits nobody so."""
    colon = next((place for place, token in enumerate(tokens[: _LONGEST_NAME + 1]) if token.text == ":"), None)
    if colon is None or colon == 0 or colon + 2 >= len(tokens):
        return None
    name = tokens[:colon]
    if not all(token.named or token.lower in ("of", "the", "'s", "-", ".", "de", "van") for token in name):
        return None
    if name[-1].lower in SLUGS or (colon > 1 and all(token.text.isupper() for token in name)):
        return None
    return (0, colon), colon, colon + 1
