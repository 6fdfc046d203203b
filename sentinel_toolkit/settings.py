"""The user's settings, and the last search of the dock: dataclasses, read from and written to QgsSettings."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from qgis.core import QgsSettings

_PREFIX = "sentinel_toolkit/"


class _Stored:
    """A dataclass of texts and whole numbers that is kept in QgsSettings, in ``GROUP``."""

    GROUP = ""

    @classmethod
    def load(cls):
        """Return what is stored; what is not stored keeps its default."""
        stored = QgsSettings()
        return cls(
            **{
                field.name: stored.value(_PREFIX + cls.GROUP + field.name, field.default, type=type(field.default))
                for field in dataclasses.fields(cls)
            }
        )

    def save(self):
        """Store every field."""
        stored = QgsSettings()
        for name, value in dataclasses.asdict(self).items():
            stored.setValue(_PREFIX + self.GROUP + name, value)


@dataclass(frozen=True)
class Settings(_Stored):
    """``interpreter``: a Python to use instead of the plugin's own; ``threads``: of a job, 0 = automatic; ``login``: id
    of an authentication configuration, and ``scheduler``: address of a Dask scheduler, which dialogs offer.
    """

    interpreter: str = ""
    threads: int = 0
    login: str = ""
    scheduler: str = ""


@dataclass(frozen=True)
class LastSearch(_Stored):
    """What the dock was asked last: dates as ISO days, cloud in percent; not the area, which belongs to a project."""

    GROUP = "search/"

    source: str = ""
    folder: str = ""
    product: str = ""
    start: str = ""
    end: str = ""
    cloud: int = 100
