"""Median composite: parameters → request."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterBoolean
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.imagery import COMPOSITE_METHODS, DEFAULT_MASK_CLASSES, MedianCompositeRequest
from sentinel_toolkit.processing import aoi, destinations
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.definitions import described

translate = QCoreApplication.translate


class MedianComposite(ToolkitAlgorithm):
    """A cloud-free composite of the scenes of a period."""

    JOB = "median_composite"

    def displayName(self):
        return translate("SentinelToolkit", "Median composite")

    def group(self):
        return translate("SentinelToolkit", "Imagery")

    def tags(self):
        words = translate(
            "SentinelToolkit", "cloud-free,cloudless,mosaic,composite,median,sentinel-2,copernicus,reflectance"
        )
        return words.split(",")

    def shortDescription(self):
        return translate("SentinelToolkit", "Makes one cloud-free image of the Sentinel-2 scenes of a period.")

    def shortHelpString(self):
        return translate(
            "SentinelToolkit",
            "Masks clouds and their shadows with the scene classification, makes one value of what is left, pixel by "
            "pixel (the median, unless you choose another rule), and writes one cloud-optimised GeoTIFF of surface "
            "reflectance.\n\n"
            "Scenes of several tiles and UTM zones come on one grid; tiles of one pass count as one observation. "
            "Whether a product needs the reflectance offset of baseline 04.00 is decided for each product.\n\n"
            "The last band, observations, tells how many clear values each pixel had. Where there are fewer than six, "
            "a missed cloud may show: add dates.\n\n"
            "Beside the raster lie a style and a STAC item that names the scenes and repeats the job.",
        )

    def parameters(self):
        method = shared.choice(
            "METHOD",
            translate("SentinelToolkit", "Method"),
            COMPOSITE_METHODS,
            "median",
            translate(
                "SentinelToolkit",
                "How one value is made of many. median ignores what is left of clouds; percentile is safer with few "
                "dates; geomedian keeps the bands consistent; medoid, max_ndvi and latest take one whole observation "
                "(max_ndvi is not for water or snow).",
            ),
        )
        percentile = shared.number(
            "PERCENTILE",
            translate("SentinelToolkit", "Percentile"),
            25.0,
            translate(
                "SentinelToolkit", "For method percentile, 0-100: 25 by default, lower is darker and freer of clouds."
            ),
            low=0,
            high=100,
            advanced=True,
        )
        date_band = described(
            QgsProcessingParameterBoolean("DATE_BAND", translate("SentinelToolkit", "Add a band with the date"), False),
            translate(
                "SentinelToolkit",
                "For methods medoid, max_ndvi and latest: a band date, the day of each pixel's observation as days "
                "since 1970-01-01.",
            ),
            advanced=True,
        )
        output = shared.raster_destination(
            translate("SentinelToolkit", "Composite"),
            translate(
                "SentinelToolkit",
                "GeoTIFF (tif) of reflectance x 10000, scale in the file, no data -32768, last band observations.",
            ),
        )
        bands, *others = shared.imagery_parameters("B02,B03,B04,B08", DEFAULT_MASK_CLASSES)
        return (
            shared.scenes_parameter(),
            *aoi.area_parameters(translate("SentinelToolkit", "Pixels outside are left empty.")),
            bands,
            method,
            percentile,
            date_band,
            *others,
            output,
        )

    def extra_outputs(self):
        return (
            QgsProcessingOutputNumber("VALID_PERCENT", translate("SentinelToolkit", "Share of the area with data [%]")),
            QgsProcessingOutputNumber("SCENES_USED", translate("SentinelToolkit", "Scenes that contributed pixels")),
        )

    def check(self, parameters, context):
        output = destinations.destination_text(parameters, "OUTPUT", context)
        MedianCompositeRequest(output=destinations.or_temporary(output, ".tif"), **self._fields(parameters, context))

    def request(self, parameters, context, folder):
        """Return the request that the parameters ask for."""
        return MedianCompositeRequest(
            **shared.imagery_job_fields(self, parameters, context, folder),
            **self._fields(parameters, context),
        )

    def _fields(self, parameters, context):
        """Return the fields of the request but for the files and the area."""
        method = self.parameterAsEnumString(parameters, "METHOD", context)
        return {
            "method": method,
            "percentile": self.parameterAsDouble(parameters, "PERCENTILE", context),
            "date_band": self.parameterAsBoolean(parameters, "DATE_BAND", context),
            **shared.imagery_fields(self, parameters, context),
        }

    def results(self, result, parameters, context):
        """Return the outputs."""
        self.style_when_loaded("OUTPUT", result.output, Path(result.output).with_suffix(".qml"), context)
        return {"OUTPUT": result.output, "VALID_PERCENT": result.valid_percent, "SCENES_USED": result.scenes_used}
