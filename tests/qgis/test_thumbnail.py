"""The picture of a scene: fetched from where it may be, shown, refused otherwise; nothing waits for it."""

import http.server
import threading
import time

import pytest
from pytest_qgis.utils import wait_until
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImage

from sentinel_toolkit.gui import thumbnail
from sentinel_toolkit.gui.thumbnail import Thumbnail, is_fetched


@pytest.fixture
def server():
    """Return the address of a server of a picture, of words, and of something endless; it ends with the test."""
    image, buffer = QImage(300, 200, QImage.Format.Format_RGB32), QBuffer()
    image.fill(0)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    bodies = {"/p.png": bytes(buffer.data()), "/words": b"no picture", "/large": bytes(6_000_000)}
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            body = bodies.get(self.path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_words):
            pass

    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    made.asked = asked
    yield made
    made.shutdown()
    made.server_close()


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/a.jpg", True),
        ("http://127.0.0.1:8000/a.jpg", True),
        ("http://example.org/a.jpg", False),
        ("file:///etc/passwd", False),
        ("/etc/passwd", False),
        ("javascript:alert(1)", False),
        ("http://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_https_is_fetched(href, expected):
    assert is_fetched(href) is expected


def test_a_picture_is_fetched_once_and_shown(server):
    shown, href = Thumbnail(), f"http://127.0.0.1:{server.server_address[1]}/p.png"
    for _ in range(2):
        shown.show_href(href)
        wait_until(lambda: shown.pixmap() is not None and not shown.pixmap().isNull(), timeout_milliseconds=5000)
        assert (shown.pixmap().width(), shown.pixmap().height()) == (thumbnail.SIDE, 93)
        shown.show_href(None)
        assert shown.isHidden()
    assert server.asked == ["/p.png"]


@pytest.mark.parametrize("path", ["/words", "/missing", "/large"])
def test_what_is_no_picture_is_told(server, path):
    shown = Thumbnail()
    shown.show_href(f"http://127.0.0.1:{server.server_address[1]}{path}")
    wait_until(lambda: shown.text() == "No picture", timeout_milliseconds=5000)


def test_another_row_takes_the_place_of_one_that_is_on_its_way(server):
    shown, root = Thumbnail(), f"http://127.0.0.1:{server.server_address[1]}"
    shown.show_href(f"{root}/large")
    shown.show_href(f"{root}/p.png")
    wait_until(lambda: shown.pixmap() is not None and not shown.pixmap().isNull(), timeout_milliseconds=5000)
    assert shown.text() == ""


def picture_of(width, height, kind="PNG"):
    """Return the bytes of a picture of one colour."""
    image, buffer = QImage(width, height, QImage.Format.Format_Mono), QBuffer()
    image.fill(0)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return buffer.data()


def test_the_size_of_a_picture_is_looked_at_before_it_is_decoded():
    large = picture_of(16_000, 16_000)
    assert len(large) < thumbnail.MOST_BYTES
    begun = time.monotonic()
    assert thumbnail.decoded(large).isNull()
    assert time.monotonic() - begun < 0.2
    assert thumbnail.decoded(picture_of(1100, 1100, "JPEG")).width() == 1100


def test_pictures_that_are_programs_are_not_drawn():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'
    assert thumbnail.decoded(QByteArray(svg)).isNull()
