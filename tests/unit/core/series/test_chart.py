"""The page of a time series: self-contained, escaped, true to scale."""

import datetime
import itertools
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from sentinel_toolkit.core.series.chart import MAX_TIME_TICKS, MAX_ZONES, _plot, _points, _time_ticks, write_chart

START = datetime.datetime.fromisoformat("2023-03-01T10:00:00")


def row(day, mean, smoothed=None, valid_percent=100.0, used=True):
    spread = None if mean is None else 0.1
    return {
        "date": (START + datetime.timedelta(day)).isoformat(),
        "mean": mean,
        "p10": mean if spread is None else mean - spread,
        "p90": mean if spread is None else mean + spread,
        "valid_percent": valid_percent,
        "smoothed": smoothed,
        "used": used,
    }


@pytest.fixture
def draw(tmp_path):
    """Return a function that writes the page and returns its text."""

    def write(zones, title="Series", label="NDVI", credit="Copernicus", facts=None):
        write_chart(tmp_path / "page.html", title, label, zones, credit, facts or {"Index": "NDVI"})
        return (tmp_path / "page.html").read_text("utf-8")

    return write


def charts(page):
    """Return the SVG elements but those of the legend; all are well-formed XML."""
    elements = [ET.fromstring(text) for text in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]
    return [element for element in elements if element.get("role") == "img"]


def path(chart, name):
    return [element.get("d") for element in chart.findall(f"path[@class='{name}']")]


def dots(chart):
    return [(float(dot.get("cx")), float(dot.get("cy"))) for dot in chart.findall("g[@class='date']/circle")]


def test_the_page_needs_no_other_file_and_no_script(draw):
    page = draw([("A", [row(0, 0.5, 0.5), row(5, 0.6, 0.6)])])
    assert not re.search(r"https?:|src=|href=|url\(|@import|<script|<link", page)


def test_every_text_is_escaped(draw):
    evil = "<script>alert('x')</script>\"&"
    page = draw([(evil, [row(0, 0.5)])], title=evil, label=evil, credit=evil, facts={evil: evil})
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 6
    charts(page)


def test_each_zone_has_a_chart_and_all_the_same_scale(draw):
    zones = [("low", [row(0, 0.1), row(5, 0.2)]), ("high", [row(0, 0.8), row(5, 0.2)])]
    one, other = charts(draw(zones))
    assert dots(one)[1] == dots(other)[1]
    assert dots(one)[0][1] > dots(other)[0][1]


def test_time_is_true_to_scale(draw):
    (chart,) = charts(draw([("A", [row(day, 0.5) for day in (0, 1, 4, 10)])]))
    xs = np.array(dots(chart))[:, 0]
    np.testing.assert_allclose(np.diff(xs) / (xs[-1] - xs[0]), [0.1, 0.3, 0.6], atol=1e-3)


def test_the_line_is_broken_where_a_value_is_missing(draw):
    rows = [row(0, 0.5), row(5, 0.6), row(10, None, valid_percent=0), row(15, 0.4), row(20, 0.5)]
    (chart,) = charts(draw([("A", rows)]))
    assert path(chart, "mean")[0].count("M") == 2
    assert path(chart, "band")[0].count("M") == 2
    assert len(dots(chart)) == 4


def test_the_line_is_broken_across_a_long_gap(draw):
    (chart,) = charts(draw([("A", [row(day, 0.5) for day in (0, 5, 10, 15, 100, 105)])]))
    assert path(chart, "mean")[0].count("M") == 2


def test_the_smoothed_curve_bridges_gaps(draw):
    rows = [row(0, 0.5, 0.5), row(5, None, 0.5, 0), row(100, 0.4, 0.4)]
    (chart,) = charts(draw([("A", rows)]))
    assert path(chart, "curve")[0].count("M") == 1


def test_without_smoothing_the_legend_has_no_curve(draw):
    assert "Smoothed" not in draw([("A", [row(0, 0.5), row(5, 0.5)])])
    assert "Smoothed" in draw([("A", [row(0, 0.5, 0.5), row(5, 0.5)])])


def test_bars_are_as_high_as_the_valid_share(draw):
    (chart,) = charts(draw([("A", [row(0, 0.5), row(5, 0.5, valid_percent=25.0), row(9, None, valid_percent=0)])]))
    ends = re.findall(r"M\S+ (\S+)V(\S+)", path(chart, "shares")[0])
    heights = [float(start) - float(end) for start, end in ends]
    assert heights == [heights[0], heights[0] / 4, 0]


def test_each_date_says_its_numbers(draw):
    (chart,) = charts(draw([("A", [row(0, 0.5, 0.51, 80.0), row(5, None, None, 0.0)])]))
    said = [title.text for title in chart.iter("title")]
    assert said[0].splitlines() == [
        "2023-03-01 10:00",
        "valid 80 %",
        "mean 0.5000",
        "10 to 90 %: 0.4000 to 0.6000",
        "smoothed 0.5100",
    ]
    assert said[1].splitlines() == ["2023-03-06 10:00", "valid 0 %"]


def test_the_order_of_rows_does_not_matter(draw):
    rows = [row(day, 0.1 + day / 100) for day in (0, 5, 10, 20)]
    assert draw([("A", rows)]) == draw([("A", rows[::-1])])


def test_datetimes_with_zone_and_nan_are_the_same_as_iso_strings_and_none(draw):
    zone = datetime.timezone(datetime.timedelta(hours=2))
    rows = [row(0, 0.5), row(5, None, valid_percent=0)]
    other = [
        {
            **{name: np.nan if value is None else value for name, value in r.items()},
            "date": datetime.datetime.fromisoformat(r["date"]).replace(tzinfo=datetime.timezone.utc).astimezone(zone),
        }
        for r in rows
    ]
    assert draw([("A", rows)]) == draw([("A", other)])


def test_more_zones_than_can_be_looked_at_are_said_not_drawn(draw):
    page = draw([(f"zone {n}", [row(0, 0.5)]) for n in range(MAX_ZONES + 7)])
    assert len(charts(page)) == MAX_ZONES
    assert "The first 50 of 57 zones are drawn" in page


def test_as_many_zones_as_can_be_looked_at_are_drawn_without_a_word(draw):
    assert "are drawn" not in draw([(f"zone {n}", [row(0, 0.5)]) for n in range(MAX_ZONES)])


@pytest.mark.parametrize(
    "rows",
    [
        [row(0, 0.5)],
        [row(0, None, valid_percent=0)],
        [row(0, 0.5), row(0, 0.5)],
        [row(0, 0.0), row(1, 0.0)],
        [row(0, 1e-7), row(1, 2e-7)],
        [row(0, -2e6), row(1, 3e6)],
    ],
)
def test_odd_series_are_drawn_with_finite_numbers(draw, rows):
    page = draw([("A", rows)])
    assert not re.search(r"\b(nan|inf)\b", page.split("<body>")[1], re.IGNORECASE)


@pytest.mark.parametrize(("low", "high"), [(0.11, 0.79), (-0.3, 0.2), (273.2, 318.4), (-5.0, -1.0), (0.0, 0.25)])
def test_value_ticks_enclose_the_values_and_are_few(low, high, draw):
    rows = [{**row(day, value), "p10": value, "p90": value} for day, value in ((0, low), (5, high))]
    (chart,) = charts(draw([("A", rows)]))
    texts = [text.text for text in chart.findall("text[@text-anchor='end']")][:-2]  # without the strip's
    values = [float(text.replace("−", "-")) for text in texts]
    assert values[0] <= low
    assert values[-1] >= high
    assert 3 <= len(values) <= 7
    np.testing.assert_allclose(np.diff(values), values[1] - values[0])


@pytest.mark.parametrize("start", [START, START.replace(year=2024, month=1, day=27)])
@pytest.mark.parametrize("days", [0, 0.1, 1, 3, 12, 20, 29, 60, 100, 140, 200, 365, 400, 800, 1200, 2000, 4000, 9000])
def test_time_ticks_are_few_and_do_not_touch(start, days):
    rows = [{**row(0, 0.5), "date": start + datetime.timedelta(d)} for d in (0, days)]
    ticks = _time_ticks(_plot(_points(rows)))
    assert 1 <= len(ticks) <= MAX_TIME_TICKS
    assert days < 3 or len(ticks) >= 3
    xs = [x for x, _, _ in ticks]
    assert all(right - left > 45 for left, right in itertools.pairwise(xs))
    assert all(66 <= x <= 1190 for x in xs)


@pytest.mark.parametrize(
    ("days", "place", "words"),
    [
        (3, 0, ("1 Mar", "2023")),
        (3, 1, ("2 Mar", "")),
        (380, 0, ("Mar", "2023")),
        (380, 10, ("Jan", "2024")),
        (3000, 0, ("2024", "")),
    ],
)
def test_time_ticks_name_days_months_or_years(days, place, words):
    assert _time_ticks(_plot(_points([row(0, 0.5), row(days, 0.5)])))[place][1:] == words


def test_what_is_not_used_is_hollow_and_in_no_line_or_average(draw):
    rows = [row(0, 0.5), row(5, 0.6), row(10, 0.1, valid_percent=7, used=False), row(15, 0.4), row(20, 0.5)]
    page = draw([("A", rows)])
    (chart,) = charts(page)
    assert [dot.get("class") for dot in chart.iter("circle")] == ["dot", "dot", "dot hollow", "dot", "dot"]
    (line,) = path(chart, "mean")
    assert len(re.findall(r"[ML]", line)) == 4
    assert line.count("M") == 2, "broken, as where a value is missing"
    assert "5 dates, 4 with values; 0.50 on average; 1 with too little to see" in page
    assert "Too little of the zone to see" in page
    assert "too little to judge by" in page
    assert "hollow" not in draw([("A", rows[:2])]).split("</style>")[1]
