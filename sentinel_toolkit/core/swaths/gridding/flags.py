"""Flags of Sentinel-3 SLSTR land products: their bits by name, and what counts as cloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sentinel_toolkit.core.pixels.scl import grow_mask

BoolArray = NDArray[np.bool_]
Rule = tuple[list[BoolArray], str]  # masks that are cloud together, and why
# Bits by name where a file does not tell them itself (ESA, Sentinel-3 SLSTR Product Data Format Specification).
CONFIDENCE = {
    name: 1 << place
    for place, name in enumerate(
        [
            "coastline",
            "ocean",
            "tidal",
            "land",
            "inland_water",
            "unfilled",
            "spare",
            "spare_",
            "cosmetic",
            "duplicate",
            "day",
            "twilight",
            "sun_glint",
            "snow",
            "summary_cloud",
            "summary_pointing",
        ]
    )
}
BAYES = {name: 1 << place for place, name in enumerate(["single_low", "single_moderate", "dual_low", "dual_moderate"])}
# From this version of the processor on, the summary flag comes from the probabilistic mask; before, from the threshold
# tests, which are known to miss cloud and to find it where there is none (ESA, SL_2_LST Product Notice).
SAFE_SUMMARY = (6, 20)
LST_RANGE_K = 230.0, 350.0  # land surfaces seen from orbit: colder is cloud, hotter is fire or a defect


@dataclass(frozen=True)
class Flags:
    """One layer of flags: ``values`` (row, column), unsigned, and ``bits`` by name."""

    values: NDArray[np.unsignedinteger]
    bits: dict[str, int]

    def has(self, name: str) -> BoolArray:
        """Return where a bit is set: bool (row, column); nowhere where the product has no such bit."""
        bit = self.values.dtype.type(self.bits.get(name, 0))
        return np.not_equal(self.values & bit, 0)


def bits_of(masks: ArrayLike | None, meanings: str | None, fallback: dict[str, int]) -> dict[str, int]:
    """Return name → bit of a variable's ``flag_masks`` and ``flag_meanings``; the fallback where they do not fit.

    >>> bits_of([1, 4], "land cloud", {})
    {'land': 1, 'cloud': 4}
    """
    names = str(meanings or "").split()
    masks = [int(mask) for mask in np.atleast_1d(masks if masks is not None else [])]
    if not masks or len(names) != len(masks):
        return dict(fallback)
    return dict(zip(names, masks, strict=True))


@dataclass(frozen=True)
class SwathFlags:
    """The flags of a swath; ``bayes`` and ``cloud`` are None where the product has none.

    ``processor`` is the version of the processor, such as (6, 16); None where it is unknown.
    """

    confidence: Flags
    bayes: Flags | None = None
    cloud: Flags | None = None
    processor: tuple[int, ...] | None = None

    @property
    def independent(self) -> BoolArray:
        """Return which pixels were measured here: neither copied from a neighbour nor twice in the swath."""
        copies = self.confidence.has("cosmetic") | self.confidence.has("duplicate")
        return ~(copies | self.confidence.has("unfilled"))


def is_cloudy(flags: SwathFlags, kind: str) -> tuple[BoolArray, str]:
    """Return (cloud mask, how it was decided).

    Parameters
    ----------
    kind
        ``summary``: the summary flag. ``bayesian``: the probabilistic mask, single moderate. ``strict``: those and
        every single test. ``none``: nothing. ``auto``: the summary flag and the probabilistic mask; where the product
        lacks the latter and its processor is older than 06.20, whose summary flag is not safe, as ``strict``.

    Returns
    -------
    mask : ndarray of bool, shape (row, column)
        True is cloud: this is what the product flags; valid masks are made of it by the caller.
    reason : str
    """
    rule, reason = _RULES[kind](flags)
    mask = np.zeros(flags.confidence.values.shape, bool)
    for layer in rule:
        mask |= layer
    return mask, reason


def _auto(flags: SwathFlags) -> Rule:
    if flags.bayes is not None:
        return [*_summary(flags)[0], *_bayesian(flags)[0]], "summary flag or probabilistic mask"
    if flags.processor is None or flags.processor < SAFE_SUMMARY:
        return _strict(flags)[0], "every test, for the summary flag of processors before 06.20 misses cloud"
    return _summary(flags)


def _summary(flags: SwathFlags) -> Rule:
    return [flags.confidence.has("summary_cloud")], "summary flag"


def _bayesian(flags: SwathFlags) -> Rule:
    if flags.bayes is None:
        return _summary(flags)[0], "summary flag, for the product has no probabilistic mask"
    return [flags.bayes.has("single_moderate")], "probabilistic mask"


def _strict(flags: SwathFlags) -> Rule:
    tests = [] if flags.cloud is None else [flags.cloud.values != 0]
    return [*_summary(flags)[0], *_bayesian(flags)[0], *tests], "every test"


_RULES: dict[str, Callable[[SwathFlags], Rule]] = {
    "auto": _auto,
    "summary": _summary,
    "bayesian": _bayesian,
    "strict": _strict,
    "none": lambda _flags: ([], "none"),
}


def grow_cloud(cloudy: BoolArray, distance_px: float) -> BoolArray:
    """Return the cloud mask grown by a distance in pixels of the swath."""
    return ~grow_mask(~cloudy, distance_px)
