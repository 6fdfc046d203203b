"""Reading scenes' rasters: which files a scene has, where they lie, and their pixels at a block's sample points."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import numpy as np
import rasterio
from odc.geo.geobox import GeoBox
from rasterio.errors import RasterioError
from rasterio.windows import Window

from sentinel_toolkit.contract.errors import CatalogueError, UnreadableRasterError
from sentinel_toolkit.core.pixels import reflectance
from sentinel_toolkit.core.rasters.handles import Handles
from sentinel_toolkit.core.services import hrefs, planetary_computer

# The formats scenes come in, by suffix. Others stay shut: a hostile server could answer with a VRT that names any
# local file.
DRIVERS = {".tif": "GTiff", ".tiff": "GTiff", ".jp2": "JP2OpenJPEG"}

GDAL_OPTIONS = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",  # no listing of a bucket (or a folder of thousands) for side-cars
    "GDAL_HTTP_MAX_RETRY": "4",  # 429 and 5xx are ordinary on public buckets
    "GDAL_HTTP_RETRY_DELAY": "1",  # s; GDAL doubles it
    "GDAL_HTTP_CONNECTTIMEOUT": "20",  # s
    "GDAL_HTTP_TIMEOUT": "120",  # s for one request
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": "YES",  # neighbouring tiles in one request
    "GDAL_CACHEMAX": 64 * 2**20,  # bytes; blocks are read once, so a large cache only costs memory
}
SANE_SCALES = (1e-6, 0.1)  # reflectance per DN; ESA's is 1e-4
_ADVICE = (
    ("CURL error", "Check the network and the proxy."),
    ("HTTP response code", "Try again later, or search again: it may have moved."),
    ("No such file", "Was it moved? Search the folder again."),
)
COARSE_SAMPLE = (512, 512)  # pixels of a whole raster, the same for every band because they are compared
SCENE_GRIDS_AGREE = 1.0  # coarse pixels by which the band's and the SCL's extents may differ


@dataclass(frozen=True)
class RasterFile:
    """A raster that was opened once: where it is, which grid it has, the type of its pixels, and how they are cut.

    ``block_shape`` is (height, width) of the pieces that are compressed, and so are read, as one.
    """

    href: str
    grid: GeoBox
    dtype: np.dtype
    block_shape: tuple


@dataclass(frozen=True)
class SceneRasters:
    """The files of one scene that a job reads: ``bands`` by name, ``scl`` where a mask is asked for."""

    scene: object
    bands: dict
    scl: RasterFile | None
    offset_dn: float

    @property
    def ground_grid(self):
        """Return the grid of its first band."""
        return next(iter(self.bands.values())).grid

    @property
    def grids(self):
        """Return the grids of all its files, each once."""
        return {file.grid for file in (*self.bands.values(), self.scl) if file is not None}


def environment():
    """Return the rasterio environment in which all reading happens."""
    # rasterio's wheels name certificates of their own, which would hide those that a company's proxy needs.
    bundle = os.environ.get("CURL_CA_BUNDLE")
    return rasterio.Env(**GDAL_OPTIONS, **({"GDAL_CURL_CA_BUNDLE": bundle} if bundle else {}))


def open_file(href):
    """Open a raster and return it as a RasterFile.

    Raises
    ------
    UnreadableRasterError
        If it is missing, no raster of a known format, or has no grid.
    """
    with _HANDLES.lend(href) as dataset:
        if dataset.crs is None or dataset.transform.is_identity:
            raise UnreadableRasterError(f"{href} has no georeference.", "It cannot be placed on the map.")
        grid = GeoBox(dataset.shape, dataset.transform, dataset.crs.to_wkt())
        return RasterFile(href, grid, np.dtype(dataset.dtypes[0]), dataset.block_shapes[0])


def opened(href):
    """Return the open dataset of an href, of the formats that scenes come in."""
    suffix = PurePosixPath(urlsplit(href).path if hrefs.is_remote(href) else href).suffix.lower()
    if suffix not in DRIVERS:
        raise UnreadableRasterError(f"{href} is no GeoTIFF or JPEG 2000 file.", "Other formats are not opened.")
    try:
        return rasterio.open(hrefs.gdal_path(href, planetary_computer.signed), driver=DRIVERS[suffix])
    except CatalogueError as error:
        raise UnreadableRasterError(f"{href} cannot be opened: {error.message}", error.hint) from error
    except (RasterioError, OSError) as error:
        raise UnreadableRasterError(
            f"{href} cannot be opened: {gdal_words(error)}.", _advice(gdal_words(error))
        ) from error


_HANDLES = Handles(opened)
close_files = _HANDLES.close


def _advice(text):
    """Return what to do about GDAL's words."""
    return next((advice for sign, advice in _ADVICE if sign in text), "Is it complete?")


def gdal_words(error):
    """Return what GDAL said: rasterio sometimes hides it behind a sentence that says nothing."""
    cause = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    return hrefs.without_queries(str(cause)).strip().rstrip(".")


def read_window(file, window, shape=None):
    """Return the pixels of a window (row_start, row_stop, column_start, column_stop), or a coarse sample of ``shape``.

    Raises
    ------
    UnreadableRasterError
        If the file is damaged there.
    """
    rows, columns = slice(*window[:2]), slice(*window[2:])
    return _read(file.href, window=Window.from_slices(rows, columns), out_shape=shape)


def _read(href, **options):
    """Return the pixels; a dataset that fails is opened once more, for a server may have closed or a token expired."""
    try:
        with _HANDLES.lend(href) as dataset:
            return dataset.read(1, **options)
    except (RasterioError, OSError):
        pass
    try:
        with _HANDLES.lend(href, fresh=True) as dataset:
            return dataset.read(1, **options)
    except (RasterioError, OSError) as error:
        raise UnreadableRasterError(f"{href} cannot be read: {gdal_words(error)}.", "Is it complete?") from error


def open_scene(scene, bands, with_scl, offset):
    """Open the files of a scene, check that they fit together, and settle its offset.

    Parameters
    ----------
    scene : Scene
    bands : tuple of str
    with_scl : bool
        Whether a mask will be asked for.
    offset : str
        ``auto`` (as decided for the product, from the pixels if need be), ``apply`` or ``none``.

    Returns
    -------
    rasters : SceneRasters
    reason : str
        Why this offset.

    Raises
    ------
    UnreadableRasterError
        If a file is missing or the scene does not hold together.
    """
    needed = (*bands, "SCL") if with_scl else bands
    missing = [name for name in needed if name not in scene.assets]
    if missing:
        raise UnreadableRasterError(f"{scene.id} has no {', '.join(missing)}.", _where_to_get(scene))
    files = {name: open_file(scene.assets[name].href) for name in needed}
    _check_pixels(scene, files)
    scl = files.pop("SCL", None)
    if scl is not None:
        _check_fit(scene, files, scl)
    decision = _settle_offset(scene, offset)
    if decision.offset_dn is None:
        raise UnreadableRasterError(
            f"{scene.id}: it cannot be decided whether its reflectance needs the offset of -1000 ({decision.reason}).",
            "Set OFFSET to apply or none.",
        )
    return SceneRasters(scene, files, scl, decision.offset_dn), decision.reason


def _where_to_get(scene):
    return "Run Download scenes, then use its SCENES output." if not scene.assets else "Choose other BANDS or scenes."


def _check_pixels(scene, files):
    """Refuse rasters that are no digital numbers or classes, and scales that are no scales."""
    for name, file in files.items():
        scale = scene.assets[name].scale
        if not np.issubdtype(file.dtype, np.integer):
            raise UnreadableRasterError(f"{scene.id}: {name} holds {file.dtype} numbers, not integers.", "Is it L2A?")
        if name != "SCL" and scale is not None and not SANE_SCALES[0] <= scale <= SANE_SCALES[1]:
            raise UnreadableRasterError(f"{scene.id}: {name} has a scale of {scale:g}.", "Reflectance has 0.0001.")


def _check_fit(scene, files, scl):
    left, bottom, right, top = scl.grid.boundingbox
    for name, file in files.items():
        pixel = SCENE_GRIDS_AGREE * max(abs(scl.grid.resolution.x), abs(file.grid.resolution.x))
        box = file.grid.boundingbox
        differs = (
            max(abs(box.left - left), abs(box.bottom - bottom), abs(box.right - right), abs(box.top - top)) > pixel
        )
        if file.grid.crs != scl.grid.crs or differs:
            raise UnreadableRasterError(
                f"{scene.id}: {name} and SCL do not cover the same ground.", "One of them is damaged."
            )


_SETTLED = {
    "apply": reflectance.OffsetDecision(reflectance.BOA_ADD_OFFSET, "OFFSET is apply"),
    "none": reflectance.OffsetDecision(0, "OFFSET is none"),
}


def _settle_offset(scene, offset):
    if offset in _SETTLED:
        return _SETTLED[offset]
    if scene.offset_dn is not None:
        return reflectance.OffsetDecision(scene.offset_dn, scene.offset_reason)
    return _decide_from_pixels(scene)


def _decide_from_pixels(scene):
    """Look at the pixels; where they cannot tell either, take what the catalogue declares."""
    dark = next((scene.assets[name] for name in ("B02", "B04") if name in scene.assets), None)
    if dark is not None and "SCL" in scene.assets:
        samples = (_read(asset.href, out_shape=COARSE_SAMPLE) for asset in (dark, scene.assets["SCL"]))
        decision = reflectance.decide_offset_from_pixels(*samples)
    else:
        decision = reflectance.OffsetDecision(None, "B02 or SCL is missing")
    declared = next((asset.offset for asset in scene.assets.values() if asset.offset is not None), None)
    # Where a baseline is known and yet undecided, it is Earth Search's copy, whose declared offset is the trap itself.
    if decision.offset_dn is None and declared is not None and not scene.baseline:
        offset_dn = round(declared * reflectance.QUANTIFICATION)
        return reflectance.OffsetDecision(offset_dn, f"as the catalogue declares ({decision.reason})")
    return decision
