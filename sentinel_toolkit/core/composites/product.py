"""A finished raster product: the COG, its item and its style, made in a hidden folder and renamed when complete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import NoValidPixelsError
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.core.composites.layers import MakeLayers, ProductTally, sum_of
from sentinel_toolkit.core.imagery.scene_stack import SceneStack
from sentinel_toolkit.core.imagery.stack_job import Processed, StackJob
from sentinel_toolkit.core.pixels.reflectance import QUANTIFICATION
from sentinel_toolkit.core.pixels.temporal import NODATA
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import BandInfo, CogWriter
from sentinel_toolkit.core.results.provenance import Provenance, credit, item_of, write_item
from sentinel_toolkit.core.results.style import write_style
from sentinel_toolkit.core.scenes.scene import Scene

MARK_TAG = "SENTINEL_TOOLKIT_REQUEST"
SCALE = 1 / QUANTIFICATION


@dataclass(frozen=True)
class Product:
    """What a raster is to be, and what its item tells.

    ``lineage`` takes the number of scenes and returns a sentence on how the raster was made; ``request`` repeats the
    job; ``names`` are those of the bands with values; ``level`` is L3 for composites, L2A for what one acquisition
    measured; ``further`` takes the stack that is left after the work and returns further properties of the item;
    ``collection`` is the id of the collection it belongs to, ``mark`` a tag by which the file itself is known again.
    """

    job: str
    title: str
    lineage: Callable[[int], str]
    target: str
    request: dict[str, Any]
    names: tuple[str, ...]
    level: str
    further: Callable[[SceneStack], dict[str, Any]] = lambda _stack: {}
    collection: str = ""
    mark: str = ""


class Layers(NamedTuple):
    """A raster that was made and lies in no file."""

    values: NDArray[np.int16]
    """Shape (band, y, x), coded as ``bands`` say; -32768 where there is none."""
    bands: list[BandInfo]
    grid: GeoBox
    item: dict[str, Any]
    """What a file of it would have beside it."""
    tally: ProductTally
    used: list[Scene]
    """The scenes that gave pixels."""


class Finished(NamedTuple):
    """A raster that was made."""

    path: Path
    """Where it is: where it was meant to be, unless that file could not be replaced."""
    tally: ProductTally
    used: list[Scene]
    """The scenes that gave pixels."""


def make_product(product: Product, job: StackJob, make: MakeLayers) -> Finished:
    """Make a raster of a stack of scenes, block by block, and put it in its place.

    Raises
    ------
    NoValidPixelsError
        If no pixel has data.
    """
    target, bands = Path(product.target), _bands(product, make)
    with gdal.environment(), staged(target) as folder:  # the block cache of GDAL is bounded for writing, too
        tags = {"TIFFTAG_SOFTWARE": "Sentinel Toolkit", "TIFFTAG_COPYRIGHT": credit(job.stack.scenes)}
        tags |= {MARK_TAG: product.mark} if product.mark else {}
        with CogWriter(folder, target.name, job.stack.grid, "int16", NODATA, bands, tags) as writer:
            done, tally = _process(job, make, writer.write)
            writer.finish(job.report)
        provenance = _provenance(product, tally, done)
        write_item(writer.path, job.stack.grid, bands, "int16", NODATA, provenance)
        write_style(writer.path, product.names)
        path = publish(folder, target, job.report)
    return Finished(path, tally, done.contributed)


def make_layers(product: Product, job: StackJob, make: MakeLayers) -> Layers:
    """Make the raster of a stack of scenes in memory: the pixels of :func:`make_product`, and the item without a file.

    Raises
    ------
    NoValidPixelsError
        If no pixel has data.
    """
    bands, grid = _bands(product, make), job.stack.grid
    values = np.empty((len(bands), *grid.shape), np.int16)

    def write(row: int, column: int, made: NDArray[np.int16]) -> None:
        values[:, row : row + made.shape[1], column : column + made.shape[2]] = made

    done, tally = _process(job, make, write)
    item = item_of(Path(product.target), grid, bands, "int16", NODATA, _provenance(product, tally, done))
    return Layers(values, bands, grid, item, tally, done.contributed)


def _bands(product: Product, make: MakeLayers) -> list[BandInfo]:
    """Return the bands of a raster: those with values, then what is told of them."""
    extras = [BandInfo("date")] * make.with_days + [BandInfo("observations")] * make.with_counts
    return [BandInfo(name, SCALE) for name in product.names] + extras


def _process(
    job: StackJob, make: MakeLayers, write: Callable[[int, int, NDArray[np.int16]], None]
) -> tuple[Processed, ProductTally]:
    """Make all blocks, and give each to ``write`` with its row and column."""
    tallies: dict[tuple[int, int], ProductTally] = {}

    def take(row: int, column: int, made: tuple[NDArray[np.int16], ProductTally]) -> None:
        values, tallies[row, column] = made
        write(row, column, values)

    done = job.process(make, take)
    tally = sum_of(tallies.values())
    if not tally.covered:
        raise NoValidPixelsError(
            f"No pixel of the area is clear in any of the {len(done.stack.scenes)} scenes.",
            "Search more dates, or mask fewer classes.",
        )
    return done, tally


def _provenance(product: Product, tally: ProductTally, done: Processed) -> Provenance:
    reasons = done.stack.reasons
    measured = {
        "sentinel_toolkit:clamped_pixels": tally.clamped,
        "sentinel_toolkit:mean_observations": round(tally.mean_observations, 2),
    }
    return Provenance(
        job=product.job,
        title=product.title,
        lineage=product.lineage(len(done.contributed)),
        scenes=done.contributed,
        reasons={scene.id: reasons[scene.id] for scene in done.contributed},
        request=product.request,
        valid_percent=tally.valid_percent,
        level=product.level,
        extra={**measured, **product.further(done.stack)},
        collection=product.collection,
    )
