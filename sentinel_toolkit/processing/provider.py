"""The Processing provider: the list of leaves, and the models made of them."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from sentinel_toolkit import paths
from sentinel_toolkit.processing.base import environment_problem
from sentinel_toolkit.processing.composite_series import CompositeSeries
from sentinel_toolkit.processing.definitions import icon_path
from sentinel_toolkit.processing.download_scenes import DownloadScenes
from sentinel_toolkit.processing.find_scene_pairs import FindScenePairs
from sentinel_toolkit.processing.guard import or_else
from sentinel_toolkit.processing.import_sentinel3 import ImportSentinel3
from sentinel_toolkit.processing.index_time_series import IndexTimeSeries
from sentinel_toolkit.processing.median_composite import MedianComposite
from sentinel_toolkit.processing.ndvi_animation import NdviAnimation
from sentinel_toolkit.processing.ready_models import MODELS
from sentinel_toolkit.processing.scene_statistics import SceneStatistics
from sentinel_toolkit.processing.search_scenes import SearchScenes
from sentinel_toolkit.processing.set_up_environment import SetUpEnvironment
from sentinel_toolkit.processing.stack_bands import StackBands
from sentinel_toolkit.processing.thermal_sharpening import ThermalSharpening

LEAVES = (
    SearchScenes,
    SceneStatistics,
    FindScenePairs,
    DownloadScenes,
    StackBands,
    MedianComposite,
    CompositeSeries,
    ImportSentinel3,
    NdviAnimation,
    IndexTimeSeries,
    ThermalSharpening,
    SetUpEnvironment,
)


class SentinelToolkitProvider(QgsProcessingProvider):
    """All algorithms of the toolkit."""

    def id(self) -> str:
        return "sentinel_toolkit"

    def name(self) -> str:
        return "Sentinel Toolkit"

    @or_else(lambda _words: "Sentinel Toolkit")
    def longName(self) -> str:
        return f"Sentinel Toolkit ({paths.version()})"

    @or_else(lambda _words: "")
    def versionInfo(self) -> str:
        return paths.version()

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return icon_path("sentinel_toolkit")

    def supportsNonFileBasedOutput(self) -> bool:
        return True  # the scenes layer may live in memory

    def warningMessage(self) -> str:
        return environment_problem()

    @or_else(lambda _words: None)
    def loadAlgorithms(self) -> None:
        for leaf in LEAVES:
            self.addAlgorithm(leaf())
        if QgsApplication.processingRegistry().providerById(self.id()):  # a model finds its steps in the registry
            for model in MODELS:
                self.addAlgorithm(model(self))


def environment_warning() -> str:
    """Return what to tell the user at start, or an empty text."""
    if not environment_problem():
        return ""
    return QCoreApplication.translate(
        "SentinelToolkit",
        "The Python environment for the work is missing. It is set up once, before the first job.",
    )
