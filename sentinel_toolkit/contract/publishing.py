"""Results get their final names in one step: what the renames replace waits in the part folder until all are done.

What cannot be replaced, since QGIS shows it (on Windows), stays as it is, and the new result gets the next free name.
"""

from __future__ import annotations

import functools
import itertools
import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sentinel_toolkit.contract import journal
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.open_files import is_held, patiently, pauses
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE, is_item_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sentinel_toolkit.contract.report import Report

    Names = dict[Path, list[str]]  # part folder → the names in it that are published, in their order


def publish(folder: str | Path, target: str | Path, report: Report) -> Path:
    """Put what stands in ``folder`` beside the target, the target itself last: it exists only when all do.

    Files whose name begins with a dot are scratch and stay behind. What GDAL and QGIS have kept beside an older target
    of that name (statistics, overviews, masks) goes: it would be taken for the new one's.

    Returns
    -------
    Path
        Where the target is now: under another name, with a warning, where the older one could not be replaced.

    Raises
    ------
    ToolkitError
        If there is a folder in the place of a file. Then, and after any other failure, all is as it was.
    """
    target = Path(target)
    return publish_together({target: Path(folder)}, report).get(target, target)


def publish_together(folders: Mapping[Path, Path], report: Report) -> dict[Path, Path]:
    """Publish several targets (target → its part folder) in one step: all or none.

    Returns
    -------
    dict
        Of every file, also those beside the targets: the path that was meant → where it is now.

    Raises
    ------
    ToolkitError
        As ``publish`` does.
    """
    names = {
        folder: sorted((n for n in os.listdir(folder) if n[0] != "."), key=lambda name: (name == target.name, name))
        for target, folder in folders.items()
    }
    names = {folder: made for folder, made in names.items() if made}
    placed = {place: place for place in _places(names)}
    # As its user spells a place: that of a part folder may be spelt as Windows wants long paths.
    asked = {
        target.parent / name: folder.parent / name
        for target, folder in folders.items()
        for name in names.get(folder, ())
    }
    for place in placed:
        if place.is_dir() and not place.is_symlink():
            raise ToolkitError(f"{place} cannot be written: it is a folder.", "Choose another name.")
    waits = pauses()
    while True:
        try:
            _put(names)
            break
        except OSError as error:
            if not is_held(error):
                raise
            pause = next(waits, None)
            if pause is None:
                moved = _take_free_name(names, error)
                placed = {meant: moved.get(place, place) for meant, place in placed.items()}
                waits = pauses()
            else:
                time.sleep(pause)
    told = {meant: meant.with_name(placed[place].name) for meant, place in asked.items()}
    _warn(told, report)
    return told


def _places(names: Names) -> list[Path]:
    return [folder.parent / name for folder, made in names.items() for name in made]


def _put(names: Names) -> None:
    """Put all in place, or leave all as it was; what is in the way is looked for before anything is moved."""
    with journal.MOVING:
        _prove(names)
        try:
            for folder, made in names.items():
                journal.set_aside(folder, made)
            for folder, made in names.items():
                for name in made:
                    with journal.told_of(folder.parent / name):
                        os.replace(folder / name, folder.parent / name)
        except BaseException:
            _take_back(names)
            raise
        journal.end(names)


def _prove(names: Names) -> None:
    """Prove that what is there can be replaced: renaming it to its own name changes nothing."""
    if not _take_back(names):
        raise PermissionError("what an earlier try has moved cannot be put back yet")
    for place in _places(names):
        for path in (place, *journal.stale(place)):
            with journal.told_of(place), suppress(FileNotFoundError):
                os.replace(path, path)


def _take_back(names: Iterable[Path]) -> bool:
    """Roll all part folders back, as far as it goes; tell whether all is as it was."""
    done = [journal.roll_back(folder) for folder in names]
    return all(done)


def _take_free_name(names: Names, error: OSError) -> dict[Path, Path]:
    """Give the result whose place is not free the next name that is, with all that lies beside it.

    Returns
    -------
    dict
        Where its files were to be → where they will be.

    Raises
    ------
    ToolkitError
        If no other name would help.
    """
    place = Path(error.filename or "")
    folder = next((folder for folder, made in names.items() if place in _places({folder: made})), None)
    with journal.MOVING:
        if folder is None or not any(map(os.path.lexists, (place, *journal.stale(place)))) or not _take_back(names):
            where = place if folder is not None else _places(names)[-1]
            raise ToolkitError(
                f"{where} cannot be written: {error.strerror or error}.", "Choose another folder, or try again."
            ) from error
        new = _free_names(names, folder, place.stem)
        for name in new:
            _tell_of(folder / name, new)
        for name in new:
            patiently(functools.partial(os.replace, folder / name, folder / new[name]))
    names[folder] = [new.get(name, name) for name in names[folder]]
    return {folder.parent / old: folder.parent / name for old, name in new.items()}


def _free_names(names: Names, folder: Path, stem: str) -> dict[str, str]:
    """Return name → the same with the first number that nothing has yet, of all files of that stem in a part folder."""
    made = set(_places(names))
    for number in itertools.count(2):
        new = {name: f"{stem}_{number}{Path(name).suffix}" for name in names[folder] if Path(name).stem == stem}
        places = [folder.parent / name for name in new.values()]
        there = (path for place in places for path in (place, *journal.stale(place)))
        if made.isdisjoint(places) and not any(map(os.path.lexists, there)):
            return new
    raise AssertionError("unreachable")


def _tell_of(path: Path, new: Mapping[str, str]) -> None:
    """Let an item tell of its raster's new name."""
    if path.suffix != ".json":
        return
    item: Any = None
    with suppress(ValueError, RecursionError):
        item = json.loads(path.read_text("utf-8"))
    for old, name in new.items():
        if is_item_of(item, old):
            item["assets"]["data"]["href"] = f"./{name}"
            item["id"] = Path(name).stem if item.get("id") == Path(old).stem else item.get("id")
            path.write_text(json.dumps(item, indent=2, allow_nan=False), "utf-8")
            return


def _warn(placed: Mapping[Path, Path], report: Report) -> None:
    """Say which results have other names than was meant: of each one sentence, whatever lies beside it."""
    others = {meant: place for meant, place in placed.items() if meant != place}
    mains = {meant.with_suffix("") for meant in others if meant.suffix not in ITEM_AND_STYLE}
    for meant, place in others.items():
        if meant.suffix not in ITEM_AND_STYLE or meant.with_suffix("") not in mains:
            report.warning(
                f"{meant} could not be replaced (is it open in QGIS, or write-protected?). It is as it was; "
                f"the new result is {place.name}, beside it."
            )
