"""The ground that is sharpened: fine NDVI on the disk, coarse temperatures, and the one summed up in the other."""

from __future__ import annotations

import contextlib
import functools
import operator
from dataclasses import dataclass

import numpy as np

from sentinel_toolkit.contract.errors import InvalidRequestError, NoValidPixelsError
from sentinel_toolkit.core.io.block_threads import default_threads
from sentinel_toolkit.core.io.coarse_temperature import side_m
from sentinel_toolkit.core.io.fine_vegetation import open_vegetation
from sentinel_toolkit.core.io.frame_store import RowStore
from sentinel_toolkit.core.io.raster_reading import read_on_grid
from sentinel_toolkit.core.io.thermal_maps import FineStrips, strip_rows, windows_of
from sentinel_toolkit.core.io.thermal_sources import read_coarse, scenes_of, sources_of
from sentinel_toolkit.core.science.alignment import Shift, find_shift, moved
from sentinel_toolkit.core.science.cell_mesh import mesh_of
from sentinel_toolkit.core.science.cell_sums import sum_in_cells
from sentinel_toolkit.core.science.thermal_choice import Evidence, is_clear
from sentinel_toolkit.core.science.thermal_models import fraction_of

PARTS = 4  # of a coarse pixel along its side, for the sensor's footprint and the register
LEAST_RATIO = 1.5  # coarse over fine pixels, below which there is nothing to sharpen


@dataclass(frozen=True)
class Ground:
    """``strips`` of fine pixels; ``lst_k`` (row, column) on ``coarse_grid``; ``all_sums``: of NDVI, of the fraction of
    vegetation if the method needs it, of further predictors; the Shift between both, and whether it was applied.
    """

    request: object
    fine: object
    coarse: object
    strips: FineStrips
    coarse_grid: object
    all_sums: tuple
    shift: Shift
    is_moved: bool

    @property
    def lst_k(self):
        return self.coarse.lst_k

    @property
    def sums(self):
        """Return the CellSums of NDVI."""
        return self.all_sums[0]

    @property
    def fine_m(self):
        """Return the side of a fine pixel, m."""
        return side_m(self.fine.grid)

    @property
    def ratio(self):
        """Return how many fine pixels lie along a coarse one."""
        return self.coarse.pixel_m / self.fine_m

    def evidence(self, request):
        """Return the Evidence that a method is chosen by."""
        has_fraction = request.method == "tsharp"
        return Evidence(
            self.lst_k,
            self.sums,
            self.ratio,
            (request.ndvi_min, request.ndvi_max),
            (request.lst_min_k, request.lst_max_k),
            request.min_correlation,
            request.footprint,
            request.residual,
            self.all_sums[1] if has_fraction else None,
            self.all_sums[1 + has_fraction :],
        )

    def windows(self):
        """Return the Windows that the report shows."""
        return windows_of(self.fine.grid, self.coarse_grid, self.sums, self.lst_k, self.ratio)

    def sources(self):
        """Return a Scene for each source."""
        return sources_of(self.request, self.fine, self.coarse)


@contextlib.contextmanager
def open_ground(request, folder, report):
    """Read what a request names and sum it up; the fine pixels stay on the disk until the context ends.

    Raises
    ------
    ToolkitError
        If something cannot be read, does not meet, or is empty.
    """
    sources = scenes_of(request)
    fine = open_vegetation(request, report, sources.fine)
    coarse = read_coarse(request, sources.coarse, fine.grid, report)
    ratio = coarse.pixel_m / side_m(fine.grid)
    if ratio < LEAST_RATIO:
        raise InvalidRequestError(
            f"Temperatures have pixels of {coarse.pixel_m:.0f} m, and the fine rasters of {side_m(fine.grid):.0f} m.",
            "They are sharpened with finer pixels: are both given the right way round?",
        )
    threads = request.threads or default_threads()
    width = fine.grid.shape[1]
    rows = strip_rows(width, request.memory_limit_mb, threads, 1 + len(request.predictors))
    with RowStore(folder, width) as store:
        strips = FineStrips(fine.grid, coarse.grid, store, request.predictors, rows, threads)
        all_sums = _sum_up(request, fine, coarse, strips, report.part(0, 0.45))
        _refuse_nothing(all_sums[0], coarse)
        shift = find_shift(coarse.lst_k, all_sums[0], is_clear(all_sums[0], coarse.lst_k))
        grid, is_moved = coarse.grid, request.align and shift.is_certain
        if is_moved:
            grid, _ = moved(coarse.grid, all_sums[0], shift)
            all_sums = tuple(moved(coarse.grid, sums, shift)[1] for sums in all_sums)
            strips = FineStrips(fine.grid, grid, store, request.predictors, rows, threads)
        yield Ground(request, fine, coarse, strips, grid, all_sums, shift, is_moved)


def _sum_up(request, fine, coarse, strips, report):
    """Bring NDVI to the disk; return the CellSums of it, of its fraction where asked for, and of further predictors."""

    def work(row, ndvi):
        mesh = mesh_of(fine.grid, row, row + len(ndvi), coarse.grid)
        planes = [ndvi]
        if request.method == "tsharp":
            fraction = fraction_of(ndvi, request.ndvi_min, request.ndvi_max)
            planes.append(np.where(ndvi < 0, np.nan, fraction))
        strip = fine.grid[row : row + len(ndvi)]
        planes += [
            np.where(np.isfinite(ndvi), read_on_grid(path, [1], strip)[0], np.nan) for path in request.predictors
        ]
        return [sum_in_cells(plane, mesh, coarse.grid.shape, PARTS) for plane in planes]

    report.progress(0, "Reading and aggregating the fine pixels")
    made = (sums for _, sums in fine.read(strips.store, work, strips.rows, strips.threads, report))
    return functools.reduce(lambda one, other: tuple(map(operator.add, one, other)), made)


def _refuse_nothing(sums, coarse):
    """Refuse to go on with nothing but clouds.

    Raises
    ------
    NoValidPixelsError
        If no fine pixel is clear, or no temperature is known where some are.
    """
    seen = sums.land + sums.water > 0
    if not seen.any():
        raise NoValidPixelsError("No pixel of the fine rasters has NDVI.", "Are they all cloud, or outside the area?")
    if not (seen & np.isfinite(coarse.lst_k)).any():
        raise NoValidPixelsError(
            f"There is no temperature where NDVI is known ({coarse.source}).", "Take a clearer pass, or another area."
        )
