"""Catalogues that lie, break, drip and flood: a search ends soon, small, with the good scenes or one plain message."""

import contextlib
import gzip
import json
import os
import sys
import threading
import time
from pathlib import Path

import pytest
from servers.loopback import drip
from servers.stac import FaultyStac, item

from sentinel_toolkit.contract.catalogue import SearchScenesRequest
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.jobs import JOBS
from sentinel_toolkit.runtime.client import run_job

SECONDS, MEGABYTES = 90, 1000
DAY = "2023-08-15"


def _changed(**changes):
    return {**item(2), "id": "bad", **changes}


def _with(**properties):
    return _changed(properties={**item(2)["properties"], **properties})


def _asset(href):
    return _changed(assets={"red": {"href": href}, "scl": {"href": href}})


def _deep(levels):
    value = {}
    for _ in range(levels):
        value = {"a": value}
    return value


ROUND = [[15 + n / 1e5, 45 + (n % 7) / 1e3] for n in range(100_000)]
WINDING = ROUND[:4900]
ODD_ITEMS = {
    "no id": lambda: _changed(id=None),
    "id of a megabyte": lambda: _changed(id="x" * 1_000_000),
    "id that climbs": lambda: _changed(id="../../etc/passwd"),
    "id with controls": lambda: _changed(id="a\nb\0c\x1b[31m"),
    "id of HTML": lambda: _changed(id="<img src=x onerror=alert(1)>"),
    "no place": lambda: _changed(geometry=None, bbox=None),
    "bbox of five": lambda: _changed(geometry=None, bbox=[1, 2, 3, 4, 5]),
    "bbox of words": lambda: _changed(geometry=None, bbox=["a", "b", "c", "d"]),
    "bbox beyond all": lambda: _changed(geometry=None, bbox=[-1e300, -1e300, 1e300, 1e300]),
    "100,000 corners": lambda: _changed(geometry={"type": "Polygon", "coordinates": [[*ROUND, ROUND[0]]]}),
    "4900 corners": lambda: _changed(geometry={"type": "Polygon", "coordinates": [[*WINDING, WINDING[0]]]}),
    "a geometry of null": lambda: _changed(geometry={"type": "Polygon", "coordinates": [[[None, None]] * 4]}),
    "no such geometry": lambda: _changed(geometry={"type": "Sphere", "coordinates": 1}),
    "a line": lambda: _changed(geometry={"type": "LineString", "coordinates": [[15, 45], [16, 46]]}),
    "no time": lambda: _with(datetime=None),
    "year 99999": lambda: _with(datetime="99999-01-01T00:00:00Z"),
    "time of a number": lambda: _with(datetime=1_692_000_000),
    "properties of a list": lambda: _changed(properties=[1, 2]),
    "assets of a list": lambda: _changed(assets=[{"href": "https://example.org/B04.tif"}]),
    "asset of this computer": lambda: _asset("file:///etc/passwd"),
    "asset of GDAL": lambda: _asset("/vsicurl/http://127.0.0.1/B04.tif"),
    "asset with a password": lambda: _asset("https://me:secret@example.org/B04.tif"),
    "href of a megabyte": lambda: _asset("https://example.org/" + "a" * 1_000_000),
    "cloud of a word": lambda: _with(**{"eo:cloud_cover": "NaN"}),
    "cloud without end": lambda: _with(**{"eo:cloud_cover": 1e308}),
    "platform of a dict": lambda: _with(platform={"a": 1}),
    "tile that climbs": lambda: _with(**{"grid:code": "MGRS-../../x"}),
    "links of a number": lambda: _changed(links=7),
    "100,000 assets": lambda: _changed(assets={f"a{n}": {"href": "https://e.org/a.tif"} for n in range(100_000)}),
    "nested 5000 deep": lambda: _changed(extra=json.loads('{"a":' * 900 + "1" + "}" * 900)),
    "a null": lambda: None,
    "a number": lambda: 5,
}


class Hostile(FaultyStac):
    """Answers searches by a function of (server, handler)."""

    def __init__(self, answer_search, landing=None):
        super().__init__([item(1)])
        self._answer_search, self._landing = answer_search, landing

    def answer(self, handler, body):
        if handler.path.startswith("/v1/search"):
            return self._answer_search(self, handler)
        if self._landing:
            return self._landing(self, handler)
        return super().answer(handler, body)


def _page(features, **more):
    return {"type": "FeatureCollection", "features": features, "links": [], **more}


def _broken_off(server, handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    handler.wfile.write(b'{"type": "FeatureCollection", "features": [')


def _flood(server, handler):
    server.flooded = getattr(server, "flooded", 0) + 1
    features = [item(server.flooded * 100 + n) for n in range(100)]
    following = {
        "rel": "next",
        "method": "POST",
        "href": f"{server.url}/search",
        "body": {"token": str(server.flooded)},
    }
    return server.send(handler, _page(features, links=[following]))


def _bomb(server, handler):
    packed = gzip.compress(b'{"features": [' + b"{}," * 100_000_000 + b"{}]}", 9)
    return server.send(handler, packed, Content_Encoding="gzip")


def _cycle(server, handler):
    links = [{"rel": "child", "href": f"{server.url}/{(hash(handler.path) + n) % 100_000}"} for n in range(50)]
    return server.send(handler, {"type": "Catalog", "id": "c", "stac_version": "1.0.0", "links": links})


def _status(code, **headers):
    return lambda server, handler: server.send(handler, {"detail": "<b>no</b>"}, code, **headers)


def _following(**link):
    def answer(server, handler):
        return server.send(handler, _page([item(1)], links=[{"rel": "next", **link}]))

    return answer


SERVERS = {
    "HTML": lambda s, h: s.send(h, b"<html>", content_type="text/html"),
    "no list": lambda s, h: s.send(h, {"features": 7}),
    "not UTF-8": lambda s, h: s.send(h, b"\xff\xfe\xfa"),
    "nested without end": lambda s, h: s.send(h, b"[" * 1_000_000),
    "a bomb of 300 MB": _bomb,
    "a drip": lambda s, h: drip(h, 1_000_000, b" ", 1, 100),
    "broken off": _broken_off,
    "always 500": _status(500),
    "wait a year": _status(429, Retry_After="31536000"),
    "401": _status(401),
    "405": _status(405),
    "next is a file": _following(href="file:///etc/passwd"),
    "next is a stranger by http": _following(href="http://192.0.2.1/search"),
    "next is no URL": _following(href="http://[::1"),
    "redirect to a file": _status(302, Location="file:///etc/passwd"),
    "redirects for ever": lambda s, h: s.send(h, b"", 307, Location=f"{s.url}/search"),
}
LANDINGS = {
    "conformance of a number": lambda s, h: s.send(h, {**s.landing(), "conformsTo": 7}),
    "search elsewhere": lambda s, h: s.send(
        h, {**s.landing(), "links": [{"rel": "search", "href": "file:///etc/passwd"}]}
    ),
    "a static catalogue without end": _cycle,
}


def _search(url, folder, **fields):
    """Run the real worker; return (rows, message, seconds, the most megabytes it had)."""
    request = SearchScenesRequest(
        source="earth_search",
        endpoint=url,
        start="2023-08-01",
        end="2023-08-31",
        aoi_wkt="POLYGON((15.2 45.2, 15.8 45.2, 15.8 45.8, 15.2 45.8, 15.2 45.2))",
        aoi_crs="EPSG:4326",
        table_path=str(folder / "t.jsonl"),
        **fields,
    )
    most, done = [0.0], threading.Event()

    def watch():
        while not done.wait(0.05):
            for pid in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split():
                with contextlib.suppress(OSError, IndexError):
                    status = Path(f"/proc/{pid}/status").read_text()
                    most[0] = max(most[0], int(status.split("VmHWM:")[1].split()[0]) / 1024)

    watcher = threading.Thread(target=watch)
    watcher.start()
    begun, message = time.monotonic(), ""
    try:
        run_job(JOBS["search_scenes"], request, sys.executable, lambda event: None, lambda: False)
    except ToolkitError as error:
        message = str(error)
    finally:
        done.set()
        watcher.join()
    rows = (folder / "t.jsonl").read_text().splitlines() if (folder / "t.jsonl").exists() else []
    return [json.loads(row) for row in rows], message, time.monotonic() - begun, most[0]


def _judge(name, found):
    rows, message, seconds, megabytes = found
    print(f"{name:32} {len(rows)} scenes, {seconds:5.1f} s, {megabytes:4.0f} MB  {message[:150]}")
    assert "Internal error" not in message
    assert "Traceback" not in message
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    return rows, message


@pytest.mark.timeout(200)
@pytest.mark.parametrize("name", ODD_ITEMS)
def test_an_odd_item_costs_itself_alone(tmp_path, name):
    odd = ODD_ITEMS[name]()
    with Hostile(lambda server, handler: server.send(handler, _page([item(1), odd]))) as server:
        rows, message = _judge(name, _search(server.url, tmp_path))
    assert message == ""
    assert item(1)["id"] in {row["id"] for row in rows}
    text = json.dumps(rows)
    assert "/etc/passwd" not in text.replace("../../etc/passwd", "")
    assert "secret@" not in text
    assert "/vsicurl" not in text


@pytest.mark.timeout(200)
@pytest.mark.parametrize("name", SERVERS)
def test_a_hostile_server_gets_one_plain_message(tmp_path, name):
    with Hostile(SERVERS[name]) as server:
        _, message = _judge(name, _search(server.url, tmp_path))
    assert message
    assert "\n" not in message.strip()


@pytest.mark.timeout(200)
@pytest.mark.parametrize("name", LANDINGS)
def test_a_hostile_first_page(tmp_path, name):
    answer = lambda server, handler: server.send(handler, _page([item(1)]))  # noqa: E731
    with Hostile(answer, LANDINGS[name]) as server:
        rows, message = _judge(name, _search(server.url, tmp_path))
    assert rows or message


@pytest.mark.timeout(200)
def test_a_flood_ends_with_limit(tmp_path):
    with Hostile(_flood) as server:
        rows, message = _judge("a flood", _search(server.url, tmp_path, limit=50))
    assert message or len(rows) <= 50
