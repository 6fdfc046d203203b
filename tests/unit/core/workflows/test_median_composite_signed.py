"""Planetary Computer's files read where they are: GDAL gets the access token, and nothing that stays does."""

import datetime
import json
import re
from pathlib import Path

import make_sample
import numpy as np
import pytest
import rasterio
from downloads import download, rows_of
from scenes import scenes_file
from servers.cdse import Cdse
from servers.replay import replay

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.imagery import MedianCompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.workflows import median_composite

PC, BLOBS = "planetarycomputer.microsoft.com", "sentinel2l2a01.blob.core.windows.net"
CONTAINER = f"https://{BLOBS}/sentinel2-l2"
AOI = {"aoi_wkt": "POLYGON((18.0 45.89, 18.01 45.89, 18.01 45.9, 18.0 45.9, 18.0 45.89))", "aoi_crs": "EPSG:4326"}


class Blobs:
    """A container that opens to a token that lives; tokens are named one, two, …"""

    def __init__(self, folder):
        self._folder, self._server = folder, Cdse()
        self.living, self.refused, self.given = set(), 0, 0

    def token(self, minutes=45):
        self.given += 1
        name = f"secret{self.given}"
        self.living.add(name)
        expires = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
        return {"msft:expiry": expires.strftime("%Y-%m-%dT%H:%M:%SZ"), "token": f"sv=2020-02-10&sp=rl&sig={name}"}

    @property
    def hosts(self):
        server = self._server
        tokens = server._handler(get=lambda handler: server.json(handler, self.token()))
        handler = server._handler(get=self._get)
        handler.do_HEAD = handler.do_GET
        return {PC: tokens, BLOBS: handler}

    def _get(self, handler):
        path, _, query = handler.path.partition("?")
        signature = re.search(r"sig=(\w+)", query)
        if not signature or signature.group(1) not in self.living:
            self.refused += 1
            return self._server.json(handler, {"error": "AuthenticationFailed"}, 403)
        file = self._folder / path.removeprefix("/sentinel2-l2/")
        if not file.is_file():
            return self._server.json(handler, {"error": "no such blob"}, 404)
        data = file.read_bytes()
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", handler.headers.get("Range") or "")
        first, last = (int(wanted.group(1)), int(wanted.group(2) or len(data))) if wanted else (0, len(data))
        body = data[first : last + 1]
        handler.send_response(206 if wanted else 200)
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("Accept-Ranges", "bytes")
        if wanted:
            handler.send_header("Content-Range", f"bytes {first}-{first + len(body) - 1}/{len(data)}")
        handler.end_headers()
        if handler.command == "GET":
            handler.wfile.write(body)
        return None


@pytest.fixture
def blobs(online, tmp_path, monkeypatch):
    """Return (container, path of scenes in it)."""
    monkeypatch.setitem(gdal.GDAL_OPTIONS, "GDAL_HTTP_RETRY_DELAY", "0.05")
    folder = make_sample.make() / "sentinel-2"
    text = Path(scenes_file(folder, tmp_path / "all.jsonl")).read_text()
    lines = [line for line in text.splitlines() if "MGRS-34TBR" in line]
    path = tmp_path / "scenes.jsonl"
    path.write_text("".join(line.replace(str(folder.resolve()), CONTAINER) + "\n" for line in lines))
    container = Blobs(folder)
    container.internet = online(container.hosts)
    container.lines = lines
    return container, path


def composite(scenes, output):
    request = MedianCompositeRequest(scenes_path=str(scenes), output=str(output), bands=("B04",), **AOI)
    result = median_composite.run(request, Report())
    with rasterio.open(output) as dataset:
        return dataset.read(), result


def test_composite_of_signed_files_is_that_of_the_local_ones(blobs, tmp_path):
    container, path = blobs
    made, result = composite(path, tmp_path / "remote" / "c.tif")
    (tmp_path / "local.jsonl").write_text("\n".join(container.lines) + "\n")
    expected, _ = composite(tmp_path / "local.jsonl", tmp_path / "c.tif")
    assert np.array_equal(made, expected)
    assert result.scenes_used == 7
    assert container.given == 1
    assert container.refused == 0
    for file in (tmp_path / "remote").rglob("*"):
        assert b"secret1" not in file.read_bytes(), file
        assert b"sig=" not in file.read_bytes(), file


def test_download_of_signed_files(blobs, tmp_path):
    container, path = blobs
    path.write_text("".join(json.dumps({"scene": line}) + "\n" for line in path.read_text().splitlines()))
    result, rows = download(tmp_path, path, login=None, assets=("B04", "SCL"), **AOI)
    assert (result.failed, result.scenes) == (0, 7)
    whole, _ = download(tmp_path, path, login=None, assets=("B04",), output_folder=str(tmp_path / "whole"))
    assert whole.failed == 0
    assert container.given == 1
    texts = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert not any(b"secret1" in text or b"sig=" in text for text in texts)
    assert all("?" not in row["href"] for row in [*rows, *rows_of(tmp_path / "files.jsonl")])


def test_errors_of_signed_files_hide_the_token(blobs, tmp_path):
    _, path = blobs
    path.write_text(path.read_text().replace("/B04.tif", "/gone.tif"))
    said = []
    request = MedianCompositeRequest(scenes_path=str(path), output=str(tmp_path / "c.tif"), bands=("B04",), **AOI)
    with pytest.raises(ToolkitError) as caught:
        median_composite.run(request, Report(said.append))
    assert "sig=" not in str(caught.value) + repr(said)
    assert "secret" not in str(caught.value) + repr(said)


def test_no_token_no_file(online, blobs, tmp_path):
    container, path = blobs
    container.internet.hosts[PC] = replay({})
    with pytest.raises(ToolkitError) as caught:
        composite(path, tmp_path / "c.tif")
    assert "planetarycomputer.microsoft.com" in str(caught.value)
