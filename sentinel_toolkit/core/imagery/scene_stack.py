"""A stack of scenes on one grid: opened once, read block by block as (time, band, y, x)."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import functools

import numpy as np
import shapely

from sentinel_toolkit.contract.errors import NoOverlapError, UnreadableRasterError
from sentinel_toolkit.core.dates.solar import local_solar_time
from sentinel_toolkit.core.geo.area import LONLAT, area_from_wkt, area_of_footprints, split, unwrap
from sentinel_toolkit.core.geo.grid import blocks, choose_crs, longer_side, result_grid, transform_geometry
from sentinel_toolkit.core.imagery.block_plan import make_plan
from sentinel_toolkit.core.imagery.block_reader import BlockReader, Source
from sentinel_toolkit.core.imagery.block_threads import REMOTE_READERS, BlockThreads, default_threads
from sentinel_toolkit.core.imagery.scene_opening import all_bad, open_scenes, scenes_near
from sentinel_toolkit.core.pixels.sampling import source_density
from sentinel_toolkit.core.pixels.scl import valid_table
from sentinel_toolkit.core.rasters import files as rasters
from sentinel_toolkit.core.rasters.outline import pixels_inside

EPOCH = datetime.date(1970, 1, 1)


class SceneStack:
    """The scenes of a request, opened, on the request's grid.

    Parameters
    ----------
    request : ImageryRequest
    scenes : list of Scene
    report : Report
    bands : tuple of str, optional
        To read, where more are needed than the request's.
    planes : int, optional
        Of one observation that are in memory at a time; by default the bands.
    ranks : dict, optional
        Scene key → rank of those that are added only where there are too few observations.
    runner : optional
        What runs the blocks: ``run(function, reader, todo, report)`` and ``threads``; by default threads of this
        process.
    grid : GeoBox, optional
        The output grid, where an earlier result decides.
    whole_tiles : bool
        The grid covers the scenes' rasters (inside the area, where there is one), whatever part of them was observed.
    longer_side_px : int
        If not 0, the resolution is not the request's, but the one that makes the area as many pixels long; it is never
        finer than the finest band's.

    Attributes
    ----------
    grid : GeoBox
        The output grid.
    reasons : dict
        Scene id → why its offset.

    Raises
    ------
    NoOverlapError
        If no scene touches the area.
    UnreadableRasterError
        If no scene can be opened; a single bad one is left out with a warning.
    """

    def __init__(
        self,
        request,
        scenes,
        report,
        bands=None,
        planes=0,
        ranks=None,
        runner=None,
        grid=None,
        whole_tiles=False,
        longer_side_px=0,
    ):
        self._request = request
        self.bands = bands or request.bands
        self._planes = planes or len(self.bands)
        self._report = report
        self._used = set()
        area = area_from_wkt(request.aoi_wkt, request.aoi_crs) if request.aoi_wkt else None
        if area is not None:
            scenes = scenes_near(scenes, area)
        self._runner = runner or BlockThreads(request.threads or default_threads())
        rasters.close_files()  # what an earlier job of this process has read may have been replaced
        opened, self.reasons = open_scenes(request, scenes, self.bands, report)
        grids = [scene.ground_grid for scene in opened]
        self._opened = opened
        centre = (area or area_of_footprints(self.footprints)).centre
        self._longitude = centre[0]
        self._crs = grid.crs if grid else choose_crs(request.crs, grids, centre)
        outline_of = functools.cache(self._outline_of)  # a tile's scenes share their grid
        outline = transform_geometry(area.original, area.crs, str(self._crs)) if area else None
        if whole_tiles:
            tiles = shapely.union_all([outline_of(grid) for grid in set(grids)])
            outline = tiles if outline is None else _part_in(tiles, outline)
        elif outline is None:
            outline = self._union(opened, outline_of)
        finest = min(abs(file.grid.resolution.x) for scene in opened for file in scene.bands.values())
        resolution = max(finest, longer_side(outline) / longer_side_px) if longer_side_px else request.resolution_m
        self.grid = grid or result_grid(outline, self._crs, grids, resolution)
        self._outline = outline if area and request.clip else None
        self._counted = self._outline if area else outline  # what VALID_PERCENT is a percentage of
        density_of = functools.cache(lambda source: source_density(self.grid, source))
        self._sources = tuple(
            Source(
                scene,
                outline_of(grid),
                max(map(density_of, scene.grids)),
                (ranks or {}).get(scene.scene.key, 0),
            )
            for scene, grid in zip(opened, grids, strict=True)
        )

    def _outline_of(self, source):
        """Return the ground that a source raster covers, in the output's CRS."""
        return transform_geometry(shapely.box(*source.boundingbox), str(source.crs), str(self._crs))

    def _union(self, opened, outline_of):
        """Return the union of the footprints in the output's CRS, no farther than the rasters reach.

        A footprint's vertices are moved, not its edges: they are the straight edges of a tile, or of a swath in it.
        """
        parts = []
        for scene in opened:
            moved = transform_geometry(split(unwrap(scene.scene.footprint)), LONLAT, str(self._crs), densify=0)
            parts.append(shapely.make_valid(moved).intersection(outline_of(scene.ground_grid)))
        return shapely.union_all(parts)

    def _meets_a_pixel_centre(self):
        """Tell whether the AOI contains a pixel's centre; one that slips between them takes every pixel it touches."""
        if self.grid.shape[0] * self.grid.shape[1] > 10_000:
            return True
        return bool(pixels_inside(self._outline, self.grid.shape, self.grid.transform).any())

    @property
    def counted(self):
        """Return what shares are shares of, in the grid's CRS: the area, or the union of the footprints; None: all."""
        return self._counted

    @property
    def footprints(self):
        """Return the scenes' footprints, in longitude and latitude."""
        return [scene.footprint for scene in self.scenes]

    @property
    def scenes(self):
        """Return the scenes that are open, in time order."""
        return [scene.scene for scene in self._opened]

    @property
    def contributed(self):
        """Return the scenes that gave at least one usable pixel so far, in time order."""
        return [scene for scene in self.scenes if scene.key in self._used]

    @property
    def reader(self):
        """Return the BlockReader of the scenes that are open: tiles of one pass are one observation."""
        by_pass = {}
        for source in self._sources:
            by_pass.setdefault(source.rasters.scene.acquisition, []).append(source)
        request = self._request
        return BlockReader(
            grid=self.grid,
            bands=self.bands,
            acquisitions=tuple(map(tuple, by_pass.values())),
            days=np.array([self._day_of(sources[0].rasters.scene) for sources in by_pass.values()], np.int16),
            valid_table=valid_table(request.mask_classes),
            grow_m=request.grow_mask_m,
            erode_m=request.erode_edge_m,
            outline=self._outline,
            counted=self._counted,
            all_touched=self._outline is not None and not self._meets_a_pixel_centre(),
            min_observations=getattr(request, "min_observations", 0),
        )

    def _day_of(self, scene):
        """Return the mean solar day of a scene at the area's centre, as days since 1970-01-01."""
        return (local_solar_time(scene.datetime, self._longitude).date() - EPOCH).days

    def plan(self):
        """Return the Plan that keeps all blocks in work together within the memory limit."""
        reader = self.reader
        return make_plan(
            self.grid,
            self._sources,
            self._planes,
            len(reader.acquisitions),
            self._runner.threads,
            self._request.memory_limit_mb,
            REMOTE_READERS if reader.is_remote else 1,
        )

    def process(self, function, write):
        """Apply a function to the observations of every block and write what it returns, in this thread.

        A scene that turns out to be damaged is left out altogether, with a warning, and the blocks it touches are made
        again: no result depends on where in the file the damage is.

        Parameters
        ----------
        function : callable
            Observations → anything.
        write : callable
            (row, column, anything); may be called again for a block.
        """
        plan = self.plan()
        self._runner.threads = plan.threads
        everything = list(blocks(self.grid, plan.shape, plan.phase))
        todo = everything
        try:
            while todo:
                self._report.note(
                    f"Blocks: {len(todo)}, of at most {plan.shape[1]} × {plan.shape[0]} pixels; threads: {plan.threads}"
                )
                bad = {}
                for place, made in self._runner.run(function, self.reader, todo, self._report):
                    bad |= made.damaged
                    self._used |= made.contributed
                    write(*place, made.result)
                ground = self._leave_out(bad)
                todo = [entry for entry in everything if shapely.box(*entry[2].boundingbox).intersects(ground)]
        finally:
            rasters.close_files()

    @property
    def keys(self):
        """Return the keys of the scenes that are open."""
        return {source.key for source in self._sources}

    def only(self, keys, ranks, report):
        """Return the stack of some of the scenes on the same grid, for a job of its own.

        Parameters
        ----------
        keys : set
            Of the scenes; those that could not be opened are missing already.
        ranks : dict
            Scene key → rank.
        report : Report

        Raises
        ------
        UnreadableRasterError
            If none of them could be opened.
        """
        part = copy.copy(self)
        part.restrict(keys, ranks, report)
        return part

    def restrict(self, keys, ranks, report):
        """Forget all other scenes, and what was counted so far; see ``only``."""
        self._report, self._used = report, set()
        self.reasons = dict(self.reasons)
        self._sources = tuple(
            dataclasses.replace(source, rank=ranks.get(source.key, 0)) for source in self._sources if source.key in keys
        )
        self._opened = [source.rasters for source in self._sources]
        if not self._sources:
            raise UnreadableRasterError(f"None of the {len(keys)} scenes can be read.", "See the warnings above.")

    def _leave_out(self, bad):
        """Leave out the scenes that turned out to be damaged (key → message), and return the ground they cover."""
        damaged = [source for source in self._sources if source.key in bad]
        for source in damaged:
            self._report.warning(f"Skipped: {source.rasters.scene.id}: {bad[source.key]}")
            self.reasons.pop(source.rasters.scene.id, None)
        self._used -= bad.keys()
        self._sources = tuple(source for source in self._sources if source.key not in bad)
        self._opened = [source.rasters for source in self._sources]
        if not self._sources:
            raise all_bad(list(bad.values()))
        return shapely.union_all([source.outline for source in damaged])


def _part_in(tiles, outline):
    """Return the part of an area that lies in the tiles."""
    part = outline.intersection(tiles)
    if part.area == 0:
        raise NoOverlapError("The scenes' rasters do not meet the area of interest.", "Are their footprints right?")
    return part
