"""Opening the scenes of a job: all at once, the bad ones left out with a warning."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sentinel_toolkit.contract.errors import NoOverlapError, UnreadableRasterError
from sentinel_toolkit.core.imagery import scene_rasters
from sentinel_toolkit.core.imagery.block_threads import REMOTE_READERS, default_threads
from sentinel_toolkit.core.pixels.reflectance import describe_offset
from sentinel_toolkit.core.rasters import gdal
from sentinel_toolkit.core.services import hrefs


def scenes_near(scenes, area):
    """Return the scenes whose footprints touch the area.

    Raises
    ------
    NoOverlapError
        If none does.
    """
    near = [scene for scene in scenes if area.percent_inside(scene.footprint) > 0]
    if not near:
        raise NoOverlapError(
            f"None of the {len(scenes)} scenes touches the area of interest.",
            "Check the layer's CRS, or search scenes for this area.",
        )
    return near


def open_scenes(request, scenes, bands, report):
    """Open the files of scenes.

    Parameters
    ----------
    request : ImageryRequest
    scenes : list of Scene
    bands : tuple of str
    report : Report

    Returns
    -------
    opened : list of SceneRasters
        In the order of the scenes.
    reasons : dict
        Scene id → why its offset.

    Raises
    ------
    UnreadableRasterError
        If no scene can be opened; a single bad one is left out with a warning.
    """
    opened, reasons, problems = [], {}, []
    with_scl = request.mask_classes != ("none",)

    def attempt(scene):
        report.checkpoint()
        with gdal.environment():
            return scene_rasters.open_scene(scene, bands, with_scl, request.offset)

    with ThreadPoolExecutor(REMOTE_READERS if _are_remote(scenes, bands) else default_threads()) as pool:
        futures = [pool.submit(attempt, scene) for scene in scenes]
        for done, (scene, future) in enumerate(zip(scenes, futures, strict=True)):
            report.progress(0.1 * done / len(scenes), "Opening scenes")
            try:
                files, reason = future.result()
            except UnreadableRasterError as error:
                problems.append(error)
                report.warning(f"Skipped: {error}")
                continue
            reasons[scene.id] = describe_offset(files.offset_dn, reason)
            opened.append(files)
    if not opened:
        raise all_bad(problems)
    return opened, reasons


def all_bad(problems):
    """Return the error for scenes of which none can be read."""
    return UnreadableRasterError(f"None of the {len(problems)} scenes can be read. {problems[0]}", "")


def _are_remote(scenes, bands):
    needed = [scene.assets[band] for scene in scenes for band in bands if band in scene.assets]
    return any(hrefs.is_remote(asset.href) for asset in needed)
