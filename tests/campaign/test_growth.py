"""How composites grow: with dates, with pixels, and with workers of a cluster."""

import json
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from cluster import Cluster
from scenes import scenes_file, write_scene

from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import median_composite

ROUNDS = 3


def write_scenes(folder, count, side):
    """Write scenes of noise as COGs; return their lines."""
    rng = np.random.default_rng(1)
    for number in range(count):
        dn = rng.integers(1000, 2000, (side, side)).astype(np.uint16)
        scl = rng.choice([4, 5, 9], (side // 20, side // 20)).astype(np.uint8).repeat(10, 0).repeat(10, 1)
        scl = np.pad(scl, ((0, side // 2 - len(scl)),) * 2, mode="edge")
        item = write_scene(folder / "in", f"2023{number // 28 + 1:02}{number % 28 + 1:02}", {"B04": dn, "B08": dn}, scl)
        for file in item.parent.glob("*.tif"):
            with rasterio.open(file) as plain:
                rasterio.shutil.copy(plain, folder / "cog.tif", driver="COG", compress="DEFLATE", predictor="YES")
            (folder / "cog.tif").replace(file)
    return scenes_file(folder / "in", folder / "scenes.jsonl")


def seconds_of(scenes, **fields):
    """Return the best of some rounds, and the result."""
    request = MedianCompositeRequest(scenes_path=scenes, output="unused.tif", bands=("B04", "B08"), **fields)
    best = np.inf
    for _ in range(ROUNDS + 1):  # the first warms up
        started = time.monotonic()
        values = median_composite.in_memory(request, Report()).values[:-1]
        best = min(best, time.monotonic() - started)
    return best, values


@pytest.fixture(scope="module")
def sizes(tmp_path_factory):
    """Scenes by (dates, side in pixels)."""
    return {
        (count, side): write_scenes(tmp_path_factory.mktemp(f"s{count}-{side}"), count, side)
        for count, side in ((8, 2048), (16, 2048), (32, 2048), (8, 4096))
    }


def test_growth_is_linear_in_dates_and_pixels(sizes):
    seconds = {size: seconds_of(scenes)[0] for size, scenes in sizes.items()}
    print({f"{count} x {side}²": f"{value:.2f} s" for (count, side), value in seconds.items()})
    assert seconds[16, 2048] < 2.5 * seconds[8, 2048]
    assert seconds[32, 2048] < 2.5 * seconds[16, 2048]
    assert seconds[8, 4096] < 5 * seconds[8, 2048]


def four_times(scenes, path):
    """Write the lines of four times as many dates, of the same files."""
    lines = []
    for month in range(4):
        for item in map(json.loads, Path(scenes).read_text().splitlines()):
            time_ = item["properties"]["datetime"]
            item["id"] = f"{item['id']}_{month}"
            item["properties"]["datetime"] = f"{time_[:5]}{month + 1:02}{time_[7:]}"
            lines.append(json.dumps(item))
    path.write_text("\n".join(lines) + "\n")
    return str(path)


def test_two_workers_do_nearly_twice_the_work(sizes, tmp_path):
    """The whole job, with connecting and sending the package; client and scheduler share the processors."""
    scenes = four_times(sizes[8, 4096], tmp_path / "s.jsonl")
    here = seconds_of(scenes, threads=1)
    with Cluster(1) as running:
        one = seconds_of(scenes, scheduler=running.address)
        running.add_worker()
        two = seconds_of(scenes, scheduler=running.address)
    print(f"one thread here {here[0]:.2f} s, one worker {one[0]:.2f} s, two {two[0]:.2f} s: {one[0] / two[0]:.2f}")
    assert np.array_equal(one[1], here[1])
    assert np.array_equal(two[1], here[1])
    assert one[0] / two[0] >= 1.6
