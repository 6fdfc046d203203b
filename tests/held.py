"""Files that a program holds open, as on Windows: they can be read, and neither replaced, renamed nor deleted."""

import os
import time

from sentinel_toolkit.contract import journal, open_files
from sentinel_toolkit.contract.report import Report

SHARING_VIOLATION, ACCESS_DENIED = 32, 5  # what Windows says of a source, and of a target, that is open


class Held:
    """Hold files, by what the file system knows them by, until ``release`` or for some seconds.

    ``patience_s`` is how long a job waits for them, where it is not to be that of users.
    """

    def __init__(self, monkeypatch, patience_s=open_files.PATIENCE_S):
        monkeypatch.setattr(open_files, "PATIENCE_S", patience_s)
        self._until = {}
        monkeypatch.setattr(journal, "HAS_LINKS", False)
        real = {name: getattr(os, name) for name in ("replace", "unlink", "remove")}

        def replace(source, target):
            self._refuse(source, SHARING_VIOLATION)
            self._refuse(target, ACCESS_DENIED)
            real["replace"](source, target)

        monkeypatch.setattr(os, "replace", replace)
        for name in ("unlink", "remove"):

            def delete(path, *, dir_fd=None, name=name):
                self._refuse(path, SHARING_VIOLATION, dir_fd)
                real[name](path, dir_fd=dir_fd)

            monkeypatch.setattr(os, name, delete)

    def hold(self, *paths, seconds=float("inf")):
        for path in paths:
            state = os.lstat(path)
            self._until[state.st_dev, state.st_ino] = time.monotonic() + seconds

    def when(self, word, *paths, said=None):
        """Return a report that holds the files once the job says the word: it has been proved that they are free."""

        def emit(event):
            if word in event.text:
                self.hold(*paths)
            if said is not None:
                said.append(event)

        return Report(emit)

    def release(self):
        self._until.clear()

    def _refuse(self, path, code, dir_fd=None):
        try:
            state = os.lstat(path, dir_fd=dir_fd)
        except FileNotFoundError:
            return
        if time.monotonic() < self._until.get((state.st_dev, state.st_ino), 0):
            error = PermissionError(13, "The process cannot access the file", str(path))
            error.winerror = code
            raise error
