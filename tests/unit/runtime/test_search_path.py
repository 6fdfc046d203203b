r"""PATH on Windows: QGIS's folders go, and nothing else does, whatever QGIS's Python lies in."""

import sys

import pytest

from sentinel_toolkit.runtime import environment, uv
from sentinel_toolkit.runtime.search_path import host_root, with_host_libraries, without_host

OSGEO, MSI = r"C:\OSGeo4W\apps\Python312", r"C:\Program Files\QGIS 3.40.6\apps\Python312"
SYSTEM = r"C:\Windows\system32;C:\Windows;C:\Tools\bin"


@pytest.mark.parametrize(
    ("prefix", "osgeo_root", "root"),
    [
        (OSGEO, "", r"C:\OSGeo4W"),
        (OSGEO, r"C:\OSGeo4W", r"C:\OSGeo4W"),
        (MSI, "", r"C:\Program Files\QGIS 3.40.6"),
        (r"C:\conda", "", r"C:\conda"),
        (r"C:\Users\me\miniconda3\envs\qgis", "", r"C:\Users\me\miniconda3\envs\qgis"),
        (r"D:\Python312", "", r"D:\Python312"),
        (r"C:\apps\Python312", "", ""),  # its root would be the whole drive
        (r"C:\conda", "C:\\", ""),
    ],
)
def test_the_root_of_qgis_is_never_a_whole_drive(prefix, osgeo_root, root):
    assert host_root(prefix, osgeo_root) == root


@pytest.mark.parametrize(
    ("prefix", "ours"),
    [
        (OSGEO, r"C:\OSGeo4W\bin;c:/osgeo4w/apps/qgis-ltr/bin;C:\OSGEO4W"),
        (MSI, r'"C:\Program Files\QGIS 3.40.6\bin";C:\PROGRA~1\..\Program Files\QGIS 3.40.6\apps\Qt5\bin'),
        (r"C:\conda", r"C:\conda;C:\conda\Library\bin;C:\conda\Scripts"),
    ],
)
def test_what_is_qgis_s_goes_and_the_rest_stays(prefix, ours, monkeypatch):
    neighbours = r"C:\OSGeo4W2\bin;C:\Program Files\QGIS 3.40\bin;C:\conda-other"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "base_prefix", prefix)
    child = environment.child_variables({"PATH": f"{ours};{SYSTEM};{neighbours}"})
    assert child["PATH"] == f"{SYSTEM};{neighbours}"


def test_both_what_osgeo4w_says_and_where_python_lies_count(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "base_prefix", r"C:\OSGeo4W\apps\Python312")
    child = environment.child_variables({"PATH": rf"C:\OSGeo4W\bin;D:\osgeo\bin;{SYSTEM}", "OSGEO4W_ROOT": r"D:\osgeo"})
    assert child["PATH"] == SYSTEM


def test_no_root_takes_nothing_away():
    assert without_host(SYSTEM, ("",)) == SYSTEM


def test_pip_finds_the_libraries_of_osgeo4w(monkeypatch):
    """QGIS's own Python loads libssl from OSGeo4W's bin; the cleaned PATH of the worker has it no more."""
    assert with_host_libraries({"PATH": SYSTEM, "OSGEO4W_ROOT": r"C:\OSGeo4W"}, OSGEO).startswith(r"C:\OSGeo4W\bin;")
    assert rf"C:\conda\Library\bin;C:\conda;{SYSTEM}" in with_host_libraries({"PATH": SYSTEM}, r"C:\conda")
    calls = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "base_prefix", OSGEO)
    monkeypatch.setenv("PATH", SYSTEM)
    monkeypatch.delenv("OSGEO4W_ROOT", raising=False)
    uv._Pip(lambda command, extra=None: calls.append((command, extra)) or "", "python.exe", "scratch")("config", "list")
    for command, extra in calls:
        assert extra["PATH"] == rf"C:\OSGeo4W\bin;{OSGEO}\Library\bin;{OSGEO};{SYSTEM}"
        assert command[:6] == ["python.exe", "-I", "-X", "utf8", "-m", "pip"]
