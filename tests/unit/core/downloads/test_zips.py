"""Zips: hostile, damaged, made anew each time."""

import hashlib
import io
import zipfile

import pytest
from downloads import download, find, l2a, noise
from servers.cdse import Cdse, Fault

from sentinel_toolkit.contract.errors import CorruptFileError, DownloadError
from sentinel_toolkit.core.downloads import zips


def bomb(**members):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "words"),
    [("../evil", "outside its folder"), ("/etc/evil", "outside its folder"), ("C:\\evil", "outside its folder")],
)
def test_zip_that_leads_out_of_its_folder_is_refused(tmp_path, name, words):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"x")
    with pytest.raises(CorruptFileError, match=words):
        zips.check(path)


def test_bombs_links_twins_and_damage_are_refused(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(bomb(a=bytes(50_000_000)))
    with pytest.raises(CorruptFileError, match="no product does"):
        zips.check(path)
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(CorruptFileError, match="symbolic links"):
        zips.check(path)
    good = bomb(a=noise(1000, 1), b=noise(1000, 2))
    path.write_bytes(good[:-100])
    with pytest.raises(CorruptFileError, match="damaged"):
        zips.check(path)
    flipped = bytearray(good)
    flipped[200] ^= 1
    path.write_bytes(flipped)
    with pytest.raises(CorruptFileError, match="damaged"):
        zips.check(path)
    path.write_bytes(good)
    zips.check(path)


def test_hostile_zip_from_the_server_keeps_no_name(online, tmp_path):
    product = l2a(with_zip_checksum=False)
    hostile = bomb(**{".._.._evil": b"x"}).replace(b".._.._evil", b"../../evil")
    server = Cdse([product], fault=lambda path, _: None)
    server._file = lambda path: hostile
    online(server.hosts)
    with pytest.raises(DownloadError, match="outside its folder"):
        download(tmp_path, find(tmp_path), assets=("product",))
    assert not list(tmp_path.rglob("*evil*"))
    assert not list((tmp_path / "products").rglob("*.zip"))


def test_zip_without_checksum_is_tested_member_by_member(online, tmp_path):
    product = l2a(with_zip_checksum=False, size=200_000)
    server = Cdse([product], fault=lambda path, number: Fault("truncate", 0.7) if number == 1 else None)
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("product",))
    assert (rows[0]["status"], rows[0]["checksum"], rows[0]["attempts"]) == ("downloaded", "zip", 2)


def test_intact_zip_that_differs_from_the_catalogue_twice_is_kept_with_a_remark(online, tmp_path):
    product = l2a(changes={"Checksum": [{"Value": "0" * 32, "Algorithm": "MD5"}]})
    server = Cdse([product])
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("product",))
    assert (rows[0]["status"], rows[0]["attempts"]) == ("downloaded", 2)
    assert "0" * 12 in rows[0]["error"]


def test_zip_of_another_length_than_stated_is_not_fetched_again(online, tmp_path):
    product = l2a(changes={"ContentLength": 12345})
    server = Cdse([product])
    online(server.hosts)
    found = find(tmp_path)
    download(tmp_path, found, assets=("product",))
    server.sent.clear()
    result, _ = download(tmp_path, found, assets=("product",))
    assert (result.skipped, server.sent) == (1, {})


def test_zip_made_anew_each_time_is_accepted_the_second_time(online, tmp_path):
    product = l2a(changes={"Checksum": [{"Value": "0" * 32, "Algorithm": "MD5"}]})
    server = Cdse([product])
    made = []

    def fresh(path):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, data in product.files.items():
                archive.writestr(zipfile.ZipInfo(f"{product.name}/{name}", (2022, 1, 1, 0, 0, 2 * len(made))), data)
        made.append(path)
        return target.getvalue()

    server._file = fresh
    online(server.hosts)
    _, rows = download(tmp_path, find(tmp_path), assets=("product",))
    assert (rows[0]["status"], rows[0]["checksum"], len(made)) == ("downloaded", "zip", 2)


@pytest.mark.parametrize("kind", ["hostile", "empty", "another"])
def test_zip_is_looked_at_even_where_its_checksum_is_right(online, tmp_path, kind):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        if kind != "empty":
            archive.writestr(zipfile.ZipInfo("../../evil" if kind == "hostile" else "Other.SAFE/x"), b"x")
    data = target.getvalue()
    digest = hashlib.md5(data).hexdigest() if kind != "another" else "0" * 32
    product = l2a(changes={"Checksum": [{"Value": digest, "Algorithm": "MD5"}], "ContentLength": len(data)})
    server = Cdse([product])
    server._file = lambda path: data
    online(server.hosts)
    with pytest.raises(DownloadError):
        download(tmp_path, find(tmp_path), assets=("product",))
    assert not list((tmp_path / "products").glob("*.zip"))


def test_zips_of_random_damage_are_one_error(tmp_path):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            archive.writestr(f"{method}", b"text " * 200, method)
    good = target.getvalue()
    path = tmp_path / "a.zip"
    for position in range(0, len(good), 3):
        broken = bytearray(good)
        broken[position] ^= 0x55
        path.write_bytes(broken)
        try:
            zips.check(path)
        except CorruptFileError:
            continue  # any other error fails the test
