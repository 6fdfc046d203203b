"""What a method of sharpening is judged by, and what it answers: the Evidence, and a Decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.contract.errors import UnreliableFitError
from sentinel_toolkit.core.thermal.cells.interpolation import Range
from sentinel_toolkit.core.thermal.cells.sums import CellSums
from sentinel_toolkit.core.thermal.model.degrading import Restored
from sentinel_toolkit.core.thermal.model.detail import DetailFit
from sentinel_toolkit.core.thermal.model.models import Coarse, Line, MakeModel
from sentinel_toolkit.core.thermal.model.sharpener import Sharpener

FloatArray = NDArray[np.floating]
BoolArray = NDArray[np.bool_]
MIN_SAMPLES = 30  # clear coarse pixels, below which no link is trusted
MIN_LAND, MAX_WATER = 0.5, 0.1  # of a coarse pixel: seen, and water or snow, which would show in its temperature
FLAT_NDVI = 0.02  # from the 10th to the 90th percentile of coarse pixels: no vegetation to sharpen with
EXTENSION = 0.25  # of the fitted range, by which a predictor may leave it (as in the leaves of pyDMS)
WHAT_HELPS = "Take a date in the growing season, a clear day, or a larger area with fields of different cover."


@dataclass(frozen=True)
class Evidence:
    """What is known before a method is chosen."""

    lst_k: FloatArray
    """Shape (row, column)."""
    sums: CellSums
    """Of NDVI in the coarse pixels."""
    ratio: float
    """Coarse over fine pixels."""
    ndvi_range: Range
    """This and the next two are for lines."""
    lst_range_k: Range
    min_correlation: float = 0.3
    footprint: float = -1.0
    """As in the request."""
    residual: str = "smooth"
    """smooth, exact or none."""
    fractions: CellSums | None = None
    """Of the fraction of vegetation, where it is asked for."""
    extras: tuple[CellSums, ...] = ()
    """Of further predictors."""

    @property
    def clear(self) -> BoolArray:
        """Return which coarse pixels are clear land."""
        return is_clear(self.sums, self.lst_k)

    def seen_with(self, footprint: float) -> Coarse:
        """Return the Coarse of clear land, as a sensor sees it whose footprint is so much wider than its pixel."""
        return Coarse(self.lst_k, self.sums.widened(footprint).land_mean, self.clear)


def is_clear(sums: CellSums, lst_k: FloatArray) -> BoolArray:
    """Return which coarse pixels are clear land: at least half seen, at most a tenth of it water."""
    return (sums.land >= MIN_LAND) & (sums.water <= MAX_WATER) & np.isfinite(lst_k)


@dataclass(frozen=True)
class Decision:
    """A method that stands."""

    name: str
    sharpener: Sharpener
    coarse: Coarse
    """The pixels it was fitted to."""
    fit: Line | DetailFit | None
    residual_k: FloatArray
    """Coarse LST less the model without any residual returned, (row, column)."""
    make_model: MakeModel | None
    """Makes the model of degraded pixels; None where the method is no Model."""
    why: str
    """In a sentence."""
    footprint: float = 0.0
    restore: Callable[[int], Restored | None] | None = None
    """Of a method that is no Model: degraded by a factor and restored, None where there are too few pixels."""

    @property
    def rmse_k(self) -> float:
        """Return the root mean square of what the model leaves of the pixels it was fitted to, K."""
        left = self.residual_k[self.coarse.usable]
        left = left[np.isfinite(left)]
        return float(np.sqrt((left**2).mean())) if left.size else float("nan")

    @property
    def line(self) -> Line:
        """Return the Line of the fit: LST = intercept + slope · predictor; of local detail through the means."""
        if isinstance(self.fit, Line):
            return self.fit
        lst_k, predictor = (plane[self.coarse.usable] for plane in (self.coarse.lst_k, self.coarse.predictor))
        mean_k, mean = (float(values.mean()) if values.size else float("nan") for values in (lst_k, predictor))
        if self.fit is None:
            return Line(0.0, mean_k, float("nan"), lst_k.size)
        return Line(self.fit.slope, mean_k - self.fit.slope * mean, self.fit.correlation, self.fit.count)


def require_samples(coarse: Coarse) -> None:
    """Refuse too few pixels, and NDVI that does not differ.

    Raises
    ------
    UnreliableFitError
        If so.
    """
    count, spread = int(coarse.usable.sum()), _spread(coarse)
    if count < MIN_SAMPLES:
        raise UnreliableFitError(
            f"The area has {count} clear coarse pixels of land, and {MIN_SAMPLES} are needed to tell how temperature "
            "follows NDVI.",
            "Take a larger area, a clearer day, or wider limits of NDVI and LST.",
        )
    if not spread > FLAT_NDVI:
        raise UnreliableFitError(f"NDVI is flat: it differs by {spread:.3f} between the coarse pixels.", WHAT_HELPS)


def _spread(coarse: Coarse) -> float:
    values = coarse.predictor[coarse.usable]
    return float(np.ptp(np.percentile(values, [10, 90]))) if values.size else 0.0


def extended(fitted: Range) -> Range:
    """Return the range that a predictor is held in.

    >>> extended((0.25, 0.75))
    (0.125, 0.875)
    """
    margin = EXTENSION * (fitted[1] - fitted[0])
    return fitted[0] - margin, fitted[1] + margin
