"""A pass of Sentinel-3 on a grid: its frames joined, cut to the grid before anything is sorted, masked, resampled."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import NoOverlapError, UnreadableRasterError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.swaths.files import SwathWindow, find_window, read_swath
from sentinel_toolkit.core.swaths.gridding.flags import grow_cloud, is_cloudy
from sentinel_toolkit.core.swaths.gridding.grid import grid_swath, place, take_bilinear, take_nearest
from sentinel_toolkit.core.swaths.gridding.swath import Swath
from sentinel_toolkit.core.swaths.gridding.window import near_grid
from sentinel_toolkit.core.swaths.passes import Pass

# What does not depend on the sky, and codes, between which there is nothing.
SEEN_THROUGH_CLOUD = ("biome", "elevation", "view_zenith", "independent", "exception", "confidence", "cloud", "bayes")
CODES = ("biome", "independent", "exception", "confidence", "cloud", "bayes")
BY_DAY_ONLY = ("NDVI",)
Got = TypeVar("Got")


@dataclass(frozen=True)
class GriddedPass:
    """A pass on a grid."""

    values: NDArray[np.float32]
    """Shape (band, y, x), in physical units; NaN where nothing clear was measured."""
    is_day: bool
    scenes: tuple[Scene, ...]
    """Those frames that lie on the grid."""
    cloud_rule: str
    """How cloud was decided."""
    has_values: bool
    """Anything was measured, cloud or not."""


@dataclass(frozen=True)
class PassOptions:
    """How passes are read: as in ImportSentinel3Request."""

    variables: tuple[str, ...]
    resampling: str = "nearest"
    cloud_mask: str = "auto"
    grow_mask_px: float = 1.0
    shift_terrain: bool = False


def read_pass(overpass: Pass, grid: GeoBox, options: PassOptions, report: Report) -> GriddedPass:
    """Return a Pass on a grid.

    Parameters
    ----------
    report
        Frames that cannot be read are left out with a warning.

    Returns
    -------
    GriddedPass

    Raises
    ------
    UnreadableRasterError
        If no frame can be read.
    NoOverlapError
        If none has a pixel on the grid.
    """
    frames = _read_frames(overpass, grid, options, report)
    latitude, longitude = (np.concatenate([getattr(swath, name) for _, swath in frames]) for name in _PLACES)
    layers = {name: np.concatenate([swath.values[name] for _, swath in frames]) for name in options.variables}
    by_day = np.concatenate([swath.flags.confidence.has("day") for _, swath in frames])
    has_values = any(np.isfinite(layer).any() for layer in layers.values())
    rule = _mask(layers, frames, by_day, options)
    gridding = grid_swath(place(latitude, longitude, str(grid.crs)), grid, options.resampling == "bilinear")
    values = np.empty((len(options.variables), *grid.shape), np.float32)
    for target, (name, layer) in zip(values, layers.items(), strict=True):
        smooth = gridding.quads is not None and name not in CODES
        target[:] = take_bilinear(layer, gridding) if smooth else take_nearest(layer, gridding, np.nan)
    return GriddedPass(values, bool(by_day.mean() > 0.5), tuple(scene for scene, _ in frames), rule, has_values)


_PLACES = ("latitude", "longitude")


def _read_frames(overpass: Pass, grid: GeoBox, options: PassOptions, report: Report) -> list[tuple[Scene, Swath]]:
    """Return [(scene, Swath)] of the frames on the grid, all of the same columns."""
    near, around = near_grid(grid), math.ceil(options.grow_mask_px)  # cloud beyond the grid may grow into it
    windows: list[tuple[Scene, SwathWindow]] = []
    problems: list[UnreadableRasterError] = []
    for scene in overpass.scenes:
        report.checkpoint()
        window = _attempt(functools.partial(find_window, scene, near, around), problems, report)
        if window is not None:
            windows.append((scene, window))
    # Frames lie one below the other: each needs the columns of all.
    columns = slice(
        min((window[1].start for _, window in windows), default=0),
        max((window[1].stop for _, window in windows), default=0),
    )
    frames = []
    for scene, (rows, _) in windows:
        report.checkpoint()
        read = functools.partial(read_swath, scene, options.variables, (rows, columns), options.shift_terrain)
        swath = _attempt(read, problems, report)
        if swath is not None:
            frames.append((scene, swath))
            if swath.lost_rows:
                report.warning(
                    f"{scene.id}: {swath.lost_rows} of {len(swath.latitude)} rows lie impossibly far from the rows "
                    "around them: their places are wrong, and they are left out."
                )
    if len({swath.latitude.shape[1] for _, swath in frames}) > 1:
        raise UnreadableRasterError(f"The frames of {overpass.name} have different widths.", "Take one of them alone.")
    if frames:
        return frames
    if problems:
        raise UnreadableRasterError(f"{overpass.name} cannot be read. {problems[0].message}", problems[0].hint)
    raise NoOverlapError(
        f"{overpass.name} has no pixel in the area of interest.", "Check the area, or take other scenes."
    )


def _attempt(read: Callable[[], Got], problems: list[UnreadableRasterError], report: Report) -> Got | None:
    """Return what was read; None, and a warning, where it cannot be."""
    try:
        return read()
    except UnreadableRasterError as error:
        problems.append(error)
        report.warning(f"Skipped: {error}")
        return None


def _mask(
    layers: Mapping[str, NDArray[np.float32]],
    frames: Sequence[tuple[Scene, Swath]],
    by_day: NDArray[np.bool_],
    options: PassOptions,
) -> str:
    """Mask cloud, and what only the sun shows by night, in place; return how cloud was decided.

    Cloud grows on the joined frames, for it does not end where one of them does.
    """
    masks, reasons = zip(*(is_cloudy(swath.flags, options.cloud_mask) for _, swath in frames), strict=True)
    cloudy = grow_cloud(np.concatenate(masks), options.grow_mask_px)
    for name, values in layers.items():
        if name not in SEEN_THROUGH_CLOUD:
            values[cloudy] = np.nan
        if name in BY_DAY_ONLY:
            values[~by_day] = np.nan
    return reasons[0]
