"""The rows of a scenes layer, or of a download's table, on their way to the worker."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtCore import QTime

from sentinel_toolkit.contract.catalogue import FILE_FIELDS, FOUND_FIELDS, ORDER_FIELDS, SCENE_FIELDS
from sentinel_toolkit.contract.errors import InvalidRequestError

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource

    from sentinel_toolkit.processing.base import ToolkitAlgorithm

PAIR_FIELDS = ("rank", "fine_scene", "coarse_scene")


def write_scenes(
    algorithm: ToolkitAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    path: str,
    name: str = "INPUT",
) -> str:
    """Write the ``scene`` column of the chosen features as JSON lines.

    Raises
    ------
    InvalidRequestError
        If the layer is none of Search scenes.
    """
    source = _source(algorithm, parameters, context, name)
    index = source.fields().lookupField("scene")
    if index < 0:
        raise _no_scenes(source)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
    with open(path, "w", encoding="utf-8") as lines:
        for feature in source.getFeatures(request):
            value = _scene_text(feature[index])
            lines.write(("null" if value is None else " ".join(value.split("\n"))) + "\n")
    return path


def write_orders(
    algorithm: ToolkitAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    path: str,
    name: str = "INPUT",
) -> str:
    """Write what a download needs of the chosen features as JSON lines: scenes, pairs, or files of an earlier run.

    Raises
    ------
    InvalidRequestError
        If the layer is none of these.
    """
    source = _source(algorithm, parameters, context, name)
    indices = {field: source.fields().lookupField(field) for field in (*ORDER_FIELDS, *FOUND_FIELDS)}
    indices = {field: index for field, index in indices.items() if index >= 0}
    if not indices.keys() & set(SCENE_FIELDS):
        raise _no_scenes(source)
    if not indices.keys() >= set(FILE_FIELDS):  # a column of the user's own may be called status
        indices = {field: index for field, index in indices.items() if field not in FILE_FIELDS}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(list(indices.values()))
    with open(path, "w", encoding="ascii") as lines:
        for feature in source.getFeatures(request):
            row = {field: _plain(feature[index]) for field, index in indices.items()}
            row.update({field: _scene_text(feature[indices[field]]) for field in indices.keys() & set(SCENE_FIELDS)})
            lines.write(json.dumps(row) + "\n")
    return path


def write_pairs(
    algorithm: ToolkitAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    path: str,
    name: str = "PAIRS",
) -> str:
    """Write rank and both scenes of the chosen pairs as JSON lines.

    Raises
    ------
    InvalidRequestError
        If the layer is none of Find scene pairs.
    """
    source = _source(algorithm, parameters, context, name)
    indices = {field: source.fields().lookupField(field) for field in PAIR_FIELDS}
    missing = [field for field, index in indices.items() if index < 0]
    if missing:
        raise InvalidRequestError(
            f"The layer {source.sourceName()!r} has no column “{missing[0]}”.",
            "Use the output of Find scene pairs, or a part of it.",
        )
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(list(indices.values()))
    with open(path, "w", encoding="ascii") as lines:
        for feature in source.getFeatures(request):
            scenes = {field: _scene_text(feature[indices[field]]) for field in PAIR_FIELDS[1:]}
            lines.write(json.dumps({"rank": _plain(feature[indices["rank"]]), **scenes}) + "\n")
    return path


def _source(
    algorithm: ToolkitAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, name: str
) -> QgsProcessingFeatureSource:
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise InvalidRequestError(algorithm.invalidSourceError(parameters, name))
    return source


def _no_scenes(source: QgsProcessingFeatureSource) -> InvalidRequestError:
    return InvalidRequestError(
        f"The layer {source.sourceName()!r} has no column “scene”.", "Use the output of Search scenes, or a part of it."
    )


def _scene_text(value: object) -> str | None:
    """Return the text of a scene column; None where it holds none. GeoJSON gives it back as a dict."""
    return value if isinstance(value, str) and value else json.dumps(value) if isinstance(value, dict) else None


def _plain(value: object) -> str | int | float | None:
    """Return an attribute as JSON holds it: NULL and what is neither number nor text become None."""
    if isinstance(value, QTime):  # what GeoJSON makes of a local time
        return value.toString("HH:mm")
    return value if isinstance(value, (str, int, float)) else None
