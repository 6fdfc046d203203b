"""Pieces of a tiled GeoTIFF: differenced, so that they compress, and deflated; and back.

Predictors: 2 of TIFF 6.0 for whole numbers, 3 of the Photoshop TIFF Technical Note 3 (Adobe, 2005) for others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

SIDE = 512  # pixels of a piece; the COG driver's own default
LEVEL = 2  # of ISA-L's 0 to 3: within 3 % of zlib's 6 in size, at some four times its speed


@dataclass(frozen=True)
class PieceForm:
    """What the pieces of a raster hold: so many bands, interleaved by pixel, of a type, with a value for no data.

    >>> form = PieceForm(2, np.dtype("int16"), -32768)
    >>> pixels = form.empty((300, 512))
    >>> bool((form.unpack(form.pack(pixels), (300, 512)) == pixels).all())
    True
    """

    bands: int
    dtype: np.dtype
    nodata: float

    def empty(self, shape: tuple[int, int]) -> NDArray[Any]:
        """Return pixels (band, y, x) without data, of a shape (y, x)."""
        return np.full((self.bands, *shape), self.nodata, self.dtype)

    def pack(self, pixels: NDArray[Any]) -> bytes:
        """Return pixels (band, y, x), at most a piece's side long, as the bytes of a piece.

        What the raster does not reach is filled so that it costs nothing.
        """
        pixels = np.ascontiguousarray(pixels)
        if self.dtype.kind == "f":
            rows = np.zeros((SIDE, SIDE * self.bands * self.dtype.itemsize), np.uint8)
            difference_bytes(pixels.view(f"u{self.dtype.itemsize}"), rows)
            return isal_zlib.compress(rows, LEVEL)
        differences = np.zeros((SIDE, SIDE, self.bands), self.dtype)
        difference(pixels, differences)
        return isal_zlib.compress(differences, LEVEL)

    def unpack(self, piece: bytes, shape: tuple[int, int]) -> NDArray[Any]:
        """Return the pixels (band, y, x) of a shape (y, x) that a piece was made of."""
        data = np.frombuffer(isal_zlib.decompress(piece), np.uint8)
        if self.dtype.kind == "f":
            size = self.dtype.itemsize
            planes = np.cumsum(data.reshape(SIDE, -1, self.bands), axis=1, dtype=np.uint8).reshape(SIDE, size, -1)
            big_endian = np.ascontiguousarray(planes.transpose(0, 2, 1)).view(f">f{size}")
            pixels = big_endian.reshape(SIDE, SIDE, self.bands).astype(self.dtype)
        else:
            pixels = np.cumsum(data.view(self.dtype).reshape(SIDE, SIDE, self.bands), axis=1, dtype=self.dtype)
        return np.ascontiguousarray(pixels[: shape[0], : shape[1]].transpose(2, 0, 1))


@numba.njit(nogil=True, cache=True, error_model="numpy")
def difference(pixels: NDArray[Any], out: NDArray[Any]) -> None:
    """Fill ``out`` (y, x, band) with the differences of pixels (band, y, x) to their left neighbours: predictor 2.

    What lies beyond the pixels is left as it is: nought, as if the last one went on.
    """
    bands, height, width = pixels.shape
    for y in range(height):
        for band in range(bands):
            row = pixels[band, y]
            out[y, 0, band] = row[0]
            for x in range(1, width):
                out[y, x, band] = row[x] - row[x - 1]


@numba.njit(nogil=True, cache=True, error_model="numpy")
def difference_bytes(bits: NDArray[np.unsignedinteger], out: NDArray[np.uint8]) -> None:
    """Fill ``out`` (y, bytes) with the differences of the bytes of floating-point numbers: predictor 3.

    A row holds the most significant bytes of all its numbers, then the next; each is told from the one that is
    as many bytes before it as there are bands.

    Parameters
    ----------
    bits : shape (band, y, x)
        The numbers, as unsigned ones.
    out : shape (y, bytes of a piece's row)
        Rows beyond those of ``bits`` are left as they are.
    """
    bands, height, width = bits.shape
    size = bits.itemsize
    length = out.shape[1] // size
    side = length // bands
    for y in range(height):
        row = out[y]
        for band in range(bands):
            numbers = bits[band, y]
            last = np.uint8(0)
            for plane in range(size):
                shift = 8 * (size - 1 - plane)
                start = plane * length + band
                row[start] = np.uint8(numbers[0] >> shift) - last
                for x in range(1, width):
                    row[start + x * bands] = np.uint8(numbers[x] >> shift) - np.uint8(numbers[x - 1] >> shift)
                for x in range(width, side):
                    row[start + x * bands] = 0  # as if the last one went on
                last = np.uint8(numbers[width - 1] >> shift)


def warm_up() -> None:
    """Compile the kernels for the types of our rasters."""
    for dtype in ("int16", "float32"):
        PieceForm(1, np.dtype(dtype), 0).pack(np.zeros((1, 2, 2), dtype))
