"""The commands of the tutorials and of the models' page, as they stand there; a sample is in the place of the catalogues."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from shell_blocks import TUTORIALS, commands

ROOT = Path(__file__).resolve().parents[2]
SMALL = (17.985, 18.012, 45.885, 45.905)  # west, east, south, north
SEASON, CLEAR_DAY = ("2021-09-01", "2022-07-31"), "2022-06-15"


def on_the_sample(words, sample):
    """Put the sample in the place of catalogue, area, dates, downloads' folder and login; leave all else."""
    given = dict(word[2:].split("=", 1) for word in words[3:])
    if given.get("START") != given.get("END"):
        given["START"], given["END"] = SEASON
    elif "START" in given:
        given["START"] = given["END"] = CLEAR_DAY
    if "SOURCE" in given:
        given |= {"SOURCE": "folder", "FOLDER": str(sample)}
    if given.get("FOLDER") == "products":
        given["FOLDER"] = str(sample)
    if "EXTENT" in given:
        given["EXTENT"] = ",".join(map(str, SMALL)) + " [EPSG:4326]"
    given.pop("AUTH", None)
    return [*words[1:3], *(f"--{name}={value}" for name, value in given.items())]


def write_area(path):
    """Write an area as GeoPackage."""
    west, east, south, north = SMALL
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    source = path.with_suffix(".geojson")
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    subprocess.run(["/usr/bin/ogr2ogr", str(path), str(source)], check=True)


@pytest.mark.campaign
@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_the_commands_of_a_tutorial_do_what_it_says(page, sample, tmp_path):
    asked = commands(page)
    assert asked
    for name in {value for words in asked for value in re.findall(r"--AOI=(\S+)", " ".join(words))}:
        write_area(tmp_path / name)
    environment = {**os.environ, "SENTINEL_TOOLKIT_CACHE": str(tmp_path / "cache")}
    for words in asked:
        assert words[:2] == ["qgis_process", "run"]
        command = [str(ROOT / "scripts" / "qgis_process"), *on_the_sample(words, sample)]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=200)
        assert done.returncode == 0, (words, done.stderr or done.stdout)
        for name in re.findall(
            r"--(?:OUTPUT\w*|SCENES|TABLE|SAMPLES|UNCERTAINTY|PICTURE\w*|[a-z]+)=(\S+)", " ".join(words)
        ):
            assert (tmp_path / name).exists(), f"{words[2]} says that it makes {name}"


def test_there_are_five_tutorials():
    assert len(TUTORIALS) == 5
    index = (ROOT / "docs" / "tutorials.md").read_text("utf-8")
    for page in TUTORIALS:
        assert f"({page.name})" in index


@pytest.mark.parametrize(
    ("model", "result", "name", "rasters"),
    [
        ("search_and_monthly_series", "folder", "months", ["2022-05.tif", "2022-06.tif"]),
        pytest.param("search_and_animation", "animation", "ndvi.gif", [], marks=pytest.mark.campaign),
    ],
)
def test_the_other_models_run_as_they_are(qgis_process, sample, tmp_path, model, result, name, rasters):
    season = {"SOURCE": "folder", "FOLDER": str(sample), "START": "2022-05-01", "END": "2022-06-30"}
    extent = ",".join(map(str, SMALL)) + " [EPSG:4326]"
    run = qgis_process(model, **season, EXTENT=extent, **{result: str(tmp_path / name)})
    assert run.code == 0, run.stderr
    assert run.results[result] == str(tmp_path / name)
    assert (tmp_path / name).exists()
    assert sorted(path.name for path in (tmp_path / name).glob("*.tif")) == rasters
