"""What pip installs: the package with what its core needs beside it, from the checkout and from the sdist alike."""

import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import numpy as np
import pytest
from scenes import scenes_file, write_scene

from sentinel_toolkit import paths
from sentinel_toolkit.contract.extras import EXTRAS
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.runtime.environment import child_variables, interpreter_in
from sentinel_toolkit.runtime.steps import Steps
from sentinel_toolkit.runtime.uv import fetch_uv, find_base_python

ROOT = Path(__file__).resolve().parents[1]
BUILD = "import sys, hatchling.build as backend; print(getattr(backend, sys.argv[1])(sys.argv[2]))"
JOB = """
import sys
sys.path.insert(0, sys.argv[1])
from sentinel_toolkit import paths
from sentinel_toolkit.contract.extras import EXTRAS
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import median_composite

assert paths.PACKAGE.parent.samefile(sys.argv[1]), paths.PACKAGE
request = MedianCompositeRequest(scenes_path="scenes.jsonl", output="composite.tif", bands=("B04",))
median_composite.run(request, Report())
print(paths.version())
"""


def built(hook, folder, source=ROOT):
    """Return what a hook of the backend makes of a source tree, as ``pip wheel`` and ``python -m build`` call it."""
    command = [sys.executable, "-I", "-c", BUILD, hook, str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=True)
    return folder / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built("build_wheel", tmp_path_factory.mktemp("wheel"))


def names_in(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_package_and_its_resources_and_nothing_else(wheel):
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "sentinel_toolkit").rglob("*") if path.is_file()}
    command = ["git", "ls-files", "metadata.txt", "resources"]
    beside = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    expected = {name for name in package if "__pycache__" not in name} | {f"sentinel_toolkit/{name}" for name in beside}
    assert {name for name in names_in(wheel) if ".dist-info/" not in name} == expected


def test_the_metadata_are_those_of_the_project(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        fields = Parser().parsestr(archive.read(name).decode())
    assert fields["Version"] == paths.version()
    required = [re.match(r"[\w-]+", text)[0] for text in fields.get_all("Requires-Dist")]
    listed = [
        name.lower()
        for file in (ROOT / "resources").glob("requirements*.in")
        for name in re.findall(r"^[\w-]+", file.read_text("utf-8"), re.MULTILINE)
    ]
    assert sorted(required) == sorted(listed)
    assert set(fields.get_all("Provides-Extra")) == {*EXTRAS, "geo", "notebook"}
    assert (
        sum("extra ==" in text for text in fields.get_all("Requires-Dist")) == len(EXTRAS) + 3
    )  # geopandas; tqdm, ipywidgets
    base = [text for text in fields.get_all("Requires-Dist") if "extra ==" not in text]
    assert {"xarray", "rioxarray", "pandas"} <= {re.match(r"[\w-]+", text)[0] for text in base}
    assert any(name.endswith("/licenses/LICENSE") for name in names_in(wheel))


def test_the_plugin_installs_nothing_of_the_face_for_python():
    locked = (ROOT / "resources" / "requirements.lock").read_text("utf-8")
    assert not re.findall(r"^(?:dask|rioxarray|geopandas|tqdm)==", locked, re.MULTILINE)


@pytest.mark.campaign
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_pip_installs_it_where_nothing_is(version, tmp_path):
    """On every Python that uv finds or fetches: the wheel, its libraries, a search, and the command."""
    uv = str(fetch_uv(Steps(Report(), child_variables(os.environ)), find_base_python()).program)
    if subprocess.run([uv, "python", "find", version], capture_output=True).returncode:
        pytest.skip(f"there is no Python {version} here")
    subprocess.run([uv, "venv", "--quiet", "--python", version, str(tmp_path / "fresh")], check=True)
    python = str(interpreter_in(tmp_path / "fresh"))
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, str(ROOT)], check=True)
    bands = {"B04": np.full((20, 20), 2000, np.uint16)}
    write_scene(tmp_path / "scenes", "20230601", bands, np.full((10, 10), 4, np.uint8))
    code = (
        "import sentinel_toolkit as st; scenes = st.search(start='2023', end='2023', folder='scenes'); "
        "print(float(st.composite(scenes, bands=['B04']).mean()))"
    )
    done = subprocess.run([python, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert float(done.stdout) == pytest.approx(0.2)
    program = str(Path(python).with_name("sentinel-toolkit"))
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["sentinel-toolkit", paths.version()]


def test_the_sdist_makes_the_same_wheel(wheel, tmp_path):
    with tarfile.open(built("build_sdist", tmp_path)) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Debian 12's Python knows none yet
        archive.extractall(tmp_path)
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    again = built("build_wheel", tmp_path, source)
    with zipfile.ZipFile(wheel) as here, zipfile.ZipFile(again) as there:
        assert {name: here.read(name) for name in here.namelist()} == {
            name: there.read(name) for name in there.namelist()
        }


def test_a_job_runs_from_the_wheel(wheel, tmp_path):
    """In another folder and by its own path alone; with style and item, which need the resources."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    bands = {"B04": np.full((20, 20), 2000, np.uint16)}
    write_scene(tmp_path / "scenes", "20230601", bands, np.full((10, 10), 4, np.uint8))
    scenes_file(tmp_path / "scenes", tmp_path / "scenes.jsonl")
    command = [sys.executable, "-I", "-c", JOB, str(tmp_path / "site")]
    # numba keeps what it compiles by the path of the source, which is a new one each time: compiling everything anew for
    # 400 pixels took minutes on a busy machine.
    variables = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    done = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [paths.version()]
    assert "<qgis" in (tmp_path / "composite.qml").read_text("utf-8")
    item = json.loads((tmp_path / "composite.json").read_text("utf-8"))
    assert item["properties"]["processing:software"] == {"Sentinel Toolkit": paths.version()}
