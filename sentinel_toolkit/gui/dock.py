"""The dock: search, see what exists, open the algorithm that goes on, filled in. It calls the algorithms only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDockWidget,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sentinel_toolkit import paths
from sentinel_toolkit.gui.algorithm_task import AlgorithmTask, algorithm_of, project_context
from sentinel_toolkit.gui.download_list import DownloadList
from sentinel_toolkit.gui.plain import plain_label, say_in_bar
from sentinel_toolkit.gui.scene_table import SceneTable
from sentinel_toolkit.gui.search_form import SearchForm
from sentinel_toolkit.gui.thumbnail import Thumbnail
from sentinel_toolkit.gui.time_strip import TimeStrip
from sentinel_toolkit.processing import on_the_map
from sentinel_toolkit.processing.layer_metadata import describe_raster
from sentinel_toolkit.processing.layer_names import layer_name, name_of_layer, span_of_raster

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsVectorLayer
    from qgis.gui import QgisInterface

    from sentinel_toolkit.gui.download_queue import DownloadQueue

translate = QCoreApplication.translate
TITLE = "Sentinel Toolkit"
SEARCH = "search_scenes"
PICTURE = "stack_bands"  # whose default bands are those of true colour
PICTURE_M = 60  # pixel of a picture of whole scenes, which nobody looks at in 10 m
STEPS_IN_A_ROW = 3


def next_steps() -> tuple[tuple[str, str, str], ...]:
    """Return (job, parameter that takes the scenes, text) of what can be done with scenes."""
    return (
        ("download_scenes", "INPUT", translate("SentinelToolkit", "Download…")),
        ("median_composite", "INPUT", translate("SentinelToolkit", "Composite…")),
        ("ndvi_animation", "INPUT", translate("SentinelToolkit", "Animate…")),
        ("find_scene_pairs", "FINE", translate("SentinelToolkit", "Pair, to sharpen…")),
        ("scene_statistics", "INPUT", translate("SentinelToolkit", "Statistics…")),
    )


class CatalogueDock(QDockWidget):
    """Search form, time strip, table of scenes, next steps, downloads.

    Parameters
    ----------
    iface
        QGIS's window.
    open_dialog
        Opens the dialog of a job's algorithm, with parameters filled in.
    downloads
        Which goes on when the dock is closed.
    """

    def __init__(
        self, iface: QgisInterface, open_dialog: Callable[[str, dict[str, Any]], None], downloads: DownloadQueue
    ) -> None:
        super().__init__(TITLE, iface.mainWindow())
        self.setObjectName("sentinel_toolkit_dock")
        self._iface, self._open_dialog = iface, open_dialog
        self._layer: QgsVectorLayer | None = None
        self._task: AlgorithmTask | None = None
        self._errors: list[str] = []
        self.form = SearchForm(iface.mapCanvas())
        self.strip, self.table = TimeStrip(), SceneTable(iface.mapCanvas())
        self._status = plain_label(translate("SentinelToolkit", "Choose a place and dates."))
        self._status.setObjectName("sentinel_toolkit_status")
        self._bar = QProgressBar()
        self._bar.hide()
        self.thumbnail = Thumbnail()
        self.strip.chosen.connect(self.table.select)
        self.table.pictured.connect(self.thumbnail.show_href)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.addWidget(self.form)
        layout.addLayout(self._search_row())
        for widget in (self._bar, self._status, self.strip, self.thumbnail):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._steps_row())
        layout.addWidget(DownloadList(downloads))
        self.setWidget(whole)
        self._enable_steps()

    def _search_row(self) -> QHBoxLayout:
        self.search_button = QPushButton(translate("SentinelToolkit", "Search"))
        self.cancel_button = QPushButton(translate("SentinelToolkit", "Cancel"))
        self.cancel_button.setEnabled(False)
        self._more, self._copy = QToolButton(), QToolButton()
        self._more.setText(translate("SentinelToolkit", "More…"))
        self._more.setToolTip(translate("SentinelToolkit", "All parameters of the search"))
        self._copy.setObjectName("sentinel_toolkit_copy")
        self._copy.setText(translate("SentinelToolkit", "Copy as command"))
        self._copy.setToolTip(translate("SentinelToolkit", "The search as a qgis_process command, into the clipboard"))
        self.search_button.clicked.connect(self.search)
        self.cancel_button.clicked.connect(self.cancel)
        self._more.clicked.connect(lambda: self._open_dialog(SEARCH, self.form.parameters()))
        self._copy.clicked.connect(self.copy_command)
        row = QHBoxLayout()
        for widget in (self.search_button, self.cancel_button, self._more, self._copy):
            row.addWidget(widget)
        row.addStretch()
        return row

    def _steps_row(self) -> QGridLayout:
        self.step_buttons = {}
        show = QPushButton(translate("SentinelToolkit", "Add to map"))
        show.setToolTip(
            translate("SentinelToolkit", "The selected acquisition in true colour: of the area only, where one is set")
        )
        show.clicked.connect(self.add_to_map)
        self.step_buttons[PICTURE] = show
        for job, name, text in next_steps():
            button = QPushButton(text)
            button.setToolTip(translate("SentinelToolkit", "With the selected scenes, or all of them"))
            button.clicked.connect(partial(self._go_on, job, name))
            self.step_buttons[job] = button
        grid = QGridLayout()
        for number, button in enumerate(self.step_buttons.values()):
            grid.addWidget(button, *divmod(number, STEPS_IN_A_ROW))
        return grid

    def search(self) -> None:
        """Search beside the window."""
        self.form.remember()
        self._run(SEARCH, self.form.parameters(), self._show_found)

    def add_to_map(self, _checked: bool = False) -> None:
        """Read the selected acquisition in true colour and add it to the map."""
        if self._layer is None:
            return
        chosen = self._layer.selectedFeatures()
        if not chosen:
            self._say(translate("SentinelToolkit", "Select the scene to be shown."), Qgis.MessageLevel.Info)
            return
        place = self.form.place()
        parameters = {
            "INPUT": QgsProcessingFeatureSourceDefinition(self._layer.id(), True),
            "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
            **(place or {"RESOLUTION": PICTURE_M}),
        }
        self._run(PICTURE, parameters, partial(self._show_picture, str(chosen[0]["tile"] or "")))

    def _run(self, job: str, parameters: dict[str, Any], show: Callable[[AlgorithmTask, str], str]) -> None:
        """Run an algorithm beside the window; ``show`` takes the task and its results where it succeeds."""
        ok, message = algorithm_of(job).checkParameterValues(parameters, project_context())
        if not ok:
            self._say(message, Qgis.MessageLevel.Warning)
            return
        self._errors = []
        self._task = task = AlgorithmTask(job, parameters, self)
        task.said.connect(self._hear)
        task.progressed.connect(self._show_progress)
        task.finished.connect(partial(self._finish, task, show))
        self._show_running(True)
        task.start()

    def cancel(self) -> None:
        """Ask the search to stop."""
        if self._task is not None:
            self._task.cancel()

    def _show_running(self, is_running: bool) -> None:
        self.search_button.setEnabled(not is_running)
        self.cancel_button.setEnabled(is_running)
        self._bar.setRange(0, 0 if is_running else 100)  # nothing is known yet of how much is left
        self._bar.setVisible(is_running)
        self._enable_steps()

    def _show_progress(self, percent: float) -> None:
        self._bar.setRange(0, 100)
        self._bar.setValue(int(percent))

    def _hear(self, text: str, kind: str) -> None:
        if kind in ("error", "warning"):
            self._errors.append(text)
        if kind in ("phase", "info"):
            self._status.setText(text)

    def _finish(
        self, task: AlgorithmTask, show: Callable[[AlgorithmTask, str], str], ok: bool, results: dict[str, Any]
    ) -> None:
        """Show what was made; a cancelled run succeeds without a result."""
        self._task = None
        self._show_running(False)
        if not ok or not results.get("OUTPUT"):
            cancelled = translate("SentinelToolkit", "Cancelled.")
            text = "\n".join(self._errors) or cancelled
            self._say(text, Qgis.MessageLevel.Info if text == cancelled else Qgis.MessageLevel.Warning)
            return
        said = show(task, results["OUTPUT"])
        self._status.setText("\n".join([said, *self._errors]))

    def _show_found(self, task: AlgorithmTask, output: str) -> str:
        layer = task.take_layer(output)
        layer.setName(name_of_layer(layer, self.form.area_name()))
        layer.loadNamedStyle(str(paths.RESOURCES / "styles" / "scenes.qml"))
        QgsProject.instance().addMapLayer(layer)
        on_the_map.show_layers([layer], QgsProject.instance())
        self.show_layer(layer)
        return translate("SentinelToolkit", "{count} scenes found.").format(count=layer.featureCount())

    def _show_picture(self, name: str, _task: AlgorithmTask, output: str) -> str:
        """Add a picture on top; its style lies beside it."""
        what = layer_name(translate("SentinelToolkit", "True colour"), span_of_raster(output), name)
        layer = describe_raster(QgsRasterLayer(output, what), output)
        QgsProject.instance().addMapLayer(layer)
        on_the_map.show_layers([layer], QgsProject.instance())
        return translate("SentinelToolkit", "{name} is on the map.").format(name=what)

    def show_layer(self, layer: QgsVectorLayer) -> None:
        """Show a scenes layer, until it goes."""
        self._layer = layer
        self.table.show_layer(layer)
        self.strip.show_dates(self.table.dates())
        layer.willBeDeleted.connect(self._forget_layer)
        self._enable_steps()

    def layer_id(self) -> str:
        """Return the id of the layer of scenes that is shown; empty if there is none."""
        return "" if self._layer is None else self._layer.id()

    def _forget_layer(self) -> None:
        if self.sender() in (self._layer, None):
            self._layer = None
            self.strip.show_dates([])
            self._status.setText(translate("SentinelToolkit", "The layer of scenes is gone: search again."))
            self._enable_steps()

    def _enable_steps(self) -> None:
        for button in self.step_buttons.values():
            button.setEnabled(self._layer is not None)
        if self._task is not None:  # one at a time
            self.step_buttons[PICTURE].setEnabled(False)

    def _go_on(self, job: str, name: str, _checked: bool = False) -> None:
        """Open the next algorithm's dialog with the selected scenes, or all."""
        if self._layer is None:
            return
        is_part = self._layer.selectedFeatureCount() > 0
        parameters = {name: QgsProcessingFeatureSourceDefinition(self._layer.id(), is_part)}
        self._open_dialog(job, {**parameters, **self.form.place()})

    def copy_command(self) -> None:
        """Put the search into the clipboard, as a command for a terminal."""
        algorithm = algorithm_of(SEARCH)
        parameters = {**self.form.parameters(), "OUTPUT": "scenes.gpkg"}
        command, _ = algorithm.asQgisProcessCommand(parameters, QgsProcessingContext())
        QApplication.clipboard().setText(command)
        self._status.setText(translate("SentinelToolkit", "Copied: {command}").format(command=command))

    def _say(self, text: str, level: Qgis.MessageLevel) -> None:
        self._status.setText(text)
        say_in_bar(self._iface.messageBar(), TITLE, text, level)

    def let_go(self) -> None:
        """Stop what runs and let go of the layer, before the plugin goes."""
        if self._task is not None:
            self._task.end()
        self.table.forget()
        self._layer = None

    def dock_area(self) -> Qt.DockWidgetArea:
        """Return where the dock stands at first."""
        return Qt.DockWidgetArea.RightDockWidgetArea
