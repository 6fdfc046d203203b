"""Sentinel Toolkit. Importing the package does nothing: QGIS's Python and the worker's Python both do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from sentinel_toolkit.plugin import SentinelToolkitPlugin


def classFactory(iface: QgisInterface) -> SentinelToolkitPlugin:  # noqa: N802  (QGIS calls it by this name)
    """Build the plugin for QGIS; the import stands inside so that the worker never meets it."""
    from sentinel_toolkit.plugin import SentinelToolkitPlugin

    return SentinelToolkitPlugin(iface)
