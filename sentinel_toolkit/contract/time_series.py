"""Request and result of the zonal time series, and the columns of its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sentinel_toolkit.contract.catalogue import Column
from sentinel_toolkit.contract.dated_series import STATISTICS, SeriesRequest
from sentinel_toolkit.contract.requests import check_choice, check_page, check_range

if TYPE_CHECKING:
    from collections.abc import Mapping

SMOOTHINGS = ("none", "savitzky_golay", "whittaker")
TIME_SERIES_COLUMNS = (
    Column("zone", "text", "Zone"),
    Column("date", "text", "Date"),
    *STATISTICS[:2],
    Column("min", "real", "Minimum"),
    Column("max", "real", "Maximum"),
    Column("std", "real", "Standard deviation"),
    *STATISTICS[2:4],
    Column("count", "real", "Valid pixels"),
    STATISTICS[4],
    Column("smoothed", "real", "Smoothed mean"),
    Column("used", "boolean", "Used"),
)


@dataclass(frozen=True)
class IndexTimeSeriesRequest(SeriesRequest):
    """Statistics of an index in zones over time."""

    INPUTS: ClassVar[tuple[str, ...]] = (*SeriesRequest.INPUTS, "zones_path")
    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"table_path": (), "output_html": ()}

    zones_path: str = ""
    """JSON lines of ``name`` and ``wkt``."""
    zones_crs: str = ""
    """The zones' coordinate system: WKT2 or an authority's code."""
    resolution_m: float = 0.0
    """0: the source's own."""
    smoothing: str = "none"
    """One of SMOOTHINGS."""
    min_valid_percent: float = 20.0
    """Of a zone: rows with less stay in the table, but are in no line, mean or smoothing."""
    table_path: str = ""
    """Takes the rows: TIME_SERIES_COLUMNS."""
    output_html: str = ""
    """Takes the chart; empty: none."""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_choice("SMOOTHING", self.smoothing, SMOOTHINGS)
        check_range("MIN_VALID", self.min_valid_percent, 0, 100)
        check_range("RESOLUTION", self.resolution_m, 0, 1e6)
        check_page(self.output_html)


@dataclass(frozen=True)
class IndexTimeSeriesResult:
    """The statistics."""

    table_path: str
    """One JSON line for each zone and date."""
    output_html: str
    dates: int
    zones: int
