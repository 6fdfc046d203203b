"""A function of the face and the workflow that it runs, in turns, in one warm process. Started by face.py."""

import json
import sys
import time
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]

import shapely

import sentinel_toolkit as st
from sentinel_toolkit.contract.imagery import CompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import IndexTimeSeriesRequest
from sentinel_toolkit.core.workflows import index_time_series, median_composite

TURNS = 9
BANDS = ("B04", "B08")


def composite(table, _folder):
    """Return (the face, the workflow) of a composite in memory."""
    scenes = st.Scenes.from_file(table)
    request = CompositeRequest(scenes_path=str(table), bands=BANDS)
    return (
        lambda: st.composite(scenes, bands=BANDS, progress=False),
        lambda: median_composite.in_memory(request, Report()),
    )


def time_series(table, folder):
    """Return (the face, the workflow) of a table of a hundred zones, with its page."""
    scenes = st.Scenes.from_file(table)
    west, south, east, north = shapely.from_wkt(scenes.table["geometry"].iloc[0].wkt).buffer(-0.02).bounds
    wide, high = (east - west) / 10, (north - south) / 10
    zones = [
        shapely.box(west + wide * i, south + high * j, west + wide * (i + 0.9), south + high * (j + 0.9))
        for i in range(10)
        for j in range(10)
    ]
    path = folder / "zones.jsonl"
    path.write_text("".join(json.dumps({"name": str(n), "wkt": zone.wkt}) + "\n" for n, zone in enumerate(zones)))
    request = IndexTimeSeriesRequest(
        scenes_path=str(table),
        zones_path=str(path),
        zones_crs="EPSG:4326",
        table_path=str(folder / "table.jsonl"),
        output_html=str(folder / "chart.html"),
    )
    return (
        lambda: st.time_series(scenes, zones, progress=False),
        lambda: index_time_series.run(request, Report()),
    )


def seconds(function):
    """Return how long a call takes."""
    begun = time.perf_counter()
    function()
    return time.perf_counter() - begun


def main():
    """Answer with the least seconds of the two."""
    order = json.loads(sys.argv[1])
    pair = {"composite": composite, "time_series": time_series}[order["job"]](
        Path(order["items"]), Path(order["folder"])
    )
    for function in pair:
        function()
    taken = [[seconds(function) for function in pair] for _ in range(TURNS)]
    print(json.dumps([min(turn[place] for turn in taken) for place in (0, 1)]))


if __name__ == "__main__":
    main()
