"""The user's settings: one dataclass, read from and written to QgsSettings."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from qgis.core import QgsSettings

_PREFIX = "sentinel_toolkit/"


@dataclass(frozen=True)
class Settings:
    """``interpreter``: a Python to use instead of the plugin's own; ``threads``: of a job, 0 = automatic; ``login``: id
    of an authentication configuration, and ``scheduler``: address of a Dask scheduler, which dialogs offer.
    """

    interpreter: str = ""
    threads: int = 0
    login: str = ""
    scheduler: str = ""

    @classmethod
    def load(cls):
        """Return the stored settings; what is not stored keeps its default."""
        stored = QgsSettings()
        return cls(
            **{
                field.name: stored.value(_PREFIX + field.name, field.default, type=type(field.default))
                for field in dataclasses.fields(cls)
            }
        )

    def save(self):
        """Store every setting."""
        stored = QgsSettings()
        for name, value in dataclasses.asdict(self).items():
            stored.setValue(_PREFIX + name, value)
