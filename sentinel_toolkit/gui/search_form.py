"""What the dock asks before a search: source, product, place, dates, cloud."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProcessing, QgsProcessingFeatureSourceDefinition
from qgis.gui import QgsDateEdit, QgsExtentWidget, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, QDate, Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QSpinBox, QWidget

from sentinel_toolkit.contract.catalogue import PRODUCTS, SOURCES
from sentinel_toolkit.settings import LastSearch

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
    from qgis.gui import QgsMapCanvas

translate = QCoreApplication.translate
DAYS_BACK = 30  # of the first search
NEEDS_ADDRESS = "stac"  # has no built-in address: it is asked for by the algorithm's own dialog


class SearchForm(QWidget):
    """The fields of a search, as parameters of Search scenes."""

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._product = QComboBox(), QComboBox()
        for name in SOURCES:
            if name != NEEDS_ADDRESS:
                self._source.addItem(_SOURCE_NAMES[name], name)
        self._folder = QgsFileWidget()
        self._folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._layer, self._is_selected = QgsMapLayerComboBox(), QCheckBox(translate("SentinelToolkit", "selected only"))
        self._layer.setFilters(Qgis.LayerFilters(Qgis.LayerFilter.PolygonLayer | Qgis.LayerFilter.PointLayer))
        self._layer.setAllowEmptyLayer(True, translate("SentinelToolkit", "the extent below"))
        self._layer.setCurrentIndex(0)
        self._extent = QgsExtentWidget()
        self._extent.setMapCanvas(canvas)
        self._extent.setNullValueAllowed(True, translate("SentinelToolkit", "not set"))
        self._extent.clear()  # an empty map has an extent of all numbers there are
        self._start, self._end = QgsDateEdit(), QgsDateEdit()
        self._end.setDate(QDate.currentDate())
        self._start.setDate(QDate.currentDate().addDays(-DAYS_BACK))
        self._cloud = QSpinBox()
        self._cloud.setRange(0, 100)
        self._cloud.setValue(100)
        self._cloud.setSuffix(" %")
        self._lay_out()
        self._source.currentIndexChanged.connect(self._show_products)
        self._show_products()
        self._recall()

    def _lay_out(self) -> None:
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addRow(translate("SentinelToolkit", "Source"), self._source)
        layout.addRow(translate("SentinelToolkit", "Folder"), self._folder)
        layout.addRow(translate("SentinelToolkit", "Product"), self._product)
        layout.addRow(translate("SentinelToolkit", "Area"), _row(self._layer, self._is_selected))
        layout.addRow(translate("SentinelToolkit", "Extent"), self._extent)
        layout.addRow(translate("SentinelToolkit", "Dates"), _row(self._start, self._end))
        layout.addRow(translate("SentinelToolkit", "Cloud at most"), self._cloud)
        # For those who hear the form: a label names the one widget beside it only.
        self._layer.setAccessibleName(translate("SentinelToolkit", "Area"))
        self._start.setAccessibleName(translate("SentinelToolkit", "First day"))
        self._end.setAccessibleName(translate("SentinelToolkit", "Last day"))

    def _show_products(self) -> None:
        """Offer what the source has; ask for a folder where it is one."""
        source = self._source.currentData()
        chosen = self._product.currentText()
        self._product.clear()
        self._product.addItems([product for product in PRODUCTS if product in SOURCES[source]])
        self._product.setCurrentIndex(max(self._product.findText(chosen), 0))
        for widget in (self._folder, self.layout().labelForField(self._folder)):  # Qt 5 cannot hide a row
            widget.setVisible(source == "folder")

    def _recall(self) -> None:
        """Fill in what was searched for last, as far as this version knows it."""
        last = {name: value for name, value in dataclasses.asdict(LastSearch.load()).items() if value != ""}
        if last.get("source") in _SOURCE_NAMES:
            self.set_values(**last)

    def remember(self) -> None:
        """Keep what is filled in for the next time, but for the area."""
        asked = self.parameters()
        LastSearch(
            source=asked["SOURCE"],
            folder=self._folder.filePath(),
            product=asked["PRODUCT"],
            start=asked["START"],
            end=asked["END"],
            cloud=asked["MAX_CLOUD"],
        ).save()

    def set_values(self, **values: str | int) -> None:
        """Fill in fields: source, folder, product, start and end (ISO), cloud."""
        if "source" in values:
            self._source.setCurrentIndex(self._source.findData(values["source"]))
        if "folder" in values:
            self._folder.setFilePath(values["folder"])
        if "product" in values:
            self._product.setCurrentIndex(max(self._product.findText(values["product"]), 0))
        for name, widget in (("start", self._start), ("end", self._end)):
            date = QDate.fromString(values.get(name, ""), Qt.DateFormat.ISODate)
            if date.isValid():
                widget.setDate(date)
        if "cloud" in values:
            self._cloud.setValue(values["cloud"])

    def set_extent(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        """Set the place to a QgsRectangle."""
        self._extent.setOutputExtentFromUser(box, crs)

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of Search scenes; the result goes into memory."""
        found = {
            "SOURCE": self._source.currentData(),
            "PRODUCT": self._product.currentText(),
            "START": self._start.date().toString(Qt.DateFormat.ISODate),
            "END": self._end.date().toString(Qt.DateFormat.ISODate),
            "MAX_CLOUD": self._cloud.value(),
            "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
        }
        if found["SOURCE"] == "folder":
            found["FOLDER"] = self._folder.filePath()
        return {**found, **self.place()}

    def area_name(self) -> str:
        """Return the name of the layer that says where; empty without one."""
        layer = self._layer.currentLayer()
        return layer.name() if layer is not None else ""

    def place(self) -> dict[str, Any]:
        """Return AOI or EXTENT, as far as one is given."""
        layer = self._layer.currentLayer()
        if layer is not None:
            return {"AOI": QgsProcessingFeatureSourceDefinition(layer.id(), self._is_selected.isChecked())}
        if not self._extent.isValid():
            return {}
        box = self._extent.outputExtent()
        sides = f"{box.xMinimum()},{box.xMaximum()},{box.yMinimum()},{box.yMaximum()}"
        return {"EXTENT": f"{sides} [{self._extent.outputCrs().authid()}]"}


_SOURCE_NAMES = {
    "earth_search": "Earth Search",
    "cdse": "Copernicus Data Space (STAC)",
    "cdse_odata": "Copernicus Data Space (OData)",
    "planetary_computer": "Planetary Computer",
    "folder": "Folder",
}


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
