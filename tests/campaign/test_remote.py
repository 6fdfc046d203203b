"""Scenes on an unlucky server: tens of requests in flight, some refused, some stalled, tokens that end in mid-job."""

import subprocess
import sys
import threading
import time

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from scenes import scenes_file, write_scene
from servers.files import FileServer

from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters import remote_pieces
from sentinel_toolkit.core.workflows import median_composite

pytestmark = pytest.mark.campaign
COUNT, SIDE = 20, 2048
BANDS = ("B04", "B08")
TOKEN_REQUESTS = 60  # a token is good for
CHILD = """
import sys
sys.path[:0] = {path!r}
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import median_composite
bands = ("B04", "B08")
request = MedianCompositeRequest(scenes_path={scenes!r}, output={output!r}, bands=bands, memory_limit_mb={limit})
median_composite.run(request, Report())
print(int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) // 1024)
"""


class Unlucky(FileServer):
    """Answers 429 to every tenth request, lets one of forty wait for two seconds, and takes a token for so long only."""

    def __init__(self, folder, with_tokens=False):
        self.asked, self.refused, self.token, self._left = 0, 0, 0, TOKEN_REQUESTS
        self._with_tokens, self._own_lock = with_tokens, threading.Lock()
        super().__init__(folder, latency_s=0.05)

    def answer(self, handler, with_body):
        with self._own_lock:
            self.asked += 1
            number = self.asked
            self._left -= 1
            if self._left == 0:
                self.token, self._left = self.token + 1, TOKEN_REQUESTS
            is_refused = self._with_tokens and not handler.path.endswith(f"?token={self.token}")
            self.refused += is_refused
        if is_refused:
            return self.send(handler, 403, b"", 0, with_body)
        if number % 10 == 0:
            return self.send(handler, 429, b"", 0, with_body)
        if number % 40 == 7:
            time.sleep(2)
        return super().answer(handler, with_body)


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    """Return (folder, table) of scenes of noise as COGs."""
    folder = tmp_path_factory.mktemp("remote")
    rng = np.random.default_rng(1)
    for number in range(COUNT):
        dn = rng.integers(1000, 4000, (SIDE, SIDE)).astype(np.uint16)
        scl = rng.choice([4, 5, 9], (SIDE // 2, SIDE // 2)).astype(np.uint8)
        item = write_scene(folder / "in", f"202308{1 + number:02}", {"B04": dn, "B08": dn + 1}, scl)
        for file in item.parent.glob("*.tif"):
            with rasterio.open(file) as plain:
                rasterio.shutil.copy(plain, folder / "cog.tif", driver="COG", compress="DEFLATE", blocksize=512)
            (folder / "cog.tif").replace(file)
    return folder / "in", scenes_file(folder / "in", folder / "local.jsonl")


def moved_to(scenes, url, folder):
    """Return the table of the same scenes with addresses instead of paths."""
    home, table = scenes
    remote = folder / "remote.jsonl"
    with open(table, encoding="utf-8") as local:
        remote.write_text(local.read().replace(str(home.resolve()), url), "utf-8")
    return str(remote)


def pixels_of(table, output, **fields):
    median_composite.run(
        MedianCompositeRequest(scenes_path=str(table), output=str(output), bands=BANDS, **fields), Report()
    )
    with rasterio.open(output) as dataset:
        return dataset.read()


def test_refusals_and_stalls_cost_time_and_no_pixel(scenes, tmp_path):
    expected = pixels_of(scenes[1], tmp_path / "a.tif")
    with Unlucky(scenes[0]) as server:
        started = time.monotonic()
        made = pixels_of(moved_to(scenes, server.url, tmp_path), tmp_path / "b.tif")
        print(f"{server.asked} requests, {server.most_at_once} at once, {time.monotonic() - started:.1f} s")
        assert server.asked > 300
        assert server.most_at_once > 10
    np.testing.assert_array_equal(made, expected)


def test_tokens_that_end_in_mid_job_are_renewed(scenes, tmp_path, monkeypatch):
    expected = pixels_of(scenes[1], tmp_path / "a.tif")
    with Unlucky(scenes[0], with_tokens=True) as server:
        monkeypatch.setattr(remote_pieces, "address_of", lambda href: f"{href}?token={server.token}")
        made = pixels_of(moved_to(scenes, server.url, tmp_path), tmp_path / "b.tif")
        print(f"{server.token} tokens ended, {server.refused} requests were refused")
        assert server.token >= 4
        assert server.refused
    np.testing.assert_array_equal(made, expected)


@pytest.mark.parametrize("limit", [600, 1024])
def test_what_is_in_flight_keeps_within_the_memory(scenes, tmp_path, limit):
    with Unlucky(scenes[0]) as server:
        table = moved_to(scenes, server.url, tmp_path)
        code = CHILD.format(path=sys.path, scenes=table, output=str(tmp_path / "o.tif"), limit=limit)
        done = subprocess.run(
            [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, timeout=280
        )
    peak_mb = int(done.stdout)
    print(f"limit {limit} MB, peak {peak_mb} MB")
    assert peak_mb <= limit + 300
