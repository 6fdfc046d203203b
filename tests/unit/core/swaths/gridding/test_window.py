"""The part of a swath that a grid needs: nothing of it may be missing, wherever it lies and however it is turned."""

import numpy as np
import pyproj
import pytest
from odc.geo.geobox import GeoBox
from swaths import regular_swath

from sentinel_toolkit.core.swaths.gridding.window import LonLatBox, near_grid

PLACES = [(32633, 0.5), (32633, 45), (32633, 71), (32633, 83), (5041, 89.5), (3857, 60), (4326, 70), (3035, 50)]


@pytest.mark.parametrize(("epsg", "latitude_deg"), PLACES)
@pytest.mark.parametrize("cells", [1, 30, 400])
@pytest.mark.parametrize("turn_deg", [0, 12, 45])
def test_every_pixel_near_the_grid_is_in_the_window(epsg, latitude_deg, cells, turn_deg):
    to_map = pyproj.Transformer.from_crs(4326, epsg, always_xy=True)
    local = "EPSG:5041" if latitude_deg > 84 else "EPSG:32633"
    centre = pyproj.Transformer.from_crs(4326, local, always_xy=True).transform(15.2, latitude_deg)
    latitude, longitude = regular_swath((700, 700), crs=local, centre=centre, turn_deg=turn_deg)
    resolution = 0.01 if epsg == 4326 else 1000
    x, y = to_map.transform(15.2, latitude_deg)
    half = cells * resolution / 2
    grid = GeoBox.from_bbox((x - half, y - half, x + half, y + half), f"EPSG:{epsg}", resolution=resolution)
    top, bottom, left, right = near_grid(grid).window(latitude, longitude)
    places = to_map.transform(longitude, latitude)
    edge = resolution  # a pixel beyond the grid may be the nearest of a cell in it
    west, south, east, north = grid.boundingbox
    near = (
        (places[0] > west - edge) & (places[0] < east + edge) & (places[1] > south - edge) & (places[1] < north + edge)
    )
    rows, columns = np.flatnonzero(near.any(1)), np.flatnonzero(near.any(0))
    assert top <= rows[0]
    assert bottom > rows[-1]
    assert left <= columns[0]
    assert right > columns[-1]


def test_a_small_grid_needs_a_small_window():
    latitude, longitude = regular_swath((700, 700))
    grid = GeoBox.from_bbox((490_000, 4_990_000, 510_000, 5_010_000), "EPSG:32633", resolution=1000)
    top, bottom, left, right = near_grid(grid).window(latitude, longitude)
    assert (bottom - top) * (right - left) < 50 * 50


def test_places_elsewhere_and_unknown_ones_are_no_window():
    latitude, longitude = regular_swath((50, 50))
    assert LonLatBox(-10, -5).window(latitude, longitude) is None
    assert LonLatBox().window(np.full((5, 5), np.nan), np.zeros((5, 5))) is None
