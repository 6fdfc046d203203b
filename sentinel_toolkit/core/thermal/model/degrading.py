"""Degrade and restore: temperatures made coarser still, sharpened back, and compared with what they were."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.thermal.cells.mesh import SPACINGS, Mesh
from sentinel_toolkit.core.thermal.model.models import Coarse, MakeModel
from sentinel_toolkit.core.thermal.model.sharpener import (
    CubicSharpener,
    PlaneSharpener,
    Sharpener,
    Strip,
    with_exact_means,
)

FloatArray = NDArray[np.floating]
Offset = tuple[int, int]  # row, column of the first block
MIN_SHARE = 0.5  # of a degraded pixel that must be usable
MIN_DEGRADED = 16  # usable degraded pixels, without which a test says nothing
MAX_RATIO = 8


class Restored(NamedTuple):
    """Errors of a model when it restores: restored less true LST in K, (offset, row, column), NaN where unknown."""

    errors_k: FloatArray

    @property
    def rmse_k(self) -> float:
        return float(np.sqrt(np.nanmean(self.errors_k**2)))

    @property
    def bias_k(self) -> float:
        return float(np.nanmean(self.errors_k))

    @property
    def mae_k(self) -> float:
        return float(np.nanmean(np.abs(self.errors_k)))


def usable_ratio(coarse: Coarse, ratio: float) -> int:
    """Return the ratio that a scene can be degraded by: the real one, at most 8, while enough pixels remain; or 0."""
    for factor in range(min(max(round(ratio), 2), MAX_RATIO), 1, -1):
        if min(int(degrade(coarse, factor, offset).usable.sum()) for offset in offsets(factor)) >= MIN_DEGRADED:
            return factor
    return 0


def degrade(coarse: Coarse, factor: int, offset: Offset = (0, 0)) -> Coarse:
    """Return the Coarse of blocks of ``factor`` by ``factor`` pixels, which begin at an offset (row, column).

    Each is the mean of its usable pixels, and usable if they are at least half of it. What is left over at the edges is
    not used.
    """
    top, left = offset
    height, width = (max(size - start, 0) // factor for size, start in zip(coarse.usable.shape, offset, strict=True))

    def means(plane: FloatArray) -> FloatArray:
        part = plane[top : top + height * factor, left : left + width * factor]
        total: FloatArray = part.reshape(height, factor, width, factor).sum((1, 3))
        return total / factor**2

    share = means(coarse.usable.astype(float))
    with np.errstate(invalid="ignore", divide="ignore"):
        lst_k, predictor = (
            means(np.where(coarse.usable, plane, 0)) / share for plane in (coarse.lst_k, coarse.predictor)
        )
    is_enough = share >= MIN_SHARE
    return Coarse(np.where(is_enough, lst_k, np.nan), np.where(is_enough, predictor, np.nan), is_enough)


def restore(coarse: Coarse, factor: int, make_model: MakeModel, is_exact: bool = False) -> Restored:
    """Return the Restored of a model that is fitted to degraded temperatures alone.

    Parameters
    ----------
    coarse
        The truth; its predictor is what the degraded pixels are sharpened with.
    factor
        By which they are degraded.
    make_model
        Coarse → Model.
    is_exact
        The means of degraded pixels are given back exactly.
    """
    predictor = np.where(coarse.usable, coarse.predictor, np.nan).astype(np.float32)
    errors = []
    for offset in offsets(factor):
        degraded = degrade(coarse, factor, offset)
        if not degraded.usable.any():
            continue
        model, strips = make_model(degraded), [Strip(predictor, mesh_of_blocks(coarse.usable.shape, factor, offset))]
        sharpener: Sharpener = (
            CubicSharpener(model.base_k) if model.is_cubic else PlaneSharpener(model, is_water_apart=False)
        )
        if is_exact:
            sharpener, _ = with_exact_means(sharpener, degraded.lst_k, strips.copy)
        errors.append(np.where(coarse.usable, sharpener(strips[0])[0] - coarse.lst_k, np.nan))
    return Restored(np.stack(errors))


def offsets(factor: int) -> tuple[Offset, ...]:
    """Return where blocks begin: four ways, so that no accident of one decides.

    >>> offsets(4)
    ((0, 0), (0, 2), (2, 0), (2, 2))
    """
    half = factor // 2
    return (0, 0), (0, half), (half, 0), (half, half)


def mesh_of_blocks(shape: tuple[int, ...], factor: int, offset: Offset) -> Mesh:
    """Return the Mesh of pixels in blocks of them."""
    nodes = (np.arange(size // SPACINGS[1] + 2) * SPACINGS[1] for size in shape)
    rows, columns = ((node - start) / factor for node, start in zip(nodes, offset, strict=True))
    columns, rows = np.meshgrid(columns, rows)
    return Mesh(np.ascontiguousarray(columns), np.ascontiguousarray(rows), 0)
