"""Writing rasters: the one place where files of pixels are begun, and what GDAL's failures mean."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

import numpy as np
import rasterio
import rasterio.shutil
from numpy.typing import NDArray
from rasterio.io import DatasetWriter, MemoryFile

from sentinel_toolkit.contract.errors import RasterError
from sentinel_toolkit.core.rasters.gdal import FAILURES, gdal_words

NewRaster: TypeAlias = DatasetWriter  # that is open for writing
Done = TypeVar("Done")


def create(path: str | os.PathLike, **profile: Any) -> NewRaster:
    """Return a new raster, open for writing."""
    return rasterio.open(path, "w", **profile)


def copy(source: str | os.PathLike, target: str | os.PathLike, **options: Any) -> None:
    """Write a raster of ours again, in another layout or format."""
    rasterio.shutil.copy(source, target, **options)


def written_again(profile: Mapping[str, Any], describe: Callable[[NewRaster], None], **options: Any) -> bytes:
    """Return the bytes of a raster without pixels, described by a function and written again in another layout."""
    with MemoryFile() as plain, MemoryFile() as again:
        with plain.open(**profile) as dataset:
            describe(dataset)
        copy(plain.name, again.name, **options)
        return again.read()


def guard(function: Callable[..., Done], *arguments: Any, **options: Any) -> Done:
    """Call what writes, and say what its failure means.

    Raises
    ------
    RasterError
        If it fails.
    """
    try:
        return function(*arguments, **options)
    except FAILURES as error:
        raise RasterError(
            f"The result cannot be written: {gdal_words(error)}.", "Is there enough space in the output folder?"
        ) from error


def write_png(path: str | os.PathLike, pixels: NDArray[np.uint8]) -> None:
    """Write a picture of 8 bits, (band, y, x)."""
    count, height, width = pixels.shape
    with rasterio.Env(GDAL_PAM_ENABLED="NO"):  # no .aux.xml beside a picture
        with create(path, driver="PNG", dtype="uint8", count=count, height=height, width=width) as picture:
            picture.write(pixels)
