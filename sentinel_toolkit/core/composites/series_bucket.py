"""A series in object storage: files are made in a scratch folder and put in one piece, the item of a composite last."""

from __future__ import annotations

import contextlib
import fnmatch
import json
import secrets
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.object_addresses import is_object_address
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import staged
from sentinel_toolkit.core.composites.series_store import Proof, SeriesStore
from sentinel_toolkit.core.rasters.tiff.directory import HEAD_BYTES, overviews_end
from sentinel_toolkit.core.results.style import Colouring
from sentinel_toolkit.core.services.object_storage import ObjectFolder, Stored

SHOWN_SIDE = 1024  # pixels: overviews up to this size are read where a series is shown, whose pictures have 420
AT_ONCE = 32  # requests: a small object is waited for, not transferred


def store_of(folder: str) -> SeriesStore:
    """Return what a series is kept in: a folder of a disk, or one in object storage."""
    return SeriesBucket(folder) if is_object_address(folder) else SeriesStore(folder)


@dataclass(frozen=True)
class BucketProof(Proof):
    """What this computer has put into the bucket, and whoever is to write there must find, with keys of its own."""

    folder: ObjectFolder

    def refusal(self) -> str:
        """Return why this computer cannot write there, in a few words; empty where it can."""
        try:
            if self.folder.read(self.path) != self.content.encode():
                return "another bucket is there"
            self.folder.prove_writing()
        except ImportError as error:
            return f"its Python lacks {error.name}"
        except ToolkitError as error:
            return error.message.rstrip(".")
        return ""


class SeriesBucket(SeriesStore):
    """A folder in object storage.

    What is opened lies in a scratch folder that goes with the store: items, and of each raster the beginning, as long
    as its overviews, in a file of the whole's length.

    Parameters
    ----------
    address
        ``s3://bucket/folder``.
    """

    def __init__(self, address: str) -> None:
        self._objects = ObjectFolder.of(address)
        self._brought: dict[str, tuple[Stored, bool]] = {}  # what is in the scratch folder, of rasters with pictures?
        self._there: dict[str, Stored] | None = None  # the last listing, and what was put since
        scratch = contextlib.ExitStack()
        weakref.finalize(self, scratch.close)
        target = Path(tempfile.gettempdir()) / f"sentinel-toolkit-series-{secrets.token_hex(4)}"
        super().__init__(str(scratch.enter_context(staged(target))))

    @property
    def name(self) -> str:
        return self._objects.address.prefix.rpartition("/")[2] or self._objects.address.bucket

    def address(self, name: str) -> str:
        return f"{self._objects}/{name}"

    def names(self, pattern: str = "*") -> list[str]:
        self._there = self._objects.listing()
        return sorted(fnmatch.filter(self._there, pattern))

    def _listing(self) -> dict[str, Stored]:
        if self._there is None:
            self._there = self._objects.listing()
        return self._there

    def exists(self, name: str) -> bool:
        return name in self._listing()

    def size(self, name: str) -> int:
        if not self.exists(name):
            raise FileNotFoundError(name)
        return self._listing()[name].size

    def read_json(self, name: str) -> dict[str, Any] | None:
        return super().read_json(name) if self._bring(name) else None

    def mark_in(self, name: str) -> str | None:
        return super().mark_in(name) if self._bring(name) else None

    def is_ours(self, name: str) -> bool:
        self._bring(name)
        return super().is_ours(name)

    def is_left_over(self, name: str) -> bool:
        return name.endswith(".tif") and self.mark_in(name) is not None

    def bring(self, names: Iterable[str], pictures: bool = False) -> None:
        """Fetch what will be opened, many at once: of a country, one after the other would take hours."""
        wanted = [name for name in names if self.exists(name)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(lambda name: self._bring(name, pictures), wanted))

    def _bring(self, name: str, pictures: bool = False) -> bool:
        """Fetch an object, of a raster its beginning, unless it is here as it is there; tell whether there is one."""
        stored, path = self._listing().get(name), self.place(name)
        if stored is None:
            path.unlink(missing_ok=True)
            return False
        if self._brought.get(name) not in ((stored, True), (stored, pictures)):
            content = self._beginning(name, stored.size, pictures)
            if content is None:
                return False  # deleted since
            with path.open("wb") as file:
                file.write(content)
                file.truncate(max(stored.size, len(content)))
            self._brought[name] = stored, pictures
        return True

    def _beginning(self, name: str, size: int, pictures: bool) -> bytes | None:
        """Return the directories of a raster, and its overviews for pictures; of what is no COG all."""
        if not name.endswith(".tif"):
            return self._objects.read(name)
        wanted = HEAD_BYTES
        while True:
            head = self._objects.read(name, min(size, wanted))
            if head is None or len(head) >= size:
                return head
            end = overviews_end(head, SHOWN_SIDE)
            if end is not None and (end <= len(head) or not pictures):
                return head
            wanted = end or 8 * wanted

    def refuse_long(self, name: str) -> None:
        """Do nothing: the address has been measured, and our names are short."""

    def claim(self, name: str, value: object) -> None:
        self._objects.put_new(json.dumps(value, indent=2, allow_nan=False).encode(), name)
        self._there = None

    def prove(self) -> None:
        self._objects.prove_writing()

    @contextmanager
    def making(self, name: str) -> Iterator[Path]:
        """Give the path under which a composite is to be made, with what lies beside it; it is in the store afterwards.

        Its item, by which it is known as finished, is put last. Keys that have expired show before the work.
        """
        place = self.place(name)
        made = [place.with_suffix(".qml"), place, place.with_suffix(".json")]
        self._objects.read(made[-1].name)
        try:
            yield place
            for path in made:
                self._put(path)
        finally:
            for path in made:
                path.unlink(missing_ok=True)
                self._brought.pop(path.name, None)

    def put(self, name: str, write: Callable[[Path], None], report: Report) -> Path:  # noqa: ARG002
        place = self.place(name)
        write(place)
        self._put(place)
        return place

    def put_style(self, raster: Path, names: Sequence[str], colouring: Colouring) -> None:
        super().put_style(raster, names, colouring)
        self._put(raster.with_suffix(".qml"))

    def _put(self, path: Path) -> None:
        """Put a file of the scratch folder into the bucket, unless it is known to be there as it is."""
        there = {} if self._there is None else self._there
        if path.name not in there or not there[path.name].is_like(path):
            there[path.name] = self._objects.put(path)
        self._brought[path.name] = there[path.name], True

    @contextmanager
    def proved(self) -> Iterator[Proof]:
        name, content = f".proof-{secrets.token_hex(8)}", secrets.token_hex(16)
        self._objects.put_new(content.encode(), name)
        try:
            yield BucketProof(name, content, self._objects)
        finally:
            self._objects.delete(name)

    def sweep(self, run: str = "") -> None:
        """Do nothing: an object is there whole or not at all."""
