"""The pure functions, each against arithmetic that can be done by hand or by plain numpy."""

import dataclasses
import datetime
from types import SimpleNamespace

import numpy as np
import pyproj
import pytest
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from odc.geo.geobox import GeoBox
from shapely.geometry import MultiPolygon, box

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.dates import solar
from sentinel_toolkit.core.geo import area, grid
from sentinel_toolkit.core.geo.mgrs import tile_footprint
from sentinel_toolkit.core.imagery import block_plan
from sentinel_toolkit.core.pixels import encoding as pixels
from sentinel_toolkit.core.pixels import reflectance, sampling, scl, stretch, temporal
from sentinel_toolkit.core.scenes import selection
from sentinel_toolkit.core.scenes.scene import Scene, parse_product_name

UTC = datetime.timezone.utc
STACKS = hnp.arrays(np.int16, (7, 2, 3, 4), elements=st.sampled_from([-32768, -300, 0, 1, 5, 800, 32767]))


def masked_median(stack):
    """Return numpy's median of what is not nodata, by plain loops over pixels."""
    result = np.full(stack.shape[1:], temporal.NODATA, np.int64)
    for place in np.ndindex(stack.shape[1:]):
        values = stack[(slice(None), *place)]
        values = values[values != temporal.NODATA].astype(float)
        if values.size:
            result[place] = np.rint(np.median(values))
    return result


@settings(max_examples=60, deadline=None)
@given(STACKS)
def test_median_is_numpys(stack):
    result, counts = temporal.median(stack)
    assert np.array_equal(result, masked_median(stack))
    assert np.array_equal(counts, (stack != temporal.NODATA).sum(0).max(0))


@settings(max_examples=20, deadline=None)
@given(STACKS, st.permutations(range(7)))
def test_median_ignores_time_order(stack, order):
    assert np.array_equal(temporal.median(stack)[0], temporal.median(stack[list(order)])[0])


def test_masked_pixel_never_leaks():
    stack = np.full((3, 1, 2, 2), temporal.NODATA, np.int16)
    stack[1, 0, 0, 0] = 77
    result, counts = temporal.median(stack)
    assert result[0].tolist() == [[77, -32768], [-32768, -32768]]
    assert counts.tolist() == [[1, 0], [0, 0]]


# Reflectance.


@pytest.mark.parametrize(
    ("arguments", "offset_dn"),
    [
        ({"baseline": "02.12"}, 0),
        ({"baseline": "03.01"}, 0),
        ({"baseline": "04.00"}, -1000),
        ({"baseline": "05.09"}, -1000),
        ({"baseline": "05.09", "already_applied": True}, 0),
        ({"baseline": "05.09", "already_applied": True, "earth_search_collection": "sentinel-2-l2a"}, 0),
        ({"baseline": "05.09", "already_applied": True, "earth_search_collection": "sentinel-2-c1-l2a"}, -1000),
        ({"baseline": "05.09", "already_applied": False, "earth_search_collection": "sentinel-2-l2a"}, None),
        ({"baseline": "05.09", "earth_search_collection": "sentinel-2-l2a"}, None),
        ({"baseline": "03.01", "already_applied": False, "earth_search_collection": "sentinel-2-l2a"}, 0),
        ({"baseline": ""}, None),
        ({"baseline": "garbage"}, None),
        ({"baseline": "N0510"}, -1000),
        ({"baseline": "4.0"}, -1000),
    ],
)
def test_offset_is_decided_by_product(arguments, offset_dn):
    decision = reflectance.decide_offset(**arguments)
    assert decision.offset_dn == offset_dn
    assert decision.reason


@pytest.mark.parametrize(("shift", "expected"), [(0, 0), (1000, -1000)])
@pytest.mark.parametrize(("scl", "low", "high"), [(4, 60, 700), (6, 0, 400), (5, 300, 1800)])
def test_offset_is_seen_in_the_pixels(shift, expected, scl, low, high):
    rng = np.random.default_rng(1)
    dn = rng.integers(low + 1, high, (200, 200)) + shift
    # Bare land whose darkest pixels have 0.13 could be either: no verdict is better than a wrong one.
    undecidable = scl == 5 and shift
    decided = reflectance.decide_offset_from_pixels(dn, np.full(dn.shape, scl)).offset_dn
    assert decided == (None if undecidable else expected)


def test_haze_over_water_is_no_offset():
    """Shifted pixels whose water is mostly under haze: the few clear ones tell."""
    rng = np.random.default_rng(2)
    dn = rng.integers(1100, 2000, (200, 200))
    dn[:8] = rng.integers(150, 600, (8, 200))
    water = np.full(dn.shape, 6)
    assert reflectance.decide_offset_from_pixels(dn, water).offset_dn == 0
    assert reflectance.decide_offset_from_pixels(dn[8:] + 1000, water[8:]).offset_dn is None


@pytest.mark.parametrize(("low", "expected"), [(1250, None), (2700, -1000), (500, 0)])
def test_bright_land_is_never_shifted_twice(low, expected):
    dn = np.full((200, 200), low)
    assert reflectance.decide_offset_from_pixels(dn, np.full(dn.shape, 5)).offset_dn == expected


def test_too_few_clear_pixels_decide_nothing():
    dn = np.full((50, 50), 1500)
    assert reflectance.decide_offset_from_pixels(dn, np.full(dn.shape, 9)).offset_dn is None


def encode(dn, offset_dn, nodata, quantification=10_000):
    """Encode a line of DN by both kernels: pixels that follow each other, and points by index."""
    dn = dn[None]
    index = np.arange(dn.shape[1], dtype=np.int32)[None]
    found = sampling.Sampling((0, 1, 0, dn.shape[1]), np.zeros_like(index), index, None)
    made = []
    for corner in (None, (0, 0)):
        out = np.full(dn.shape, nodata, np.int16)
        wanted = np.ones(dn.shape, bool)
        there = dataclasses.replace(found, corner=corner)
        assert pixels.encode_points(dn, there, wanted, offset_dn, quantification, out) == np.count_nonzero(dn)
        made.append(out[0])
    assert np.array_equal(*made)
    return made[0]


def test_no_data_is_never_shifted_and_extremes_are_clamped():
    dn = np.array([0, 1, 999, 1000, 11000, 65535], np.uint16)
    coded = encode(dn, -1000, -32768)
    assert coded.tolist() == [-32768, -999, -1, 0, 10000, 32767]


def test_other_quantification_means_the_same_reflectance():
    dn = np.array([0, 2000, 3000], np.uint16)
    assert encode(dn, -500, -32768, quantification=5000).tolist() == [-32768, 3000, 5000]


def test_mask_keeps_what_is_not_named():
    table = scl.valid_table(("cloud_high", "no_data"))
    assert not table[9]
    assert not table[0]
    assert table[[4, 8, 12, 255]].all()
    assert scl.valid_table(("none",)).all()


def test_grown_mask_is_a_disc():
    valid = np.ones((11, 11), bool)
    valid[5, 5] = False
    y, x = np.mgrid[:11, :11] - 5
    assert np.array_equal(scl.grow_mask(valid, 3.0), np.hypot(x, y) > 3)
    assert scl.grow_mask(valid, 0) is valid


# Grids and sampling.


def take(found, values, fill):
    """Return a window's values at the sample points, ``fill`` where the source is not."""
    taken = values[found.rows, found.columns]
    if found.inside is not None:
        taken[~found.inside] = fill
    return taken


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


def geobox(resolution, west, north, size, epsg=32633):
    return GeoBox((size, size), Affine(resolution, 0, west, 0, -resolution, north), f"EPSG:{epsg}")


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


@pytest.mark.parametrize(
    ("affordable", "shape"),
    [(1500, (1024, 1024)), (2048, (2048, 2048)), (770, (512, 1024)), (600, (512, 512)), (300, (296, 296))],
)
def test_blocks_fit_the_pieces_of_scenes(affordable, shape):
    bands, scl = geobox(10, 600000, 5100000, 10980), geobox(20, 600000, 5100000, 5490)
    scene = SimpleNamespace(
        bands={"B04": SimpleNamespace(block_shape=(512, 512), grid=bands)},
        scl=SimpleNamespace(block_shape=(512, 512), grid=scl),
        ground_grid=bands,
    )
    found, phase = block_plan._aligned(geobox(10, 600000 + 1000, 5100000 - 3000, 5000), scene, affordable)
    assert found == shape
    assert phase == ((-300 % shape[0], -100 % shape[1]) if affordable > 300 else (0, 0))


def test_sampling_factor_meets_every_source_pixel():
    source = geobox(10, 600000, 5100000, 100)
    for resolution, factor in ((5, 1), (10, 1), (20, 2), (60, 6), (100, 10), (1000, 16)):
        density = sampling.source_density(geobox(resolution, 600000, 5100000, 10), source)
        assert sampling.sampling_factor(density) == factor


def test_coarse_pixel_is_the_mean_of_usable_points():
    points = np.array([[10, 20, 5, -32768], [30, 40, -32768, -32768]], np.int16)
    assert sampling.mean_of_points(points, -32768, 2).tolist() == [[25, -32768]]  # 1 of 4 is too few


# Areas.


def test_coverage_is_equal_area_and_ignores_the_antimeridian():
    aoi = area.area_from_wkt(box(10, 40, 12, 42).wkt, "EPSG:4326")
    assert aoi.percent_inside(box(9, 39, 11, 43)) == pytest.approx(50, abs=1e-6)
    assert aoi.percent_inside(box(20, 40, 22, 42)) == 0
    geod = pyproj.Geod(ellps="WGS84")

    def on_the_ellipsoid(polygon):
        return abs(geod.geometry_area_perimeter(polygon.segmentize(0.001))[0])

    expected = 100 * on_the_ellipsoid(box(10, 40, 12, 41)) / on_the_ellipsoid(box(10, 40, 12, 42))
    assert aoi.percent_inside(box(9, 39, 13, 41)) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("x", [179.0, -181.0])
def test_area_across_the_antimeridian_meets_both_sides(x):
    aoi = area.area_from_wkt(box(x, -18, x + 2, -16).wkt, "EPSG:4326")
    east_half = box(180, -19, 185, -15)
    split_footprint = MultiPolygon([box(175, -20, 180, -10), box(-180, -20, -175, -10)])
    crossing = shapely.Polygon([(179.2, -20), (-179.2, -20), (-179.2, -10), (179.2, -10)])
    assert aoi.percent_inside(east_half) == pytest.approx(50)
    assert aoi.percent_inside(box(-180, -19, -175, -15)) == pytest.approx(50)
    assert aoi.percent_inside(split_footprint) == pytest.approx(100)
    assert aoi.percent_inside(crossing) == pytest.approx(80)
    assert aoi.percent_inside(box(0, -18, 10, -16)) == 0
    west, _, east, _ = area.split(aoi.geometry).bounds
    assert (west, east) == (-180, 180)
    assert abs(abs(aoi.centre[0]) - 180) < 1e-9


def test_area_cut_at_the_antimeridian_is_put_together():
    """The standard form of GeoJSON: one part on each side."""
    cut = MultiPolygon([box(179, -18, 180, -16), box(-180, -18, -179, -16)])
    aoi = area.area_from_wkt(cut.wkt, "EPSG:4326")
    assert abs(aoi.centre[0]) == pytest.approx(180)
    assert aoi.percent_inside(box(180, -19, 185, -15)) == pytest.approx(50)
    world = area.area_from_wkt(box(-180, -90, 180, 90).wkt, "EPSG:4326")
    assert world.percent_inside(box(0, -90, 180, 90)) == pytest.approx(50)
    islands = area.area_from_wkt(MultiPolygon([box(-5, 0, 0, 5), box(100, 0, 105, 5)]).wkt, "EPSG:4326")
    assert islands.centre[0] == pytest.approx(50)


def test_footprint_across_the_antimeridian_is_cut_for_the_map():
    crossing = shapely.Polygon([(179, -20), (-179, -20), (-179, -10), (179, -10)])
    cut = area.on_the_map(crossing)
    assert len(cut.geoms) == 2
    assert cut.area == pytest.approx(20)
    assert area.on_the_map(box(1, 1, 2, 2)).equals_exact(box(1, 1, 2, 2), 0)


def test_projected_area_across_the_antimeridian_stays_in_one_piece():
    fiji = area.area_from_wkt(box(1_950_000, 3_800_000, 2_150_000, 4_000_000).wkt, "EPSG:3460")
    assert fiji.geometry.bounds[2] - fiji.geometry.bounds[0] < 5


def test_crossing_polygon_is_repaired():
    bow_tie = "POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))"
    assert area.area_from_wkt(bow_tie, "EPSG:4326").geometry.area == pytest.approx(2)


@pytest.mark.parametrize(
    ("wkt", "crs", "words"),
    [
        ("POLYGON EMPTY", "EPSG:4326", "is empty"),
        ("LINESTRING(0 0, 1 1)", "EPSG:4326", "is empty"),
        ("rubbish", "EPSG:4326", "cannot be read"),
        ("POLYGON((0 0, 1 0, 1 1, 0 0))", "EPSG:0", "cannot be read"),
        (
            "POLYGON((500000 5000000, 510000 5000000, 510000 5010000, 500000 5000000))",
            "EPSG:4326",
            "Is the layer's CRS right",
        ),
    ],
)
def test_impossible_area_is_refused_in_words(wkt, crs, words):
    with pytest.raises(InvalidRequestError) as caught:
        area.area_from_wkt(wkt, crs)
    assert words in str(caught.value)


def test_point_stands_for_its_pixel():
    west, south, east, north = area.area_from_wkt("POINT(600005 5099995)", "EPSG:32633").original.bounds
    assert (east - west, north - south) == (10, 10)


def test_query_polygon_is_simple_and_contains_the_area():
    angles = np.linspace(0, 2 * np.pi, 5000)
    star = shapely.Polygon(
        np.column_stack([(3 + np.cos(40 * angles)) * np.cos(angles), (3 + np.cos(40 * angles)) * np.sin(angles)])
    )
    simple = area.simplify_for_query(star)
    assert shapely.get_num_coordinates(simple) <= area.MAX_QUERY_VERTICES
    assert simple.covers(star)


@pytest.mark.parametrize(
    ("tile", "inside"),
    [
        ("33TWL", (15.97, 45.81)),
        ("T01KAB", (-179.9, -16.8)),
        ("33XWJ", (16.5, 80.12)),
        ("10SFG", (-121.0, 37.66)),
        ("56HLH", (151.2, -33.8)),
    ],
)
def test_tile_lies_where_mgrs_says(tile, inside):
    footprint = area.unwrap(tile_footprint(tile))
    points = [shapely.Point(inside[0] + turn, inside[1]) for turn in (-360, 0, 360)]
    assert any(footprint.contains(point) for point in points)


@pytest.mark.parametrize("tile", ["", "99ABC", "33TI", "33TWLX", "33OWL"])
def test_no_such_tile(tile):
    with pytest.raises(InvalidRequestError, match="no tile"):
        tile_footprint(tile)


def test_extreme_dates_are_no_overflow():
    begin, end = solar.utc_range(datetime.date(1, 1, 1), datetime.date(9999, 12, 31), 179.0)
    assert begin < end


def test_solar_day_follows_the_longitude():
    day = datetime.date(2023, 5, 1)
    begin, end = solar.utc_range(day, day, 157.5)
    assert begin == datetime.datetime(2023, 4, 30, 13, 30, tzinfo=UTC)
    assert end - begin == datetime.timedelta(days=1, milliseconds=-1)
    assert solar.local_solar_time(datetime.datetime(2023, 5, 1, 10, tzinfo=UTC), 15).hour == 11
    assert solar.is_within(30, 1380, 60)
    assert not solar.is_within(700, 1380, 60)


# Choosing scenes.


def scene(identifier="a", **fields):
    base = {
        "collection": "sentinel-2-l2a",
        "platform": "sentinel-2a",
        "product": "sentinel-2-l2a",
        "datetime": datetime.datetime(2023, 8, 15, 10, tzinfo=UTC),
        "footprint": box(15, 45, 16, 46),
        "source": "folder",
        "tile": "33TWL",
        "datatake": "20230815T095031",
        "baseline": "05.09",
    }
    return Scene(id=identifier, **{**base, **fields})


def kept(*scenes):
    found = selection.newest_of_each_acquisition(selection.describe(scenes, None))
    return sorted(item.scene.id for item in found)


def test_newest_baseline_wins():
    assert kept(scene("old", baseline="02.12"), scene("new", baseline="05.10")) == ["new"]


def test_parts_of_a_split_datatake_both_stay():
    assert kept(scene("west", footprint=box(15, 45, 15.4, 46)), scene("east", footprint=box(15.35, 45, 16, 46))) == [
        "east",
        "west",
    ]


def test_parts_stay_whatever_their_baselines():
    west = scene("west", baseline="05.00", footprint=box(15, 45, 15.4, 46))
    assert kept(west, scene("east", baseline="02.13", footprint=box(15.35, 45, 16, 46))) == ["east", "west"]


def test_untouched_copy_is_preferred():
    assert kept(scene("shifted"), scene("c1", collection="sentinel-2-c1-l2a")) == ["c1"]


def test_other_tiles_times_and_satellites_are_no_duplicates():
    others = [scene("b", tile="33TXL"), scene("c", datatake="20230818T095031"), scene("d", platform="sentinel-2b")]
    assert len(kept(scene("a"), *others)) == 4


def test_pass_coverage_adds_up_the_tiles_of_a_pass():
    aoi = area.area_from_wkt(box(15.5, 45.2, 16.5, 45.8).wkt, "EPSG:4326")
    found = selection.describe([scene("a"), scene("b", tile="33TXL", footprint=box(16, 45, 17, 46))], aoi)
    assert [round(item.coverage, 3) for item in found] == [50, 50]
    assert [round(item.pass_coverage, 3) for item in found] == [100, 100]


@pytest.mark.parametrize("text", ["S2A", "sentinel-2a", "Sentinel-2A", "2A"])
def test_platforms_are_read_as_people_write_them(text):
    assert selection.platform_key(text) == "2A"


def test_product_name_is_read_by_position():
    fields = parse_product_name("S2C_MSIL2A_20250716T101559_N0511_R065_T33UXP_20250716T140000.SAFE")
    assert (fields["baseline"], fields["orbit"], fields["tile"]) == ("05.11", 65, "33UXP")
    assert parse_product_name("S2A_33TWL_20230815_0_L2A") == {}


def test_picture_takes_the_bands_that_are_there():
    assert stretch.picture_bands(("B02", "B03", "B04", "B08")) == ("B04", "B03", "B02")
    assert stretch.picture_bands(("B08", "B03", "B04")) == ("B08", "B04", "B03")
    assert stretch.picture_bands(("B11",)) == ("B11",)
    assert stretch.stretch_range(np.array([np.nan, np.nan])) == (0.0, 1.0)
