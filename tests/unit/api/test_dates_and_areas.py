"""Days and areas as people give them."""

import datetime
import doctest
import json
import sqlite3

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
from odc.geo.geobox import GeoBox
from odc.geo.geom import box as odc_box

import sentinel_toolkit as st
from sentinel_toolkit.api import dates
from sentinel_toolkit.api.areas import area_fields
from sentinel_toolkit.api.dates import first_day, last_day
from sentinel_toolkit.api.vectors import read_layer

BOX = (15.9, 45.75, 16.1, 45.85)
OUTLINE = shapely.box(*BOX)
VIENNA = datetime.timezone(datetime.timedelta(hours=2))


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-06-15", "2023-06-15", "2023-06-15"),
        ("2023-06-15T23:30:00", "2023-06-15", "2023-06-15"),
        (datetime.date(2023, 6, 15), "2023-06-15", "2023-06-15"),
        (datetime.datetime(2023, 6, 15, 1, 30, tzinfo=VIENNA), "2023-06-14", "2023-06-14"),
        (datetime.datetime(2023, 6, 15, 1, 30), "2023-06-15", "2023-06-15"),  # noqa: DTZ001  (UTC)
        (pd.Timestamp("2023-06-15 01:30", tz="Europe/Vienna"), "2023-06-14", "2023-06-14"),
        (pd.Timestamp("2023-06-15"), "2023-06-15", "2023-06-15"),
        (np.datetime64("2023-06-15T10:00"), "2023-06-15", "2023-06-15"),
        (pd.Period("2023-06"), "2023-06-01", "2023-06-30"),
    ],
)
def test_days(given, first, last):
    assert (first_day(given), last_day(given)) == (first, last)


@pytest.mark.parametrize(
    "given", ["soon", "2023-13", "2023-02-30", "0000", 2023, 1.5, pd.NaT, np.datetime64("NaT"), ()]
)
def test_what_is_no_date(given):
    with pytest.raises(st.InvalidRequestError, match="start is .* no date"):
        first_day(given)


def frame(**changes):
    given = {"data": {"name": ["field"]}, "geometry": [OUTLINE], "crs": 4326, **changes}
    return geopandas.GeoDataFrame(**given)


@pytest.fixture(params=["frame", "series", "utm", "gpkg", "geojson", "shp", "odc", "geojson dict", "shapely"])
def outline(request, tmp_path):
    """The same ground in many forms."""
    forms = {
        "frame": frame,
        "series": lambda: frame().geometry,
        "utm": lambda: frame().to_crs(32633),
        "odc": lambda: odc_box(*BOX, "EPSG:4326"),
        "geojson dict": lambda: shapely.geometry.mapping(OUTLINE),
        "shapely": lambda: OUTLINE,
    }
    if request.param in forms:
        return forms[request.param]()
    path = tmp_path / f"area.{request.param}"
    frame().to_file(path)
    return path


def test_an_outline_in_any_form_is_the_same_ground(outline):
    fields = area_fields(outline)
    assert "clip" not in fields
    ground = geopandas.GeoSeries([shapely.from_wkt(fields["aoi_wkt"])], crs=fields["aoi_crs"]).to_crs(4326)
    assert ground[0].symmetric_difference(OUTLINE).area < 0.001 * OUTLINE.area


def test_boxes_are_extents():
    for box in (BOX, list(BOX), np.array(BOX)):
        fields = area_fields(box)
        assert fields["clip"] is False
        assert shapely.from_wkt(fields["aoi_wkt"]).bounds == BOX
    assert shapely.from_wkt(area_fields((179, -10, -179, 10))["aoi_wkt"]).bounds == (179, -10, 181, 10)
    grid = GeoBox.from_bbox((500_000, 5_000_000, 501_000, 5_002_000), "EPSG:32633", resolution=10)
    assert area_fields(grid)["aoi_crs"] == "EPSG:32633"
    assert area_fields(grid)["clip"] is False
    assert area_fields(None) == {}


@pytest.mark.parametrize(
    ("area", "words"),
    [
        ((45.75, 115.9, 45.85, 116.1), "exchanged"),
        ((16.1, 45.75, 15.9, 45.85), "west beyond east"),
        ((15.9, 45.85, 16.1, 45.75), "south above north"),
        ((500_000, 5_000_000, 501_000, 5_001_000), "looks like metres"),
        ((15.9, 45.75, float("nan"), 45.85), "no end"),
        (frame(geometry=[shapely.box(5e5, 5e6, 6e5, 5.1e6)]), "no degrees, and its CRS says degrees"),
        (frame(geometry=[shapely.box(45, 115, 46, 116)]), "exchanged"),
        (frame().iloc[:0], "empty GeoDataFrame"),
        (frame(crs=None), "without CRS"),
        (frame(geometry=[None]), "no geometry"),
        (shapely.Point(), "no geometry"),
        ("nowhere.gpkg", "is not there"),
        (42, "area is int 42"),
        ((1, 2, 3), "area is tuple"),
        ({"type": "Rhombus"}, "no GeoJSON"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_with_an_area_is_said(area, words):
    with pytest.raises(st.InvalidRequestError) as caught:
        area_fields(area)
    assert words in str(caught.value)
    assert caught.value.hint


def test_geopackages_are_read_as_geopandas_reads_them(tmp_path):
    path = tmp_path / "two.gpkg"
    points = geopandas.GeoDataFrame({"n": [1, 2]}, geometry=[shapely.Point(1, 2), shapely.Point(3, 4)], crs=32633)
    points.to_file(path, layer="points")
    frame().to_file(path, layer="areas")
    layer = read_layer(f"{path}|layername=points")
    assert layer.crs == "EPSG:32633"
    assert list(layer.geometries) == list(points.geometry)
    assert [row["n"] for row in layer.rows] == [1, 2]
    assert layer.numbers == ["1", "2"]
    with pytest.raises(st.InvalidRequestError, match="has no layer 'lines', but points, areas"):
        read_layer(f"{path}|layername=lines")


def test_a_broken_file_is_named(tmp_path):
    for name, content in (
        ("a.gpkg", b"no database"),
        ("a.geojson", b"{"),
        ("b.geojson", b'{"type": "FeatureCollection"}'),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(st.InvalidRequestError, match="cannot be read"):
            read_layer(tmp_path / name)
    sqlite3.connect(tmp_path / "empty.gpkg").close()
    with pytest.raises(st.InvalidRequestError, match="cannot be read"):
        read_layer(tmp_path / "empty.gpkg")


def test_the_crs_of_geojson_is_found(tmp_path):
    path = tmp_path / "old.geojson"
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    feature = {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(shapely.box(0, 0, 1, 1))}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}))
    assert read_layer(path).crs == "EPSG:32633"


def test_the_examples_of_days_are_right():
    assert doctest.testmod(dates).failed == 0
