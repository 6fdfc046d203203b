"""HDF5 files that name other files, made by the HDF5 library that netCDF4 brings: netCDF4 itself makes none."""

import ctypes

import netCDF4._netCDF4 as compiled
import pytest

TRUNCATE, DEFAULT, ORDER = 2, ctypes.c_int64(0), 3  # of H5Fcreate; of property lists; tracked and indexed
LIBRARY_VERSIONS = {"earliest": (0, 4), "default": None, "latest": (3, 4)}  # what a file's metadata looks like


class Hdf5:
    """The functions of the library, as they are, but for the size of what names a thing."""

    def __init__(self):
        self._library = ctypes.CDLL(compiled.__file__)
        if not hasattr(self._library, "H5Lcreate_external"):
            pytest.skip("netCDF4 shows no functions of HDF5 here")
        self._library.H5open()

    def __call__(self, function, *arguments):
        called = getattr(self._library, function)
        called.restype = ctypes.c_int64 if "create" in function and "external" not in function else ctypes.c_int
        result = called(*arguments)
        assert result >= 0, function
        return ctypes.c_int64(result)

    def known(self, name):
        return ctypes.c_int64.in_dll(self._library, f"{name}_ID_g" if name.startswith("H5P") else f"{name}_g")

    def properties(self, kind):
        return self("H5Pcreate", self.known(f"H5P_CLS_{kind}"))

    def file(self, path, version):
        access = self.properties("FILE_ACCESS")
        if LIBRARY_VERSIONS[version]:
            self("H5Pset_libver_bounds", access, *LIBRARY_VERSIONS[version])
        return self("H5Fcreate", str(path).encode(), TRUNCATE, DEFAULT, access)


def linked(path, target, version="default", links=1, is_filtered=False):
    """Write a file with external links to /LST of another: some lie in their group, many in a heap."""
    hdf5 = Hdf5()
    file, properties = hdf5.file(path, version), hdf5.properties("GROUP_CREATE")
    if is_filtered:
        hdf5("H5Pset_deflate", properties, 9)
    hdf5("H5Pset_link_creation_order", properties, ORDER)
    group = hdf5("H5Gcreate2", file, b"group", DEFAULT, properties, DEFAULT)
    for number in range(links):
        name = f"LST{number or ''}".encode()
        hdf5("H5Lcreate_external", str(target).encode(), b"/LST", group, name, DEFAULT, DEFAULT)
    hdf5("H5Gclose", group)
    hdf5("H5Fclose", file)
    return path


def _dataset(path, version, adapt):
    hdf5 = Hdf5()
    file, properties = hdf5.file(path, version), hdf5.properties("DATASET_CREATE")
    space = hdf5("H5Screate_simple", 2, (ctypes.c_ulonglong * 2)(4, 4), None)
    adapt(hdf5, properties, space)
    kind = hdf5.known("H5T_STD_U8LE")
    dataset = hdf5("H5Dcreate2", file, b"LST", kind, space, DEFAULT, properties, DEFAULT)
    hdf5("H5Dclose", dataset)
    hdf5("H5Fclose", file)
    return path


def stored_elsewhere(path, target, version="default"):
    """Write a file whose variable LST is the first 16 bytes of another file."""

    def adapt(hdf5, properties, _space):
        hdf5("H5Pset_external", properties, str(target).encode(), ctypes.c_long(0), ctypes.c_ulonglong(16))

    return _dataset(path, version, adapt)


def virtual(path, target, version="default"):
    """Write a file whose variable LST is that of another file."""

    def adapt(hdf5, properties, space):
        hdf5("H5Pset_virtual", properties, space, str(target).encode(), b"/LST", space)

    return _dataset(path, version, adapt)
