"""PATH of child processes on Windows: QGIS's folders hold other versions of the libraries that the worker loads.

Nothing here asks which system it runs on, so that all of it is tested on any.
"""

from __future__ import annotations

import ntpath
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SEPARATOR = ";"


def host_root(base_prefix: str, osgeo_root: str = "") -> str:
    r"""Return the folder below which all is QGIS's.

    Parameters
    ----------
    base_prefix
        Of QGIS's Python: ``…\apps\Python312`` of OSGeo4W and of the installer, or the folder of a conda environment.
    osgeo_root
        What OSGEO4W_ROOT says.

    >>> host_root(r"C:\Program Files\QGIS 3.40\apps\Python312")
    'C:\\Program Files\\QGIS 3.40'
    >>> host_root(r"C:\conda")
    'C:\\conda'
    """
    prefix = PureWindowsPath(base_prefix)
    is_osgeo = prefix.parent.name.lower() == "apps"
    root = PureWindowsPath(osgeo_root) if osgeo_root else prefix.parent.parent if is_osgeo else prefix
    # A whole drive is nobody's: it would take all that is installed away.
    return "" if root == PureWindowsPath(root.anchor) else str(root)


def without_host(path: str, roots: tuple[str, ...]) -> str:
    r"""Return PATH without what lies in one of the folders.

    >>> without_host(r"C:\OSGeo4W\bin;C:\OSGeo4W2\bin;c:\osgeo4w\apps\qgis\bin", (r"C:\OSGeo4W",))
    'C:\\OSGeo4W2\\bin'
    """
    return SEPARATOR.join(entry for entry in path.split(SEPARATOR) if not any(_is_in(entry, root) for root in roots))


def _is_in(entry: str, root: str) -> bool:
    """Tell whether a path is a folder or lies in it, whatever the case and the slashes."""
    inner, outer = (PureWindowsPath(ntpath.normcase(ntpath.normpath(text.strip('"')))) for text in (entry, root))
    return bool(root) and inner.parts[: len(outer.parts)] == outer.parts


def with_host_libraries(variables: Mapping[str, str], base_prefix: str) -> str:
    r"""Return the PATH that QGIS's own Python needs: its ssl and sqlite load libraries of ``bin`` beside it."""
    root = host_root(base_prefix, variables.get("OSGEO4W_ROOT", ""))
    # conda has them in Library\bin of the environment.
    own = [ntpath.join(root, "bin"), ntpath.join(base_prefix, "Library", "bin"), base_prefix]
    return SEPARATOR.join([*(own if root else own[1:]), *filter(None, [variables.get("PATH", "")])])
