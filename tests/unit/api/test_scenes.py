"""Scenes as a notebook holds them."""

import json
import xml.etree.ElementTree as ET

import pandas as pd
import pystac
import pytest

import sentinel_toolkit as st

AREA = (17.98, 45.88, 18.02, 45.91)


def test_the_table_has_real_types(scenes):
    table = scenes.table
    assert len(scenes) == 10
    assert str(table["datetime"].dt.tz) == "UTC"
    assert isinstance(table["tile"].dtype, pd.CategoricalDtype)
    assert table["cloud"].dtype == "float64"
    assert table["relative_orbit"].dtype == "Int64"
    assert table["datetime"].is_monotonic_increasing
    assert table["coverage"].between(0, 100).all()
    assert table["geometry"][0].geom_type == "Polygon"


def test_parts_keep_the_area(scenes):
    assert scenes.newest(3).area == scenes.area
    assert scenes.newest(3).ids == scenes.ids[-3:]
    assert scenes[0].ids == scenes.ids[:1]
    assert scenes[2:4].ids == scenes.ids[2:4]
    assert scenes[scenes["cloud"] < 5].table["cloud"].max() < 5
    assert [part.ids[0] for part in scenes] == scenes.ids


def test_the_clear_share_is_measured_when_it_is_asked_for(scenes, sample):
    assert scenes.table["clear"].isna().all()
    clear = scenes.filter("clear > 80")
    assert clear.table["clear"].min() > 80
    known = st.search("sentinel-2-l2a", AREA, "2022-03", "2022-07", folder=sample, measure_cloud=True)
    assert scenes.measure_clear()["clear"].tolist() == known["clear"].tolist()


def test_conditions_that_fail_are_told(scenes):
    with pytest.raises(st.InvalidRequestError, match="cloudy"):
        scenes.filter("cloudy > 80")
    with pytest.raises(st.InvalidRequestError, match="cannot be used"):
        scenes.filter("cloud >")
    with pytest.raises(st.NoScenesError, match="None of the 10 scenes"):
        scenes.filter("cloud > 101")


def test_a_notebook_sees_pictures_footprints_and_no_script(scenes):
    table = scenes.table.copy()
    table["thumbnail"] = 'https://example.org/a.jpg?"><script>x</script>'
    table["id"] = "<script>x</script>"
    html = st.Scenes(table, scenes.area)._repr_html_()
    assert "<script>" not in html
    assert html.count("<img") == 10
    drawn = html[html.index("<svg") : html.index("</svg>") + 6]
    assert len(ET.fromstring(drawn.replace("&lt;", "")).findall("path")) >= 3  # two tiles and the area
    assert "10 scenes" in html
    table["thumbnail"] = "javascript:x"
    assert "<img" not in st.Scenes(table, scenes.area)._repr_html_()


def test_a_layer_goes_to_qgis_and_comes_back(scenes, tmp_path):
    clear = scenes.measure_clear()
    for name in ("scenes.geojson", "scenes.gpkg", "scenes.jsonl", "scenes.fgb"):
        path = tmp_path / name
        (clear.to_jsonl if path.suffix == ".jsonl" else clear.to_file)(path)
        back = st.Scenes.from_file(path)
        assert sorted(back.ids) == sorted(clear.ids)
        assert sorted(back["clear"]) == sorted(clear["clear"])
        assert list(map(json.loads, back["scene"])) == list(map(json.loads, clear["scene"]))


def test_items_go_out_and_come_in(scenes):
    items = scenes.to_items()
    assert isinstance(items, pystac.ItemCollection)
    assert st.Scenes.of(items).ids == scenes.ids
    assert st.Scenes.of(list(items)).ids == scenes.ids
    assert st.Scenes.of(items.items[0]).ids == [items.items[0].id]
    assert st.Scenes.of([item.to_dict() for item in items]).ids == scenes.ids
    assert st.Scenes.of(scenes.to_dataframe().iloc[::-1]).ids == scenes.ids


def test_products_and_folders_are_scenes(sample):
    safes = sorted(path for path in (sample / "sentinel-2").rglob("*MSIL2A*") if path.suffix in (".SAFE", ".zip"))
    found = st.Scenes.of(safes, AREA)
    assert len(found) == len(safes) == 7
    assert found["coverage"].notna().all()
    assert len(st.Scenes.of(sample / "sentinel-2")) > 7
    assert st.Scenes.of(safes[0]).ids == st.Scenes.of(str(safes[0])).ids
    assert len(st.Scenes.of(sample / "sentinel-3")) == 1


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (42, "int 42 names no scene"),
        ([], "names no scene"),
        ("nowhere", "is not there"),
        ([{"id": "x"}], "cannot be used"),
        (pd.DataFrame({"a": [1]}), "whose scene column is no scene"),
        (pd.DataFrame({"scene": ["no item"]}), "no scene"),
    ],
)
def test_what_names_no_scene_is_told(source, words):
    with pytest.raises(st.ToolkitError) as caught:
        st.Scenes.of(source)
    assert words in str(caught.value)


def test_an_exchanged_area_is_seen(sample):
    west, south, east, north = AREA
    with pytest.raises(st.NoScenesError, match="With x and y exchanged there are some"):
        st.search("sentinel-2-l2a", (south, west, north, east), "2022", "2022", folder=sample)


def test_statistics_are_a_frame_with_a_page(scenes, tmp_path):
    table = st.statistics(scenes, period="month")
    assert table["scenes"].sum() == 10
    assert table["start"].dtype.kind == "M"
    assert table.report.html.startswith("<!DOCTYPE html>")
    assert table[table["scenes"] > 1].report.html == table.report.html  # parts know it, too
    page = st.report(table)
    assert "<iframe" in page._repr_html_()
    assert "<script" not in page._repr_html_()
    assert page.save(tmp_path / "archive.html")
    with pytest.raises(st.InvalidRequestError, match="suffix"):
        page.save(tmp_path / "archive.pdf")
    with pytest.raises(st.InvalidRequestError, match="without a page"):
        st.report(pd.DataFrame())


def test_pairs_are_a_frame(scenes, passes):
    pairs = st.pair(scenes, passes)
    assert pairs["rank"].tolist() == [1, 2]
    assert pairs["hours_apart"].tolist() == [0.5, 0.5]
    assert json.loads(pairs["fine_scene"][0])["type"] == "Feature"


def test_a_download_of_local_files_leaves_them(scenes, tmp_path):
    here = scenes.newest(2).download(tmp_path / "products", assets=["B04", "SCL"])
    assert here.ids == scenes.newest(2).ids
    assert set(here.files["status"]) == {"skipped"}
    assert here.files["bytes"].dtype == "Int64"
    assert here.area == scenes.area
