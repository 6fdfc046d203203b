"""Opening the scenes of a job: all at once, the bad ones left out with a warning."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from sentinel_toolkit.contract.errors import NoOverlapError, UnreadableRasterError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.geo.area import Area
from sentinel_toolkit.core.imagery.block_plan import REMOTE_READERS
from sentinel_toolkit.core.imagery.block_threads import default_threads
from sentinel_toolkit.core.imagery.scene_rasters import SceneRasters, open_scene
from sentinel_toolkit.core.scenes.scene import Scene
from sentinel_toolkit.core.services import hrefs


def scenes_near(scenes: Sequence[Scene], area: Area | None) -> list[Scene]:
    """Return the scenes whose footprints touch the area; without one, all.

    Raises
    ------
    NoOverlapError
        If none does.
    """
    if area is None:
        return list(scenes)
    near = [scene for scene in scenes if area.percent_inside(scene.footprint) > 0]
    if not near:
        raise NoOverlapError(
            f"None of the {len(scenes)} scenes touches the area of interest.",
            "Check the layer's CRS, or search scenes for this area.",
        )
    return near


def open_scenes(
    scenes: Sequence[Scene], bands: Sequence[str], with_scl: bool, offset: str, report: Report
) -> list[SceneRasters]:
    """Open the files of scenes, in their order; see ``open_scene``.

    Raises
    ------
    UnreadableRasterError
        If no scene can be opened; a single bad one is left out with a warning.
    """
    opened: list[SceneRasters] = []
    problems: list[UnreadableRasterError] = []

    def attempt(scene: Scene) -> SceneRasters:
        report.checkpoint()
        return open_scene(scene, bands, with_scl, offset)

    with ThreadPoolExecutor(REMOTE_READERS if _are_remote(scenes, bands) else default_threads()) as pool:
        futures = [pool.submit(attempt, scene) for scene in scenes]
        for done, future in enumerate(futures):
            report.progress(0.1 * done / len(scenes), "Opening scenes")
            try:
                opened.append(future.result())
            except UnreadableRasterError as error:
                problems.append(error)
                report.warning(f"Skipped: {error}")
    if not opened:
        raise all_bad(problems)
    return opened


def all_bad(problems: Sequence[object]) -> UnreadableRasterError:
    """Return the error for scenes of which none can be read."""
    return UnreadableRasterError(f"None of the {len(problems)} scenes can be read. {problems[0]}", "")


def _are_remote(scenes: Sequence[Scene], bands: Sequence[str]) -> bool:
    needed = [scene.assets[band] for scene in scenes for band in bands if band in scene.assets]
    return any(hrefs.is_remote(asset.href) for asset in needed)
