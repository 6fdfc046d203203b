"""Series of Sentinel-2 and Sentinel-3 scenes: an index of each date on one grid, read one date at a time."""

from __future__ import annotations

import collections

import numpy as np

from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError
from sentinel_toolkit.contract.events import Progress
from sentinel_toolkit.contract.imagery import BANDS, INDICES, ImageryRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.swaths import SWATH_VARIABLES
from sentinel_toolkit.core.composites.layers import IndexOfBlock
from sentinel_toolkit.core.composites.methods import Composite
from sentinel_toolkit.core.dates.moments import Observation
from sentinel_toolkit.core.geo.area import LONLAT, area_of_footprints, split
from sentinel_toolkit.core.geo.grid import choose_crs, longer_side, result_grid, transform_geometry
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.imagery.scene_stack import SceneStack
from sentinel_toolkit.core.pixels.quantities import quantity_of
from sentinel_toolkit.core.rasters.outline import pixels_of_area
from sentinel_toolkit.core.series.members import median_of_members
from sentinel_toolkit.core.swaths.pass_reader import PassOptions, read_pass
from sentinel_toolkit.core.swaths.passes import passes_of

SWATH_RESOLUTION_M = 1000.0


class SceneSeries:
    """Sentinel-2 scenes: tiles of one pass are one observation, several observations become their median.

    Parameters
    ----------
    request : SeriesRequest
    scenes : list of Scene
    ground : GroundWanted
    report : Report
    """

    unit = ""

    def __init__(self, request, scenes, ground, report):
        if request.quantity not in (*INDICES, *BANDS):
            raise InvalidRequestError(
                f"Sentinel-2 has no {request.quantity}.", f"Use one of {', '.join(INDICES)}, or a band such as B04."
            )
        is_band = request.quantity in BANDS
        composite = Composite("median", (request.quantity,), "" if is_band else request.quantity)
        imagery = ImageryRequest(
            scenes_path=request.scenes_path,
            bands=composite.needed_bands,
            aoi_wkt=request.aoi_wkt,
            aoi_crs=request.aoi_crs,
            clip=request.clip,
            mask_classes=request.mask_classes,
            grow_mask_m=request.grow_mask_m,
            offset=request.offset,
            resolution_m=ground.resolution_m or 10.0,
            memory_limit_mb=request.memory_limit_mb,
            threads=request.threads,
        )
        self._work = IndexOfBlock(composite)
        self._stack = SceneStack(
            imagery,
            scenes,
            report,
            composite.needed_bands,
            composite.planes,
            longer_side_px=0 if ground.resolution_m else ground.longer_side_px,
        )
        self.grid = ground.accept(self._stack.grid)
        self.inside = pixels_of_area(self._stack.counted, self.grid)
        self.longitude = area_of_footprints(self._stack.footprints).centre[0]

    @property
    def observations(self):
        """Return the passes that could be opened, as Observations."""
        by_pass = collections.defaultdict(list)
        for scene in self._stack.scenes:
            by_pass[scene.acquisition].append(scene)
        return [Observation(scenes[0].datetime, tuple(scenes), key) for key, scenes in by_pass.items()]

    def read(self, moment, report):
        """Return (values, scenes that gave pixels) of a Moment: float32 (y, x), NaN where there is none.

        Raises
        ------
        ToolkitError
            If no scene of it can be read.
        """
        part = self._stack.only({scene.key for scene in moment.members}, {}, _without_notes(report))
        values = np.full(self.grid.shape, np.nan, np.float32)

        def write(row, column, block):
            height, width = block.shape
            values[row : row + height, column : column + width] = block

        part.process(self._work, write)
        return values, part.contributed


def _without_notes(report):
    """Return a report that passes on warnings and fractions, but not how each date is cut into blocks."""

    def emit(event):
        if isinstance(event, Progress):
            report.emit(Progress(event.fraction))
        elif event.warning:
            report.emit(event)

    return Report(emit, report.is_cancelled, report.secrets)


class SwathSeries:
    """Sentinel-3 scenes: frames of one pass are one observation, several observations become their median.

    Parameters
    ----------
    request : SeriesRequest
    scenes : list of Scene
    ground : GroundWanted
    report : Report
    """

    def __init__(self, request, scenes, ground, _report):
        if request.quantity not in SWATH_VARIABLES:
            raise InvalidRequestError(
                f"Sentinel-3 LST products have no {request.quantity}.",
                f"Use INDEX NDVI or LST, or a BAND of {', '.join(SWATH_VARIABLES[:7])}.",
            )
        area = ground.area
        near = {scene.key for scene in (scenes_near(scenes, area) if area else scenes)}
        # A pass is the same one, and begins at the same time, whatever part of it is looked at.
        self._passes = [one for one in passes_of(scenes) if near & {scene.key for scene in one.scenes}]
        self._options, self._limit_mb = PassOptions((request.quantity,)), request.memory_limit_mb
        self.unit = quantity_of(request.quantity).unit
        place = area or area_of_footprints([scene.footprint for one in self._passes for scene in one.scenes])
        crs = choose_crs("", [], place.centre)
        source, source_crs = (area.original, area.crs) if area else (split(place.geometry), LONLAT)
        outline = transform_geometry(source, source_crs, str(crs))
        finest = max(SWATH_RESOLUTION_M, longer_side(outline) / ground.longer_side_px)
        self.grid = ground.accept(result_grid(outline, crs, [], ground.resolution_m or finest, ground.snap))
        self.inside = pixels_of_area(outline if request.clip else None, self.grid)
        self.longitude = place.centre[0]

    @property
    def observations(self):
        """Return the passes as Observations."""
        return [Observation(one.time, (one,), one.name) for one in self._passes]

    def read(self, moment, report):
        """Return (values, scenes that gave pixels) of a Moment: float32 (y, x), NaN where there is none.

        Raises
        ------
        ToolkitError
            If no pass of it can be read.
        """
        scenes = []

        def read_one(one, grid):
            try:
                found = read_pass(one, grid, self._options, report)
            except NoOverlapError:  # its footprint is larger than what was measured
                return None
            scenes.extend(scene for scene in found.scenes if scene not in scenes)
            return found.values[0]

        values, _ = median_of_members(moment.members, self.grid, read_one, self._limit_mb, report)
        values[~self.inside] = np.nan
        return values, scenes
