"""The downloads as a list in the dock: how far each is, cancel, try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from qgis.PyQt.QtCore import QModelIndex

    from sentinel_toolkit.gui.download_queue import DownloadQueue

translate = QCoreApplication.translate
LINES = 4  # that are seen at once


class DownloadList(QWidget):
    """Shows a DownloadQueue; hidden while that is empty."""

    def __init__(self, downloads: DownloadQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._downloads = downloads
        self._list = QListView()
        self._list.setModel(downloads)
        self._list.setAccessibleName(translate("SentinelToolkit", "Downloads"))
        self._list.setMaximumHeight(LINES * 2 * self.fontMetrics().height())
        self._list.setWordWrap(True)
        self._cancel = QPushButton(translate("SentinelToolkit", "Cancel download"))
        self._again = QPushButton(translate("SentinelToolkit", "Try again"))
        self._remove = QPushButton(translate("SentinelToolkit", "Remove finished"))
        self._cancel.clicked.connect(lambda: downloads.cancel(self._row()))
        self._again.clicked.connect(lambda: downloads.try_again(self._row()))
        self._remove.clicked.connect(downloads.remove_finished)
        row = QHBoxLayout()
        for button in (self._cancel, self._again, self._remove):
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        layout.addLayout(row)
        downloads.rowsInserted.connect(self._choose_new)
        for signal in (downloads.rowsInserted, downloads.dataChanged, downloads.modelReset):
            signal.connect(self._refresh)
        self._list.selectionModel().currentChanged.connect(self._refresh)
        self._refresh()

    def _row(self) -> int:
        return self._list.currentIndex().row()

    def _choose_new(self, _parent: QModelIndex, first: int, _last: int) -> None:
        self._choose(first)

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._downloads.index(row, 0))

    def _refresh(self, *_what: object) -> None:
        """Enable what can be done with the download that is chosen."""
        rows = range(self._downloads.rowCount())
        self.setVisible(bool(rows))
        if rows and self._row() not in rows:
            self._choose(rows[-1])
        overs = [self._downloads.is_over(row) for row in rows]
        self._cancel.setEnabled(bool(rows) and not overs[self._row()])
        self._again.setEnabled(bool(rows) and overs[self._row()])
        self._remove.setEnabled(any(overs))
