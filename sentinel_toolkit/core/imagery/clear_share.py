"""How much of the area is clear in a scene, from a sample of its classification or its flags, before all is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.geo.transformations import transform_geometry
from sentinel_toolkit.core.rasters import files as rasters
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.rasters.outline import pixels_inside
from sentinel_toolkit.core.scenes.scene import LST, Scene
from sentinel_toolkit.core.scenes.scene_table import must_be_downloaded

LONGER_SIDE = 512  # pixels of the sample: some 0.2 % of the area each side, and an overview where there is one
THREADS = 8  # each waits for a server most of the time


def measure(
    scenes: Sequence[Scene], area: Area | None, valid_table: NDArray[np.bool_], report: Report
) -> list[float | None]:
    """Return the clear percentage of the area (0-100) of each scene; None where it cannot be read.

    Parameters
    ----------
    area
        None: the scene's own footprint.
    valid_table
        Shape (256,): which classes are clear.
    """
    away = sum(map(must_be_downloaded, scenes))
    if away:
        report.warning(
            f"The clear share of {away} scenes is unknown: they must be downloaded first. "
            "Earth Search and Planetary Computer allow a look."
        )

    def attempt(scene: Scene) -> float | None:
        report.checkpoint()
        if must_be_downloaded(scene):
            return None
        try:
            with gdal.environment():
                if scene.product == LST:
                    # Here, for what it needs takes half a second to load.
                    from sentinel_toolkit.core.imagery.swath_clear_share import clear_percent_of_swath

                    return clear_percent_of_swath(scene, area)
                return _clear_percent(scene, area, valid_table)
        except UnreadableRasterError as error:
            report.warning(f"{scene.id}: its clear share is unknown. {error}")
            return None

    with ThreadPoolExecutor(THREADS) as pool:
        shares: list[float | None] = []
        for share in pool.map(attempt, scenes):
            shares.append(share)
            report.progress(len(shares) / len(scenes), "Measuring cloud inside the area")
        return shares


def _clear_percent(scene: Scene, area: Area | None, valid_table: NDArray[np.bool_]) -> float:
    """Return 100 · clear area / area: what a scene does not cover is not clear."""
    if "SCL" not in scene.assets:
        raise UnreadableRasterError(f"{scene.id} has no SCL.")
    file = rasters.open_file(scene.assets["SCL"].href)
    ground = shapely.box(*file.grid.boundingbox)
    outline = ground if area is None else transform_geometry(area.original, area.crs, str(file.grid.crs))
    common = outline.intersection(ground)
    if common.area == 0:
        return 0.0
    left, bottom, right, top = common.bounds
    (column0, row1), (column1, row0) = ~file.grid.transform @ (left, bottom), ~file.grid.transform @ (right, top)
    window = int(row0), min(int(row1) + 1, file.grid.shape[0]), int(column0), min(int(column1) + 1, file.grid.shape[1])
    height, width = window[1] - window[0], window[3] - window[2]
    factor = max(1.0, max(height, width) / LONGER_SIDE)
    shape = max(1, round(height / factor)), max(1, round(width / factor))
    classes = np.clip(rasters.read_window(file, window, shape), 0, 255).astype(np.uint8)
    to_map = file.grid.transform @ Affine.translation(window[2], window[0])
    to_map = to_map @ Affine.scale(width / shape[1], height / shape[0])
    inside = pixels_inside(outline, shape, to_map)
    pixel_m2 = abs(to_map.a * to_map.e)
    outside_m2 = outline.area - outline.intersection(shapely.box(*_bounds(to_map, shape))).area
    all_m2 = inside.sum() * pixel_m2 + outside_m2
    return float(100 * (valid_table[classes] & inside).sum() * pixel_m2 / all_m2) if all_m2 else 0.0


def _bounds(to_map: Affine, shape: tuple[int, int]) -> tuple[float, float, float, float]:
    (left, top), (right, bottom) = to_map @ (0, 0), to_map @ (shape[1], shape[0])
    return left, bottom, right, top
