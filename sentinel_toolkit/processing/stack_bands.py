"""Stack bands: parameters → request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFileDestination
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.imagery import TRUE_COLOUR, StackBandsRequest, parse_bands
from sentinel_toolkit.processing import aoi, destinations
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.definitions import described

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingOutputDefinition, QgsProcessingParameterDefinition

    from sentinel_toolkit.contract.imagery import StackBandsResult

translate = QCoreApplication.translate


class StackBands(ToolkitAlgorithm):
    """The bands of one acquisition in one raster."""

    JOB = "stack_bands"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Stack bands")

    def group(self) -> str:
        return translate("SentinelToolkit", "Imagery")

    def tags(self) -> list[str]:
        words = translate("SentinelToolkit", "bands,true colour,rgb,clip,mosaic,reflectance,sentinel-2,copernicus")
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Puts the bands of one Sentinel-2 acquisition into one raster.")

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Reads the chosen bands of one acquisition, mosaics its tiles, cuts them to the area and writes one "
            "cloud-optimised GeoTIFF of surface reflectance, in true colour where the bands allow.\n\n"
            "Nothing is masked unless classes are chosen. Several acquisitions are refused: use Median composite.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        output = shared.raster_destination(
            translate("SentinelToolkit", "Stacked bands"),
            translate(
                "SentinelToolkit", "GeoTIFF (tif) of reflectance x 10000 with the scale in the file, no data -32768."
            ),
        )
        picture = QgsProcessingParameterFileDestination(
            "PICTURE",
            translate("SentinelToolkit", "Picture"),
            translate("SentinelToolkit", "PNG files (*.png)"),
            optional=True,
            createByDefault=False,
        )
        helped = described(
            picture,
            translate("SentinelToolkit", "Optional PNG of the result as its style shows it, at most 2000 pixels long."),
        )
        own = shared.imagery_parameters("B04,B03,B02", ("none",))
        return (
            shared.scenes_parameter(),
            *aoi.area_parameters(translate("SentinelToolkit", "Pixels outside are left empty.")),
            *own,
            output,
            helped,
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (
            QgsProcessingOutputNumber("VALID_PERCENT", translate("SentinelToolkit", "Share of the area with data [%]")),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        output, picture = (destinations.destination_text(parameters, name, context) for name in ("OUTPUT", "PICTURE"))
        StackBandsRequest(
            output=destinations.or_temporary(output, ".tif"),
            picture=destinations.or_temporary(picture, ".png") if picture else "",
            **shared.imagery_fields(self, parameters, context),
        )

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> StackBandsRequest:
        """Return the request that the parameters ask for."""
        destinations.prove_destinations(self, parameters, context, ("OUTPUT", "PICTURE"), ("INPUT", "AOI"))
        return StackBandsRequest(
            output=self.parameterAsOutputLayer(parameters, "OUTPUT", context),
            picture=self.parameterAsFileOutput(parameters, "PICTURE", context),
            **shared.imagery_job_fields(self, parameters, context, folder),
            **shared.imagery_fields(self, parameters, context),
        )

    def what(self, output: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what the layer is called by first."""
        bands = parse_bands(self.parameterAsString(parameters, "BANDS", context))
        if set(TRUE_COLOUR) <= set(bands):
            return translate("SentinelToolkit", "True colour")
        return ", ".join(bands)

    def results(
        self, result: StackBandsResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Return the outputs."""
        self.load_raster("OUTPUT", result.output, parameters, context)
        picture = {"PICTURE": result.picture} if result.picture else {}
        return {"OUTPUT": result.output, "VALID_PERCENT": result.valid_percent, **picture}
