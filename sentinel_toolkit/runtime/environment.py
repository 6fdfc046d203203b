"""The worker's own Python: where it is, whether it is ready, and the variables its processes start with."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sentinel_toolkit import paths
from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.runtime.certificates import CA_VARIABLES
from sentinel_toolkit.runtime.search_path import host_root, without_host

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LOCK_FILE = paths.RESOURCES / "requirements.lock"
REPAIR = "Run the algorithm “Set up environment” once."
STAMP = "ready.json"

# Variables of QGIS's process that would lead the worker astray, each seen to do so.
_FOREIGN = {
    "PYTHONEXECUTABLE",  # makes the interpreter leave its venv, even with -I (OSGeo4W exports it)
    "PYTHONHOME",  # fatal at start-up
    "PYTHONPATH",  # QGIS's numpy would be imported
    "PYTHONUSERBASE",
    "PYTHONSTARTUP",
    "__PYVENV_LAUNCHER__",
    "VIRTUAL_ENV",
    "CONDA_PREFIX",
    "PIP_USER",  # these three redirect an installation
    "PIP_TARGET",
    "PIP_PREFIX",
    "GEOTIFF_CSV",
    "HDF5_PLUGIN_PATH",
    "MATPLOTLIBRC",
    "MPLBACKEND",  # a notebook's own: matplotlib refuses to be imported
    "LD_LIBRARY_PATH",  # Debian's qgis wrapper exports it
    "LD_PRELOAD",
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QGIS_PREFIX_PATH",
}
# What begins so is meant for the GDAL, PROJ and numba of other programs: GDAL_SKIP takes drivers away, GDAL_DRIVER_PATH
# brings those of another version, PROJ_DATA another PROJ's database ("DATABASE.LAYOUT.VERSION.MINOR = 2 whereas >= 6 is
# expected"), NUMBA_NUM_THREADS a number that numba refuses. What is said of the network stays.
_FOREIGN_PREFIXES = ("DYLD_", "GDAL_", "OGR_", "CPL_", "PROJ_", "NUMBA_")
_KEPT_PREFIX = "GDAL_HTTP_"


def child_variables(variables: Mapping[str, str], extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a child process.

    Parameters
    ----------
    variables
        The environment of this process, of which QGIS's own are left out.
    extra
        What the child gets on top (proxy, certificates).
    """
    clean = {name: value for name, value in variables.items() if not _is_foreign(name)}
    for name in CA_VARIABLES:
        if name in clean and not Path(clean[name]).exists():
            del clean[name]  # a dangling bundle breaks every request
    if sys.platform == "win32":
        roots = (host_root(sys.base_prefix), host_root(sys.base_prefix, variables.get("OSGEO4W_ROOT", "")))
        clean["PATH"] = without_host(clean.get("PATH", ""), roots)
    return {**clean, **(extra or {})}


def _is_foreign(name: str) -> bool:
    return name in _FOREIGN or (name.startswith(_FOREIGN_PREFIXES) and not name.startswith(_KEPT_PREFIX))


def environment_folder() -> Path:
    """Return the folder of the environment that belongs to the lock file: one folder per content."""
    digest = hashlib.sha256(LOCK_FILE.read_bytes()).hexdigest()[:12]
    return paths.data_folder() / f"env-{digest}"


def interpreter_in(folder: str | Path) -> Path:
    """Return the path of the interpreter inside a virtual environment."""
    return Path(folder) / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def worker_interpreter(configured: str = "") -> str:
    """Return the interpreter that runs the worker, without starting it.

    Parameters
    ----------
    configured
        The user's own choice in the settings, or empty. ``SENTINEL_TOOLKIT_PYTHON`` wins over it.

    Raises
    ------
    EnvironmentNotReadyError
        If there is none; the message says what is missing.
    """
    chosen = os.environ.get("SENTINEL_TOOLKIT_PYTHON") or configured
    if chosen:
        if not Path(chosen).is_file():
            raise EnvironmentNotReadyError(
                f"The chosen interpreter {chosen!r} does not exist.", "Correct or clear that setting."
            )
        return chosen
    folder = environment_folder()
    problem = find_problem(folder)
    if problem:
        raise EnvironmentNotReadyError(f"The worker environment is {problem}.", REPAIR)
    return str(interpreter_in(folder))


def worker_variables(interpreter: str, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a worker: clean, and with the compiled kernels cached beside its interpreter."""
    own = {
        "NUMBA_CACHE_DIR": str(Path(interpreter).parents[1] / "numba"),
        "GDAL_CONFIG_FILE": os.devnull,  # else GDAL takes what a user's gdalrc sets for other programs
        "MALLOC_ARENA_MAX": "2",  # else glibc keeps for each thread what it has freed: a sixth more memory at the peak
    }
    return child_variables(os.environ, {**own, **(extra or {})})


def find_problem(folder: Path) -> str:
    """Return what is wrong with an environment in a few words, or an empty text."""
    try:
        json.loads((folder / STAMP).read_text("utf-8"))
    except FileNotFoundError:
        return "not installed"
    except (OSError, ValueError):
        return "damaged (its stamp cannot be read)"
    if not interpreter_in(folder).exists():
        return "damaged (its interpreter is gone)"  # also when an upgrade of the base Python broke the link
    base = _base_of(folder)
    if base and not os.path.isdir(base):  # on Windows the interpreter of an environment only starts that of the base
        return f"damaged (the Python that it was made of is gone: {base})"
    return ""


def _base_of(folder: Path) -> str:
    """Return the folder of the Python that an environment was made of, or an empty text."""
    try:
        lines = (folder / "pyvenv.cfg").read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    return next(
        (value.strip() for name, _, value in (line.partition("=") for line in lines) if name.strip() == "home"), ""
    )


def extra_lock(name: str) -> Path:
    """Return the lock file of an extra."""
    return LOCK_FILE.with_name(f"requirements-{name}.lock")


def extra_stamp(folder: Path, name: str) -> Path:
    """Return the file that says that an environment has an extra, as its lock file has it."""
    digest = hashlib.sha256(extra_lock(name).read_bytes()).hexdigest()[:12]
    return folder / f"{name}-{digest}.json"


def missing_extras(interpreter: str, names: Iterable[str]) -> list[str]:
    """Return the extras that the plugin's own environment lacks; none of a Python that the user looks after."""
    folder = environment_folder()
    if interpreter != str(interpreter_in(folder)):
        return []
    return [name for name in names if not extra_stamp(folder, name).exists()]
