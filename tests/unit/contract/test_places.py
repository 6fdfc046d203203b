"""Places on this computer, judged as each system judges them."""

import errno
import ntpath
import os
import sys
import urllib.request
import warnings
from pathlib import Path, PureWindowsPath

import pytest
import windows

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.imagery import StackBandsRequest
from sentinel_toolkit.contract.targets import refuse_unfit


@pytest.mark.parametrize(
    ("has_long_paths", "limit"),
    [(True, places.LONG_WINDOWS), (False, places.SHORT_WINDOWS), (None, places.SHORT_WINDOWS)],
)
def test_windows_takes_long_paths_where_its_registry_says_so(monkeypatch, has_long_paths, limit):
    windows.emulate(monkeypatch, has_long_paths=has_long_paths)
    assert places.path_limit() == limit


@pytest.mark.parametrize(("system", "limit"), [("linux", places.LINUX), ("darwin", places.MACOS)])
def test_other_systems_have_limits_of_their_own(monkeypatch, system, limit):
    monkeypatch.setattr(sys, "platform", system)
    assert places.path_limit() == limit


def path_of(length, name="B04.tif"):
    """Return an absolute path of so many characters."""
    pairs, odd = divmod(length - len(name) - 1, 2)
    return "/" + "a/" * (pairs - odd) + "aa/" * odd + name


@pytest.mark.posix
@pytest.mark.parametrize(
    ("path", "is_folder", "words"),
    [
        (path_of(259, "S2A_20230816T095601_B04_10m.jp2"), False, ""),
        (path_of(260, "S2A_20230816T095601_B04_10m.jp2"), False, "its path has 260 characters, and Windows takes 259"),
        (path_of(259), False, "its path of its folder has"),
        (path_of(247), True, ""),
        (path_of(248), True, "its path has 248 characters, and Windows takes 247"),
        ("/" + "a" * 256, False, "its name has 256 characters, and Windows takes 255"),
    ],
)
def test_what_is_too_long_for_windows_without_long_paths(path, is_folder, words):
    found = places.too_long(path, places.SHORT_WINDOWS, is_folder)
    assert found.startswith(words)
    assert bool(found) == bool(words)
    assert not places.too_long(path, places.LONG_WINDOWS, is_folder) or "name" in words


def test_a_verbatim_path_has_any_length(monkeypatch):
    monkeypatch.setattr(os.path, "abspath", ntpath.abspath)
    assert places.too_long("C:\\" + "a\\" * 200, places.SHORT_WINDOWS)
    assert not places.too_long("\\\\?\\C:\\" + "a\\" * 200, places.SHORT_WINDOWS)


def test_characters_are_counted_as_the_system_does(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    assert places.length_of("Jürgen") == 7
    windows.emulate(monkeypatch)
    assert places.length_of("Jürgen 🛰") == 9


@pytest.mark.posix
def test_a_target_that_is_too_long_is_refused_before_the_work(monkeypatch):
    windows.emulate(monkeypatch)
    request = StackBandsRequest(scenes_path="s", output=path_of(258, "o.tif"))
    with pytest.raises(
        InvalidRequestError, match=r"(?s)OUTPUT cannot be written: .*o\.tif: its path .*LongPathsEnabled"
    ):
        refuse_unfit(request.made[0])
    refuse_unfit(StackBandsRequest(scenes_path="s", output="/o.tif").made[0])
    windows.emulate(monkeypatch, has_long_paths=True)
    refuse_unfit(request.made[0])


@pytest.mark.posix
def test_a_side_car_that_is_too_long_is_refused_with_its_raster(monkeypatch):
    """``.json`` has one character more than ``.tif``."""
    windows.emulate(monkeypatch)
    request = StackBandsRequest(scenes_path="s", output=path_of(259, "a-name-that-is-long.tif"))
    with pytest.raises(InvalidRequestError, match="long.json: its path has 260 characters"):
        refuse_unfit(request.made[0])


@pytest.mark.posix
def test_windows_says_of_a_long_path_that_it_is_not_there_and_we_say_why(monkeypatch):
    missing = FileNotFoundError(errno.ENOENT, "No such file or directory")
    assert places.reason_of(missing, path_of(300)) == os.strerror(errno.ENOENT)
    assert places.why_missing(path_of(300)) == ""
    windows.emulate(monkeypatch)
    assert "has 300 characters, and Windows takes 259" in places.reason_of(missing, path_of(300))
    assert "has 300 characters, and Windows takes 259" in places.why_missing(path_of(300))
    assert places.reason_of(PermissionError(errno.EACCES, ""), path_of(300)) == os.strerror(errno.EACCES)
    assert places.why_missing("/short") == ""


def test_the_advice_is_the_system_s(monkeypatch):
    assert "LongPathsEnabled" not in places.advice_for(places.LINUX)
    windows.emulate(monkeypatch)
    assert "LongPathsEnabled" in places.advice_for()
    windows.emulate(monkeypatch, has_long_paths=True)
    assert "LongPathsEnabled" not in places.advice_for()


@pytest.mark.parametrize(
    ("path", "verbatim"),
    [
        ("C:\\a", "\\\\?\\C:\\a"),
        ("\\\\server\\share\\a", "\\\\?\\UNC\\server\\share\\a"),
        ("\\\\?\\C:\\a", "\\\\?\\C:\\a"),
    ],
)
def test_a_path_in_its_verbatim_form(path, verbatim):
    assert places.verbatim(path) == verbatim


@pytest.mark.posix
def test_a_hidden_folder_may_be_longer_than_its_target(monkeypatch):
    """It has the target's name and more, and is not to fail where that fits."""
    near, far = Path(path_of(80)), Path(path_of(240))
    assert places.extended(far) == far
    windows.emulate(monkeypatch)
    assert places.extended(near) == near
    assert str(places.extended(far)) == f"\\\\?\\{far}"


URLS = {
    "file:///C:/Users/J%C3%BCrgen/a%20b.tif": "C:\\Users\\Jürgen\\a b.tif",
    "file://localhost/C:/a.tif": "C:\\a.tif",
    "file:///C|/a.tif": "C:\\a.tif",
    "file://server/share/a%2520b.tif": "\\\\server\\share\\a%20b.tif",
    "file:///C:/a:b:c": "",
    "https://server/a.tif": "",
    "file://[": "",
}


@pytest.mark.parametrize(("url", "path"), URLS.items())
def test_a_url_of_a_file_on_windows(monkeypatch, url, path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.14 has it elsewhere
        nturl2path = pytest.importorskip("nturl2path")
    windows.emulate(monkeypatch)
    monkeypatch.setattr(urllib.request, "url2pathname", nturl2path.url2pathname)
    assert places.path_of_url(url) == path


@pytest.mark.posix
@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("file:///home/J%C3%BCrgen/a%2520b.tif", "/home/Jürgen/a%20b.tif"),
        ("file://localhost/a.tif", "/a.tif"),
        ("file://server/share/a.tif", ""),
        ("/a.tif", ""),
    ],
)
def test_a_url_of_a_file_elsewhere(url, path):
    assert places.path_of_url(url) == path


@pytest.mark.parametrize(
    ("path", "is_other"),
    [
        (r"\\evil\share\a.tif", True),
        ("//evil/share/a.tif", True),
        (r"\\?\UNC\evil\share\a.tif", True),
        (r"\\SERVER\Scenes\a.tif", False),
        ("C:\\a.tif", False),
        ("a.tif", False),
    ],
)
def test_a_share_of_another_network_is_known_by_its_name_alone(monkeypatch, path, is_other):
    monkeypatch.setattr(os.path, "splitdrive", ntpath.splitdrive)
    assert places.is_on_other_share(path, *map(PureWindowsPath, ("Z:\\", r"\\server\scenes"))) == is_other


def test_elsewhere_no_path_names_a_share():
    if os.name == "posix":
        assert not places.is_on_other_share("//evil/share/a.tif", Path("/scenes"))


def test_part_folders_are_hidden_on_windows(tmp_path, monkeypatch):
    kernel = windows.emulate(monkeypatch)
    places.hide(tmp_path)
    assert kernel.attributes == {str(tmp_path): 2}
    monkeypatch.setattr(sys, "platform", "linux")
    places.hide(tmp_path / "dot")
    assert len(kernel.attributes) == 1
