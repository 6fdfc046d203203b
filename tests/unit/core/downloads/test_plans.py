"""What is fetched of a scene: the files that are wanted, each in its place, as its manifest tells."""

import hashlib
import json

import pytest
from downloads import FOOTPRINT, assert_identical, download, find, item, l2a, noise, rows_of, write
from servers.cdse import Cdse, Fault, Product

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import DownloadError, InvalidRequestError
from sentinel_toolkit.contract.report import Report


def test_only_the_wanted_files_of_a_product_come(online, tmp_path):
    product = l2a(bands=("B02", "B03", "B04", "B08", "B11", "SCL"))
    server = Cdse([product])
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B04", "SCL"))
    assert (result.downloaded, result.skipped, result.failed, result.scenes) == (4, 0, 0, 1)
    assert {row["asset"] for row in rows} == {"B04", "SCL", "product_metadata", "granule_metadata"}
    wanted = [path for path in product.files if path.endswith((".xml", "_B04_10m.jp2", "_SCL_20m.jp2"))]
    assert_identical(product, tmp_path / "products", wanted)
    assert not list((tmp_path / "products").rglob("*B11*"))
    assert [row["checksum"] for row in rows] == ["sha3_256"] * 4
    moved = sum(sent for parts in server.sent.values() for _, sent in parts)
    wanted_bytes = sum(len(product.files[path]) for path in wanted)
    assert moved <= 1.02 * wanted_bytes + len(product.files["manifest.safe"])


def test_a_folder_below_which_paths_become_too_long_is_refused_before_the_download(online, tmp_path, monkeypatch):
    product = l2a()
    server = Cdse([product])
    online(server.hosts)
    longest = max(len(str(tmp_path / "products" / product.name / path)) for path in product.files if "_B04_" in path)
    found = find(tmp_path)
    for spare, is_refused in ((len(".part-facts") - 1, True), (len(".part-facts"), False)):
        limit = places.PathLimit("Windows", longest + spare, longest)
        monkeypatch.setattr(places, "path_limit", lambda limit=limit: limit)
        if is_refused:
            with pytest.raises(
                InvalidRequestError, match=r"OUTPUT_FOLDER cannot be written: .*_B04_10m\.jp2: its path"
            ):
                download(tmp_path, found, assets=("B04",))
            assert not list((tmp_path / "products").rglob("*.jp2*"))
        else:
            assert download(tmp_path, found, assets=("B04",))[0].failed == 0


def test_default_assets_are_what_the_jobs_need(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path))
    assert {row["asset"] for row in rows} >= {"B02", "B03", "B04", "B08", "SCL", "product_metadata"}


def test_whole_product_is_a_zip(online, tmp_path):
    product = l2a()
    server = Cdse([product])
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("product",))
    path = tmp_path / "products" / f"{product.name}.zip"
    assert path.read_bytes() == product.zip()
    assert (result.downloaded, rows[0]["checksum"], rows[0]["bytes"]) == (1, "md5", path.stat().st_size)


def test_offline_product_is_listed_and_not_asked_for(online, tmp_path):
    server = Cdse([l2a(0), l2a(1, online=False)])
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path, online_only=False), assets=("B04",))
    assert result.scenes == 1
    assert {row["error"] for row in rows if row["status"] == "failed"} == {
        "The product is offline: it must be ordered at CDSE before it can be downloaded."
    }
    result, _ = download(tmp_path, find(tmp_path, report=Report()), assets=("B04",))
    assert result.failed == 0, "by default Search scenes leaves it out"


@pytest.mark.parametrize("name", ["../../evil.jp2", "/etc/evil.jp2", "..\\evil.jp2", "GRANULE/../../x_B04_10m.jp2"])
def test_manifest_that_names_a_place_outside_is_not_followed(online, tmp_path, name):
    product = l2a()
    product.files["manifest.safe"] = product.files["manifest.safe"].replace(
        next(path for path in product.files if "B04" in path).encode(), name.encode()
    )
    server = Cdse([product])
    online(server.hosts)
    with pytest.raises(InvalidRequestError, match="ASSETS names 'B04', which the scene has not"):
        download(tmp_path, find(tmp_path), assets=("B04",))
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize(
    "fault", [Fault("truncate", 0.7), Fault("drop", 0.3), Fault("page")], ids=lambda fault: fault.kind
)
def test_manifest_has_no_checksum_and_is_verified_all_the_same(online, tmp_path, fault):
    server = Cdse([l2a()], fault=lambda path, number: fault if "manifest" in path and number == 1 else None)
    online(server.hosts)
    result, _ = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.failed == 0


def test_manifest_that_lies_does_not_stay(online, tmp_path):
    """A flipped digit of a checksum is still XML; the next run asks for the manifest again."""
    product = l2a()
    true = product.files["manifest.safe"]
    band = next(path for path in product.files if "B04" in path)
    digest = hashlib.sha3_256(product.files[band]).hexdigest().upper().encode()
    product.files["manifest.safe"] = true.replace(digest, digest[::-1])
    server = Cdse([product])
    online(server.hosts)
    found = find(tmp_path)
    result, _ = download(tmp_path, found, assets=("B03", "B04"))
    assert result.failed == 1
    product.files["manifest.safe"] = true
    result, _ = download(tmp_path, tmp_path / "files.jsonl")
    assert (result.failed, result.downloaded) == (0, 1)


def test_manifest_that_is_none_is_named(online, tmp_path):
    product = l2a()
    product.files["manifest.safe"] = b"<a>" * 10
    server = Cdse([product])
    online(server.hosts)
    with pytest.raises(DownloadError, match=r"manifest\.safe cannot be read"):
        download(tmp_path, find(tmp_path), assets=("B04",))


@pytest.mark.parametrize("fault", ["broken", "offline"])
def test_every_file_of_a_scene_that_cannot_be_looked_up_is_listed(online, tmp_path, fault):
    """Six files are wanted, two of which only the manifest would have named."""
    good, bad = l2a(0), l2a(1, online=fault != "offline")
    if fault == "broken":
        bad.files["manifest.safe"] = bad.files["manifest.safe"][:500]
    online(Cdse([good, bad]).hosts)
    assets = ("B02", "B03", "B04", "SCL")
    _, rows = download(tmp_path, find(tmp_path, online_only=False), assets=assets)
    wanted = {*assets, "product_metadata", "granule_metadata"}
    for status, name in (("downloaded", good.name), ("failed", bad.name)):
        listed = [row for row in rows if row["scene_id"] == name.removesuffix(".SAFE")]
        assert [row["status"] for row in listed] == [status] * 6
        assert {row["asset"] for row in listed} == wanted


def test_unknown_asset_says_what_there_is(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    with pytest.raises(InvalidRequestError, match="ASSETS names 'slc', which the scene has not. There is B02, B03"):
        download(tmp_path, find(tmp_path), assets=("B04", "slc"))
    assert not list((tmp_path / "products").rglob("*.jp2"))


def test_sentinel_3_comes_by_nodes_without_its_meteorology(online, tmp_path):
    name = "S3A_SL_2_LST____20220615T092132_20220615T092432_20220616T180923_0179_086_264_2160_PS1_O_NT_004.SEN3"
    stems = ("LST_in", "LST_ancillary_ds", "flags_in", "geodetic_in", "geometry_tn", "met_tx", "time_in")
    files = {f"{stem}.nc": b"\x89HDF" + noise(5000, index) for index, stem in enumerate(stems)}
    product = Product(name, files, FOOTPRINT, product_type="SL_2_LST___", cloud=None).with_manifest()
    server = Cdse([product])
    online(server.hosts)
    found = find(tmp_path, product="sentinel-3-lst")
    assert rows_of(found)[0]["timeliness"] == "NT"
    result, rows = download(tmp_path, found)
    assert (result.failed, result.scenes) == (0, 1)
    assert {row["asset"] for row in rows} == {
        "LST",
        "LST_ancillary_ds",
        "flags_in",
        "geodetic_in",
        "geometry_tn",
        "manifest",
    }
    assert not (tmp_path / "products" / name / "met_tx.nc").exists()
    assert_identical(product, tmp_path / "products", ["LST_in.nc", "xfdumanifest.xml"])


def test_one_place_for_two_files_is_one_too_many(online, tmp_path):
    server = Cdse()
    online({"example.org": server._handler(get=lambda h: server.send_file(h, h.path, b"II*\0" + h.path.encode()))})
    lines = [item({"B04": {"href": f"https://example.org/{name}.tif"}}, name) for name in ("Scene", "scene")]
    result, rows = download(tmp_path, write(tmp_path / "s.jsonl", *lines), login=None, assets=("B04",))
    assert (result.downloaded, result.failed) == (1, 1)
    assert "Its place is taken by B04 of Scene" in next(row["error"] for row in rows if row["status"] == "failed")


def test_one_product_of_two_catalogues_is_fetched_once(online, tmp_path):
    product = l2a()
    server = Cdse([product])
    online(server.hosts)
    text = find(tmp_path, "cdse").read_text() + find(tmp_path, "cdse_odata").read_text()
    result, _ = download(tmp_path, write(tmp_path / "both.jsonl", text), assets=("B04",))
    assert (result.failed, result.scenes, result.downloaded) == (0, 1, 3)
    assert_identical(product, tmp_path / "products", [path for path in product.files if "B04" in path])


def test_odd_headers_and_manifests_cost_one_scene(online, tmp_path):
    good, bad, worse = l2a(0), l2a(1), l2a(2)
    bad.files["manifest.safe"] = bad.files["manifest.safe"].replace(b'size="', 'size="²'.encode())
    worse.files["manifest.safe"] = worse.files["manifest.safe"].replace(b"UTF-8", b"UTF-9")
    server = Cdse([good, bad, worse])
    online(server.hosts)
    result, rows = download(tmp_path, find(tmp_path), assets=("B04",))
    assert result.scenes == 2, "a size that is none is unknown"
    failed = {row["scene_id"] for row in rows if row["status"] == "failed"}
    assert failed == {worse.name.removesuffix(".SAFE")}


def test_names_of_both_satellites_in_one_request(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    s3 = "S3A_SL_2_LST____20220615T092132_20220615T092432_20220616T180923_0179_086_264_2160_PS1_O_NT_004"
    (fine,) = rows_of(find(tmp_path))
    from servers.cdse import Product

    product = Product(f"{s3}.SEN3", {"LST_in.nc": b"\x89HDF" + noise(500, 3)}, FOOTPRINT, product_type="SL_2_LST___")
    product = product.with_manifest()
    server.products[product.id] = product
    (coarse,) = rows_of(find(tmp_path, product="sentinel-3-lst"))
    pair = {"fine_scene": fine["scene"], "coarse_scene": coarse["scene"]}
    path = write(tmp_path / "p.jsonl", json.dumps(pair) + "\n")
    result, rows = download(tmp_path, path, assets=("B04", "LST", "MTD_MSIL2A.xml"))
    assert (result.failed, result.scenes) == (0, 2)
    assert {row["asset"] for row in rows} == {"B04", "product_metadata", "granule_metadata", "LST", "manifest"}


def test_complete_files_of_a_product_that_went_offline_are_complete(online, tmp_path):
    product = l2a()
    server = Cdse([product])
    online(server.hosts)
    download(tmp_path, find(tmp_path), assets=("B04",))
    product.online = False
    result, _ = download(tmp_path, find(tmp_path, online_only=False), assets=("B04",))
    assert (result.skipped, result.failed) == (3, 0)


def test_whole_product_beside_its_bands_is_the_product(online, tmp_path):
    server = Cdse([l2a()])
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("product", "B04"))
    assert [row["asset"] for row in rows] == ["product"]
