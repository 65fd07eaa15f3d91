import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text import clean, normalise, stem


@pytest.mark.parametrize(
    ("printed", "same"),
    [
        ("“Don’t”", '"don\'t"'),
        ("two — three", "two - three"),
        ("a\u00a0b\u2009c", "a b c"),
        ("STRASSE", "straße"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_normalise_makes_one_form(printed, same):
    assert normalise(printed) == normalise(same)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_normalise_is_stable(text):
    once = normalise(text)
    assert "  " not in once
    assert normalise(normalise(once)) == normalise(once)


@pytest.mark.parametrize(
    "family",
    ["kill kills killed killing", "stop stopped stopping", "injury injuries", "die dies died dying",
     "agree agrees agreed agreement", "reduce reduced reducing", "estimate estimated estimates estimation",
     "govern governs government"],
)  # fmt: skip
def test_inflections_share_a_stem(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("wounded", "wound up"), ("police", "policy"), ("bus", "bush"), ("is", "i")]
)
def test_other_words_keep_their_stem(one, other):
    assert stem(one) != stem(other)


@given(st.text(max_size=40))
def test_stem_never_raises_and_never_empties(word):
    assert bool(stem(word)) == bool(word.lower().replace("’", "'").removesuffix("'s"))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("\x1b]8;;http://x.example\x07link\x1b]8;;\x07", "link"),
        ("\x1b]never closed", "never closed"),
        ("bell\x07, back\x08, \u202eflip", "bell, back, flip"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("[the report] [sic]", "[the report] [sic]"),
    ],
)
def test_clean_takes_out_what_a_terminal_would_obey(raw, shown):
    assert clean(raw) == shown


@given(st.text())
def test_clean_leaves_no_escape(text):
    assert "\x1b" not in clean(text)
