"""Pages of an animation: colours that mean one thing, and texts, marks and curve that stand in their places."""

import dataclasses
import datetime
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.animation.page import marks as map_marks
from sentinel_toolkit.core.animation.page.curve import Curve
from sentinel_toolkit.core.animation.page.painter import FramePainter, Look, encode
from sentinel_toolkit.core.animation.page.palette import BLACK, LEVELS, MISSING, RED, WHITE
from sentinel_toolkit.core.drawing.colour_ramps import colours_of

LONG = " ".join(["Vegetation greenness of the Sacramento Valley from Sentinel-3"] * 3)[:140]
DATES = ("2023-05-01", "2023-06-11", "2023-07-30")


def grid_of(rows, columns):
    return GeoBox((rows, columns), Affine(30, 0, 650_000, 0, -30, 5_000_000), "EPSG:32633")


def look_of(width=600, height=600, shape=(60, 80), **changes):
    look = Look("NDVI of Zagreb", "NDVI", 0, 1, "RdYlGn", width, height, grid_of(*shape), credit="Copernicus 2023")
    return dataclasses.replace(look, **changes)


def curve_of(means):
    return Curve(tuple(datetime.date.fromisoformat(date) for date in DATES), means)


def crop(page, box):
    return page[box.top : box.bottom, box.left : box.right]


def blank(look):
    return np.full(look.grid.shape, WHITE, np.uint8)


def test_classes_are_equal_parts_of_the_scale():
    values = ((np.arange(LEVELS) + 0.5) / LEVELS * 40 + 280).astype(np.float32)[None]
    assert encode(values, np.ones(values.shape, bool), 280, 320).tolist() == [list(range(LEVELS))]


def test_values_beyond_take_the_end_classes():
    values = np.array([[-np.inf, -9, 0, 1, 9, np.inf]], np.float32)
    top = LEVELS - 1
    assert encode(values, np.ones((1, 6), bool), 0, 1).tolist() == [[0, 0, 0, top, top, top]]


def test_no_data_and_outside_have_their_own_colours():
    values = np.array([[np.nan, np.nan, 0.5, 0.5]], np.float32)
    inside = np.array([[True, False, True, False]])
    assert encode(values, inside, 0, 1).tolist() == [[MISSING, WHITE, LEVELS // 2, WHITE]]


@settings(max_examples=50, deadline=None)
@given(st.floats(-2, 2, width=32), st.integers(1, 70), st.integers(0, 3))
def test_equal_values_have_equal_indices_wherever_they_stand(value, width, offset):
    values = np.random.default_rng(width).uniform(-1, 2, (4, width + offset)).astype(np.float32)
    values[:, offset:] = value
    assert len(np.unique(encode(values, np.ones(values.shape, bool), -0.3, 0.9)[:, offset:])) == 1


@pytest.mark.parametrize("shape", [(60, 80), (40, 40), (1500, 1300), (300, 100), (1, 1)])
def test_every_pixel_of_the_map_is_that_of_the_grid(shape):
    look = look_of(shape=shape)
    painter = FramePainter(look, DATES)
    indices = np.random.default_rng(1).integers(0, LEVELS, shape).astype(np.uint8)
    area = crop(painter.paint(0, indices), painter.layout.map)
    rows, columns = (((np.arange(n) + 0.5) * m / n).astype(int) for n, m in zip(area.shape, shape, strict=True))
    assert np.array_equal(area, indices[np.ix_(rows, columns)])


def test_a_colour_is_the_same_in_every_frame():
    look = look_of()
    painter = FramePainter(look, DATES)
    inside = np.ones(look.grid.shape, bool)
    first, second = np.full(look.grid.shape, 0.42, np.float32), np.zeros(look.grid.shape, np.float32)
    second[5:30] = 0.42
    one, other = (
        crop(painter.paint(k, encode(f, inside, 0, 1)), painter.layout.map) for k, f in enumerate((first, second))
    )
    assert set(np.unique(one)) < set(np.unique(other))
    assert painter.palette[one[0, 0]].tolist() == colours_of("RdYlGn", LEVELS)[42].tolist()


def test_only_the_date_changes_outside_the_map():
    look = look_of()
    painter = FramePainter(look, DATES)
    changed = painter.paint(0, blank(look)) != painter.paint(1, blank(look))
    date = crop(changed, painter.layout.date)
    assert date.any()
    assert changed.sum() == date.sum()


def test_only_cursor_and_date_change_with_a_curve():
    look = look_of()
    painter = FramePainter(look, DATES, curve_of((0.2, 0.5, float("nan"))))
    changed = painter.paint(0, blank(look)) != painter.paint(1, blank(look))
    assert crop(changed, painter.layout.curve).any()
    assert changed.sum() == crop(changed, painter.layout.date).sum() + crop(changed, painter.layout.curve).sum()


def red_columns(painter, look, place):
    strip = crop(painter.paint(place, blank(look)), painter.layout.curve)
    return np.flatnonzero((strip == RED).any(0))


def test_the_cursor_follows_true_time():
    look = look_of()
    painter = FramePainter(look, DATES, curve_of((float("nan"),) * 3))
    first, middle, last = (red_columns(painter, look, place).mean() for place in range(3))
    assert (middle - first) / (last - first) == pytest.approx(41 / 90, abs=0.005)


def test_a_frame_without_mean_has_a_cursor_but_no_dot():
    look = look_of()
    painter = FramePainter(look, DATES, curve_of((0.2, 0.5, float("nan"))))
    assert np.ptp(red_columns(painter, look, 1)) > np.ptp(red_columns(painter, look, 2))


def test_the_curve_is_broken_where_there_is_no_mean():
    look = look_of(date=False)
    whole, broken = (FramePainter(look, DATES, curve_of((0.3, mean, 0.3))) for mean in (0.3, float("nan")))
    ink = [(crop(painter.paint(0, blank(look)), painter.layout.curve) != WHITE).sum() for painter in (whole, broken)]
    assert ink[0] - ink[1] > whole.layout.curve.width / 2


def test_one_date_has_a_curve_too():
    look = look_of()
    painter = FramePainter(look, DATES[:1], Curve((datetime.date(2023, 5, 1),), (0.5,)))
    assert red_columns(painter, look, 0).size


def test_the_colour_bar_shows_all_classes_in_their_order():
    painter = FramePainter(look_of(1000, 1000), DATES)
    line = crop(painter.paint(0, blank(look_of())), painter.layout.bar)
    middle = line[line.shape[0] // 2, 1:-1].astype(int)
    assert (np.diff(middle) >= 0).all()
    assert set(middle) == set(range(LEVELS))


def test_an_upright_colour_bar_has_the_highest_class_on_top():
    painter = FramePainter(look_of(1200, 600), DATES)
    bar = crop(painter.paint(0, blank(look_of())), painter.layout.bar)
    middle = bar[1:-1, bar.shape[1] // 2].astype(int)
    assert painter.layout.is_upright
    assert (np.diff(middle) <= 0).all()
    assert middle[0] == LEVELS - 1


def test_ends_are_pointed_where_values_lie_beyond():
    form, classes = map_marks.shape_of_bar(200, 20, True, False)
    assert form[:, 0].sum() < 6
    assert form[:, -1].all()
    assert (classes[:18] == 0).all()


def test_the_swatch_has_the_colour_of_no_data():
    painter = FramePainter(look_of(), DATES)
    page = painter.paint(0, blank(look_of()))
    assert (page == MISSING).sum() == (crop(page, painter.layout.missing) == MISSING).sum() > 50


def test_the_boundary_is_black_and_within_the_map():
    look = look_of()
    outline = look.grid.extent.geom.buffer(-200)
    bare, drawn = (FramePainter(dataclasses.replace(look, boundary=line), DATES) for line in (None, outline))
    changed = bare.paint(0, blank(look)) != drawn.paint(0, blank(look))
    assert changed.sum() == crop(changed, drawn.layout.map).sum() > 100
    assert (drawn.paint(0, blank(look))[changed] == BLACK).all()


@pytest.mark.parametrize(("width", "height"), [(200, 200), (600, 200), (200, 600), (500, 500), (1500, 600)])
@pytest.mark.parametrize("shape", [(30, 90), (50, 50), (90, 30)])
@pytest.mark.parametrize("has_curve", [False, True])
def test_ink_keeps_to_its_rectangles(width, height, shape, has_curve):
    look = look_of(width, height, shape, title=LONG, label="Land surface temperature [°C]", below=True)
    painter = FramePainter(look, DATES, curve_of((0.1, 0.9, 0.5)) if has_curve else None)
    page = painter.paint(1, np.zeros(shape, np.uint8))
    names = ("title", "date", "map", "legend", "scale_bar", "north_arrow", "curve", "credit")
    for name in names:
        if box := getattr(painter.layout, name):
            assert (crop(page, box) != WHITE).any(), name
            crop(page, box)[:] = WHITE
    assert (page == WHITE).all()


def test_nothing_is_drawn_that_is_not_wanted():
    look = look_of(title="", credit="", legend=False, scale_bar=False, north_arrow=False, date=False)
    painter = FramePainter(look, DATES)
    assert (painter.paint(0, blank(look)) == WHITE).all()


def test_pages_are_the_same_from_many_threads():
    look = look_of()
    painter = FramePainter(look, DATES * 10, Curve(curve_of(()).dates * 10, (0.2, 0.4, 0.6) * 10))
    indices = np.random.default_rng(1).integers(0, LEVELS, look.grid.shape).astype(np.uint8)
    expected = [painter.paint(place, indices) for place in range(30)]
    with ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda place: painter.paint(place, indices), range(30)))
    assert all(map(np.array_equal, pages, expected))


@pytest.mark.parametrize(("low", "high"), [(1, 0), (0, 0), (float("nan"), 1), (0, float("inf"))])
def test_a_scale_without_extent_is_refused(low, high):
    with pytest.raises(InvalidRequestError, match="colour scale"):
        look_of(low=low, high=high)


@pytest.mark.parametrize("turn", range(-180, 180, 30))
def test_the_north_arrow_points_north(turn, monkeypatch):
    monkeypatch.setattr("sentinel_toolkit.core.drawing.map_scale.north_deg", lambda _: turn)
    painter = FramePainter(look_of(900, 900), DATES)
    page = painter.paint(0, blank(look_of()))
    box = painter.layout.north_arrow
    ink = crop(page, box) != WHITE
    edge = np.ones_like(ink)
    edge[1:-1, 1:-1] = False
    assert not (ink & edge).any()  # nothing is cut off
    y, x = ink.nonzero()
    letter = np.hypot(x - box.width / 2, y - box.height / 2) > 0.24 * box.height
    right, down = np.sin(np.radians(turn)), -np.cos(np.radians(turn))
    assert ((x - box.width / 2) * right + (y - box.height / 2) * down)[letter].max() > 0.3 * box.height


def test_indices_of_another_grid_are_a_bug():
    with pytest.raises(ValueError, match="grid"):
        FramePainter(look_of(), DATES).paint(0, np.zeros((2, 2), np.uint8))
