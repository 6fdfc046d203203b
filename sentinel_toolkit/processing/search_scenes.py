"""Search scenes: parameters → request, and the table of rows → scenes layer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputNumber
from qgis.PyQt.QtCore import QCoreApplication, Qt

from sentinel_toolkit import paths
from sentinel_toolkit.contract.catalogue import SearchScenesRequest
from sentinel_toolkit.processing import aoi, destinations, tables
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.layer_names import name_of_scenes
from sentinel_toolkit.processing.search_parameters import search_parameters

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingOutputDefinition, QgsProcessingParameterDefinition

    from sentinel_toolkit.contract.catalogue import SearchScenesResult

translate = QCoreApplication.translate


class SearchScenes(ToolkitAlgorithm):
    """Find the scenes of an area and period."""

    JOB = "search_scenes"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Search scenes")

    def group(self) -> str:
        return translate("SentinelToolkit", "Catalogue")

    def tags(self) -> list[str]:
        words = translate(
            "SentinelToolkit",
            "sentinel-2,sentinel-3,copernicus,cdse,stac,odata,catalogue,search,footprint,SAFE,earth search,"
            "planetary computer,cloud",
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Finds the Sentinel scenes of an area and period as a layer of footprints.")

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Asks a catalogue, or looks through a folder, and returns one layer with a footprint for each scene: time, "
            "tile, orbit, cloud, how much of the area it covers and what else is known.\n\n"
            "Filter and select it like any layer; the other algorithms take it, or any part of it, as Scenes.\n\n"
            "Catalogues need dates and an area. Earth Search and Planetary Computer serve files that the other "
            "algorithms read where they are; what CDSE lists is fetched by Download scenes first. In a folder, SAFE "
            "products (folders or zips) are found, and GeoTIFF or JP2 files beside STAC items.\n\n"
            "Of several versions of one acquisition only the newest is kept, unless you ask for all. Answers are kept "
            "for some hours, so that the same search costs nothing, and works without a network.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        return search_parameters()

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (
            QgsProcessingOutputNumber("COUNT", translate("SentinelToolkit", "Scenes found")),
            QgsProcessingOutputNumber("LEFT_OUT", translate("SentinelToolkit", "Scenes left out by filters")),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        destinations.check_vector_suffix(parameters, "OUTPUT", context, tables.SCENES.suffixes)
        SearchScenesRequest(**self._fields(parameters, context), **aoi.placeholder_area(parameters))

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> SearchScenesRequest:
        """Return the request that the parameters ask for."""
        destinations.check_vector_suffix(parameters, "OUTPUT", context, tables.SCENES.suffixes)
        destinations.prove_destinations(self, parameters, context, ("OUTPUT",), ("AOI",))
        return SearchScenesRequest(
            table_path=os.path.join(folder, "table.jsonl"),
            cache_folder=str(paths.cache_folder() / "answers"),
            **self._fields(parameters, context),
            **aoi.area_fields(self, parameters, context),
        )

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the fields of the request but for the area."""

        def listed(name: str) -> tuple[str, ...]:
            words = self.parameterAsString(parameters, name, context).split(",")
            return tuple(word.strip() for word in words if word.strip())

        def day(name: str) -> str:
            moment = self.parameterAsDateTime(parameters, name, context)
            return moment.date().toString(Qt.DateFormat.ISODate) if moment.isValid() else ""

        return {
            "source": self.parameterAsEnumString(parameters, "SOURCE", context),
            "endpoint": self.parameterAsString(parameters, "ENDPOINT", context).strip(),
            "folder": self.parameterAsFile(parameters, "FOLDER", context),
            "product": self.parameterAsEnumString(parameters, "PRODUCT", context),
            "collection": self.parameterAsString(parameters, "COLLECTION", context).strip(),
            "start": day("START"),
            "end": day("END"),
            "max_cloud_percent": self.parameterAsDouble(parameters, "MAX_CLOUD", context),
            "min_coverage_percent": self.parameterAsDouble(parameters, "MIN_COVERAGE", context),
            "measure_cloud": self.parameterAsBoolean(parameters, "MEASURE_CLOUD", context),
            "day_night": self.parameterAsEnumString(parameters, "PASS", context),
            "timeliness": self.parameterAsEnumString(parameters, "TIMELINESS", context),
            "online_only": self.parameterAsBoolean(parameters, "ONLINE_ONLY", context),
            "refresh": self.parameterAsBoolean(parameters, "REFRESH", context),
            "local_time": self.parameterAsString(parameters, "LOCAL_TIME", context).strip(),
            "tiles": listed("TILES"),
            "relative_orbits": listed("RELATIVE_ORBITS"),
            "platforms": listed("PLATFORMS"),
            "centres": listed("CENTRE"),
            "keep_duplicates": self.parameterAsBoolean(parameters, "KEEP_DUPLICATES", context),
            "limit": self.parameterAsInt(parameters, "LIMIT", context),
        }

    def what(self, output: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what the layer is called by first."""
        return name_of_scenes(self.parameterAsEnumString(parameters, "PRODUCT", context))

    def results(
        self, result: SearchScenesResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Stream the table into the sink and return the outputs."""
        destination = tables.stream(self, "OUTPUT", tables.SCENES, result.table_path, parameters, context)
        return {"OUTPUT": destination, "COUNT": result.count, "LEFT_OUT": result.left_out}
