import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.names import fold, is_alike, is_spelling_variant


@pytest.mark.parametrize(
    "spellings",
    ["Yushchenko Juschtschenko Iouchtchenko", "Khrushchyov Chruschtschow", "Syrskyi Syrsky Syrskiy",
     "Gorbachev Gorbatschow Gorbatchev", "Zhukov Žukov Zhukow"],
)  # fmt: skip
def test_transliterations_are_alike(spellings):
    first, *others = spellings.split()
    assert all(is_alike(first, other) for other in others)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Veremiy", "Veremyi"),
        ("Kiev", "Kyiv"),
        ("Drozdove", "Drozdovo"),
        ("Lucia Peña", "Lucía Peña"),
        ("Volodymyr Sorokin", "Vladimir Sorokin"),
        ("Veremiy", "President Ostap Veremyi"),
    ],
)
def test_two_spellings(one, other):
    assert is_spelling_variant(one, other)
    assert is_spelling_variant(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Veremiy", "Veremiy"),
        ("Veremiy", "Ostap Veremiy"),
        ("Bob Hallam", "Robert Hallam"),
        ("Petrov", "Petrova"),
        ("Kim Nam Gil", "Kim Nam-gil"),
        ("T.J. Ward", "TJ Ward"),
        ("Iran", "Iraq"),
        ("Niger", "Nigeria"),
        ("Strand", "Lund"),
        ("Johnson", "Johnston"),
    ],
)
def test_not_two_spellings(one, other):
    assert not is_spelling_variant(one, other)
    assert not is_spelling_variant(other, one)


@given(st.text())
def test_fold_leaves_plain_letters(name):
    assert set(fold(name)) <= set("abcdefghijklmnopqrstuvwxyz ")
