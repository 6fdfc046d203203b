"""Sums of fine pixels in coarse cells against intersected polygons and against exactextract."""

import exactextract
import numpy as np
import pytest
import shapely
from affine import Affine
from cells import centres_in, shares, sums_of, utm, vegetation
from hypothesis import given, settings
from hypothesis import strategies as st
from odc.geo.geobox import GeoBox

from sentinel_toolkit.core.thermal.cells.mesh import Mesh, mesh_of
from sentinel_toolkit.core.thermal.cells.sums import CellSums, sum_in_cells, sum_strip

DEGREES = "EPSG:4326"
NEAR = 3e-4  # of a cell: some 20 cm, by which curved coordinate systems differ between nodes that are 2 km apart
FINE = utm((40, 50), 60)

# name → (fine grid, coarse grid), not one of them aligned but the first
GRIDS = {
    "aligned": (utm((40, 40), 50), utm((2, 2), 1000)),
    "off": (FINE, utm((5, 5), 700, (-130.7, -77.3))),
    "fine turned": (utm((40, 50), 60, turn_deg=-17), utm((6, 7), 700, (-900, -300))),
    "coarse turned": (FINE, utm((6, 6), 700, (-400, 900), turn_deg=33)),
    "both turned": (utm((40, 50), 60, turn_deg=-75), utm((6, 6), 700, (-900, 900), turn_deg=33)),
    "south up": (FINE, GeoBox((5, 5), Affine.translation(499_900, 5_397_100) @ Affine.scale(690, 640), FINE.crs)),
    "coarse degrees": (
        FINE,
        GeoBox((5, 6), Affine.translation(14.9955, 48.7531) @ Affine.scale(0.0083, -0.0061), DEGREES),
    ),
    "fine degrees": (
        GeoBox((40, 50), Affine.translation(14.999, 48.75) @ Affine.scale(0.0008, -0.0005), DEGREES),
        utm((6, 7), 700, (-400, -300)),
    ),
    "other zone": (
        FINE,
        GeoBox((8, 8), Affine.translation(59_700, 5_420_600) @ Affine.scale(700, -700), "EPSG:32634"),
    ),
    "equal area": (
        FINE,
        GeoBox((6, 7), Affine.translation(4_688_000, 2_862_600) @ Affine.scale(730, -730), "EPSG:3035"),
    ),
    "arctic": (
        GeoBox((40, 50), Affine.translation(500_000, 8_700_000) @ Affine.scale(20, -20), "EPSG:32633"),
        GeoBox((5, 7), Affine.translation(14.9988, 78.3773) @ Affine.scale(0.0077, -0.0016), DEGREES),
    ),
    "south": (
        GeoBox((40, 50), Affine.translation(300_000, 6_200_000) @ Affine.scale(60, -60), "EPSG:32756"),
        GeoBox((5, 6), Affine.translation(150.81, -34.315) @ Affine.scale(0.0071, -0.0063), DEGREES),
    ),
    "hardly coarser": (FINE, utm((12, 14), 85, (300, 400), turn_deg=8)),
    "finer": (utm((6, 7), 700), utm((20, 20), 90, (1000, 1300), turn_deg=8)),
}


@pytest.fixture(params=GRIDS)
def grids(request):
    return GRIDS[request.param]


def summed(values, fine, coarse, parts=1):
    return sum_in_cells(values.astype(np.float32), mesh_of(fine, 0, fine.shape[0], coarse), coarse.shape, parts)


def ndvi_of(fine, seed=3):
    """NDVI with water, clouds and infinities in it."""
    rng = np.random.default_rng(seed)
    values = rng.uniform(-0.3, 0.9, fine.shape).astype(np.float32)
    values[rng.random(fine.shape) < 0.1] = np.nan
    values[rng.random(fine.shape) < 0.03] = np.inf
    values[rng.random(fine.shape) < 0.03] = -np.inf
    return values


# Places


@pytest.mark.parametrize("rows", [(0, 300), (31, 33), (64, 65), (177, 300)])
def test_centres_lie_where_the_transformation_puts_them(rows):
    fine = utm((300, 330), 10)
    coarse = GeoBox((5, 6), Affine.translation(14.9955, 48.7531) @ Affine.scale(0.0083, -0.0061), DEGREES)
    found = mesh_of(fine, *rows, coarse).centres((rows[1] - rows[0], 330))
    expected = [places[slice(*rows)] for places in centres_in(fine, coarse)]
    np.testing.assert_allclose(found, expected, atol=1e-5)  # of a cell: 7 mm


# Areas


def test_the_grids_of_these_tests_overlap(grids):
    assert shares(*grids).sum() > 1.5


def test_areas_are_those_of_intersected_polygons(grids):
    fine, coarse = grids
    found = summed(np.ones(fine.shape), fine, coarse).land
    np.testing.assert_allclose(found.ravel(), shares(fine, coarse).sum(1), atol=NEAR)


@given(
    turns=st.tuples(st.floats(0, 360), st.floats(0, 360)),
    off=st.tuples(st.floats(-900, 900), st.floats(-900, 900)),
    size=st.floats(30, 500),
)
@settings(max_examples=60, deadline=None)
def test_areas_are_exact_however_grids_lie_to_each_other(turns, off, size):
    fine, coarse = utm((9, 11), size, turn_deg=turns[0]), utm((3, 4), 640, off, turns[1])
    found = summed(np.ones(fine.shape), fine, coarse).land
    np.testing.assert_allclose(found.ravel(), shares(fine, coarse).sum(1), atol=1e-6)


def test_pixels_inside_the_coarse_grid_are_counted_whole():
    fine, coarse = utm((70, 90), 60, turn_deg=21), utm((20, 20), 700, (-3000, -6000), turn_deg=-9)
    found = summed(np.ones(fine.shape), fine, coarse).land.sum()
    assert found == pytest.approx(70 * 90 * 60**2 / 700**2, rel=1e-9)


# Values


def test_means_weigh_each_pixel_by_the_area_that_lies_in_the_cell(grids):
    fine, coarse = grids
    values, weights = ndvi_of(fine), shares(fine, coarse)
    found = summed(values, fine, coarse)
    flat = values.ravel().astype(float)
    is_seen, is_land = np.isfinite(flat), np.isfinite(flat) & (flat >= 0)
    land = weights[:, is_land].sum(1)
    is_covered = land > 1e-3
    with np.errstate(invalid="ignore"):
        land_mean = weights[:, is_land] @ flat[is_land] / land
        squares = weights[:, is_land] @ flat[is_land] ** 2 / land
        mean = weights[:, is_seen] @ flat[is_seen] / weights[:, is_seen].sum(1)
        deviation = np.sqrt(np.maximum(squares - land_mean**2, 0))
    water = weights[:, is_seen & ~is_land].sum(1)
    np.testing.assert_allclose(found.land.ravel(), land, atol=NEAR)
    np.testing.assert_allclose(found.water.ravel(), water, atol=NEAR)
    for name, expected in (("land_mean", land_mean), ("mean", mean), ("land_deviation", deviation)):
        np.testing.assert_allclose(getattr(found, name).ravel()[is_covered], expected[is_covered], atol=2e-3)
    whole = land > 0.3
    np.testing.assert_allclose(found.land_mean.ravel()[whole], land_mean[whole], atol=NEAR)


def test_means_are_those_of_exactextract():
    fine, coarse = FINE, utm((3, 3), 700, (350, 250), turn_deg=-6)
    values = np.random.default_rng(1).uniform(0, 1, fine.shape).astype(np.float32)
    west, south, east, north = fine.boundingbox
    raster = exactextract.raster.NumPyRasterSource(values, west, south, east, north)
    zones = []
    for row, column in np.ndindex(tuple(coarse.shape)):
        ring = [coarse.transform @ (column + x, row + y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        zones.append({"type": "Feature", "properties": {}, "geometry": shapely.Polygon(ring).__geo_interface__})
    zones = exactextract.feature.JSONFeatureSource(zones)
    rows = exactextract.exact_extract(raster, zones, ["mean", "count", "stdev"])
    means, counts, deviations = (
        np.reshape([row["properties"][name] for row in rows], coarse.shape) for name in ("mean", "count", "stdev")
    )
    found = summed(values, fine, coarse)
    np.testing.assert_allclose(found.land_mean, means, atol=1e-6)
    np.testing.assert_allclose(found.land, counts * 60**2 / 700**2, atol=1e-6)
    np.testing.assert_allclose(found.land_deviation, deviations, atol=1e-6)


def test_ndvi_of_exactly_0_is_land():
    fine, coarse = GRIDS["aligned"]
    found = summed(np.zeros(fine.shape), fine, coarse)
    assert (found.land == pytest.approx(1), found.water.max()) == (True, 0)


def test_missing_and_infinite_pixels_have_no_area():
    fine, coarse = GRIDS["off"]
    for value in (np.nan, np.inf, -np.inf):
        assert summed(np.full(fine.shape, value), fine, coarse).totals.sum() == 0


def test_a_cell_without_pixels_has_no_mean():
    fine, coarse = FINE, utm((3, 3), 700, (90_000, 0))
    found = summed(np.ones(fine.shape), fine, coarse)
    for plane in (found.mean, found.land_mean, found.land_deviation):
        assert np.isnan(plane).all()


def test_a_value_in_one_pixel_does_not_leak_into_other_cells():
    fine, coarse = GRIDS["coarse degrees"]
    values = np.full(fine.shape, 0.5)
    weights = shares(fine, coarse)
    values[20, 30] = 0.9
    changed = summed(values, fine, coarse).land_mean - summed(np.full(fine.shape, 0.5), fine, coarse).land_mean
    is_touched = weights[:, 20 * 50 + 30].reshape(coarse.shape) > 0
    assert (np.abs(np.nan_to_num(changed[~is_touched])) < 1e-12).all()
    assert (changed[is_touched] > 0).all()


# Strips and parts


@pytest.mark.parametrize("cuts", [(1,), (32,), (13, 31, 33, 64, 65), range(1, 70)])
def test_cutting_into_strips_changes_nothing(cuts):
    fine = utm((70, 90), 60, turn_deg=4)
    coarse = GeoBox((7, 8), Affine.translation(14.9955, 48.7531) @ Affine.scale(0.0093, -0.0061), DEGREES)
    values = ndvi_of(fine)
    ends = [0, *cuts, 70]
    sums = CellSums.nothing(coarse.shape, 4)
    for start, stop in zip(ends, ends[1:]):
        sums.add(sum_strip(values[start:stop], mesh_of(fine, start, stop, coarse), coarse.shape, 4))
    whole = summed(values, fine, coarse, 4)
    np.testing.assert_allclose(sums.totals, whole.totals, atol=1e-12)


def test_parts_sum_up_to_their_cells(grids):
    fine, coarse = grids
    values = ndvi_of(fine)
    found, expected = summed(values, fine, coarse, 4), summed(values, fine, coarse)
    np.testing.assert_allclose(found.cells, expected.cells, atol=1e-6)


def test_sums_moved_by_parts_are_those_of_the_grid_moved():
    fine, coarse = utm((80, 90), 60), utm((6, 7), 600)
    values = ndvi_of(fine)
    elsewhere = GeoBox(coarse.shape, coarse.transform @ Affine.translation(-0.25, 0.75), coarse.crs)
    found = summed(values, fine, coarse, 4).shifted(3, -1)
    expected = summed(values, fine, elsewhere, 4)
    np.testing.assert_allclose(found.totals[:-3, 1:], expected.totals[:-3, 1:], atol=1e-9)


def test_what_is_moved_in_from_outside_is_unknown():
    sums = sums_of(np.full((3, 3), 0.5))
    assert (sums.shifted(4, 0).land[-1] == 0).all()
    assert (sums.shifted(0, -4).land[:, 0] == 0).all()


def test_a_wider_sensor_sees_the_gaussian_mean_around():
    """Against an explicit kernel at the middle of a scene."""
    ndvi, sigma, parts = vegetation((9, 9), 5), 0.5, 4
    fine = np.kron(ndvi, np.ones((parts, parts)))
    offsets = (np.arange(9 * parts) + 0.5) / parts
    seen = []
    for part in np.arange(4, 5, 0.25) + 0.125:
        kernel = np.exp(-((offsets - part) ** 2) / 2 / sigma**2)
        seen.append(kernel / kernel.sum())
    weights = np.mean(seen, axis=0)
    assert sums_of(ndvi, parts).widened(sigma).land_mean[4, 4] == pytest.approx(weights @ fine @ weights, abs=1e-4)


def test_a_uniform_ground_is_uniform_to_any_sensor():
    ndvi = np.full((6, 6), 0.4)
    ndvi[2, 3] = np.nan
    np.testing.assert_allclose(sums_of(ndvi).widened(0.5).land_mean, 0.4, rtol=1e-12)


def test_a_sensor_of_no_greater_footprint_changes_nothing():
    sums = sums_of(vegetation((4, 4), 1))
    assert sums.widened(0) is sums


# Where maps end


def test_pixels_without_a_place_are_left_out():
    fine, coarse = utm((80, 90), 60), utm((7, 8), 700)
    mesh = mesh_of(fine, 0, 80, coarse)
    columns, rows = mesh.columns.copy(), mesh.rows.copy()
    columns[:, 2], rows[:, 2] = np.nan, np.nan  # from column 32 on there is no place
    found = sum_in_cells(np.ones(fine.shape, np.float32), Mesh(columns, rows, 0), coarse.shape)
    expected = shares(utm((80, 32), 60), coarse).sum(1).reshape(coarse.shape)
    last = 80 * 60**2 / 700**2  # the pixels beside those lost
    assert (found.land <= expected + 1e-6).all()
    assert found.land.sum() >= expected.sum() - last


def test_the_antimeridian_is_an_ordinary_place():
    """A tile of zone 60 reaches over 180°, and so does the coarse grid in degrees; the same is counted from 180°."""
    fine = GeoBox((90, 90), Affine.translation(711_500, 5_542_000) @ Affine.scale(60, -60), "EPSG:32660")
    cells, scale = (5, 6), Affine.scale(0.013, -0.009)
    coarse = GeoBox(cells, Affine.translation(179.96, 49.99) @ scale, DEGREES)
    from_there = GeoBox(cells, Affine.translation(-0.04, 49.99) @ scale, "+proj=longlat +datum=WGS84 +pm=180")
    expected = shares(fine, from_there).sum(1)
    found = summed(np.ones(fine.shape), fine, coarse).land
    np.testing.assert_allclose(found.ravel(), expected, atol=NEAR)


def test_beyond_the_globe_there_is_nothing():
    """The corner of a geostationary satellite's picture has no place on the Earth."""
    fine = GeoBox(
        (90, 90), Affine.translation(3_300_000, 4_300_000) @ Affine.scale(6000, -6000), "+proj=geos +h=35785831"
    )
    coarse = GeoBox((5, 6), Affine.translation(48, 55) @ Affine.scale(2, -2), DEGREES)
    mesh = mesh_of(fine, 0, 90, coarse)
    assert not np.isfinite(mesh.columns).all()
    found = summed(np.ones(fine.shape), fine, coarse)
    assert np.nansum(found.totals) > 0
    assert np.isfinite(found.totals).all()
