"""An algorithm run beside the window: as a task of QGIS, its words and progress as signals of the main thread."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal


class SayingFeedback(QgsProcessingFeedback):
    """A feedback that hands what it is told to a sink, in whatever thread."""

    def __init__(self, sink):
        super().__init__(False)
        self._sink = sink

    def setProgressText(self, text):
        self._sink(text, "phase")

    def pushInfo(self, info):
        self._sink(info, "info")

    def pushWarning(self, warning):
        self._sink(warning, "warning")

    def reportError(self, error, fatalError=False):  # noqa: N803, ARG002 (QGIS's own)
        self._sink(error, "error")


class AlgorithmTask(QObject):
    """Runs one algorithm of the toolkit as a task.

    Signals come in the main thread: ``said`` (text, kind), ``progressed`` (0-100), ``finished`` (ok, results).
    """

    said = pyqtSignal(str, str)
    progressed = pyqtSignal(float)
    finished = pyqtSignal(bool, dict)

    def __init__(self, job, parameters, parent=None):
        super().__init__(parent)
        self._algorithm = QgsApplication.processingRegistry().algorithmById(f"sentinel_toolkit:{job}").create()
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._feedback = SayingFeedback(self.said.emit)
        self._feedback.progressChanged.connect(self.progressed.emit)
        self._task = QgsProcessingAlgRunnerTask(self._algorithm, parameters, self._context, self._feedback)
        self._task.executed.connect(self.finished.emit)

    def start(self):
        """Put the task into QGIS's queue."""
        QgsApplication.taskManager().addTask(self._task)

    def take_layer(self, identifier):
        """Return a layer that the algorithm made, which is the caller's from now on; None if there is none."""
        return self._context.takeResultLayer(identifier) if identifier else None

    def cancel(self):
        """Ask it to stop."""
        self._feedback.cancel()
