"""Peak memory of the real worker against MEMORY_LIMIT, on scenes of the full size of a tile."""

import subprocess
import sys

import numpy as np
import pytest
from scenes import scenes_file, write_scene

SIDE = 10_980

CODE = """
import sys
sys.path[:0] = {path!r}
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import median_composite
request = MedianCompositeRequest(scenes_path={scenes!r}, output={output!r}, bands=("B04",), memory_limit_mb={limit}, **{fields!r})
median_composite.run(request, Report())
status = open("/proc/self/status").read()  # not getrusage: that inherits the peak of the process that started us
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tile")
    for number in range(3):
        dn = np.full((SIDE, SIDE), 1500 + 100 * number, np.uint16)
        write_scene(folder / "in", f"202308{10 + number}", {"B04": dn})
    return scenes_file(folder / "in", folder / "scenes.jsonl")


@pytest.mark.parametrize("limit", [600, 1024])
@pytest.mark.parametrize(
    "fields",
    [
        {"resolution_m": 10},
        {"resolution_m": 10, "crs": "EPSG:3035"},
        {"resolution_m": 300, "crs": "EPSG:3035", "threads": 8},
        {"resolution_m": 640, "threads": 8},
    ],
)
def test_memory_stays_below_the_limit(scenes, tmp_path, limit, fields):
    code = CODE.format(path=sys.path, scenes=scenes, output=str(tmp_path / "o.tif"), limit=limit, fields=fields)
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, timeout=280)
    peak_mb = int(done.stdout)
    print(f"limit {limit} MB, peak {peak_mb} MB, {fields}")
    assert peak_mb <= limit
