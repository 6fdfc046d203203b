"""What a report of a problem needs: versions, folders and the state of the environment, as Markdown without names."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit import paths
from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.contract.extras import EXTRAS
from sentinel_toolkit.runtime import environment

if TYPE_CHECKING:
    from collections.abc import Mapping

MB = 1e6  # bytes


def folder_mb(folder: str | Path) -> float:
    """Return what the files in a folder take, in MB; 0 where there is none."""
    total = 0
    for directory, _, files in os.walk(folder):
        for name in files:
            try:
                status = os.lstat(os.path.join(directory, name))
            except OSError:  # gone meanwhile
                continue
            total += status.st_size
    return total / MB


def state_text(configured: str = "") -> str:
    """Return the state of the worker's environment in a sentence; ``configured`` is the interpreter of the settings."""
    try:
        return f"Ready: {environment.worker_interpreter(configured)}"
    except EnvironmentNotReadyError as error:
        return str(error)


def as_markdown(host_versions: Mapping[str, str], configured: str = "") -> str:
    """Return the diagnostics; the user's home is written ~.

    Parameters
    ----------
    host_versions
        Name → version of what the plugin runs in (QGIS, Qt, …).
    configured
        The interpreter of the settings, or empty.
    """
    folder = environment.environment_folder()
    rows = {
        "Sentinel Toolkit": paths.version(),
        **host_versions,
        "Python of QGIS": sys.version.split()[0],
        "System": platform.platform(),
        "Worker": state_text(configured),
        "Environment": str(folder),
        "Environment made": _stamp(folder),
        "Fetched beside it": ", ".join(n for n in EXTRAS if environment.extra_stamp(folder, n).exists()) or "nothing",
        "Free disk": f"{_free_mb(paths.data_folder()):.0f} MB in {paths.data_folder()}",
        "Cache": f"{folder_mb(paths.cache_folder()):.0f} MB in {paths.cache_folder()}",
        "Overridden by": ", ".join(name for name in _OVERRIDES if os.environ.get(name)) or "nothing",
    }
    lines = [f"| {name} | {_quiet(value)} |" for name, value in rows.items()]
    return "\n".join(["| | |", "|---|---|", *lines])


_OVERRIDES = ("SENTINEL_TOOLKIT_PYTHON", "SENTINEL_TOOLKIT_DATA", "SENTINEL_TOOLKIT_CACHE")


def _stamp(folder: Path) -> str:
    """Return what the environment's stamp says of how it was made."""
    try:
        stamp = json.loads((folder / environment.STAMP).read_text("utf-8"))
        return ", ".join(f"{name} {value}" for name, value in stamp.items() if isinstance(value, (str, int, float)))
    except (OSError, ValueError, AttributeError):
        return "no"


def _free_mb(folder: Path) -> float:
    """Return the free space of the nearest folder that exists, in MB."""
    existing = next((place for place in (folder, *folder.parents) if place.exists()), Path.home())
    return shutil.disk_usage(existing).free / MB


def _quiet(text: str) -> str:
    """Return a text fit for a table cell, without the user's name in a path."""
    return text.replace(str(Path.home()), "~").replace("|", "\\|").replace("\n", " ")
