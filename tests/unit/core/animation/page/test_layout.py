"""Pages, scale bars, north and ticks: pure arithmetic."""

import datetime
import itertools
import math

import numpy as np
import pyproj
import pytest
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.animation.page.keys import Contents
from sentinel_toolkit.core.animation.page.layout import arrange, type_size
from sentinel_toolkit.core.drawing import axis_ticks, map_scale

D = datetime.date
OUTER = ("title", "date", "map", "legend", "scale_bar", "north_arrow", "curve", "credit")
INNER = ("label", "bar", "ticks", "missing")
GEOD = pyproj.Geod(ellps="WGS84")


@st.composite
def pages(draw):
    """Return width and height of a page, the shape of a map, and contents as texts of that page would measure."""
    width = draw(st.integers(200, 4096))
    height = draw(st.integers(max(200, width // 3), min(4096, width * 3)))
    rows = draw(st.integers(40, 900))
    columns = draw(st.integers(max(1, rows // 3), rows * 3))
    em = type_size(width, height)
    room = width - 0.12 * width
    is_small = min(width, height) < 28 * em
    line = math.ceil(1.2 * em)
    title_lines = draw(st.integers(1, 2 if is_small else 3))
    title_em = 1.15 * em if is_small else 1.45 * em
    if title_lines > 1:
        title_em = max(9, 0.7 * title_em)
    beside = int(min(room, max(0.3 * width, 12 * em)))
    has_legend = draw(st.booleans())
    wanted = draw(st.fixed_dictionaries({name: st.booleans() for name in ("title", "date", "scale", "credit")}))
    contents = Contents(
        em,
        title=(int(draw(st.floats(0.1, 1)) * room), title_lines * math.ceil(1.2 * title_em))
        if wanted["title"]
        else None,
        date=(min(int(6.5 * title_em), int(room)), math.ceil(1.2 * title_em)) if wanted["date"] else None,
        label=(draw(st.integers(em, beside)), line) if has_legend else None,
        tick=(2 * em, line) if has_legend else None,
        missing=(min(9 * em, beside), line) if has_legend else None,
        scale=(4 * em, line) if wanted["scale"] else None,
        credit=(int(draw(st.floats(0.1, 1)) * room), line) if wanted["credit"] else None,
        north_arrow=draw(st.sampled_from([None, (2 * em, 3 * em), (3 * em, 3 * em)])),
        curve=draw(st.booleans()),
    )
    return width, height, (rows, columns), contents


def boxes(layout, names):
    return {name: getattr(layout, name) for name in names if getattr(layout, name)}


def are_apart(one, other):
    return one.right <= other.left or other.right <= one.left or one.bottom <= other.top or other.bottom <= one.top


@settings(max_examples=300, deadline=None)
@given(pages())
def test_nothing_overlaps_and_all_is_on_the_page(page):
    width, height, shape, contents = page
    layout = arrange(width, height, shape, contents)
    for names in (OUTER, INNER):
        placed = boxes(layout, names)
        for name, box in placed.items():
            assert box.width > 0, name
            assert box.height > 0, name
            assert 0 <= box.left <= box.right <= width, name
            assert 0 <= box.top <= box.bottom <= height, name
        for one, other in itertools.combinations(placed, 2):
            assert are_apart(placed[one], placed[other]), (one, other)


@settings(max_examples=100, deadline=None)
@given(pages())
def test_the_parts_of_the_legend_lie_in_it(page):
    layout = arrange(*page)
    for box in boxes(layout, INNER).values():
        assert layout.legend.left <= box.left
        assert box.right <= layout.legend.right
        assert layout.legend.top <= box.top
        assert box.bottom <= layout.legend.bottom


@settings(max_examples=100, deadline=None)
@given(pages())
def test_all_that_is_wanted_is_there(page):
    layout, contents = arrange(*page), page[3]
    there = {name: getattr(layout, name) is not None for name in OUTER}
    wanted = {name: bool(getattr(contents, name)) for name in ("title", "date", "north_arrow", "curve", "credit")}
    wanted |= {"map": True, "legend": bool(contents.label), "scale_bar": bool(contents.scale)}
    assert there == wanted


@settings(max_examples=100, deadline=None)
@given(pages())
def test_the_map_keeps_its_aspect(page):
    (rows, columns), box = page[2], arrange(*page).map
    factor = max(box.width / columns, box.height / rows)
    assert abs(columns * factor - box.width) <= 1 + factor
    assert abs(rows * factor - box.height) <= 1 + factor


def test_a_map_alone_fills_the_page():
    layout = arrange(1000, 1000, (500, 500), Contents(19))
    assert layout.map == (35, 35, 930, 930)


def test_keys_stand_beside_the_map_on_wide_pages_and_beneath_on_tall_ones():
    contents = Contents(20, label=(60, 24), tick=(40, 24), missing=(180, 24))
    wide, tall = arrange(1600, 1000, (500, 500), contents), arrange(1000, 1600, (500, 500), contents)
    assert wide.is_upright
    assert wide.legend.left >= wide.map.right
    assert not tall.is_upright
    assert tall.legend.top >= tall.map.bottom


def test_a_page_too_small_is_refused():
    with pytest.raises(InvalidRequestError, match="30 × 30"):
        arrange(30, 30, (10, 10), Contents(9, title=(20, 11), date=(20, 11), curve=True, credit=(20, 11)))


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


@settings(max_examples=300, deadline=None)
@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e5), st.integers(2, 8))
def test_number_ticks_lie_within_and_are_few(low, span, most):
    ticks = axis_ticks.number_ticks(low, low + span, most)
    assert 2 <= len(ticks) <= most
    assert all(low - 1e-4 * span <= tick.value <= low + span * 1.0001 for tick in ticks)
    assert len({tick.text for tick in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0, 1, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (-1, 1, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
        (285.3, 311.2, ["290", "295", "300", "305", "310"]),
    ],
)
def test_number_ticks_are_round(low, high, texts):
    assert [tick.text for tick in axis_ticks.number_ticks(low, high, 6)] == texts


@settings(max_examples=200, deadline=None)
@given(st.dates(D(1985, 1, 1), D(2099, 1, 1)), st.integers(0, 20_000), st.integers(1, 9))
def test_date_ticks_lie_within_and_are_few(first, days, most):
    last = first + datetime.timedelta(days)
    ticks = axis_ticks.date_ticks(first, last, most)
    assert 1 <= len(ticks) <= most
    assert all(first <= tick.value <= last for tick in ticks)


def test_date_ticks_of_a_season_are_months():
    texts = [tick.text for tick in axis_ticks.date_ticks(D(2023, 5, 1), D(2023, 8, 1), 5)]
    assert texts == ["2023-05", "2023-06", "2023-07", "2023-08"]
