"""Fine and coarse pixels that tests share: grids, sums of uniform cells, and areas by polygons, not by our kernels."""

import numpy as np
import pyproj
import shapely
from affine import Affine
from odc.geo.geobox import GeoBox
from scipy import ndimage

from sentinel_toolkit.core.thermal.cells.mesh import mesh_of
from sentinel_toolkit.core.thermal.cells.sums import CellSums, sum_in_cells
from sentinel_toolkit.core.thermal.model.evidence import Evidence
from sentinel_toolkit.core.thermal.model.models import Coarse, fraction_of
from sentinel_toolkit.core.thermal.model.sharpener import Strip

UTM = "EPSG:32633"
WEST, NORTH = 500_000, 5_400_000


def utm(shape, pixel_m, off=(0, 0), turn_deg=0, crs=UTM):
    """A grid whose corner lies ``off`` (m east, m south) of one point, turned about that corner."""
    corner = Affine.translation(WEST + off[0], NORTH - off[1]) @ Affine.rotation(turn_deg)
    return GeoBox(shape, corner @ Affine.scale(pixel_m, -pixel_m), crs)


def places_in(grid, coarse, columns, rows):
    """Places (column, row) of a grid's pixel positions in a coarse grid, each of them transformed by pyproj."""
    x, y = grid.transform @ (np.asarray(columns, float), np.asarray(rows, float))
    x, y = pyproj.Transformer.from_crs(str(grid.crs), str(coarse.crs), always_xy=True).transform(x, y)
    return ~coarse.transform @ (x, y)


def centres_in(grid, coarse):
    """Rows and columns of the pixels' centres in a coarse grid."""
    rows, columns = np.indices(grid.shape) + 0.5
    across, down = places_in(grid, coarse, columns, rows)
    return down, across


def shares(grid, coarse):
    """The area of each pixel in each cell, in cells: (cell, pixel), by intersecting polygons."""
    height, width = grid.shape
    rows, columns = np.indices((height + 1, width + 1))
    corners = np.stack(places_in(grid, coarse, columns, rows), axis=-1)
    rings = np.stack([corners[:-1, :-1], corners[:-1, 1:], corners[1:, 1:], corners[1:, :-1]], axis=2)
    pixels = shapely.polygons(rings.reshape(-1, 4, 2))
    down, across = (index.ravel() for index in np.indices(coarse.shape))
    cells = shapely.box(across, down, across + 1, down + 1)
    cell, pixel = shapely.STRtree(pixels).query(cells, predicate="intersects")
    found = np.zeros((cells.size, pixels.size))
    found[cell, pixel] = shapely.area(shapely.intersection(cells[cell], pixels[pixel]))
    return found


def texture(shape, sigma, seed):
    """A random field of that correlation length in pixels, mean 0 and standard deviation 1."""
    field = ndimage.gaussian_filter(np.random.default_rng(seed).normal(size=shape), sigma, mode="wrap")
    return (field - field.mean()) / field.std()


def vegetation(shape, seed, sigma=1.5):
    """NDVI of land, 0.05 to 0.95."""
    return np.clip(0.5 + 0.18 * texture(shape, sigma, seed), 0.05, 0.95)


def sums_of(ndvi, parts=4):
    """The CellSums of cells that are uniform, NaN where nothing is seen."""
    fine = np.kron(ndvi, np.ones((parts, parts)))
    is_land, is_water = fine >= 0, fine < 0
    land, water = np.where(is_land, fine, 0), np.where(is_water, fine, 0)
    return CellSums(np.stack([is_land, land, land**2, is_water, water], axis=-1).astype(float), parts)


def coarse_of(lst_k, predictor):
    return Coarse(lst_k, predictor, np.isfinite(lst_k) & np.isfinite(predictor))


def evidence_of(lst_k, sums, ratio=4, **changes):
    return Evidence(lst_k, sums, ratio, (0.05, 0.95), (240, 350), **changes)


class Fields:
    """Fine NDVI and the coarse temperatures that are measured over it.

    By default 28 × 28 coarse pixels of 4 × 4 fine ones, on grids that are aligned. ``truth_k`` (y, x) is what the fine
    pixels have, ``lst_k`` (row, column) their means by area and noise.
    """

    def __init__(self, ndvi, truth_k, grid, coarse_grid, noise_k=0.0, seed=9):
        self.ndvi, self.truth_k, self.grid, self.coarse_grid = ndvi.astype(np.float32), truth_k, grid, coarse_grid
        measured = self.sum_up(np.where(np.isfinite(truth_k), truth_k, np.nan))
        self.lst_k = measured.land_mean + noise_k * np.random.default_rng(seed).normal(size=coarse_grid.shape)

    @property
    def mesh(self):
        return mesh_of(self.grid, 0, self.grid.shape[0], self.coarse_grid)

    def sum_up(self, values):
        return sum_in_cells(values.astype(np.float32), self.mesh, self.coarse_grid.shape, 4)

    def evidence(self, **changes):
        fraction = np.where(self.ndvi < 0, np.nan, fraction_of(self.ndvi, 0.05, 0.95))
        return evidence_of(self.lst_k, self.sum_up(self.ndvi), fractions=self.sum_up(fraction), **changes)

    def strip(self):
        return Strip(self.ndvi, self.mesh)

    def strips(self, rows=37):
        for start in range(0, self.grid.shape[0], rows):
            stop = min(start + rows, self.grid.shape[0])
            yield Strip(self.ndvi[start:stop], mesh_of(self.grid, start, stop, self.coarse_grid))


def fields(slope=-14.0, seed=0, cells=28, ratio=4, noise_k=0.0, turn_deg=0, off=(0, 0), change=None):
    """Fields that cool by ``slope`` per unit of NDVI, on ground that is warmer here than there.

    ``change`` may alter NDVI in place before the temperatures are made of it.
    """
    pixels = cells * ratio
    grid = utm((pixels, pixels), 1000 / ratio, off, turn_deg)
    ndvi = vegetation(grid.shape, seed, 0.4 * ratio)
    if change:
        change(ndvi)
    ground = 306 + 3 * texture(grid.shape, 5 * ratio, seed + 1) + 0.8 * texture(grid.shape, 0.5 * ratio, seed + 2)
    truth_k = np.where(ndvi < 0, 293.0, ground + slope * np.where(np.isfinite(ndvi), ndvi, 0.4))
    return Fields(ndvi, truth_k, grid, utm((cells, cells), 1000), noise_k)
