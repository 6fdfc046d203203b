"""Which pixels a zone covers and how much of each."""

import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.series import zones
from sentinel_toolkit.core.series.zones import coverage_of

X0, Y0 = 600000, 5100000
GRID = GeoBox((40, 60), Affine(10, 0, X0, 0, -10, Y0), "EPSG:32633")
INSIDE = shapely.Point(X0 + 301, Y0 - 197).buffer(83.3)


def area(coverage, grid=GRID):
    return coverage.weights.sum() * abs(grid.transform.determinant)


def image(coverage, grid=GRID):
    """Return the coverage as a picture; a pixel named twice would not be seen, so they are counted."""
    assert len({*zip(coverage.rows.tolist(), coverage.columns.tolist(), strict=True)}) == len(coverage.rows)
    picture = np.zeros(grid.shape)
    picture[coverage.rows, coverage.columns] = coverage.weights
    return picture


@given(
    st.lists(st.tuples(st.floats(-100, 700), st.floats(-500, 100)), min_size=3, max_size=9, unique=True),
    st.floats(0, 50),
)
@settings(max_examples=100, deadline=None)
def test_area_is_that_of_the_polygon_within_the_grid(corners, radius):
    polygon = shapely.MultiPoint([(X0 + x, Y0 + y) for x, y in corners]).convex_hull.buffer(radius)
    covered = polygon.intersection(GRID.extent.geom).area if polygon.geom_type == "Polygon" else 0
    if polygon.geom_type != "Polygon":
        return
    assert area(coverage_of(polygon, GRID)) == pytest.approx(covered, rel=1e-5, abs=1e-3)


def test_every_pixel_has_the_share_of_its_own_square():
    picture = image(coverage_of(INSIDE, GRID))
    for row, column in np.ndindex(*GRID.shape):
        square = shapely.box(X0 + 10 * column, Y0 - 10 * row - 10, X0 + 10 * column + 10, Y0 - 10 * row)
        assert picture[row, column] == pytest.approx(square.intersection(INSIDE).area / 100, abs=1e-6)


def test_weights_are_positive_and_at_most_one():
    weights = coverage_of(INSIDE, GRID).weights
    assert weights.min() > 0
    assert weights.max() == 1


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_a_zone_along_pixel_edges_has_whole_pixels_alone(seed):
    """Corners are rounded to floating point; what that touches of the neighbours would spoil minimum and maximum."""
    rng = np.random.default_rng(seed)
    grid = GeoBox((40, 60), Affine(9.99479222007154, 0, 465181.052231, 0, -9.997448467, 5080254.633496), "EPSG:32633")
    (row, below), (column, right) = np.sort(rng.choice(40, (2, 2), replace=False)).tolist()
    (west, north), (east, south) = grid.transform @ (column, row), grid.transform @ (right, below)
    picture = image(coverage_of(shapely.box(west, south, east, north), grid), grid)
    assert np.count_nonzero(picture) == (below - row) * (right - column)
    np.testing.assert_allclose(picture[row:below, column:right], 1, atol=1e-6)


def test_a_hole_is_not_covered():
    ring = INSIDE.difference(INSIDE.centroid.buffer(31))
    whole, hole = image(coverage_of(INSIDE, GRID)), image(coverage_of(INSIDE.centroid.buffer(31), GRID))
    np.testing.assert_allclose(image(coverage_of(ring, GRID)), whole - hole, atol=1e-6)


def test_parts_add_up():
    other = shapely.transform(INSIDE, lambda xy: np.add(xy, (173, 20)))
    both = image(coverage_of(shapely.MultiPolygon([INSIDE, other]), GRID))
    np.testing.assert_allclose(both, image(coverage_of(INSIDE, GRID)) + image(coverage_of(other, GRID)), atol=1e-6)


def test_overlapping_parts_count_once():
    other = shapely.transform(INSIDE, lambda xy: np.add(xy, (50, 20)))
    both = shapely.MultiPolygon([INSIDE, other])
    assert area(coverage_of(both, GRID)) == pytest.approx(INSIDE.union(other).area, rel=1e-6)


def test_a_bow_tie_covers_its_two_triangles():
    tie = shapely.Polygon([(X0, Y0), (X0 + 20, Y0 - 20), (X0 + 20, Y0), (X0, Y0 - 20)])
    assert image(coverage_of(tie, GRID))[:2, :2].tolist() == [[0.5, 0.5], [0.5, 0.5]]


def test_a_sliver_thinner_than_a_pixel_is_seen():
    sliver = shapely.LineString([(X0 + 3, Y0 - 3), (X0 + 400, Y0 - 207)]).buffer(0.01)
    assert area(coverage_of(sliver, GRID)) == pytest.approx(sliver.area, rel=1e-5)


@pytest.mark.parametrize(
    "geometry",
    [
        shapely.transform(INSIDE, lambda xy: np.add(xy, (0, 5000))),
        shapely.box(X0 - 10, Y0 - 10, X0, Y0),  # its edge touches
        shapely.Point(X0 - 1, Y0 - 1),
        shapely.Polygon(),
        shapely.MultiPoint(),
        shapely.Polygon([(X0 + 1, Y0 - 1), (X0 + 9, Y0 - 9), (X0 + 1, Y0 - 1)]),
    ],
)
def test_nothing_within_the_grid_is_an_empty_coverage(geometry):
    assert [len(part) for part in coverage_of(geometry, GRID)] == [0, 0, 0]


def test_a_zone_larger_than_the_grid_covers_all_of_it():
    assert (image(coverage_of(GRID.extent.geom.buffer(1e6), GRID)) == 1).all()


def test_a_point_stands_for_its_pixel():
    rows, columns, weights = coverage_of(shapely.Point(X0 + 305, Y0 - 191), GRID)
    assert (rows.tolist(), columns.tolist(), weights.tolist()) == ([19], [30], [1])


def test_a_corner_belongs_to_the_pixel_that_begins_there():
    rows, columns, _ = coverage_of(shapely.Point(X0 + 300, Y0 - 200), GRID)
    assert (rows.tolist(), columns.tolist()) == ([20], [30])


def test_points_of_one_pixel_count_once():
    points = shapely.MultiPoint([(X0 + 1, Y0 - 1), (X0 + 2, Y0 - 2), (X0 + 25, Y0 - 1), (X0 - 5, Y0)])
    assert [part.tolist() for part in coverage_of(points, GRID)] == [[0, 0], [0, 2], [1, 1]]


def test_heights_are_ignored():
    assert area(coverage_of(shapely.force_3d(INSIDE, 200), GRID)) == area(coverage_of(INSIDE, GRID))


@pytest.mark.parametrize(
    "transform",
    [
        Affine(10, 0, X0, 0, -20, Y0),
        Affine(10, 0, X0, 0, 10, Y0 - 400),
        Affine.translation(X0, Y0) @ Affine.rotation(30) @ Affine.scale(10, -10),
    ],
)
def test_oblong_south_up_and_rotated_pixels(transform):
    grid = GeoBox((60, 60), transform, "EPSG:32633")
    assert area(coverage_of(INSIDE, grid), grid) == pytest.approx(
        INSIDE.intersection(shapely.Polygon(grid.extent.geom.exterior)).area, rel=1e-5
    )


def test_a_window_of_the_grid_has_the_same_shares():
    window = image(coverage_of(INSIDE, GRID[10:30, 20:35]), GRID[10:30, 20:35])
    np.testing.assert_allclose(window, image(coverage_of(INSIDE, GRID))[10:30, 20:35], atol=1e-6)


def test_strips_join_without_a_seam(monkeypatch):
    whole = coverage_of(INSIDE, GRID)
    monkeypatch.setattr(zones, "STRIP", 40)
    in_strips = coverage_of(INSIDE, GRID)
    assert np.array_equal(in_strips.rows, whole.rows)
    assert np.array_equal(in_strips.columns, whole.columns)
    np.testing.assert_allclose(in_strips.weights, whole.weights, atol=1e-6)


def test_pixels_stand_row_by_row():
    rows, columns, _ = coverage_of(shapely.MultiPolygon([INSIDE, shapely.box(X0, Y0 - 400, X0 + 33, Y0)]), GRID)
    assert (np.diff(rows.astype(int) * GRID.shape[1] + columns) > 0).all()


def test_a_small_zone_on_a_huge_grid_is_cheap():
    grid = GeoBox((10**8, 10**8), GRID.transform, GRID.crs)
    assert area(coverage_of(INSIDE, grid)) == pytest.approx(INSIDE.area, rel=1e-6)


def test_a_line_is_refused():
    with pytest.raises(InvalidRequestError, match="LineString"):
        coverage_of(shapely.LineString([(X0, Y0), (X0 + 9, Y0)]), GRID)


def test_a_place_that_the_crs_does_not_have_is_refused():
    with pytest.raises(InvalidRequestError, match="not finite"):
        coverage_of(shapely.Point(np.inf, np.inf), GRID)
