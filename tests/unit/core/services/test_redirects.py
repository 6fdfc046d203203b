"""Redirects of rasters that GDAL reads: each step is judged by us, before GDAL sees the address."""

import re

import numpy as np
import pytest
from scenes import write_band
from servers.cdse import Cdse, Fault

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.door import open_raster, open_scene_raster
from sentinel_toolkit.core.services import endpoints, redirects

HOST, MIRROR = "data.example.org", "mirror.example.org"
INSIDE = (
    *("http://127.0.0.1:9/x.tif", "https://127.0.0.1/x.tif", "https://127.1/x.tif", "https://2130706433/x.tif"),
    *("https://localhost./x.tif", "https://[::ffff:127.0.0.1]/x.tif", "https://0.0.0.0/x.tif", "https://[::1]/x.tif"),
    *("https://10.0.0.1/x.tif", "https://192.168.1.1/x.tif", "https://169.254.169.254/latest", "https://[fd00::1]/x"),
    *("http://mirror.example.org/x.tif", "file:///etc/passwd", "ftp://mirror.example.org/x.tif"),
)


@pytest.fixture
def hosts(tmp_path):
    """Return a function that makes a host redirect to an address, and another one serve a raster."""
    path = tmp_path / "B04.tif"
    write_band(path, np.ones((60, 60), np.uint16), 10)
    data, server = path.read_bytes(), Cdse()

    def made(target):
        def redirect(handler):
            Fault("redirect", target=target)(server, handler, "", b"")

        def send(handler):
            wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", handler.headers.get("Range") or "")
            first, last = (int(wanted.group(1)), int(wanted.group(2) or len(data))) if wanted else (0, len(data))
            body = data[first : last + 1]
            handler.send_response(206 if wanted else 200)
            handler.send_header("Content-Length", str(len(body)))
            if wanted:
                handler.send_header("Content-Range", f"bytes {first}-{first + len(body) - 1}/{len(data)}")
            handler.end_headers()
            if handler.command == "GET":
                handler.wfile.write(body)

        handlers = {HOST: server._handler(get=redirect), MIRROR: server._handler(get=send)}
        for handler, answer in zip(handlers.values(), (redirect, send), strict=True):
            handler.do_HEAD = lambda self, answer=answer: answer(self)
        return handlers

    return made


@pytest.fixture(autouse=True)
def _none_is_known(monkeypatch):
    monkeypatch.setattr(redirects, "_known", {})


@pytest.mark.parametrize("opened", [open_raster, open_scene_raster])
@pytest.mark.parametrize("target", INSIDE)
def test_no_redirect_from_outside_leads_inside(online, hosts, target, opened):
    internet = online(hosts(target))
    with gdal.environment(), pytest.raises(UnreadableRasterError, match="which is not followed"):
        opened(f"https://{HOST}/B04.tif")
    assert internet.unknown == []
    assert len(internet.seen) == 1


def test_a_redirect_in_the_open_is_read_where_it_leads(online, hosts):
    internet = online(hosts(f"https://{MIRROR}/B04.tif"))
    for _ in range(2):
        with gdal.environment(), open_scene_raster(f"https://{HOST}/B04.tif") as dataset:
            assert dataset.read(1).all()
    asked = [host for host, *_ in internet.seen]
    assert asked.count(HOST) == 1  # by us: GDAL meets no redirect


def test_circles_end(online, hosts):
    online(hosts(f"https://{HOST}/B04.tif"))
    with gdal.environment(), pytest.raises(UnreadableRasterError, match="without end"):
        open_scene_raster(f"https://{HOST}/B04.tif")


def test_hosts_that_we_know_are_not_asked():
    for host in endpoints.PIXEL_HOSTS:
        assert redirects.resolved(f"https://{host}/a.tif") == f"https://{host}/a.tif"
    assert redirects.resolved("http://127.0.0.1:1/a.tif") == "http://127.0.0.1:1/a.tif"
