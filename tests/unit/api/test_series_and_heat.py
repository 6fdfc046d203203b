"""Frames of indices, films, and temperatures."""

import json

import geopandas
import numpy as np
import pandas as pd
import pytest
import rasterio
import shapely
import xarray as xr

import sentinel_toolkit as st
from sentinel_toolkit.contract.animation import NdviAnimationRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import ImportSentinel3Request, IndexTimeSeriesRequest
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest
from sentinel_toolkit.core.workflows import import_sentinel3, index_time_series, ndvi_animation, thermal_sharpening

FIELDS = [shapely.box(17.985, 45.885, 17.99, 45.89), shapely.box(18.0, 45.89, 18.005, 45.895)]


@pytest.fixture
def fields(tmp_path):
    path = tmp_path / "fields.gpkg"
    geopandas.GeoDataFrame({"name": ["north", "south"]}, geometry=FIELDS, crs=4326).to_file(path)
    return path


def test_a_time_series_is_a_frame_with_the_numbers_of_the_job(scenes, scene_lines, fields, tmp_path):
    table = st.time_series(scenes, fields, index="NDVI", zone_field="name", smoothing="whittaker")
    zones = tmp_path / "zones.jsonl"
    names = ("north", "south")
    zones.write_text(
        "".join(json.dumps({"name": name, "wkt": part.wkt}) + "\n" for name, part in zip(names, FIELDS, strict=True))
    )
    request = IndexTimeSeriesRequest(
        scenes_path=scene_lines,
        zones_path=str(zones),
        zones_crs="EPSG:4326",
        smoothing="whittaker",
        table_path=str(tmp_path / "table.jsonl"),
    )
    index_time_series.run(request, Report())
    rows = [json.loads(line) for line in (tmp_path / "table.jsonl").read_text().splitlines()]
    assert table["zone"].tolist() == [row["zone"] for row in rows]
    for name in ("mean", "median", "smoothed", "valid_percent"):
        assert np.allclose(table[name], [np.nan if row[name] is None else row[name] for row in rows], equal_nan=True)
    assert str(table["date"].dt.tz) == "UTC"
    assert table.pivot(index="date", columns="zone", values="smoothed").shape == (5, 2)  # noqa: PD010
    assert "<svg" in table.report.html


@pytest.mark.parametrize("form", ["frame", "geometries", "box", "geojson"])
def test_zones_come_in_many_forms(scenes, fields, tmp_path, form):
    frame = geopandas.read_file(fields)
    frame.to_file(tmp_path / "fields.geojson")
    zones = {
        "frame": frame.set_index("name", drop=False),
        "geometries": list(frame.geometry),
        "box": FIELDS[0].bounds,
        "geojson": tmp_path / "fields.geojson",
    }[form]
    table = st.time_series(scenes.newest(4), zones)
    names = {"frame": ["north", "south"], "geometries": ["0", "1"], "box": ["0"], "geojson": ["0", "1"]}[form]
    assert table["zone"].cat.categories.tolist() == names


def test_a_zone_field_that_is_not_there_is_told(scenes, fields):
    with pytest.raises(st.InvalidRequestError, match="no field 'nam'.*Did you mean name"):
        st.time_series(scenes, fields, zone_field="nam")


def test_arrays_are_series_too(scenes, fields):
    index = st.composite(scenes, index="NDVI").isel(band=0, drop=True)
    cube = xr.concat([index, index * 0.5], pd.DatetimeIndex(["2022-05-01", "2022-06-01"], name="time"))
    table = st.time_series(cube, fields, zone_field="name")
    north = table[table["zone"] == "north"]
    assert north["mean"].tolist()[1] == pytest.approx(0.5 * north["mean"].tolist()[0], rel=1e-5)
    with pytest.raises(st.InvalidRequestError, match="dim time"):
        st.time_series(index, fields)


def test_a_film_has_the_bytes_of_the_job(scenes, scene_lines, area_fields, tmp_path):
    film = st.animate(scenes, index="NDVI", title="Greenness", width=300, height=300, min_valid=99.5)
    request = NdviAnimationRequest(
        scenes_path=scene_lines,
        title="Greenness",
        width=300,
        height=300,
        min_valid_percent=99.5,
        output=str(tmp_path / "job.gif"),
        **area_fields,
    )
    ndvi_animation.run(request, Report())
    film.save(tmp_path / "film.gif")
    assert (tmp_path / "film.gif").read_bytes() == (tmp_path / "job.gif").read_bytes()
    for name in ("film.mp4", "film.webp", "film.png"):
        assert (tmp_path / film.save(tmp_path / name)).stat().st_size > 1000
    frames = film.frames
    assert len(frames) == 5
    assert frames["kept"].sum() == len(film) < 5
    assert set(frames.loc[~frames["kept"], "why"]) == {"too little of the area to see"}
    assert frames.loc[~frames["kept"], "valid_percent"].max() < 99.5
    assert frames["date"].is_monotonic_increasing
    assert 'src="data:image/webp;base64,' in film._repr_html_()
    with pytest.raises(st.InvalidRequestError, match="suffix"):
        film.save(tmp_path / "film.avi")


def test_passes_are_a_dataset(passes, tmp_path, area_fields):
    lst = st.import_lst(passes)
    assert lst.LST.dims == ("time", "y", "x")
    assert lst.LST.attrs["units"] == "K"
    assert lst.rio.crs is not None
    assert lst.odc.geobox is not None
    target = str(tmp_path / "lst.tif")
    path = passes.to_jsonl(tmp_path / "passes.jsonl")
    import_sentinel3.run(ImportSentinel3Request(scenes_path=path, output=target, **area_fields), Report())
    with rasterio.open(target) as raster:
        assert np.array_equal(raster.read(1), lst.LST.to_numpy()[0], equal_nan=True)
    lst.to_netcdf(tmp_path / "lst.nc")


def test_sharpening_has_the_pixels_of_the_job(scenes, passes, tmp_path):
    area = (17.96, 45.87, 18.04, 45.93)
    pairs = st.pair(scenes, passes, area)
    sharp = st.sharpen(pairs.iloc[0])
    assert set(sharp.data_vars) >= {"temperature", "uncertainty", "coarse", "residual", "used"}
    path = tmp_path / "pairs.jsonl"
    path.write_text(
        json.dumps({name: pairs[name].tolist()[0] for name in ("rank", "fine_scene", "coarse_scene")}) + "\n"
    )
    fields = pairs.attrs["area"]
    request = ThermalSharpeningRequest(
        pairs_path=str(path),
        output=str(tmp_path / "sharp.tif"),
        uncertainty=str(tmp_path / "uncertainty.tif"),
        **fields,
    )
    thermal_sharpening.run(request, Report())
    for name, file in (("temperature", "sharp.tif"), ("uncertainty", "uncertainty.tif")):
        with rasterio.open(tmp_path / file) as raster:
            assert np.array_equal(raster.read(1), sharp[name].values, equal_nan=True)
    assert sharp.temperature.attrs["units"] == "K"
    assert "sharpening made the errors of a test" in sharp.attrs["verdict"]
    assert np.isfinite(sharp.coarse).any()
    assert sharp.coarse.dims == ("coarse_y", "coarse_x")
    assert "<svg" in st.report(sharp).html
    sharp.to_netcdf(tmp_path / "sharp.nc")
    st.save(sharp, tmp_path / "saved.tif")
    with rasterio.open(tmp_path / "saved.tif") as raster:
        assert raster.descriptions[0] == "temperature"


def test_arrays_are_sharpened_too(scenes, passes):
    area = (17.96, 45.87, 18.04, 45.93)
    lst = st.import_lst(passes, area)
    ndvi = st.composite(scenes.newest(4), area, index="NDVI").isel(band=0, drop=True)
    sharp = st.sharpen(lst=lst["LST"].isel(time=0, drop=True), ndvi=ndvi, area=area)
    again = st.sharpen(lst=lst[["LST"]].isel(time=0, drop=True), ndvi=ndvi, area=area)
    xr.testing.assert_equal(sharp.temperature, again.temperature)
    assert np.isfinite(sharp.temperature).any()
    with pytest.raises(st.InvalidRequestError, match="Dataset of LST, NDVI"):
        st.sharpen(lst=lst.isel(time=0), ndvi=ndvi)
    with pytest.raises(st.InvalidRequestError, match="None of LST, SEN3, PAIRS"):
        st.sharpen(ndvi=ndvi)
    with pytest.raises(st.InvalidRequestError, match="without CRS"):
        st.sharpen(lst=xr.DataArray(np.zeros((3, 3)), dims=("y", "x")), ndvi=ndvi)
