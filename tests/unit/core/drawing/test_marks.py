"""Marks: each at its place, escaped, with its tooltip."""

import re
import xml.etree.ElementTree as ET

import pytest

from sentinel_toolkit.core.drawing import marks

EVIL = '<b>&"'
RUN = [(0, 1), (10, 2.345), (20, 3)]
WITH_TOOLTIP = {
    "path": lambda said: marks.path("kind", "M0 0h1", said),
    "line": lambda said: marks.line("kind", [RUN], said),
    "band": lambda said: marks.band("kind", [[(0, 1, 2), (5, 1, 2)]], said),
    "outlines": lambda said: marks.outlines("kind", [RUN], said),
    "stems": lambda said: marks.stems("kind", [(1, 2, 3)], said),
    "bar": lambda said: marks.bar("kind", 1, 2, 3, 4, said),
    "dot": lambda said: marks.dot("kind", 1, 2, 3, said),
    "group": lambda said: marks.group("kind", marks.dot("", 1, 2, 3), said=said),
}


@pytest.mark.parametrize("make", WITH_TOOLTIP.values(), ids=WITH_TOOLTIP)
def test_a_mark_has_its_kind_and_its_tooltip_escaped(make):
    mark = make(EVIL)
    assert "<b>" not in mark
    element = ET.fromstring(mark)
    assert element.get("class") == "kind"
    assert [title.text for title in element.findall("title")] == [EVIL]


@pytest.mark.parametrize("make", WITH_TOOLTIP.values(), ids=WITH_TOOLTIP)
def test_a_mark_without_words_has_no_tooltip(make):
    assert "title" not in make("")


def way(mark):
    return ET.fromstring(mark).get("d")


def test_a_line_goes_through_the_points_of_each_run():
    assert way(marks.line("mean", [RUN, RUN[:2]])) == "M0 1L10 2.35L20 3M0 1L10 2.35"


def test_a_run_of_one_point_is_a_line_without_length():
    assert way(marks.line("mean", [RUN[:1]])) == "M0 1L0 1"


def test_a_band_goes_along_its_upper_edge_and_back_along_its_lower_one():
    assert way(marks.band("band", [[(0, 1, 5), (10, 2, 6)]])) == "M0 1L10 2L10 6L0 5Z"


def test_a_ring_within_a_ring_is_a_hole():
    element = ET.fromstring(marks.outlines("area", [RUN, RUN]))
    assert element.get("d").count("Z") == 2
    assert element.get("fill-rule") == "evenodd"


def test_many_marks_of_a_kind_are_one_path():
    assert way(marks.levels("passes", [(1, 2, 3), (4, 5, 6)])) == "M1 2h3M4 5h6"
    assert way(marks.specks("unused", [(1, 2), (3, 4)])) == "M1 2h0M3 4h0"
    assert re.findall(r"M\S+ \S+V\S+", way(marks.stems("days", [(1, 2, 3), (4, 5, 6)]))) == ["M1 2V3", "M4 5V6"]


def test_a_text_is_escaped_and_stands_where_it_is_told():
    assert marks.text(1, 2, EVIL, "tick", "end") == (
        '<text class="tick" x="1" y="2" text-anchor="end">&lt;b&gt;&amp;&#34;</text>'
    )
    assert "rotate(-90)" in marks.upright_text(1, 2, "NDVI")


def test_a_text_is_put_on_one_line_that_is_not_too_long():
    assert marks.one_line("LST\n[°C]  − 漢字", 64) == "LST [°C] − 漢字"
    assert marks.one_line("x" * 1000, 64) == "x" * 63 + "…"
    assert marks.one_line("x" * 64, 64) == "x" * 64
