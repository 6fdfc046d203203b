"""Sentinel-3 on a grid: join the frames of each pass, mask, resample, write; one raster for each pass."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from odc.geo.crs import CRS
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError, NoValidPixelsError, RasterError
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.contract.swaths import PASSES_GROUP_FILE, ImportSentinel3Request, ImportSentinel3Result
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE, Target, group_target
from sentinel_toolkit.core.dates.time_spans import spans_of
from sentinel_toolkit.core.geo.area import LONLAT, Area, area_of_footprints, split
from sentinel_toolkit.core.geo.grid import choose_crs, result_grid
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.imagery.scene_opening import scenes_near
from sentinel_toolkit.core.rasters.outline import pixels_of_area
from sentinel_toolkit.core.results.inputs import guards_inputs, prove_targets
from sentinel_toolkit.core.results.measured_raster import as_quantities, write_measured
from sentinel_toolkit.core.results.provenance import Provenance, is_made_by, recorded
from sentinel_toolkit.core.scenes.rows import layer_row, write_rows
from sentinel_toolkit.core.scenes.scene import LST, Scene
from sentinel_toolkit.core.scenes.scene_table import readable_scenes
from sentinel_toolkit.core.swaths.pass_reader import BY_DAY_ONLY, GriddedPass, PassOptions, read_pass
from sentinel_toolkit.core.swaths.passes import Pass, passes_of
from sentinel_toolkit.core.swaths.sen3 import read_product

JOB = "import_sentinel3"


@guards_inputs
def run(request: ImportSentinel3Request, report: Report) -> ImportSentinel3Result:
    """Put the passes that the request names on one grid.

    Raises
    ------
    ToolkitError
        If the scenes are no Sentinel-3 LST, are several passes for one OUTPUT, miss the area, or have no clear pixel.
    """
    scenes = swath_scenes(request)
    area = Area.of(request)
    passes = passes_of(scenes_near(scenes, area))
    if request.output and len(passes) > 1:
        names = ", ".join(overpass.name for overpass in passes[:5]) + (" …" if len(passes) > 5 else "")
        raise InvalidRequestError(
            f"INPUT holds {len(passes)} passes ({names}), and OUTPUT takes one.",
            "Select the scenes of one, or choose OUTPUT_FOLDER.",
        )
    targets = [Path(request.output or Path(request.output_folder) / f"{overpass.name}.tif") for overpass in passes]
    if request.output_folder:
        _prove_inside(request, targets)
    place = area or area_of_footprints([scene.footprint for overpass in passes for scene in overpass.scenes])
    crs = choose_crs(request.crs, [], place.centre)
    made: list[PassRaster] = []
    problems: list[NoOverlapError | RasterError] = []
    for number, (overpass, target) in enumerate(zip(passes, targets, strict=True)):
        part = report.part(number / len(passes), (number + 1) / len(passes))
        part.progress(0, f"Pass {overpass.name}")
        try:
            ground = ground_of(request, overpass, area, crs)
            made.append(_make(request, overpass, target, ground, part))
        except (NoOverlapError, RasterError) as error:
            if request.output:
                raise
            problems.append(error)
            report.warning(f"Skipped: {overpass.name}: {error}")
    if not made:
        raise problems[0]
    if request.table_path:
        _write_layers(request.table_path, made)
    first = made[0]
    output = str(first.target) if request.output else ""
    return ImportSentinel3Result(
        output, request.output_folder, first.valid_percent, first.is_day, len(made), request.table_path
    )


def _prove_inside(request: ImportSentinel3Request, targets: Sequence[Path]) -> None:
    """Refuse, before the work, targets in the folder that would replace what is not ours."""
    for target in targets:
        if target.exists() and not is_made_by(target, JOB):
            raise InvalidRequestError(f"{target} is there, and was not made by this job.", "Choose another folder.")
    inside = [Target("OUTPUT_FOLDER", str(target), ITEM_AND_STYLE) for target in targets]
    group = [group_target("OUTPUT_FOLDER", request.output_folder, PASSES_GROUP_FILE)] if request.table_path else []
    prove_targets(request, [*inside, *group])


def swath_scenes(request: ImportSentinel3Request) -> list[Scene]:
    """Return the scenes of a request: products of SL_2_LST.

    Raises
    ------
    InvalidRequestError
        If some are of another kind.
    """
    if request.sen3:
        return [read_product(request.sen3)]
    scenes = readable_scenes(request.scenes_path)
    others = [scene for scene in scenes if scene.product != LST]
    if others:
        raise InvalidRequestError(
            f"INPUT holds {len(others)} scenes that are no Sentinel-3 LST ({others[0].id}).",
            "Search with PRODUCT sentinel-3-lst, or filter the layer.",
        )
    return scenes


class PassGround(NamedTuple):
    """Where the output of a pass lies."""

    grid: GeoBox
    inside: NDArray[np.bool_]
    """Which of its pixels belong to the area, or to the pass's footprint; shape (y, x)."""
    is_cut: bool
    """The others stay empty."""


class PassRaster(NamedTuple):
    """The raster of a pass."""

    overpass: Pass
    target: Path
    valid_percent: float
    """The share of the area with data."""
    is_day: bool


def ground_of(request: ImportSentinel3Request, overpass: Pass, area: Area | None, crs: CRS) -> PassGround:
    """Return the PassGround of a pass: that of the area, or else of the pass's own footprint, on the same lattice."""
    if area:
        outline = transform_geometry(area.original, area.crs, str(crs))
    else:
        place = area_of_footprints([scene.footprint for scene in overpass.scenes])
        outline = transform_geometry(split(place.geometry), LONLAT, str(crs))
    grid = result_grid(outline, crs, [], request.resolution_m)
    is_cut = bool(area) and request.clip
    inside = pixels_of_area(None if area and not is_cut else outline, grid)
    return PassGround(grid, inside, is_cut)


def _make(
    request: ImportSentinel3Request, overpass: Pass, target: Path, ground: PassGround, report: Report
) -> PassRaster:
    """Make the raster of one pass."""
    options = PassOptions(
        request.variables, request.resampling, request.cloud_mask, request.grow_mask_px, request.shift_terrain
    )
    with staged(target) as folder:
        found = read_pass(overpass, ground.grid, options, report)
        if ground.is_cut:
            found.values[:, ~ground.inside] = np.nan
        _refuse_empty(request, overpass, found, report)
        has_data = np.isfinite(found.values[0]) & ground.inside
        valid_percent = 100 * np.count_nonzero(has_data) / max(int(np.count_nonzero(ground.inside)), 1)
        provenance = Provenance(
            job=JOB,
            title=f"Sentinel-3 {', '.join(request.variables)}, {overpass.time:%Y-%m-%d %H:%M} UTC",
            lineage=_lineage(request, found),
            scenes=list(found.scenes),
            reasons={},
            request=recorded(request),
            valid_percent=valid_percent,
            level="L2",
            extra={"sentinel_toolkit:is_day": found.is_day},
        )
        write_measured(
            folder / target.name, ground.grid, as_quantities(request.variables), found.values, provenance, report
        )
        path = publish(folder, target, report)
    return PassRaster(overpass, path, valid_percent, found.is_day)


def _refuse_empty(request: ImportSentinel3Request, overpass: Pass, found: GriddedPass, report: Report) -> None:
    """Refuse a pass without any data; say which variables are missing.

    Raises
    ------
    NoValidPixelsError
        If there is nothing to show.
    """
    empty = [name for name, layer in zip(request.variables, found.values, strict=True) if not np.isfinite(layer).any()]
    by_night = [] if found.is_day else [name for name in empty if name in BY_DAY_ONLY]
    night = f"{overpass.name} is a pass by night, and {', '.join(by_night)} is measured by day only"
    if len(empty) == len(request.variables):
        if by_night:
            raise NoValidPixelsError(f"{night}.", "Take passes by day (PASS day of Search scenes).")
        if not found.has_values:
            raise NoValidPixelsError(f"{overpass.name} holds no value in the area, only fill.", "Take another pass.")
        raise NoValidPixelsError(
            f"{overpass.name} has no clear pixel in the area (cloud: {found.cloud_rule}).",
            "Take another pass, or another CLOUD_MASK.",
        )
    if by_night:
        report.warning(f"{night}: that band is empty.")
    for name in empty:
        if name not in by_night:
            report.warning(f"{overpass.name} has no value of {name} in the area: that band is empty.")


def _lineage(request: ImportSentinel3Request, found: GriddedPass) -> str:
    """Return how the raster was made, in a sentence or two."""
    frames = f"{len(found.scenes)} frames" if len(found.scenes) > 1 else "One frame"
    grown = f", grown by {request.grow_mask_px:g} pixels" if request.grow_mask_px else ""
    shifted = " High ground was moved towards the satellite by its elevation times the tangent of the view's zenith."
    return (
        f"{frames} of Sentinel-3 SLSTR SL_2_LST, {request.resampling} resampling, no pixel farther than 0.75 of the "
        f"swath's spacing. Cloud: {found.cloud_rule}{grown}.{shifted if request.shift_terrain else ''}"
    )


def _write_layers(path: str, made: Sequence[PassRaster]) -> None:
    """Write a row for each layer of the group, with its span of time."""
    spans = spans_of([raster.overpass.time.date() for raster in made])
    rows = (
        layer_row(raster.overpass.name, raster.target, first.isoformat(), last.isoformat())
        for raster, (first, last) in zip(made, spans, strict=True)
    )
    write_rows(path, rows)
