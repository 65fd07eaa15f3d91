"""The registry of sources: outlets, people and institutions read from sources.yaml, and how to look them up.

The registry sharpens and is never a gate: an empty ``Registry()`` is valid and finds nothing.
"""

from claims.registry.days import earliest_day, is_day, latest_day
from claims.registry.faults import Fault
from claims.registry.keys import match_key, slug
from claims.registry.load import check_registry, load_registry
from claims.registry.location import bundled_registry, find_registry
from claims.registry.lookup import Registry

__all__ = [
    "Fault",
    "Registry",
    "bundled_registry",
    "check_registry",
    "earliest_day",
    "find_registry",
    "is_day",
    "latest_day",
    "load_registry",
    "match_key",
    "slug",
]
