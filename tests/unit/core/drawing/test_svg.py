"""Elements and drawings: what goes in is escaped, numbers are short, and all of it is well-formed."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from sentinel_toolkit.core.drawing import svg

EVIL = "<script>alert('x')</script>\"&{{ 7 * 7 }}\x00"


def test_texts_and_attributes_are_escaped():
    text = svg.element("text", EVIL, class_=EVIL)
    assert "<script" not in text
    element = ET.fromstring(text)
    assert element.text == element.get("class") == EVIL.removesuffix("\x00")


def test_elements_are_put_in_as_they_are():
    assert svg.element("g", svg.element("rect", x=1)) == '<g><rect x="1"/></g>'


def test_what_is_a_text_again_is_escaped_again():
    assert svg.element("g", str(svg.element("rect"))) == "<g>&lt;rect/&gt;</g>"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.floats(-1e6, 1e6))
def test_every_text_gives_well_formed_elements(text, number):
    if any(ord(letter) in (0xFFFE, 0xFFFF) for letter in text):
        return  # no character of XML; HTML takes it
    ET.fromstring(svg.element("text", text, x=number, aria_label=text))


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-0.001, "0"), (100, "100"), (1 / 3, "0.33"), (-2.5, "-2.5"), (1e6, "1000000")]
)
def test_numbers_are_short(value, text):
    assert svg.number(value) == text


def test_what_is_not_given_is_left_out():
    assert svg.element("rect", class_="", x=0, y=None) == '<rect x="0"/>'


def test_names_of_attributes_are_those_of_svg():
    assert svg.element("path", stroke_width=2, class_="bar", viewBox="0 0 1 1") == (
        '<path stroke-width="2" class="bar" viewBox="0 0 1 1"/>'
    )


def test_a_drawing_says_in_words_what_it_shows():
    drawing = ET.fromstring(svg.drawing(EVIL, 300, 200.5, svg.element("rect"), Markup(), svg.element("circle")))
    assert drawing.get("aria-label") == EVIL.removesuffix("\x00")
    assert (drawing.get("role"), drawing.get("viewBox")) == ("img", "0 0 300 200.5")
    assert [child.tag for child in drawing] == ["rect", "circle"]


def test_an_icon_is_nothing_to_be_read_aloud():
    icon = ET.fromstring(svg.icon(18, 18, svg.element("rect")))
    assert icon.get("aria-hidden") == "true"
    assert icon.get("role") is None
