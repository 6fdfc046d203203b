"""Which jobs need more than the libraries of all, and what a Python that lacks it is told."""

import subprocess
import sys
from pathlib import Path

import pytest

from sentinel_toolkit.contract.animation import NdviAnimationRequest
from sentinel_toolkit.contract.errors import EnvironmentNotReadyError
from sentinel_toolkit.contract.extras import EXTRAS, Extra, require
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.thermal import ThermalSharpeningRequest

PACKAGE = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("request_", "extras"),
    [
        (NdviAnimationRequest(scenes_path="s", output="a.gif"), ()),
        (NdviAnimationRequest(scenes_path="s", output="a.MP4"), ("video",)),
        (NdviAnimationRequest(scenes_path="s", output="a.mp4", scheduler="local:2"), ("cluster", "video")),
        (ThermalSharpeningRequest(lst="a.tif", ndvi="b.tif", output="c.tif"), ()),
        (ThermalSharpeningRequest(lst="a.tif", ndvi="b.tif", output="c.tif", method="trees"), ("trees",)),
        (MedianCompositeRequest(scenes_path="s", output="a.tif"), ()),
        (MedianCompositeRequest(scenes_path="s", output="a.tif", scheduler="tcp://127.0.0.1:8786"), ("cluster",)),
    ],
)
def test_jobs_say_what_they_need(request_, extras):
    assert request_.extras == extras
    assert set(extras) <= set(EXTRAS)


def test_a_python_that_lacks_an_extra_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setitem(EXTRAS, "video", Extra("MP4", "av", "no_such_module", 36))
    with pytest.raises(EnvironmentNotReadyError, match="MP4 needs the library av, which .* does not have") as caught:
        require(("video",))
    assert caught.value.hint == f"Install it there: {sys.executable} -m pip install av"
    require(())


@pytest.mark.worker_libraries
def test_a_job_asks_for_its_libraries_before_it_begins(monkeypatch, tmp_path):
    from sentinel_toolkit.contract.report import Report
    from sentinel_toolkit.core.workflows import ndvi_animation

    monkeypatch.setitem(EXTRAS, "video", Extra("MP4", "av", "no_such_module", 36))
    request = NdviAnimationRequest(scenes_path=str(tmp_path / "none.jsonl"), output=str(tmp_path / "a.mp4"))
    with pytest.raises(EnvironmentNotReadyError, match="needs the library av"):
        ndvi_animation.run(request, Report())


@pytest.mark.worker_libraries
@pytest.mark.parametrize("extra", EXTRAS.values(), ids=EXTRAS)
def test_no_job_without_need_loads_an_extra(extra):
    """The environment without extras has all jobs but those that ask for one."""
    code = f"""
import importlib, sys
sys.path.insert(0, {str(PACKAGE)!r})
sys.modules[{extra.module!r}] = None
from sentinel_toolkit.contract.jobs import JOBS
for job in JOBS: importlib.import_module("sentinel_toolkit.core.workflows." + job)
from sentinel_toolkit.core.animation.formats.writer import FORMATS
[FORMATS[suffix]() for suffix in FORMATS if suffix != ".mp4"]
"""
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
