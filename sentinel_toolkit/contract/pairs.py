"""Request and result of the search for pairs of scenes, and the columns of its layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from sentinel_toolkit.contract.catalogue import Column
from sentinel_toolkit.contract.requests import AreaOfInterest, check_range

if TYPE_CHECKING:
    from collections.abc import Mapping

PAIR_COLUMNS = (
    Column("rank", "integer", "Rank"),
    Column("hours_apart", "real", "Hours apart"),
    Column("coverage", "real", "Covered by both [%]"),
    Column("cloud", "real", "Cloud [%]"),
    Column("fine_id", "text", "Sentinel-2 scene"),
    Column("coarse_id", "text", "Sentinel-3 scene"),
    Column("fine_scene", "text", "Sentinel-2 scene (STAC item)"),
    Column("coarse_scene", "text", "Sentinel-3 scene (STAC item)"),
)


@dataclass(frozen=True)
class FindScenePairsRequest(AreaOfInterest):
    """Scenes of Sentinel-2 and Sentinel-3 that show the same ground at about the same time."""

    INPUTS: ClassVar[tuple[str, ...]] = ("fine_path", "coarse_path")
    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"table_path": ()}

    fine_path: str = ""
    """JSON lines with ``scene``, of Sentinel-2, and what the layer knows of it (``clear``)."""
    coarse_path: str = ""
    """The same of Sentinel-3."""
    max_days: float = 1.0
    """Most days between the two."""
    max_cloud_percent: float = 30.0
    table_path: str = ""
    """Takes the rows: PAIR_COLUMNS and ``geometry`` (WKT, EPSG:4326)."""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_range("MAX_DAYS", self.max_days, 0, 366)
        check_range("MAX_CLOUD", self.max_cloud_percent, 0, 100)


@dataclass(frozen=True)
class FindScenePairsResult:
    """The pairs that were found."""

    table_path: str
    """One JSON line for each, the best first."""
    count: int
