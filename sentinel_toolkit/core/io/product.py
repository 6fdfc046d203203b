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
from sentinel_toolkit.core.io import rasters
from sentinel_toolkit.core.io.cog import BandInfo, CogWriter
from sentinel_toolkit.core.io.provenance import Provenance, credit, write_item
from sentinel_toolkit.core.io.style import write_picture, write_style
from sentinel_toolkit.core.science.reflectance import LIMIT_OF_CODED, QUANTIFICATION
from sentinel_toolkit.core.science.temporal import NODATA

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


def make_product(job, title, lineage, request, names, stack, make, report, level):
    """Make a raster of a scene stack, block by block, and put it in its place.

    Parameters
    ----------
    job, title : str
        The job's id and a title for people.
    lineage : callable
        Number of scenes → a sentence on how the raster was made.
    request : ImageryRequest
    names : tuple of str
        Of the bands with values.
    stack : SceneStack
    make : MakeLayers
    report : Report
    level : str
        Processing level of the result: L3 for composites, L2A for what one acquisition measured.

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
    target = Path(request.output)
    extras = [BandInfo("date")] * make.with_days + [BandInfo("observations")] * make.with_counts
    bands = [BandInfo(name, SCALE) for name in names] + extras
    tallies = {}
    with rasters.environment(), staged(target) as folder:  # the block cache of GDAL is bounded for writing, too
        tags = {"TIFFTAG_SOFTWARE": "Sentinel Toolkit", "TIFFTAG_COPYRIGHT": credit(stack.scenes)}
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
        provenance = Provenance(
            job=job,
            title=title,
            lineage=lineage(len(used)),
            scenes=used,
            reasons={scene.id: stack.reasons[scene.id] for scene in used},
            request=json.loads(request.repeat_with) if request.repeat_with else encode(request),
            valid_percent=tally.valid_percent,
            level=level,
            extra={"sentinel_toolkit:clamped_pixels": tally.clamped},
        )
        write_item(writer.path, stack.grid, bands, "int16", NODATA, provenance)
        write_style(writer.path, names)
        publish(folder, target)
    return tally, used


@contextmanager
def picture_of(request):
    """Promise the request's picture: its folder is proved before the work, the picture made of the raster after it."""
    if not request.picture:
        yield
        return
    picture = Path(request.picture)
    with staged(picture) as folder:
        yield
        write_picture(request.output, request.bands, folder / picture.name)
        publish(folder, picture)
