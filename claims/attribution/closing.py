"""The verb of saying that closes a sentence and credits all that stands before it."""

from __future__ import annotations

from claims.attribution.appositions import phrase_right
from claims.attribution.cues import Cue
from claims.attribution.lexicon import ADDRESSEES, DETERMINERS, PREPOSITIONS, SPEECH, TIMES
from claims.attribution.verbs import Tokens, is_verb

_LONGEST_ADJUNCT = 9
_CLOSING = frozenset(("say", "tell", "add", "report", "announce", "write", "reckon", "estimate", "disclose"))
_OTHER_CLAUSES = frozenset(("but", "and", "who", "which", "while", "as", "up", "down", "from", "compared"))


def find_closing_cue(tokens: Tokens, cues: list[Cue]) -> Cue | None:
    """Return the verb of saying that closes a sentence without marks: "..., the ministry said on Monday."."""
    if len(cues) < 2:
        return None
    finite = [cue for cue in cues if cue.shape != "participle" or cue.start < cues[0].end]
    last = finite[-1]
    cues = finite
    if last.shape == "according" and last.owner is None:
        return last if _closes_according(tokens, last, cues[:-1]) else None
    if last.lemma not in _CLOSING or last.shape != "finite":
        return None
    if any(_credits_words(tokens, cue) for cue in cues[:-1]):
        return None
    quoted = [at for at, token in enumerate(tokens) if token.quoted]
    if quoted and (
        last.lemma != "say" or not (quoted[-1] < last.start - 1 or _goes_on_quoted(tokens, last, quoted[0]))
    ):
        return None
    return last if _closes(tokens, last) else None


def _goes_on_quoted(tokens: Tokens, cue: Cue, first: int) -> bool:
    """See ``The mill hopes to open in May, he said, "if it stops raining"``."""
    return first == cue.end + 1 and tokens[cue.end].text == ","


def _credits_words(tokens: Tokens, cue: Cue) -> bool:
    """Tell a verb of saying with words of its own from "told nobody,"."""
    if cue.lemma == "tell" and cue.end + 1 < len(tokens) and tokens[cue.end + 1].text == ",":
        return tokens[cue.end].lower not in ("nobody", "none", "anybody", "anyone", "everybody", "everyone")
    return cue.lemma in ("say", "tell") or cue.shape == "according"


def _closes(tokens: Tokens, cue: Cue) -> bool:
    """Tell whether only a short adjunct or hearer follows, and a comma parts the subject from what is said."""
    inverted = tokens[cue.start - 1].text == "," and cue.lemma == "say" and cue.end < len(tokens)
    if inverted and tokens[cue.end].named:
        return _ends_with_phrase(tokens, cue.end)
    comma = next((at for at in range(cue.start - 1, max(0, cue.start - 14), -1) if tokens[at].text == ","), None)
    if comma is None or tokens[comma + 1].lower in _OTHER_CLAUSES:
        return False
    beyond = tokens[cue.end :]
    if len(beyond) <= 1 or beyond[0].text in (".", ","):
        return True
    stop = next((at for at, token in enumerate(beyond) if token.text == ","), len(beyond))
    if stop > _LONGEST_ADJUNCT or any(is_verb(beyond, at) for at in range(1, stop)):
        return False
    hearer = cue.lemma == "tell" and (
        beyond[0].lower in DETERMINERS or beyond[0].named or beyond[0].lower in ADDRESSEES
    )
    return hearer or beyond[0].lower in PREPOSITIONS or beyond[0].lower in TIMES


def _closes_according(tokens: Tokens, cue: Cue, before: list[Cue]) -> bool:
    """See "Ode had asked for a fence, according to a letter": the verbs before tell of acts."""
    if tokens[cue.start - 1].text != "," or tokens[cue.start].lower != "according":
        return False
    if any(one.lemma in SPEECH or one.shape == "according" for one in before):
        return False
    return not any(token.quoted or token.text in (",", ";") for token in tokens[cue.end :])


def _ends_with_phrase(tokens: Tokens, start: int) -> bool:
    """Tell whether nothing but a name and what it is ends the sentence: "said Ann Ode, a baker."."""
    end = phrase_right(tokens, start, len(tokens))
    return end is not None and not any(token.text[0].isalnum() for token in tokens[end:])
