"""What the thermal report shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Scatter:
    """The coarse pixels that the fit was made of, and the line through them.

    Attributes
    ----------
    ndvi, lst_k : ndarray, shape (n,)
        Of the coarse pixels; K. Or their details, as the labels say. What is not finite is not drawn.
    used : ndarray of bool, shape (n,)
        Whether it took part in the fit.
    x_label, y_label : str
    slope : float
        K per unit of x; NaN where no line is drawn.
    intercept : float
        K.
    correlation : float
        r of the used ones; NaN if there is none.
    equation : str
        May be empty.
    ndvi_range, lst_range : tuple of float
        Low and high limit (K) of what may take part in the fit; empty if there is none.
    """

    ndvi: np.ndarray
    lst_k: np.ndarray
    used: np.ndarray
    x_label: str
    y_label: str
    slope: float
    intercept: float
    correlation: float
    equation: str
    ndvi_range: tuple
    lst_range: tuple


@dataclass(frozen=True)
class View:
    """The same ground three times, on one grid: ndvi, coarse_k (its pixels as squares) and sharpened_k.

    Arrays are float32, shape (height, width), NaN = no value; temperatures in K. ``width_m`` is what the picture is
    wide on the ground, ``pixel_m`` its pixels.
    """

    name: str
    ndvi: np.ndarray
    coarse_k: np.ndarray
    sharpened_k: np.ndarray
    width_m: float
    pixel_m: float


@dataclass(frozen=True)
class Score:
    """What a method achieved when LST was degraded by ``ratio`` and restored.

    Errors are in K; ``gain_percent`` is by how much the RMSE is below that of bilinear interpolation, NaN for that
    itself.
    """

    name: str
    ratio: int
    rmse_k: float
    bias_k: float
    mae_k: float
    gain_percent: float
    is_used: bool


@dataclass(frozen=True)
class ThermalPage:
    """All that the report shows, in its order.

    Attributes
    ----------
    title : str
    verdict : str
        One sentence.
    level : str
        Of the verdict: good, caution or poor.
    method : str
    warnings : tuple of str
    scatter : Scatter
    views : tuple of View
    residual_k : ndarray, shape (h, w)
        Coarse LST minus model, K; NaN = no value.
    residual_text : str
        What the residual is.
    scores : tuple of Score
    scores_text, uncertainty_text : str
    facts : dict
        Name → text: how it was made.
    unit : str
        That the temperatures of maps are shown in: K or °C. Differences are always in K.
    credit : str
        Of the sources; may be empty.
    """

    title: str
    verdict: str
    level: str
    method: str
    warnings: tuple
    scatter: Scatter
    views: tuple
    residual_k: np.ndarray
    residual_text: str
    scores: tuple
    scores_text: str
    uncertainty_text: str
    facts: dict
    unit: str
    credit: str
