"""What the tests of the readers share: two paragraphs, and reading bytes under a name."""

from claims.articles import Source, read_bytes
from claims.articles.source import NOTHING_KNOWN, Known
from claims.errors import UnreadableError
from claims.model import Article, Outlet, Unread
from claims.registry import Registry

FIRST = "The pier of Port Ostrel burned down on Friday, and two dock workers were taken to hospital, the mayor said."
SECOND = "It was built in 1911 and had been closed for repairs since the storm of last winter, the council added."
REGISTRY = Registry(
    outlets=(Outlet(id="norwire", name="Norwire", domains=("norwire.example",), utc_offset="+01:00", kind="agency"),)
)


def read(data: str | bytes, name: str, known: Known = NOTHING_KNOWN) -> list[Article | Unread]:
    raw = data.encode() if isinstance(data, str) else data
    return read_bytes(raw, Source(name, REGISTRY, "2031-03-03", known))


def read_one(data: str | bytes, name: str, known: Known = NOTHING_KNOWN) -> Article:
    (found,) = read(data, name, known)
    assert isinstance(found, Article)
    return found


def refusal(data: str | bytes, name: str) -> str:
    """Return why the bytes are no article."""
    try:
        (found,) = read(data, name)
    except UnreadableError as error:
        found = Unread(error.where or "", error.message, error.hint)
    assert isinstance(found, Unread)
    assert found.path
    assert found.hint
    return found.reason


def pieces(article: Article) -> list[tuple[str, str]]:
    return [(block.label, article.text[block.start : block.end]) for block in article.blocks]
