"""Scenes read where they are, over HTTP: the same pixels as from disk, only the parts that are needed, faults survived."""

import json
import time
from pathlib import Path

import make_sample
import numpy as np
import pytest
import rasterio
import rasterio.shutil
from scenes import scenes_file, write_scene
from servers.files import FileServer

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters import gdal, remote_pieces
from sentinel_toolkit.core.workflows import median_composite

AOI = {"aoi_wkt": "POLYGON((18.0 45.89, 18.01 45.89, 18.01 45.9, 18.0 45.9, 18.0 45.89))", "aoi_crs": "EPSG:4326"}


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setitem(gdal.GDAL_OPTIONS, "GDAL_HTTP_RETRY_DELAY", "0.05")


@pytest.fixture
def local(tmp_path):
    """Return the scenes of the eastern tile, as they lie on disk."""
    path = scenes_file(make_sample.make() / "sentinel-2", tmp_path / "all.jsonl")
    lines = [line for line in Path(path).read_text().splitlines() if "MGRS-34TBR" in line]
    (tmp_path / "local.jsonl").write_text("\n".join(lines) + "\n")
    return tmp_path / "local.jsonl"


def moved_to(local, url):
    """Return the same scenes with addresses instead of paths."""
    text = local.read_text().replace(str((make_sample.make() / "sentinel-2").resolve()), url)
    remote = local.with_name("remote.jsonl")
    remote.write_text(text)
    return remote


def composite(scenes, output, said=None, **fields):
    report = Report(said.append if said is not None else lambda event: None)
    request = MedianCompositeRequest(scenes_path=str(scenes), output=str(output), bands=("B04",), **{**AOI, **fields})
    result = median_composite.run(request, report)
    with rasterio.open(output) as dataset:
        return dataset.read(), result


def test_remote_pixels_are_the_local_ones(local, tmp_path):
    expected, _ = composite(local, tmp_path / "a.tif")
    with FileServer(make_sample.make() / "sentinel-2") as server:
        made, result = composite(moved_to(local, server.url), tmp_path / "b.tif")
        sent = server.bytes_sent
    assert np.array_equal(expected, made)
    assert result.scenes_used == 7
    whole = sum(file.stat().st_size for file in (make_sample.make() / "sentinel-2").rglob("*34TBR*/[BS]*[4L].tif"))
    assert sent < 0.5 * whole, "only the tiles that the area needs"
    assert not [path for path in server.paths if not path.endswith(".tif")], "no probing for side-cars"


def test_a_server_that_stumbles_is_asked_again(local, tmp_path):
    expected, _ = composite(local, tmp_path / "a.tif")
    with FileServer(make_sample.make() / "sentinel-2", {"B04.tif": [503, 429], "SCL.tif": [500]}) as server:
        made, result = composite(moved_to(local, server.url), tmp_path / "b.tif")
    assert np.array_equal(expected, made)
    assert result.scenes_used == 7


class UnluckyServer(FileServer):
    """Answers 429 to every tenth request, and leaves one of forty waiting."""

    asked = 0

    def answer(self, handler, with_body):
        self.asked += 1
        if self.asked % 10 == 0:
            return self.send(handler, 429, b"", 0, with_body)
        if self.asked % 40 == 7:
            time.sleep(1.5)
        return super().answer(handler, with_body)


def test_an_unlucky_server_costs_time_and_no_pixel(local, tmp_path, monkeypatch):
    monkeypatch.setattr(remote_pieces.http, "TIMEOUT_S", (5, 0.5))
    monkeypatch.setattr(remote_pieces.http, "BACKOFF_S", 0.01)
    expected, _ = composite(local, tmp_path / "a.tif")
    with UnluckyServer(make_sample.make() / "sentinel-2") as server:
        made, result = composite(moved_to(local, server.url), tmp_path / "b.tif")
        assert server.asked > 40
    assert np.array_equal(expected, made)
    assert result.scenes_used == 7


def test_a_server_without_ranges_is_read_by_gdal(local, tmp_path, monkeypatch):
    monkeypatch.setattr(remote_pieces, "_headers", lambda *_: {})  # whoever asks for no part gets the whole
    expected, _ = composite(local, tmp_path / "a.tif")
    with FileServer(make_sample.make() / "sentinel-2") as server:
        made, _ = composite(moved_to(local, server.url), tmp_path / "b.tif")
    assert np.array_equal(expected, made)


def test_a_scene_that_is_gone_is_skipped_by_name(local, tmp_path):
    name = "S2A_34TBR_20220516_0_L2A"
    said = []
    with FileServer(make_sample.make() / "sentinel-2", {f"{name}/B04.tif": [404] * 99}) as server:
        _, result = composite(moved_to(local, server.url), tmp_path / "o.tif", said)
    assert result.scenes_used == 6
    warning = next(event.text for event in said if getattr(event, "warning", False))
    assert name in warning
    assert "search again" in warning


def test_a_server_that_is_down_is_no_damaged_file(local, tmp_path, monkeypatch):
    monkeypatch.setitem(gdal.GDAL_OPTIONS, "GDAL_HTTP_MAX_RETRY", "0")
    with pytest.raises(UnreadableRasterError, match="Check the network"):
        composite(moved_to(local, "http://127.0.0.1:9"), tmp_path / "o.tif")


def test_a_hostile_server_cannot_name_local_files(local, tmp_path):
    """A VRT where a GeoTIFF is expected could pull any file of this computer into the result."""
    secret = make_sample.make() / "truth" / "temperature_k_10m.tif"
    vrt = (
        "<VRTDataset rasterXSize='9' rasterYSize='9'><VRTRasterBand dataType='UInt16' band='1'><SimpleSource>"
        f"<SourceFilename>{secret}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"
    )
    for line in local.read_text().splitlines():
        folder = tmp_path / "served" / json.loads(line)["id"]
        folder.mkdir(parents=True)
        (folder / "B04.tif").write_text(vrt)
        (folder / "SCL.tif").write_text(vrt)
    with FileServer(tmp_path / "served") as server, pytest.raises(UnreadableRasterError, match="None of the 7 scenes"):
        composite(moved_to(local, server.url), tmp_path / "o.tif")


def write_cogs(folder, count, side):
    """Write scenes of noise as COGs with pieces of 512 pixels; return their lines and the bytes of B04's and SCL's."""
    rng = np.random.default_rng(3)
    needed = 0
    for number in range(count):
        dn = rng.integers(1000, 4000, (side, side)).astype(np.uint16)
        scl = rng.choice([4, 5, 9], (side // 2, side // 2)).astype(np.uint8)
        item = write_scene(folder / "in", f"202308{10 + number}", {"B04": dn, "B08": dn + 1}, scl)
        for file in item.parent.glob("*.tif"):
            with rasterio.open(file) as plain:
                rasterio.shutil.copy(plain, folder / "cog.tif", driver="COG", compress="DEFLATE", blocksize=512)
            (folder / "cog.tif").replace(file)
            with rasterio.open(file) as cog:
                tiles = [f"{x}_{y}" for x in range(-(-cog.width // 512)) for y in range(-(-cog.height // 512))]
                sizes = [int(cog.get_tag_item(f"BLOCK_SIZE_{tile}", "TIFF", bidx=1)) for tile in tiles]
                needed += sum(sizes) if file.name != "B08.tif" else 0
    return scenes_file(folder / "in", folder / "local.jsonl"), needed


@pytest.mark.parametrize("limit", [1024, 600])
def test_only_the_pieces_that_are_needed_are_asked_for_and_many_at_once(tmp_path, limit):
    """From a server with 50 ms of latency; with the smaller limit blocks are smaller than pieces of the classification."""
    local, needed = write_cogs(tmp_path, 6, 1024)
    with FileServer(tmp_path / "in", latency_s=0.05) as server:
        remote = tmp_path / "remote.jsonl"
        remote.write_text(Path(local).read_text().replace(str((tmp_path / "in").resolve()), server.url))
        started = time.monotonic()
        made, _ = composite(remote, tmp_path / "r.tif", aoi_wkt="", aoi_crs="", memory_limit_mb=limit, threads=2)
        seconds = time.monotonic() - started
        sent, requests, at_once = server.bytes_sent, len(server.paths), server.most_at_once
    expected, _ = composite(local, tmp_path / "l.tif", aoi_wkt="", aoi_crs="")
    assert np.array_equal(made, expected)
    print(
        f"limit {limit} MB: {sent / needed:.3f} of the bytes needed, {requests} requests, {at_once} at once, {seconds:.2f} s"
    )
    assert sent <= 1.2 * needed
    assert at_once >= 4
