"""Texts that fit, and characters that no font has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sentinel_toolkit.core.drawing import lettering

LONG = " ".join(["Vegetation greenness of the Sacramento Valley from Sentinel-3"] * 3)[:140]
UNKNOWN = "\U0001fffe\U0002fffe"  # no characters, by definition


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.integers(9, 40), st.integers(150, 900), st.integers(1, 3))
def test_texts_fit(text, size, width, lines):
    fitted = lettering.fit(text, size, width, lines)
    assert len(fitted.lines) <= lines
    assert fitted.size[0] <= width
    assert fitted.font.size >= lettering.SMALLEST


def test_a_long_title_is_wrapped_before_it_is_shrunk_and_shrunk_before_it_is_cut():
    wide, narrow, narrowest = (lettering.fit(LONG, 20, width, 3) for width in (800, 500, 200))
    assert (wide.font.size, len(wide.lines)) == (20, 2)
    assert narrow.font.size < 20
    assert " ".join(narrow.lines) == LONG.strip()
    assert narrowest.lines[-1].endswith("…")


def test_a_word_longer_than_the_line_is_cut():
    assert lettering.fit("x" * 300, 20, 200).lines[0].endswith("x…")


@pytest.mark.parametrize("text", ["NDVI of Zagreb", "Žuželka − °C ≤ ½", "Ελλάδα", "Україна", "a\tb\nc"])
def test_what_can_be_drawn_is_not_named(text):
    assert lettering.undrawable(text) == ""


def test_what_no_font_has_is_named_once_and_left_out():
    text = f"A{UNKNOWN[0]}B{UNKNOWN}C"
    assert lettering.undrawable(text) == UNKNOWN
    assert "".join(lettering.fit(text, 12, 300).lines) == "ABC"
