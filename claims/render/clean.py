"""Article text made safe to print: nothing in it may steer a terminal or hide other text."""

from __future__ import annotations

import re

# Colours and cursor moves (CSI), and titles or links (OSC) where they are closed: ECMA-48, 5.4 and 8.3.89.
# An OSC that is left open is not skipped, or it would hide the rest of the article.
_SEQUENCES = re.compile(r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)")
# Controls, soft hyphen, byte order mark, and the marks that reorder text (Unicode UAX #9).
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    r"""Return ``text`` on one line, without escape sequences and control characters.

    >>> clean("\x1b[31mHe said\n  [the Ukrainians] \x07were [sic] ready\x1b[0m")
    'He said [the Ukrainians] were [sic] ready'
    """
    return clean_line(text).strip()


def clean_line(text: str) -> str:
    """Return ``text`` like ``clean``, with the spaces at its ends kept as one: for pieces that are joined again."""
    return _SPACES.sub(" ", _CONTROLS.sub("", _SEQUENCES.sub("", text)))
