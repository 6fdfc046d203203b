"""A group of rasters with times, as a layer definition file (.qlr): it keeps style and time where a .qml cannot."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qgis.core import QgsDateTimeRange, QgsLayerDefinition, QgsLayerTreeGroup, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, Qt, QTime, QTimeZone

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.targets import MARK
from sentinel_toolkit.processing import on_the_map
from sentinel_toolkit.processing.layer_metadata import describe_raster

if TYPE_CHECKING:
    from qgis.core import QgsProject

translate = QCoreApplication.translate


def write_time_group(path: str, name: str, table_path: str, what: str) -> None:
    """Write the group; the Temporal Controller shows one layer after the other.

    Parameters
    ----------
    path
        Of the file.
    name
        Of the group.
    table_path
        JSON lines of name, path, and the first and last day, or the first and last second (ISO, inclusive, UTC).
    what
        The layers are: the first part of their names.

    Raises
    ------
    ToolkitError
        If a raster cannot be opened or the file cannot be written.
    """
    group = QgsLayerTreeGroup(name)
    layers = []  # the tree does not own them
    with open(table_path, encoding="ascii") as rows:
        for row in map(json.loads, rows):
            layer = _layer(row, what)
            layers.append(layer)
            group.addLayer(layer).setExpanded(False)
    ok, message = QgsLayerDefinition.exportLayerDefinition(path, [group])
    if not ok:
        raise ToolkitError(f"{path} cannot be written: {message}.", "Is there enough space in the output folder?")
    with open(path, "a", encoding="utf-8") as file:
        file.write(MARK + "\n")  # by which the next job knows that it may replace it


def open_time_group(path: str, project: QgsProject) -> str:
    """Add the group to a project, on top of its layers, and let the Temporal Controller play it; return what to say.

    One of an earlier run stays.
    """
    root = project.layerTreeRoot()
    before = root.children()
    QgsLayerDefinition.loadLayerDefinition(path, project, root)
    count = sum(on_the_map.show_group(node, project) for node in root.children() if node not in before)
    return translate("SentinelToolkit", "The Temporal Controller shows the {count} layers one by one.").format(
        count=count
    )


def _layer(row: dict[str, Any], what: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(row["path"], f"{what}, {row['name']}")
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
