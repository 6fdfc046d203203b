"""Animations of real jobs: values against plain numpy, colours in the decoded file, what is left out and why."""

import datetime
import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from PIL import Image
from scenes import NORTH, WEST, scenes_file, write_scene
from swaths import regular_swath, write_product

from sentinel_toolkit.contract.errors import (
    InvalidRequestError,
    NoOverlapError,
    NoValidPixelsError,
    UnreadableRasterError,
)
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.contract.series import NdviAnimationRequest
from sentinel_toolkit.core.io.colour_ramps import colours_of
from sentinel_toolkit.core.io.frame_palette import LEVELS
from sentinel_toolkit.core.science.date_text import parse_date
from sentinel_toolkit.core.science.time_spans import spans_of
from sentinel_toolkit.core.workflows.ndvi_animation import run

SIDE = 40
UTC = datetime.timezone.utc


def two_bands(red_dn, nir_dn):
    return {"B04": np.full((SIDE, SIDE), red_dn, np.uint16), "B08": np.full((SIDE, SIDE), nir_dn, np.uint16)}


def animate(tmp_path, said=None, output="out.gif", **fields):
    request = NdviAnimationRequest(
        output=str(tmp_path / output),
        table_path=str(tmp_path / "table.jsonl"),
        **{"width": 300, "height": 300, **fields},
    )
    result = run(request, Report(said.append if said is not None else lambda _event: None))
    rows = [json.loads(line) for line in (tmp_path / "table.jsonl").read_text().splitlines()]
    return result, rows


def frames_of(path):
    with Image.open(path) as film:
        for place in range(film.n_frames):
            film.seek(place)
            yield np.asarray(film.convert("RGB"))


def write_raster(path, values, epsg=32633, pixel=(10, -10), corner=(WEST, NORTH), nodata=np.nan, **more):
    values = np.atleast_3d(values) if values.ndim == 3 else values[None]
    profile = {"width": values.shape[2], "height": values.shape[1], "count": len(values), "dtype": values.dtype}
    transform = Affine(pixel[0], 0, corner[0], 0, pixel[1], corner[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(path, "w", "GTiff", crs=f"EPSG:{epsg}", transform=transform, nodata=nodata, **profile) as target:
        target.write(values)
        if names := more.get("names"):
            target.descriptions = names
        if scale := more.get("scale"):
            target.scales = [scale] * len(values)
    return path


def field(seed=0):
    return np.random.default_rng(seed).uniform(0, 1, (SIDE, SIDE)).astype(np.float32)


def test_a_scene_becomes_a_frame_of_its_colour(tmp_path):
    """NDVI 0.6 everywhere: the map is one colour, that of its class of the ramp."""
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    write_scene(tmp_path / "in", "20230715", two_bands(2000, 3000))
    _, rows = animate(tmp_path, scenes_path=scenes_file(tmp_path / "in", tmp_path / "s.jsonl"))
    assert [row["date"] for row in rows] == ["2023-06-15", "2023-07-15"]
    assert [row["mean"] for row in rows] == pytest.approx([0.6, 0.2], abs=1e-4)
    for page, ndvi in zip(frames_of(tmp_path / "out.gif"), (0.6, 0.2), strict=True):
        colour = colours_of("RdYlGn", LEVELS)[int(ndvi * LEVELS + 1e-3)]
        shares = (page.reshape(-1, 3) == colour).all(1).mean()
        assert shares > 0.25


def test_tiles_of_one_pass_make_one_date(tmp_path):
    width = SIDE * 10
    for number, west in enumerate((WEST, WEST + width)):
        properties = {"s2:datatake_id": "GS2A_20230615T100031_000001_N03.01", "tile": f"33TW{'LM'[number]}"}
        write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000), west=west, **properties)
    result, rows = animate(tmp_path, scenes_path=scenes_file(tmp_path / "in", tmp_path / "s.jsonl"))
    assert result.frames == 1
    assert rows[0]["valid_percent"] == pytest.approx(100, abs=3)  # the footprint's edges are not quite straight


def test_a_month_is_the_median_of_its_passes(tmp_path):
    for day, nir in (("20230603", 1500), ("20230613", 3000), ("20230623", 4000), ("20230703", 2000)):
        write_scene(tmp_path / "in", day, two_bands(1000, nir))
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    _, rows = animate(tmp_path, scenes_path=path, period="month")
    assert [row["date"] for row in rows] == ["2023-06-01", "2023-07-01"]
    assert [row["mean"] for row in rows] == pytest.approx([0.5, 1 / 3], abs=1e-4)


def test_dates_under_cloud_are_left_out_and_named(tmp_path):
    cloudy = np.full((SIDE // 2, SIDE // 2), 9, np.uint8)
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    write_scene(tmp_path / "in", "20230620", two_bands(1000, 4000), scl=cloudy)
    said = []
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    result, rows = animate(tmp_path, said, scenes_path=path)
    assert (result.frames, result.left_out, len(rows)) == (1, 1, 1)
    assert any("2023-06-20 (0 %)" in getattr(event, "text", "") for event in said)
    with pytest.raises(NoValidPixelsError, match="None of the 2 dates"):
        animate(tmp_path, scenes_path=path, min_valid_percent=100, aoi_wkt=BEYOND, aoi_crs="EPSG:32633")


BEYOND = (
    f"POLYGON(({WEST} {NORTH}, {WEST + 800} {NORTH}, {WEST + 800} {NORTH - 400}, {WEST} {NORTH - 400}, {WEST} {NORTH}))"
)


def test_the_shares_are_those_of_the_area(tmp_path):
    """An area twice as wide as the scene: half of it is seen."""
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    _, rows = animate(tmp_path, scenes_path=path, aoi_wkt=BEYOND, aoi_crs="EPSG:32633")
    assert rows[0]["valid_percent"] == pytest.approx(50, abs=1)


@pytest.mark.real_data
def test_real_scenes_equal_plain_numpy(shared, tmp_path):
    path = scenes_file(shared / "s2_zagreb", tmp_path / "s.jsonl")
    frames = tmp_path / "frames"
    result, rows = animate(tmp_path, scenes_path=path, frames_folder=str(frames), min_valid_percent=0)
    assert result.frames == 5
    for row in rows:
        red, nir, scl = (_band(shared, row["date"], name) for name in ("B04", "B08", "SCL"))
        valid = (red > 0) & (nir > 0) & ~np.isin(scl, [0, 1, 3, 7, 8, 9, 10])
        total = (red + nir) * 1e-4
        with np.errstate(all="ignore"):
            ndvi = np.where(valid & (total > 0.01), np.clip((nir - red) / (nir + red), -1, 1), np.nan)
        with rasterio.open(frames / f"NDVI_{row['date']}.tif") as dataset:
            values = dataset.read(1)
        assert np.array_equal(np.isnan(values), np.isnan(ndvi))
        assert values == pytest.approx(ndvi, abs=1e-4, nan_ok=True)
        assert row["mean"] == pytest.approx(np.nanmean(ndvi), abs=1e-4)
        assert row["p90"] == pytest.approx(np.nanpercentile(ndvi, 90), abs=1e-3)


def _band(shared, date, name):
    root = shared / "s2_zagreb"
    matches = [path for path in root.rglob("*.tif") if date.replace("-", "") in str(path) and name in path.name]
    with rasterio.open(matches[0]) as dataset:
        return dataset.read(1).astype(np.float64)


def test_rasters_are_shown_as_they_are(tmp_path):
    folder = tmp_path / "rasters"
    stored = {day: field(seed) for seed, day in enumerate(("2023-05-01", "2023-05-11"))}
    for day, values in stored.items():
        write_raster(folder / f"ndvi_{day}.tif", values)
    frames = tmp_path / "frames"
    _, rows = animate(tmp_path, raster_folder=str(folder), frames_folder=str(frames))
    for row in rows:
        with rasterio.open(frames / f"NDVI_{row['date']}.tif") as dataset:
            assert np.array_equal(dataset.read(1), stored[row["date"]])
            assert dataset.transform == Affine(10, 0, WEST, 0, -10, NORTH)
        assert row["median"] == pytest.approx(np.median(stored[row["date"]]), abs=1e-6)


def test_bands_may_be_dates(tmp_path):
    layers = np.stack([field(seed) for seed in range(3)])
    names = ("2023-05-01T10:00:00", "2023-05-11T10:00:00", "2023-05-21T10:00:00")
    write_raster(tmp_path / "in" / "stack.tif", layers, names=names)
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"))
    assert [row["date"] for row in rows] == ["2023-05-01", "2023-05-11", "2023-05-21"]
    assert [row["mean"] for row in rows] == pytest.approx([float(layer.mean()) for layer in layers], abs=1e-6)


def test_bands_of_reflectance_make_the_index(tmp_path):
    bands = np.stack([np.full((SIDE, SIDE), dn, np.int16) for dn in (1000, 4000, 7)])
    write_raster(
        tmp_path / "in" / "2023-05.tif", bands, nodata=-32768, names=("B04", "B08", "observations"), scale=1e-4
    )
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"))
    assert (rows[0]["date"], rows[0]["mean"]) == ("2023-05-01", pytest.approx(0.6, abs=1e-6))


def test_a_described_band_is_found_among_others(tmp_path):
    bands = np.stack([np.full((SIDE, SIDE), value, np.float32) for value in (300.0, 0.4)])
    write_raster(tmp_path / "in" / "S3A_20230515T100000.tif", bands, names=("LST", "NDVI"))
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"))
    assert rows[0]["mean"] == pytest.approx(0.4)
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"), index="band", band="LST")
    assert rows[0]["mean"] == pytest.approx(300)


def test_pixels_that_are_not_square_keep_their_place(tmp_path):
    values = field()
    write_raster(tmp_path / "in" / "2023-05-01.tif", values, pixel=(10, -13))
    animate(tmp_path, raster_folder=str(tmp_path / "in"), frames_folder=str(tmp_path / "frames"))
    with rasterio.open(tmp_path / "frames" / "NDVI_2023-05-01.tif") as dataset:
        assert np.array_equal(dataset.read(1), values)


@pytest.mark.parametrize(
    ("names", "match"), [((None, None), r"none of them is described as NDVI or B08, B04"), (None, "has no date")]
)
def test_rasters_that_do_not_tell_are_refused(tmp_path, names, match):
    if names:
        write_raster(tmp_path / "in" / "2023-05-01.tif", np.stack([field(), field()]), names=names)
    else:
        write_raster(tmp_path / "in" / "map.tif", field())
    with pytest.raises(UnreadableRasterError, match=match):
        animate(tmp_path, raster_folder=str(tmp_path / "in"))


def test_an_empty_folder_is_refused(tmp_path):
    (tmp_path / "in").mkdir()
    with pytest.raises(InvalidRequestError, match="holds no raster"):
        animate(tmp_path, raster_folder=str(tmp_path / "in"))


def test_one_bad_raster_is_named_and_the_others_are_shown(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    write_raster(tmp_path / "in" / "2023-05-11.tif", field(1))
    (tmp_path / "in" / "2023-05-21.tif").write_bytes(b"no raster")
    said = []
    result, _ = animate(tmp_path, said, raster_folder=str(tmp_path / "in"))
    assert result.frames == 2
    assert any("2023-05-21.tif" in event.text for event in said if getattr(event, "warning", False))


def test_an_area_beside_the_rasters_is_all_empty(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    wkt = f"POLYGON(({WEST - 900} {NORTH}, {WEST - 500} {NORTH}, {WEST - 500} {NORTH - 300}, {WEST - 900} {NORTH}))"
    with pytest.raises(NoValidPixelsError):
        animate(tmp_path, raster_folder=str(tmp_path / "in"), aoi_wkt=wkt, aoi_crs="EPSG:32633")
    assert not (tmp_path / "out.gif").exists()


def test_scenes_elsewhere_are_an_error(tmp_path):
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    with pytest.raises(NoOverlapError):
        animate(tmp_path, scenes_path=path, aoi_wkt="POLYGON((0 0, 1 0, 1 1, 0 0))", aoi_crs="EPSG:4326")


def swaths(tmp_path, days=(10, 13), **options):
    latitude, longitude = regular_swath((40, 32))
    for day in days:
        start = datetime.datetime(2023, 8, day, 9, 50, tzinfo=UTC)
        write_product(tmp_path / "in", start, latitude, longitude, **options)
    return scenes_file(tmp_path / "in", tmp_path / "s.jsonl")


def test_sentinel_3_in_celsius(tmp_path):
    values = {"LST": np.full((40, 32), 303.15), "NDVI": np.full((40, 32), 0.5)}
    path = swaths(tmp_path, values=values)
    frames = str(tmp_path / "frames")
    _, rows = animate(tmp_path, scenes_path=path, index="LST", units="celsius", frames_folder=frames)
    assert [row["date"] for row in rows] == ["2023-08-10", "2023-08-13"]
    assert [row["mean"] for row in rows] == pytest.approx([30, 30], abs=0.002)
    with rasterio.open(tmp_path / "frames" / "LST_2023-08-10.tif") as dataset:
        assert dataset.units == ("°C",)
    _, rows = animate(tmp_path, scenes_path=path, index="LST", output="kelvin.gif")
    assert rows[0]["mean"] == pytest.approx(303.15, abs=0.002)


def test_satellites_do_not_mix(tmp_path):
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    path = swaths(tmp_path)
    with pytest.raises(InvalidRequestError, match="of Sentinel-2 and of Sentinel-3"):
        animate(tmp_path, scenes_path=path)


def test_a_quantity_that_a_satellite_lacks_is_named(tmp_path):
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    with pytest.raises(InvalidRequestError, match="Sentinel-2 has no LST"):
        animate(tmp_path, scenes_path=path, index="LST")


def test_pictures_and_rasters_are_products_of_their_own(tmp_path):
    for day in ("2023-05-01", "2023-05-11"):
        write_raster(tmp_path / "in" / f"ndvi_{day}.tif", field())
    pictures, frames, layers = tmp_path / "pictures", tmp_path / "frames", tmp_path / "layers.jsonl"
    folders = {"pictures_folder": str(pictures), "frames_folder": str(frames), "layers_path": str(layers)}
    animate(tmp_path, raster_folder=str(tmp_path / "in"), **folders)
    animate(tmp_path, raster_folder=str(tmp_path / "in"), **folders)  # our own are replaced
    pages = list(frames_of(tmp_path / "out.gif"))
    for page, day in zip(pages, ("2023-05-01", "2023-05-11"), strict=True):
        with Image.open(pictures / f"NDVI_{day}.png") as picture:
            assert np.array_equal(np.asarray(picture.convert("RGB")), page)
    rows = [json.loads(line) for line in layers.read_text().splitlines()]
    assert [(row["name"], row["start"][:19], row["end"][:19]) for row in rows] == [
        ("2023-05-01", "2023-05-01T00:00:00", "2023-05-01T23:59:59"),
        ("2023-05-11", "2023-05-11T00:00:00", "2023-05-11T23:59:59"),
    ]
    item = json.loads((frames / "NDVI_2023-05-01.json").read_text())
    assert [link["title"] for link in item["links"]] == ["ndvi_2023-05-01"]
    assert "attribution" not in item["properties"]  # nobody knows whose rasters these are


@pytest.mark.parametrize("name", ["pictures/NDVI_2023-05-01.png", "frames/NDVI_2023-05-01.tif"])
def test_files_of_the_user_are_not_replaced(tmp_path, name):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(InvalidRequestError, match="was not made by this job"):
        animate(
            tmp_path,
            raster_folder=str(tmp_path / "in"),
            pictures_folder=str(tmp_path / "pictures"),
            frames_folder=str(tmp_path / "frames"),
        )
    assert (tmp_path / name).read_bytes() == b"mine"
    assert not (tmp_path / "out.gif").exists()


def test_cancelling_leaves_nothing(tmp_path):
    for day in range(1, 9):
        write_raster(tmp_path / "in" / f"2023-05-0{day}.tif", field(day))
    asked = []

    def is_cancelled():
        asked.append(1)
        return len(asked) > 25

    request = NdviAnimationRequest(raster_folder=str(tmp_path / "in"), output=str(tmp_path / "out" / "a.gif"))
    with pytest.raises(JobCancelled):
        run(request, Report(is_cancelled=is_cancelled))
    assert not list((tmp_path / "out").iterdir())


def test_a_long_series_needs_no_more_memory_than_a_short_one(tmp_path):
    """The job's own arrays: of 60 dates hardly more than of 6."""
    import tracemalloc

    for day in range(60):
        date = datetime.date(2023, 1, 1) + datetime.timedelta(days=day)
        write_raster(tmp_path / "long" / f"{date}.tif", np.kron(field(day), np.ones((8, 8), np.float32)))
        if day < 6:
            write_raster(tmp_path / "short" / f"{date}.tif", np.kron(field(day), np.ones((8, 8), np.float32)))
    peaks = {}
    animate(tmp_path, raster_folder=str(tmp_path / "short"))  # warm
    for name in ("short", "long"):
        tracemalloc.start()
        animate(tmp_path, raster_folder=str(tmp_path / name))
        peaks[name] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peaks["long"] < peaks["short"] + 4e6  # the maps of 54 dates would be 22 MB


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("ndvi_2023-05-01.tif", (2023, 5, 1)),
        ("NDVI_20230501T102030Z", (2023, 5, 1, 10, 20, 30)),
        ("2015-07-31T10:00:09", (2015, 7, 31, 10, 0, 9)),
        ("MOD13Q1.A2023121.h18v04", (2023, 5, 1)),
        ("2023-05-D2", (2023, 5, 11)),
        ("2023-W18_33TWL", (2023, 5, 1)),
        ("2023-05_33TWL", (2023, 5, 1)),
        ("S2A_MSIL2A_20240716T101559_N0511_R065_T33UXP_20240717T140000", (2024, 7, 16, 10, 15, 59)),
        ("S3A_20230810T095811", (2023, 8, 10, 9, 58, 11)),
        ("2023-02-30", None),
        ("map_12345678", None),
        ("A2023399", None),
    ],
)
def test_dates_in_names(text, time):
    assert parse_date(text) == (datetime.datetime(*time, tzinfo=UTC) if time else None)


def test_spans_are_days_shared_by_what_falls_on_them():
    times = [datetime.datetime(2023, 8, *rest, tzinfo=UTC) for rest in ((10, 9, 50), (10, 10, 30), (13, 9, 0))]
    texts = [[f"{time:%d %H:%M:%S}" for time in span] for span in spans_of(times)]
    assert texts == [
        ["10 00:00:00", "10 10:29:59"],
        ["10 10:30:00", "10 23:59:59"],
        ["13 00:00:00", "13 23:59:59"],
    ]


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({}, "None of INPUT, RASTERS, RASTER_FOLDER is given"),
        ({"scenes_path": "a", "raster_folder": "b"}, "INPUT and RASTER_FOLDER are given at once"),
        ({"raster_folder": "b", "output": "a.avi"}, "'.avi' does not fit"),
        ({"raster_folder": "b", "width": 100}, "WIDTH is 100"),
        ({"raster_folder": "b", "width": 4096, "height": 200}, "too narrow a page"),
        ({"raster_folder": "b", "low": 1.0, "high": 0.0}, "MIN 1 is not below MAX 0"),
        ({"raster_folder": "b", "low": float("nan")}, "MIN is nan"),
        ({"raster_folder": "b", "index": "band"}, "BAND names a band"),
        ({"raster_folder": "b", "frame_ms": 1}, "FRAME_MS is 1"),
    ],
)
def test_bad_requests_are_refused_at_birth(fields, match):
    with pytest.raises(InvalidRequestError, match=match):
        NdviAnimationRequest(**{"output": "a.gif", **fields})
