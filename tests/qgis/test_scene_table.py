"""The dock's table: tied to its layer both ways, sorted with what is unknown last, and quick with ten thousand rows."""

import time

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from sentinel_toolkit.gui.scene_table import SceneTable
from sentinel_toolkit.gui.time_strip import TimeStrip
from sentinel_toolkit.processing import tables

FIELDS = tables.fields_of(tables.SCENES)


def scenes(count, clouds=None):
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "scenes", "memory")
    layer.dataProvider().addAttributes(FIELDS.toList())
    layer.updateFields()
    features = []
    for number in range(count):
        feature = QgsFeature(FIELDS)
        feature["id"] = f"s{number}"
        feature["datetime"] = QDateTime(QDate(2015, 7, 1).addDays(number), QTime(10, 0, 0), Qt.TimeSpec.UTC)
        feature["cloud"] = clouds[number] if clouds else float(number % 100)
        feature["scene"] = "x" * 8000
        feature.setGeometry(QgsGeometry.fromWkt("MultiPolygon(((15 45, 16 45, 16 46, 15 45)))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.fixture
def table():
    canvas = QgsMapCanvas()
    made = SceneTable(canvas)
    made.canvas = canvas
    yield made
    made.forget()


def shown(table, column):
    model = table.model()
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_unknown_is_last_whichever_way_is_sorted(table):
    table.show_layer(layer := scenes(4, [30.0, None, 5.0, 80.0]))
    table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert shown(table, 3) == ["5.0", "30.0", "80.0", "–"]
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert shown(table, 3) == ["80.0", "30.0", "5.0", "–"]
    assert layer.isValid()


def test_rows_and_footprints_are_selected_together(table):
    table.show_layer(layer := scenes(5))
    ids = sorted(layer.allFeatureIds())
    table.selectRow(0)  # the newest
    assert layer.selectedFeatureIds() == [ids[4]]
    layer.selectByIds([ids[0], ids[1], ids[3]])
    assert sorted(index.row() for index in table.selectionModel().selectedRows()) == [1, 3, 4]


def test_the_selection_stays_when_rows_are_sorted(table):
    table.show_layer(layer := scenes(6, [5.0, 90.0, 10.0, 70.0, 20.0, 60.0]))
    ids = sorted(layer.allFeatureIds())
    layer.selectByIds([ids[1], ids[2]])
    table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    rows = sorted(index.row() for index in table.selectionModel().selectedRows())
    assert [shown(table, 3)[row] for row in rows] == ["10.0", "90.0"]
    assert set(layer.selectedFeatureIds()) == {ids[1], ids[2]}


def test_a_layer_that_goes_leaves_an_empty_table(table):
    layer = scenes(3)
    table.show_layer(layer)
    layer.willBeDeleted.emit()
    assert table.model() is None
    table.select([1])  # nothing to select, and nothing happens


def test_ten_thousand_scenes_are_no_burden(table):
    """Each step takes at most thrice what QGIS takes to hand over the layer's features: a ratio, for machines differ."""
    layer, worst = scenes(10_000), {}
    table.resize(600, 500)

    def timed(name, work):
        started = time.thread_time()  # what this thread works: others may use the machine meanwhile
        work()
        worst[name] = max(worst.get(name, 0), time.thread_time() - started)

    timed("features", lambda: [feature.attributes() for feature in layer.getFeatures()])
    unit = max(worst.pop("features"), 0.05)
    timed("show", lambda: table.show_layer(layer))
    timed("sort", lambda: table.sortByColumn(3, Qt.SortOrder.AscendingOrder))
    timed("select", layer.selectAll)
    timed("dates", lambda: TimeStrip().show_dates(table.model_of_scenes.dates()))
    for row in range(0, 10_000, 250):
        timed("scroll", lambda row=row: (table.verticalScrollBar().setValue(row), table.viewport().repaint()))
    print(f"{unit:.3f} s for the features", worst)
    assert worst.pop("scroll") < unit / 2
    assert max(worst.values()) < 3 * unit, worst


def test_the_strip_finds_the_day_under_the_pointer():
    strip = TimeStrip()
    strip.resize(408, 46)
    strip.show_dates([(1, QDate(2023, 5, 1), 10.0), (2, QDate(2023, 5, 1), None), (3, QDate(2023, 5, 11), 90.0)])
    assert strip._day_at(4) == QDate(2023, 5, 1)
    assert strip._day_at(404) == QDate(2023, 5, 11)
    assert strip._day_at(200) is None
    assert TimeStrip()._day_at(10) is None


def test_a_day_of_unknown_cloud_has_a_ring_not_a_bar():
    drawn = []
    for cloud in (0.0, None):
        strip = TimeStrip()
        strip.resize(408, 46)
        strip.show_dates([(1, QDate(2023, 5, 1), cloud)])
        image, background = strip.grab().toImage(), strip.palette().window().color()
        drawn.append(sum(image.pixelColor(4, y).rgb() != background.rgb() for y in range(30)))
    assert drawn[0] == 30, "a clear day's bar is as high as the strip"
    assert 0 < drawn[1] < 8
