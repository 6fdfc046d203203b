"""The downloads that wait, run and are over: the plugin's own, so that they go on whatever window is closed."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsFeatureRequest
from qgis.PyQt.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, Qt

from sentinel_toolkit.gui.algorithm_task import AlgorithmTask, algorithm_of, project_context
from sentinel_toolkit.gui.plain import as_tooltip, say_in_bar

if TYPE_CHECKING:
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtCore import QObject

translate = QCoreApplication.translate
TITLE = "Sentinel Toolkit"
DOWNLOAD = "download_scenes"
LAYERS = ("INPUT", "AOI")  # copied when a download enters: their selection, or they themselves, may be gone at its turn
WAITING, RUNNING, DONE, STOPPED, FAILED = "waiting", "running", "done", "stopped", "failed"


@dataclass
class Download:
    """One download: what it fetches, how far it is, what was said of it."""

    title: str
    parameters: dict[str, Any]
    """Of Download scenes."""
    state: str = WAITING
    percent: float = 0.0
    errors: list[str] = field(default_factory=list)
    """And warnings."""
    summary: str = ""
    """What has come of it, once it is done."""

    @property
    def is_over(self) -> bool:
        return self.state in (DONE, STOPPED, FAILED)

    def text(self) -> str:
        """Return the line that shows it."""
        said = {
            WAITING: translate("SentinelToolkit", "waiting"),
            RUNNING: translate("SentinelToolkit", "{percent} %").format(percent=int(self.percent)),
            DONE: self.summary,
            STOPPED: translate("SentinelToolkit", "cancelled; what is complete is kept"),
            FAILED: translate("SentinelToolkit", "failed: {error}").format(error="".join(self.errors[:1])),
        }
        return f"{self.title}: {said[self.state]}"


class DownloadQueue(QAbstractListModel):
    """Runs downloads one after the other (each has several connections), as tasks of QGIS.

    Parameters
    ----------
    message_bar
        Is told of each that ends.
    """

    def __init__(self, message_bar: QgsMessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._message_bar = message_bar
        self._downloads: list[Download] = []
        self._task: AlgorithmTask | None = None
        self._running: Download | None = None

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (an invalid index is a constant)
        return 0 if parent.isValid() else len(self._downloads)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        download = self._downloads[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return download.text()
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip("\n".join([download.text(), *download.errors]))
        return None

    def add(self, parameters: dict[str, Any]) -> str:
        """Add a download, the parameters of Download scenes; return an error's text, or an empty one."""
        algorithm, context = algorithm_of(DOWNLOAD), project_context()
        ok, message = algorithm.checkParameterValues(parameters, context)
        if not ok:
            return message
        copies = {}
        for name in LAYERS:
            source = algorithm.parameterAsSource(parameters, name, context)
            if source is not None:
                copies[name] = source.materialize(QgsFeatureRequest())
        folder = algorithm.parameterAsString(parameters, "OUTPUT_FOLDER", context)
        copies["OUTPUT_FOLDER"] = folder  # a temporary one, too, has to be the same when it is tried again
        words = translate("SentinelToolkit", "{count} scenes into {place}")
        title = words.format(count=copies["INPUT"].featureCount(), place=os.path.basename(folder))
        self.beginInsertRows(QModelIndex(), len(self._downloads), len(self._downloads))
        self._downloads.append(Download(title, {**parameters, **copies}))
        self.endInsertRows()
        self._go_on()
        return ""

    def cancel(self, row: int) -> None:
        """Stop a download, or take it out of the line."""
        download = self._downloads[row]
        if self._task is not None and download is self._running:
            self._task.cancel()
        elif not download.is_over:
            self._change(download, state=STOPPED)

    def try_again(self, row: int) -> None:
        """Put a download that ended back into the line: what is complete is not fetched again."""
        if self._downloads[row].is_over:
            self._change(self._downloads[row], state=WAITING, percent=0.0, errors=[])
            self._go_on()

    def parameters(self, row: int) -> dict[str, Any]:
        """Return what a download was asked for."""
        return self._downloads[row].parameters

    def is_over(self, row: int) -> bool:
        """Tell whether a download has ended."""
        return self._downloads[row].is_over

    def remove_finished(self) -> None:
        """Forget what is over."""
        self.beginResetModel()
        self._downloads = [download for download in self._downloads if not download.is_over]
        self.endResetModel()

    def let_go(self) -> None:
        """Stop all, and wait for that, before the plugin goes."""
        self._downloads = [download for download in self._downloads if download is self._running]
        if self._task is not None:
            self._task.end()

    def _go_on(self) -> None:
        """Start the next one, if none runs."""
        waiting = [download for download in self._downloads if download.state == WAITING]
        if self._task is not None or not waiting:
            return
        self._running = download = waiting[0]
        self._task = task = AlgorithmTask(DOWNLOAD, download.parameters, self)
        task.said.connect(partial(self._hear, download))
        task.progressed.connect(partial(self._advance, download))
        task.finished.connect(partial(self._finish, task, download))
        self._change(download, state=RUNNING)
        task.start()

    def _advance(self, download: Download, percent: float) -> None:
        if int(percent) != int(download.percent):
            self._change(download, percent=percent)

    def _hear(self, download: Download, text: str, kind: str) -> None:
        if kind in ("error", "warning"):
            download.errors.append(text)

    def _finish(self, task: AlgorithmTask, download: Download, ok: bool, results: dict[str, Any]) -> None:
        """Load what was made as a dialog does, tell, and go on with the next."""
        self._task, self._running = None, None
        if ok and results:
            task.load_results()
            counts = {name.lower(): results[name] for name in ("DOWNLOADED", "SKIPPED", "FAILED")}
            summary = translate("SentinelToolkit", "{downloaded} fetched, {skipped} here before, {failed} failed")
            self._change(download, state=DONE, summary=summary.format(**counts))
        else:
            self._change(download, state=STOPPED if ok or not download.errors else FAILED)
        is_fine = download.state == DONE and not results["FAILED"]
        level = Qgis.MessageLevel.Success if is_fine else Qgis.MessageLevel.Warning
        if download.state != STOPPED:
            say_in_bar(self._message_bar, TITLE, download.text(), level)
        task.deleteLater()
        self._go_on()

    def _change(self, download: Download, **values: object) -> None:
        for name, value in values.items():
            setattr(download, name, value)
        place = self.index(self._downloads.index(download), 0)
        self.dataChanged.emit(place, place)
