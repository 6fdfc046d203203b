"""Composites of every kind through the real qgis_process."""

import re

import pytest
import rasterio
from layer_groups import layers_of
from servers.buckets import KEY, SECRET, TOKEN, Buckets

SMALL = "17.99,18.01,45.89,45.9 [EPSG:4326]"


def test_series_is_made_once_and_its_group_keeps_times(qgis_process, scenes, tmp_path):
    inputs = {"INPUT": scenes, "EXTENT": SMALL, "RESOLUTION": 20, "PERIOD": "month", "BANDS": "B02,B03,B04"}
    run = qgis_process("composite_series", OUTPUT_FOLDER=str(tmp_path / "out"), **inputs)
    assert run.code == 0, run.stderr
    count = run.results["COUNT"]
    assert count >= 2
    assert run.results["FAILED"] == 0
    again = qgis_process("composite_series", OUTPUT_FOLDER=str(tmp_path / "out"), **inputs)
    assert again.code == 0, again.stderr
    assert f"finished before: {count}" in again.stdout + again.stderr
    moved = tmp_path / "moved"
    (tmp_path / "out").rename(moved)  # references are relative
    rows = layers_of(moved / "composites.qlr", tmp_path)
    assert len(rows) == count
    for name, is_valid, is_active, mode, begin, end, renderer, group in rows:
        assert (is_valid, is_active, renderer, group) == (True, True, "multibandcolor", rows[0][-1]), name
        assert re.fullmatch(r"Composite median, \w{3}( \d{4})?–\w{3} \d{4}", group)
        assert mode in ("ModeFixedTemporalRange", "FixedTemporalRange")
        assert begin == f"{name.removeprefix('Composite, ')}-01 00:00 UTC"
        # The file keeps no "end excluded": a layer that ended at midnight would be seen with the next one, too.
        assert end.endswith(" 23:59 UTC")


@pytest.mark.campaign
def test_series_in_a_bucket(qgis_process, scenes, tmp_path):
    inputs = {"INPUT": scenes, "EXTENT": SMALL, "RESOLUTION": 60, "PERIOD": "year", "BANDS": "B04"}
    local = qgis_process("composite_series", OUTPUT_FOLDER=str(tmp_path / "out"), **inputs)
    with Buckets() as buckets:
        buckets.make("maps")
        inputs["OUTPUT_FOLDER"] = "s3://maps/europe/2023"
        run = qgis_process("composite_series", buckets.variables, **inputs)
        assert run.code == 0, run.stderr
        assert run.results["OUTPUT_FOLDER"] == "s3://maps/europe/2023"
        assert run.results["COUNT"] == local.results["COUNT"]
        again = qgis_process("composite_series", buckets.variables, **inputs)
        assert f"finished before: {run.results['COUNT']}" in again.stdout + again.stderr
        for path in (tmp_path / "out").glob("*.tif"):
            assert buckets.ask("GET", f"maps/europe/2023/{path.name}") == path.read_bytes()
        buckets.rule((".*", 0, 403, "AccessDenied"))
        refused = qgis_process("composite_series", buckets.variables, **inputs)
    assert refused.code == 1
    assert "The keys do not allow that s3://maps/europe/2023 is listed" in refused.stderr
    for done in (run, again, refused):
        for secret in (KEY, SECRET, TOKEN):
            assert secret not in done.stdout + done.stderr


def test_a_folder_of_another_request_is_refused(qgis_process, scenes, tmp_path):
    inputs = {"INPUT": scenes, "EXTENT": SMALL, "RESOLUTION": 60, "PERIOD": "all", "OUTPUT_FOLDER": str(tmp_path)}
    assert qgis_process("composite_series", **inputs).code == 0
    run = qgis_process("composite_series", METHOD="mean", **inputs)
    assert run.code == 1
    assert "OUTPUT_FOLDER holds collection.json of another request (other method)" in run.stderr


@pytest.mark.parametrize(
    ("inputs", "bands"),
    [
        ({"METHOD": "latest", "DATE_BAND": True, "BANDS": "B04,B08"}, ("B04", "B08", "date", "observations")),
        pytest.param(
            {"METHOD": "geomedian", "BANDS": "b4,B8A,b11", "RESOLUTION": 20},
            ("B04", "B8A", "B11", "observations"),
            marks=pytest.mark.campaign,
        ),
        ({"INDEX": "NDMI", "METHOD": "percentile", "PERCENTILE": 90, "MAX_SCENES": 2}, ("NDMI", "observations")),
    ],
)
def test_methods_through_qgis(qgis_process, scenes, tmp_path, inputs, bands):
    run = qgis_process("median_composite", INPUT=scenes, EXTENT=SMALL, OUTPUT=str(tmp_path / "o.tif"), **inputs)
    assert run.code == 0, run.stderr
    with rasterio.open(tmp_path / "o.tif") as dataset:
        assert dataset.descriptions == bands
        assert (dataset.read(1) != -32768).any()


def test_web_picture_through_qgis(qgis_process, scenes, tmp_path):
    run = qgis_process(
        "median_composite",
        INPUT=scenes,
        EXTENT=SMALL,
        OUTPUT=str(tmp_path / "o.tif"),
        OUTPUT_RGB=str(tmp_path / "web.tif"),
    )
    assert run.code == 0, run.stderr
    assert run.results["OUTPUT_RGB"] == str(tmp_path / "web.tif")
    with rasterio.open(tmp_path / "web.tif") as dataset:
        assert (dataset.crs.to_epsg(), dataset.count, dataset.dtypes[0]) == (3857, 3, "uint8")


def test_a_cluster_through_qgis(qgis_process, scenes, tmp_path):
    from cluster import Cluster

    for name, address in (("here", ""), ("there", None)):
        with Cluster(0 if name == "here" else 1) as running:
            run = qgis_process(
                "median_composite",
                INPUT=scenes,
                EXTENT=SMALL,
                BANDS="B04",
                SCHEDULER=running.address if address is None else address,
                OUTPUT=str(tmp_path / f"{name}.tif"),
            )
        assert run.code == 0, run.stderr
    assert (tmp_path / "here.tif").read_bytes() == (tmp_path / "there.tif").read_bytes()
