"""Thermal sharpening from files to files: the recipe, conservation, what is refused, and what is said of it."""

import json
from pathlib import Path

import netCDF4
import numpy as np
import pyproj
import pytest
import rasterio
from affine import Affine
from exactextract import exact_extract
from exactextract.feature import JSONFeatureSource
from exactextract.raster import NumPyRasterSource
from held import Held
from rasterio.warp import Resampling, reproject
from scenes import scenes_file, write_scene

from sentinel_toolkit.contract.errors import (
    InvalidRequestError,
    NoOverlapError,
    NoValidPixelsError,
    UnreadableRasterError,
    UnreliableFitError,
)
from sentinel_toolkit.contract.events import Note
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.thermal import SAMPLE_COLUMNS, ThermalSharpeningRequest
from sentinel_toolkit.core.workflows.thermal_sharpening import run

SLOPE, INTERCEPT = -20.0, 315.0
FINE_M, RATIO, CELLS = 10, 20, 24
WEST, NORTH = 600_000, 5_000_000
CRS = "EPSG:32633"


def blocks(values, size):
    return values.reshape(values.shape[0] // size, size, -1, size).mean((1, 3))


def world(seed=1, slope=SLOPE, noise_k=0.2):
    """Return (NDVI at 10 m, the temperature there, the coarse temperature): fields, some relief, a noisy sensor."""
    random = np.random.default_rng(seed)
    size = RATIO * CELLS
    ndvi = np.kron(random.uniform(0.15, 0.85, (size // 12, size // 12)), np.ones((12, 12)))
    y, x = np.indices(ndvi.shape) / size
    truth = INTERCEPT + slope * ndvi + 2 * np.sin(3 * x) * np.cos(2 * y)
    coarse = blocks(truth, RATIO) + random.normal(0, noise_k, (CELLS, CELLS))
    return ndvi.astype(np.float32), truth.astype(np.float32), coarse.astype(np.float32)


def write(path, values, pixel=FINE_M, corner=(WEST, NORTH), crs=CRS, **tags):
    transform = Affine(pixel, 0, corner[0], 0, -pixel, corner[1])
    height, width = values.shape
    with rasterio.open(
        path, "w", "GTiff", width, height, 1, crs, transform, values.dtype, tags.pop("nodata", np.nan)
    ) as dataset:
        dataset.write(values, 1)
    return str(path)


def read(path, band=1):
    with rasterio.open(path) as dataset:
        return dataset.read(band)


class Job:
    """A request on rasters in a folder, and what came of it."""

    def __init__(self, folder, ndvi, coarse, coarse_m=FINE_M * RATIO, coarse_corner=(WEST, NORTH), coarse_crs=CRS):
        self.folder, self.heard = folder, []
        self.fields = {
            "lst": write(folder / "lst.tif", coarse, coarse_m, coarse_corner, coarse_crs),
            "ndvi": write(folder / "ndvi.tif", ndvi),
            "output": str(folder / "out.tif"),
        }

    def __call__(self, **fields):
        request = ThermalSharpeningRequest(**{**self.fields, **fields})
        self.result = run(request, Report(self.heard.append))
        return read(self.result.output)

    @property
    def warnings(self):
        return [event.text for event in self.heard if isinstance(event, Note) and event.warning]


@pytest.fixture
def job(tmp_path):
    ndvi, truth, coarse = world()
    made = Job(tmp_path, ndvi, coarse)
    made.ndvi, made.truth, made.coarse = ndvi, truth, coarse
    return made


def test_what_is_opened_meanwhile_stays_and_the_new_result_is_told(job, monkeypatch, tmp_path):
    job(uncertainty=str(tmp_path / "u.tif"), output_html=str(tmp_path / "r.html"))
    before = (tmp_path / "out.tif").read_bytes()
    held = Held(monkeypatch, 0.1)
    request = ThermalSharpeningRequest(
        **job.fields, uncertainty=str(tmp_path / "u.tif"), output_html=str(tmp_path / "r.html"), method="linear"
    )
    result = run(request, held.when("Looking for the link", tmp_path / "out.tif", said=job.heard))
    assert result.output == str(tmp_path / "out_2.tif")
    assert (result.uncertainty, result.output_html) == (str(tmp_path / "u.tif"), str(tmp_path / "r.html"))
    assert (tmp_path / "out.tif").read_bytes() == before
    assert read(result.output).shape == read(tmp_path / "out.tif").shape
    assert json.loads((tmp_path / "out_2.json").read_text())["assets"]["data"]["href"] == "./out_2.tif"
    assert any("the new result is out_2.tif" in text for text in job.warnings)
    with pytest.raises(InvalidRequestError, match=r"out\.tif is open in QGIS"):
        job()


def rmse(values, truth):
    return float(np.sqrt(np.nanmean((values - truth) ** 2)))


def bilinear(job, path="lst.tif"):
    """Return plain bilinear interpolation by GDAL."""
    result = np.full(job.truth.shape, np.nan, np.float32)
    with rasterio.open(job.folder / path) as source:
        reproject(
            rasterio.band(source, 1),
            result,
            dst_transform=Affine(FINE_M, 0, WEST, 0, -FINE_M, NORTH),
            dst_crs=CRS,
            dst_nodata=np.nan,
            resampling=Resampling.bilinear,
        )
    return result


def test_auto_takes_local_detail_and_errs_far_less_than_interpolation(job):
    sharpened = job()
    assert job.result.method_used == "local"
    assert rmse(sharpened, job.truth) < 0.5 * rmse(bilinear(job), job.truth)
    assert job.result.slope == pytest.approx(SLOPE, rel=0.1)


def test_linear_without_residual_is_the_recipe(job):
    """Polygons of coarse pixels, their zonal mean of NDVI, a line through what lies in the ranges, applied at 10 m."""
    found = job(method="linear", residual="none", ndvi_min=0.3, ndvi_max=0.7, lst_min_k=300, lst_max_k=312)
    pixels = []
    for row in range(CELLS):
        for column in range(CELLS):
            x, y = column * RATIO, job.ndvi.shape[0] - row * RATIO
            ring = [[x, y], [x + RATIO, y], [x + RATIO, y - RATIO], [x, y - RATIO], [x, y]]
            pixels.append({"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}})
    means = exact_extract(NumPyRasterSource(job.ndvi), JSONFeatureSource(pixels), ["mean"])
    mean = np.array([zone["properties"]["mean"] for zone in means])
    lst = job.coarse.ravel().astype(float)
    kept = (mean >= 0.3) & (mean <= 0.7) & (lst >= 300) & (lst <= 312)
    slope, intercept = np.polyfit(mean[kept], lst[kept], 1)
    assert job.result.sample_count == kept.sum()
    np.testing.assert_allclose(found, intercept + slope * job.ndvi, atol=1e-3)
    assert (job.result.slope, job.result.intercept) == pytest.approx((slope, intercept), abs=1e-4)


@pytest.mark.parametrize("method", ["linear", "tsharp", "local", "trees"])
def test_exact_returns_the_coarse_temperatures_as_block_means(job, method):
    np.testing.assert_allclose(blocks(job(method=method, residual="exact"), RATIO), job.coarse, atol=0.01)


def test_exact_holds_on_grids_that_do_not_fit(tmp_path):
    ndvi, _, coarse = world()
    corner = WEST - 73.4, NORTH + 121.9
    job = Job(tmp_path, ndvi, coarse, 200.0, corner)
    found = job(method="linear", residual="exact")
    rows, columns = (np.arange(24 * RATIO) + 0.5) * FINE_M, (np.arange(24 * RATIO) + 0.5) * FINE_M
    shares = []
    for centres, offset in ((rows, 121.9), (columns, 73.4)):
        edges = np.arange(CELLS + 1) * 200.0 - offset
        low, high = centres[None] - 5, centres[None] + 5
        shares.append(np.clip(np.minimum(high, edges[1:, None]) - np.maximum(low, edges[:-1, None]), 0, 10) / 10)
    known = np.isfinite(found)
    area = shares[0] @ known @ shares[1].T
    means = shares[0] @ np.where(known, found, 0) @ shares[1].T / np.maximum(area, 1e-9)
    whole = area > 0.999 * RATIO**2
    assert whole.sum() > 400
    np.testing.assert_allclose(means[whole], coarse[whole], atol=0.01)


@pytest.mark.parametrize("method", ["auto", "linear", "tsharp", "trees"])
def test_threads_and_memory_change_no_pixel(job, method):
    first = job(method=method, threads=1)
    np.testing.assert_array_equal(job(method=method, threads=3, memory_limit_mb=64), first)


def test_uncertainty_holds_the_truth_and_flags_tell_water(tmp_path):
    ndvi, truth, _ = world()
    ndvi[100:140, 200:260] = -0.3
    truth[100:140, 200:260] = 296
    job = Job(tmp_path, ndvi, blocks(truth, RATIO))
    found = job(uncertainty=str(tmp_path / "sigma.tif"))
    sigma, flags = read(tmp_path / "sigma.tif"), read(tmp_path / "sigma.tif", 2)
    assert (sigma > 0).all()
    held = np.abs(found - truth) < 1.645 * sigma
    assert 0.85 < held.mean() <= 1
    np.testing.assert_array_equal(flags == 1, ndvi < 0)
    assert np.median(sigma[flags == 1]) > 1.5 * np.median(sigma[flags == 0])


def test_water_shows_no_detail_of_its_own(tmp_path):
    ndvi, _, coarse = world()
    ndvi[100:140, 200:260] = np.random.default_rng(3).uniform(-0.5, -0.1, (40, 60))
    found = Job(tmp_path, ndvi, coarse)()
    assert np.abs(np.diff(found[100:140, 200:260], axis=0)).max() < 0.5  # NDVI alone would make it 8 K


def test_celsius_is_detected_and_said(job, tmp_path):
    kelvin = job()
    job.fields["lst"] = write(tmp_path / "celsius.tif", job.coarse - np.float32(273.15), FINE_M * RATIO)
    np.testing.assert_allclose(job(), kelvin, atol=1e-3)
    assert any("°C" in text and "celsius.tif" in text for text in job.warnings)


def test_units_celsius_are_kelvin_less_27315(job):
    kelvin = job()
    np.testing.assert_allclose(job(units="celsius"), kelvin - 273.15, atol=1e-4)
    with rasterio.open(job.result.output) as dataset:
        assert dataset.units == ("°C",)


def test_red_and_nir_make_the_ndvi(job, tmp_path):
    expected = job()
    nir = np.full(job.ndvi.shape, 4000, np.float64)
    red = nir * (1 - job.ndvi) / (1 + job.ndvi)
    job.fields |= {
        "ndvi": "",
        **{n: write(tmp_path / f"{n}.tif", v.astype(np.float32) / 10_000) for n, v in (("red", red), ("nir", nir))},
    }
    np.testing.assert_allclose(job(), expected, atol=2e-3)


def test_digital_numbers_without_a_word_on_their_offset_are_warned_of(job, tmp_path):
    nir = np.full(job.ndvi.shape, 4000.0)
    red = nir * (1 - job.ndvi) / (1 + job.ndvi)
    shifted = {
        n: write(tmp_path / f"{n}.tif", (v + 1000).round().astype(np.uint16), nodata=0)
        for n, v in (("red", red), ("nir", nir))
    }
    expected = job()
    job.fields |= {"ndvi": "", **shifted}
    wrong = job()
    assert any("OFFSET" in text for text in job.warnings)
    np.testing.assert_allclose(job(offset="apply"), expected, atol=0.02)
    assert rmse(wrong, expected) > 0.05


def test_a_positive_slope_is_only_interpolated_and_said(tmp_path):
    ndvi, truth, coarse = world(slope=15.0)
    job = Job(tmp_path, ndvi, coarse)
    job.truth = truth
    found = job()
    assert job.result.method_used == "cubic"
    assert any("warmer where it is greener" in text for text in job.warnings)
    assert rmse(found, truth) < 1.05 * rmse(bilinear(job), truth)
    for method in ("local", "linear", "tsharp"):
        with pytest.raises(UnreliableFitError, match=r"warmer where it is greener|r = 0\.\d\d"):
            job(method=method)


def test_temperatures_without_a_link_are_only_interpolated(tmp_path):
    ndvi, _, _ = world()
    coarse = np.random.default_rng(5).normal(300, 2, (CELLS, CELLS)).astype(np.float32)
    job = Job(tmp_path, ndvi, coarse)
    job()
    assert job.result.method_used == "cubic"
    with pytest.raises(UnreliableFitError, match="no certain link|does not help"):
        job(method="local")


def test_flat_ndvi_is_refused_or_interpolated(tmp_path):
    _, _, coarse = world()
    job = Job(tmp_path, np.full((CELLS * RATIO,) * 2, 0.5, np.float32), coarse)
    job(output_html=str(tmp_path / "r.html"), uncertainty=str(tmp_path / "u.tif"))
    assert job.result.method_used == "cubic"
    assert job.result.slope == 0
    for method in ("local", "linear", "tsharp", "trees"):
        with pytest.raises(UnreliableFitError, match="flat"):
            job(method=method)


def test_one_coarse_pixel_is_too_few(tmp_path):
    ndvi, _, coarse = world()
    job = Job(tmp_path, ndvi[:RATIO, :RATIO], coarse[:1, :1])
    found = job(output_html=str(tmp_path / "r.html"), uncertainty=str(tmp_path / "u.tif"))
    assert job.result.method_used == "cubic"
    np.testing.assert_allclose(found, coarse[0, 0], atol=1e-3)
    with pytest.raises(UnreliableFitError, match="has 1 clear coarse pixels"):
        job(method="linear")


def test_a_hole_of_nodata_stays_a_hole_and_harms_nothing_else(job, tmp_path):
    whole = job()
    coarse = job.coarse.copy()
    coarse[10:13, 5:9] = np.nan
    coarse[2, 2] = np.inf
    job.fields["lst"] = write(tmp_path / "hole.tif", coarse, FINE_M * RATIO)
    found = job()
    expected = np.kron(~np.isfinite(coarse), np.ones((RATIO, RATIO), bool))
    np.testing.assert_array_equal(np.isnan(found), expected)
    assert rmse(found, whole) < 0.3


def test_clouds_in_ndvi_leave_holes(job, tmp_path):
    ndvi = job.ndvi.copy()
    ndvi[50:200, 30:300] = np.nan
    ndvi[3, 3] = np.inf
    job.fields["ndvi"] = write(tmp_path / "cloudy.tif", ndvi)
    np.testing.assert_array_equal(np.isnan(job()), ~np.isfinite(ndvi))


def test_all_cloud_is_an_error_of_its_own(job, tmp_path):
    empty = np.full(job.ndvi.shape, np.nan, np.float32)
    with pytest.raises(NoValidPixelsError, match="No pixel of the fine rasters"):
        job(ndvi=write(tmp_path / "cloud.tif", empty))
    with pytest.raises(NoValidPixelsError, match="no temperature"):
        job(lst=write(tmp_path / "none.tif", np.full((CELLS, CELLS), np.nan, np.float32), FINE_M * RATIO))
    assert not Path(job.fields["output"]).exists()


def test_rasters_that_do_not_meet_are_told(job, tmp_path):
    far = write(tmp_path / "far.tif", job.coarse, FINE_M * RATIO, (WEST + 1e5, NORTH))
    with pytest.raises(NoOverlapError, match=r"far\.tif and the fine rasters do not meet"):
        job(lst=far)
    with pytest.raises(NoOverlapError, match="area of interest"):
        job(aoi_wkt="POLYGON((0 0, 0 1, 1 1, 0 0))", aoi_crs="EPSG:4326")


def test_coarse_finer_than_fine_is_told(job):
    with pytest.raises(InvalidRequestError, match="right way round"):
        job(lst=write(job.folder / "same.tif", np.full(job.ndvi.shape, 300, np.float32)))


def test_no_temperatures_and_no_ndvi_are_told(job, tmp_path):
    with pytest.raises(UnreadableRasterError, match="no temperatures in K or °C"):
        job(lst=write(tmp_path / "packed.tif", (job.coarse * 50).astype(np.float32), FINE_M * RATIO))
    with pytest.raises(InvalidRequestError, match="no NDVI"):
        job(ndvi=write(tmp_path / "scaled.tif", job.ndvi * 10_000))
    (tmp_path / "broken.tif").write_bytes(Path(job.fields["ndvi"]).read_bytes()[:3000])
    with pytest.raises(UnreadableRasterError, match=r"broken\.tif"):
        job(ndvi=str(tmp_path / "broken.tif"))


def test_a_raster_measured_by_night_is_refused(job):
    (job.folder / "lst.json").write_text(json.dumps({"properties": {"sentinel_toolkit:is_day": False}}))
    with pytest.raises(InvalidRequestError, match="by night"):
        job()


def test_grids_in_degrees_work_on_both_sides(tmp_path):
    ndvi, truth, coarse = world()
    degrees = 1 / 10_000
    transform = Affine(degrees, 0, 15, 0, -degrees, 45)
    job = Job(tmp_path, ndvi, coarse)
    for name, values, scale in (("ndvi", ndvi, 1), ("lst", coarse, RATIO)):
        job.fields[name] = write(tmp_path / f"{name}_deg.tif", values, degrees * scale, (15, 45), "EPSG:4326")
    found = job()
    assert job.result.method_used == "local"
    assert rmse(found, truth) < 0.8
    with rasterio.open(job.result.output) as dataset:
        assert dataset.transform.almost_equals(transform, 1e-9)


def test_another_crs_changes_little(tmp_path):
    ndvi, truth, coarse = world()
    job = Job(tmp_path, ndvi, coarse)
    expected = job()
    to_turned = pyproj.Transformer.from_crs(CRS, "EPSG:3035", always_xy=True)
    x0, y0 = to_turned.transform(WEST - 500, NORTH + 500)
    rows, columns = np.indices(truth.shape)
    x, y = to_turned.transform(WEST + FINE_M * (columns + 0.5), NORTH - FINE_M * (rows + 0.5))
    cell = np.floor((y0 - y) / 200).astype(int) * 40 + np.floor((x - x0) / 200).astype(int)
    counts, sums = np.bincount(cell.ravel(), minlength=1600), np.bincount(cell.ravel(), truth.ravel(), 1600)
    turned = np.where(counts > 390, sums / np.maximum(counts, 1), np.nan).astype(np.float32).reshape(40, 40)
    found = job(lst=write(tmp_path / "turned.tif", turned, 200, (x0, y0), "EPSG:3035"))
    assert job.result.method_used == "local"
    assert rmse(found, truth) < 2 * rmse(expected, truth)


def test_the_area_cuts_and_resolution_makes_other_pixels(job):
    square = f"POLYGON(({WEST + 400} {NORTH - 800}, {WEST + 4400} {NORTH - 800}, {WEST + 4400} {NORTH - 4700}, {WEST + 400} {NORTH - 4700}, {WEST + 400} {NORTH - 800}))"
    found = job(aoi_wkt=square, aoi_crs=CRS)
    assert found.shape == (390, 400)
    with rasterio.open(job.result.output) as dataset:
        assert (dataset.transform.c, dataset.transform.f) == (WEST + 400, NORTH - 800)
    whole = job(method="linear")
    coarser = job(method="linear", resolution_m=40)
    np.testing.assert_allclose(coarser, blocks(whole, 4), atol=0.35)


def test_align_moves_what_is_clearly_out_of_register(tmp_path):
    ndvi, truth, _ = world(noise_k=0.0)
    size = RATIO * (CELLS - 2)
    moved = blocks(np.roll(truth, (RATIO // 2, 0), (0, 1))[RATIO : RATIO + size, RATIO : RATIO + size], RATIO)
    job = Job(tmp_path, ndvi, moved, FINE_M * RATIO, (WEST + FINE_M * RATIO, NORTH - FINE_M * RATIO))
    as_it_is = job()
    aligned = job(align=True)
    inner = np.s_[2 * RATIO : -2 * RATIO, 2 * RATIO : -2 * RATIO]
    assert rmse(aligned[inner], truth[inner]) < 0.8 * rmse(as_it_is[inner], truth[inner])


def test_samples_are_the_coarse_pixels(job, tmp_path):
    job(method="linear", samples_path=str(tmp_path / "samples.jsonl"))
    rows = [json.loads(line) for line in (tmp_path / "samples.jsonl").read_text().splitlines()]
    assert len(rows) == CELLS**2
    assert set(rows[0]) == {column.name for column in SAMPLE_COLUMNS} | {"geometry"}
    means = blocks(job.ndvi, RATIO).ravel()
    np.testing.assert_allclose([row["ndvi"] for row in rows], means, atol=1e-5)
    left = [row["lst_k"] - job.result.intercept - job.result.slope * row["ndvi"] for row in rows]
    np.testing.assert_allclose([row["residual_k"] for row in rows], left, atol=2e-3)


def test_the_report_is_one_page_without_any_other_file(job, tmp_path):
    job(output_html=str(tmp_path / "report.html"), uncertainty=str(tmp_path / "u.tif"))
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<script" not in page
    assert 'src="http' not in page
    for text in ("LST detail = −", "apart from an offset", "Degraded by", "local detail", "90 % band"):
        assert text in page


def test_the_item_repeats_the_run(job):
    job()
    item = json.loads(Path(job.result.output).with_suffix(".json").read_text())
    assert item["properties"]["sentinel_toolkit:job"] == "thermal_sharpening"
    assert item["properties"]["sentinel_toolkit:request"]["ndvi"] == job.fields["ndvi"]
    assert {Path(link["href"]).name for link in item["links"]} == {"lst.tif", "ndvi.tif"}


def test_cancel_leaves_nothing(job):
    class StoppedError(Exception):
        pass

    def emit(event):
        if getattr(event, "fraction", 0) > 0.6:
            raise StoppedError

    with pytest.raises(StoppedError):
        run(ThermalSharpeningRequest(**job.fields), Report(emit))
    assert sorted(path.name for path in job.folder.iterdir()) == ["lst.tif", "ndvi.tif"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ndvi": "", "red": "r.tif"}, "RED and NIR go together"),
        ({"ndvi": ""}, "None of NDVI, RED with NIR, INPUT, PAIRS"),
        ({"scenes_path": "s"}, "NDVI and INPUT are given at once"),
        ({"lst": ""}, "None of LST, SEN3, PAIRS"),
        ({"pairs_path": "p"}, "LST and PAIRS are given at once"),
        ({"method": "magic"}, "METHOD is 'magic'"),
        ({"ndvi_min": 0.6, "ndvi_max": 0.5}, r"NDVI_MIN 0\.6 is not below NDVI_MAX 0\.5"),
        ({"predictors": ("a.tif",)}, "PREDICTORS are for METHOD trees"),
        ({"footprint": 3}, "FOOTPRINT is 3"),
        ({"output": "x.png"}, "suffix"),
    ],
)
def test_a_bad_request_is_refused_at_birth(fields, words):
    with pytest.raises(InvalidRequestError, match=words):
        ThermalSharpeningRequest(**{"lst": "l.tif", "ndvi": "n.tif", "output": "o.tif", **fields})


def test_trees_take_further_predictors(tmp_path):
    random = np.random.default_rng(4)
    ndvi, truth, _ = world(noise_k=0.0)
    wet = np.kron(random.uniform(0, 1, (40, 40)), np.ones((12, 12))).astype(np.float32)
    truth = truth - 8 * wet
    coarse = blocks(truth, RATIO).astype(np.float32)
    job = Job(tmp_path, ndvi, coarse)
    with_it = job(method="trees", predictors=(write(tmp_path / "wet.tif", wet),))
    without = job(method="trees")
    assert rmse(with_it, truth) < 0.7 * rmse(without, truth)


def test_predictors_may_be_negative(tmp_path):
    random = np.random.default_rng(4)
    ndvi, truth, _ = world(noise_k=0.0)
    index = np.kron(random.uniform(-1, 0.2, (40, 40)), np.ones((12, 12))).astype(np.float32)
    truth = truth - 8 * index
    job = Job(tmp_path, ndvi, blocks(truth, RATIO).astype(np.float32))
    plain = job(method="trees")
    as_it_is = job(method="trees", predictors=(write(tmp_path / "ndmi.tif", index),))
    lifted = job(method="trees", predictors=(write(tmp_path / "lifted.tif", index + np.float32(2)),))
    assert rmse(as_it_is, truth) < 0.6 * rmse(plain, truth)
    assert rmse(as_it_is, truth) == pytest.approx(rmse(lifted, truth), rel=0.3)


@pytest.mark.parametrize(("fill", "is_celsius"), [(9999, 0), (65535, 0), (-9999, 0), (0, 0), (-9999, 1), (9999, 1)])
def test_fill_that_nobody_declared_is_no_temperature(job, tmp_path, fill, is_celsius):
    whole = job()
    coarse = job.coarse - np.float32(273.15 * is_celsius)
    coarse[4:6, 7:9] = fill
    found = job(lst=write(tmp_path / "filled.tif", coarse, FINE_M * RATIO, nodata=None))
    assert job.result.method_used == "local"
    hole = np.s_[4 * RATIO : 6 * RATIO, 7 * RATIO : 9 * RATIO]
    assert np.isnan(found[hole]).all()
    assert np.isnan(found).sum() == 4 * RATIO**2
    assert rmse(found, whole) < 0.3


def test_ndvi_is_judged_the_same_whatever_the_memory(job, tmp_path):
    ndvi = job.ndvi.copy()
    ndvi[:40] = -9999
    path = write(tmp_path / "filled.tif", ndvi, nodata=None)
    first = job(ndvi=path)
    assert np.isnan(first[:40]).all()
    np.testing.assert_array_equal(job(ndvi=path, memory_limit_mb=64, threads=64), first)


def test_bands_are_known_by_their_names(job, tmp_path):
    expected = job()
    path = tmp_path / "stack.tif"
    profile = {"driver": "GTiff", "height": 480, "width": 480, "count": 2, "dtype": "float32", "nodata": np.nan}
    with rasterio.open(path, "w", crs=CRS, transform=Affine(FINE_M, 0, WEST, 0, -FINE_M, NORTH), **profile) as dataset:
        dataset.write(np.stack([np.full_like(job.ndvi, 0.1), job.ndvi]))
        dataset.descriptions = ["B04", "NDVI"]
    np.testing.assert_array_equal(job(ndvi=str(path)), expected)


def test_an_offset_is_judged_by_the_band_that_is_read(job, tmp_path):
    expected = job()
    nir = np.full(job.ndvi.shape, 4000.0)
    red = nir * (1 - job.ndvi) / (1 + job.ndvi)
    profile = {"driver": "GTiff", "height": 480, "width": 480, "count": 2, "dtype": "uint16", "nodata": 0}
    with rasterio.open(
        tmp_path / "stack.tif", "w", crs=CRS, transform=Affine(FINE_M, 0, WEST, 0, -FINE_M, NORTH), **profile
    ) as dataset:
        dataset.write(np.stack([np.ones(red.shape, np.uint16), (red + 1000).round().astype(np.uint16)]))
        dataset.descriptions = ["x", "B04"]
    job.fields |= {"ndvi": "", "red": str(tmp_path / "stack.tif")}
    job.fields["nir"] = write(tmp_path / "nir.tif", (nir + 1000).astype(np.uint16), nodata=0)
    np.testing.assert_allclose(job(offset="apply"), expected, atol=0.02)


def test_a_small_area_is_sharpened_by_what_lies_around_it(job):
    whole = job()
    square = [(WEST + x, NORTH - y) for x, y in ((2000, 2000), (2600, 2000), (2600, 2600), (2000, 2600), (2000, 2000))]
    area = {"aoi_wkt": f"POLYGON(({', '.join(f'{x} {y}' for x, y in square)}))", "aoi_crs": CRS}
    found = job(**area)
    assert found.shape == (60, 60)
    assert job.result.method_used == "local"
    assert rmse(found, whole[200:260, 200:260]) < 0.3
    with pytest.raises(UnreliableFitError, match="has 9 clear coarse pixels"):  # a line is fitted to what it is given
        job(method="linear", **area)


@pytest.mark.parametrize("is_turned", [False, True])
def test_the_register_is_told_by_the_map_not_by_the_rows(tmp_path, is_turned):
    ndvi, truth, _ = world(noise_k=0.0)
    moved = blocks(np.roll(truth, RATIO // 4, 0), RATIO)
    job = Job(tmp_path, ndvi, moved.astype(np.float32))
    if is_turned:
        side = FINE_M * RATIO
        transform = Affine(side, 0, WEST, 0, side, NORTH - CELLS * side)
        with rasterio.open(
            tmp_path / "up.tif", "w", "GTiff", CELLS, CELLS, 1, CRS, transform, "float32", np.nan
        ) as dataset:
            dataset.write(moved[::-1].astype(np.float32), 1)
        job.fields["lst"] = str(tmp_path / "up.tif")
    job(output_html=str(tmp_path / "r.html"))
    assert "0.25 pixels north of where they are" in (tmp_path / "r.html").read_text("utf-8")


def test_what_the_reader_must_know_is_said_without_a_report_too(job, tmp_path):
    ndvi = np.kron(job.ndvi[::8, ::8][:15, :15], np.ones((100, 100))).astype(np.float32)
    truth = INTERCEPT + SLOPE * ndvi
    wide = Job(tmp_path, ndvi, blocks(truth, 30).astype(np.float32), FINE_M * 30)
    wide()
    assert wide.result.method_used == "local"
    assert any("mostly the texture of NDVI" in text for text in wide.warnings)


def test_predictors_without_a_place_are_told_before_the_work(job, tmp_path):
    with rasterio.open(
        tmp_path / "bare.tif", "w", "GTiff", 9, 9, 1, None, Affine(1, 0, 5, 0, -1, 5), "float32"
    ) as made:
        made.write(np.zeros((9, 9), np.float32), 1)
    with pytest.raises(UnreadableRasterError, match="bare.tif has no georeference"):
        job(method="trees", predictors=(str(tmp_path / "bare.tif"),))


def test_outputs_of_one_name_are_refused():
    with pytest.raises(InvalidRequestError, match="OUTPUT and UNCERTAINTY have one name: a"):
        ThermalSharpeningRequest(lst="l", ndvi="n", output="/x/a.tif", uncertainty="/x/a.tiff")


def test_many_coarse_pixels_take_no_more_memory_than_few(tmp_path):
    """Of more than a quarter of a million, whole ones alone are summed up."""
    random = np.random.default_rng(2)
    ndvi = np.kron(random.uniform(0.1, 0.9, (260, 260)), np.ones((4, 4))).astype(np.float32)
    coarse = (INTERCEPT + SLOPE * blocks(ndvi, 2)).astype(np.float32)
    job = Job(tmp_path, ndvi, coarse, FINE_M * 2)
    found = job(threads=1)
    assert job.result.method_used == "local"
    assert rmse(found, INTERCEPT + SLOPE * ndvi) < 0.2


def test_what_scenes_classify_as_water_is_water_whatever_its_ndvi(tmp_path):
    ndvi, truth, _ = world(noise_k=0.0)
    lake = np.s_[100:260, 100:260]
    ndvi[lake], truth[lake] = 0.05, 293  # muddy: nothing in its NDVI tells
    nir = np.full(ndvi.shape, 4000.0)
    red = nir * (1 - ndvi) / (1 + ndvi)
    scl = np.full((240, 240), 4, np.uint8)
    scl[50:130, 50:130] = 6
    bands = {name: values.round().astype(np.uint16) for name, values in (("B04", red), ("B08", nir))}
    write_scene(tmp_path / "scenes", "20230610", bands, scl, west=WEST, north=NORTH)
    job = Job(tmp_path, ndvi, blocks(truth, RATIO).astype(np.float32))
    job.fields |= {"ndvi": "", "scenes_path": scenes_file(tmp_path / "scenes", tmp_path / "scenes.jsonl")}
    found = job(uncertainty=str(tmp_path / "u.tif"))
    flags = read(tmp_path / "u.tif", 2)
    assert job.result.method_used == "local"
    assert (flags[lake] == 1).all()
    assert (flags == 1).sum() == 160**2
    away = np.ones(ndvi.shape, bool)
    away[60:300, 60:300] = False
    assert rmse(found[away], truth[away]) < 0.5


def test_a_variable_of_a_netcdf_file_is_a_source(job, tmp_path):
    expected = job()
    path = tmp_path / "lst.nc"
    with netCDF4.Dataset(path, "w") as dataset:
        for name, size, start, step in (("y", CELLS, NORTH, -FINE_M * RATIO), ("x", CELLS, WEST, FINE_M * RATIO)):
            dataset.createDimension(name, size)
            axis = dataset.createVariable(name, "f8", (name,))
            axis.standard_name, axis.units = f"projection_{name}_coordinate", "m"
            axis[:] = start + step * (np.arange(size) + 0.5)
        crs = dataset.createVariable("crs", "i4")
        crs.setncatts({**pyproj.CRS(CRS).to_cf(), "spatial_ref": pyproj.CRS(CRS).to_wkt()})
        for name, values in (("quality", np.ones_like(job.coarse)), ("LST", job.coarse)):
            variable = dataset.createVariable(name, "f4", ("y", "x"))
            variable.grid_mapping = "crs"
            variable[:] = values
    np.testing.assert_allclose(job(lst=f'NETCDF:"{path}":LST'), expected, atol=1e-3)
    item = json.loads(Path(job.result.output).with_suffix(".json").read_text())
    assert "lst.nc" in {Path(link["href"]).name for link in item["links"]}


def test_a_line_is_fitted_inside_the_area_alone(job):
    """Of a triangle, not of the box around it."""
    side = RATIO * CELLS * FINE_M + 3  # no centre of a pixel lies on the edge
    triangle = f"POLYGON(({WEST} {NORTH}, {WEST + side} {NORTH}, {WEST} {NORTH - side}, {WEST} {NORTH}))"
    job(method="linear", residual="none", aoi_wkt=triangle, aoi_crs=CRS)
    rows, columns = np.indices(job.ndvi.shape)
    inside = rows + columns + 1 <= RATIO * CELLS
    seen = blocks(inside.astype(float), RATIO)
    means = np.divide(
        blocks(np.where(inside, job.ndvi, 0), RATIO), seen, where=seen > 0, out=np.full(seen.shape, np.nan)
    )
    kept = (seen > 0) & (means >= 0.05) & (means <= 0.95)
    slope, intercept = np.polyfit(means[kept], job.coarse[kept], 1)
    assert job.result.sample_count == kept.sum()
    assert (job.result.slope, job.result.intercept) == pytest.approx((slope, intercept), abs=1e-3)


@pytest.mark.parametrize("source", ["rasters", "scenes"])
def test_progress_only_grows(tmp_path, source):
    ndvi, _, coarse = world()
    job = Job(tmp_path, ndvi, coarse)
    if source == "scenes":
        bands = {"B04": np.full(ndvi.shape, 1000, np.uint16), "B08": (1000 * (1 + ndvi) / (1 - ndvi)).astype(np.uint16)}
        write_scene(tmp_path / "scenes", "20230610", bands, west=WEST, north=NORTH)
        job.fields |= {"ndvi": "", "scenes_path": scenes_file(tmp_path / "scenes", tmp_path / "scenes.jsonl")}
    job(uncertainty=str(tmp_path / "u.tif"), output_html=str(tmp_path / "r.html"))
    fractions = [event.fraction for event in job.heard if getattr(event, "fraction", -1) >= 0]
    assert len(fractions) > 5
    assert fractions == sorted(fractions)
