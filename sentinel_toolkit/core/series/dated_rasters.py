"""One raster of the user's as one or several dates: which of its bands are meant, and when they were taken."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError, UnreadableRasterError
from sentinel_toolkit.core.dates.iso import parse_time
from sentinel_toolkit.core.pixels.indices import INDICES
from sentinel_toolkit.core.rasters.door import Raster, grid_of, readable
from sentinel_toolkit.core.scenes.date_text import parse_date
from sentinel_toolkit.core.series.band_dates import times_of_bands

SUFFIXES = (".tif", ".tiff", ".jp2", ".vrt", ".img", ".nc")
MAX_RASTERS = 10_000


@dataclass(frozen=True)
class DatedRaster:
    """Bands of a file that make one date."""

    path: str
    time: datetime.datetime
    numbers: dict[str, int]
    """By name, of an index; or the only one under an empty name."""
    unit: str = ""
    shift: float = 0.0
    """To be added to bands of reflectance, in their unit."""


def list_rasters(folder: str) -> list[dict[str, str]]:
    """Return {path, time} of the rasters in a folder, by name.

    Raises
    ------
    InvalidRequestError
        If there is none.
    """
    root = Path(folder)
    if not root.is_dir():
        raise InvalidRequestError(f"RASTER_FOLDER {folder!r} is no folder.", "Choose the folder with the rasters.")
    try:
        names = sorted(path for path in root.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise InvalidRequestError(f"RASTER_FOLDER {folder!r} is gone, or shut.", "Is it still there?") from error
    found = [path for path in names if path.suffix.lower() in SUFFIXES]
    if not found:
        raise InvalidRequestError(
            f"RASTER_FOLDER {folder!r} holds no raster.",
            f"Files end in {', '.join(SUFFIXES)}; subfolders do not count.",
        )
    if len(found) > MAX_RASTERS:
        raise InvalidRequestError(
            f"RASTER_FOLDER holds {len(found)} rasters.", f"At most {MAX_RASTERS} make a series: choose a part of them."
        )
    return [{"path": str(path), "time": ""} for path in found]


def look_at(row: Mapping[str, str], quantity: str) -> tuple[list[DatedRaster], GeoBox]:
    """Return (DatedRasters of a file, its grid).

    Parameters
    ----------
    row
        ``path`` and ``time`` (ISO, or empty: the names of bands, or of the file, tell).
    quantity
        What is to be shown.

    Raises
    ------
    UnreadableRasterError
        If it cannot be opened, has no place or no date, or several bands none of which is known to be meant.
    """
    path, name = row["path"], Path(row["path"]).name
    with readable(path) as dataset:
        if variable := _variable_of(dataset, quantity, name):
            return look_at({**row, "path": variable}, quantity)
        grid = grid_of(dataset, name)
        names = [text or "" for text in dataset.descriptions]
        unit = dataset.units[0] or ""
        times = [time for time in times_of_bands(dataset, name) if time is not None]
    if len(names) > 1 and len(times) == len(names):
        return [DatedRaster(path, time, {"": place}, unit) for place, time in enumerate(times, 1)], grid
    time = parse_time(row["time"]) if row.get("time") else next(iter(times), None) or parse_date(name)
    if time is None:
        raise UnreadableRasterError(
            f"{name} has no date.",
            "Give the layer a fixed temporal range, or a name such as ndvi_2023-05-01.tif.",
        )
    return [DatedRaster(path, time, _bands_of(names, quantity, name), unit)], grid


def _variable_of(dataset: Raster, quantity: str, file_name: str) -> str:
    """Return the variable to open of a file that holds several and no band: that which is called as the quantity."""
    parts = {} if dataset.count else {part.rpartition(":")[2]: part for part in dataset.subdatasets}
    if parts and quantity not in parts:
        raise UnreadableRasterError(
            f"{file_name} holds several variables, and none is called {quantity}: {', '.join(parts)}.",
            "Load the one that you mean as a layer, or set INDEX to its name if it is one.",
        )
    return parts.get(quantity, "")


def _bands_of(names: list[str], quantity: str, file_name: str) -> dict[str, int]:
    """Return name → number of the bands to read."""
    if quantity in names:
        return {"": names.index(quantity) + 1}
    if len(names) == 1:
        return {"": 1}
    index = INDICES.get(quantity)
    if index and set(index.bands) <= set(names):
        return {band: names.index(band) + 1 for band in index.bands}
    wanted = f"{quantity} or {', '.join(index.bands)}" if index else quantity
    raise UnreadableRasterError(
        f"{file_name} has {len(names)} bands, and none of them is described as {wanted} "
        f"(they are: {', '.join(text or '?' for text in names[:12])}).",
        "Choose INDEX band and BAND, or describe the bands.",
    )
