"""Sharpeners: what makes fine temperatures of a strip of fine NDVI, whichever the model behind it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.thermal.cells.interpolation import (
    BEYOND,
    EVERYTHING,
    PLAIN,
    WATER,
    Planes,
    Range,
    interpolate,
    sharpen,
    stack_planes,
)
from sentinel_toolkit.core.thermal.cells.kernels import WATER_NDVI
from sentinel_toolkit.core.thermal.cells.mesh import Mesh
from sentinel_toolkit.core.thermal.cells.sums import CellSums, sum_strip
from sentinel_toolkit.core.thermal.model.models import AnyModel, fraction_of
from sentinel_toolkit.core.thermal.model.regression_trees import TreeModel

FloatArray = NDArray[np.floating]
Sharpened = tuple[NDArray[np.float32], NDArray[np.uint8]]  # temperature in K and flags, (y, x)
RELAXATION = 1.6  # of the steps to exact block means: interpolation passes on 25 to 100 % of a correction
EXACT_K = 0.005
MAX_STEPS = 30
MIN_SHARE = 0.5  # of a coarse pixel that must be seen for its mean to be held


@dataclass(frozen=True)
class Strip:
    """A strip of fine pixels, NaN where unknown."""

    ndvi: NDArray[np.float32]
    """Shape (y, x)."""
    mesh: Mesh
    extras: NDArray[np.float32] | None = None
    """Further predictors, (predictor, y, x)."""


class Sharpener(Protocol):
    """What makes fine temperatures of a strip; a plain value, so that it can be used in threads."""

    def __call__(self, strip: Strip) -> Sharpened:
        """Return (temperature in K, flags) of a Strip."""

    def corrected(self, plane: FloatArray) -> Sharpener:
        """Return the sharpener that adds a plane of coarse pixels (K)."""


@dataclass(frozen=True)
class PlaneSharpener:
    """A Model of planes."""

    model: AnyModel
    limits: Range = EVERYTHING
    """Hold the predictor."""
    fitted: Range = EVERYTHING
    """Beyond, a pixel is flagged."""
    fraction: Range | tuple[()] = ()
    """NDVI's, where the predictor is the fraction of vegetation."""
    is_water_apart: bool = True
    """Water and snow have the base alone."""

    @functools.cached_property
    def _planes(self) -> Planes:
        return stack_planes(self.model.planes)

    def __call__(self, strip: Strip) -> Sharpened:
        """Return (temperature in K, flags) of a Strip."""
        ndvi = strip.ndvi
        predictor = fraction_of(ndvi, *self.fraction).astype(np.float32) if self.fraction else ndvi
        return sharpen(ndvi, predictor, strip.mesh, self._planes, self.limits, self.fitted, self.is_water_apart)

    def corrected(self, plane: FloatArray) -> PlaneSharpener:
        """Return the sharpener that adds a plane of coarse pixels (K)."""
        return dataclasses.replace(self, model=dataclasses.replace(self.model, base_k=self.model.base_k + plane))


@dataclass(frozen=True)
class CubicSharpener:
    """Temperatures interpolated by cubics where there is NDVI, which has no part in them."""

    base_k: FloatArray

    def __call__(self, strip: Strip) -> Sharpened:
        """Return (temperature in K, flags) of a Strip."""
        values = interpolate(self.base_k, strip.mesh, strip.ndvi.shape, kind="cubic")
        return np.where(np.isfinite(strip.ndvi), values, np.float32(np.nan)), np.zeros(strip.ndvi.shape, np.uint8)

    def corrected(self, plane: FloatArray) -> CubicSharpener:
        """Return the sharpener that adds a plane of coarse pixels (K)."""
        return CubicSharpener(self.base_k + plane)


@dataclass(frozen=True)
class TreeSharpener:
    """Regression trees, and what they leave, interpolated."""

    trees: TreeModel
    residual_k: FloatArray
    """What they leave, (row, column)."""
    lst_k: FloatArray
    """Shape (row, column): interpolated, water and snow have it."""
    ranges: FloatArray
    """Shape (predictor, 2), of the samples: beyond, a pixel is flagged."""

    def __call__(self, strip: Strip) -> Sharpened:
        """Return (temperature in K, flags) of a Strip."""
        predictors = strip.ndvi[None] if strip.extras is None else np.concatenate([strip.ndvi[None], strip.extras])
        flat = np.ascontiguousarray(predictors.reshape(len(predictors), -1))
        height, width = strip.ndvi.shape
        rows, columns = (plane.ravel() for plane in strip.mesh.centres((height, width)))
        found = self.trees.predict(flat, rows, columns).reshape(height, width)
        found += interpolate(self.residual_k, strip.mesh, (height, width))
        low, high = self.ranges[:, 0, None, None], self.ranges[:, 1, None, None]
        flags = np.where(((predictors < low) | (predictors > high)).any(0), BEYOND, PLAIN).astype(np.uint8)
        water = (strip.ndvi < WATER_NDVI) & np.isfinite(strip.ndvi)
        if water.any():
            found[water] = interpolate(self.lst_k, strip.mesh, (height, width))[water]
            flags[water] = WATER
        return found, np.where(np.isfinite(found), flags, PLAIN).astype(np.uint8)

    def corrected(self, plane: FloatArray) -> TreeSharpener:
        """Return the sharpener that adds a plane of coarse pixels (K)."""
        return dataclasses.replace(self, residual_k=self.residual_k + plane, lst_k=self.lst_k + plane)


def with_exact_means(
    sharpener: Sharpener, lst_k: FloatArray, each_strip: Callable[[], Iterable[Strip]]
) -> tuple[Sharpener, float]:
    """Return (the sharpener whose result has the coarse temperatures as block means, the largest difference left in K).

    Smooth corrections of coarse pixels are added until the means agree (iterated as by Van Cittert 1931,
    doi:10.1007/BF01391351). Pixels less than half of which are seen are not held.

    Parameters
    ----------
    lst_k : shape (row, column)
    each_strip
        () → iterable of Strip, over the whole result.
    """
    plane: FloatArray = np.zeros(lst_k.shape)
    step = 0
    while True:
        corrected = sharpener.corrected(plane)
        sums = CellSums.nothing(lst_k.shape)
        for strip in each_strip():
            sums.add(sum_strip(corrected(strip)[0], strip.mesh, lst_k.shape))
        off = np.where((sums.land >= MIN_SHARE) & np.isfinite(lst_k), lst_k - sums.land_mean, 0)
        largest, step = float(np.abs(off).max(initial=0)), step + 1
        if largest < EXACT_K or step == MAX_STEPS:
            return corrected, largest
        plane = plane + RELAXATION * off
