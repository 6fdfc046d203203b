"""The coarse temperatures to sharpen: a raster in K or °C, or a pass of Sentinel-3, around a fine grid."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import shapely
from odc.geo.geobox import GeoBox
from rasterio.errors import RasterioError

from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError, UnreadableRasterError
from sentinel_toolkit.core.io.pass_reader import PassOptions, read_pass
from sentinel_toolkit.core.io.raster_reading import read_on_grid
from sentinel_toolkit.core.io.rasters import gdal_words
from sentinel_toolkit.core.science.area import LONLAT
from sentinel_toolkit.core.science.grid import choose_crs, lattice_grid, transform_geometry
from sentinel_toolkit.core.science.quantities import KELVIN

SWATH_PIXEL_M = 1000.0
AROUND = 4  # coarse pixels beyond the fine grid: for interpolation at its edge
KELVIN_RANGE, CELSIUS_RANGE = (180.0, 370.0), (-90.0, 95.0)  # of the Earth's surface
FILL_BELOW_K = 150.0  # 0 K and the like, where nobody declared it as nodata
AT_NIGHT = "Vegetation and soil differ by day only: take a pass by day (PASS day of Search scenes)."


@dataclass(frozen=True)
class CoarseTemperature:
    """``lst_k`` float64 (row, column) on ``grid``, NaN where there is none; ``scenes`` it was measured in (none known
    of a raster), and ``source`` in words.
    """

    grid: GeoBox
    lst_k: np.ndarray
    scenes: tuple
    source: str

    @property
    def pixel_m(self):
        """Return the side of a pixel, in metres."""
        return side_m(self.grid)


def side_m(grid):
    """Return the side of a grid's pixels, in metres; of a grid in degrees, in its middle."""
    side = float(np.sqrt(abs(grid.transform.determinant)))
    if not grid.crs.geographic:
        return side * float(grid.crs.proj.axis_info[0].unit_conversion_factor)
    _, latitude = grid.transform @ (grid.shape[1] / 2, grid.shape[0] / 2)
    return side * 111_320 * float(np.sqrt(max(np.cos(np.radians(latitude)), 0.01)))  # m in a degree of the equator


def read_raster(path, fine_grid, report):
    """Return the CoarseTemperature of a raster around a fine grid.

    Raises
    ------
    UnreadableRasterError
        If it cannot be read, has no place, or its values are no temperatures.
    NoOverlapError
        If it does not meet the fine grid.
    InvalidRequestError
        If it was measured by night.
    """
    name = Path(path).name
    _refuse_night(path)
    whole, band = _look_at(path)
    ground = transform_geometry(shapely.box(*fine_grid.boundingbox), str(fine_grid.crs), str(whole.crs))
    x, y = shapely.get_coordinates(ground).T
    columns, rows = ~whole.transform @ (x, y)
    if not (np.isfinite(columns) & np.isfinite(rows)).all():
        raise NoOverlapError(f"The fine rasters have no place in the CRS of {name}.", "Is its CRS right?")
    top, left = (max(0, int(np.floor(line.min())) - AROUND) for line in (rows, columns))
    bottom, right = (
        min(size, int(np.ceil(line.max())) + AROUND) for line, size in zip((rows, columns), whole.shape, strict=True)
    )
    if bottom <= top or right <= left or rows.min() >= whole.shape[0] or columns.min() >= whole.shape[1]:
        raise NoOverlapError(f"{name} and the fine rasters do not meet.", "Do both show the same place?")
    grid = whole[top:bottom, left:right]
    values = read_on_grid(path, [band], grid)[0].astype(np.float64)
    return CoarseTemperature(grid, _in_kelvin(values, name, report), (), f"the raster {name}")


def _look_at(path):
    """Return (grid, number of the band with temperatures) of a raster."""
    try:
        with rasterio.open(path) as dataset:
            if dataset.crs is None or dataset.transform.is_identity:
                raise UnreadableRasterError(
                    f"{Path(path).name} has no georeference.", "It cannot be placed on the map."
                )
            names = list(dataset.descriptions)
            band = names.index("LST") + 1 if "LST" in names else 1
            return GeoBox(dataset.shape, dataset.transform, dataset.crs.to_wkt()), band
    except (RasterioError, OSError) as error:
        raise UnreadableRasterError(
            f"{Path(path).name} cannot be opened: {gdal_words(error)}.", "Is it complete?"
        ) from error


def _in_kelvin(values, name, report):
    """Return temperatures in kelvin; degrees Celsius are known by their size, and converted."""
    values[~np.isfinite(values)] = np.nan
    known = values[np.isfinite(values)]
    if not known.size:
        return values
    positive = known[known > FILL_BELOW_K]
    if positive.size and KELVIN_RANGE[0] <= np.median(positive) <= KELVIN_RANGE[1]:
        return np.where(values > FILL_BELOW_K, values, np.nan)
    middle = float(np.median(known))
    if CELSIUS_RANGE[0] <= middle <= CELSIUS_RANGE[1]:
        report.warning(
            f"{name} is taken to be in °C: its values lie around {middle:.1f}. They were converted to kelvin."
        )
        return values + KELVIN
    raise UnreadableRasterError(
        f"{name} holds values around {middle:g}, which are no temperatures in K or °C.",
        "Is it the right band? Packed integers need their scale (0.02 for MODIS).",
    )


def _refuse_night(path):
    """Refuse a raster of ours whose item says that it was measured by night."""
    try:
        properties = json.loads(Path(path).with_suffix(".json").read_text("utf-8"))["properties"]
    except (OSError, ValueError, LookupError, TypeError):
        return
    if isinstance(properties, dict) and properties.get("sentinel_toolkit:is_day") is False:
        raise InvalidRequestError(f"{Path(path).name} was measured by night.", AT_NIGHT)


def read_swath(one, fine_grid, report):
    """Return the CoarseTemperature of a pass of Sentinel-3 around a fine grid.

    It lies on multiples of 1000 m in the fine grid's CRS, or in the UTM zone where that is in degrees. Each cell has
    the nearest pixel: interpolation between four would blur the temperatures, and so weaken their link with NDVI (on
    the sample with truth the result errs by 1.43 K instead of 1.80 K).

    Parameters
    ----------
    one : Pass
    fine_grid : GeoBox
    report : Report

    Raises
    ------
    InvalidRequestError
        If it is a pass by night.
    ToolkitError
        If it cannot be read, or misses the grid.
    """
    ground = shapely.box(*fine_grid.boundingbox)
    centre = transform_geometry(ground, str(fine_grid.crs), LONLAT).centroid
    is_metric = not fine_grid.crs.geographic and side_m(fine_grid) == abs(fine_grid.resolution.x)
    crs = fine_grid.crs if is_metric else choose_crs("", [], (centre.x, centre.y))
    west, south, east, north = transform_geometry(ground, str(fine_grid.crs), str(crs)).bounds
    margin = AROUND * SWATH_PIXEL_M
    grid = lattice_grid((west - margin, south - margin, east + margin, north + margin), crs, SWATH_PIXEL_M)
    found = read_pass(one, grid, PassOptions(("LST",), "nearest"), report)
    if not found.is_day:
        raise InvalidRequestError(f"{one.name} is a pass by night.", AT_NIGHT)
    text = f"Sentinel-3 {one.name}, cloud by {found.cloud_rule}, nearest pixels at 1000 m"
    return CoarseTemperature(grid, found.values[0].astype(np.float64), found.scenes, text)
