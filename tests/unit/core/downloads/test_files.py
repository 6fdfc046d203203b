"""Names from outside choose no place outside the scene's own."""

import json
from pathlib import Path

from downloads import FOOTPRINT, JP2, download, item, noise, write
from servers.cdse import Cdse


def test_hostile_ids_stay_in_the_folder(online, tmp_path):
    server = Cdse([])
    online(
        {
            **server.hosts,
            "example.org": server._handler(get=lambda h: server.send_file(h, h.path, b"II*\0" + noise(50, 1))),
        }
    )
    item = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": "../../../evil\u202e",
        "geometry": FOOTPRINT.__geo_interface__,
        "properties": {"datetime": "2022-06-15T09:50:31Z", "platform": "sentinel-2a"},
        "links": [],
        "assets": {"B04": {"href": "https://example.org/../../B04.tif"}},
    }
    path = tmp_path / "scenes.jsonl"
    path.write_text(json.dumps({"scene": json.dumps(item)}) + "\n")
    result, rows = download(tmp_path, path, login=None, assets=("B04",))
    assert result.downloaded == 1
    assert Path(rows[0]["path"]).resolve().is_relative_to((tmp_path / "products").resolve())
    assert not list(tmp_path.parent.glob("evil*"))


def test_item_cannot_name_a_file_of_another_product(online, tmp_path):
    """Nodes of anybody's address do not decide where a file goes, but for the scene's own product."""
    server = Cdse()
    online({"example.org": server._handler(get=lambda h: server.send_file(h, h.path, JP2 + b"evil"))})
    victim = tmp_path / "products" / "Documents" / "thesis.jp2"
    victim.parent.mkdir(parents=True)
    victim.write_bytes(b"mine")
    asset = {"href": "https://example.org/Products(1)/Nodes(Documents)/Nodes(thesis.jp2)/$value", "file:size": 16}
    _, rows = download(tmp_path, write(tmp_path / "s.jsonl", item({"B04": asset})), login=None, assets=("B04",))
    assert victim.read_bytes() == b"mine"
    assert Path(rows[0]["path"]).parent.name == "scene"
