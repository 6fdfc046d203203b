"""What all series share: where their dates come from, and what is shown of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sentinel_toolkit.contract.catalogue import Column
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import DEFAULT_MASK_CLASSES, INDICES, OFFSETS, check_mask_classes
from sentinel_toolkit.contract.requests import AreaOfInterest, check_choice, check_one_of, check_range
from sentinel_toolkit.contract.sharing import check_scheduler

SERIES_INDICES = (*INDICES, "LST", "band")
UNITS = ("kelvin", "celsius")
MAX_FRAME_PIXELS = 64_000_000  # of a map: 256 MB; a page shows 16 million at most
STATISTICS = (
    Column("mean", "real", "Mean"),
    Column("median", "real", "Median"),
    Column("p10", "real", "10th percentile"),
    Column("p90", "real", "90th percentile"),
    Column("valid_percent", "real", "Valid [%]"),
)


@dataclass(frozen=True)
class SeriesRequest(AreaOfInterest):
    """Where the dates of a series come from, and what is shown of each.

    They come from one of ``scenes_path``, ``rasters_path`` and ``raster_folder``.
    """

    INPUTS: ClassVar[tuple[str, ...]] = ("scenes_path", "rasters_path", "raster_folder")

    scenes_path: str = ""
    """JSON lines: one scene each, of Sentinel-2 or Sentinel-3."""
    rasters_path: str = ""
    """JSON lines of ``path`` and ``time`` (ISO or empty)."""
    raster_folder: str = ""
    index: str = "NDVI"
    """A spectral index, LST, or band: one of SERIES_INDICES."""
    band: str = ""
    """The band's name, where ``index`` is band."""
    mask_classes: tuple[str, ...] = DEFAULT_MASK_CLASSES
    """This and the next two are for Sentinel-2."""
    grow_mask_m: float = 0.0
    offset: str = "auto"
    units: str = "kelvin"
    """Of temperatures: one of UNITS."""
    memory_limit_mb: int = 1024
    threads: int = 0
    """0: as many as are useful."""
    repeat_with: str = ""
    """The JSON that repeats the job in qgis_process."""
    scheduler: str = ""
    """Where dates, or groups of zones, are read: see ``check_scheduler``; empty: in this process."""

    @property
    def extras(self) -> tuple[str, ...]:
        return ("cluster",) if self.scheduler else ()

    def __post_init__(self) -> None:
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
        check_range("threads", self.threads, 0, 1024)
        check_scheduler(self.scheduler)

    @property
    def quantity(self) -> str:
        """Return the name of what is shown."""
        return self.band if self.index == "band" else self.index
