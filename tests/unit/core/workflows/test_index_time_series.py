"""Zonal series: values against plain numpy, shares of pixels, smoothing, the chart, and what is refused."""

import datetime
import json

import numpy as np
import pytest
from held import Held
from scenes import NORTH, WEST, scenes_file, write_scene
from series import field, swaths, two_bands, write_raster

from sentinel_toolkit.contract.errors import InvalidRequestError, NoValidPixelsError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import TIME_SERIES_COLUMNS, IndexTimeSeriesRequest
from sentinel_toolkit.core.workflows.index_time_series import run


def square(left, top, width, height=None):
    """Return a rectangle in pixels of 10 m from the corner of the test scenes, as WKT."""
    west, north = WEST + 10 * left, NORTH - 10 * top
    east, south = west + 10 * width, north - 10 * (height or width)
    return f"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


def rows_of(tmp_path, zones, crs="EPSG:32633", **fields):
    path = tmp_path / "zones.jsonl"
    path.write_text("".join(json.dumps({"name": name, "wkt": wkt}) + "\n" for name, wkt in zones.items()))
    table = tmp_path / "rows.jsonl"
    request = IndexTimeSeriesRequest(zones_path=str(path), zones_crs=crs, table_path=str(table), **fields)
    run(request, Report())
    return [json.loads(line) for line in table.read_text().splitlines()]


def test_whole_pixels_equal_numpy(tmp_path):
    values = field()
    write_raster(tmp_path / "in" / "2023-05-01.tif", values)
    (row,) = rows_of(tmp_path, {"a": square(3, 5, 10, 8)}, raster_folder=str(tmp_path / "in"))
    inside = values[5:13, 3:13].astype(np.float64)
    assert tuple(row) == tuple(column.name for column in TIME_SERIES_COLUMNS) or set(row) == {
        column.name for column in TIME_SERIES_COLUMNS
    }
    assert (row["zone"], row["date"], row["count"], row["valid_percent"]) == ("a", "2023-05-01", 80, 100)
    for name, value in {
        "mean": inside.mean(),
        "median": np.median(inside),
        "min": inside.min(),
        "max": inside.max(),
        "std": inside.std(),
        "p10": np.percentile(inside, 10),
        "p90": np.percentile(inside, 90),
    }.items():
        assert row[name] == pytest.approx(value, abs=1e-6), name


def test_pixels_count_by_their_share(tmp_path):
    values = np.zeros((40, 40), np.float32)
    values[:, 20:] = 1
    write_raster(tmp_path / "in" / "2023-05-01.tif", values)
    (row,) = rows_of(tmp_path, {"a": square(18.5, 10.25, 2, 3)}, raster_folder=str(tmp_path / "in"))
    assert row["mean"] == pytest.approx(0.25, abs=1e-6)  # 1.5 of 2 pixels' width are 0
    assert row["count"] == pytest.approx(6)


def test_missing_pixels_lower_the_valid_share(tmp_path):
    values = field()
    values[:, :6] = np.nan
    write_raster(tmp_path / "in" / "2023-05-01.tif", values)
    (row,) = rows_of(tmp_path, {"a": square(4, 4, 8)}, raster_folder=str(tmp_path / "in"))
    assert (row["count"], row["valid_percent"]) == (48, 75)


def test_a_zone_half_outside_is_half_valid(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    (row,) = rows_of(tmp_path, {"a": square(-5, 4, 10)}, raster_folder=str(tmp_path / "in"))
    assert row["valid_percent"] == pytest.approx(50)


def test_points_take_the_pixel_that_holds_them(tmp_path):
    values = field()
    write_raster(tmp_path / "in" / "2023-05-01.tif", values)
    zones = {"p": f"POINT({WEST + 73} {NORTH - 128})", "q": f"POINT({WEST + 391} {NORTH - 1})"}
    rows = rows_of(tmp_path, zones, raster_folder=str(tmp_path / "in"))
    assert [row["mean"] for row in rows] == pytest.approx([float(values[12, 7]), float(values[0, 39])])
    assert [row["count"] for row in rows] == [1, 1]


def test_a_point_beside_a_polygon_is_read_too(tmp_path):
    """Far from the polygon, so that the ground that is read must reach it; of scenes, whose own files are larger."""
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    point, points = (
        f"POINT({WEST + 153} {NORTH - 148})",
        f"MULTIPOINT({WEST + 155} {NORTH - 5}, {WEST + 5} {NORTH - 195})",
    )
    rows = rows_of(tmp_path, {"p": point, "a": square(1, 1, 3), "q": points}, scenes_path=path)
    assert [(row["zone"], row["mean"], row["count"]) for row in rows] == [
        ("p", pytest.approx(0.6, abs=1e-4), 1),
        ("a", pytest.approx(0.6, abs=1e-4), 9),
        ("q", pytest.approx(0.6, abs=1e-4), 2),
    ]


def test_zones_of_one_name_are_numbered_and_said(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    zones = [
        ("field", square(1, 1, 2)),
        ("field", square(5, 5, 4)),
        ("field (2)", square(9, 9, 3)),
        ("b", square(0, 0, 1)),
    ]
    (tmp_path / "zones").write_text("".join(json.dumps({"name": name, "wkt": wkt}) + "\n" for name, wkt in zones))
    said = []
    request = IndexTimeSeriesRequest(
        zones_path=str(tmp_path / "zones"),
        zones_crs="EPSG:32633",
        table_path=str(tmp_path / "rows"),
        raster_folder=str(tmp_path / "in"),
    )
    run(request, Report(said.append))
    rows = [json.loads(line) for line in (tmp_path / "rows").read_text().splitlines()]
    assert {row["zone"]: row["count"] for row in rows} == {"field (1)": 4, "field (3)": 16, "field (2)": 9, "b": 1}
    (warning,) = [event.text for event in said if getattr(event, "warning", False)]
    assert warning.startswith("Several zones share a name: 'field'.")


def test_scenes_are_masked_date_by_date(tmp_path):
    scl = np.full((20, 20), 4, np.uint8)
    scl[:, :5] = 9  # 10 pixels of cloud on the left
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    write_scene(tmp_path / "in", "20230620", two_bands(2000, 3000), scl=scl)
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    rows = rows_of(tmp_path, {"left": square(0, 0, 10), "both": square(0, 10, 20)}, scenes_path=path)
    found = {(row["zone"], row["date"]): (row["mean"], row["valid_percent"]) for row in rows}
    assert found["left", "2023-06-15"] == (pytest.approx(0.6, abs=1e-4), 100)
    assert found["left", "2023-06-20"] == (None, 0)
    assert found["both", "2023-06-20"] == (pytest.approx(0.2, abs=1e-4), 50)


def test_smoothing_keeps_what_was_measured(tmp_path):
    random = np.random.default_rng(3)
    truth, raw = [], []
    for number in range(40):
        day = datetime.date(2023, 1, 1) + datetime.timedelta(days=9 * number)
        value = 0.5 + 0.3 * np.sin(2 * np.pi * 9 * number / 365)
        truth.append(value)
        raw.append(value + random.normal(0, 0.08))
        write_raster(tmp_path / "in" / f"{day}.tif", np.full((10, 10), raw[-1], np.float32))
    zone = {"a": square(1, 1, 5)}
    for smoothing in ("savitzky_golay", "whittaker"):
        rows = rows_of(tmp_path, zone, raster_folder=str(tmp_path / "in"), smoothing=smoothing)
        assert [row["mean"] for row in rows] == pytest.approx(raw, abs=1e-6)
        smoothed = np.array([row["smoothed"] for row in rows])
        assert np.sqrt(np.mean((smoothed - truth) ** 2)) < 0.75 * np.sqrt(np.mean((np.array(raw) - truth) ** 2))
    assert {row["smoothed"] for row in rows_of(tmp_path, zone, raster_folder=str(tmp_path / "in"))} == {None}


def test_a_zone_that_is_hardly_seen_is_not_judged_by(tmp_path):
    for day, seen, value in (("01", 100, 0.5), ("11", 12, -0.9), ("21", 100, 0.5), ("28", 20, 0.6)):
        values = np.full((10, 10), np.nan, np.float32)
        values.flat[:seen] = value
        write_raster(tmp_path / "in" / f"2023-05-{day}.tif", values)
    asked = {"raster_folder": str(tmp_path / "in"), "smoothing": "whittaker"}
    rows = rows_of(tmp_path, {"a": square(0, 0, 10)}, **asked, output_html=str(tmp_path / "chart.html"))
    assert [row["used"] for row in rows] == [True, False, True, True], "exactly MIN_VALID is enough"
    assert rows[1]["mean"] == pytest.approx(-0.9), "what was measured stays in the table"
    assert all(0.45 < row["smoothed"] < 0.65 for row in rows)
    page = (tmp_path / "chart.html").read_text("utf-8")
    assert page.count("dot hollow") == 2, "in the chart and in the legend"
    assert "20 % of a zone" in page
    rows = rows_of(tmp_path, {"a": square(0, 0, 10)}, **asked, min_valid_percent=0)
    assert all(row["used"] for row in rows)
    assert min(row["smoothed"] for row in rows) < 0.45


def test_where_nothing_is_used_it_is_said(tmp_path):
    values = np.full((10, 10), np.nan, np.float32)
    values.flat[:5] = 0.5
    write_raster(tmp_path / "in" / "2023-05-01.tif", values)
    zones = tmp_path / "zones.jsonl"
    zones.write_text(json.dumps({"name": "a", "wkt": square(0, 0, 10)}))
    events = []
    fields = {"zones_path": str(zones), "zones_crs": "EPSG:32633", "raster_folder": str(tmp_path / "in")}
    run(IndexTimeSeriesRequest(**fields, table_path=str(tmp_path / "rows.jsonl")), Report(events.append))
    assert any("No date shows 20 % of a zone" in getattr(event, "text", "") for event in events)


def test_sentinel_3_zones(tmp_path):
    path = swaths(tmp_path, values={"LST": np.full((40, 32), 305.0), "NDVI": np.full((40, 32), 0.5)})
    zone = "POLYGON((495000 4995000, 505000 4995000, 505000 5005000, 495000 5005000, 495000 4995000))"
    rows = rows_of(tmp_path, {"a": zone}, scenes_path=path, index="LST", units="celsius")
    assert [(row["date"], row["count"]) for row in rows] == [("2023-08-10", 100), ("2023-08-13", 100)]
    assert rows[0]["mean"] == pytest.approx(31.85, abs=0.002)


def test_a_chart_that_is_held_is_kept_beside_the_old_one(tmp_path, monkeypatch):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    page = tmp_path / "chart.html"
    asked = {"raster_folder": str(tmp_path / "in"), "output_html": str(page)}
    rows_of(tmp_path, {"a": square(2, 2, 8)}, **asked)
    page.write_text("old")
    zones, table = str(tmp_path / "zones.jsonl"), str(tmp_path / "rows.jsonl")
    request = IndexTimeSeriesRequest(zones_path=zones, zones_crs="EPSG:32633", table_path=table, **asked)
    result = run(request, Held(monkeypatch, 0.1).when("Drawing the chart", page))
    assert result.output_html == str(tmp_path / "chart_2.html")
    assert page.read_text() == "old"
    assert "<svg" in (tmp_path / "chart_2.html").read_text("utf-8")


def test_the_chart_escapes_and_stands_alone(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    write_raster(tmp_path / "in" / "2023-05-11.tif", field(1))
    zones = {"<script>alert(1)</script>": square(2, 2, 8)}
    page = tmp_path / "chart.html"
    rows_of(tmp_path, zones, raster_folder=str(tmp_path / "in"), output_html=str(page))
    text = page.read_text("utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "http://" not in text.replace("http://www.w3.org", "")


def test_zones_beside_the_rasters_are_an_error(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    with pytest.raises(NoValidPixelsError, match="No zone has a value on any of the 1 dates"):
        rows_of(tmp_path, {"a": square(100, 100, 5)}, raster_folder=str(tmp_path / "in"))


def test_no_zone_is_an_error(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    with pytest.raises(InvalidRequestError, match="ZONES holds no polygon"):
        rows_of(tmp_path, {"a": "POLYGON EMPTY"}, raster_folder=str(tmp_path / "in"))


@pytest.mark.parametrize("wkt", ["LINESTRING(0 0, 1 1)", "nonsense"])
def test_what_is_no_zone_is_named(tmp_path, wkt):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    with pytest.raises(InvalidRequestError, match="The zone 'odd'"):
        rows_of(tmp_path, {"odd": wkt}, raster_folder=str(tmp_path / "in"))


def test_a_zone_beyond_memory_is_refused_with_a_way_out(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    with pytest.raises(InvalidRequestError, match="coarser RESOLUTION"):
        rows_of(tmp_path, {"a": square(0, 0, 20_000)}, raster_folder=str(tmp_path / "in"))


def test_zones_far_apart_are_read_each_by_itself(tmp_path):
    """A grid over all of them would have 400 million pixels."""
    values = field()
    write_raster(tmp_path / "in" / "2023-05-01.tif", values)
    write_raster(tmp_path / "in" / "2023-05-11.tif", field(1))
    zones = {"far": square(20_000, 20_000, 2), "a": square(3, 5, 10), "b": square(20, 20, 4)}
    rows = rows_of(tmp_path, zones, raster_folder=str(tmp_path / "in"))
    found = {(row["zone"], row["date"]): (row["mean"], row["valid_percent"]) for row in rows}
    assert len(found) == len(rows) == 6
    assert found["far", "2023-05-01"] == (None, 0)
    assert found["a", "2023-05-01"] == (pytest.approx(float(values[5:15, 3:13].mean()), abs=1e-6), 100)
    assert found["b", "2023-05-01"] == (pytest.approx(float(values[20:24, 20:24].mean()), abs=1e-6), 100)


def test_groups_of_zones_share_their_dates(tmp_path):
    """Two passes a day: one zone sees both, one the first; a third date has a raster that cannot be read."""
    for name, west in (("a", WEST), ("b", WEST + 100_000)):
        values = field(1 if name == "a" else 2)
        write_raster(tmp_path / "in" / f"{name}_2023-05-01T0900.tif", values, corner=(west, NORTH))
    write_raster(tmp_path / "in" / "a_2023-05-01T1030.tif", field(3))
    rows = rows_of(tmp_path, {"a": square(2, 2, 5), "b": square(10_002, 2, 5)}, raster_folder=str(tmp_path / "in"))
    together = {(row["zone"], row["date"]): row["mean"] for row in rows}
    assert sorted({date for _, date in together}) == ["2023-05-01T09:00", "2023-05-01T10:30"]
    assert together["b", "2023-05-01T10:30"] is None
    assert [row["date"] for row in rows[:3]] == ["2023-05-01T09:00", "2023-05-01T09:00", "2023-05-01T10:30"]


def test_a_damaged_scene_of_one_group_leaves_the_others(tmp_path):
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    bad = write_scene(tmp_path / "in", "20230616", two_bands(1000, 4000), west=WEST + 100_000, id="S2A_BAD")
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    (bad.parent / "B04.tif").write_bytes(b"nothing")
    rows = rows_of(tmp_path, {"a": square(2, 2, 5), "b": square(10_002, 2, 5)}, scenes_path=path)
    assert [(row["zone"], row["mean"]) for row in rows] == [("a", pytest.approx(0.6, abs=1e-4)), ("b", None)]


@pytest.mark.parametrize("off_m", [-25, -14, -4.9, -1, 1, 14])
def test_a_point_beside_the_edge_of_a_coarse_pixel_has_its_value(tmp_path, off_m):
    path = swaths(tmp_path, days=(10,), values={"LST": np.full((40, 32), 300.0), "NDVI": np.full((40, 32), 0.5)})
    rows = rows_of(tmp_path, {"p": f"POINT({503_000 + off_m} 5000400)"}, scenes_path=path, index="LST")
    assert rows[0]["mean"] == pytest.approx(300, abs=0.002)


def test_zones_without_a_scene_are_named(tmp_path):
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    rows = rows_of(tmp_path, {"far": square(90_000, 9_000, 2), "here": square(3, 3, 5)}, scenes_path=path)
    assert [(row["zone"], row["mean"]) for row in rows] == [("far", None), ("here", pytest.approx(0.6, abs=1e-4))]


@pytest.mark.real_data
def test_real_series_equals_numpy_in_whole_pixels(shared, tmp_path):
    import rasterio

    with rasterio.open(shared / "ndvi_68_dates" / "ndvi.tif") as dataset:
        stack, transform, names = dataset.read().astype(np.float64) * 1e-4, dataset.transform, dataset.descriptions
        stack[dataset.read() == dataset.nodata] = np.nan
    left, top = transform @ (20, 30)
    right, bottom = transform @ (50, 45)
    wkt = f"POLYGON(({left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}))"
    listed = tmp_path / "rasters.jsonl"
    listed.write_text(json.dumps({"path": str(shared / "ndvi_68_dates" / "ndvi.tif"), "time": ""}) + "\n")
    rows = rows_of(tmp_path, {"a": wkt}, rasters_path=str(listed), smoothing="whittaker")
    assert [row["date"][:10] for row in rows] == [name[:10] for name in names]
    means = np.nanmean(stack[:, 30:45, 20:50], axis=(1, 2))
    assert [row["mean"] for row in rows] == pytest.approx(list(means), abs=1e-6)
    assert all(row["smoothed"] is not None for row in rows)
