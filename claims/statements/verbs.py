"""Verbs among the words of a sentence: which of its stretches say something by themselves."""

from __future__ import annotations

from claims.statements.amounts import clause_words


def has_verb(clause: list[str], *, skip: int) -> bool:
    """Tell whether a verb stands behind the first ``skip`` words."""
    return any(map(is_verb, clause[skip:]))


def is_verb(word: str) -> bool:
    """Tell a finite verb: a form in -ed, or one of the list."""
    return word in clause_words()["finite"] or (word.endswith("ed") and len(word) > 4)


def has_main_verb(words: list[str]) -> bool:
    """Tell whether a verb is left beside the one of each relative clause: not in "a ballot that closed on Monday"."""
    owed, reach = False, 0
    for place, word in enumerate(words):
        if word in clause_words()["subordinates"] or (
            word == "that" and place + 1 < len(words) and is_verb(words[place + 1])
        ):
            owed = True
        elif is_verb(word) and owed:
            owed, reach = False, place + 2 if word in clause_words()["auxiliaries"] else place
        elif is_verb(word) and (place > reach or not reach):
            return True
    return False
