"""What QGIS shows cannot be replaced on Windows: it is said before the work, and QGIS loads the result from where it is."""

import pytest
from held import Held
from osgeo import gdal, osr
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.processing import destinations


def write_raster(path):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32633)
    raster = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4)
    raster.SetProjection(reference.ExportToWkt())
    raster.SetGeoTransform((0, 10, 0, 0, 0, -10))
    return str(path)


@pytest.fixture
def context(qgis_app):
    project, context = QgsProject(), QgsProcessingContext()
    context.setProject(project)
    context.setFeedback(QgsProcessingFeedback())
    yield context
    context.setProject(None)


def test_a_result_under_another_name_is_loaded_from_there(provider, context, tmp_path):
    algorithm = provider.algorithm("median_composite").create()
    algorithm.read_in_main_thread({}, context, QgsProcessingFeedback())
    meant, rgb = write_raster(tmp_path / "o.tif"), write_raster(tmp_path / "rgb.tif")
    place = write_raster(tmp_path / "o_2.tif")
    for path, name in ((meant, "OUTPUT"), (rgb, "OUTPUT_RGB")):
        details = QgsProcessingContext.LayerDetails(name, context.project(), name)
        context.addLayerToLoadOnCompletion(path, details)
    algorithm.load_raster("OUTPUT", place, {}, context)
    layers = context.layersToLoadOnCompletion()
    assert {path: details.outputName for path, details in layers.items()} == {place: "OUTPUT", rgb: "OUTPUT_RGB"}
    assert [layer.source() for layer in context.temporaryLayerStore().mapLayers().values()] == [place]


def test_what_is_open_is_refused_before_the_work_but_not_a_table_in_it(provider, context, tmp_path, monkeypatch):
    raster, package = tmp_path / "composite.tif", tmp_path / "tables.gpkg"
    for path in (raster, package):
        path.write_text("old")
    held = Held(monkeypatch)
    held.hold(raster, package)
    composite = provider.algorithm("median_composite").create()
    with pytest.raises(InvalidRequestError, match=r"^composite\.tif is open in QGIS\. Remove the layer or choose"):
        destinations.prove_destinations(composite, {"OUTPUT": str(raster)}, context, ("OUTPUT",), ())
    search = provider.algorithm("search_scenes").create()
    with pytest.raises(InvalidRequestError, match=r"^tables\.gpkg is open in QGIS"):
        destinations.prove_destinations(search, {"OUTPUT": str(package)}, context, ("OUTPUT",), ())
    table = {"OUTPUT": f"ogr:dbname='{package}' table=\"scenes\" (geom)"}
    destinations.prove_destinations(search, table, context, ("OUTPUT",), ())
