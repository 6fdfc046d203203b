"""Sentinel-3 files: what is read, unpacked and masked, on products whose every pixel is known."""

from pathlib import Path

import numpy as np
import pytest
from swaths import COSMETIC, DAY, DUPLICATE, LAND, SHAPE, fields, scene

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.swaths import files
from sentinel_toolkit.core.swaths.files import read_swath

WHOLE = slice(None), slice(None)


def test_values_are_unpacked_once(tmp_path):
    swath = read_swath(scene(tmp_path), ("LST", "NDVI"), WHOLE)
    expected = fields()
    assert swath.values["LST"] == pytest.approx(expected["LST"], abs=0.0011)
    assert swath.values["NDVI"] == pytest.approx(expected["NDVI"], abs=3e-5)


def of_windows(open_netcdf):
    """Return netCDF's Dataset that finds no file below a folder whose name is not ASCII."""

    def dataset(name, *arguments, memory=None, **options):
        if memory is None and not name.isascii():
            raise FileNotFoundError(2, "No such file or directory", name)
        return open_netcdf(name, *arguments, memory=memory, **options)

    return dataset


def test_a_product_below_a_name_that_netcdf_cannot_write_is_read(tmp_path, monkeypatch):
    product = scene(tmp_path / "Jürgen")
    monkeypatch.setattr(files.netCDF4, "Dataset", of_windows(files.netCDF4.Dataset))
    assert read_swath(product, ("LST",), WHOLE).values["LST"] == pytest.approx(fields()["LST"], abs=0.0011)


def test_a_file_that_is_too_large_for_the_memory_or_damaged_fails_as_before(tmp_path, monkeypatch):
    product = scene(tmp_path / "Jürgen")
    Path(product.assets["flags_in"].href).write_bytes(b"x" * 100)
    with pytest.raises(UnreadableRasterError, match="flags_in"):
        read_swath(product, ("LST",), WHOLE)
    monkeypatch.setattr(files, "MAX_MEMBER_BYTES", 10)
    monkeypatch.setattr(files.netCDF4, "Dataset", of_windows(files.netCDF4.Dataset))
    with pytest.raises(UnreadableRasterError, match="No such file"):
        read_swath(product, ("LST",), WHOLE)


def test_impossible_temperatures_are_rejected(tmp_path):
    values = fields()
    values["LST"][5, 5], values["LST"][6, 6] = 229.0, 351.0
    exception = np.zeros(SHAPE, np.uint16)
    exception[7, 7] = 16
    swath = read_swath(scene(tmp_path, values=values, exception=exception), ("LST", "LST_uncertainty", "NDVI"), WHOLE)
    bad = np.zeros(SHAPE, bool)
    bad[5, 5] = bad[6, 6] = bad[7, 7] = True
    assert np.array_equal(np.isnan(swath.values["LST"]), bad)
    assert np.array_equal(np.isnan(swath.values["LST_uncertainty"]), bad)
    assert not np.isnan(swath.values["NDVI"]).any()


def test_copies_are_shown_and_told_apart(tmp_path):
    confidence = np.full(SHAPE, LAND | DAY, np.uint16)
    confidence[3, 3] |= COSMETIC
    confidence[4, 4] |= DUPLICATE
    swath = read_swath(scene(tmp_path, confidence=confidence), ("LST", "independent"), WHOLE)
    assert np.argwhere(swath.values["independent"] == 0).tolist() == [[3, 3], [4, 4]]
    assert not np.isnan(swath.values["LST"]).any()


def ties(zenith, azimuth=90.0, shape=SHAPE):
    """Return tie points every 16 columns, of which number 2 lies at column 16: zenith rises from column to column."""
    columns = np.arange(6)
    return {
        "sat_zenith_tn": np.broadcast_to(zenith(16 + (columns - 2) * 16.0), (shape[0], 6)).copy(),
        "sat_azimuth_tn": np.full((shape[0], 6), azimuth),
    }


def test_view_angles_are_interpolated_between_tie_points(tmp_path):
    swath = read_swath(scene(tmp_path, ties=ties(lambda column: 5 + 0.5 * column)), ("view_zenith",), WHOLE_WINDOW)
    assert swath.values["view_zenith"] == pytest.approx(np.broadcast_to(5 + 0.5 * np.arange(SHAPE[1]), SHAPE), abs=1e-4)


WHOLE_WINDOW = slice(0, SHAPE[0]), slice(0, SHAPE[1])


def test_high_ground_moves_towards_the_satellite(tmp_path):
    values = {**fields(), "elevation_in": np.full(SHAPE, 2000.0)}
    product = scene(tmp_path, values=values, ties=ties(lambda column: np.full(column.shape, 45.0)))
    plain, moved = (read_swath(product, (), WHOLE_WINDOW, shift) for shift in (False, True))
    metres = (moved.longitude - plain.longitude) * np.cos(np.radians(plain.latitude)) * 111_320
    assert metres == pytest.approx(np.full(SHAPE, 2000.0), rel=0.01)  # h · tan 45°, to the east
    assert moved.latitude == pytest.approx(plain.latitude, abs=1e-4)
