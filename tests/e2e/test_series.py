"""Sentinel-3, animations and zonal series through the real qgis_process."""

import csv
import json
import subprocess

import pytest
from layer_groups import layers_of

CAMPAIGN = pytest.mark.campaign
SQUARE = [[17.99, 45.89], [18.01, 45.89], [18.01, 45.9], [17.99, 45.9], [17.99, 45.89]]


@pytest.fixture(scope="module")
def swaths(qgis_process, sample, tmp_path_factory):
    output = tmp_path_factory.mktemp("swaths") / "passes.gpkg"
    run = qgis_process(
        "search_scenes", SOURCE="folder", FOLDER=str(sample), PRODUCT="sentinel-3-lst", OUTPUT=str(output)
    )
    assert run.code == 0, run.stderr
    assert run.results["COUNT"] == 1
    return str(output)


def test_sentinel_3_is_found_and_imported(qgis_process, swaths, tmp_path):
    run = qgis_process("import_sentinel3", INPUT=swaths, OUTPUT=str(tmp_path / "lst.tif"))
    assert run.code == 0, run.stderr
    assert (run.results["IS_DAY"], run.results["COUNT"]) == (True, 1)
    assert run.results["VALID_PERCENT"] > 99
    run = qgis_process("import_sentinel3", INPUT=swaths, OUTPUT_FOLDER=str(tmp_path / "passes"))
    assert run.code == 0, run.stderr
    ((name, is_valid, is_active, _, begin, end, renderer, group),) = layers_of(
        tmp_path / "passes" / "passes.qlr", tmp_path
    )
    assert (name, is_valid, is_active, renderer) == (
        "LST, NDVI, S3A_20220615T092811",
        True,
        True,
        "singlebandpseudocolor",
    )
    assert (begin, end, group) == ("2022-06-15 00:00 UTC", "2022-06-15 23:59 UTC", "LST, NDVI, 2022-06-15")


@pytest.mark.parametrize("suffix", ["gif", "mp4", *(pytest.param(each, marks=CAMPAIGN) for each in ("webp", "png"))])
def test_an_animation_in_every_format(qgis_process, scenes, tmp_path, suffix):
    run = qgis_process(
        "ndvi_animation",
        INPUT=scenes,
        EXTENT="17.99,18.01,45.89,45.9 [EPSG:4326]",
        WIDTH=400,
        HEIGHT=300,
        OUTPUT=str(tmp_path / f"a.{suffix}"),
    )
    assert run.code == 0, run.stderr
    assert run.results["FRAMES"] + run.results["LEFT_OUT"] == 7
    assert [path.name for path in tmp_path.iterdir()] == [f"a.{suffix}"]


def test_frames_are_layers_with_times_that_last(qgis_process, scenes, polygon, tmp_path):
    run = qgis_process(
        "ndvi_animation",
        INPUT=scenes,
        AOI=polygon(SQUARE),
        TITLE="Fields",
        MIN_VALID=0,
        OUTPUT=str(tmp_path / "a.gif"),
        FRAMES_FOLDER=str(tmp_path / "frames"),
        PICTURES_FOLDER=str(tmp_path / "pictures"),
        TABLE=str(tmp_path / "means.csv"),
    )
    assert run.code == 0, run.stderr
    frames = run.results["FRAMES"]
    with open(run.results["TABLE"], encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert list(rows[0]) == ["date", "mean", "median", "p10", "p90", "valid_percent"]
    found = layers_of(tmp_path / "frames" / "frames.qlr", tmp_path)
    assert len(found) == len(rows) == len(list((tmp_path / "pictures").iterdir())) == frames
    for row, (name, is_valid, is_active, mode, begin, end, renderer, group) in zip(rows, found, strict=True):
        day = row["date"]
        assert name == f"NDVI, {day}"
        assert (is_valid, is_active, renderer, group) == (True, True, "singlebandpseudocolor", "Fields")
        assert mode in ("ModeFixedTemporalRange", "FixedTemporalRange")
        assert (begin, end) == (f"{day} 00:00 UTC", f"{day} 23:59 UTC")


@pytest.mark.campaign
def test_frames_can_be_animated_again(qgis_process, scenes, tmp_path):
    """The rasters of one run are RASTERS, or a folder, of another."""
    extent = {"EXTENT": "17.99,18.01,45.89,45.9 [EPSG:4326]", "WIDTH": 300, "HEIGHT": 300}
    first = qgis_process(
        "ndvi_animation", INPUT=scenes, OUTPUT=str(tmp_path / "a.gif"), FRAMES_FOLDER=str(tmp_path / "frames"), **extent
    )
    assert first.code == 0, first.stderr
    rasters = sorted(str(path) for path in (tmp_path / "frames").glob("*.tif"))
    for source in ({"RASTERS": rasters}, {"RASTER_FOLDER": str(tmp_path / "frames")}):
        again = qgis_process("ndvi_animation", OUTPUT=str(tmp_path / "b.gif"), WIDTH=300, HEIGHT=300, **source)
        assert again.code == 0, again.stderr
        assert again.results["FRAMES"] == first.results["FRAMES"]


def test_a_table_and_a_chart_of_zones(qgis_process, scenes, polygon, tmp_path):
    run = qgis_process(
        "index_time_series",
        INPUT=scenes,
        ZONES=polygon(SQUARE),
        SMOOTHING="whittaker",
        OUTPUT=str(tmp_path / "series.csv"),
        OUTPUT_HTML=str(tmp_path / "series.html"),
    )
    assert run.code == 0, run.stderr
    with open(run.results["OUTPUT"], encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 7
    assert "<svg" in (tmp_path / "series.html").read_text("utf-8")


@pytest.mark.campaign
def test_zones_equal_those_of_qgis_on_whole_pixels(qgis_process, scenes, tmp_path):
    """Along pixel edges QGIS's own zonal statistics, which take whole pixels, must find the same."""
    frames = tmp_path / "frames"
    run = qgis_process(
        "ndvi_animation", INPUT=scenes, RESOLUTION=10, OUTPUT=str(tmp_path / "a.gif"), FRAMES_FOLDER=str(frames)
    )
    assert run.code == 0, run.stderr
    raster = sorted(frames.glob("*.tif"))[-1]
    import rasterio

    with rasterio.open(raster) as dataset:
        left, top = dataset.transform @ (100, 120)
        right, bottom = dataset.transform @ (141, 150)
        epsg = dataset.crs.to_epsg()
    zone = tmp_path / "zone.geojson"
    ring = [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    zone.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}))
    ours = qgis_process("index_time_series", RASTERS=[str(raster)], ZONES=str(zone), OUTPUT=str(tmp_path / "s.csv"))
    assert ours.code == 0, ours.stderr
    theirs = qgis_process(
        "native:zonalstatisticsfb",
        INPUT=str(zone),
        INPUT_RASTER=str(raster),
        STATISTICS=[0, 2, 3, 4, 5, 6],
        OUTPUT=str(tmp_path / "q.csv"),
    )
    assert theirs.code == 0, theirs.stderr
    (our,), (their,) = (
        list(csv.DictReader((tmp_path / name).read_text("utf-8").splitlines())) for name in ("s.csv", "q.csv")
    )
    for name, column in {"mean": "_mean", "median": "_median", "std": "_stdev", "min": "_min", "max": "_max"}.items():
        assert float(our[name]) == pytest.approx(float(their[column]), abs=1e-6), name
    assert float(our["count"]) == pytest.approx(float(their["_count"]))


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({}, "None of INPUT, RASTERS, RASTER_FOLDER is given."),
        ({"RASTER_FOLDER": "nowhere"}, "is no folder"),
        ({"RASTER_FOLDER": ".", "OUTPUT": "a.avi"}, "the suffix '.avi' does not fit"),
        ({"RASTER_FOLDER": ".", "COLOUR_RAMP": "rainbowish"}, ""),
    ],
)
def test_bad_inputs_are_told_in_words(qgis_process, tmp_path, inputs, words):
    run = qgis_process("ndvi_animation", **{"OUTPUT": str(tmp_path / "a.gif"), **inputs})
    assert run.code == 1
    assert words in run.stderr + run.stdout
    assert "Traceback" not in run.stderr + run.stdout
    assert not list(tmp_path.iterdir())


def square_layer(path, geometry="MultiPolygon", wkt=None):
    """Write one polygon as a GeoPackage, through QGIS's own Python."""
    script = (
        "import sys; from osgeo import ogr, osr; s = osr.SpatialReference(); s.ImportFromEPSG(4326);"
        "s.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER);"
        "d = ogr.GetDriverByName('GPKG').CreateDataSource(sys.argv[1]);"
        "l = d.CreateLayer('zones', s, getattr(ogr, 'wkb' + sys.argv[3]));"
        "f = ogr.Feature(l.GetLayerDefn()); f.SetGeometry(ogr.CreateGeometryFromWkt(sys.argv[2])); l.CreateFeature(f)"
    )
    wkt = wkt or f"MULTIPOLYGON((({', '.join(f'{x} {y}' for x, y in SQUARE)})))"
    subprocess.run(["/usr/bin/python3", "-c", script, str(path), wkt, geometry], check=True, timeout=60)
    return str(path)


@pytest.mark.parametrize("job", ["ndvi_animation", "index_time_series"])
def test_no_input_is_lost_to_a_table(qgis_process, scenes, tmp_path, job):
    """A table that would replace the layer that it is made of is refused before the work."""
    layer = square_layer(tmp_path / "zones.gpkg")
    before = (tmp_path / "zones.gpkg").read_bytes()
    if job == "ndvi_animation":
        more = {"AOI": layer, "TABLE": layer, "OUTPUT": str(tmp_path / "a.gif")}
    else:
        more = {"ZONES": layer, "OUTPUT": layer}
    run = qgis_process(job, INPUT=scenes, **more)
    assert run.code == 1
    assert "is the file of" in run.stderr
    assert (tmp_path / "zones.gpkg").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["zones.gpkg"]


def test_a_table_in_the_database_of_an_input_takes_another_name(qgis_process, scenes, tmp_path):
    """What "Save to GeoPackage" of the dialogs gives."""
    layer = square_layer(tmp_path / "zones.gpkg")
    runs = {}
    for table in ("zones", "series"):
        target = f"ogr:dbname='{layer}' table=\"{table}\" (geom)"
        runs[table] = qgis_process("index_time_series", INPUT=scenes, ZONES=f"{layer}|layername=zones", OUTPUT=target)
    assert runs["zones"].code == 1
    assert "is the file of ZONES" in runs["zones"].stderr
    assert runs["series"].code == 0, runs["series"].stderr


def test_curved_zones_are_zones(qgis_process, scenes, tmp_path):
    circle = "CURVEPOLYGON(CIRCULARSTRING(17.995 45.895, 18 45.9, 18.005 45.895, 18 45.89, 17.995 45.895))"
    zones = square_layer(tmp_path / "zones.gpkg", "CurvePolygon", circle)
    run = qgis_process("index_time_series", INPUT=scenes, ZONES=zones, OUTPUT=str(tmp_path / "s.csv"))
    assert run.code == 0, run.stderr


def test_a_table_that_cannot_be_written_is_said_before_the_work(qgis_process, scenes, tmp_path):
    run = qgis_process("ndvi_animation", INPUT=scenes, OUTPUT=str(tmp_path / "a.gif"), TABLE="/proc/nowhere/table.csv")
    assert run.code == 1
    assert "TABLE cannot be written" in run.stderr
    assert not list(tmp_path.iterdir())


def test_pairs_are_found_ranked_and_taken_by_the_download(qgis_process, scenes, swaths, tmp_path):
    run = qgis_process("find_scene_pairs", FINE=scenes, COARSE=swaths, OUTPUT=str(tmp_path / "pairs.gpkg"))
    assert run.code == 0, run.stderr
    assert run.results["COUNT"] == 2  # the two tiles of the sample's day
    assert (tmp_path / "pairs.qml").exists()
    fetched = qgis_process(
        "download_scenes",
        INPUT=run.results["OUTPUT"],
        ASSETS="B04,LST",
        OUTPUT_FOLDER=str(tmp_path / "files"),
        SCENES=str(tmp_path / "local.gpkg"),
        OUTPUT=str(tmp_path / "rows.csv"),
    )
    assert fetched.code == 0, fetched.stderr
    assert fetched.results["FAILED"] == 0
