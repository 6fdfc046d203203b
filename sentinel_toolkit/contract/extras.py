"""THE TABLE of libraries that only some jobs need, and that are fetched when one of these is run for the first time."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sentinel_toolkit.contract.errors import EnvironmentNotReadyError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Extra:
    """A library beside those of all jobs."""

    use: str
    """What needs it, in the user's words."""
    package: str
    """As pip knows it, and in ``requirements-NAME.in``."""
    module: str
    """As it is imported."""
    download_mb: int
    """Measured on Linux, with what it brings."""


EXTRAS = {
    "video": Extra("MP4", "av", "av", 36),
    "trees": Extra("METHOD trees", "scikit-learn", "sklearn", 10),
    "cluster": Extra("SCHEDULER", "distributed", "distributed", 5),
    "objects": Extra("OUTPUT_FOLDER s3://", "obstore", "obstore", 6),
}


def has(name: str) -> bool:
    """Tell whether this Python has an extra."""
    return importlib.util.find_spec(EXTRAS[name].module) is not None


def require(names: Iterable[str]) -> None:
    """Raise EnvironmentNotReadyError if this Python lacks one of the extras, before any work is done for nothing."""
    for name in names:
        extra = EXTRAS[name]
        if not has(name):
            raise EnvironmentNotReadyError(
                f"{extra.use} needs the library {extra.package}, which {sys.executable} does not have.",
                f"Install it there: {sys.executable} -m pip install {extra.package}",
            )
