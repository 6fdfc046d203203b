"""A strip that shows when scenes exist: a bar for each day, as high as they are clear; a click selects that day's."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainter
from qgis.PyQt.QtWidgets import QToolTip, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.PyQt.QtCore import QDate
    from qgis.PyQt.QtGui import QMouseEvent, QPaintEvent

translate = QCoreApplication.translate
HEIGHT = 46  # pixels, of which the text takes
TEXT_HEIGHT = 14
LEAST_BAR = 0.15  # of the height: a cloudy day is a day, too
REACH = 4  # pixels beside a bar in which it is meant
BAR, BAR_ON_DARK = QColor("#0b6e8f"), QColor("#5ab4d6")
RING_RADIUS = 3  # of a day whose cloud nobody states


class TimeStrip(QWidget):
    """Days from the first scene to the last. ``chosen`` carries the ids of the scenes of a day."""

    chosen = pyqtSignal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("SentinelToolkit", "Days with scenes"))
        self._days: dict[QDate, list[tuple[int, float | None]]] = {}  # the scenes' ids and cloud

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def show_dates(self, dates: Iterable[tuple[int, QDate, float | None]]) -> None:
        """Show (id, day, cloud or None) of scenes."""
        days = collections.defaultdict(list)
        for identifier, day, cloud in dates:
            days[day].append((identifier, cloud))
        self._days = dict(sorted(days.items(), key=lambda entry: entry[0].toJulianDay()))
        self.update()

    def _x_of(self, day: QDate) -> float:
        """Return where a day stands."""
        first, last = (list(self._days)[place].toJulianDay() for place in (0, -1))
        return 4 + (self.width() - 8) * (day.toJulianDay() - first) / max(last - first, 1)

    def _day_at(self, x: float) -> QDate | None:
        """Return the day nearest to a place, if it is near; None otherwise."""
        nearest = min(self._days, key=lambda day: abs(self._x_of(day) - x), default=None)
        return nearest if nearest is not None and abs(self._x_of(nearest) - x) <= REACH else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        bottom = self.height() - TEXT_HEIGHT
        if not self._days:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, translate("SentinelToolkit", "No scenes yet"))
            return
        colour = BAR_ON_DARK if self.palette().window().color().lightness() < 128 else BAR  # of 255
        for day, scenes in self._days.items():
            clouds = [cloud for _, cloud in scenes if cloud is not None]
            if not clouds:
                painter.drawEllipse(QPointF(self._x_of(day), bottom - 2 * RING_RADIUS), RING_RADIUS, RING_RADIUS)
                continue
            share = max(1 - min(clouds) / 100, LEAST_BAR)
            painter.fillRect(QRectF(self._x_of(day) - 1.5, bottom * (1 - share), 3, bottom * share), colour)
        ends = [list(self._days)[place].toString("yyyy-MM-dd") for place in (0, -1)]
        text = self.rect().adjusted(0, bottom, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft, ends[0])
        painter.drawText(text, Qt.AlignmentFlag.AlignRight, ends[1] if ends[1] != ends[0] else "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.pos().x())
        if day is None:
            return
        clouds = [cloud for _, cloud in self._days[day] if cloud is not None]
        least = f"{min(clouds):.0f} %" if clouds else "?"
        text = translate("SentinelToolkit", "{day}: {count} scenes, least cloud {cloud}")
        QToolTip.showText(
            self.mapToGlobal(event.pos()),
            text.format(day=day.toString("yyyy-MM-dd"), count=len(self._days[day]), cloud=least),
            self,
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.pos().x())
        if day is not None:
            self.chosen.emit([identifier for identifier, _ in self._days[day]])
