"""Parameters that jobs on series share: where the dates come from, and what is shown of each."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication, Qt

from sentinel_toolkit.contract import imagery, series
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.processing import parameters as shared
from sentinel_toolkit.processing import scene_rows
from sentinel_toolkit.processing.definitions import described

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsRasterLayer

    from sentinel_toolkit.processing.base import ToolkitAlgorithm

translate = QCoreApplication.translate


def source_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return INPUT, RASTERS and RASTER_FOLDER, of which one is given."""
    rasters = QgsProcessingParameterMultipleLayers(
        "RASTERS", translate("SentinelToolkit", "or rasters"), QgsProcessing.SourceType.Raster, optional=True
    )
    folder = QgsProcessingParameterFile(
        "RASTER_FOLDER",
        translate("SentinelToolkit", "or a folder of rasters"),
        QgsProcessingParameterFile.Behavior.Folder,
        optional=True,
    )
    return (
        shared.scenes_parameter(optional=True),
        described(
            rasters,
            translate(
                "SentinelToolkit",
                "Rasters instead of scenes. The date is that of the layer's fixed temporal range, of the band's "
                "description, or in the file's name (ndvi_2023-05-01.tif). Rasters of one band are the values "
                "themselves; those of several need described bands.",
            ),
        ),
        described(
            folder,
            translate("SentinelToolkit", "All rasters in a folder, dated as above; its subfolders do not count."),
        ),
    )


def index_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return INDEX and BAND."""
    return (
        shared.choice(
            "INDEX",
            translate("SentinelToolkit", "Index"),
            series.SERIES_INDICES,
            "NDVI",
            translate(
                "SentinelToolkit",
                "What is shown of each date. LST is Sentinel-3's surface temperature; band is the one named below.",
            ),
        ),
        shared.text(
            "BAND",
            translate("SentinelToolkit", "Band (for index band)"),
            translate("SentinelToolkit", "Name of a band, e.g. B11, or fraction of Sentinel-3; for INDEX band alone."),
            advanced=True,
        ),
    )


def name_of_index(algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return what is shown: the index, or the band."""
    index = algorithm.parameterAsEnumString(parameters, "INDEX", context)
    return algorithm.parameterAsString(parameters, "BAND", context).strip() if index == "band" else index


def units_parameter() -> QgsProcessingParameterDefinition:
    """Return UNITS."""
    return shared.choice(
        "UNITS",
        translate("SentinelToolkit", "Unit of temperatures"),
        series.UNITS,
        "kelvin",
        translate("SentinelToolkit", "kelvin or celsius, for LST alone."),
        advanced=True,
    )


def mask_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """Return how clouds of Sentinel-2 are masked, and MEMORY_LIMIT."""
    return (*shared.mask_parameters(imagery.DEFAULT_MASK_CLASSES), shared.memory_parameter())


def optional_number(
    name: str, label: str, help_text: str, advanced: bool = True, low: float | None = None
) -> QgsProcessingParameterDefinition:
    """Return a number that may be left out."""
    parameter = QgsProcessingParameterNumber(name, label, shared.DOUBLE, None, True)
    if label.endswith("[m]"):
        parameter.setMetadata({"widget_wrapper": {"decimals": 0}})
    if low is not None:
        parameter.setMinimum(low)
    return described(parameter, help_text, advanced)


def number_or_none(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, name: str
) -> float | None:
    """Return a number, None where it was left out."""
    if parameters.get(name) in (None, ""):
        return None
    return algorithm.parameterAsDouble(parameters, name, context)


def raster_rows(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[dict[str, str]]:
    """Return {path, time} of the layers in RASTERS; to be called in the main thread, which owns them."""
    layers = algorithm.parameterAsLayerList(parameters, "RASTERS", context) or []
    return [{"path": layer.source(), "time": _begin_of(layer)} for layer in layers]


def _begin_of(layer: QgsRasterLayer) -> str:
    """Return when a layer's fixed temporal range begins, ISO in UTC; empty where it has none."""
    properties = layer.temporalProperties()
    is_fixed = properties.isActive() and properties.mode() == properties.TemporalMode.ModeFixedTemporalRange
    begin = properties.fixedTemporalRange().begin() if is_fixed else None
    return begin.toUTC().toString(Qt.DateFormat.ISODate) if begin is not None and begin.isValid() else ""


def placeholder_sources(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return source fields that stand for those that are given, for a check that must not read a layer."""
    names = {"INPUT": "scenes_path", "RASTERS": "rasters_path", "RASTER_FOLDER": "raster_folder"}
    return {field: "given" for name, field in names.items() if parameters.get(name) not in (None, "", [])}


def source_fields(
    algorithm: ToolkitAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    folder: str,
    rows: list[dict[str, str]],
) -> dict[str, Any]:
    """Return the fields that say where the dates come from; ``rows`` are those of ``raster_rows``.

    Raises
    ------
    InvalidRequestError
        If a raster layer is no file.
    """
    fields = {"raster_folder": algorithm.parameterAsFile(parameters, "RASTER_FOLDER", context)}
    if parameters.get("INPUT") not in (None, ""):
        path = os.path.join(folder, "scenes.jsonl")
        fields["scenes_path"] = scene_rows.write_scenes(algorithm, parameters, context, path)
    if rows:
        for row in rows:
            if not os.path.exists(row["path"]):
                raise InvalidRequestError(f"The raster {row['path']!r} is no file.", "Save the layer first.")
        fields["rasters_path"] = os.path.join(folder, "rasters.jsonl")
        with open(fields["rasters_path"], "w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows)
    return fields


def index_fields(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """Return the fields that say what is shown, and how it is masked."""
    return {
        "index": algorithm.parameterAsEnumString(parameters, "INDEX", context),
        "band": algorithm.parameterAsString(parameters, "BAND", context).strip(),
        "units": algorithm.parameterAsEnumString(parameters, "UNITS", context),
        "mask_classes": tuple(algorithm.parameterAsEnumStrings(parameters, "MASK_CLASSES", context)),
        "grow_mask_m": algorithm.parameterAsDouble(parameters, "GROW_MASK", context),
        "offset": algorithm.parameterAsEnumString(parameters, "OFFSET", context),
        "memory_limit_mb": algorithm.parameterAsInt(parameters, "MEMORY_LIMIT", context),
    }
