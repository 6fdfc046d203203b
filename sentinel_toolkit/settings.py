"""The user's settings, and the last search of the dock: dataclasses, read from and written to QgsSettings."""

from __future__ import annotations

import dataclasses
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qgis.core import QgsSettings

if TYPE_CHECKING:
    from typing import Self

_PREFIX = "sentinel_toolkit/"


@dataclass(frozen=True)
class _Stored:
    """A dataclass of texts and whole numbers that is kept in QgsSettings, in ``GROUP``."""

    GROUP: ClassVar[str] = ""

    @classmethod
    def load(cls) -> Self:
        """Return what is stored; what is not, or is of another type, keeps its default."""
        stored, values = QgsSettings(), {}
        for field in dataclasses.fields(cls):
            with suppress(TypeError):  # of a text where a number was: somebody has edited the file
                name = _PREFIX + cls.GROUP + field.name
                values[field.name] = stored.value(name, field.default, type=type(field.default))
        return cls(**values)

    def save(self) -> None:
        """Store every field."""
        stored = QgsSettings()
        for name, value in dataclasses.asdict(self).items():
            stored.setValue(_PREFIX + self.GROUP + name, value)


@dataclass(frozen=True)
class Settings(_Stored):
    """What the user has set; dialogs offer ``login`` and ``scheduler``."""

    interpreter: str = ""
    """A Python to use instead of the plugin's own; empty: its own."""
    threads: int = 0
    """Of a job; 0: automatic."""
    login: str = ""
    """Id of an authentication configuration."""
    scheduler: str = ""
    """Address of a Dask scheduler."""


@dataclass(frozen=True)
class LastSearch(_Stored):
    """What the dock was asked last; not the area, which belongs to a project."""

    GROUP: ClassVar[str] = "search/"

    source: str = ""
    folder: str = ""
    product: str = ""
    start: str = ""
    """ISO."""
    end: str = ""
    cloud: int = 100
    """Percent at most."""
