"""The real qgis_process on the staged plugin."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import make_sample
import pytest

ROOT = Path(__file__).resolve().parents[2]
STAGE = str(ROOT / "scripts" / "stage")


@dataclass(frozen=True)
class Run:
    """What one call of qgis_process gave."""

    code: int
    stdout: str
    stderr: str

    @property
    def results(self):
        return json.loads(self.stdout[self.stdout.index("{") :])["results"]


def headless(profile):
    """Return the variables that scripts/qgis_process sets."""
    path = os.pathsep.join(("/usr/bin", "/bin", os.environ.get("PATH", "")))
    runtime = os.environ.get("XDG_RUNTIME_DIR", profile)
    return {
        "QGIS_CUSTOM_CONFIG_PATH": profile,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": runtime,
        "PATH": path,
    }


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory):
    """Return a function: algorithm and inputs → Run, each in a new profile. Kept answers are apart from the user's."""
    cache = {"SENTINEL_TOOLKIT_CACHE": str(tmp_path_factory.mktemp("cache"))}
    subprocess.run([str(ROOT / "scripts" / "setup")], check=True)  # once: SCRIPT looks each time whether all is there

    def run(algorithm, variables=None, **inputs):
        is_ours = ":" not in algorithm and not algorithm.endswith(".model3")
        job = f"sentinel_toolkit:{algorithm}" if is_ours else algorithm
        profile = subprocess.run([STAGE, str(os.getpid())], capture_output=True, text=True, check=True).stdout.strip()
        done = subprocess.run(
            ["/usr/bin/qgis_process", "run", job, "-"],
            input=json.dumps({"inputs": inputs}),
            capture_output=True,
            text=True,
            timeout=200,
            env={**os.environ, **headless(profile), **cache, **(variables or {})},
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def sample():
    return make_sample.make()


@pytest.fixture(scope="session")
def scenes(qgis_process, sample, tmp_path_factory):
    """Return the scenes layer of the sample, made once."""
    output = tmp_path_factory.mktemp("scenes") / "scenes.gpkg"
    run = qgis_process("search_scenes", SOURCE="folder", FOLDER=str(sample), OUTPUT=str(output))
    assert run.code == 0, run.stderr
    return str(output)


@pytest.fixture
def polygon(tmp_path):
    """Return a function that writes polygons (lists of longitude and latitude) as GeoJSON and returns the path."""

    def write(*rings):
        features = [
            {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
            for ring in rings
        ]
        path = tmp_path / "area.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        return str(path)

    return write
