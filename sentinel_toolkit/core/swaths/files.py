"""Reading Sentinel-3 SL_2_LST products: windows of a swath, unpacked once, with flags as the files name them."""

from __future__ import annotations

import os
import re
import threading
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.rasters import hdf5_links
from sentinel_toolkit.core.scenes.packages import member_of, opened_zip
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.swaths.gridding.flags import (
    BAYES,
    CONFIDENCE,
    LST_RANGE_K,
    Flags,
    SwathFlags,
    bits_of,
)
from sentinel_toolkit.core.swaths.gridding.geolocation import lost_rows
from sentinel_toolkit.core.swaths.gridding.swath import (
    Swath,
    interpolate_azimuths,
    interpolate_ties,
    shift_high_ground,
    tie_columns,
)
from sentinel_toolkit.core.swaths.gridding.window import LonLatBox

MAX_MEMBER_BYTES = 2_000_000_000  # of a NetCDF in a zip, unpacked: the places of a whole orbit have 0.5 GB
MAX_ROWS, MAX_COLUMNS = 60_000, 4000  # a whole orbit has 40400 by 1500
ROWS_AT_ONCE = 2000  # of a long orbit, while the area is looked for
# Variable → asset that holds it, and its name there.
VARIABLES = {
    "LST": ("LST", "LST"),
    "LST_uncertainty": ("LST", "LST_uncertainty"),
    "exception": ("LST", "exception"),
    "NDVI": ("LST_ancillary_ds", "NDVI"),
    "fraction": ("LST_ancillary_ds", "fraction"),
    "biome": ("LST_ancillary_ds", "biome"),
    "TCWV": ("LST_ancillary_ds", "TCWV"),
    "elevation": ("geodetic_in", "elevation_in"),
    "confidence": ("flags_in", "confidence_in"),
    "cloud": ("flags_in", "cloud_in"),
    "bayes": ("flags_in", "bayes_in"),
}
PLACES = {"latitude": ("geodetic_in", "latitude_in"), "longitude": ("geodetic_in", "longitude_in")}
_OF_LST = ("LST", "LST_uncertainty")
SwathWindow = tuple[slice, slice]  # rows and columns
_PACKING = ("scale_factor", "add_offset")


# netCDF4 lets go of Python's lock while HDF5 works, which bears one thread at a time.
_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def _opened(scene: Scene, asset: str) -> Iterator[netCDF4.Dataset]:
    """Open a NetCDF file of a scene, plain or in a zip; what goes wrong in it is the scene's fault.

    Raises
    ------
    UnreadableRasterError
        If it is missing, damaged, or lacks what is asked of it.
    """
    if asset not in scene.assets:
        raise UnreadableRasterError(
            f"{scene.id} has no {asset}.", "Run Download scenes for the whole of it, or check the .SEN3 folder."
        )
    href = scene.assets[asset].href
    name = href.rpartition("/")[2]
    with _ONE_AT_A_TIME:
        yield from _lent(scene, name, href)


def _lent(scene: Scene, name: str, href: str) -> Iterator[netCDF4.Dataset]:
    """Yield the open file, and say what goes wrong in it."""
    dataset = None
    try:
        dataset = _open(href)
        dataset.set_auto_maskandscale(False)  # flags have fill values that mean clear, and scaling happens once, here
        yield dataset
    except (OSError, LookupError, ValueError, TypeError, RuntimeError, AttributeError, zipfile.BadZipFile) as error:
        words = f"it lacks {error}" if isinstance(error, LookupError) else str(error)
        raise UnreadableRasterError(f"{scene.id}: {name} cannot be read: {words}.", "Is it complete?") from error
    finally:
        if dataset is not None and dataset.isopen():
            dataset.close()


def stated_name(href: str) -> str:
    """Return the name of the product that a file says it belongs to; empty where it does not say."""
    with _open(href) as dataset:
        return str(getattr(dataset, "product_name", ""))


def _open(href: str) -> netCDF4.Dataset:
    member = member_of(href)
    if member is None:
        return _open_file(hdf5_links.checked_netcdf(href))
    with opened_zip(member[0]) as archive:
        if archive.getinfo(member[1]).file_size > MAX_MEMBER_BYTES:
            raise ValueError("it is too large to be a swath")
        content = archive.read(member[1])
    if reason := hdf5_links.reason_of(content):
        raise hdf5_links.refusal(member[1], reason)
    return netCDF4.Dataset("swath", memory=content)  # by no name of a stranger's


def _open_file(path: str) -> netCDF4.Dataset:
    """Open a NetCDF file: by its path, or, where only the library does not find that, out of the memory.

    On Windows it may take no path with letters that are not of the system's language, and none of more than 259.
    """
    try:
        return netCDF4.Dataset(path)
    except (OSError, UnicodeError):
        is_plain = path.isascii() and not places.too_long(path, places.SHORT_WINDOWS)
        if is_plain or os.path.getsize(path) > MAX_MEMBER_BYTES:
            raise
    return netCDF4.Dataset("swath", memory=Path(path).read_bytes())


def find_window(scene: Scene, near: LonLatBox, around: int = 0) -> SwathWindow | None:
    """Return the window (row slice, column slice) of a swath that holds a box; None where it holds none of it.

    Parameters
    ----------
    scene
        Of SL_2_LST, with local files.
    around
        Pixels to take more on each side.

    Raises
    ------
    UnreadableRasterError
        If its places cannot be read.
    """
    with _opened(scene, "geodetic_in") as dataset:
        latitude, longitude = dataset["latitude_in"], dataset["longitude_in"]
        if latitude.shape != longitude.shape or len(latitude.shape) != 2:
            raise ValueError(f"latitude {latitude.shape} and longitude {longitude.shape} are no swath")
        if latitude.shape[0] > MAX_ROWS or latitude.shape[1] > MAX_COLUMNS:
            raise ValueError(f"{latitude.shape} pixels are no swath of SLSTR")
        shape, found = latitude.shape, []
        for first in range(0, latitude.shape[0], ROWS_AT_ONCE):
            part = np.s_[first : first + ROWS_AT_ONCE]
            window = near.window(_unpacked(latitude, part), _unpacked(longitude, part))
            if window is not None:
                found.append((first + window[0], first + window[1], *window[2:]))
    if not found:
        return None
    tops, bottoms, lefts, rights = zip(*found, strict=True)
    height, width = shape
    rows = slice(max(min(tops) - around, 0), min(max(bottoms) + around, height))
    return rows, slice(max(min(lefts) - around, 0), min(max(rights) + around, width))


def read_swath(scene: Scene, variables: Collection[str], window: SwathWindow, shift_terrain: bool = False) -> Swath:
    """Return a window of a swath.

    Parameters
    ----------
    scene
        Of SL_2_LST, with local files.
    variables
        Keys of VARIABLES, ``view_zenith`` (degrees) or ``independent`` (1 where a pixel was measured just here).
    window
        Rows and columns.
    shift_terrain
        Move high ground to where it would be if the product had placed it as if it were at height 0.

    Returns
    -------
    Swath
        Temperatures outside 230-350 K, or with an exception, are NaN; so are the places of rows that are impossibly
        far from their neighbours.

    Raises
    ------
    UnreadableRasterError
        If a file is missing or damaged, or lacks a variable.
    """
    wanted = ("LST", "exception") if set(_OF_LST) & set(variables) else ()
    names = {*variables, *wanted, *(("elevation",) if shift_terrain else ())} & VARIABLES.keys()
    layers: dict[str, NDArray[Any]] = {**_read(scene, names, window)}
    latitude, longitude, flags = layers["latitude"], layers["longitude"], _read_flags(scene, window)
    odd = [
        name for name, layer in {**layers, "flags_in": flags.confidence.values}.items() if layer.shape != latitude.shape
    ]
    if odd:
        raise UnreadableRasterError(f"{scene.id}: {odd[0]} and geodetic_in have different sizes.", "Is it complete?")
    unknown = flags.confidence.has("unfilled") | (np.abs(latitude) > 90) | (np.abs(longitude) > 360)
    latitude = np.where(unknown, np.nan, latitude)
    lost = lost_rows(latitude, longitude)
    if lost.any():
        latitude[lost] = np.nan
    if "view_zenith" in variables or shift_terrain:
        layers["view_zenith"], azimuth = _view(scene, window)
    if shift_terrain:
        shift = layers["elevation"], layers["view_zenith"], azimuth
        latitude, longitude = shift_high_ground(latitude, longitude, *shift)
    if wanted:
        usable = _usable_temperatures(layers["LST"], layers["exception"])
        layers |= {name: np.where(usable, layers[name], np.nan) for name in _OF_LST if name in layers}
    layers["independent"] = flags.independent
    values = {name: layers[name].astype(np.float32) for name in variables}
    return Swath(latitude, longitude, values, flags, int(lost.sum()))


def _usable_temperatures(lst_k: NDArray[np.float64], exceptions: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return where the temperature is one: no exception, and of a land surface."""
    with np.errstate(invalid="ignore"):
        return (exceptions == 0) & (lst_k >= LST_RANGE_K[0]) & (lst_k <= LST_RANGE_K[1])


def _read(scene: Scene, names: Collection[str], window: SwathWindow) -> dict[str, NDArray[np.float64]]:
    """Return name → window in physical units, of latitude and longitude too; each file is opened once."""
    wanted = {name: place for name, place in VARIABLES.items() if name in names} | PLACES
    layers: dict[str, NDArray[np.float64]] = {}
    for asset in dict.fromkeys(asset for asset, _ in wanted.values()):
        with _opened(scene, asset) as dataset:
            layers |= {name: _unpacked(dataset[own], window) for name, (of, own) in wanted.items() if of == asset}
    return layers


def _unpacked(variable: netCDF4.Variable, window: slice | SwathWindow) -> NDArray[np.float64]:
    """Return a window in physical units, float64, NaN where there is no value: raw · scale + offset, applied once."""
    raw = variable[window]
    scale, offset = (float(getattr(variable, name, default)) for name, default in zip(_PACKING, (1, 0), strict=True))
    values = raw * scale + offset
    fill = getattr(variable, "_FillValue", None)
    if fill is not None and raw.dtype.kind != "u":  # flags and codes of bits have fill values that are values
        values[raw == fill] = np.nan
    return values


def _read_flags(scene: Scene, window: SwathWindow) -> SwathFlags:
    with _opened(scene, "flags_in") as dataset:

        def layer(name: str, fallback: dict[str, int]) -> Flags | None:
            if name not in dataset.variables:
                return None
            variable = dataset[name]
            masks, meanings = (getattr(variable, key, None) for key in ("flag_masks", "flag_meanings"))
            raw = variable[window]
            return Flags(raw.view(raw.dtype.str.replace("i", "u")), bits_of(masks, meanings, fallback))

        confidence = layer("confidence_in", CONFIDENCE)
        if confidence is None:
            raise LookupError("confidence_in")
        found = re.search(r"(\d{2})\.(\d{2})", str(getattr(dataset, "source", "")))
        processor = (int(found[1]), int(found[2])) if found else None
        return SwathFlags(confidence, layer("bayes_in", BAYES), layer("cloud_in", {}), processor)


def _view(scene: Scene, window: SwathWindow) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the view's zenith and azimuth angles in degrees, (row, column)."""
    with _opened(scene, "geodetic_in") as dataset:
        track_offset, resolution_m = _track(dataset)
    with _opened(scene, "geometry_tn") as dataset:
        to_ties = tie_columns(track_offset, resolution_m, *_track(dataset))
        columns = np.arange(window[1].start, window[1].stop)
        zenith, azimuth = (
            _unpacked(dataset[name], (window[0], slice(None))) for name in ("sat_zenith_tn", "sat_azimuth_tn")
        )
    return interpolate_ties(zenith, columns, to_ties), interpolate_azimuths(azimuth, columns, to_ties)


def _track(dataset: netCDF4.Dataset) -> tuple[float, float]:
    """Return the column of the satellite's track, and the distance of columns in m: the text ``[ 1000 1000 ]``."""
    numbers = re.findall(r"[\d.]+", str(dataset.resolution))
    return float(dataset.track_offset), float(numbers[0])
