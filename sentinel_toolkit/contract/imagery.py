"""Requests and results of the imagery jobs."""

from __future__ import annotations

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


@dataclass(frozen=True)
class ImageryRequest(AreaOfInterest):
    """What every imagery job shares.

    ``scenes_path`` holds one scene (STAC item JSON) per line; ``resolution_m`` is in metres, or in the unit of ``crs``;
    ``crs`` empty means the scenes' own; ``grow_mask_m`` widens the mask by that many metres, ``erode_edge_m`` takes
    that much off a swath's edge; ``threads`` 0 means as many as are useful; ``repeat_with`` is the JSON that repeats
    the job in qgis_process.
    """

    scenes_path: str = ""
    output: str = ""
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
        check_choices("MASK_CLASSES", self.mask_classes, MASK_CLASSES)
        if "none" in self.mask_classes and len(self.mask_classes) > 1:
            raise InvalidRequestError(
                "MASK_CLASSES holds none beside others.", "Choose none alone, or classes without none."
            )
        check_choice("OFFSET", self.offset, OFFSETS)
        check_range("GROW_MASK", self.grow_mask_m, 0, 10_000)
        check_range("ERODE_EDGE", self.erode_edge_m, 0, 10_000)
        check_range("RESOLUTION", self.resolution_m, 1e-6, 1e6)
        check_range("MEMORY_LIMIT", self.memory_limit_mb, 64, 1_000_000)
        check_range("threads", self.threads, 0, 1024)
        check_suffix("OUTPUT", self.output, RASTER_SUFFIXES)

    @property
    def targets(self):
        """Return the files that the job makes; whoever cleans up after a crash asks for them."""
        return (self.output,)


@dataclass(frozen=True)
class MedianCompositeRequest(ImageryRequest):
    """A composite over time: ``method`` is the rule that makes one value of many.

    ``index`` composites that index of each scene instead of the bands; ``percentile`` (0-100) is for the method of that
    name; ``date_band`` adds the day of each pixel's observation.
    """

    index: str = ""
    method: str = "median"
    percentile: float = 25.0
    date_band: bool = False

    def __post_init__(self):
        super().__post_init__()
        check_choice("METHOD", self.method, COMPOSITE_METHODS)
        check_choice("INDEX", self.index, ("", *INDICES))
        check_range("PERCENTILE", self.percentile, 0, 100)
        if self.date_band and self.method not in CHOOSING_METHODS:
            raise InvalidRequestError(
                f"DATE_BAND is set, and METHOD {self.method} makes one value of many dates.",
                f"Use METHOD {', '.join(CHOOSING_METHODS)}, or leave DATE_BAND out.",
            )


@dataclass(frozen=True)
class MedianCompositeResult:
    """``valid_percent`` is the share of the AOI's pixels with at least one observation; notes went over the pipe."""

    output: str
    valid_percent: float
    scenes_used: int


@dataclass(frozen=True)
class StackBandsRequest(ImageryRequest):
    """The bands of one acquisition in one raster; ``picture`` is an optional PNG of it."""

    bands: tuple = ("B04", "B03", "B02")
    mask_classes: tuple = ("none",)
    picture: str = ""

    def __post_init__(self):
        super().__post_init__()
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
