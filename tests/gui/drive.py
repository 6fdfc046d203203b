"""Runs inside the QGIS desktop (qgis --code): plays a scene as a user would, takes screenshots, writes what it saw.

SENTINEL_TOOLKIT_SCENE names the scene, SENTINEL_TOOLKIT_STAGE the folder for screenshots and ``seen.json``;
SENTINEL_TOOLKIT_THEME one of QGIS's themes, and SENTINEL_TOOLKIT_LOOK a word for the names of the screenshots.
"""

import json
import os
import sys
import threading
import time
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsFeature,
    QgsGeometry,
    QgsInterval,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsExtentWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QListView,
    QPushButton,
    QTextEdit,
    QToolButton,
)
from qgis.utils import iface

STAGE = Path(os.environ["SENTINEL_TOOLKIT_STAGE"])
SAMPLE = os.environ.get("SENTINEL_TOOLKIT_SAMPLE", "")
THEME, LOOK = os.environ.get("SENTINEL_TOOLKIT_THEME", ""), os.environ.get("SENTINEL_TOOLKIT_LOOK", "")
DAY = "2022-06-15"  # on which both satellites pass over the sample
SHARPENED = ("Sharpened temperature", "Uncertainty", "Samples")
seen = {}


def wait(seconds=0.0, until=lambda: False, limit=90):
    """Let QGIS work for some seconds, or until something is so."""
    loop = QEventLoop()
    started = time.monotonic()
    timer = QTimer()
    timer.timeout.connect(
        lambda: loop.quit() if until() or (seconds and time.monotonic() - started > seconds) else None
    )
    timer.start(20)
    QTimer.singleShot(int(1000 * limit), loop.quit)
    loop.exec()
    timer.stop()
    return time.monotonic() - started


def screenshot(name):
    wait(0.4)
    QApplication.primaryScreen().grabWindow(0).save(str(STAGE / f"{name}{LOOK}.png"))


def delayed_s():
    """Return for how long this thread was ready to run and the machine had no processor for it."""
    return int(Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text().split()[1]) / 1e9


def slowness():
    """Return how many times slower this machine is at this moment than a desk's, which adds a million in 0.05 s."""
    started = time.thread_time()
    total = 0
    for number in range(1_000_000):
        total += number
    return max(1.0, (time.thread_time() - started) / 0.05)


class Heartbeat:
    """Measure the longest time that the main thread did not answer, in seconds of a desk's machine.

    What other processes kept it waiting does not count.
    """

    def __init__(self):
        self._last = time.monotonic() - delayed_s()
        self.longest = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self):
        now = time.monotonic() - delayed_s()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self):
        self._timer.stop()
        return self.longest / slowness()


def open_dialog(job, parameters):
    from sentinel_toolkit.processing import processing_plugin

    dialog = processing_plugin.create_dialog(f"sentinel_toolkit:{job}", parameters)
    dialog.window().resize(900, 700)
    processing_plugin.show_dialog(dialog)
    dialog.window().move(350, 60)
    wait(0.5)
    return dialog


def run_dialog(dialog, while_running=None):
    """Press Run and wait for the end; return success, results and the longest stall of the main thread meanwhile."""
    outcome = []
    dialog.algorithmFinished.connect(lambda ok, results: outcome.append((ok, dict(results))))
    heartbeat = Heartbeat()
    dialog.runButton().click()
    if while_running:
        while_running()
    wait(until=lambda: outcome)
    stall = heartbeat.stop()
    wait(0.8)
    return (*(outcome[0] if outcome else (False, {"": "never finished"})), stall)


def scene_work():
    """Search in a folder and make a composite through the real dialogs, and cancel one."""
    dialog = open_dialog("search_scenes", {"SOURCE": "folder", "FOLDER": SAMPLE})
    screenshot("search_dialog")
    ok, results, stall = run_dialog(dialog)
    seen["search"] = {"ok": ok, "count": results.get("COUNT"), "stall_s": stall}
    screenshot("search_log")
    dialog.close()
    layer = layers_called("Sentinel-")[0]
    iface.mapCanvas().zoomToFullExtent()
    names = [layer.attributeDisplayName(index) for index in range(layer.fields().count())]
    seen["scenes_layer"] = {"renderer": layer.renderer().type(), "aliases": names, "features": layer.featureCount()}
    iface.setActiveLayer(layer)
    screenshot("scenes")
    iface.showAttributeTable(layer)
    screenshot("table")
    for window in QApplication.topLevelWidgets():
        if window.objectName().startswith("QgsAttributeTableDialog") or "Features Total" in window.windowTitle():
            window.close()

    dialog = open_dialog("median_composite", {"INPUT": layer.id()})
    screenshot("composite_dialog")
    ok, results, stall = run_dialog(dialog)
    seen["composite"] = {"ok": ok, "valid_percent": results.get("VALID_PERCENT"), "stall_s": stall}
    screenshot("composite_log")
    dialog.close()
    raster = layers_called("Composite median")[0]
    seen["raster"] = {
        "renderer": raster.renderer().type(),
        "bands": [raster.bandName(number + 1) for number in range(raster.bandCount())],
        "red": raster.bandName(raster.renderer().redBand()),
        "rights": raster.metadata().rights(),
        "red_max": raster.renderer().redContrastEnhancement().maximumValue(),
    }
    iface.setActiveLayer(raster)
    iface.zoomToActiveLayer()
    wait(2)
    screenshot("composite")
    iface.mapCanvas().saveAsImage(str(STAGE / "map.png"))

    dialog = open_dialog("median_composite", {"INPUT": layer.id(), "RESOLUTION": 4})
    stopped = []

    def press_cancel():
        wait(2.5)
        stopped.append(time.monotonic())
        dialog.cancelButton().click()

    run_dialog(dialog, press_cancel)
    seen["cancel_s"] = time.monotonic() - stopped[0] - 0.8
    screenshot("cancelled")
    dialog.close()


def scene_download():
    """Search CDSE and download with a login out of the store, through the dialogs."""
    where = {"EXTENT": "17.985,18.005,45.885,45.9 [EPSG:4326]", "START": "2021-09-01", "END": "2022-07-31"}
    dialog = open_dialog("search_scenes", {"SOURCE": "cdse_odata", **where})
    ok, results, stall = run_dialog(dialog)
    seen["search"] = {"ok": ok, "count": results.get("COUNT"), "stall_s": stall}
    dialog.close()
    layer = layers_called("Sentinel-")[0]
    chosen = {"INPUT": layer.id(), "ASSETS": "B04,SCL", "AUTH": os.environ["SENTINEL_TOOLKIT_LOGIN"]}
    dialog = open_dialog("download_scenes", {**chosen, "OUTPUT_FOLDER": str(STAGE / "products")})
    screenshot("download_dialog")
    ok, results, stall = run_dialog(dialog)
    names = ("DOWNLOADED", "SKIPPED", "FAILED")
    seen["download"] = {"ok": ok, "stall_s": stall, **{name: results.get(name) for name in names}}
    screenshot("download_log")
    seen["log"] = next(edit.toPlainText() for edit in dialog.findChildren(QTextEdit) if "Results" in edit.toPlainText())
    dialog.close()
    layers = QgsProject.instance().mapLayers().values()
    seen["layers"] = sorted(layer.name().partition(",")[0] for layer in layers)
    table = layers_called("Table of files")[0]
    seen["aliases"] = [table.attributeDisplayName(index) for index in range(table.fields().count())]
    iface.setActiveLayer(table)
    iface.showAttributeTable(table)
    for window in QApplication.topLevelWidgets():
        if "Features Total" in window.windowTitle():
            window.resize(1300, 500)
            window.move(250, 400)
    screenshot("download_table")


def scene_series():
    """Monthly composites through the dialog, then the Temporal Controller from month to month."""
    dialog = open_dialog("search_scenes", {"SOURCE": "folder", "FOLDER": SAMPLE})
    run_dialog(dialog)
    dialog.close()
    layer = layers_called("Sentinel-")[0]
    chosen = {"INPUT": layer.id(), "RESOLUTION": 20, "BANDS": "B02,B03,B04", "OUTPUT_FOLDER": str(STAGE / "months")}
    dialog = open_dialog("composite_series", chosen)
    screenshot("series_dialog")
    ok, results, stall = run_dialog(dialog)
    seen["series"] = {"ok": ok, "count": results.get("COUNT"), "stall_s": stall}
    screenshot("series_log")
    dialog.close()
    QgsProject.instance().layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    play_group("Composite median", Qgis.TemporalUnit.Months)


def scene_animation():
    """An animation through the dialog, its frames as layers, then the Temporal Controller from day to day."""
    dialog = open_dialog("search_scenes", {"SOURCE": "folder", "FOLDER": SAMPLE})
    run_dialog(dialog)
    dialog.close()
    layer = layers_called("Sentinel-")[0]
    chosen = {
        "INPUT": layer.id(),
        "TITLE": "Greenness",
        "OUTPUT": str(STAGE / "ndvi.gif"),
        "FRAMES_FOLDER": str(STAGE / "frames"),
    }
    dialog = open_dialog("ndvi_animation", chosen)
    screenshot("animation_dialog")
    ok, results, stall = run_dialog(dialog)
    seen["animation"] = {"ok": ok, "frames": results.get("FRAMES"), "stall_s": stall}
    screenshot("animation_log")
    dialog.close()
    QgsProject.instance().layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    play_group("Greenness", Qgis.TemporalUnit.Days)


def scene_sharpening():
    """Find scenes of both satellites, pair them, sharpen, and look at what QGIS shows of it."""
    layers = {}
    for name, product in (("FINE", "sentinel-2-l2a"), ("COARSE", "sentinel-3-lst")):
        chosen = {"SOURCE": "folder", "FOLDER": SAMPLE, "PRODUCT": product, "START": DAY, "END": DAY}
        dialog = open_dialog("search_scenes", chosen)
        run_dialog(dialog)
        dialog.close()
        (layer,) = layers_called("Sentinel-")
        layer.setName(name)
        layers[name] = layer.id()
    dialog = open_dialog("find_scene_pairs", layers)
    screenshot("pairs_dialog")
    ok, results, _ = run_dialog(dialog)
    seen["pairs"] = {"ok": ok, "count": results.get("COUNT")}
    dialog.close()
    (pairs,) = layers_called("Scene pairs")
    targets = dict.fromkeys(("OUTPUT", "UNCERTAINTY", "SAMPLES", "OUTPUT_HTML"), "TEMPORARY_OUTPUT")
    dialog = open_dialog("thermal_sharpening", {"PAIRS": pairs.id(), **targets})
    screenshot("sharpening_dialog")
    ok, results, stall = run_dialog(dialog)
    seen["sharpening"] = {"ok": ok, "method": results.get("METHOD_USED"), "stall_s": stall}
    screenshot("sharpening_log")
    dialog.window().hide()
    look("sharpening_map")
    dialog.close()
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        node.setItemVisibilityChecked(node.name().startswith(SHARPENED))
    seen["layers"] = {}
    for name in SHARPENED:
        (layer,) = layers_called(name)
        seen["layers"][name] = layer.renderer().type()
        iface.setActiveLayer(layer)
        for other in SHARPENED:
            (shown,) = layers_called(other)
            QgsProject.instance().layerTreeRoot().findLayer(shown.id()).setItemVisibilityChecked(other == name)
        iface.zoomToActiveLayer()
        wait(1.5)
        screenshot(f"sharpening_{name.split()[0].lower()}")


def dock_action():
    """Return the menu's entry that shows and hides the dock."""
    return next(a for a in iface.mainWindow().children() if a.objectName() == "sentinel_toolkit_dock_action")


def open_dock():
    """Show the dock, as wide as a user would have it, and return it."""
    from sentinel_toolkit.gui.dock import CatalogueDock

    dock_action().trigger()
    (dock,) = iface.mainWindow().findChildren(CatalogueDock)
    iface.mainWindow().resizeDocks([dock], [480], Qt.Orientation.Horizontal)
    return dock


def scene_dock():
    """Search in the dock, select on both sides, open the next step filled in, remove the layer."""
    from sentinel_toolkit.gui.dock import CatalogueDock

    action = dock_action()
    started = time.monotonic()
    action.trigger()
    QApplication.processEvents()
    seen["opened_s"] = time.monotonic() - started
    (dock,) = iface.mainWindow().findChildren(CatalogueDock)
    iface.mainWindow().resizeDocks([dock], [480], Qt.Orientation.Horizontal)
    screenshot("dock_fresh")
    dock.form.set_values(source="folder", folder="/nowhere", start="2021-01-01", end="2022-12-31")
    dock.search_button.click()
    wait(until=dock.search_button.isEnabled)
    seen["failed"] = dock.findChild(QLabel, "sentinel_toolkit_status").text()
    dock.form.set_values(folder=SAMPLE)
    heartbeat = Heartbeat()
    dock.search_button.click()
    wait(until=dock.search_button.isEnabled)
    seen["stall_s"] = heartbeat.stop()
    (layer,) = layers_called("Sentinel-")
    seen["rows"] = dock.table.model().rowCount()
    iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()
    dock.table.selectRow(0)
    wait(0.3)
    seen["selected_in_layer"] = layer.selectedFeatureCount()
    layer.selectByIds(layer.allFeatureIds()[:3])
    seen["selected_in_table"] = len(dock.table.selectionModel().selectedRows())
    dock.table.entered.emit(dock.table.model().index(1, 0))
    screenshot("dock_found")
    dock.findChild(QToolButton, "sentinel_toolkit_copy").click()
    seen["command"] = QApplication.clipboard().text()
    seen["tab_order"] = tab_order(dock)
    add_picture(dock, layer)
    dock.step_buttons["median_composite"].click()
    wait(0.6)
    screenshot("dock_composite")
    seen["dialogs"] = [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]
    QgsProject.instance().removeMapLayer(layer.id())
    wait(0.3)
    seen["is_enabled"] = dock.step_buttons["median_composite"].isEnabled()
    seen["rows_left"] = 0 if dock.table.model() is None else dock.table.model().rowCount()
    screenshot("dock_emptied")


def tab_order(dock):
    """Press Tab through the dock; return (left, top, what) of each widget that had the focus, in that order."""
    QApplication.setActiveWindow(iface.mainWindow())
    dock.findChild(QComboBox).setFocus()
    order = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        if widget is None or not dock.isAncestorOf(widget):
            break
        place = widget.mapTo(dock, QPoint(0, 0))
        name = widget.accessibleName() or getattr(widget, "text", lambda: "")() or type(widget).__name__
        row = [place.x(), place.y(), name]
        if row in order[:-1]:
            break
        if row not in order:  # day, month and year of a date share a widget
            order.append(row)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return order


def scene_queue():
    """Search CDSE in the dock, put three downloads into the queue, close the dock; cancel one and try it again."""
    plugin, dock = qgis.utils.plugins["sentinel_toolkit"], open_dock()
    action = dock_action()
    dock.form.set_values(source="cdse_odata", start="2021-09-01", end="2022-07-31")
    dock.form.set_extent(QgsRectangle(17.985, 45.885, 18.005, 45.9), QgsCoordinateReferenceSystem("EPSG:4326"))
    heartbeat = Heartbeat()
    dock.search_button.click()
    wait(until=dock.search_button.isEnabled)
    seen["search_stall_s"] = heartbeat.stop()
    (layer,) = layers_called("Sentinel-")
    queue = plugin._queue()
    (listed,) = [view for view in dock.findChildren(QListView) if view.model() is queue]
    buttons = {button.text(): button for button in listed.parent().findChildren(QPushButton)}

    def texts():
        return [queue.data(queue.index(row, 0)) for row in range(queue.rowCount())]

    for first, folder in enumerate(("first", "second", "third")):
        layer.selectByIds(layer.allFeatureIds()[2 * first :][:2])
        enqueue(plugin, dock, folder)
    seen["enqueued"] = texts()
    screenshot("queue_running")
    again = queue.parameters(2)
    heartbeat = Heartbeat()
    listed.setCurrentIndex(queue.index(2, 0))
    buttons["Cancel download"].click()
    QgsProject.instance().removeMapLayer(layer.id())
    dock.close()
    wait(until=lambda: all(queue.is_over(row) for row in range(3)))
    seen["closed"] = texts()
    buttons["Try again"].click()
    wait(until=lambda: queue.is_over(2))
    wait(0.5)
    seen["download_stall_s"] = heartbeat.stop()
    action.trigger()
    screenshot("queue_done")
    seen["again"] = texts()
    names = [layer.name().partition(",")[0] for layer in QgsProject.instance().mapLayers().values()]
    seen["layers"] = sorted(names)
    seen["files"] = {name: len(list((STAGE / name).rglob("*.jp2"))) for name in ("first", "second", "third")}
    buttons["Remove finished"].click()
    seen["left"] = [texts(), listed.isVisible()]
    queue.add(again)
    queue.add(again)
    seen["busy"] = unload_busy()


def enqueue(plugin, dock, folder):
    """Open the dialog of a download of what is selected, fill it in, and press Add to queue."""
    dock.step_buttons["download_scenes"].click()
    (dialog,) = plugin._algorithm_dialogs.values()
    where = {"AUTH": os.environ["SENTINEL_TOOLKIT_LOGIN"], "OUTPUT_FOLDER": str(STAGE / folder)}
    dialog.setParameters({**dialog.createProcessingParameters(), "ASSETS": "B04,SCL", **where})
    wait(0.3)
    screenshot("queue_dialog")
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == "Add to queue"]
    button.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def scene_first():
    """From a fresh profile to a composite on the map, by the dock alone; count what the user does."""
    from sentinel_toolkit.gui.dock import CatalogueDock

    done = []

    def act(what, gesture, *arguments, **values):
        done.append(what)
        gesture(*arguments, **values)
        QApplication.processEvents()

    action = dock_action()
    heartbeat = Heartbeat()
    act("open the dock", action.trigger)
    (dock,) = iface.mainWindow().findChildren(CatalogueDock)
    act("choose the source", dock.form.set_values, source="folder")
    act("choose the folder", dock.form.set_values, folder=SAMPLE)
    act("set the first day", dock.form.set_values, start="2022-03-01")
    act("set the last day", dock.form.set_values, end="2022-07-31")
    act("search", dock.search_button.click)
    wait(until=dock.search_button.isEnabled)
    seen["search_stall_s"] = heartbeat.stop()
    act("composite", dock.step_buttons["median_composite"].click)
    wait(0.6)
    (dialog,) = [w for w in QApplication.allWidgets() if w.isVisible() and hasattr(w, "algorithmFinished")]
    (run,) = [b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == "Run"]
    heartbeat = Heartbeat()
    act("run", run.click)
    wait(until=lambda: layers_called("Composite median"), limit=40)
    seen["composite_stall_s"] = heartbeat.stop()
    wait(0.8)
    plugin = qgis.utils.plugins["sentinel_toolkit"]
    seen["kept"] = len(plugin._algorithm_dialogs)
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the loop around this one never returns
    seen["left"] = len(plugin._algorithm_dialogs)
    (raster,) = layers_called("Composite median")
    iface.setActiveLayer(raster)
    iface.zoomToActiveLayer()
    wait(1.0)
    screenshot("first_composite")
    dock.step_buttons["ndvi_animation"].click()
    wait(0.3)
    qgis.utils.unloadPlugin("sentinel_toolkit")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen["open_after_unload"] = [w.windowTitle() for w in QApplication.topLevelWidgets() if "NDVI" in w.windowTitle()]
    seen["first"] = {"on_map": raster in iface.mapCanvas().layers(), "done": done}


def add_picture(dock, layer):
    """Add the clearest scene to the map; without a selection, be told to select."""
    layer.removeSelection()
    dock.step_buttons["stack_bands"].click()
    seen["unselected"] = dock.findChild(QLabel, "sentinel_toolkit_status").text()
    layer.selectByIds([next(f.id() for f in layer.getFeatures() if (f["cloud"] or 0) < 1)])
    heartbeat = Heartbeat()
    dock.step_buttons["stack_bands"].click()
    wait(until=dock.search_button.isEnabled)
    seen["picture_stall_s"] = heartbeat.stop()
    (picture,) = [each for each in QgsProject.instance().mapLayers().values() if each.type() == Qgis.LayerType.Raster]
    seen["picture"] = [picture.name(), picture.renderer().type(), picture.bandName(picture.renderer().redBand())]
    iface.messageBar().clearWidgets()
    wait(1.0)
    screenshot("dock_picture")


def scene_options():
    """Open the options page and the environment dialog; change a setting, install anew, cancel, copy the diagnostics."""
    from qgis.PyQt.QtWidgets import QPlainTextEdit, QSpinBox

    from sentinel_toolkit.gui.environment_dialog import EnvironmentDialog
    from sentinel_toolkit.gui.options_page import OptionsPage
    from sentinel_toolkit.settings import Settings

    def look_at_options():
        wait(1)
        pages = [widget for widget in QApplication.allWidgets() if isinstance(widget, OptionsPage)]
        seen["pages"] = len(pages)
        for page in pages:
            page.findChildren(QSpinBox)[0].setValue(3)
        screenshot("options_page")
        QApplication.activeModalWidget().accept()

    QTimer.singleShot(500, look_at_options)
    iface.showOptionsDialog(iface.mainWindow(), "Sentinel Toolkit")
    seen["threads"] = Settings.load().threads
    plugin = qgis.utils.plugins["sentinel_toolkit"]
    action = next(a for a in iface.mainWindow().children() if a.objectName() == "sentinel_toolkit_set_up_environment")
    action.trigger()
    (dialog,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, EnvironmentDialog)]
    wait(0.5)
    screenshot("environment_dialog")
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Copy diagnostics"].click()
    seen["diagnostics"] = QApplication.clipboard().text()
    log = dialog.findChild(QPlainTextEdit)
    heartbeat = Heartbeat()
    buttons["Make it anew"].click()
    wait(until=lambda: "Downloading" in log.toPlainText(), limit=60)
    screenshot("environment_installing")
    buttons["Cancel"].click()
    started = time.monotonic()
    wait(until=buttons["Make it anew"].isEnabled, limit=30)
    seen["cancel_s"], seen["stall_s"] = time.monotonic() - started, heartbeat.stop()
    seen["log"] = log.toPlainText()
    screenshot("environment_cancelled")
    dialog.close()
    seen["is_kept"] = plugin is not None


def words_of(dialog):
    """Return what the choices and numbers of a dialog show, and what they stand for."""
    shown = {box.text() for box in dialog.findChildren(QCheckBox)}
    for combo in dialog.findChildren(QComboBox):
        shown |= {combo.itemText(place) for place in range(combo.count())}
    numbers = [box.text() for box in dialog.findChildren(QAbstractSpinBox)]
    return {"shown": sorted(shown), "numbers": numbers}


def scene_dialogs():
    """Open dialogs that no other scene opens; those of choices and alternatives are read."""
    for job in ("search_scenes", "median_composite", "thermal_sharpening", "search_and_animation"):
        dialog = open_dialog(job, {})
        screenshot(f"{job}_words")
        seen.setdefault("words", {})[job] = {**words_of(dialog), "ids": dialog.createProcessingParameters()}
        if job == "thermal_sharpening":
            wrappers = dialog.mainWidget().wrappers
            seen["at_first"] = [name for name, each in wrappers.items() if not each.wrappedWidget().isEnabled()]
            wrappers["SEN3"].setParameterValue("/data/a.SEN3", dialog.processingContext())
            names = ("PAIRS", "LST", "SEN3", "NDVI", "RED", "INPUT")
            seen["open"] = [name for name in names if wrappers[name].wrappedWidget().isEnabled()]
            screenshot("thermal_sharpening_greyed")
        dialog.close()
    dialog = open_dialog("median_composite", {"RESOLUTION": 12.5})
    seen["kept"] = dialog.mainWidget().wrappers["RESOLUTION"].parameterValue()
    dialog.close()
    for job in ("import_sentinel3", "index_time_series", "stack_bands", "download_scenes", "composite_series"):
        dialog = open_dialog(job, {})
        screenshot(f"{job}_dialog")
        seen[job] = dialog.windowTitle()
        dialog.close()
    dialog = open_dialog("pair_and_sharpen", {})
    screenshot("model_dialog")
    seen["model"] = dialog.windowTitle()
    dialog.close()
    seen["designed"] = open_in_designer("pair_and_sharpen")


def scene_all():
    """Open the dialog and the batch dialog of every algorithm, and run a batch of two rows."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    provider = QgsApplication.processingRegistry().providerById("sentinel_toolkit")
    seen["dialogs"], seen["batches"] = {}, {}
    for algorithm in provider.algorithms():
        dialog = open_dialog(algorithm.name(), {})
        values = dialog.createProcessingParameters()  # empty where something is missing, which the dialog shows
        defaults = {d.name() for d in algorithm.parameterDefinitions() if d.defaultValue() not in (None, "")}
        seen["dialogs"][algorithm.name()] = sorted(defaults - set(values)) if values else "asks"
        dialog.close()
        batch = BatchAlgorithmDialog(algorithm.create(), parent=iface.mainWindow())
        batch.show()
        seen["batches"][algorithm.name()] = batch.mainWidget().batchRowCount()
        batch.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    run_batch(provider.algorithm("search_and_composite"))


def run_batch(model):
    """Run a model twice, with a row for each, and look for the files."""
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    batch = BatchAlgorithmDialog(model.create(), parent=iface.mainWindow())
    batch.show()
    batch.resize(1300, 500)
    panel = batch.mainWidget()
    panel.addRow()
    targets = [STAGE / f"batch_{row}.tif" for row in range(2)]
    for row, target in enumerate(targets):
        values = {"SOURCE": "folder", "FOLDER": SAMPLE, "START": f"2022-0{5 + row}-01", "END": f"2022-0{5 + row}-30"}
        for name, value in values.items():
            panel.wrappers[row][panel.parameter_to_column[name]].setParameterValue(value, panel.processing_context)
        panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column["composite"]).setValue(str(target))
    screenshot("batch_dialog")
    batch.runButton().click()
    wait(
        until=lambda: all(target.with_suffix(".json").exists() for target in targets) and batch.runButton().isEnabled()
    )
    screenshot("batch_log")
    seen["batch"] = [target.exists() for target in targets]
    batch.close()


def layers_called(beginning):
    """Return the layers of the project whose names begin so: dates and places follow."""
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.name().startswith(beginning)]


def play_group(name, unit):
    """Let the Temporal Controller stop at each layer of a group, and note which of them are shown then."""
    (group,) = [each for each in QgsProject.instance().layerTreeRoot().findGroups() if each.name().startswith(name)]
    rasters = [node.layer() for node in group.findLayers()]
    iface.setActiveLayer(rasters[0])
    iface.zoomToActiveLayer()
    controller = iface.mapCanvas().temporalController()
    ranges = [raster.temporalProperties().fixedTemporalRange() for raster in rasters]
    controller.setTemporalExtents(QgsDateTimeRange(ranges[0].begin(), ranges[-1].end()))
    controller.setFrameDuration(QgsInterval(1, unit))
    controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
    seen["shown"] = {}
    for number, raster in enumerate(rasters):
        frame = controller.findBestFrameNumberForFrameStart(ranges[number].begin())
        controller.setCurrentFrameNumber(frame)
        wait(1.5)
        now = iface.mapCanvas().temporalRange()
        seen["shown"][raster.name()] = [
            other.name() for other in rasters if other.temporalProperties().isVisibleInTemporalRange(now)
        ]
        if number < 3:
            screenshot(f"{name.lower()}_{number}")


def open_in_designer(name):
    """Open a ready model from the toolbox's context menu; return the designer's title and the names of its steps."""
    from processing.gui.ProviderActions import ProviderContextMenuActions
    from processing.modeler.ModelerDialog import ModelerDialog

    model = QgsApplication.processingRegistry().algorithmById(f"sentinel_toolkit:{name}")
    other = QgsApplication.processingRegistry().algorithmById("sentinel_toolkit:search_scenes")
    (action,) = [each for each in ProviderContextMenuActions.actions if "designer" in (each.name or "")]
    action.setData(other, None)
    seen["designer_of_a_step"] = action.isEnabled()
    action.setData(model, None)
    seen["designer_of_a_model"] = action.isEnabled()
    action.execute()
    designer = ModelerDialog.dlgs[-1]
    designer.resize(1500, 900)
    wait(1.0)
    screenshot("model_designer")
    steps = sorted(child.algorithmId() for child in designer.model().childAlgorithms().values())
    return designer.model().displayName(), steps


def basemap():
    """Put a filled grey layer of the whole Earth into the project, as a basemap lies under all."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "Basemap", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(-179, -80, 179, 80)))
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    layer.renderer().symbol().setColor(QColor(200, 200, 200))
    QgsProject.instance().addMapLayer(layer)
    iface.mapCanvas().setExtent(QgsRectangle(-20, 30, 60, 70))
    return layer


def look(name):
    """Note what a user sees: the topmost layer at the canvas's centre, its picture, and what the message bar says."""
    canvas = iface.mapCanvas()
    wait(0.5)
    wait(until=lambda: not canvas.isDrawing(), limit=20)
    screenshot(name)
    centre = canvas.center()
    there = [
        layer
        for layer in canvas.layers()
        if canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()).contains(centre)
    ]
    image = canvas.grab().toImage()
    wide, high = image.width(), image.height()
    places = [(x, y) for x in range(wide // 4, wide * 3 // 4, 5) for y in range(high // 4, high * 3 // 4, 5)]
    colours = [image.pixelColor(x, y) for x, y in places]
    luminance = sorted(0.2126 * each.redF() + 0.7152 * each.greenF() + 0.0722 * each.blueF() for each in colours)
    blue = sum(each.blueF() - (each.redF() + each.greenF()) / 2 for each in colours) / len(colours)
    item = iface.messageBar().currentItem()
    seen.setdefault("looks", {})[name] = {
        "top": there[0].name() if there else None,
        "top_is_raster": bool(there) and there[0].type() == Qgis.LayerType.Raster,
        "median": luminance[len(luminance) // 2],
        "spread": luminance[len(luminance) * 19 // 20] - luminance[len(luminance) // 20],
        "blue": blue,
        "said": item.text() if item else "",
        "buttons": [button.text() for button in item.findChildren(QPushButton)] if item else [],
        "layers": [layer.name() for layer in canvas.layers()],
    }
    iface.messageBar().clearWidgets()


def run_job(job, parameters, name):
    """Run an algorithm's dialog and look at what it shows; return the outputs."""
    dialog = open_dialog(job, parameters)
    screenshot(f"{name}_dialog")
    ok, results, _ = run_dialog(dialog)
    dialog.window().hide()
    seen.setdefault("ok", {})[name] = ok
    look(name)
    dialog.close()
    return results


def scene_analyst():
    """Walk through the jobs on real scenes over a basemap, as an analyst would, and look at the map after each."""
    real = os.environ["SENTINEL_TOOLKIT_REAL"]
    basemap()
    folder = {"SOURCE": "folder", "FOLDER": real}
    run_job("search_scenes", folder, "analyst_scenes")
    (layer,) = layers_called("Sentinel-2 scenes")
    layer.selectByIds(layer.allFeatureIds()[:1])
    look("analyst_selected")
    layer.removeSelection()
    chosen = {"INPUT": layer.id(), "RESOLUTION": 120}
    run_job("median_composite", chosen, "analyst_composite")
    run_job("median_composite", {**chosen, "INDEX": "NDVI"}, "analyst_index")
    series = {**chosen, "PERIOD": "dekad", "BANDS": "B02,B03,B04", "OUTPUT_FOLDER": str(STAGE / "dekads")}
    run_job("composite_series", series, "analyst_series")
    frames = {"INPUT": layer.id(), "OUTPUT": str(STAGE / "a.gif"), "FRAMES_FOLDER": str(STAGE / "frames")}
    run_job("ndvi_animation", frames, "analyst_animation")
    settings = QgsProject.instance().timeSettings()
    seen["time"] = [
        settings.temporalRange().begin().toString("yyyy-MM-dd"),
        settings.temporalRange().end().toString("yyyy-MM-dd"),
        iface.mapCanvas().temporalController().totalFrameCount(),
    ]
    iface.mapCanvas().temporalController().setNavigationMode(Qgis.TemporalNavigationMode.NavigationOff)
    for group in QgsProject.instance().layerTreeRoot().findGroups():
        group.setItemVisibilityChecked(False)
    model = {**folder, "composite": "TEMPORARY_OUTPUT", "RESOLUTION": 120}
    run_job("search_and_composite", model, "analyst_model")
    dock = open_dock()
    dock.form.set_values(source="folder", folder=real, start="2023-08-15", end="2023-08-15")
    dock.search_button.click()
    wait(until=dock.search_button.isEnabled)
    look("analyst_dock_found")
    QgsProject.instance().mapLayer(dock.layer_id()).selectAll()
    dock.step_buttons["stack_bands"].click()
    wait(until=dock.search_button.isEnabled)
    look("analyst_dock_picture")


def scene_missing():
    """A fresh installation: the message bar speaks, its button opens the algorithm that helps."""
    wait(1.5)
    bar = iface.messageBar()
    items = list(bar.items()) if hasattr(bar, "items") else []
    seen["messages"] = [item.text() for item in items]
    screenshot("missing_bar")
    button = next(button for item in items for button in item.findChildren(QPushButton) if "Set up" in button.text())
    button.click()
    wait(1)
    titles = [window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()]
    seen["dialogs"] = titles
    screenshot("missing_dialog")


def state():
    """Return what a plugin could leave behind, once what was to be deleted later is deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    menu = iface.rasterMenu()
    return {
        "providers": sorted(provider.id() for provider in QgsApplication.processingRegistry().providers()),
        "raster_menu": [action.text() for action in menu.actions()],
        "toolbars": len(iface.mainWindow().findChildren(type(iface.pluginToolBar()))),
        "threads": threading.active_count(),
        "actions": len([a for a in iface.mainWindow().children() if a.objectName().startswith("sentinel_toolkit")]),
        "widgets": len(QApplication.allWidgets()),
    }


def scene_reload():
    """Unloaded and loaded 20 times, and unloaded at last: QGIS is as it was."""
    qgis.utils.unloadPlugin("sentinel_toolkit")
    wait(0.5)
    before = state()
    for _ in range(20):
        qgis.utils.loadPlugin("sentinel_toolkit")
        qgis.utils.startPlugin("sentinel_toolkit")
        wait(0.05)
        qgis.utils.unloadPlugin("sentinel_toolkit")
    wait(0.5)
    seen["before"], seen["after"] = before, state()


def scene_trouble():
    """Search in the dock without a CRS, without a network, with a catalogue that breaks off, with an area that goes
    away, and download with a login that is refused: each is said, and the dock goes on."""
    plugin, dock = qgis.utils.plugins["sentinel_toolkit"], open_dock()
    seen["profile"] = QgsApplication.qgisSettingsDirPath()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem())
    iface.mapCanvas().setExtent(QgsRectangle(17.985, 45.885, 18.005, 45.9))

    def search(name, meanwhile=None, **values):
        dock.form.set_values(**values)
        dock.search_button.click()
        if meanwhile:
            meanwhile()
        wait(until=dock.search_button.isEnabled)
        seen[name] = dock.findChild(QLabel, "sentinel_toolkit_status").text()
        screenshot(f"trouble_{name}")

    dates = {"start": "2021-09-01", "end": "2022-07-31"}
    extent = dock.findChild(QgsExtentWidget)
    extent.setOutputExtentFromCurrent()
    search("no_crs", source="cdse_odata", **dates)
    extent.clear()
    dock.form.set_extent(iface.mapCanvas().extent(), QgsCoordinateReferenceSystem("EPSG:4326"))
    search("no_network", source="planetary_computer")
    search("broken_off", source="earth_search")
    seen["layers"] = len(QgsProject.instance().mapLayers())
    area = QgsVectorLayer("Polygon?crs=EPSG:4326", "Area", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(17.985, 45.885, 18.005, 45.9)))
    area.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(area)
    dock.findChild(QgsMapLayerComboBox).setLayer(area)
    search("area_removed", lambda: QgsProject.instance().removeMapLayer(area.id()), source="cdse_odata")
    search("again", source="cdse_odata")
    (scenes,) = [layer for layer in layers_called("Sentinel-") if layer.id() == dock.layer_id()]
    queue, asked = plugin._queue(), {"INPUT": scenes.id(), "ASSETS": "SCL", "OUTPUT_FOLDER": str(STAGE / "products")}
    for login in ("", os.environ["SENTINEL_TOOLKIT_LOGIN"]):
        seen.setdefault("refused", []).append(queue.add({**asked, "AUTH": login}))
    wait(until=lambda: all(queue.is_over(row) for row in range(queue.rowCount())))
    seen["downloads"] = [queue.data(queue.index(row, 0)) for row in range(queue.rowCount())]
    screenshot("trouble_login")


def unload_busy():
    """Unload the plugin; return how many tasks ran before and after."""
    tasks = QgsApplication.taskManager()
    wait(0.3)
    before = tasks.countActiveTasks()
    qgis.utils.unloadPlugin("sentinel_toolkit")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait(0.5)
    return before, tasks.countActiveTasks()


def scene_busy():
    """Unload the plugin while its dock, its dialogs and one of the toolbox are at work."""
    from sentinel_toolkit.gui.dock import CatalogueDock

    dock_action().trigger()
    (dock,) = iface.mainWindow().findChildren(CatalogueDock)
    dock.form.set_values(source="folder", folder=SAMPLE, start="2021-01-01", end="2022-12-31")
    dock.search_button.click()
    seen["search"] = unload_busy()
    seen["docks"] = len(iface.mainWindow().findChildren(CatalogueDock))
    qgis.utils.loadPlugin("sentinel_toolkit")
    qgis.utils.startPlugin("sentinel_toolkit")
    plugin = qgis.utils.plugins["sentinel_toolkit"]
    plugin._open_environment()
    plugin._dialog.install()
    seen["installation"] = unload_busy()
    qgis.utils.loadPlugin("sentinel_toolkit")
    qgis.utils.startPlugin("sentinel_toolkit")
    plugin = qgis.utils.plugins["sentinel_toolkit"]
    plugin._open("search_scenes", {"SOURCE": "folder", "FOLDER": SAMPLE})
    (dialog,) = plugin._algorithm_dialogs.values()
    dialog.runButton().click()
    del dialog
    seen["dialog"] = unload_busy()
    qgis.utils.loadPlugin("sentinel_toolkit")
    qgis.utils.startPlugin("sentinel_toolkit")
    dialog = open_dialog("search_scenes", {"SOURCE": "folder", "FOLDER": SAMPLE})  # as the toolbox does
    ended = []
    dialog.algorithmFinished.connect(lambda ok, _results: ended.append(ok))
    dialog.runButton().click()
    seen["toolbox"] = unload_busy()
    left = [w for w in QApplication.allWidgets() if w.isVisible() and hasattr(w, "algorithmFinished")]
    seen["ended"] = [len(ended), len(left)]


def play():
    code = 0
    try:
        # No window manager keeps it on the screen.
        iface.mainWindow().setGeometry(QApplication.primaryScreen().availableGeometry())
        if THEME:
            QgsApplication.setUITheme(THEME)
        wait(0.5)
        globals()[f"scene_{os.environ['SENTINEL_TOOLKIT_SCENE']}"]()
    except Exception:
        seen["error"] = traceback.format_exc()
        code = 1
    (STAGE / "seen.json").write_text(json.dumps(seen, indent=1, default=str))
    os._exit(code)


def fail(*error):
    """End with the exception of a slot, which QGIS would show in a window that nobody closes."""
    seen["error"] = "".join(traceback.format_exception(*error))
    (STAGE / "seen.json").write_text(json.dumps(seen, indent=1, default=str))
    os._exit(1)


sys.excepthook = fail
QTimer.singleShot(1000, play)
