"""What an article's statements say as bytes and back, so that other machines find their repeats without its text."""

from __future__ import annotations

import json
from typing import Any

from claims.matching.measures import Measured
from claims.matching.repeats_gists import Gist


def encode_gist(gist: Gist) -> bytes:
    """Return a gist as bytes; equal ones are equal."""
    plain = gist._replace(
        families={stem: sorted(families) for stem, families in gist.families.items()},  # type: ignore[misc]
        names=sorted(gist.names),  # type: ignore[arg-type]
        lands=sorted(gist.lands),  # type: ignore[arg-type]
        kinds=sorted(gist.kinds),  # type: ignore[arg-type]
        others=sorted(gist.others),  # type: ignore[arg-type]
    )
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode_gist(data: bytes) -> Gist:
    """Return the gist that was encoded."""
    plain: dict[str, Any] = dict(zip(Gist._fields, json.loads(data.decode("utf-8", "surrogatepass")), strict=True))
    return Gist(
        **plain
        | {name: frozenset(plain[name]) for name in ("names", "lands", "kinds", "others")}
        | {
            "families": {stem: frozenset(families) for stem, families in plain["families"].items()},
            "figures": tuple(Measured(*figure) for figure in plain["figures"]),
            "days": tuple((first, last) for first, last in plain["days"]),
            "about": tuple(plain["about"]),
        }
    )
