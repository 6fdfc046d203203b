"""The observations on one block of the output: what threads here and workers elsewhere do alike."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.imagery.scene_rasters import SceneRasters
from sentinel_toolkit.core.pixels.encoding import encode_points, keep_usable
from sentinel_toolkit.core.pixels.reflectance import QUANTIFICATION
from sentinel_toolkit.core.pixels.sampling import Sampler, mean_of_points, sampling_factor
from sentinel_toolkit.core.pixels.scl import erode_edges, grow_mask, valid_table
from sentinel_toolkit.core.pixels.temporal import NODATA
from sentinel_toolkit.core.rasters import files as rasters
from sentinel_toolkit.core.rasters.outline import pixels_inside
from sentinel_toolkit.core.scenes.scene import SceneKey
from sentinel_toolkit.core.services import hrefs

Checkpoint = Callable[[], None]  # called between files; may raise to stop
Concurrently = Callable[..., Iterable[Any]]  # what ``map`` does; a pool's map reads several passes at once
_KEPT = threading.local()


def never_stop() -> None:
    """Be the Checkpoint of who is asked nothing."""


@dataclass(frozen=True)
class Mask:
    """What of a scene is not used."""

    classes: tuple[str, ...]
    """Names of SCL classes; ``none`` alone: nothing is masked."""
    grow_m: float = 0.0
    """As far around their pixels nothing is used."""
    erode_m: float = 0.0
    """As much is taken off where a swath ends."""

    @property
    def needs_scl(self) -> bool:
        """Tell whether the scene classification has to be read."""
        return self.classes != ("none",)

    @functools.cached_property
    def valid_table(self) -> NDArray[np.bool_]:
        """Return which classes are usable, shape (256,)."""
        return valid_table(self.classes)


@dataclass(frozen=True)
class SceneSource:
    """A scene as blocks see it."""

    rasters: SceneRasters
    outline: BaseGeometry
    """Its ground in the output's CRS."""
    density: float
    """Its pixels along the side of an output pixel."""
    rank: int = 0
    """0: always used; else the order in which it may be added where there are too few observations."""

    @property
    def factor(self) -> int:
        """Return the sample points per pixel side."""
        return sampling_factor(self.density)

    @property
    def key(self) -> SceneKey:
        """Return what tells scenes apart."""
        return self.rasters.scene.key


class Observations(NamedTuple):
    """What a block holds."""

    stack: NDArray[np.int16]
    """Shape (time, band, y, x): reflectance x 10000; -32768 where masked, empty or outside the AOI. Tiles of one pass
    fill one slot, the first one (by time and name) wins, and no pixel mixes two. Overwritten by the thread's next
    block.
    """
    days: NDArray[np.int16]
    """Shape (time,): of each observation, mean solar days at the area's centre since 1970-01-01."""
    inside: NDArray[np.bool_]
    """Shape (y, x): which pixels belong to the area: the AOI, the extent, or else the union of the footprints."""
    contributed: set[SceneKey]
    """The scenes that gave at least one pixel."""
    damaged: dict[SceneKey, str]
    """The message of each scene that could not be read here."""


@dataclass(frozen=True)
class BlockReader:
    """Reads blocks of one job; everything it needs travels with it to other processes."""

    grid: GeoBox
    """The output's."""
    bands: tuple[str, ...]
    acquisitions: tuple[tuple[SceneSource, ...], ...]
    """What each pass gave, in time order."""
    days: NDArray[np.int16] = field(compare=False)
    """Their mean solar days since 1970-01-01; shape (time,)."""
    mask: Mask
    outline: BaseGeometry | None
    """What pixels are cut to, in the output's CRS; None: nothing."""
    counted: BaseGeometry | None
    """What they are a share of, in the output's CRS; None: all."""
    all_touched: bool
    """Every pixel that the outline touches is taken."""
    min_observations: int = 0
    """Of a pixel, below which scenes that have a rank are added."""

    @property
    def is_remote(self) -> bool:
        """Tell whether some scenes lie on a server."""
        sources = (source for sources in self.acquisitions for source in sources)
        return any(hrefs.is_remote(file.href) for source in sources for file in source.rasters.bands.values())

    def read(
        self, block: GeoBox, concurrently: Concurrently = map, checkpoint: Checkpoint = never_stop
    ) -> Observations:
        """Return the Observations on a block."""
        inside = pixels_inside(self.outline, block.shape, block.transform, self.all_touched)
        ground = shapely.box(*block.boundingbox)
        near = [
            tuple(source for source in sources if source.outline.intersects(ground)) for sources in self.acquisitions
        ]
        if not inside.any():
            near = [() for _ in near]
        days = self.days[[bool(sources) for sources in near]]
        near = [sources for sources in near if sources]
        stack = _scratch((len(near), len(self.bands), *block.shape))
        stack.fill(NODATA)
        filling = _Filling(self, Sampler(block, self.grid), checkpoint, set(), {})
        list(concurrently(lambda slot, sources: filling.fill_slot(slot, sources, inside), stack, near))
        if self.min_observations:
            filling.add_where_few(stack, near, inside)
        counted = inside & pixels_inside(self.counted, block.shape, block.transform, self.all_touched)
        return Observations(stack, days, counted, filling.contributed, filling.damaged)


@dataclass(frozen=True)
class _Filling:
    """The work on one block; sets and dicts only grow, by single operations, from several threads."""

    reader: BlockReader
    sampler: Sampler
    checkpoint: Checkpoint
    contributed: set[SceneKey]
    damaged: dict[SceneKey, str]

    def fill_slot(self, slot: NDArray[np.int16], sources: Sequence[SceneSource], inside: NDArray[np.bool_]) -> None:
        """Fill the slot (band, y, x) of a pass with the tiles that are always used."""
        free = inside
        for source in sources:
            if source.rank == 0:
                self._fill(slot, source, free)
                free = inside & _is_free(slot) if source is not sources[-1] else free

    def add_where_few(
        self, stack: NDArray[np.int16], near: Sequence[Sequence[SceneSource]], inside: NDArray[np.bool_]
    ) -> None:
        """Add further scenes, best first, to pixels that have fewer observations than asked for."""
        further = sorted(
            ((source.rank, place, source) for place, sources in enumerate(near) for source in sources if source.rank),
            key=lambda entry: entry[:2],
        )
        counts = np.zeros(inside.shape, np.int16)
        for slot in stack:
            counts += ~_is_free(slot)
        for _, place, source in further:
            few = inside & (counts < self.reader.min_observations)
            if not few.any():
                return
            free = _is_free(stack[place])
            self._fill(stack[place], source, few & free)
            counts += free & ~_is_free(stack[place])

    def _fill(self, slot: NDArray[np.int16], source: SceneSource, wanted: NDArray[np.bool_]) -> None:
        """Put a scene's usable pixels where they are wanted; the slot is free there."""
        self.checkpoint()
        try:
            count = self._read(slot, source, wanted) if wanted.any() else 0
        except UnreadableRasterError as error:
            self.damaged[source.key] = str(error)
            return
        if count:
            self.contributed.add(source.key)

    def _read(self, slot: NDArray[np.int16], source: SceneSource, free: NDArray[np.bool_]) -> int:
        factor = source.factor
        wanted = self._usable_points(source, free)
        if wanted is None:
            return 0
        # A coarse pixel is the mean of its points, which need a place of their own first.
        layers = slot if factor == 1 else np.full((len(slot), *wanted.shape), NODATA, np.int16)
        samplings = {name: self.sampler.sample(file.grid, factor) for name, file in source.rasters.bands.items()}
        met = [(name, sampling) for name, sampling in samplings.items() if sampling]
        windows = rasters.read_windows(
            [source.rasters.bands[name] for name, _ in met], [sampling.window for _, sampling in met]
        )
        by_name, count = dict(zip(source.rasters.bands, layers, strict=True)), 0
        for (name, sampling), window in zip(met, windows, strict=True):
            scale = source.rasters.scene.assets[name].scale
            count += encode_points(
                window,
                sampling,
                wanted if sampling.inside is None else wanted & sampling.inside,
                source.rasters.offset_dn,
                round(1 / scale) if scale else QUANTIFICATION,
                by_name[name],
            )
        if factor > 1:
            means = np.stack([mean_of_points(layer, NODATA, factor) for layer in layers])
            slot[:, free] = means[:, free]
            count = int((means[:, free] != NODATA).sum())
        return count

    def _usable_points(self, source: SceneSource, free: NDArray[np.bool_]) -> NDArray[np.bool_] | None:
        """Return which sample points are usable, None if none is."""
        wanted = free if source.factor == 1 else np.repeat(np.repeat(free, source.factor, 0), source.factor, 1)
        scl = source.rasters.scl
        if scl is None:
            return wanted
        sampling = self.sampler.sample(scl.grid, source.factor)
        if sampling is None:
            return None
        wanted = wanted.copy() if sampling.inside is None else wanted & sampling.inside
        keep_usable(self._read_usable(scl, sampling.window), sampling, wanted)
        return wanted if wanted.any() else None

    def _read_usable(self, scl: rasters.RasterFile, window: tuple[int, int, int, int]) -> NDArray[np.bool_]:
        """Return the usable pixels of a window; masks grow on the SCL's own grid, with enough of its surroundings."""
        pixel_m = abs(scl.grid.resolution.x)  # the SCL of a product is always in metres (UTM)
        mask = self.reader.mask
        grow_px, erode_px = mask.grow_m / pixel_m, mask.erode_m / pixel_m
        halo = int(np.ceil(max(grow_px, erode_px)))
        height, width = scl.grid.shape
        top, bottom, left, right = window
        wide = max(0, top - halo), min(height, bottom + halo), max(0, left - halo), min(width, right + halo)
        classes = _classes(scl, wide)
        usable = erode_edges(grow_mask(mask.valid_table[classes], grow_px), classes, erode_px)
        return usable[top - wide[0] : bottom - wide[0], left - wide[2] : right - wide[2]]


def _scratch(shape: tuple[int, ...]) -> NDArray[np.int16]:
    """Return an array in memory that this thread keeps: the system takes longer to give it than we to fill it."""
    size = int(np.prod(shape))
    if getattr(_KEPT, "array", None) is None or _KEPT.array.size < size:
        _KEPT.array = None  # the old one goes first
        _KEPT.array = np.empty(size, np.int16)
    return _KEPT.array[:size].reshape(shape)


def _is_free(slot: NDArray[np.int16]) -> NDArray[np.bool_]:
    return (slot == NODATA).all(0)


def _classes(scl: rasters.RasterFile, window: tuple[int, int, int, int]) -> NDArray[np.uint8]:
    """Return the classes of a window, fit to index a table of 256: some copies hold them in wider types."""
    values = rasters.read_window(scl, window)
    return values if values.dtype == np.uint8 else np.clip(values, 0, 255).astype(np.uint8)
