"""Warnings of many files: the first of a kind is said at once, its repeats are counted and said at the end."""

from __future__ import annotations

import collections
import threading

from sentinel_toolkit.contract.report import Report


class Repeats:
    """Says warnings to a report, from any thread."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lock = threading.Lock()
        self._counts: collections.Counter[str] = collections.Counter()

    def say(self, item: str, message: str) -> None:
        """Say what is the matter with an item, unless it was said of another one."""
        with self._lock:
            self._counts[message] += 1
            is_first = self._counts[message] == 1
        if is_first:
            self._report.warning(f"{item}: {message}")

    def finish(self) -> None:
        """Say how often each was repeated."""
        for message, count in self._counts.items():
            if count > 1:
                self._report.warning(f"And {count - 1} more: {message}")
        self._counts.clear()
