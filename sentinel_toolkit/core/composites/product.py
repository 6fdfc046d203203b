"""A finished raster product: the COG, its item and its style, made in a hidden folder and renamed when complete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sentinel_toolkit.contract.errors import NoValidPixelsError
from sentinel_toolkit.contract.staging import publish, staged
from sentinel_toolkit.core.composites.layers import sum_of
from sentinel_toolkit.core.pixels.reflectance import QUANTIFICATION
from sentinel_toolkit.core.pixels.temporal import NODATA
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import BandInfo, CogWriter
from sentinel_toolkit.core.results.provenance import Provenance, credit, write_item
from sentinel_toolkit.core.results.style import write_style

MARK_TAG = "SENTINEL_TOOLKIT_REQUEST"
SCALE = 1 / QUANTIFICATION


@dataclass(frozen=True)
class Product:
    """What a raster is to be, and what its item tells.

    ``lineage`` takes the number of scenes and returns a sentence on how the raster was made; ``request`` repeats the
    job; ``names`` are those of the bands with values; ``level`` is L3 for composites, L2A for what one acquisition
    measured; ``further`` takes the stack after the work and returns further properties of the item; ``collection`` is
    the id of the collection it belongs to, ``mark`` a tag by which the file itself is known again.
    """

    job: str
    title: str
    lineage: Callable
    target: str
    request: dict
    names: tuple
    level: str
    further: Callable = lambda _stack: {}
    collection: str = ""
    mark: str = ""


def make_product(product, stack, make, report):
    """Make a raster of a scene stack, block by block, and put it in its place.

    Parameters
    ----------
    product : Product
    stack : SceneStack
    make : MakeLayers
    report : Report

    Returns
    -------
    tally : ProductTally
    used : list of Scene
        Those that contributed pixels.

    Raises
    ------
    NoValidPixelsError
        If no pixel has data.
    """
    target = Path(product.target)
    extras = [BandInfo("date")] * make.with_days + [BandInfo("observations")] * make.with_counts
    bands = [BandInfo(name, SCALE) for name in product.names] + extras
    tallies = {}
    with gdal.environment(), staged(target) as folder:  # the block cache of GDAL is bounded for writing, too
        tags = {"TIFFTAG_SOFTWARE": "Sentinel Toolkit", "TIFFTAG_COPYRIGHT": credit(stack.scenes)}
        tags |= {MARK_TAG: product.mark} if product.mark else {}
        with CogWriter(folder, target.name, stack.grid, "int16", NODATA, bands, tags) as writer:

            def write(row, column, made):
                values, tallies[row, column] = made
                writer.write(row, column, values)

            stack.process(make, write)
            tally = sum_of(tallies.values())
            if not tally.covered:
                raise NoValidPixelsError(
                    f"No pixel of the area is clear in any of the {len(stack.scenes)} scenes.",
                    "Search more dates, or mask fewer classes.",
                )
            writer.finish(report)
        used = stack.contributed
        write_item(writer.path, stack.grid, bands, "int16", NODATA, _provenance(product, tally, used, stack))
        write_style(writer.path, product.names)
        publish(folder, target)
    return tally, used


def _provenance(product, tally, used, stack):
    measured = {
        "sentinel_toolkit:clamped_pixels": tally.clamped,
        "sentinel_toolkit:mean_observations": round(tally.mean_observations, 2),
    }
    return Provenance(
        job=product.job,
        title=product.title,
        lineage=product.lineage(len(used)),
        scenes=used,
        reasons={scene.id: stack.reasons[scene.id] for scene in used},
        request=product.request,
        valid_percent=tally.valid_percent,
        level=product.level,
        extra={**measured, **product.further(stack)},
        collection=product.collection,
    )
