"""Headlines: ``Name: 'words'`` and ``Name: words``."""

from __future__ import annotations

from claims.attribution.phrases import Tokens

_LONGEST_NAME = 6


def find_headline_quotation(tokens: Tokens) -> tuple[tuple[int, int], int, int] | None:
    """Return speaker, colon and first word of what is said, as tokens; None where the headline credits nobody so."""
    colon = next((place for place, token in enumerate(tokens[: _LONGEST_NAME + 1]) if token.text == ":"), None)
    if colon is None or colon == 0 or colon + 2 >= len(tokens):
        return None
    name = tokens[:colon]
    if not all(token.named or token.lower in ("of", "the", "'s", "-", ".", "de", "van") for token in name):
        return None
    return (0, colon), colon, colon + 1
