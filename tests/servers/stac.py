"""STAC servers on loopback: `rustac serve` for the real thing, and one that misbehaves on request."""

import contextlib
import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from servers.loopback import LoopbackServer
from shapely.geometry import box, mapping


def item(number, day="2023-08-15", cloud=10.0, west=15.0, **changes):
    """Return an Earth Search item; ``changes`` replace its top-level members."""
    footprint = box(west, 45, west + 1, 46)
    tile = f"33T{'STUVWXYZ'[number % 8]}L"
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": f"S2A_{tile}_{day.replace('-', '')}_{number}_L2A",
        "collection": "sentinel-2-l2a",
        "geometry": mapping(footprint),
        "bbox": list(footprint.bounds),
        "properties": {
            "datetime": f"{day}T10:00:{number % 60:02d}Z",
            "platform": "sentinel-2a",
            "eo:cloud_cover": cloud,
            "grid:code": f"MGRS-{tile}",
            "s2:processing_baseline": "05.09",
            "s2:product_uri": f"S2A_MSIL2A_{day.replace('-', '')}T095031_N0509_R079_T{tile}_20230815T15{number:04d}.SAFE",
        },
        "links": [{"rel": "self", "href": f"https://example.org/items/{number}"}],
        "assets": {"red": {"href": "https://example.org/B04.tif"}, "scl": {"href": "https://example.org/SCL.tif"}},
        **changes,
    }


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def rustac_server(items, folder):
    """Serve STAC items with rustac; yield the URL."""
    path = folder / "items.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": items}))
    port = free_port()
    program = shutil.which("rustac") or str(Path(sys.executable).with_name("rustac"))
    command = [program, "serve", "--addr", f"127.0.0.1:{port}", str(path)]
    with open(folder / "rustac.log", "wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=1):
                break
            if process.poll() is not None:
                raise RuntimeError((folder / "rustac.log").read_text())
            time.sleep(0.1)
        yield url
    finally:
        process.kill()
        process.wait()


class FaultyStac(LoopbackServer):
    """A STAC API with one fault; ``requests`` counts the searches.

    Faults: ``html``, ``json`` (no STAC), ``429`` (twice, with Retry-After), ``429-for-ever``, ``500``, ``500-later`` (from
    the second page on), ``400``, ``slow``, ``loop`` (the next link repeats the page), ``empty-loop``, ``file-link``, ``http-redirect``, ``null-geometry``, or none.
    """

    def __init__(self, items, fault="", page_size=2, conformance=()):
        self.items, self.fault, self.page_size, self.conformance = items, fault, page_size, conformance
        self.searches = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

            def do_GET(self):
                owner.answer(self, {})

            def do_POST(self):
                length = int(self.headers.get("Content-Length") or 0)
                owner.answer(self, json.loads(self.rfile.read(length) or b"{}"))

        self.handler = Handler
        super().__init__(Handler)
        self.url = f"{self.address}/v1"

    def send(self, handler, body, status=200, content_type="application/json", **headers):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        handler.send_response(status)
        for name, value in {"Content-Type": content_type, "Content-Length": str(len(data)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        with contextlib.suppress(OSError):
            handler.wfile.write(data)

    def answer(self, handler, body):
        if self.fault == "html":
            return self.send(handler, b"<html>Service is down for maintenance</html>", content_type="text/html")
        if self.fault == "json":
            return self.send(handler, {"hello": "world"})
        if self.fault == "slow":
            time.sleep(1.5)
        if not handler.path.startswith("/v1/search"):
            return self.send(handler, self.landing())
        self.searches.append(body)
        count = len(self.searches)
        if self.fault == "429-for-ever" or (self.fault == "429" and count <= 2):
            return self.send(handler, {"message": "Rate limit exceeded"}, 429, Retry_After="1")
        if self.fault == "500-later" and count > 1:
            return self.send(handler, {"detail": "something is wrong"}, 500)
        if self.fault in ("500", "400"):
            return self.send(handler, {"detail": "something is wrong"}, int(self.fault))
        if self.fault == "http-redirect":
            return self.send(handler, b"", 307, Location="http://example.com/v1/search")
        return self.send(handler, self.page(body))

    def landing(self):
        conforms = ["https://api.stacspec.org/v1.0.0/core", "https://api.stacspec.org/v1.0.0/item-search"]
        return {
            "type": "Catalog",
            "stac_version": "1.0.0",
            "id": "faulty",
            "description": "a test",
            "conformsTo": [*conforms, *self.conformance],
            "links": [
                {"rel": "root", "href": self.url, "type": "application/json"},
                {"rel": "self", "href": self.url, "type": "application/json"},
                {"rel": "search", "href": f"{self.url}/search", "type": "application/geo+json", "method": "POST"},
            ],
        }

    def page(self, body):
        start = int(body.get("token") or 0)
        if self.fault in ("loop", "empty-loop"):
            start = 0
        features = (
            [] if self.fault == "empty-loop" and body.get("token") else self.items[start : start + self.page_size]
        )
        links = []
        href = {"file-link": "file:///etc/passwd"}.get(self.fault, f"{self.url}/search")
        if start + self.page_size < len(self.items) or self.fault in ("loop", "empty-loop"):
            follow = {**body, "token": str(start + self.page_size)}
            links = [{"rel": "next", "method": "POST", "href": href, "body": follow}]
        return {"type": "FeatureCollection", "features": features, "links": links}


class Keyed(FaultyStac):
    """A catalogue that remembers the headers it got."""

    def __init__(self, items, **more):
        super().__init__(items, **more)
        self.headers = []

    def answer(self, handler, body):
        self.headers.append(dict(handler.headers))
        return super().answer(handler, body)
