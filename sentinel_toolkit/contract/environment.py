"""Request and result of the job that a fresh worker environment runs to prove itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SetUpEnvironmentRequest:
    """Import every library and compile the kernels; there is nothing to choose."""


@dataclass(frozen=True)
class SetUpEnvironmentResult:
    """``python`` is the worker's Python version; ``libraries`` holds ``name version`` of each."""

    python: str
    libraries: tuple
