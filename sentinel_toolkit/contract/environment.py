"""Request and result of the job that a fresh worker environment runs to prove itself."""

from __future__ import annotations

from dataclasses import dataclass

from sentinel_toolkit.contract.requests import Request


@dataclass(frozen=True)
class SetUpEnvironmentRequest(Request):
    """Import every library and compile the kernels; there is nothing to choose."""


@dataclass(frozen=True)
class SetUpEnvironmentResult:
    """What has proved itself."""

    python: str
    """The worker's Python version."""
    libraries: tuple[str, ...]
    """``name version`` of each."""
