"""What lies in the folder of a series: the one place that lists it, reads it and puts files there.

Nothing else of a series touches the folder: a store of another kind (objects under a prefix) has these methods.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import ToolkitError, UnreadableRasterError
from sentinel_toolkit.contract.publishing import publish
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.staging import discard_parts, staged, sweep
from sentinel_toolkit.contract.targets import is_ours
from sentinel_toolkit.core.composites.product import MARK_TAG
from sentinel_toolkit.core.rasters.door import readable
from sentinel_toolkit.core.results.style import Colouring, write_style

PROOF = "proof"


@dataclass(frozen=True)
class Proof:
    """What this computer has put into the folder, and whoever is to write there must find."""

    path: str
    content: str

    def refusal(self) -> str:
        """Return why this computer cannot write where the proof was put, in a few words; empty where it can."""
        try:
            if Path(self.path).read_text("utf-8") != self.content:
                return "another folder is there"
            own = Path(self.path).with_name(f"{PROOF}-{secrets.token_hex(8)}")
            own.write_text("", "utf-8")
            own.unlink()
        except OSError as error:
            return error.strerror or str(error)
        return ""


class SeriesStore:
    """A folder of this computer, or one that it shares with others.

    Parameters
    ----------
    path
        Where it is, or will be.
    """

    def __init__(self, path: str) -> None:
        self.path = Path(path)

    @property
    def name(self) -> str:
        """Return its name for people."""
        return self.path.name

    def place(self, name: str) -> Path:
        """Return where a file lies, for what opens rasters and for the rows of layers."""
        return self.path / name

    def address(self, name: str) -> str:
        """Return where a file lies, for people and for the rows of layers."""
        return str(self.place(name))

    def bring(self, names: Iterable[str], pictures: bool = False) -> None:
        """Fetch what will be opened, many at once: nothing, where it lies on a disk.

        Parameters
        ----------
        pictures
            Of rasters the overviews, too, from which pictures are made.
        """

    def names(self, pattern: str = "*") -> list[str]:
        """Return the names of the files that match a pattern of the shell, sorted."""
        return sorted(path.name for path in self.path.glob(pattern))

    def exists(self, name: str) -> bool:
        """Tell whether there is anything of that name."""
        return self.place(name).exists()

    def size(self, name: str) -> int:
        """Return the bytes of a file.

        Raises
        ------
        OSError
            If there is none.
        """
        return self.place(name).stat().st_size

    def read_json(self, name: str) -> dict[str, Any] | None:
        """Return the object in a file; None where there is none."""
        try:
            value = json.loads(self.place(name).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        return value if isinstance(value, dict) else None

    def mark_in(self, name: str) -> str | None:
        """Return the mark that a raster itself carries: its item may belong to the one that was to replace it."""
        try:
            with readable(self.place(name)) as dataset:
                return dataset.tags().get(MARK_TAG)
        except UnreadableRasterError:
            return None

    def is_ours(self, name: str) -> bool:
        """Tell whether a file beside a raster was written by us, or there is none."""
        return is_ours(self.place(name))

    def is_left_over(self, name: str) -> bool:  # noqa: ARG002
        """Tell whether a raster without its item is what a run of ours left that was ended in between.

        On a disk there is none: both are published in one step, or not.
        """
        return False

    def refuse_long(self, name: str) -> None:
        """Refuse a name with which the path would be longer than the system takes."""
        places.refuse_long("OUTPUT_FOLDER", self.place(name))

    def claim(self, name: str, value: object) -> None:
        """Put a value under a name unless there is something already: of many who do so at once, one is first.

        Raises
        ------
        ToolkitError
            If the folder cannot be written.
        """
        with staged(self.place(name)) as part:
            written = part / name
            _write_json(written, value)
            with suppress(FileExistsError):
                try:
                    os.link(written, self.place(name))  # whole from the first moment
                except (PermissionError, NotImplementedError, OSError) as error:
                    if isinstance(error, FileExistsError):
                        raise
                    self._create(name, written)

    def _create(self, name: str, written: Path) -> None:
        """Do so on file systems that have no links."""
        with open(self.place(name), "xb") as file:
            file.write(written.read_bytes())

    def prove(self) -> None:
        """Prove, before the work, that files can be put there: nothing, of a disk, where a job begins with a folder."""

    @contextmanager
    def making(self, name: str) -> Iterator[Path]:
        """Give the path under which a composite is to be made, with what lies beside it; it is in the store afterwards.

        What is made there is published in one step: nothing half-made is seen under its name.
        """
        yield self.place(name)

    def put(self, name: str, write: Callable[[Path], None], report: Report) -> Path:
        """Let a file be written beside its place, move it there, and return where it is."""
        target = self.place(name)
        with staged(target) as part:
            write(part / target.name)
            return publish(part, target, report)

    def put_json(self, name: str, value: object, report: Report) -> Path:
        """Put a value under a name; return where it is."""
        return self.put(name, lambda path: _write_json(path, value), report)

    def put_style(self, raster: Path, names: Sequence[str], colouring: Colouring) -> None:
        """Write the style of a raster of the store; see ``write_style``."""
        write_style(raster, names, colouring)

    @contextmanager
    def proved(self) -> Iterator[Proof]:
        """Give a Proof that lies in the folder while the context lasts.

        Raises
        ------
        ToolkitError
            If the folder cannot be written.
        """
        with staged(self.place(PROOF)) as part:
            proof = Proof(str(part.absolute() / f".{PROOF}"), secrets.token_hex(16))
            Path(proof.path).write_text(proof.content, "utf-8")
            yield proof

    def sweep(self, run: str = "") -> None:
        """Delete what dead processes left half-made; of a ``run`` that has ended (its token) wherever they were."""
        sweep(self.path)
        if run:
            list(discard_parts(self.path, run))


def _write_json(path: Path, value: object) -> None:
    try:
        path.write_text(json.dumps(value, indent=2, allow_nan=False), "utf-8")
    except OSError as error:
        raise ToolkitError(f"{path.name} cannot be written: {error.strerror}.", "Is the disk full?") from error
