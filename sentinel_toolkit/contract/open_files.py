"""Files that another program holds: on Windows they cannot be replaced; a virus scanner holds each new one a while."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sentinel_toolkit.contract.errors import InvalidRequestError, ToolkitError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PATIENCE_S = 5.0  # a virus scanner has looked at a file by then; what QGIS shows, it holds for longer
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.05, 0.8
ACCESS_DENIED = 5  # Windows's error of a file that is write-protected or another user's; an open one is 32 or 33
NO_LAYERS = (".json", ".qml", ".qlr", ".htm", ".html", ".mp4")  # QGIS reads them, if at all, and lets go
Done = TypeVar("Done")


def is_held(error: OSError) -> bool:
    """Tell whether an error may be that of a file which another program holds, and will be over with it."""
    return isinstance(error, PermissionError) or error.errno == errno.EBUSY  # EBUSY: on a share of Windows


def refuse_held(paths: Iterable[str]) -> None:
    """Refuse files that could not be replaced, as renaming each to its own name shows: nothing else changes by it.

    Raises
    ------
    InvalidRequestError
        Naming the file as its user knows it.
    """
    for path in paths:
        try:
            os.replace(path, path)
        except OSError as error:
            if not is_held(error):
                continue  # gone meanwhile, or a matter of the folder: who writes there says so
            name = os.path.basename(path)
            if getattr(error, "winerror", None) == ACCESS_DENIED:
                raise InvalidRequestError(
                    f"{name} cannot be replaced: it is write-protected, or belongs to another user.",
                    "Choose another name.",
                ) from error
            if Path(path).suffix.lower() in NO_LAYERS:
                raise InvalidRequestError(
                    f"{name} is open in another program.", "Close it there or choose another name."
                ) from error
            raise InvalidRequestError(f"{name} is open in QGIS.", "Remove the layer or choose another name.") from error


def pauses() -> Iterator[float]:
    """Yield how many seconds to wait before each next try, until the patience is at its end."""
    end, pause = time.monotonic() + PATIENCE_S, FIRST_PAUSE_S
    while (left := end - time.monotonic()) > 0:
        yield min(pause, left)
        pause = min(2 * pause, LONGEST_PAUSE_S)


def patiently(action: Callable[[], Done]) -> Done:
    """Do what a virus scanner may stand in the way of: again and again, while it may be that.

    Raises
    ------
    OSError
        The last one, if the file is still held.
    """
    for pause in pauses():
        try:
            return action()
        except OSError as error:
            if not is_held(error):
                raise
        time.sleep(pause)
    return action()


def replace_patiently(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> None:
    """Give a finished file its final name, for which there is no other.

    Raises
    ------
    ToolkitError
        If the file that has that name is held by another program all the while.
    OSError
        If it fails for any other reason.
    """
    try:
        patiently(lambda: os.replace(source, target))
    except OSError as error:
        if not is_held(error):
            raise
        raise ToolkitError(
            f"{os.fspath(target)} cannot be replaced: {error.strerror or 'another program holds it'}.",
            "Is it open in QGIS or another program? Close it there, and run the job again.",
        ) from error
