"""Requests and results of the imagery jobs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.object_addresses import check_folder, is_object_address
from sentinel_toolkit.contract.requests import (
    AreaOfInterest,
    check_choice,
    check_choices,
    check_range,
    check_suffix,
)
from sentinel_toolkit.contract.sharing import check_scheduler, parse_shard
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The 12 bands of Sentinel-2 L2A, in the order of the spectrum (B10 exists in L1C only).
BANDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12")

# Classes of the Sentinel-2 scene classification; the position is the value in the SCL raster (ESA, PSD 15).
SCL_CLASSES = (
    "no_data",
    "saturated",
    "terrain_shadow",
    "cloud_shadow",
    "vegetation",
    "not_vegetated",
    "water",
    "unclassified",
    "cloud_medium",
    "cloud_high",
    "thin_cirrus",
    "snow",
)
MASK_CLASSES = (*SCL_CLASSES, "none")
DEFAULT_MASK_CLASSES = (
    "no_data",
    "saturated",
    "cloud_shadow",
    "unclassified",
    "cloud_medium",
    "cloud_high",
    "thin_cirrus",
)
COMPOSITE_METHODS = ("median", "percentile", "mean", "medoid", "geomedian", "max_ndvi", "latest")
INDICES = ("NDVI", "EVI", "SAVI", "NDWI", "NDMI", "NBR")
CHOOSING_METHODS = ("medoid", "max_ndvi", "latest")  # each pixel is one observation, and has a date
SERIES_PERIODS = ("dekad", "month", "quarter", "season", "year", "all")
TILINGS = ("none", "mgrs")
GROUP_FILE = "composites.qlr"  # of a series: written on QGIS's side, guarded by the worker
TRUE_COLOUR = ("B04", "B03", "B02")
OFFSETS = ("auto", "apply", "none")
RASTER_SUFFIXES = (".tif", ".tiff")
MAX_PIXELS = 2**31  # of one raster per band: a guard against a resolution in the wrong unit


def parse_bands(text: str) -> tuple[str, ...]:
    """Return the bands that a comma list names; ``all`` means the 12 of L2A, ``b4`` means B04."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    if [word.lower() for word in words] == ["all"]:
        return BANDS
    known = {band.lower(): band for band in BANDS} | {f"b{band[2]}": band for band in BANDS if band[1] == "0"}
    return tuple(known.get(word.lower(), word) for word in words)


def check_mask_classes(names: Sequence[str]) -> None:
    """Refuse unknown classes, and none beside others."""
    check_choices("MASK_CLASSES", names, MASK_CLASSES)
    if "none" in names and len(names) > 1:
        raise InvalidRequestError(
            "MASK_CLASSES holds none beside others.", "Choose none alone, or classes without none."
        )


@dataclass(frozen=True)
class ImageryRequest(AreaOfInterest):
    """What every imagery job shares."""

    INPUTS: ClassVar[tuple[str, ...]] = ("scenes_path",)

    scenes_path: str = ""
    """JSON lines: one scene (STAC item) each."""
    bands: tuple[str, ...] = ("B02", "B03", "B04", "B08")
    mask_classes: tuple[str, ...] = DEFAULT_MASK_CLASSES
    grow_mask_m: float = 0.0
    """Widens the mask."""
    erode_edge_m: float = 0.0
    """Taken off the edge of a swath."""
    offset: str = "auto"
    """One of OFFSETS: whether the reflectance offset is applied."""
    crs: str = ""
    """Of the result: WKT2 or an authority's code; empty: the scenes' own."""
    resolution_m: float = 10.0
    """In metres, or in the unit of ``crs``."""
    memory_limit_mb: int = 1024
    threads: int = 0
    """0: as many as are useful."""
    repeat_with: str = ""
    """The JSON that repeats the job in qgis_process."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.bands:
            raise InvalidRequestError("BANDS is empty.", f"Name some of: {', '.join(BANDS)}, or all.")
        check_choices("BANDS", self.bands, BANDS)
        check_mask_classes(self.mask_classes)
        check_choice("OFFSET", self.offset, OFFSETS)
        check_range("GROW_MASK", self.grow_mask_m, 0, 10_000)
        check_range("ERODE_EDGE", self.erode_edge_m, 0, 10_000)
        check_range("RESOLUTION", self.resolution_m, 1e-6, 1e6)
        check_range("MEMORY_LIMIT", self.memory_limit_mb, 64, 1_000_000)
        check_range("threads", self.threads, 0, 1024)


@dataclass(frozen=True)
class CompositeRequest(ImageryRequest):
    """What composites over time share."""

    index: str = ""
    """Composite this index of each scene instead of the bands."""
    method: str = "median"
    """The rule that makes one value of many: one of COMPOSITE_METHODS."""
    percentile: float = 25.0
    """0–100, for the method of that name."""
    date_band: bool = False
    """Add the day of each pixel's observation."""
    max_scenes: int = 0
    """Take the clearest of each tile; 0: all."""
    min_observations: int = 0
    """Add further scenes where a pixel has fewer."""
    scheduler: str = ""
    """Where the work is done: see ``check_scheduler``; empty: in this process."""

    @property
    def extras(self) -> tuple[str, ...]:
        return ("cluster",) if self.scheduler else ()

    def __post_init__(self) -> None:
        super().__post_init__()
        check_choice("METHOD", self.method, COMPOSITE_METHODS)
        check_choice("INDEX", self.index, ("", *INDICES))
        check_range("PERCENTILE", self.percentile, 0, 100)
        check_range("MAX_SCENES", self.max_scenes, 0, 100_000)
        check_range("MIN_OBSERVATIONS", self.min_observations, 0, 10_000)
        if self.date_band and self.method not in CHOOSING_METHODS:
            raise InvalidRequestError(
                f"DATE_BAND is set, and METHOD {self.method} makes one value of many dates.",
                f"Use METHOD {', '.join(CHOOSING_METHODS)}, or leave DATE_BAND out.",
            )
        check_scheduler(self.scheduler)


@dataclass(frozen=True)
class MedianCompositeRequest(CompositeRequest):
    """One composite of all scenes."""

    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"output": ITEM_AND_STYLE, "output_rgb": ()}

    output: str = ""
    output_rgb: str = ""
    """An 8-bit true-colour COG in Web Mercator; empty: none."""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_suffix("OUTPUT", self.output, RASTER_SUFFIXES)
        if not self.output_rgb:
            return
        check_suffix("OUTPUT_RGB", self.output_rgb, RASTER_SUFFIXES)
        if os.path.normcase(os.path.abspath(self.output)) == os.path.normcase(os.path.abspath(self.output_rgb)):
            raise InvalidRequestError(f"OUTPUT and OUTPUT_RGB are both {self.output!r}.", "Give them different names.")
        if self.index or not set(TRUE_COLOUR) <= set(self.bands):
            raise InvalidRequestError(
                "OUTPUT_RGB is a true-colour picture.", f"BANDS must hold {', '.join(TRUE_COLOUR)}, and INDEX be empty."
            )


@dataclass(frozen=True)
class CompositeSeriesRequest(CompositeRequest):
    """A composite of each period (and tile) into a folder."""

    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"table_path": ()}
    FOLDERS: ClassVar[tuple[str, ...]] = ("output_folder",)

    period: str = "month"
    by_calendar: bool = False
    """Take the same period of all years together."""
    tiling: str = "none"
    """One of TILINGS; mgrs makes a raster of each tile."""
    output_folder: str = ""
    """A folder, or one in object storage: ``s3://bucket/folder``."""
    table_path: str = ""
    """Takes one row for each layer that the series is shown with."""
    shard: str = ""
    """``3/100``: make this share of the composites only, and nothing that shows them; ``finish``: that alone."""

    @property
    def share(self) -> tuple[int, int]:
        """Return which part of how many this run makes; the first of one is all."""
        return parse_shard(self.shard)

    @property
    def extras(self) -> tuple[str, ...]:
        return (*super().extras, *(("objects",) if is_object_address(self.output_folder) else ()))

    def __post_init__(self) -> None:
        super().__post_init__()
        parse_shard(self.shard)
        check_choice("PERIOD", self.period, SERIES_PERIODS)
        check_choice("TILING", self.tiling, TILINGS)
        if self.by_calendar and self.period in ("year", "all"):
            raise InvalidRequestError(
                f"BY_CALENDAR with PERIOD {self.period} leaves nothing to put together.", "Use a shorter PERIOD."
            )
        if not self.output_folder:
            raise InvalidRequestError("OUTPUT_FOLDER is empty.", "Choose a folder.")
        check_folder("OUTPUT_FOLDER", self.output_folder)


@dataclass(frozen=True)
class CompositeSeriesResult:
    """What stands in the folder."""

    output_folder: str
    count: int
    """Composites: of a shard those of its share."""
    failed: int
    table_path: str
    """One JSON line for each period's layer; empty of a shard, which shows nothing."""


@dataclass(frozen=True)
class MedianCompositeResult:
    """The composite."""

    output: str
    output_rgb: str
    """Empty where none was asked for."""
    valid_percent: float
    """Share of the area's pixels with at least one observation."""
    scenes_used: int


@dataclass(frozen=True)
class StackBandsRequest(ImageryRequest):
    """The bands of one acquisition in one raster."""

    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"output": ITEM_AND_STYLE, "picture": ()}

    bands: tuple[str, ...] = ("B04", "B03", "B02")
    mask_classes: tuple[str, ...] = ("none",)
    output: str = ""
    picture: str = ""
    """A PNG of it; empty: none."""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_suffix("OUTPUT", self.output, RASTER_SUFFIXES)
        if self.picture:
            check_suffix("PICTURE", self.picture, (".png",))


@dataclass(frozen=True)
class StackBandsResult:
    """The stack."""

    output: str
    picture: str
    """Empty where none was asked for."""
    valid_percent: float
