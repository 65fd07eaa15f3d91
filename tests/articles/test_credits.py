"""Which media a line credits with the whole text."""

import pytest

from claims.articles.credits import find_credits
from claims.model import Outlet
from claims.registry import Registry

REGISTRY = Registry(outlets=(Outlet("nta", "NTA", kind="agency"),))

CASES = [
    ("By Jane Ode, NTA", ("NTA",)),
    ("with files from NTA", ("NTA",)),
    ("dpa, NTA", ("dpa", "NTA")),
    ("afp, NTA", ("NTA",)),
    ("ks, NTA", ()),
    ("kop/lh, NTA", ()),
    ("9 May 2026, 16:05, updated 17:31 ks, NTA", ()),
]


@pytest.mark.parametrize(("line", "credited"), CASES)
def test_initials_before_an_agency_sign_the_text(line: str, credited: tuple[str, ...]) -> None:
    assert find_credits([line], REGISTRY) == credited
