"""Find scene pairs: parameters → request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.pairs import FindScenePairsRequest
from sentinel_toolkit.processing import aoi, destinations, scene_rows, tables
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing.base import ToolkitAlgorithm
from sentinel_toolkit.processing.definitions import described

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingOutputDefinition, QgsProcessingParameterDefinition

    from sentinel_toolkit.contract.pairs import FindScenePairsResult

translate = QCoreApplication.translate


class FindScenePairs(ToolkitAlgorithm):
    """Sentinel-2 and Sentinel-3 scenes that fit together."""

    JOB = "find_scene_pairs"

    def displayName(self) -> str:
        return translate("SentinelToolkit", "Find scene pairs")

    def group(self) -> str:
        return translate("SentinelToolkit", "Catalogue")

    def tags(self) -> list[str]:
        words = translate("SentinelToolkit", "pairs,match,same day,sentinel-2,sentinel-3,thermal,lst,sharpening")
        return words.split(",")

    def shortDescription(self) -> str:
        return translate(
            "SentinelToolkit", "Finds Sentinel-2 and Sentinel-3 scenes of the same ground and about the same time."
        )

    def shortHelpString(self) -> str:
        return translate(
            "SentinelToolkit",
            "Puts each Sentinel-2 scene beside each Sentinel-3 pass by day that is not too far away in time, and ranks "
            "the pairs: first by hours between them, then by how much of the area both cover, then by cloud.\n\n"
            "Cloud is that inside the area where the layers know it (Measure clouds of Search scenes), else that of "
            "the whole scene; of the two the larger counts.\n\n"
            "Download scenes takes the layer as it is and fetches both scenes of each pair.",
        )

    def parameters(self) -> tuple[QgsProcessingParameterDefinition, ...]:
        sink = QgsProcessingParameterFeatureSink(
            "OUTPUT", translate("SentinelToolkit", "Scene pairs"), QgsProcessing.SourceType.VectorPolygon
        )
        return (
            _scenes("FINE", translate("SentinelToolkit", "Sentinel-2 scenes"), "sentinel-2-l2a"),
            _scenes("COARSE", translate("SentinelToolkit", "Sentinel-3 scenes"), "sentinel-3-lst"),
            *aoi.area_parameters(translate("SentinelToolkit", "Coverage is a share of it.")),
            shared.number(
                "MAX_DAYS",
                translate("SentinelToolkit", "Days apart at most"),
                1.0,
                translate(
                    "SentinelToolkit", "Between the two passes (0-366); half an hour is common for the same day."
                ),
                low=0,
                high=366,
            ),
            shared.number(
                "MAX_CLOUD",
                translate("SentinelToolkit", "Cloud at most [%]"),
                30.0,
                translate("SentinelToolkit", "Of the cloudier one of the two scenes (0-100), as far as it is known."),
                low=0,
                high=100,
            ),
            described(
                sink,
                translate(
                    "SentinelToolkit",
                    "Layer (gpkg, geojson or fgb) of the ground that both show, the best pair first.",
                ),
            ),
        )

    def extra_outputs(self) -> tuple[QgsProcessingOutputDefinition, ...]:
        return (QgsProcessingOutputNumber("COUNT", translate("SentinelToolkit", "Pairs found")),)

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        destinations.check_vector_suffix(parameters, "OUTPUT", context, tables.PAIRS.suffixes)
        FindScenePairsRequest(**self._fields(parameters, context), **aoi.placeholder_area(parameters))

    def _fields(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        return {
            "max_days": self.parameterAsDouble(parameters, "MAX_DAYS", context),
            "max_cloud_percent": self.parameterAsDouble(parameters, "MAX_CLOUD", context),
        }

    def request(self, parameters: dict[str, Any], context: QgsProcessingContext, folder: str) -> FindScenePairsRequest:
        """Return the request that the parameters ask for."""
        destinations.prove_destinations(self, parameters, context, ("OUTPUT",), ("FINE", "COARSE", "AOI"))
        lines = {name: os.path.join(folder, f"{name.lower()}.jsonl") for name in ("FINE", "COARSE")}
        for name, path in lines.items():
            scene_rows.write_orders(self, parameters, context, path, name)
        return FindScenePairsRequest(
            fine_path=lines["FINE"],
            coarse_path=lines["COARSE"],
            table_path=os.path.join(folder, "table.jsonl"),
            **self._fields(parameters, context),
            **aoi.area_fields(self, parameters, context),
        )

    def results(
        self, result: FindScenePairsResult, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Stream the table into the sink and return the outputs."""
        destination = tables.stream(self, "OUTPUT", tables.PAIRS, result.table_path, parameters, context)
        return {"OUTPUT": destination, "COUNT": result.count}


def _scenes(name: str, label: str, product: str) -> QgsProcessingParameterDefinition:
    """Return a layer of scenes of one product."""
    return described(
        QgsProcessingParameterFeatureSource(name, label, [QgsProcessing.SourceType.Vector]),
        translate("SentinelToolkit", "Output of Search scenes with PRODUCT {product}, or any part of it.").format(
            product=product
        ),
    )
