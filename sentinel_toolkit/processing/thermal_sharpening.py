"""Thermal sharpening: parameters → request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.thermal import THERMAL_MASK_CLASSES, ThermalSharpeningRequest, file_of
from sentinel_toolkit.processing import aoi, destinations, scene_rows, tables, thermal_parameters
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.series_parameters import number_or_none

if TYPE_CHECKING:
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingOutputDefinition,
        QgsProcessingParameterDefinition,
    )

    from sentinel_toolkit.contract.thermal import ThermalSharpeningResult

translate = QCoreApplication.translate
FOUND_FROM_DATA = -1.0
NUMBERS = ("SLOPE", "INTERCEPT", "CORRELATION", "RMSE", "RESTORE_RMSE", "SAMPLE_COUNT", "METHOD_USED")


class ThermalSharpening(ToolkitAlgorithm):
    """Coarse surface temperature sharpened with finer NDVI."""

    JOB = "thermal_sharpening"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Thermal sharpening")

    def group(self) -> str:
        return translate("SentinelToolkit", "Thermal")

    def tags(self) -> list[str]:
        words = translate(
            "SentinelToolkit",
            "lst,surface temperature,downscaling,disaggregation,tsharp,distrad,dms,ndvi,sentinel-3,slstr,sentinel-2",
        )
        return words.split(",")

    def shortDescription(self) -> str:
        return translate(
            "SentinelToolkit", "Sharpens surface temperature with finer NDVI, and says how far to trust it."
        )

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "By day, ground with more vegetation is cooler. Where the data shows this link in detail, finer NDVI "
            "tells where in a coarse pixel it is warm and where cool. Where it does not, the result is only "
            "interpolated, and says so.\n\n"
            "The link is tested: temperatures are made coarser still, sharpened back, and compared with what they "
            "were. The report shows the fit, the maps, this test and the uncertainty of a pixel.\n\n"
            "Detail finer than a twentieth of a coarse pixel is mostly the texture of NDVI. Irrigated and dry fields "
            "of the same NDVI look the same to the method, water and snow are only interpolated.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        return (
            *thermal_parameters.source_parameters(),
            *aoi.area_parameters(translate("SentinelToolkit", "Pixels outside are left empty.")),
            *thermal_parameters.fit_parameters(),
            *shared.mask_parameters(THERMAL_MASK_CLASSES),
            shared.memory_parameter(),
            *thermal_parameters.target_parameters(),
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        numbers = (
            ("SLOPE", translate("SentinelToolkit", "Slope [K per unit of the predictor]")),
            ("INTERCEPT", translate("SentinelToolkit", "Intercept [K]")),
            ("CORRELATION", translate("SentinelToolkit", "Correlation of the fit")),
            ("RMSE", translate("SentinelToolkit", "What the model leaves of the coarse pixels (RMS) [K]")),
            ("RESTORE_RMSE", translate("SentinelToolkit", "Error of degrade-and-restore (RMS) [K]")),
            ("SAMPLE_COUNT", translate("SentinelToolkit", "Coarse pixels in the fit")),
        )
        used = QgsProcessingOutputString("METHOD_USED", translate("SentinelToolkit", "Method used"))
        return (*(QgsProcessingOutputNumber(*row) for row in numbers), used)

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        destinations.check_vector_suffix(parameters, "SAMPLES", context, tables.SAMPLES.suffixes)
        output, uncertainty, html = (
            destinations.destination_text(parameters, name, context)
            for name in ("OUTPUT", "UNCERTAINTY", "OUTPUT_HTML")
        )
        names = {"INPUT": "scenes_path", "PAIRS": "pairs_path", "SEN3": "sen3"}
        names |= {name: name.lower() for name in thermal_parameters.RASTERS}
        given: dict[str, Any] = {
            field: "given" for name, field in names.items() if parameters.get(name) not in (None, "")
        }
        ThermalSharpeningRequest(
            output=destinations.or_temporary(output, ".tif"),
            uncertainty=destinations.or_temporary(uncertainty, "-uncertainty.tif") if uncertainty else "",
            output_html=destinations.or_temporary(html, ".html") if html else "",
            predictors=("given",) if parameters.get("PREDICTORS") not in (None, "", []) else (),
            **given,
            **aoi.placeholder_area(parameters),
            **self._fields(parameters, context),
        )

    def read_in_main_thread(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Read what only the main thread may read: the layers' files."""
        layers = {name: self.parameterAsRasterLayer(parameters, name, context) for name in thermal_parameters.RASTERS}
        self._files = {name: layer.source() for name, layer in layers.items() if layer is not None}
        more = self.parameterAsLayerList(parameters, "PREDICTORS", context) or []
        self._predictors = tuple(layer.source() for layer in more)
        super().read_in_main_thread(parameters, context, feedback)

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        limits = {
            "ndvi_min": "NDVI_MIN",
            "ndvi_max": "NDVI_MAX",
            "lst_min_k": "LST_MIN",
            "lst_max_k": "LST_MAX",
            "min_correlation": "MIN_CORRELATION",
            "grow_mask_m": "GROW_MASK",
        }
        footprint = number_or_none(self, parameters, context, "FOOTPRINT")
        return {
            **{field: self.parameterAsDouble(parameters, name, context) for field, name in limits.items()},
            "method": self.parameterAsEnumString(parameters, "METHOD", context),
            "residual": self.parameterAsEnumString(parameters, "RESIDUAL", context),
            "footprint": FOUND_FROM_DATA if footprint is None else footprint,
            "align": self.parameterAsBoolean(parameters, "ALIGN", context),
            "resolution_m": number_or_none(self, parameters, context, "RESOLUTION") or 0.0,
            "units": self.parameterAsEnumString(parameters, "UNITS", context),
            "mask_classes": tuple(self.parameterAsEnumStrings(parameters, "MASK_CLASSES", context)),
            "offset": self.parameterAsEnumString(parameters, "OFFSET", context),
            "memory_limit_mb": self.parameterAsInt(parameters, "MEMORY_LIMIT", context),
        }

    def request(
        self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str
    ) -> ThermalSharpeningRequest:
        """Return the request that the parameters ask for."""
        files = [*self._files.values(), *self._predictors]
        for path in files:
            if not os.path.exists(file_of(path)):
                raise InvalidRequestError(f"The raster {path!r} is no file.", "Save the layer first.")
        outputs = ("OUTPUT", "UNCERTAINTY", "SAMPLES", "OUTPUT_HTML")
        destinations.prove_destinations(self, parameters, context, outputs, ("INPUT", "PAIRS", "AOI"), files)
        html = destinations.destination_text(parameters, "OUTPUT_HTML", context)
        samples = destinations.destination_text(parameters, "SAMPLES", context)
        return ThermalSharpeningRequest(
            **{name.lower(): path for name, path in self._files.items()},
            predictors=self._predictors,
            sen3=self.parameterAsFile(parameters, "SEN3", context),
            output=self.parameterAsOutputLayer(parameters, "OUTPUT", context),
            uncertainty=self.parameterAsOutputLayer(parameters, "UNCERTAINTY", context),
            output_html=self.parameterAsFileOutput(parameters, "OUTPUT_HTML", context) if html else "",
            samples_path=os.path.join(folder, "samples.jsonl") if samples else "",
            threads=self.settings.threads,
            repeat_with=self.repeat_with(parameters, context),
            **self._scene_files(parameters, context, folder),
            **aoi.area_fields(self, parameters, context),
            **self._fields(parameters, context),
        )

    def _scene_files(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> dict[str, Any]:
        """Write the chosen scenes, or the chosen pairs, and return the fields that name the files."""
        fields = {}
        if parameters.get("INPUT") not in (None, ""):
            path = os.path.join(folder, "scenes.jsonl")
            fields["scenes_path"] = scene_rows.write_scenes(self, parameters, context, path)
        if parameters.get("PAIRS") not in (None, ""):
            path = os.path.join(folder, "pairs.jsonl")
            fields["pairs_path"] = scene_rows.write_pairs(self, parameters, context, path)
        return fields

    def results(
        self, result: ThermalSharpeningResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Write the samples and return the outputs; what has no number is left out."""
        self.load_raster("OUTPUT", result.output, parameters, context)
        outputs: dict[str, Any] = {"OUTPUT": result.output}
        if result.uncertainty:
            self.load_raster("UNCERTAINTY", result.uncertainty, parameters, context)
            outputs["UNCERTAINTY"] = result.uncertainty
        if result.samples_path:
            outputs["SAMPLES"] = tables.stream(
                self, "SAMPLES", tables.SAMPLES, result.samples_path, parameters, context
            )
        if result.output_html:
            outputs["OUTPUT_HTML"] = result.output_html
        found = {name: getattr(result, name.lower()) for name in NUMBERS}
        return {**outputs, **{name: value for name, value in found.items() if value is not None}}
