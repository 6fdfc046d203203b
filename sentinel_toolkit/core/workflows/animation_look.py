"""How an animation looks: one scale of colours for all pages, the words on them, and the line on top."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.animation import NdviAnimationRequest
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.requests import AreaOfInterest
from sentinel_toolkit.core.animation.formats.writer import shortest_ms
from sentinel_toolkit.core.animation.map_statistics import MapStatistics
from sentinel_toolkit.core.animation.page.painter import Look
from sentinel_toolkit.core.dates.moments import Moment
from sentinel_toolkit.core.drawing.colour_ramps import colours_of
from sentinel_toolkit.core.drawing.lettering import undrawable
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.pixels.quantities import Quantity, quantity_of
from sentinel_toolkit.core.results.provenance import credit
from sentinel_toolkit.core.results.style import colours_range
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.series.index_series import IndexSeries

PLATFORMS = {"sentinel-2": "Sentinel-2", "sentinel-3": "Sentinel-3"}


class Kept(NamedTuple):
    """A date that is shown: its map lies in the store, at the same place as this in the list."""

    moment: Moment
    statistics: MapStatistics
    scenes: list[Scene]


def check_look(request: NdviAnimationRequest, report: Report) -> None:
    """Refuse colours that are none before any work, and say what will not look as asked."""
    asked = _asked(request)
    colours_of(asked.ramp, 2)
    if asked.low is not None and asked.high is not None and asked.low >= asked.high:
        raise InvalidRequestError(
            f"The colours would run from {asked.low:g} to {asked.high:g}.",
            f"{asked.name} has its own range: give MIN and MAX.",
        )
    if missing := undrawable(request.title):
        report.warning(f"No font of this computer can draw {missing!r} of the title: left out.")
    if request.frame_ms < (shortest := shortest_ms(request.output)):
        report.warning(f"FRAME_MS is {request.frame_ms}; {Path(request.output).suffix} shows a page {shortest} ms.")


def look_of(
    request: NdviAnimationRequest, series: IndexSeries, kept: Sequence[Kept], samples: NDArray[np.float32]
) -> Look:
    """Return what all pages have in common: one scale of colours, and the words."""
    quantity = _asked(request)
    low, high = colours_range(quantity, samples)
    scenes = [scene for date in kept for scene in date.scenes]
    return Look(
        title=request.title or _title(request, scenes),
        label=f"{quantity.name} [{series.unit}]" if series.unit else quantity.name,
        low=low,
        high=high,
        ramp=quantity.ramp,
        width=request.width,
        height=request.height,
        grid=series.grid,
        legend=request.legend,
        scale_bar=request.scale_bar,
        north_arrow=request.north_arrow,
        date=request.date,
        credit=credit(scenes),
        boundary=_boundary(request, series),
        below=min(date.statistics.low for date in kept) < low,
        above=max(date.statistics.high for date in kept) > high,
    )


def _asked(request: NdviAnimationRequest) -> Quantity:
    """Return the quantity with the colours that the user gave in place of its own."""
    given = {"low": request.low, "high": request.high, "ramp": request.ramp or None}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return dataclasses.replace(quantity_of(request.quantity), **changes)


def _title(request: NdviAnimationRequest, scenes: Iterable[Scene]) -> str:
    """Return a title where the user gave none: the quantity, and whose it is."""
    families = {PLATFORMS.get(scene.platform[:10]) for scene in scenes}
    family = families.pop() if len(families) == 1 else None
    return f"{request.quantity}, {family}" if family else request.quantity


def _boundary(request: NdviAnimationRequest, series: IndexSeries) -> BaseGeometry | None:
    """Return the line on top in the map's CRS: the layer that was given, else the area; None where there is none."""
    drawn = AreaOfInterest(request.boundary_wkt, request.boundary_crs) if request.boundary_wkt else None
    area = Area.of(drawn) if drawn else series.area
    return transform_geometry(area.original, area.crs, str(series.grid.crs)) if area else None
