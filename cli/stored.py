"""Compare the articles of the store, or some of its stories, with what is kept of earlier comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import FactcheckError
from cli.inputs import Period
from cli.means import ALL, Means

if TYPE_CHECKING:
    from claims.model import Article, Comparison
    from claims.pipeline import Alone
    from claims.store import Store
    from cli.progress import Progress


def compare_store(
    store: Store,
    alone: Alone,
    progress: Progress,
    *,
    period: Period = (None, None),
    story: str | None = None,
    means: Means = ALL,
) -> Comparison:
    """Compare what the store holds of a period and of the stories asked for; raise where there is no such story."""
    from claims.engines.local import share_work
    from claims.store.comparing import Scope, compare_stored

    stories = None
    if story is not None:
        form_stories(store, alone, progress, means=means)
        stories = _find_stories(store, story)
    with share_work(alone, means.threads, means.share) as work:
        return compare_stored(store, alone, work=work, scope=Scope(*period, stories), progress=progress)


def form_stories(store: Store, alone: Alone, progress: Progress, *, means: Means = ALL) -> None:
    """Put all articles of the store into stories."""
    from claims.engines.local import share_work
    from claims.store.comparing import form_stories as form

    with share_work(alone, means.threads, means.share) as work:
        form(store, alone.registry, work, progress)


@contextmanager
def keep_for_now(articles: Iterable[Article]) -> Iterator[Store]:
    """Give a store of these articles that is gone afterwards."""
    from tempfile import TemporaryDirectory

    from claims.store import Store

    with TemporaryDirectory(prefix="factcheck-") as folder, Store.open(Path(folder) / "articles.db") as store:
        for article in articles:
            store.add(article)
        yield store


def _find_stories(store: Store, asked: str) -> Sequence[int]:
    found = store.stories.find(asked)
    if not found:
        hint = "factcheck articles --stories lists those of the store; one word that its articles share may do"
        raise FactcheckError(
            f"no story is called {asked!r}, and no article tells of these words", where="--story", hint=hint
        )
    return found
