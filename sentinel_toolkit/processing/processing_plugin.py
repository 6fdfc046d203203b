"""All that we touch of QGIS's Processing plugin that it has promised nobody: dialogs, toolbox, designer, results.

QGIS 4.2 renamed the base of its dialogs and made widgets of them that stand in a dock or in a window of their own. What
exists decides here, never a version; nothing is imported before it is needed, since qgis_process has no window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import (
        QgsProcessingAlgorithm,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingModelAlgorithm,
        QgsProcessingProvider,
    )
    from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsMessageBar
    from qgis.PyQt.QtWidgets import QPushButton, QWidget


def create_dialog(algorithm_id: str, parameters: dict[str, Any]) -> QWidget | None:
    """Return the dialog of an algorithm, filled in; None where there is no such algorithm.

    The caller keeps it: QGIS keeps its C++ half only, of which Run does nothing.
    """
    import processing

    return processing.createAlgorithmDialog(algorithm_id, parameters) or None


def make_dialog(algorithm: QgsProcessingAlgorithm, parent: QWidget | None) -> QWidget:
    """Return the dialog that QGIS makes for an algorithm which has none of its own."""
    try:
        from processing.gui.algorithm_widget import AlgorithmWidget as Dialog  # QGIS 4.2
    except ImportError:
        from processing.gui.AlgorithmDialog import AlgorithmDialog as Dialog
    return Dialog(algorithm, parent=parent)


def wrappers_of(dialog: QWidget) -> dict[str, QgsAbstractProcessingParameterWidgetWrapper]:
    """Return parameter → what QGIS has put around its widget; empty where this QGIS does not tell."""
    wrappers = getattr(dialog.mainWidget(), "wrappers", {})
    return {name: each for name, each in wrappers.items() if hasattr(each, "wrappedWidget")}


def show_dialog(dialog: QWidget) -> None:
    """Show a dialog: its window, or the dock that it stands in."""
    getattr(dialog, "showWidget", dialog.show)()


def add_button(dialog: QWidget, button: QPushButton) -> None:
    """Add a button beside Run and Close."""
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    dialog.buttonBox().addButton(button, QDialogButtonBox.ButtonRole.ActionRole)


def parameters_in(dialog: QWidget) -> dict[str, Any]:
    """Return what is filled in; empty where something is missing, which the dialog then shows itself."""
    return dialog.createProcessingParameters()


def message_bar_of(dialog: QWidget) -> QgsMessageBar:
    """Return the bar above the parameters."""
    return dialog.messageBar()


def dialogs_of(provider: QgsProcessingProvider | None) -> list[QWidget]:
    """Return the dialogs of a provider's algorithms, whoever opened them, in windows and in docks."""
    from qgis.PyQt.QtWidgets import QApplication

    dialogs = [each for each in QApplication.allWidgets() if hasattr(each, "algorithmFinished")]
    return [each for each in dialogs if each.algorithm() is not None and each.algorithm().provider() == provider]


def is_running(dialog: QWidget) -> bool:
    """Tell whether a dialog's algorithm runs; one that is gone runs nothing."""
    from qgis.PyQt import sip

    if sip.isdeleted(dialog):
        return False
    if hasattr(dialog, "isRunning") and dialog.isRunning():
        return True
    button = _cancel_button(dialog)  # tells it of the batch dialog, and of all of them up to QGIS 4.0
    return button is not None and button.isEnabled()


def cancel(dialog: QWidget) -> None:
    """Ask a dialog's algorithm to stop, and come back at once."""
    if hasattr(dialog, "cancel"):
        dialog.cancel()
        return
    button = _cancel_button(dialog)
    if button is not None:
        button.click()


def _cancel_button(dialog: QWidget) -> QPushButton | None:
    """Return the button by its name in the form: the method is protected, and out of reach of others."""
    from qgis.PyQt.QtWidgets import QPushButton

    return dialog.findChild(QPushButton, "buttonCancel")


def close_dialog(dialog: QWidget) -> None:
    """Close a dialog, and with it the window or the dock that it stands in; one that runs goes on, hidden."""
    from qgis.PyQt import sip

    if sip.isdeleted(dialog):
        return
    if dialog.isWindow():
        dialog.close()
        return
    dialog.reject()  # closes what holds it
    if not sip.isdeleted(dialog) and not is_running(dialog):
        dialog.close()  # where that was closed before


def load_results(
    algorithm: QgsProcessingAlgorithm,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    parameters: dict[str, Any],
) -> None:
    """Load the layers that the parameters ask for into the project, as an algorithm's dialog does."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    handleAlgorithmResults(algorithm, context, feedback, parameters=parameters)


def chosen_style(algorithm_id: str, output: str) -> str:
    """Return the style that the user has chosen for an output in Processing's settings; empty without one."""
    try:
        from processing.gui.RenderingStyles import RenderingStyles
    except ImportError:
        return ""
    return RenderingStyles.getStyle(algorithm_id, output) or ""


def open_in_designer(model: QgsProcessingModelAlgorithm) -> None:
    """Open a model in the model designer."""
    from processing.modeler.ModelerDialog import ModelerDialog

    designer = ModelerDialog.create(model)
    designer.show()
    designer.activate()


def add_to_toolbox_menu(
    text: str,
    is_for: Callable[[QgsProcessingAlgorithm], bool],
    use: Callable[[QgsProcessingAlgorithm], None],
) -> object | None:
    """Add an entry to the context menu of the toolbox, for the algorithms that ``is_for`` is true of.

    Returns what ``remove_from_toolbox_menu`` takes away again; None where this QGIS has no such menu.
    """
    try:
        from processing.gui.ContextAction import ContextAction
        from processing.gui.ProviderActions import ProviderContextMenuActions
    except ImportError:
        return None

    class ToolboxEntry(ContextAction):
        def isEnabled(self) -> bool:
            return is_for(self.itemData)

        def execute(self) -> None:
            use(self.itemData)

    entry = ToolboxEntry()
    entry.name = text
    ProviderContextMenuActions.registerProviderContextMenuActions([entry])
    return entry


def remove_from_toolbox_menu(entry: object | None) -> None:
    """Take an entry out of the toolbox's context menu."""
    if entry is not None:
        from processing.gui.ProviderActions import ProviderContextMenuActions

        ProviderContextMenuActions.deregisterProviderContextMenuActions([entry])
