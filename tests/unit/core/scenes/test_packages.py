"""Products in folders and zips of strangers: links that lead out, too many members, and what is no file."""

import os
import struct
import time
import zipfile

import pytest

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import folder
from sentinel_toolkit.core.scenes import packages
from sentinel_toolkit.core.scenes.safe import PRODUCT_METADATA, UnreadableProductError, read_product

NAME = "S2A_MSIL2A_20230815T095031_N0509_R079_T33TWL_20230815T140000.SAFE"


@pytest.fixture
def product(tmp_path):
    """A SAFE folder, as far as its names go."""
    path = tmp_path / "in" / NAME
    (path / "GRANULE").mkdir(parents=True)
    (path / PRODUCT_METADATA).write_text("<x/>")
    return path


@pytest.mark.posix
@pytest.mark.parametrize("name", [PRODUCT_METADATA, "GRANULE/B04.jp2", "GRANULE/L2A"])
def test_links_out_of_a_product_are_refused_by_name(tmp_path, product, name):
    (tmp_path / "secret").mkdir()
    (product / name).unlink(missing_ok=True)
    (product / name).symlink_to(tmp_path / "secret")
    with pytest.raises(UnreadableProductError, match=f"{name} is a link that leads out of the product"):
        read_product(product)


@pytest.mark.posix
def test_links_within_a_product_are_read(product):
    (product / "GRANULE" / "again.xml").symlink_to(product / PRODUCT_METADATA)
    assert "GRANULE/again.xml" in packages.FolderPackage(product).names


@pytest.mark.posix
def test_pipes_and_devices_in_a_folder_are_not_waited_for(product):
    for name in ("item.json", "S2A_MSIL2A_x.zip", "other.zip", "B04.tif"):
        os.mkfifo(product.parent / name)
    (product.parent / "zero.json").symlink_to("/dev/zero")
    (product / PRODUCT_METADATA).unlink()
    os.mkfifo(product / PRODUCT_METADATA)
    notes = []
    with pytest.raises(folder.CatalogueError):
        folder.search(str(product.parent), Report(notes.append))
    assert any("MTD_MSIL2A.xml is a pipe, no file" in note.text for note in notes if hasattr(note, "text"))


def zip_of(path, members, name=PRODUCT_METADATA):
    """Write a zip of many empty members, its list as it stands in one."""
    listed = bytearray()
    for number in range(members):
        member = (name if not number else f"{number:06}").encode()
        listed += struct.pack(
            "<4s4B4HL2L5H2L", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 0, 0, 0, 0, len(member), 0, 0, 0, 0, 0, 0
        )
        listed += member
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, members & 0xFFFF, members & 0xFFFF, len(listed), 0, 0)
    path.write_bytes(listed + end)
    return path


@pytest.mark.parametrize("members", [packages.MAX_MEMBERS + 1, 100_000, 1_000_000])
def test_zips_of_too_many_members_are_refused_at_once(tmp_path, members):
    path = zip_of(tmp_path / "S2A_MSIL2A_x.zip", members)
    begun = time.process_time()
    with pytest.raises(zipfile.BadZipFile, match="no product"), packages.opened_zip(path):
        pass
    with pytest.raises(UnreadableProductError, match="no product"):
        read_product(path)
    assert time.process_time() - begun < 3


def test_zips_of_as_many_members_as_a_product_has_are_read(tmp_path):
    path = zip_of(tmp_path / "a.zip", 2000)
    with packages.opened_zip(path) as archive:
        assert len(archive.namelist()) == 2000
