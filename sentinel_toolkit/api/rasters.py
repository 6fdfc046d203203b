"""Rasters as xarray has them: names for bands, times, units, the grid, and where they come from."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rioxarray  # noqa: F401  (gives arrays their ``rio``)
import xarray as xr
from numpy.typing import NDArray
from odc.geo.geobox import GeoBox
from odc.geo.xr import xr_coords

from sentinel_toolkit.core.pixels.encoding import decode
from sentinel_toolkit.core.pixels.temporal import NODATA
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.door import open_raster

NOT_VALUES = ("observations", "date")  # bands that tell of the others
LICENCE = "https://sentinels.copernicus.eu/documents/247904/690755/Sentinel_Data_Legal_Notice"


class ItemText(str):
    """The STAC item of a result: a text, which files of any kind can hold, that answers as the dict does."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401
        return self.item[key] if isinstance(key, str) else super().__getitem__(key)

    @property
    def item(self) -> dict[str, Any]:
        """Return the item as a dict."""
        found: dict[str, Any] = json.loads(self)
        return found


def image_of(
    values: NDArray[np.int16], names: Sequence[str], grid: GeoBox, item: dict[str, Any], name: str = "reflectance"
) -> xr.DataArray:
    """Return the image (band, y, x) of coded layers: float32 with NaN, counts and days as coordinates.

    Parameters
    ----------
    values : shape (band, y, x)
        Reflectance × 10000, -32768 where there is none.
    names
        Of its bands; ``observations`` and ``date`` become coordinates.
    item
        The STAC item of the raster.
    """
    shown = [place for place, band in enumerate(names) if band not in NOT_VALUES]
    beside = {
        band: (("y", "x"), _decoded(band, values[place])) for place, band in enumerate(names) if band in NOT_VALUES
    }
    coordinates = {**grid_coordinates(grid), "band": [names[place] for place in shown], **beside}
    made = xr.DataArray(
        decoded(values[: len(shown)] if shown == list(range(len(shown))) else values[shown]),
        coordinates,
        ("band", "y", "x"),
        name,
        {"units": "1", "long_name": "surface reflectance" if name == "reflectance" else name, **attributes(item)},
    )
    made.encoding.update({"grid_mapping": "spatial_ref", "_FillValue": np.float32(np.nan)})
    return made


def grid_coordinates(grid: GeoBox) -> dict[str, Any]:
    """Return x, y and spatial_ref of a grid, named x and y in any CRS."""
    made = xr_coords(grid, dims=("y", "x"))
    return {str(name): made[name] for name in made}


def decoded(values: NDArray[np.int16]) -> NDArray[np.float32]:
    """Return coded reflectance as float32, NaN where there is none."""
    out = np.empty(values.shape, np.float32)
    sides = values.shape[-2:]
    for coded, layer in zip(values.reshape(-1, *sides), out.reshape(-1, *sides), strict=True):
        decode(coded, layer)
    return out


def _decoded(name: str, values: NDArray[np.int16]) -> NDArray[Any]:
    """Return the counts as they are, and days as dates."""
    if name != "date":
        return np.where(values == NODATA, np.int16(0), values)
    days = values.astype("datetime64[D]").astype("datetime64[ns]")
    days[values == NODATA] = np.datetime64("NaT")
    return days


def attributes(item: dict[str, Any]) -> dict[str, Any]:
    """Return what an image tells of itself: its rule, scenes, notice, licence and STAC item."""
    properties = item["properties"]
    return {
        "rule": properties["processing:lineage"],
        "scenes": [link["title"] for link in item["links"] if link["rel"] == "derived_from"],
        "attribution": properties.get("attribution", ""),
        "license": LICENCE,
        "valid_percent": properties["sentinel_toolkit:valid_percent"],
        "provenance": ItemText(json.dumps(item)),
    }


def read_raster(path: str | os.PathLike[str]) -> tuple[NDArray[Any], list[str], GeoBox, dict[str, Any]]:
    """Return (values (band, y, x), band names, grid, item) of a raster that a job of ours has made."""
    with gdal.environment(), open_raster(str(path)) as opened:
        values, names = opened.read(), [str(name) for name in opened.descriptions]
        grid = GeoBox(opened.shape, opened.transform, opened.crs)
    item = json.loads(Path(path).with_suffix(".json").read_text("utf-8"))
    return values, names, grid, item


def read_image(path: str | os.PathLike[str], name: str = "reflectance") -> xr.DataArray:
    """Return the image of a composite's or stack's file, as :func:`image_of` makes it."""
    values, bands, grid, item = read_raster(path)
    return image_of(values, bands, grid, item, name)


def read_measured(path: str | os.PathLike[str]) -> xr.Dataset:
    """Return a raster of physical quantities, one variable a band, with units."""
    values, bands, grid, item = read_raster(path)
    units = {band["name"]: band for band in item["assets"]["data"]["bands"]}
    coordinates = grid_coordinates(grid)
    variables = {}
    for band, layer in zip(bands, values, strict=True):
        told = {"units": units[band].get("unit", "1"), "long_name": units[band].get("description", band)}
        variables[band] = (("y", "x"), layer, told, {"grid_mapping": "spatial_ref"})
    return xr.Dataset(variables, coordinates, attributes(item))
