"""What the user sees of a worker's events, and says to it: Processing's feedback on one side, ours on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.contract.events import Note, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from qgis.core import QgsProcessingFeedback

    from sentinel_toolkit.contract.events import Remark


def event_sink(feedback: QgsProcessingFeedback) -> Callable[[Remark], None]:
    """Return a function that shows a worker's events in a Processing feedback; a phase is named once."""
    phase = ""

    def show(event: Remark) -> None:
        nonlocal phase
        if isinstance(event, Progress):
            if event.text and event.text != phase:
                phase = event.text
                feedback.setProgressText(phase)
            if event.fraction >= 0:
                feedback.setProgress(100 * event.fraction)
        elif isinstance(event, Note):
            (feedback.pushWarning if event.warning else feedback.pushInfo)(event.text)

    return show


def cancel_flag(feedback: QgsProcessingFeedback) -> Callable[[], bool]:
    """Return a function that tells whether the user wants to stop.

    qgis_process runs algorithms in its main thread and notices Ctrl-C only while it handles events; QGIS itself runs
    them beside its event loop, which must be left alone.
    """
    if not is_headless():
        return feedback.isCanceled

    def is_cancelled() -> bool:
        QCoreApplication.processEvents()
        return feedback.isCanceled()

    return is_cancelled


def is_headless() -> bool:
    """Tell whether qgis_process runs us, without a window."""
    return QgsApplication.platform() == "qgis_process"
