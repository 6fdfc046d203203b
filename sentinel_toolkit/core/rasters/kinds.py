"""Kinds of files, known by how they begin: a suffix is only a name."""

from __future__ import annotations

from typing import NamedTuple

HEAD = 16  # bytes that tell a kind


class Kind(NamedTuple):
    """What a file is, in words; the GDAL driver that reads it (empty: none); how its bytes begin."""

    words: str
    driver: str
    beginnings: tuple[bytes, ...]


# TIFF 6.0 and BigTIFF in both byte orders.
GEOTIFF = Kind("a GeoTIFF", "GTiff", (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"))
# ISO/IEC 15444-1: the signature box, or a bare codestream (SOC and SIZ; the 0 is of SIZ's length, which is below 256).
JPEG_2000 = Kind("a JPEG 2000", "JP2OpenJPEG", (b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51\0"))
KINDS = (
    GEOTIFF,
    JPEG_2000,
    Kind("a VRT", "VRT", (b"<VRTDataset",)),
    Kind("a NetCDF or HDF5 file", "netCDF", (b"CDF", b"\x89HDF")),
    Kind("an Erdas Imagine file", "HFA", (b"EHFA_HEADER_TAG",)),
    Kind("a PNG", "PNG", (b"\x89PNG",)),
    Kind("a JPEG", "JPEG", (b"\xff\xd8\xff",)),
    Kind("a database", "GPKG", (b"SQLite format 3",)),
    Kind("a zip", "", (b"PK\x03\x04",)),
    Kind("a text in XML or HTML", "", (b"<", b"\xef\xbb\xbf<")),
)


def kind_of(head: bytes) -> Kind | None:
    """Return the Kind of a file that begins so; None where it is none that we know."""
    return next((kind for kind in KINDS if head.startswith(kind.beginnings)), None)


def kind_of_file(path: str) -> Kind | None:
    """Return the Kind of a file on this computer.

    Raises
    ------
    OSError
        If it cannot be read.
    """
    with open(path, "rb") as content:
        return kind_of(content.read(HEAD))
