"""Of a worker: take up the package that came with a job, whatever version was here before.

This source itself travels, with a call of ``arrive`` behind it: nothing but the standard library is needed.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

PREFIX = "package-"
SENDER = "sentinel_toolkit.core.workflows.cluster.sending"


def arrive(digest: str, archive: bytes) -> None:
    """Let this process import the package of an archive, and forget another one.

    The process that sends it (a scheduler or workers may live in it) keeps what it has.
    """
    if digest in getattr(sys.modules.get(SENDER), "SENT", ()):
        return
    folder = str(_unpacked(digest, archive))
    sys.path[:] = [folder, *(path for path in sys.path if not os.path.basename(path).startswith(PREFIX))]
    loaded = [name for name in sys.modules if name.split(".")[0] == "sentinel_toolkit"]
    if any(not (getattr(sys.modules[name], "__file__", None) or "").startswith(folder) for name in loaded):
        for name in loaded:
            del sys.modules[name]


def _unpacked(digest: str, archive: bytes) -> Path:
    """Return the folder with the package: one for all workers of this computer, so that kernels are compiled once."""
    home = Path(os.environ.get("SENTINEL_TOOLKIT_CACHE") or Path.home() / ".cache" / "sentinel-toolkit")
    try:
        home.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix="part-", dir=home))
    except OSError:  # a container without a home
        home = part = Path(tempfile.mkdtemp(prefix="sentinel-toolkit-"))
        part = home / "part"
    folder = home / f"{PREFIX}{digest}"
    if not folder.is_dir():
        zipfile.ZipFile(io.BytesIO(archive)).extractall(part)
        with suppress(OSError):  # another worker was faster
            part.rename(folder)
    shutil.rmtree(part, ignore_errors=True)
    return folder
