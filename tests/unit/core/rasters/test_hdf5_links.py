"""HDF5 and NetCDF files that name other files are refused before HDF5 sees them; all others are read."""

import functools
import os
import zipfile

import hostile_hdf5
import netCDF4
import numpy as np
import pytest

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.rasters import hdf5_links
from sentinel_toolkit.core.rasters.door import open_raster
from sentinel_toolkit.core.swaths import files as swath_files

MANY = 40  # links: too many for the group itself
HOSTILE = {
    "a link": (hostile_hdf5.linked, "links to another file"),
    "many links": (functools.partial(hostile_hdf5.linked, links=MANY), "links to another file"),
    "links in a filter": (functools.partial(hostile_hdf5.linked, links=MANY, is_filtered=True), "behind a filter"),
    "pixels elsewhere": (hostile_hdf5.stored_elsewhere, "has its pixels in another file"),
    "a virtual dataset": (hostile_hdf5.virtual, "is put together of other files"),
}


@pytest.fixture
def secret(tmp_path):
    """A file that strangers' files name: an HDF5 one, for those that name a thing in it."""
    path = tmp_path / "secret.nc"
    with netCDF4.Dataset(path, "w") as dataset:
        for name in ("y", "x"):
            dataset.createDimension(name, 4)
        dataset.createVariable("LST", "u1", ("y", "x"))[:] = 7
    return path


@pytest.mark.parametrize("version", hostile_hdf5.LIBRARY_VERSIONS)
@pytest.mark.parametrize("kind", HOSTILE)
def test_files_that_name_others_are_refused_by_every_reader(tmp_path, secret, kind, version):
    write, words = HOSTILE[kind]
    path = write(tmp_path / "hostile.nc", secret, version)
    packed = tmp_path / "hostile.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(path, "hostile.nc")
    readers = (
        (open_raster, str(path)),
        (open_raster, f'NETCDF:"{path}":LST'),
        (open_raster, f"netcdf:{path}:LST"),
        (open_raster, f'HDF5:"{path}"://LST'),
        (swath_files.stated_name, str(path)),
        (swath_files.stated_name, f"/vsizip/{{{packed}}}/hostile.nc"),
    )
    for reader, name in readers:
        with pytest.raises(UnreadableRasterError, match=words):
            reader(name)


def test_a_message_in_the_last_bytes_or_between_two_pieces_is_found(tmp_path, secret, monkeypatch):
    content = hostile_hdf5.linked(tmp_path / "a.nc", secret).read_bytes()
    for size in range(20, len(content), 7):
        monkeypatch.setattr(hdf5_links, "CHUNK", size)
        assert hdf5_links.reason_of(content) == "links to another file"
    content = hostile_hdf5.stored_elsewhere(tmp_path / "b.nc", secret).read_bytes()
    begin = content.index(b"\x07\x28\0")
    heap = int.from_bytes(content[begin + 12 : begin + 20], "little")
    # The same message once more, at the very end.
    moved = content[:begin] + bytes(30) + content[begin + 30 :] + content[begin : begin + 20]
    assert content[heap : heap + 4] == b"HEAP"
    assert hdf5_links.reason_of(moved) == "has its pixels in another file"


@pytest.mark.parametrize("seed", range(4))
def test_pixels_of_any_kind_are_no_links(tmp_path, seed):
    """Compressed or plain, few values or many: nothing in them is taken for a message that names a file."""
    path, random = tmp_path / "plain.nc", np.random.default_rng(seed)
    with netCDF4.Dataset(path, "w") as dataset:
        dataset.createDimension("x", 1_000_000)
        for number, (kind, top) in enumerate((("u1", 9), ("u1", 256), ("i2", 70), ("i4", 9), ("f4", 9), ("i8", 9))):
            for is_packed in (False, True):
                variable = dataset.createVariable(f"v{number}{is_packed}", kind, "x", zlib=is_packed)
                variable[:] = random.integers(0, top, 1_000_000)
                variable.long_name = "a variable of values that are like those of messages"
        for number in range(60):
            dataset.setncattr(f"attribute_{number}", "text " * number)
    hdf5_links.refuse_links(str(path))


def test_an_hdf5_behind_something_else_is_refused(tmp_path, secret):
    path = tmp_path / "behind.nc"
    path.write_bytes(bytes(512) + secret.read_bytes())
    with pytest.raises(UnreadableRasterError, match="from its first byte"):
        open_raster(path)


@pytest.mark.parametrize(
    "name", ["https://example.org/LST_in.nc", "file:///tmp/x.nc#mode=zarr", "[mode=dap4]http://a/b"]
)
def test_addresses_are_no_netcdf(name):
    with pytest.raises(UnreadableRasterError, match="an address, no file"):
        swath_files.stated_name(name)


def test_a_file_in_brackets_is_read_as_a_file(tmp_path, secret, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.rename(secret, "[dap4]x.nc")
    assert swath_files.stated_name("[dap4]x.nc") == ""


def test_a_file_that_changes_is_looked_at_again(tmp_path, secret):
    hdf5_links.refuse_links(str(secret))
    hostile_hdf5.linked(secret, tmp_path / "other.nc")
    with pytest.raises(UnreadableRasterError, match="links to another file"):
        hdf5_links.refuse_links(str(secret))
