"""Grids for tests."""

from affine import Affine
from odc.geo.geobox import GeoBox


def geobox(resolution, west, north, size, epsg=32633):
    return GeoBox((size, size), Affine(resolution, 0, west, 0, -resolution, north), f"EPSG:{epsg}")
