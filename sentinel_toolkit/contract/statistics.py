"""Request and result of the statistics of a scenes layer, and the columns of its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sentinel_toolkit.contract.catalogue import Column
from sentinel_toolkit.contract.requests import AreaOfInterest, check_choice, check_page

if TYPE_CHECKING:
    from collections.abc import Mapping

STATISTICS_PERIODS = ("day", "week", "month")
STATISTICS_COLUMNS = (
    Column("period", "text", "Period"),
    Column("start", "text", "First day"),
    Column("end", "text", "Last day"),
    Column("scenes", "integer", "Scenes"),
    Column("acquisitions", "integer", "Acquisitions"),
    Column("cloud", "real", "Mean cloud [%]"),
    Column("vegetation", "real", "Mean vegetation [%]"),
    Column("water", "real", "Mean water [%]"),
    Column("snow", "real", "Mean snow [%]"),
    Column("vegetation_clear", "real", "Mean vegetation of the cloud-free part [%]"),
)


@dataclass(frozen=True)
class SceneStatisticsRequest(AreaOfInterest):
    """What a scenes layer holds, by period.

    Days are mean solar ones at the area's centre, or that of the footprints.
    """

    INPUTS: ClassVar[tuple[str, ...]] = ("scenes_path",)
    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"table_path": (), "output_html": ()}

    scenes_path: str = ""
    """JSON lines: one scene each."""
    period: str = "month"
    table_path: str = ""
    """Takes the rows: STATISTICS_COLUMNS."""
    output_html: str = ""
    """Takes the report; empty: none."""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_choice("PERIOD", self.period, STATISTICS_PERIODS)
        check_page(self.output_html)


@dataclass(frozen=True)
class SceneStatisticsResult:
    """What was counted."""

    table_path: str
    """One JSON line for each period."""
    output_html: str
    periods: int
    scenes: int
    acquisitions: int
