"""Tables that a download takes: of scenes, of pairs, of files of an earlier run."""

import json
from pathlib import Path

import pytest
from downloads import download, find, l2a, rows_of, write
from servers.cdse import DOWNLOAD, Cdse, Fault

from sentinel_toolkit.contract.errors import InvalidRequestError


def test_the_table_of_an_earlier_run_retries_only_what_failed(online, tmp_path):
    first, second = l2a(0), l2a(1)
    server = Cdse([first, second], fault=lambda path, _: Fault("flip") if second.id in path and "B03" in path else None)
    internet = online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B03", "B04"))
    assert result.failed == 1
    server.fault = lambda *_: None
    internet.seen.clear()
    only_failed = tmp_path / "only_failed.jsonl"
    only_failed.write_text("".join(json.dumps(row) + "\n" for row in rows if row["status"] == "failed"))
    for table, scenes in ((tmp_path / "files.jsonl", (first, second)), (only_failed, (second,))):
        text = table.read_text()
        result, again = download(tmp_path, table, table_path=str(tmp_path / "second.jsonl"))
        assert result.failed == 0
        assert result.scenes == len(scenes), "the complete scenes of the whole table"
        assert {row["scene_id"] for row in again} == {scene.name.removesuffix(".SAFE") for scene in scenes}
        assert table.read_text() == text
    fetched = [path for host, path, _ in internet.seen if host == DOWNLOAD and "manifest" not in path]
    assert len(fetched) == 1
    assert "B03" in fetched[0]


def test_a_table_without_failures_gives_the_scenes_again(online, tmp_path):
    server = Cdse([l2a()])
    internet = online(server.hosts)
    download(tmp_path, find(tmp_path), assets=("B04",))
    internet.seen.clear()
    result, _ = download(tmp_path, tmp_path / "files.jsonl", table_path=str(tmp_path / "second.jsonl"), login=None)
    assert (result.downloaded, result.skipped, result.failed, result.scenes) == (0, 3, 0, 1)
    assert internet.seen == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"name": "x"}, "no scene"),
        ({"scene": None}, "no scene"),
        ({"scene": "{}"}, "no scene"),
        ({"scene_id": "a", "asset": "B04", "status": "failed", "scene": None}, "has no row with the scene"),
    ],
)
def test_unrelated_rows_are_refused(tmp_path, row, words):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row) + "\n")
    with pytest.raises(InvalidRequestError, match=words):
        download(tmp_path, path)


def test_pairs_count_for_both_scenes(online, tmp_path):
    server = Cdse([l2a(0), l2a(1)])
    online(server.hosts)
    texts = [row["scene"] for row in rows_of(find(tmp_path))]
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"fine_scene": texts[0], "coarse_scene": texts[1]}) + "\n")
    result, _ = download(tmp_path, path, assets=("B04",))
    assert result.scenes == 2


def test_scenes_of_a_csv_keep_their_numbers(online, tmp_path):
    """QGIS reads a CSV with texts alone."""
    server = Cdse([l2a()])
    online(server.hosts)
    (row,) = rows_of(find(tmp_path))
    row = {
        "scene": row["scene"],
        "coverage": "87.5",
        "clear": "0",
        "pass_coverage": "",
        "day_night": "",
        "local_time": "10:50",
    }
    result, _ = download(tmp_path, write(tmp_path / "s.jsonl", json.dumps(row) + "\n"), assets=("B04",))
    (local,) = rows_of(result.scenes_table_path)
    assert (local["coverage"], local["clear"]) == (87.5, 0)


def test_scenes_given_back_are_handed_on(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    first, _ = download(tmp_path, find(tmp_path), assets=("B04",))
    path = write(tmp_path / "again.jsonl", Path(first.scenes_table_path).read_text())
    result, rows = download(tmp_path, path, assets=("B04",), login=None)
    assert (result.skipped, result.failed, result.scenes) == (1, 0, 1)
    assert rows[0]["path"].endswith("_B04_10m.jp2")
