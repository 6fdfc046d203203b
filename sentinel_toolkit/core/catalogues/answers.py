"""Answers of catalogues kept on disk, so that work continues without the service."""

from __future__ import annotations

import contextlib
import datetime
import gzip
import hashlib
import json
import os
import time
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.scenes.stac_reading import UnusableItemError, scene_from_item
from sentinel_toolkit.core.scenes.stac_writing import encode_scene

VERSION = 1  # of what is kept: a change of the Scene makes older answers unusable
FRESH_S = 3600  # an answer that may still grow: its period has hardly ended
FRESH_OF_THE_PAST_S = 24 * 3600  # the archive changes by reprocessing only
STILL_GROWING = datetime.timedelta(days=30)  # after the end of the period: late arrivals and better timeliness
MAX_AGE_S = 180 * 24 * 3600
MAX_BYTES = 500_000_000  # of all answers together: some 500 searches of 10,000 scenes


class Answers:
    """The answers in a folder (None: nothing is kept)."""

    def __init__(self, folder: str | Path | None) -> None:
        self._folder = Path(folder) if folder else None

    def find(self, question: dict[str, Any]) -> tuple[list[Scene], float] | None:
        """Return (scenes, age in seconds) of an answer to this very question, or None.

        Parameters
        ----------
        question
            Whatever decides the answer; JSON-native.
        """
        path = self._path(question)
        if path is None:
            return None
        try:
            made = path.stat().st_mtime
            with gzip.open(path, "rt", encoding="ascii") as lines:
                scenes = [scene_from_item(json.loads(line), "", "")[0] for line in lines]
        except (OSError, EOFError, ValueError, zlib.error, UnusableItemError):
            return None  # none, or one that a crash cut off
        return scenes, max(time.time() - made, 0)

    def keep(self, question: dict[str, Any], scenes: Iterable[Scene]) -> None:
        """Keep an answer; a folder that cannot be written is no reason to fail."""
        path = self._path(question)
        if path is None:
            return
        part = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        with contextlib.suppress(OSError, UnusableItemError):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with gzip.open(part, "wt", encoding="ascii", compresslevel=1) as lines:
                    lines.writelines(encode_scene(scene) + "\n" for scene in scenes)
                os.replace(part, path)
            finally:
                part.unlink(missing_ok=True)
            _sweep(path.parent)

    def _path(self, question: dict[str, Any]) -> Path | None:
        text = json.dumps([VERSION, question], sort_keys=True)
        return self._folder / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.jsonl.gz" if self._folder else None


def _sweep(folder: Path) -> None:
    """Delete the oldest answers until the rest is young and small enough."""
    files = []
    for file in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another job sweeps, too
            facts = file.stat()
            files.append((facts.st_mtime, facts.st_size, file))
    files.sort(reverse=True)
    total = 0
    for made, size, file in files:
        total += size
        if total > MAX_BYTES or time.time() - made > MAX_AGE_S:
            file.unlink(missing_ok=True)


def is_fresh(age_s: float, end: datetime.datetime, now: datetime.datetime) -> bool:
    """Tell whether an answer of that age may be given without asking again; ``end`` is that of its period (UTC)."""
    return age_s < (FRESH_S if end > now - STILL_GROWING else FRESH_OF_THE_PAST_S)


def describe_age(age_s: float) -> str:
    """Return an age for people."""
    for unit_s, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        count = round(age_s / unit_s)
        if count >= 1:
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "a moment ago"
