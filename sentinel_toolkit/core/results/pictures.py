"""A true-colour picture for the web: 8 bits, Web Mercator, cloud-optimised."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from sentinel_toolkit.contract.imagery import TRUE_COLOUR
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.core.pixels.stretch import stretch_of
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import BLOCK, COLOURS, read_overview
from sentinel_toolkit.core.rasters.door import open_raster
from sentinel_toolkit.core.rasters.writing import copy, create, guard
from sentinel_toolkit.core.results.style import STATISTICS_SIDE

SCRATCH = ".scratch.tif"  # the dot keeps it from being published
OPTIONS = {
    "driver": "COG",
    "TILING_SCHEME": "GoogleMapsCompatible",  # pixels and pieces as web maps cut them
    "RESAMPLING": "BILINEAR",
    "OVERVIEW_RESAMPLING": "AVERAGE",
    "COMPRESS": "DEFLATE",
    "PREDICTOR": "YES",
    "NUM_THREADS": "ALL_CPUS",
    "BIGTIFF": "IF_SAFER",
}


def write_web_picture(raster: str | Path, picture: Path) -> None:
    """Write the true-colour picture of a finished raster, as its style shows it.

    Parameters
    ----------
    raster, picture
        0 is no data in the picture: transparent.
    """
    with open_raster(raster) as source:
        numbers = [source.descriptions.index(name) + 1 for name in TRUE_COLOUR]
        scales = [source.scales[number - 1] for number in numbers]
        stretch = stretch_of(TRUE_COLOUR, read_overview(raster, numbers, STATISTICS_SIDE).reshape(3, -1))
        scratch = picture.parent / SCRATCH
        profile = {**source.profile, "driver": "GTiff", "dtype": "uint8", "count": 3, "nodata": 0, "tiled": True}
        profile |= {"blockxsize": BLOCK, "blockysize": BLOCK, "compress": None, "photometric": "RGB"}
        with guard(create, scratch, **profile) as target:
            target.colorinterp = [COLOURS[name] for name in TRUE_COLOUR]
            for _, window in target.block_windows(1):
                stored = source.read(numbers, window=window)
                values = np.where(stored == source.nodata, np.nan, stored * np.reshape(scales, (3, 1, 1)))
                guard(target.write, stretch.to_bytes(values), window=window)
    guard(copy, scratch, picture, **OPTIONS)
    scratch.unlink()


@contextmanager
def promised(target: str, report: Report) -> Iterator[Callable[[Callable[[Path], None]], str]]:
    """Promise a file made of the result: its folder is proved before the work, the file made after it.

    Parameters
    ----------
    target
        Empty: there is nothing to make.

    Yields
    ------
    function
        That makes the file by a function Path → None, and returns where it is; empty where there is none.
    """
    if not target:
        yield lambda _write: ""
        return
    with staged(target) as folder:

        def make(write: Callable[[Path], None]) -> str:
            with gdal.environment():
                write(folder / Path(target).name)
            return str(publish(folder, target, report))

        yield make
