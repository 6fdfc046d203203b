"""NDVI animation: parameters → request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputNumber
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.animation import FRAMES_GROUP_FILE, NdviAnimationRequest
from sentinel_toolkit.processing import animation_parameters as own
from sentinel_toolkit.processing import aoi, destinations, series_parameters, tables
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.layer_names import layer_name, span_of_rows
from sentinel_toolkit.processing.time_group import write_time_group

if TYPE_CHECKING:
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputDefinition,
        QgsProcessingParameterDefinition,
    )

    from sentinel_toolkit.contract.animation import NdviAnimationResult

translate = QCoreApplication.translate


class NdviAnimation(ToolkitAlgorithm):
    """Maps of an index over time as GIF, MP4, WebP or PNG."""

    JOB = "ndvi_animation"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "NDVI animation")

    def group(self) -> str:
        return translate("SentinelToolkit", "Series")

    def tags(self) -> list[str]:
        words = translate(
            "SentinelToolkit",
            "animation,video,gif,mp4,time series,timelapse,ndvi,index,lst,temporal controller,sentinel-2,sentinel-3",
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Makes a GIF, MP4, WebP or PNG animation of NDVI or another index.")

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Computes the index of each date on one grid, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and "
            "draws a map of each, with title, date, colour bar, scale bar, north arrow and the area's boundary.\n\n"
            "All frames share one scale of colours: equal values have equal colours in every frame. What is missing or "
            "under cloud is grey, what lies outside the area white. Dates with too little to see are left out and "
            "named.\n\n"
            "The maps can also be had as PNG files, as rasters with frames.qlr (a group with times for the Temporal "
            "Controller), and as a table of their means.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        return (
            *series_parameters.source_parameters(),
            *series_parameters.index_parameters(),
            *aoi.area_parameters(translate("SentinelToolkit", "Pixels outside are white.")),
            *own.time_parameters(),
            *own.page_parameters(),
            *series_parameters.mask_parameters(),
            *own.colour_parameters(),
            series_parameters.units_parameter(),
            *own.destinations(),
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (
            QgsProcessingOutputNumber("FRAMES", translate("SentinelToolkit", "Frames of the animation")),
            QgsProcessingOutputNumber("LEFT_OUT", translate("SentinelToolkit", "Dates that were left out")),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        destinations.check_vector_suffix(parameters, "TABLE", context, tables.ANIMATION.suffixes)
        output = destinations.destination_text(parameters, "OUTPUT", context)
        NdviAnimationRequest(
            output=destinations.or_temporary(output, ".gif"),
            **series_parameters.placeholder_sources(parameters),
            **series_parameters.index_fields(self, parameters, context),
            **own.fields(self, parameters, context),
        )

    def read_in_main_thread(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Read what only the main thread may read."""
        self._rasters = series_parameters.raster_rows(self, parameters, context)
        super().read_in_main_thread(parameters, context, feedback)

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> NdviAnimationRequest:
        """Return the request that the parameters ask for."""
        rasters = [row["path"] for row in self._rasters]
        inputs = ("INPUT", "AOI", "BOUNDARY")
        destinations.prove_destinations(self, parameters, context, ("TABLE", "OUTPUT"), inputs, rasters)
        boundary_wkt, boundary_crs = aoi.outline_fields(self, parameters, context, "BOUNDARY")
        frames = self._folder(parameters, "FRAMES_FOLDER", context)
        has_table = bool(destinations.destination_text(parameters, "TABLE", context))
        return NdviAnimationRequest(
            output=self.parameterAsFileOutput(parameters, "OUTPUT", context),
            boundary_wkt=boundary_wkt,
            boundary_crs=boundary_crs,
            pictures_folder=self._folder(parameters, "PICTURES_FOLDER", context),
            frames_folder=frames,
            layers_path=os.path.join(folder, "layers.jsonl") if frames else "",
            table_path=os.path.join(folder, "table.jsonl") if has_table else "",
            threads=self.settings.threads,
            repeat_with=self.repeat_with(parameters, context),
            **series_parameters.source_fields(self, parameters, context, folder, self._rasters),
            **series_parameters.index_fields(self, parameters, context),
            **aoi.area_fields(self, parameters, context),
            **own.fields(self, parameters, context),
        )

    def _folder(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return a folder that was asked for; empty where none was."""
        if not destinations.destination_text(parameters, name, context):
            return ""
        return os.path.abspath(self.parameterAsString(parameters, name, context))

    def what(self, output: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what the layer is called by first."""
        return f"{self._subject(parameters, context)}: {super().what(output, parameters, context)}"

    def _subject(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        return series_parameters.name_of_index(self, parameters, context)

    def results(
        self, result: NdviAnimationResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Write the group and the table, and return the outputs."""
        outputs = {"OUTPUT": result.output, "FRAMES": result.frames, "LEFT_OUT": result.left_out}
        if result.pictures_folder:
            outputs["PICTURES_FOLDER"] = result.pictures_folder
        if result.frames_folder:
            outputs["FRAMES_FOLDER"] = result.frames_folder
            self.group_file = os.path.join(result.frames_folder, FRAMES_GROUP_FILE)
            what = self._subject(parameters, context)
            name = layer_name(what, span_of_rows(result.layers_path), self.place)
            title = self.parameterAsString(parameters, "TITLE", context)
            write_time_group(self.group_file, title or name, result.layers_path, what)
        if result.table_path:
            outputs["TABLE"] = tables.stream(self, "TABLE", tables.ANIMATION, result.table_path, parameters, context)
        return outputs
