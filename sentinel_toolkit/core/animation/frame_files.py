"""The dates of an animation as files of their own: a picture, and a raster with its item, of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from PIL import Image, PngImagePlugin, UnidentifiedImageError

from sentinel_toolkit.contract.animation import NdviAnimationRequest
from sentinel_toolkit.contract.errors import InvalidRequestError, RasterError
from sentinel_toolkit.contract.publishing import publish_together
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.core.animation.map_statistics import MapStatistics
from sentinel_toolkit.core.dates.moments import Moment
from sentinel_toolkit.core.pixels.quantities import Quantity, quantity_of
from sentinel_toolkit.core.results.measured_raster import write_measured
from sentinel_toolkit.core.results.provenance import Provenance, is_made_by, recorded
from sentinel_toolkit.core.scenes.names import safe_name
from sentinel_toolkit.core.scenes.scene import Scene

JOB = "ndvi_animation"
SOFTWARE = "Sentinel Toolkit"


@dataclass
class KeptFiles:
    """Files that are kept in a folder."""

    folder: Path
    """The hidden one, where they are made."""
    places: dict[Path, Path] = field(default_factory=dict)
    """Where each was meant to be → where it is; empty until all are made."""


@contextmanager
def kept_together(
    folder: str, kind: str, names: Iterable[str], is_ours: Callable[[Path], bool], report: Report
) -> Iterator[KeptFiles | None]:
    """Give KeptFiles that go to ``folder`` all together, when all are made; None where none is asked for.

    Parameters
    ----------
    folder
        Empty: none is asked for.
    kind
        Of the files: one folder may take several.
    names
        Of the files that may be made.
    is_ours
        Path → whether a file that is there already may be replaced.

    Raises
    ------
    InvalidRequestError
        If a file of another origin has one of the names: before any work.
    ToolkitError
        If the folder cannot be written: before any work.
    """
    if not folder:
        yield None
        return
    for target in (Path(folder) / name for name in names):
        if target.exists() and not is_ours(target):
            raise InvalidRequestError(
                f"{target} is there, and was not made by this job, or is an input of it.", "Choose another folder."
            )
    mark = Path(folder) / f"{JOB}-{kind}"
    with staged(mark) as part:
        kept = KeptFiles(part)
        yield kept
        kept.places = publish_together({mark: part}, report)


def write_page(path: Path, page: NDArray[np.uint8], palette: NDArray[np.uint8]) -> None:
    """Write a page as a PNG with its palette.

    Parameters
    ----------
    page : shape (height, width)
    palette : shape (n, 3)

    Raises
    ------
    RasterError
        If it cannot be written.
    """
    picture = Image.fromarray(page)
    picture.putpalette(palette.tobytes())
    words = PngImagePlugin.PngInfo()
    words.add_text("Software", SOFTWARE)
    try:
        picture.save(path, pnginfo=words)
    except OSError as error:
        hint = "Is there enough space in the folder?"
        raise RasterError(f"{path.name} cannot be written: {error.strerror or error}.", hint) from error


def is_our_picture(path: Path) -> bool:
    """Tell whether a PNG was written by us."""
    try:
        with Image.open(path) as picture:
            return picture.info.get("Software") == SOFTWARE
    except (OSError, UnidentifiedImageError):
        return False


@dataclass(frozen=True)
class FrameTexts:
    """What the rasters of an animation tell."""

    request: NdviAnimationRequest
    unit: str
    """Of the values."""
    colours: tuple[float, float, str]
    """Low, high and ramp."""

    @property
    def quantity(self) -> Quantity:
        """Return the Quantity of the rasters."""
        known = quantity_of(self.request.quantity)
        return Quantity(known.name, known.description, self.unit)


class KeptFrame(Protocol):
    """A date that is shown, with its statistics and scenes."""

    @property
    def moment(self) -> Moment: ...
    @property
    def statistics(self) -> MapStatistics: ...
    @property
    def scenes(self) -> list[Scene]: ...


def stem_of(request: NdviAnimationRequest, moment: Moment) -> str:
    """Return the name of a date's files, whatever letters the band's name has."""
    return f"{safe_name(request.quantity)}_{moment.name}"


def write_raster(
    path: Path, grid: GeoBox, texts: FrameTexts, date: KeptFrame, values: NDArray[np.float32], report: Report
) -> None:
    """Write the raster of a date, with item and style.

    Parameters
    ----------
    values : shape (y, x)
    """
    moment, request = date.moment, texts.request
    several = f"Median of {len(moment.observations)} observations." if len(moment.observations) > 1 else ""
    provenance = Provenance(
        job=JOB,
        title=f"{request.quantity}, {moment.label}",
        lineage=f"{texts.quantity.description}. {several}".strip(),
        scenes=date.scenes,
        reasons={},
        request=recorded(request),
        valid_percent=date.statistics.valid_percent,
        level="L3",
    )
    quiet = Report(is_cancelled=report.is_cancelled)
    write_measured(path, grid, [texts.quantity], values[None], provenance, quiet, texts.colours)


def is_our_raster(path: Path) -> bool:
    """Tell whether a raster was written by this job."""
    return is_made_by(path, JOB)
