"""Median composite: parameters → request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterRasterDestination
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.imagery import DEFAULT_MASK_CLASSES, MedianCompositeRequest
from sentinel_toolkit.processing import aoi, composite_parameters, destinations
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.definitions import described

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingOutputDefinition, QgsProcessingParameterDefinition

    from sentinel_toolkit.contract.imagery import MedianCompositeResult

translate = QCoreApplication.translate


class MedianComposite(ToolkitAlgorithm):
    """A cloud-free composite of the scenes of a period."""

    JOB = "median_composite"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Median composite")

    def group(self) -> str:
        return translate("SentinelToolkit", "Imagery")

    def tags(self) -> list[str]:
        words = translate(
            "SentinelToolkit", "cloud-free,cloudless,mosaic,composite,median,sentinel-2,copernicus,reflectance"
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Makes one cloud-free image of the Sentinel-2 scenes of a period.")

    def shortHelpString(self) -> str:
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

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        output = shared.raster_destination(
            translate("SentinelToolkit", "Composite"),
            translate(
                "SentinelToolkit",
                "GeoTIFF (tif) of reflectance x 10000, scale in the file, no data -32768, last band observations.",
            ),
        )
        picture = QgsProcessingParameterRasterDestination(
            "OUTPUT_RGB", translate("SentinelToolkit", "Picture for the web"), optional=True, createByDefault=False
        )
        bands, *others = shared.imagery_parameters("B02,B03,B04,B08", DEFAULT_MASK_CLASSES)
        return (
            shared.scenes_parameter(),
            *aoi.area_parameters(translate("SentinelToolkit", "Pixels outside are left empty.")),
            bands,
            *composite_parameters.rule_parameters(),
            *others,
            composite_parameters.scheduler_parameter(),
            output,
            described(
                picture,
                translate(
                    "SentinelToolkit",
                    "Optional true-colour GeoTIFF (tif) of 8 bits in Web Mercator, for web maps and slides.",
                ),
            ),
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (
            QgsProcessingOutputNumber("VALID_PERCENT", translate("SentinelToolkit", "Share of the area with data [%]")),
            QgsProcessingOutputNumber("SCENES_USED", translate("SentinelToolkit", "Scenes that contributed pixels")),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        output, picture = (
            destinations.destination_text(parameters, name, context) for name in ("OUTPUT", "OUTPUT_RGB")
        )
        MedianCompositeRequest(
            output=destinations.or_temporary(output, ".tif"),
            output_rgb=destinations.or_temporary(picture, ".tif") if picture else "",
            **composite_parameters.composite_fields(self, parameters, context),
        )

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> MedianCompositeRequest:
        """Return the request that the parameters ask for."""
        destinations.prove_destinations(self, parameters, context, ("OUTPUT", "OUTPUT_RGB"), ("INPUT", "AOI"))
        return MedianCompositeRequest(
            output=self.parameterAsOutputLayer(parameters, "OUTPUT", context),
            output_rgb=self.parameterAsOutputLayer(parameters, "OUTPUT_RGB", context),
            **shared.imagery_job_fields(self, parameters, context, folder),
            **composite_parameters.composite_fields(self, parameters, context),
        )

    def what(self, output: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what the layer is called by first."""
        if output == "OUTPUT":
            return composite_parameters.name_of_composite(self, parameters, context)
        return super().what(output, parameters, context)

    def results(
        self, result: MedianCompositeResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Return the outputs."""
        self.load_raster("OUTPUT", result.output, parameters, context)
        picture = {"OUTPUT_RGB": result.output_rgb} if result.output_rgb else {}
        if picture:
            self.load_raster("OUTPUT_RGB", result.output_rgb, parameters, context)
        return {
            "OUTPUT": result.output,
            "VALID_PERCENT": result.valid_percent,
            "SCENES_USED": result.scenes_used,
            **picture,
        }
