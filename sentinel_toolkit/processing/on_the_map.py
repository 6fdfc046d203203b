"""New layers on the map: on top of what they show, in view, without footprints over them; groups with times play."""

from __future__ import annotations

import math
from functools import reduce
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsDateTimeRange, QgsInterval, QgsMapLayer, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer

from sentinel_toolkit.processing.feedback import is_headless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qgis.core import QgsLayerTreeGroup, QgsLayerTreeNode, QgsProject
    from qgis.gui import QgisInterface, QgsMapCanvas

RESULTS_GROUP = "Processing/Configuration/RESULTS_GROUP_NAME"  # pragma: allowlist secret
SMALLEST_SHARE = 0.1  # of the view's width: what is smaller is not seen
MARGIN = 1.05
FOOTPRINT_FIELDS = {"scene", "fine_scene"}


def window() -> QgisInterface | None:
    """Return QGIS's window; None in qgis_process and in tests."""
    from qgis.utils import iface

    if is_headless() or iface is None or not hasattr(iface, "mapCanvas"):
        return None
    from qgis.gui import QgsMapCanvas

    return iface if isinstance(iface.mapCanvas(), QgsMapCanvas) else None


def show_layers(layers: Sequence[QgsMapLayer], project: QgsProject) -> None:
    """Put layers that are in the project on top, the first highest, and into view.

    Tables stay where they are. Rasters switch the footprints off: they are of what is seen now.
    """
    root = project.layerTreeRoot()
    spatial = [layer for layer in layers if layer.isSpatial() and root.findLayer(layer.id()) is not None]
    for layer in reversed(spatial):
        _raise(root.findLayer(layer.id()))
    if any(not isinstance(layer, QgsVectorLayer) for layer in spatial):
        switch_off_footprints(project, spatial)
    if spatial:
        _look_at(spatial, project)


def show_group(group: QgsLayerTreeGroup, project: QgsProject) -> int:
    """Put a group on top and into view, and let the Temporal Controller go from one of its layers to the next.

    Returns how many they are.
    """
    group = _raise(group)
    layers = [node.layer() for node in group.findLayers() if node.layer() is not None]
    switch_off_footprints(project, layers)
    _play(layers, project)
    _look_at(layers, project)
    return len(layers)


def switch_off_footprints(project: QgsProject, but: Sequence[QgsMapLayer] = ()) -> None:
    """Switch off the layers of scenes and pairs, but for some."""
    kept = {layer.id() for layer in but}
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if layer is not None and layer.id() not in kept and _is_of_footprints(layer):
            node.setItemVisibilityChecked(False)


def _is_of_footprints(layer: QgsMapLayer) -> bool:
    is_vector = isinstance(layer, QgsVectorLayer) and layer.isSpatial()
    return is_vector and bool(FOOTPRINT_FIELDS & set(layer.fields().names()))


def _raise(node: QgsLayerTreeNode) -> QgsLayerTreeNode:
    """Move a node to the top, out of the group that happened to be selected; return it, which is another object."""
    root, parent = node, node.parent()
    while root.parent() is not None:
        root = root.parent()
    chosen = QgsSettings().value(RESULTS_GROUP, "")
    target = parent if chosen and parent.name() == chosen else root  # a group that the user has chosen for results
    if target.children()[0] == node:
        return node
    moved = node.clone()
    target.insertChildNode(0, moved)
    parent.removeChildNode(node)
    return moved


def _look_at(layers: Sequence[QgsMapLayer], project: QgsProject) -> None:
    """Bring layers into view where nothing else is shown, or where the view's centre lies beside or far above them."""
    iface = window()
    if iface is None:
        return
    iface.setActiveLayer(layers[0])
    ours = {layer.id() for layer in layers}

    def look() -> None:
        if sip.isdeleted(project):
            return
        canvas = iface.mapCanvas()
        there = [project.mapLayer(identifier) for identifier in ours]
        extents = [extent for layer in there if layer is not None for extent in _extent(layer, canvas)]
        if not extents:
            return
        whole = reduce(_joined, extents)
        others = [layer for layer in canvas.layers() if layer.id() not in ours and layer.isSpatial()]
        is_small = whole.width() < SMALLEST_SHARE * canvas.extent().width()
        if not others or is_small or not whole.contains(canvas.center()):
            whole.scale(MARGIN)
            canvas.setExtent(whole)
            canvas.refresh()

    QTimer.singleShot(0, look)  # when the canvas knows the layers, and has zoomed to the first one itself


def _extent(layer: QgsMapLayer, canvas: QgsMapCanvas) -> list[QgsRectangle]:
    """Return a layer's extent in the canvas's CRS, or nothing where it has none."""
    extent = canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
    return [] if extent.isEmpty() or not extent.isFinite() else [extent]


def _joined(one: QgsRectangle, other: QgsRectangle) -> QgsRectangle:
    both = QgsRectangle(one)
    both.combineExtentWith(other)
    return both


def _play(layers: Sequence[QgsMapLayer], project: QgsProject) -> None:
    """Set the project's time and the Temporal Controller to the range and the step of layers, at the first of them."""
    ranges = sorted(
        (layer.temporalProperties().fixedTemporalRange() for layer in layers if layer.temporalProperties().isActive()),
        key=lambda span: span.begin(),
    )
    if not ranges:
        return
    whole, step = QgsDateTimeRange(ranges[0].begin(), max(span.end() for span in ranges)), step_of(ranges)
    settings = project.timeSettings()
    settings.setTemporalRange(whole)
    settings.setTimeStep(step.originalDuration())
    settings.setTimeStepUnit(step.originalUnit())
    iface = window()
    controller = iface.mapCanvas().temporalController() if iface is not None else None
    if iface is None or controller is None:
        return
    controller.setAvailableTemporalRanges(ranges)
    controller.setTemporalExtents(whole)
    controller.setFrameDuration(step)
    controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
    controller.setCurrentFrameNumber(0)
    panel = iface.mainWindow().findChild(QObject, "mActionTemporalController")  # else nobody finds what hides layers
    if panel is not None and not panel.isChecked():
        panel.trigger()


def step_of(ranges: Sequence[QgsDateTimeRange]) -> QgsInterval:
    """Return the step from one layer to the next: months where they begin with months, else from date to date."""
    days = [span.begin().date() for span in ranges] + [ranges[-1].end().addSecs(1).date()]
    if all(day.day() == 1 for day in days):
        months = [12 * day.year() + day.month() for day in days]
        step = reduce(math.gcd, [later - earlier for earlier, later in zip(months, months[1:])])
        if step:
            return QgsInterval(step, Qgis.TemporalUnit.Months)
    return QgsInterval(1, Qgis.TemporalUnit.IrregularStep)
