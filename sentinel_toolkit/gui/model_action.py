"""Opens a ready model in QGIS's model designer, as a copy that the user may change and save."""

from __future__ import annotations

from processing.gui.ContextAction import ContextAction
from processing.modeler.ModelerDialog import ModelerDialog
from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.processing.ready_models import ReadyModel

translate = QCoreApplication.translate


class OpenModelAction(ContextAction):
    """An entry of the toolbox's context menu, for our models only."""

    def __init__(self) -> None:
        super().__init__()
        self.name = translate("SentinelToolkit", "Open in model designer…")

    def isEnabled(self) -> bool:
        return isinstance(self.itemData, ReadyModel)

    def execute(self) -> None:
        copy = QgsProcessingModelAlgorithm()
        copy.loadVariant(self.itemData.toVariant())
        copy.setName(self.itemData.displayName())
        copy.setGroup("Sentinel Toolkit")
        dialog = ModelerDialog.create(copy)
        dialog.show()
        dialog.activate()
