"""Open datasets kept between reads: opening a file, above all a remote one, costs more than a block of it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from rasterio.errors import RasterioError

from sentinel_toolkit.core.rasters.door import Raster

LIMIT = 400  # open at once: below the 1024 files that a process may have, with room for all else


class Handles:
    """Datasets by href, each lent to one thread at a time; GDAL allows no more.

    Parameters
    ----------
    open_dataset
        href → dataset.
    """

    def __init__(self, open_dataset: Callable[[str], Raster]) -> None:
        self._open = open_dataset
        self._lock = threading.Lock()
        # The longest unused comes first.
        self._idle: OrderedDict[tuple[str, int], Raster] = OrderedDict()
        self._by_href: dict[str, list[tuple[str, int]]] = {}
        self._serial = 0

    @contextmanager
    def lend(self, href: str, fresh: bool = False) -> Iterator[Raster]:
        """Give a dataset for a while; what fails meanwhile is closed, not kept.

        Parameters
        ----------
        fresh
            Open it anew, whatever is kept.
        """
        dataset = (None if fresh else self._take(href)) or self._open(href)
        try:
            yield dataset
        except BaseException:
            _close(dataset)
            raise
        self._keep(href, dataset)

    def _take(self, href: str) -> Raster | None:
        with self._lock:
            keys = self._by_href.get(href)
            if not keys:
                return None
            key = keys.pop()
            return self._idle.pop(key)

    def _keep(self, href: str, dataset: Raster) -> None:
        with self._lock:
            self._serial += 1
            self._idle[href, self._serial] = dataset
            self._by_href.setdefault(href, []).append((href, self._serial))
            surplus = []
            while len(self._idle) > LIMIT:
                key, oldest = self._idle.popitem(last=False)
                self._by_href[key[0]].remove(key)
                surplus.append(oldest)
        for each in surplus:
            _close(each)

    def close(self) -> None:
        """Close all that are idle: files may be moved or deleted now, on Windows too."""
        with self._lock:
            datasets, self._idle, self._by_href = list(self._idle.values()), OrderedDict(), {}
        for dataset in datasets:
            _close(dataset)


def _close(dataset: Raster) -> None:
    with suppress(RasterioError, OSError):  # it was read only; nothing can be lost
        dataset.close()
