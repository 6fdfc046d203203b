"""Images as xarray has them: the pixels of the jobs, with names, units and provenance."""

import json
import multiprocessing
import os
import signal
import tempfile
import threading
from pathlib import Path

import numpy as np
import odc.geo.xr  # noqa: F401
import pystac
import pytest
import rasterio
import xarray as xr

import sentinel_toolkit as st
from sentinel_toolkit.contract.imagery import CompositeSeriesRequest, MedianCompositeRequest, StackBandsRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import composite_series, median_composite, stack_bands

BANDS = ["B04", "B08"]


@pytest.fixture(scope="module")
def image(scenes):
    return st.composite(scenes, bands=BANDS)


def pixels(path):
    with rasterio.open(path) as raster:
        return raster.read()


def coded(image):
    return np.where(np.isnan(image), -32768, np.rint(image * 10000)).astype(np.int16)


def test_a_composite_has_the_pixels_of_the_job(image, scene_lines, area_fields, tmp_path):
    target = str(tmp_path / "composite.tif")
    request = MedianCompositeRequest(scenes_path=scene_lines, bands=tuple(BANDS), output=target, **area_fields)
    median_composite.run(request, Report())
    made = pixels(target)
    assert np.array_equal(coded(image.values), made[:2])
    assert np.array_equal(image.observations.values, made[2])
    with rasterio.open(target) as raster:
        assert image.odc.geobox.transform == raster.transform
        assert image.rio.crs == raster.crs
        assert image.rio.transform() == raster.transform


def test_an_image_tells_what_it_is(image, scenes):
    assert image.dims == ("band", "y", "x")
    assert image.dtype == np.float32
    assert image["band"].values.tolist() == BANDS
    assert image.attrs["units"] == "1"
    assert "median of 10" in image.attrs["rule"]
    assert set(image.attrs["scenes"]) == set(scenes.ids)
    assert image.attrs["attribution"].startswith("Contains modified Copernicus Sentinel data")
    item = pystac.Item.from_dict(json.loads(image.attrs["provenance"]))
    assert image.attrs["provenance"]["properties"]["sentinel_toolkit:job"] == "median_composite"
    assert item.properties["sentinel_toolkit:request"]["function"] == "composite"
    assert "sentinel-toolkit-" not in image.attrs["provenance"]


def test_an_image_goes_where_images_go(image, tmp_path):
    image.rio.to_raster(tmp_path / "composite.tif", driver="COG")
    image.to_netcdf(tmp_path / "composite.nc")
    with xr.open_dataarray(tmp_path / "composite.nc", decode_coords="all") as back:
        xr.testing.assert_equal(back.load(), image)
        assert back.rio.crs == image.rio.crs


def test_save_writes_what_the_job_writes(scenes, tmp_path):
    chosen = st.composite(scenes, bands=BANDS, method="max_ndvi", date_band=True, out=tmp_path / "job.tif")
    assert chosen.date.dtype.kind == "M"
    again = st.composite(scenes, bands=BANDS, method="max_ndvi", date_band=True)
    xr.testing.assert_equal(chosen, again)
    st.save(again, tmp_path / "saved.tif")
    assert np.array_equal(pixels(tmp_path / "saved.tif"), pixels(tmp_path / "job.tif"))
    with rasterio.open(tmp_path / "saved.tif") as ours, rasterio.open(tmp_path / "job.tif") as theirs:
        assert ours.descriptions == theirs.descriptions
        assert ours.scales == theirs.scales
        assert ours.nodata == theirs.nodata
        assert ours.profile == theirs.profile
    assert (tmp_path / "saved.qml").read_text() == (tmp_path / "job.qml").read_text()
    item = json.loads((tmp_path / "saved.json").read_text())
    assert item["assets"]["data"]["href"] == "./saved.tif"
    assert item["assets"]["data"]["file:size"] == (tmp_path / "saved.tif").stat().st_size
    assert item["assets"]["data"]["bands"] == json.loads((tmp_path / "job.json").read_text())["assets"]["data"]["bands"]


def test_save_takes_what_was_made_of_an_image(image, tmp_path):
    ndvi = (image.sel(band="B08") - image.sel(band="B04")) / image.sum("band")
    st.save(ndvi.rename("NDVI"), tmp_path / "ndvi.tif")
    assert np.allclose(pixels(tmp_path / "ndvi.tif")[0], ndvi.values, equal_nan=True)
    with pytest.raises(st.InvalidRequestError, match="no CRS"):
        st.save(xr.DataArray(np.zeros((2, 2)), dims=("y", "x")), tmp_path / "bare.tif")
    with pytest.raises(st.InvalidRequestError, match="dims"):
        st.save(image.expand_dims(time=1), tmp_path / "cube.tif")
    (tmp_path / "mine.qml").write_text("a style of mine")
    with pytest.raises(st.InvalidRequestError, match=r"mine\.qml"):
        st.save(image, tmp_path / "mine.tif")


def test_items_and_products_make_the_same_image(image, scenes):
    area = (17.98, 45.88, 18.02, 45.91)
    again = st.composite(scenes.to_items(), area, bands="B04,B08")
    xr.testing.assert_equal(again, image)


def test_a_stack_has_a_time_for_each_acquisition(scenes, scene_lines, area_fields, tmp_path):
    stack = st.stack(scenes, bands=BANDS)
    assert stack.dims == ("time", "band", "y", "x")
    assert stack.sizes["time"] == 5  # two tiles each
    day = scenes.filter("datetime.dt.strftime('%Y%m%d') == '20220615'")
    path, target = day.to_jsonl(tmp_path / "day.jsonl"), str(tmp_path / "day.tif")
    stack_bands.run(StackBandsRequest(scenes_path=path, bands=tuple(BANDS), output=target, **area_fields), Report())
    assert np.array_equal(coded(stack.sel(time="2022-06-15").values[0]), pixels(target))
    masked = st.stack(scenes, bands=BANDS, mask_classes="cloud_high,cloud_medium")
    assert np.isnan(masked).sum() > np.isnan(stack).sum()


@pytest.mark.parametrize("chunks", [{}, "auto", {"x": 100, "y": 90}, {"x": -1, "y": 64, "time": 2}])
def test_a_lazy_stack_has_the_same_pixels(scenes, chunks):
    lazy = st.stack(scenes, bands=BANDS, chunks=chunks)
    assert lazy.chunks is not None
    assert lazy.odc.geobox is not None
    xr.testing.assert_equal(lazy.compute(), st.stack(scenes, bands=BANDS))
    part = lazy.isel(x=slice(50, 60), y=slice(7, 9)).compute()
    xr.testing.assert_equal(part, st.stack(scenes, bands=BANDS).isel(x=slice(50, 60), y=slice(7, 9)))


def test_chunks_of_other_dims_are_refused(scenes):
    with pytest.raises(st.InvalidRequestError, match="chunks"):
        st.stack(scenes, bands=BANDS, chunks={"lat": 5})
    with pytest.raises(st.InvalidRequestError, match="chunks"):
        st.stack(scenes, bands=BANDS, chunks="some")


def test_a_series_has_the_pixels_of_the_job(scenes, scene_lines, area_fields, tmp_path):
    series = st.composite_series(scenes, bands=["B04"], period="month", out=tmp_path / "kept")
    xr.testing.assert_equal(series, st.composite_series(scenes, bands=["B04"], period="month"))
    folder = tmp_path / "months"
    request = CompositeSeriesRequest(
        scenes_path=scene_lines, bands=("B04",), period="month", output_folder=str(folder), **area_fields
    )
    composite_series.run(request, Report())
    assert series.dims == ("time", "band", "y", "x")
    assert series.period.values.tolist() == ["2022-03", "2022-04", "2022-05", "2022-06", "2022-07"]
    assert series.indexes["time"][0].isoformat() == "2022-03-01T00:00:00"
    for place, name in enumerate(series.period.values):
        made = pixels(folder / f"{name}.tif")
        assert np.array_equal(coded(series.values[place]), made[:1])
        assert np.array_equal(series.observations.values[place], made[1])
    with pytest.raises(st.InvalidRequestError, match="tiling"):
        st.composite_series(scenes, tiling="mgrs")


def test_progress_is_told_and_interruption_leaves_nothing(scenes, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    told = []
    st.composite(scenes, bands=BANDS, progress=lambda fraction, text: told.append((fraction, text)))
    assert any(fraction > 0.5 for fraction, _ in told)

    def interrupt(fraction, text):
        if fraction > 0.05:
            os.kill(os.getpid(), signal.SIGINT)

    running, outer = set(threading.enumerate()), signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            st.composite(scenes, bands=BANDS, progress=interrupt, out=tmp_path / "out.tif")
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, outer)  # a run in the background ignores it
    assert not list(tmp_path.iterdir())
    assert set(threading.enumerate()) <= running
    st.composite(scenes, bands=BANDS)


def test_threads_of_the_caller_do_not_disturb_each_other(scenes, image):
    made = {}
    threads = [
        threading.Thread(target=lambda n=number: made.update({n: st.composite(scenes, bands=BANDS)}))
        for number in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 3
    for other in made.values():
        xr.testing.assert_equal(other, image)


def _mean(scenes):
    return float(st.composite(scenes, bands=BANDS, progress=False).mean())


@pytest.mark.posix
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_of_the_caller_work(scenes, image, method):
    with multiprocessing.get_context(method).Pool(2) as pool:
        means = pool.map(_mean, [scenes, scenes]) if method == "fork" else None
        if method == "spawn":
            means = [pool.apply(_work, (scenes.table["scene"].tolist(), scenes.area))]
    for mean in means:
        assert mean == pytest.approx(float(image.mean()))


def _work(texts, area):
    import pandas as pd

    return _mean(st.Scenes(pd.DataFrame({"scene": texts}), area))


def test_overlap_and_grids_that_do_not_fit_are_told(scenes):
    with pytest.raises(st.NoOverlapError):
        st.composite(scenes, (10, 50, 10.1, 50.1))
    with pytest.raises(st.InvalidRequestError, match="BANDS holds 'B99'"):
        st.composite(scenes, bands=["B99"])
    with pytest.raises(st.InvalidRequestError, match="suffix"):
        st.composite(scenes, bands=BANDS, out=Path("composite.png"))
