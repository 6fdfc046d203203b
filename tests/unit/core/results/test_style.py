"""How results look: measured on real scenes, and the same in style, picture, contact sheet and on the web."""

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import rasterio
from composites import composite
from PIL import Image
from scenes import scenes_file, write_scene

from sentinel_toolkit.contract.catalogue import SearchScenesRequest
from sentinel_toolkit.contract.imagery import DEFAULT_MASK_CLASSES, CompositeSeriesRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.composites.contact_sheet import CAPTION, GAP
from sentinel_toolkit.core.pixels.stretch import LUMINANCE
from sentinel_toolkit.core.results.style import write_picture
from sentinel_toolkit.core.workflows import composite_series, search_scenes

BANDS = ("B02", "B03", "B04", "B08")


@pytest.fixture
def zagreb(shared, tmp_path):
    """Return the table of five real scenes, August 2023."""
    table = tmp_path / "zagreb.jsonl"
    folder = shared / "s2_zagreb"
    search_scenes.run(SearchScenesRequest(source="folder", folder=str(folder), table_path=str(table)), Report())
    return str(table)


def drawn(raster):
    """Return what QGIS draws of a raster by the style beside it: (band, pixel) from 0 to 1, where there is data."""
    style = ElementTree.parse(raster.with_suffix(".qml")).getroot()
    renderer = style.find("pipe/rasterrenderer")
    gamma = float(style.find("pipe/brightnesscontrast").get("gamma"))
    layers = []
    with rasterio.open(raster) as dataset:
        for colour in ("red", "green", "blue"):
            stored = dataset.read(int(renderer.get(f"{colour}Band"))).astype(float)
            stored[stored == dataset.nodata] = np.nan
            low, high = (float(renderer.find(f"{colour}ContrastEnhancement/{end}Value").text) for end in ("min", "max"))
            layers.append(np.clip((stored * dataset.scales[0] - low) / (high - low), 0, 1) ** (1 / gamma))
    bands = np.array(layers)
    return bands, bands[:, np.isfinite(bands).all(0)]


def test_true_colour_of_real_scenes_looks_right(zagreb, tmp_path):
    fields = {"bands": BANDS, "mask_classes": DEFAULT_MASK_CLASSES, "resolution_m": 120}
    composite(zagreb, tmp_path / "o.tif", output_rgb=str(tmp_path / "web.tif"), **fields)
    whole, seen = drawn(tmp_path / "o.tif")
    assert 0.35 < np.median(np.array(LUMINANCE) @ seen) < 0.5
    assert seen[2].mean() < seen[:2].mean(), "no blue cast"
    for band in seen:
        assert np.mean(band <= 0) < 0.01
        assert np.mean(band >= 1) < 0.01
    with rasterio.open(tmp_path / "web.tif") as web:
        assert np.allclose([np.median(band[band > 0]) / 255 for band in web.read()], np.median(seen, 1), atol=0.03), (
            "but for resampling"
        )
    write_picture(tmp_path / "o.tif", (*BANDS, "observations"), tmp_path / "o.png")
    picture = np.moveaxis(np.array(Image.open(tmp_path / "o.png")), -1, 0)
    assert np.nanmax(np.abs(np.where(picture[3] > 0, picture[:3] / 255, np.nan) - whole)) < 0.01
    assert np.array_equal(picture[3] > 0, np.isfinite(whole).all(0))


def test_a_cloudy_scene_is_not_made_dark(zagreb, tmp_path):
    composite(zagreb, tmp_path / "o.tif", bands=("B04", "B03", "B02"), mask_classes=("none",), method="mean")
    assert np.median(np.array(LUMINANCE) @ drawn(tmp_path / "o.tif")[1]) >= 0.35


def test_an_index_has_its_own_colours_everywhere(tmp_path):
    bands = {"B04": np.full((4, 4), 1500, np.uint16), "B08": np.full((4, 4), 4500, np.uint16)}
    write_scene(tmp_path / "in", "20230105", bands)
    write_scene(tmp_path / "in", "20230205", bands)
    scenes = scenes_file(tmp_path / "in", tmp_path / "s.jsonl")
    composite(scenes, tmp_path / "o.tif", index="NDVI")
    style = (tmp_path / "o.qml").read_text()
    assert 'type="singlebandpseudocolor"' in style
    assert re.search(r'classificationMin="0\.0*" classificationMax="1\.0*"', style)
    composite_series.run(
        CompositeSeriesRequest(scenes_path=scenes, output_folder=str(tmp_path / "months"), index="NDVI"), Report()
    )
    styles = {path.read_text() for path in Path(tmp_path / "months").glob("*.qml")}
    assert styles == {style}
    sheet = np.array(Image.open(tmp_path / "months" / "contact_sheet.png"))
    panel = sheet[GAP : -CAPTION - GAP, GAP : sheet.shape[1] // 2 - GAP]
    colour = np.median(panel.reshape(-1, 3), axis=0)
    assert colour.max() - colour.min() > 40, "no grey"
