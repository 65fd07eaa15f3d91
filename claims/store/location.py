"""Where the store is when nobody says."""

from __future__ import annotations

from pathlib import Path


def default_store() -> Path:
    """Return the file of the user's own store, in the platform's folder for data."""
    from platformdirs import user_data_path

    return user_data_path("factcheck", appauthor=False) / "articles.db"
