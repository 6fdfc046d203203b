"""The fine vegetation to sharpen with: NDVI from rasters or from scenes, brought to the disk in strips of rows.

Around an area of interest more is read than is shown, so that a link between temperature and vegetation is fitted to
enough of it: ``wide_grid`` is read, ``grid`` is the result's, and ``outline`` cuts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar, cast

import numpy as np
import shapely
from numpy.typing import NDArray
from odc.geo.crs import CRS
from odc.geo.geobox import GeoBox
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError
from sentinel_toolkit.contract.imagery import SCL_CLASSES
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.requests import AreaOfInterest
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.composites.layers import IndexOfBlock
from sentinel_toolkit.core.composites.methods import Composite
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.geo.grid import is_north_up, own_grid, result_grid, utm_zone
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.imagery import own_rasters
from sentinel_toolkit.core.imagery.block_reader import Mask
from sentinel_toolkit.core.imagery.block_threads import BlockThreads, default_threads
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.imagery.scene_stack import GridWanted, StackWanted, open_stack
from sentinel_toolkit.core.imagery.stack_job import StackJob
from sentinel_toolkit.core.pixels.indices import normalised_difference
from sentinel_toolkit.core.rasters.door import open_scene_raster, readable
from sentinel_toolkit.core.rasters.on_grid import look_at, read_on_grid
from sentinel_toolkit.core.rasters.row_store import RowStore
from sentinel_toolkit.core.rasters.strips import each_strip
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.thermal.coarse_temperature import side_m

Ndvi = NDArray[np.float32]
Made = TypeVar("Made")
StripWork = Callable[[int, Ndvi], Made]  # of the first row of a strip and its NDVI
DEFAULT_PIXEL_M = 10.0
SCL_PIXEL_M = 20.0
MARK_OF_WATER = np.float32(-0.001)  # an NDVI that stands for water whose own is not below 0
NDVI = own_rasters.index_range("NDVI")


class RasterVegetation:
    """NDVI of a raster, or of a red and a near-infrared one.

    Parameters
    ----------
    context_m
        Of the ground around the area that is read, too.

    Attributes
    ----------
    grid, wide_grid
        Of the result: the raster's own pixels, or those of RESOLUTION, cut to the area; and of what is read.
    outline
        What the result is cut to, in its CRS.
    scenes
        None are known of rasters.

    Raises
    ------
    InvalidRequestError
        If the values are no NDVI.
    """

    scenes: tuple[Scene, ...] = ()

    def __init__(
        self, request: ThermalSharpeningRequest, area: Area | None, report: Report, context_m: float = 0.0
    ) -> None:
        self._files = [path for path in (request.ndvi, request.red, request.nir) if path]
        self.source = "NDVI of " + " and ".join(Path(path).name for path in self._files)
        wanted = ("NDVI",) if request.ndvi else ("B04", "B08")
        looked = [look_at(path, name) for path, name in zip(self._files, wanted, strict=True)]
        self._bands = [band for _, band in looked]
        whole = looked[0][0]
        outline = transform_geometry(area.original, area.crs, str(whole.crs)) if area else None
        self.grid = _grid_of(whole, outline, request.resolution_m)
        self.wide_grid = self.grid
        if outline is not None and context_m:
            self.wide_grid = _grid_of(whole, _around(outline, context_m, whole), request.resolution_m)
        self.outline = outline if area and request.clip else None
        samples = [own_rasters.sample(path, band) for path, band in zip(self._files, self._bands, strict=True)]
        self._limits = (NDVI if request.ndvi else own_rasters.REFLECTANCE).limits
        if request.ndvi and (problem := NDVI.problem_of(samples[0].values, self.source)):
            raise InvalidRequestError(*problem)
        self._shift = 0.0 if request.ndvi else _shift_of(request, self._files, samples, report)

    def read(
        self, store: RowStore, work: StripWork[Made], rows: int, threads: int, report: Report
    ) -> Iterator[tuple[int, Made]]:
        """Bring NDVI (NaN where there is none) to a RowStore, and yield (row, work(row, values)) of strips of rows.

        Strips end where the file's own pieces end, where memory allows: each piece is decompressed once then.

        Parameters
        ----------
        work
            (row, ndvi) → anything; called in threads.
        rows, threads
            That there is memory for in a strip, and strips in work at a time.
        """
        rows, phase = self._aligned(rows)

        def make(start: int, stop: int) -> Made:
            strip = self.wide_grid[start:stop]
            layers = [
                read_on_grid(path, [band], strip, limits=self._limits)[0]
                for path, band in zip(self._files, self._bands, strict=True)
            ]
            values = layers[0] if len(layers) == 1 else ndvi_of(*(layer + self._shift for layer in layers))
            values[~(np.abs(values) <= 1)] = np.nan
            store.write(start, 0, values)
            return work(start, values)

        return each_strip(make, self.wide_grid.shape[0], rows, threads, report, phase)

    def _aligned(self, rows: int) -> tuple[int, int]:
        """Return (rows of a strip, where the first border is) that suit the pieces of the file."""
        with readable(self._files[0]) as dataset:
            piece = dataset.block_shapes[self._bands[0] - 1][0]
            first = (~dataset.transform @ (self.wide_grid.transform.c, self.wide_grid.transform.f))[1]
        return (rows // piece * piece, -round(first)) if rows > piece else (rows, 0)


def ndvi_of(red: NDArray[np.floating], nir: NDArray[np.floating]) -> Ndvi:
    """Return (NIR - red) / (NIR + red), float32; NaN where the sum is not above 0 (Tucker 1979)."""
    return normalised_difference(nir, red).astype(np.float32)


def _around(outline: BaseGeometry, context_m: float, grid: GeoBox) -> BaseGeometry:
    """Return the box around an outline, so many metres wider on each side, in a grid's CRS."""
    margin = context_m / side_m(grid) * np.sqrt(abs(grid.transform.determinant))
    return shapely.box(*outline.bounds).buffer(margin, join_style="mitre")


def _grid_of(whole: GeoBox, outline: BaseGeometry | None, resolution: float) -> GeoBox:
    """Return the grid of the part of a raster that lies in an outline (None: of all of it).

    Raises
    ------
    NoOverlapError
        If there is none.
    """
    frame = whole.extent.geom
    if outline is not None:
        if not outline.intersects(frame):
            raise NoOverlapError("The fine rasters do not meet the area of interest.", "Check the area and their CRS.")
        frame = outline.intersection(frame)
    own = abs(whole.resolution.x)
    if not is_north_up(whole) or (resolution and not np.isclose(resolution, own, rtol=1e-9)):
        return result_grid(frame, cast("CRS", whole.crs), [whole] if is_north_up(whole) else [], resolution or own)
    return own_grid(whole, frame) if outline is not None else whole


def _shift_of(
    request: ThermalSharpeningRequest, paths: Sequence[str], samples: Sequence[own_rasters.Sample], report: Report
) -> float:
    """Return what is to be added to the pixels of RED and NIR, in their unit, and say why."""
    shift = own_rasters.shift_of(paths, samples, request.offset)
    if not shift.is_known:
        report.warning(own_rasters.unknown_shift("RED and NIR", "NDVI"))
    elif shift.reason:
        report.note(f"Offset of RED and NIR: {shift.value:g} ({shift.reason}).")
    return shift.value


class SceneVegetation:
    """NDVI of Sentinel-2 scenes; of several dates their median. Parameters and attributes as of RasterVegetation."""

    def __init__(
        self,
        request: ThermalSharpeningRequest,
        area: Area | None,
        report: Report,
        scenes: Sequence[Scene],
        context_m: float = 0.0,
    ) -> None:
        composite = Composite("median", ("NDVI",), "NDVI")
        wide = _wider(area, context_m) if area and context_m else area
        wanted = StackWanted(
            composite.needed_bands,
            composite.planes,
            Mask(request.mask_classes, request.grow_mask_m),
            request.offset,
            GridWanted(resolution_m=request.resolution_m or DEFAULT_PIXEL_M),
            clip=False,
            memory_limit_mb=request.memory_limit_mb,
        )
        stack = open_stack(scenes_near(scenes, wide), wide, wanted, report)
        self._job = StackJob(stack, BlockThreads(request.threads or default_threads()), report)
        self._work = IndexOfBlock(composite)
        self._marks_water = request.method != "linear"  # the recipe takes NDVI as it is
        self.grid = self.wide_grid = stack.grid
        outline = transform_geometry(area.original, area.crs, str(self.grid.crs)) if area else None
        if outline is not None and context_m:
            self.grid = _grid_of(self.wide_grid, outline, 0.0)
        self.outline = outline if area and request.clip else None
        dates = sorted({scene.datetime.date().isoformat() for scene in stack.scenes})
        self.source = f"NDVI of Sentinel-2, {', '.join(dates[:5])}{' …' if len(dates) > 5 else ''}"
        self.scenes: tuple[Scene, ...] = ()  # that gave pixels: known when they are read

    def read(
        self, store: RowStore, work: StripWork[Made], rows: int, threads: int, report: Report
    ) -> Iterator[tuple[int, Made]]:
        """As RasterVegetation's: all scenes are read before the first strip comes.

        What the scene classification calls water is marked as such, if its NDVI does not show it.
        """
        self.scenes = tuple(self._job.process(self._work, store.write).contributed)

        def make(start: int, stop: int) -> Made:
            values = store.read(start, stop)
            if self._marks_water:
                values[(values >= 0) & self._is_water(self.wide_grid[start:stop])] = MARK_OF_WATER
                store.write(start, 0, values)
            return work(start, values)

        return each_strip(make, self.wide_grid.shape[0], rows, threads, report)

    def _is_water(self, strip: GeoBox) -> NDArray[np.bool_]:
        """Return which pixels most of the scenes that show them call water."""
        seen, water = np.zeros(strip.shape, np.int16), np.zeros(strip.shape, np.int16)
        if abs(strip.resolution.x) > SCL_PIXEL_M:  # classes have no mean
            return water > seen
        for scene in self.scenes:
            classes = read_on_grid(scene.assets["SCL"].href, [1], strip, open_scene_raster)[0]
            seen += classes > 0
            water += classes == SCL_CLASSES.index("water")
        return 2 * water > seen


def _wider(area: Area, context_m: float) -> Area | None:
    """Return an area with so many metres of its surroundings."""
    zone = utm_zone(*area.centre)
    outline = transform_geometry(area.original, area.crs, zone)
    box = shapely.box(*outline.bounds).buffer(context_m, join_style="mitre")
    return Area.of(AreaOfInterest(shapely.to_wkt(box, -1), zone))


Vegetation = RasterVegetation | SceneVegetation


def open_vegetation(
    request: ThermalSharpeningRequest, area: Area | None, report: Report, scenes: Sequence[Scene], context_m: float
) -> Vegetation:
    """Return the vegetation that a request names; ``scenes`` are those of INPUT or of the pair, if any."""
    if scenes:
        return SceneVegetation(request, area, report, scenes, context_m)
    return RasterVegetation(request, area, report, context_m)
