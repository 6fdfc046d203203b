"""What a user sees of results: telling names, new layers on top, footprints off, times that play."""

import json

import pytest
from qgis.core import Qgis, QgsDateTimeRange, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt
from test_open_results import write_raster

from sentinel_toolkit.processing import layer_names, on_the_map
from sentinel_toolkit.processing.layer_names import Span
from sentinel_toolkit.processing.ready_models import MODELS


@pytest.fixture
def project(qgis_app):
    return QgsProject()


@pytest.mark.parametrize(
    ("times", "text"),
    [
        (("2022-06-15T09:28:11.000Z", "2022-06-15T09:31:00.000Z"), "2022-06-15 09:28"),
        (("2022-06-15T09:28:11.000Z", "2022-06-15T21:31:00.000Z"), "2022-06-15"),
        (("2022-06-15", "2022-06-15"), "2022-06-15"),
        (("2023-08-20", "2023-08-10"), "Aug 2023"),
        (("2023-06-01T10:00:00Z", "2023-08-30T10:00:00Z"), "Jun–Aug 2023"),
        (("2022-12-01", "2023-02-28"), "Dec 2022–Feb 2023"),
        (("", ""), ""),
        (("someday",), ""),
    ],
)
def test_times_in_words(qgis_app, times, text):
    assert Span.of(times).text() == text


def test_a_name_tells_what_when_and_where():
    assert layer_names.layer_name("NDVI median", Span("2023-06-01", "2023-08-30"), "Zagreb") == (
        "NDVI median, Jun–Aug 2023, Zagreb"
    )
    assert layer_names.layer_name("Scenes", Span(), "") == "Scenes"
    assert layer_names.place_name("/data/Zagreb.gpkg") == "Zagreb"


def test_the_ids_of_ready_models_are_known(provider):
    own = {own for model in MODELS for step in model(provider).steps() for own, _ in step.results.values()}
    assert own == set(layer_names.IDS_OF_READY_OUTPUTS)


@pytest.mark.parametrize(("given", "named"), [("Composite", True), ("composite", True), ("My own", False)])
def test_a_composite_is_called_by_its_index_time_and_place(provider, layer, project, tmp_path, given, named):
    context = QgsProcessingContext()
    context.setProject(project)
    area = layer("POLYGON((15 45, 16 45, 16 46, 15 45))", name="Zagreb")
    project.addMapLayer(area)
    path = write_raster(tmp_path / "o.tif")
    times = {"start_datetime": "2023-06-03T10:00:00.000Z", "end_datetime": "2023-08-30T10:00:00.000Z"}
    (tmp_path / "o.json").write_text(json.dumps({"properties": {"datetime": None, **times}}))
    details = QgsProcessingContext.LayerDetails(given, project, "OUTPUT")
    context.addLayerToLoadOnCompletion(path, details)
    parameters = {"INDEX": "NDVI", "METHOD": "median", "AOI": area.id()}
    algorithm = provider.algorithm("median_composite").create()
    algorithm.read_in_main_thread(parameters, context, QgsProcessingFeedback())
    algorithm.load_raster("OUTPUT", path, parameters, context)
    name = context.layerToLoadOnCompletionDetails(path).name
    assert name == ("NDVI median, Jun–Aug 2023, Zagreb" if named else "My own")
    context.setProject(None)


def test_new_layers_come_on_top_and_footprints_go(project, layer, tmp_path):
    from qgis.core import QgsRasterLayer

    root = project.layerTreeRoot()
    base = layer("POLYGON((0 0, 9 0, 9 9, 0 0))", name="Basemap")
    scenes = QgsVectorLayer("Polygon?crs=EPSG:4326&field=scene:string", "Scenes", "memory")
    rasters = [QgsRasterLayer(write_raster(tmp_path / f"{name}.tif"), name) for name in ("first", "second")]
    group = root.addGroup("selected by chance")
    for each in (base, scenes):
        project.addMapLayer(each)
    for each in rasters:
        project.addMapLayer(each, False)
        group.addLayer(each)
    on_the_map.show_layers(rasters, project)
    assert [node.name() for node in root.children()][:2] == ["first", "second"]
    assert len(project.mapLayers()) == 4
    assert not root.findLayer(scenes.id()).isVisible()
    assert root.findLayer(base.id()).isVisible()
    on_the_map.show_layers([scenes], project)
    assert root.children()[0].name() == "Scenes"


def test_results_stay_in_the_group_that_the_user_chose_for_them(project, tmp_path):
    from qgis.core import QgsRasterLayer, QgsSettings

    group = project.layerTreeRoot().addGroup("Results")
    rasters = [QgsRasterLayer(write_raster(tmp_path / f"{name}.tif"), name) for name in ("old", "new")]
    for each in rasters:
        project.addMapLayer(each, False)
        group.addLayer(each)
    QgsSettings().setValue(on_the_map.RESULTS_GROUP, "Results")
    try:
        on_the_map.show_layers(rasters[1:], project)
    finally:
        QgsSettings().remove(on_the_map.RESULTS_GROUP)
    assert [node.name() for node in group.children()] == ["new", "old"]


@pytest.mark.parametrize(
    ("spans", "unit", "duration"),
    [
        ([("2023-06-01", "2023-06-30"), ("2023-07-01", "2023-07-31")], "Months", 1),
        ([("2023-01-01", "2023-03-31"), ("2023-07-01", "2023-09-30")], "Months", 3),
        ([("2023-01-01", "2023-12-31")], "Months", 12),
        ([("2023-08-01", "2023-08-10"), ("2023-08-11", "2023-08-20")], "IrregularStep", 1),
        ([("2023-08-10", "2023-08-10"), ("2023-08-13", "2023-08-13")], "IrregularStep", 1),
    ],
)
def test_the_step_from_layer_to_layer(spans, unit, duration):
    ranges = [
        QgsDateTimeRange(*(QDateTime.fromString(f"{day}T{time}Z", Qt.DateFormat.ISODate) for day, time in ends))
        for ends in [zip(span, ("00:00:00", "23:59:59"), strict=True) for span in spans]
    ]
    step = on_the_map.step_of(ranges)
    assert (step.originalUnit(), step.originalDuration()) == (getattr(Qgis.TemporalUnit, unit), duration)
