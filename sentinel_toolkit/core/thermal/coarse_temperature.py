"""The coarse temperatures to sharpen: a raster in K or °C, or a pass of Sentinel-3, around a fine grid."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError, UnreadableRasterError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.geo.area import LONLAT
from sentinel_toolkit.core.geo.grid import choose_crs, lattice_grid
from sentinel_toolkit.core.geo.transformations import transform_geometry, transformer_between
from sentinel_toolkit.core.imagery.own_rasters import POSSIBLE_K, TEMPERATURES
from sentinel_toolkit.core.pixels.quantities import KELVIN
from sentinel_toolkit.core.rasters.on_grid import look_at, read_on_grid
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.swaths.pass_reader import PassOptions, read_pass
from sentinel_toolkit.core.swaths.passes import Pass

SWATH_PIXEL_M = 1000.0
AROUND = 4  # coarse pixels beyond the fine grid: for interpolation at its edge
HALF_TURN = 180.0  # degrees
TRUE_SCALE = 0.01  # by which a CRS's metre may differ from one on the ground, for the swath to lie on it
ELLIPSOID = pyproj.Geod(ellps="WGS84")
AT_NIGHT = "Vegetation and soil differ by day only: take a pass by day (PASS day of Search scenes)."


@dataclass(frozen=True)
class CoarseTemperature:
    """The temperatures, and where they are from."""

    grid: GeoBox
    lst_k: NDArray[np.float64]
    """Shape (row, column); NaN where there is none."""
    scenes: tuple[Scene, ...]
    """It was measured in; none are known of a raster."""
    source: str
    """In words."""

    @property
    def pixel_m(self) -> float:
        """Return the side of a pixel, in metres."""
        return side_m(self.grid)


def side_m(grid: GeoBox) -> float:
    """Return the side of a grid's pixels on the ground, in its middle, in metres: whatever its CRS calls a metre."""
    height, width = grid.shape
    across, down = np.array([(width / 2, height / 2), (width / 2 + 1, height / 2), (width / 2, height / 2 + 1)]).T
    x, y = grid.transform @ (across, down)
    longitude, latitude = transformer_between(str(grid.crs), LONLAT).transform(x, y)
    if not np.isfinite([longitude, latitude]).all():
        return float(np.sqrt(abs(grid.transform.determinant)))
    _, _, sides = ELLIPSOID.inv(longitude[[0, 0]], latitude[[0, 0]], longitude[1:], latitude[1:])
    return float(np.sqrt(sides[0] * sides[1]))


def pixel_of(request: ThermalSharpeningRequest) -> float:
    """Return the side of the temperatures' pixels of a request, m, before they are read."""
    return side_m(look_at(request.lst, "LST")[0]) if request.lst else SWATH_PIXEL_M


def read_raster(path: str, fine_grid: GeoBox, report: Report) -> CoarseTemperature:
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
    whole, band = look_at(path, "LST")
    grid = _window_of(whole, fine_grid, name, report)
    values = read_on_grid(path, [band], grid)[0].astype(np.float64)
    return CoarseTemperature(grid, _in_kelvin(values, f"{name}, band {band},", report), (), f"the raster {name}")


def _window_of(whole: GeoBox, fine_grid: GeoBox, name: str, report: Report) -> GeoBox:
    """Return the part of a raster's grid around the fine pixels.

    Raises
    ------
    NoOverlapError
        If they do not meet.
    """
    ground = transform_geometry(shapely.box(*fine_grid.boundingbox), str(fine_grid.crs), str(whole.crs))
    x, y = shapely.get_coordinates(ground).T
    if (
        whole.crs is not None and whole.crs.geographic and np.ptp(x) > HALF_TURN
    ):  # beyond ±180 the other side of the seam is counted on
        x = np.where(x < 0, x + 2 * HALF_TURN, x)
        report.warning(f"The area lies on both sides of 180°, and {name} is read on one of them alone.")
    columns, rows = ~whole.transform @ (x, y)
    if not (np.isfinite(columns) & np.isfinite(rows)).all():
        raise NoOverlapError(f"The fine rasters have no place in the CRS of {name}.", "Is its CRS right?")
    top, left = (max(0, int(np.floor(line.min())) - AROUND) for line in (rows, columns))
    bottom, right = (
        min(size, int(np.ceil(line.max())) + AROUND) for line, size in zip((rows, columns), whole.shape, strict=True)
    )
    if bottom <= top or right <= left or rows.min() >= whole.shape[0] or columns.min() >= whole.shape[1]:
        raise NoOverlapError(f"{name} and the fine rasters do not meet.", "Do both show the same place?")
    return whole[top:bottom, left:right]


def _in_kelvin(values: NDArray[np.float64], name: str, report: Report) -> NDArray[np.float64]:
    """Return temperatures in kelvin; degrees Celsius are known by their size, and converted.

    What no ground on Earth can have is fill that nobody declared.
    """
    known = values[np.isfinite(values)]
    kelvin = known[(known >= POSSIBLE_K[0]) & (known <= POSSIBLE_K[1])]
    celsius = known[(known + KELVIN >= POSSIBLE_K[0]) & (known + KELVIN <= POSSIBLE_K[1])]
    if known.size and not max(kelvin.size, celsius.size):
        raise UnreadableRasterError(*TEMPERATURES.refusal(known, name))
    if celsius.size > kelvin.size:
        report.warning(
            f"{name} is taken to be in °C: its values lie around {np.median(celsius):.1f}. They were made kelvin."
        )
        values = values + KELVIN
    with np.errstate(invalid="ignore"):
        return np.where((values >= POSSIBLE_K[0]) & (values <= POSSIBLE_K[1]), values, np.nan)


def _refuse_night(path: str) -> None:
    """Refuse a raster of ours whose item says that it was measured by night."""
    try:
        properties = json.loads(Path(path).with_suffix(".json").read_text("utf-8"))["properties"]
    except (OSError, ValueError, LookupError, TypeError):
        return
    if isinstance(properties, dict) and properties.get("sentinel_toolkit:is_day") is False:
        raise InvalidRequestError(f"{Path(path).name} was measured by night.", AT_NIGHT)


def read_swath(overpass: Pass, fine_grid: GeoBox, report: Report) -> CoarseTemperature:
    """Return the CoarseTemperature of a pass of Sentinel-3 around a fine grid.

    It lies on multiples of 1000 m in the fine grid's CRS, or in the UTM zone where that is in degrees. Each cell has
    the nearest pixel: interpolation between four would blur the temperatures, and so weaken their link with NDVI (on
    the sample with truth the result errs by 1.43 K instead of 1.80 K).

    Raises
    ------
    InvalidRequestError
        If it is a pass by night.
    ToolkitError
        If it cannot be read, or misses the grid.
    """
    ground = shapely.box(*fine_grid.boundingbox)
    centre = transform_geometry(ground, str(fine_grid.crs), LONLAT).centroid
    nominal = np.sqrt(abs(fine_grid.transform.determinant))
    crs = fine_grid.crs
    if crs is None or crs.geographic or not abs(side_m(fine_grid) / nominal - 1) < TRUE_SCALE:
        crs = choose_crs("", [], (centre.x, centre.y))
    west, south, east, north = transform_geometry(ground, str(fine_grid.crs), str(crs)).bounds
    margin = AROUND * SWATH_PIXEL_M
    grid = lattice_grid((west - margin, south - margin, east + margin, north + margin), crs, SWATH_PIXEL_M)
    found = read_pass(overpass, grid, PassOptions(("LST",), "nearest"), report)
    if not found.is_day:
        raise InvalidRequestError(f"{overpass.name} is a pass by night.", AT_NIGHT)
    text = f"Sentinel-3 {overpass.name}, cloud by {found.cloud_rule}, nearest pixels at 1000 m"
    return CoarseTemperature(grid, found.values[0].astype(np.float64), found.scenes, text)
