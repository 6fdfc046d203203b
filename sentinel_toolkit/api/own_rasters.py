"""Rasters that users hand in: paths as they are, arrays and datasets of xarray by way of a file."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from sentinel_toolkit.api.requests import write_scenes
from sentinel_toolkit.api.scenes import Scenes, as_scenes
from sentinel_toolkit.contract.errors import InvalidRequestError

RASTERS = (".tif", ".tiff", ".jp2", ".vrt", ".img", ".nc")


def source_fields(source: Any, folder: Path) -> dict[str, str]:  # noqa: ANN401
    """Return the field of a SeriesRequest that names where the dates come from: scenes, rasters, or a folder of them.

    Raises
    ------
    InvalidRequestError
        If it is neither.
    """
    if _is_array(source):
        return {"rasters_path": _write_dates(source, folder)}
    if isinstance(source, (str, os.PathLike)) and Path(source).is_dir() and _holds_rasters_only(Path(source)):
        return {"raster_folder": str(Path(source))}
    paths = (
        [source]
        if isinstance(source, (str, os.PathLike))
        else list(source)
        if isinstance(source, (list, tuple))
        else []
    )
    if paths and all(isinstance(path, (str, os.PathLike)) and Path(path).suffix.lower() in RASTERS for path in paths):
        return {"rasters_path": _write_rows([(str(Path(path).resolve()), "") for path in paths], folder)}
    return {"scenes_path": write_scenes(as_scenes(source), folder)}


def searched_area(source: Any) -> Scenes | None:  # noqa: ANN401
    """Return the scenes whose search knows an area; None of anything else."""
    return source if isinstance(source, Scenes) else None


def raster_path(raster: Any, name: str, folder: Path) -> str:  # noqa: ANN401
    """Return the path of a raster: its own, or that of the file that an array or dataset was written to.

    Raises
    ------
    InvalidRequestError
        If it is no raster, has no CRS, or a dataset holds several variables.
    """
    if isinstance(raster, (str, os.PathLike)):
        return os.fspath(raster)
    if hasattr(raster, "data_vars"):
        names = [str(each) for each in raster.data_vars]
        if len(names) != 1:
            raise InvalidRequestError(
                f"{name} is a Dataset of {', '.join(names)}.", f"Give one: dataset[{names[:1]!r}]."
            )
        raster = raster[names[0]]
    if not _is_array(raster):
        raise InvalidRequestError(f"{name} is {type(raster).__name__}.", "Give a path, a DataArray or a Dataset.")
    path = folder / f"{name}.tif"
    _write(raster, path, name)
    return str(path)


def _is_array(source: Any) -> bool:  # noqa: ANN401
    return hasattr(source, "dims") and hasattr(source, "coords") and not hasattr(source, "data_vars")


def _write(raster: Any, path: Path, name: str) -> None:  # noqa: ANN401
    """Write a DataArray as a GeoTIFF."""
    import rioxarray  # noqa: F401  (gives arrays their ``rio``)

    if raster.rio.crs is None:
        raise InvalidRequestError(f"{name} is a DataArray without CRS.", 'Set it: .rio.write_crs("EPSG:…").')
    plain = raster.drop_vars([each for each in raster.coords if each not in ("x", "y", "spatial_ref", *raster.dims)])
    plain = plain.drop_attrs() if hasattr(plain, "drop_attrs") else plain
    plain = plain.rio.write_crs(raster.rio.crs)
    if plain.dtype.kind == "f" and raster.rio.nodata is None:
        plain = plain.rio.write_nodata(float("nan"))
    plain.rio.to_raster(path)


def _write_dates(series: Any, folder: Path) -> str:  # noqa: ANN401
    """Write a raster of each time of a DataArray, and the rows that name them."""
    if "time" not in series.dims:
        raise InvalidRequestError("The DataArray has no dim time.", 'Give it one: .expand_dims(time=["2023-06-15"]).')
    rows = []
    for place, time in enumerate(pd.DatetimeIndex(series["time"].values)):
        path = folder / f"date{place:05}.tif"
        _write(series.isel(time=place), path, "The series")
        rows.append((str(path), time.to_pydatetime().replace(tzinfo=datetime.timezone.utc).isoformat()))
    return _write_rows(rows, folder)


def _write_rows(rows: Iterable[tuple[str, str]], folder: Path) -> str:
    path = folder / "rasters.jsonl"
    path.write_text("".join(json.dumps({"path": place, "time": time}) + "\n" for place, time in rows), "utf-8")
    return str(path)


def _holds_rasters_only(folder: Path) -> bool:
    """Tell whether a folder is one of rasters, not of products or of scenes beside their items."""
    names = [path for path in folder.iterdir() if not path.name.startswith(".")]
    has_rasters = any(path.suffix.lower() in RASTERS for path in names)
    return has_rasters and not any("SCL" in path.stem for path in names)
