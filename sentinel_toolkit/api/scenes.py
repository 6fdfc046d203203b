"""Scenes as a notebook holds them: a frame that shows itself, and that every job takes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pandas as pd

from sentinel_toolkit.api import tables
from sentinel_toolkit.api.areas import Fields
from sentinel_toolkit.api.running import Shown, telling
from sentinel_toolkit.contract.catalogue import SCENE_COLUMNS
from sentinel_toolkit.contract.errors import InvalidRequestError, NoScenesError

if TYPE_CHECKING:
    import pystac


class Scenes:
    """The scenes that a search has found, in the order of their time.

    ``table`` is the frame: readable columns, footprints in EPSG:4326, and the column ``scene`` with the STAC item, by
    which jobs find the files. In a notebook it shows itself with pictures and footprints.
    """

    def __init__(self, table: pd.DataFrame, area: Fields | None = None) -> None:
        if "scene" not in table.columns:
            raise InvalidRequestError(
                "The table has no column “scene”.",
                "Use what st.search returns, or a part of it; Scenes.of takes items and files.",
            )
        self.table = table.reset_index(drop=True)
        self.area: Fields = dict(area or {})
        """Of the search: jobs take it where they are given no other."""
        self.files: pd.DataFrame | None = None
        """Of st.download: what became of each file."""

    @classmethod
    def of(cls, source: Any, area: Any = None) -> Scenes:  # noqa: ANN401  (anything that names scenes)
        """Return the scenes that something names.

        Parameters
        ----------
        source
            Scenes; a frame with the column ``scene``; pystac Items, an ItemCollection, or a list of items or dicts; the
            path of a layer that QGIS or ``to_file`` wrote, of a product (SAFE, SEN3, or a zip of one), of an item, or
            of a folder with any of these; a list of paths.
        area
            As in st.search: coverage is that of this area, and jobs take it.

        Raises
        ------
        ToolkitError
            If it names none, or what it names cannot be read.
        """
        from sentinel_toolkit.api.sources import scenes_of

        return scenes_of(source, area)

    @classmethod
    def from_file(cls, path: str | os.PathLike[str]) -> Scenes:
        """Return the scenes of a layer that QGIS, ``to_file`` or ``to_jsonl`` wrote."""
        return cls.of(path)

    @classmethod
    def read(cls, path: str | os.PathLike[str], area: Fields | None = None) -> Scenes:
        """Return the scenes of a job's table, which is JSON lines."""
        return cls(tables.read_table(path, SCENE_COLUMNS), area)

    def __len__(self) -> int:
        return len(self.table)

    def __iter__(self) -> Iterator[Scenes]:
        return (self._part(self.table.iloc[[place]]) for place in range(len(self)))

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401  (a name, a place, a slice, or a mask)
        """Return a column by its name, and otherwise some of the scenes: by place, slice or mask."""
        if isinstance(key, str):
            return self.table[key]
        if isinstance(key, int):
            return self._part(self.table.iloc[[key]])
        return self._part(self.table[key])

    def __repr__(self) -> str:
        if not len(self):
            return "no scenes"
        shown = ["id", "datetime", "tile", "cloud", "coverage", "clear"]
        return f"{len(self)} scenes\n{self.table[shown].to_string(max_rows=20)}"

    def _repr_html_(self) -> str:
        from sentinel_toolkit.api.display import page_of_scenes

        return page_of_scenes(self)

    @property
    def ids(self) -> list[str]:
        """Return the scenes' names."""
        return list(map(str, self.table["id"]))

    def filter(self, condition: str, progress: Shown = "auto") -> Self:
        """Return the scenes that meet a condition on their columns, such as ``"clear > 80 and tile == '33TWL'"``.

        Where it names ``clear`` and that is not known yet, it is measured first: see :meth:`measure_clear`.

        Raises
        ------
        InvalidRequestError
            If the condition cannot be understood.
        NoScenesError
            If none meets it.

        Examples
        --------
        >>> len(scenes.filter("tile == '33TYL'"))
        5
        """
        scenes = self.measure_clear(progress) if "clear" in condition and self.table["clear"].isna().all() else self
        try:
            kept = scenes.table.query(condition)
        except Exception as error:  # pandas passes on what parsing and comparing raise
            names = ", ".join(name for name in map(str, self.table.columns) if name not in ("scene", "geometry"))
            raise InvalidRequestError(
                f"The condition {condition!r} cannot be used: {error}.", f"Columns: {names}."
            ) from error
        if not len(kept):
            raise NoScenesError(f"None of the {len(self)} scenes meets {condition!r}.", "Loosen it, or search longer.")
        return type(self)(kept, self.area)

    def newest(self, count: int) -> Self:
        """Return the last scenes, in the order of their time.

        Examples
        --------
        >>> scenes.newest(3).ids == scenes.ids[-3:]
        True
        """
        return self._part(self.table.sort_values("datetime", kind="stable").tail(count))

    def measure_clear(self, progress: Shown = "auto") -> Self:
        """Return the scenes with the column ``clear``: the share [%] of the area that is covered and not cloudy.

        A coarse look at each scene's classification tells it, as MEASURE_CLOUD of the search does.
        """
        from sentinel_toolkit.api.requests import area_of
        from sentinel_toolkit.contract.imagery import DEFAULT_MASK_CLASSES
        from sentinel_toolkit.core.imagery.clear_share import measure
        from sentinel_toolkit.core.pixels.scl import valid_table
        from sentinel_toolkit.core.scenes.scene_table import scene_from_text

        with telling(progress) as teller:
            scenes = [scene_from_text(text) for text in self.table["scene"]]
            shares = measure(scenes, area_of(self.area), valid_table(DEFAULT_MASK_CLASSES), teller)
        return self._part(self.table.assign(clear=pd.Series(shares, dtype="float64", index=self.table.index).round(3)))

    def download(self, folder: str | os.PathLike[str], assets: Sequence[str] | str = (), **options: Any) -> Scenes:
        """Fetch the files, and return the scenes with their local ones: st.download(scenes, folder, assets=…)."""
        from sentinel_toolkit.api.search import download

        return download(self, folder, assets=assets, **options)

    def to_dataframe(self) -> pd.DataFrame:
        """Return a copy of the table."""
        return self.table.copy()

    def to_geodataframe(self) -> Any:  # noqa: ANN401  (geopandas is an extra)
        """Return the table as geopandas has it: footprints in EPSG:4326."""
        return tables.to_geodataframe(self.table)

    def to_items(self) -> pystac.ItemCollection:
        """Return the scenes as STAC items, which odc-stac, stackstac and others read."""
        import pystac

        return pystac.ItemCollection([pystac.Item.from_dict(json.loads(text)) for text in self.table["scene"]])

    def to_jsonl(self, path: str | os.PathLike[str]) -> str:
        """Write the table as JSON lines, as the core's requests read it; return the path."""
        return tables.write_table(path, self.table)

    def to_file(self, path: str | os.PathLike[str]) -> str:
        """Write a layer that QGIS opens and whose algorithms take: geojson; gpkg or fgb where geopandas is installed.

        Raises
        ------
        EnvironmentNotReadyError
            If the format needs geopandas, and it is not installed.
        """
        return tables.write_layer(self.table, Path(path))

    def _part(self, table: pd.DataFrame) -> Self:
        return type(self)(table, self.area)


def as_scenes(source: Any) -> Scenes:  # noqa: ANN401
    """Return what is given as Scenes; see :meth:`Scenes.of`."""
    return source if isinstance(source, Scenes) else Scenes.of(source)
