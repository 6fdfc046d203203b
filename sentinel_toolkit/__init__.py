"""Sentinel Toolkit: ``import sentinel_toolkit as st``.

Importing the package does nothing: QGIS's Python and the worker's Python both do it. A name of the list below is loaded
when it is asked for.
"""

from __future__ import annotations

import importlib

TYPE_CHECKING = False  # as type checkers know it; typing takes longer to import than all that is here
if TYPE_CHECKING:
    from typing import Any

    from qgis.gui import QgisInterface

    from sentinel_toolkit.api.animation import Film, animate
    from sentinel_toolkit.api.imagery import composite, composite_series, stack
    from sentinel_toolkit.api.pages import Report, report
    from sentinel_toolkit.api.saving import save
    from sentinel_toolkit.api.scenes import Scenes
    from sentinel_toolkit.api.search import download, pair, search, statistics
    from sentinel_toolkit.api.series import time_series
    from sentinel_toolkit.api.session import login
    from sentinel_toolkit.api.thermal import import_lst, sharpen
    from sentinel_toolkit.contract.errors import (
        AuthenticationError,
        CatalogueError,
        CatalogueUnavailableError,
        CorruptFileError,
        DownloadError,
        EnvironmentNotReadyError,
        GridTooLargeError,
        InvalidRequestError,
        NoOverlapError,
        NoScenesError,
        NoValidPixelsError,
        RasterError,
        ToolkitError,
        TransferError,
        UnreadableRasterError,
        UnreliableFitError,
    )
    from sentinel_toolkit.plugin import SentinelToolkitPlugin

__all__ = [
    "AuthenticationError",
    "CatalogueError",
    "CatalogueUnavailableError",
    "CorruptFileError",
    "DownloadError",
    "EnvironmentNotReadyError",
    "Film",
    "GridTooLargeError",
    "InvalidRequestError",
    "NoOverlapError",
    "NoScenesError",
    "NoValidPixelsError",
    "RasterError",
    "Report",
    "Scenes",
    "ToolkitError",
    "TransferError",
    "UnreadableRasterError",
    "UnreliableFitError",
    "__version__",
    "animate",
    "composite",
    "composite_series",
    "download",
    "import_lst",
    "login",
    "pair",
    "report",
    "save",
    "search",
    "sharpen",
    "stack",
    "statistics",
    "time_series",
]
# THE TABLE of the face for Python: name → the module that gives it; of those in __all__ that are not here, errors.
_PLACES = {
    "search": "api.search",
    "statistics": "api.search",
    "download": "api.search",
    "pair": "api.search",
    "Scenes": "api.scenes",
    "stack": "api.imagery",
    "composite": "api.imagery",
    "composite_series": "api.imagery",
    "time_series": "api.series",
    "animate": "api.animation",
    "Film": "api.animation",
    "import_lst": "api.thermal",
    "sharpen": "api.thermal",
    "report": "api.pages",
    "Report": "api.pages",
    "save": "api.saving",
    "login": "api.session",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562)
    if name == "__version__":
        from sentinel_toolkit import paths

        return paths.version()
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = _PLACES.get(name, "contract.errors")
    found = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def classFactory(iface: QgisInterface) -> SentinelToolkitPlugin:  # noqa: N802  (QGIS calls it by this name)
    """Build the plugin for QGIS; the import stands inside so that the worker never meets it."""
    from sentinel_toolkit.plugin import SentinelToolkitPlugin

    return SentinelToolkitPlugin(iface)
