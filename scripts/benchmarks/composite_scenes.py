"""Scenes for benchmarks: like a landscape to the eye and to compression, all on one grid, made in a minute.

Sentinel-2 L2A of baseline 05.09, so the offset applies: 10 m bands of uint16 DN, the scene classification at 20 m.
Fields of every date are the same few smooth and noisy ones, moved and weighed anew: none is computed twice.

They come as COGs, as open catalogues have them, or as JPEG 2000 in folders named like ESA's SAFE products.
"""

import datetime
import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pyproj
import rasterio
import rasterio.shutil
from affine import Affine

BANDS = ("B02", "B03", "B04", "B08")
TWO_BANDS = ("B04", "B08")
EPSG, WEST, NORTH = 32633, 600_000, 5_100_000
SURFACE_DN = {"B02": 1450, "B03": 1700, "B04": 1800, "B08": 3600}  # of plain land, the 1000 of the baseline included
RELIEF = {"B02": 0.5, "B03": 0.7, "B04": 1.0, "B08": -1.6}  # share of the smooth field: bright soil is poor in leaves
EXTENSIONS = ("projection", "raster")  # of the items: what the peers read
MARGIN = 512  # pixels by which a field is larger than a scene, to be moved in
CLOUDY, ALWAYS_CLOUDY = 0.70, 0.98  # quantiles of the cloud field: above, a date is cloudy there; or every date is


@dataclass(frozen=True)
class Form:
    """How the rasters of a scene are written."""

    path: str
    """Of a raster in the folder of all scenes."""
    media_type: str
    options: dict
    """Of GDAL's driver."""
    piece_options: tuple
    """That take the side of a piece."""
    piece_sides: dict
    """By resolution."""
    states_nodata: bool = True


ONE_THREAD = {"NUM_THREADS": "1"}  # each thread of ours makes a scene
COG = Form(
    "{scene}/{band}.tif",
    "image/tiff; application=geotiff; profile=cloud-optimized",
    {"driver": "COG", "COMPRESS": "DEFLATE", "PREDICTOR": "YES", **ONE_THREAD},  # predictor 2 for integers
    ("BLOCKSIZE",),
    {10: 512, 20: 512},
)
SAFE = Form(
    "{scene}.SAFE/GRANULE/L2A_T33TWL_A000000_{day}T100000/IMG_DATA/R{metres}m/T33TWL_{day}T100000_{band}_{metres}m.jp2",
    "image/jp2",
    {"driver": "JP2OpenJPEG", "QUALITY": "100", "REVERSIBLE": "YES", **ONE_THREAD},  # lossless, as ESA's
    ("BLOCKXSIZE", "BLOCKYSIZE"),
    {10: 1024, 20: 640},  # as in ESA's products
    states_nodata=False,
)


def make_scenes(folder, count, side, bands=BANDS, form=COG):
    """Write scenes into a new folder and return the path of their items, one line each."""
    folder.mkdir()
    fields = _Fields(side)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        items = list(pool.map(lambda number: _write_scene(folder, number, fields, bands, form), range(count)))
    table = folder / "scenes.jsonl"
    table.write_text("".join(json.dumps(item) + "\n" for item in items))
    return table


def read_ahead(folder):
    """Read every raster once: what the kernel has dropped from its cache since would be charged to whoever is next."""
    for path in folder.rglob("*"):
        if path.suffix in (".tif", ".jp2"):
            path.read_bytes()


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


def _write_scene(folder, number, fields, bands, form):
    """Write the rasters of one date and return their STAC item."""
    day = datetime.date(2023, 1, 5) + datetime.timedelta(days=20 * number)
    identifier = f"S2A_33TWL_{day:%Y%m%d}_0_L2A"
    random = np.random.default_rng(number)
    scl = _classification(fields, random, number)
    cloud = scl.repeat(2, 0).repeat(2, 1) >= 8

    def write(band, values, metres):
        path = folder / form.path.format(scene=identifier, day=f"{day:%Y%m%d}", band=band, metres=metres)
        return _write_raster(path, values, metres, form)

    assets = {}
    for place, band in enumerate(BANDS):
        dn = _digital_numbers(fields, random, band, day, cloud)
        if number % 4 == 3:
            _cut_swath(dn, fields.side // 3 + 8 * place)  # bands of a real swath end at slightly different places
        if band in bands:
            assets[band] = write(band, dn, 10)
    assets["SCL"] = write("SCL", scl, 20)
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


def _write_raster(path, values, metres, form):
    """Write a raster and return its asset."""
    transform = Affine(metres, 0, WEST, 0, -metres, NORTH)
    profile = {"height": values.shape[0], "width": values.shape[1], "count": 1, "dtype": values.dtype}
    if form.states_nodata:
        profile["nodata"] = 0
    options = {**form.options, **{option: str(form.piece_sides[metres]) for option in form.piece_options}}
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(path.name, "w", driver="MEM", crs=f"EPSG:{EPSG}", transform=transform, **profile) as dataset:
        dataset.write(values, 1)
        rasterio.shutil.copy(dataset, path, **options)
    return {
        "href": str(path),
        "type": form.media_type,
        "roles": ["data"],
        "proj:shape": list(values.shape),
        "proj:transform": list(transform)[:6],
        "raster:bands": [{"nodata": 0, "data_type": str(values.dtype), "spatial_resolution": metres}],
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
