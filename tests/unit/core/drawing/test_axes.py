"""Axes: ticks stand in the plot, at their values."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sentinel_toolkit.core.drawing import axes, marks
from sentinel_toolkit.core.drawing.axis_ticks import number_ticks
from sentinel_toolkit.core.drawing.frame import Frame

EVIL = '<b>&"'


def elements(markup):
    return list(ET.fromstring(f"<svg>{markup}</svg>"))


@settings(max_examples=100, deadline=None)
@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e5))
def test_ticks_stand_in_the_plot_at_their_values(low, span):
    frame = Frame(50, 10, 450, 210, (low, low + span), (low, low + span))
    ticks = number_ticks(low, low + span, 6)
    below = [text for text in elements(axes.x_axis(frame, ticks)) if text.tag == "text"]
    beside = [text for text in elements(axes.y_axis(frame, ticks)) if text.tag == "text"]
    assert [text.text for text in below] == [text.text for text in beside] == [tick.text for tick in ticks]
    for text, tick in zip(below, ticks, strict=True):
        assert float(text.get("x")) == pytest.approx(frame.to_x(tick.value), abs=0.01)
        assert 49.9 < float(text.get("x")) < 450.1
        assert float(text.get("y")) > frame.bottom
    for text, tick in zip(beside, ticks, strict=True):
        assert float(text.get("y")) == pytest.approx(frame.to_y(tick.value) + marks.HALF_LETTER, abs=0.01)
        assert float(text.get("x")) < frame.left


def test_lines_of_the_grid_cross_the_plot():
    frame = Frame(50, 10, 450, 210, (0, 4), (0, 2))
    assert [path.get("d") for path in elements(axes.x_grid(frame, [1]))] == ["M150 10V210"]
    assert elements(axes.y_axis(frame, [(1, "1")]))[0].get("d") == "M50 110H450"
    assert elements(axes.floor(frame))[0].get("d") == "M50 210H450"


def test_texts_of_axes_are_escaped():
    frame = Frame(50, 10, 450, 210, (0, 1), (0, 1))
    drawn = [axes.x_axis(frame, [(0, EVIL)]), axes.y_axis(frame, [(0, EVIL)])]
    drawn += [axes.x_name(frame, EVIL), axes.y_name(frame, EVIL)]
    assert [text.text for markup in drawn for text in elements(markup) if text.tag == "text"] == [EVIL] * 4
