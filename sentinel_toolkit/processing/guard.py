"""Nothing of ours ends QGIS: what goes wrong in a method that QGIS calls becomes a message.

An exception that leaves a method which QGIS calls from C++ aborts the whole process, unless QGIS expects one there.
"""

from __future__ import annotations

import functools
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar, cast

from qgis.core import Qgis, QgsMessageLog, QgsProcessingException

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.events import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Method = TypeVar("Method", bound="Callable[..., Any]")
LOG = "Sentinel Toolkit"


def told(error: Exception) -> str:
    """Return what the user is told of an error; one that is not ours is a bug, and its traceback goes to the log."""
    if isinstance(error, (ToolkitError, QgsProcessingException, OSError)):
        return str(error)
    trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    QgsMessageLog.logMessage(trace, LOG, Qgis.MessageLevel.Critical)
    return str(Failure("", f"{type(error).__name__}: {error}", traceback=trace).exception())


@contextmanager
def as_qgis_error() -> Iterator[None]:
    """Let whatever goes wrong in a block leave it as the one exception that QGIS expects of a running algorithm."""
    try:
        yield
    except QgsProcessingException:
        raise
    except Exception as error:
        raise QgsProcessingException(told(error)) from error


def or_else(answer: Callable[[str], object]) -> Callable[[Method], Method]:
    """Return a decorator of a method that QGIS calls: what goes wrong is told, and ``answer`` takes what is told."""

    def decorate(method: Method) -> Method:
        @functools.wraps(method)
        def guarded(*arguments: Any, **named: Any) -> object:
            try:
                return method(*arguments, **named)
            except Exception as error:
                return answer(told(error))

        return cast("Method", guarded)

    return decorate
