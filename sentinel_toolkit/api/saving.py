"""Results as files that look right wherever they are opened: a COG, its STAC item, and its style for QGIS."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr
from numpy.typing import NDArray

from sentinel_toolkit.api.rasters import NOT_VALUES
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import BANDS, RASTER_SUFFIXES
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report as Teller
from sentinel_toolkit.contract.requests import check_suffix
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE, Target, refuse_unfit
from sentinel_toolkit.core.pixels.quantities import quantity_of
from sentinel_toolkit.core.pixels.reflectance import QUANTIFICATION
from sentinel_toolkit.core.pixels.stretch import stretch_range
from sentinel_toolkit.core.pixels.temporal import NODATA
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.cog import BLOCK, BandInfo, CogWriter
from sentinel_toolkit.core.results.provenance import save_item
from sentinel_toolkit.core.results.style import write_ramp_style, write_style


def save(image: xr.DataArray | xr.Dataset, path: str | os.PathLike[str]) -> str:
    """Write a result as QGIS's algorithms do, and return its path.

    An image of st.composite or st.stack becomes the very raster that qgis_process makes: int16, reflectance × 10000,
    with the counts as a band; its STAC item, and its style. Anything else with a CRS is written as float32.

    Parameters
    ----------
    image
        A DataArray (y, x) or (band, y, x), or a Dataset of (y, x), whose variables become bands.
    path
        A tif; what is there is replaced, unless files beside it are not ours.

    Raises
    ------
    InvalidRequestError
        If it has no CRS or other dims, or the path does not fit.

    Examples
    --------
    >>> st.save(st.composite(scenes, index="NDVI"), "ndvi.tif")
    'ndvi.tif'
    """
    target = Path(path).expanduser()
    check_suffix("The path", str(target), RASTER_SUFFIXES)
    refuse_unfit(Target("The path", str(target), ITEM_AND_STYLE))
    values, bands = _bands_of(image)
    grid = image.odc.geobox
    if grid is None or grid.crs is None:
        raise InvalidRequestError("The image has no CRS.", 'Set it: image.rio.write_crs("EPSG:…").')
    nodata = NODATA if values.dtype == np.int16 else np.nan
    item = getattr(image.attrs.get("provenance"), "item", None)
    tags = {"TIFFTAG_SOFTWARE": "Sentinel Toolkit", "TIFFTAG_COPYRIGHT": str(image.attrs.get("attribution") or "")}
    with gdal.environment(), staged(target) as folder:
        told = {name: text for name, text in tags.items() if text}
        with CogWriter(folder, target.name, grid, values.dtype.name, nodata, bands, told) as writer:
            for row in range(0, grid.shape[0], BLOCK):
                writer.write(row, 0, values[:, row : row + BLOCK])
            writer.finish(Teller())
        _describe(writer.path, bands, values, item)
        return str(publish(folder, target, Teller()))


def _describe(raster: Path, bands: Sequence[BandInfo], values: NDArray[Any], item: dict[str, Any] | None) -> None:
    """Write the style, and the item where the image still knows where it comes from."""
    names = [band.name for band in bands if band.name not in NOT_VALUES]
    if values.dtype == np.int16:
        write_style(raster, names)
    else:
        low, high = stretch_range(values[0])
        write_ramp_style(raster, low, high if high > low else low + 1, _ramp(names[0]))
    if item is None or item.get("type") != "Feature":
        return
    asset = item["assets"]["data"]
    asset["href"], item["id"] = f"./{raster.name}", raster.stem
    known = {band["name"]: band for band in asset["bands"]}
    asset["bands"] = [known.get(band.name, {"name": band.name, "data_type": values.dtype.name}) for band in bands]
    asset["eo:bands"] = [band for band in asset.get("eo:bands", []) if band["name"] in {each.name for each in bands}]
    save_item(raster, item)


def _ramp(name: str) -> str:
    return quantity_of({"temperature": "LST"}.get(name, name)).ramp


def _bands_of(image: Any) -> tuple[NDArray[Any], list[BandInfo]]:  # noqa: ANN401
    """Return the values (band, y, x) of an image as a file holds them, and its bands."""
    if isinstance(image, xr.Dataset):
        flat = {str(name): each for name, each in image.data_vars.items() if each.dims == ("y", "x")}
        if not flat:
            raise InvalidRequestError(
                "The Dataset has no variable with the dims (y, x).", "Choose a time first: .isel(time=0)."
            )
        layers = [np.asarray(each.values, np.float32) for each in flat.values()]
        return np.stack(layers), [_info(name, each.attrs) for name, each in flat.items()]
    if not isinstance(image, xr.DataArray) or image.dims not in (("y", "x"), ("band", "y", "x")):
        shape = getattr(image, "dims", type(image).__name__)
        raise InvalidRequestError(
            f"The image has the dims {shape}.", "Give (band, y, x) or (y, x), e.g. .isel(time=0)."
        )
    cube = image if image.dims[0] == "band" else image.expand_dims(band=[str(image.name or "value")])
    names = (
        [str(name) for name in cube["band"].values]
        if "band" in cube.coords
        else [f"band {n + 1}" for n in range(len(cube))]
    )
    values = np.asarray(cube.values, np.float32)
    if image.name != "reflectance" or not set(names) <= set(BANDS):
        return values, [_info(name, image.attrs) for name in names]
    coded = np.where(np.isnan(values), NODATA, np.rint(values * QUANTIFICATION)).astype(np.int16)
    infos = [BandInfo(name, 1 / QUANTIFICATION) for name in names]
    beside = [(name, _coded(name, image.coords[name])) for name in ("date", "observations") if name in image.coords]
    return np.concatenate([coded, *(layer[None] for _, layer in beside)]), [
        *infos,
        *(BandInfo(name) for name, _ in beside),
    ]


def _coded(name: str, coordinate: xr.DataArray) -> NDArray[np.int16]:
    """Return counts, or days since 1970-01-01, as a band holds them."""
    values = coordinate.values
    if name != "date":
        return values.astype(np.int16)
    days = values.astype("datetime64[D]").astype(np.int64)
    return np.where(np.isnat(values), NODATA, days).astype(np.int16)


def _info(name: str, told: dict[str, Any]) -> BandInfo:
    unit = str(told.get("units", ""))
    return BandInfo(name, unit="" if unit == "1" else unit, description=str(told.get("long_name", "")))
