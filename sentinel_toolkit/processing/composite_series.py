"""Composite series: parameters → request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.imagery import (
    DEFAULT_MASK_CLASSES,
    GROUP_FILE,
    SERIES_PERIODS,
    TILINGS,
    CompositeSeriesRequest,
)
from sentinel_toolkit.contract.object_addresses import absolute_folder, is_object_address
from sentinel_toolkit.processing import aoi, composite_parameters, destinations
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.definitions import described
from sentinel_toolkit.processing.layer_names import Span, layer_name, span_of_rows
from sentinel_toolkit.processing.time_group import write_time_group

if TYPE_CHECKING:
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputDefinition,
        QgsProcessingParameterDefinition,
    )

    from sentinel_toolkit.contract.imagery import CompositeSeriesResult

translate = QCoreApplication.translate


class CompositeSeries(ToolkitAlgorithm):
    """A cloud-free composite of each month, season or year."""

    JOB = "composite_series"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Composite series")

    def group(self) -> str:
        return translate("SentinelToolkit", "Imagery")

    def tags(self) -> list[str]:
        words = translate(
            "SentinelToolkit", "monthly,seasonal,annual,time series,cloud-free,mosaic,composite,median,sentinel-2,tiles"
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Makes a cloud-free image of each month, season or year.")

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Sorts the scenes into periods and makes a composite of each, as Median composite does, all on one grid "
            "(or on each tile's own).\n\n"
            "The folder then holds a cloud-optimised GeoTIFF and a STAC item for each, a virtual raster for each "
            "period, a STAC collection, a contact sheet, a page that lists them, and composites.qlr: a group of all "
            "with times for the Temporal Controller, which can be dragged into any project.\n\n"
            "Run it again with the same folder to go on: what is finished is not made again, and more dates may be "
            "added. A composite that fails is named, and made by the next run.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        bands, *others = shared.imagery_parameters("B02,B03,B04,B08", DEFAULT_MASK_CLASSES)
        return (
            shared.scenes_parameter(),
            *aoi.area_parameters(translate("SentinelToolkit", "Pixels outside are left empty.")),
            shared.choice(
                "PERIOD",
                translate("SentinelToolkit", "Period"),
                SERIES_PERIODS,
                "month",
                translate(
                    "SentinelToolkit",
                    "One composite for each: dekad is 10 days, season is DJF, MAM, JJA, SON (December counts to the "
                    "next year), all is one for all dates.",
                ),
            ),
            described(
                QgsProcessingParameterBoolean(
                    "BY_CALENDAR", translate("SentinelToolkit", "Same periods of all years together"), False
                ),
                translate(
                    "SentinelToolkit",
                    "All Januaries make one composite, and so on. Its time in QGIS lies in the nominal year 2000.",
                ),
                advanced=True,
            ),
            shared.choice(
                "TILING",
                translate("SentinelToolkit", "Split by tiles"),
                TILINGS,
                "none",
                translate(
                    "SentinelToolkit",
                    "none makes one raster for the whole area; mgrs one for each tile of Sentinel-2, in its own UTM "
                    "zone unless a CRS is chosen: for large areas.",
                ),
            ),
            bands,
            *composite_parameters.rule_parameters(),
            *others,
            composite_parameters.scheduler_parameter(),
            shared.text(
                "SHARD",
                translate("SentinelToolkit", "Share of the composites"),
                translate(
                    "SentinelToolkit",
                    "3/100 makes the third of a hundred shares and nothing else, so that many runs, on many computers, "
                    "make the whole; finish then writes what shows them all. Empty: all.",
                ),
                advanced=True,
            ),
            shared.load_parameter(),
            described(
                QgsProcessingParameterFolderDestination(
                    "OUTPUT_FOLDER", translate("SentinelToolkit", "Folder for the composites")
                ),
                translate("SentinelToolkit", "Use the same one again to go on, or to add dates."),
            ),
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (
            QgsProcessingOutputNumber("COUNT", translate("SentinelToolkit", "Composites in the folder")),
            QgsProcessingOutputNumber("FAILED", translate("SentinelToolkit", "Composites that failed")),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        folder = destinations.destination_text(parameters, "OUTPUT_FOLDER", context) or "temporary"
        CompositeSeriesRequest(output_folder=folder, **self._fields(parameters, context))

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> CompositeSeriesRequest:
        """Return the request that the parameters ask for."""
        return CompositeSeriesRequest(
            output_folder=absolute_folder(self.parameterAsString(parameters, "OUTPUT_FOLDER", context)),
            table_path=os.path.join(folder, "layers.jsonl"),
            **shared.imagery_job_fields(self, parameters, context, folder),
            **self._fields(parameters, context),
        )

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the fields of the request but for the files and the area."""
        return {
            "period": self.parameterAsEnumString(parameters, "PERIOD", context),
            "by_calendar": self.parameterAsBoolean(parameters, "BY_CALENDAR", context),
            "tiling": self.parameterAsEnumString(parameters, "TILING", context),
            "shard": self.parameterAsString(parameters, "SHARD", context).strip(),
            **composite_parameters.composite_fields(self, parameters, context),
        }

    def read_in_main_thread(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Read what only the main thread may read, and warn of a folder that QGIS will delete."""
        given = destinations.destination_text(parameters, "OUTPUT_FOLDER", context)
        if given in ("", QgsProcessing.TEMPORARY_OUTPUT):
            feedback.pushWarning(
                translate("SentinelToolkit", "The composites go to a temporary folder: QGIS deletes it when it closes.")
            )
        super().read_in_main_thread(parameters, context, feedback)

    def cancelled_text(self) -> str:
        return translate(
            "SentinelToolkit", "Cancelled. Finished composites are kept; run again to go on where this run stopped."
        )

    def results(
        self, result: CompositeSeriesResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Write the group of layers, unless a share was made or they stand in a bucket, and return the outputs."""
        outputs = {"OUTPUT_FOLDER": result.output_folder, "COUNT": result.count, "FAILED": result.failed}
        if not result.table_path or is_object_address(result.output_folder):
            return outputs
        what = composite_parameters.name_of_composite(self, parameters, context)
        name = layer_name(what, span_of_rows(result.table_path), self.place)
        if self.parameterAsBoolean(parameters, "BY_CALENDAR", context):
            name = translate("SentinelToolkit", "{composite} (all years; times in the nominal year 2000)").format(
                composite=layer_name(what, Span(), self.place)
            )
        self.group_file = os.path.join(result.output_folder, GROUP_FILE)
        write_time_group(
            self.group_file, name, result.table_path, composite_parameters.subject(self, parameters, context)
        )
        return outputs
