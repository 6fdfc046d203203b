"""Where thermal sharpening takes its scenes from: those of INPUT, of a product, or of the best pair; or rasters."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import shapely
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest, file_of
from sentinel_toolkit.core.dates.iso import parse_time
from sentinel_toolkit.core.geo.area import LONLAT, on_the_globe, split, unwrap
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.scenes.date_text import parse_date
from sentinel_toolkit.core.scenes.rows import read_rows
from sentinel_toolkit.core.scenes.scene import LST, Scene
from sentinel_toolkit.core.scenes.scene_table import NOT_SCENES, readable_scenes, refuse_remote, scene_from_text
from sentinel_toolkit.core.swaths.passes import passes_of
from sentinel_toolkit.core.swaths.sen3 import read_product
from sentinel_toolkit.core.thermal.coarse_temperature import CoarseTemperature, read_raster, read_swath
from sentinel_toolkit.core.thermal.fine_vegetation import Vegetation


class Sources(NamedTuple):
    """Scenes of Sentinel-2 and of Sentinel-3, each empty where rasters are given instead."""

    fine: list[Scene]
    coarse: list[Scene]


def scenes_of(request: ThermalSharpeningRequest) -> Sources:
    """Return the Sources of a request.

    Raises
    ------
    InvalidRequestError
        If scenes are of the wrong kind, or must be downloaded first.
    """
    if request.pairs_path:
        return _best_pair(request.pairs_path)
    fine = readable_scenes(request.scenes_path) if request.scenes_path else []
    if any(scene.product == LST for scene in fine):
        raise InvalidRequestError("INPUT holds scenes of Sentinel-3.", "INPUT takes Sentinel-2; SEN3 the other one.")
    return Sources(fine, [read_product(request.sen3)] if request.sen3 else [])


def _best_pair(path: str) -> Sources:
    """Return the scenes of the pair with the lowest rank, and those that were taken together with them."""
    rows = read_rows(path, "PAIRS")
    try:
        pairs = [
            (
                math.inf if row["rank"] is None else float(row["rank"]),
                scene_from_text(row["fine_scene"]),
                scene_from_text(row["coarse_scene"]),
            )
            for row in rows
        ]
    except NOT_SCENES as error:
        raise InvalidRequestError(
            "PAIRS holds a feature that is no pair of scenes.", "Use the output of Find scene pairs, or a part of it."
        ) from error
    if not pairs:
        raise InvalidRequestError("PAIRS holds no pair.", "Select one, or take the whole output of Find scene pairs.")
    _, fine, coarse = min(pairs, key=lambda pair: pair[0])
    same = [pair for pair in pairs if pair[1].acquisition == fine.acquisition]
    tiles = list({pair[1].key: pair[1] for pair in same}.values())
    frames = {pair[2].key: pair[2] for pair in same}
    passes = passes_of(list(frames.values()))
    overpass = next(each for each in passes if coarse.key in {frame.key for frame in each.scenes})
    refuse_remote([*tiles, *overpass.scenes])
    return Sources(tiles, list(overpass.scenes))


def read_coarse(
    request: ThermalSharpeningRequest, scenes: Sequence[Scene], grid: GeoBox, report: Report
) -> CoarseTemperature:
    """Return the CoarseTemperature of a request around a fine grid: of a raster, or of the scenes' pass.

    Raises
    ------
    ToolkitError
        If there is none there, or it is unusable.
    """
    if not scenes:
        return read_raster(request.lst, grid, report)
    passes = passes_of(scenes)
    try:
        return read_swath(passes[0], grid, report)
    except NoOverlapError as error:
        raise NoOverlapError(f"{passes[0].name} and the fine rasters do not meet.", error.hint) from error


def sources_of(request: ThermalSharpeningRequest, fine: Vegetation, coarse: CoarseTemperature) -> tuple[Scene, ...]:
    """Return all sources as Scenes, for the item: those that are, and one that stands for each raster."""
    scenes = [*fine.scenes, *coarse.scenes]
    paths = [path for path in (request.lst, request.ndvi, request.red, request.nir, *request.predictors) if path]
    return tuple(scenes + [_as_scene(Path(file_of(path)), fine.grid) for path in paths])


def _as_scene(path: Path, grid: GeoBox) -> Scene:
    """Return the Scene that stands for a raster: its date is that of its item, its name, or else of the file."""
    ground = transform_geometry(shapely.box(*grid.boundingbox), str(grid.crs), LONLAT)
    return Scene(
        path.stem,
        *("", "", "raster"),
        _time_of(path),
        on_the_globe(split(unwrap(ground))),
        "raster",
        self_href=path.resolve().as_uri(),
    )


def _time_of(path: Path) -> datetime.datetime:
    try:
        properties = json.loads(path.with_suffix(".json").read_text("utf-8"))["properties"]
        return parse_time(properties.get("datetime") or properties["start_datetime"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        pass
    return parse_date(path.name) or _written(path)


def _written(path: Path) -> datetime.datetime:
    """Return when a file was written: the only date that one without a name or an item has."""
    try:
        return datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.timezone.utc)
    except OSError:  # a part of a file, as GDAL names those of NetCDF
        return datetime.datetime.now(datetime.timezone.utc)
