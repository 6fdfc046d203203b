"""Scene statistics: parameters → request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.statistics import STATISTICS_PERIODS, SceneStatisticsRequest
from sentinel_toolkit.processing import aoi, destinations, scene_rows, tables
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.definitions import described

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingOutputDefinition, QgsProcessingParameterDefinition

    from sentinel_toolkit.contract.statistics import SceneStatisticsResult

translate = QCoreApplication.translate


class SceneStatistics(ToolkitAlgorithm):
    """Counts and means of a scenes layer by day, week or month."""

    JOB = "scene_statistics"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Scene statistics")

    def group(self) -> str:
        return translate("SentinelToolkit", "Catalogue")

    def tags(self) -> list[str]:
        words = translate(
            "SentinelToolkit",
            "statistics,archive,availability,calendar,cloud,revisit,report,copernicus,sentinel-2,sentinel-3",
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Counts the scenes of an area by period, and shows what the archive holds.")

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Counts scenes and acquisitions by day, week or month, with the mean share of cloud, vegetation, water "
            "and snow. Periods without any scene are rows with 0, so that gaps show.\n\n"
            "The report shows the counts, a calendar, the cloud, the means and how they correlate, orbits, tiles, the "
            "longest gaps, a map of the footprints and the size of the download.\n\n"
            "Percentages are those of whole scenes, as the catalogue states them. They sum to 100, so that a part of "
            "their correlation is arithmetic; vegetation of the cloud-free part is free of that.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        table = QgsProcessingParameterFeatureSink(
            "OUTPUT", translate("SentinelToolkit", "Statistics"), QgsProcessing.SourceType.Vector
        )
        return (
            shared.scenes_parameter(),
            shared.choice(
                "PERIOD",
                translate("SentinelToolkit", "Period"),
                STATISTICS_PERIODS,
                "month",
                translate(
                    "SentinelToolkit", "Of a row of the table: day, week (ISO) or month. The report shows all three."
                ),
            ),
            *aoi.area_parameters(translate("SentinelToolkit", "Scenes that miss it are not counted.")),
            described(table, translate("SentinelToolkit", "One row for each period; gpkg, geojson or csv.")),
            shared.page_destination(
                translate("SentinelToolkit", "Report"),
                translate("SentinelToolkit", "Page (html) with charts, calendar, tables and a map."),
            ),
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (
            QgsProcessingOutputNumber("SCENES", translate("SentinelToolkit", "Scenes counted")),
            QgsProcessingOutputNumber("ACQUISITIONS", translate("SentinelToolkit", "Acquisitions counted")),
            QgsProcessingOutputNumber("PERIODS", translate("SentinelToolkit", "Rows of the table")),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        destinations.check_vector_suffix(parameters, "OUTPUT", context, tables.STATISTICS.suffixes)
        html = destinations.destination_text(parameters, "OUTPUT_HTML", context)
        SceneStatisticsRequest(
            period=self.parameterAsEnumString(parameters, "PERIOD", context),
            output_html=destinations.or_temporary(html, ".html") if html else "",
            **aoi.placeholder_area(parameters),
        )

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> SceneStatisticsRequest:
        """Return the request that the parameters ask for."""
        outputs, inputs = ("OUTPUT", "OUTPUT_HTML"), ("INPUT", "AOI")
        destinations.prove_destinations(self, parameters, context, outputs, inputs)
        html = destinations.destination_text(parameters, "OUTPUT_HTML", context)
        scenes = os.path.join(folder, "scenes.jsonl")
        return SceneStatisticsRequest(
            scenes_path=scene_rows.write_scenes(self, parameters, context, scenes),
            period=self.parameterAsEnumString(parameters, "PERIOD", context),
            table_path=os.path.join(folder, "table.jsonl"),
            output_html=self.parameterAsFileOutput(parameters, "OUTPUT_HTML", context) if html else "",
            **aoi.area_fields(self, parameters, context),
        )

    def results(
        self, result: SceneStatisticsResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Write the table and return the outputs."""
        outputs = {"OUTPUT": tables.stream(self, "OUTPUT", tables.STATISTICS, result.table_path, parameters, context)}
        if result.output_html:
            outputs["OUTPUT_HTML"] = result.output_html
        counts = {"SCENES": result.scenes, "ACQUISITIONS": result.acquisitions, "PERIODS": result.periods}
        return {**outputs, **counts}
