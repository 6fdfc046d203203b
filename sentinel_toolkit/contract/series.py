"""Requests and results of the jobs on series: Sentinel-3, animations, zonal time series."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sentinel_toolkit.contract.catalogue import Column
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import (
    DEFAULT_MASK_CLASSES,
    INDICES,
    OFFSETS,
    RASTER_SUFFIXES,
    check_mask_classes,
)
from sentinel_toolkit.contract.requests import (
    AreaOfInterest,
    check_choice,
    check_choices,
    check_page,
    check_range,
    check_suffix,
)

# Quantities of Sentinel-3 SL_2_LST, then angles, flags, and whether a pixel was measured at its place.
SWATH_QUANTITIES = ("LST", "LST_uncertainty", "NDVI", "fraction", "biome", "TCWV", "elevation")
SWATH_VARIABLES = (*SWATH_QUANTITIES, "view_zenith", "independent", "exception", "confidence", "cloud", "bayes")
RESAMPLINGS = ("nearest", "bilinear")
CLOUD_MASKS = ("auto", "summary", "bayesian", "strict", "none")
PASSES_GROUP_FILE, FRAMES_GROUP_FILE = "passes.qlr", "frames.qlr"
SERIES_INDICES = (*INDICES, "LST", "band")
ANIMATION_SUFFIXES = (".gif", ".mp4", ".webp", ".png")
ANIMATION_PERIODS = ("scene", "day", "week", "dekad", "month")
SMOOTHINGS = ("none", "savitzky_golay", "whittaker")
UNITS = ("kelvin", "celsius")
# Smaller pages have no room for letters; larger ones are beyond what players of H.264 and GIF take.
PAGE_SIDES = 200, 4096  # pixels
MAX_PAGE_RATIO = 6
FRAME_MS_RANGE = 20, 60_000  # browsers play anything shorter than 20 ms at 100 ms
MAX_FRAME_PIXELS = 64_000_000  # of a map: 256 MB; a page shows 16 million at most

_STATISTICS = (
    Column("mean", "real", "Mean"),
    Column("median", "real", "Median"),
    Column("p10", "real", "10th percentile"),
    Column("p90", "real", "90th percentile"),
    Column("valid_percent", "real", "Valid [%]"),
)
ANIMATION_COLUMNS = (Column("date", "text", "Date"), *_STATISTICS)
TIME_SERIES_COLUMNS = (
    Column("zone", "text", "Zone"),
    Column("date", "text", "Date"),
    *_STATISTICS[:2],
    Column("min", "real", "Minimum"),
    Column("max", "real", "Maximum"),
    Column("std", "real", "Standard deviation"),
    *_STATISTICS[2:4],
    Column("count", "real", "Valid pixels"),
    _STATISTICS[4],
    Column("smoothed", "real", "Smoothed mean"),
)


def parse_variables(text):
    """Return the variables that a comma list names, however they are capitalised."""
    known = {name.lower(): name for name in SWATH_VARIABLES}
    words = [word.strip() for word in text.split(",") if word.strip()]
    return tuple(known.get(word.lower(), word) for word in words)


def check_one_of(**given):
    """Refuse alternatives of which none or more than one is given: name of the parameter → what was given."""
    having = [name for name, value in given.items() if value]
    names = ", ".join(given)
    if not having:
        raise InvalidRequestError(f"None of {names} is given.", "Give one of them.")
    if len(having) > 1:
        raise InvalidRequestError(f"{' and '.join(having)} are given at once.", f"Give one of {names}.")


@dataclass(frozen=True)
class ImportSentinel3Request(AreaOfInterest):
    """Swaths of Sentinel-3 on a grid.

    ``scenes_path`` (one scene a line) or ``sen3`` (a .SEN3 folder, its manifest or a zip) say which; ``crs`` empty
    means the UTM zone of the area's centre; ``grow_mask_px`` widens the cloud mask by pixels of the swath;
    ``shift_terrain`` moves high ground as if the product had placed it as if it were at height 0. Either ``output`` (of
    one pass) or ``output_folder`` (a raster of each); ``table_path`` takes a row for each layer of the latter.
    """

    scenes_path: str = ""
    sen3: str = ""
    variables: tuple = ("LST", "NDVI")
    crs: str = ""
    resolution_m: float = 1000.0
    resampling: str = "nearest"
    cloud_mask: str = "auto"
    grow_mask_px: float = 1.0
    shift_terrain: bool = False
    output: str = ""
    output_folder: str = ""
    table_path: str = ""
    repeat_with: str = ""

    def __post_init__(self):
        super().__post_init__()
        check_one_of(INPUT=self.scenes_path, SEN3=self.sen3)
        check_one_of(OUTPUT=self.output, OUTPUT_FOLDER=self.output_folder)
        if not self.variables:
            raise InvalidRequestError("VARIABLES is empty.", f"Name some of: {', '.join(SWATH_VARIABLES)}.")
        check_choices("VARIABLES", self.variables, SWATH_VARIABLES)
        check_choice("RESAMPLING", self.resampling, RESAMPLINGS)
        check_choice("CLOUD_MASK", self.cloud_mask, CLOUD_MASKS)
        check_range("GROW_MASK", self.grow_mask_px, 0, 100)
        check_range("RESOLUTION", self.resolution_m, 1e-6, 1e6)
        if self.output:
            check_suffix("OUTPUT", self.output, RASTER_SUFFIXES)

    @property
    def targets(self):
        """Return the files that the job makes; in a folder each is swept by the next job."""
        return (self.output,) if self.output else ()


@dataclass(frozen=True)
class ImportSentinel3Result:
    """``valid_percent`` is the share of the area with a value in the first variable, of the first pass; ``is_day``
    tells whether that pass was by day. ``count`` rasters were made.
    """

    output: str
    output_folder: str
    valid_percent: float
    is_day: bool
    count: int
    table_path: str = ""


@dataclass(frozen=True)
class SeriesRequest(AreaOfInterest):
    """Where the dates of a series come from, and what is shown of each.

    Either ``scenes_path`` (one scene a line, Sentinel-2 or Sentinel-3), ``rasters_path`` (JSON lines of ``path`` and
    ``time``, ISO or empty) or ``raster_folder``. ``index`` is a spectral index, LST, or ``band``: then ``band`` names
    it. ``mask_classes``, ``grow_mask_m`` and ``offset`` are for Sentinel-2.
    """

    scenes_path: str = ""
    rasters_path: str = ""
    raster_folder: str = ""
    index: str = "NDVI"
    band: str = ""
    mask_classes: tuple = DEFAULT_MASK_CLASSES
    grow_mask_m: float = 0.0
    offset: str = "auto"
    units: str = "kelvin"
    memory_limit_mb: int = 1024
    threads: int = 0
    repeat_with: str = ""

    def __post_init__(self):
        super().__post_init__()
        check_one_of(INPUT=self.scenes_path, RASTERS=self.rasters_path, RASTER_FOLDER=self.raster_folder)
        check_choice("INDEX", self.index, SERIES_INDICES)
        if (self.index == "band") != bool(self.band):
            raise InvalidRequestError(
                f"INDEX is {self.index}, and BAND is {self.band!r}.",
                "BAND names a band where INDEX is band, and is empty otherwise.",
            )
        check_mask_classes(self.mask_classes)
        check_range("GROW_MASK", self.grow_mask_m, 0, 10_000)
        check_choice("OFFSET", self.offset, OFFSETS)
        check_choice("UNITS", self.units, UNITS)
        check_range("MEMORY_LIMIT", self.memory_limit_mb, 64, 1_000_000)

    @property
    def quantity(self):
        """Return the name of what is shown."""
        return self.band if self.index == "band" else self.index


@dataclass(frozen=True)
class NdviAnimationRequest(SeriesRequest):
    """Maps of an index over time as one file.

    Dates with less than ``min_valid_percent`` of the area are left out. ``resolution_m`` 0: the area's longer side over
    ``width``, never finer than the source; ``low`` and ``high`` None and ``ramp`` empty: those of the index.
    ``boundary_wkt`` in ``boundary_crs`` is drawn on top; empty: the area. ``pictures_folder`` takes a PNG for each
    date, ``frames_folder`` a raster; ``table_path`` a row for each, ``layers_path`` a row for each layer.
    """

    output: str = ""
    period: str = "scene"
    title: str = ""
    min_valid_percent: float = 20.0
    resolution_m: float = 0.0
    low: float | None = None
    high: float | None = None
    ramp: str = ""
    boundary_wkt: str = ""
    boundary_crs: str = ""
    width: int = 1000
    height: int = 1000
    frame_ms: int = 500
    loop: bool = True
    legend: bool = True
    scale_bar: bool = True
    north_arrow: bool = True
    date: bool = True
    date_format: str = ""
    curve: bool = False
    pictures_folder: str = ""
    frames_folder: str = ""
    table_path: str = ""
    layers_path: str = ""

    def __post_init__(self):
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
        for name, value in (("TITLE", self.title), ("DATE_FORMAT", self.date_format)):
            if any(0xD800 <= ord(letter) < 0xE000 for letter in value):
                raise InvalidRequestError(f"{name} holds half a letter, which is no text.", "Write it anew.")

    @property
    def targets(self):
        """Return the file that the job makes; in folders each is swept by the next job."""
        return (self.output,)


@dataclass(frozen=True)
class NdviAnimationResult:
    """``frames`` pages stand in the animation; ``left_out`` dates had too little valid area, or could not be read."""

    output: str
    frames: int
    left_out: int
    pictures_folder: str = ""
    frames_folder: str = ""
    table_path: str = ""
    layers_path: str = ""


@dataclass(frozen=True)
class IndexTimeSeriesRequest(SeriesRequest):
    """Statistics of an index in zones over time.

    ``zones_path`` holds JSON lines of ``name`` and ``wkt`` in ``zones_crs``; ``resolution_m`` 0 is the source's own;
    rows go to ``table_path``, the chart to ``output_html`` (empty: none).
    """

    zones_path: str = ""
    zones_crs: str = ""
    resolution_m: float = 0.0
    smoothing: str = "none"
    table_path: str = ""
    output_html: str = ""

    def __post_init__(self):
        super().__post_init__()
        check_choice("SMOOTHING", self.smoothing, SMOOTHINGS)
        check_range("RESOLUTION", self.resolution_m, 0, 1e6)
        check_page(self.output_html)

    @property
    def targets(self):
        """Return the files that the job makes."""
        return (self.output_html,) if self.output_html else ()


@dataclass(frozen=True)
class IndexTimeSeriesResult:
    """``table_path`` has a JSON line for each zone and date."""

    table_path: str
    output_html: str
    dates: int
    zones: int
