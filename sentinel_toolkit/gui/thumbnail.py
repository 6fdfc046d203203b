"""The picture of one scene, fetched through QGIS's network access while nothing waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, Qt, QUrl
from qgis.PyQt.QtGui import QImage, QImageReader, QPixmap
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest
from qgis.PyQt.QtWidgets import QLabel

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

translate = QCoreApplication.translate
SIDE = 140  # pixels
MOST_BYTES = 5_000_000  # the largest thumbnail of a catalogue has 300 kB
MOST_PIXELS = 4_000_000  # some catalogues have thumbnails of 1100 by 1100
FORMATS = (b"jpeg", b"png", b"gif", b"webp")  # their sizes stand at their begin; an SVG may draw anything
LOOPBACK = ("127.0.0.1", "localhost", "::1")
KEPT = 200  # pictures


def is_fetched(href: str | None) -> bool:
    """Tell whether a thumbnail's href, which a catalogue gave, is one to fetch: https, or http on this computer."""
    try:
        parts = urlsplit(href or "")
        return bool(parts.hostname) and (
            parts.scheme == "https" or (parts.scheme, parts.hostname in LOOPBACK) == ("http", True)
        )
    except ValueError:
        return False


def decoded(data: QByteArray) -> QImage:
    """Return the picture in bytes of a stranger's; a null one where they are none, or a large one.

    Its size is looked at first: 16,000² pixels in a few kB take seconds, in which the window is frozen, and 1 GB.
    """
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if bytes(reader.format()) not in FORMATS or not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    return reader.read()


class Thumbnail(QLabel):
    """Shows the picture at an href; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(translate("SentinelToolkit", "Picture of the scene"))
        self._pictures: dict[str, QPixmap] = {}
        self._reply: QNetworkReply | None = None
        self._href = ""
        self.hide()

    def show_href(self, href: str | None) -> None:
        """Show the picture at an href; None or an href that is not fetched: nothing."""
        self._stop()
        self._href = href if href and is_fetched(href) else ""
        picture = self._pictures.get(self._href)
        self.setVisible(bool(self._href))
        if picture is not None:
            self.setPixmap(picture)
        elif self._href:
            self.setText(translate("SentinelToolkit", "Fetching the picture…"))
            self._reply = reply = QgsNetworkAccessManager.instance().get(QNetworkRequest(QUrl(self._href)))
            reply.downloadProgress.connect(self._refuse_large)
            reply.finished.connect(self._receive)

    def _stop(self) -> None:
        """Forget a picture that is still on its way."""
        if self._reply is not None:
            reply, self._reply = self._reply, None
            reply.finished.disconnect(self._receive)
            reply.abort()
            reply.deleteLater()

    def _refuse_large(self, received: int, total: int) -> None:
        if max(received, total) > MOST_BYTES and self._reply is not None:
            self._reply.abort()

    def _receive(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        image = decoded(reply.readAll()) if reply.error() == QNetworkReply.NetworkError.NoError else QImage()
        reply.deleteLater()
        if image.isNull():
            self.setText(translate("SentinelToolkit", "No picture"))
            return
        aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = QPixmap.fromImage(image.scaled(SIDE, SIDE, aspect, smooth))
        if len(self._pictures) >= KEPT:
            self._pictures.pop(next(iter(self._pictures)))
        self._pictures[self._href] = picture
        self.setPixmap(picture)
