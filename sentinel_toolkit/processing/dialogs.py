"""Dialogs that speak: QGIS makes them of the parameters; here labels stand for ids, and units behind numbers.

A choice keeps its id as the data of its item, and a check box is known by its place: what is shown is changed, what is
read, saved in models and written into commands is not. The batch dialog and the model designer have no such door; they
show ids, which the help explains.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterNumber, QgsVariantUtils

from sentinel_toolkit.processing import processing_plugin
from sentinel_toolkit.processing.labels import labels_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qgis.core import QgsProcessingAlgorithm
    from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper as Wrapper
    from qgis.PyQt.QtWidgets import QWidget

UNIT = re.compile(r"\[([^\]]+)\]$")  # at the end of a label

# Of each need the ways to fill it, as parameters: where one is given, the others are greyed out.
ALTERNATIVES: dict[str, tuple[tuple[tuple[str, ...], ...], ...]] = {
    "thermal_sharpening": (
        (("PAIRS",), ("LST",), ("SEN3",)),
        (("PAIRS",), ("NDVI",), ("RED", "NIR"), ("INPUT",)),
    ),
    "import_sentinel3": ((("INPUT",), ("SEN3",)),),
    "ndvi_animation": ((("INPUT",), ("RASTERS",), ("RASTER_FOLDER",)),),
    "index_time_series": ((("INPUT",), ("RASTERS",), ("RASTER_FOLDER",)),),
}
AREA = (("AOI",), ("EXTENT",))


def speaking_dialog(algorithm: QgsProcessingAlgorithm, parent: QWidget | None) -> QWidget | None:
    """Return QGIS's own dialog of an algorithm, with words in it."""
    dialog = processing_plugin.make_dialog(algorithm, parent)
    wrappers = processing_plugin.wrappers_of(dialog)
    definitions = algorithm.parameterDefinitions()
    for definition in definitions:
        wrapper = wrappers.get(definition.name())
        widget = wrapper.wrappedWidget() if wrapper is not None else None
        if widget is not None and isinstance(definition, QgsProcessingParameterEnum):
            _label(widget, labels_of(definition.name()))
        if widget is not None and isinstance(definition, QgsProcessingParameterNumber):
            _add_unit(widget, definition.description())
    numbers = {each.name(): wrappers[each.name()] for each in definitions if each.name() in wrappers}
    _keep_decimals(dialog, {name: wrapper.wrappedWidget() for name, wrapper in numbers.items()})
    for ways in (*ALTERNATIVES.get(algorithm.name(), ()), AREA):
        _grey_out(ways, wrappers)
    return dialog


def _label(widget: QWidget, labels: Mapping[str, str]) -> None:
    from qgis.PyQt.QtWidgets import QCheckBox, QComboBox

    for combo in _all(widget, QComboBox):
        for place in range(combo.count()):
            combo.setItemText(place, labels.get(combo.itemData(place), combo.itemText(place)))
    for box in _all(widget, QCheckBox):
        box.setText(labels.get(box.text(), box.text()))


def _add_unit(widget: QWidget, label: str) -> None:
    from qgis.PyQt.QtWidgets import QDoubleSpinBox, QSpinBox

    unit = UNIT.search(label)
    for box in _all(widget, QDoubleSpinBox) + _all(widget, QSpinBox):
        if unit:
            box.setSuffix(f" {unit.group(1)}")


def _keep_decimals(dialog: QWidget, widgets: Mapping[str, QWidget]) -> None:
    """Let a dialog show all decimals of a number that it is opened with: it would round it, and run that."""
    from qgis.PyQt.QtWidgets import QDoubleSpinBox

    set_parameters = dialog.setParameters

    def set_all(parameters: dict[str, Any]) -> None:
        for name, value in parameters.items():
            for box in _all(widgets[name], QDoubleSpinBox) if name in widgets and isinstance(value, float) else ():
                box.setDecimals(max(box.decimals(), len(repr(value).partition(".")[2]) if value % 1 else 0))
        set_parameters(parameters)

    dialog.setParameters = set_all


def _all(widget: QWidget, kind: type[QWidget]) -> list[Any]:
    return ([widget] if isinstance(widget, kind) else []) + widget.findChildren(kind)


def _grey_out(ways: Sequence[Sequence[str]], wrappers: Mapping[str, Wrapper]) -> None:
    """Grey out the other ways while one is given, now and after each change."""

    def refresh(*_changed: object) -> None:
        given = [way for way in ways if any(_is_given(wrappers.get(name)) for name in way)]
        for way in ways:
            for name in way:
                if name in wrappers and not _is_given(wrappers[name]):
                    _need(wrappers[name], tuple(ways), not given or way in given)

    for name in {name for way in ways for name in way} & set(wrappers):
        wrappers[name].widgetValueHasChanged.connect(partial(refresh))
    refresh()


def _need(wrapper: Wrapper, ways: Sequence[Sequence[str]], is_open: bool) -> None:
    """Enable a widget where each need that it serves leaves it open."""
    widget = wrapper.wrappedWidget()
    closed = widget.property(CLOSED) or []
    closed = [other for other in closed if other != str(ways)] + ([] if is_open else [str(ways)])
    widget.setProperty(CLOSED, closed)
    widget.setEnabled(not closed)


CLOSED = "sentinel_toolkit_closed_by"  # a widget's property: the needs that something else fills


def _is_given(wrapper: Wrapper | None) -> bool:
    value = wrapper.parameterValue() if wrapper is not None else None
    return not QgsVariantUtils.isNull(value) and value not in ("", [])
