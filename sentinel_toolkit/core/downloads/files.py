"""Which files of a scene to fetch, and where each goes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from sentinel_toolkit.contract.catalogue import S2_L1C, S3_LST
from sentinel_toolkit.contract.errors import DownloadError
from sentinel_toolkit.core.downloads.part_file import File
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.scenes import manifests as product_files
from sentinel_toolkit.core.scenes.asset_keys import METADATA, SLSTR_FILES
from sentinel_toolkit.core.scenes.names import safe_name
from sentinel_toolkit.core.scenes.scene import Scene

PRODUCT = "product"
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
# What the toolkit's jobs need: the default bands with their mask; Sentinel-3's temperature, NDVI, flags and places.
_NEEDED = {
    S2_L1C: (PRODUCT,),
    S3_LST: ("LST", "LST_ancillary_ds", "flags_in", "geodetic_in", "geometry_tn"),
}
OPTIONAL = ("geometry_tn",)  # only the shift of high ground needs it, and not every copy of a product has it
_NEEDED_OF_L2A = ("B02", "B03", "B04", "B08", "SCL")
_SLSTR = ("LST", "LST_ancillary_ds", *SLSTR_FILES)
_OF_SENTINEL_2 = re.compile(r"B\d[\dA]|SCL|product_metadata|granule_metadata")


@dataclass(frozen=True)
class SceneFile:
    """One file of a scene."""

    scene_id: str
    asset: str
    """Its key in the scene."""
    file: File
    """What to fetch."""
    manifest: Path | None = None
    """That stated its length and checksum."""


def wanted_assets(scene: Scene, names: Iterable[str]) -> tuple[str, ...]:
    """Return the asset keys to fetch of a scene: those named that its product can have, or what jobs need."""
    if not names:
        return _NEEDED.get(scene.product, _NEEDED_OF_L2A)
    keys = tuple(dict.fromkeys(key_of(scene, name) for name in names))
    if PRODUCT in keys:
        return (PRODUCT,)  # the whole has the parts
    # Names may be of both satellites: each scene takes its own.
    foreign = _OF_SENTINEL_2.fullmatch if scene.product == S3_LST else _SLSTR.__contains__
    return tuple(key for key in keys if key in scene.assets or not foreign(key)) or keys


def key_of(scene: Scene, name: str) -> str:
    """Return the asset key that a name in ASSETS means: a band or a file, with its suffix or without."""
    known = {key.lower(): key for key in (*scene.assets, *_NEEDED_OF_L2A, *_NEEDED[S3_LST], *METADATA)}
    known |= {name.rpartition(".")[0].lower(): key for name, key in product_files.NAMES.items()}
    stem = re.sub(r"\.(nc|jp2|tif|xml|safe)$", "", name, flags=re.IGNORECASE).lower()
    return known.get(stem, stem.upper() if re.fullmatch(r"b\d[\da]", stem) else name)


def is_of_product(scene: Scene) -> bool:
    """Tell whether a scene's files are those of ESA's product, which needs its metadata beside them."""
    return any(asset.href.endswith((".jp2", ".nc", "/$value")) for asset in scene.assets.values())


def with_metadata(scene: Scene, keys: tuple[str, ...], is_known: bool = True) -> tuple[str, ...]:
    """Return the keys with those of the metadata that the files cannot be read without.

    Parameters
    ----------
    is_known
        What the scene has is known: only what it has. Else all that a product has.
    """
    if PRODUCT in keys or not is_of_product(scene):
        return keys
    names = ("manifest",) if scene.product == S3_LST else ("product_metadata", "granule_metadata")
    return (*keys, *(name for name in names if name not in keys and (name in scene.assets or not is_known)))


def files_to_fetch(
    scene: Scene, keys: Iterable[str], folder: Path, area_mark: str = "", manifest: Path | None = None
) -> list[SceneFile]:
    """Return the SceneFiles of the keys.

    Parameters
    ----------
    scene
        With a remote asset for each key.
    folder
        That all scenes go to.
    area_mark
        Of an area that files are cut to: another area, another file.
    manifest
        That the assets were read from.

    Raises
    ------
    DownloadError
        If one cannot be fetched.
    """
    return [SceneFile(scene.id, key, _file(scene, key, folder, area_mark), manifest) for key in keys]


def _file(scene: Scene, key: str, folder: Path, area_mark: str) -> File:
    asset = scene.assets[key]
    href = asset.alternate or asset.href
    if not href.startswith(("https://", "http://")):
        raise DownloadError(f"{key} needs keys that the toolkit has not ({href:.120}).", "")
    target = _target(scene, key, href, Path(folder), area_mark)
    # What is cut has another length and another checksum than the catalogue states.
    return File(href, target) if is_cut(target) else File(href, target, asset.size_bytes, asset.checksum)


def _target(scene: Scene, key: str, href: str, folder: Path, area_mark: str) -> Path:
    """Return where a file goes: as in the product, or under its key in a folder of the scene."""
    if key == PRODUCT:
        return folder / f"{safe_name(_container(scene))}.zip"
    parts = product_files.local_path(href)
    if parts and parts[0] == safe_name(_container(scene)):
        return folder.joinpath(*parts)
    suffix = PurePosixPath(urlsplit(href).path).suffix
    suffix = suffix if _SUFFIX.fullmatch(suffix) else ""
    if scene.product == S3_LST:
        stem = PurePosixPath(urlsplit(href).path).stem
        return folder / safe_name(_container(scene)) / f"{safe_name(stem)}{suffix}"
    return scene_folder(scene, folder, area_mark) / f"{safe_name(key)}{suffix}"


def _container(scene: Scene) -> str:
    """Return the name of the product's folder."""
    suffix = ".SEN3" if scene.product == S3_LST else ".SAFE"
    return scene.name if scene.name.endswith(suffix) else scene.name + suffix


def scene_folder(scene: Scene, folder: str | Path, area_mark: str = "") -> Path:
    """Return the folder of a scene whose files are no product's."""
    return Path(folder) / (safe_name(scene.id) + (f"-cut-{area_mark}" if area_mark else ""))


def mark_of_area(area: Area) -> str:
    """Return a short text that differs for different areas."""
    return hashlib.sha256(f"{area.original.normalize().wkt} {area.crs}".encode()).hexdigest()[:8]


def cut_mark(path: str | Path) -> str:
    """Return the mark of the area that a file was cut to; empty where it is whole."""
    match = re.search(r"-cut-([0-9a-f]{8})$", Path(path).parent.name)
    return match.group(1) if match else ""


def is_cut(path: str | Path) -> bool:
    """Tell whether a file is a GeoTIFF in the folder of a scene that is cut."""
    path = Path(path)
    return path.suffix.lower() in (".tif", ".tiff") and bool(cut_mark(path))
