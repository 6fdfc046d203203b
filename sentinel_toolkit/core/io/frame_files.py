"""The dates of an animation as files of their own: a picture, and a raster with its item, of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, PngImagePlugin, UnidentifiedImageError

from sentinel_toolkit.contract.errors import InvalidRequestError, RasterError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import publish, staged
from sentinel_toolkit.core.io.measured_raster import write_measured
from sentinel_toolkit.core.io.product import recorded
from sentinel_toolkit.core.io.provenance import Provenance, is_made_by
from sentinel_toolkit.core.science.quantities import Quantity, quantity_of

JOB = "ndvi_animation"
SOFTWARE = "Sentinel Toolkit"
OTHERS = "Choose another folder."


def write_page(folder, stem, page, palette):
    """Write a page as a PNG with its palette.

    Parameters
    ----------
    folder : str
    stem : str
        Of the file's name.
    page : ndarray of uint8, shape (height, width)
    palette : ndarray of uint8, shape (n, 3)

    Raises
    ------
    InvalidRequestError
        If a picture of another origin has that name.
    RasterError
        If it cannot be written.
    """
    target = Path(folder) / f"{stem}.png"
    if target.exists() and not _is_our_picture(target):
        raise InvalidRequestError(f"{target} is there, and was not made by this job.", OTHERS)
    picture = Image.fromarray(page)
    picture.putpalette(palette.tobytes())
    words = PngImagePlugin.PngInfo()
    words.add_text("Software", SOFTWARE)
    with staged(target) as part:
        try:
            picture.save(part / target.name, pnginfo=words)
        except OSError as error:
            raise RasterError(f"{target.name} cannot be written: {error.strerror or error}.", "") from error
        publish(part, target)


def _is_our_picture(path):
    try:
        with Image.open(path) as picture:
            return picture.info.get("Software") == SOFTWARE
    except (OSError, UnidentifiedImageError):
        return False


@dataclass(frozen=True)
class FrameTexts:
    """What the rasters of an animation tell: its request, the unit of the values, and (low, high, ramp)."""

    request: object
    unit: str
    colours: tuple

    @property
    def quantity(self):
        """Return the Quantity of the rasters."""
        known = quantity_of(self.request.quantity)
        return Quantity(known.name, known.description, self.unit)


class FrameRasters:
    """Rasters of the dates of an animation in one folder.

    Parameters
    ----------
    folder : str
    grid : GeoBox
    texts : FrameTexts

    Attributes
    ----------
    layers : list of dict
        Name, path, first and last second of each that was written.
    """

    def __init__(self, folder, grid, texts):
        self._folder, self._grid, self._texts, self.layers = Path(folder), grid, texts, []

    def write(self, one, values, report):
        """Write the raster of a date.

        Parameters
        ----------
        one : Kept
        values : ndarray of float32, shape (y, x)
        report : Report

        Raises
        ------
        InvalidRequestError
            If a file of another origin has its name.
        """
        request, moment = self._texts.request, one.moment
        target = self._folder / f"{request.quantity}_{moment.name}.tif"
        if target.exists() and not is_made_by(target, JOB):
            raise InvalidRequestError(f"{target} is there, and was not made by this job.", OTHERS)
        several = f"Median of {len(moment.observations)} observations." if len(moment.observations) > 1 else ""
        provenance = Provenance(
            job=JOB,
            title=f"{request.quantity}, {moment.label}",
            lineage=f"{self._texts.quantity.description}. {several}".strip(),
            scenes=one.scenes,
            reasons={},
            request=recorded(request),
            valid_percent=one.statistics.valid_percent,
            level="L3",
        )
        with staged(target) as part:
            quiet = Report(is_cancelled=report.is_cancelled)
            layers = np.asarray(values)[None]
            write_measured(
                part / target.name, self._grid, [self._texts.quantity], layers, provenance, quiet, self._texts.colours
            )
            publish(part, target)
        times = {"start": moment.first.isoformat(), "end": moment.last.isoformat()}
        self.layers.append({"name": moment.label, "path": str(target), **times})
