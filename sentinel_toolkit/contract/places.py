"""Places on this computer: how long their paths may be, what is hidden, and which file a URL names."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from sentinel_toolkit.contract.errors import InvalidRequestError

MAX_NAME = 255  # of one file or folder: bytes, on Windows units of UTF-16
ROOM = 100  # for the names in a hidden folder: those of our results are shorter
_VERBATIM = "\\\\?\\"  # before it Windows takes a path at any length, and as it is
_HIDDEN = 2  # FILE_ATTRIBUTE_HIDDEN
# What whoever keeps this computer has said: a key and a value of Windows's registry.
_LONG_PATHS = r"SYSTEM\CurrentControlSet\Control\FileSystem", "LongPathsEnabled"


class PathLimit(NamedTuple):
    """The longest paths of a system."""

    system: str
    """Its name for people; empty where the length is the file system's."""
    file: int
    """Of a file."""
    folder: int
    """Of a folder."""


# MAX_PATH is 260 with the zero at the end; a folder must leave room for a name of 8.3.
SHORT_WINDOWS = PathLimit("Windows", 259, 247)
LONG_WINDOWS = PathLimit("Windows", 32_000, 32_000)
MACOS = PathLimit("macOS", 1023, 1023)
LINUX = PathLimit("Linux", 4095, 4095)


def path_limit() -> PathLimit:
    """Return how long paths may be on this computer, in the worker: its Python takes long ones where Windows does."""
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _LONG_PATHS[0]) as key:
                has_long_paths = bool(winreg.QueryValueEx(key, _LONG_PATHS[1])[0])
        except OSError:  # an older Windows, or nobody has said so
            has_long_paths = False
        return LONG_WINDOWS if has_long_paths else SHORT_WINDOWS
    return MACOS if sys.platform == "darwin" else LINUX


def length_of(text: str) -> int:
    """Return the length of a path or name as this system counts it.

    >>> length_of("ü") if os.name == "posix" else 2
    2
    """
    if sys.platform == "win32":
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text.encode("utf-8", "surrogatepass"))


def too_long(path: str | os.PathLike[str], limit: PathLimit | None = None, is_folder: bool = False) -> str:
    """Return in words why a path is too long for this computer; empty where it is not.

    Parameters
    ----------
    path
        Absolute, or of the working folder.
    limit
        None: that of this computer.
    is_folder
        It is the path of a folder.
    """
    limit = limit or path_limit()
    text = os.path.abspath(path)
    if text.startswith(_VERBATIM):
        return ""
    for what, part, most in (
        ("name", os.path.basename(text), MAX_NAME),
        ("path", text, limit.folder if is_folder else limit.file),
        ("path of its folder", os.path.dirname(text), limit.folder),
    ):
        if (length := length_of(part)) > most:
            return f"its {what} has {length} characters, and {limit.system} takes {most}"
    return ""


def refuse_long(
    parameter: str,
    path: str | os.PathLike[str],
    limit: PathLimit | None = None,
    spare: int = 0,
    is_folder: bool = False,
) -> None:
    """Refuse, before the work, a file or folder that could not be made in the end.

    Parameters
    ----------
    parameter
        That names it, or its folder.
    spare
        Characters that a name beside it has more while it is made.

    Raises
    ------
    InvalidRequestError
        Naming the file and the lengths.
    """
    limit = limit or path_limit()
    reason = too_long(path, limit._replace(file=limit.file - spare), is_folder)
    if reason:
        raise InvalidRequestError(f"{parameter} cannot be written: {path}: {reason}.", advice_for(limit))


def advice_for(limit: PathLimit | None = None) -> str:
    """Return what can be done about a path that is too long."""
    choice = "Choose a shorter name, or a folder with a shorter path."
    if (limit or path_limit()).file < LINUX.file and sys.platform == "win32":
        return f"{choice} Or let an administrator allow long paths in Windows (LongPathsEnabled)."
    return choice


def why_missing(path: str | os.PathLike[str]) -> str:
    """Return what to add to "is not there": for a path that is too long the system says the same; else nothing."""
    reason = too_long(path)
    return f": {reason}" if reason else ""


def reason_of(error: OSError, path: str | os.PathLike[str]) -> str:
    """Return why the system refuses a path, in words; Windows calls one that is too long not there."""
    reason = too_long(path) if error.errno in (errno.ENOENT, errno.ENAMETOOLONG, errno.EINVAL) else ""
    return reason or os.strerror(error.errno or 0)


def extended(path: Path) -> Path:
    """Return the path of a hidden folder of ours so that Windows takes what is made in it, whatever its length."""
    if sys.platform == "win32" and length_of(os.path.abspath(path)) + ROOM > SHORT_WINDOWS.folder:
        return Path(verbatim(os.path.abspath(path)))
    return path


def verbatim(path: str) -> str:
    r"""Return an absolute path of Windows in the form that may have any length.

    >>> print(verbatim("C:\\a"), verbatim("\\\\server\\share\\a"), verbatim("\\\\?\\C:\\a"))
    \\?\C:\a \\?\UNC\server\share\a \\?\C:\a
    """
    if path.startswith(_VERBATIM):
        return path
    return f"{_VERBATIM}UNC{path[1:]}" if path.startswith("\\\\") else f"{_VERBATIM}{path}"


def hide(folder: Path) -> None:
    """Hide a folder where a dot before its name does not."""
    if sys.platform == "win32":
        import ctypes

        ctypes.WinDLL("kernel32").SetFileAttributesW(str(folder), _HIDDEN)  # where it cannot, it is only seen


def is_on_other_share(path: str, *roots: Path) -> bool:
    """Tell whether a path names a share of the network on which none of the folders lies.

    Only to look there would give Windows's login to whoever keeps it. Elsewhere no path names a share.
    """
    share, *own = (os.path.splitdrive(place)[0].replace("/", "\\").lower() for place in (path, *map(str, roots)))
    return share.startswith("\\\\") and share not in own


def path_of_url(url: str) -> str:
    r"""Return the path that a URL of a file names; empty where it names none of this computer.

    On Windows ``file:///C:/a%20b`` is ``C:\a b``, and ``file://server/share/a`` is ``\\server\share\a``.
    """
    from urllib.request import url2pathname  # only here: it loads HTTP

    try:
        parts = urlsplit(url)
        host = "" if parts.netloc.lower() == "localhost" else parts.netloc
        if parts.scheme != "file" or (host and sys.platform != "win32"):
            return ""
        path: str = url2pathname(f"//{host}{parts.path}" if host else parts.path)
    except (OSError, ValueError):  # no URL; on Windows with more than a drive before a colon
        return ""
    return path
