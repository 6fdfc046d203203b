"""Requests and results of the jobs on series: Sentinel-3, animations, zonal time series."""

from __future__ import annotations

from dataclasses import dataclass

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import RASTER_SUFFIXES
from sentinel_toolkit.contract.requests import AreaOfInterest, check_choice, check_choices, check_range, check_suffix

# Quantities of Sentinel-3 SL_2_LST, then angles, flags, and whether a pixel was measured at its place.
SWATH_QUANTITIES = ("LST", "LST_uncertainty", "NDVI", "fraction", "biome", "TCWV", "elevation")
SWATH_VARIABLES = (*SWATH_QUANTITIES, "view_zenith", "independent", "exception", "confidence", "cloud", "bayes")
RESAMPLINGS = ("nearest", "bilinear")
CLOUD_MASKS = ("auto", "summary", "bayesian", "strict", "none")
PASSES_GROUP_FILE = "passes.qlr"


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
