"""Files that are not what the catalogue says."""

import hashlib
import json

import pytest
from downloads import download, find, item, l2a, write
from servers.cdse import Cdse, Fault

from sentinel_toolkit.contract.errors import DownloadError


def test_for_ever_damaged_is_listed_with_both_checksums(online, tmp_path):
    product = l2a()
    server = Cdse([product], fault=lambda path, _: Fault("flip") if "B04" in path else None)
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B03", "B04"))
    (failed,) = [row for row in rows if row["status"] == "failed"]
    assert failed["asset"] == "B04"
    path = next(path for path in product.files if "B04" in path)
    assert hashlib.sha3_256(product.files[path]).hexdigest()[:12] in failed["error"]
    assert failed["attempts"] == 3
    assert not (tmp_path / "products" / product.name / path).exists()
    assert result.scenes == 0, "a scene that lacks a band is not handed on"
    assert rows[0] == failed, "what failed comes first, with the scene"
    assert json.loads(failed["scene"])["type"] == "Feature"


@pytest.mark.parametrize("suffix", [".tiff", ".tif", ".nc", ""])
def test_page_is_no_file_of_any_kind(online, tmp_path, suffix):
    page = b"\n<!DOCTYPE html><html>Sign in</html>"
    server = Cdse()
    online({"example.org": server._handler(get=lambda h: server.send_file(h, h.path, page))})
    line = item({"B04": {"href": f"https://example.org/B04{suffix}"}})
    with pytest.raises(DownloadError, match="something else"):
        download(tmp_path, write(tmp_path / "s.jsonl", line), login=None, assets=("B04",))
