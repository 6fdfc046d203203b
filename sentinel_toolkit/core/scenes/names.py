"""Names that come from a catalogue, made or found safe as names of files."""

from __future__ import annotations

import hashlib
import re

MAX_NAME = 120  # characters of a folder's name
# One part of a path: no place outside, nothing hidden, no name that Windows or we ourselves keep for other things.
_PART = re.compile(r"\w(?:[\w.\-]{0,150}[\w\-])?", re.ASCII)
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\..*)?|.*\.part(?:-facts)?", re.IGNORECASE)


def safe_name(text: str) -> str:
    """Return a text as the name of a file or folder: letters, digits and ``_.-``, nothing hidden, not too long."""
    name = re.sub(r"[^A-Za-z0-9_.\-]", "_", text).lstrip(".")[:MAX_NAME].rstrip(".")
    if name == text and is_plain(name):
        return name
    return f"scene-{name}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def whole_number(text: str) -> int | None:
    """Return the length that a text states, or None."""
    return int(text) if re.fullmatch("[0-9]{1,18}", text) else None


def is_plain(name: str) -> bool:
    """Tell whether a name of a stranger's may become that of a file or folder."""
    return bool(_PART.fullmatch(name)) and not _RESERVED.fullmatch(name)
