"""Scale bars and north: pure arithmetic."""

import math

import numpy as np
import pyproj
import pytest
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.drawing import map_scale

GEOD = pyproj.Geod(ellps="WGS84")


def grid_at(crs, longitude, latitude, resolution, side=400):
    """Return a grid whose centre is a place."""
    x, y = pyproj.Transformer.from_crs(4326, crs, always_xy=True).transform(longitude, latitude)
    corner = x - side / 2 * resolution, y + side / 2 * resolution
    return GeoBox((side, side), Affine(resolution, 0, corner[0], 0, -resolution, corner[1]), crs)


@pytest.mark.parametrize("latitude", [0, 45, 60])
@pytest.mark.parametrize(("crs", "resolution"), [("EPSG:32633", 30), ("EPSG:3857", 30), ("EPSG:4326", 0.0003)])
def test_a_scale_bar_is_as_long_as_it_says(crs, resolution, latitude):
    grid = grid_at(crs, 15.8, latitude, resolution)
    bar = map_scale.scale_bar(map_scale.ground_resolution_m(grid), 150)
    ends = [grid.transform @ (200 + side * bar.pixels / 2, 200) for side in (-1, 1)]
    lonlats = pyproj.Transformer.from_crs(crs, 4326, always_xy=True).transform(*zip(*ends, strict=True))
    true_m = GEOD.line_length(*lonlats)
    assert true_m == pytest.approx(bar.length_m, rel=0.6 / bar.pixels)  # half a pixel of rounding, and the row's bend


def test_web_mercator_is_twice_as_long_at_60_north():
    pixel_m = map_scale.ground_resolution_m(grid_at("EPSG:3857", 10, 60, 100))
    assert pixel_m == pytest.approx(50, rel=0.005)


def test_the_whole_world_in_degrees_has_a_scale():
    grid = GeoBox((180, 360), Affine(1, 0, -180, 0, -1, 90), "EPSG:4326")
    assert map_scale.ground_resolution_m(grid) == pytest.approx(111_319.5, rel=1e-4)


@settings(max_examples=200, deadline=None)
@given(st.floats(0.01, 50_000), st.integers(20, 800))
def test_scale_bars_are_round_and_fit(pixel_m, room):
    bar = map_scale.scale_bar(pixel_m, room)
    digits = f"{bar.length_m:.12e}"[0]
    assert digits in "125"
    assert bar.pixels <= room
    assert bar.pixels >= 0.39 * room - 1


@pytest.mark.parametrize(("pixel_m", "text"), [(0.1, "10 m"), (10, "1 km"), (9.9, "500 m"), (1234, "100 km")])
def test_scale_bars_are_named_in_m_or_km(pixel_m, text):
    assert map_scale.scale_bar(pixel_m, 100).text == text


@pytest.mark.parametrize(("longitude", "sign"), [(15.0, 0), (17.9, -1), (12.1, 1)])
def test_north_in_utm_is_the_convergence_of_meridians(longitude, sign):
    north = map_scale.north_deg(grid_at("EPSG:32633", longitude, 45, 10))
    expected = -math.degrees(math.atan(math.tan(math.radians(longitude - 15)) * math.sin(math.radians(45))))
    assert north == pytest.approx(expected, abs=0.02)
    assert np.sign(round(north, 2)) == sign


@pytest.mark.parametrize(("crs", "resolution"), [("EPSG:4326", 0.001), ("EPSG:3857", 100)])
def test_north_is_up_in_cylindrical_projections(crs, resolution):
    assert map_scale.north_deg(grid_at(crs, 100, -33, resolution)) == pytest.approx(0, abs=1e-3)


def test_north_is_down_beyond_the_pole():
    assert abs(map_scale.north_deg(grid_at("EPSG:3995", 180, 80, 1000))) == pytest.approx(180, abs=0.01)
