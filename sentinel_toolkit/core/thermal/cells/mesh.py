"""Where fine pixels lie in a coarse grid, whatever the CRS of either: exact at corners some 300 m apart."""

from __future__ import annotations

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.geo.transformations import transformer_between

FloatArray = NDArray[np.float64]
MeshPlace = tuple[FloatArray, FloatArray, int, int]  # a Mesh as kernels take it
# Between corners that are transformed exactly; those between are interpolated. A projection bends by spacing² / (8 ·
# Earth's radius): 2 mm, or 2e-6 of a coarse pixel of 1 km.
SPACING_M = 320.0
SPACINGS = 1, 32  # pixels
METRES_IN_DEGREE = 111_320.0  # along a meridian


class Mesh(NamedTuple):
    """Places of a strip's pixel corners in a coarse grid, in cells: at every so many rows and columns (``spacing``).

    ``columns`` and ``rows`` (i, j) are positions across and down the coarse grid, 0 at its outer edge; ``first_row`` is
    the strip's first row, counted from the mesh's.
    """

    columns: FloatArray
    rows: FloatArray
    first_row: int
    spacing: int = SPACINGS[1]

    def centres(self, shape: tuple[int, int]) -> tuple[FloatArray, FloatArray]:
        """Return (rows, columns) of the pixels' centres of a strip of that shape, in cells, float64 (y, x)."""
        rows, columns = np.empty(shape), np.empty(shape)
        line = np.empty(shape[1] + 1)
        for nodes, plane in ((self.rows, rows), (self.columns, columns)):
            for y in range(shape[0]):
                fill_line(nodes, self.first_row + y + 0.5, self.spacing, line)
                plane[y] = (line[1:] + line[:-1]) / 2
        return rows, columns


def mesh_of(grid: GeoBox, start: int, stop: int, coarse: GeoBox) -> Mesh:
    """Return the Mesh of rows ``start`` to ``stop`` of a grid in a coarse one.

    Parameters
    ----------
    grid, coarse
        In any CRS, rotated or not.
    start, stop
        Rows. Nodes are counted from the grid's corner, so that no strip changes a place.
    """
    spacing = SPACINGS[1] if grid.crs == coarse.crs else _spacing(grid)
    node_rows = np.arange(start // spacing, stop // spacing + 2) * spacing
    node_columns = np.arange(grid.shape[1] // spacing + 2) * spacing
    x, y = grid.transform @ tuple(np.meshgrid(node_columns.astype(float), node_rows.astype(float)))
    if grid.crs != coarse.crs:
        transform = transformer_between(str(grid.crs), str(coarse.crs)).transform
        x, y = transform(x, y)
        lost = ~(np.isfinite(x) & np.isfinite(y))
        x[lost] = y[lost] = np.nan
        if (
            coarse.crs is not None and coarse.crs.geographic
        ):  # degrees have a seam: count them from the middle of the fine grid
            middle = transform(*(grid.transform @ (grid.shape[1] / 2, grid.shape[0] / 2)))[0]
            there = (coarse.transform @ (coarse.shape[1] / 2, coarse.shape[0] / 2))[0]
            middle = there + (middle - there + 180) % 360 - 180
            x = middle + (x - middle + 180) % 360 - 180
    columns, rows = ~coarse.transform @ (x, y)
    return Mesh(np.ascontiguousarray(columns), np.ascontiguousarray(rows), start - int(node_rows[0]), spacing)


def _spacing(grid: GeoBox) -> int:
    """Return how many pixels of a grid lie between exact corners."""
    pixel = np.sqrt(abs(grid.transform.determinant)) * (
        METRES_IN_DEGREE if grid.crs is not None and grid.crs.geographic else 1
    )
    return int(np.clip(SPACING_M / pixel, *SPACINGS))


@numba.njit(nogil=True, cache=True, error_model="numpy")
def fill_line(nodes: FloatArray, row: float, spacing: int, result: FloatArray) -> None:
    """Fill ``result`` with the bilinear interpolation between nodes along a row; both are counted in pixels."""
    i, last = int(row) // spacing, result.size - 1
    v = row / spacing - i
    for start in range(0, result.size, spacing):
        j = start // spacing
        west = nodes[i, j] + v * (nodes[i + 1, j] - nodes[i, j])
        step = (nodes[i, j + 1] + v * (nodes[i + 1, j + 1] - nodes[i, j + 1]) - west) / spacing
        for x in range(start, min(start + spacing, last + 1)):
            result[x] = west + step * (x - start)
