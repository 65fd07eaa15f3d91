"""The store: articles kept in one SQLite file, so that later ones can be compared with earlier ones."""

from claims.store.location import default_store
from claims.store.outlets import take_up
from claims.store.readings import judge_reading, keep_reading
from claims.store.store import Store

__all__ = ["Store", "default_store", "judge_reading", "keep_reading", "take_up"]
