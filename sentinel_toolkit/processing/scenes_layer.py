"""The scenes layer: its fields, and the table of rows on its way into a sink."""

from __future__ import annotations

import json
import os

from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeatureSink, QgsField, QgsFields, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, QMetaType, Qt

from sentinel_toolkit.contract.catalogue import SCENE_COLUMNS

_QT_TYPES = {
    "text": QMetaType.Type.QString,
    "real": QMetaType.Type.Double,
    "integer": QMetaType.Type.Int,
    "boolean": QMetaType.Type.Bool,
    "datetime": QMetaType.Type.QDateTime,
}


def fill(sink, table_path):
    """Stream the rows of a table into a sink; return whether all could be written."""
    with open(table_path, encoding="ascii") as table:
        return all(sink.addFeature(scene_feature(json.loads(line)), QgsFeatureSink.Flag.FastInsert) for line in table)


def make_folder_of(target):
    """Make the folder of a file that is to be written, as the raster jobs do."""
    if os.path.splitext(target)[1] and ":" not in os.path.splitdrive(target)[1]:
        os.makedirs(os.path.dirname(os.path.abspath(target)), exist_ok=True)


def count_features(file):
    """Return how many features a finished file holds, read one by one; -1 if it cannot be opened."""
    layer = QgsVectorLayer(file, "check", "ogr")
    if not layer.isValid():
        return -1
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
    return sum(1 for _ in layer.getFeatures(request))


def scene_fields():
    """Return the fields of a scenes layer."""
    fields = QgsFields()
    for column in SCENE_COLUMNS:
        field = QgsField(column.name, _QT_TYPES[column.kind])
        field.setAlias(column.alias)
        fields.append(field)
    return fields


def scene_feature(row):
    """Return the feature of one row of the table."""
    feature = QgsFeature(scene_fields())
    geometry = QgsGeometry.fromWkt(row["geometry"])
    geometry.convertToMultiType()
    feature.setGeometry(geometry)
    feature.setAttributes([_attribute(column, row[column.name]) for column in SCENE_COLUMNS])
    return feature


def _attribute(column, value):
    if column.kind == "datetime" and value is not None:
        return QDateTime.fromString(value[:23] + "Z", Qt.DateFormat.ISODateWithMs)
    return value
