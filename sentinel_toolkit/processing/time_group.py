"""A group of rasters with times, as a layer definition file (.qlr): it keeps style and time where a .qml cannot."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qgis.core import QgsDateTimeRange, QgsLayerDefinition, QgsLayerTreeGroup, QgsRasterLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.targets import MARK
from sentinel_toolkit.processing.layer_metadata import describe_raster

if TYPE_CHECKING:
    from qgis.core import QgsProject


def write_time_group(path: str, name: str, table_path: str) -> None:
    """Write the group; the Temporal Controller shows one layer after the other.

    Parameters
    ----------
    path
        Of the file.
    name
        Of the group.
    table_path
        JSON lines of name, path, and the first and last day, or the first and last second (ISO, inclusive, UTC).

    Raises
    ------
    ToolkitError
        If a raster cannot be opened or the file cannot be written.
    """
    group = QgsLayerTreeGroup(name)
    layers = []  # the tree does not own them
    with open(table_path, encoding="ascii") as rows:
        for row in map(json.loads, rows):
            layer = _layer(row)
            layers.append(layer)
            group.addLayer(layer).setExpanded(False)
    ok, message = QgsLayerDefinition.exportLayerDefinition(path, [group])
    if not ok:
        raise ToolkitError(f"{path} cannot be written: {message}.", "Is there enough space in the output folder?")
    with open(path, "a", encoding="utf-8") as file:
        file.write(MARK + "\n")  # by which the next job knows that it may replace it


def open_time_group(path: str, project: QgsProject) -> None:
    """Add the group to a project, on top of its layers; one of an earlier run stays."""
    QgsLayerDefinition.loadLayerDefinition(path, project, project.layerTreeRoot())


def _layer(row: dict[str, Any]) -> QgsRasterLayer:
    layer = QgsRasterLayer(row["path"], row["name"])
    if not layer.isValid():
        raise ToolkitError(f"{row['path']} cannot be opened: {layer.error().summary()}.", "Was it moved?")
    layer.loadNamedStyle(row["path"].rpartition(".")[0] + ".qml")
    describe_raster(layer, row["path"])
    properties = layer.temporalProperties()
    properties.setMode(properties.TemporalMode.ModeFixedTemporalRange)
    properties.setFixedTemporalRange(QgsDateTimeRange(_first_second(row["start"]), _last_second(row["end"])))
    properties.setIsActive(True)
    return layer


def _first_second(text: str) -> QDateTime:
    if "T" in text:
        return QDateTime.fromString(text[:19] + "Z", Qt.DateFormat.ISODate)
    return QDateTime(QDate.fromString(text, Qt.DateFormat.ISODate), QTime(0, 0), QTimeZone.utc())


def _last_second(text: str) -> QDateTime:
    """Return the last second: a project would forget "end excluded", and show a layer with the next one, too."""
    return _first_second(text) if "T" in text else _first_second(text).addDays(1).addSecs(-1)
