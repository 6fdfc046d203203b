"""Models of sharpening: from coarse temperatures and what was seen of the vegetation to planes of coarse cells."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.thermal.model.detail import DETAIL_SIGMA, DetailFit, fit_detail, smooth

FloatArray = NDArray[np.floating]
BoolArray = NDArray[np.bool_]
FLAT = 1e-6  # spread of a predictor below which there is no line
FRACTION_EXPONENT = 0.625  # of TsHARP (Agam et al. 2007, doi:10.1016/j.rse.2006.10.006)


@dataclass(frozen=True)
class Coarse:
    """Coarse pixels, all (row, column); NaN where unknown."""

    lst_k: FloatArray
    predictor: FloatArray
    """Mean of the fine pixels in it."""
    usable: BoolArray
    """Which take part in a fit."""


class Line(NamedTuple):
    """LST = intercept + slope · predictor: K, K per unit; ``correlation`` of ``count`` pixels."""

    slope: float
    intercept: float
    correlation: float
    count: int  # type: ignore[assignment]  # hides tuple.count, which is not called

    @property
    def relative_error(self) -> float:
        """Return the standard error of the slope as a share of it."""
        r2 = self.correlation**2
        return float(np.sqrt(max(1 - r2, 0) / r2 / (self.count - 2))) if self.count > 2 and r2 > 0 else 0.0


Fit_co = TypeVar("Fit_co", bound="Line | DetailFit | None", covariant=True)


@dataclass(frozen=True)
class Model(Generic[Fit_co]):
    """Fine LST = base + slope · (predictor - reference): planes (row, column) that are interpolated."""

    base_k: FloatArray
    slope: FloatArray
    reference: FloatArray
    fit: Fit_co
    """What is behind it; None where there is no fit."""
    is_cubic: bool = False
    """The base is interpolated by cubics."""

    @property
    def planes(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return base, slope and reference."""
        return self.base_k, self.slope, self.reference


AnyModel = Model["Line | DetailFit | None"]
MakeModel = Callable[[Coarse], AnyModel]


def fraction_of(ndvi: FloatArray, ndvi_min: float, ndvi_max: float) -> FloatArray:
    """Return the fraction of vegetation cover: 1 - ((max - NDVI) / (max - min))^0.625, NDVI limited to min … max.

    As in TsHARP (Agam et al. 2007, doi:10.1016/j.rse.2006.10.006, after Choudhury et al. 1994).

    >>> fraction_of(np.array([0.0, 0.5, 0.9]), 0.1, 0.9).round(2)
    array([0.  , 0.35, 1.  ])
    """
    limited = np.clip(ndvi, ndvi_min, ndvi_max)
    return 1 - ((ndvi_max - limited) / (ndvi_max - ndvi_min)) ** FRACTION_EXPONENT


def fit_line(coarse: Coarse) -> Line:
    """Return the Line of least squares through the usable pixels; slope 0 and r NaN where it has no spread.

    >>> ndvi, usable = np.array([0.2, 0.4, 0.6]), np.array([True, True, True])
    >>> line = fit_line(Coarse(320 - 20 * ndvi, ndvi, usable))
    >>> round(line.slope, 6), round(line.intercept, 6), line.count
    (-20.0, 320.0, 3)
    """
    x, y = coarse.predictor[coarse.usable], coarse.lst_k[coarse.usable]
    count = int(x.size)
    mean_x, mean_y = (float(line.mean()) if count else np.nan for line in (x, y))
    dx, dy = x - mean_x, y - mean_y
    sxx, syy, sxy = (float((first * second).sum()) for first, second in ((dx, dx), (dy, dy), (dx, dy)))
    if not sxx > FLAT**2 * count:
        return Line(0.0, mean_y, np.nan, count)
    slope = sxy / sxx
    return Line(slope, mean_y - slope * mean_x, sxy / np.sqrt(sxx * syy) if syy > 0 else np.nan, count)


def by_line(coarse: Coarse) -> Model[Line]:
    """Return the Model of one line for the scene, the residuals of coarse pixels interpolated."""
    line = fit_line(coarse)
    return Model(coarse.lst_k, np.full(coarse.lst_k.shape, line.slope), coarse.predictor, line)


def line_alone(coarse: Coarse) -> Model[Line]:
    """Return the Model of one line for the scene and nothing else, wherever there is a predictor."""
    line = fit_line(coarse)
    plain = np.ones(coarse.lst_k.shape)
    return Model(line.intercept * plain, line.slope * plain, 0 * plain, line)


def line_and_water(coarse: Coarse) -> Model[Line]:
    """Return the Model of one line for land, whose base is the measured temperature, for water."""
    line = fit_line(coarse)
    if not line.slope:
        return Model(*by_bilinear(coarse).planes, line)
    slope = np.full(coarse.lst_k.shape, line.slope)
    return Model(coarse.lst_k, slope, (coarse.lst_k - line.intercept) / line.slope, line)


def by_detail(coarse: Coarse, reference: FloatArray | None = None) -> Model[DetailFit]:
    """Return the Model of local detail: interpolated LST and the fitted share of the finer NDVI.

    Parameters
    ----------
    reference
        Mean NDVI as the sensor sees it, where that is more than the pixel; by default the pixels' own.
    """
    fit = fit_detail(coarse)
    reference = coarse.predictor if reference is None else reference
    return Model(coarse.lst_k, fit.field, reference, fit)


def detail_alone(coarse: Coarse, reference: FloatArray | None = None) -> Model[DetailFit]:
    """Return the Model of local detail without that of the measured temperatures: only their smooth part is kept."""
    model = by_detail(coarse, reference)
    known = np.isfinite(coarse.lst_k)
    base = np.where(known, smooth(coarse.lst_k, known, DETAIL_SIGMA), np.nan)
    return dataclasses.replace(model, base_k=base, reference=smooth(model.reference, coarse.usable, DETAIL_SIGMA))


def by_bilinear(coarse: Coarse) -> Model[None]:
    """Return the Model that only interpolates."""
    nothing = np.zeros(coarse.lst_k.shape)
    return Model(coarse.lst_k, nothing, nothing, None)


def by_cubic(coarse: Coarse) -> Model[None]:
    """Return the Model that only interpolates, by cubics."""
    nothing = np.zeros(coarse.lst_k.shape)
    return Model(coarse.lst_k, nothing, nothing, None, is_cubic=True)
