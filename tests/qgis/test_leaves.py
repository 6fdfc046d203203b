"""Leaves: parameters → request, without running anything."""

import json
import os
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import DEFAULT_MASK_CLASSES
from sentinel_toolkit.processing import tables
from sentinel_toolkit.processing.values import misspelt

FIELDS = tables.fields_of(tables.SCENES)
SQUARE = "Polygon((15 45, 16 45, 16 46, 15 46, 15 45))"


@pytest.fixture
def ask(provider, tmp_path):
    """Return a function: job, parameters → request, with the defaults filled in as QGIS does."""

    def request(job, project=None, **parameters):
        algorithm = provider.algorithm(job).create()
        context = QgsProcessingContext()
        if project is not None:
            context.setProject(project)
        for definition in algorithm.parameterDefinitions():
            if definition.name() not in parameters and definition.defaultValue() is not None:
                parameters[definition.name()] = definition.defaultValue()
        parameters.setdefault(
            "OUTPUT", str(tmp_path / "out.tif") if job in ("median_composite", "stack_bands") else "memory:"
        )
        assert algorithm.prepareAlgorithm(parameters, context, QgsProcessingFeedback())
        return algorithm.request(parameters, context, str(tmp_path))

    return request


@pytest.fixture
def scenes():
    """Return a scenes layer of two features."""
    made = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "scenes", "memory")
    made.dataProvider().addAttributes(FIELDS.toList())
    made.updateFields()
    row = {field.name(): None for field in FIELDS}
    rows = [{**row, "id": name, "scene": json.dumps({"id": name}), "geometry": SQUARE} for name in ("a", "b")]
    made.dataProvider().addFeatures([tables.feature_of(tables.SCENES, row, FIELDS) for row in rows])
    return made


def rows_written(path):
    return [json.loads(line) for line in Path(path).read_text().splitlines()]


def test_download_takes_scenes_with_what_a_search_found(ask, scenes, tmp_path):
    request = ask("download_scenes", INPUT=scenes, ASSETS=" B04, SCL ", OUTPUT_FOLDER=str(tmp_path / "p"))
    assert request.assets == ("B04", "SCL")
    assert request.connections == 4
    assert request.timeout_s == 60
    assert request.output_folder == str(tmp_path / "p")
    rows = rows_written(request.scenes_path)
    assert [json.loads(row["scene"])["id"] for row in rows] == ["a", "b"]
    assert set(rows[0]) == {"scene", "local_time", "day_night", "coverage", "pass_coverage", "clear"}


def table(*rows, **columns):
    """Return a table without geometry."""
    made = QgsVectorLayer("None", "table", "memory")
    made.dataProvider().addAttributes([QgsField(name, QMetaType.Type.QString) for name in columns])
    made.updateFields()
    for values in (tuple(columns.values()), *rows):
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(values))
        made.dataProvider().addFeature(feature)
    return made


def test_download_takes_the_table_of_an_earlier_run(ask, tmp_path):
    earlier = table(
        ("a", "B08", "p", "downloaded", None), scene_id="a", asset="B04", path="", status="failed", scene="{}"
    )
    request = ask("download_scenes", INPUT=earlier, OUTPUT_FOLDER=str(tmp_path / "p"))
    assert rows_written(request.scenes_path) == [
        {"scene": "{}", "scene_id": "a", "asset": "B04", "path": "", "status": "failed"},
        {"scene": None, "scene_id": "a", "asset": "B08", "path": "p", "status": "downloaded"},
    ]


def test_download_takes_pairs_and_ignores_a_status_of_the_users_own(ask, tmp_path):
    pairs = table(fine_scene="{1}", coarse_scene="{2}", status="checked")
    request = ask("download_scenes", INPUT=pairs, OUTPUT_FOLDER=str(tmp_path / "p"))
    assert rows_written(request.scenes_path) == [{"fine_scene": "{1}", "coarse_scene": "{2}"}]


def test_download_refuses_an_unrelated_layer(ask, layer, tmp_path):
    with pytest.raises(InvalidRequestError, match="has no column “scene”"):
        ask("download_scenes", INPUT=layer(SQUARE), OUTPUT_FOLDER=str(tmp_path / "p"))


def test_search_by_polygon_layer(ask, layer):
    request = ask(
        "search_scenes", AOI=layer(SQUARE), START="2023-05-01", END="2023-06-01", MAX_CLOUD=20, TILES="33TWL, 33TXL"
    )
    assert (request.source, request.start, request.end) == ("earth_search", "2023-05-01", "2023-06-01")
    assert request.aoi_crs == "EPSG:4326"
    assert request.clip
    assert request.tiles == ("33TWL", "33TXL")
    assert request.max_cloud_percent == 20


def test_selected_features_alone(ask, layer):
    area = layer(SQUARE, "Polygon((100 0, 101 0, 101 1, 100 1, 100 0))")
    area.selectByIds([2])
    QgsProject.instance().addMapLayer(area, False)
    chosen = QgsProcessingFeatureSourceDefinition(area.id(), selectedFeaturesOnly=True)
    request = ask("search_scenes", QgsProject.instance(), AOI=chosen, START="2023-05-01", END="2023-06-01")
    assert "100 0" in request.aoi_wkt
    assert "15 45" not in request.aoi_wkt
    QgsProject.instance().removeMapLayer(area.id())


def test_self_crossing_polygon_is_repaired(ask, layer):
    request = ask(
        "search_scenes", AOI=layer("Polygon((0 0, 2 2, 2 0, 0 2, 0 0))"), START="2023-05-01", END="2023-06-01"
    )
    assert request.aoi_wkt.startswith("MultiPolygon")


def test_custom_crs_goes_as_wkt2(ask, layer):
    area = layer("Polygon((0 0, 1 0, 1 1, 0 0))")
    area.setCrs(QgsCoordinateReferenceSystem("PROJ:+proj=laea +lat_0=45 +lon_0=15"))
    request = ask("search_scenes", AOI=area, START="2023-05-01", END="2023-06-01")
    assert request.aoi_crs.startswith("PROJCRS[")


def test_extent_with_its_crs(ask):
    request = ask("median_composite", INPUT=scenes_of_nothing(), EXTENT="571980,607980,5051400,5087400 [EPSG:32633]")
    assert request.aoi_crs == "EPSG:32633"
    assert not request.clip
    assert "571980" in request.aoi_wkt


def test_extent_takes_the_projects_crs(ask):
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert ask("median_composite", project, INPUT=scenes_of_nothing(), EXTENT="0,1,0,1").aoi_crs == "EPSG:3857"


def scenes_of_nothing():
    made = QgsVectorLayer("None", "scenes", "memory")
    made.dataProvider().addAttributes(FIELDS.toList())
    made.updateFields()
    return made


@pytest.mark.parametrize(
    ("area", "words"),
    [
        (
            {"EXTENT": "15,16,45,46"},
            "EXTENT 15,16,45,46 has no CRS. Write it in brackets, e.g. 15,16,45,46 [EPSG:4326], or give the project one.",
        ),
        ({}, "No area is given"),
    ],
)
def test_area_that_says_too_little_is_refused(ask, area, words):
    with pytest.raises(InvalidRequestError) as caught:
        ask("search_scenes", START="2023-05-01", END="2023-06-01", **area)
    assert words in str(caught.value)


def test_layers_without_area_or_crs_are_refused(ask, layer):
    dates = {"START": "2023-05-01", "END": "2023-06-01"}
    with pytest.raises(InvalidRequestError, match="'empty' holds no polygon"):
        ask("search_scenes", AOI=layer(name="empty"), **dates)
    nowhere = layer(SQUARE, name="nowhere")
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(InvalidRequestError, match="'nowhere' has no CRS"):
        ask("search_scenes", AOI=nowhere, **dates)


@pytest.mark.parametrize("area", ["gone", QgsProcessingFeatureSourceDefinition("gone", True)])
def test_area_that_is_gone_is_not_taken_for_everywhere(ask, area):
    with pytest.raises(InvalidRequestError, match="The layer of AOI is not there"):
        ask("search_scenes", AOI=area, START="2023-05-01", END="2023-06-01")


@pytest.mark.parametrize("target", ["/tmp/a.shp", "/tmp/a.dbf", "/tmp/a.csv", "/tmp/a"])
def test_formats_that_cannot_hold_a_scene_are_refused(ask, layer, target):
    with pytest.raises(InvalidRequestError, match="does not fit. Use .gpkg or .geojson or .fgb"):
        ask("search_scenes", AOI=layer(SQUARE), START="2023-05-01", END="2023-06-01", OUTPUT=target)


def test_destination_definition_is_looked_through(ask, layer):
    target = QgsProcessingOutputLayerDefinition("/tmp/a.shp")
    with pytest.raises(InvalidRequestError, match="'/tmp/a.shp'"):
        ask("search_scenes", AOI=layer(SQUARE), START="2023-05-01", END="2023-06-01", OUTPUT=target)
    ask("search_scenes", AOI=layer(SQUARE), START="2023-05-01", END="2023-06-01", OUTPUT=QgsProcessing.TEMPORARY_OUTPUT)


def test_composite_takes_any_part_of_a_scenes_layer(ask, scenes, tmp_path):
    request = ask("median_composite", INPUT=scenes)
    assert [json.loads(line)["id"] for line in Path(request.scenes_path).read_text().splitlines()] == ["a", "b"]
    assert request.bands == ("B02", "B03", "B04", "B08")
    assert request.mask_classes == DEFAULT_MASK_CLASSES
    assert (request.method, request.offset, request.resolution_m, request.crs) == ("median", "auto", 10.0, "")
    repeat = json.loads(request.repeat_with)["inputs"]
    assert repeat["METHOD"] == "median", "with its defaults: a later version may have others"


def test_a_series_goes_to_a_folder_or_to_a_bucket(ask, scenes, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    request = ask("composite_series", INPUT=scenes, OUTPUT_FOLDER="out")
    assert (request.output_folder, request.extras) == (str(tmp_path / "out"), ())
    request = ask("composite_series", INPUT=scenes, OUTPUT_FOLDER="s3://maps/europe")
    assert (request.output_folder, request.extras) == ("s3://maps/europe", ("objects",))
    assert json.loads(request.repeat_with)["inputs"]["OUTPUT_FOLDER"] == "s3://maps/europe"


@pytest.mark.parametrize("folder", ["s3://", "s3:/maps/europe", "gs://maps/europe", "s3://me:secret@maps/europe"])
def test_a_bucket_that_is_none_is_refused_in_the_dialog(provider, scenes, folder):
    algorithm = provider.algorithm("composite_series").create()
    given = {"INPUT": scenes, "OUTPUT_FOLDER": folder}
    ok, message = algorithm.checkParameterValues(given, QgsProcessingContext())
    assert not ok
    assert message.startswith("OUTPUT_FOLDER ")
    assert "secret" not in message.replace("AWS_SECRET_ACCESS_KEY", "")


def test_repeating_means_the_same_from_any_folder(ask, scenes, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(scenes, "scenes.gpkg", QgsCoordinateTransformContext(), options)
    (tmp_path / "B04").mkdir()
    temporary = ask("median_composite", INPUT="scenes.gpkg", OUTPUT=QgsProcessing.TEMPORARY_OUTPUT)
    assert json.loads(temporary.repeat_with)["inputs"]["OUTPUT"] == QgsProcessing.TEMPORARY_OUTPUT
    request = ask("median_composite", INPUT="scenes.gpkg", OUTPUT="out.tif", BANDS="B04")
    inputs = json.loads(request.repeat_with)["inputs"]
    assert inputs["INPUT"] == str(tmp_path / "scenes.gpkg")
    assert inputs["BANDS"] == "B04", "what is no path stays, whatever lies in the folder"
    assert inputs["OUTPUT"] == str(tmp_path / "out.tif")


def test_composite_options_reach_the_request(ask, scenes):
    request = ask(
        "median_composite",
        INPUT=scenes,
        BANDS="all",
        MASK_CLASSES=["cloud_high", "snow"],
        GROW_MASK=60,
        OFFSET="none",
        CRS="EPSG:3035",
        RESOLUTION=100,
        MEMORY_LIMIT=512,
    )
    assert len(request.bands) == 12
    assert (request.mask_classes, request.grow_mask_m, request.offset) == (("cloud_high", "snow"), 60.0, "none")
    assert (request.crs, request.resolution_m, request.memory_limit_mb) == ("EPSG:3035", 100.0, 512)


@pytest.mark.parametrize("output", ["/tmp/a.png", "/tmp/a"])
def test_raster_of_another_format_is_refused(ask, scenes, output):
    with pytest.raises(InvalidRequestError, match="OUTPUT"):
        ask("median_composite", INPUT=scenes, OUTPUT=output)


def test_unrelated_layer_is_refused(ask, layer):
    with pytest.raises(InvalidRequestError, match="'roads' has no column “scene”"):
        ask("median_composite", INPUT=layer(SQUARE, name="roads"))


def test_stack_has_defaults_of_its_own(ask, scenes, tmp_path):
    request = ask("stack_bands", INPUT=scenes, PICTURE=str(tmp_path / "p.png"))
    assert request.bands == ("B04", "B03", "B02")
    assert request.mask_classes == ("none",)
    assert request.picture.endswith("p.png")


def test_a_row_becomes_a_feature(provider):
    row = {field.name(): None for field in FIELDS}
    row.update(
        id="a", datetime="2023-08-15T09:58:11.662000Z", cloud=1.5, relative_orbit=79, online=True, geometry=SQUARE
    )
    feature = tables.feature_of(tables.SCENES, row, FIELDS)
    assert isinstance(feature, QgsFeature)
    assert feature["datetime"].toUTC().toString("yyyy-MM-dd HH:mm:ss.zzz") == "2023-08-15 09:58:11.662"
    assert (feature["cloud"], feature["relative_orbit"], feature["online"]) == (1.5, 79, True)
    assert feature["clear"] in (None, NULL)
    assert feature.geometry().isMultipart()


@pytest.mark.parametrize(
    ("job", "parameters", "words"),
    [
        (
            "search_scenes",
            {"SOURCE": "earth_search", "EXTENT": "1,2,3,4", "START": "2023-06-02", "END": "2023-06-01"},
            "is after END",
        ),
        ("search_scenes", {"SOURCE": "earth_search", "START": "2023-06-01", "END": "2023-06-02"}, "No area is given"),
        (
            "search_scenes",
            {
                "SOURCE": "earth_search",
                "PRODUCT": "sentinel-3-lst",
                "EXTENT": "1,2,3,4",
                "START": "2023-06-01",
                "END": "2023-06-02",
            },
            "SOURCE earth_search has no sentinel-3-lst",
        ),
        ("download_scenes", {"ASSETS": "B04;B08"}, "ASSETS holds 'B04;B08'"),
        ("download_scenes", {"SCENES": "/tmp/a.shp"}, "'.shp' does not fit"),
        ("download_scenes", {"OUTPUT": "/tmp/a.dbf"}, "'.dbf' does not fit"),
        ("median_composite", {"BANDS": "B99"}, "BANDS holds 'B99'"),
        ("median_composite", {"MASK_CLASSES": ["none", "snow"]}, "none beside others"),
        ("median_composite", {"CRS": "3765"}, "CRS 3765 is unknown. Write it as EPSG:32633."),
        ("stack_bands", {"CRS": "EPSG:999999"}, "CRS EPSG:999999 is unknown"),
        ("stack_bands", {"PICTURE": "/tmp/p.jpg"}, "PICTURE is '/tmp/p.jpg'"),
    ],
)
def test_the_dialog_refuses_before_any_work(provider, scenes, job, parameters, words):
    algorithm = provider.algorithm(job).create()
    filled = {d.name(): d.defaultValue() for d in algorithm.parameterDefinitions() if d.defaultValue() is not None}
    temporary = dict.fromkeys(("OUTPUT", "OUTPUT_FOLDER"), QgsProcessing.TEMPORARY_OUTPUT)
    filled.update({"INPUT": scenes, **temporary, **parameters})
    ok, message = algorithm.checkParameterValues(filled, QgsProcessingContext())
    assert not ok
    assert words in message


@pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes in folders")
@pytest.mark.parametrize(("job", "name"), [("thermal_sharpening", "LST"), ("import_sentinel3", "SEN3")])
def test_a_pipe_is_refused_before_qgis_opens_it(provider, tmp_path, job, name):
    os.mkfifo(tmp_path / "a.tif")
    algorithm = provider.algorithm(job).create()
    for given in (str(tmp_path / "a.tif"), [str(tmp_path / "a.tif")]):
        ok, message = algorithm.checkParameterValues({name: given}, QgsProcessingContext())
        assert not ok
        assert f"{name} is a pipe, no file" in message


@pytest.mark.parametrize("job", ["median_composite", "stack_bands"])
def test_the_dialog_accepts_the_defaults(provider, scenes, job):
    algorithm = provider.algorithm(job).create()
    filled = {d.name(): d.defaultValue() for d in algorithm.parameterDefinitions() if d.defaultValue() is not None}
    filled.update({"INPUT": scenes, "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT})
    assert algorithm.checkParameterValues(filled, QgsProcessingContext()) == (True, "")


def test_a_misspelt_parameter_is_said():
    found = list(misspelt({"TILE": "33TWL", "INPUT": "a", "NOTHING_LIKE_IT": 1}, ["INPUT", "TILES"]))
    assert found == [
        "There is no parameter TILE; it is ignored. Did you mean TILES?",
        "There is no parameter NOTHING_LIKE_IT; it is ignored.",
    ]
