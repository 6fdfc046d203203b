"""Requests and results of the imagery jobs."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.requests import AreaOfInterest, check_choice, check_choices, check_range, check_suffix

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
SCHEDULER_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^/\s:]+:\d{1,5}")
OFFSETS = ("auto", "apply", "none")
RASTER_SUFFIXES = (".tif", ".tiff")
MAX_PIXELS = 2**31  # of one raster per band: a guard against a resolution in the wrong unit


def parse_bands(text):
    """Return the bands that a comma list names; ``all`` means the 12 of L2A, ``b4`` means B04."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    if [word.lower() for word in words] == ["all"]:
        return BANDS
    known = {band.lower(): band for band in BANDS} | {f"b{band[2]}": band for band in BANDS if band[1] == "0"}
    return tuple(known.get(word.lower(), word) for word in words)


def check_mask_classes(names):
    """Refuse unknown classes, and none beside others."""
    check_choices("MASK_CLASSES", names, MASK_CLASSES)
    if "none" in names and len(names) > 1:
        raise InvalidRequestError(
            "MASK_CLASSES holds none beside others.", "Choose none alone, or classes without none."
        )


@dataclass(frozen=True)
class ImageryRequest(AreaOfInterest):
    """What every imagery job shares.

    ``scenes_path`` holds one scene (STAC item JSON) per line; ``resolution_m`` is in metres, or in the unit of ``crs``;
    ``crs`` empty means the scenes' own; ``grow_mask_m`` widens the mask by that many metres, ``erode_edge_m`` takes
    that much off a swath's edge; ``threads`` 0 means as many as are useful; ``repeat_with`` is the JSON that repeats
    the job in qgis_process.
    """

    scenes_path: str = ""
    bands: tuple = ("B02", "B03", "B04", "B08")
    mask_classes: tuple = DEFAULT_MASK_CLASSES
    grow_mask_m: float = 0.0
    erode_edge_m: float = 0.0
    offset: str = "auto"
    crs: str = ""
    resolution_m: float = 10.0
    memory_limit_mb: int = 1024
    threads: int = 0
    repeat_with: str = ""

    def __post_init__(self):
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
    """What composites over time share: ``method`` is the rule that makes one value of many.

    ``index`` composites that index of each scene instead of the bands; ``percentile`` (0-100) is for the method of that
    name; ``date_band`` adds the day of each pixel's observation. ``max_scenes`` (0: all) takes the clearest of each
    tile, and ``min_observations`` adds further ones where a pixel has fewer. ``scheduler`` is the address of a Dask
    scheduler; empty: this computer.
    """

    index: str = ""
    method: str = "median"
    percentile: float = 25.0
    date_band: bool = False
    max_scenes: int = 0
    min_observations: int = 0
    scheduler: str = ""

    def __post_init__(self):
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
        if self.scheduler and not SCHEDULER_ADDRESS.fullmatch(self.scheduler):
            raise InvalidRequestError(
                f"SCHEDULER is {self.scheduler!r}, which is no address.", "Write it as tcp://127.0.0.1:8786."
            )


@dataclass(frozen=True)
class MedianCompositeRequest(CompositeRequest):
    """One composite of all scenes; ``output_rgb`` is an optional 8-bit true-colour COG in Web Mercator."""

    output: str = ""
    output_rgb: str = ""

    def __post_init__(self):
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

    @property
    def targets(self):
        """Return the files that the job makes; whoever cleans up after a crash asks for them."""
        return (self.output, self.output_rgb) if self.output_rgb else (self.output,)


@dataclass(frozen=True)
class CompositeSeriesRequest(CompositeRequest):
    """A composite of each period (and tile) into ``output_folder``.

    ``by_calendar`` takes the same period of all years together; ``tiling`` mgrs makes a raster of each tile;
    ``table_path`` takes one row for each layer that the series is shown with.
    """

    period: str = "month"
    by_calendar: bool = False
    tiling: str = "none"
    output_folder: str = ""
    table_path: str = ""

    def __post_init__(self):
        super().__post_init__()
        check_choice("PERIOD", self.period, SERIES_PERIODS)
        check_choice("TILING", self.tiling, TILINGS)
        if self.by_calendar and self.period in ("year", "all"):
            raise InvalidRequestError(
                f"BY_CALENDAR with PERIOD {self.period} leaves nothing to put together.", "Use a shorter PERIOD."
            )
        if not self.output_folder:
            raise InvalidRequestError("OUTPUT_FOLDER is empty.", "Choose a folder.")

    @property
    def targets(self):
        """Return what a crash may leave half-made: composites are made in this folder, each swept by the next job."""
        return ()


@dataclass(frozen=True)
class CompositeSeriesResult:
    """``count`` composites stand in the folder; ``table_path`` has one JSON line for each period's layer."""

    output_folder: str
    count: int
    failed: int
    table_path: str


@dataclass(frozen=True)
class MedianCompositeResult:
    """``valid_percent`` is the share of the AOI's pixels with at least one observation; ``output_rgb`` is empty
    where none was asked for.
    """

    output: str
    output_rgb: str
    valid_percent: float
    scenes_used: int


@dataclass(frozen=True)
class StackBandsRequest(ImageryRequest):
    """The bands of one acquisition in one raster; ``picture`` is an optional PNG of it."""

    bands: tuple = ("B04", "B03", "B02")
    mask_classes: tuple = ("none",)
    output: str = ""
    picture: str = ""

    def __post_init__(self):
        super().__post_init__()
        check_suffix("OUTPUT", self.output, RASTER_SUFFIXES)
        if self.picture:
            check_suffix("PICTURE", self.picture, (".png",))

    @property
    def targets(self):
        """Return the files that the job makes."""
        return (self.output, self.picture) if self.picture else (self.output,)


@dataclass(frozen=True)
class StackBandsResult:
    """``picture`` is empty where none was asked for."""

    output: str
    picture: str
    valid_percent: float
