"""Pages: nothing overlaps, all is on the page."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.animation.page.keys import Contents
from sentinel_toolkit.core.animation.page.layout import arrange, type_size

OUTER = ("title", "date", "map", "legend", "scale_bar", "north_arrow", "curve", "credit")
INNER = ("label", "bar", "ticks", "missing")


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
        for name, other in itertools.combinations(placed, 2):
            assert are_apart(placed[name], placed[other]), (name, other)


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
