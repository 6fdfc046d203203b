"""Where fine pixels lie in a coarse grid, whatever the CRS of either: exact at every 32nd corner."""

from __future__ import annotations

from typing import NamedTuple

import numba
import numpy as np

from sentinel_toolkit.core.science.projections import transformer_between

SPACING = 32  # pixels between corners that are transformed exactly; those between are interpolated, to millimetres


class Mesh(NamedTuple):
    """Places of a strip's pixel corners in a coarse grid, in cells: every 32nd row and column.

    ``columns`` and ``rows`` (i, j) are positions across and down the coarse grid, 0 at its outer edge; ``first_row`` is
    the strip's first row, counted from the mesh's.
    """

    columns: np.ndarray
    rows: np.ndarray
    first_row: int

    def centres(self, shape):
        """Return (rows, columns) of the pixels' centres of a strip of that shape, in cells, float64 (y, x)."""
        found = []
        for nodes in (self.rows, self.columns):
            plane, line = np.empty(shape), np.empty(shape[1] + 1)
            for y in range(shape[0]):
                fill_line(nodes, self.first_row + y + 0.5, line)
                plane[y] = (line[1:] + line[:-1]) / 2
            found.append(plane)
        return tuple(found)


def mesh_of(grid, start, stop, coarse):
    """Return the Mesh of rows ``start`` to ``stop`` of a grid in a coarse one.

    Parameters
    ----------
    grid, coarse : GeoBox
        In any CRS, rotated or not.
    start, stop : int
        Rows. Nodes are counted from the grid's corner, so that no strip changes a place.
    """
    node_rows = np.arange(start // SPACING, stop // SPACING + 2) * SPACING
    node_columns = np.arange(grid.shape[1] // SPACING + 2) * SPACING
    x, y = grid.transform @ tuple(np.meshgrid(node_columns.astype(float), node_rows.astype(float)))
    if grid.crs != coarse.crs:
        x, y = transformer_between(str(grid.crs), str(coarse.crs)).transform(x, y)
    columns, rows = ~coarse.transform @ (x, y)
    return Mesh(np.ascontiguousarray(columns), np.ascontiguousarray(rows), start - int(node_rows[0]))


@numba.njit(nogil=True, cache=True, error_model="numpy")
def fill_line(nodes, row, result):
    """Fill ``result`` with the bilinear interpolation between nodes along a row; both are counted in pixels."""
    i, last = int(row) // SPACING, result.size - 1
    v = row / SPACING - i
    for start in range(0, result.size, SPACING):
        j = start // SPACING
        west = nodes[i, j] + v * (nodes[i + 1, j] - nodes[i, j])
        step = (nodes[i, j + 1] + v * (nodes[i + 1, j + 1] - nodes[i, j + 1]) - west) / SPACING
        for x in range(start, min(start + SPACING, last + 1)):
            result[x] = west + step * (x - start)
