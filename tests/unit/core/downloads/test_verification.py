"""Files that are not what the catalogue says."""

import hashlib
import io
import json
import zipfile

import netCDF4
import numpy as np
import pytest
import rasterio
from downloads import download, find, item, l2a, write
from servers.cdse import Cdse, Fault

from sentinel_toolkit.contract.errors import DownloadError


def test_for_ever_damaged_is_listed_with_both_checksums(online, tmp_path):
    product = l2a()
    server = Cdse([product], fault=lambda path, _: Fault("flip") if "B04" in path else None)
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B03", "B04"))
    (failed,) = [row for row in rows if row["status"] == "failed"]
    assert failed["asset"] == "B04"
    path = next(path for path in product.files if "B04" in path)
    assert hashlib.sha3_256(product.files[path]).hexdigest()[:12] in failed["error"]
    assert failed["attempts"] == 3
    assert not (tmp_path / "products" / product.name / path).exists()
    assert result.scenes == 0, "a scene that lacks a band is not handed on"
    assert rows[0] == failed, "what failed comes first, with the scene"
    assert json.loads(failed["scene"])["type"] == "Feature"


def raster_bytes(driver, tmp_path):
    path = tmp_path / "made"
    pixels = np.random.default_rng(3).integers(0, 4000, (1, 600, 500), dtype=np.uint16)
    options = {"compress": "deflate", "tiled": True} if driver == "GTiff" else {"QUALITY": "100", "REVERSIBLE": "YES"}
    profile = {"driver": driver, "width": 500, "height": 600, "count": 1, "dtype": "uint16", "crs": "EPSG:32633"}
    with rasterio.open(path, "w", transform=rasterio.Affine(10, 0, 5e5, 0, -10, 5e6), **profile, **options) as file:
        file.write(pixels)
    return path.read_bytes()


def netcdf_bytes(tmp_path):
    with netCDF4.Dataset(tmp_path / "made.nc", "w") as dataset:
        dataset.createDimension("x", 50_000)
        dataset.createVariable("v", "f8", ("x",))[:] = np.random.default_rng(3).random(50_000)
    return (tmp_path / "made.nc").read_bytes()


def zip_bytes(_tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.SAFE/x.bin", b"x" * 100_000)
    return made.getvalue()


WITHOUT_LENGTH = {
    ".tif": lambda folder: raster_bytes("GTiff", folder),
    ".jp2": lambda folder: raster_bytes("JP2OpenJPEG", folder),
    ".nc": netcdf_bytes,
    ".zip": zip_bytes,
}


def serve(online, answers, chunked=False):
    """Answer with bodies, one after the other (the last for ever), without saying how long they are."""

    def answer(handler):
        body = answers.pop(0) if len(answers) > 1 else answers[0]
        handler.protocol_version = "HTTP/1.1" if chunked else "HTTP/1.0"
        handler.send_response(200)
        if chunked:
            handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    online({"example.org": Cdse()._handler(get=answer)})


def fetch(tmp_path, suffix):
    line = item({"B04": {"href": f"https://example.org/B04{suffix}"}})
    return download(tmp_path, write(tmp_path / "s.jsonl", line), login=None, assets=("B04",))


@pytest.mark.parametrize("suffix", WITHOUT_LENGTH)
def test_half_a_file_of_no_stated_length_is_fetched_again(online, tmp_path, suffix):
    whole = WITHOUT_LENGTH[suffix](tmp_path)
    serve(online, [whole[: len(whole) // 2], whole[:-3], whole])
    _, rows = fetch(tmp_path, suffix)
    assert rows[0]["attempts"] == 3
    assert rows[0]["checksum"] in ("end", "zip")
    assert (tmp_path / "products").rglob(f"*{suffix}").__next__().read_bytes() == whole


@pytest.mark.parametrize("suffix", [*WITHOUT_LENGTH, ".bin"])
def test_half_a_file_for_ever_is_a_failure(online, tmp_path, suffix):
    whole = WITHOUT_LENGTH.get(suffix, lambda _folder: b"bytes of no known kind")(tmp_path)
    serve(online, [whole[: len(whole) // 2]])
    with pytest.raises(DownloadError):
        fetch(tmp_path, suffix)
    assert not [path for path in (tmp_path / "products").rglob("*") if path.suffix in (suffix, ".part")]


def test_chunks_prove_their_end(online, tmp_path):
    body = b"bytes of no known kind"
    piece = f"{len(body):x}\r\n".encode() + body + b"\r\n"
    serve(online, [piece, piece[:-8], piece + b"0\r\n\r\n"], chunked=True)
    _, rows = fetch(tmp_path, ".bin")
    assert (rows[0]["status"], rows[0]["attempts"]) == ("downloaded", 3)


@pytest.mark.parametrize(("refusals", "failed"), [(1, 0), (3, 0), (99, 1)])
def test_a_passing_refusal_of_the_login_ends_no_file(online, tmp_path, refusals, failed):
    product = l2a()
    fault = lambda path, number: Fault(401) if "B04" in path and number <= refusals else None  # noqa: E731
    server = Cdse([product], fault=fault)
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B03", "B04"))
    assert result.failed == failed
    if failed:
        row = next(row for row in rows if row["asset"] == "B04")
        assert "HTTP 401" in row["error"]
        assert row["attempts"] <= 8


@pytest.mark.parametrize("suffix", [".tiff", ".tif", ".nc", ""])
def test_page_is_no_file_of_any_kind(online, tmp_path, suffix):
    page = b"\n<!DOCTYPE html><html>Sign in</html>"
    server = Cdse()
    online({"example.org": server._handler(get=lambda h: server.send_file(h, h.path, page))})
    line = item({"B04": {"href": f"https://example.org/B04{suffix}"}})
    with pytest.raises(DownloadError, match="something else"):
        download(tmp_path, write(tmp_path / "s.jsonl", line), login=None, assets=("B04",))
