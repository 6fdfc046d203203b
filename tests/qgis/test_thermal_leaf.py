"""The leaf of thermal sharpening: parameters → request, without running anything."""

import json
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsProcessingFeatureSourceDefinition,
    QgsRasterFileWriter,
    QgsRectangle,
    QgsVectorLayer,
)
from test_leaves import ask, scenes  # noqa: F401 (fixtures)

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.processing import tables


@pytest.fixture
def raster(tmp_path):
    """Return a function that writes a small raster and returns its path."""

    def write(name):
        path = str(tmp_path / name)
        extent, crs = QgsRectangle(600000, 4999000, 601000, 5000000), QgsCoordinateReferenceSystem("EPSG:32633")
        QgsRasterFileWriter(path).createOneBandRaster(Qgis.DataType.Float32, 4, 4, extent, crs)
        return path

    return write


@pytest.fixture
def pairs():
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "pairs", "memory")
    fields = tables.fields_of(tables.PAIRS)
    layer.dataProvider().addAttributes(fields.toList())
    layer.updateFields()
    for rank in (1, 2):
        feature = QgsFeature(layer.fields())
        feature["rank"] = rank
        feature["fine_scene"], feature["coarse_scene"] = (json.dumps({"id": f"{kind}{rank}"}) for kind in ("s2", "s3"))
        layer.dataProvider().addFeature(feature)
    return layer


def sharpen(ask, tmp_path, **parameters):  # noqa: F811
    return ask("thermal_sharpening", OUTPUT=str(tmp_path / "lst.tif"), **parameters)


def lines_of(path):
    return Path(path).read_text("utf-8").splitlines()


def test_rasters_go_as_their_files(ask, raster, tmp_path):  # noqa: F811
    lst, ndvi = raster("lst.tif_in.tif"), raster("ndvi.tif")
    request = sharpen(ask, tmp_path, LST=lst, NDVI=ndvi)
    assert (request.lst, request.ndvi, request.red, request.sen3) == (lst, ndvi, "", "")
    assert (request.method, request.residual, request.footprint, request.align) == ("auto", "smooth", -1, False)
    assert (request.uncertainty, request.samples_path, request.output_html) == ("", "", "")
    assert "snow" in request.mask_classes
    inputs = json.loads(request.repeat_with)["inputs"]
    assert (inputs["LST"], inputs["METHOD"]) == (lst, "auto")


def test_options_reach_the_request(ask, raster, tmp_path):  # noqa: F811
    more = [raster("dem.tif"), raster("b11.tif")]
    request = sharpen(
        ask,
        tmp_path,
        LST=raster("c.tif"),
        RED=raster("r.tif"),
        NIR=raster("n.tif"),
        METHOD="trees",
        PREDICTORS=more,
        RESIDUAL="exact",
        NDVI_MIN=0.1,
        LST_MAX=330,
        FOOTPRINT=0,
        ALIGN=True,
        RESOLUTION=20,
        UNITS="celsius",
        MIN_CORRELATION=0.5,
        OFFSET="apply",
        UNCERTAINTY=str(tmp_path / "u.tif"),
        SAMPLES="memory:",
        OUTPUT_HTML=str(tmp_path / "r.html"),
    )
    assert request.predictors == tuple(more)
    assert (request.method, request.residual, request.units, request.offset) == ("trees", "exact", "celsius", "apply")
    assert (request.ndvi_min, request.lst_max_k, request.footprint, request.align) == (0.1, 330, 0, True)
    assert (request.resolution_m, request.min_correlation) == (20, 0.5)
    assert request.uncertainty.endswith("u.tif")
    assert request.output_html.endswith("r.html")
    assert request.samples_path


def test_scenes_and_a_product(ask, scenes, tmp_path):  # noqa: F811
    request = sharpen(ask, tmp_path, SEN3="/data/x.SEN3", INPUT=scenes)
    assert request.sen3 == "/data/x.SEN3"
    assert [json.loads(line)["id"] for line in lines_of(request.scenes_path)] == ["a", "b"]


def test_the_selected_pair_alone_is_taken(ask, pairs, tmp_path):  # noqa: F811
    rows = [json.loads(line) for line in lines_of(sharpen(ask, tmp_path, PAIRS=pairs).pairs_path)]
    assert [row["rank"] for row in rows] == [1, 2]
    pairs.selectByIds([2])
    selected = QgsProcessingFeatureSourceDefinition(pairs.id(), selectedFeaturesOnly=True)
    from qgis.core import QgsProject

    QgsProject.instance().addMapLayer(pairs, addToLegend=False)
    request = sharpen(ask, tmp_path, project=QgsProject.instance(), PAIRS=selected)
    rows = [json.loads(line) for line in lines_of(request.pairs_path)]
    assert [(row["rank"], json.loads(row["coarse_scene"])["id"]) for row in rows] == [(2, "s32")]
    QgsProject.instance().takeMapLayer(pairs)


def test_a_layer_that_is_no_pairs_is_refused(ask, scenes, tmp_path):  # noqa: F811
    with pytest.raises(InvalidRequestError, match="has no column “rank”"):
        sharpen(ask, tmp_path, PAIRS=scenes)


def test_the_output_may_not_be_an_input(ask, raster, tmp_path):  # noqa: F811
    with pytest.raises(InvalidRequestError, match="OUTPUT is the file of an input"):
        sharpen(ask, tmp_path, LST=raster("lst.tif"), NDVI=raster("ndvi.tif"))


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"LST": "a.tif"}, "None of NDVI, RED with NIR, INPUT, PAIRS is given."),
        ({"LST": "a.tif", "SEN3": "d.tif", "NDVI": "c.tif"}, "LST and SEN3 are given at once."),
        ({"LST": "a.tif", "NDVI": "c.tif", "SAMPLES": "x.shp"}, "the suffix '.shp' does not fit"),
        ({"LST": "a.tif", "NDVI": "c.tif", "UNCERTAINTY": "x.png"}, "UNCERTAINTY"),
    ],
)
def test_the_dialog_refuses_before_any_work(provider, raster, parameters, words):
    from qgis.core import QgsProcessingContext

    algorithm = provider.algorithm("thermal_sharpening").create()
    given = {name: raster(value) if value.endswith(".tif") else value for name, value in parameters.items()}
    ok, message = algorithm.checkParameterValues({"OUTPUT": "TEMPORARY_OUTPUT", **given}, QgsProcessingContext())
    assert not ok
    assert words in message
