#!/usr/bin/env python3
"""Measure the toolkit and its peers on the same work, in one run.

    scripts/benchmark.py NAME [--full] [--json]

NAME: composite (peers: odc-stac, stackstac), jp2 (peer: odc-stac), remote (peers: odc-stac, stackstac), scaling (ours
alone, on more and more workers and in shards), animation (peer: the tutorial's way), gridding (peers: pyresample,
GDAL), sharpening (peers: the tutorial's way, pyDMS), download (peer: curl), writing (peer: GDAL's COG driver),
face (peers: odc-stac, stackstac, cubo; the lines that docs/python.md shows).
Without --full, the headline size alone. --json prints
{"name", "rows": [{"system", "seconds", "peak_mb", …}], "ratios": {peer: peer seconds / our seconds}}.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import environments

if __name__ == "__main__":
    environments.enter("worker")

import json

from benchmarks import animation, composite, download, face, gridding, jp2, remote, scaling, sharpening, writing

BENCHMARKS = {
    "composite": composite.run,
    "jp2": jp2.run,
    "remote": remote.run,
    "scaling": scaling.run,
    "animation": animation.run,
    "gridding": gridding.run,
    "sharpening": sharpening.run,
    "download": download.run,
    "face": face.run,
    "writing": writing.run,
}


def main():
    """Run one benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=BENCHMARKS)
    parser.add_argument("--full", action="store_true", help="sweep sizes")
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    options = parser.parse_args()
    rows, ratios = BENCHMARKS[options.name](options.full)
    if options.json:
        print(json.dumps({"name": options.name, "rows": rows, "ratios": ratios}))
        return
    columns = list(dict.fromkeys(key for row in rows for key in row))
    widths = {column: max(len(column), *(len(text(row.get(column))) for row in rows)) for column in columns}
    for line in ({column: column for column in columns}, *rows):
        print("  ".join(text(line.get(column)).ljust(widths[column]) for column in columns).rstrip())
    for peer, ratio in ratios.items():
        print(f"{peer}: {ratio:.2f} (its seconds / ours: above 1 we are faster)")


def text(value):
    """Return a cell of the table."""
    return f"{value:.2f}" if isinstance(value, float) else "" if value is None else str(value)


if __name__ == "__main__":
    main()
