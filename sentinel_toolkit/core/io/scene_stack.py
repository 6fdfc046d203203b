"""A stack of scenes on one grid: opened once, read block by block as (time, band, y, x)."""

from __future__ import annotations

import collections
import datetime
import functools
import math
import os
import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

import numpy as np
import shapely

from sentinel_toolkit.contract.errors import NoOverlapError, UnreadableRasterError
from sentinel_toolkit.core.io import hrefs, rasters
from sentinel_toolkit.core.io.outline import pixels_inside
from sentinel_toolkit.core.science.area import LONLAT, area_from_wkt, area_of_footprints, split, unwrap
from sentinel_toolkit.core.science.grid import blocks, choose_crs, result_grid, transform_geometry
from sentinel_toolkit.core.science.reflectance import describe_offset
from sentinel_toolkit.core.science.sampling import Sampler, sampling_factor, source_density
from sentinel_toolkit.core.science.scl import valid_table
from sentinel_toolkit.core.science.temporal import NODATA

BASE_MB = 400  # what Python, GDAL and the compiled kernels take before the first block
# Bytes of one sample point while a scene is read, measured: in the scenes' own CRS; in another, where every point has
# coordinates, indices into each of the scene's grids, and the temporary arrays of the transformation.
BYTES_PER_POINT, BYTES_PER_TRANSFORMED_POINT = 32, 160
BYTES_PER_SOURCE_PIXEL = 6  # the window as stored, and the classification beside it
MIN_BLOCK, MAX_BLOCK = 8, 2048  # pixels; multiples of the former
THREADS_PER_CORE_REMOTE = 4  # a remote read mostly waits
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
WAIT_S = 0.1  # between looks at the cancel flag


class SceneStack:
    """The scenes of a request, opened, on the request's grid.

    Parameters
    ----------
    request : ImageryRequest
    scenes : list of Scene
    report : Report
    bands : tuple of str, optional
        To read, where more are needed than the request's.

    Attributes
    ----------
    grid : GeoBox
        The output grid.
    reasons : dict
        Scene id → why its offset.
    contributed : dict
        Scene id → Scene, of those that gave at least one usable pixel so far.

    Raises
    ------
    NoOverlapError
        If no scene touches the area.
    UnreadableRasterError
        If no scene can be opened; a single bad one is left out with a warning.
    """

    def __init__(self, request, scenes, report, bands=None):
        self._request = request
        self.bands = bands or request.bands
        self._report = report
        self._with_scl = request.mask_classes != ("none",)
        self._valid_table = valid_table(request.mask_classes)
        self._lock = threading.Lock()
        self._bad = {}
        self.reasons = {}
        self.contributed = {}
        area = area_from_wkt(request.aoi_wkt, request.aoi_crs) if request.aoi_wkt else None
        if area is not None:
            scenes = _near(scenes, area)
        self.threads = request.threads or _default_threads(scenes, self.bands)
        self._scenes = self._open(scenes)
        grids = [_ground_grid(scene) for scene in self._scenes]
        centre = (area or area_of_footprints(self.footprints)).centre
        self._crs = choose_crs(request.crs, grids, centre)
        outline_of = functools.cache(self._outline_of)  # a tile's scenes share their grid
        self._outlines = {id(scene): outline_of(grid) for scene, grid in zip(self._scenes, grids, strict=True)}
        outline = transform_geometry(area.original, area.crs, str(self._crs)) if area else self._union_of_footprints()
        self.grid = result_grid(outline, self._crs, grids, request.resolution_m)
        self._outline = outline if area and request.clip else None
        self._counted = self._outline if area else outline  # what VALID_PERCENT is a percentage of
        self._all_touched = self._outline is not None and not self._meets_a_pixel_centre()
        density = functools.cache(lambda source: source_density(self.grid, source))
        self._densities = {id(scene): max(map(density, scene.grids)) for scene in self._scenes}
        self._factors = {key: sampling_factor(density) for key, density in self._densities.items()}

    def _open(self, scenes):
        """Open all scenes at once, leaving out the bad ones with a warning."""
        opened, problems = [], []

        def attempt(scene):
            self._report.checkpoint()
            with rasters.environment():
                return rasters.open_scene(scene, self.bands, self._with_scl, self._request.offset)

        with ThreadPoolExecutor(self.threads) as pool:
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

    def _union_of_footprints(self):
        """Return the union of the footprints in the output's CRS, no farther than the rasters reach.

        A footprint's vertices are moved, not its edges: they are the straight edges of a tile, or of a swath in it.
        """
        parts = []
        for scene in self._scenes:
            moved = transform_geometry(split(unwrap(scene.scene.footprint)), LONLAT, str(self._crs), densify=0)
            parts.append(shapely.make_valid(moved).intersection(self._outlines[id(scene)]))
        return shapely.union_all(parts)

    def _meets_a_pixel_centre(self):
        """Tell whether the AOI contains a pixel's centre; one that slips between them takes every pixel it touches."""
        if self.grid.shape[0] * self.grid.shape[1] > 10_000:
            return True
        return bool(pixels_inside(self._outline, self.grid.shape, self.grid.transform).any())

    @property
    def footprints(self):
        """Return the scenes' footprints, in longitude and latitude."""
        return [scene.scene.footprint for scene in self._scenes]

    @property
    def scenes(self):
        """Return the scenes that are open, in time order."""
        return [scene.scene for scene in self._scenes]

    @property
    def acquisitions(self):
        """Return the scenes grouped by pass, in time order: tiles of one pass are one observation."""
        groups = collections.defaultdict(list)
        for scene in self._scenes:
            groups[scene.scene.acquisition].append(scene)
        return groups

    def plan(self):
        """Return (threads, block side in pixels) that keep all blocks in flight together within the memory limit."""
        budget = max(self._request.memory_limit_mb - BASE_MB, 64) * 1e6
        factor = max(self._factors.values())
        transformed = any(_ground_grid(scene).crs != self.grid.crs for scene in self._scenes)
        per_point = BYTES_PER_TRANSFORMED_POINT if transformed else BYTES_PER_POINT
        source_pixels = max(self._densities.values()) ** 2
        stack = 2 * len(self.bands) * (len(self.acquisitions) + 3)
        per_pixel = stack + per_point * factor**2 + BYTES_PER_SOURCE_PIXEL * source_pixels
        threads = max(1, min(self.threads, int(budget / (per_pixel * MIN_BLOCK**2))))
        side = int(math.sqrt(budget / threads / per_pixel)) // MIN_BLOCK * MIN_BLOCK
        return threads, min(max(side, MIN_BLOCK), MAX_BLOCK)

    def read(self, block):
        """Return the observations on a block.

        Parameters
        ----------
        block : GeoBox

        Returns
        -------
        stack : ndarray of int16, shape (time, band, y, x)
            Reflectance x 10000; -32768 where masked, empty or outside the AOI. Tiles of one pass fill one slot, the
            first one (by time and name) wins, and no pixel mixes two.
        days : ndarray of int16, shape (time,)
            Of each observation, days since 1970-01-01 (UTC).
        inside : ndarray of bool, shape (y, x)
            Which pixels belong to the area: the AOI, the extent, or else the union of the footprints.
        """
        inside = pixels_inside(self._outline, block.shape, block.transform, self._all_touched)
        ground = shapely.box(*block.boundingbox)
        near = [
            [scene for scene in scenes if self._outlines[id(scene)].intersects(ground)]
            for scenes in self.acquisitions.values()
        ]
        near = [scenes for scenes in near if scenes] if inside.any() else []
        stack = np.full((len(near), len(self.bands), *block.shape), NODATA, np.int16)
        sampler = Sampler(block)
        for slot, scenes in zip(stack, near, strict=True):
            for scene in scenes:
                self._report.checkpoint()
                self._fill(slot, scene, sampler, inside)
        days = np.array([(scenes[0].scene.datetime - EPOCH).days for scenes in near], np.int16)
        return stack, days, inside & pixels_inside(self._counted, block.shape, block.transform, self._all_touched)

    def _fill(self, slot, scene, sampler, inside):
        try:
            with rasters.environment():
                factor = self._factors[id(scene)]
                layer = rasters.read_block(scene, sampler, factor, self._valid_table, self._request.grow_mask_m)
        except UnreadableRasterError as error:
            with self._lock:
                self._bad[id(scene)] = error
            return
        if layer is None:
            return
        free = (slot == NODATA).all(0) & inside & (layer != NODATA).any(0)
        if free.any():
            slot[:, free] = layer[:, free]
            with self._lock:
                self.contributed[scene.scene.id] = scene.scene

    def process(self, function, write):
        """Apply a function to every block, in threads, and write what it returns, in this thread.

        A scene that turns out to be damaged is left out altogether, with a warning, and the blocks it touches are made
        again: no result depends on where in the file the damage is.

        Parameters
        ----------
        function : callable
            (stack, days, inside) → anything.
        write : callable
            (row, column, anything); may be called again for a block.
        """
        threads, side = self.plan()
        everything = list(blocks(self.grid, side))
        todo = everything
        while todo:
            self._report.note(f"Blocks: {len(todo)}, of at most {side} × {side} pixels; threads: {threads}")
            for row, column, result in self._map(function, todo, threads):
                write(row, column, result)
            ground = self._leave_out_damaged()
            todo = [entry for entry in everything if shapely.box(*entry[2].boundingbox).intersects(ground)]

    def _leave_out_damaged(self):
        """Leave the scenes out that turned out to be damaged, and return the ground they cover."""
        damaged = [scene for scene in self._scenes if id(scene) in self._bad]
        for scene in damaged:
            self._report.warning(f"Skipped: {scene.scene.id}: {self._bad[id(scene)]}")
            self.contributed.pop(scene.scene.id, None)
            self.reasons.pop(scene.scene.id, None)
        self._scenes = [scene for scene in self._scenes if scene not in damaged]
        if not self._scenes:
            raise _all_bad(list(self._bad.values()))
        return shapely.union_all([self._outlines[id(scene)] for scene in damaged])

    def _map(self, function, todo, threads):
        """Yield (row, column, result) as blocks are done; never more than one waits beside those being made."""
        entries = iter(todo)
        running = {}
        done_count = 0
        pool = ThreadPoolExecutor(threads)
        try:
            while True:
                while len(running) < threads and (entry := next(entries, None)):
                    running[pool.submit(lambda block: function(*self.read(block)), entry[2])] = entry[:2]
                if not running:
                    return
                for future in wait(running, timeout=WAIT_S, return_when=FIRST_COMPLETED).done:
                    row, column = running.pop(future)
                    yield row, column, future.result()
                    done_count += 1
                self._report.progress(0.1 + 0.8 * done_count / len(todo), "Reading and combining scenes")
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _ground_grid(scene):
    """Return the grid of a scene's first band."""
    return next(iter(scene.bands.values())).grid


def _near(scenes, area):
    near = [scene for scene in scenes if area.percent_inside(scene.footprint) > 0]
    if not near:
        raise NoOverlapError(
            f"None of the {len(scenes)} scenes touches the area of interest.",
            "Check the layer's CRS, or search scenes for this area.",
        )
    return near


def _all_bad(problems):
    return UnreadableRasterError(f"None of the {len(problems)} scenes can be read. {problems[0]}", "")


def _default_threads(scenes, bands):
    cores = os.cpu_count() or 1
    needed = [scene.assets[band] for scene in scenes for band in bands if band in scene.assets]
    are_remote = any(hrefs.is_remote(asset.href) for asset in needed)
    return cores * THREADS_PER_CORE_REMOTE if are_remote else cores
