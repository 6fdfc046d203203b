"""The line of the area's boundary."""

import numpy as np
import pytest
import shapely
from affine import Affine
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.animation.page.boundary_line import boundary_places
from sentinel_toolkit.core.animation.page.keys import Box


def boundary_mask(geometry, thickness=1):
    box = Box(0, 0, 100, 100)
    grid = GeoBox((50, 50), Affine(2, 0, 0, 0, -2, 100), "EPSG:32633")
    mask = np.zeros(box.width * box.height, bool)
    mask[boundary_places(geometry, grid, box, thickness)] = True
    return mask.reshape(box.height, box.width)


def test_islands_and_holes_are_drawn():
    land = shapely.box(10, 10, 60, 60).difference(shapely.box(20, 20, 40, 40))
    mask = boundary_mask(shapely.MultiPolygon([land, shapely.box(80, 80, 90, 90)]))
    for x, y in ((10, 35), (60, 35), (20, 30), (40, 30), (80, 85), (90, 85)):
        assert mask[99 - y, x], (x, y)
    assert not mask[99 - 30, 30]
    assert not mask[99 - 50, 50]


def test_a_boundary_reaches_the_edges_of_the_map_but_not_along_them():
    mask = boundary_mask(shapely.box(-1e7, 30.5, 1e7, 1e7))
    assert mask[69].all()
    assert mask.sum() == 100


def test_points_are_rings():
    mask = boundary_mask(shapely.MultiPoint([(50.5, 49.5), (500, 500)]))
    assert mask.sum() > 8
    assert not mask[50, 50]
    assert mask[44:57, 44:57].sum() == mask.sum()


@pytest.mark.parametrize("thickness", [1, 2, 4])
def test_lines_are_as_thick_as_wanted(thickness):
    mask = boundary_mask(shapely.LineString([(50, 0), (50, 100)]), thickness=thickness)
    assert set(mask[20:80].sum(1)) == {thickness}
