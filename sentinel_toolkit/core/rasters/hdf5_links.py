"""HDF5 and NetCDF files that name other files: refused before a library that would open those sees them.

HDF5 opens what an external link, an external file list or a virtual dataset names, any file of this computer. Neither
netCDF nor GDAL can forbid it. So the file's bytes are looked through for the messages that name files, wherever they
lie: metadata is contiguous and plain, but for heaps with filters, which no NetCDF has and which are refused, too.

https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html has the bytes.
"""

from __future__ import annotations

import functools
import mmap
import os
import re
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.contract import places
from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.contract.targets import stream_of

SIGNATURE = b"\x89HDF\r\n\x1a\n"
CHECKED = 1000  # files that are remembered: each is opened again and again
CHUNK, OVERLAP = 2**20, 64  # bytes that are looked through at once, and those of the next that belong to a message
ADDRESS_BYTES = 8
EXTERNAL = 0x40  # type of a link
HEADERS = (4, 6, 8)  # bytes of a message's header: of version 2, the same with the order of creation, and of version 1
_FILTERED_HEAP = re.compile(rb"FRHP\0.\0(?!\0\0).[\0-\x0f]", re.DOTALL)  # a fractal heap that states filters


def checked_netcdf(path: str) -> str:
    """Return the absolute path of a NetCDF or HDF5 file that is a file here and names no other.

    netCDF takes some names for addresses of servers (``https://…``, ``[mode=dap4]…``, ``file://…#mode=zarr``).

    Raises
    ------
    UnreadableRasterError
        If it is not such a file.
    """
    name = os.path.basename(path)
    if "://" in path or not os.path.isfile(path):
        what = stream_of(path) or ("an address" if "://" in path else "")
        raise UnreadableRasterError(
            f"{name} is {what}, no file on this computer."
            if what
            else f"{name} cannot be opened: there is no such file{places.why_missing(path)}.",
            "Download it first." if "://" in path else "Was it moved? Search the folder again.",
        )
    refuse_links(path)
    return os.path.abspath(path)


def refuse_links(path: str) -> None:
    """Refuse an HDF5 file on this computer that names other files; a file of another kind passes.

    Raises
    ------
    UnreadableRasterError
        Saying how it names them.
    """
    try:
        state = os.stat(path)
        reason = _reason_of_file(os.path.realpath(path), (state.st_size, state.st_mtime_ns, state.st_ino))
    except (OSError, ValueError) as error:
        raise UnreadableRasterError(
            f"{os.path.basename(path)} cannot be opened: {error}.", "Is it complete?"
        ) from error
    if reason:
        raise refusal(os.path.basename(path), reason)


def refusal(name: str, reason: str) -> UnreadableRasterError:
    """Return the error of a file that names others."""
    return UnreadableRasterError(f"{name} is not opened: it {reason}.", "Copy what you need into a file of its own.")


@functools.lru_cache(CHECKED)
def _reason_of_file(path: str, state: tuple[int, int, int]) -> str:
    if state[0] < len(SIGNATURE):
        return ""
    with Path(path).open("rb") as file:
        begin = file.read(len(SIGNATURE))
        if begin.startswith(b"CDF"):
            return ""
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return reason_of(content)


def reason_of(content: bytes | mmap.mmap) -> str:
    """Return how an HDF5 file names other files, in words after "it"; empty where it names none, or is no HDF5."""
    place = _place_of_signature(content)
    if place < 0:
        return ""
    if place > 0:
        return "is no HDF5 from its first byte on"
    if content[13 if content[8] < 2 else 9] != ADDRESS_BYTES:  # by the version of the superblock
        return f"has addresses of another size than {ADDRESS_BYTES} bytes"
    for begin in range(0, len(content), CHUNK):
        piece = content[begin : begin + CHUNK + OVERLAP].ljust(CHUNK + OVERLAP, b"\0")
        if _FILTERED_HEAP.search(piece):
            return "hides its links behind a filter"
        values = np.frombuffer(piece, np.uint8)
        if any(_is_external_link(content, begin + int(place)) for place in _links(values)):
            return "links to another file"
        for message in MESSAGES:
            if any(content[place : place + 4] == message.heap for place in message.addresses(values, len(content))):
                return message.words
    return ""


class _Message(NamedTuple):
    """A message of an object that names files: they stand in a heap, whose address it holds."""

    words: str
    kind: int
    begins: tuple[range, ...]
    """Which values its first bytes have."""
    before: int
    """Bytes before the address."""
    heap: bytes
    """How the heap begins."""

    def addresses(self, values: NDArray[np.uint8], size: int) -> set[int]:
        """Return the addresses inside a file of ``size`` bytes that such messages in a piece of it may hold."""
        kinds = np.flatnonzero(values[:-OVERLAP] == self.kind)
        found: set[int] = set()
        for header in HEADERS:
            bodies = kinds + header
            for place, allowed in enumerate(self.begins):
                at = values[bodies + place]
                bodies = bodies[(at >= allowed.start) & (at < allowed.stop)]
            words = values[bodies[:, None] + np.arange(self.before, self.before + ADDRESS_BYTES)]
            addresses = np.ascontiguousarray(words).view("<u8").ravel()
            found.update(map(int, np.unique(addresses[addresses < size])))
        return found


# An external file list is of version 1; a data layout can be virtual (class 3) from version 4 on.
MESSAGES = (
    _Message("has its pixels in another file", 7, (range(1, 2),), 8, b"HEAP"),
    _Message("is put together of other files", 8, (range(4, 16), range(3, 4)), 2, b"GCOL"),
)


def _place_of_signature(content: bytes | mmap.mmap) -> int:
    """Return where HDF5 would find its signature: at 0, 512, 1024, 2048, …; -1 where it would not."""
    place = 0
    while place + len(SIGNATURE) <= len(content):
        if content[place : place + len(SIGNATURE)] == SIGNATURE:
            return place
        place = max(512, place * 2)
    return -1


def _links(values: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Return where link messages may begin: of version 1, with flags that state the type, which is 64, external."""
    begins = np.flatnonzero(values[2:] == EXTERNAL)
    return begins[(values[begins] == 1) & (values[begins + 1] & 0xE8 == 8)]


def _is_external_link(content: bytes | mmap.mmap, begin: int) -> bool:
    """Tell whether what looks like an external link is one: it ends in the names of a file and of a thing in it."""
    flags = content[begin + 1]
    at = begin + 3 + (8 if flags & 4 else 0) + (1 if flags & 16 else 0)
    width = 1 << (flags & 3)
    at += width + int.from_bytes(content[at : at + width], "little")
    length = int.from_bytes(content[at : at + 2], "little")
    value = content[at + 2 : at + 2 + length]
    parts = value[1:].split(b"\0", 2)
    return len(value) == length and value[:1] == b"\0" and len(parts) == 3 and all(map(_is_word, parts[:2]))


def _is_word(text: bytes) -> bool:
    """Tell whether bytes are a name: compressed pixels are none."""
    try:
        return bool(text) and text.decode("utf-8").isprintable()
    except UnicodeDecodeError:
        return False
