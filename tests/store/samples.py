"""Articles to store, invented."""

from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

from claims.model import Article, Block, Dateline, Outlet

TEXT = "Mayor opens bridge\n\nThe mayor said on Friday that the bridge is “safe”.\n"


def make_article(number: int = 0, **changes: Any) -> Article:
    """Make an article with every field set; `number` tells articles apart."""
    digest = sha256(f"{number}".encode()).hexdigest()
    values: dict[str, Any] = {
        "id": f"star-{digest[:8]}",
        "outlet": Outlet(
            "star",
            "The Northern Star",
            aliases=("Star",),
            domains=("star.example",),
            utc_offset="+01:00",
            republishes=("wire",),
            house_spellings={"Kiev": "Kyiv"},
            provisional=True,
        ),
        "text": TEXT,
        "blocks": (Block("headline", 0, 18), Block("paragraph", 20, len(TEXT) - 1)),
        "sha256": digest,
        "headline": "Mayor opens bridge",
        "path": f"in/{number}.txt",
        "url": "https://star.example/1",
        "published": f"2026-02-{number % 27 + 1:02}T09:00:00+01:00",
        "updated": "2026-02",
        "language": "en",
        "dateline": Dateline("Bergen", "2026-02-06", None),
        "bylines": ("Ann Lee",),
        "credits": ("Wire",),
        "version_of": "star-00000000",
        "notes": ("corrected",),
    }
    return Article(**(values | changes))


_text = st.text(st.characters(), max_size=20)  # surrogates included
_texts = st.lists(_text, max_size=3).map(tuple)
_maybe = st.none() | _text
_days = st.none() | st.dates().map(str) | st.datetimes(timezones=st.timezones()).map(str) | _text
_outlets = st.builds(
    Outlet,
    id=_text,
    name=_text,
    aliases=_texts,
    kind=_maybe,
    domains=_texts,
    owner=_maybe,
    republishes=_texts,
    speaks_for=_maybe,
    house_spellings=st.dictionaries(_text, _text, max_size=2),
    provisional=st.booleans(),
)

articles = st.builds(
    Article,
    id=_text,
    outlet=_outlets,
    text=st.text(st.characters()),
    blocks=st.lists(st.builds(Block, st.just("paragraph"), st.integers(0), st.integers(0)), max_size=3).map(tuple),
    sha256=st.sampled_from(["a", "b", "c"]) | _text,
    headline=_maybe,
    published=_days,
    updated=_days,
    dateline=st.none() | st.builds(Dateline, _maybe, _maybe, _maybe),
    bylines=_texts,
    credits=_texts,
    version_of=_maybe,
    notes=_texts,
)
