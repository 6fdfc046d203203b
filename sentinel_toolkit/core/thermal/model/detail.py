"""The local link between the detail of temperature and of vegetation, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, special

if TYPE_CHECKING:
    from sentinel_toolkit.core.thermal.model.models import Coarse

FloatArray = NDArray[np.floating]
BoolArray = NDArray[np.bool_]
Details = tuple[FloatArray, FloatArray]  # of LST and of NDVI
DETAIL_SIGMA = 1.0  # coarse pixels: the finest detail that they resolve, next to the still finer that is wanted
WINDOW_SIGMA = 4.0  # coarse pixels of the moving window that the local slope is fitted in
CONFIDENCE = 0.95
FEWEST = 8  # coarse pixels that a slope can be computed of at all
MIN_BLOCKS = 6
BLOCKS = 9  # at least, of a scene that is large enough: few and wide ones, for neighbours resemble each other
BLOCK_SIDES = 3, 10  # coarse pixels
FLAT = 1e-12  # K² per pixel, of the product of both variances: below, one of them has no detail
FOOTPRINTS = 0.0, 0.25, 0.5, 0.75  # coarse pixels; a scanner's triangle and gridding by the nearest give some 0.4
MIN_RISE = 0.01  # of |r|, by which a footprint wider than the pixel must fit better


@dataclass(frozen=True)
class DetailFit:
    """How the detail of LST follows that of NDVI."""

    slope: float
    """Of the scene: K per unit of NDVI."""
    interval: tuple[float, float]
    """Of the slope, 95 %, from the block jackknife."""
    correlation: float
    """Of the details."""
    count: int
    """Of the pixels."""
    field: FloatArray
    """Local slopes (row, column)."""
    error: float = np.inf
    """Standard error of the slope."""

    @property
    def relative_error(self) -> float:
        """Return the standard error of the slope as a share of it."""
        return self.error / abs(self.slope) if np.isfinite(self.error) and self.slope else 0.0


def smooth(values: FloatArray, weights: FloatArray | BoolArray, sigma: float) -> FloatArray:
    """Return the Gaussian mean of values (row, column) by weights, NaN where there is no weight near.

    Parameters
    ----------
    values, weights : shape (row, column)
        Values without a weight do not count, and may be NaN.
    sigma
        In pixels.
    """
    kept = np.where(weights > 0, values, 0)
    area = ndimage.gaussian_filter(weights.astype(float), sigma, mode="constant")
    total = ndimage.gaussian_filter(kept * weights, sigma, mode="constant")
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(area > 1e-9, total / area, np.nan)


def details(coarse: Coarse) -> Details:
    """Return the details of LST (K) and NDVI, (row, column): each less its Gaussian mean over the usable pixels around.

    Both are 0 where a pixel is not usable.
    """
    usable = coarse.usable
    lst_k, ndvi = (
        np.where(usable, plane - smooth(plane, usable, DETAIL_SIGMA), 0) for plane in (coarse.lst_k, coarse.predictor)
    )
    return lst_k, ndvi


def fit_detail(coarse: Coarse) -> DetailFit:
    """Return the DetailFit of a scene.

    The slope is that of the detail of LST on the detail of NDVI, where the detail is what a Gaussian mean of σ = 1
    coarse pixel leaves over. Far more than detail, large differences of LST have other causes: height, soil, weather.

    Its interval comes from the jackknife that leaves out one block of pixels after the other (Künsch 1989,
    doi:10.1214/aos/1176347265), for neighbours are not independent.

    Local slopes are fitted in a moving Gaussian window of σ = 4 and shrunk towards the scene's as empirical Bayes has
    it (Efron & Morris 1973, doi:10.1080/01621459.1973.10481350): by how much they scatter beyond what noise explains.
    None is above 0.

    Returns
    -------
    DetailFit
        Slope 0 and an infinite interval where there is too little to tell.
    """
    (lst, ndvi), usable = details(coarse), coarse.usable
    count = int(usable.sum())
    products, squares = np.where(usable, lst * ndvi, 0), np.where(usable, ndvi**2, 0)
    spread = squares.sum() * (lst[usable] ** 2).sum()
    if count < FEWEST or not spread > FLAT * count**2:
        return DetailFit(0.0, (-np.inf, np.inf), 0.0, count, np.zeros(lst.shape))
    slope = products.sum() / squares.sum()
    correlation = products.sum() / np.sqrt(spread)
    interval, error = _jackknife(products, squares, usable, slope)
    field = _local_slopes(products, squares, usable, slope, (lst, ndvi))
    return DetailFit(float(slope), interval, float(correlation), count, field, float(error))


def _jackknife(
    products: FloatArray, squares: FloatArray, usable: BoolArray, slope: float
) -> tuple[tuple[float, float], float]:
    """Return the interval of a slope from leaving out block after block."""
    side = int(np.clip(np.sqrt(usable.sum() / BLOCKS), *BLOCK_SIDES))
    rows, columns = np.indices(usable.shape) // side
    block = rows * (columns.max() + 1) + columns
    above, below = (np.bincount(block.ravel(), plane.ravel()) for plane in (products, squares))
    is_filled = np.bincount(block.ravel(), usable.ravel()) > 0
    blocks = int(is_filled.sum())
    if blocks < MIN_BLOCKS:
        return (-np.inf, np.inf), np.inf
    without = (above.sum() - above[is_filled]) / np.maximum(below.sum() - below[is_filled], 1e-12)
    error = np.sqrt((blocks - 1) / blocks * ((without - without.mean()) ** 2).sum())
    # Student's t; scipy.stats, which has it as well, takes half a second to load.
    reach = special.stdtrit(blocks - 1, (1 + CONFIDENCE) / 2) * error
    return (float(slope - reach), float(slope + reach)), error


def _local_slopes(
    products: FloatArray, squares: FloatArray, usable: BoolArray, slope: float, pair: Details
) -> FloatArray:
    """Return the slopes of the moving window, shrunk towards the scene's."""
    above, below = (ndimage.gaussian_filter(plane, WINDOW_SIGMA, mode="constant") for plane in (products, squares))
    below = np.maximum(below, 1e-6 * squares[usable].mean())
    raw = above / below
    lst, ndvi = pair
    noise = ((lst - slope * ndvi)[usable] ** 2).mean()
    # A Gaussian window holds 4 π σ² pixels' worth of independent evidence where all around are usable.
    variance = noise / (4 * np.pi * WINDOW_SIGMA**2 * below)
    weight = below / below[usable].sum()
    scatter = (weight * (raw - slope) ** 2)[usable].sum() - (weight * variance)[usable].sum()
    share = max(scatter, 0) / np.maximum(max(scatter, 0) + variance, 1e-12)
    slopes: FloatArray = np.minimum(slope + share * (raw - slope), 0)
    return slopes


def find_footprint(seen_with: Callable[[float], Coarse]) -> float:
    """Return how much wider than its pixel the sensor sees: σ of a Gaussian, in coarse pixels.

    It is the width at which the aggregated NDVI resembles the temperatures most, by |r| of their details; 0 unless |r|
    rises by more than 0.01 over that of the pixel alone.

    Parameters
    ----------
    seen_with
        σ → Coarse with the NDVI as such a sensor would see it.
    """
    found = [abs(detail_correlation(seen_with(sigma))) for sigma in FOOTPRINTS]
    best = int(np.argmax(found))
    return FOOTPRINTS[best] if found[best] > found[0] + MIN_RISE else 0.0


def detail_correlation(coarse: Coarse) -> float:
    """Return the correlation of the details of LST and NDVI; 0 where one of them has none."""
    lst, ndvi = (plane[coarse.usable] for plane in details(coarse))
    spread = (lst**2).sum() * (ndvi**2).sum()
    return float((lst * ndvi).sum() / np.sqrt(spread)) if spread > FLAT * lst.size**2 else 0.0
