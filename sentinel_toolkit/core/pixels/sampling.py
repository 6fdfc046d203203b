"""From source pixels to output pixels: nearest sample points, and their mean where the output is coarser.

Every output pixel is made of sample points, each with the value and the mask class of the one source pixel it falls
in. An output as fine as the source or finer has one point per pixel (its centre): values stay as they were measured. A
coarser one has enough points to meet every source pixel, and takes the mean of the usable ones. In another CRS every
32nd point is transformed exactly and those between are interpolated; the exact ones are counted from the output grid's
corner, so that neither blocks nor threads can change a pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numba
import numpy as np
import pyproj
from affine import Affine
from numpy.typing import NDArray
from odc.geo import Shape2d
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.geo.grid import pixel_steps

BoolArray = NDArray[np.bool_]
IndexArray = NDArray[np.int32]
EDGE = 1e-6  # source pixels; a point this close to an edge belongs to the next pixel, whatever the last bit says
# Sample points between exactly transformed ones. A map projection bends by spacing² / (8 · Earth's radius): 2 mm for
# points 10 m apart.
SPACING = 32
MIN_VALID_SHARE = 0.5  # of a coarse pixel's points that must be usable
MAX_FACTOR = 16  # sample points per pixel side: the mean of 256 points is one of all within 1/16 of their spread


@dataclass(frozen=True)
class Sampling:
    """Where a block's sample points lie in a source raster.

    ``window`` is (row_start, row_stop, column_start, column_stop) of the source; ``rows`` and ``columns`` (y, x; int32)
    are relative to it; ``inside`` (y, x): which points the source covers, None where all are. Where points follow each
    other as pixels do, ``corner`` is the (row, column) of the point on the window's first pixel; else None. Where rows
    do not depend on x, nor columns on y, ``axes`` are both as lines.
    """

    window: tuple[int, int, int, int]
    rows: IndexArray
    columns: IndexArray
    inside: BoolArray | None
    corner: tuple[int, int] | None = None
    axes: tuple[IndexArray, IndexArray] | None = None


def sampling_factor(density: float) -> int:
    """Return how many sample points per pixel side meet every source pixel, at most 16.

    Parameters
    ----------
    density
        Source pixels along the side of an output pixel (:func:`source_density`), taken once for the whole grid, so that
        all blocks agree.

    Examples
    --------
    >>> sampling_factor(6.0), sampling_factor(0.5), sampling_factor(100.0)
    (6, 1, 16)
    """
    return int(min(max(1, round(density)), MAX_FACTOR))


def source_density(grid: GeoBox, source: GeoBox) -> float:
    """Return how many pixels of ``source`` lie along the side of one pixel of ``grid``, at the grid's centre."""
    pixels = float(np.hypot(*pixel_steps(grid, source)[0]))
    return pixels if np.isfinite(pixels) else 1.0  # the centre lies where the source's CRS does not reach


class Sampler:
    """Finds the source pixels of one block's sample points, for any number of sources.

    Parameters
    ----------
    block
        Part of the output grid, north up.
    grid
        The output grid, whose corner anchors the lattice of points that are transformed.
    """

    def __init__(self, block: GeoBox, grid: GeoBox) -> None:
        self._block = block
        self._grid = grid
        # Scenes of one tile share their CRS and grids: what is found for one serves all. (A plain dict: functools.cache
        # on a method makes a circle of references, and these arrays must go with the block.)
        self._samplings: dict[tuple[Affine, tuple[int, ...], str, int], Sampling | None] = {}

    def sample(self, source: GeoBox, factor: int = 1) -> Sampling | None:
        """Return the Sampling of a source.

        Parameters
        ----------
        source
            The whole source raster.
        factor
            Sample points per pixel side; 1 means pixel centres.

        Returns
        -------
        Sampling or None
            None where the source does not touch the block.
        """
        key = source.transform, tuple(source.shape), str(source.crs), factor  # a GeoBox's own hash asks PROJ
        if key not in self._samplings:
            self._samplings[key] = self._find(source, factor)
        return self._samplings[key]

    def _find(self, source: GeoBox, factor: int) -> Sampling | None:
        to_source = ~source.transform
        if self._block.crs == source.crs and to_source.b == to_source.d == 0:
            return self._find_along_axes(to_source, source.shape, factor)
        return self._find_transformed(to_source, source, factor)

    def _find_along_axes(self, to_source: Affine, source_shape: Shape2d, factor: int) -> Sampling | None:
        """Return the Sampling in a source of the same CRS, where rows and columns do not depend on each other."""
        height, width = self._block.shape
        to_map = self._block.transform
        x = to_map.c + to_map.a * (np.arange(width * factor) + 0.5) / factor
        y = to_map.f + to_map.e * (np.arange(height * factor) + 0.5) / factor
        rows = _indices(np.floor(to_source.f + to_source.e * y + EDGE).astype(np.int32), source_shape[0])
        columns = _indices(np.floor(to_source.c + to_source.a * x + EDGE).astype(np.int32), source_shape[1])
        if rows is None or columns is None:
            return None
        is_whole = rows.inside.all() and columns.inside.all()
        shape = y.size, x.size
        return Sampling(
            (*rows.window, *columns.window),
            np.broadcast_to(rows.indices[:, None], shape),
            np.broadcast_to(columns.indices, shape),
            None if is_whole else rows.inside[:, None] & columns.inside,
            (rows.first, columns.first) if rows.follow and columns.follow else None,
            (rows.indices, columns.indices),
        )

    def _find_transformed(self, to_source: Affine, source: GeoBox, factor: int) -> Sampling | None:
        """Return the Sampling in a source of another CRS: lattice points exactly, those between by interpolation."""
        height, width = (size * factor for size in self._block.shape)
        row, column = (offset * factor for offset in self._offset())
        node_rows = np.arange(row // SPACING, (row + height - 1) // SPACING + 2) * SPACING
        node_columns = np.arange(column // SPACING, (column + width - 1) // SPACING + 2) * SPACING
        to_map = self._grid.transform
        x, y = np.meshgrid(
            to_map.c + to_map.a * (node_columns + 0.5) / factor, to_map.f + to_map.e * (node_rows + 0.5) / factor
        )
        transformer = pyproj.Transformer.from_crs(str(self._block.crs), str(source.crs), always_xy=True)
        x, y = transformer.transform(x, y)
        rows, columns = np.empty((height, width), np.int32), np.empty((height, width), np.int32)
        interpolate(
            to_source.d * x + to_source.e * y + to_source.f + EDGE, row - int(node_rows[0]), column % SPACING, rows
        )
        interpolate(
            to_source.a * x + to_source.b * y + to_source.c + EDGE, row - int(node_rows[0]), column % SPACING, columns
        )
        down, right = _indices(rows, source.shape[0]), _indices(columns, source.shape[1])
        if down is None or right is None or not (inside := down.inside & right.inside).any():
            return None
        return Sampling((*down.window, *right.window), down.indices, right.indices, None if inside.all() else inside)

    def _offset(self) -> tuple[int, int]:
        """Return the block's first row and column in the output grid."""
        block, grid = self._block.transform, self._grid.transform
        return round((block.f - grid.f) / grid.e), round((block.c - grid.c) / grid.a)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def interpolate(nodes: NDArray[np.float64], first_row: int, first_column: int, result: IndexArray) -> None:
    """Fill ``result`` with the floor of the bilinear interpolation between nodes, -1 where that is no index.

    Parameters
    ----------
    nodes : shape (i, j)
        Positions at every 32nd row and column.
    first_row, first_column
        Of the result, counted from the first node.
    result : shape (y, x)
        Filled in place.
    """
    for y in range(result.shape[0]):
        i = (first_row + y) // SPACING
        v = (first_row + y) / SPACING - i
        for x in range(result.shape[1]):
            j = (first_column + x) // SPACING
            u = (first_column + x) / SPACING - j
            upper = nodes[i, j] + u * (nodes[i, j + 1] - nodes[i, j])
            lower = nodes[i + 1, j] + u * (nodes[i + 1, j + 1] - nodes[i + 1, j])
            value = np.floor(upper + v * (lower - upper))
            result[y, x] = np.int32(value) if -1.0 <= value < 2.0**31 else -1


class _Indices(NamedTuple):
    """Pixel indices relative to the window they need, that window, and which of them lie in the source."""

    indices: IndexArray
    window: tuple[int, int]
    inside: BoolArray

    @property
    def first(self) -> int:
        """Return the place of the first index in the source."""
        return int(self.inside.argmax())

    @property
    def follow(self) -> bool:
        """Tell whether those in the source follow each other, one by one and upwards."""
        count = self.window[1] - self.window[0]
        is_whole = int(self.inside.sum()) == count and self.first + count <= self.indices.size
        return is_whole and self.indices[self.first] == 0 and self.indices[self.first + count - 1] == count - 1


def _indices(positions: IndexArray, size: int) -> _Indices | None:
    """Return the _Indices of absolute positions in a source of that size, None if none lies in it."""
    inside = (positions >= 0) & (positions < size)
    if not inside.any():
        return None
    met = positions if inside.all() else positions[inside]
    start, stop = int(met.min()), int(met.max()) + 1
    return _Indices(np.clip(positions, start, stop - 1) - np.int32(start), (start, stop), inside)


def mean_of_points(values: NDArray[np.int16], nodata: int, factor: int) -> NDArray[np.int16]:
    """Return the mean of each pixel's usable sample points.

    Parameters
    ----------
    values : shape (y·factor, x·factor)
        Sample points; ``nodata`` where a point is not usable.
    factor
        Sample points per pixel side.

    Returns
    -------
    ndarray of int16, shape (y, x)
        Rounded to the nearest, halves to even; ``nodata`` where fewer than half of the points are usable.
    """
    if factor == 1:
        return values
    result = np.empty((values.shape[0] // factor, values.shape[1] // factor), np.int16)
    average(values, nodata, factor, MIN_VALID_SHARE * factor * factor, result)
    return result


@numba.njit(nogil=True, cache=True, error_model="numpy")
def average(values: NDArray[np.int16], nodata: int, factor: int, enough: float, result: NDArray[np.int16]) -> None:
    """Fill ``result`` with the means of squares of ``factor`` points in which at least ``enough`` are usable."""
    for y in range(result.shape[0]):
        for x in range(result.shape[1]):
            count, total = np.int64(0), np.int64(0)
            for i in range(y * factor, (y + 1) * factor):
                for j in range(x * factor, (x + 1) * factor):
                    is_usable = np.int64(values[i, j] != nodata)
                    count += is_usable
                    total += is_usable * values[i, j]
            result[y, x] = np.int16(np.rint(total / count)) if count >= enough else nodata
