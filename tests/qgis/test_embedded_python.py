"""QGIS 4 asks whether a project is trusted before it runs Python out of it: nothing that we write has any."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProject

from sentinel_toolkit.processing.time_group import open_time_group, write_time_group

STYLES = Path(__file__).resolve().parents[2] / "resources" / "styles"
# Macros and functions of a project, actions of a layer, the code of a form (its source 0 is "none").
PYTHON = re.compile(
    r"<Macros|<ExpressionFunctions|pythonCode|<actionsetting\b|<editforminitcode\b[^>]*>\s*(?!<!\[CDATA\[\s*\]\]>)[^<\s]"
    r"|<editforminitcode\b[^>]*>\s*<!\[CDATA\[\s*[^\]\s]|<editforminitcodesource>[^0<]|<editforminit>[^<]"
)


@pytest.mark.parametrize("style", sorted(STYLES.glob("*.qml")), ids=lambda path: path.stem)
def test_styles_carry_no_python(style):
    assert not PYTHON.search(style.read_text("utf-8"))


def test_a_group_and_the_project_that_takes_it_carry_no_python(qgis_app, provider, layer, tmp_path):
    raster = tmp_path / "june.tif"
    gdal.GetDriverByName("GTiff").Create(str(raster), 4, 4, 1, gdal.GDT_Byte).FlushCache()
    rows = tmp_path / "rows.jsonl"
    rows.write_text(
        json.dumps({"name": "June", "path": str(raster), "start": "2022-06-01", "end": "2022-06-30"}), "ascii"
    )
    group = tmp_path / "group.qlr"
    write_time_group(str(group), "Months", str(rows), "NDVI")
    assert "june.tif" in group.read_text("utf-8")
    assert not PYTHON.search(group.read_text("utf-8"))
    project = QgsProject()
    open_time_group(str(group), project)
    for style in ("scenes", "downloads", "time_series"):
        made = layer("POLYGON((0 0, 1 0, 1 1, 0 0))", name=style)
        made.loadNamedStyle(str(STYLES / f"{style}.qml"))
        project.addMapLayer(made)
    assert project.write(str(tmp_path / "project.qgz"))
    with zipfile.ZipFile(tmp_path / "project.qgz") as archive:
        (text,) = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs")]
    assert "june.tif" in text
    assert not PYTHON.search(text)


@pytest.mark.parametrize(
    "text",
    [
        '<Macros><pythonCode type="QString">def openProject(): pass</pythonCode></Macros>',
        '<attributeactions><actionsetting type="1" action="print(1)"/></attributeactions>',
        "<editforminitcodesource>2</editforminitcodesource>",
        "<editforminitcode><![CDATA[import os]]></editforminitcode>",
        "<editforminitcode>import os</editforminitcode>",
        "<editforminit>init</editforminit>",
        '<ExpressionFunctions><pythonCode type="QString">x</pythonCode></ExpressionFunctions>',
    ],
)
def test_python_would_be_seen(text):
    assert PYTHON.search(text)
