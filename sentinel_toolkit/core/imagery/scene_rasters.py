"""The files of one scene that a job reads: opened, checked to fit together, the offset settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from odc.geo.geobox import GeoBox

from sentinel_toolkit.contract.errors import UnreadableRasterError
from sentinel_toolkit.core.pixels import reflectance
from sentinel_toolkit.core.rasters.files import RasterFile, open_files, read_window
from sentinel_toolkit.core.scenes.scene import Scene

SANE_SCALES = (1e-6, 0.1)  # reflectance per DN; ESA's is 1e-4
COARSE_SAMPLE = (512, 512)  # pixels of a whole raster, the same for every band because they are compared
SCENE_GRIDS_AGREE = 1.0  # coarse pixels by which the band's and the SCL's extents may differ


@dataclass(frozen=True)
class SceneRasters:
    """The files of one scene that a job reads."""

    scene: Scene
    bands: Mapping[str, RasterFile]
    scl: RasterFile | None
    """Where a mask is asked for."""
    offset_dn: float
    """Added to the digital numbers of its bands."""
    reason: str
    """Tells people why."""

    @property
    def ground_grid(self) -> GeoBox:
        """Return the grid of its first band."""
        return next(iter(self.bands.values())).grid

    @property
    def grids(self) -> set[GeoBox]:
        """Return the grids of all its files, each once."""
        return {file.grid for file in (*self.bands.values(), self.scl) if file is not None}


def open_scene(scene: Scene, bands: Sequence[str], with_scl: bool, offset: str) -> SceneRasters:
    """Open the files of a scene, check that they fit together, and settle its offset.

    Parameters
    ----------
    with_scl
        Whether a mask will be asked for.
    offset
        ``auto`` (as decided for the product, from the pixels if need be), ``apply`` or ``none``.

    Raises
    ------
    UnreadableRasterError
        If a file is missing or the scene does not hold together.
    """
    needed = (*bands, "SCL") if with_scl else tuple(bands)
    missing = [name for name in needed if name not in scene.assets]
    if missing:
        raise UnreadableRasterError(f"{scene.id} has no {', '.join(missing)}.", _where_to_get(scene, missing))
    files = dict(zip(needed, open_files([scene.assets[name].href for name in needed]), strict=True))
    _check_pixels(scene, files)
    scl = files.pop("SCL", None)
    if scl is not None:
        _check_fit(scene, files, scl)
    decision = _settle_offset(scene, offset)
    if decision.offset_dn is None:
        raise UnreadableRasterError(
            f"{scene.id}: it cannot be decided whether its reflectance needs the offset of -1000 ({decision.reason}).",
            "Set OFFSET to apply or none.",
        )
    reason = reflectance.describe_offset(decision.offset_dn, decision.reason)
    return SceneRasters(scene, files, scl, decision.offset_dn, reason)


def _where_to_get(scene: Scene, missing: Sequence[str]) -> str:
    if not scene.assets:
        return "Run Download scenes, then use its SCENES output."
    without = "Set MASK_CLASSES to none to do without its mask" if "SCL" in missing else ""
    return f"{without}." if missing == ["SCL"] else f"Choose other BANDS or scenes.{f' {without}.' if without else ''}"


def _check_pixels(scene: Scene, files: Mapping[str, RasterFile]) -> None:
    """Refuse rasters that are no digital numbers or classes, and scales that are no scales."""
    for name, file in files.items():
        scale = scene.assets[name].scale
        if not np.issubdtype(file.dtype, np.integer):
            raise UnreadableRasterError(f"{scene.id}: {name} holds {file.dtype} numbers, not integers.", "Is it L2A?")
        if name != "SCL" and scale is not None and not SANE_SCALES[0] <= scale <= SANE_SCALES[1]:
            raise UnreadableRasterError(f"{scene.id}: {name} has a scale of {scale:g}.", "Reflectance has 0.0001.")


def _check_fit(scene: Scene, files: Mapping[str, RasterFile], scl: RasterFile) -> None:
    left, bottom, right, top = scl.grid.boundingbox
    for name, file in files.items():
        pixel = SCENE_GRIDS_AGREE * max(abs(scl.grid.resolution.x), abs(file.grid.resolution.x))
        box = file.grid.boundingbox
        differs = (
            max(abs(box.left - left), abs(box.bottom - bottom), abs(box.right - right), abs(box.top - top)) > pixel
        )
        if file.grid.crs != scl.grid.crs or differs:
            raise UnreadableRasterError(
                f"{scene.id}: {name} and SCL do not cover the same ground.", "One of them is damaged."
            )


_SETTLED = {
    "apply": reflectance.OffsetDecision(reflectance.BOA_ADD_OFFSET, "OFFSET is apply"),
    "none": reflectance.OffsetDecision(0, "OFFSET is none"),
}


def _settle_offset(scene: Scene, offset: str) -> reflectance.OffsetDecision:
    if offset in _SETTLED:
        return _SETTLED[offset]
    if scene.offset_dn is not None:
        return reflectance.OffsetDecision(scene.offset_dn, scene.offset_reason)
    return _decide_from_pixels(scene)


def _decide_from_pixels(scene: Scene) -> reflectance.OffsetDecision:
    """Look at the pixels; where they cannot tell either, take what the catalogue declares."""
    dark = next((scene.assets[name] for name in ("B02", "B04") if name in scene.assets), None)
    if dark is not None and "SCL" in scene.assets:
        files = open_files([asset.href for asset in (dark, scene.assets["SCL"])])
        samples = (read_window(file, (0, file.grid.shape[0], 0, file.grid.shape[1]), COARSE_SAMPLE) for file in files)
        decision = reflectance.decide_offset_from_pixels(*samples)
    else:
        decision = reflectance.OffsetDecision(None, "B02 or SCL is missing")
    declared = next((asset.offset for asset in scene.assets.values() if asset.offset is not None), None)
    # Where a baseline is known and yet undecided, it is Earth Search's copy, whose declared offset is the trap itself.
    if decision.offset_dn is None and declared is not None and not scene.baseline:
        offset_dn = round(declared * reflectance.QUANTIFICATION)
        return reflectance.OffsetDecision(offset_dn, f"as the catalogue declares ({decision.reason})")
    return decision
