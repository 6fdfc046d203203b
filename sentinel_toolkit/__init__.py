"""Sentinel Toolkit. Importing the package does nothing: QGIS's Python and the worker's Python both do it."""


def classFactory(iface):  # noqa: N802  (QGIS calls it by this name)
    """Build the plugin for QGIS; the import stands inside so that the worker never meets it."""
    from sentinel_toolkit.plugin import SentinelToolkitPlugin

    return SentinelToolkitPlugin(iface)
