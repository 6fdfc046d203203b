"""Sentinel-3 SL_2_LST products in ESA's SEN3 format, as folders or zips."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from pathlib import Path, PurePosixPath
from typing import Any

import defusedxml.ElementTree
import numpy as np
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.dates.iso import parse_time
from sentinel_toolkit.core.geo.area import on_the_globe
from sentinel_toolkit.core.scenes.manifests import NAMES
from sentinel_toolkit.core.scenes.packages import Package, holds, open_package
from sentinel_toolkit.core.scenes.safe import UnreadableProductError
from sentinel_toolkit.core.scenes.scene import LST, Asset, Scene, parse_product_name

MARKER = "LST_in.nc"
MANIFEST = "xfdumanifest.xml"
SUFFIX = ".SEN3"
HINT = "Name a .SEN3 folder of SL_2_LST, the xfdumanifest.xml in it, or its zip."
_EDGE = 40  # pixels of the swath's rim that stand for its footprint, along each side


def is_product_folder(directory: Path, files: Collection[str]) -> bool:
    """Tell whether a folder is an SL_2_LST product; a broken one that is named like one counts."""
    return MARKER in files or (directory.name.endswith(SUFFIX) and "SL_2_LST" in directory.name)


def is_product_zip(path: str | Path) -> bool:
    """Tell whether a zip holds an SL_2_LST product; a broken one that is named like one counts."""
    return holds(path, MARKER, "SL_2_LST")


def read_product(path: str | Path) -> Scene:
    """Return the Scene of a SEN3 folder, of its manifest, or of a zip that holds one.

    Raises
    ------
    UnreadableProductError
        Naming the product and what is wrong with it.
    """
    path = Path(path)
    if not path.exists():
        raise UnreadableProductError(f"{path} does not exist{places.why_missing(path)}.", HINT)
    path = path.parent if path.name in (MANIFEST, MARKER) else path
    try:
        return _scene(open_package(path, MARKER))
    except Exception as error:  # truncated, no NetCDF, half the files missing: that one product's fault
        message = error.message if isinstance(error, UnreadableRasterError) else f"{error}"
        raise UnreadableProductError(f"{path.name} cannot be read: {message.rstrip('.')}.", HINT) from error


def _scene(product: Package) -> Scene:
    assets = {NAMES[name]: Asset(product.href(name)) for name in product.names if name in NAMES}
    missing = [key for key in ("LST", "flags_in", "geodetic_in") if key not in assets]
    if missing:
        raise ValueError(f"it lacks {', '.join(missing)}")
    manifest = next((name for name in product.names if PurePosixPath(name).name == MANIFEST), None)
    told = _from_manifest(product.read(manifest)) if manifest else {}
    fields = _name_fields(product.title, told.pop("name", ""), assets["LST"])
    start = datetime.datetime.strptime(fields["start"], "%Y%m%dT%H%M%S").replace(tzinfo=datetime.timezone.utc)
    scene = Scene(
        id=fields["name"],
        collection="sentinel-3-sl-2-lst",
        platform=f"sentinel-{fields['mission'][1:].lower()}",
        product=LST,
        datetime=start,
        footprint=Polygon(),
        source="folder",
        assets=assets,
        name=fields["name"] + SUFFIX,
        datatake=fields["datatake"],
        frame=fields["frame"],
        timeliness=fields["timeliness"],
        centre=fields["centre"],
        relative_orbit=fields["orbit"],
        baseline=fields["baseline"],
        size_mb=product.size_bytes / 1e6,
        online=True,
        self_href=product.uri(manifest or MARKER),
    )
    return scene.patch(**{"footprint": told.get("footprint") or _rim(scene), **told})


def _name_fields(title: str, stated: str, lst: Asset) -> dict[str, Any]:
    """Return the fields of the product's name: that of its folder, else, where people renamed it, what it states."""
    fields = parse_product_name(title) or parse_product_name(stated)
    if not fields:
        # Here, for it takes half a second to load, and few products were renamed.
        from sentinel_toolkit.core.swaths.files import stated_name

        fields = parse_product_name(stated_name(lst.href))
    if fields.get("product") == LST:
        return fields
    if fields:
        raise ValueError(f"{fields['name']!r} is no name of an SL_2_LST product")
    raise ValueError(
        f"{title!r} is no name of an SL_2_LST product, and neither {MANIFEST} nor product_name in {MARKER} tells it: "
        "give it the name that ESA gave it"
    )


def _from_manifest(data: bytes) -> dict[str, Any]:
    """Return the fields of the Scene that a manifest tells: name, exact start, footprint."""
    root = defusedxml.ElementTree.fromstring(data)

    def text(name: str) -> str:
        found = next((element for element in root.iter() if element.tag.rpartition("}")[2] == name), None)
        return (found.text or "").strip() if found is not None else ""

    told: dict[str, Any] = {"name": text("productName")}
    if text("startTime"):
        told["datetime"] = parse_time(text("startTime"))
    numbers = [float(number) for number in text("posList").split()]
    if len(numbers) >= 8:
        told["footprint"] = on_the_globe(Polygon(list(zip(numbers[1::2], numbers[::2], strict=True))))
    return told


def _rim(scene: Scene) -> BaseGeometry:
    """Return the footprint of a swath without a manifest: the rim of its pixels that have a place."""
    # Here, for they take half a second to load, and products of ESA have a manifest.
    from sentinel_toolkit.core.swaths.files import find_window, read_swath
    from sentinel_toolkit.core.swaths.gridding.window import LonLatBox

    window = find_window(scene, LonLatBox())
    if window is None:
        raise ValueError("no pixel has a place")
    swath = read_swath(scene, (), window)
    latitude, longitude = swath.latitude, swath.longitude
    rows, columns = (np.unique(np.linspace(0, n - 1, min(n, _EDGE)).astype(int)) for n in latitude.shape)
    last_row, last_column = latitude.shape[0] - 1, latitude.shape[1] - 1
    places = [
        *((0, column) for column in columns),
        *((row, last_column) for row in rows[1:]),
        *((last_row, column) for column in columns[::-1][1:]),
        *((row, 0) for row in rows[::-1][1:-1]),
    ]
    points = [(longitude[place], latitude[place]) for place in places if np.isfinite(latitude[place])]
    return on_the_globe(Polygon(points))
