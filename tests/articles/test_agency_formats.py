"""Real deliveries of agencies, beside the repository: each is read, or refused with a reason."""

from pathlib import Path

import pytest

from claims.articles import Source, read_bytes
from claims.errors import UnreadableError
from claims.model import Article, Unread
from claims.registry import Registry

FORMATS = Path(__file__).parents[3] / "shared/eval/ingest/agency-formats"
FILES = sorted(path for path in FORMATS.rglob("*") if path.is_file())


def read(path: Path) -> list[Article | Unread]:
    try:
        return read_bytes(path.read_bytes(), Source(path.name, Registry(), "2026-01-01"))
    except UnreadableError as error:
        return [Unread(error.where or "", error.message, error.hint)]


@pytest.mark.skipif(not FILES, reason="the evaluation data is not beside the repository")
def test_every_delivery_is_read_or_refused():
    found = {path: read(path) for path in FILES}
    assert all(found.values())
    assert all(one.reason and one.hint for results in found.values() for one in results if isinstance(one, Unread))
    wires = [path for path in FILES if path.suffix == ".xml"]
    texts = [path for path in wires if any(isinstance(one, Article) for one in found[path])]
    assert len(texts) >= 45
    assert all(
        one.published and one.headline
        for path in texts
        for one in found[path]
        if isinstance(one, Article) and not path.name.startswith(("stt_", "facet"))
    )
