"""The scenes that were found as a sortable table, tied both ways to the layer of their footprints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import NULL, QgsFeatureRequest
from qgis.gui import QgsHighlight
from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qgis.core import QgsVectorLayer
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtCore import QDate, QEvent, QObject

translate = QCoreApplication.translate
TIME_FORMAT = "yyyy-MM-dd HH:mm"
ROWS_FOR_WIDTHS = 30  # that are looked at to choose the widths of columns
HIGHLIGHT = QColor("#e65100")
RIGHT = 0x82  # AlignRight and AlignVCenter, as the number that a model returns in Qt 5 and 6 alike


@dataclass(frozen=True)
class TableColumn:
    """A column of the table."""

    field: str
    """Of the layer."""
    title: str
    write: Callable[[Any], str]
    """How a value of the field is written."""
    is_number: bool = False


def columns() -> tuple[TableColumn, ...]:
    """Return the columns of the table."""
    return (
        TableColumn("datetime", translate("SentinelToolkit", "Time (UTC)"), lambda value: value.toString(TIME_FORMAT)),
        TableColumn("platform", translate("SentinelToolkit", "Satellite"), str),
        TableColumn("tile", translate("SentinelToolkit", "Tile"), str),
        TableColumn("cloud", translate("SentinelToolkit", "Cloud [%]"), "{:.1f}".format, True),
        TableColumn("coverage", translate("SentinelToolkit", "Covered [%]"), "{:.0f}".format, True),
        TableColumn("clear", translate("SentinelToolkit", "Clear [%]"), "{:.0f}".format, True),
        TableColumn("size_mb", translate("SentinelToolkit", "Size [MB]"), "{:.0f}".format, True),
    )


class SceneModel(QAbstractTableModel):
    """Rows of a scenes layer, read once."""

    def __init__(self, layer: QgsVectorLayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns()
        fields = layer.fields()
        self._places = [fields.lookupField(column.field) for column in self._columns]
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        picture = fields.lookupField("thumbnail")
        request.setSubsetOfAttributes([place for place in (*self._places, picture) if place >= 0])
        self._rows: list[list[Any]] = []  # values of the columns
        self.ids: list[int] = []
        self._pictures: dict[int, Any] = {}
        for feature in layer.getFeatures(request):
            self.ids.append(feature.id())
            self._pictures[feature.id()] = feature[picture] if picture >= 0 else None
            self._rows.append([None if place < 0 else feature[place] for place in self._places])
        self.row_of = {identifier: row for row, identifier in enumerate(self.ids)}

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows: here, for a proxy would ask for each value of thousands a dozen times; unknown ones last."""
        known: list[tuple[list[Any], int]] = []
        unknown: list[tuple[list[Any], int]] = []
        for entry in zip(self._rows, self.ids):
            (unknown if entry[0][column] in (None, NULL) else known).append(entry)
        known.sort(key=lambda entry: entry[0][column], reverse=order == Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        self._rows = [values for values, _ in (*known, *unknown)]
        self.ids = [identifier for _, identifier in (*known, *unknown)]
        self.row_of = {identifier: row for row, identifier in enumerate(self.ids)}
        self.layoutChanged.emit()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._columns[section].title if orientation == Qt.Orientation.Horizontal else section + 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        value, column = self._rows[index.row()][index.column()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.write(value) if value not in (None, NULL) else "–"
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return RIGHT
        return None

    def picture_of(self, row: int) -> str | None:
        """Return the href of a row's thumbnail; None where there is none."""
        href = self._pictures[self.ids[row]]
        return href if isinstance(href, str) and href else None

    def dates(self) -> list[tuple[int, QDate, float | None]]:
        """Return (id, day, cloud or None) of each row."""
        return [
            (identifier, row[0].date(), None if row[3] in (None, NULL) else row[3])
            for identifier, row in zip(self.ids, self._rows)
        ]


def _runs(rows: Iterable[int]) -> list[list[int]]:
    """Return (first, last) of the runs of sorted numbers: thousands of ranges of one row would take seconds."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return runs


class SceneTable(QTableView):
    """The table; what is selected here is selected in the layer, and the other way round.

    ``pictured`` carries the href of the thumbnail of the row that is worked with, None where there is none.
    """

    pictured = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._layer: QgsVectorLayer | None = None
        self._model: SceneModel | None = None
        self._highlight: QgsHighlight | None = None
        self._is_following = False
        self.setSortingEnabled(True)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)  # Tab goes on to what can be done with the scenes
        self.setAlternatingRowColors(True)
        self.setAccessibleName(translate("SentinelToolkit", "Scenes found"))
        self.verticalHeader().hide()
        self.entered.connect(self._point_at)

    @property
    def model_of_scenes(self) -> SceneModel | None:
        """Return the SceneModel; None before the first search."""
        return self._model

    def show_layer(self, layer: QgsVectorLayer | None) -> None:
        """Show a scenes layer; None: nothing."""
        self.forget()
        self._layer = layer
        if layer is None:
            return
        self._model = model = SceneModel(layer, self)
        self.setModel(model)
        self.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.horizontalHeader().setResizeContentsPrecision(ROWS_FOR_WIDTHS)
        self.resizeColumnsToContents()
        self.selectionModel().selectionChanged.connect(self._select_in_layer)
        self.selectionModel().currentRowChanged.connect(self._picture)
        model.layoutAboutToBeChanged.connect(self._hold)
        model.layoutChanged.connect(self._select_anew)
        layer.selectionChanged.connect(self._follow_layer)
        layer.willBeDeleted.connect(self.forget)

    def dates(self) -> list[tuple[int, QDate, float | None]]:
        """Return (id, day, cloud or None) of each scene."""
        return [] if self._model is None else self._model.dates()

    def forget(self) -> None:
        """Let go of the layer, which may be about to go."""
        self._unpoint()
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._follow_layer)
            self._layer.willBeDeleted.disconnect(self.forget)
        self._layer = self._model = None
        self.setModel(None)
        self.pictured.emit(None)

    def select(self, identifiers: Iterable[int]) -> None:
        """Select the rows of features."""
        self._select_in_table(identifiers)
        self._select_in_layer()

    def _select_in_layer(self, *_changes: object) -> None:
        if self._is_following or self._layer is None or self._model is None:
            return
        identifiers: list[int] = []
        for part in self.selectionModel().selection():
            identifiers += self._model.ids[part.top() : part.bottom() + 1]
        self._is_following = True
        self._layer.selectByIds(identifiers)
        self._is_following = False

    def _follow_layer(self, *_changes: object) -> None:
        """Select what is selected in the layer; its signal tells only what has changed."""
        if self._layer is not None:
            self._select_in_table(self._layer.selectedFeatureIds())

    def _select_in_table(self, identifiers: Iterable[int]) -> None:
        if self._is_following or self._model is None:
            return
        rows = sorted(self._model.row_of[identifier] for identifier in identifiers if identifier in self._model.row_of)
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self._model.index(first, 0), self._model.index(last, 0))
        self._is_following = True
        anew, whole = QItemSelectionModel.SelectionFlag.ClearAndSelect, QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(selection, anew | whole)
        self._is_following = False

    def _picture(self, current: QModelIndex, *_before: object) -> None:
        model = self._model
        self.pictured.emit(model.picture_of(current.row()) if model is not None and current.isValid() else None)

    def _hold(self, *_changes: object) -> None:
        """Leave the layer alone while rows are sorted, and the selection stands on others."""
        self._is_following = True

    def _select_anew(self, *_changes: object) -> None:
        """Select the same scenes where they are now."""
        self._is_following = False
        self._follow_layer()

    def _point_at(self, index: QModelIndex) -> None:
        """Show on the map which footprint the pointer is on."""
        self._unpoint()
        if self._layer is None or self._model is None:
            return
        identifier = self._model.ids[index.row()]
        self._highlight = highlight = QgsHighlight(
            self._canvas, self._layer.getFeature(identifier).geometry(), self._layer
        )
        highlight.setColor(HIGHLIGHT)
        highlight.setWidth(3)
        highlight.show()

    def _unpoint(self) -> None:
        if self._highlight is not None:
            self._canvas.scene().removeItem(self._highlight)
            self._highlight = None

    def leaveEvent(self, event: QEvent) -> None:
        self._unpoint()
        super().leaveEvent(event)
