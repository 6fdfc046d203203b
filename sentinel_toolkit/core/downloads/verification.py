"""Whether a file that has come is the file that was meant."""

from __future__ import annotations

from collections.abc import Callable

from sentinel_toolkit.contract.errors import CorruptFileError
from sentinel_toolkit.core.downloads import ends, zips
from sentinel_toolkit.core.downloads.part_file import File, PartFile
from sentinel_toolkit.core.rasters.kinds import GEOTIFF, JPEG_2000
from sentinel_toolkit.core.scenes import manifests as product_files

# How files of each suffix begin: a login page or an error in the place of a file is known by it. What rasters are
# called tells no more than that they are some.
_RASTERS = GEOTIFF.beginnings + JPEG_2000.beginnings
_BEGINNINGS = {
    ".zip": (b"PK\x03\x04",),
    **dict.fromkeys((".tif", ".tiff", ".jp2"), _RASTERS),
    ".nc": (b"\x89HDF", b"CDF"),
    ".xml": (b"<", b"\xef\xbb\xbf<"),
    ".safe": (b"<", b"\xef\xbb\xbf<"),
}
_PAGE = (b"<!doctype html", b"<html")


def verify(
    part: PartFile, file: File, problems: list[str], checkpoint: Callable[[], None], is_ended: bool = True
) -> tuple[str, str]:
    """Return (how a complete part was checked, what is odd about it).

    Parameters
    ----------
    file
        With the length and checksum that the catalogue states.
    problems
        Of earlier transfers of this file; added to.
    checkpoint
        Called now and then; may raise to stop.
    is_ended
        The server said how long the file is, or where it ends.

    Raises
    ------
    CorruptFileError
        If it is not the file that the catalogue states.
    """
    problem = part.checksum_problem()
    is_zip = file.path.suffix == ".zip"
    if problem == "":
        if is_zip:
            zips.check_names(part.path)
        return part.algorithm, ""
    size = part.size
    if not problem and file.size_bytes not in (None, size):
        problem = f"it has {size} bytes, the catalogue states {file.size_bytes}"
    if not problem and size == 0:
        raise CorruptFileError("The file is empty.", "")
    if is_zip:
        zips.check(part.path, checkpoint)
        # Zips of products are made when asked for, and no paper says that the catalogue's checksum is of that zip.
        if not problem or (problems and zips.holds(part.path, file.path.stem)):
            return "zip", problem or ""
        problems.append(problem)
    if problem:
        raise CorruptFileError(f"The file came damaged: {problem}.", "Run again later.")
    _check_beginning(part, file)
    return _check_end(part, file, checkpoint, is_ended), ""


def _check_end(part: PartFile, file: File, checkpoint: Callable[[], None], is_ended: bool) -> str:
    """Refuse a file that is not whole; return how that was seen."""
    if file.path.suffix.lower() in (".xml", ".safe"):
        product_files.read_xml(part.path)  # a manifest has no length of its own to compare
        return "xml"
    if file.size_bytes:
        return "length"
    if is_ended:
        return ""
    ends.prove_whole(part.path, checkpoint)
    return "end"


def _check_beginning(part: PartFile, file: File) -> None:
    beginnings = _BEGINNINGS.get(file.path.suffix.lower(), ())
    with open(part.path, "rb") as content:
        head = content.read(16)
    is_page = head.lstrip().lower().startswith(_PAGE)
    if is_page or (beginnings and not head.startswith(beginnings)):
        kind = f"a {file.path.suffix[1:]} file" if beginnings else "the file"
        raise CorruptFileError(f"The server sent something else than {kind}: {head[:16]!r}.", "")
