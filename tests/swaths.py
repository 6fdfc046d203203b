"""Small Sentinel-3 SL_2_LST products for tests: NetCDF with the names, types and packing of the real ones."""

import datetime

import netCDF4
import numpy as np
import pyproj

from sentinel_toolkit.core.swaths.sen3 import read_product

MEANINGS = (
    "coastline ocean tidal land inland_water unfilled spare spare cosmetic duplicate day twilight sun_glint snow "
    "summary_cloud summary_pointing"
)
LAND, COSMETIC, DUPLICATE, DAY, CLOUD = 8, 256, 512, 1024, 16384
PACKING = {  # of each variable: type, scale, offset, fill
    "latitude_in": ("i4", 1e-6, 0.0, -(2**31)),
    "longitude_in": ("i4", 1e-6, 0.0, -(2**31)),
    "elevation_in": ("i2", 1.0, 0.0, -32768),
    "LST": ("i2", 0.002, 290.0, -32768),
    "LST_uncertainty": ("i2", 0.002, 0.0, -32768),
    "NDVI": ("i2", 5e-5, 0.0, -32768),
    "fraction": ("i2", 2e-5, 0.5, -32768),
    "TCWV": ("i2", 0.001, 30.0, -32768),
    "sat_zenith_tn": ("f8", None, None, None),
    "sat_azimuth_tn": ("f8", None, None, None),
}


def name_of(start, duration_s=180, frame="0360", platform="S3A", cycle=60, orbit=136, timeliness="NT"):
    stop = start + datetime.timedelta(seconds=duration_s)
    times = "_".join(f"{time:%Y%m%dT%H%M%S}" for time in (start, stop, stop + datetime.timedelta(days=1)))
    return f"{platform}_SL_2_LST____{times}_{duration_s:04d}_{cycle:03d}_{orbit:03d}_{frame}_PS1_O_{timeliness}_004"


def regular_swath(shape, crs="EPSG:32633", centre=(500_000, 5_000_000), turn_deg=12.0, spacing_m=1000.0, jitter_m=0.0):
    """Return (latitude, longitude) of a turned, regular swath; jitter moves each pixel by a little of its own."""
    rows, columns = np.mgrid[: shape[0], : shape[1]].astype(float)
    turn = np.radians(turn_deg)
    right, down = (columns - shape[1] / 2) * spacing_m, (rows - shape[0] / 2) * spacing_m
    x = centre[0] + right * np.cos(turn) + down * np.sin(turn)
    y = centre[1] + right * np.sin(turn) - down * np.cos(turn)
    if jitter_m:
        random = np.random.default_rng(7)
        x, y = x + random.normal(0, jitter_m, shape), y + random.normal(0, jitter_m, shape)
    longitude, latitude = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform(x, y)
    return latitude, longitude


def write_product(folder, start, latitude, longitude, confidence=None, bayes=None, cloud=None, **options):
    """Write a product and return its folder; each file states the product as ESA's do, unless ``product_name`` is empty.

    ``values`` are quantities by name; ``without`` are files or variables to leave out; ``source`` is the processor.
    """
    values = {"LST": np.full(latitude.shape, 300.0), "NDVI": np.full(latitude.shape, 0.5), **options.get("values", {})}
    values.setdefault("LST_uncertainty", np.full(latitude.shape, 0.8))
    without = options.get("without", ())
    root = folder / f"{options.get('name') or name_of(start)}.SEN3"
    root.mkdir(parents=True)
    confidence = np.full(latitude.shape, LAND | DAY, np.uint16) if confidence is None else confidence
    flags = {
        "confidence_in": (confidence, MEANINGS),
        "bayes_in": (np.zeros(latitude.shape, np.uint8) if bayes is None else bayes, _BAYES),
        "cloud_in": (np.zeros(latitude.shape, np.uint16) if cloud is None else cloud, None),
    }
    files = {
        "geodetic_in.nc": {
            "latitude_in": latitude,
            "longitude_in": longitude,
            "elevation_in": values.pop("elevation_in", np.zeros(latitude.shape)),
        },
        "LST_in.nc": {name: values.pop(name) for name in ("LST", "LST_uncertainty")},
        "LST_ancillary_ds.nc": values,
        "flags_in.nc": {},
    }
    if "ties" in options:
        files["geometry_tn.nc"] = options["ties"]
    for name, variables in files.items():
        if name in without:
            continue
        with netCDF4.Dataset(root / name, "w") as dataset:
            is_ties = name == "geometry_tn.nc"
            dataset.source = options.get("source", "IPF-SL-2 06.20")
            if named := options.get("product_name", root.name):
                dataset.product_name = named
            dataset.resolution = "[ 16000 1000 ]" if is_ties else "[ 1000 1000 ]"
            dataset.track_offset = 2.0 if is_ties else 16.0
            _write_packed(dataset, {key: value for key, value in variables.items() if key not in without})
            if name == "LST_in.nc":
                exception = options.get("exception", np.zeros(latitude.shape, np.uint16))
                _write_flags(dataset, "exception", exception, None)
            for key, (layer, meanings) in flags.items() if name == "flags_in.nc" else ():
                if key not in without:
                    _write_flags(dataset, key, layer, meanings)
    return root


_BAYES = "single_low single_moderate dual_low dual_moderate spare spare spare spare"


def _write_packed(dataset, variables):
    for name, values in variables.items():
        kind, scale, offset, fill = PACKING[name]
        variable = dataset.createVariable(name, kind, _dimensions(dataset, values.shape), fill_value=fill)
        variable.set_auto_maskandscale(False)
        if scale is None:
            variable[:] = values
            continue
        variable.scale_factor, variable.add_offset = scale, offset
        raw = np.rint((np.nan_to_num(values) - offset) / scale)
        variable[:] = np.where(np.isnan(values), fill, raw).astype(kind)


def _write_flags(dataset, name, layer, meanings):
    variable = dataset.createVariable(name, layer.dtype, _dimensions(dataset, layer.shape))
    variable[:] = layer
    if meanings:
        variable.flag_meanings = meanings
        variable.flag_masks = np.array([1 << place for place in range(len(meanings.split()))], layer.dtype)


def _dimensions(dataset, shape):
    names = ("rows", "columns")
    for name, length in zip(names, shape, strict=True):
        if name not in dataset.dimensions:
            dataset.createDimension(name, length)
    return names


SHAPE = 40, 32
START = datetime.datetime(2023, 6, 20, 9, 30, tzinfo=datetime.timezone.utc)


def fields(shape=SHAPE):
    """Return LST (K) and NDVI that differ in every pixel, as the packing can hold them."""
    place = np.arange(shape[0] * shape[1]).reshape(shape)
    return {"LST": 290 + 0.01 * place, "NDVI": 0.1 + 5e-4 * place}


def make(folder, start=START, places=None, **options):
    latitude, longitude = places or regular_swath(SHAPE)
    return write_product(folder, start, latitude, longitude, **{"values": fields(latitude.shape), **options})


def scene(folder, **options):
    return read_product(make(folder, **options))


def read_name(name, start):
    from shapely.geometry import box

    from sentinel_toolkit.core.scenes.scene import Scene

    return Scene(name, "c", "sentinel-3a", "sentinel-3-lst", start, box(0, 0, 1, 1), "folder", name=name)
