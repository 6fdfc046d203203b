#!/usr/bin/env python3
"""Make the sample: a small synthetic world seen by Sentinel-2 and Sentinel-3, with the truth beside it.

    scripts/make_sample.py FOLDER

Fields, a lake, a river, forests and two towns around 18° E, 45.9° N, where two UTM zones meet. Seven dates over a
season, two tiles (33TYL as SAFE, one of them zipped; 34TBR as STAC item + GeoTIFF), baselines before and after 04.00,
one copy whose pixels are shifted already, clouds with shadows, a swath edge. On 2022-06-15 Sentinel-3 passes half an
hour before: its LST swath is the mean of a temperature known at 10 m, which lies in FOLDER/truth.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import environments

if __name__ == "__main__":
    environments.enter("worker")

import datetime
import functools
import hashlib
import json
import os
import shutil
import warnings
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

try:
    import netCDF4
    import pyproj
    import rasterio
    from affine import Affine
    from rasterio.errors import NotGeoreferencedWarning
except ImportError as error:  # pragma: no cover
    sys.exit(f"make_sample: {error}; run scripts/setup")

LONGITUDE, LATITUDE = 18.0, 45.9  # centre; 18° E is where zones 33 and 34 meet
HALF_WIDTH_M, HALF_HEIGHT_M = 6000, 5000
OVERLAP_M = 1500  # by which each tile crosses the zone border
LOCAL_CRS = f"+proj=laea +lat_0={LATITUDE} +lon_0={LONGITUDE} +datum=WGS84"
BANDS_10M = ("B02", "B03", "B04", "B08")
BANDS_20M = ("B8A", "B11")
BANDS = (*BANDS_10M, *BANDS_20M)
SWATH_TILT_DEG = 12.0

# Reflectance of pure surfaces, by band: B02 B03 B04 B08 B8A B11 (rounded from common spectral libraries' shapes).
SPECTRA = {
    "leaf": (0.03, 0.06, 0.03, 0.46, 0.48, 0.20),
    "soil": (0.08, 0.12, 0.16, 0.24, 0.26, 0.33),
    "water": (0.04, 0.04, 0.02, 0.01, 0.01, 0.005),
    "roof": (0.14, 0.16, 0.18, 0.22, 0.23, 0.24),
    "cloud": (0.66, 0.66, 0.67, 0.70, 0.70, 0.45),
}


@dataclass(frozen=True)
class Pass:
    """One Sentinel-2 pass: when, which satellite and baseline, how many clouds, and whether the swath ends here."""

    day: str
    mission: str
    baseline: str
    clouds: int
    swath_edge: bool = False


PASSES = (
    Pass("20210923", "S2A", "0301", 7),
    Pass("20211013", "S2B", "0301", 2),
    Pass("20220327", "S2A", "0400", 5, swath_edge=True),
    Pass("20220421", "S2B", "0400", 3),
    Pass("20220516", "S2A", "0400", 9),
    Pass("20220615", "S2B", "0400", 0),
    Pass("20220710", "S2A", "0400", 4),
)
SENTINEL3_DAY = "20220615"
ZIPPED, SHIFTED = PASSES[1], PASSES[3]


@dataclass(frozen=True)
class Tile:
    """A tile: its name, CRS and the part of the world it shows (west and east, metres from the centre)."""

    name: str
    epsg: int
    west_m: float
    east_m: float

    @functools.cache  # noqa: B019  (two tiles)
    def local_coordinates(self, resolution_m):
        """Return x, y (metres from the centre) of the pixel centres."""
        transform, (height, width) = self.grid(resolution_m)
        columns, rows = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
        to_local = pyproj.Transformer.from_crs(self.epsg, LOCAL_CRS, always_xy=True)
        return to_local.transform(*(transform @ (columns, rows)))

    def grid(self, resolution_m):
        """Return (transform, shape) on the tile's lattice of 20 m."""
        to_tile = pyproj.Transformer.from_crs(LOCAL_CRS, self.epsg, always_xy=True)
        corners = [(x, y) for x in (self.west_m, self.east_m) for y in (-HALF_HEIGHT_M, HALF_HEIGHT_M)]
        xs, ys = to_tile.transform(*zip(*corners, strict=True))
        west, north = np.floor(min(xs) / 60) * 60, np.ceil(max(ys) / 60) * 60
        width, height = np.ceil((max(xs) - west) / 60) * 60, np.ceil((north - min(ys)) / 60) * 60
        shape = int(height / resolution_m), int(width / resolution_m)
        return Affine(resolution_m, 0, west, 0, -resolution_m, north), shape

    def footprint(self):
        """Return the ring of the tile's corners in longitude and latitude."""
        transform, (height, width) = self.grid(20)
        ring = [transform @ corner for corner in ((0, 0), (width, 0), (width, height), (0, height), (0, 0))]
        to_lonlat = pyproj.Transformer.from_crs(self.epsg, 4326, always_xy=True)
        return [tuple(round(value, 7) for value in to_lonlat.transform(*point)) for point in ring]


TILES = (
    Tile("33TYL", 32633, -HALF_WIDTH_M, OVERLAP_M),
    Tile("34TBR", 32634, -OVERLAP_M, HALF_WIDTH_M),
)


# The world: functions of place (metres from the centre) and day, the same for every sensor.


def _hash(*integers):
    """Return a number in [0, 1) for each place of an integer grid: scattered, and the same on every machine."""
    mixed = np.zeros(np.broadcast(*integers).shape, np.uint64)
    for number, prime in zip(integers, (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9), strict=False):
        mixed = (mixed ^ np.asarray(number).astype(np.int64).view(np.uint64)) * np.uint64(prime)
        mixed ^= mixed >> np.uint64(29)
    return (mixed >> np.uint64(11)).astype(np.float64) / 2**53


def fields(x, y):
    """Return a number in [0, 1) for the field that a place belongs to."""
    u, v = 0.94 * x + 0.34 * y, -0.34 * x + 0.94 * y
    row = np.floor(v / 330)
    return _hash(np.floor((u + 170 * (row % 3)) / 520), row, np.int64(1))


def is_water(x, y):
    """Tell where the lake and the river are."""
    lake = ((x + 2600) / 1300) ** 2 + ((y - 1500) / 900) ** 2 < 1
    river = np.abs(y + 2200 - 700 * np.sin(x / 1900)) < 60
    return lake | river


def is_town(x, y):
    """Tell where the towns are."""
    return (np.hypot(x - 2300, y - 1700) < 900) | (np.hypot(x + 3600, y + 3300) < 600)


def is_forest(x, y):
    """Tell where the forests are."""
    waves = np.sin(x / 1700 + 0.6) + np.cos(y / 1300 - 0.4) + 0.6 * np.sin((x - y) / 900)
    return (waves > 1.35) & ~is_town(x, y) & ~is_water(x, y)


def vegetation_fraction(x, y, day):
    """Return the green cover (0-1) on a day: winter crops peak in May, summer crops in July, forests from May on."""
    season = datetime.date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}").timetuple().tm_yday
    kind = fields(x, y)
    peak = np.where(kind < 0.4, 135, np.where(kind < 0.8, 200, 165))  # day of the year
    width = np.where(kind < 0.8, 42, 80)
    crop = 0.08 + (0.62 + 0.3 * kind) * np.exp(-(((season - peak) / width) ** 2))
    forest = 0.35 + 0.55 / (1 + np.exp(-(season - 115) / 9)) / (1 + np.exp((season - 290) / 9))
    cover = np.where(is_forest(x, y), forest, crop)
    return np.where(is_water(x, y), 0.0, np.where(is_town(x, y), 0.12, cover))


def surface(x, y, day):
    """Return what reflectance is made of at a place: green cover, water, roofs, brightness."""
    roofs = np.where(is_town(x, y), 0.8 + 0.5 * _hash(np.floor(x / 40), np.floor(y / 40)), 0.0)
    return vegetation_fraction(x, y, day), is_water(x, y), roofs, 0.92 + 0.16 * fields(y, x)


def reflectance(ground, band):
    """Return the reflectance of a band (0-1, without noise) of what surface() found."""
    cover, water, roofs, brightness = ground
    leaf, soil, pond, roof = (SPECTRA[name][BANDS.index(band)] for name in ("leaf", "soil", "water", "roof"))
    bare = np.where(roofs > 0, roof * roofs, soil)
    return np.where(water, pond, (cover * leaf + (1 - cover) * bare) * brightness)


def temperature_k(x, y, day):
    """Return the surface temperature (K) half an hour before a Sentinel-2 pass in summer.

    Leaves transpire and are cool, roofs are hot; fields differ by moisture, which no vegetation index sees.
    """
    relief = 1.2 * np.sin(x / 4100 + 1) - 0.9 * np.cos(y / 3300)
    moisture = 1.6 * (_hash(np.floor(x / 700), np.floor(y / 600), np.int64(7)) - 0.5)
    land = 313.0 - 16.0 * vegetation_fraction(x, y, day) + moisture + np.where(is_town(x, y), 3.0, 0.0)
    return np.where(is_water(x, y), 296.0, land) + relief


def clouds(day, count):
    """Return the day's clouds as (x, y, radius) in metres."""
    random = np.random.default_rng(int(day))
    places = random.uniform(-1, 1, (count, 2)) * (HALF_WIDTH_M, HALF_HEIGHT_M)
    return [(*place, radius) for place, radius in zip(places, random.uniform(500, 1500, count), strict=True)]


def cloud_depth(x, y, day, count):
    """Return how deep inside a cloud a place is (metres; negative outside), with ragged edges."""
    ragged = 140 * np.sin(x / 170) * np.cos(y / 210)
    depth = np.full(np.shape(x), -1e4)
    for centre_x, centre_y, radius in clouds(day, count):
        depth = np.maximum(depth, radius - np.hypot(x - centre_x, y - centre_y) + ragged)
    return depth


SHADOW_M = (430.0, 610.0)  # a cloud's shadow falls to the north-east of it


def scene_classification(x, y, visit):
    """Return the SCL of a pass: what ESA's processor would see, clouds dilated by 80 m and shadows by 40 m."""
    cover = vegetation_fraction(x, y, visit.day)
    scl = np.where(is_water(x, y), 6, np.where(cover > 0.35, 4, 5)).astype(np.uint8)
    shadow = cloud_depth(x - SHADOW_M[0], y - SHADOW_M[1], visit.day, visit.clouds)
    depth = cloud_depth(x, y, visit.day, visit.clouds)
    scl[shadow > -40] = 3
    scl[depth > -80] = 8
    scl[depth > 120] = 9
    scl[_is_outside_swath(x, y, visit)] = 0
    return scl


def _is_outside_swath(x, y, visit):
    return (x + 0.25 * y > 2800) if visit.swath_edge else np.zeros(np.shape(x), bool)


def observed_dn(x, y, visit, bands, offset_dn):
    """Yield (band, DN) as the product holds them: with clouds, shadows and noise; 0 outside the swath."""
    ground = surface(x, y, visit.day)
    shadow = cloud_depth(x - SHADOW_M[0], y - SHADOW_M[1], visit.day, visit.clouds) > 0
    opacity = np.clip((cloud_depth(x, y, visit.day, visit.clouds) + 60) / 180, 0, 1)
    noise = 0.003 * (_hash(np.floor(x / 10), np.floor(y / 10), np.int64(int(visit.day) % 9973)) - 0.5)
    outside = _is_outside_swath(x, y, visit)
    for band in bands:
        value = reflectance(ground, band) * np.where(shadow, 0.45, 1.0)
        value = value * (1 - opacity) + SPECTRA["cloud"][BANDS.index(band)] * opacity
        dn = np.clip(np.rint(10_000 * (value + noise) - offset_dn), 1, 65_534)
        yield band, np.where(outside, 0, dn).astype(np.uint16)


# The products.

SAFE_XML = """<?xml version="1.0" encoding="UTF-8"?>
<n1:Level-2A_User_Product xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-2A.xsd">
  <n1:General_Info>
    <Product_Info>
      <PRODUCT_START_TIME>{time}</PRODUCT_START_TIME>
      <PRODUCT_URI>{name}</PRODUCT_URI>
      <PROCESSING_BASELINE>{baseline}</PROCESSING_BASELINE>
      <Datatake datatakeIdentifier="SYNTHETIC">
        <SPACECRAFT_NAME>Sentinel-{letter}</SPACECRAFT_NAME>
        <DATATAKE_SENSING_START>{time}</DATATAKE_SENSING_START>
        <SENSING_ORBIT_NUMBER>79</SENSING_ORBIT_NUMBER>
        <SENSING_ORBIT_DIRECTION>DESCENDING</SENSING_ORBIT_DIRECTION>
      </Datatake>
    </Product_Info>
    <Product_Image_Characteristics>
      <QUANTIFICATION_VALUES_LIST>
        <BOA_QUANTIFICATION_VALUE unit="none">10000</BOA_QUANTIFICATION_VALUE>
      </QUANTIFICATION_VALUES_LIST>
      {offsets}
    </Product_Image_Characteristics>
  </n1:General_Info>
  <n1:Geometric_Info><Product_Footprint><Product_Footprint><Global_Footprint>
    <EXT_POS_LIST>{positions}</EXT_POS_LIST>
  </Global_Footprint></Product_Footprint></Product_Footprint></n1:Geometric_Info>
  <n1:Quality_Indicators_Info>
    <Cloud_Coverage_Assessment>{cloud}</Cloud_Coverage_Assessment>
    <Image_Content_QI>
      <NODATA_PIXEL_PERCENTAGE>{nodata}</NODATA_PIXEL_PERCENTAGE>
      <VEGETATION_PERCENTAGE>{vegetation}</VEGETATION_PERCENTAGE>
      <WATER_PERCENTAGE>{water}</WATER_PERCENTAGE>
      <SNOW_ICE_PERCENTAGE>0</SNOW_ICE_PERCENTAGE>
    </Image_Content_QI>
  </n1:Quality_Indicators_Info>
</n1:Level-2A_User_Product>
"""
TILE_XML = """<?xml version="1.0" encoding="UTF-8"?>
<n1:Level-2A_Tile_ID xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/S2_PDI_Level-2A_Tile_Metadata.xsd">
  <n1:General_Info><SENSING_TIME>{time}</SENSING_TIME></n1:General_Info>
  <n1:Geometric_Info>
    <Tile_Angles><Mean_Sun_Angle><ZENITH_ANGLE unit="deg">32.5</ZENITH_ANGLE></Mean_Sun_Angle></Tile_Angles>
  </n1:Geometric_Info>
</n1:Level-2A_Tile_ID>
"""


def product_name(visit, tile):
    """Return the name of a product, by ESA's convention."""
    return f"{visit.mission}_MSIL2A_{visit.day}T095031_N{visit.baseline}_R079_T{tile.name}_{visit.day}T150000.SAFE"


def percentages(visit, tile):
    """Return the shares of the scene that the metadata state."""
    scl = scene_classification(*tile.local_coordinates(20), visit)
    return {name: round(100 * float(np.isin(scl, values).mean()), 4) for name, values in _SHARES.items()}


_SHARES = {"cloud": (8, 9), "vegetation": (4,), "water": (6,), "nodata": (0,)}


def write_raster(path, values, tile, resolution_m, driver, **options):
    """Write one band."""
    transform, shape = tile.grid(resolution_m)
    assert shape == values.shape, (shape, values.shape)
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(
        path,
        "w",
        driver=driver,
        height=shape[0],
        width=shape[1],
        count=1,
        dtype=values.dtype,
        crs=f"EPSG:{tile.epsg}",
        transform=transform,
        **options,
    ) as dataset:
        dataset.write(values, 1)


def write_safe(folder, visit, tile):
    """Write a product in the SAFE format, its bands in lossless JPEG 2000."""
    name = product_name(visit, tile)
    root = folder / name
    granule = root / "GRANULE" / f"L2A_T{tile.name}_A000000_{visit.day}T095811"
    has_offset = int(visit.baseline) >= 400
    options = {"driver": "JP2OpenJPEG", "QUALITY": "100", "REVERSIBLE": "YES"}
    for resolution, bands in ((10, BANDS_10M), (20, BANDS_20M)):
        for band, dn in observed_dn(*tile.local_coordinates(resolution), visit, bands, -1000 if has_offset else 0):
            file = (
                granule / "IMG_DATA" / f"R{resolution}m" / f"T{tile.name}_{visit.day}T095031_{band}_{resolution}m.jp2"
            )
            write_raster(file, dn, tile, resolution, **options)
    scl = scene_classification(*tile.local_coordinates(20), visit)
    write_raster(
        granule / "IMG_DATA" / "R20m" / f"T{tile.name}_{visit.day}T095031_SCL_20m.jp2", scl, tile, 20, **options
    )
    entries = "".join(f'<BOA_ADD_OFFSET band_id="{number}">-1000</BOA_ADD_OFFSET>' for number in range(13))
    day = f"{visit.day[:4]}-{visit.day[4:6]}-{visit.day[6:]}"
    xml = SAFE_XML.format(
        name=name,
        time=f"{day}T09:50:31.024Z",
        baseline=f"{visit.baseline[:2]}.{visit.baseline[2:]}",
        letter=visit.mission[1:],
        offsets=f"<BOA_ADD_OFFSET_VALUES_LIST>{entries}</BOA_ADD_OFFSET_VALUES_LIST>" if has_offset else "",
        positions=" ".join(f"{latitude} {longitude}" for longitude, latitude in tile.footprint()),
        **percentages(visit, tile),
    )
    (root / "MTD_MSIL2A.xml").write_text(xml, "utf-8")
    (granule / "MTD_TL.xml").write_text(TILE_XML.format(time=f"{day}T09:58:11.661Z"), "utf-8")
    return root


def write_safe_or_zip(folder, visit):
    """Write the western product of a pass; one of them as a zip."""
    root = write_safe(folder, visit, TILES[0])
    if visit is ZIPPED:
        zip_safe(root)


def zip_safe(root):
    """Put a product into a zip beside it, as downloads come, and remove the folder."""
    with zipfile.ZipFile(root.with_suffix(".zip"), "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(root.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(root.parent).as_posix())
    shutil.rmtree(root)


KEYS = {"B02": "blue", "B03": "green", "B04": "red", "B08": "nir", "B8A": "nir08", "B11": "swir16", "SCL": "scl"}


def write_item(folder, visit, tile, shifted):
    """Write GeoTIFFs and a STAC item in the manner of Earth Search; ``shifted`` pixels have lost their 1000 already."""
    identifier = f"{visit.mission}_{tile.name}_{visit.day}_0_L2A"
    root = folder / identifier
    has_offset = int(visit.baseline) >= 400
    offset_dn = -1000 if has_offset and not shifted else 0
    assets = {}
    options = {
        "driver": "GTiff",
        "tiled": True,
        "blockxsize": 256,
        "blockysize": 256,
        "compress": "deflate",
        "predictor": 2,
    }
    for resolution, bands in ((10, BANDS_10M), (20, BANDS_20M)):
        for band, dn in observed_dn(*tile.local_coordinates(resolution), visit, bands, offset_dn):
            write_raster(root / f"{band}.tif", dn, tile, resolution, nodata=0, **options)
            raster = {"nodata": 0, "data_type": "uint16", "scale": 0.0001, "offset": -0.1 if has_offset else 0}
            assets[KEYS[band]] = {"href": f"{band}.tif", "roles": ["data"], "raster:bands": [raster]}
    scl = scene_classification(*tile.local_coordinates(20), visit)
    write_raster(root / "SCL.tif", scl, tile, 20, nodata=0, **options)
    assets["scl"] = {"href": "SCL.tif", "roles": ["data"]}
    share = percentages(visit, tile)
    item = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": identifier,
        "collection": "sentinel-2-l2a",
        "geometry": {"type": "Polygon", "coordinates": [tile.footprint()]},
        "bbox": [extreme(axis) for extreme in (min, max) for axis in zip(*tile.footprint())],
        "properties": {
            "datetime": f"{visit.day[:4]}-{visit.day[4:6]}-{visit.day[6:]}T09:58:12.000Z",
            "platform": f"sentinel-{visit.mission[1:].lower()}",
            "grid:code": f"MGRS-{tile.name}",
            "view:sun_elevation": 57.5,
            "eo:cloud_cover": share["cloud"],
            "s2:vegetation_percentage": share["vegetation"],
            "s2:water_percentage": share["water"],
            "s2:snow_ice_percentage": 0,
            "s2:nodata_pixel_percentage": share["nodata"],
            "s2:processing_baseline": f"{visit.baseline[:2]}.{visit.baseline[2:]}",
            "s2:product_uri": product_name(visit, tile),
            **({"earthsearch:boa_offset_applied": shifted} if shifted else {}),
        },
        "links": [],
        "assets": assets,
    }
    (root / f"{identifier}.json").write_text(json.dumps(item, indent=1))


def write_truth(folder):
    """Write the temperature at 10 m that the coarse swath is the mean of, and the green cover of that day."""
    tile = Tile("33TYL", 32633, -HALF_WIDTH_M, HALF_WIDTH_M)
    x, y = tile.local_coordinates(10)
    options = {"driver": "GTiff", "tiled": True, "compress": "deflate", "predictor": 3}
    for name, quantity in (("temperature_k", temperature_k), ("vegetation_fraction", vegetation_fraction)):
        write_raster(folder / f"{name}_10m.tif", quantity(x, y, SENTINEL3_DAY).astype(np.float32), tile, 10, **options)


# Sentinel-3.

SWATH_ROWS, SWATH_COLUMNS = 24, 26
POINTS = 20  # samples a side in the mean over a 1 km pixel
CONFIDENCE = {"land": 8, "inland_water": 16, "day": 1024, "summary_cloud": 16384}


def swath_centres():
    """Return x, y (metres from the centre) of the swath's pixels: 1 km apart, tilted like a descending orbit."""
    along, across = np.meshgrid(
        np.arange(SWATH_ROWS) - (SWATH_ROWS - 1) / 2, np.arange(SWATH_COLUMNS) - (SWATH_COLUMNS - 1) / 2, indexing="ij"
    )
    angle = np.radians(SWATH_TILT_DEG)
    u, v = 1000 * across, -1000 * along
    return u * np.cos(angle) - v * np.sin(angle), u * np.sin(angle) + v * np.cos(angle)


def pixel_mean(quantity):
    """Return the mean of a quantity of place over each pixel of the swath."""
    x, y = swath_centres()
    angle = np.radians(SWATH_TILT_DEG)
    offsets = 1000 * ((np.arange(POINTS) + 0.5) / POINTS - 0.5)
    total = np.zeros(x.shape)
    for u in offsets:
        for v in offsets:
            total += quantity(x + u * np.cos(angle) - v * np.sin(angle), y + u * np.sin(angle) + v * np.cos(angle))
    return total / POINTS**2


def _packed(dataset, name, values, dtype, scale, offset, fill, units=""):
    variable = dataset.createVariable(name, dtype, ("rows", "columns"), fill_value=fill)
    variable.set_auto_maskandscale(False)
    variable.scale_factor, variable.add_offset = scale, offset
    if units:
        variable.units = units
    variable[:] = np.rint((values - offset) / scale).astype(dtype)


def _flags(dataset, name, values, dtype, meanings):
    variable = dataset.createVariable(name, dtype, ("rows", "columns"))
    variable.flag_masks = np.array([2**bit for bit in range(len(meanings))], dtype)
    variable.flag_meanings = " ".join(meanings)
    variable[:] = values.astype(dtype)


CONFIDENCE_MEANINGS = [
    *("coastline", "ocean", "tidal", "land", "inland_water", "unfilled", "spare", "spare", "cosmetic", "duplicate"),
    *("day", "twilight", "sun_glint", "snow", "summary_cloud", "summary_pointing"),
]


def write_sentinel3(folder):
    """Write one SL_2_LST frame with ESA's packing; not an ESA product, and its global attributes say so."""
    day = SENTINEL3_DAY
    name = f"S3A_SL_2_LST____{day}T092811_{day}T092814_{day}T140000_0003_086_264_2160_SYN_O_NT_004.SEN3"
    root = folder / name
    root.mkdir(parents=True)
    x, y = swath_centres()
    to_lonlat = pyproj.Transformer.from_crs(LOCAL_CRS, 4326, always_xy=True)
    longitude, latitude = to_lonlat.transform(x, y)
    cover = pixel_mean(lambda x, y: vegetation_fraction(x, y, day))
    water = pixel_mean(lambda x, y: is_water(x, y).astype(float)) > 0.5
    red, nir = (pixel_mean(lambda x, y, b=b: reflectance(surface(x, y, day), b)) for b in ("B04", "B08"))
    confidence = np.where(water, CONFIDENCE["inland_water"], CONFIDENCE["land"]) | CONFIDENCE["day"]

    def create(file, fill):
        with netCDF4.Dataset(root / file, "w") as dataset:
            dataset.createDimension("rows", SWATH_ROWS)
            dataset.createDimension("columns", SWATH_COLUMNS)
            dataset.product_name, dataset.resolution = name, "[ 1000 1000 ]"
            dataset.start_time, dataset.stop_time = (
                f"{day[:4]}-{day[4:6]}-{day[6:]}T09:28:{s}.000000Z" for s in (11, 14)
            )
            dataset.source, dataset.comment = "IPF-SL-2 06.20", "SYNTHETIC, not an ESA product"
            fill(dataset)

    def lst(dataset):
        _packed(dataset, "LST", pixel_mean(lambda x, y: temperature_k(x, y, day)), "i2", 0.002, 290.0, -32768, "K")
        _packed(dataset, "LST_uncertainty", np.full(x.shape, 0.9), "i2", 0.002, 0.0, -32768, "K")
        _flags(dataset, "exception", np.zeros(x.shape), "u2", ["ISP_absent", "pixel_absent"])

    def geodetic(dataset):
        _packed(dataset, "latitude_in", latitude, "i4", 1e-6, 0.0, -2147483648, "degrees_north")
        _packed(dataset, "longitude_in", longitude, "i4", 1e-6, 0.0, -2147483648, "degrees_east")
        _packed(dataset, "elevation_in", np.full(x.shape, 90.0), "i2", 1.0, 0.0, -32768, "m")

    def flags(dataset):
        _flags(dataset, "confidence_in", confidence, "u2", CONFIDENCE_MEANINGS)
        _flags(dataset, "cloud_in", np.zeros(x.shape), "u2", ["visible"])
        _flags(dataset, "bayes_in", np.zeros(x.shape), "u1", ["single_low", "single_moderate"])

    def ancillary(dataset):
        _packed(dataset, "NDVI", (nir - red) / (nir + red), "i2", 5e-5, 0.0, -32768)
        _packed(dataset, "fraction", cover, "i2", 2e-5, 0.5, -32768)

    for file, fill in (
        ("LST_in.nc", lst),
        ("geodetic_in.nc", geodetic),
        ("flags_in.nc", flags),
        ("LST_ancillary_ds.nc", ancillary),
    ):
        create(file, fill)


def make(folder=None):
    """Make the whole sample in ``folder`` (by default in build/) and return it; what is there already is kept."""
    if folder is None:
        digest = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
        folder = environments.ROOT / "build" / f"sample-{digest}"
    folder = Path(folder)
    if (folder / "truth").is_dir():
        return folder
    part = folder.with_name(f"{folder.name}.part-{os.getpid()}")
    shutil.rmtree(part, ignore_errors=True)
    warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(write_safe_or_zip, part / "sentinel-2", visit) for visit in PASSES]
        jobs += [pool.submit(write_item, part / "sentinel-2", visit, TILES[1], visit is SHIFTED) for visit in PASSES]
        for job in jobs:
            job.result()
    write_sentinel3(part / "sentinel-3")
    write_truth(part / "truth")
    try:
        part.rename(folder)
    except OSError:  # another process was first, or a folder without the truth stands there
        if (folder / "truth").is_dir():
            shutil.rmtree(part)
            return folder
        shutil.rmtree(folder)
        part.rename(folder)
    return folder


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    print(make(sys.argv[1]))
