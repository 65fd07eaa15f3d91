"""Build the background frequencies: ``python -m bench.background``.

Needs the package wordfreq 3.1 (its English list draws on Wikipedia, news, books, subtitles and the web; its data is
licensed CC BY-SA 4.0, and so is the file made here). Frequencies of forms are added up by stem, turned to the share
of sentences of 20 words that hold the stem, and rounded to steps of a tenth of the logarithm.
"""

from __future__ import annotations

import importlib
from collections import Counter, defaultdict
from math import exp, log
from pathlib import Path

from claims.matching.words import content_words

STEMS = 10_000
SENTENCE_WORDS = 20
STEP = 0.1
TARGET = Path("claims/matching/data/background.txt")
HEADER = """\
# How common a stem is: the share of sentences of 20 words that hold it, then the stems with that share.
# Built by bench/background.py from the English list of wordfreq 3.1.1 (Robyn Speer), whose data is licensed under
# the Creative Commons Attribution-ShareAlike 4.0 International licence (CC BY-SA 4.0); so is this file.
# wordfreq draws on Wikipedia, NewsCrawl, GlobalVoices, Google Books Ngrams, OpenSubtitles, ParaCrawl and others.
"""


def read_frequencies() -> dict[str, float]:
    """Return the share of running words that each stem makes up, stop words left out."""
    wordfreq = importlib.import_module("wordfreq")
    shares: dict[str, float] = defaultdict(float)
    for word in wordfreq.iter_wordlist("en", wordlist="large"):
        for found in content_words(word)[:1]:
            shares[found.stem] += wordfreq.word_frequency(word, "en", wordlist="large")
    return shares


def to_sentences(frequencies: dict[str, float]) -> dict[str, float]:
    """Return the share of sentences that hold each of the commonest stems."""
    common = Counter(frequencies).most_common(STEMS)
    return {stem: 1 - exp(-SENTENCE_WORDS * share) for stem, share in common}


def write_shares(shares: dict[str, float], path: Path) -> None:
    """Write one line for each step of the logarithm of the share, commonest first."""
    steps: dict[int, list[str]] = defaultdict(list)
    for stem, share in shares.items():
        steps[round(-log(share) / STEP)].append(stem)
    lines = [f"{exp(-step * STEP):.2g} {' '.join(sorted(stems))}" for step, stems in sorted(steps.items())]
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_shares(to_sentences(read_frequencies()), TARGET)
