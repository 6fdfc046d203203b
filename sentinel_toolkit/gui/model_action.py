"""Opens a ready model in QGIS's model designer, as a copy that the user may change and save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.processing import processing_plugin
from sentinel_toolkit.processing.ready_models import ReadyModel

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm

translate = QCoreApplication.translate


def add_model_action() -> object | None:
    """Add the entry to the toolbox's context menu, for our models only; return what takes it away again."""
    text = translate("SentinelToolkit", "Open in model designer…")
    return processing_plugin.add_to_toolbox_menu(text, _is_ready, _open_copy)


def _is_ready(algorithm: QgsProcessingAlgorithm) -> bool:
    return isinstance(algorithm, ReadyModel)


def _open_copy(model: ReadyModel) -> None:
    copy = QgsProcessingModelAlgorithm()
    copy.loadVariant(model.toVariant())
    copy.setName(model.displayName())
    copy.setGroup("Sentinel Toolkit")
    processing_plugin.open_in_designer(copy)
