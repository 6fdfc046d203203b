"""Sums of fine pixels in coarse cells, each pixel by the exact share of it that lies in the cell, in any two CRS."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from sentinel_toolkit.core.thermal.cells.kernels import (
    LAND_AREA,
    LAND_SUM,
    OTHER_AREA,
    OTHER_SUM,
    sum_pixels,
)
from sentinel_toolkit.core.thermal.cells.mesh import Mesh

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class CellSums:
    """Sums over fine pixels in parts of coarse cells, ``parts`` of them along a cell's side.

    ``totals`` is float64 (row, column, 6): area of land with a value, in cells; sum of values times area; of their
    squares; and the same of water and snow (values below 0).
    """

    totals: FloatArray
    parts: int

    @classmethod
    def nothing(cls, shape: tuple[int, int], parts: int = 1) -> CellSums:
        """Return the sums of no pixel, in a coarse grid of that shape (height, width)."""
        return cls(np.zeros((shape[0] * parts, shape[1] * parts, 6)), parts)

    def add(self, strip: StripSums) -> None:
        """Add a StripSums, in place."""
        self.totals[strip.first_row : strip.first_row + len(strip.totals)] += strip.totals

    @functools.cached_property
    def cells(self) -> FloatArray:
        """Return the totals of whole cells, (row, column, 6)."""
        height, width = (size // self.parts for size in self.totals.shape[:2])
        totals: FloatArray = self.totals.reshape(height, self.parts, width, self.parts, -1).sum((1, 3))
        return totals / self.parts**2

    def widened(self, sigma: float) -> CellSums:
        """Return the sums as a sensor has them that sees more than the cell: each part spread by a Gaussian.

        Parameters
        ----------
        sigma
            In cells.
        """
        if not sigma:
            return self
        spread = (sigma * self.parts, sigma * self.parts, 0)
        return CellSums(ndimage.gaussian_filter(self.totals, spread, mode="constant"), self.parts)

    def shifted(self, down: int, across: int) -> CellSums:
        """Return the sums of cells that lie elsewhere, moved by whole parts; 0 where nothing is known."""
        moved = np.zeros_like(self.totals)
        height, width = moved.shape[:2]
        source = self.totals[max(down, 0) : height + min(down, 0), max(across, 0) : width + min(across, 0)]
        moved[max(-down, 0) : height - max(down, 0), max(-across, 0) : width - max(across, 0)] = source
        return CellSums(moved, self.parts)

    @property
    def land(self) -> FloatArray:
        """Return the share of each cell that is land with a value."""
        return self.cells[..., LAND_AREA]

    @property
    def water(self) -> FloatArray:
        """Return the share of each cell that is water or snow."""
        return self.cells[..., OTHER_AREA]

    @property
    def mean(self) -> FloatArray:
        """Return the mean of all values of each cell, water too; NaN where there is none."""
        cells = self.cells
        return _ratio(cells[..., LAND_SUM] + cells[..., OTHER_SUM], cells[..., LAND_AREA] + cells[..., OTHER_AREA])

    @property
    def deviation(self) -> FloatArray:
        """Return the standard deviation of all values within each cell; NaN where there is none."""
        land, other = self.cells[..., :OTHER_AREA], self.cells[..., OTHER_AREA:]
        return _deviation(*np.moveaxis(land + other, -1, 0))

    @property
    def land_mean(self) -> FloatArray:
        """Return the mean of the land's values of each cell; NaN where there is none."""
        cells = self.cells
        return _ratio(cells[..., LAND_SUM], cells[..., LAND_AREA])

    @property
    def land_deviation(self) -> FloatArray:
        """Return the standard deviation of the land's values within each cell; NaN where there is none."""
        return _deviation(*np.moveaxis(self.cells[..., :OTHER_AREA], -1, 0))


class StripSums(NamedTuple):
    """Sums of a strip, in the rows of parts that it touches: the ``first_row``, and totals as in CellSums."""

    first_row: int
    totals: FloatArray


def _deviation(area: FloatArray, total: FloatArray, squares: FloatArray) -> FloatArray:
    mean = _ratio(total, area)
    return np.sqrt(np.maximum(_ratio(squares, area) - mean**2, 0))


def _ratio(numerator: FloatArray, denominator: FloatArray) -> FloatArray:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(denominator > 0, numerator / denominator, np.nan)


def sum_strip(values: NDArray[np.floating], mesh: Mesh, shape: tuple[int, int], parts: int = 1) -> StripSums:
    """Return the StripSums of a strip.

    Parameters
    ----------
    values : shape (y, x)
        NaN (and ±∞) is missing.
    mesh
        Of the strip in the coarse grid.
    shape
        (height, width) of the coarse grid, in cells.
    parts
        Along a cell's side.

    Notes
    -----
    A pixel across the border of cells counts in each by the share of it that lies there: its outline is a quadrangle in
    the coarse grid, which is cut along the borders (Sutherland & Hodgman 1974, doi:10.1145/360767.360802).
    """
    known = mesh.rows[np.isfinite(mesh.rows)] * parts
    height = shape[0] * parts
    first = int(np.clip(np.floor(known.min(initial=np.inf)), 0, height)) if known.size else 0
    last = int(np.clip(np.ceil(known.max(initial=-np.inf)), first, height)) if known.size else 0
    totals = np.zeros((last - first, shape[1] * parts, 6))
    place = mesh.columns * parts, mesh.rows * parts - first, mesh.first_row, mesh.spacing
    if totals.size:
        sum_pixels(np.ascontiguousarray(values, np.float32), place, totals)
    return StripSums(first, totals)


def sum_in_cells(values: NDArray[np.floating], mesh: Mesh, shape: tuple[int, int], parts: int = 1) -> CellSums:
    """Return the CellSums of a single strip; parameters are those of ``sum_strip``.

    Examples
    --------
    Two pixels of a strip lie in one cell, half of it each:

    >>> mesh = Mesh(np.array([[0.0, 16.0], [0.0, 16.0]]), np.array([[0.0, 0.0], [32.0, 32.0]]), 0)
    >>> sums = sum_in_cells(np.array([[0.2, 0.4]], np.float32), mesh, (1, 1))
    >>> round(float(sums.mean[0, 0]), 3)
    0.3
    """
    sums = CellSums.nothing(shape, parts)
    sums.add(sum_strip(values, mesh, shape, parts))
    return sums


def warm_up() -> None:
    """Compile the kernels."""
    mesh = Mesh(np.array([[0.0, 32], [0, 32]]), np.array([[0.0, 0], [32, 32]]), 0)
    sum_in_cells(np.ones((2, 30), np.float32), Mesh(mesh.columns / 1.5, mesh.rows / 1.5, 0), (2, 20))
