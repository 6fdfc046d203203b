"""A series of dates on one grid, wherever it comes from; read one date at a time, so that any length fits in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sentinel_toolkit.contract.errors import GridTooLargeError, InvalidRequestError, RasterError
from sentinel_toolkit.contract.series import MAX_FRAME_PIXELS
from sentinel_toolkit.core.dates.moments import Moment, moments_of
from sentinel_toolkit.core.geo.area import Area, area_from_wkt
from sentinel_toolkit.core.geo.grid import SNAP
from sentinel_toolkit.core.pixels.quantities import KELVIN
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.scenes.scene import LST
from sentinel_toolkit.core.scenes.scene_table import readable_scenes
from sentinel_toolkit.core.series.raster_series import RasterSeries
from sentinel_toolkit.core.series.scene_series import SceneSeries, SwathSeries

CELSIUS = "°C"


@dataclass(frozen=True)
class GroundWanted:
    """The ground of a series: its area (None: of the sources), and its resolution.

    ``resolution_m`` 0: the area is ``longer_side_px`` pixels long, but no finer than the source. A grid has at most
    ``most_pixels``; ``snap`` is that of ``lattice_grid``.
    """

    area: Area | None
    resolution_m: float = 0.0
    longer_side_px: int = 1000
    most_pixels: int = MAX_FRAME_PIXELS
    snap: float = SNAP

    def accept(self, grid):
        """Return a grid, unless it is too large.

        Raises
        ------
        GridTooLargeError
            If it is.
        """
        if grid.shape[0] * grid.shape[1] > self.most_pixels:
            raise GridTooLargeError(
                f"A map would have {grid.shape[1]} × {grid.shape[0]} pixels.",
                f"At most {self.most_pixels // 10**6} million fit in memory: choose a coarser RESOLUTION.",
            )
        return grid


@dataclass(frozen=True)
class Frame:
    """One date of a series, read: ``values`` float32 (y, x), NaN where there is none, and the ``scenes`` it shows."""

    moment: Moment
    values: np.ndarray
    scenes: list


class IndexSeries:
    """The dates of a SeriesRequest.

    Attributes
    ----------
    grid : GeoBox
    inside : ndarray of bool, shape (y, x)
        Pixels of the area.
    unit : str
        Of the values; empty: none.
    moments : list of Moment
        In time order.
    area : Area or None
    """

    def __init__(
        self,
        request,
        period,
        date_format,
        report,
        resolution_m=0.0,
        longer_side_px=1000,
        most_pixels=MAX_FRAME_PIXELS,
        snap=SNAP,
    ):
        self.area = area_from_wkt(request.aoi_wkt, request.aoi_crs) if request.aoi_wkt else None
        ground = GroundWanted(self.area, resolution_m, longer_side_px, most_pixels, snap)
        with gdal.environment():
            self._source = _open(request, ground, report)
        self.grid, self.inside = self._source.grid, self._source.inside
        longitude = self.area.centre[0] if self.area else self._source.longitude
        self.moments = moments_of(self._source.observations, period, longitude, date_format)
        is_celsius = request.units == "celsius" and request.quantity == "LST" and self._source.unit == "K"
        self._shift = KELVIN if is_celsius else 0.0
        self.unit = CELSIUS if self._shift else self._source.unit

    @property
    def files(self):
        """Return the files that the dates come from, where these are rasters."""
        return getattr(self._source, "files", frozenset())

    def frames(self, report):
        """Yield a Frame of each Moment; one that cannot be read is left out with a warning.

        Raises
        ------
        ToolkitError
            If none can be read.
        """
        problems = []
        for number, moment in enumerate(self.moments):
            part = report.part(number / len(self.moments), (number + 1) / len(self.moments))
            part.progress(0, "Reading the dates")
            try:
                with gdal.environment():
                    values, scenes = self._source.read(moment, part)
            except RasterError as error:
                problems.append(error)
                report.warning(f"Left out: {moment.label}: {error}")
                continue
            yield Frame(moment, values - np.float32(self._shift) if self._shift else values, scenes)
        if len(problems) == len(self.moments):
            raise problems[0]


def _open(request, ground, report):
    """Return the source of a request: scenes of one satellite, or rasters."""
    if not request.scenes_path:
        return RasterSeries(request, ground, report)
    scenes = readable_scenes(request.scenes_path)
    kinds = {scene.product == LST for scene in scenes}
    if len(kinds) > 1:
        raise InvalidRequestError(
            "INPUT holds scenes of Sentinel-2 and of Sentinel-3.", "Filter the layer: a series is of one of them."
        )
    return (SwathSeries if kinds.pop() else SceneSeries)(request, scenes, ground, report)
