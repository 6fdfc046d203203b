"""Images of Sentinel-2: one acquisition after the other, composites, and series of them."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from sentinel_toolkit.api.options import takes
from sentinel_toolkit.api.rasters import attributes, decoded, grid_coordinates, image_of, read_image, read_raster
from sentinel_toolkit.api.requests import area_or_searched, request_of, write_scenes
from sentinel_toolkit.api.running import Shown, run, scratch
from sentinel_toolkit.api.scenes import as_scenes
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import (
    CompositeRequest,
    CompositeSeriesRequest,
    ImageryRequest,
    MedianCompositeRequest,
    StackBandsRequest,
)
from sentinel_toolkit.contract.report import Report as Teller
from sentinel_toolkit.core.imagery.scene_stack import SceneStack
from sentinel_toolkit.core.workflows import composite_series as series_workflow
from sentinel_toolkit.core.workflows import median_composite, stack_bands


@takes(CompositeRequest)
def composite(
    scenes: Any,  # noqa: ANN401
    area: Any = None,  # noqa: ANN401
    *,
    out: str | os.PathLike[str] | None = None,
    client: Any = None,  # noqa: ANN401
    progress: Shown = "auto",
    **options: Any,
) -> xr.DataArray:
    """Return one cloud-free image of all scenes.

    Parameters
    ----------
    scenes
        What st.search returned, or what Scenes.of takes: STAC items, SAFE products, a layer of QGIS.
    area
        As in st.search; by default the area of the search. False: the whole footprints.
    out
        A file (tif) to write too: a COG with its item and style, as the algorithm Median composite writes it.
    client
        Of your Dask cluster: its workers share its blocks.
    **options
        The parameters of that algorithm in lower case: bands, index, method (median, percentile, mean, medoid,
        geomedian, max_ndvi, latest), resolution (m, or the unit of crs), crs, mask_classes, grow_mask (m), offset, …

    Returns
    -------
    DataArray
        Reflectance (band, y, x), float32, NaN where there is none. The coordinate ``observations`` counts clear looks
        of each pixel, ``date`` is the day of the one that was taken (with ``date_band``).

    Raises
    ------
    ToolkitError
        If no scene meets the area, none can be read, or nothing is clear.

    Examples
    --------
    >>> image = st.composite(scenes, bands=["B04", "B08"], method="median")
    >>> image.dims
    ('band', 'y', 'x')
    >>> int(image.observations.max())
    5
    """
    found = as_scenes(scenes)
    with scratch() as folder:
        given = {"scenes_path": write_scenes(found, folder), **area_or_searched(area, found)}
        name = str(options.get("index") or "reflectance")
        if out is None:
            request = request_of(CompositeRequest, options, "composite", **given)
            made = run(functools.partial(median_composite.in_memory, client=client), request, progress)
            return image_of(made.values, [band.name for band in made.bands], made.grid, made.item, name)
        written = request_of(MedianCompositeRequest, options, "composite", **given, output=str(Path(out).expanduser()))
        make = functools.partial(median_composite.run, client=client)
        return read_image(run(make, written, progress).output, name)


@takes(StackBandsRequest)
def stack(
    scenes: Any,  # noqa: ANN401
    area: Any = None,  # noqa: ANN401
    *,
    chunks: Mapping[str, int] | str | None = None,
    progress: Shown = "auto",
    **options: Any,
) -> xr.DataArray:
    """Return the bands of each acquisition, its tiles mosaicked, all on one grid.

    Parameters
    ----------
    scenes, area
        As in st.composite.
    chunks
        None: read now. Else the result is Dask's, and pixels are read when they are asked for: a mapping of dims to
        sizes; ``{}`` and "auto" take the blocks that the files are made of.
    **options
        The parameters of the algorithm Stack bands in lower case: bands, mask_classes ("none" by default), resolution,
        crs, grow_mask (m), erode_edge (m), offset, …

    Returns
    -------
    DataArray
        Reflectance (time, band, y, x), float32, NaN where there is none; ``scene`` tells the names of each time.

    Raises
    ------
    ToolkitError
        If no scene meets the area, or none can be read. A part that is read later raises it then.

    Examples
    --------
    >>> lazy = st.stack(scenes, bands=["B04", "B08"], chunks={})
    >>> lazy.sel(band="B08").mean("time").compute().dims
    ('y', 'x')
    """
    found = as_scenes(scenes)
    defaults = {"bands": StackBandsRequest.bands, "mask_classes": StackBandsRequest.mask_classes}
    with scratch() as folder:
        given = {"scenes_path": write_scenes(found, folder), **area_or_searched(area, found)}
        request = request_of(ImageryRequest, {**defaults, **options}, "stack", **given)
        if chunks is not None:
            from sentinel_toolkit.api.lazy_stack import lazily

            return lazily(run(stack_bands.open_all, request, progress), request, chunks)
        return run(_stack_now, request, progress)


def _stack_now(request: ImageryRequest, teller: Teller) -> xr.DataArray:
    """Read all acquisitions of a request."""
    whole = stack_bands.open_all(request, teller.part(0, 0.1))
    parts = acquisitions_of(whole)
    values = np.empty((len(parts), len(request.bands), *whole.grid.shape), np.float32)
    items = []
    for place, part in enumerate(parts):
        share = 0.9 / len(parts)
        made = stack_bands.in_memory(request, part, teller.part(0.1 + share * place, 0.1 + share * (place + 1)))
        values[place] = decoded(made.values)
        items.append(made.item)
    return stacked(values, parts, request, items[0])


def acquisitions_of(whole: SceneStack) -> list[SceneStack]:
    """Return the stack of each acquisition, in the order of time, on the grid of all."""
    keys: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for scene in whole.scenes:
        keys.setdefault(scene.acquisition, set()).add(scene.key)
    return [whole.only(members) for members in keys.values()]


def stacked(
    values: Any,  # noqa: ANN401  (numpy's or Dask's)
    parts: list[SceneStack],
    request: ImageryRequest,
    item: dict[str, Any] | None,
) -> xr.DataArray:
    """Return the array of a stack (time, band, y, x)."""
    times = [min(scene.datetime for scene in part.scenes).replace(tzinfo=None) for part in parts]
    names = [", ".join(scene.id for scene in part.scenes) for part in parts]
    coordinates = {
        **grid_coordinates(parts[0].grid),
        "time": np.array(times, "datetime64[ns]"),
        "band": list(request.bands),
        "scene": ("time", names),
    }
    told = attributes(item) if item else {}
    told |= {
        "units": "1",
        "long_name": "surface reflectance",
        "scenes": [each.id for part in parts for each in part.scenes],
    }
    told.pop("valid_percent", None)
    return xr.DataArray(values, coordinates, ("time", "band", "y", "x"), "reflectance", told)


@takes(CompositeSeriesRequest)
def composite_series(
    scenes: Any,  # noqa: ANN401
    area: Any = None,  # noqa: ANN401
    *,
    out: str | os.PathLike[str] | None = None,
    client: Any = None,  # noqa: ANN401
    progress: Shown = "auto",
    **options: Any,
) -> xr.DataArray:
    """Return a cloud-free image of each month, or of another period.

    Parameters
    ----------
    scenes, area
        As in st.composite.
    out
        A folder to keep the composites in, with items, styles and overviews, as the algorithm Composite series does:
        what is finished there is not made again.
    client
        Of your Dask cluster: its workers make the composites, and see ``out``.
    **options
        The parameters of that algorithm in lower case: period (dekad, month, quarter, season, year, all), by_calendar,
        and those of st.composite.

    Returns
    -------
    DataArray
        Reflectance (time, band, y, x); times are the first days of the periods, ``period`` their names,
        ``observations`` (time, y, x) counts clear looks.

    Raises
    ------
    ToolkitError
        If every composite fails. A single one that does is left out with a warning.

    Examples
    --------
    >>> series = st.composite_series(scenes, bands=["B08"], period="month")
    >>> series.period.values.tolist()
    ['2022-03', '2022-04', '2022-05', '2022-06', '2022-07']
    """
    if options.get("tiling", "none") != "none":
        raise InvalidRequestError(
            "A series of tiles has a grid for each tile, which is no single array.", "Leave tiling out."
        )
    found = as_scenes(scenes)
    with scratch() as folder:
        target = folder / "series" if out is None else Path(out).expanduser()
        request = request_of(
            CompositeSeriesRequest,
            options,
            "composite_series",
            scenes_path=write_scenes(found, folder),
            output_folder=str(target),
            **area_or_searched(area, found),
        )
        run(functools.partial(series_workflow.run, client=client), request, progress)
        return _series_in(target, request)


def _series_in(folder: Path, request: CompositeSeriesRequest) -> xr.DataArray:
    """Return the composites of a folder as one array."""
    name = request.index or "reflectance"
    images, periods = [], []
    for path in sorted(folder.glob("*.tif")):
        _values, _bands, _grid, item = opened = read_raster(path)
        images.append(image_of(*opened, name=name).drop_attrs(deep=False))
        periods.append((*item["properties"]["sentinel_toolkit:period"][:2], item))
    order = sorted(range(len(periods)), key=lambda place: periods[place][1])
    times = pd.DatetimeIndex([periods[place][1] for place in order], name="time").as_unit("ns")
    made = xr.concat([images[place] for place in order], times, coords="different", compat="equals", join="exact")
    items = [periods[place][2] for place in order]
    made = made.assign_coords(period=("time", [periods[place][0] for place in order]))
    made.attrs = {"units": "1", "long_name": name, **attributes(items[0])}
    made.attrs.pop("valid_percent")
    made.attrs |= {
        "rule": f"{median_composite.rule_text(request)} of each period ({request.period})",
        "scenes": list(dict.fromkeys(text for item in items for text in attributes(item)["scenes"])),
        "provenance": type(made.attrs["provenance"])(json.dumps({"type": "FeatureCollection", "features": items})),
    }
    return made
