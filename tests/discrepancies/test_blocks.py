"""Blocks: the stretches that two texts share, as difflib finds them."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from claims.discrepancies.blocks import find_blocks, list_steps

WORDS = st.lists(st.sampled_from("abcde"), max_size=24).map(tuple)


@given(WORDS, WORDS)
def test_blocks_are_those_of_difflib(ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    blocks = find_blocks(ours, theirs)
    assert blocks == [tuple(block) for block in matcher.get_matching_blocks()[:-1]]
    assert [*list_steps(blocks, (len(ours), len(theirs)))] == matcher.get_opcodes()
