"""Request and result of the import of Sentinel-3's swaths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import RASTER_SUFFIXES
from sentinel_toolkit.contract.requests import (
    AreaOfInterest,
    check_choice,
    check_choices,
    check_one_of,
    check_range,
    check_suffix,
)
from sentinel_toolkit.contract.targets import ITEM_AND_STYLE

if TYPE_CHECKING:
    from collections.abc import Mapping

# Quantities of Sentinel-3 SL_2_LST, then angles, flags, and whether a pixel was measured at its place.
SWATH_QUANTITIES = ("LST", "LST_uncertainty", "NDVI", "fraction", "biome", "TCWV", "elevation")
SWATH_VARIABLES = (*SWATH_QUANTITIES, "view_zenith", "independent", "exception", "confidence", "cloud", "bayes")
RESAMPLINGS = ("nearest", "bilinear")
CLOUD_MASKS = ("auto", "summary", "bayesian", "strict", "none")
PASSES_GROUP_FILE = "passes.qlr"


def parse_variables(text: str) -> tuple[str, ...]:
    """Return the variables that a comma list names, however they are capitalised."""
    known = {name.lower(): name for name in SWATH_VARIABLES}
    words = [word.strip() for word in text.split(",") if word.strip()]
    return tuple(known.get(word.lower(), word) for word in words)


@dataclass(frozen=True)
class ImportSentinel3Request(AreaOfInterest):
    """Swaths of Sentinel-3 on a grid.

    They come from ``scenes_path`` or ``sen3``, and go to ``output`` (of one pass) or ``output_folder`` (a raster of
    each).
    """

    INPUTS: ClassVar[tuple[str, ...]] = ("scenes_path", "sen3")
    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"output": ITEM_AND_STYLE, "table_path": ()}
    FOLDERS: ClassVar[tuple[str, ...]] = ("output_folder",)

    scenes_path: str = ""
    """JSON lines: one scene each."""
    sen3: str = ""
    """A .SEN3 folder, its manifest or a zip."""
    variables: tuple[str, ...] = ("LST", "NDVI")
    """Some of SWATH_VARIABLES."""
    crs: str = ""
    """Of the result: WKT2 or an authority's code; empty: the UTM zone of the area's centre."""
    resolution_m: float = 1000.0
    """In metres, or in the unit of ``crs``."""
    resampling: str = "nearest"
    cloud_mask: str = "auto"
    grow_mask_px: float = 1.0
    """Widens the cloud mask by pixels of the swath."""
    shift_terrain: bool = False
    """Move high ground as if the product had placed it as if it were at height 0."""
    output: str = ""
    output_folder: str = ""
    table_path: str = ""
    """Takes a row for each layer of ``output_folder``."""
    repeat_with: str = ""
    """The JSON that repeats the job in qgis_process."""

    def __post_init__(self) -> None:
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


@dataclass(frozen=True)
class ImportSentinel3Result:
    """The rasters that were made."""

    output: str
    output_folder: str
    valid_percent: float
    """Share of the area with a value in the first variable, of the first pass."""
    is_day: bool
    """Whether the first pass was by day."""
    count: int
    """Rasters."""
    table_path: str = ""
