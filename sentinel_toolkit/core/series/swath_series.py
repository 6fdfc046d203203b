"""Series of Sentinel-3 scenes: a quantity of each date on one grid, read one date at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import SeriesRequest
from sentinel_toolkit.contract.swaths import SWATH_VARIABLES
from sentinel_toolkit.core.dates.moments import Moment, Observation
from sentinel_toolkit.core.geo.area import LONLAT, area_of_footprints, split
from sentinel_toolkit.core.geo.grid import choose_crs, longer_side, result_grid
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.pixels.quantities import quantity_of
from sentinel_toolkit.core.rasters.outline import pixels_of_area
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.series.members import median_of_members
from sentinel_toolkit.core.series.source import GroundWanted
from sentinel_toolkit.core.swaths.pass_reader import PassOptions, read_pass
from sentinel_toolkit.core.swaths.passes import Pass, passes_of

SWATH_RESOLUTION_M = 1000.0


@dataclass(frozen=True, eq=False)
class SwathSeries:
    """A SeriesSource of Sentinel-3: frames of one pass are one observation, several become their median."""

    passes: tuple[Pass, ...]
    options: PassOptions
    grid: GeoBox
    inside: NDArray[np.bool_]
    longitude: float
    unit: str
    limit_mb: float
    files: frozenset[Path] = frozenset()
    at_once: int = 1

    @property
    def observations(self) -> list[Observation]:
        """Return the passes."""
        return [Observation(each.time, (each,), each.name) for each in self.passes]

    def read(self, moment: Moment, report: Report) -> tuple[NDArray[np.float32], list[Scene]]:
        """Return the map (y, x) of a Moment, NaN where there is none, and the scenes that gave pixels.

        Raises
        ------
        ToolkitError
            If no pass of it can be read.
        """
        scenes: list[Scene] = []

        def read_one(swath: Pass, grid: GeoBox) -> NDArray[np.float32] | None:
            try:
                found = read_pass(swath, grid, self.options, report)
            except NoOverlapError:  # its footprint is larger than what was measured
                return None
            scenes.extend(scene for scene in found.scenes if scene not in scenes)
            return found.values[0]

        values, _ = median_of_members(moment.members, self.grid, read_one, self.limit_mb, report)
        values[~self.inside] = np.nan
        return values, scenes


def open_swath_series(request: SeriesRequest, scenes: Sequence[Scene], ground: GroundWanted) -> SwathSeries:
    """Put the passes of Sentinel-3 scenes on a ground.

    Raises
    ------
    ToolkitError
        If the products have no such quantity, no scene meets the ground, or the grid is too large.
    """
    if request.quantity not in SWATH_VARIABLES:
        raise InvalidRequestError(
            f"Sentinel-3 LST products have no {request.quantity}.",
            f"Use INDEX NDVI or LST, or a BAND of {', '.join(SWATH_VARIABLES[:7])}.",
        )
    area = ground.area
    near = {scene.key for scene in scenes_near(scenes, area)}
    # A pass is the same one, and begins at the same time, whatever part of it is looked at.
    passes = tuple(each for each in passes_of(scenes) if near & {scene.key for scene in each.scenes})
    place = area or area_of_footprints([scene.footprint for each in passes for scene in each.scenes])
    crs = choose_crs("", [], place.centre)
    source, source_crs = (area.original, area.crs) if area else (split(place.geometry), LONLAT)
    outline = transform_geometry(source, source_crs, str(crs))
    finest = max(SWATH_RESOLUTION_M, longer_side(outline) / ground.longer_side_px)
    grid = ground.accept(result_grid(outline, crs, [], ground.resolution_m or finest, ground.snap))
    return SwathSeries(
        passes,
        PassOptions((request.quantity,)),
        grid,
        pixels_of_area(outline if request.clip else None, grid),
        place.centre[0],
        quantity_of(request.quantity).unit,
        request.memory_limit_mb,
    )
