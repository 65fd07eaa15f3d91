"""Origins: where a claim comes from in the end, and how many independent roots stand behind it.

Ten outlets that relay one interview are one origin. An attribution whose root is unknown (the outlet's own voice,
with nobody credited) never adds an independent origin.
"""

from __future__ import annotations

from claims.origins.copies import Copies, find_copies
from claims.origins.tracing import trace_origins
from claims.origins.wording import choose_wording

__all__ = ["Copies", "choose_wording", "find_copies", "trace_origins"]
