"""Small scenes for tests: STAC item and GeoTIFFs with exactly the pixels that a test asks for."""

import json

import numpy as np
import pyproj
import rasterio
from affine import Affine
from shapely.geometry import Polygon, mapping

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues.folder import search
from sentinel_toolkit.core.scenes.stac_writing import encode_scene

WEST, NORTH = 600_000, 5_100_000


def corners(west, south, east, north, epsg):
    to_lonlat = pyproj.Transformer.from_crs(epsg, 4326, always_xy=True)
    return Polygon(zip(*to_lonlat.transform([west, east, east, west], [south, south, north, north]), strict=True))


def write_band(path, values, resolution, west=WEST, north=NORTH, epsg=32633, nodata=None):
    height, width = values.shape
    transform = Affine(resolution, 0, west, 0, -resolution, north)
    profile = {"height": height, "width": width, "count": 1, "dtype": values.dtype, "crs": f"EPSG:{epsg}"}
    with rasterio.open(path, "w", driver="GTiff", transform=transform, nodata=nodata, **profile) as dataset:
        dataset.write(values, 1)


def write_scene(folder, day, bands, scl=None, resolution=10, west=WEST, north=NORTH, epsg=32633, **properties):
    """Write a scene of uint16 bands (name → array of DN) and an SCL of half their size; return the item's path."""
    tile = properties.pop("tile", f"{epsg % 100:02d}TWL")
    platform = properties.pop("platform", "sentinel-2a")
    collection = properties.pop("collection", "sentinel-2-l2a")
    identifier = properties.pop("id", f"S2{platform[-1].upper()}_{tile}_{day}_0_L2A")
    root = folder / identifier
    root.mkdir(parents=True)
    height, width = next(iter(bands.values())).shape
    assets = {}
    for name, values in bands.items():
        write_band(root / f"{name}.tif", values, resolution, west, north, epsg)
        assets[name] = {"href": f"{name}.tif"}
    if scl is None:
        scl = np.full((height // 2, width // 2), 4, np.uint8)
    write_band(root / "SCL.tif", scl, resolution * height / scl.shape[0], west, north, epsg)
    assets["SCL"] = {"href": "SCL.tif"}
    footprint = corners(west, north - height * resolution, west + width * resolution, north, epsg)
    item = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": identifier,
        "collection": collection,
        "geometry": mapping(footprint),
        "bbox": list(footprint.bounds),
        "properties": {
            "datetime": f"{day[:4]}-{day[4:6]}-{day[6:]}T10:00:00Z",
            "platform": platform,
            "grid:code": f"MGRS-{tile}",
            "s2:processing_baseline": "03.01",
            "s2:product_type": "S2MSI2A",
            **properties,
        },
        "links": [],
        "assets": assets,
    }
    (root / f"{identifier}.json").write_text(json.dumps(item))
    return root / f"{identifier}.json"


def scenes_file(folder, path):
    """Write the scene lines of a folder as search_scenes would hand them on; return the path as text."""
    scenes = search(str(folder), Report())
    path.write_text("".join(encode_scene(scene) + "\n" for scene in scenes))
    return str(path)
