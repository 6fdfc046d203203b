"""Tables of the worker on their way into a sink: the scenes layer, and plain tables."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime, QMetaType, Qt

from sentinel_toolkit import paths
from sentinel_toolkit.contract.animation import ANIMATION_COLUMNS
from sentinel_toolkit.contract.catalogue import DOWNLOAD_COLUMNS, SCENE_COLUMNS
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.pairs import PAIR_COLUMNS
from sentinel_toolkit.contract.series import TIME_SERIES_COLUMNS
from sentinel_toolkit.contract.statistics import STATISTICS_COLUMNS
from sentinel_toolkit.contract.thermal import SAMPLE_COLUMNS
from sentinel_toolkit.processing import destinations
from sentinel_toolkit.processing.layer_names import span_of_rows

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from sentinel_toolkit.contract.catalogue import Column
    from sentinel_toolkit.processing.base import ToolkitAlgorithm

_QT_TYPES = {
    "text": QMetaType.Type.QString,
    "real": QMetaType.Type.Double,
    "integer": QMetaType.Type.Int,
    "long": QMetaType.Type.LongLong,
    "boolean": QMetaType.Type.Bool,
    "datetime": QMetaType.Type.QDateTime,
}


@dataclass(frozen=True)
class Kind:
    """A kind of table: its columns, the style of its layer, the files it fits in, and whether rows have a place.

    A shapefile cuts names to 10 letters and texts to 254: it can hold no scene.
    """

    columns: tuple[Column, ...]
    suffixes: tuple[str, ...]
    style: Path
    has_geometry: bool = False


SCENES = Kind(SCENE_COLUMNS, (".gpkg", ".geojson", ".fgb"), paths.RESOURCES / "styles" / "scenes.qml", True)
DOWNLOADS = Kind(DOWNLOAD_COLUMNS, (".gpkg", ".geojson", ".fgb", ".csv"), paths.RESOURCES / "styles" / "downloads.qml")

_TABLES = (".gpkg", ".geojson", ".csv")
ANIMATION = Kind(ANIMATION_COLUMNS, _TABLES, paths.RESOURCES / "styles" / "animation.qml")
PAIRS = Kind(PAIR_COLUMNS, (".gpkg", ".geojson", ".fgb"), paths.RESOURCES / "styles" / "pairs.qml", True)
SAMPLES = Kind(SAMPLE_COLUMNS, (".gpkg", ".geojson", ".fgb"), paths.RESOURCES / "styles" / "samples.qml", True)
STATISTICS = Kind(STATISTICS_COLUMNS, _TABLES, paths.RESOURCES / "styles" / "statistics.qml")
TIME_SERIES = Kind(TIME_SERIES_COLUMNS, _TABLES, paths.RESOURCES / "styles" / "time_series.qml")


def stream(
    algorithm: ToolkitAlgorithm,
    name: str,
    kind: Kind,
    table_path: str,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> str | None:
    """Stream the rows of a table into a sink; return its destination, None where the user wants none.

    Raises
    ------
    ToolkitError
        If the file cannot be written whole; it is deleted then.
    """
    target = destinations.destination_text(parameters, name, context)
    was_there = os.path.exists(target)  # what was there before is not ours to delete
    geometry = QgsWkbTypes.Type.MultiPolygon if kind.has_geometry else QgsWkbTypes.Type.NoGeometry
    crs = QgsCoordinateReferenceSystem("EPSG:4326") if kind.has_geometry else QgsCoordinateReferenceSystem()
    sink, destination = algorithm.parameterAsSink(parameters, name, context, fields_of(kind), geometry, crs)
    if sink is None:
        if not target:
            return None
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    count = _fill(sink, kind, table_path)
    del sink  # closes the file
    file = destination.split("|")[0]
    if os.path.isfile(file):
        _finish(Path(file), kind, count is not None and _count_features(destination) == count, was_there)
    what = algorithm.what(name, parameters, context)
    algorithm.arrivals.add(name, destination, what, span_of_rows(table_path), kind.style, context)
    return destination


def _fill(sink: QgsFeatureSink, kind: Kind, table_path: str) -> int | None:
    """Write the rows; return how many, None if one could not be written."""
    fields, count = fields_of(kind), 0
    with open(table_path, encoding="ascii") as table:
        for line in table:
            if not sink.addFeature(feature_of(kind, json.loads(line), fields), QgsFeatureSink.Flag.FastInsert):
                return None
            count += 1
    return count


def _count_features(file: str) -> int:
    """Return how many features a finished file holds, read one by one; -1 if it cannot be opened."""
    layer = QgsVectorLayer(file, "check", "ogr")
    if not layer.isValid():
        return -1
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
    return sum(1 for _ in layer.getFeatures(request))


def _finish(file: Path, kind: Kind, is_complete: bool, was_there: bool) -> None:
    """Put the style beside a complete file; delete one that is not: a full disk can cut it off without a word."""
    style = file.with_suffix(".qml")
    try:
        if not is_complete:
            raise ToolkitError(f"{file} cannot be written whole.", "Is there enough space in the folder?")
        shutil.copyfile(kind.style, style)
    except (ToolkitError, OSError):
        for path in () if was_there else (file, style):
            path.unlink(missing_ok=True)
        raise


def fields_of(kind: Kind) -> QgsFields:
    """Return the fields of a kind of table."""
    fields = QgsFields()
    for column in kind.columns:
        fields.append(QgsField(column.name, _QT_TYPES[column.kind]))  # aliases come with the style
    return fields


def feature_of(kind: Kind, row: dict[str, Any], fields: QgsFields) -> QgsFeature:
    """Return the feature of one row of a table."""
    feature = QgsFeature(fields)
    if kind.has_geometry:
        geometry = QgsGeometry.fromWkt(row["geometry"])
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
    feature.setAttributes([_attribute(column, row[column.name]) for column in kind.columns])
    return feature


def _attribute(column: Column, value: object) -> object:
    if column.kind == "datetime" and isinstance(value, str):
        return QDateTime.fromString(value[:23] + "Z", Qt.DateFormat.ISODateWithMs)
    return value
