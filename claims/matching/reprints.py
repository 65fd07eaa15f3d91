"""One sentence that two articles print alike but for a single value, which one of them has wrong.

No gate keeps such a pair apart: what differs is what an editor wants to see.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from claims.dates.words import count_of

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|%")
_FEWEST = 5
"""Of fewer shared words nobody can tell that it is one sentence."""
_SHARED = 0.8
"""Part of the words of the longer one that both have."""


def is_reprint(ours: str, theirs: str) -> bool:
    """Tell two sentences of almost the same words, of which one number at most is another."""
    one, two = _count_words(ours), _count_words(theirs)
    sizes = one.total(), two.total()
    if min(sizes) < _SHARED * max(sizes):
        return False
    shared = (one & two).total()
    if shared < _FEWEST or shared < _SHARED * max(sizes):
        return False
    return all(sum(other[word] for word in other if word[0].isdigit()) <= 1 for other in (one - two, two - one))


@lru_cache(maxsize=8192)
def _count_words(text: str) -> Counter[str]:
    words = _WORD.findall(text.casefold().replace("per cent", "%").replace("percent", "%"))
    return Counter(f"{count_of(word) or word}" if word.isalpha() else word for word in words)
