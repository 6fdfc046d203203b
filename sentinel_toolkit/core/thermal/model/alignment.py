"""How far temperatures and vegetation are out of register, and moving the former where that is certain."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.thermal.cells.sums import CellSums
from sentinel_toolkit.core.thermal.model.detail import detail_correlation
from sentinel_toolkit.core.thermal.model.models import Coarse

FloatArray = NDArray[np.floating]
BoolArray = NDArray[np.bool_]
REACH = 1.0  # coarse pixels that are looked around
MOST = 0.5  # coarse pixels that may be moved: a farther peak is another field, not the same one elsewhere
MIN_RISE = 0.05  # of |r|, below which a peak is noise
NOISE = 3.0  # standard errors of r of unrelated details, 1 / √n, that it must exceed


class Shift(NamedTuple):
    """Where NDVI fits the temperatures best: ``down`` and ``across`` in coarse pixels, and the correlations of their
    details there and as they are, of ``count`` pixels.
    """

    down: float
    across: float
    correlation: float
    correlation_before: float
    count: int = 0  # type: ignore[assignment]  # hides tuple.count, which is not called

    def on_the_map(self, grid: GeoBox) -> tuple[float, float]:
        """Return (pixels to the east, pixels to the north) of the shift on a grid's map, whichever way its rows run."""
        transform, side = grid.transform, np.sqrt(abs(grid.transform.determinant))
        east = transform.a * self.across + transform.b * self.down
        north = transform.d * self.across + transform.e * self.down
        return east / side, north / side

    @property
    def is_certain(self) -> bool:
        """Tell whether to trust it: half a pixel at most, green cool beyond doubt, |r| up by more than 0.05."""
        is_near = max(abs(self.down), abs(self.across)) <= MOST
        is_link = self.correlation < -NOISE / np.sqrt(max(self.count, 1))
        return is_near and is_link and abs(self.correlation) > abs(self.correlation_before) + MIN_RISE


def find_shift(
    lst_k: FloatArray, sums: CellSums, clear: BoolArray, checkpoint: Callable[[], None] = lambda: None
) -> Shift:
    """Return the Shift at which the details of LST and aggregated NDVI correlate best, in steps of a cell's parts.

    Parameters
    ----------
    lst_k : shape (row, column)
    clear : shape (row, column)
        Coarse pixels that take part.
    checkpoint
        Called between trials; may raise to stop.

    Returns
    -------
    Shift
        None at all where only whole cells were summed up.
    """
    reach = round(REACH * sums.parts) if sums.parts > 1 else 0
    steps = range(-reach, reach + 1)

    def correlation(down: int, across: int) -> float:
        checkpoint()
        predictor = sums.shifted(down, across).land_mean
        return detail_correlation(Coarse(lst_k, predictor, clear & np.isfinite(predictor)))

    found = {(down, across): correlation(down, across) for down in steps for across in steps}
    down, across = max(found, key=lambda step: (abs(found[step]), -abs(step[0]) - abs(step[1])))
    return Shift(down / sums.parts, across / sums.parts, found[down, across], found[0, 0], int(clear.sum()))


def moved(grid: GeoBox, sums: CellSums, shift: Shift) -> tuple[GeoBox, CellSums]:
    """Return (grid, sums) of coarse pixels that were moved to where they fit."""
    step = Affine.translation(shift.across, shift.down)
    sums = sums.shifted(round(shift.down * sums.parts), round(shift.across * sums.parts))
    return GeoBox(grid.shape, grid.transform @ step, grid.crs), sums
