"""Addresses that are followed and that are not."""

import ntpath
import os
from pathlib import Path

import pytest

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.services import hrefs

SWAPPED = "https://evil.example.com\\.dataspace.copernicus.eu/B04.jp2"


@pytest.mark.parametrize(
    "href",
    [SWAPPED, "https://a.org/ b", "https://a.org/\tb", "https://ünicode.org/x", "https://a@b.org/x", "https:///x"],
)
def test_urls_that_readers_disagree_on_are_refused(href):
    assert hrefs.accept(href, "") is None
    assert not hrefs.is_followed(href, "https://dataspace.copernicus.eu/")


def test_a_url_of_a_file_is_the_file_it_names(tmp_path):
    path = tmp_path / "50%25 ü.tif"
    path.touch()
    assert hrefs.accept(path.as_uri(), "", tmp_path) == str(path)
    assert hrefs.accept(path.as_uri().replace("file://", "file://localhost"), "", tmp_path) == str(path)
    assert hrefs.accept(path.as_uri().replace("file://", "file://server"), "", tmp_path) is None
    assert hrefs.accept("file:///elsewhere/a.tif", "", tmp_path) is None
    assert hrefs.accept(path.as_uri(), "") is None, "of a server's answer"


def test_a_share_of_another_s_network_is_not_even_looked_at(tmp_path, monkeypatch):
    """Windows would give its login to whoever keeps it."""
    resolve = Path.resolve

    def look(self, *arguments):
        assert "evil" not in str(self)
        return resolve(self, *arguments)

    monkeypatch.setattr(os.path, "splitdrive", ntpath.splitdrive)
    monkeypatch.setattr(Path, "resolve", look)
    assert hrefs.accept("//evil/share/a.tif", str(tmp_path), tmp_path) is None


@pytest.mark.parametrize(
    "host", ["127.1", "2130706433", "0x7f.0.0.1", "localhost.", "a.localhost", "[::ffff:127.0.0.1]"]
)
def test_this_computer_is_known_by_all_its_names(host):
    assert hrefs.is_followed(f"http://{host}/x", "http://127.0.0.1/")
    assert not hrefs.is_followed(f"https://{host}/x", "https://example.org/")


def test_a_private_network_leads_within_itself():
    assert hrefs.is_followed("https://10.0.0.2/x", "https://10.0.0.1/")
    assert not hrefs.is_followed("https://10.0.0.2/x", "https://example.org/")
    assert not hrefs.is_followed("https://127.0.0.1/x", "https://10.0.0.1/")


@pytest.mark.parametrize(
    "href",
    [
        "/vsizip/{/vsicurl/http_/127.0.0.1/a.zip}/B04.tif",
        "/vsizip/{/vsizip/{/tmp/a.zip}/b.zip}/B04.tif",
        "/vsizip/{/tmp/there is none.zip}/B04.tif",
        "/vsizip/{%s}/vsicurl/x/B04.tif",
        "/vsizip/%s/B04.tif",
        "/vsitar/{%s}/B04.tif",
        "/VSICURL/x/B04.tif",
        "/vsis3/bucket/B04.tif",
        "/vsistdin/",
        "GTIFF_DIR:1:/vsis3/bucket/B04.tif",
        "/vsisubfile/0_9,%s",
    ],
)
def test_names_of_gdals_own_are_refused(tmp_path, href):
    archive = tmp_path / "a.zip"
    archive.write_bytes(b"x")
    with pytest.raises(UnreadableRasterError, match="no plain file"):
        hrefs.gdal_path(href.replace("%s", str(archive)))


@pytest.mark.parametrize("name", ["a.zip", "{a}.zip", "a{b}c.data"])
def test_members_of_zips_that_are_here_are_opened(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    href = f"/vsizip/{{{tmp_path / name}}}/S2.SAFE/B04.jp2"
    assert hrefs.gdal_path(href) == href


def test_a_folder_named_like_gdals_is_a_folder(tmp_path):
    path = tmp_path / "vsizip" / "B04.tif"
    path.parent.mkdir()
    path.write_bytes(b"x")
    assert hrefs.gdal_path(str(path)) == str(path)


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://a.org/B04.tif?access=1&v=2", "https://a.org/B04.tif?v=2"),
        ("https://a.org/B04.tif?access_token=1", "https://a.org/B04.tif"),
        ("https://a.org/B04.tif?auth=1&jwt=2&pwd=3", "https://a.org/B04.tif"),
        ("https://a.org/B04.tif#access_token=1", "https://a.org/B04.tif"),
        ("https://a.org/B04.tif?v=2#secret", "https://a.org/B04.tif?v=2"),
        ("s3://bucket/B04.tif?X-Amz-Signature=1#x", "s3://bucket/B04.tif"),
    ],
)
def test_what_lets_somebody_in_is_not_kept(href, kept):
    assert hrefs.accept(href, "") == kept
