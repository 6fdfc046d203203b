"""Scene statistics: counts and means against plain counting, empty periods, what misleads, and the page."""

import datetime
import json

import numpy as np
import pytest
from held import Held
from shapely.geometry import box

from sentinel_toolkit.contract.errors import InvalidRequestError, NoScenesError
from sentinel_toolkit.contract.events import Note
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.statistics import STATISTICS_COLUMNS, SceneStatisticsRequest
from sentinel_toolkit.core.archive import counts as archive
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.stac_writing import encode_scene
from sentinel_toolkit.core.workflows.scene_statistics import run

UTC = datetime.timezone.utc


def scene(day, tile="34TCT", hour=9.7, product="sentinel-2-l2a", footprint=(19, 47, 20, 48), **fields):
    time = datetime.datetime.fromisoformat(day).replace(tzinfo=UTC) + datetime.timedelta(hours=hour)
    made = {"cloud": 20.0, "vegetation": 40.0, "water": 2.0, "snow": 0.0, "size_mb": 500.0, "relative_orbit": 36}
    made |= fields
    return Scene(
        f"S2A_{tile}_{time:%Y%m%dT%H%M}_{product}",
        product,
        "sentinel-2a",
        product,
        time,
        box(*footprint),
        "cdse",
        datatake=f"{time:%Y%m%dT%H%M%S}",
        tile=tile,
        **made,
    )


def table_of(tmp_path, scenes, **fields):
    path, heard = tmp_path / "scenes.jsonl", []
    path.write_text("".join(encode_scene(scene) + "\n" for scene in scenes))
    request = SceneStatisticsRequest(scenes_path=str(path), table_path=str(tmp_path / "table.jsonl"), **fields)
    result = run(request, Report(heard.append))
    rows = [json.loads(line) for line in (tmp_path / "table.jsonl").read_text().splitlines()]
    return result, rows, [event.text for event in heard if isinstance(event, Note) and event.warning]


def test_months_are_counted_and_averaged(tmp_path):
    days = ["2023-05-02", "2023-05-12", "2023-05-22", "2023-07-01"]
    scenes = [scene(day, cloud=cloud) for day, cloud in zip(days, (10, 30, None, 90), strict=True)]
    result, rows, warnings = table_of(tmp_path, scenes)
    assert (result.scenes, result.acquisitions, result.periods, warnings) == (4, 4, 3, [])
    assert [row["period"] for row in rows] == ["2023-05", "2023-06", "2023-07"]
    assert [row["scenes"] for row in rows] == [3, 0, 1]
    assert [row["cloud"] for row in rows] == [20, None, 90]  # what is unknown is in no mean
    assert set(rows[0]) == {column.name for column in STATISTICS_COLUMNS}


def test_two_tiles_of_a_pass_are_one_acquisition(tmp_path):
    same = [scene("2023-05-02", tile) for tile in ("34TCT", "34TDT")]
    later = scene("2023-05-02", "34TCT", hour=9.9)
    result, rows, _ = table_of(tmp_path, [*same, later])
    assert (result.scenes, result.acquisitions) == (3, 2)
    assert (rows[0]["scenes"], rows[0]["acquisitions"]) == (3, 2)


def test_vegetation_of_the_cloud_free_part(tmp_path):
    _, rows, _ = table_of(
        tmp_path, [scene("2023-05-02", cloud=50, vegetation=30), scene("2023-05-12", cloud=98, vegetation=1)]
    )
    assert rows[0]["vegetation_clear"] == pytest.approx(60)  # of the second, hardly anything is to be seen
    assert rows[0]["vegetation"] == pytest.approx(15.5)


@pytest.mark.parametrize(("period", "count"), [("day", 31), ("week", 5), ("month", 1)])
def test_every_period_between_is_a_row(tmp_path, period, count):
    _, rows, _ = table_of(tmp_path, [scene("2023-05-01"), scene("2023-05-31")], period=period)
    assert len(rows) == count
    assert rows[0]["start"] == "2023-05-01"
    ends = [datetime.date.fromisoformat(row["end"]) for row in rows[:-1]]
    starts = [datetime.date.fromisoformat(row["start"]) for row in rows[1:]]
    assert all((start - end).days == 1 for start, end in zip(starts, ends, strict=True))


def test_days_are_solar_ones_at_the_middle_of_the_area(tmp_path):
    """At 170° E a pass at 23 h UTC is seen in the morning of the next day."""
    away = {"footprint": (169, -44, 170, -43), "tile": "59GLM"}
    _, rows, _ = table_of(tmp_path, [scene("2023-05-31", hour=22.5, **away)], period="day")
    assert rows[0]["period"] == "2023-06-01"


def test_scenes_beside_the_area_are_not_counted_and_that_is_said(tmp_path):
    near, far = scene("2023-05-02"), scene("2023-05-03", footprint=(0, 0, 1, 1))
    area = {"aoi_wkt": "POLYGON((19.2 47.2, 19.4 47.2, 19.4 47.4, 19.2 47.2))", "aoi_crs": "EPSG:4326"}
    result, _, warnings = table_of(tmp_path, [near, far], **area)
    assert result.scenes == 1
    assert any("1 of 2 scenes do not meet the area" in text for text in warnings)
    with pytest.raises(NoScenesError, match="None of the 1 scenes meets the area"):
        table_of(tmp_path, [far], **area)


def test_several_products_are_warned_of(tmp_path):
    both = [scene("2023-05-02", product=product) for product in ("sentinel-2-l2a", "sentinel-2-l1c")]
    _, _, warnings = table_of(tmp_path, both)
    assert any("Sentinel-2 L1C, Sentinel-2 L2A" in text for text in warnings)


def test_no_scene_is_an_error(tmp_path):
    with pytest.raises(InvalidRequestError, match="no scene"):
        table_of(tmp_path, [])


def test_the_page_is_made_and_nothing_beside_it(tmp_path):
    folder = tmp_path / "out"
    scenes = [scene("2023-05-02"), scene("2023-06-02", "<script>alert(1)</script>"), scene("2024-06-02", cloud=None)]
    result, _, _ = table_of(tmp_path, scenes, output_html=str(folder / "archive.html"))
    assert [path.name for path in folder.iterdir()] == ["archive.html"]
    page = (folder / "archive.html").read_text("utf-8")
    assert "<script" not in page
    assert 'src="http' not in page
    assert result.output_html.endswith("archive.html")


def test_a_page_that_is_held_is_kept_beside_the_old_one(tmp_path, monkeypatch):
    page = tmp_path / "archive.html"
    page.write_text("old")
    table_of(tmp_path, [scene("2023-05-02")])
    said = []
    request = SceneStatisticsRequest(
        scenes_path=str(tmp_path / "scenes.jsonl"), table_path=str(tmp_path / "table.jsonl"), output_html=str(page)
    )
    result = run(request, Held(monkeypatch, 0.1).when("Drawing the report", page, said=said))
    assert result.output_html == str(tmp_path / "archive_2.html")
    assert page.read_text() == "old"
    assert any("archive_2.html" in event.text for event in said)


def test_correlations_are_pearsons_over_periods_with_both():
    random = np.random.default_rng(3)
    clouds, greens = random.uniform(0, 80, 40), random.uniform(5, 60, 40)
    start = datetime.date(2023, 1, 2)
    scenes = [
        scene(str(start + datetime.timedelta(7 * number)), cloud=cloud, vegetation=green, snow=None)
        for number, (cloud, green) in enumerate(zip(clouds, greens, strict=True))
    ]
    sights = [archive.Sight(scene, scene.datetime.date()) for scene in scenes]
    found = archive.correlations_of(archive.rows_by_period(sights, "week"))
    cloud, green, snow = (found.names.index(name) for name in ("cloud", "vegetation", "snow"))
    assert found.values[cloud, green] == pytest.approx(np.corrcoef(clouds, greens)[0, 1])
    assert (found.counts[cloud, green], found.counts[cloud, snow]) == (40, 0)
    assert np.isnan(found.values[cloud, snow])
    assert np.isnan(found.values[cloud, found.names.index("water")])  # it never changes


def test_gaps_histogram_calendar_and_size():
    days = ["2023-05-01", "2023-05-06", "2023-06-30", "2023-07-01"]
    scenes = [
        scene(day, cloud=cloud, size_mb=size)
        for day, cloud, size in zip(days, (0, 100, None, 35), (100, None, 300, 200), strict=True)
    ]
    sights = [archive.Sight(scene, scene.datetime.date()) for scene in scenes]
    assert [(gap.days, str(gap.start)) for gap in archive.longest_gaps(sights)][:2] == [
        (55, "2023-05-06"),
        (5, "2023-05-01"),
    ]
    counts, unknown = archive.cloud_histogram(sights)
    assert (counts[0], counts[3], counts[9], sum(counts), unknown) == (1, 1, 1, 3, 1)
    assert archive.calendar_of(sights)[datetime.date(2023, 6, 30)] == (1, None)
    assert archive.download_size(sights) == (800, 1)  # the mean of the others stands for the one without
    assert [sight.day.day for sight in archive.clear_ones(sights)] == [1]


def test_groups_tell_how_often_each_orbit_comes():
    scenes = [scene(f"2023-05-{day:02}", relative_orbit=orbit) for day, orbit in ((1, 36), (11, 36), (21, 36), (4, 79))]
    sights = [archive.Sight(scene, scene.datetime.date(), 50.0) for scene in scenes]
    first, second = archive.groups_by(sights, lambda scene: str(scene.relative_orbit))
    assert (first.name, first.scenes, first.days_between, first.coverage) == ("36", 3, 10, 50)
    assert (second.name, second.scenes, second.days_between) == ("79", 1, None)
