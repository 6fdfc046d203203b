"""The layers of one run on their way into the project: named, styled, and shown when the last of them is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingLayerPostProcessorInterface, QgsRasterLayer

from sentinel_toolkit.processing import on_the_map, processing_plugin
from sentinel_toolkit.processing.guard import or_else
from sentinel_toolkit.processing.layer_metadata import describe_raster
from sentinel_toolkit.processing.layer_names import IDS_OF_READY_OUTPUTS, layer_name, span_of_raster

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer, QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

    from sentinel_toolkit.processing.layer_names import Span


class LayerStyler(QgsProcessingLayerPostProcessorInterface):
    """Style one finished layer, and show those that are there."""

    def __init__(self, style: Path | None, arrivals: Arrivals) -> None:
        super().__init__()
        self._style, self._arrivals = style, arrivals
        self.layer_id = ""

    @or_else(lambda _words: None)
    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if self._style is not None:
            layer.loadNamedStyle(str(self._style))
            layer.triggerRepaint()
        self.layer_id = layer.id()
        self._arrivals.show(context)


class Arrivals:
    """The layers of one run of an algorithm, the most important first."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, place: str) -> None:
        self._algorithm, self._place = algorithm, place
        self._stylers: list[LayerStyler] = []  # kept here: QGIS does not keep them, and forgets them silently

    def add(
        self, output: str, destination: str, what: str, span: Span, style: Path, context: QgsProcessingContext
    ) -> None:
        """Let an output be named and styled when it enters the project: Processing loads layers without the .qml.

        A style that the user has chosen for this output in Processing's settings wins; so does the name that the author
        of a model has given it.

        Parameters
        ----------
        what
            It is: the first part of its name.
        """
        if not context.willLoadLayerOnCompletion(destination):
            return
        details = context.layerToLoadOnCompletionDetails(destination)
        if details.name in (self._algorithm.parameterDefinition(output).description(), *IDS_OF_READY_OUTPUTS, output):
            details.name = layer_name(what, span, self._place)
        is_chosen = processing_plugin.chosen_style(self._algorithm.id(), output)
        styler = LayerStyler(None if is_chosen else style, self)
        self._stylers.append(styler)
        details.setPostProcessor(styler)

    def add_raster(self, output: str, path: str, what: str, context: QgsProcessingContext) -> None:
        """Add a raster, with the style beside it, and open it here, beside the window's thread.

        Processing would open it there, without the style, and read its pixels for a stretch that nobody sees.
        """
        self.add(output, path, what, span_of_raster(path), Path(path).with_suffix(".qml"), context)
        if context.willLoadLayerOnCompletion(path):
            context.temporaryLayerStore().addMapLayer(describe_raster(QgsRasterLayer(path, output), path))

    def show(self, context: QgsProcessingContext) -> None:
        """Put those that are in the project where they are seen."""
        project = context.project()
        if project is not None:
            there = [project.mapLayer(styler.layer_id) for styler in self._stylers if styler.layer_id]
            on_the_map.show_layers([layer for layer in there if layer is not None], project)
