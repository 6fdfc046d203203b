"""The ground that is sharpened: fine NDVI on the disk, coarse temperatures, and the one summed up in the other."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import GridTooLargeError, InvalidRequestError, NoValidPixelsError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.imagery.block_threads import default_threads
from sentinel_toolkit.core.rasters.on_grid import look_at, read_on_grid
from sentinel_toolkit.core.rasters.outline import pixels_inside
from sentinel_toolkit.core.rasters.row_store import RowStore
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.thermal.cells.mesh import mesh_of
from sentinel_toolkit.core.thermal.cells.sums import CellSums, StripSums, sum_strip
from sentinel_toolkit.core.thermal.coarse_temperature import CoarseTemperature, pixel_of, side_m
from sentinel_toolkit.core.thermal.fine_vegetation import Ndvi, Vegetation, open_vegetation
from sentinel_toolkit.core.thermal.maps import FineStrips, Window, read_rows, strip_rows, windows_of
from sentinel_toolkit.core.thermal.model.alignment import Shift, find_shift, moved
from sentinel_toolkit.core.thermal.model.evidence import Evidence, is_clear
from sentinel_toolkit.core.thermal.model.models import fraction_of
from sentinel_toolkit.core.thermal.sources import read_coarse, scenes_of, sources_of

PARTS = 4  # of a coarse pixel along its side, for the sensor's footprint and the register
MOST_CELLS_IN_PARTS = 250_000  # coarse pixels; of more, whole ones alone are summed up, or it would take gigabytes
MOST_CELLS = 4_000_000
LEAST_RATIO = 1.5  # coarse over fine pixels, below which there is nothing to sharpen
CONTEXT_PIXELS = 15  # coarse, around an area: half of what a moving window and the test want
SCENES_READ, SUMMED_UP = 0.3, 0.44  # of the job's progress
WITH_CONTEXT = ("auto", "local", "trees")  # linear and tsharp are fitted to what they are given


@dataclass(frozen=True)
class AllSums:
    """What lies in each coarse pixel."""

    ndvi: CellSums
    fraction: CellSums | None
    """Of vegetation; None: not needed."""
    extras: tuple[CellSums, ...]
    """Of further predictors, on land."""

    def moved(self, grid: GeoBox, shift: Shift) -> AllSums:
        """Return the sums of coarse pixels that were moved."""
        ndvi, *extras = (moved(grid, sums, shift)[1] for sums in (self.ndvi, *self.extras))
        return AllSums(ndvi, moved(grid, self.fraction, shift)[1] if self.fraction else None, tuple(extras))


@dataclass(frozen=True)
class SharpeningGround:
    """Strips of fine pixels, and temperatures ``lst_k`` (row, column) on ``coarse_grid``."""

    request: ThermalSharpeningRequest
    fine: Vegetation
    coarse: CoarseTemperature
    strips: FineStrips
    coarse_grid: GeoBox
    all_sums: AllSums
    shift: Shift
    """Between both."""
    is_moved: bool
    """The shift was applied."""

    @property
    def lst_k(self) -> NDArray[np.float64]:
        return self.coarse.lst_k

    @property
    def sums(self) -> CellSums:
        """Return the CellSums of NDVI."""
        return self.all_sums.ndvi

    @property
    def fine_m(self) -> float:
        """Return the side of a fine pixel, m."""
        return side_m(self.fine.grid)

    @property
    def ratio(self) -> float:
        """Return how many fine pixels lie along a coarse one."""
        return self.coarse.pixel_m / self.fine_m

    def evidence(self) -> Evidence:
        """Return the Evidence that a method is chosen by."""
        request = self.request
        return Evidence(
            self.lst_k,
            self.sums,
            self.ratio,
            (request.ndvi_min, request.ndvi_max),
            (request.lst_min_k, request.lst_max_k),
            request.min_correlation,
            request.footprint if self.sums.parts > 1 else max(request.footprint, 0.0),
            request.residual,
            self.all_sums.fraction,
            self.all_sums.extras,
        )

    def windows(self) -> list[Window]:
        """Return the Windows that the report shows."""
        return windows_of(self.fine.grid, self.coarse_grid, self.sums, self.lst_k, self.ratio)

    def sources(self) -> tuple[Scene, ...]:
        """Return a Scene for each source."""
        return sources_of(self.request, self.fine, self.coarse)


@contextlib.contextmanager
def open_ground(
    request: ThermalSharpeningRequest, area: Area | None, folder: Path, report: Report
) -> Iterator[SharpeningGround]:
    """Read what a request names and sum it up; the fine pixels stay on the disk until the context ends.

    The request's area has been read already; None: all that the sources show.

    Raises
    ------
    ToolkitError
        If something cannot be read, does not meet, or is empty.
    """
    sources = scenes_of(request)
    for path in request.predictors:
        look_at(path)
    context_m = CONTEXT_PIXELS * pixel_of(request) if request.method in WITH_CONTEXT else 0.0
    report.progress(0, "Reading and aggregating the fine pixels")
    reading = SCENES_READ if sources.fine else 0.0
    fine = open_vegetation(request, area, report.part(0, reading), sources.fine, context_m)
    coarse = read_coarse(request, sources.coarse, fine.wide_grid, report)
    _refuse_sizes(request, fine, coarse)
    threads, width = request.threads or default_threads(), fine.wide_grid.shape[1]
    rows = strip_rows(width, request.memory_limit_mb, threads, 1 + len(request.predictors))
    with RowStore(folder, width) as store:
        strips = FineStrips(fine, coarse.grid, store, request.predictors, rows, threads)
        all_sums = _sum_up(request, fine, coarse, strips, report.part(reading, SUMMED_UP))
        clear = is_clear(all_sums.ndvi, coarse.lst_k)
        _refuse_nothing(all_sums.ndvi, coarse)
        report.progress(SUMMED_UP, "Looking at the register")
        shift = find_shift(coarse.lst_k, all_sums.ndvi, clear, report.checkpoint)
        grid, is_moved = coarse.grid, request.align and shift.is_certain
        if is_moved:
            grid, _ = moved(coarse.grid, all_sums.ndvi, shift)
            all_sums = all_sums.moved(coarse.grid, shift)
            strips = FineStrips(fine, grid, store, request.predictors, rows, threads)
        yield SharpeningGround(request, fine, coarse, strips, grid, all_sums, shift, is_moved)


def _refuse_sizes(request: ThermalSharpeningRequest, fine: Vegetation, coarse: CoarseTemperature) -> None:
    """Refuse temperatures that are not coarser, or too many.

    Raises
    ------
    InvalidRequestError
        If so.
    """
    fine_m = side_m(fine.grid)
    if coarse.pixel_m / fine_m < LEAST_RATIO:
        why = "choose a finer RESOLUTION" if request.resolution_m else "are both given the right way round?"
        raise InvalidRequestError(
            f"Temperatures have pixels of {coarse.pixel_m:.0f} m, and the fine ones have {fine_m:.0f} m.",
            f"They are sharpened with finer pixels: {why}",
        )
    if coarse.lst_k.size > MOST_CELLS:
        raise GridTooLargeError(
            f"The area has {coarse.lst_k.size / 1e6:.1f} million pixels of temperature.", "Choose a smaller area."
        )


def _sum_up(
    request: ThermalSharpeningRequest, fine: Vegetation, coarse: CoarseTemperature, strips: FineStrips, report: Report
) -> AllSums:
    """Bring NDVI to the disk; return AllSums."""
    parts = PARTS if coarse.lst_k.size <= MOST_CELLS_IN_PARTS else 1
    has_fraction = request.method == "tsharp"
    outline = None if request.method in WITH_CONTEXT else fine.outline

    def work(row: int, ndvi: Ndvi) -> list[StripSums]:
        strip = fine.wide_grid[row : row + len(ndvi)]
        if outline is not None:
            ndvi = np.where(pixels_inside(outline, strip.shape, strip.transform), ndvi, np.float32(np.nan))
        mesh = mesh_of(fine.wide_grid, row, row + len(ndvi), coarse.grid)
        land = ndvi >= 0
        planes = [ndvi]
        if has_fraction:
            planes.append(np.where(land, fraction_of(ndvi, request.ndvi_min, request.ndvi_max), np.nan))
        planes += [np.where(land, read_on_grid(path, [1], strip)[0], np.nan) for path in request.predictors]
        return [sum_strip(plane, mesh, coarse.grid.shape.yx, parts) for plane in planes]

    totals = [CellSums.nothing(coarse.grid.shape.yx, parts) for _ in range(1 + has_fraction + len(request.predictors))]
    rows = read_rows(fine.wide_grid.shape[1], request.memory_limit_mb, strips.threads, len(totals))
    for _, made in fine.read(strips.store, work, rows, strips.threads, report):
        for total, strip in zip(totals, made, strict=True):
            total.add(strip)
    ndvi, *others = totals
    return AllSums(ndvi, others.pop(0) if has_fraction else None, tuple(others))


def _refuse_nothing(sums: CellSums, coarse: CoarseTemperature) -> None:
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
