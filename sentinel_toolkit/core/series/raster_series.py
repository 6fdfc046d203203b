"""Series of rasters that are there already: their dates, what of them is shown, and their pixels on one grid."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import numpy as np
import shapely
from numpy.typing import NDArray
from odc.geo.crs import CRS
from odc.geo.geobox import GeoBox
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import InvalidRequestError, UnreadableRasterError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import SeriesRequest
from sentinel_toolkit.contract.thermal import file_of
from sentinel_toolkit.core.dates.moments import Moment, Observation
from sentinel_toolkit.core.geo.area import LONLAT, middle_longitude, on_the_globe, split, unwrap
from sentinel_toolkit.core.geo.grid import is_north_up, longer_side, own_grid, result_grid
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.imagery import own_rasters
from sentinel_toolkit.core.pixels.indices import INDICES, normalised_difference
from sentinel_toolkit.core.pixels.quantities import quantity_of
from sentinel_toolkit.core.rasters.on_grid import read_on_grid
from sentinel_toolkit.core.rasters.outline import pixels_of_area
from sentinel_toolkit.core.scenes.rows import read_rows
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.series.dated_rasters import DatedRaster, list_rasters, look_at
from sentinel_toolkit.core.series.members import median_of_members
from sentinel_toolkit.core.series.source import GroundWanted

MAX_REFLECTANCE = 10.0  # snow and sun glint reach 2: more is a scale that nobody stated
MIDNIGHT = datetime.time()


@dataclass(frozen=True, eq=False)
class RasterSeries:
    """A SeriesSource of rasters: one band is a date's values; several are bands by name, or dates by description."""

    rasters: tuple[DatedRaster, ...]
    quantity: str
    grid: GeoBox
    inside: NDArray[np.bool_]
    footprint: BaseGeometry
    """The grid's, in longitude and latitude."""
    longitude: float
    limit_mb: float
    at_once: int = 1

    @property
    def files(self) -> frozenset[Path]:
        """Return the files of the rasters."""
        return frozenset(Path(raster.path).resolve() for raster in self.rasters)

    @property
    def unit(self) -> str:
        """Return the unit of the values: as the rasters state it, or as the quantity has it."""
        stated = {raster.unit for raster in self.rasters}
        return stated.pop() if len(stated) == 1 and stated != {""} else quantity_of(self.quantity).unit

    @property
    def observations(self) -> list[Observation]:
        """Return the rasters; midnight is no time of a pass, but stands for a day without one."""
        return [
            Observation(
                raster.time,
                (raster,),
                (raster.path, *raster.numbers.values()),
                raster.time.date() if raster.time.time() == MIDNIGHT else None,
            )
            for raster in self.rasters
        ]

    def read(self, moment: Moment, report: Report) -> tuple[NDArray[np.float32], list[Scene]]:
        """Return the map (y, x) of a Moment, NaN where there is none, and a Scene for each raster that it shows.

        Raises
        ------
        ToolkitError
            If no raster of it can be read.
        """

        def read_one(raster: DatedRaster, grid: GeoBox) -> NDArray[np.float32]:
            report.checkpoint()
            return self._values(raster, grid)

        values, used = median_of_members(moment.members, self.grid, read_one, self.limit_mb, report)
        values[~self.inside] = np.nan
        return values, [self._as_scene(raster) for raster in used]

    def _values(self, raster: DatedRaster, grid: GeoBox) -> NDArray[np.float32]:
        index = INDICES.get(self.quantity)
        if index is None or "" in raster.numbers:
            return read_on_grid(
                raster.path, [*raster.numbers.values()], grid, limits=own_rasters.limits_of(self.quantity)
            )[0]
        numbers, limits = [raster.numbers[name] for name in index.bands], own_rasters.REFLECTANCE.limits
        bands = read_on_grid(raster.path, numbers, grid, limits=limits) + np.float32(raster.shift)
        if index.compute is not normalised_difference and np.nanmax(bands, initial=0) > MAX_REFLECTANCE:
            raise UnreadableRasterError(
                f"{Path(raster.path).name} holds values up to {np.nanmax(bands):g}, which are no reflectance.",
                "Set the scale of its bands (0.0001 for reflectance x 10000).",
            )
        return index.compute(*bands).astype(np.float32)

    def _as_scene(self, raster: DatedRaster) -> Scene:
        path = Path(raster.path)
        return Scene(
            path.stem,
            *("", "", "raster"),
            raster.time,
            self.footprint,
            "raster",
            self_href=Path(file_of(raster.path)).resolve().as_uri(),
        )


def open_raster_series(request: SeriesRequest, ground: GroundWanted, report: Report) -> RasterSeries:
    """Look at the rasters of a request, and put them on a ground.

    Raises
    ------
    ToolkitError
        If no raster can be used, or the grid is too large.
    """
    dated, grids = _look_at_all(request, report)
    first, area = grids[0], ground.area
    if area:
        outline = transform_geometry(area.original, area.crs, str(first.crs))
    else:
        boxes = [transform_geometry(shapely.box(*g.boundingbox), str(g.crs), str(first.crs)) for g in set(grids)]
        outline = shapely.box(*shapely.union_all(boxes).bounds)
    grid = ground.accept(_grid_on(outline, first, ground))
    lonlat = transform_geometry(shapely.box(*grid.boundingbox), str(grid.crs), LONLAT)
    footprint = on_the_globe(split(unwrap(lonlat)))
    return RasterSeries(
        tuple(dated),
        request.quantity,
        grid,
        pixels_of_area(outline if area and request.clip else None, grid),
        footprint,
        area.centre[0] if area else middle_longitude(footprint),
        request.memory_limit_mb,
    )


def _look_at_all(request: SeriesRequest, report: Report) -> tuple[list[DatedRaster], list[GeoBox]]:
    """Return the DatedRasters of a request, and the grid of each file; one that cannot be used is left out and said."""
    rows = (
        list_rasters(request.raster_folder)
        if request.raster_folder
        else read_rows(request.rasters_path, "RASTERS", ("path",))
    )
    if not rows:
        raise InvalidRequestError("RASTERS holds no raster.", "Choose some.")
    rasters: list[DatedRaster] = []
    grids, problems, unsure = [], [], []
    for row in rows:
        report.checkpoint()
        try:
            dated, grid = look_at(row, request.quantity)
            shift = _shift_of(dated[0], request)
        except UnreadableRasterError as error:
            problems.append(error)
            report.warning(f"Skipped: {error}")
            continue
        if not shift.is_known:
            unsure.append(Path(row["path"]).name)
        rasters += [replace(raster, shift=shift.value) for raster in dated]
        grids.append(grid)
    if not rasters:
        raise problems[0]
    if unsure:
        others = f" and {len(unsure) - 1} more" if len(unsure) > 1 else ""
        report.warning(own_rasters.unknown_shift(f"The bands of {unsure[0]}{others}", request.quantity))
    return rasters, grids


def _shift_of(raster: DatedRaster, request: SeriesRequest) -> own_rasters.BandShift:
    """Return the BandShift of a raster's bands of reflectance; 0 of what is the quantity itself.

    Raises
    ------
    UnreadableRasterError
        If its values are not those of the quantity.
    """
    samples = [own_rasters.sample(raster.path, number) for number in raster.numbers.values()]
    if "" not in raster.numbers:
        return own_rasters.shift_of([raster.path], samples, request.offset)
    known = own_rasters.range_of(request.quantity)
    if known and (problem := known.problem_of(samples[0].values, Path(raster.path).name)):
        raise UnreadableRasterError(*problem)
    return own_rasters.BandShift(0.0, True)


def _grid_on(outline: BaseGeometry, first: GeoBox, ground: GroundWanted) -> GeoBox:
    """Return the grid that covers an outline: the first raster's own pixels, unless others are wanted or needed."""
    own, wanted = math.sqrt(abs(first.transform.determinant)), longer_side(outline) / ground.longer_side_px
    if ground.resolution_m or wanted > own or not is_north_up(first):
        crs = cast("CRS", first.crs)  # a raster without one is refused when it is looked at
        return result_grid(outline, crs, [first], ground.resolution_m or max(own, wanted), ground.snap)
    return own_grid(first, outline, ground.snap)
