"""What a series of dates is read from, whatever it is: scenes of either satellite, or rasters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import GridTooLargeError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import MAX_FRAME_PIXELS
from sentinel_toolkit.core.dates.moments import Moment, Observation
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.geo.grid import SNAP
from sentinel_toolkit.core.scenes.scene import Scene


@dataclass(frozen=True)
class GroundWanted:
    """The ground of a series."""

    area: Area | None
    """None: that of the sources."""
    resolution_m: float = 0.0
    """0: the area is ``longer_side_px`` pixels long, but no finer than the source."""
    longer_side_px: int = 1000
    most_pixels: int = MAX_FRAME_PIXELS
    """Of a grid."""
    snap: float = SNAP
    """That of ``lattice_grid``."""

    def accept(self, grid: GeoBox) -> GeoBox:
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


class SeriesSource(Protocol):
    """What is open of a series, on one grid."""

    @property
    def grid(self) -> GeoBox:
        """Return the grid of all maps."""

    @property
    def at_once(self) -> int:
        """Return how many dates may be read at a time: several where each mostly waits for a server."""

    @property
    def inside(self) -> NDArray[np.bool_]:
        """Return which pixels belong to the ground, shape (y, x)."""

    @property
    def longitude(self) -> float:
        """Return that of the ground's centre, in degrees: the sun there decides what a day is."""

    @property
    def unit(self) -> str:
        """Return the unit of the values; empty: none."""

    @property
    def files(self) -> frozenset[Path]:
        """Return the files that the maps come from, where these are rasters: no output may replace them."""

    @property
    def observations(self) -> list[Observation]:
        """Return what was seen, each by itself."""

    def read(self, moment: Moment, report: Report) -> tuple[NDArray[np.float32], list[Scene]]:
        """Return the map (y, x) of a Moment, NaN where there is none, and the scenes that it shows.

        Raises
        ------
        ToolkitError
            If nothing of it can be read.
        """
