"""The package as it is here, on its way to the workers: sources, and the few resources that composites need."""

from __future__ import annotations

import hashlib
import inspect
import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import distributed
from distributed.diagnostics.plugin import SchedulerUploadFile, UploadFile

from sentinel_toolkit import paths
from sentinel_toolkit.core.workflows.cluster import arrival

PLUGIN = "sentinel-toolkit"  # one at a time: workers that come later take up the package of the last job
RESOURCES = ("styles",)
SENT: set[str] = set()  # digests: a scheduler or workers of this very process have the package already


def send_package(client: distributed.Client) -> str:
    """Give the package as it is here to all workers, and to those that come later; return its hash."""
    archive = _archive()
    digest = hashlib.sha256(archive).hexdigest()[:12]
    SENT.add(digest)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # what stays there harms nobody
        module = Path(folder) / f"sentinel_toolkit_{digest}.py"
        module.write_text(f"{inspect.getsource(arrival)}\n\narrive({digest!r}, {archive!r})\n", "utf-8")
        # The scheduler, too, opens what tasks consist of.
        at_scheduler = SchedulerUploadFile(str(module))
        at_scheduler.idempotent = True
        client.register_plugin(at_scheduler, name=f"{PLUGIN}-{digest}")
        client.register_plugin(UploadFile(str(module)), name=PLUGIN)
    return digest


def _archive() -> bytes:
    """Return the zip: the same package is the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in _files():
            entry = zipfile.ZipInfo(f"{paths.PACKAGE.name}/{name}")  # with a fixed time
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())
    return target.getvalue()


def _files() -> Iterator[tuple[str, Path]]:
    """Yield (name in the package, file) in their order."""
    for file in sorted(paths.PACKAGE.rglob("*.py")):
        yield file.relative_to(paths.PACKAGE).as_posix(), file
    yield "metadata.txt", paths.METADATA
    for folder in RESOURCES:
        for file in sorted((paths.RESOURCES / folder).iterdir()):
            yield f"resources/{folder}/{file.name}", file
