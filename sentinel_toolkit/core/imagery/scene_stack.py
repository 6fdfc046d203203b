"""A stack of scenes on one grid: opened once, read block by block as (time, band, y, x).

A stack is a plain value that says what is open; what is done with it, and who is told, is a StackJob.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import shapely
from odc.geo.crs import CRS
from odc.geo.geobox import GeoBox
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import NoOverlapError, UnreadableRasterError
from sentinel_toolkit.contract.imagery import ImageryRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.dates.solar import local_solar_time
from sentinel_toolkit.core.geo.area import LONLAT, Area, area_of_footprints, split, unwrap
from sentinel_toolkit.core.geo.grid import choose_crs, longer_side, result_grid
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.imagery.block_reader import BlockReader, Mask, SceneSource
from sentinel_toolkit.core.imagery.scene_opening import open_scenes
from sentinel_toolkit.core.imagery.scene_rasters import SceneRasters
from sentinel_toolkit.core.pixels.sampling import source_density
from sentinel_toolkit.core.rasters import files as rasters
from sentinel_toolkit.core.rasters.outline import pixels_inside
from sentinel_toolkit.core.scenes.scene import Scene, SceneKey

EPOCH = datetime.date(1970, 1, 1)
SLIPPING_PIXELS = 10_000  # of a larger grid no area slips between the centres, and a look would take long
NO_RANKS: Mapping[SceneKey, int] = MappingProxyType({})


@dataclass(frozen=True)
class GridWanted:
    """The grid of a stack: the area's, or that of the scenes' footprints where there is none."""

    crs: str = ""
    """Empty: the scenes' own."""
    resolution_m: float = 10.0
    """In metres, or in the unit of the CRS; 0: the one that makes the ground ``longer_side_px`` pixels long, never
    finer than the finest band's.
    """
    longer_side_px: int = 0
    whole_tiles: bool = False
    """The grid covers the scenes' rasters (inside the area), whatever part of them was observed."""
    given: GeoBox | None = None
    """The grid itself, where an earlier result decides."""


@dataclass(frozen=True)
class StackWanted:
    """What is to be opened of scenes, and how their pixels are read."""

    bands: tuple[str, ...]
    planes: int
    """Layers of one observation that are in memory at a time: the bands, and what is made of them."""
    mask: Mask
    offset: str
    """``auto``, ``apply`` or ``none``; see ``open_scene``."""
    grid: GridWanted
    clip: bool = True
    """Pixels outside the area are left empty."""
    min_observations: int = 0
    """Of a pixel, below which scenes that have a rank are added."""
    memory_limit_mb: float = 1024

    @classmethod
    def of(
        cls, request: ImageryRequest, bands: tuple[str, ...] = (), planes: int = 0, min_observations: int = 0
    ) -> StackWanted:
        """Return what a request wants; ``bands`` where more are needed than its own, ``planes`` beside the bands."""
        bands = bands or request.bands
        return cls(
            bands,
            planes or len(bands),
            Mask(request.mask_classes, request.grow_mask_m, request.erode_edge_m),
            request.offset,
            GridWanted(request.crs, request.resolution_m),
            request.clip,
            min_observations,
            request.memory_limit_mb,
        )


@dataclass(frozen=True, eq=False)
class SceneStack:
    """Scenes that are open, on one grid; made by ``open_stack``."""

    wanted: StackWanted
    grid: GeoBox
    sources: tuple[SceneSource, ...]
    """The scenes, in time order."""
    outline: BaseGeometry | None
    """What pixels are cut to, in the grid's CRS; None: nothing."""
    counted: BaseGeometry | None
    """What shares are shares of, in the grid's CRS: the area, or the union of the footprints; None: all pixels."""
    longitude: float
    """Of the ground's centre, in degrees: the sun there decides what a day is."""

    @property
    def scenes(self) -> list[Scene]:
        """Return the scenes that are open, in time order."""
        return [source.rasters.scene for source in self.sources]

    @property
    def keys(self) -> set[SceneKey]:
        """Return the keys of the scenes that are open."""
        return {source.key for source in self.sources}

    @property
    def reasons(self) -> dict[str, str]:
        """Return why each scene, by its id, has its offset."""
        return {source.rasters.scene.id: source.rasters.reason for source in self.sources}

    @property
    def footprints(self) -> list[BaseGeometry]:
        """Return the scenes' footprints, in longitude and latitude."""
        return [scene.footprint for scene in self.scenes]

    @property
    def reader(self) -> BlockReader:
        """Return the BlockReader of the scenes: tiles of one pass are one observation."""
        by_pass: dict[tuple[str, str], list[SceneSource]] = {}
        for source in self.sources:
            by_pass.setdefault(source.rasters.scene.acquisition, []).append(source)
        return BlockReader(
            grid=self.grid,
            bands=self.wanted.bands,
            acquisitions=tuple(map(tuple, by_pass.values())),
            days=np.array([self._day_of(sources[0].rasters.scene) for sources in by_pass.values()], np.int16),
            mask=self.wanted.mask,
            outline=self.outline,
            counted=self.counted,
            all_touched=self._slips_between_centres(),
            min_observations=self.wanted.min_observations,
        )

    def only(self, keys: Collection[SceneKey], ranks: Mapping[SceneKey, int] = NO_RANKS) -> SceneStack:
        """Return the stack of some of the scenes, on the same grid.

        Parameters
        ----------
        keys
            Of the scenes; those that could not be opened are missing already.
        ranks
            Of those that are added only where there are too few observations.

        Raises
        ------
        UnreadableRasterError
            If none of them is open.
        """
        chosen = tuple(
            dataclasses.replace(source, rank=ranks.get(source.key, 0)) for source in self.sources if source.key in keys
        )
        if not chosen:
            raise UnreadableRasterError(f"None of the {len(keys)} scenes can be read.", "See the warnings above.")
        return dataclasses.replace(self, sources=chosen)

    def without(self, keys: Collection[SceneKey]) -> SceneStack:
        """Return the stack without some of the scenes; it may be empty."""
        return dataclasses.replace(self, sources=tuple(source for source in self.sources if source.key not in keys))

    def _day_of(self, scene: Scene) -> int:
        """Return the mean solar day of a scene at the ground's centre, as days since 1970-01-01."""
        return (local_solar_time(scene.datetime, self.longitude).date() - EPOCH).days

    def _slips_between_centres(self) -> bool:
        """Tell whether the outline contains no pixel's centre: then it takes every pixel that it touches."""
        if self.outline is None or self.grid.shape[0] * self.grid.shape[1] > SLIPPING_PIXELS:
            return False
        return not pixels_inside(self.outline, self.grid.shape, self.grid.transform).any()


def open_stack(
    scenes: Sequence[Scene],
    area: Area | None,
    wanted: StackWanted,
    report: Report,
    ranks: Mapping[SceneKey, int] = NO_RANKS,
) -> SceneStack:
    """Open scenes, and return them on the grid that is wanted.

    Parameters
    ----------
    scenes
        Those that touch the area, in time order.
    area
        None: the ground of the scenes' footprints.
    ranks
        Of those that are added only where there are too few observations, from 1 on.

    Raises
    ------
    UnreadableRasterError
        If no scene can be opened; a single bad one is left out with a warning.
    NoOverlapError
        If whole tiles are wanted, and their rasters do not meet the area.
    """
    rasters.close_files()  # what an earlier job of this process has read may have been replaced
    opened = open_scenes(scenes, wanted.bands, wanted.mask.needs_scl, wanted.offset, report)
    grids = [scene.ground_grid for scene in opened]
    centre = (area or area_of_footprints([files.scene.footprint for files in opened])).centre
    given = wanted.grid.given
    crs = choose_crs(wanted.grid.crs, grids, centre) if given is None or given.crs is None else given.crs
    ground_of = functools.cache(functools.partial(_ground_of, str(crs)))  # a tile's scenes share their grid
    outline = _outline(opened, area, wanted.grid.whole_tiles, str(crs), ground_of)
    grid = _grid_on(outline, crs, opened, wanted.grid) if given is None else given
    density_of = functools.cache(functools.partial(source_density, grid))
    sources = tuple(
        SceneSource(
            files, ground_of(files.ground_grid), max(map(density_of, files.grids)), ranks.get(files.scene.key, 0)
        )
        for files in opened
    )
    cut_to = outline if area and wanted.clip else None
    return SceneStack(wanted, grid, sources, cut_to, cut_to if area else outline, centre[0])


def _ground_of(crs: str, raster: GeoBox) -> BaseGeometry:
    """Return the ground that a source raster covers, in the output's CRS."""
    return transform_geometry(shapely.box(*raster.boundingbox), str(raster.crs), crs)


def _outline(
    opened: Sequence[SceneRasters],
    area: Area | None,
    whole_tiles: bool,
    crs: str,
    ground_of: Callable[[GeoBox], BaseGeometry],
) -> BaseGeometry:
    """Return the ground of a stack in the output's CRS: the area, the scenes' rasters, or their footprints."""
    outline = transform_geometry(area.original, area.crs, crs) if area else None
    if whole_tiles:
        tiles = shapely.union_all([ground_of(grid) for grid in {files.ground_grid for files in opened}])
        return tiles if outline is None else _part_in(tiles, outline)
    return _union(opened, crs, ground_of) if outline is None else outline


def _union(opened: Sequence[SceneRasters], crs: str, ground_of: Callable[[GeoBox], BaseGeometry]) -> BaseGeometry:
    """Return the union of the footprints in the output's CRS, no farther than the rasters reach.

    A footprint's vertices are moved, not its edges: they are the straight edges of a tile, or of a swath in it.
    """
    parts = []
    for files in opened:
        moved = transform_geometry(split(unwrap(files.scene.footprint)), LONLAT, crs, densify=0)
        parts.append(shapely.make_valid(moved).intersection(ground_of(files.ground_grid)))
    return shapely.union_all(parts)


def _part_in(tiles: BaseGeometry, outline: BaseGeometry) -> BaseGeometry:
    """Return the part of an area that lies in the tiles."""
    part = outline.intersection(tiles)
    if part.area == 0:
        raise NoOverlapError("The scenes' rasters do not meet the area of interest.", "Are their footprints right?")
    return part


def _grid_on(outline: BaseGeometry, crs: CRS, opened: Sequence[SceneRasters], wanted: GridWanted) -> GeoBox:
    """Return the grid that covers an outline, on the lattice of the scenes' pixels where they have the same CRS."""
    resolution = wanted.resolution_m
    if not resolution:
        finest = min(abs(file.grid.resolution.x) for files in opened for file in files.bands.values())
        resolution = max(finest, longer_side(outline) / wanted.longer_side_px)
    return result_grid(outline, crs, [files.ground_grid for files in opened], resolution)
