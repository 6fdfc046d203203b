"""Tables that a request names: whatever stands there, one message of ours."""

import json
import os

import pytest

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.series import IndexTimeSeriesRequest
from sentinel_toolkit.core.downloads.table import read_orders
from sentinel_toolkit.core.results.inputs import sources_of
from sentinel_toolkit.core.scenes.rows import read_lines, read_rows
from sentinel_toolkit.core.scenes.scene_table import read_scenes
from sentinel_toolkit.core.series.zone_layer import read_zones
from sentinel_toolkit.core.thermal.sources import _best_pair

BAD = {
    "binary": b"\x89PNG\r\n\x1a\n\xff\xfe\x00",
    "utf-16": "{}".encode("utf-16"),
    "text": b"hello\n",
    "number": b"5\n",
    "list": b"[1, 2]\n",
    "null": b"null\n",
    "deep": b"[" * 100_000 + b"\n",
    "cut": b'{"scene": "{\n',
    "odd values": b'{"scene": 5, "name": 7, "wkt": [], "rank": {}, "status": {}, "scene_id": [1], "path": 4}\n',
}
READERS = {
    "scenes": read_scenes,
    "orders": read_orders,
    "zones": read_zones,
    "pairs": _best_pair,
    "rasters": lambda path: read_rows(path, "RASTERS", ("path",)),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", [*BAD, "missing", "folder", "device"])
def test_what_is_no_table_is_refused_in_words(tmp_path, reader, kind):
    path = tmp_path / "table"
    if kind in BAD:
        path.write_bytes(BAD[kind])
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path = os.devnull
    with pytest.raises(InvalidRequestError) as caught:
        READERS[reader](str(path))
    assert caught.value.hint


def test_a_missing_table_is_named_as_its_parameter():
    with pytest.raises(InvalidRequestError, match=r"ZONES '/no/where' is not there"):
        list(sources_of(IndexTimeSeriesRequest(raster_folder="/no", zones_path="/no/where")))


def test_a_row_says_what_it_lacks(tmp_path):
    (tmp_path / "t").write_text(json.dumps({"path": "a"}) + "\n" + json.dumps({"path": None}) + "\n")
    assert len(list(read_lines(tmp_path / "t", "RASTERS"))) == 2
    with pytest.raises(InvalidRequestError, match="RASTERS holds a line without a text 'path'"):
        read_rows(tmp_path / "t", "RASTERS", ("path",))
