"""Peak memory of the real worker against MEMORY_LIMIT, on scenes of the full size of a tile."""

import datetime
import subprocess
import sys
import time

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from scenes import scenes_file, write_band, write_scene

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


COMPOSITE = """
import sys
sys.path[:0] = {path!r}
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import median_composite
request = MedianCompositeRequest(scenes_path={scenes!r}, output={output!r}, memory_limit_mb={limit}, method={method!r})
print(median_composite.run(request, Report()).scenes_used)
status = open("/proc/self/status").read()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.fixture(scope="module")
def sixty(tmp_path_factory):
    """Sixty scenes of four bands of a whole tile; each file is one of three, for the sake of the disk."""
    folder = tmp_path_factory.mktemp("sixty")
    rng = np.random.default_rng(0)
    noise = rng.integers(0, 400, (1100, 1100)).astype(np.uint16)
    template = noise[:20, :20]
    for number in range(3):
        dn = np.tile(noise + 1500 + 100 * number, (10, 10))[:SIDE, :SIDE]
        write_band(folder / "plain.tif", dn, 10)
        copy_as_cog(folder / "plain.tif", folder / f"band{number}.tif")
        scl = rng.choice([4, 5, 9], (SIDE // 20, SIDE // 20)).astype(np.uint8).repeat(10, 0).repeat(10, 1)
        write_band(folder / "plain.tif", scl, 20)
        copy_as_cog(folder / "plain.tif", folder / f"scl{number}.tif")
    for number in range(60):
        day = datetime.date(2023, 1, 1) + datetime.timedelta(days=5 * number)
        item = write_scene(
            folder / "in", f"{day:%Y%m%d}", dict.fromkeys(("B02", "B03", "B04", "B08"), template), resolution=5490
        )
        for file in item.parent.glob("*.tif"):
            file.unlink()
            file.hardlink_to(folder / f"{'scl' if file.name == 'SCL.tif' else 'band'}{number % 3}.tif")
    return scenes_file(folder / "in", folder / "scenes.jsonl")


def copy_as_cog(source, target):
    with rasterio.open(source) as plain:
        rasterio.shutil.copy(plain, target, driver="COG", compress="DEFLATE", predictor="YES", num_threads="ALL_CPUS")


@pytest.mark.timeout(1200)
@pytest.mark.parametrize(("method", "limit"), [("median", 1024), ("median", 2048), ("latest", 1024)])
def test_a_year_of_a_whole_tile_stays_below_the_limit(sixty, tmp_path, method, limit):
    code = COMPOSITE.format(path=sys.path, scenes=sixty, output=str(tmp_path / "o.tif"), limit=limit, method=method)
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    used, peak_mb = map(int, done.stdout.split())
    print(f"{method}, limit {limit} MB, peak {peak_mb} MB, {time.monotonic() - started:.0f} s")
    assert used == 60
    assert peak_mb <= limit + 300
