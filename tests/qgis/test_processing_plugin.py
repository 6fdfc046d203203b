"""Processing's own windows, of both kinds: up to QGIS 4.0 a dialog is a window, from 4.2 on a widget in another."""

import sys
import types
from typing import ClassVar

import pytest
import qgis.gui
from qgis.core import QgsProcessingContext
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sentinel_toolkit import plugin as plugin_module
from sentinel_toolkit.gui import algorithm_task
from sentinel_toolkit.gui.model_action import add_model_action
from sentinel_toolkit.processing import processing_plugin

SLOW_MS = 60  # from the wish to stop to the end


class Panel:
    """What both kinds have. After a cancel an algorithm goes on for a while, as real ones do."""

    def set_up(self, algorithm):
        self._algorithm, self._runs, self.was_cancelled = algorithm, False, False
        self._buttons, self._cancel = QDialogButtonBox(self), QPushButton(self)
        self._cancel.setObjectName("buttonCancel")
        self._cancel.setEnabled(False)
        self._cancel.clicked.connect(self._stop)

    def algorithm(self):
        return self._algorithm

    def buttonBox(self):
        return self._buttons

    def run(self):
        self._runs = True
        self._cancel.setEnabled(True)

    def _stop(self):
        self.was_cancelled = True
        QTimer.singleShot(SLOW_MS, self._end)

    def _end(self):
        self._runs = False
        self._cancel.setEnabled(False)


class OldDialog(QDialog, Panel):
    """As QgsProcessingAlgorithmDialogBase: a window."""

    algorithmFinished = pyqtSignal(bool, dict)

    def __init__(self, algorithm, parent=None):
        super().__init__(parent)
        self.set_up(algorithm)

    def closeEvent(self, event):
        super().closeEvent(event)
        if not self._runs:
            self.deleteLater()

    def holder(self):
        return self


class NewWidget(QWidget, Panel):
    """As QgsProcessingAlgorithmWidgetBase: in a dock or in a window, which its end takes away."""

    algorithmFinished = pyqtSignal(bool, dict)

    def __init__(self, algorithm, parent=None, is_docked=True):
        super().__init__(parent)
        self.set_up(algorithm)
        self._holder = QDockWidget(parent) if is_docked else QDialog()
        if is_docked:
            self._holder.setWidget(self)
        else:
            QVBoxLayout(self._holder).addWidget(self)

    def isRunning(self):
        return self._runs

    def cancel(self):
        self._stop()

    def showWidget(self):
        self._holder.show()

    def reject(self):
        self._holder.hide()
        if not self._runs:
            self.close()

    def closeEvent(self, event):
        super().closeEvent(event)
        if not self._runs:
            self._holder.deleteLater()
            self.deleteLater()

    def holder(self):
        return self._holder


class NewWindow(NewWidget):
    """In a window of its own, and in a form whose button has another name."""

    def __init__(self, algorithm, parent=None):
        super().__init__(algorithm, parent, is_docked=False)
        self._cancel.setObjectName("stop")


KINDS = pytest.mark.parametrize("kind", [OldDialog, NewWidget, NewWindow])


@pytest.fixture
def window(qgis_app):
    made = QMainWindow()
    yield made
    sip.delete(made)


def delete_what_is_due():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@KINDS
def test_dialogs_are_found_wherever_they_stand(provider, window, kind):
    ours = kind(provider.algorithm("search_scenes").create(), window)
    foreign, empty = kind(None, window), QWidget(window)
    processing_plugin.show_dialog(ours)
    assert ours.holder().isVisibleTo(window) or ours.holder().isVisible()
    found = processing_plugin.dialogs_of(provider)
    assert found == [ours]
    for widget in (ours, foreign):
        algorithm_task.end_dialog(widget)
    empty.deleteLater()
    delete_what_is_due()
    assert not processing_plugin.dialogs_of(provider)


@KINDS
def test_a_dialog_that_runs_is_stopped_waited_for_and_closed(provider, window, kind):
    dialog = kind(provider.algorithm("search_scenes").create(), window)
    holder = dialog.holder()
    processing_plugin.show_dialog(dialog)
    dialog.run()
    assert processing_plugin.is_running(dialog)
    algorithm_task.end_dialog(dialog)
    assert dialog.was_cancelled
    assert not dialog._runs
    assert not holder.isVisible()
    delete_what_is_due()
    assert sip.isdeleted(dialog)
    assert sip.isdeleted(holder)
    assert not processing_plugin.is_running(dialog)
    algorithm_task.end_dialog(dialog)  # of one that is gone: nothing


@KINDS
def test_closing_a_dialog_that_runs_stops_nothing(provider, window, kind):
    dialog = kind(provider.algorithm("search_scenes").create(), window)
    processing_plugin.show_dialog(dialog)
    dialog.run()
    processing_plugin.close_dialog(dialog)
    delete_what_is_due()
    assert not dialog.was_cancelled
    assert not dialog.holder().isVisible()
    algorithm_task.end_dialog(dialog)
    delete_what_is_due()
    assert sip.isdeleted(dialog)


def test_the_real_dialog_of_this_qgis_has_what_is_asked_of_it(provider, window):
    """Its own class, as C++ hands it out: without the methods that only its Python half may call."""
    base = getattr(qgis.gui, "QgsProcessingAlgorithmWidgetBase", None) or qgis.gui.QgsProcessingAlgorithmDialogBase

    class Real(base):
        def createProcessingParameters(self, flags=None):
            return {}

        def processingContext(self):
            return QgsProcessingContext()

    dialog = Real(window)
    dialog.setAlgorithm(provider.algorithm("search_scenes").create())
    processing_plugin.show_dialog(dialog)
    assert processing_plugin.dialogs_of(provider) == [dialog]
    button = QPushButton("More")
    processing_plugin.add_button(dialog, button)
    assert button in dialog.buttonBox().buttons()
    assert processing_plugin.message_bar_of(dialog) is not None
    assert not processing_plugin.is_running(dialog)
    dialog.cancelButton().setEnabled(True)
    assert processing_plugin.is_running(dialog)
    dialog.cancelButton().clicked.connect(lambda: dialog.cancelButton().setEnabled(False))
    processing_plugin.cancel(dialog)
    algorithm_task.end_dialog(dialog)
    delete_what_is_due()
    assert sip.isdeleted(dialog)


@pytest.fixture
def layout(monkeypatch):
    """Return a function that gives ``processing`` the modules of one QGIS, and nothing of the real one."""

    def give(**modules):
        for name in [name for name in sys.modules if name.split(".")[0] == "processing"]:
            monkeypatch.delitem(sys.modules, name)
        for name in ("processing", "processing.gui", "processing.modeler"):
            monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
            sys.modules[name].__path__ = []  # a package in which nothing else is found
        for name, content in modules.items():
            full = "processing" + ("." + name.replace("__", ".") if name != "top" else "")
            module = sys.modules.get(full) or types.ModuleType(full)
            vars(module).update(content)
            monkeypatch.setitem(sys.modules, full, module)

    return give


class Entry:
    name, is_separator = None, False

    def setData(self, algorithm, toolbox):
        self.itemData = algorithm


class Entries:
    actions: ClassVar = []

    @staticmethod
    def registerProviderContextMenuActions(entries):
        Entries.actions.extend(entries)

    @staticmethod
    def deregisterProviderContextMenuActions(entries):
        for entry in entries:
            Entries.actions.remove(entry)


class Styles:
    @staticmethod
    def getStyle(algorithm, output):
        return "own.qml" if output == "OUTPUT" else None


MENU = {
    "gui__ContextAction": {"ContextAction": Entry},
    "gui__ProviderActions": {"ProviderContextMenuActions": Entries},
}


@KINDS
def test_the_plugin_opens_and_ends_dialogs_of_every_kind(provider, window, qgis_iface, layout, kind):
    """The way from the menu to unload; Processing's own modules of dialogs are not asked for."""
    made = []

    def create(name, parameters):
        made.append(kind(provider.algorithm(name.partition(":")[2]).create(), window))
        return made[-1]

    layout(top={"createAlgorithmDialog": create}, **MENU)
    plugin = plugin_module.SentinelToolkitPlugin(qgis_iface)
    plugin._provider = provider
    plugin._open("download_scenes")
    plugin._open("search_scenes")
    download, search = made
    assert [button.text() for button in download.buttonBox().buttons()] == ["Add to queue"]
    assert len(plugin._algorithm_dialogs) == 2
    search.run()
    plugin._close_algorithm_dialogs()
    assert search.was_cancelled
    delete_what_is_due()
    assert not [each for each in QApplication.allWidgets() if isinstance(each, kind)]


def test_unloading_needs_no_dialog_and_no_module_of_processing(provider, qgis_iface, layout, monkeypatch):
    """Where QGIS has moved all of it, the plugin still loads and leaves."""
    layout()
    plugin = plugin_module.SentinelToolkitPlugin(qgis_iface)
    monkeypatch.setattr(plugin, "_add_provider", lambda: provider)
    plugin.initGui()
    assert plugin._model_action is None
    plugin.unload()


def test_the_entry_of_the_toolbox_comes_and_goes(provider, layout):
    opened = []
    designer = types.SimpleNamespace(show=lambda: None, activate=lambda: opened.append("up"))
    modeler = types.SimpleNamespace(create=lambda model: opened.append(model.name()) or designer)
    layout(**MENU, modeler__ModelerDialog={"ModelerDialog": modeler})
    entry = add_model_action()
    assert Entries.actions == [entry]
    entry.setData(provider.algorithm("search_scenes"), None)
    assert not entry.isEnabled()
    entry.setData(provider.algorithm("search_and_composite"), None)
    assert entry.isEnabled()
    entry.execute()
    assert opened == [provider.algorithm("search_and_composite").displayName(), "up"]
    processing_plugin.remove_from_toolbox_menu(entry)
    assert not Entries.actions


def test_a_style_of_the_user_is_asked_for_where_qgis_keeps_styles(layout):
    layout(gui__RenderingStyles={"RenderingStyles": Styles})
    assert processing_plugin.chosen_style("sentinel_toolkit:search_scenes", "OUTPUT") == "own.qml"
    assert not processing_plugin.chosen_style("sentinel_toolkit:search_scenes", "OTHER")
    layout()
    assert not processing_plugin.chosen_style("sentinel_toolkit:search_scenes", "OUTPUT")
