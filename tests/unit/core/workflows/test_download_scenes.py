"""Downloads against a stand-in of CDSE, by https and with tokens."""

import json

import make_sample
import pytest
from downloads import download, find, item, l2a, write
from servers.cdse import Cdse

from sentinel_toolkit.contract.catalogue import DownloadScenesRequest, SearchScenesRequest
from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.workflows import download_scenes, search_scenes


def test_a_second_run_fetches_nothing(online, tmp_path):
    server = Cdse([l2a(0), l2a(1)])
    internet = online(server.hosts)
    found = find(tmp_path)
    download(tmp_path, found, assets=("B04",))
    before = len(internet.seen)
    result, rows = download(tmp_path, found, assets=("B04",), login=None)  # not even a login
    assert (result.downloaded, result.skipped, result.scenes) == (0, 6, 2)
    assert {row["status"] for row in rows} == {"skipped"}
    assert len(internet.seen) == before


def test_area_elsewhere_is_an_error(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    with pytest.raises(NoOverlapError, match="None of the 1 scenes touches"):
        download(tmp_path, find(tmp_path), aoi_wkt="POLYGON((0 0,1 0,1 1,0 0))", aoi_crs="EPSG:4326")


def test_nothing_of_a_secret_is_in_any_file(online, tmp_path):
    server = Cdse([l2a(0), l2a(1)])
    online(server.hosts)
    said = []
    download(tmp_path, find(tmp_path, cache_folder=str(tmp_path / "cache")), report=Report(said.append))
    secrets = ["correct horse", "analyst@example.org", *server._tokens, *server._refresh_tokens]
    texts = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()] + [repr(said).encode()]
    assert len(texts) > 10
    for secret in secrets:
        assert not any(secret.encode() in text for text in texts)


def test_scenes_of_a_folder_are_told_to_stay_where_they_are(tmp_path):
    """What the tutorials do with a sample: nothing is copied, nothing fails, and all scenes are complete."""
    found = tmp_path / "passes.jsonl"
    sample = make_sample.make()
    for product in ("sentinel-3-lst", "sentinel-2-l2a"):
        fields = {"source": "folder", "folder": str(sample), "product": product, "table_path": str(found)}
        count = search_scenes.run(SearchScenesRequest(**fields), Report()).count
        said = []
        paths = {"table_path": str(tmp_path / "files.jsonl"), "scenes_table_path": str(tmp_path / "complete.jsonl")}
        request = DownloadScenesRequest(scenes_path=str(found), output_folder=str(tmp_path / "products"), **paths)
        result = download_scenes.run(request, Report(said.append))
        assert (result.downloaded, result.failed) == (0, 0), "geometry_tn, which the sample's pass lacks, is not needed"
        assert len((tmp_path / "complete.jsonl").read_text().splitlines()) == count
        texts = [str(event) for event in said]
        assert f"0 files to fetch: 0.0 kB; {result.skipped} are here already." in texts
        assert any("of local scenes stay where they are" in text for text in texts)


def test_cut_files_of_an_earlier_run_want_the_same_area(tmp_path):
    line = json.loads(item({"B04": {"href": "https://example.org/B04.tif"}}))
    row = {**line, "scene_id": "scene", "asset": "B04", "status": "failed", "path": "/x/scene-cut-0123abcd/B04.tif"}
    with pytest.raises(InvalidRequestError, match="were cut to another area"):
        download(tmp_path, write(tmp_path / "s.jsonl", json.dumps(row) + "\n"), login=None)
