"""The door: no raster is opened anywhere else. First is looked where it lies and what it is, then GDAL may have it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TypeAlias

import numpy as np
from odc.geo.geobox import GeoBox
from rasterio.enums import Interleaving
from rasterio.env import env_ctx_if_needed
from rasterio.io import DatasetReader, MemoryFile

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import CatalogueError, UnreadableRasterError
from sentinel_toolkit.contract.targets import stream_of
from sentinel_toolkit.contract.thermal import file_of
from sentinel_toolkit.core.rasters import hdf5_links, virtual
from sentinel_toolkit.core.rasters.gdal import FAILURES, environment, gdal_words
from sentinel_toolkit.core.rasters.kinds import GEOTIFF, JPEG_2000, kind_of_file
from sentinel_toolkit.core.services import hrefs, planetary_computer, redirects

# GDAL tries no other driver than those it is given, and each knows its files by their bytes. All others stay shut: a
# hostile server could answer with a VRT, which makes a raster of any file of this computer.
SCENE_FORMATS = (GEOTIFF.driver, JPEG_2000.driver)
SCENE_SUFFIXES = (".tif", ".tiff", ".jp2")
# Rasters that users name may be of more: of those whose pixels lie in the file itself, or in one of the same name.
OWN_FORMATS = (
    *SCENE_FORMATS,
    *("HFA", "netCDF", "HDF5Image", "GPKG", "AAIGrid", "ENVI", "EHdr", "SAGA", "GRIB", "PNG", "JPEG"),
)
Raster: TypeAlias = DatasetReader  # that is open: what the door gives
MAX_PIECE_BYTES = 256_000_000  # of pixels that can only be read together
_UNKNOWN = "not recognized as being in a supported file format"  # GDAL's words where no driver knows a file
_OVERVIEWS, _OVERVIEW_FILE = "OVERVIEWS", "OVERVIEW_FILE"  # metadata by which GDAL takes overviews from another file
_NO_FILE = "No such file"
_ADVICE = (
    ("CURL error", "Check the network and the proxy."),
    ("HTTP response code", "Try again later, or search again: it may have moved."),
    (_NO_FILE, "Was it moved? Search the folder again."),
)


def open_scene_raster(href: str) -> Raster:
    """Return the open dataset of a scene's href: a GeoTIFF or JPEG 2000, whatever its suffix says.

    Raises
    ------
    UnreadableRasterError
        If it is missing, or of another kind.
    """
    _refuse_stream(href)
    try:
        target = hrefs.gdal_path(href, address_of)
    except CatalogueError as error:
        raise UnreadableRasterError(f"{href} cannot be opened: {error.message}", error.hint) from error
    return _open(href, target, SCENE_FORMATS)


@contextmanager
def head_opened(href: str, head: bytes) -> Iterator[Raster]:
    """Give the open dataset of a GeoTIFF of which only the beginning is here: what it says of itself, no pixels.

    Raises
    ------
    UnreadableRasterError
        If that is not enough, or of another kind.
    """
    with MemoryFile(head, ext=".tif") as memory, _open(href, memory.name, (GEOTIFF.driver,)) as dataset:
        yield dataset


def open_raster(path: str | os.PathLike) -> Raster:
    """Return the open dataset of a raster that the user names, or of one of ours.

    What ends as GeoTIFF or JPEG 2000 does must be one of both. Others may be of OWN_FORMATS, or parts of such files
    (``NETCDF:"file.nc":LST``); virtual rasters only under their own suffix, and of plain files alone.

    Raises
    ------
    UnreadableRasterError
        If it is missing, or of another kind.
    """
    path = os.fspath(path)
    name = Path(path).name
    _refuse_stream(path)
    if path != file_of(path):
        hdf5_links.checked_netcdf(file_of(path))
        return _open(name, path, OWN_FORMATS)
    try:
        target = hrefs.gdal_path(path, redirects.resolved)
    except CatalogueError as error:
        raise UnreadableRasterError(f"{path} cannot be opened: {error.message}", error.hint) from error
    return _open(name, target, _own_formats(path))


def address_of(href: str) -> str:
    """Return where GDAL reads an accepted https href: with the access token that it needs, and behind all redirects."""
    return redirects.resolved(planetary_computer.signed(href))


def _refuse_stream(path: str) -> None:
    """Refuse what is no file before anything opens it."""
    if stream := stream_of(path):
        raise UnreadableRasterError(f"{Path(path).name} is {stream}, no file.", "Choose a file.")


def _own_formats(path: str) -> tuple[str, ...]:
    """Return the formats that a raster of the user's may have."""
    suffix = PurePath(path).suffix.lower()
    if suffix in SCENE_SUFFIXES or not os.path.exists(path):  # on a server, in a zip
        return SCENE_FORMATS
    hdf5_links.refuse_links(path)
    _refuse_side_cars(path)
    if suffix == virtual.SUFFIX:
        virtual.check(path)
        return (*OWN_FORMATS, virtual.DRIVER)
    return OWN_FORMATS


def _refuse_side_cars(path: str) -> None:
    """Refuse overviews and masks beside a raster that are no GeoTIFF: some drivers open them, as whatever they are."""
    for beside in (path + ".ovr", path + ".msk"):
        if os.path.lexists(beside) and not (os.path.isfile(beside) and kind_of_file(beside) == GEOTIFF):
            name = os.path.basename(beside)
            raise UnreadableRasterError(f"{name}, which is read with its raster, is no GeoTIFF.", "Move it elsewhere.")


def _open(name: str, target: str, formats: tuple[str, ...]) -> Raster:
    """Return an open dataset; ``target`` is what GDAL calls it."""
    try:
        with env_ctx_if_needed():
            dataset = DatasetReader(target, driver=list(formats))
    except FAILURES as error:
        words = gdal_words(error)
        if _UNKNOWN in words:
            raise _refusal(name, target, formats) from error
        if _NO_FILE in words and not target.startswith("/vsi"):
            words += places.why_missing(file_of(target))
        advice = next((advice for sign, advice in _ADVICE if sign in words), "Is it complete?")
        raise UnreadableRasterError(f"{name} cannot be opened: {words}.", advice) from error
    if _OVERVIEW_FILE in map(str.upper, dataset.tags(ns=_OVERVIEWS)):
        dataset.close()
        raise UnreadableRasterError(f"{name} takes its overviews from another file.", "Make overviews of its own.")
    if (size := _piece_bytes(dataset)) > MAX_PIECE_BYTES:
        dataset.close()
        raise UnreadableRasterError(
            f"{name} is packed in pieces of {size / 1e6:.0f} MB, each of which must be read as a whole.",
            "Make a tiled copy of it (gdal_translate -co TILED=YES).",
        )
    return dataset


def _piece_bytes(dataset: Raster) -> int:
    """Return the bytes of the largest piece that is decompressed at once: of all bands, where they lie together."""
    together = dataset.count if dataset.interleaving == Interleaving.pixel else 1
    sizes = zip(dataset.block_shapes, dataset.dtypes, strict=True)
    return together * max((height * width * np.dtype(dtype).itemsize for (height, width), dtype in sizes), default=0)


def _refusal(name: str, target: str, formats: tuple[str, ...]) -> UnreadableRasterError:
    """Return the error that says what a file is that GDAL was not to open."""
    try:
        kind = kind_of_file(target)
    except OSError:  # on a server, or a folder
        kind = None
    if kind and kind.driver in formats:
        return UnreadableRasterError(f"{name} cannot be opened.", "Is it complete?")
    if formats != SCENE_FORMATS:
        what = f"is {kind.words}, which is not read under that name" if kind else "has no format that is read here"
        return UnreadableRasterError(f"{name} {what}.", "Save it as GeoTIFF.")
    if kind:
        return UnreadableRasterError(f"{name} is {kind.words}, not a GeoTIFF or JPEG 2000.", "Save it as GeoTIFF.")
    return UnreadableRasterError(f"{name} is no GeoTIFF or JPEG 2000 file.", "Other formats are not opened.")


@contextmanager
def readable(path: str | os.PathLike, opened: Callable[..., Raster] = open_raster) -> Iterator[Raster]:
    """Give an open raster; what GDAL says of its failures becomes an error of ours.

    The options of GDAL are set here, for a thread has none of those of another.

    Raises
    ------
    UnreadableRasterError
        If it cannot be opened or read.
    """
    with environment(), opened(path) as dataset:
        try:
            yield dataset
        except FAILURES as error:
            name = Path(path).name
            raise UnreadableRasterError(f"{name} cannot be read: {gdal_words(error)}.", "Is it complete?") from error


def grid_of(dataset: Raster, name: str) -> GeoBox:
    """Return the grid of an open raster.

    Raises
    ------
    UnreadableRasterError
        If it has no place, or one in a CRS that is none of a map.
    """
    if dataset.crs is None or dataset.transform.is_identity:
        raise UnreadableRasterError(f"{name} has no georeference.", "It cannot be placed on the map.")
    if not (dataset.crs.is_geographic or dataset.crs.is_projected):
        raise UnreadableRasterError(
            f"{name} has a local or geocentric CRS: it cannot be placed on the map.", "Give it its projected CRS."
        )
    return GeoBox(dataset.shape, dataset.transform, dataset.crs.to_wkt())
