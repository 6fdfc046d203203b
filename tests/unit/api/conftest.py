import json

import make_sample
import pytest

import sentinel_toolkit as st
from sentinel_toolkit.api import session

AREA = (17.98, 45.88, 18.02, 45.91)


@pytest.fixture(autouse=True)
def _nobody_is_logged_in(monkeypatch):
    for name in session.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    session._login.clear()


@pytest.fixture(scope="session")
def sample():
    return make_sample.make()


@pytest.fixture(scope="session")
def scenes(sample):
    return st.search("sentinel-2-l2a", AREA, "2022-03", "2022-07", folder=sample)


@pytest.fixture(scope="session")
def passes(sample):
    return st.search("sentinel-3-lst", AREA, "2022-03", "2022-07", folder=sample)


@pytest.fixture
def area_fields():
    """The area as the core's own requests have it."""
    west, south, east, north = AREA
    ring = f"{east} {south}, {east} {north}, {west} {north}, {west} {south}, {east} {south}"
    return {"aoi_wkt": f"POLYGON (({ring}))", "aoi_crs": "EPSG:4326", "clip": False}


@pytest.fixture
def scene_lines(scenes, tmp_path):
    path = tmp_path / "scenes.jsonl"
    path.write_text("".join(json.dumps({"scene": text}) + "\n" for text in scenes["scene"]))
    return str(path)
