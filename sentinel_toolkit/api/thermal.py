"""Surface temperature: Sentinel-3 on a grid, and sharpened by what Sentinel-2 sees of plants."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from sentinel_toolkit.api import tables
from sentinel_toolkit.api.options import takes
from sentinel_toolkit.api.own_rasters import raster_path
from sentinel_toolkit.api.pages import KEY, keep_page
from sentinel_toolkit.api.rasters import grid_coordinates, read_measured
from sentinel_toolkit.api.requests import area_or_searched, request_of, write_scenes
from sentinel_toolkit.api.running import Shown, run, scratch
from sentinel_toolkit.api.scenes import Scenes, as_scenes
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.series import ImportSentinel3Request
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest

NAMES = {"LST": "temperature"}  # of bands, as variables


@takes(ImportSentinel3Request)
def import_lst(
    scenes: Any,  # noqa: ANN401
    area: Any = None,  # noqa: ANN401
    *,
    progress: Shown = "auto",
    **options: Any,
) -> xr.Dataset:
    """Return passes of Sentinel-3 (SL_2_LST) on a grid: one time for each pass.

    Parameters
    ----------
    scenes
        Scenes of Sentinel-3, or the path of a SEN3 product.
    area
        As in st.search; by default the area of the search. False: whole passes.
    **options
        The parameters of the algorithm Import Sentinel-3 in lower case: variables (LST, NDVI, …), resolution, crs,
        resampling, cloud_mask, grow_mask (pixels), shift_terrain.

    Returns
    -------
    Dataset
        A variable (time, y, x) for each quantity, float32 with NaN, temperatures in kelvin.

    Raises
    ------
    ToolkitError
        If the scenes are of another kind, miss the area, or have no clear pixel.

    Examples
    --------
    >>> st.import_lst(passes).LST.attrs["units"]
    'K'
    """
    from sentinel_toolkit.core.workflows import import_sentinel3

    found = as_scenes(scenes)
    with scratch() as folder:
        request = request_of(
            ImportSentinel3Request,
            options,
            "import_lst",
            scenes_path=write_scenes(found, folder),
            output_folder=str(folder / "passes"),
            **area_or_searched(area, found),
        )
        run(import_sentinel3.run, request, progress)
        passes = [read_measured(path) for path in sorted((folder / "passes").glob("*.tif"))]
    times = [each.attrs["provenance"]["properties"]["start_datetime"].rstrip("Z") for each in passes]
    index = pd.DatetimeIndex(times, name="time").as_unit("ns")
    made = xr.concat(passes, index, join="outer", combine_attrs="drop_conflicts", coords="minimal", compat="override")
    made.attrs |= {"scenes": [name for each in passes for name in each.attrs["scenes"]]}
    return made.sortby("time")


@takes(ThermalSharpeningRequest)
def sharpen(
    source: Any = None,  # noqa: ANN401
    area: Any = None,  # noqa: ANN401
    *,
    lst: Any = None,  # noqa: ANN401
    sen3: Any = None,  # noqa: ANN401
    ndvi: Any = None,  # noqa: ANN401
    red: Any = None,  # noqa: ANN401
    nir: Any = None,  # noqa: ANN401
    predictors: Any = (),  # noqa: ANN401
    progress: Shown = "auto",
    **options: Any,
) -> xr.Dataset:
    """Return coarse surface temperature sharpened with finer vegetation.

    Parameters
    ----------
    source
        A row of st.pair, or its whole table (the best pair is taken); or scenes of Sentinel-2, beside ``lst`` or
        ``sen3``.
    area
        As in st.search; by default that of the pairs or scenes.
    lst
        The coarse temperature in K or °C: a path, DataArray or Dataset. Or ``sen3``, the path of a product.
    ndvi
        The fine NDVI: a path, DataArray or Dataset; or ``red`` and ``nir``.
    predictors
        Further fine rasters, for method="trees".
    **options
        The parameters of the algorithm Thermal sharpening in lower case: method, residual, resolution, units, align,
        footprint, …

    Returns
    -------
    Dataset
        ``temperature``, ``uncertainty`` and ``flags`` (y, x); ``coarse``, ``used`` and ``residual`` of the coarse
        pixels (coarse_y, coarse_x). ``attrs["verdict"]`` says how far to trust it, st.report shows it.

    Raises
    ------
    ToolkitError
        If the sources do not meet or hold nothing usable, or do not support the method asked for.

    Examples
    --------
    >>> sharp = st.sharpen(pairs.iloc[0], (17.96, 45.87, 18.04, 45.93))
    >>> sharp.temperature.attrs["units"]
    'K'
    """
    from sentinel_toolkit.core.workflows import thermal_sharpening

    with scratch() as folder:
        given: dict[str, Any] = {"sen3": "" if sen3 is None else str(sen3)}
        for name, raster in (("lst", lst), ("ndvi", ndvi), ("red", red), ("nir", nir)):
            given[name] = "" if raster is None else raster_path(raster, name, folder)
        more = predictors if isinstance(predictors, (list, tuple)) else [predictors]
        given["predictors"] = [raster_path(each, f"predictor{place}", folder) for place, each in enumerate(more)]
        request = request_of(
            ThermalSharpeningRequest,
            options,
            "sharpen",
            **given,
            **_fine(source, area, folder),
            output=str(folder / "temperature.tif"),
            uncertainty=str(folder / "uncertainty.tif"),
            output_html=str(folder / "report.html"),
        )
        made = run(thermal_sharpening.sharpen, request, progress)
        sharp, doubt = read_measured(request.output), read_measured(request.uncertainty)
        page = keep_page(request.output_html)
    sharp = sharp.rename(NAMES).assign(doubt.data_vars)
    sharp.attrs |= {"method": made.decision.name, "verdict": made.verdict, KEY: page}
    return sharp.assign(_coarse(made).data_vars)


def _fine(source: Any, area: Any, folder: Path) -> dict[str, Any]:  # noqa: ANN401
    """Return the fields of what is sharpened with: pairs or scenes; and of the area."""
    if source is None:
        return area_or_searched(area, None)
    if isinstance(source, (pd.DataFrame, pd.Series)) and "fine_scene" in source:
        frame = source.to_frame().T if isinstance(source, pd.Series) else source
        if not len(frame):
            raise InvalidRequestError("The table of pairs is empty.", "Loosen max_days or max_cloud of st.pair.")
        known = area_or_searched(area, None) or ({} if area is False else dict(source.attrs.get("area") or {}))
        return {
            "pairs_path": tables.write_table(folder / "pairs.jsonl", frame.drop(columns="geometry", errors="ignore")),
            **known,
        }
    scenes: Scenes = as_scenes(source)
    return {"scenes_path": write_scenes(scenes, folder), **area_or_searched(area, scenes)}


def _coarse(made: Any) -> xr.Dataset:  # noqa: ANN401  (Sharpened)
    """Return what is known of the coarse pixels, on dims of their own, as far as there are temperatures."""
    at = grid_coordinates(made.coarse_grid)
    dims = ("coarse_y", "coarse_x")
    places = {"coarse_y": at["y"].to_numpy(), "coarse_x": at["x"].to_numpy()}
    decision = made.decision
    told = (
        ("coarse", decision.coarse.lst_k, "K", "measured surface temperature"),
        ("residual", decision.residual_k, "K", "measured less modelled"),
        ("used", decision.coarse.usable, "1", "used in the fit"),
    )
    crs = str(made.coarse_grid.crs)
    found = {
        name: (
            dims,
            values if values.dtype == bool else values.astype(np.float32),
            {"units": unit, "long_name": text, "crs": crs},
        )
        for name, values, unit, text in told
    }
    made_of = xr.Dataset(found, places)
    for dim in dims:
        made_of = made_of.dropna(dim, how="all", subset=["coarse"])
    return made_of
