"""Prove an environment: every library of all jobs imports, every kernel compiles (and stays in the cache)."""

from __future__ import annotations

import importlib
import importlib.metadata
import platform

from sentinel_toolkit.contract.environment import SetUpEnvironmentRequest, SetUpEnvironmentResult
from sentinel_toolkit.contract.extras import has
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.animation.formats import classes as frame_pixels
from sentinel_toolkit.core.animation.formats import lzw
from sentinel_toolkit.core.composites import methods as composites
from sentinel_toolkit.core.geo import projections
from sentinel_toolkit.core.pixels import encoding as pixels
from sentinel_toolkit.core.pixels import indices
from sentinel_toolkit.core.rasters.tiff import averages as overviews
from sentinel_toolkit.core.rasters.tiff import pieces as raster_pieces
from sentinel_toolkit.core.rasters.tiff import reading as raster_tiles
from sentinel_toolkit.core.series import zonal
from sentinel_toolkit.core.swaths.gridding import grid as swath_grid
from sentinel_toolkit.core.swaths.gridding import window as swath_window
from sentinel_toolkit.core.thermal.cells import interpolation as cell_interpolation
from sentinel_toolkit.core.thermal.cells import sums as cell_sums
from sentinel_toolkit.core.thermal.model import regression_trees

LIBRARIES = {
    "rasterio": "rasterio",
    "odc.geo": "odc-geo",
    "scipy.ndimage": "scipy",
    "shapely": "shapely",
    "pyproj": "pyproj",
    "pystac": "pystac",
    "pystac_client": "pystac-client",
    "requests": "requests",
    "defusedxml": "defusedxml",
    "netCDF4": "netCDF4",
    "PIL": "pillow",
    "jinja2": "jinja2",
    "matplotlib": "matplotlib",
    "exactextract": "exactextract",
}

KERNELS = (
    *(pixels, indices, composites, projections, swath_grid, swath_window, frame_pixels, lzw, zonal),
    *(cell_sums, cell_interpolation, raster_pieces, raster_tiles, overviews),
)
KERNELS_OF_EXTRAS = {"trees": regression_trees}


def run(_request: SetUpEnvironmentRequest, report: Report) -> SetUpEnvironmentResult:
    """Import the libraries and warm the kernels; whatever fails says so by itself."""
    for module in LIBRARIES:
        report.checkpoint()
        importlib.import_module(module)
    beside = [kernels for name, kernels in KERNELS_OF_EXTRAS.items() if has(name)]
    for kernels in (*KERNELS, *beside):
        report.checkpoint()
        kernels.warm_up()
    versions = tuple(f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES.values())
    return SetUpEnvironmentResult(platform.python_version(), versions)
