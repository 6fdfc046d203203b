"""Which pixels of a source an output takes, against arithmetic that can be done by hand and against pyproj."""

import numpy as np
import pyproj
import pytest
from grids import geobox

from sentinel_toolkit.core.geo import grid
from sentinel_toolkit.core.pixels import sampling


def take(found, values, fill):
    """Return a window's values at the sample points, ``fill`` where the source is not."""
    taken = values[found.rows, found.columns]
    if found.inside is not None:
        taken[~found.inside] = fill
    return taken


@pytest.mark.parametrize("resolution", [10, 20, 5])
def test_same_lattice_takes_the_pixel_under_the_centre(resolution):
    source = geobox(10, 600000, 5100000, 40)
    block = geobox(resolution, 600100, 5099900, 8)
    values = np.arange(1600).reshape(40, 40)
    found = sampling.Sampler(block, block).sample(source)
    rows, columns = slice(*found.window[:2]), slice(*found.window[2:])
    taken = take(found, values[rows, columns], -1)
    for y in range(8):
        for x in range(8):
            map_x, map_y = block.transform @ (x + 0.5, y + 0.5)
            assert taken[y, x] == values[int((5100000 - map_y) // 10), int((map_x - 600000) // 10)]


def test_outside_the_source_is_filled():
    block = geobox(10, 599950, 5100050, 10)
    found = sampling.Sampler(block, block).sample(geobox(10, 600000, 5100000, 40))
    taken = take(found, np.ones((5, 5), int), 0)
    assert taken[:5].sum() == 0
    assert taken[5:, 5:].all()
    away = geobox(10, 700000, 5100000, 4)
    assert sampling.Sampler(away, away).sample(geobox(10, 600000, 5100000, 4)) is None


def test_cutting_into_blocks_changes_no_sample_across_zones():
    source = geobox(20, 260000, 5090000, 400, epsg=32634)
    whole = geobox(13, 728000, 5088000, 300)
    values = np.arange(160000).reshape(400, 400)

    def take_block(block):
        found = sampling.Sampler(block, whole).sample(source, 2)
        if found is None:
            return np.full((block.shape[0] * 2, block.shape[1] * 2), -1)
        return take(found, values[slice(*found.window[:2]), slice(*found.window[2:])], -1)

    expected = take_block(whole)
    assert (expected >= 0).mean() > 0.5
    for size in (64, 97):
        made = np.full(expected.shape, -9)
        for row, column, block in grid.blocks(whole, (size, size)):
            piece = take_block(block)
            made[2 * row : 2 * row + piece.shape[0], 2 * column : 2 * column + piece.shape[1]] = piece
        assert np.array_equal(made, expected)


@pytest.mark.parametrize(("resolution", "epsg", "factor"), [(10, 3035, 1), (0.0001, 4326, 1), (500, 3857, 16)])
def test_interpolated_points_fall_in_the_pixels_of_the_exact_ones(resolution, epsg, factor):
    source = geobox(10, 600000, 5100000, 20000)
    to_crs = pyproj.Transformer.from_crs(32633, epsg, always_xy=True)
    west, north = to_crs.transform(650000, 5050000)
    whole = geobox(resolution, west, north, 300, epsg)
    block = whole[37:237, 101:280]
    found = sampling.Sampler(block, whole).sample(source, factor)
    x = block.transform.c + resolution * (np.arange(179 * factor) + 0.5) / factor
    y = block.transform.f - resolution * (np.arange(200 * factor) + 0.5) / factor
    x, y = pyproj.Transformer.from_crs(epsg, 32633, always_xy=True).transform(*np.meshgrid(x, y))
    columns, rows = (x - 600000) / 10, (5100000 - y) / 10
    inside = (columns >= 0) & (columns < 20000) & (rows >= 0) & (rows < 20000)
    assert inside.mean() > 0.2
    row_error = found.rows + found.window[0] - np.floor(rows)
    column_error = found.columns + found.window[2] - np.floor(columns)
    wrong = ((row_error != 0) | (column_error != 0)) & inside & (found.inside if found.inside is not None else True)
    near_edge = np.minimum(np.abs(rows - np.rint(rows)), np.abs(columns - np.rint(columns)))
    assert near_edge[wrong].max(initial=0) < 0.005  # source pixels: what interpolation may be off


def test_sampling_factor_meets_every_source_pixel():
    source = geobox(10, 600000, 5100000, 100)
    for resolution, factor in ((5, 1), (10, 1), (20, 2), (60, 6), (100, 10), (1000, 16)):
        density = sampling.source_density(geobox(resolution, 600000, 5100000, 10), source)
        assert sampling.sampling_factor(density) == factor


def test_coarse_pixel_is_the_mean_of_usable_points():
    points = np.array([[10, 20, 5, -32768], [30, 40, -32768, -32768]], np.int16)
    assert sampling.mean_of_points(points, -32768, 2).tolist() == [[25, -32768]]  # 1 of 4 is too few
