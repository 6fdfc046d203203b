"""From source pixels to output pixels: nearest sample points, and their mean where the output is coarser.

Every output pixel is made of sample points, each with the value and the mask class of the one source pixel it falls
in. An output as fine as the source or finer has one point per pixel (its centre): values stay as they were measured. A
coarser one has enough points to meet every source pixel, and takes the mean of the usable ones. Each point is
transformed exactly and by itself, so that neither blocks nor threads can change a pixel.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyproj

EDGE = 1e-6  # source pixels; a point this close to an edge belongs to the next pixel, whatever the last bit says
MIN_VALID_SHARE = 0.5  # of a coarse pixel's points that must be usable
MAX_FACTOR = 16  # sample points per pixel side: the mean of 256 points is one of all within 1/16 of their spread


@dataclass(frozen=True)
class Sampling:
    """Where a block's sample points lie in a source raster.

    ``window`` is (row_start, row_stop, column_start, column_stop) of the source; ``rows`` and ``columns`` are relative
    to it: 1-D where both grids share a CRS (separable), else 2-D; ``inside`` (y, x): which points the source covers.
    """

    window: tuple
    rows: np.ndarray
    columns: np.ndarray
    inside: np.ndarray

    def take(self, values, fill):
        """Return the window's ``values`` (row, column) at the sample points, ``fill`` where the source is not."""
        taken = values[np.ix_(self.rows, self.columns)] if self.rows.ndim == 1 else values[self.rows, self.columns]
        if not self.inside.all():
            taken[~self.inside] = fill
        return taken


def sampling_factor(density):
    """Return how many sample points per pixel side meet every source pixel, at most 16.

    Parameters
    ----------
    density : float
        Source pixels along the side of an output pixel (:func:`source_density`), taken once for the whole grid, so that
        all blocks agree.
    """
    return int(min(max(1, round(density)), MAX_FACTOR))


def source_density(grid, source):
    """Return how many pixels of ``source`` lie along the side of one pixel of ``grid``, at the grid's centre."""
    height, width = grid.shape
    x, y = grid.transform @ (width / 2, height / 2)
    xs = np.array([x, x + grid.transform.a])
    ys = np.array([y, y])
    if grid.crs != source.crs:
        transformer = pyproj.Transformer.from_crs(str(grid.crs), str(source.crs), always_xy=True)
        xs, ys = transformer.transform(xs, ys)
    (u0, u1), (v0, v1) = ~source.transform @ (np.asarray(xs), np.asarray(ys))
    pixels = float(np.hypot(u1 - u0, v1 - v0))
    return pixels if np.isfinite(pixels) else 1.0  # the centre lies where the source's CRS does not reach


class Sampler:
    """Finds the source pixels of one block's sample points, for any number of sources.

    Parameters
    ----------
    block : GeoBox
        Part of the output grid, north up.
    """

    def __init__(self, block):
        self._block = block
        # Scenes of one tile share their CRS and grids: what is found for one serves all. (Plain dicts: functools.cache
        # on a method makes a circle of references, and these arrays must go with the block.)
        self._points = {}
        self._samplings = {}

    def sample(self, source, factor=1):
        """Return the Sampling of a source.

        Parameters
        ----------
        source : GeoBox
            The whole source raster.
        factor : int
            Sample points per pixel side; 1 means pixel centres.

        Returns
        -------
        Sampling or None
            None where the source does not touch the block.
        """
        if (source, factor) not in self._samplings:
            self._samplings[source, factor] = self._find(source, factor)
        return self._samplings[source, factor]

    def _axes(self, factor):
        """Return x of the columns and y of the rows of sample points, in the block's CRS."""
        height, width = self._block.shape
        to_map = self._block.transform
        x = to_map.c + to_map.a * (np.arange(width * factor) + 0.5) / factor
        y = to_map.f + to_map.e * (np.arange(height * factor) + 0.5) / factor
        return x, y

    def _transformed_points(self, crs, factor):
        """Return x, y of every sample point in another CRS, each transformed exactly."""
        if (crs, factor) not in self._points:
            x, y = np.meshgrid(*self._axes(factor))
            transformer = pyproj.Transformer.from_crs(str(self._block.crs), str(crs), always_xy=True)
            self._points[crs, factor] = transformer.transform(x, y, inplace=True)
        return self._points[crs, factor]

    def _find(self, source, factor):
        to_source = ~source.transform
        if self._block.crs == source.crs and to_source.b == to_source.d == 0:
            x, y = self._axes(factor)
            columns, rows = to_source.c + to_source.a * x, to_source.f + to_source.e * y
        else:
            x, y = self._transformed_points(source.crs, factor)
            columns = to_source.a * x + to_source.b * y + to_source.c
            rows = to_source.d * x + to_source.e * y + to_source.f
        rows, rows_inside, row_window = _indices(rows, source.shape[0])
        columns, columns_inside, column_window = _indices(columns, source.shape[1])
        inside = rows_inside[:, None] & columns_inside if rows.ndim == 1 else rows_inside & columns_inside
        if not inside.any():
            return None
        return Sampling((*row_window, *column_window), rows, columns, inside)


def _indices(positions, size):
    """Return pixel indices relative to the window they need, which of them lie inside, and the window.

    ``positions`` is used up: in another CRS it is the largest array of all.
    """
    positions += EDGE
    np.floor(positions, out=positions)
    inside = (positions >= 0) & (positions < size)  # what pyproj cannot transform is infinite, and lies in no source
    floor = np.where(inside, positions, -1).astype(np.int32)
    if not inside.any():
        return floor, inside, (0, 0)
    start, stop = int(floor[inside].min()), int(floor[inside].max()) + 1
    return np.clip(floor, start, stop - 1) - start, inside, (start, stop)


def mean_of_points(values, nodata, factor):
    """Return the mean of each pixel's usable sample points.

    Parameters
    ----------
    values : ndarray of int16, shape (y·factor, x·factor)
        Sample points; ``nodata`` where a point is not usable.
    nodata : int
    factor : int
        Sample points per pixel side.

    Returns
    -------
    ndarray of int16, shape (y, x)
        Rounded to the nearest, halves to even; ``nodata`` where fewer than half of the points are usable.
    """
    if factor == 1:
        return values
    height, width = values.shape[0] // factor, values.shape[1] // factor
    points = values.reshape(height, factor, width, factor)
    usable = points != nodata
    count = usable.sum((1, 3))
    total = np.where(usable, points, 0).sum((1, 3), dtype=np.int64)
    enough = count >= MIN_VALID_SHARE * factor * factor
    return np.where(enough, np.rint(total / np.maximum(count, 1)), nodata).astype(values.dtype)
