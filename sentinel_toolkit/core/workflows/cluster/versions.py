"""Libraries on the workers: what is computed there must be computed as here."""

from __future__ import annotations

import importlib.metadata
from typing import Any

import distributed

from sentinel_toolkit.contract.errors import ToolkitError

LIBRARIES = ("numpy", "numba", "rasterio", "shapely", "scipy")  # whose versions must be the same there
HINT = "Install resources/requirements.lock and requirements-cluster.lock there."


def refuse_other_versions(client: distributed.Client, name: str) -> None:
    """Refuse a cluster without workers, or one of whose workers has other libraries.

    Parameters
    ----------
    name
        Of the scheduler, for messages.

    Raises
    ------
    ToolkitError
        Naming the worker and what it has.
    """
    if not client.nthreads():
        raise ToolkitError(f"The Dask scheduler {name} has no worker.", "Start some: dask worker <address>.")
    versions: Any = client.get_versions(packages=list(LIBRARIES))
    mine = versions["client"]["packages"]
    for worker, found in versions["workers"].items():
        other = {name: found["packages"].get(name) for name in LIBRARIES}
        differing = [f"{name} {version}" for name, version in other.items() if version != mine[name]]
        if differing:
            raise ToolkitError(
                f"The Dask worker {worker} has {', '.join(differing)}, not the versions of this computer.", HINT
            )


def here() -> dict[str, str]:
    """Return the versions of this process; run on workers that come later, too."""
    return {name: importlib.metadata.version(name) for name in LIBRARIES}
