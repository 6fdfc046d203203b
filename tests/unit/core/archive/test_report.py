"""The page of an archive: self-contained, escaped, drawn from any scenes, true to what it counts."""

import datetime
import html
import math
import re
import time
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from shapely.geometry import MultiPolygon, Polygon, box

from sentinel_toolkit import paths
from sentinel_toolkit.core.archive import calendar as archive_calendar
from sentinel_toolkit.core.archive import charts as archive_charts
from sentinel_toolkit.core.archive import map as archive_map
from sentinel_toolkit.core.archive.counts import Sight, rows_by_period
from sentinel_toolkit.core.archive.report import ArchivePage, write_archive_report
from sentinel_toolkit.core.scenes.scene import Scene

EVIL = "<script>alert('x')</script>\"& 漢字 \ud800 {{ 7 * 7 }}"
TILE = box(18.5, 47.0, 19.9, 48.0)
BUDAPEST = box(18.93, 47.35, 19.33, 47.61)
START = datetime.datetime(2015, 7, 1, 9, 50, tzinfo=datetime.timezone.utc)
SHARES = ("cloud", "vegetation", "water", "snow")


def sight(days=0.0, footprint=TILE, coverage=100.0, **fields):
    when = START + datetime.timedelta(days)
    known = {
        "cloud": 30.0,
        "vegetation": 40.0,
        "water": 2.0,
        "snow": 0.0,
        "tile": "34TCT",
        "relative_orbit": 36,
        "size_mb": 900.0,
        **fields,
    }
    name = f"{days}_{known['tile']}"
    scene = Scene(name, "sentinel-2-l2a", "sentinel-2a", "sentinel-2-l2a", when, footprint, "earth_search", **known)
    return Sight(scene, when.date(), coverage)


def record(years=8, tiles=("34TCT", "34TDT", "34TCU", "33TYN")):
    """Return the sights of two orbits that alternate, with clouds and vegetation of the seasons; ever more of them."""
    random = np.random.default_rng(5)
    sights = []
    for number, day in enumerate(np.arange(0, 365 * years, 2.5)):
        season = math.cos(2 * math.pi * day / 365.25)
        if number % 2 and day < 700:
            continue
        for place, tile in enumerate(tiles):
            cloud = float(np.clip(random.beta(0.6, 0.6) * 100 - 15 * season, 0, 100))
            vegetation = (1 - cloud / 100) * (45 + 30 * season)
            edge = random.normal(0, 0.002) if number % 2 else 0
            footprint = box(18 + place, 47, 19.4 + place + edge, 48)
            fields = {"vegetation": vegetation, "tile": tile, "relative_orbit": (36, 79)[number % 2]}
            sights.append(sight(float(day), footprint, cloud=cloud, snow=max(0.0, -9 * season), **fields))
    return sights


def page_of(sights, **changes):
    asked = {
        "title": "What is in the archive",
        "subtitle": "Sentinel-2 over Budapest",
        "sights": sights,
        "rows": {kind: rows_by_period(sights, kind) for kind in ("day", "week", "month")},
        "period": "month",
        "area": BUDAPEST,
        "warnings": (),
        "facts": {"Catalogue": "Earth Search"},
        "credit": "Copernicus",
    }
    return ArchivePage(**{**asked, **changes})


@pytest.fixture
def write(tmp_path):
    """Return a function that writes the page of some sights and returns its text."""

    def text(sights, **changes):
        write_archive_report(tmp_path / "page.html", page_of(sights, **changes))
        return (tmp_path / "page.html").read_text("utf-8")

    return text


def drawings(page):
    """Return {what is said: SVG element} of all drawings; they are well-formed XML."""
    elements = [ET.fromstring(text) for text in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]
    return {element.get("aria-label"): element for element in elements if element.get("role") == "img"}


def drawing(page, start):
    return next(element for said, element in drawings(page).items() if said.startswith(start))


def words(page):
    """Return the text of the page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.split("<body>")[1])).split())


def titles(element, name):
    return [title.text for title in element.iterfind(f".//{name}/title")]


def test_the_page_needs_no_other_file_and_no_script(write):
    page = write(record(1))
    assert not re.search(r"https?:|src=|href=|url\(|@import|<script|<link|<iframe|<object", page)


def test_every_text_is_escaped_and_none_is_code(write):
    sights = [sight(0, tile=EVIL), sight(3, tile=EVIL)]
    page = write(sights, title=EVIL, subtitle=EVIL, warnings=(EVIL,), facts={EVIL: EVIL}, credit=EVIL)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 10
    assert "49" not in words(page)
    drawings(page)


def test_all_parts_come_in_their_order(write):
    page = words(write(record(1), warnings=("Some were twice.",)))
    parts = ["What is in the archive", "Sentinel-2 over Budapest", "Acquisitions a week", "Some were twice"]
    parts += ["Per month", "Per week", "Per day", "Least cloud of the day", "Cloud cover of the scene [%]"]
    parts += ["Means per month", "Means per week", "Of means per month", "By relative orbit", "By tile"]
    parts += ["Longest gaps", "Area of interest", "Catalogue Earth Search"]
    parts += [f"Copernicus. Sentinel Toolkit {paths.version()}."]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("period", "order"),
    [("month", ["month", "week", "day"]), ("week", ["week", "month", "day"]), ("day", ["day", "month", "week"])],
)
def test_the_period_asked_for_comes_first(period, order, write):
    page = write(record(1), period=period)
    assert re.findall(r"<h3>Per (\w+)</h3>", page) == order
    assert re.findall(r"<h3>Means per (\w+)</h3>", page) == [kind for kind in order if kind != "day"]


def test_key_figures(write):
    sights = [sight(day, cloud=cloud) for day, cloud in ((0, 10.0), (2, 20.0), (700, 21.0), (707, None))]
    sights += [sight(707, tile="34TDT", size_mb=None)]
    page = words(write(sights))
    assert "Scenes 5 Acquisitions 4" in page
    assert "2015-07-01 to 2017-06-07 708 days" in page
    assert "Acquisitions a week 0.0 in the record's last year" in page  # 2 in 52 weeks
    assert "Cloud at most 20 % 50 % 2 of 4 scenes" in page
    assert "Longest gap 698 days 2015-07-03 to 2017-05-31" in page
    assert "Download of whole products 4.50 GB 1 of 5 estimated" in page


def test_a_short_record_is_not_stretched_to_a_year(write):
    assert "Acquisitions a week 3.5 in a record of 10 days" in words(write([sight(day) for day in (0, 2, 5, 7, 9)]))


@pytest.mark.parametrize(
    ("size_mb", "text"),
    [(2.5, "2.50 MB"), (999.0, "999 MB"), (4321.0, "4.32 GB"), (43.2e3, "43.2 GB"), (3.3e6, "3.30 TB")],
)
def test_sizes_have_a_unit_that_suits_them(size_mb, text, write):
    assert f"Download of whole products {text} " in words(write([sight(size_mb=size_mb)]))


def test_columns_are_as_high_as_the_scenes_and_marks_as_the_acquisitions(write):
    sights = [sight(day, tile=tile) for day in (0, 3) for tile in ("34TCT", "34TDT")] + [sight(40)]
    chart = drawing(write(sights), "Scenes per month")
    july, august = chart.findall("rect[@class='column']")
    assert float(july.get("height")) == pytest.approx(4 * float(august.get("height")), rel=1e-3)
    assert titles(chart, "rect") == ["2015-07: 4 scenes, 2 acquisitions", "2015-08: 1 scene, 1 acquisition"]
    floor = float(august.get("y")) + float(august.get("height"))
    marks = re.findall(r"M\S+ ([\d.]+)h", chart.find("path[@class='passes']").get("d"))
    heights = [floor - float(mark) for mark in marks]
    assert heights[0] == pytest.approx(2 * heights[1], rel=0.01)


def test_empty_periods_have_no_column_but_their_room(write):
    chart = drawing(write([sight(0), sight(7 * 9)]), "Scenes per week")
    xs = [float(column.get("x")) for column in chart.findall("rect[@class='column']")]
    assert len(xs) == 2
    assert xs[1] - xs[0] == pytest.approx(9 / 10 * (970 - 58), abs=0.1)


def test_eight_years_of_weeks_fill_the_chart_and_do_not_overlap(write):
    chart = drawing(write(record()), "Scenes per week")
    spans = [
        (float(c.get("x")), float(c.get("x")) + float(c.get("width"))) for c in chart.findall("rect[@class='column']")
    ]
    assert len(spans) > 400
    assert all(right <= left + 0.02 for (_, right), (left, _) in zip(spans, spans[1:], strict=False))
    assert spans[0][0] >= 58
    assert spans[-1][1] <= 970.1
    ticks = [float(text.get("x")) for text in chart.findall("text[@text-anchor='middle']")[1:]]
    assert 5 <= len(ticks) <= 12
    assert np.diff(ticks).min() > 60


def test_a_single_period_is_a_slim_named_column(write):
    chart = drawing(write([sight()]), "Scenes per month")
    (column,) = chart.findall("rect[@class='column']")
    assert float(column.get("width")) == archive_charts.WIDEST
    assert "2015-07" in [text.text for text in chart.findall("text")]


def test_too_many_days_have_no_chart_but_a_word(write):
    page = write([sight(day) for day in (0, 800)], period="day")
    assert "801 days are too many for a chart" in page
    assert not [said for said in drawings(page) if said.startswith("Scenes per day")]
    assert [said for said in drawings(write([sight(day) for day in (0, 799)])) if said.startswith("Scenes per day")]


@pytest.mark.parametrize("highest", [1, 2, 3, 4, 5, 6, 7, 11, 50, 99, 1234])
def test_scenes_are_counted_in_whole_numbers(highest):
    ticks = archive_charts._count_ticks(highest)
    assert all(tick.value == round(tick.value) and "." not in tick.text for tick in ticks)
    assert 2 <= len(ticks) <= archive_charts.COUNT_TICKS


def test_the_calendar_tells_classes_by_form_too(write):
    clouds = [0.0, 10.0, 10.1, 20.0, 50.0, 50.1, 100.0, None]
    year = drawing(write([sight(day, cloud=cloud) for day, cloud in enumerate(clouds)]), "2015:")
    marks = [(mark.get("class"), mark.get("width")) for mark in year.findall("rect")]
    classes = ["clearest", "clearest", "clear", "clear", "cloudy", "overcast", "overcast"]
    assert [name for name, _ in marks] == classes
    assert len(set(marks)) == 4
    assert titles(year, "circle") == ["2015-07-08: 1 scene, cloud unknown"]


def test_a_day_has_the_least_cloud_of_its_scenes(write):
    year = drawing(write([sight(0, cloud=c, tile=t) for c, t in ((90.0, "A"), (3.0, "B"), (None, "C"))]), "2015:")
    assert titles(year, "rect") == ["2015-07-01: 3 scenes, least cloud 3.0 %"]


@pytest.mark.parametrize("year", [2017, 2018, 2020, 2028, 2040])
def test_days_of_a_year_stand_apart_and_within_the_calendar(year):
    days = [datetime.date(year, 1, 1) + datetime.timedelta(n) for n in range(365 + (year % 4 == 0))]
    places = [archive_calendar._place(day) for day in days]
    assert len(set(places)) == len(days)
    assert max(x for x, _ in places) + archive_calendar.PITCH <= archive_calendar.WIDTH
    assert {y for (_, y), day in zip(places, days, strict=True) if day.weekday() == 0} == {archive_calendar.TOP}


def test_only_the_latest_years_have_a_calendar(write):
    page = write([sight(365.25 * n) for n in range(18)])
    assert sorted(int(said[:4]) for said in drawings(page) if said[4:5] == ":") == list(range(2018, 2033))
    assert "The latest 15 years are shown, 3 earlier years are not." in words(page)


def test_the_histogram_counts_tenths_and_the_unknown(write):
    clouds = [0.0, 9.9, 10.0, 55.0, 100.0, None, None]
    page = write([sight(n, cloud=cloud) for n, cloud in enumerate(clouds)])
    said = next(said for said in drawings(page) if said.startswith("Cloud cover"))
    assert [int(n) for n in re.findall(r": (\d+) scene", said)] == [2, 1, 0, 0, 0, 1, 0, 0, 0, 1]
    assert "The cloud cover of 2 of 7 scenes is unknown." in page


def test_means_have_a_gap_where_nothing_is_known(write):
    page = write([sight(31 * n, cloud=None if n == 2 else 50.0) for n in range(6)])
    chart = drawing(page, "Cloud, means per month")
    assert chart.find("path[@class='mean']").get("d").count("M") == 2
    assert len(chart.findall("circle")) == 5
    assert "n = 5 scenes in 5 of 6 months, 1 each in the median" in page


def test_means_stand_on_one_scale_of_percent(write):
    page = write([sight(0, cloud=0.0, water=100.0), sight(31, cloud=100.0, water=0.0)])
    cloud, water = (drawing(page, f"{name}, means per month") for name in ("Cloud", "Water"))
    ys = [[float(dot.get("cy")) for dot in chart.findall("circle")] for chart in (cloud, water)]
    assert ys[0] == ys[1][::-1]
    assert [text.text for text in cloud.findall("text[@text-anchor='end']")] == ["0", "25", "50", "75", "100"]


def test_a_percentage_that_no_scene_has_is_named_not_drawn(write):
    page = write([sight(n, snow=None) for n in range(40)])
    assert "Known of no scene: Snow and ice." in words(page)
    assert not [said for said in drawings(page) if said.startswith("Snow")]
    assert not re.search(r'<th scope="row">Snow', page)


def test_correlations_are_numbers_colours_and_counts(write):
    clouds = np.linspace(0, 90, 12)
    page = write([sight(31 * n, cloud=c, vegetation=90 - c, water=None if n == 3 else c) for n, c in enumerate(clouds)])
    cells = re.findall(r'<td style="background:(#\w{6})" title="([^"]+)">([^<]+)</td>', page)
    assert cells[0] == ("#5aa0d0", "r = 1.00, n = 12 months", "1.00")
    assert cells[1] == ("#e68c3c", "r = −1.00, n = 12 months", "−1.00")
    assert cells[2][1] == "r = 1.00, n = 11 months"
    assert cells[3] == ("#ffffff", "unknown, n = 12 months", "–")  # snow is always 0
    assert "(n = 11–12 months)" in page


def test_tables_are_limited_and_say_so(write):
    page = words(write([sight(n, tile=f"T{n:02}", relative_orbit=None if n else 7) for n in range(45)]))
    assert "The 30 with most scenes are listed, 15 tiles more are not." in page
    assert "44 scenes of 45 without relative orbit." in page
    assert page.count("T29") >= 1
    assert "T30 1" not in page


def test_a_table_without_coverage_has_no_column_of_it(write):
    assert "Mean share of" in write([sight()])
    assert "Mean share of" not in write([sight(coverage=None)], area=None)


def test_gaps_of_all_and_of_clear_scenes(write):
    page = words(write([sight(day, cloud=cloud) for day, cloud in ((0, 0.0), (5, 80.0), (20, 15.0))]))
    assert "Between all scenes From To Days 2015-07-06 2015-07-21 15 2015-07-01 2015-07-06 5" in page
    assert "with at most 20 % cloud From To Days 2015-07-01 2015-07-21 20" in page


def test_footprints_that_hardly_differ_are_one(write):
    footprints = [TILE, box(18.5001, 47, 19.9, 48), box(18.5, 47, 19.2, 48), TILE.reverse()]
    found = archive_map.distinct_footprints([sight(n, footprint) for n, footprint in enumerate(footprints)])
    assert [footprint.scenes for footprint in found] == [3, 1]


def test_small_footprints_are_told_apart_too():
    found = archive_map.distinct_footprints([sight(n, box(19, 47, 19 + 0.001 * (n + 1), 47.001)) for n in range(3)])
    assert len(found) == 3


def test_too_many_footprints_are_said(write):
    page = write([sight(n, box(10 + n / 5, 47, 11 + n / 5, 48), tile=f"T{n}") for n in range(200)])
    shown = drawing(page, "Map of 200 distinct footprints")
    assert len(shown.findall("path[@class='footprint']")) == archive_map.MAX_FOOTPRINTS
    assert "The 150 most frequent of 200 distinct footprints are drawn." in page
    assert "The names of 150 tiles are too many to be written." in page
    assert not shown.findall("text[@class='name']")


def xs_of(path):
    return [float(x) for x in re.findall(r"[ML]([\d.-]+) ", path.get("d"))]


def test_longitudes_are_as_wide_as_at_the_maps_latitude(write):
    shown = drawing(write([sight(footprint=box(10, 59, 11, 61))], area=None), "Map")
    (path,) = shown.findall("path[@class='footprint']")
    ys = [float(y) for y in re.findall(r"[ML]\S+ ([\d.-]+)", path.get("d"))]
    width = max(xs_of(path)) - min(xs_of(path))
    assert width / (max(ys) - min(ys)) == pytest.approx(math.cos(math.radians(60)) / 2, rel=0.01)


def test_the_scale_bar_is_as_long_as_it_says(write):
    shown = drawing(write([sight(footprint=box(10, 59, 11, 61))], area=None), "Map")
    (path,) = shown.findall("path[@class='footprint']")
    bar = float(re.search(r"h([\d.]+)v-7", shown.find("path[@class='bar']").get("d"))[1])
    kilometres = float(re.search(r"(\d+) km at 60° N", "".join(shown.itertext()))[1])
    degree_km = 55.8  # of longitude at 60° N on WGS 84
    assert kilometres / bar == pytest.approx(degree_km / (max(xs_of(path)) - min(xs_of(path))), rel=0.02)


ACROSS = Polygon([(179.5, -17), (-179.5, -17), (-179.5, -16), (179.5, -16)])
CUT = MultiPolygon([box(179.5, -17, 180, -16), box(-180, -17, -179.5, -16)])


@pytest.mark.parametrize("area", [box(179.8, -16.8, 180.2, -16.4), box(-180.2, -16.8, -179.8, -16.4), None])
@pytest.mark.parametrize("across", [ACROSS, CUT])
def test_the_antimeridian_does_not_tear_the_map(area, across, write):
    shown = drawing(write([sight(0, across), sight(1, box(178.4, -17, 179.4, -16))], area=area), "Map")
    one, other = shown.findall("path[@class='footprint']")
    widths = [max(xs_of(path)) - min(xs_of(path)) for path in (one, other)]
    assert widths[0] == pytest.approx(widths[1], rel=0.01)
    assert max(xs_of(other)) < min(xs_of(one))
    texts = [text.text for text in shown.findall("text[@class='tick']")]
    assert {"179.0° E", "180.0°", "179.5° W"} & set(texts)
    assert not [text for text in texts if text.startswith("18") and text[:3] != "180"]
    assert (shown.find("path[@class='area']") is not None) == (area is not None)


def test_an_area_too_small_to_be_seen_is_ringed(write):
    page = write([sight()], area=box(19, 47.5, 19.001, 47.501))
    assert drawing(page, "Map").find("circle[@class='ring']") is not None
    assert drawing(write([sight()]), "Map").find("circle[@class='ring']") is None


def test_names_of_tiles_do_not_cover_each_other(write):
    sights = [sight(n, box(18 + n / 50, 47, 19 + n / 50, 48), tile=f"34T{n:02}") for n in range(6)]
    names = drawing(write(sights), "Map").findall("text[@class='name']")
    places = [(float(name.get("x")), float(name.get("y"))) for name in names]
    assert len(places) == 6
    for at, (x, y) in enumerate(places):
        for other_x, other_y in places[at + 1 :]:
            assert abs(x - other_x) >= archive_map.NAME_WIDTH - 0.1 or abs(y - other_y) >= archive_map.NAME_HEIGHT - 0.1


UNKNOWN = dict.fromkeys((*SHARES, "size_mb", "relative_orbit"))


@pytest.mark.parametrize(
    "sights",
    [
        [sight()],
        [sight(**UNKNOWN, tile="", coverage=None)],
        [sight(n, **UNKNOWN, tile="", coverage=None) for n in range(100)],
        [sight(0), sight(0.001)],
        [sight(0), sight(365.25 * 11)],
        [sight(0), sight(365.25 * 60)],
        [sight(n, cloud=100.0, vegetation=0.0, water=0.0) for n in range(20)],
        [sight(n, cloud=0.0, vegetation=100.0) for n in range(20)],
        [sight(size_mb=0.0)],
        [sight(footprint=box(-180, -90, 180, 90))],
        [sight(footprint=box(-180, 80, 180, 90))],
        [sight(footprint=box(10, 89.9, 11, 90))],
        [sight(footprint=box(19, 47, 19 + 1e-7, 47 + 1e-7))],
        [sight(footprint=Polygon())],
        [sight(0, box(10, 40, 11, 41)), sight(1, box(-171, -41, -170, -40))],
        [sight(footprint=Polygon([(18, 47), (19, 48), (19, 47), (18, 48)]))],
    ],
)
@pytest.mark.parametrize("area", [None, BUDAPEST])
def test_odd_archives_give_a_page_with_finite_numbers(sights, area, write):
    page = write(sights, area=area, facts={}, credit="")
    body = page.split("<body>")[1]
    assert not re.search(r"\b(nan|inf|None)\b", body)
    drawings(page)


def test_the_same_scenes_give_the_same_page(write):
    sights = record(1)
    assert write(sights) == write(sights)


def test_two_thousand_scenes_are_kept_to_be_looked_at(write, kept, tmp_path):
    sights = record(6)[:2000]
    assert len(sights) == 2000
    assert "2,000" in words(write(sights)) or "2000" in words(write(sights))
    kept(tmp_path / "page.html", "scene_statistics_2000.html")


def test_ten_thousand_scenes_are_a_small_page_and_soon_there(write):
    tiles = [f"34T{letter}{other}" for letter in "ABC" for other in "ABC"]
    sights = record(8, tiles)
    assert len(sights) > 9000
    sights += [sight(2900, tile="34TAA") for _ in range(10_000 - len(sights))]
    asked = page_of(sights)
    begin = time.perf_counter()
    page = write(sights, rows=asked.rows)
    assert time.perf_counter() - begin < 3 + 3  # the rows are made anew, and a busy machine is slower
    assert len(page.encode()) < 3e6
