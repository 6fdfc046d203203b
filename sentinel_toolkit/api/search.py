"""What scenes there are, what they hold, which fit together, and how their files come here."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from pathlib import Path
from typing import Any

import pandas as pd

from sentinel_toolkit.api import tables
from sentinel_toolkit.api.areas import Fields, area_fields, exchanged
from sentinel_toolkit.api.options import takes
from sentinel_toolkit.api.pages import ReportedTable, keep_page
from sentinel_toolkit.api.requests import area_or_searched, request_of, write_scenes
from sentinel_toolkit.api.running import Shown, run, scratch
from sentinel_toolkit.api.scenes import Scenes, as_scenes
from sentinel_toolkit.contract.catalogue import (
    DOWNLOAD_COLUMNS,
    S2_L2A,
    DownloadScenesRequest,
    SearchScenesRequest,
)
from sentinel_toolkit.contract.errors import NoScenesError, ToolkitError
from sentinel_toolkit.contract.pairs import PAIR_COLUMNS, FindScenePairsRequest
from sentinel_toolkit.contract.report import Report as Teller
from sentinel_toolkit.contract.statistics import STATISTICS_COLUMNS, SceneStatisticsRequest
from sentinel_toolkit.core.workflows import search_scenes


@takes(SearchScenesRequest)
def search(
    product: str = S2_L2A,
    area: Any = None,  # noqa: ANN401
    start: Any = None,  # noqa: ANN401
    end: Any = None,  # noqa: ANN401
    *,
    progress: Shown = "auto",
    **options: Any,
) -> Scenes:
    """Return the scenes of an area and a period.

    Parameters
    ----------
    product
        sentinel-2-l2a, sentinel-2-l1c or sentinel-3-lst.
    area
        A (west, south, east, north) box in degrees, a shapely geometry in degrees, a GeoDataFrame or GeoSeries, an
        odc.geo Geometry or GeoBox, or the path of a vector file. Later jobs take it, too.
    start, end
        First and last day: "2023", "2023-06", "2023-06-15", a date or a Timestamp. Days are mean solar ones there.
    progress
        "auto" (a bar where a person looks, else the log), True, False, or a function of a fraction and a text.
    **options
        The parameters of the algorithm Search scenes in lower case: source (earth_search, cdse, cdse_odata,
        planetary_computer, stac, folder), folder, max_cloud (%), min_coverage (%), measure_cloud, tiles, limit, …

    Raises
    ------
    ToolkitError
        NoScenesError if nothing matches, CatalogueUnavailableError if the source does not answer.

    Examples
    --------
    >>> import sentinel_toolkit as st
    >>> area = (17.98, 45.88, 18.02, 45.91)
    >>> scenes = st.search("sentinel-2-l2a", area, "2022-03", "2022-07", folder="sample")
    >>> len(scenes)
    10
    """
    given = {**options, "product": product, "start": start, "end": end}
    fields = area_fields(area)
    with scratch() as folder:
        path = str(folder / "found.jsonl")
        request = request_of(SearchScenesRequest, _found_in(given), "search", table_path=path, **fields)

        def asked(request: SearchScenesRequest, teller: Teller) -> None:
            try:
                search_scenes.run(request, teller)
            except NoScenesError as error:
                _say_if_exchanged(request, fields, error, teller)
                raise

        run(asked, request, progress)
        return Scenes.read(path, fields)


def _found_in(given: dict[str, Any]) -> dict[str, Any]:
    """Return the keywords with the source that a folder alone means."""
    return {**given, "source": "folder"} if given.get("folder") and "source" not in given else given


def _say_if_exchanged(request: SearchScenesRequest, fields: Fields, error: NoScenesError, teller: Teller) -> None:
    """Say in the error's hint where an area with x and y exchanged would have found scenes; only a folder is asked."""
    turned = exchanged(fields)
    if request.source != "folder" or not turned:
        return
    with contextlib.suppress(ToolkitError):
        search_scenes.run(dataclasses.replace(request, **turned), Teller(is_cancelled=teller.is_cancelled))
        error.hint = "With x and y exchanged there are some: the order is (west, south, east, north)."


@takes(SceneStatisticsRequest)
def statistics(
    scenes: Any,  # noqa: ANN401
    area: Any = None,  # noqa: ANN401
    *,
    progress: Shown = "auto",
    **options: Any,
) -> ReportedTable:
    """Return how many scenes and acquisitions there are in each period, and the means of their percentages.

    Parameters
    ----------
    scenes
        What st.search returned, or what Scenes.of takes.
    area
        As in st.search; by default the area of the search.
    **options
        period: day, week or month.

    Returns
    -------
    DataFrame
        A row for each period that has scenes; ``.report`` is the page that shows what the archive holds.

    Examples
    --------
    >>> int(st.statistics(scenes, period="month")["scenes"].sum())
    10
    """
    from sentinel_toolkit.core.workflows import scene_statistics

    found = as_scenes(scenes)
    with scratch() as folder:
        path, page = folder / "periods.jsonl", folder / "archive.html"
        request = request_of(
            SceneStatisticsRequest,
            options,
            "statistics",
            scenes_path=write_scenes(found, folder),
            table_path=str(path),
            output_html=str(page),
            **area_or_searched(area, found),
        )
        run(scene_statistics.run, request, progress)
        table = tables.read_table(path, STATISTICS_COLUMNS)
        for name in ("start", "end"):
            table[name] = pd.to_datetime(table[name])
        return ReportedTable(table).with_page(keep_page(page))


@takes(DownloadScenesRequest)
def download(
    scenes: Any,  # noqa: ANN401
    folder: str | os.PathLike[str],
    area: Any = False,  # noqa: ANN401
    *,
    progress: Shown = "auto",
    **options: Any,
) -> Scenes:
    """Fetch the files of scenes, and return the scenes that are complete, with their local files.

    Parameters
    ----------
    scenes
        What st.search returned, pairs of st.pair, or what Scenes.of takes.
    folder
        Where the files go; what is there already is not fetched again.
    area
        Cut GeoTIFFs to this area; by default whole files are fetched.
    **options
        assets ("B04,B08,SCL" or a list; empty: what the jobs need), connections, timeout (s).

    Returns
    -------
    Scenes
        Its ``files`` is the table of what became of each file.

    Raises
    ------
    ToolkitError
        AuthenticationError if a login is missing (st.login), DownloadError if nothing could be fetched.

    Examples
    --------
    >>> there = st.download(scenes.newest(2), "products", assets=["B04", "B08", "SCL"])
    >>> len(there)
    2
    """
    from sentinel_toolkit.core.workflows import download_scenes

    is_pairs = isinstance(scenes, (pd.DataFrame, pd.Series)) and "fine_scene" in scenes
    found = None if is_pairs else as_scenes(scenes)
    with scratch() as place:
        orders = tables.write_table(place / "orders.jsonl", _frame(scenes) if found is None else found.table)
        files, complete = place / "files.jsonl", place / "complete.jsonl"
        request = request_of(
            DownloadScenesRequest,
            options,
            "download",
            scenes_path=orders,
            table_path=str(files),
            scenes_table_path=str(complete),
            output_folder=str(Path(folder).expanduser()),
            **area_or_searched(area, found),
        )
        run(download_scenes.run, request, progress)
        there = Scenes.read(complete, found.area if found else None)
        there.files = tables.read_table(files, DOWNLOAD_COLUMNS).drop(columns="scene")
        return there


@takes(FindScenePairsRequest)
def pair(
    fine: Any,  # noqa: ANN401
    coarse: Any,  # noqa: ANN401
    area: Any = None,  # noqa: ANN401
    *,
    progress: Shown = "auto",
    **options: Any,
) -> pd.DataFrame:
    """Return which scenes of Sentinel-2 and Sentinel-3 show the same ground at about the same time, the best first.

    Parameters
    ----------
    fine, coarse
        Scenes of Sentinel-2 and of Sentinel-3.
    area
        As in st.search; by default the area of the first search.
    **options
        max_days, max_cloud (%).

    Returns
    -------
    DataFrame
        A row for each pair; st.sharpen takes all, or one of them.

    Examples
    --------
    >>> passes = st.search("sentinel-3-lst", area, "2022-06", "2022-06", folder="sample")
    >>> pairs = st.pair(scenes, passes)
    >>> pairs["hours_apart"].tolist()
    [0.5, 0.5]
    """
    from sentinel_toolkit.core.workflows import find_scene_pairs

    of_fine, of_coarse = as_scenes(fine), as_scenes(coarse)
    with scratch() as folder:
        path = folder / "pairs.jsonl"
        request = request_of(
            FindScenePairsRequest,
            options,
            "pair",
            fine_path=write_scenes(of_fine, folder, "fine"),
            coarse_path=write_scenes(of_coarse, folder, "coarse"),
            table_path=str(path),
            **area_or_searched(area, of_fine),
        )
        run(find_scene_pairs.run, request, progress)
        table = tables.read_table(path, PAIR_COLUMNS)
    table.attrs["area"] = area_or_searched(area, of_fine)
    return table


def _frame(rows: pd.DataFrame | pd.Series) -> pd.DataFrame:
    return rows.to_frame().T if isinstance(rows, pd.Series) else rows
