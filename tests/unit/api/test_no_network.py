"""Where there is no network, every function that needs one says so in words, soon."""

import socket
import time

import pytest

import sentinel_toolkit as st
from sentinel_toolkit.core.services import http

AREA = (17.98, 45.88, 18.02, 45.91)
NAMES = ("earth_search", "cdse", "cdse_odata", "planetary_computer")


@pytest.fixture
def offline(monkeypatch, tmp_path):
    """No name is found, as on a train; and nobody waits longer than a second for it."""

    def unknown(host, *_rest, **_named):
        raise socket.gaierror(socket.EAI_AGAIN, f"Temporary failure in name resolution: {host}")

    monkeypatch.setenv("SENTINEL_TOOLKIT_CACHE", str(tmp_path / "no answers are kept"))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr(http, "BACKOFF_S", 0.01)


@pytest.mark.parametrize("source", NAMES)
def test_a_search_says_that_nobody_answers(offline, source):
    begun = time.monotonic()
    with pytest.raises(st.CatalogueUnavailableError) as caught:
        st.search("sentinel-2-l2a", AREA, "2023-06", "2023-06", source=source, progress=False)
    assert time.monotonic() - begun < 20
    assert "cannot be reached" in str(caught.value) or "does not answer" in str(caught.value)
    assert caught.value.hint
    assert "Traceback" not in str(caught.value)
    assert "HTTPSConnectionPool" not in str(caught.value)


@pytest.fixture
def far(scenes):
    """Scenes whose files lie where nobody answers: a closed port of this computer."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    items = [item.to_dict() for item in scenes.newest(2).to_items()]
    for item in items:
        for name, asset in item["assets"].items():
            asset["href"] = f"http://127.0.0.1:{port}/{item['id']}/{name}.tif"
    return st.Scenes.of(items, AREA)


def test_pixels_that_are_far_are_told(far, monkeypatch):
    monkeypatch.setenv("GDAL_HTTP_MAX_RETRY", "0")
    with pytest.raises(st.ToolkitError) as caught:
        st.composite(far, bands=["B04"], progress=False)
    assert "127.0.0.1" in str(caught.value) or "network" in str(caught.value)
    assert "Traceback" not in str(caught.value)


@pytest.mark.campaign  # it is patient for half a minute
def test_a_download_says_what_failed_and_leaves_nothing(far, tmp_path):
    with pytest.raises(st.DownloadError, match="does not answer"):
        far.download(tmp_path / "products", assets=["B04"], progress=False)
    assert not [path for path in (tmp_path / "products").rglob("*") if path.is_file()]


def test_scenes_show_themselves_and_go_out(far, offline, tmp_path):
    assert "<svg" in far._repr_html_()
    assert st.Scenes.from_file(far.to_file(tmp_path / "far.geojson")).ids == far.ids
