"""What the thermal report shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating]
Limits = tuple[float, float] | tuple[()]  # low and high; empty if there is none


@dataclass(frozen=True)
class Scatter:
    """The coarse pixels that the fit was made of, and the line through them."""

    ndvi: FloatArray
    """Shape (n,), of the coarse pixels. Or its details, as the labels say. What is not finite is not drawn."""
    lst_k: FloatArray
    """The same of the temperature; K."""
    used: NDArray[np.bool_]
    """Shape (n,): whether it took part in the fit."""
    x_label: str
    y_label: str
    slope: float
    """K per unit of x; NaN where no line is drawn."""
    intercept: float
    """K."""
    correlation: float
    """r of the used ones; NaN if there is none."""
    equation: str
    """May be empty."""
    ndvi_range: Limits
    """Of what may take part in the fit."""
    lst_range: Limits
    """The same of the temperature; K."""


@dataclass(frozen=True)
class View:
    """The same ground three times, on one grid: ndvi, coarse_k (its pixels as squares) and sharpened_k.

    Arrays are float32, shape (height, width), NaN = no value; temperatures in K.
    """

    name: str
    ndvi: FloatArray
    coarse_k: FloatArray
    sharpened_k: FloatArray
    width_m: float
    """What the picture is wide on the ground."""
    pixel_m: float
    """Of the picture."""


@dataclass(frozen=True)
class Score:
    """What a method achieved when LST was degraded by ``ratio`` and restored."""

    name: str
    ratio: int
    rmse_k: float
    bias_k: float
    mae_k: float
    gain_percent: float
    """By how much the RMSE is below that of bilinear interpolation; NaN for that itself."""
    is_used: bool


@dataclass(frozen=True)
class ThermalPage:
    """All that the report shows, in its order."""

    title: str
    verdict: str
    """One sentence."""
    level: str
    """Of the verdict: good, caution or poor."""
    method: str
    warnings: tuple[str, ...]
    scatter: Scatter
    views: tuple[View, ...]
    residual_k: FloatArray
    """Shape (h, w): coarse LST minus model, K; NaN = no value."""
    residual_text: str
    """What the residual is."""
    scores: tuple[Score, ...]
    scores_text: str
    uncertainty_text: str
    facts: dict[str, str]
    """Name → text: how it was made."""
    unit: str
    """That the temperatures of maps are shown in: K or °C. Differences are always in K."""
    credit: str
    """Of the sources; may be empty."""
