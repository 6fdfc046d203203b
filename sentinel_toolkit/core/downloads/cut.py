"""The part of a cloud-optimised GeoTIFF (COG) that lies in an area, fetched without the rest."""

from __future__ import annotations

import math
from pathlib import Path

import shapely
from affine import Affine
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import NoOverlapError, ToolkitError, TransferError, UnreadableRasterError
from sentinel_toolkit.contract.open_files import replace_patiently
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.downloads.transfer import Arrival
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.door import Raster, open_scene_raster
from sentinel_toolkit.core.rasters.writing import NewRaster, create

ATTEMPTS = 3  # GDAL itself tries each request again
# The pixels of all Sentinel-2 bands (10, 20, 60 m) meet every 60 m: cuts on that lattice fit one another.
LATTICE_M = 60
BLOCK = 512  # pixels of the cut file's tiles
STRIP = 1024  # rows read at once: the tiles of a COG, so that none is fetched twice
Ranges = tuple[tuple[int, int], tuple[int, int]]  # rows and columns, each (start, stop)
_OPTIONS = {
    "driver": "GTiff",
    "tiled": True,
    "blockxsize": BLOCK,
    "blockysize": BLOCK,
    "compress": "deflate",
    "bigtiff": "IF_SAFER",
}


def cut(href: str, target: Path, area: Area, report: Report) -> Arrival | None:
    """Write the pixels of a remote COG within the area's bounds to ``target``; return the Arrival.

    Values, grid, nodata, scale and offset stay as they are. None is returned where the file is no COG, which must be
    fetched whole.

    Raises
    ------
    NoOverlapError
        If they do not meet.
    TransferError
        If the file cannot be read.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with gdal.environment():
                return _cut(href, target, area, report, attempt)
        except UnreadableRasterError as error:
            if attempt == ATTEMPTS:
                raise TransferError(error.message, error.hint) from error
    raise AssertionError("unreachable")


def _cut(href: str, target: Path, area: Area, report: Report, attempt: int) -> Arrival | None:
    with open_scene_raster(href) as source:
        # Striped files have blocks as wide as the image: a window of them is no smaller than the file.
        if source.block_shapes[0][1] >= source.width:
            return None
        window = window_of(source, transform_geometry(area.original, area.crs, source.crs.to_wkt()))
        if window is None:
            raise NoOverlapError(f"{href} does not touch the area.", "")
        profile = {key: source.profile[key] for key in ("count", "dtype", "crs", "nodata")}
        (top, bottom), (left, right) = window
        corner = source.transform @ Affine.translation(left, top)
        profile |= {"width": right - left, "height": bottom - top, "transform": corner}
        predictor = 2 if profile["dtype"].startswith(("int", "uint")) else 3
        part = target.with_name(f"{target.name}.part")  # the folder is ours alone: a killed job's is written over
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with create(part, **profile, predictor=predictor, **_OPTIONS) as copy:
                copy.scales, copy.offsets, copy.descriptions = source.scales, source.offsets, source.descriptions
                _copy(source, copy, window, href, report)
            replace_patiently(part, target)
        except gdal.FAILURES as error:
            raise ToolkitError(f"{target} cannot be written: {gdal.gdal_words(error)}.", "Is the disk full?") from error
        finally:
            part.unlink(missing_ok=True)
    return Arrival(target.stat().st_size, "", attempt)


def _copy(source: Raster, copy: NewRaster, window: Ranges, href: str, report: Report) -> None:
    (first, last), (left, right) = window
    for top in range(first, last, STRIP):
        report.checkpoint()
        bottom = min(top + STRIP, last)
        try:
            pixels = source.read(window=((top, bottom), (left, right)))
        except gdal.FAILURES as error:
            raise UnreadableRasterError(
                f"{href} cannot be read: {gdal.gdal_words(error)}.", "Check the network, or try again later."
            ) from error
        copy.write(pixels, window=((top - first, bottom - first), (0, right - left)))


def window_of(source: Raster, outline: BaseGeometry) -> Ranges | None:
    """Return the rows and columns (start, stop) of a dataset that cover an outline in its CRS, on the lattice.

    None is returned where they do not meet.
    """
    ground = shapely.box(*source.bounds)
    common = outline.intersection(ground)
    if common.area == 0:
        return None
    left, bottom, right, top = common.bounds
    (x0, y0), (x1, y1) = ~source.transform @ (left, top), ~source.transform @ (right, bottom)
    step = max(1, round(LATTICE_M / source.res[0])) if source.res[0] <= LATTICE_M else 1
    first_column, first_row = (math.floor(value / step + 1e-6) * step for value in (x0, y0))
    last_column, last_row = (math.ceil(value / step - 1e-6) * step for value in (x1, y1))
    last_column, last_row = min(last_column, source.width), min(last_row, source.height)
    return (first_row, last_row), (first_column, last_column)
