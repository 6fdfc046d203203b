"""Animations of real jobs: values against plain numpy, colours in the decoded file, what is left out and why."""

import datetime
import json

import numpy as np
import pytest
import rasterio
from held import Held
from PIL import Image
from scenes import NORTH, WEST, scenes_file, write_scene
from series import SIDE, animate, field, swaths, two_bands, write_raster

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.animation import NdviAnimationRequest
from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError, NoValidPixelsError
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.core.animation.page.palette import LEVELS
from sentinel_toolkit.core.drawing.colour_ramps import colours_of
from sentinel_toolkit.core.workflows.ndvi_animation import run


def frames_of(path):
    with Image.open(path) as film:
        for place in range(film.n_frames):
            film.seek(place)
            yield np.asarray(film.convert("RGB"))


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


def test_scenes_elsewhere_are_an_error(tmp_path):
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    with pytest.raises(NoOverlapError):
        animate(tmp_path, scenes_path=path, aoi_wkt="POLYGON((0 0, 1 0, 1 1, 0 0))", aoi_crs="EPSG:4326")


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


@pytest.mark.parametrize("kind", ["pictures_folder", "frames_folder"])
def test_pictures_and_rasters_whose_paths_become_too_long_are_refused_before_the_work(tmp_path, monkeypatch, kind):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    folder = tmp_path / "a-folder-with-a-longer-name"
    limit = places.PathLimit("Windows", len(str(folder / "NDVI_2023-05-01.tif")) - 1, 247)
    monkeypatch.setattr(places, "path_limit", lambda: limit)
    with pytest.raises(
        InvalidRequestError, match=f"{kind.upper()} cannot be written: .*NDVI_2023-05-01.* Windows takes"
    ):
        animate(tmp_path, raster_folder=str(tmp_path / "in"), **{kind: str(folder)})
    assert not (tmp_path / "out.gif").exists()


def test_what_is_opened_meanwhile_stays_and_the_new_files_are_told(tmp_path, monkeypatch):
    for day in ("2023-05-01", "2023-05-11"):
        write_raster(tmp_path / "in" / f"ndvi_{day}.tif", field())
    pictures, frames, layers = tmp_path / "pictures", tmp_path / "frames", tmp_path / "layers.jsonl"
    folders = {"pictures_folder": str(pictures), "frames_folder": str(frames), "layers_path": str(layers)}
    request = NdviAnimationRequest(
        output=str(tmp_path / "out.gif"), width=300, height=300, raster_folder=str(tmp_path / "in"), **folders
    )
    run(request, Report())
    opened = tmp_path / "out.gif", frames / "NDVI_2023-05-11.tif", pictures / "NDVI_2023-05-01.png"
    before = [path.read_bytes() for path in opened]
    said, held = [], Held(monkeypatch, 0.1)
    result = run(request, held.when("Drawing", *opened, said=said))
    assert result.output == str(tmp_path / "out_2.gif")
    assert [path.read_bytes() for path in opened] == before
    assert sorted(path.name for path in pictures.iterdir()) == [
        "NDVI_2023-05-01.png",
        "NDVI_2023-05-01_2.png",
        "NDVI_2023-05-11.png",
    ]
    rows = [json.loads(line) for line in layers.read_text().splitlines()]
    assert [row["path"] for row in rows] == [
        str(frames / "NDVI_2023-05-01.tif"),
        str(frames / "NDVI_2023-05-11_2.tif"),
    ]
    assert sum("could not be replaced" in event.text for event in said) == 3
    for path, name in zip(opened, (r"out\.gif", r"NDVI_2023-05-11\.tif", r"NDVI_2023-05-01\.png"), strict=True):
        held.release()
        held.hold(path)
        with pytest.raises(InvalidRequestError, match=f"^{name} is open in QGIS"):
            run(request, Report())


def test_rasters_are_not_replaced_by_what_is_made_of_them(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    frames = tmp_path / "frames"
    animate(tmp_path, raster_folder=str(tmp_path / "in"), frames_folder=str(frames), pictures_folder=str(frames))
    before = (frames / "NDVI_2023-05-01.tif").read_bytes()
    with pytest.raises(InvalidRequestError, match="is an input of it"):
        animate(tmp_path, raster_folder=str(frames), frames_folder=str(frames))
    assert (frames / "NDVI_2023-05-01.tif").read_bytes() == before


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


def dates_and_spans(tmp_path, **fields):
    layers = tmp_path / "layers.jsonl"
    _, rows = animate(tmp_path, frames_folder=str(tmp_path / "frames"), layers_path=str(layers), **fields)
    spans = [json.loads(line) for line in layers.read_text().splitlines()]
    return [row["date"] for row in rows], [(span["name"], span["start"][:19]) for span in spans]


def test_a_date_in_a_name_is_that_date_everywhere(tmp_path):
    """West of Greenwich, too: midnight UTC is still the day before there, but nobody said midnight."""
    for month in ("05", "06"):
        write_raster(tmp_path / "in" / f"ndvi_2023-{month}-01.tif", field(), epsg=32618)
    dates, spans = dates_and_spans(tmp_path, raster_folder=str(tmp_path / "in"))
    assert dates == ["2023-05-01", "2023-06-01"]
    assert spans[0] == ("2023-05-01", "2023-05-01T00:00:00")
    dates, _ = dates_and_spans(tmp_path, raster_folder=str(tmp_path / "in"), period="month")
    assert dates == ["2023-05-01", "2023-06-01"]


def test_passes_near_the_date_line_have_one_day(tmp_path):
    """At 178° E a pass at 22:30 UTC is of the next morning: in labels, tables and layers alike."""
    write_scene(tmp_path / "in", "20230501", two_bands(1000, 4000), epsg=32660, datetime="2023-05-01T22:30:00Z")
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    for period in ("scene", "day"):
        dates, spans = dates_and_spans(tmp_path, scenes_path=path, period=period)
        assert dates == ["2023-05-02"]
        assert spans == [("2023-05-02", "2023-05-02T00:00:00")]


def test_rasters_of_one_date_are_told_apart(tmp_path):
    for name in "abc":
        write_raster(tmp_path / "in" / f"{name}_2023-05-01.tif", field())
    dates, spans = dates_and_spans(tmp_path, raster_folder=str(tmp_path / "in"))
    assert dates == ["2023-05-01"] * 3
    assert spans == [(f"2023-05-01 ({n})", f"2023-05-01T{8 * (n - 1):02}:00:00") for n in (1, 2, 3)]


def test_labels_may_have_the_time(tmp_path):
    write_scene(tmp_path / "in", "20230615", two_bands(1000, 4000))
    path = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    _, spans = dates_and_spans(tmp_path, scenes_path=path, date_format="%d.%m.%Y %H:%M")
    assert spans[0][0] == "15.06.2023 10:00"


@pytest.mark.parametrize("source", ["rasters", "swaths"])
@pytest.mark.parametrize("wkt", [f"POINT({WEST + 101} {NORTH - 101})", "tiny"])
def test_an_area_smaller_than_a_pixel_is_its_pixel(tmp_path, source, wkt):
    if source == "rasters":
        write_raster(tmp_path / "in" / "2023-05-01.tif", field())
        fields, (x, y) = {"raster_folder": str(tmp_path / "in")}, (WEST + 101.5, NORTH - 101.5)
    else:
        fields, (x, y) = {"scenes_path": swaths(tmp_path, days=(10,))}, (500_100, 5_000_100)
    if wkt == "tiny":
        wkt = f"POLYGON(({x} {y}, {x + 1} {y}, {x + 1} {y + 1}, {x} {y}))"
    elif source == "swaths":
        wkt = f"POINT({x} {y})"
    result, rows = animate(tmp_path, aoi_wkt=wkt, aoi_crs="EPSG:32633", **fields)
    assert (result.frames, rows[0]["valid_percent"]) == (1, 100)


def test_units_are_for_temperatures_alone(tmp_path):
    path = swaths(tmp_path, days=(10,))
    _, rows = animate(tmp_path, scenes_path=path, index="band", band="LST_uncertainty", units="celsius")
    assert rows[0]["mean"] == pytest.approx(0.8, abs=0.002)
    write_raster(tmp_path / "rasters" / "2023-05-01.tif", np.full((SIDE, SIDE), 0.5, np.float32))
    animate(tmp_path, raster_folder=str(tmp_path / "rasters"), units="celsius")
    colour = colours_of("RdYlGn", LEVELS)[LEVELS // 2]
    (page,) = frames_of(tmp_path / "out.gif")
    assert (page.reshape(-1, 3) == colour).all(1).mean() > 0.25


def test_one_bad_pass_does_not_spoil_its_month(tmp_path):
    path = swaths(tmp_path, days=(10, 13, 16))
    next((tmp_path / "in").glob("*20230813*")).joinpath("LST_in.nc").write_bytes(b"nothing")
    said = []
    result, rows = animate(tmp_path, said, scenes_path=path, index="LST", period="month", output="m.gif")
    assert result.frames == 1
    assert rows[0]["mean"] == pytest.approx(300, abs=0.002)
    assert any("20230813" in event.text for event in said if getattr(event, "warning", False))


def test_a_median_of_many_is_made_in_strips(tmp_path):
    """With a small memory limit the same median comes out."""
    stack = [field(seed) for seed in range(7)]
    for day, values in enumerate(stack, 1):
        write_raster(tmp_path / "in" / f"2023-05-0{day}.tif", np.kron(values, np.ones((30, 30), np.float32)))
    frames = tmp_path / "frames"
    fields = {"raster_folder": str(tmp_path / "in"), "period": "month", "frames_folder": str(frames), "width": 1200}
    animate(tmp_path, memory_limit_mb=64, **fields)
    with rasterio.open(frames / "NDVI_2023-05.tif") as dataset:
        assert np.array_equal(dataset.read(1)[15::30, 15::30], np.median(stack, axis=0))


def test_a_cancelled_job_leaves_no_picture_and_no_raster(tmp_path):
    for day in range(1, 9):
        write_raster(tmp_path / "in" / f"2023-05-0{day}.tif", field(day))
    drawn = []

    def is_cancelled():
        return len(drawn) > 3

    def emit(event):
        if getattr(event, "text", "") == "Drawing":
            drawn.append(event)

    folders = {name: str(tmp_path / name) for name in ("pictures_folder", "frames_folder")}
    request = NdviAnimationRequest(raster_folder=str(tmp_path / "in"), output=str(tmp_path / "o" / "a.gif"), **folders)
    with pytest.raises(JobCancelled):
        run(request, Report(emit, is_cancelled))
    assert not [path for name in (*folders, "o") for path in (tmp_path / name).iterdir()]


def test_colours_are_judged_before_the_work(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", field())
    for fields, match in (({"low": 1.5}, "from 1.5 to 1"), ({"ramp": "rainbowish"}, "rainbowish")):
        said = []
        with pytest.raises(InvalidRequestError, match=match):
            animate(tmp_path, said, raster_folder=str(tmp_path / "in"), **fields)
        assert not said


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
