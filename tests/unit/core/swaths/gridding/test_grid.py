"""Swaths on grids: synthetic swaths whose truth is known, judged by scipy's tree and by the functions themselves."""

import numpy as np
import pyproj
import pytest
from odc.geo.geobox import GeoBox
from scipy.spatial import cKDTree
from swaths import regular_swath

from sentinel_toolkit.core.swaths.gridding.grid import (
    MAX_DISTANCE,
    grid_swath,
    place,
    spacing_m,
    take_bilinear,
    take_nearest,
)


def grid_over(places, crs="EPSG:32633", resolution=1000, inset=0):
    west, south = np.nanmin(places.x) + inset, np.nanmin(places.y) + inset
    east, north = np.nanmax(places.x) - inset, np.nanmax(places.y) - inset
    return GeoBox.from_bbox((west, south, east, north), crs, resolution=resolution)


def centres(grid):
    rows, columns = np.mgrid[: grid.shape[0], : grid.shape[1]]
    return grid.transform @ (columns + 0.5, rows + 0.5)


def nearest_by_tree(places, grid):
    known = np.flatnonzero(np.isfinite(places.x.ravel()))
    tree = cKDTree(np.column_stack([places.x.ravel()[known], places.y.ravel()[known]]))
    distances, found = tree.query(np.column_stack([part.ravel() for part in centres(grid)]))
    return known[found].reshape(grid.shape), distances.reshape(grid.shape)


@pytest.mark.parametrize("jitter_m", [0, 120])
@pytest.mark.parametrize("resolution", [1000, 370])
def test_nearest_is_the_truly_nearest_pixel(jitter_m, resolution):
    places = place(*regular_swath((150, 180), jitter_m=jitter_m), "EPSG:32633")
    grid = grid_over(places, resolution=resolution)
    gridding = grid_swath(places, grid)
    truth, distances = nearest_by_tree(places, grid)
    limit = MAX_DISTANCE * places.spacing_m
    near = distances < limit * 0.999
    assert (gridding.nearest[near] == truth[near]).mean() >= 0.999
    assert (gridding.nearest[distances > limit * 1.001] == -1).all()


def test_there_is_no_gap_inside_a_regular_swath():
    places = place(*regular_swath((120, 120), turn_deg=33), "EPSG:32633")
    grid = grid_over(places, inset=45_000)
    assert (grid_swath(places, grid).nearest >= 0).all()


def test_nothing_is_drawn_beyond_the_swath():
    latitude, longitude = regular_swath((60, 60))
    places = place(latitude, longitude, "EPSG:32633")
    west, south, east, north = grid_over(places).boundingbox
    grid = GeoBox.from_bbox(
        (west - 50_000, south - 50_000, east + 50_000, north + 50_000), "EPSG:32633", resolution=500
    )
    found = grid_swath(places, grid).nearest >= 0
    _, distances = nearest_by_tree(places, grid)
    assert distances[found].max() <= MAX_DISTANCE * places.spacing_m * 1.001
    assert found.sum() * 0.25 == pytest.approx(60 * 60, rel=0.05)  # km²


def test_bilinear_follows_a_smooth_field_within_a_percent():
    places = place(*regular_swath((150, 150), jitter_m=80), "EPSG:32633")
    grid = grid_over(places, resolution=300, inset=35_000)

    def field(x, y):
        return np.sin(x / 15_000) * np.cos(y / 18_000)

    gridding = grid_swath(places, grid, interpolate=True)
    values = take_bilinear(field(places.x, places.y).astype(np.float32), gridding)
    errors = np.abs(values - field(*centres(grid))) / 2
    assert not np.isnan(values).any()
    assert np.quantile(errors, 0.999) <= 0.01
    assert errors[gridding.quads.upper_left >= 0].max() <= 0.01


def test_bilinear_does_not_cross_cloud():
    places = place(*regular_swath((40, 40)), "EPSG:32633")
    values = np.full((40, 40), 300, np.float32)
    values[:, 20:] = np.nan
    gridding = grid_swath(places, grid_over(places, resolution=250), interpolate=True)
    near, smooth = take_nearest(values, gridding, np.nan), take_bilinear(values, gridding)
    assert np.array_equal(np.isnan(near), np.isnan(smooth))
    assert set(np.unique(smooth[~np.isnan(smooth)])) == {300}


def test_a_hole_in_the_swath_stays_a_hole():
    latitude, longitude = regular_swath((60, 60))
    latitude[25:30] = np.nan  # rows without a place
    places = place(latitude, longitude, "EPSG:32633")
    gridding = grid_swath(places, grid_over(places), interpolate=True)
    _, distances = nearest_by_tree(places, grid_over(places))
    assert (gridding.nearest[distances > MAX_DISTANCE * places.spacing_m * 1.001] == -1).all()
    assert (gridding.quads.upper_left[distances > MAX_DISTANCE * places.spacing_m * 1.001] == -1).all()


@pytest.mark.parametrize(
    ("crs", "centre", "resolution"),
    [("EPSG:4326", (15, 60), 0.01), ("EPSG:3857", (1_670_000, 8_400_000), 2000), ("EPSG:3035", (4_600_000, 3e6), 1000)],
)
def test_distances_are_those_on_the_ground_whatever_the_map(crs, centre, resolution):
    """Degrees are half as wide at 60° N, and Web Mercator twice as large: the nearest is the nearest on the ground."""
    lonlat = pyproj.Transformer.from_crs(crs, 4326, always_xy=True).transform(*centre)
    utm = pyproj.Transformer.from_crs(4326, 32633, always_xy=True).transform(*lonlat)
    latitude, longitude = regular_swath((140, 140), centre=utm, jitter_m=100)
    places = place(latitude, longitude, crs)
    grid = GeoBox.from_bbox(
        (
            centre[0] - 40 * resolution,
            centre[1] - 40 * resolution,
            centre[0] + 40 * resolution,
            centre[1] + 40 * resolution,
        ),
        crs,
        resolution=resolution,
    )
    gridding = grid_swath(places, grid)
    lon, lat = pyproj.Transformer.from_crs(crs, 4326, always_xy=True).transform(*centres(grid))
    points = np.column_stack([part.ravel() for part in _cartesian(lat, lon)])
    _, truth = cKDTree(np.column_stack([part.ravel() for part in _cartesian(latitude, longitude)])).query(points)
    assert (gridding.nearest.ravel() == truth).mean() >= 0.999


def _cartesian(latitude, longitude):
    return pyproj.Transformer.from_crs(4979, 4978, always_xy=True).transform(
        longitude, latitude, np.zeros_like(latitude)
    )


@pytest.mark.parametrize(("epsg", "centre"), [(32601, (300_000, 7_200_000)), (5041, (2_000_000, 2_000_000))])
def test_the_antimeridian_and_the_pole_are_ordinary_places(epsg, centre):
    latitude, longitude = regular_swath((100, 100), crs=f"EPSG:{epsg}", centre=centre)
    assert longitude.max() - longitude.min() > 300
    places = place(latitude, longitude, f"EPSG:{epsg}")
    grid = grid_over(places, f"EPSG:{epsg}", inset=35_000)
    gridding = grid_swath(places, grid)
    truth, _ = nearest_by_tree(places, grid)
    assert (gridding.nearest == truth).mean() >= 0.999


def test_spacing_is_that_of_the_ground():
    assert spacing_m(*regular_swath((100, 80), spacing_m=740)) == pytest.approx(740, rel=0.002)


def test_a_swath_without_places_gives_nothing():
    nothing = np.full((5, 5), np.nan)
    gridding = grid_swath(
        place(nothing, nothing.copy(), "EPSG:32633"), grid_over(place(*regular_swath((9, 9)), "EPSG:32633")), True
    )
    assert (gridding.nearest == -1).all()
    assert (gridding.quads.upper_left == -1).all()


def test_a_single_row_is_gridded():
    places = place(*regular_swath((1, 50)), "EPSG:32633")
    gridding = grid_swath(places, grid_over(places), interpolate=True)
    assert (gridding.nearest >= 0).any()
    assert (gridding.quads.upper_left == -1).all()
