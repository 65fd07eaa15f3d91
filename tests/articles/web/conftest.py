"""A site on loopback, and what reads it without pauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from claims.articles.web.run import read_addresses
from claims.articles.web.visits import Reach
from claims.model import Article, Unread
from tests.articles.samples import REGISTRY
from tests.articles.web.server import Site, serve

AT_ONCE = Reach(allow_private=True, timeout=5, pause=0)


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as running:
        yield running


@pytest.fixture
def refusal() -> Callable[..., Unread]:
    """Return why an address cannot be read."""

    def read(address: str, reach: Reach = AT_ONCE) -> Unread:
        (found,) = read_addresses([address], REGISTRY, reach=reach)
        assert isinstance(found, Unread), found
        assert found.hint
        return found

    return read


@pytest.fixture
def article() -> Callable[..., Article]:
    """Return the article at an address."""

    def read(address: str, reach: Reach = AT_ONCE) -> Article:
        (found,) = read_addresses([address], REGISTRY, reach=reach)
        assert isinstance(found, Article), found
        return found

    return read
