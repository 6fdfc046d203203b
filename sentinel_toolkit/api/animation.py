"""An index over time as a film that plays in the cell."""

from __future__ import annotations

import base64
import functools
import os
from pathlib import Path
from typing import Any

import pandas as pd

from sentinel_toolkit.api import tables
from sentinel_toolkit.api.areas import area_fields
from sentinel_toolkit.api.options import takes
from sentinel_toolkit.api.own_rasters import searched_area, source_fields
from sentinel_toolkit.api.requests import area_or_searched, request_of
from sentinel_toolkit.api.running import Shown, run, scratch
from sentinel_toolkit.contract import extras
from sentinel_toolkit.contract.animation import ANIMATION_COLUMNS, ANIMATION_SUFFIXES, NdviAnimationRequest
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report as Teller
from sentinel_toolkit.contract.requests import check_suffix
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.core.animation.formats.writer import open_animation
from sentinel_toolkit.core.workflows import ndvi_animation
from sentinel_toolkit.core.workflows.ndvi_animation import Pages


class Film:
    """The pages of an animation: it plays in a notebook, and ``save`` writes it as gif, mp4, webp or png.

    ``frames`` is the table of its dates: date (UTC), mean, median, p10, p90, valid_percent, whether it is kept, and why
    not.
    """

    def __init__(self, pages: Pages, frame_ms: int, loop: bool) -> None:
        self._pages, self._frame_ms, self._loop = pages, frame_ms, loop
        self.frames = _frames(pages)

    def __len__(self) -> int:
        return len(self._pages.pages)

    def __repr__(self) -> str:
        height, width = self._pages.pages[0].shape
        return f"a film of {len(self)} frames, {width} × {height} pixels: .save(path) writes it"

    def _repr_html_(self) -> str:
        with scratch() as folder:
            data = Path(self.save(folder / "film.webp")).read_bytes()
        return f'<img style="max-width:100%" src="data:image/webp;base64,{base64.b64encode(data).decode()}">'

    def save(self, path: str | os.PathLike[str]) -> str:
        """Write the film; its suffix decides the format: gif, mp4, webp or png. Return the path.

        Raises
        ------
        InvalidRequestError
            If the suffix is none of these.
        EnvironmentNotReadyError
            If it is mp4, and the extra ``video`` is not installed.
        """
        target = Path(path).expanduser()
        check_suffix("The film", str(target), ANIMATION_SUFFIXES)
        extras.require(("video",) if target.suffix.lower() == ".mp4" else ())
        height, width = self._pages.pages[0].shape
        with staged(target) as folder:
            drawn = open_animation(
                folder / target.name, (width, height), self._pages.palette, self._frame_ms, self._loop
            )
            with drawn as animation:
                for page in self._pages.pages:
                    animation.add(page)
            return str(publish(folder, target, Teller()))


def _frames(pages: Pages) -> pd.DataFrame:
    kept = tables.frame_of(pages.kept, ANIMATION_COLUMNS).assign(kept=True, why="")
    left_out = tables.frame_of(pages.left_out, ANIMATION_COLUMNS)
    left_out = left_out.assign(kept=False, why=[row["why"] for row in pages.left_out])
    frames = pd.concat([kept, left_out]) if len(left_out) else kept
    return frames.sort_values("date", kind="stable", ignore_index=True)


@takes(NdviAnimationRequest)
def animate(
    scenes: Any,  # noqa: ANN401
    area: Any = None,  # noqa: ANN401
    *,
    boundary: Any = None,  # noqa: ANN401
    client: Any = None,  # noqa: ANN401
    progress: Shown = "auto",
    **options: Any,
) -> Film:
    """Return the maps of an index over time as a film.

    Parameters
    ----------
    scenes
        Scenes of one satellite, as st.composite takes them; or rasters: a folder, a list of files, or a DataArray with
        the dim time.
    area
        As in st.search; by default the area of the search.
    boundary
        An outline to draw on top, given as an area; by default the area.
    client
        Of your Dask cluster: its workers read the dates.
    **options
        The parameters of the algorithm NDVI animation in lower case: index, period, title, min_valid (%), width,
        height, frame_ms, colour_ramp, min, max, curve, legend, …

    Raises
    ------
    ToolkitError
        If no date has enough valid pixels, or the area, the index or the files do not fit.

    Examples
    --------
    >>> film = st.animate(scenes, index="NDVI", title="Greenness", width=200, height=200)
    >>> len(film.frames)
    5
    >>> film.save("ndvi.gif")
    'ndvi.gif'
    """
    with scratch() as folder:
        line = area_fields(boundary, "boundary")
        request = request_of(
            NdviAnimationRequest,
            options,
            "animate",
            output=str(folder / "film.gif"),
            boundary_wkt=line.get("aoi_wkt", ""),
            boundary_crs=line.get("aoi_crs", ""),
            **source_fields(scenes, folder),
            **area_or_searched(area, searched_area(scenes)),
        )
        made = run(functools.partial(ndvi_animation.in_memory, client=client), request, progress)
        return Film(made, request.frame_ms, request.loop)
