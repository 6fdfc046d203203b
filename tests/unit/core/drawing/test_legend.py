"""The legend: a sample and a text for each key."""

import re
import xml.etree.ElementTree as ET

from markupsafe import Markup

from sentinel_toolkit.core.drawing import marks
from sentinel_toolkit.core.drawing.legend import legend

EVIL = '<b>&"'


def test_a_legend_has_a_sample_and_a_text_for_each_key():
    made = legend((marks.bar("column", 0, 0, 9, 9), EVIL), (marks.dot("dot", 1, 1, 1), "Mean"), said=EVIL)
    items = ET.fromstring(made).findall("li")
    assert ["".join(item.itertext()).strip() for item in items] == [f"{EVIL}:", EVIL, "Mean"]
    assert re.findall(r'class="(column|dot)"', made) == ["column", "dot"]
    assert made.count('aria-hidden="true"') == 2


def test_without_keys_there_is_no_legend():
    assert legend(said="Nothing") == Markup()
