"""Where things live. In the repository metadata.txt and resources/ stand beside the package, in the zip inside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_ROOT = PACKAGE if (PACKAGE / "metadata.txt").exists() else PACKAGE.parent
RESOURCES = _ROOT / "resources"
METADATA = _ROOT / "metadata.txt"
DOCS = _ROOT / "docs"
WORKER_MAIN = PACKAGE / "worker" / "__main__.py"


def version() -> str:
    """Return the version that metadata.txt states."""
    for line in METADATA.read_text("utf-8").splitlines():
        if line.startswith("version="):
            return line.partition("=")[2].strip()
    raise LookupError(f"{METADATA} states no version")


def data_folder() -> Path:
    """Return the folder for what outlives a profile: environments and tools.

    ``SENTINEL_TOOLKIT_DATA`` wins; else the platform's place for local (never roaming) data, which keeps paths short.
    """
    chosen = os.environ.get("SENTINEL_TOOLKIT_DATA")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "SentinelToolkit"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/SentinelToolkit"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "sentinel-toolkit"


def cache_folder() -> Path:
    """Return the folder for what may be deleted at any time. ``SENTINEL_TOOLKIT_CACHE`` wins."""
    chosen = os.environ.get("SENTINEL_TOOLKIT_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "SentinelToolkit" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/SentinelToolkit"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sentinel-toolkit"


def help_page(job: str) -> Path | None:
    """Return the help page of a job: rendered in the zip, Markdown in a checkout; None if there is none."""
    candidates = (RESOURCES / "help" / f"{job}.html", DOCS / f"{job}.md")
    return next((page for page in candidates if page.exists()), None)
