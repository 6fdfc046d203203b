"""Search scenes: parameters → request, and the table of rows → scenes layer."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, Qt

from sentinel_toolkit import paths
from sentinel_toolkit.contract.catalogue import PASSES, PRODUCTS, SOURCES, SearchScenesRequest
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.processing import aoi
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.definitions import described
from sentinel_toolkit.processing.scenes_layer import count_features, fill, scene_fields

translate = QCoreApplication.translate

LAYER_SUFFIXES = (".gpkg", ".geojson", ".fgb")  # a shapefile cuts names to 10 letters and texts to 254
STYLE = paths.RESOURCES / "styles" / "scenes.qml"


class SearchScenes(ToolkitAlgorithm):
    """Find the scenes of an area and period."""

    JOB = "search_scenes"

    def displayName(self):
        return translate("SentinelToolkit", "Search scenes")

    def group(self):
        return translate("SentinelToolkit", "Catalogue")

    def tags(self):
        words = translate(
            "SentinelToolkit", "sentinel-2,copernicus,stac,catalogue,search,footprint,SAFE,earth search,cloud"
        )
        return words.split(",")

    def shortDescription(self):
        return translate("SentinelToolkit", "Finds the Sentinel scenes of an area and period as a layer of footprints.")

    def shortHelpString(self):
        return translate(
            "SentinelToolkit",
            "Asks a catalogue, or looks through a folder, and returns one layer with a footprint for each scene: time, "
            "tile, orbit, cloud, how much of the area it covers and what else is known.\n\n"
            "Filter and select it like any layer; the other algorithms take it, or any part of it, as Scenes.\n\n"
            "Earth Search and other STAC catalogues need dates and an area. In a folder, SAFE products (folders or "
            "zips) are found, and GeoTIFF or JP2 files beside STAC items.\n\n"
            "Of several versions of one acquisition only the newest is kept, unless you ask for all.",
        )

    def parameters(self):
        return (*self._source_parameters(), *self._filter_parameters(), self._output_parameter())

    def _source_parameters(self):
        folder = QgsProcessingParameterFile(
            "FOLDER",
            translate("SentinelToolkit", "Folder (for source folder)"),
            QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        )
        return (
            shared.choice(
                "SOURCE",
                translate("SentinelToolkit", "Source"),
                SOURCES,
                "earth_search",
                translate(
                    "SentinelToolkit", "Where to look: Earth Search (free, no account), another STAC API, or a folder."
                ),
            ),
            described(
                folder,
                translate(
                    "SentinelToolkit", "SAFE products (folders or zips) and rasters beside STAC items, subfolders too."
                ),
            ),
            shared.choice(
                "PRODUCT",
                translate("SentinelToolkit", "Product"),
                PRODUCTS,
                "sentinel-2-l2a",
                translate("SentinelToolkit", "Kind of scene: Sentinel-2 surface reflectance (L2A)."),
            ),
            *aoi.area_parameters(),
            self._date("START", translate("SentinelToolkit", "First day")),
            self._date("END", translate("SentinelToolkit", "Last day")),
        )

    def _date(self, name, label):
        parameter = QgsProcessingParameterDateTime(name, label, QgsProcessingParameterDateTime.Type.Date, optional=True)
        return described(
            parameter,
            translate(
                "SentinelToolkit",
                "Inclusive, as 2023-05-31; the solar day at the centre of the area. Optional for a folder only.",
            ),
        )

    def _filter_parameters(self):
        return (
            shared.number(
                "MAX_CLOUD",
                translate("SentinelToolkit", "Cloud at most [%]"),
                100.0,
                translate("SentinelToolkit", "Of the whole tile, 0-100. Scenes that do not state it stay."),
                low=0,
                high=100,
            ),
            shared.number(
                "MIN_COVERAGE",
                translate("SentinelToolkit", "Coverage of the area at least [%]"),
                0.0,
                translate(
                    "SentinelToolkit", "Share of the area inside the footprint, 0-100. 0 keeps all that touch it."
                ),
                low=0,
                high=100,
            ),
            described(
                QgsProcessingParameterBoolean(
                    "MEASURE_CLOUD", translate("SentinelToolkit", "Measure clouds inside the area"), False
                ),
                translate(
                    "SentinelToolkit",
                    "Fills the column clear: the clear share of the area, from a coarse look at each scene's "
                    "classification. Takes about a second for each remote scene.",
                ),
            ),
            *self._advanced_parameters(),
        )

    def _advanced_parameters(self):
        return (
            shared.text(
                "ENDPOINT",
                translate("SentinelToolkit", "STAC API address"),
                translate(
                    "SentinelToolkit", "URL of the STAC API for source stac; replaces the built-in one of the others."
                ),
                advanced=True,
            ),
            shared.text(
                "COLLECTION",
                translate("SentinelToolkit", "STAC collection"),
                translate("SentinelToolkit", "Collection to search, needed for source stac."),
                advanced=True,
            ),
            shared.choice(
                "PASS",
                translate("SentinelToolkit", "Day or night"),
                PASSES,
                "any",
                translate("SentinelToolkit", "Keeps passes with the sun above (day) or below (night) the horizon."),
                advanced=True,
            ),
            shared.text(
                "LOCAL_TIME",
                translate("SentinelToolkit", "Local solar time"),
                translate("SentinelToolkit", "Range such as 09:00-15:00, mean solar time at the centre of the area."),
                advanced=True,
            ),
            shared.text(
                "TILES",
                translate("SentinelToolkit", "Tiles"),
                translate("SentinelToolkit", "MGRS tiles with commas, e.g. 33TWL,33TXL; can stand in for an area."),
                advanced=True,
            ),
            shared.text(
                "RELATIVE_ORBITS",
                translate("SentinelToolkit", "Relative orbits"),
                translate("SentinelToolkit", "Numbers with commas, e.g. 79,122."),
                advanced=True,
            ),
            shared.text(
                "PLATFORMS",
                translate("SentinelToolkit", "Satellites"),
                translate("SentinelToolkit", "Names with commas, e.g. S2A,S2B."),
                advanced=True,
            ),
            described(
                QgsProcessingParameterBoolean(
                    "KEEP_DUPLICATES", translate("SentinelToolkit", "Keep older versions of an acquisition"), False
                ),
                translate("SentinelToolkit", "By default only the newest processing of each acquisition is kept."),
                advanced=True,
            ),
            shared.number(
                "LIMIT",
                translate("SentinelToolkit", "Scenes at most"),
                10_000,
                translate("SentinelToolkit", "The oldest ones are kept. 10000 by default."),
                low=1,
                kind=shared.INTEGER,
                advanced=True,
            ),
        )

    def _output_parameter(self):
        return described(
            QgsProcessingParameterFeatureSink(
                "OUTPUT",
                translate("SentinelToolkit", "Scenes"),
                QgsProcessing.SourceType.VectorPolygon,
            ),
            translate("SentinelToolkit", "Layer of footprints (gpkg, geojson or fgb) that the other algorithms take."),
        )

    def extra_outputs(self):
        return (
            QgsProcessingOutputNumber("COUNT", translate("SentinelToolkit", "Scenes found")),
            QgsProcessingOutputNumber("LEFT_OUT", translate("SentinelToolkit", "Scenes left out by filters")),
        )

    def check(self, parameters, context):
        shared.check_vector_suffix(parameters, "OUTPUT", context, LAYER_SUFFIXES)
        SearchScenesRequest(**self._fields(parameters, context), **aoi.placeholder_area(parameters))

    def request(self, parameters, context, folder):
        """Return the request that the parameters ask for."""
        self.check(parameters, context)
        return SearchScenesRequest(
            table_path=os.path.join(folder, "table.jsonl"),
            **self._fields(parameters, context),
            **aoi.area_fields(self, parameters, context),
        )

    def _fields(self, parameters, context):
        """Return the fields of the request but for the area."""

        def listed(name):
            words = self.parameterAsString(parameters, name, context).split(",")
            return tuple(word.strip() for word in words if word.strip())

        def day(name):
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
            "local_time": self.parameterAsString(parameters, "LOCAL_TIME", context).strip(),
            "tiles": listed("TILES"),
            "relative_orbits": listed("RELATIVE_ORBITS"),
            "platforms": listed("PLATFORMS"),
            "keep_duplicates": self.parameterAsBoolean(parameters, "KEEP_DUPLICATES", context),
            "limit": self.parameterAsInt(parameters, "LIMIT", context),
        }

    def _finish_file(self, file, is_complete):
        """Put the style beside a complete file; delete one that is not: a full disk can cut it off without a word."""
        style = Path(file).with_suffix(".qml")
        try:
            if not is_complete:
                raise ToolkitError(f"{file} cannot be written whole.", "Is there enough space in the folder?")
            shutil.copyfile(STYLE, style)
        except (ToolkitError, OSError):
            for path in (Path(file), style):
                path.unlink(missing_ok=True)
            raise

    def results(self, result, parameters, context):
        """Stream the table into the sink and return the outputs."""
        sink, destination = self.parameterAsSink(
            parameters,
            "OUTPUT",
            context,
            scene_fields(),
            QgsWkbTypes.Type.MultiPolygon,
            QgsCoordinateReferenceSystem("EPSG:4326"),
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        is_complete = fill(sink, result.table_path)
        del sink  # closes the file
        file = destination.split("|")[0]
        if os.path.isfile(file):
            self._finish_file(file, is_complete and count_features(destination) == result.count)
        self.style_when_loaded("OUTPUT", destination, STYLE, context)
        return {"OUTPUT": destination, "COUNT": result.count, "LEFT_OUT": result.left_out}
