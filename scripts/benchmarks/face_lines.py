"""Some lines of Python in a process of their own, imports and all, as a user's notebook runs them. Started by face.py.

They find ``items`` (of pystac), ``area`` (west, south, east, north), ``lat``, ``lon`` and ``catalogue`` (an address),
and leave ``image``.
"""

import json
import os
import sys
import time
import warnings
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]


def main():
    """Run the lines, answer with the seconds since this process was started and its memory, and keep the image."""
    order = json.loads(sys.argv[1])
    warnings.simplefilter("ignore")  # each library's own, of medians of nothing among them
    import pystac

    west, south, east, north = order["area"]
    known = {
        "items": [pystac.Item.from_dict(json.loads(line)) for line in Path(order["items"]).read_text().splitlines()],
        "area": (west, south, east, north),
        "lon": (west + east) / 2,
        "lat": (south + north) / 2,
        "catalogue": order["catalogue"],
    }
    os.chdir(Path(order["target"]).parent)
    exec(compile(order["code"], "docs/python.md", "exec"), known)
    image = known["image"]
    values = image.values
    seconds = time.monotonic() - order["started"]
    import numpy as np

    from benchmarks.process import _peak_mb

    names = [str(name) for name in image["band"].values]
    places = [names.index(band) for band in ("B04", "B08")]
    np.savez(order["target"], values=values[places], x=image["x"].values, y=image["y"].values)
    print(json.dumps({"seconds": seconds, "peak_mb": _peak_mb()}))


if __name__ == "__main__":
    main()
