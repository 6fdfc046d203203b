"""What `import sentinel_toolkit as st` gives is what the real qgis_process gives, byte for byte; layers go both ways."""

import json
import sqlite3

import numpy as np
import pytest
import rasterio

import sentinel_toolkit as st

pytestmark = pytest.mark.campaign

BOX = (17.99, 45.89, 18.01, 45.9)
EXTENT = "17.99,18.01,45.89,45.9 [EPSG:4326]"
NUMBERS = ("mean", "median", "min", "max", "std", "p10", "p90", "count", "valid_percent", "smoothed")
SQUARE = [[17.99, 45.89], [18.01, 45.89], [18.01, 45.9], [17.99, 45.9], [17.99, 45.89]]


def test_a_layer_that_qgis_wrote_opens_as_scenes(scenes, sample):
    found = st.Scenes.from_file(scenes)
    known = st.search("sentinel-2-l2a", start="2015", end="2026", folder=sample, progress=False)
    assert found.ids == known.ids
    assert list(map(json.loads, found["scene"])) == list(map(json.loads, known["scene"]))
    for name in ("tile", "cloud", "datetime", "relative_orbit", "baseline"):
        assert found[name].astype(str).tolist() == known[name].astype(str).tolist()
    assert found["datetime"].dtype == known["datetime"].dtype
    again = st.Scenes.from_file(f"{scenes}|layername=scenes")
    assert again.ids == known.ids


def test_a_layer_that_python_wrote_opens_in_qgis(qgis_process, scenes, tmp_path):
    layer = st.Scenes.from_file(scenes).newest(4).to_file(tmp_path / "newest.gpkg")
    run = qgis_process("scene_statistics", INPUT=layer, OUTPUT=str(tmp_path / "months.csv"))
    assert run.code == 0, run.stderr
    assert run.results["SCENES"] == 4
    assert "scenes" in (tmp_path / "months.csv").read_text().splitlines()[0]


@pytest.mark.parametrize("method", ["median", "max_ndvi"])
def test_a_composite_has_the_bytes_of_qgis(qgis_process, scenes, tmp_path, method):
    bands = ["B04", "B08"]
    run = qgis_process(
        "median_composite",
        INPUT=scenes,
        EXTENT=EXTENT,
        BANDS=",".join(bands),
        METHOD=method,
        OUTPUT=str(tmp_path / "qgis.tif"),
    )
    assert run.code == 0, run.stderr
    there = {"bands": bands, "method": method, "progress": False}
    image = st.composite(st.Scenes.from_file(scenes), BOX, **there)
    st.composite(st.Scenes.from_file(scenes), BOX, out=tmp_path / "python.tif", **there)
    assert (tmp_path / "python.tif").read_bytes() == (tmp_path / "qgis.tif").read_bytes()
    assert (tmp_path / "python.qml").read_bytes() == (tmp_path / "qgis.qml").read_bytes()
    with rasterio.open(tmp_path / "qgis.tif") as raster:
        *values, counts = raster.read()
        assert raster.transform == image.odc.geobox.transform
    coded = np.where(np.isnan(image), -32768, np.rint(image * 10_000)).astype(np.int16)
    assert coded.tobytes() == np.array(values).tobytes()
    assert image.observations.values.tobytes() == counts.tobytes()


def test_a_time_series_has_the_numbers_of_qgis(qgis_process, scenes, polygon, tmp_path):
    zones, table = polygon(SQUARE), tmp_path / "series.gpkg"
    run = qgis_process("index_time_series", INPUT=scenes, ZONES=zones, SMOOTHING="whittaker", OUTPUT=str(table))
    assert run.code == 0, run.stderr
    ours = st.time_series(st.Scenes.from_file(scenes), zones, smoothing="whittaker", progress=False)
    with sqlite3.connect(table) as database:
        (name,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        rows = database.execute(f'SELECT date, {", ".join(NUMBERS)} FROM "{name}" ORDER BY fid').fetchall()
    assert [row[0][:10] for row in rows] == [day.strftime("%Y-%m-%d") for day in ours["date"]]
    theirs = np.array([row[1:] for row in rows], float)
    assert theirs.tobytes() == ours[list(NUMBERS)].to_numpy(float).tobytes()
