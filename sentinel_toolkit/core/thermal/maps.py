"""The maps of thermal sharpening, made strip by strip: temperature, uncertainty, and what the report shows of them."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.geo.transformations import transformer_between
from sentinel_toolkit.core.pixels.quantities import KELVIN, quantity_of
from sentinel_toolkit.core.pixels.stretch import stretch_range
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import BandInfo, CogWriter, read_overview
from sentinel_toolkit.core.rasters.on_grid import read_on_grid
from sentinel_toolkit.core.rasters.outline import pixels_inside
from sentinel_toolkit.core.rasters.row_store import RowStore
from sentinel_toolkit.core.rasters.strips import each_strip
from sentinel_toolkit.core.results.provenance import Provenance, credit, write_item
from sentinel_toolkit.core.results.style import STATISTICS_SIDE, write_ramp_style
from sentinel_toolkit.core.thermal.cells.interpolation import BEYOND, WATER, interpolate
from sentinel_toolkit.core.thermal.cells.mesh import mesh_of
from sentinel_toolkit.core.thermal.cells.sums import CellSums
from sentinel_toolkit.core.thermal.findings import View
from sentinel_toolkit.core.thermal.fine_vegetation import Made, Vegetation
from sentinel_toolkit.core.thermal.model.detail import smooth
from sentinel_toolkit.core.thermal.model.sharpener import Sharpener, Strip
from sentinel_toolkit.core.thermal.model.uncertainty import Uncertainty

if TYPE_CHECKING:
    from sentinel_toolkit.core.thermal.ground import SharpeningGround

FloatArray = NDArray[np.floating]
BYTES_PER_PIXEL = 48  # of a strip in work: NDVI, temperature, uncertainty, flags and what they are made with
BYTES_PER_READ_PIXEL = 40  # while NDVI is made of two bands
STRIP_ROWS = 32, 512
READ_ROWS = 32, 2048
VIEW_SIDE = 700  # pixels of a picture in the report
ZOOM_CELLS = 6  # coarse pixels along the side of the closer view
RAMP = "inferno"


def strip_rows(width: int, memory_limit_mb: float, threads: int, predictors: int = 1) -> int:
    """Return how many rows to work on at a time, so that all strips in work take a quarter of the memory."""
    each = width * (BYTES_PER_PIXEL + 4 * predictors) * (2 * threads + 1)
    return int(np.clip(memory_limit_mb * 1e6 / 4 / each, *STRIP_ROWS))


def read_rows(width: int, memory_limit_mb: float, threads: int, predictors: int = 1) -> int:
    """Return how many rows to read at a time, so that all strips in work take half of the memory."""
    each = width * (BYTES_PER_READ_PIXEL + 8 * predictors) * threads
    return int(np.clip(memory_limit_mb * 1e6 / 2 / each, *READ_ROWS))


@dataclass(frozen=True)
class FineStrips:
    """The fine pixels of the result, strip by strip."""

    fine: Vegetation
    coarse_grid: GeoBox
    store: RowStore
    """Of NDVI on the wide grid of ``fine``; it is cut to the area."""
    extra_paths: tuple[str, ...]
    """Files of further predictors."""
    rows: int
    """Of a strip."""
    threads: int

    @property
    def grid(self) -> GeoBox:
        """Return the grid of the result."""
        return self.fine.grid

    @functools.cached_property
    def _corner(self) -> tuple[int, int]:
        """Return (row, column) of the result's corner in what was read."""
        column, row = ~self.fine.wide_grid.transform @ (self.grid.transform.c, self.grid.transform.f)
        return round(row), round(column)

    def make(self, start: int, stop: int) -> Strip:
        """Return the Strip of some rows."""
        top, left = self._corner
        strip = self.grid[start:stop]
        ndvi = self.store.read(top + start, top + stop)[:, left : left + strip.shape[1]]
        if self.fine.outline is not None:
            ndvi = np.where(pixels_inside(self.fine.outline, strip.shape, strip.transform), ndvi, np.float32(np.nan))
        extras = [read_on_grid(path, [1], strip)[0] for path in self.extra_paths]
        mesh = mesh_of(self.grid, start, stop, self.coarse_grid)
        return Strip(np.ascontiguousarray(ndvi), mesh, np.stack(extras) if extras else None)

    def each(self, work: Callable[[Strip], Made], report: Report) -> Iterator[tuple[int, Made]]:
        """Yield (row, work(strip)) of all strips, in order; the work runs in threads."""

        def run(start: int, stop: int) -> Made:
            return work(self.make(start, stop))

        return each_strip(run, self.grid.shape[0], self.rows, self.threads, report)

    def all(self, report: Report) -> Iterator[Strip]:
        """Yield all strips, in order; nothing is said of progress."""
        for start in range(0, self.grid.shape[0], self.rows):
            report.checkpoint()
            yield self.make(start, min(start + self.rows, self.grid.shape[0]))


class Window:
    """A picture of a part of the map, taken from strips as they pass: every n-th pixel of it.

    Parameters
    ----------
    rows, columns
        (start, stop) of the part.
    """

    def __init__(self, name: str, rows: tuple[int, int], columns: tuple[int, int]) -> None:
        self.name, self._rows, self._columns = name, rows, columns
        self._step = max(1, -(-max(rows[1] - rows[0], columns[1] - columns[0]) // VIEW_SIDE))
        self._kept: dict[int, list[FloatArray]] = {}

    def take(self, row: int, layers: Sequence[FloatArray]) -> None:
        """Keep what lies in a strip that begins at a row: layers (y, x)."""
        first = self._rows[0] + -(-max(row - self._rows[0], 0) // self._step) * self._step
        last = min(self._rows[1], row + layers[0].shape[0])
        if first < last:
            rows, columns = slice(first - row, last - row, self._step), slice(*self._columns, self._step)
            self._kept[row] = [layer[rows, columns].copy() for layer in layers]

    def view(self, pixel_m: float) -> View:
        """Return the View of what was kept: NDVI, coarse and sharpened temperatures."""
        kept = zip(*(self._kept[row] for row in sorted(self._kept)), strict=True)
        ndvi, coarse_k, sharpened_k = (np.concatenate(parts) for parts in kept)
        width = self._columns[1] - self._columns[0]
        return View(self.name, ndvi, coarse_k, sharpened_k, width * pixel_m, self._step * pixel_m)


def windows_of(grid: GeoBox, coarse_grid: GeoBox, sums: CellSums, lst_k: FloatArray, ratio: float) -> list[Window]:
    """Return the Windows of the report: all, and the closer view where most is worth seeing.

    Parameters
    ----------
    sums
        Of NDVI.
    lst_k : shape (row, column)
    ratio
        Fine pixels along a coarse one.
    """
    whole = Window("Whole area", *((0, size) for size in grid.shape))
    worth = _worth_seeing(sums, lst_k)
    row, column = np.unravel_index(np.argmax(worth), worth.shape)
    place = coarse_grid.transform @ (column + 0.5, row + 0.5)
    if grid.crs != coarse_grid.crs:
        place = transformer_between(str(coarse_grid.crs), str(grid.crs)).transform(*place)
    half = int(np.clip(ZOOM_CELLS * ratio / 2, 20, VIEW_SIDE // 2))
    parts = []
    for middle, size in zip((~grid.transform @ place)[::-1], grid.shape, strict=True):
        start = int(np.clip(middle - half, 0, max(size - 2 * half, 0)))
        parts.append((start, min(size, start + 2 * half)))
    is_closer = any(stop - start < size for (start, stop), size in zip(parts, grid.shape, strict=True))
    return [whole, Window("Detail", *parts)] if is_closer else [whole]


def _worth_seeing(sums: CellSums, lst_k: FloatArray) -> FloatArray:
    """Return how much there is to see around each coarse pixel: how its fine NDVI differs within, where both are."""
    worth = np.where(np.isfinite(lst_k), np.nan_to_num(sums.land_deviation) * sums.land, 0)
    return smooth(worth, np.ones(worth.shape), ZOOM_CELLS / 2)


@dataclass
class MapTally:
    """What was counted: pixels with a temperature, water among them, and those beyond the fit; the mean variance."""

    covered: int = 0
    water: int = 0
    beyond: int = 0
    area: int = 0
    variance_sum: float = 0.0

    @property
    def uncertainty_k(self) -> float:
        """Return the root mean square of the standard uncertainties, K."""
        return float(np.sqrt(self.variance_sum / self.covered)) if self.covered else float("nan")


def write_maps(
    ground: SharpeningGround,
    sharpener: Sharpener,
    uncertainty: Uncertainty | None,
    targets: Targets,
    is_celsius: bool,
    windows: Sequence[Window],
    report: Report,
) -> MapTally:
    """Write the temperature and, where asked for, the uncertainty, as COGs; return the MapTally.

    Parameters
    ----------
    uncertainty
        None: it is of no interest to anybody.
    """
    tally, strips, lst_k = MapTally(), ground.strips, ground.lst_k

    def work(strip: Strip) -> tuple[FloatArray, FloatArray, NDArray[np.uint8], FloatArray | None, FloatArray | None]:
        temperature_k, flags = sharpener(strip)
        sigma_k = uncertainty(strip, temperature_k, flags, lst_k) if uncertainty else None
        squares = interpolate(lst_k, strip.mesh, temperature_k.shape, "nearest") if windows else None
        return strip.ndvi, temperature_k, flags, sigma_k, squares

    with contextlib.ExitStack() as stack:
        writers = [stack.enter_context(writer) for writer in targets.writers(ground, is_celsius)]
        for row, (ndvi, temperature_k, flags, sigma_k, squares) in strips.each(work, report.part(0, 0.8)):
            covered = np.isfinite(temperature_k)
            tally.area += int(np.count_nonzero(np.isfinite(ndvi)))
            tally.covered += int(np.count_nonzero(covered))
            tally.water += int(np.count_nonzero(flags == WATER))
            tally.beyond += int(np.count_nonzero(flags == BEYOND))
            if sigma_k is not None:
                tally.variance_sum += float(np.nansum(sigma_k.astype(np.float64) ** 2))
            if squares is not None:
                for window in windows:
                    window.take(row, (ndvi, squares, temperature_k))
            shown = temperature_k - np.float32(KELVIN) if is_celsius else temperature_k
            writers[0].write(row, 0, shown[None])
            if len(writers) > 1 and sigma_k is not None:
                marks = np.where(covered, flags.astype(np.float32), np.float32(np.nan))
                writers[1].write(row, 0, np.stack([sigma_k, marks]))
        for number, writer in enumerate(writers):
            writer.finish(report.part(0.8 + 0.1 * number, 0.9 + 0.1 * number))
    return tally


@dataclass(frozen=True)
class Targets:
    """Where the rasters are made, in hidden folders."""

    temperature: Path
    uncertainty: Path | None
    """None: not asked for."""

    @classmethod
    def of(cls, request: ThermalSharpeningRequest, folders: Mapping[Path, Path]) -> Targets:
        """Return the Targets of a request; ``folders`` are the hidden ones of its outputs."""
        made = [folders[Path(path)] / Path(path).name for path in (request.output, request.uncertainty) if path]
        return cls(made[0], made[1] if len(made) > 1 else None)

    def writers(self, ground: SharpeningGround, is_celsius: bool) -> list[CogWriter]:
        """Return the CogWriters."""
        tags = {"TIFFTAG_SOFTWARE": "Sentinel Toolkit"}
        tags |= {"TIFFTAG_COPYRIGHT": notice} if (notice := credit(ground.sources())) else {}
        found = []
        for path, bands in ((self.temperature, lst_bands(is_celsius)), (self.uncertainty, UNCERTAINTY_BANDS)):
            if path is not None:
                found.append(CogWriter(path.parent, path.name, ground.fine.grid, "float32", np.nan, bands, tags))
        return found

    def describe(self, ground: SharpeningGround, provenance: Provenance, is_celsius: bool) -> None:
        """Write items and styles beside the finished rasters."""
        grid = ground.fine.grid
        low, high = stretch_range(read_overview(self.temperature, [1], STATISTICS_SIDE)[0])
        with gdal.environment():
            write_item(self.temperature, grid, lst_bands(is_celsius), "float32", np.nan, provenance)
            write_ramp_style(self.temperature, low, high, RAMP)
            if self.uncertainty is not None:
                write_item(self.uncertainty, grid, UNCERTAINTY_BANDS, "float32", np.nan, provenance)
                quantity = quantity_of("uncertainty")
                write_ramp_style(self.uncertainty, *quantity.limits, quantity.ramp)


def lst_bands(is_celsius: bool) -> list[BandInfo]:
    """Return the band of the temperature."""
    return [BandInfo("LST", unit="°C" if is_celsius else "K", description="Sharpened land surface temperature")]


UNCERTAINTY_BANDS = [
    BandInfo(quantity.name, unit=quantity.unit, description=quantity.description)
    for quantity in map(quantity_of, ("uncertainty", "flags"))
]
