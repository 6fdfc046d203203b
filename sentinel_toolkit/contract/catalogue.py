"""Requests and results of the catalogue jobs, and the columns of a scenes layer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal
from urllib.parse import urlsplit

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.requests import AreaOfInterest, check_choice, check_date, check_range, refuse_password

if TYPE_CHECKING:
    from collections.abc import Mapping

S2_L2A, S2_L1C, S3_LST = "sentinel-2-l2a", "sentinel-2-l1c", "sentinel-3-lst"
PRODUCTS = (S2_L2A, S2_L1C, S3_LST)
SOURCES = {  # and the products of each
    "earth_search": (S2_L2A,),
    "cdse": PRODUCTS,
    "cdse_odata": PRODUCTS,
    "planetary_computer": (S2_L2A, S3_LST),
    "stac": PRODUCTS,
    "folder": PRODUCTS,
}
PASSES = ("any", "day", "night")
TIMELINESS = ("any", "NT", "ST", "NR")  # non-time-critical, short time critical, near real time
MAX_SCENE_BYTES = 12_000  # of the `scene` column: a memory layer of thousands of larger ones breaks


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    kind: Literal["text", "real", "integer", "long", "boolean", "datetime"]
    alias: str
    """Its name for people."""


SCENE_COLUMNS = (
    Column("id", "text", "Scene"),
    Column("platform", "text", "Satellite"),
    Column("product", "text", "Product"),
    Column("datetime", "datetime", "Sensing time (UTC)"),
    Column("local_time", "text", "Local solar time"),
    Column("day_night", "text", "Day or night"),
    Column("tile", "text", "Tile"),
    Column("frame", "text", "Frame"),
    Column("relative_orbit", "integer", "Relative orbit"),
    Column("orbit_state", "text", "Orbit direction"),
    Column("baseline", "text", "Processing baseline"),
    Column("timeliness", "text", "Timeliness"),
    Column("centre", "text", "Processing centre"),
    Column("cloud", "real", "Cloud [%]"),
    Column("coverage", "real", "AOI covered [%]"),
    Column("pass_coverage", "real", "AOI covered by the pass [%]"),
    Column("clear", "real", "AOI clear [%]"),
    Column("vegetation", "real", "Vegetation [%]"),
    Column("water", "real", "Water [%]"),
    Column("snow", "real", "Snow [%]"),
    Column("nodata", "real", "No data [%]"),
    Column("sun_elevation", "real", "Sun elevation [°]"),
    Column("size_mb", "real", "Size [MB]"),
    Column("online", "boolean", "Online"),
    Column("source", "text", "Source"),
    Column("offset", "text", "Reflectance offset"),
    Column("thumbnail", "text", "Thumbnail"),
    Column("scene", "text", "Scene (STAC item)"),
)


# One row for each file of a download; `scene` stands on the first row of a scene.
DOWNLOAD_COLUMNS = (
    Column("scene_id", "text", "Scene"),
    Column("asset", "text", "Band or file"),
    Column("href", "text", "Address"),
    Column("path", "text", "File"),
    Column("bytes", "long", "Bytes"),
    Column("checksum", "text", "Checked by"),
    Column("status", "text", "Status"),
    Column("attempts", "integer", "Attempts"),
    Column("error", "text", "Error or remark"),
    Column("scene", "text", "Scene (STAC item)"),
)
DOWNLOADED, SKIPPED, FAILED = "downloaded", "skipped", "failed"
# What a download takes of its input: scenes, both scenes of pairs, or what an earlier run says of its files.
SCENE_FIELDS = ("scene", "fine_scene", "coarse_scene")
FILE_FIELDS = ("scene_id", "asset", "path", "status")
ORDER_FIELDS = (*SCENE_FIELDS, *FILE_FIELDS)
# What only a search can say of a scene: handed on.
FOUND_FIELDS = ("local_time", "day_night", "coverage", "pass_coverage", "clear")


@dataclass(frozen=True)
class SearchScenesRequest(AreaOfInterest):
    """What to look for."""

    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"table_path": ()}

    table_path: str = ""
    """Takes the rows: SCENE_COLUMNS and ``geometry``."""
    source: str = "earth_search"
    """One of SOURCES."""
    endpoint: str = ""
    """Address of the STAC API, where the source is stac."""
    folder: str = ""
    """Where the source is folder."""
    product: str = "sentinel-2-l2a"
    collection: str = ""
    """Its name at the source; empty: that of ``product`` in our table of sources."""
    start: str = ""
    """First day, ISO: a mean solar day at the area's centre."""
    end: str = ""
    """Last day, inclusive."""
    max_cloud_percent: float = 100.0
    min_coverage_percent: float = 0.0
    """Least share of the area that a scene covers."""
    measure_cloud: bool = False
    """Fill the column ``clear`` from a coarse look at each scene's classification in the area."""
    day_night: str = ""
    """One of PASSES; empty: day for Sentinel-3, else any."""
    local_time: str = ""
    """A range of the local solar time such as 09:00-15:00."""
    tiles: tuple[str, ...] = ()
    relative_orbits: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    centres: tuple[str, ...] = ()
    """Processing centres of Sentinel-3."""
    timeliness: str = "any"
    online_only: bool = True
    refresh: bool = False
    """Ask again what the cache could answer."""
    cache_folder: str = ""
    """Keeps the catalogue's answers; empty: nowhere."""
    keep_duplicates: bool = False
    """Older processings of the same observation too."""
    limit: int = 10_000
    """Most scenes."""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_choice("SOURCE", self.source, SOURCES)
        check_choice("PRODUCT", self.product, PRODUCTS)
        check_choice("PASS", self.day_night, ("", *PASSES))
        check_choice("TIMELINESS", self.timeliness, TIMELINESS)
        check_range("MAX_CLOUD", self.max_cloud_percent, 0, 100)
        check_range("MIN_COVERAGE", self.min_coverage_percent, 0, 100)
        check_range("LIMIT", self.limit, 1, 1_000_000)
        for label, day in (("START", self.start), ("END", self.end)):
            if day:
                check_date(label, day)
        if self.start and self.end and self.start > self.end:
            raise InvalidRequestError(f"START {self.start} is after END {self.end}.", "Exchange the two dates.")
        if self.source == "folder":
            if not self.folder:
                raise InvalidRequestError(
                    "SOURCE is folder, and no FOLDER is given.", "Choose the folder with the scenes."
                )
        else:
            self._check_remote()
        if self.product not in SOURCES[self.source]:
            having = ", ".join(source for source, products in SOURCES.items() if self.product in products)
            raise InvalidRequestError(f"SOURCE {self.source} has no {self.product}.", f"Use one of: {having}.")
        if self.local_time:
            parse_local_time(self.local_time)
        for orbit in self.relative_orbits:
            if not re.fullmatch("[0-9]{1,4}", str(orbit)):
                raise InvalidRequestError(
                    f"RELATIVE_ORBITS holds {orbit!r}.", "Write numbers with commas, e.g. 22,122."
                )

    @property
    def passes(self) -> str:
        """Return which passes are wanted: any, day or night."""
        return self.day_night or ("day" if self.product == S3_LST else "any")

    def _check_remote(self) -> None:
        if not (self.start and self.end):
            raise InvalidRequestError("START and END are needed to search a catalogue.", "Give both dates.")
        if not (self.aoi_wkt or self.tiles):
            raise InvalidRequestError("No area is given.", "Give one of AOI, EXTENT or TILES.")
        if self.source == "stac" and not (self.endpoint and self.collection):
            raise InvalidRequestError(
                "SOURCE stac needs ENDPOINT and COLLECTION.", "Give the URL of the STAC API and the collection."
            )
        if self.endpoint:
            refuse_password("ENDPOINT", self.endpoint)
            _check_address(self.endpoint)


def _check_address(address: str) -> None:
    """Refuse what is no address of a service: quoted without what may be a password in it."""
    try:
        parts = urlsplit(address)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # of brackets that nothing closes, of a port that is no number
        is_address = False
    if not is_address or re.search(r"[\s\x00-\x1f]", address):
        shown = re.sub("//[^/]*@", "//…@", address)
        raise InvalidRequestError(f"ENDPOINT {shown!r} is no URL.", "Write it as https://earth-search.example/v1.")


def parse_local_time(text: str) -> tuple[int, int]:
    """Return (first, last) minute of the day of a range such as ``09:00-15:00``.

    Raises
    ------
    InvalidRequestError
        If the text is no such range.
    """
    try:
        minutes = []
        for clock in text.split("-"):
            hour, minute = (int(part) for part in clock.split(":"))
            if not (0 <= hour < 24 and 0 <= minute < 60):
                raise ValueError(clock)
            minutes.append(60 * hour + minute)
        first, last = minutes
        return first, last
    except ValueError as error:
        raise InvalidRequestError(f"LOCAL_TIME is {text!r}.", "Write a range such as 09:00-15:00.") from error


@dataclass(frozen=True)
class SearchScenesResult:
    """What was found."""

    table_path: str
    """One JSON line per scene: the columns and ``geometry`` (WKT, EPSG:4326)."""
    count: int
    left_out: int
    """Scenes that the catalogue named and a condition refused."""


@dataclass(frozen=True)
class DownloadScenesRequest(AreaOfInterest):
    """What to fetch, and where to; files are cut to the area where they can be."""

    INPUTS: ClassVar[tuple[str, ...]] = ("scenes_path",)
    # ``table_path`` may be the table of an earlier run, which this one brings up to date.
    OUTPUTS: ClassVar[Mapping[str, tuple[str, ...]]] = {"scenes_table_path": ()}
    FOLDERS: ClassVar[tuple[str, ...]] = ("output_folder",)

    scenes_path: str = ""
    """JSON lines with the columns of ORDER_FIELDS and FOUND_FIELDS."""
    table_path: str = ""
    """Takes the rows of the files: DOWNLOAD_COLUMNS."""
    scenes_table_path: str = ""
    """Takes the rows of the scenes: SCENE_COLUMNS."""
    output_folder: str = ""
    assets: tuple[str, ...] = ()
    """Bands or files; empty: what the toolkit's jobs need."""
    connections: int = 4
    timeout_s: float = 60.0

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.output_folder:
            raise InvalidRequestError("No OUTPUT_FOLDER is given.", "Choose the folder that the scenes go to.")
        check_range("CONNECTIONS", self.connections, 1, 4)
        check_range("The network timeout", self.timeout_s, 1, 3600)
        for name in self.assets:
            if not re.fullmatch(r"[A-Za-z0-9_.\-]+", name):
                raise InvalidRequestError(
                    f"ASSETS holds {name!r}.", "Write bands or files with commas, e.g. B04,B08,SCL."
                )


@dataclass(frozen=True)
class DownloadScenesResult:
    """What has arrived; ``downloaded``, ``skipped`` and ``failed`` count files."""

    output_folder: str
    table_path: str
    """One JSON line per file."""
    scenes_table_path: str
    """One JSON line per scene."""
    downloaded: int
    skipped: int
    failed: int
    scenes: int
    """Scenes that are complete."""
