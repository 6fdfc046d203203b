"""Grids on a lattice, and their blocks."""

import numpy as np
import pytest
from grids import geobox

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.geo import grid


def test_lattice_grid_is_the_smallest_that_covers():
    box_ = grid.lattice_grid((101.0, 203.0, 118.0, 239.9), "EPSG:32633", 10, origin=(5.0, 5.0))
    assert tuple(box_.boundingbox) == (95.0, 195.0, 125.0, 245.0)


def test_lattice_grid_of_its_own_bounds_is_itself():
    bounds = (571980.0, 5051400.0, 607980.0, 5087400.0)
    noisy = tuple(value + 1e-7 for value in bounds)
    assert grid.lattice_grid(noisy, "EPSG:32633", 120, (571980.0, 5087400.0)).shape == (300, 300)


def test_gigantic_grid_is_refused():
    with pytest.raises(InvalidRequestError, match="coarser RESOLUTION"):
        grid.lattice_grid((0, 0, 1e6, 1e6), "EPSG:32633", 1)


def test_blocks_cover_the_grid_once_and_end_where_they_should():
    whole = geobox(10, 600000, 5100000, 100)
    seen = np.zeros((100, 100), int)
    for row, column, block in grid.blocks(whole, (32, 48), (7, 20)):
        height, width = block.shape
        seen[row : row + height, column : column + width] += 1
        assert (row + height - 7) % 32 == 0 or row + height == 100
        assert (column + width - 20) % 48 == 0 or column + width == 100
        assert block.transform == whole[row:, column:].transform
    assert (seen == 1).all()
