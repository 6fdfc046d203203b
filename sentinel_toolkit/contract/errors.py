"""The error tree. A class exists only if someone treats it differently."""

from __future__ import annotations


class ToolkitError(Exception):
    """Something the user can understand and act on."""

    message: str
    """What went wrong, quoting the value and naming the item."""
    hint: str
    """What to do next, or empty."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InvalidRequestError(ToolkitError):
    """The request cannot be met as it was asked."""


class GridTooLargeError(InvalidRequestError):
    """The result would have more pixels than can be made; of a part of the area there are fewer."""


class EnvironmentNotReadyError(ToolkitError):
    """The worker's environment is missing or broken."""


class CatalogueError(ToolkitError):
    """A catalogue answered something that cannot be used."""


class NoScenesError(CatalogueError):
    """The catalogue answered, and nothing matches."""


class CatalogueUnavailableError(CatalogueError):
    """The catalogue did not answer."""


class AuthenticationError(ToolkitError):
    """A login was refused, is missing or has expired."""


class DownloadError(ToolkitError):
    """A file did not arrive."""


class TransferError(DownloadError):
    """The transfer broke; trying again may help."""


class CorruptFileError(DownloadError):
    """The file arrived and is not what it should be."""


class RasterError(ToolkitError):
    """A raster cannot be used."""


class UnreadableRasterError(RasterError):
    """A raster is missing, truncated or not a raster."""


class NoOverlapError(RasterError):
    """The scenes and the area of interest do not meet."""


class NoValidPixelsError(RasterError):
    """Every pixel is masked."""


class UnreliableFitError(ToolkitError):
    """The data does not support the model that was asked for."""


class WorkerCrashError(ToolkitError):
    """The worker process ended without an answer."""


class ProtocolError(ToolkitError):
    """The two processes misunderstood each other: a bug."""


def _tree(base: type[ToolkitError]) -> dict[str, type[ToolkitError]]:
    return {base.__name__: base, **{name: cls for sub in base.__subclasses__() for name, cls in _tree(sub).items()}}


# THE TABLE of their names, which cross the pipe.
ERRORS = _tree(ToolkitError)
