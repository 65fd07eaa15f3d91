"""Engines: where the stages run, on this machine's cores or on a cluster's workers.

The stages are functions on Arrow tables (stages), what they pass on are Parquet files in buckets (plan, files), and an
engine is whatever can run a function on many tasks: ENGINES names the module and class of each.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from claims.errors import FactcheckError

if TYPE_CHECKING:
    from claims.engines.plan import Workers

ENGINES: dict[str, tuple[str, str]] = {
    "local": ("processes", "Processes"),
    "dask": ("dask", "DaskWorkers"),
    "spark": ("spark", "SparkWorkers"),
}
"""Module and class of the workers by the engine's name; the extras of pyproject.toml have the same names."""


def start_workers(
    engine: str, master: str | None = None, number: int | None = None, share: int | None = None
) -> Workers:
    """Return the workers of an engine: those of ``master``, else ``number`` of this machine (all cores where None).

    Those of the local engine take no more than ``share`` bytes of memory each. Raises FactcheckError where the
    engine's library is not installed or its cluster cannot be reached.
    """
    module, name = ENGINES[engine]
    try:
        import_module("pyarrow")
        kind = getattr(import_module(f"{__name__}.{module}"), name)
        workers: Workers = kind(number, share) if engine == "local" else kind(master, number)
    except ImportError as error:
        extra = "parquet" if engine == "local" else engine
        hint = f"pip install 'factcheck-cli[{extra}]'"
        raise FactcheckError(f"{error.name} is not installed", where=f"--engine {engine}", hint=hint) from error
    except (OSError, TimeoutError, ValueError) as error:
        hint = "check the address of the cluster"
        raise FactcheckError(f"cannot be reached: {error}", where=master or f"--engine {engine}", hint=hint) from error
    return workers
