"""Where results go, judged before the work: a target replaces no input, and beside it only what is ours."""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.object_addresses import refuse_address
from sentinel_toolkit.contract.open_files import refuse_held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STALE_SUFFIXES = (".aux.xml", ".ovr", ".msk")  # what GDAL and QGIS keep beside a raster: deleted with it
ITEM_AND_STYLE = (".json", ".qml")
MARK = (
    "<!-- Written by Sentinel Toolkit -->"  # in our styles; QGIS drops it from one that is saved anew: the user's own
)
JOB_PROPERTY = "sentinel_toolkit:job"  # in the items of our results; those of scenes have other properties of ours
MAX_BYTES = 50_000_000  # of a side-car that is looked at: an item of a thousand scenes has 1 MB
_STREAMS = {stat.S_IFIFO: "a pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device", stat.S_IFSOCK: "a socket"}


class Source(NamedTuple):
    """A file that a job reads."""

    name: str
    """Of the parameter that names it."""
    path: str


class Target(NamedTuple):
    """A file that a job makes."""

    parameter: str
    path: str
    beside: tuple[str, ...] = ()
    """Suffixes of the files that are written beside it, under its name."""
    is_folder: bool = False
    """It is a folder: only the job knows the names of the files in it."""

    @property
    def side_cars(self) -> tuple[Path, ...]:
        """Return the files beside it."""
        return tuple(Path(self.path).with_suffix(suffix) for suffix in self.beside)

    def replaced(self) -> Iterator[str]:
        """Yield the files that are there and would not be any more."""
        names = [self.path, *map(str, self.side_cars)]
        for name in () if self.is_folder else (*names, *(name + suffix for name in names for suffix in STALE_SUFFIXES)):
            if os.path.lexists(name):
                yield name


def group_target(parameter: str, folder: str, name: str) -> Target:
    """Return the Target of a group of layers, which itself must be ours to be replaced."""
    return Target(parameter, os.path.join(folder, name), (os.path.splitext(name)[1],))


def refuse_unfit(target: Target) -> None:
    """Refuse a target on no disk, with too long a path, below a file, in a folder's place, or beside what is not ours.

    Raises
    ------
    InvalidRequestError
        Naming the file.
    """
    refuse_address(target.parameter, target.path)
    for path in (Path(target.path), *target.side_cars):
        places.refuse_long(target.parameter, path, is_folder=target.is_folder)
    parents = Path(os.path.abspath(target.path)).parents
    above = next((path for path in parents if os.path.lexists(path)), None)  # none on a drive that is not there
    if above is not None and not above.is_dir():
        raise InvalidRequestError(f"{target.parameter} cannot be written: {above} is a file.", "Choose another folder.")
    if target.is_folder:
        return
    for path in (Path(target.path), *target.side_cars):
        if path.is_dir() and not path.is_symlink():
            raise InvalidRequestError(
                f"{target.parameter} cannot be written: {path} is a folder.", "Choose another name."
            )
    for path in target.side_cars:
        if os.path.lexists(path) and not is_ours(path, Path(target.path).name):
            raise InvalidRequestError(
                f"{target.parameter} would replace {path}, and {path.name} is not of Sentinel Toolkit"
                f"{', or tells of another raster' if path.suffix == '.json' else ''}.",
                "Choose another name.",
            )


def refuse_open(target: Target) -> None:
    """Refuse a target that is there and cannot be replaced, since QGIS or another program holds it (on Windows).

    Raises
    ------
    InvalidRequestError
        Naming the file.
    """
    refuse_held(target.replaced())


def refuse_inputs(targets: Iterable[Target], sources: Iterable[Source]) -> None:
    """Refuse targets that would replace a file which is read, by whatever names both are known.

    Parameters
    ----------
    sources
        Gone through only if a target is there already.

    Raises
    ------
    InvalidRequestError
        Naming the parameters and the file.
    """
    replaced = {}
    for target in targets:
        for path in target.replaced():
            if key := _identity(path):
                replaced[key] = target.parameter, path
    if not replaced:
        return
    for source in sources:
        if (key := _identity(source.path)) and key in replaced:
            parameter, path = replaced[key]
            raise InvalidRequestError(
                f"{parameter} is the file of {source.name}: {path}.",
                "What is also an input would be lost. Choose another name.",
            )


def refuse_streams(sources: Iterable[Source]) -> None:
    """Refuse inputs that are pipes, devices or sockets: opening them may wait, and reading them go on, for ever.

    Raises
    ------
    InvalidRequestError
        Naming the parameter and the file.
    """
    for source in sources:
        if stream := stream_of(source.path):
            raise InvalidRequestError(f"{source.name} is {stream}, no file: {source.path}.", "Choose a file.")


def stream_of(path: str | os.PathLike[str]) -> str:
    """Return in words what a path is that may have no end; empty for a file, a folder, and where there is nothing.

    >>> stream_of("/dev/zero") if os.name == "posix" else "a device"
    'a device'
    """
    try:
        return _STREAMS.get(stat.S_IFMT(os.stat(path).st_mode), "")
    except (OSError, ValueError):
        return ""


def _identity(path: str) -> tuple[int, int] | None:
    """Return what the file system knows a file by, through links and in any spelling; None where there is none."""
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino


def is_ours(path: Path, name: str = "") -> bool:
    """Tell by its content whether a file beside a result was written by us.

    Parameters
    ----------
    name
        Of the raster that an item must tell of.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            return False
        text = path.read_text("utf-8")
        return is_item_of(json.loads(text), name) if path.suffix == ".json" else MARK in text
    except FileNotFoundError:
        return not path.is_symlink()  # nothing that could be lost
    except (OSError, ValueError, RecursionError):
        return False


def is_item_of(item: object, name: str) -> bool:
    """Tell whether what stands in a file is an item of ours, of the raster of that name."""
    with suppress(LookupError, TypeError):
        data = item["assets"]["data"]["href"]  # type: ignore[index]
        return JOB_PROPERTY in item["properties"] and data == f"./{name}"  # type: ignore[index]
    return False
