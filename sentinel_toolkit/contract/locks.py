"""A lock of the operating system on a file: it dies with its holder."""

from __future__ import annotations

import errno
import sys
from typing import IO

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK))


def try_lock(file: IO[bytes]) -> bool:
    """Take the lock of an open file if nobody else holds it; return whether we may go on. Closing it gives it back."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD  # a file system without locks is no reason to stop
    return True
