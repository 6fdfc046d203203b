"""The files of the command line: layers and folders become what jobs read, and their tables what people asked for."""

from __future__ import annotations

import importlib
import json
import os
from pathlib import Path
from typing import Any

from sentinel_toolkit.api import tables
from sentinel_toolkit.api.areas import area_fields
from sentinel_toolkit.api.requests import request_of
from sentinel_toolkit.api.running import run, scratch
from sentinel_toolkit.api.scenes import Scenes
from sentinel_toolkit.api.series import write_zones
from sentinel_toolkit.api.vectors import read_layer
from sentinel_toolkit.contract.catalogue import DOWNLOAD_COLUMNS, SCENE_COLUMNS, Column
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.jobs import Job
from sentinel_toolkit.contract.pairs import PAIR_COLUMNS
from sentinel_toolkit.contract.requests import encode
from sentinel_toolkit.contract.series import ANIMATION_COLUMNS, TIME_SERIES_COLUMNS
from sentinel_toolkit.contract.statistics import STATISTICS_COLUMNS
from sentinel_toolkit.contract.thermal import SAMPLE_COLUMNS

SCENES = ("scenes_path", "fine_path", "coarse_path")
# Tables that jobs make: (job, field) → columns.
TABLES: dict[tuple[str, str], tuple[Column, ...]] = {
    ("search_scenes", "table_path"): SCENE_COLUMNS,
    ("scene_statistics", "table_path"): STATISTICS_COLUMNS,
    ("find_scene_pairs", "table_path"): PAIR_COLUMNS,
    ("download_scenes", "table_path"): DOWNLOAD_COLUMNS,
    ("download_scenes", "scenes_table_path"): SCENE_COLUMNS,
    ("ndvi_animation", "table_path"): ANIMATION_COLUMNS,
    ("index_time_series", "table_path"): TIME_SERIES_COLUMNS,
    ("thermal_sharpening", "samples_path"): SAMPLE_COLUMNS,
}
SUFFIXES = (".jsonl", ".csv", ".geojson", ".gpkg", ".fgb")


def run_with_files(job: Job[Any, Any], given: dict[str, Any], progress: bool) -> dict[str, Any]:
    """Run a job with options as the command line has them; return its result.

    The rows of the table that a job is there for are in it as ``rows``, where no file was named for them.

    Raises
    ------
    ToolkitError
        As the job does.
    """
    wanted = {field: given.pop(field, "") for name, field in TABLES if name == job.name}
    for field, path in wanted.items():
        if path and Path(path).suffix.lower() not in SUFFIXES:
            raise InvalidRequestError(f"{field} is {path!r}.", f"Use one of: {', '.join(SUFFIXES)}.")
    with scratch() as folder:
        fields = _inputs(given, folder) | {field: str(folder / f"{field}.jsonl") for field in wanted}
        options = {name: value for name, value in given.items() if name not in fields}
        request = request_of(job.request, options, job.name, **fields)
        module, function = job.runner.split(":")
        result = encode(run(getattr(importlib.import_module(module), function), request, "auto" if progress else False))
        for field, path in wanted.items():
            result.pop(field, None)
            made = folder / f"{field}.jsonl"
            if not made.exists():
                continue
            if path:
                result[field] = _write(made, TABLES[job.name, field], path)
            elif field == "table_path":
                result["rows"] = [json.loads(line) for line in made.read_text("ascii").splitlines()]
        return result


def _inputs(given: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Take what names files out of the options, and return it as fields of a request."""
    area = given.pop("area", None)
    fields = area_fields(_box_or_path(area)) if area else {}
    for name in SCENES:
        if name in given:
            fields[name] = _scenes(given.pop(name), folder / f"{name}.jsonl")
    if "pairs_path" in given:
        fields["pairs_path"] = _rows(given.pop("pairs_path"), folder / "pairs.jsonl")
    if "zones_path" in given:
        path = folder / "zones.jsonl"
        fields["zones_crs"] = write_zones(
            read_layer(given.pop("zones_path"), "zones"), given.pop("zone_field", None), path
        )
        fields["zones_path"] = str(path)
    if "rasters_path" in given:
        rows = ({"path": os.path.abspath(place), "time": ""} for place in given.pop("rasters_path").split(","))
        path = folder / "rasters.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        fields["rasters_path"] = str(path)
    for name in FILES_AS_THEY_ARE:
        if name in given:
            fields[name] = given.pop(name)
    if "predictors" in given:
        fields["predictors"] = given.pop("predictors").split(",")
    return fields


FILES_AS_THEY_ARE = (
    *("raster_folder", "sen3", "lst", "ndvi", "red", "nir"),
    *("output", "output_rgb", "output_html", "output_folder", "picture", "uncertainty"),
    *("pictures_folder", "frames_folder", "layers_path"),
)


def _box_or_path(text: str) -> Any:  # noqa: ANN401  (four numbers, or a path)
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        return text


def _scenes(source: str, path: Path) -> str:
    """Write the scenes of a layer, folder or product; a table of pairs or of a download as it is."""
    if Path(source).suffix.lower() == ".jsonl":
        return _rows(source, path)
    return Scenes.of(source).to_jsonl(path)


def _rows(source: str, path: Path) -> str:
    """Write the rows of a table, whatever its form, as jobs read them."""
    if Path(source).suffix.lower() == ".jsonl":
        if not os.path.isfile(source):
            raise InvalidRequestError(f"{source!r} is not there.", f"Relative paths start at {os.getcwd()}.")
        return source
    layer = read_layer(source, "The layer")
    path.write_text("".join(json.dumps(row) + "\n" for row in layer.rows), "utf-8")
    return str(path)


def _write(made: Path, columns: tuple[Column, ...], path: str) -> str:
    """Write a job's table where it was asked for, in the form that the suffix says."""
    suffix, target = Path(path).suffix.lower(), Path(path)
    if suffix == ".jsonl":
        target.write_bytes(made.read_bytes())
        return path
    frame = tables.read_table(made, columns)
    if suffix == ".csv":
        frame.to_csv(target, index=False)
        return path
    if "geometry" not in frame:
        raise InvalidRequestError(f"{path!r}: the table has no geometries.", "Use csv or jsonl.")
    return tables.write_layer(frame, target)
