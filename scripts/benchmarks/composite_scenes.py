"""Scenes for the composite benchmark: like a landscape to the eye and to deflate, all on one grid, made in a minute.

Sentinel-2 L2A of baseline 05.09, so the offset applies: 10 m bands of uint16 DN, the scene classification at 20 m.
Fields of every date are the same few smooth and noisy ones, moved and weighed anew: none is computed twice.
"""

import datetime
import json
import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyproj
import rasterio
import rasterio.shutil
from affine import Affine

BANDS = ("B02", "B03", "B04", "B08")
EPSG, WEST, NORTH = 32633, 600_000, 5_100_000
SURFACE_DN = {"B02": 1450, "B03": 1700, "B04": 1800, "B08": 3600}  # of plain land, the 1000 of the baseline included
RELIEF = {"B02": 0.5, "B03": 0.7, "B04": 1.0, "B08": -1.6}  # share of the smooth field: bright soil is poor in leaves
EXTENSIONS = ("projection", "raster")  # of the items: what the peers read
MARGIN = 512  # pixels by which a field is larger than a scene, to be moved in
CLOUDY, ALWAYS_CLOUDY = 0.70, 0.98  # quantiles of the cloud field: above, a date is cloudy there; or every date is
COG_OPTIONS = {
    "driver": "COG",
    "COMPRESS": "DEFLATE",
    "PREDICTOR": "YES",  # 2 for integers
    "BLOCKSIZE": "512",
    "NUM_THREADS": "1",  # each thread of ours makes a scene
}


def make_scenes(folder, count, side):
    """Write scenes into a new folder and return the path of their items, one line each."""
    folder.mkdir()
    fields = _Fields(side)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        items = list(pool.map(lambda number: _write_scene(folder, number, fields), range(count)))
    table = folder / "scenes.jsonl"
    table.write_text("".join(json.dumps(item) + "\n" for item in items))
    return table


class _Fields:
    """The fields that the scenes are made of, all of integers: a landscape, noise, and clouds at 20 m."""

    def __init__(self, side):
        self.side = side
        random = np.random.default_rng(side)
        size = side + MARGIN
        self.landscape = (600 * _smooth(random, side, 64) + 250 * _smooth(random, side, 8)).astype(np.int16)
        self.noise = [np.rint(random.normal(0, 22, (size, size))).astype(np.int16) for _ in range(2)]
        self.clouds = _smooth(random, size // 2, 128) + 0.5 * _smooth(random, size // 2, 24)
        self.persistent = _smooth(random, side // 2, 96)
        self.limits = np.quantile(self.clouds[::8, ::8], [CLOUDY, 0.80, 0.90])
        self.always = np.quantile(self.persistent[::8, ::8], ALWAYS_CLOUDY)


def _smooth(random, side, pixels):
    """Return a smooth field of about -2 to 2, its features some ``pixels`` wide."""
    knots = random.normal(0, 1, (side // pixels + 2, side // pixels + 2)).astype(np.float32)
    place = np.arange(side, dtype=np.float32) / pixels
    low = place.astype(int)
    share = place - low
    share = share * share * (3 - 2 * share)  # no creases at the knots
    rows = knots[low] * (1 - share[:, None]) + knots[low + 1] * share[:, None]
    return rows[:, low] * (1 - share) + rows[:, low + 1] * share


def _write_scene(folder, number, fields):
    """Write the rasters of one date and return their STAC item."""
    day = datetime.date(2023, 1, 5) + datetime.timedelta(days=20 * number)
    identifier = f"S2A_33TWL_{day:%Y%m%d}_0_L2A"
    root = folder / identifier
    root.mkdir()
    random = np.random.default_rng(number)
    scl = _classification(fields, random, number)
    cloud = scl.repeat(2, 0).repeat(2, 1) >= 8
    assets = {}
    for place, band in enumerate(BANDS):
        dn = _digital_numbers(fields, random, band, day, cloud)
        if number % 4 == 3:
            _cut_swath(dn, fields.side // 3 + 8 * place)  # bands of a real swath end at slightly different places
        assets[band] = _write_raster(root / f"{band}.tif", dn, 10)
    assets["SCL"] = _write_raster(root / "SCL.tif", scl, 20)
    return _item(identifier, day, fields.side, assets)


def _classification(fields, random, number):
    """Return the scene classification of a date at 20 m: two kinds of land, clouds and their shadows, swath edges."""
    half = fields.side // 2
    top, left = random.integers(0, MARGIN // 2, 2)
    field = fields.clouds[top : top + half, left : left + half]
    field = np.roll(field, tuple(random.integers(0, half, 2)), (0, 1))  # a seam is no harm
    cloudy, medium, high = fields.limits
    scl = np.where(fields.landscape[::2, ::2] > 0, np.uint8(5), np.uint8(4))
    shadow = np.roll(field, (-6, 9), (0, 1)) > cloudy
    scl[shadow] = 3
    scl[field > cloudy] = 10
    scl[field > medium] = 8
    scl[(field > high) | (fields.persistent > fields.always)] = 9
    if number % 4 == 3:
        _cut_swath(scl, half // 3)
    return scl


def _digital_numbers(fields, random, band, day, cloud):
    """Return a band's DN: the landscape in its season with noise of its own, white where there is cloud."""
    side = fields.side
    season = np.cos(2 * np.pi * (day.timetuple().tm_yday - 200) / 365)
    dn = (fields.landscape * np.float32(RELIEF[band] * (1 + 0.3 * season))).astype(np.int16)
    for noise in fields.noise:
        top, left = random.integers(0, MARGIN, 2)
        dn += noise[top : top + side, left : left + side]
    level = SURFACE_DN[band] + (400 * season if band == "B08" else 0)
    dn += np.int16(level)
    np.add(dn, np.int16(4200), out=dn, where=cloud)
    return np.clip(dn, 1, None).astype(np.uint16)


def _cut_swath(values, edge):
    """Set everything west of a slanted line to 0: no data."""
    columns = np.arange(values.shape[1])
    values[columns[None] < edge - np.arange(values.shape[0])[:, None] // 4] = 0


def _write_raster(path, values, resolution_m):
    """Write a COG and return its asset."""
    transform = Affine(resolution_m, 0, WEST, 0, -resolution_m, NORTH)
    profile = {"height": values.shape[0], "width": values.shape[1], "count": 1, "dtype": values.dtype, "nodata": 0}
    with rasterio.open(path.name, "w", driver="MEM", crs=f"EPSG:{EPSG}", transform=transform, **profile) as dataset:
        dataset.write(values, 1)
        rasterio.shutil.copy(dataset, path, **COG_OPTIONS)
    return {
        "href": str(path),
        "type": "image/tiff; application=geotiff; profile=cloud-optimized",
        "roles": ["data"],
        "proj:shape": list(values.shape),
        "proj:transform": list(transform)[:6],
        "raster:bands": [{"nodata": 0, "data_type": str(values.dtype), "spatial_resolution": resolution_m}],
    }


def _item(identifier, day, side, assets):
    """Return a STAC item as catalogues serve it; the peers read its projection fields."""
    to_lonlat = pyproj.Transformer.from_crs(EPSG, 4326, always_xy=True)
    east, south = WEST + 10 * side, NORTH - 10 * side
    corners = [(WEST, south), (east, south), (east, NORTH), (WEST, NORTH), (WEST, south)]
    ring = [to_lonlat.transform(*corner) for corner in corners]
    longitudes, latitudes = zip(*ring, strict=True)
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "stac_extensions": [f"https://stac-extensions.github.io/{name}/v1.1.0/schema.json" for name in EXTENSIONS],
        "id": identifier,
        "collection": "sentinel-2-l2a",
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "bbox": [min(longitudes), min(latitudes), max(longitudes), max(latitudes)],
        "properties": {
            "datetime": f"{day}T10:00:00Z",
            "platform": "sentinel-2a",
            "grid:code": "MGRS-33TWL",
            "proj:epsg": EPSG,
            "s2:processing_baseline": "05.09",
            "s2:product_type": "S2MSI2A",
        },
        "links": [],
        "assets": assets,
    }
