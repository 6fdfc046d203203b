"""What layers are called: what they are, when and where, as in "NDVI median, Jun–Aug 2023, Zagreb"."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QLocale, Qt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qgis.core import QgsVectorLayer

translate = QCoreApplication.translate
SECONDS_OF_A_PASS = 900  # tiles and frames of one overpass differ by less
SATELLITES = {"sentinel-2-l2a": "Sentinel-2", "sentinel-2-l1c": "Sentinel-2 L1C", "sentinel-3-lst": "Sentinel-3"}
# What the ready models call their outputs: names for scripts, which no layer should have.
IDS_OF_READY_OUTPUTS = ("composite", "folder", "animation", "temperature", "report")


class Span(NamedTuple):
    """The first and last time of what a layer holds: ISO, UTC, a day or a moment; empty where nothing is known."""

    first: str = ""
    last: str = ""

    @classmethod
    def of(cls, times: Iterable[str]) -> Span:
        """Return the span of times, in any order."""
        known = sorted(time for time in times if time)
        return cls(known[0], known[-1]) if known else cls()

    def text(self) -> str:
        """Return it in words: a minute, a day, or the months."""
        first, last = (QDateTime.fromString(time[:19], Qt.DateFormat.ISODate) for time in self)
        if not (first.isValid() and last.isValid()):
            return ""
        if "T" in self.first and first.secsTo(last) < SECONDS_OF_A_PASS:
            return first.toString("yyyy-MM-dd HH:mm")
        if first.date() == last.date():
            return first.toString("yyyy-MM-dd")
        return _months(first, last)


def _months(first: QDateTime, last: QDateTime) -> str:
    """Return the months from one date to another, in the user's language."""
    month = translate("SentinelToolkit", "{month} {year}")
    months = translate("SentinelToolkit", "{first}–{last} {year}")
    locale = QLocale()
    names = [locale.standaloneMonthName(time.date().month(), QLocale.FormatType.ShortFormat) for time in (first, last)]
    years = [time.date().year() for time in (first, last)]
    if years[0] != years[1]:
        return "–".join(month.format(month=name, year=year) for name, year in zip(names, years))
    if names[0] != names[1]:
        return months.format(first=names[0], last=names[1], year=years[0])
    return month.format(month=names[0], year=years[0])


def name_of_scenes(product: str) -> str:
    """Return what scenes of a product are called."""
    satellite = SATELLITES.get(product, "")
    return translate("SentinelToolkit", "{satellite} scenes").format(satellite=satellite).strip()


def name_of_layer(scenes: QgsVectorLayer, place: str) -> str:
    """Return the name of a layer of scenes, by what is in it."""
    fields = scenes.fields()
    products = scenes.uniqueValues(fields.lookupField("product"))
    times = scenes.minimumAndMaximumValue(fields.lookupField("datetime"))
    texts = [time.toString("yyyy-MM-ddTHH:mm:ss") for time in times if isinstance(time, QDateTime)]
    return layer_name(name_of_scenes(str(products.pop()) if len(products) == 1 else ""), Span.of(texts), place)


def layer_name(what: str, span: Span, place: str) -> str:
    """Return the name of a layer; what is not known is left out."""
    return ", ".join(part for part in (what, span.text(), place) if part)


def span_of_raster(path: str) -> Span:
    """Return the times that the item beside a raster of ours tells."""
    try:
        properties = json.loads(Path(path).with_suffix(".json").read_text("utf-8"))["properties"]
        return Span.of(str(properties.get(key) or "") for key in ("start_datetime", "datetime", "end_datetime"))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return Span()


def span_of_rows(path: str) -> Span:
    """Return the times of the rows of a table (JSON lines), or of a group's layers."""
    with open(path, encoding="ascii") as rows:
        return Span.of(time for row in map(json.loads, rows) for time in _times(row))


def _times(row: dict[str, Any]) -> tuple[str, ...]:
    if isinstance(row.get("fine_scene"), str):  # a pair: the time of its finer scene
        row = json.loads(row["fine_scene"])["properties"]
    return tuple(str(row.get(key) or "") for key in ("datetime", "date", "start", "end"))


def place_name(source_name: str) -> str:
    """Return what an area's layer calls the place: its name, without folder and suffix where it is a file's.

    >>> place_name("/data/zagreb.gpkg"), place_name("Zagreb")
    ('zagreb', 'Zagreb')
    """
    return os.path.splitext(os.path.basename(source_name))[0]
