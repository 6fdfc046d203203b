"""An algorithm run beside the window: as a task of QGIS, its words and progress as signals of the main thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QObject, pyqtSignal

from sentinel_toolkit.processing import processing_plugin

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsMapLayer, QgsProcessingAlgorithm
    from qgis.PyQt.QtWidgets import QWidget

LONGEST_END_MS = 10_000


class SayingFeedback(QgsProcessingFeedback):
    """A feedback that hands what it is told to a sink, in whatever thread."""

    def __init__(self, sink: Callable[[str, str], None]) -> None:
        super().__init__(False)
        self._sink = sink

    def setProgressText(self, text: str) -> None:
        self._sink(text, "phase")

    def pushInfo(self, info: str) -> None:
        self._sink(info, "info")

    def pushWarning(self, warning: str) -> None:
        self._sink(warning, "warning")

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803, ARG002 (QGIS's own)
        self._sink(error, "error")


def algorithm_of(job: str) -> QgsProcessingAlgorithm:
    """Return the registered algorithm of a job."""
    return QgsApplication.processingRegistry().algorithmById(f"sentinel_toolkit:{job}")


def project_context() -> QgsProcessingContext:
    """Return a context in which the layers of the open project are found."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


class AlgorithmTask(QObject):
    """Runs one algorithm of the toolkit as a task.

    Signals come in the main thread: ``said`` (text, kind), ``progressed`` (0-100), ``finished`` (ok, results).
    """

    said = pyqtSignal(str, str)
    progressed = pyqtSignal(float)
    finished = pyqtSignal(bool, dict)

    def __init__(self, job: str, parameters: dict[str, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._algorithm = algorithm_of(job).create()
        self._context = project_context()
        self._feedback = SayingFeedback(self.said.emit)
        self._feedback.progressChanged.connect(self.progressed.emit)
        self._parameters = parameters
        self._task = QgsProcessingAlgRunnerTask(self._algorithm, parameters, self._context, self._feedback)
        self._is_over = False
        self._task.executed.connect(self._end)

    def start(self) -> None:
        """Put the task into QGIS's queue."""
        QgsApplication.taskManager().addTask(self._task)

    def take_layer(self, identifier: str) -> QgsMapLayer:
        """Return a layer that the algorithm made, which is the caller's from now on."""
        return self._context.takeResultLayer(identifier)

    def load_results(self) -> None:
        """Load the layers that its parameters ask for into the project, as an algorithm's dialog does."""
        processing_plugin.load_results(self._algorithm, self._context, self._feedback, self._parameters)

    def cancel(self) -> None:
        """Ask it to stop."""
        self._feedback.cancel()

    def end(self) -> None:
        """Stop it and wait for that: a task that outlives its context or the provider brings QGIS down."""
        self.cancel()
        _wait_until(lambda: self._is_over)

    def _end(self, ok: bool, results: dict[str, Any]) -> None:
        self._is_over = True
        self.finished.emit(ok, results)


def end_dialog(dialog: QWidget) -> None:
    """Stop what an algorithm's dialog runs, wait for that, and close it."""
    if processing_plugin.is_running(dialog):
        processing_plugin.cancel(dialog)
        _wait_until(lambda: not processing_plugin.is_running(dialog))
    processing_plugin.close_dialog(dialog)


def _wait_until(is_over: Callable[[], bool]) -> None:
    """Serve the event loop until something is over, but not for ever, and not the user meanwhile."""
    waited = QElapsedTimer()
    waited.start()
    while not is_over() and waited.elapsed() < LONGEST_END_MS:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 50)
