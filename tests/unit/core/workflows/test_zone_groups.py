"""Zones on a Dask cluster: groups of them are read by workers, the table is the same."""

import json
import multiprocessing

import numpy as np
import pytest
from cluster import Cluster
from scenes import NORTH, WEST, scenes_file, write_scene

from sentinel_toolkit.contract.errors import NoOverlapError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.series import IndexTimeSeriesRequest
from sentinel_toolkit.core.workflows import index_time_series

SIDE = 60
APART = 7000  # metres between tiles: at 1 m a map of all zones has more pixels than a group may have


@pytest.fixture(scope="module")
def scenes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("zones")
    rng = np.random.default_rng(4)
    for number, tile in enumerate(("33TWL", "33TXL", "33TYL")):
        for day in ("05", "15", "25"):
            bands = {name: rng.integers(0, 9000, (SIDE, SIDE)).astype(np.uint16) for name in ("B04", "B08")}
            write_scene(folder / "in", f"202301{day}", bands, west=WEST + APART * number, tile=tile)
    return scenes_file(folder / "in", folder / "scenes.jsonl")


def table_of(scenes, folder, name, zones, **fields):
    path = folder / "zones.jsonl"
    path.write_text("".join(json.dumps({"name": f"z{number}", "wkt": wkt}) + "\n" for number, wkt in enumerate(zones)))
    table = folder / f"{name}.jsonl"
    request = IndexTimeSeriesRequest(
        scenes_path=scenes,
        zones_path=str(path),
        zones_crs="EPSG:32633",
        table_path=str(table),
        resolution_m=1.0,
        smoothing="whittaker",
        **fields,
    )
    said = []
    index_time_series.run(request, Report(said.append))
    return table.read_bytes(), [event.text for event in said if getattr(event, "warning", False)]


def square(west, side):
    east, south = west + side, NORTH - side
    return f"POLYGON(({west} {south}, {east} {south}, {east} {NORTH}, {west} {NORTH}, {west} {south}))"


def test_the_table_is_the_one_of_this_process(scenes, tmp_path):
    zones = [square(WEST + APART * (number % 3) + 30 * number, 580 - 40 * number) for number in range(9)]
    with Cluster(2) as running:
        there = table_of(scenes, tmp_path, "there", zones, scheduler=running.address)
        assert there == table_of(scenes, tmp_path, "here", zones)
        away = [*zones, square(WEST + 300_000, 100)]
        named = table_of(scenes, tmp_path, "away", away, scheduler=running.address)
        assert named == table_of(scenes, tmp_path, "away_here", away)
        assert any("Zones of which nothing can be read: z9" in text for text in named[1])
        with pytest.raises(NoOverlapError):
            table_of(scenes, tmp_path, "none", away[-1:], scheduler=running.address)
    assert not multiprocessing.active_children()
