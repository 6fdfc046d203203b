"""Import Sentinel-3: parameters → request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract import swaths
from sentinel_toolkit.contract.swaths import ImportSentinel3Request
from sentinel_toolkit.processing import aoi, destinations, scene_rows
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.definitions import described
from sentinel_toolkit.processing.layer_names import layer_name, span_of_rows
from sentinel_toolkit.processing.time_group import write_time_group

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingOutputDefinition, QgsProcessingParameterDefinition

    from sentinel_toolkit.contract.swaths import ImportSentinel3Result

translate = QCoreApplication.translate


class ImportSentinel3(ToolkitAlgorithm):
    """Swaths of Sentinel-3 on a map's grid."""

    JOB = "import_sentinel3"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Import Sentinel-3")

    def group(self) -> str:
        return translate("SentinelToolkit", "Series")

    def tags(self) -> list[str]:
        words = translate(
            "SentinelToolkit", "sentinel-3,slstr,lst,land surface temperature,ndvi,swath,netcdf,sen3,geocode,copernicus"
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate("SentinelToolkit", "Puts Sentinel-3 surface temperature and NDVI on a map's grid.")

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Reads SLSTR land products (SL_2_LST) as they were downloaded, folders or zips; joins the frames of a "
            "pass; masks cloud; and puts each quantity on a north-up grid, in physical units.\n\n"
            "Each pixel takes the nearest measurement, at most three quarters of a kilometre away, or is interpolated "
            "between the four around it. Nothing is drawn where nothing was measured.\n\n"
            "NDVI exists by day only. Scenes of several passes need a folder, which then also holds passes.qlr: a "
            "group of all with times for the Temporal Controller.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        return (
            *_sources(),
            shared.text(
                "VARIABLES",
                translate("SentinelToolkit", "Variables"),
                translate(
                    "SentinelToolkit",
                    "With commas, one band each: LST and LST_uncertainty (K), NDVI, fraction (of vegetation), biome, "
                    "TCWV (water vapour, kg/m2), elevation (m), view_zenith (degrees), independent (0 where a pixel is "
                    "a copy of its neighbour), and the flags exception, confidence, cloud, bayes as bits.",
                ),
                "LST,NDVI",
                optional=False,
            ),
            *aoi.area_parameters(translate("SentinelToolkit", "Pixels outside are left empty.")),
            shared.crs_parameter(translate("SentinelToolkit", "By default the UTM zone of the area's centre.")),
            shared.number(
                "RESOLUTION",
                translate("SentinelToolkit", "Resolution [m]"),
                1000.0,
                translate(
                    "SentinelToolkit",
                    "Pixel size in metres; where you choose a CRS of degrees or feet, in its unit. The instrument's "
                    "own is 1000 m.",
                ),
                low=0.000001,
            ),
            shared.choice(
                "RESAMPLING",
                translate("SentinelToolkit", "Resampling"),
                swaths.RESAMPLINGS,
                "nearest",
                translate(
                    "SentinelToolkit",
                    "nearest keeps measured values; bilinear interpolates, but never across cloud or between codes.",
                ),
            ),
            shared.choice(
                "CLOUD_MASK",
                translate("SentinelToolkit", "Cloud mask"),
                swaths.CLOUD_MASKS,
                "auto",
                translate(
                    "SentinelToolkit",
                    "auto takes the summary flag and the probabilistic mask (every test in old products without it); "
                    "summary and bayesian take one of them; strict masks what any test marks; none masks nothing.",
                ),
            ),
            shared.number(
                "GROW_MASK",
                translate("SentinelToolkit", "Grow the cloud mask by [pixels]"),
                1.0,
                translate("SentinelToolkit", "Masks everything within this many swath pixels (0-100) of cloud, too."),
                low=0,
                high=100,
                advanced=True,
            ),
            described(
                QgsProcessingParameterBoolean(
                    "SHIFT_TERRAIN", translate("SentinelToolkit", "Shift high ground towards the satellite"), False
                ),
                translate(
                    "SentinelToolkit",
                    "Moves each pixel by its elevation times the tangent of the view angle. Only for products that "
                    "place mountains as if they were flat; needs geometry_tn.nc.",
                ),
                advanced=True,
            ),
            shared.load_parameter(),
            *_destinations(),
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (
            QgsProcessingOutputNumber("VALID_PERCENT", translate("SentinelToolkit", "Share of the area with data [%]")),
            QgsProcessingOutputBoolean("IS_DAY", translate("SentinelToolkit", "Pass by day")),
            QgsProcessingOutputNumber("COUNT", translate("SentinelToolkit", "Rasters made")),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        output, folder = self._targets(parameters, context)
        given = parameters.get("INPUT") not in (None, "")
        ImportSentinel3Request(
            scenes_path="scenes.jsonl" if given else "",
            output=destinations.or_temporary(output, ".tif") if output else "",
            output_folder=folder,
            **self._fields(parameters, context),
        )

    def _targets(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[str, str]:
        """Return OUTPUT and OUTPUT_FOLDER as given; a folder wins over the temporary raster that dialogs propose."""
        output, folder = (
            destinations.destination_text(parameters, name, context) for name in ("OUTPUT", "OUTPUT_FOLDER")
        )
        return ("" if folder and output == QgsProcessing.TEMPORARY_OUTPUT else output), folder

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the fields of the request but for scenes, targets and area."""
        return {
            "sen3": self.parameterAsFile(parameters, "SEN3", context),
            "variables": swaths.parse_variables(self.parameterAsString(parameters, "VARIABLES", context)),
            "crs": shared.crs_field(self, parameters, context),
            "resolution_m": self.parameterAsDouble(parameters, "RESOLUTION", context),
            "resampling": self.parameterAsEnumString(parameters, "RESAMPLING", context),
            "cloud_mask": self.parameterAsEnumString(parameters, "CLOUD_MASK", context),
            "grow_mask_px": self.parameterAsDouble(parameters, "GROW_MASK", context),
            "shift_terrain": self.parameterAsBoolean(parameters, "SHIFT_TERRAIN", context),
        }

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> ImportSentinel3Request:
        """Return the request that the parameters ask for."""
        output, target_folder = self._targets(parameters, context)
        destinations.prove_destinations(self, parameters, context, ("OUTPUT",), ("INPUT", "AOI"))
        scenes: dict[str, Any] = {}
        if parameters.get("INPUT") not in (None, ""):
            path = os.path.join(folder, "scenes.jsonl")
            scenes["scenes_path"] = scene_rows.write_scenes(self, parameters, context, path)
        if target_folder:
            target_folder = os.path.abspath(self.parameterAsString(parameters, "OUTPUT_FOLDER", context))
            scenes["table_path"] = os.path.join(folder, "layers.jsonl")
        return ImportSentinel3Request(
            output=self.parameterAsOutputLayer(parameters, "OUTPUT", context) if output else "",
            output_folder=target_folder,
            repeat_with=self.repeat_with(parameters, context),
            **scenes,
            **aoi.area_fields(self, parameters, context),
            **self._fields(parameters, context),
        )

    def what(self, output: str, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return what the layer is called by first."""
        return ", ".join(swaths.parse_variables(self.parameterAsString(parameters, "VARIABLES", context)))

    def results(
        self, result: ImportSentinel3Result, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Write the group of layers of a folder and return the outputs."""
        outputs = {"VALID_PERCENT": result.valid_percent, "IS_DAY": result.is_day, "COUNT": result.count}
        if result.output:
            self.load_raster("OUTPUT", result.output, parameters, context)
            return {"OUTPUT": result.output, **outputs}
        self.group_file = os.path.join(result.output_folder, swaths.PASSES_GROUP_FILE)
        what = self.what("", parameters, context)
        name = layer_name(what, span_of_rows(result.table_path), self.place)
        write_time_group(self.group_file, name, result.table_path, what)
        return {"OUTPUT_FOLDER": result.output_folder, **outputs}


def _sources() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return the two ways to name products."""
    file = QgsProcessingParameterFile(
        "SEN3", translate("SentinelToolkit", "or one product (.SEN3 or zip)"), optional=True
    )
    return (
        shared.scenes_parameter(optional=True),
        described(
            file,
            translate(
                "SentinelToolkit",
                "A .SEN3 folder, the xfdumanifest.xml in it, or a zip, instead of scenes.",
            ),
        ),
    )


def _destinations() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return the two kinds of targets."""
    return (
        described(
            QgsProcessingParameterRasterDestination(
                "OUTPUT", translate("SentinelToolkit", "Gridded pass"), optional=True
            ),
            translate(
                "SentinelToolkit",
                "GeoTIFF (tif) of one pass: float32 in physical units, no data where nothing clear was measured.",
            ),
        ),
        described(
            QgsProcessingParameterFolderDestination(
                "OUTPUT_FOLDER",
                translate("SentinelToolkit", "Folder for several passes"),
                optional=True,
                createByDefault=False,
            ),
            translate(
                "SentinelToolkit",
                "For several passes: one GeoTIFF each, and passes.qlr, a group of all with times.",
            ),
        ),
    )
