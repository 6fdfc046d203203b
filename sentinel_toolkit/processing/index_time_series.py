"""Index time series: parameters → request."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.series import SMOOTHINGS, IndexTimeSeriesRequest
from sentinel_toolkit.processing import aoi, destinations, series_parameters, tables
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.definitions import described

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterDefinition

    from sentinel_toolkit.contract.series import IndexTimeSeriesResult

translate = QCoreApplication.translate


class IndexTimeSeries(ToolkitAlgorithm):
    """Statistics of an index in polygons or at points, date by date."""

    JOB = "index_time_series"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Index time series")

    def group(self) -> str:
        return translate("SentinelToolkit", "Series")

    def tags(self) -> list[str]:
        words = translate(
            "SentinelToolkit",
            "time series,zonal statistics,ndvi,index,chart,smoothing,savitzky-golay,whittaker,sentinel-2,sentinel-3",
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Makes a table and a chart of NDVI or another index in zones over time.")

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Computes the index of each date, from scenes of Sentinel-2 or Sentinel-3 or from rasters, and its "
            "statistics in each zone: a polygon, or the pixel at a point.\n\n"
            "A pixel counts by the exact share of it that lies in the zone, so that small fields are not judged by the "
            "pixels whose centres they happen to hold. What is under cloud does not count; valid_percent tells how "
            "much was to see.\n\n"
            "Smoothing adds a column and leaves the measured means as they are. The chart is one page without any "
            "other file.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        zones = QgsProcessingParameterFeatureSource(
            "ZONES",
            translate("SentinelToolkit", "Zones"),
            [QgsProcessing.SourceType.VectorPolygon, QgsProcessing.SourceType.VectorPoint],
        )
        field = QgsProcessingParameterField(
            "ZONE_FIELD", translate("SentinelToolkit", "Field with the zones' names"), None, "ZONES", optional=True
        )
        table = QgsProcessingParameterFeatureSink(
            "OUTPUT", translate("SentinelToolkit", "Time series"), QgsProcessing.SourceType.Vector
        )
        return (
            *series_parameters.source_parameters(),
            described(
                zones,
                translate("SentinelToolkit", "Polygons or points in any CRS; each is a zone."),
            ),
            described(field, translate("SentinelToolkit", "Tells the zones apart. Empty: the features' numbers.")),
            *series_parameters.index_parameters(),
            *series_parameters.mask_parameters(),
            shared.number(
                "MIN_VALID",
                translate("SentinelToolkit", "Least valid share of a zone [%]"),
                20.0,
                translate(
                    "SentinelToolkit",
                    "Dates that show less of a zone (0-100) stay in the table with used false, and are in no line, "
                    "average or smoothing; the chart draws them hollow.",
                ),
                low=0,
                high=100,
            ),
            shared.choice(
                "SMOOTHING",
                translate("SentinelToolkit", "Smoothing"),
                SMOOTHINGS,
                "none",
                translate(
                    "SentinelToolkit",
                    "Fills the column smoothed: savitzky_golay on a regular step, or whittaker, which weighs each date "
                    "by its valid share.",
                ),
            ),
            series_parameters.units_parameter(),
            series_parameters.optional_number(
                "RESOLUTION",
                translate("SentinelToolkit", "Resolution [m]"),
                translate("SentinelToolkit", "Pixel size that is worked with. Empty: the source's own."),
                low=0,
            ),
            described(
                table,
                translate("SentinelToolkit", "One row for each zone and date; gpkg, geojson or csv."),
            ),
            shared.page_destination(
                translate("SentinelToolkit", "Chart"),
                translate("SentinelToolkit", "Optional page (html) with a chart of each zone."),
            ),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        destinations.check_vector_suffix(parameters, "OUTPUT", context, tables.TIME_SERIES.suffixes)
        html = destinations.destination_text(parameters, "OUTPUT_HTML", context)
        IndexTimeSeriesRequest(
            output_html=destinations.or_temporary(html, ".html") if html else "",
            **series_parameters.placeholder_sources(parameters),
            **self._fields(parameters, context),
        )

    def read_in_main_thread(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Read what only the main thread may read."""
        self._rasters = series_parameters.raster_rows(self, parameters, context)
        super().read_in_main_thread(parameters, context, feedback)

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        return {
            "smoothing": self.parameterAsEnumString(parameters, "SMOOTHING", context),
            "min_valid_percent": self.parameterAsDouble(parameters, "MIN_VALID", context),
            "resolution_m": series_parameters.number_or_none(self, parameters, context, "RESOLUTION") or 0.0,
            **series_parameters.index_fields(self, parameters, context),
        }

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> IndexTimeSeriesRequest:
        """Return the request that the parameters ask for."""
        rasters = [row["path"] for row in self._rasters]
        outputs, inputs = ("OUTPUT", "OUTPUT_HTML"), ("INPUT", "ZONES")
        destinations.prove_destinations(self, parameters, context, outputs, inputs, rasters)
        html = destinations.destination_text(parameters, "OUTPUT_HTML", context)
        path = os.path.join(folder, "zones.jsonl")
        return IndexTimeSeriesRequest(
            zones_path=path,
            zones_crs=self._write_zones(parameters, context, path),
            table_path=os.path.join(folder, "table.jsonl"),
            output_html=self.parameterAsFileOutput(parameters, "OUTPUT_HTML", context) if html else "",
            threads=self.settings.threads,
            repeat_with=self.repeat_with(parameters, context),
            **series_parameters.source_fields(self, parameters, context, folder, self._rasters),
            **self._fields(parameters, context),
        )

    def _write_zones(self, parameters: dict[str, Any], context: QgsProcessingContext, path: str) -> str:
        """Write name and geometry of each zone as JSON lines; return their CRS."""
        source = self.parameterAsSource(parameters, "ZONES", context)
        if source is None:
            raise InvalidRequestError(self.invalidSourceError(parameters, "ZONES"))
        field = self.parameterAsString(parameters, "ZONE_FIELD", context)
        index = source.fields().lookupField(field) if field else -1
        if field and index < 0:
            names = ", ".join(source.fields().names())
            raise InvalidRequestError(f"ZONES has no field {field!r}.", f"It has: {names}.")
        request = QgsFeatureRequest()
        if index < 0:
            request.setNoAttributes()
        with open(path, "w", encoding="utf-8") as lines:
            for feature in source.getFeatures(request):
                if feature.hasGeometry():
                    value = None if index < 0 else feature[index]
                    name = str(feature.id() if value in (None, NULL) else value)
                    geometry = feature.geometry().makeValid()  # repaired, and of straight lines
                    lines.write(json.dumps({"name": name, "wkt": geometry.asWkt(12)}) + "\n")
        return aoi.crs_of(source)

    def what(self, output: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what the layer is called by first."""
        index = series_parameters.name_of_index(self, parameters, context)
        return f"{index}: {super().what(output, parameters, context)}"

    def results(
        self, result: IndexTimeSeriesResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Write the table and return the outputs."""
        outputs = {"OUTPUT": tables.stream(self, "OUTPUT", tables.TIME_SERIES, result.table_path, parameters, context)}
        return {**outputs, "OUTPUT_HTML": result.output_html} if result.output_html else outputs
