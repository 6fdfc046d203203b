"""The swath of the gridding benchmark, and the grids it is put on: the same numbers for every system."""

import math

import numpy as np
import pyproj

CRS = "EPSG:32633"
SHAPES = {"frame": (1200, 1500), "small": (120, 150)}
CENTRE = 500_000, 5_000_000
SPACING_M, JITTER_M, TURN_DEG = 1000.0, 60.0, 12.0
AREA_M = 100_000
CELL_M = 1000
REACH_M = 750.0  # of the nearest pixel, for every system


def make_swath(name):
    """Return (latitude, longitude, values) of a swath: float64 degrees and float32."""
    shape = SHAPES.get(name) or tuple(map(int, name.split("x")))
    rows, columns = np.mgrid[: shape[0], : shape[1]].astype(float)
    turn = math.radians(TURN_DEG)
    right, down = (columns - shape[1] / 2) * SPACING_M, (rows - shape[0] / 2) * SPACING_M
    random = np.random.default_rng(0)
    x = CENTRE[0] + right * math.cos(turn) + down * math.sin(turn) + random.normal(0, JITTER_M, shape)
    y = CENTRE[1] + right * math.sin(turn) - down * math.cos(turn) + random.normal(0, JITTER_M, shape)
    longitude, latitude = pyproj.Transformer.from_crs(CRS, 4326, always_xy=True).transform(x, y)
    values = np.arange(x.size, dtype=np.float32).reshape(shape)  # each pixel its own: below 2 ** 24, exact
    return latitude, longitude, values, (x.min(), y.min(), x.max(), y.max())


def grids(bounds):
    """Return size → (west, north, height, width) of the grids: the whole ground, and the area in its middle."""
    west, south, east, north = (CELL_M * round(edge / CELL_M) for edge in bounds)
    half = AREA_M // 2
    return {
        "": (west, north, (north - south) // CELL_M, (east - west) // CELL_M),
        "-area": (CENTRE[0] - half, CENTRE[1] + half, AREA_M // CELL_M, AREA_M // CELL_M),
    }
