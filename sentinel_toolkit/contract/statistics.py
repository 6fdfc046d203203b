"""Request and result of the statistics of a scenes layer, and the columns of its table."""

from __future__ import annotations

from dataclasses import dataclass

from sentinel_toolkit.contract.catalogue import Column
from sentinel_toolkit.contract.requests import AreaOfInterest, check_choice, check_page

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

    ``scenes_path`` has one scene a line; rows (STATISTICS_COLUMNS) go to ``table_path``, the report to ``output_html``
    (empty: none). Days are mean solar ones at the area's centre, or that of the footprints.
    """

    scenes_path: str = ""
    period: str = "month"
    table_path: str = ""
    output_html: str = ""

    def __post_init__(self):
        super().__post_init__()
        check_choice("PERIOD", self.period, STATISTICS_PERIODS)
        check_page(self.output_html)

    @property
    def targets(self):
        """Return the files that the job makes."""
        return (self.output_html,) if self.output_html else ()


@dataclass(frozen=True)
class SceneStatisticsResult:
    """``table_path`` has a JSON line for each of ``periods``; ``scenes`` of ``acquisitions`` were counted."""

    table_path: str
    output_html: str
    periods: int
    scenes: int
    acquisitions: int
