"""What the remote benchmark asks of everybody: where, of what, and how requests are counted. Standard library alone."""

import json
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

EPSG = 32633
NDVI_BANDS = ("B04", "B08")
# West, south, east, north: 10 km and 300 m of whole pixels. The area meets 3 x 3 pieces of 512 pixels, and on every
# fourth date the edge of the swath; the field lies in one piece.
AREA = 611_000, 5_088_000, 621_000, 5_098_000
FIELD = 618_000, 5_092_700, 618_300, 5_093_000


def wkt(bounds):
    """Return a rectangle as WKT."""
    west, south, east, north = bounds
    return f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


def read_items(scenes):
    """Return the STAC items of a table of scenes."""
    return [json.loads(line) for line in Path(scenes).read_text().splitlines()]


def counted(timed, scenes, system, function, *arguments):
    """Return what ``timed`` does, with what the server of the scenes was asked for meanwhile."""
    _counts(scenes)
    result, row = timed(system, function, *arguments)
    return result, {**row, **_counts(scenes)}


def _counts(scenes):
    """Return what the server has been asked for since this was last called."""
    address = urlsplit(read_items(scenes)[0]["assets"]["SCL"]["href"])
    with urllib.request.urlopen(f"{address.scheme}://{address.netloc}/counts") as answer:
        return json.load(answer)
