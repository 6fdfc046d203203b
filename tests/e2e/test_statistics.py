"""Scene statistics through the real qgis_process."""

import csv
import subprocess

import pytest


def test_a_table_and_a_page_of_the_sample(qgis_process, scenes, tmp_path):
    run = qgis_process(
        "scene_statistics",
        INPUT=scenes,
        OUTPUT=str(tmp_path / "months.csv"),
        OUTPUT_HTML=str(tmp_path / "archive.html"),
    )
    assert run.code == 0, run.stderr
    assert (run.results["SCENES"], run.results["ACQUISITIONS"]) == (14, 7)
    with open(tmp_path / "months.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == run.results["PERIODS"] == 11  # September 2021 to July 2022
    assert [row["scenes"] for row in rows][:4] == ["2", "2", "0", "0"]
    assert rows[2]["cloud"] == ""  # unknown is no zero
    page = (tmp_path / "archive.html").read_text("utf-8")
    assert "Sentinel-2 L2A: 14 scenes from 2021-09-23 to 2022-07-10" in page
    assert {path.name for path in tmp_path.iterdir()} == {"months.csv", "months.qml", "archive.html"}


@pytest.mark.real_data
def test_the_real_scenes_of_zagreb(qgis_process, shared, tmp_path, kept):
    found = qgis_process(
        "search_scenes", SOURCE="folder", FOLDER=str(shared / "s2_zagreb"), OUTPUT=str(tmp_path / "scenes.gpkg")
    )
    assert found.code == 0, found.stderr
    run = qgis_process(
        "scene_statistics",
        INPUT=found.results["OUTPUT"],
        PERIOD="day",
        EXTENT="15.9,16.1,45.75,45.85 [EPSG:4326]",
        OUTPUT=str(tmp_path / "days.gpkg"),
        OUTPUT_HTML=str(tmp_path / "zagreb.html"),
    )
    assert run.code == 0, run.stderr
    kept(tmp_path / "zagreb.html", "scene_statistics_zagreb.html")
    assert (run.results["SCENES"], run.results["PERIODS"]) == (5, 11)
    said = subprocess.run(
        [
            "/usr/bin/ogrinfo",
            "-q",
            str(tmp_path / "days.gpkg"),
            "-sql",
            "SELECT sum(scenes) AS n, max(cloud) AS c FROM days",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "n (Integer) = 5" in said
    assert "c (Real) = 69.286" in said  # of the cloudiest, as its item has it


def test_an_area_elsewhere_is_told(qgis_process, scenes, tmp_path):
    run = qgis_process(
        "scene_statistics", INPUT=scenes, EXTENT="1,2,3,4 [EPSG:4326]", OUTPUT=str(tmp_path / "months.csv")
    )
    assert run.code == 1
    assert "None of the 14 scenes meets the area of interest" in run.stderr + run.stdout
