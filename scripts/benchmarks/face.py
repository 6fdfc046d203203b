"""The face for Python beside odc-stac, stackstac and cubo: the lines that docs/python.md shows, each in a process.

Six dates of two bands; the items state scale, offset and no data. Each system runs the page's lines, imports included;
the results must be the same, pixel by pixel, wherever two hold the same pixel. Lines are counted as they stand there.

What each gets right by itself is measured, too: the plain median of each is held against the medians of the numbers in
the files, where a date is cloudy, where one lacks data, and where neither is so. The offset is tried on three archives:
items that state it, items that state none (as Planetary Computer's), and items that state it though the pixels are
shifted already (as the first collection of Earth Search).

The rows of overhead are st.composite and st.time_series, warm, and the workflows that they run; 5 % apart is the aim.
"""

import contextlib
import http.server
import json
import os
import re
import tempfile
import threading
from pathlib import Path

import environments
import numpy as np
import pyproj
import rasterio
from rasterio.windows import from_bounds

from benchmarks import composite_scenes
from benchmarks.comparison import require
from benchmarks.process import ask
from sentinel_toolkit.runtime import environment

COUNT, SIDE = 6, 1024
BANDS = composite_scenes.TWO_BANDS
MASKED = (1, 3, 7, 8, 9, 10)  # and 0: no data
EDGE_M = 700  # between the tile's edge and the area
TOLERANCE = 0.5e-4 + 1e-6  # of reflectance, which ours keeps in steps of 0.0001
OURS, ROUNDS = "Sentinel Toolkit", 2
PAGE = environments.ROOT / "docs" / "python.md"
PLAIN = {
    OURS: """
import sentinel_toolkit as st
image = st.composite(items, area, bands=["B04", "B08"])
""",
    "odc-stac": """
import odc.stac
cube = odc.stac.load(items, ["B04", "B08"], bbox=area, crs="EPSG:32633", resolution=10)
image = cube.median("time").to_array("band")
""",
    "stackstac": """
import stackstac
bands = ["B04", "B08"]
cube = stackstac.stack(items, bands, bounds_latlon=area, epsg=32633, resolution=10, xy_coords="center")
image = cube.median("time").compute()
""",
    "cubo": """
import cubo
what = "sentinel-2-l2a", "2023-01-01", "2023-12-31", ["B04", "B08"]
image = cubo.create(lat, lon, *what, 850, stac=catalogue, xy_coords="center").median("time").compute()
""",
}


def run(_full):
    """Return (rows, ratios)."""
    peers = environments.prepare_peers("face")
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as scratch:
        folder = Path(scratch)
        archives = _archives(folder)
        rows = {name: _row(name, code, archives, folder, peers) for name, code in shown_lines().items()}
        _compare(folder, rows)
        found = [*rows.values(), *overhead(folder / "overhead")]
    ours = rows[OURS]["seconds"]
    return found, {name: row["seconds"] / ours for name, row in rows.items() if name != OURS}


def shown_lines():
    """Return {system: its lines} of the page's section Beside others."""
    section = PAGE.read_text("utf-8").partition("## Beside others")[2].partition("\n## ")[0]
    (block,) = re.findall(r"^```python\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    parts = re.split(r"^# (.*)$", block, flags=re.MULTILINE)[1:]
    return {name.partition(",")[0]: code.strip() for name, code in zip(parts[::2], parts[1::2], strict=True)}


def _row(name, code, archives, folder, peers):
    """Return the measurements of a system."""
    measured = [_ask(name, code, archives["stated"], folder / f"{name}.npz", peers) for _ in range(ROUNDS)]
    best = min(measured, key=lambda row: row["seconds"])
    alone = {archive: _alone(name, table, folder, peers) for archive, table in archives.items()}
    offsets = {f"offset {archive}": judged["offset"] for archive, judged in alone.items()}
    judged = {"mask": alone["stated"]["mask"], **offsets, "no data": alone["stated"]["no data"]}
    told = {key: "by itself" if is_right else "caller" for key, is_right in judged.items()}
    lines = sum(bool(line.strip()) for line in code.splitlines())
    return {"system": name, "lines": lines, "seconds": best["seconds"], "peak_mb": best["peak_mb"], **told}


def _ask(name, code, table, target, peers):
    """Return the row of a system's lines in a process of its own, and keep its image."""
    python = environments.python_of("worker") if name == OURS else peers
    items = [json.loads(line) for line in Path(table).read_text().splitlines()]
    with catalogue(items) as address:
        order = {"code": code, "items": str(table), "area": _area(), "catalogue": address, "target": str(target)}
        return ask(python, "face_lines.py", environment.child_variables(os.environ), **order)


def _area():
    """Return the (west, south, east, north) box, in degrees, of a square inside the tile."""
    to_lonlat = pyproj.Transformer.from_crs(composite_scenes.EPSG, 4326, always_xy=True)
    west, north = composite_scenes.WEST + EDGE_M, composite_scenes.NORTH - EDGE_M
    east, south = (composite_scenes.WEST + 10 * SIDE - EDGE_M, composite_scenes.NORTH - 10 * SIDE + EDGE_M)
    return [round(value, 5) for value in to_lonlat.transform_bounds(west, south, east, north)]


def _archives(folder):
    """Make the scenes; return {archive: table of items}."""
    silent = composite_scenes.make_scenes(folder / "scenes", COUNT, SIDE, BANDS)
    items = [json.loads(line) for line in silent.read_text().splitlines()]
    (folder / "shifted").mkdir()
    archives = {"stated": items, "silent": items, "shifted": [_shifted(item, folder / "shifted") for item in items]}
    tables = {}
    for name, members in archives.items():
        tables[name] = folder / f"{name}.jsonl"
        told = members if name == "silent" else list(map(_stating, members))
        tables[name].write_text("".join(json.dumps(item) + "\n" for item in told))
    return tables


def _stating(item):
    """Return an item that states scale and offset of its bands."""
    item = json.loads(json.dumps(item))
    for band in BANDS:
        item["assets"][band]["raster:bands"][0] |= {"scale": 0.0001, "offset": -0.1}
    return item


def _shifted(item, folder):
    """Return an item whose files hold numbers that are shifted already, as it says."""
    item = json.loads(json.dumps(item))
    item["properties"]["earthsearch:boa_offset_applied"] = True
    for band in BANDS:
        with rasterio.open(item["assets"][band]["href"]) as raster:
            values, profile = raster.read(), raster.profile
        values = np.where(values > 0, np.maximum(values, 1001) - 1000, 0).astype(values.dtype)
        path = folder / f"{item['id']}_{band}.tif"
        with rasterio.open(path, "w", **{**profile, "driver": "GTiff"}) as raster:
            raster.write(values)
        item["assets"][band]["href"] = str(path)
    return item


@contextlib.contextmanager
def catalogue(items):
    """Give the address of a STAC API with items, as small as cubo's client can do with."""
    conformance = [f"https://api.stacspec.org/v1.0.0/{name}" for name in ("core", "item-search")]
    found = {"type": "FeatureCollection", "features": items, "links": []}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            home = f"http://127.0.0.1:{self.server.server_port}"
            links = [{"rel": "self", "href": home}, {"rel": "root", "href": home}]
            links += [
                {"rel": "search", "type": "application/geo+json", "href": f"{home}/search", "method": way}
                for way in ("GET", "POST")
            ]
            landing = {"type": "Catalog", "id": "here", "stac_version": "1.0.0", "description": "here", "links": links}
            self._answer(found if self.path.startswith("/search") else {**landing, "conformsTo": conformance})

        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self._answer(found)

        def _answer(self, content):
            body = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def _alone(name, table, folder, peers):
    """Return what the plain median of a system gets right by itself: offset, mask and no data."""
    _ask(name, PLAIN[name], table, folder / "plain.npz", peers)
    with np.load(folder / "plain.npz") as image:
        values, x, y = image["values"], image["x"], image["y"]
    items = [json.loads(line) for line in Path(table).read_text().splitlines()]
    dn, classes = _numbers(items, x, y)
    offset = 0.0 if items[0]["properties"].get("earthsearch:boa_offset_applied") else -0.1
    cloudy, lacking = np.isin(classes, MASKED)[:, None], dn == 0
    outside = (classes == 0)[:, None] & ~lacking
    nowhere = ~(cloudy | outside).any(0) & ~lacking.any(0)
    in_cloud = cloudy.any(0) & ~cloudy.all(0) & ~(outside | lacking).any(0)
    at_edge = ~(cloudy & ~lacking).any(0) & ~outside.any(0) & lacking.any(0) & ~lacking.all(0)
    scale = _scale(values, _median(dn, lacking), nowhere)
    places = {"mask": (in_cloud, cloudy | lacking), "no data": (at_edge, lacking)}
    judged = {"offset": np.allclose(scale, (1e-4, offset), atol=1e-6)}
    for what, (place, hidden) in places.items():
        require(place.any(), f"there are pixels that try {what}")
        expected = _median(dn, hidden) * scale[0] + scale[1]
        judged[what] = np.abs(values - expected)[place].max() <= max(TOLERANCE, 0.5 * scale[0])
    return judged


def _scale(values, median, place):
    """Return the (scale, offset) by which an image was made of numbers, where nothing else matters."""
    require(place.sum() > 1000, "there are pixels that are clear on every date")
    scale, offset = np.polyfit(median[place], np.asarray(values[place], float), 1)
    require(np.abs(values[place] - median[place] * scale - offset).max() < max(1e-4, scale), "the image is the median")
    return float(f"{scale:.4g}"), round(float(offset), 4)


def _numbers(items, x, y):
    """Return (DN (date, band, y, x), classes (date, y, x)) of the files at the pixels of an image."""
    box = (x.min() - 5, y.min() - 5, x.max() + 5, y.max() + 5)
    size = {"out_shape": (len(y), len(x))}

    def read(item, band):
        with rasterio.open(item["assets"][band]["href"]) as raster:
            return raster.read(1, window=from_bounds(*box, raster.transform), boundless=True, fill_value=0, **size)

    dn = np.array([[read(item, band) for band in BANDS] for item in items])
    return dn, np.array([read(item, "SCL") for item in items])


def _median(dn, hidden):
    """Return the median of the dates that are not hidden, NaN where all are."""
    values = np.where(hidden, np.nan, dn.astype(np.float32))
    with np.errstate(invalid="ignore"), contextlib.suppress(RuntimeWarning):
        ordered = np.sort(values, axis=0)  # NaN last
        count = (~np.isnan(ordered)).sum(0, keepdims=True)
        low, high = np.maximum(count - 1, 0) // 2, count // 2
        picked = [np.take_along_axis(ordered, np.minimum(place, len(dn) - 1), 0)[0] for place in (low, high)]
    return np.where(count[0] > 0, (picked[0] + picked[1]) / 2, np.nan)


def _compare(folder, rows):
    """Exit with an error unless all images are the same where they hold the same pixel; note how many those are."""
    images = {}
    for name in rows:
        with np.load(folder / f"{name}.npz") as image:
            images[name] = {key: image[key] for key in ("values", "x", "y")}
    ours = images[OURS]
    for name, image in images.items():
        _, here_x, there_x = np.intersect1d(ours["x"], image["x"], return_indices=True)
        _, here_y, there_y = np.intersect1d(ours["y"], image["y"], return_indices=True)
        mine, other = ours["values"][:, here_y][:, :, here_x], image["values"][:, there_y][:, :, there_x]
        require(min(mine.shape) > 0 and len(here_x) > 0.7 * len(ours["x"]), f"the grid of {name} meets ours")
        require(np.array_equal(np.isnan(mine), np.isnan(other)), f"{name} lacks the same pixels")
        require(np.nanmax(np.abs(mine - other)) <= TOLERANCE, f"{name} finds our values")
        rows[name]["same pixels"] = f"{len(here_x)} x {len(here_y)}"


def overhead(folder):
    """Return the rows of functions of the face and of the workflows that they run, in one warm process each."""
    folder.mkdir(parents=True, exist_ok=True)
    table = composite_scenes.make_scenes(folder / "scenes", COUNT, 2 * SIDE, BANDS)
    rows = []
    for job in ("composite", "time_series"):
        order = {"job": job, "items": str(table), "folder": str(folder)}
        face, workflow = ask(environments.python_of("worker"), "face_overhead.py", dict(os.environ), **order)
        share = face / workflow
        rows += [
            {"system": f"st.{job}, warm", "seconds": face, "of the workflow": share},
            {"system": f"its workflow {job}, warm", "seconds": workflow},
        ]
    return rows
