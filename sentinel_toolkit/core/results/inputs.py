"""What a job reads, as its request names it: nothing of it may be replaced by what the job makes."""

from __future__ import annotations

import functools
import json
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sentinel_toolkit.contract import extras, places
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.requests import Request, RequestT
from sentinel_toolkit.contract.targets import Source, Target, refuse_inputs, refuse_open, refuse_streams, refuse_unfit
from sentinel_toolkit.contract.thermal import file_of
from sentinel_toolkit.core.rasters import virtual
from sentinel_toolkit.core.scenes.rows import read_lines

ResultT = TypeVar("ResultT")
FurtherT = ParamSpec("FurtherT")
PARAMETERS = {"scenes_path": "INPUT"}  # whose names are not those of their fields
NAMES_OF_FILES = ("href", "path")  # in the rows of a table
MEASURED = (".tif", ".tiff", ".jp2", ".vrt", ".img", ".nc", ".xml")  # what is read of a folder
_IN_ZIP = re.compile(r"/vsizip/\{(?P<archive>.+)\}/.+")


def guards_inputs(
    run: Callable[Concatenate[RequestT, Report, FurtherT], ResultT],
) -> Callable[Concatenate[RequestT, Report, FurtherT], ResultT]:
    """Let a job begin only if its libraries are there and its targets replace no input.

    At its end it is said which inputs were replaced meanwhile.
    """

    @functools.wraps(run)
    def guarded(request: RequestT, report: Report, *further: FurtherT.args, **named: FurtherT.kwargs) -> ResultT:
        extras.require(request.extras)
        sources = _prove(request, request.made)
        before = {source.path: _state(source.path) for source in sources}
        result = run(request, report, *further, **named)
        changed = [path for path, state in before.items() if _state(path) != state]
        if changed:
            others = f" and {len(changed) - 1} more files" if len(changed) > 1 else ""
            report.warning(
                f"{changed[0]}{others} changed while the job read them: the result may be of both. Run the job again."
            )
        return result

    return guarded


def _state(path: str) -> tuple[int, int] | None:
    """Return (bytes, time of the last change in ns) of a file; None of a folder, which a job may fill, or of none."""
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return None
    return None if stat.S_ISDIR(state.st_mode) else (state.st_size, state.st_mtime_ns)


def prove_targets(request: Request, inside: Iterable[Target]) -> None:
    """Refuse, before the work, targets in a folder that would replace an input, a folder, or what is not ours there.

    What the request itself names was proved before the job began (:func:`guards_inputs`).

    Parameters
    ----------
    inside
        The files that the job makes in its folders.

    Raises
    ------
    InvalidRequestError
        Naming the parameters and the file.
    """
    _prove(request, inside)


def _prove(request: Request, targets: Iterable[Target]) -> list[Source]:
    """Refuse inputs that are no files, before any is opened, and targets that are not fit; return the inputs."""
    refuse_streams(Source(name, file_of(text)) for _, name, text in _given(request))
    sources, targets = list(sources_of(request)), list(targets)
    refuse_inputs(targets, sources)
    for target in targets:
        refuse_unfit(target)
    for target in targets:
        refuse_open(target)
    return sources


def sources_of(request: Request) -> Iterator[Source]:
    """Yield the files that a request names, those that its tables name, and those that these are put together of."""
    for field, name, text in _given(request):
        for path in filter(None, map(_local_path, _named(field, text))):
            yield Source(name, path)
            if Path(path).suffix.lower() == virtual.SUFFIX:
                yield from (Source(name, part) for part in virtual.files_of(path))


def _given(request: Request) -> Iterator[tuple[str, str, str]]:
    """Yield (field, name of the parameter, text) of the inputs that a request itself names."""
    for field in request.INPUTS:
        name = parameter_of(field)
        value = getattr(request, field)
        yield from ((field, name, text) for text in (value if isinstance(value, tuple) else (value,)) if text)


def parameter_of(field: str) -> str:
    """Return the name of the parameter that a field of a request comes from."""
    return PARAMETERS.get(field, field.removesuffix("_path").upper())


def _named(field: str, text: str) -> Iterator[str]:
    """Yield what a field names, and what stands in it."""
    yield text
    if field.endswith("_path"):
        for row in read_lines(text, parameter_of(field)):
            yield from _named_in(row.strip())
    elif os.path.isdir(text):
        with suppress(OSError):  # gone meanwhile, or shut: who reads it says so
            yield from (os.path.join(text, name) for name in os.listdir(text) if name.lower().endswith(MEASURED))


def _named_in(value: object) -> Iterator[str]:
    """Yield the names of files in a row of a table; scenes stand in it as texts."""
    if isinstance(value, str) and value.startswith("{"):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return  # no row: what reads the table will say so
    if isinstance(value, dict):
        for key, part in value.items():
            if key in NAMES_OF_FILES and isinstance(part, str):
                yield part
            else:
                yield from _named_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _named_in(part)


def _local_path(text: str) -> str:
    """Return the file on this computer that a text names; empty where it names another thing."""
    if text.startswith("file:"):
        return places.path_of_url(text)
    if match := _IN_ZIP.match(text):
        return match["archive"]
    return "" if "://" in text else file_of(text)
