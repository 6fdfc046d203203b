"""Rasters that are cut off: each reader refuses them by name, whichever thread reads, and never gives pixels."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from scenes import NORTH, WEST, scenes_file, write_scene

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.contract.imagery import StackBandsRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.files import close_files, open_file, read_window
from sentinel_toolkit.core.rasters.on_grid import look_at, read_on_grid
from sentinel_toolkit.core.workflows import stack_bands

SIDE = 300
NOISE = np.random.default_rng(1).integers(1, 9999, (SIDE, SIDE)).astype(np.uint16)
TILES = {"TILED": "YES", "BLOCKXSIZE": "128", "BLOCKYSIZE": "128"}
LOSSLESS = {"QUALITY": "100", "REVERSIBLE": "YES"}
# name → (suffix, driver, options)
SCENE_KINDS = {
    "JP2 of tiles": (".jp2", "JP2OpenJPEG", {**LOSSLESS, "BLOCKXSIZE": "64", "BLOCKYSIZE": "64"}),
    "JP2 in one": (".jp2", "JP2OpenJPEG", LOSSLESS),
    "deflate in tiles": (".tif", "GTiff", {"COMPRESS": "DEFLATE", "PREDICTOR": "2", **TILES}),
    "deflate in strips": (".tif", "GTiff", {"COMPRESS": "DEFLATE"}),
    "plain strips": (".tif", "GTiff", {}),
    "COG": (".tif", "COG", {"BLOCKSIZE": "128"}),
}
OWN_KINDS = SCENE_KINDS | {
    "PNG": (".png", "PNG", {"WORLDFILE": "YES"}),
    "Imagine": (".img", "HFA", {}),
    "NetCDF 3": (".nc", "netCDF", {}),
    "NetCDF 4": (".nc", "netCDF", {"FORMAT": "NC4", "COMPRESS": "DEFLATE"}),
}


def cut_off(folder, kind, part):
    """Write a raster of a kind and take its end off: ``part`` of it remains."""
    suffix, driver, options = OWN_KINDS[kind]
    path = folder / f"half{suffix}"
    profile = {"width": SIDE, "height": SIDE, "count": 1, "dtype": NOISE.dtype, "crs": "EPSG:32633"}
    with rasterio.open("memory", "w", driver="MEM", transform=Affine(10, 0, WEST, 0, -10, NORTH), **profile) as dataset:
        dataset.write(NOISE, 1)
        rasterio.shutil.copy(dataset, path, driver=driver, **options)
    content = path.read_bytes()
    path.write_bytes(content[: int(part * len(content))])
    return path


def in_a_thread(function):
    """Run a function where the main thread's options of GDAL do not count."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function).result()


@pytest.mark.parametrize("part", [0.5, 0.97])
@pytest.mark.parametrize("kind", SCENE_KINDS)
def test_a_scenes_raster_that_is_cut_off_is_refused_by_name(tmp_path, kind, part):
    path = cut_off(tmp_path, kind, part)

    def read():
        with gdal.environment():
            read_window(open_file(str(path)), (0, SIDE, 0, SIDE))

    with pytest.raises(UnreadableRasterError, match=path.name):
        in_a_thread(read)
    close_files()


@pytest.mark.parametrize("part", [0.5, 0.97])
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_a_raster_of_the_users_that_is_cut_off_is_refused_by_name(tmp_path, kind, part):
    path = cut_off(tmp_path, kind, part)

    def read():
        grid, band = look_at(path)
        read_on_grid(path, [band], grid)

    with pytest.raises(UnreadableRasterError, match=path.name):
        in_a_thread(read)


@pytest.mark.parametrize("is_zipped", [False, True], ids=["folder", "zip"])
def test_a_scene_with_half_a_jpeg_2000_gives_no_pixels(tmp_path, is_zipped):
    write_scene(tmp_path / "in", "20230601", {"B04": NOISE})
    folder = next((tmp_path / "in").iterdir())
    half = cut_off(tmp_path, "JP2 of tiles", 0.5)
    shutil.move(half, folder / "B04.tif")  # known by its bytes
    table = Path(scenes_file(tmp_path / "in", tmp_path / "scenes.jsonl"))
    if is_zipped:
        archive = shutil.make_archive(str(tmp_path / "scene"), "zip", folder)
        table.write_text(table.read_text().replace(str(folder), f"/vsizip/{{{archive}}}"))
    with pytest.raises(UnreadableRasterError, match=r"B04\.tif cannot be read"):
        stack_bands.run(
            StackBandsRequest(
                scenes_path=str(table), output=str(tmp_path / "out.tif"), bands=("B04",), mask_classes=("none",)
            ),
            Report(),
        )
    assert not (tmp_path / "out.tif").exists()
