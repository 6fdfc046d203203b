"""Request and result of the animation of an index, and the columns of its table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sentinel_toolkit.contract.catalogue import Column
from sentinel_toolkit.contract.dated_series import STATISTICS, SeriesRequest
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.requests import check_choice, check_range, check_suffix

if TYPE_CHECKING:
    from collections.abc import Mapping

FRAMES_GROUP_FILE = "frames.qlr"
ANIMATION_SUFFIXES = (".gif", ".mp4", ".webp", ".png")
ANIMATION_PERIODS = ("scene", "day", "week", "dekad", "month")
# Smaller pages have no room for letters; larger ones are beyond what players of H.264 and GIF take.
PAGE_SIDES = 200, 4096  # pixels
MAX_PAGE_RATIO = 6
FRAME_MS_RANGE = 20, 60_000  # browsers play anything shorter than 20 ms at 100 ms
ANIMATION_COLUMNS = (Column("date", "text", "Date"), *STATISTICS)


@dataclass(frozen=True)
class NdviAnimationRequest(SeriesRequest):
    """Maps of an index over time as one file."""

    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"output": (), "table_path": (), "layers_path": ()}
    FOLDERS: ClassVar[tuple[str, ...]] = ("pictures_folder", "frames_folder")

    output: str = ""
    period: str = "scene"
    """One of ANIMATION_PERIODS: what one page shows."""
    title: str = ""
    min_valid_percent: float = 20.0
    """Dates with less than this share of the area are left out."""
    resolution_m: float = 0.0
    """0: the area's longer side over ``width``, never finer than the source."""
    low: float | None = None
    """Ends of the scale of colours; None: those of the index."""
    high: float | None = None
    ramp: str = ""
    """Its colours; empty: those of the index."""
    boundary_wkt: str = ""
    """Drawn on top; empty: the area."""
    boundary_crs: str = ""
    width: int = 1000
    """Of a page, in pixels."""
    height: int = 1000
    frame_ms: int = 500
    """How long a page is shown."""
    loop: bool = True
    legend: bool = True
    scale_bar: bool = True
    north_arrow: bool = True
    date: bool = True
    date_format: str = ""
    """As strftime takes it; empty: 2023-05-01, or the period's label."""
    curve: bool = False
    """Draw the mean of all dates beneath the map."""
    pictures_folder: str = ""
    """Takes a PNG for each date; empty: none."""
    frames_folder: str = ""
    """Takes a raster for each date; empty: none."""
    table_path: str = ""
    """Takes a row for each date: ANIMATION_COLUMNS."""
    layers_path: str = ""
    """Takes a row for each layer of ``frames_folder``."""

    @property
    def extras(self) -> tuple[str, ...]:
        return (*super().extras, *(("video",) if self.output.lower().endswith(".mp4") else ()))

    def __post_init__(self) -> None:
        super().__post_init__()
        check_suffix("OUTPUT", self.output, ANIMATION_SUFFIXES)
        check_choice("PERIOD", self.period, ANIMATION_PERIODS)
        check_range("MIN_VALID", self.min_valid_percent, 0, 100)
        check_range("RESOLUTION", self.resolution_m, 0, 1e6)
        check_range("WIDTH", self.width, *PAGE_SIDES)
        check_range("HEIGHT", self.height, *PAGE_SIDES)
        check_range("FRAME_MS", self.frame_ms, *FRAME_MS_RANGE)
        if max(self.width, self.height) > MAX_PAGE_RATIO * min(self.width, self.height):
            raise InvalidRequestError(
                f"WIDTH {self.width} and HEIGHT {self.height} make too narrow a page.",
                f"One side may be at most {MAX_PAGE_RATIO} times the other.",
            )
        for name, value in (("MIN", self.low), ("MAX", self.high)):
            if value is not None and not math.isfinite(value):
                raise InvalidRequestError(f"{name} is {value}.", "Use a number.")
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise InvalidRequestError(f"MIN {self.low:g} is not below MAX {self.high:g}.", "Make MIN smaller than MAX.")
        for name, text in (("TITLE", self.title), ("DATE_FORMAT", self.date_format)):
            if any(0xD800 <= ord(letter) < 0xE000 for letter in text):
                raise InvalidRequestError(f"{name} holds half a letter, which is no text.", "Write it anew.")


@dataclass(frozen=True)
class NdviAnimationResult:
    """The animation, and what was asked for beside it."""

    output: str
    frames: int
    """Pages."""
    left_out: int
    """Dates that had too little valid area, or could not be read."""
    pictures_folder: str = ""
    frames_folder: str = ""
    table_path: str = ""
    layers_path: str = ""
