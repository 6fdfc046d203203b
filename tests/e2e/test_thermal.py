"""Thermal sharpening through the real qgis_process: pairs, rasters, messages, and a run that repeats itself."""

import json
import shutil
import subprocess
from pathlib import Path

import geopandas
import pytest
import rasterio

import sentinel_toolkit as st

INFO = ["/usr/bin/ogrinfo", "-so", "-al"]


@pytest.fixture(scope="module")
def pairs(qgis_process, sample, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pairs")
    found = {}
    for name, product in (("fine", "sentinel-2-l2a"), ("coarse", "sentinel-3-lst")):
        run = qgis_process(
            "search_scenes",
            SOURCE="folder",
            FOLDER=str(sample),
            PRODUCT=product,
            START="2022-06-15",
            END="2022-06-15",
            OUTPUT=str(folder / f"{name}.gpkg"),
        )
        assert run.code == 0, run.stderr
        found[name.upper()] = run.results["OUTPUT"]
    run = qgis_process("find_scene_pairs", OUTPUT=str(folder / "pairs.gpkg"), **found)
    assert run.code == 0, run.stderr
    return run.results["OUTPUT"], found["FINE"]


@pytest.fixture(scope="module")
def sharpened(qgis_process, pairs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sharpened")
    run = qgis_process(
        "thermal_sharpening",
        PAIRS=pairs[0],
        OUTPUT=str(folder / "lst.tif"),
        UNCERTAINTY=str(folder / "sigma.tif"),
        SAMPLES=str(folder / "samples.gpkg"),
        OUTPUT_HTML=str(folder / "report.html"),
    )
    assert run.code == 0, run.stderr
    return run, folder


def test_a_pair_is_sharpened_with_all_that_belongs_to_it(sharpened):
    run, folder = sharpened
    results = run.results
    assert results["METHOD_USED"] == "local"
    assert results["SLOPE"] < -15
    assert results["CORRELATION"] < -0.7
    assert results["SAMPLE_COUNT"] > 100
    assert 0 < results["RESTORE_RMSE"] < 1.2
    names = {path.name for path in folder.iterdir()}
    rasters = {f"{name}.{suffix}" for name in ("lst", "sigma") for suffix in ("tif", "json", "qml")}
    assert names == rasters | {"samples.gpkg", "samples.qml", "report.html"}
    said = subprocess.run([*INFO, str(folder / "samples.gpkg")], capture_output=True, text=True, check=True).stdout
    assert "Geometry: Multi Polygon" in said
    for column in ("lst_k: Real", "ndvi: Real", "used: Integer(Boolean)", "residual_k: Real"):
        assert column in said


def test_the_item_repeats_the_run(qgis_process, sharpened):
    _, folder = sharpened
    item = json.loads((folder / "lst.json").read_text())
    request = item["properties"]["sentinel_toolkit:request"]
    assert len([link for link in item["links"] if link["rel"] == "derived_from"]) == 3  # two tiles and the swath
    before = (folder / "lst.tif").read_bytes()
    shutil.move(folder / "lst.tif", folder / "first.tif")
    run = qgis_process("thermal_sharpening", **request["inputs"])
    assert run.code == 0, run.stderr
    assert (folder / "lst.tif").read_bytes() == before


@pytest.mark.campaign
def test_python_gives_the_bytes_of_qgis(pairs, sharpened):
    _, folder = sharpened
    rows = geopandas.read_file(pairs[0]).sort_values("rank")
    made = st.sharpen(rows, progress=False)
    for name, file in (("temperature", "lst.tif"), ("uncertainty", "sigma.tif")):
        with rasterio.open(folder / file) as raster:
            assert raster.read(1).tobytes() == made[name].to_numpy().tobytes()


def test_scenes_and_product_give_what_the_pair_gives(qgis_process, sample, pairs, sharpened, tmp_path):
    swath = next((Path(sample) / "sentinel-3").iterdir())
    run = qgis_process("thermal_sharpening", SEN3=str(swath), INPUT=pairs[1], OUTPUT=str(tmp_path / "lst.tif"))
    assert run.code == 0, run.stderr
    assert run.results["SLOPE"] == pytest.approx(sharpened[0].results["SLOPE"], rel=1e-9)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lst.json", "lst.qml", "lst.tif"]


def test_a_result_of_import_sentinel3_and_bands_are_sharpened(qgis_process, sample, pairs, tmp_path):
    swath = next((Path(sample) / "sentinel-3").iterdir())
    run = qgis_process("import_sentinel3", SEN3=str(swath), OUTPUT=str(tmp_path / "coarse.tif"))
    assert run.code == 0, run.stderr
    run = qgis_process(
        "stack_bands", INPUT=pairs[1], BANDS="B04", MASK_CLASSES=["cloud_high"], OUTPUT=str(tmp_path / "red.tif")
    )
    assert run.code == 0, run.stderr
    run = qgis_process("stack_bands", INPUT=pairs[1], BANDS="B08", OUTPUT=str(tmp_path / "nir.tif"))
    assert run.code == 0, run.stderr
    run = qgis_process(
        "thermal_sharpening",
        LST=str(tmp_path / "coarse.tif"),
        RED=str(tmp_path / "red.tif"),
        NIR=str(tmp_path / "nir.tif"),
        UNITS="celsius",
        OUTPUT=str(tmp_path / "lst.tif"),
    )
    assert run.code == 0, run.stderr
    assert run.results["METHOD_USED"] == "local"
    assert "OFFSET" not in run.stderr + run.stdout  # the scale in the file says that it is reflectance


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"LST": "coarse"}, "None of NDVI, RED with NIR, INPUT, PAIRS is given"),
        ({"LST": "coarse", "RED": "coarse"}, "RED and NIR go together"),
        ({"LST": "coarse", "NDVI": "coarse", "METHOD": "linear", "NDVI_MIN": 0.9, "NDVI_MAX": 0.1}, "NDVI_MIN"),
        ({"LST": "coarse", "NDVI": "coarse"}, "right way round"),
    ],
)
def test_messages_say_what_is_wrong(qgis_process, sample, tmp_path_factory, tmp_path, inputs, words):
    coarse = tmp_path / "coarse.tif"
    subprocess.run(
        ["/usr/bin/gdal_translate", "-q", "-of", "GTiff", "/vsistdin/", str(coarse)],
        input=b"ncols 40\nnrows 40\nxllcorner 0\nyllcorner 0\ncellsize 10\n" + b"0.5 " * 1600,
        check=True,
    )
    subprocess.run(["/usr/bin/gdal_edit.py", "-a_srs", "EPSG:32633", str(coarse)], check=True)
    given = {name: str(coarse) if value == "coarse" else value for name, value in inputs.items()}
    run = qgis_process("thermal_sharpening", OUTPUT=str(tmp_path / "lst.tif"), **given)
    assert run.code != 0
    assert words in run.stderr + run.stdout
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".xml"] == ["coarse.tif"]


def test_linear_is_refused_with_what_was_found(qgis_process, pairs, tmp_path):
    run = qgis_process("thermal_sharpening", PAIRS=pairs[0], METHOD="linear", OUTPUT=str(tmp_path / "lst.tif"))
    assert run.code == 1
    assert "Temperature does not fall with NDVI as linear supposes: r = -0.2" in run.stderr + run.stdout
    assert not list(tmp_path.iterdir())


def test_a_small_area_is_sharpened_by_its_surroundings(qgis_process, sample, pairs, tmp_path):
    swath = next((Path(sample) / "sentinel-3").iterdir())
    run = qgis_process(
        "thermal_sharpening",
        SEN3=str(swath),
        INPUT=pairs[1],
        EXTENT="17.98,18.0,45.89,45.905 [EPSG:4326]",
        OUTPUT=str(tmp_path / "lst.tif"),
    )
    assert run.code == 0, run.stderr
    assert run.results["METHOD_USED"] == "local"
    assert run.results["SAMPLE_COUNT"] > 100
    item = json.loads((tmp_path / "lst.json").read_text())
    assert item["properties"]["proj:shape"] == [173, 163]
