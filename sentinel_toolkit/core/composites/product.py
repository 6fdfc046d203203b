"""A finished raster product: the COG, its item and its style, made in a hidden folder and renamed when complete."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sentinel_toolkit.contract.errors import NoValidPixelsError
from sentinel_toolkit.contract.requests import encode
from sentinel_toolkit.contract.staging import publish, staged
from sentinel_toolkit.core.pixels.reflectance import LIMIT_OF_CODED, QUANTIFICATION
from sentinel_toolkit.core.pixels.temporal import NODATA
from sentinel_toolkit.core.rasters import files as rasters
from sentinel_toolkit.core.rasters.cog import BandInfo, CogWriter
from sentinel_toolkit.core.results.provenance import Provenance, credit, write_item
from sentinel_toolkit.core.results.style import write_style

MARK_TAG = "SENTINEL_TOOLKIT_REQUEST"
SCALE = 1 / QUANTIFICATION


class Tally(NamedTuple):
    """Pixels of the area, those with data, values clamped to the limit of int16, and the sum of all observations."""

    area: int
    covered: int
    clamped: int
    observations: int

    @property
    def valid_percent(self):
        return 100 * self.covered / self.area if self.area else 0.0

    @property
    def mean_observations(self):
        return self.observations / self.covered if self.covered else 0.0


def sum_of(tallies):
    """Return the Tally of all blocks."""
    return Tally(*map(sum, zip(*tallies, strict=True)))


@dataclass(frozen=True)
class MakeLayers:
    """From the Observations of a block to the layers of its product, and their Tally; sent to other processes as it is.

    ``combine`` makes (band, y, x) values, (y, x) counts of observations, and (y, x) days or None of (time, band, y, x)
    observations and their (time,) days; ``with_counts`` and ``with_days`` tell whether they become bands.
    """

    combine: Callable
    with_counts: bool
    with_days: bool = False

    def __call__(self, observations):
        """Return ((band, y, x) int16, Tally)."""
        values, counts, days = self.combine(observations.stack, observations.days)
        covered = (values != NODATA).any(0)
        tally = Tally(
            int(np.count_nonzero(observations.inside | covered)),
            int(np.count_nonzero(covered)),
            int(np.count_nonzero(values == LIMIT_OF_CODED) + np.count_nonzero(values == -LIMIT_OF_CODED)),
            int(counts.sum(dtype=np.int64)),
        )
        layers = [values, *([days[None]] if self.with_days else []), *([counts[None]] if self.with_counts else [])]
        return (np.concatenate(layers) if len(layers) > 1 else values), tally


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


def recorded(request):
    """Return what repeats a job: the input of qgis_process, or the core's own request in a notebook."""
    return json.loads(request.repeat_with) if request.repeat_with else encode(request)


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
    tally : Tally
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
    with rasters.environment(), staged(target) as folder:  # the block cache of GDAL is bounded for writing, too
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


@contextmanager
def promised(target, write):
    """Promise a file made of the result: its folder is proved before the work, the file made after it.

    Parameters
    ----------
    target : str
        Empty: there is nothing to make.
    write : callable
        Path → None.
    """
    if not target:
        yield
        return
    target = Path(target)
    with staged(target) as folder:
        yield
        with rasters.environment():
            write(folder / target.name)
        publish(folder, target)
