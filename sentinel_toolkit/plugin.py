"""The plugin: what initGui adds to QGIS, unload takes away again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QPushButton

from sentinel_toolkit import paths
from sentinel_toolkit.processing import processing_plugin
from sentinel_toolkit.processing.language import install_translator
from sentinel_toolkit.processing.provider import SentinelToolkitProvider, environment_warning

if TYPE_CHECKING:
    from qgis.gui import QgisInterface, QgsMessageBarItem
    from qgis.PyQt.QtWidgets import QWidget

    from sentinel_toolkit.gui.dock import CatalogueDock
    from sentinel_toolkit.gui.download_queue import DownloadQueue
    from sentinel_toolkit.gui.environment_dialog import EnvironmentDialog
    from sentinel_toolkit.gui.options_page import OptionsPageFactory

translate = QCoreApplication.translate
MENU = "Sentinel Toolkit"
# Algorithms in the menu, in the order of work.
MENU_JOBS = (
    "search_scenes",
    "scene_statistics",
    "find_scene_pairs",
    "download_scenes",
    "median_composite",
    "composite_series",
    "stack_bands",
    "import_sentinel3",
    "ndvi_animation",
    "index_time_series",
    "thermal_sharpening",
    "set_up_environment",
)


class SentinelToolkitPlugin:
    """Provider, menu, and a word about the environment where it is missing."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._translator = install_translator()  # before the first text
        self._provider: SentinelToolkitProvider | None = None
        self._actions: list[QAction] = []
        self._bar_item: QgsMessageBarItem | None = None
        self._options: OptionsPageFactory | None = None
        self._model_action: object | None = None  # what takes it away again
        self._dialog: EnvironmentDialog | None = None
        self._algorithm_dialogs: dict[int, QWidget] = {}  # by the identity of each open one
        self._dock: CatalogueDock | None = None
        self._downloads: DownloadQueue | None = None

    def initProcessing(self) -> None:
        """Register the provider; qgis_process calls only this."""
        self._add_provider()

    def _add_provider(self) -> SentinelToolkitProvider:
        self._provider = provider = SentinelToolkitProvider()
        QgsApplication.processingRegistry().addProvider(provider)
        provider.refreshAlgorithms()  # again: the models need their steps in the registry
        return provider

    def initGui(self) -> None:
        """Register everything."""
        provider = self._add_provider()
        for job in MENU_JOBS:
            algorithm = provider.algorithm(job)
            action = QAction(algorithm.icon(), algorithm.displayName() + "…", self._iface.mainWindow())
            action.setObjectName(f"sentinel_toolkit_{job}")
            action.triggered.connect(lambda _checked=False, job=job: self._open(job))
            self._iface.addPluginToRasterMenu(MENU, action)
            self._actions.append(action)
        # Only where there is a window.
        from sentinel_toolkit.gui.model_action import add_model_action
        from sentinel_toolkit.gui.options_page import OptionsPageFactory

        self._add_dock(provider.icon())
        self._model_action = add_model_action()
        self._options = OptionsPageFactory()
        self._iface.registerOptionsWidgetFactory(self._options)
        self._iface.initializationCompleted.connect(self._warn)

    def unload(self) -> None:
        """Take everything away again."""
        processing_plugin.remove_from_toolbox_menu(self._model_action)
        self._model_action = None
        self._iface.initializationCompleted.disconnect(self._warn)
        for action in self._actions:
            self._iface.removePluginRasterMenu(MENU, action)
            action.deleteLater()
        self._actions = []
        if self._dock is not None:
            self._dock.let_go()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        if self._downloads is not None:
            self._downloads.let_go()
            self._downloads.deleteLater()
            self._downloads = None
        self._iface.unregisterOptionsWidgetFactory(self._options)
        self._options = None
        if self._dialog is not None:
            self._dialog.let_go()
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
        self._close_algorithm_dialogs()
        if self._bar_item is not None:
            self._iface.messageBar().popWidget(self._bar_item)
            self._bar_item = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        QCoreApplication.removeTranslator(self._translator)

    def _add_dock(self, icon: QIcon) -> None:
        """Add the action that shows the dock; the dock itself is made when it is wanted first."""
        action = QAction(icon, translate("SentinelToolkit", "Catalogue dock"), self._iface.mainWindow())
        action.setObjectName("sentinel_toolkit_dock_action")
        action.setCheckable(True)
        action.triggered.connect(self._show_dock)
        self._iface.addPluginToRasterMenu(MENU, action)
        self._actions.append(action)
        self._dock_action = action

    def _show_dock(self, is_wanted: bool) -> None:
        """Show or hide the dock."""
        dock = self._dock
        if dock is None:
            from sentinel_toolkit.gui.dock import CatalogueDock

            self._dock = dock = CatalogueDock(self._iface, self._open, self._queue())
            self._iface.addDockWidget(dock.dock_area(), dock)
            dock.visibilityChanged.connect(self._dock_action.setChecked)
        dock.setVisible(is_wanted)

    def _open_environment(self) -> None:
        """Open the dialog that sets the environment up."""
        from sentinel_toolkit.gui.environment_dialog import EnvironmentDialog

        if self._dialog is None:
            self._dialog = EnvironmentDialog(self._iface.mainWindow())
        self._dialog.refresh()
        self._dialog.show()
        self._dialog.raise_()

    def _open(self, job: str, parameters: dict[str, Any] | None = None) -> None:
        """Open an algorithm's dialog; the environment has one of its own."""
        if job == "set_up_environment":
            self._open_environment()
            return
        dialog = processing_plugin.create_dialog(f"sentinel_toolkit:{job}", parameters or {})
        if dialog is None:
            return
        self._algorithm_dialogs[id(dialog)] = dialog
        dialog.destroyed.connect(partial(self._forget_algorithm_dialog, id(dialog)))
        if job == "download_scenes":
            button = QPushButton(translate("SentinelToolkit", "Add to queue"))
            button.setToolTip(
                translate("SentinelToolkit", "Downloads one after the other, beside your work; the dock lists them")
            )
            button.clicked.connect(partial(self._enqueue, dialog))
            processing_plugin.add_button(dialog, button)
        processing_plugin.show_dialog(dialog)

    def _queue(self) -> DownloadQueue:
        """Return the queue of downloads, which is made when it is wanted first."""
        if self._downloads is None:
            from sentinel_toolkit.gui.download_queue import DownloadQueue

            self._downloads = DownloadQueue(self._iface.messageBar())
        return self._downloads

    def _enqueue(self, dialog: QWidget, _checked: bool = False) -> None:
        """Take a download out of its dialog into the queue; the dialog itself shows what is missing."""
        parameters = processing_plugin.parameters_in(dialog)
        if not parameters:
            return
        error = self._queue().add(parameters)
        if error:
            from sentinel_toolkit.gui.plain import say_in_bar

            say_in_bar(processing_plugin.message_bar_of(dialog), "", error, Qgis.MessageLevel.Warning)
        else:
            processing_plugin.close_dialog(dialog)

    def _close_algorithm_dialogs(self) -> None:
        """Close them, the toolbox's too, and end what they run: without its provider an algorithm brings QGIS down."""
        from sentinel_toolkit.gui.algorithm_task import end_dialog

        for dialog in processing_plugin.dialogs_of(self._provider):
            end_dialog(dialog)
        self._algorithm_dialogs.clear()

    def _forget_algorithm_dialog(self, key: int, *_dialog: object) -> None:
        self._algorithm_dialogs.pop(key, None)

    def _warn(self) -> None:
        """Say in the message bar that the environment is missing, with the button that mends it."""
        message = environment_warning()
        if not message:
            return
        bar = self._iface.messageBar()
        item = bar.createMessage("Sentinel Toolkit", message)
        item.setIcon(QIcon(str(paths.RESOURCES / "icons" / "sentinel_toolkit.svg")))
        button = QPushButton(translate("SentinelToolkit", "Set up…"))
        button.clicked.connect(self._open_environment)
        item.layout().addWidget(button)
        self._bar_item = bar.pushWidget(item, Qgis.MessageLevel.Warning)
        self._bar_item.destroyed.connect(self._forget_bar_item)

    def _forget_bar_item(self) -> None:
        self._bar_item = None
