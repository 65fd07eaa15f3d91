import pytest

from claims.names import place_of, same_place


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Ukrainian", "Ukraine"),
        ("Kyiv", "Ukraine"),
        ("the Kremlin", "Russia"),
        ("Dutch", "Netherlands"),
        ("U.S.", "United States"),
        ("Norwegians", "Norway"),
        ("Leeds", None),
        ("harbour", None),
    ],
)
def test_place_of(word, country):
    assert place_of(word) == country


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Kiev", "Kyiv", True),
        ("Kharkov", "Kharkiv", True),
        ("Velsk", "Vel'sk", True),
        ("Drozdove", "Drozdovo", True),
        ("Leeds", "London", False),
        ("Austria", "Australia", False),
        ("Iran", "Iraq", False),
        ("Oslo", "Sweden", False),
        ("Oslo", "Norway", None),
        ("Leeds", "Drozdovo", None),
    ],
)
def test_same_place(one, other, verdict):
    assert same_place(one, other) is verdict
    assert same_place(other, one) is verdict
