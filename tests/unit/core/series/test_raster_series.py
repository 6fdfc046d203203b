"""Dated rasters as a series: shown as they are, whatever their bands, masks and grids, or refused."""

import datetime

import netCDF4
import numpy as np
import pyproj
import pytest
import rasterio
from affine import Affine
from scenes import NORTH, WEST
from series import SIDE, animate, field, write_raster

from sentinel_toolkit.contract.errors import InvalidRequestError, NoValidPixelsError, UnreadableRasterError
from sentinel_toolkit.core.rasters.on_grid import read_on_grid
from sentinel_toolkit.core.series.dated_rasters import look_at

BEYOND = (
    f"POLYGON(({WEST} {NORTH}, {WEST + 800} {NORTH}, {WEST + 800} {NORTH - 400}, {WEST} {NORTH - 400}, {WEST} {NORTH}))"
)


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


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "uint32", "float32"])
def test_what_lies_beyond_a_raster_is_no_zero(tmp_path, dtype):
    """Half of the area is outside; rasters without nodata have no zeros there."""
    write_raster(tmp_path / "in" / "2023-05-01.tif", np.ones((SIDE, SIDE), dtype), nodata=None)
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"), aoi_wkt=BEYOND, aoi_crs="EPSG:32633")
    assert (rows[0]["mean"], rows[0]["valid_percent"]) == (1, 50)


def test_masks_inside_a_raster_count(tmp_path):
    path = write_raster(tmp_path / "in" / "2023-05-01.tif", np.ones((SIDE, SIDE), np.int16), nodata=None)
    mask = np.full((SIDE, SIDE), 255, np.uint8)
    mask[:, : SIDE // 4] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as dataset:
        dataset.write_mask(mask)
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"))
    assert (rows[0]["mean"], rows[0]["valid_percent"]) == (1, 75)


def test_an_alpha_band_is_a_mask(tmp_path):
    values = np.stack([np.full((SIDE, SIDE), 1, np.uint8), np.full((SIDE, SIDE), 255, np.uint8)])
    values[1, :10] = 0
    path = tmp_path / "in" / "2023-05-01.tif"
    path.parent.mkdir()
    transform = Affine(10, 0, WEST, 0, -10, NORTH)
    profile = {"width": SIDE, "height": SIDE, "count": 2, "dtype": "uint8", "crs": "EPSG:32633", "alpha": "YES"}
    with rasterio.open(path, "w", "GTiff", transform=transform, **profile) as target:
        target.write(values)
        target.descriptions = ("NDVI", "alpha")
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"))
    assert (rows[0]["mean"], rows[0]["valid_percent"]) == (1, 75)


def test_a_coarse_map_shows_means_and_leaves_gaps_out(tmp_path):
    checkers = (np.indices((SIDE, SIDE)).sum(0) % 2).astype(np.float32)
    checkers[::10] = np.nan
    write_raster(tmp_path / "in" / "2023-05-01.tif", checkers, nodata=-9999)
    write_raster(tmp_path / "in" / "2023-05-11.tif", checkers, nodata=-9999, epsg=32634, corner=(137_000, 5_111_500))
    area = {"aoi_wkt": SQUARE_OF_SCENE, "aoi_crs": "EPSG:32633", "clip": False}
    folder = str(tmp_path / "frames")
    animate(tmp_path, raster_folder=str(tmp_path / "in"), frames_folder=folder, resolution_m=100.0, **area)
    with rasterio.open(tmp_path / "frames" / "NDVI_2023-05-01.tif") as dataset:
        assert dataset.read(1) == pytest.approx(np.full((4, 4), 0.5), abs=0.02)


SQUARE_OF_SCENE = (
    f"POLYGON(({WEST} {NORTH}, {WEST + 400} {NORTH}, {WEST + 400} {NORTH - 400}, {WEST} {NORTH - 400}, {WEST} {NORTH}))"
)


@pytest.mark.parametrize("pixel", [(10, 10), (-10, -10)])
def test_rasters_that_are_not_north_up_are_turned(tmp_path, pixel):
    values = field()
    corner = (WEST if pixel[0] > 0 else WEST + 400, NORTH - 400 if pixel[1] > 0 else NORTH)
    write_raster(tmp_path / "in" / "2023-05-01.tif", values, pixel=pixel, corner=corner)
    animate(tmp_path, raster_folder=str(tmp_path / "in"), frames_folder=str(tmp_path / "frames"))
    with rasterio.open(tmp_path / "frames" / "NDVI_2023-05-01.tif") as dataset:
        assert dataset.transform == Affine(10, 0, WEST, 0, -10, NORTH)
        upright = values[:: 1 if pixel[1] < 0 else -1, :: 1 if pixel[0] > 0 else -1]
        assert np.array_equal(dataset.read(1), upright)


def test_a_raster_of_the_whole_globe(tmp_path):
    values = np.random.default_rng(1).uniform(0, 1, (180, 360)).astype(np.float32)
    write_raster(tmp_path / "in" / "2023-05.tif", values, epsg=4326, pixel=(1, -1), corner=(-180, 90))
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"), frames_folder=str(tmp_path / "frames"))
    assert rows[0]["mean"] == pytest.approx(float(values.mean()), abs=2e-3)  # nearest pixels


def test_reflectance_without_a_scale_is_refused_where_it_matters(tmp_path):
    bands = np.stack([np.full((SIDE, SIDE), dn, np.uint16) for dn in (400, 500, 3000)])
    write_raster(tmp_path / "in" / "2023-05-01.tif", bands, nodata=0, names=("B02", "B04", "B08"))
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"))
    assert rows[0]["mean"] == pytest.approx(2500 / 3500)
    with pytest.raises(UnreadableRasterError, match="no reflectance"):
        animate(tmp_path, raster_folder=str(tmp_path / "in"), index="EVI")


def test_names_of_bands_lead_nowhere(tmp_path):
    layers = np.stack([field(), field(1)])
    write_raster(tmp_path / "in" / "2023-05-01.tif", layers, names=("../../evil", "b"))
    frames, pictures = tmp_path / "a" / "b" / "frames", tmp_path / "a" / "b" / "pictures"
    folders = {"frames_folder": str(frames), "pictures_folder": str(pictures)}
    animate(tmp_path, raster_folder=str(tmp_path / "in"), index="band", band="../../evil", **folders)
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["b"]
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == ["frames", "pictures"]
    assert len(list(frames.glob("*.tif"))) == len(list(pictures.glob("*.png"))) == 1


# What is asked of the values, in the words of Thermal sharpening.


def warnings_of(said):
    return [event.text for event in said if getattr(event, "warning", False)]


def digital_numbers(red=1600, nir=4000):
    return np.stack([np.full((SIDE, SIDE), dn, np.uint16) for dn in (red, nir)])


@pytest.mark.parametrize(
    ("offset", "mean", "warns"), [("auto", 2400 / 5600, True), ("none", 2400 / 5600, False), ("apply", 2 / 3, False)]
)
def test_digital_numbers_without_a_word_on_their_offset_are_warned_of_once(tmp_path, offset, mean, warns):
    for day in ("01", "11"):
        path = tmp_path / "in" / f"S2_202305{day}.tif"
        write_raster(path, digital_numbers(), nodata=0, names=("B04", "B08"))
    said = []
    _, rows = animate(tmp_path, said, raster_folder=str(tmp_path / "in"), offset=offset)
    assert [row["mean"] for row in rows] == pytest.approx([mean, mean], abs=1e-6)
    found = [text for text in warnings_of(said) if "set OFFSET to apply" in text]
    assert len(found) == warns
    assert all("S2_20230501.tif and 1 more hold digital numbers" in text for text in found)


def test_offset_apply_is_in_the_bands_own_unit(tmp_path):
    write_raster(tmp_path / "in" / "20230501.tif", digital_numbers(), nodata=0, names=("B04", "B08"), scale=1e-4)
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"), offset="apply")
    assert rows[0]["mean"] == pytest.approx(2 / 3, abs=1e-6)


@pytest.mark.parametrize("index", ["NDVI", "NDWI", "EVI"])
def test_an_index_that_nobody_has_scaled_is_refused(tmp_path, index):
    write_raster(tmp_path / "in" / "2023-05-01.tif", (field() * 10_000 + 11).astype(np.int16), nodata=-32768)
    with pytest.raises(
        UnreadableRasterError, match=rf"2023-05-01\.tif holds values around \d+.*, which are no {index}"
    ):
        animate(tmp_path, raster_folder=str(tmp_path / "in"), index=index)


def test_one_that_nobody_has_scaled_is_named_and_the_others_are_shown(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", (field() * 10_000).astype(np.int16), nodata=-32768)
    write_raster(tmp_path / "in" / "2023-05-11.tif", (field() * 10_000).astype(np.int16), nodata=-32768, scale=1e-4)
    said = []
    _, rows = animate(tmp_path, said, raster_folder=str(tmp_path / "in"))
    assert [row["date"] for row in rows] == ["2023-05-11"]
    assert any("Skipped: 2023-05-01.tif holds values around" in text for text in warnings_of(said))


def test_temperatures_that_nobody_has_scaled_are_refused(tmp_path):
    write_raster(tmp_path / "in" / "2023-05-01.tif", np.full((SIDE, SIDE), 15_000, np.uint16), nodata=0)
    with pytest.raises(UnreadableRasterError, match="no temperatures in K or °C"):
        animate(tmp_path, raster_folder=str(tmp_path / "in"), index="LST")


@pytest.mark.parametrize("fill", [-9999, 9999, -3.4028235e38, 3e38, np.inf, -np.inf, 255])
def test_fill_that_nobody_declared_is_no_ndvi(tmp_path, fill):
    values = field()
    values[:10] = fill
    write_raster(tmp_path / "in" / "2023-05-01.tif", values, nodata=None)
    for more in ({}, {"resolution_m": 30.0}):  # nor has it a part in means
        _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"), **more)
        assert rows[0]["mean"] == pytest.approx(float(values[10:].mean()), abs=0.03)
        assert rows[0]["valid_percent"] == pytest.approx(75, abs=4)


@pytest.mark.parametrize("fill", [-9999, 3e38, np.inf])
def test_fill_that_nobody_declared_is_no_reflectance(tmp_path, fill):
    bands = digital_numbers().astype(np.float32) / 10_000
    bands[0, :10] = fill
    write_raster(tmp_path / "in" / "2023-05-01.tif", bands, nodata=None, names=("B04", "B08"))
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"))
    assert (rows[0]["mean"], rows[0]["valid_percent"]) == (pytest.approx(2400 / 5600, abs=1e-6), 75)


@pytest.mark.parametrize("fill", [3e38, -3.4028235e38, np.inf, 9.96921e36])
def test_fill_is_no_value_of_any_band(tmp_path, fill):
    values = field() * 50
    values[:10] = fill
    write_raster(tmp_path / "in" / "2023-05-01.tif", values, nodata=None)
    _, rows = animate(tmp_path, raster_folder=str(tmp_path / "in"), index="band", band="moisture")
    assert rows[0]["valid_percent"] == 75
    assert rows[0]["mean"] == pytest.approx(float(values[10:].mean()), rel=1e-5)


def write_netcdf(path, days, variables=("NDVI",), units="days since 2000-01-01", calendar="standard"):
    """Write a CF file: variables of (time, y, x); the values of a date are its number / 1000."""
    with netCDF4.Dataset(path, "w") as dataset:
        for name, size in (("time", len(days)), ("y", 5), ("x", 6)):
            dataset.createDimension(name, size)
            dataset.createVariable(name, "f8", (name,))
        dataset["time"].setncatts({"units": units, "calendar": calendar, "standard_name": "time"})
        dataset["time"][:] = days
        dataset["x"].setncatts({"standard_name": "projection_x_coordinate", "units": "m"})
        dataset["y"].setncatts({"standard_name": "projection_y_coordinate", "units": "m"})
        dataset["x"][:] = 500_005 + 10 * np.arange(6)
        dataset["y"][:] = 5_000_005 - 10 * np.arange(5)
        dataset.createVariable("crs", "i4").setncatts(pyproj.CRS(32633).to_cf())
        for name in variables:
            values = dataset.createVariable(name, "i2", ("time", "y", "x"), fill_value=-9999)
            values.setncatts({"grid_mapping": "crs", "scale_factor": 0.001})
            values.set_auto_maskandscale(False)
            values[:] = np.arange(len(days))[:, None, None]


def test_a_netcdf_is_read_by_its_time_axis(tmp_path):
    days = np.cumsum(np.random.default_rng(2).integers(1, 12, 333))
    write_netcdf(tmp_path / "ndvi.nc", days)
    rasters, grid = look_at({"path": str(tmp_path / "ndvi.nc")}, "NDVI")
    begin = datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc)
    assert [raster.time for raster in rasters] == [begin + datetime.timedelta(days=int(day)) for day in days]
    assert read_on_grid(rasters[100].path, [*rasters[100].numbers.values()], grid)[0] == pytest.approx(0.1)


def test_of_several_variables_the_one_of_the_index_counts(tmp_path):
    write_netcdf(tmp_path / "both.nc", [10, 20], ("EVI", "NDVI"))
    rasters, _ = look_at({"path": str(tmp_path / "both.nc")}, "EVI")
    assert [raster.time.day for raster in rasters] == [11, 21]
    with pytest.raises(UnreadableRasterError, match="several variables, and none is called NBR: EVI, NDVI"):
        look_at({"path": str(tmp_path / "both.nc")}, "NBR")


def test_a_calendar_that_has_no_dates_of_ours_is_named(tmp_path):
    write_netcdf(tmp_path / "model.nc", [59, 60], calendar="360_day")
    with pytest.raises(UnreadableRasterError, match="model.nc has a time axis that is no calendar's"):
        look_at({"path": str(tmp_path / "model.nc")}, "NDVI")
