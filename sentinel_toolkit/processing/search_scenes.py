"""Search scenes: parameters → request, and the table of rows → scenes layer."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, Qt

from sentinel_toolkit import paths
from sentinel_toolkit.contract.catalogue import SearchScenesRequest
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.processing import aoi
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.scenes_layer import count_features, fill, make_folder_of, scene_fields
from sentinel_toolkit.processing.search_parameters import search_parameters

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
        return search_parameters()

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
        shared.check_vector_suffix(parameters, "OUTPUT", context, LAYER_SUFFIXES)
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
        make_folder_of(shared.destination_text(parameters, "OUTPUT", context))
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
