"""What lies in a folder and is a product, but none that is read: named in the log with the reason."""

from __future__ import annotations

import collections
import re
from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath

from sentinel_toolkit.contract.errors import CatalogueError
from sentinel_toolkit.core.scenes.packages import opened_zip
from sentinel_toolkit.core.scenes.scene import Scene

NAMED = 5  # of each kind; the log is read by people
# Name of a folder or of a file in it -> why it is not read. The first row that fits counts.
_REASONS = (
    (r"MTD_MSIL1C\.xml", "Level-1C, reflectance of the top of the atmosphere: Sen2Cor makes L2A of it"),
    (r"S2[A-Z]_(USER|OPER)_(PRD|MTD)_.*", "of ESA's format before December 2016, many granules in one"),
    (r".*_MTD_ALL\.xml", "of MAJA (Theia), which has other files and masks"),
    (r"SENTINEL2[A-Z]_\d{8}-.*_L2A_T\w{5}_.*", "of MAJA (Theia), which has other files and masks"),
    (r".*\.SAFE", "a SAFE folder without MTD_MSIL2A.xml"),
    (r".*\.SEN3", "of Sentinel-3, but not SL_2_LST"),
    (r".*\.zarr", "a Zarr store"),
)
_NESTED = "it holds a zip: unpack it first"
_BAND_FILE = re.compile(r"(?:.*[_.-])?(?:B\d[\dA]|SCL)(?:[_.-].*)?\.(?:tiff?|jp2)", re.IGNORECASE)


class ForeignProductError(CatalogueError):
    """A product of a folder is none that is read; ``kind`` is folder or zip."""

    def __init__(self, name: str, reason: str, kind: str) -> None:
        super().__init__(f"{name} ({reason})")
        self.kind = kind


def reason_of(names: Collection[str]) -> str:
    """Return why a product is not read, by the names of its folders and files; empty where it looks like none.

    >>> reason_of(["S2A_MSIL1C_20190626T140101_N0207_R067_T21JTH_20190626T154048.SAFE", "MTD_MSIL1C.xml"])[:8]
    'Level-1C'
    """
    fitting = (reason for words, reason in _REASONS if any(re.fullmatch(words, name) for name in names))
    return next(fitting, "")


def is_product_folder(directory: Path, subfolders: Iterable[str], files: Iterable[str]) -> bool:
    """Tell whether a folder is such a product itself; one that was unpacked into a folder of its own name is not."""
    holds_another = any(PurePosixPath(name).suffix in (".SAFE", ".SEN3", ".zarr") for name in subfolders)
    return not holds_another and bool(reason_of([directory.name, *files]))


def check_zip(path: Path) -> None:
    """Raise a ForeignProductError if a zip holds something that looks like a product or like another zip."""
    with opened_zip(path) as archive:
        names = {part for name in archive.namelist() for part in PurePosixPath(name).parts}
    is_nested = any(name.lower().endswith(".zip") for name in names)
    reason = _NESTED if is_nested else reason_of(names)
    if reason:
        raise ForeignProductError(path.name, reason, "zip")


def sentences(foreign: Iterable[ForeignProductError]) -> list[str]:
    """Return what was seen and not read, in words: a sentence for the folders and one for the zips."""
    by_kind = collections.defaultdict(list)
    for product in foreign:
        by_kind[product.kind].append(product.message)
    return [
        f"{len(names)} {kind}{' is' if len(names) == 1 else 's are'} no L2A product: {_list(names)}."
        for kind, names in by_kind.items()
    ]


def rasters_without_item(rasters: Iterable[Path], scenes: Collection[Scene]) -> str:
    """Return in words which rasters belong to no scene; empty if there are none.

    Beside scenes only those count that are named as bands: others may well be something else.
    """
    used = {asset.href for scene in scenes for asset in scene.assets.values()}
    meant = [path for path in rasters if not scenes or is_named_as_a_band(path.name)]
    lost = [path.name for path in meant if str(path.resolve()) not in used and not path.with_suffix(".json").exists()]
    if not lost:
        return ""
    rasters_lie = "1 raster lies" if len(lost) == 1 else f"{len(lost)} rasters lie"
    return f"{rasters_lie} without a STAC item, which says of what and when they are: {_list(lost)}."


def is_named_as_a_band(name: str) -> bool:
    """Tell whether a file is named as a band of Sentinel-2.

    >>> is_named_as_a_band("T33TWL_20230815T095031_B04_10m.jp2"), is_named_as_a_band("NDVI.tif")
    (True, False)
    """
    return bool(_BAND_FILE.fullmatch(name))


def _list(names: list[str]) -> str:
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
