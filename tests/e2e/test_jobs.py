"""Jobs from end to end, as an analyst's script would run them."""

import json
import os
import sqlite3
import subprocess
from pathlib import Path

import numpy as np
import pytest
import rasterio
from servers.stac import rustac_server

from sentinel_toolkit.contract.catalogue import SCENE_COLUMNS

SMALL = "17.985,18.005,45.885,45.9 [EPSG:4326]"


def pixels(path):
    with rasterio.open(path) as dataset:
        return dataset.read()


def test_search_gives_a_layer_with_every_column(scenes):
    with sqlite3.connect(scenes) as database:
        table = database.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        columns = [row[1] for row in database.execute(f"PRAGMA table_info('{table}')")]
        rows = database.execute(f'SELECT "tile", "offset", "scene" FROM "{table}" ORDER BY "datetime"').fetchall()
    assert [column.name for column in SCENE_COLUMNS] == columns[2:]
    assert len(rows) == 14
    assert {row[0] for row in rows} == {"33TYL", "34TBR"}
    assert all(json.loads(row[2])["stac_version"] == "1.1.0" for row in rows)
    assert Path(scenes).with_suffix(".qml").exists()


@pytest.mark.parametrize("suffix", ["geojson", pytest.param("fgb", marks=pytest.mark.campaign)])
def test_search_writes_other_formats(qgis_process, sample, tmp_path, suffix):
    output = tmp_path / f"scenes.{suffix}"
    run = qgis_process("search_scenes", SOURCE="folder", FOLDER=str(sample), OUTPUT=str(output), TILES="34TBR")
    assert run.results["COUNT"] == 7
    made = qgis_process(
        "median_composite", INPUT=str(output), BANDS="B04", EXTENT=SMALL, OUTPUT=str(tmp_path / "o.tif")
    )
    assert made.code == 0, made.stderr
    assert made.results["SCENES_USED"] == 7


def test_search_of_a_real_server(qgis_process, tmp_path, polygon):
    footprint = {"type": "Polygon", "coordinates": [[[15, 45], [16, 45], [16, 46], [15, 46], [15, 45]]]}
    items = [
        {
            "type": "Feature",
            "stac_version": "1.0.0",
            "id": f"S2A_33TWL_202308{day}_0_L2A",
            "collection": "sentinel-2-l2a",
            "geometry": footprint,
            "bbox": [15, 45, 16, 46],
            "properties": {
                "datetime": f"2023-08-{day}T10:00:00Z",
                "platform": "sentinel-2a",
                "eo:cloud_cover": float(day),
            },
            "links": [],
            "assets": {"red": {"href": "https://example.org/B04.tif"}},
        }
        for day in range(10, 30)
    ]
    area = polygon([[15.2, 45.2], [16.6, 45.2], [16.6, 45.8], [15.2, 45.8], [15.2, 45.2]])
    dates = {"START": "2023-08-12", "END": "2023-08-28"}
    with rustac_server(items, tmp_path) as url:
        run = qgis_process(
            "search_scenes", ENDPOINT=url, AOI=area, MAX_CLOUD=20, OUTPUT=str(tmp_path / "s.gpkg"), **dates
        )
    assert run.code == 0, run.stderr
    assert run.results["COUNT"] == 9


def test_composite_across_zones_repeats_from_its_item(qgis_process, scenes, tmp_path):
    output = tmp_path / "composite.tif"
    run = qgis_process("median_composite", INPUT=scenes, EXTENT=SMALL, OUTPUT=str(output))
    assert run.code == 0, run.stderr
    assert run.results["VALID_PERCENT"] == 100
    assert sorted(path.name for path in tmp_path.iterdir()) == ["composite.json", "composite.qml", "composite.tif"]
    first = pixels(output)
    request = json.loads(output.with_suffix(".json").read_text())["properties"]["sentinel_toolkit:request"]
    for path in tmp_path.iterdir():
        path.unlink()
    again = qgis_process("median_composite", **request["inputs"])
    assert again.code == 0, again.stderr
    assert np.array_equal(first, pixels(output))


def test_area_layer_clips(qgis_process, scenes, tmp_path, polygon):
    triangle = polygon([[17.98, 45.88], [18.01, 45.88], [17.98, 45.91], [17.98, 45.88]])
    output = tmp_path / "o.tif"
    run = qgis_process("median_composite", INPUT=scenes, AOI=triangle, BANDS="B04", OUTPUT=str(output))
    assert run.results["VALID_PERCENT"] == 100
    assert 0.4 < (pixels(output)[0] != -32768).mean() < 0.55


def test_crossing_polygon_is_repaired(qgis_process, scenes, tmp_path, polygon):
    bow_tie = polygon([[17.98, 45.88], [18.01, 45.91], [18.01, 45.88], [17.98, 45.91], [17.98, 45.88]])
    run = qgis_process("median_composite", INPUT=scenes, AOI=bow_tie, BANDS="B04", OUTPUT=str(tmp_path / "o.tif"))
    assert run.code == 0, run.stderr


def test_part_of_a_layer_is_enough(qgis_process, scenes, tmp_path):
    part = f"{scenes}|subset=\"datetime\" > '2022-07-01'"
    run = qgis_process(
        "stack_bands", INPUT=part, EXTENT=SMALL, OUTPUT=str(tmp_path / "o.tif"), PICTURE=str(tmp_path / "p.png")
    )
    assert run.code == 0, run.stderr
    assert (tmp_path / "p.png").stat().st_size > 1000


def test_model_chains_the_jobs(qgis_process, sample, tmp_path):
    """search_scenes → extract by expression → median_composite, in the model builder's own format."""
    model = Path(__file__).with_name("search_and_composite.model3")
    output = tmp_path / "composite.tif"
    run = qgis_process(str(model), folder=str(sample), composite=str(output))
    assert run.code == 0, run.stderr
    assert pixels(output)[-1].max() == 4, "four acquisitions have tiles with less than 10 % cloud"


def test_a_trivial_job_costs_half_of_what_qgis_itself_does(qgis_process, tmp_path):
    """Against a native algorithm that does nothing worth mentioning, in turns: a ratio of processor time.

    What else the machine does keeps both waiting, one more than the other.
    """
    (tmp_path / "empty").mkdir()
    jobs = {
        "nothing": ("native:stringconcatenation", {"INPUT_1": "a", "INPUT_2": "b"}),
        "ours": ("search_scenes", {"SOURCE": "folder", "FOLDER": str(tmp_path / "empty"), "OUTPUT": "memory:"}),
    }
    least = dict.fromkeys(jobs, 99.0)
    for _ in range(3):
        for name, (algorithm, inputs) in jobs.items():
            before = os.times()
            run = qgis_process(algorithm, **inputs)
            after = os.times()
            spent = after.children_user + after.children_system - before.children_user - before.children_system
            least[name] = min(least[name], spent)
    print(f"empty run {least['nothing']:.2f} s, trivial job {least['ours']:.2f} s of processor time")
    assert "No scenes found" in run.stderr, "the worker has run"
    assert least["ours"] < 1.5 * least["nothing"]


def test_demo_runs(sample):
    script = Path(__file__).resolve().parents[2] / "scripts" / "demo"
    done = subprocess.run([str(script)], capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    assert "composite.tif\n    14 scenes used" in done.stdout
    assert "ndvi.gif\n    7 dates shown" in done.stdout
    assert "sentinel3.tif\n    a pass by day, 100.00 %" in done.stdout


@pytest.mark.campaign
@pytest.mark.real_data
def test_demo_runs_on_real_scenes(shared):
    script = Path(__file__).resolve().parents[2] / "scripts" / "demo"
    done = subprocess.run([str(script), str(shared / "s2_zagreb")], capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    assert "5 scenes used, 99.94 % of the area clear" in done.stdout
