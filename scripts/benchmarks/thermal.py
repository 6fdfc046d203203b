"""The scene of the sharpening benchmark: a tile of Sentinel-2 over fields, and temperatures whose truth is known.

Red and near-infrared light of uint16 DN at 10 m, as catalogues keep them; the truth at 10 m, which nobody is shown; and
its exact block means at 1000 m with the noise of a sensor. The truth falls with NDVI, rises and falls with the relief,
and has the moisture of each field, which NDVI does not see.
"""

import numpy as np
import rasterio
from affine import Affine

EPSG, WEST, NORTH = 32610, 600_000, 4_200_000
PIXEL_M, CELL = 10, 100  # m, and pixels along a coarse one
FIELD = 20, 100  # pixels along the side of a field
NDVI, REGION, FIELDS, NOISE = 0.34, 0.055, 0.10, 0.02  # its mean, and deviations: of regions, of fields, of pixels
NDVI_LIMITS = 0.03, 0.75
INTERCEPT_K, SLOPE_K = 322.0, -22.0  # of the truth, per unit of NDVI
RELIEF_K, MOISTURE_K, SENSOR_K = 1.3, 1.5, 0.3  # deviations
REGION_PIXELS, RELIEF_PIXELS = 700, 2500
BRIGHTNESS_DN = 3600, 250  # of red and near-infrared together: mean, and deviation from field to field
BAND_OPTIONS = {
    "driver": "GTiff",
    "tiled": True,
    "blockxsize": 512,
    "blockysize": 512,
    "compress": "DEFLATE",
    "predictor": 2,
    "num_threads": "ALL_CPUS",
}


def make_scene(folder, side):
    """Write red.tif, nir.tif, lst.tif and truth.npy of a tile of ``side`` pixels into a new folder, and return it."""
    folder.mkdir()
    random = np.random.default_rng(side)
    cells = -(-side // CELL)
    size = cells * CELL  # the sensor sees beyond the tile's edge
    layers = _Layers(random, size)
    truth = np.lib.format.open_memmap(folder / "truth.npy", "w+", np.float32, (side, side))
    lst_k = np.empty((cells, cells))
    bands = [np.empty((side, side), np.uint16) for _ in range(2)]
    for row in range(cells):
        top, rows = row * CELL, min(CELL, side - row * CELL)
        red, nir, truth_k = layers.make(random, top)
        lst_k[row] = truth_k.reshape(CELL, cells, CELL).mean((0, 2), dtype=np.float64)
        for band, values in zip((*bands, truth), (red, nir, truth_k), strict=True):
            band[top : top + rows] = values[:rows, :side]
    lst_k += random.normal(0, SENSOR_K, lst_k.shape)
    for name, band in zip(("red", "nir"), bands, strict=True):
        _write(folder / f"{name}.tif", band, PIXEL_M, 0.0001, nodata=0, **BAND_OPTIONS)
    _write(folder / "lst.tif", lst_k.astype(np.float32), PIXEL_M * CELL, 1.0, driver="GTiff", nodata=np.nan)
    return folder


class _Layers:
    """What a tile is made of: smooth fields, and the rows of rectangular ones with a cover and a moisture each."""

    def __init__(self, random, size):
        self.region, self.relief = (Smooth(random, size, pixels) for pixels in (REGION_PIXELS, RELIEF_PIXELS))
        self._size, self._lines = size, {}
        ends = np.cumsum(random.integers(*FIELD, size // FIELD[0] + 1))
        self._strip_of = np.searchsorted(ends, np.arange(size), "right")
        for strip in range(self._strip_of[-1] + 1):
            lengths = random.integers(*FIELD, size // FIELD[0] + 1)
            values = random.normal(0, 1, (3, len(lengths))).astype(np.float32)
            self._lines[strip] = values.repeat(lengths, 1)[:, :size]

    def make(self, random, top):
        """Return (red, near-infrared, truth in K) of a row of coarse pixels."""
        lines = np.stack([self._lines[strip] for strip in self._strip_of[top : top + CELL]], 1)
        cover, moisture, brightness = lines
        noise = random.standard_normal(cover.shape, np.float32)
        ndvi = NDVI + REGION * self.region.rows(top, CELL) + FIELDS * cover + NOISE * noise
        ndvi = np.clip(ndvi, *NDVI_LIMITS)
        total = BRIGHTNESS_DN[0] + BRIGHTNESS_DN[1] * np.clip(brightness, -3, 3)
        nir = np.rint(total * (1 + ndvi) / 2).astype(np.uint16)
        red = np.rint(total * (1 - ndvi) / 2).astype(np.uint16)
        stored = (nir.astype(np.float32) - red) / (nir.astype(np.float32) + red)
        truth_k = INTERCEPT_K + SLOPE_K * stored + RELIEF_K * self.relief.rows(top, CELL) + MOISTURE_K * moisture
        return red, nir, truth_k


class Smooth:
    """A smooth field of about -2 to 2, its features some ``pixels`` wide; made in rows, for whole it is large."""

    def __init__(self, random, side, pixels):
        self._knots = random.normal(0, 1.3, (side // pixels + 2,) * 2).astype(np.float32)
        place = np.arange(side, dtype=np.float32) / pixels
        self._low = place.astype(int)
        share = place - self._low
        self._share = share * share * (3 - 2 * share)  # no creases at the knots

    def rows(self, top, count):
        """Return some rows of it, float32."""
        low, share = self._low[top : top + count], self._share[top : top + count, None]
        rows = self._knots[low] * (1 - share) + self._knots[low + 1] * share
        return rows[:, self._low] * (1 - self._share) + rows[:, self._low + 1] * self._share


def _write(path, values, pixel_m, scale, **options):
    transform = Affine(pixel_m, 0, WEST, 0, -pixel_m, NORTH)
    place = {"height": values.shape[0], "width": values.shape[1], "crs": f"EPSG:{EPSG}", "transform": transform}
    with rasterio.open(path, "w", count=1, dtype=values.dtype, **place, **options) as dataset:
        dataset.write(values, 1)
        dataset.scales = (scale,)
