"""Pairs of scenes: which fit, in which order, and why others do not."""

import datetime
import json

import pytest
from shapely.geometry import box
from swaths import name_of

from sentinel_toolkit.contract.errors import InvalidRequestError, NoScenesError
from sentinel_toolkit.contract.pairs import PAIR_COLUMNS, FindScenePairsRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.stac_writing import encode_scene
from sentinel_toolkit.core.workflows.find_scene_pairs import run

NOON = datetime.datetime(2023, 6, 20, 10, 0, tzinfo=datetime.timezone.utc)
AREA = {"aoi_wkt": box(15.2, 45.2, 15.4, 45.4).wkt, "aoi_crs": "EPSG:4326"}


def fine(name, hours=0.0, footprint=None, **fields):
    time = NOON + datetime.timedelta(hours=hours)
    footprint = footprint or box(15, 45, 16, 46)
    return Scene(name, "c", "sentinel-2a", "sentinel-2-l2a", time, footprint, "folder", **fields)


def coarse(name, hours=0.0, footprint=None, **fields):
    time = NOON + datetime.timedelta(hours=hours)
    footprint = footprint or box(5, 40, 20, 50)
    product = name_of(time, frame="2160")
    return Scene(name, "c", "sentinel-3a", "sentinel-3-lst", time, footprint, "folder", name=product, **fields)


def layer(path, scenes, clear=None):
    known = clear or {}
    rows = (
        {
            "scene": encode_scene(scene),
            **dict(zip(("clear", "coverage"), known.get(scene.id, (None, None)), strict=True)),
        }
        for scene in scenes
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def pairs_of(tmp_path, fine_scenes, coarse_scenes, clear=None, **fields):
    table = tmp_path / "pairs.jsonl"
    request = FindScenePairsRequest(
        fine_path=layer(tmp_path / "fine.jsonl", fine_scenes, clear),
        coarse_path=layer(tmp_path / "coarse.jsonl", coarse_scenes, clear),
        table_path=str(table),
        **{**AREA, **fields},
    )
    result = run(request, Report())
    rows = [json.loads(line) for line in table.read_text().splitlines()]
    assert len(rows) == result.count
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    return rows


def ids(rows):
    return [(row["fine_id"], row["coarse_id"]) for row in rows]


def test_the_nearer_pass_comes_first(tmp_path):
    rows = pairs_of(tmp_path, [fine("f")], [coarse("later", 22.5), coarse("soon", 0.6), coarse("before", -2.5)])
    assert ids(rows) == [("f", "soon"), ("f", "before"), ("f", "later")]
    assert [row["hours_apart"] for row in rows] == [0.6, 2.5, 22.5]
    assert set(rows[0]) == {column.name for column in PAIR_COLUMNS} | {"geometry"}


def test_within_the_hour_coverage_counts_before_minutes(tmp_path):
    half = box(15.3, 45, 16, 46)
    rows = pairs_of(tmp_path, [fine("half", 0.0, half), fine("whole", 0.2)], [coarse("c")])
    assert [(row["fine_id"], row["coverage"]) for row in rows] == [
        ("whole", 100.0),
        ("half", pytest.approx(50, abs=0.01)),
    ]


def test_of_equals_the_clearer_one_comes_first(tmp_path):
    rows = pairs_of(
        tmp_path, [fine("f", cloud=5.0)], [coarse("hazy", cloud=20.0), coarse("unknown"), coarse("clear", cloud=1.0)]
    )
    assert [(row["coarse_id"], row["cloud"]) for row in rows] == [("clear", 5), ("unknown", 5), ("hazy", 20)]


def test_cloud_inside_the_area_wins_over_that_of_the_scene(tmp_path):
    rows = pairs_of(
        tmp_path, [fine("f", cloud=80.0)], [coarse("c", cloud=90.0)], clear={"f": (98.0, 100.0), "c": (95.0, 100.0)}
    )
    assert rows[0]["cloud"] == 5


def test_ground_that_is_not_covered_is_no_cloud(tmp_path):
    """A clear tile over half of the area has a clear share of 50, and no cloud."""
    rows = pairs_of(tmp_path, [fine("f")], [coarse("c")], clear={"f": (50.0, 50.0), "c": (100.0, 100.0)})
    assert rows[0]["cloud"] == 0


@pytest.mark.parametrize(
    ("scenes", "reason"),
    [
        (([fine("f")], [coarse("c", 30)]), "too far apart in time"),
        (([fine("f", cloud=40.0)], [coarse("c")]), "MAX_CLOUD"),
        (([fine("f")], [coarse("c", 11)]), "by night"),
        (([fine("f", 0.0, box(15, 45, 15.3, 46))], [coarse("c", 0.0, box(15.3, 45, 16, 46))]), "no common ground"),
    ],
)
def test_no_pair_is_an_error_that_tells_why(tmp_path, scenes, reason):
    with pytest.raises(NoScenesError, match=reason):
        pairs_of(tmp_path, *scenes)


def test_without_an_area_the_fine_scene_is_what_is_covered(tmp_path):
    rows = pairs_of(tmp_path, [fine("f")], [coarse("c", 0.0, box(15, 45, 15.5, 46))], aoi_wkt="", aoi_crs="")
    assert rows[0]["coverage"] == pytest.approx(50, abs=0.01)


def test_layers_in_the_wrong_places_are_named(tmp_path):
    with pytest.raises(InvalidRequestError, match="FINE holds 1 scenes that are no sentinel-2-l2a"):
        pairs_of(tmp_path, [coarse("c")], [coarse("d")])
    with pytest.raises(InvalidRequestError, match="COARSE holds"):
        pairs_of(tmp_path, [fine("f")], [fine("g")])


def test_pairs_across_the_antimeridian(tmp_path):
    from shapely.geometry import MultiPolygon

    split = MultiPolygon([box(179.5, -17, 180, -16), box(-180, -17, -179.5, -16)])
    area = {"aoi_wkt": box(-179.9, -16.9, -179.6, -16.6).wkt, "aoi_crs": "EPSG:4326"}
    ten_oclock = -12.0  # at 180 degrees
    rows = pairs_of(
        tmp_path, [fine("f", ten_oclock, split)], [coarse("c", ten_oclock, box(170, -20, 190, -10))], **area
    )
    assert rows[0]["coverage"] == pytest.approx(100, abs=0.01)
