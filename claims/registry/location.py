"""Where the registry is: asked for, named by the environment, in the folder, or the bundled one."""

from __future__ import annotations

from pathlib import Path

_FILE = "sources.yaml"
_PACKAGE = Path(__file__).resolve().parent.parent


def find_registry(explicit: Path | None = None, environment: str | None = None) -> Path:
    """Return the sources.yaml to use: ``explicit``, else ``environment``, else the current folder's, else the bundled.

    ``environment`` is the value of FACTCHECK_SOURCES. A file that was asked for is returned whether it exists or
    not: loading it says what is wrong.
    """
    if explicit is not None:
        return explicit
    if environment:
        return Path(environment)
    here = Path(_FILE)
    return here if here.is_file() else bundled_registry()


def bundled_registry() -> Path:
    """Return the sources.yaml that comes with factcheck: in the wheel, or beside the package in a checkout."""
    packaged = _PACKAGE / "bundled" / _FILE
    return packaged if packaged.is_file() else _PACKAGE.parent / _FILE
