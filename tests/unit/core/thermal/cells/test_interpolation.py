"""Interpolation between coarse cells against scipy and against Keys' equation, and the sharpening that rests on it."""

import numpy as np
import pytest
from affine import Affine
from cells import centres_in, utm, vegetation
from odc.geo.geobox import GeoBox
from scipy import ndimage

from sentinel_toolkit.core.thermal.cells.interpolation import (
    BEYOND,
    KINDS,
    PLAIN,
    WATER,
    fill_gaps,
    interpolate,
    sharpen,
    stack_planes,
)
from sentinel_toolkit.core.thermal.cells.mesh import mesh_of

FINE = utm((70, 80), 60, turn_deg=13)
DEGREES = GeoBox((6, 7), Affine.translation(14.99, 48.755) @ Affine.scale(0.0098, -0.0081), "EPSG:4326")
TURNED = utm((8, 9), 700, (-1500, -2300), turn_deg=-20)
COARSE = {"degrees": DEGREES, "turned": TURNED, "few": utm((3, 3), 700, (900, 900))}
RNG = np.random.default_rng(4)


@pytest.fixture(params=COARSE)
def coarse(request):
    return COARSE[request.param]


def interpolated(plane, coarse, kind, fine=FINE):
    return interpolate(plane, mesh_of(fine, 0, fine.shape[0], coarse), fine.shape, kind)


def own_cell(fine, coarse):
    """Row and column of each pixel's own cell, and whether it has one; pixels on a border have none here."""
    down, across = centres_in(fine, coarse)
    inside = (down > 0) & (down < coarse.shape[0]) & (across > 0) & (across < coarse.shape[1])
    return np.where(inside, down, 0).astype(int), np.where(inside, across, 0).astype(int), inside


def keys(distance):
    """Equation 15 of Keys (1981), a = -1/2."""
    d = np.abs(distance)
    near, far = 1.5 * d**3 - 2.5 * d**2 + 1, -0.5 * d**3 + 2.5 * d**2 - 4 * d + 2
    return np.where(d < 1, near, np.where(d < 2, far, 0))


def by_keys(plane, down, across):
    """Convolution with every cell of a plane that goes on as it is on its edges."""
    wide = np.pad(plane, 3, mode="edge")
    rows, columns = (np.arange(size) - 2.5 for size in wide.shape)
    return np.einsum(
        "pi,ij,pj->p", keys(down.ravel()[:, None] - rows), wide, keys(across.ravel()[:, None] - columns)
    ).reshape(down.shape)


# Kinds


def test_bilinear_is_scipy_s(coarse):
    plane = RNG.uniform(280, 320, coarse.shape)
    down, across = centres_in(FINE, coarse)
    expected = ndimage.map_coordinates(plane, [down - 0.5, across - 0.5], order=1, mode="nearest")
    expected[~own_cell(FINE, coarse)[2]] = np.nan
    np.testing.assert_allclose(interpolated(plane, coarse, "bilinear"), expected, atol=0.01)


def test_cubic_is_the_convolution_of_keys(coarse):
    plane = RNG.uniform(280, 320, coarse.shape)
    expected = np.where(own_cell(FINE, coarse)[2], by_keys(plane, *centres_in(FINE, coarse)), np.nan)
    np.testing.assert_allclose(interpolated(plane, coarse, "cubic"), expected, atol=0.01)


def test_cubics_are_exact_for_parabolas():
    rows, columns = np.indices((12, 12)) + 0.5
    fine, coarse = utm((60, 60), 77, (3700, 3800)), utm((12, 12), 700)

    def parabola(down, across):
        return 290 + 0.3 * down**2 - 0.2 * across**2 + down * across

    found = interpolated(parabola(rows, columns), coarse, "cubic", fine)
    down, across = centres_in(fine, coarse)
    is_inner = (down > 1.5) & (down < 10.5) & (across > 1.5) & (across < 10.5)
    np.testing.assert_allclose(found[is_inner], parabola(down, across)[is_inner], atol=1e-3)


def test_nearest_is_the_pixel_s_own_cell(coarse):
    plane = RNG.uniform(280, 320, coarse.shape).astype(np.float32)
    row, column, inside = own_cell(FINE, coarse)
    np.testing.assert_array_equal(
        interpolated(plane, coarse, "nearest"), np.where(inside, plane[row, column], np.float32(np.nan))
    )


@pytest.mark.parametrize("kind", KINDS)
def test_equal_cells_stay_equal(kind, coarse):
    plane = np.full(coarse.shape, 301.5)
    plane[1, 1] = np.nan
    found = interpolated(plane, coarse, kind)
    assert set(np.unique(found[np.isfinite(found)])) == {301.5}


@pytest.mark.parametrize("kind", KINDS)
def test_a_pixel_has_a_value_just_where_its_own_cell_has(kind, coarse):
    plane = RNG.uniform(280, 320, coarse.shape)
    plane[RNG.random(coarse.shape) < 0.3] = np.nan
    plane[0, 0], plane[1, 2] = np.inf, -np.inf
    row, column, inside = own_cell(FINE, coarse)
    expected = inside & np.isfinite(plane[row, column])
    np.testing.assert_array_equal(np.isfinite(interpolated(plane, coarse, kind)), expected)


@pytest.mark.parametrize("kind", ["bilinear", "nearest"])
def test_no_value_leaves_the_range_of_the_cells_despite_holes(kind, coarse):
    plane = RNG.uniform(280, 320, coarse.shape)
    plane[RNG.random(coarse.shape) < 0.4] = np.nan
    found = interpolated(plane, coarse, kind)
    assert np.nanmin(found) >= np.nanmin(plane) - 1e-4
    assert np.nanmax(found) <= np.nanmax(plane) + 1e-4


@pytest.mark.parametrize("kind", KINDS)
def test_a_single_cell_is_the_same_everywhere(kind):
    found = interpolated(np.array([[300.0]]), utm((1, 1), 4000), kind, utm((30, 30), 100))
    assert (found == 300).all()


@pytest.mark.parametrize("kind", KINDS)
def test_cutting_into_strips_changes_no_bit(kind):
    plane, ends = RNG.uniform(280, 320, DEGREES.shape), [0, 1, 32, 33, 50, 70]
    parts = [
        interpolate(plane, mesh_of(FINE, start, stop, DEGREES), (stop - start, 80), kind)
        for start, stop in zip(ends, ends[1:])
    ]
    np.testing.assert_array_equal(np.concatenate(parts), interpolated(plane, DEGREES, kind))


def test_gaps_have_a_value_of_the_nearest_cells():
    plane = RNG.uniform(280, 320, (9, 9))
    plane[RNG.random((9, 9)) < 0.5] = np.nan
    filled, known = fill_gaps(plane), np.argwhere(np.isfinite(plane))
    np.testing.assert_array_equal(filled[np.isfinite(plane)], plane[np.isfinite(plane)])
    for place in np.argwhere(np.isnan(plane)):
        distances = np.hypot(*(known - place).T)
        nearest = known[distances < distances.min() + 1e-9]
        assert filled[tuple(place)] in plane[tuple(nearest.T)]


def test_a_plane_without_any_value_is_refused():
    with pytest.raises(ValueError, match="no cell"):
        fill_gaps(np.full((3, 3), np.nan))


# Sharpening


def planes_of(coarse, seed=6):
    rng = np.random.default_rng(seed)
    return [rng.uniform(*limits, coarse.shape) for limits in ((290, 310), (-20, -5), (0.2, 0.6))]


def sharpened(ndvi, planes, coarse, predictor=None, **options):
    predictor = ndvi if predictor is None else predictor
    return sharpen(ndvi, predictor, mesh_of(FINE, 0, FINE.shape[0], coarse), stack_planes(planes), **options)


def ndvi_with_all():
    ndvi = vegetation(FINE.shape, 8).astype(np.float32)
    ndvi[10:20, 10:30] = -0.2
    ndvi[30:40, 50:60] = np.nan
    return ndvi


def test_sharpening_adds_slope_times_departure_from_the_reference(coarse):
    planes, ndvi = planes_of(coarse), ndvi_with_all()
    base, slope, reference = (interpolated(plane, coarse, "bilinear") for plane in planes)
    found, _ = sharpened(ndvi, planes, coarse)
    expected = np.where(ndvi < 0, base, base + slope * (ndvi - reference))
    np.testing.assert_allclose(found, expected, atol=1e-3)


def test_the_slope_is_of_the_predictor():
    planes, ndvi = planes_of(TURNED), ndvi_with_all()
    base, slope, reference = (interpolated(plane, TURNED, "bilinear") for plane in planes)
    found, _ = sharpened(ndvi, planes, TURNED, predictor=ndvi**2)
    expected = np.where(ndvi < 0, base, base + slope * (ndvi**2 - reference))
    np.testing.assert_allclose(found, expected, atol=1e-3)


def test_the_recipe_treats_water_as_land():
    planes, ndvi = planes_of(TURNED), ndvi_with_all()
    base, slope, reference = (interpolated(plane, TURNED, "bilinear") for plane in planes)
    found, flags = sharpened(ndvi, planes, TURNED, is_water_apart=False)
    np.testing.assert_allclose(found, base + slope * (ndvi - reference), atol=1e-3)
    assert (flags == PLAIN).all()


def test_a_predictor_is_held_within_its_limits():
    planes, ndvi = planes_of(TURNED), ndvi_with_all()
    found, _ = sharpened(ndvi, planes, TURNED, limits=(0.4, 0.55))
    held = np.where(ndvi < 0, ndvi, np.clip(ndvi, np.float32(0.4), np.float32(0.55)))
    np.testing.assert_allclose(found, sharpened(held, planes, TURNED)[0], atol=1e-3)


def test_flags_tell_water_and_what_lies_beyond_the_fit():
    ndvi = ndvi_with_all()
    found, flags = sharpened(ndvi, planes_of(TURNED), TURNED, limits=(0.1, 0.9), fitted=(0.35, 0.6))
    expected = np.where(ndvi < 0, WATER, np.where((ndvi < 0.35) | (ndvi > 0.6), BEYOND, PLAIN))
    np.testing.assert_array_equal(flags[np.isfinite(found)], expected[np.isfinite(found)])
    assert set(np.unique(flags)) == {PLAIN, WATER, BEYOND}


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_without_ndvi_there_is_no_temperature(value):
    ndvi = vegetation(FINE.shape, 8).astype(np.float32)
    ndvi[20:30, 20:30] = value
    found, flags = sharpened(ndvi, planes_of(TURNED), TURNED)
    np.testing.assert_array_equal(np.isfinite(found), np.isfinite(ndvi) & own_cell(FINE, TURNED)[2])
    assert (flags[np.isnan(found)] == PLAIN).all()


def test_without_a_base_in_its_own_cell_a_pixel_has_no_temperature():
    planes, ndvi = planes_of(TURNED), vegetation(FINE.shape, 8).astype(np.float32)
    planes[0][3, 4] = np.nan
    planes[1][4, 4] = np.nan  # a slope and a reference are taken from the nearest
    planes[2][5, 4] = np.nan
    row, column, inside = own_cell(FINE, TURNED)
    expected = inside & np.isfinite(planes[0][row, column])
    np.testing.assert_array_equal(np.isfinite(sharpened(ndvi, planes, TURNED)[0]), expected)


def test_sharpening_strip_by_strip_changes_no_bit():
    planes, ndvi, ends = planes_of(DEGREES), ndvi_with_all(), [0, 5, 32, 63, 65, 70]
    parts = [
        sharpen(ndvi[start:stop], ndvi[start:stop], mesh_of(FINE, start, stop, DEGREES), stack_planes(planes))
        for start, stop in zip(ends, ends[1:])
    ]
    for part, whole in zip(zip(*parts), sharpened(ndvi, planes, DEGREES)):
        np.testing.assert_array_equal(np.concatenate(part), whole)
