"""A stack of scenes on one grid: opened once, read block by block as (time, band, y, x)."""

from __future__ import annotations

import copy
import dataclasses
import functools
from concurrent.futures import ThreadPoolExecutor

import shapely

from sentinel_toolkit.contract.errors import NoOverlapError, UnreadableRasterError
from sentinel_toolkit.core.io import hrefs, rasters
from sentinel_toolkit.core.io.block_plan import make_plan
from sentinel_toolkit.core.io.block_reader import BlockReader, Source
from sentinel_toolkit.core.io.block_threads import REMOTE_READERS, BlockThreads, default_threads
from sentinel_toolkit.core.io.outline import pixels_inside
from sentinel_toolkit.core.science.area import LONLAT, area_from_wkt, area_of_footprints, split, unwrap
from sentinel_toolkit.core.science.grid import blocks, choose_crs, result_grid, transform_geometry
from sentinel_toolkit.core.science.reflectance import describe_offset
from sentinel_toolkit.core.science.sampling import source_density
from sentinel_toolkit.core.science.scl import valid_table


class SceneStack:
    """The scenes of a request, opened, on the request's grid.

    Parameters
    ----------
    request : ImageryRequest
    scenes : list of Scene
    report : Report
    bands : tuple of str, optional
        To read, where more are needed than the request's.
    ranks : dict, optional
        Scene key → rank of those that are added only where there are too few observations.
    runner : optional
        What runs the blocks: ``run(function, reader, todo, report)`` and ``threads``; by default threads of this
        process.
    whole_tiles : bool
        The grid covers the scenes' rasters (inside the area, where there is one), whatever part of them was observed.

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

    def __init__(self, request, scenes, report, bands=None, ranks=None, runner=None, whole_tiles=False):
        self._request = request
        self.bands = bands or request.bands
        self._report = report
        self.reasons = {}
        self._used = set()
        area = area_from_wkt(request.aoi_wkt, request.aoi_crs) if request.aoi_wkt else None
        if area is not None:
            scenes = scenes_near(scenes, area)
        is_remote = _are_remote(scenes, self.bands)
        self._runner = runner or BlockThreads(request.threads or default_threads())
        rasters.close_files()  # what an earlier job of this process has read may have been replaced
        opened = self._open(scenes, REMOTE_READERS if is_remote else default_threads())
        grids = [scene.ground_grid for scene in opened]
        self._opened = opened
        centre = (area or area_of_footprints(self.footprints)).centre
        self._crs = choose_crs(request.crs, grids, centre)
        outline_of = functools.cache(self._outline_of)  # a tile's scenes share their grid
        outline = transform_geometry(area.original, area.crs, str(self._crs)) if area else None
        if whole_tiles:
            tiles = shapely.union_all([outline_of(grid) for grid in set(grids)])
            outline = tiles if outline is None else _part_in(tiles, outline)
        elif outline is None:
            outline = self._union(opened, outline_of)
        self.grid = result_grid(outline, self._crs, grids, request.resolution_m)
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

    def _open(self, scenes, threads):
        """Open all scenes at once, leaving out the bad ones with a warning."""
        opened, problems = [], []
        with_scl = self._request.mask_classes != ("none",)

        def attempt(scene):
            self._report.checkpoint()
            with rasters.environment():
                return rasters.open_scene(scene, self.bands, with_scl, self._request.offset)

        with ThreadPoolExecutor(threads) as pool:
            futures = [pool.submit(attempt, scene) for scene in scenes]
            for done, (scene, future) in enumerate(zip(scenes, futures, strict=True)):
                self._report.progress(0.1 * done / len(scenes), "Opening scenes")
                try:
                    files, reason = future.result()
                except UnreadableRasterError as error:
                    problems.append(error)
                    self._report.warning(f"Skipped: {error}")
                    continue
                self.reasons[scene.id] = describe_offset(files.offset_dn, reason)
                opened.append(files)
        if not opened:
            raise _all_bad(problems)
        return opened

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
            valid_table=valid_table(request.mask_classes),
            grow_m=request.grow_mask_m,
            erode_m=request.erode_edge_m,
            outline=self._outline,
            counted=self._counted,
            all_touched=self._outline is not None and not self._meets_a_pixel_centre(),
            min_observations=getattr(request, "min_observations", 0),
        )

    def plan(self):
        """Return the Plan that keeps all blocks in work together within the memory limit."""
        return make_plan(
            self.grid,
            self._sources,
            len(self.bands),
            len(self.reader.acquisitions),
            self._runner.threads,
            self._request.memory_limit_mb,
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
        everything = list(blocks(self.grid, plan.side, plan.phase))
        todo = everything
        try:
            while todo:
                self._report.note(
                    f"Blocks: {len(todo)}, of at most {plan.side} × {plan.side} pixels; threads: {plan.threads}"
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
            raise _all_bad(list(bad.values()))
        return shapely.union_all([source.outline for source in damaged])


def scenes_near(scenes, area):
    """Return the scenes whose footprints touch the area.

    Raises
    ------
    NoOverlapError
        If none does.
    """
    near = [scene for scene in scenes if area.percent_inside(scene.footprint) > 0]
    if not near:
        raise NoOverlapError(
            f"None of the {len(scenes)} scenes touches the area of interest.",
            "Check the layer's CRS, or search scenes for this area.",
        )
    return near


def _part_in(tiles, outline):
    """Return the part of an area that lies in the tiles."""
    part = outline.intersection(tiles)
    if part.area == 0:
        raise NoOverlapError("The scenes' rasters do not meet the area of interest.", "Are their footprints right?")
    return part


def _all_bad(problems):
    return UnreadableRasterError(f"None of the {len(problems)} scenes can be read. {problems[0]}", "")


def _are_remote(scenes, bands):
    needed = [scene.assets[band] for scene in scenes for band in bands if band in scene.assets]
    return any(hrefs.is_remote(asset.href) for asset in needed)
