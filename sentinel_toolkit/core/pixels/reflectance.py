"""From digital numbers (DN) to surface reflectance: which offset a product's pixels need, and why.

ESA's rule (Sentinel-2 Products Specification Document 15, L2A): reflectance = (DN + BOA_ADD_OFFSET) / QUANTIFICATION,
with BOA_ADD_OFFSET = -1000 in products of processing baseline 04.00 and later (whatever the sensing date), absent
before; DN 0 is no data. Some copies of the archive have subtracted the 1000 already.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

QUANTIFICATION = 10_000  # DN per unit of reflectance
BOA_ADD_OFFSET = -1000.0  # DN, baselines from 04.00 on
FIRST_BASELINE_WITH_OFFSET = (4, 0)
NODATA_DN = 0
# What the pixel check looks at: surfaces that are dark in the blue wherever they are (terrain shadow, cloud shadow,
# vegetation, water: reflectance below 0.09), and bare land, which may be bright.
DARK_CLASSES, BARE_CLASSES = (2, 3, 4, 6), (5,)
SHIFTED_BELOW_DN = 900  # an unshifted pixel would have reflectance -0.01: rarer than 1 % even of water
UNSHIFTED_ABOVE_DN = 2500  # a shifted pixel would have 0.25 in the blue: brighter than the darkest 1 % of any sand
DARK_BELOW_DN = 1900  # reflectance 0.09 of an unshifted pixel: what dark surfaces stay below without haze
DARKEST_PERCENT = 2
MIN_CLEAR_PIXELS = 100
LIMIT_OF_CODED = 32_767  # reflectance x 10000 in int16


@dataclass(frozen=True)
class OffsetDecision:
    """``offset_dn`` is to be added to the DN; None: the metadata cannot say, the pixels must be looked at."""

    offset_dn: float | None
    reason: str


def describe_offset(offset_dn: float, reason: str) -> str:
    """Return an offset (in reflectance) and its reason for people."""
    return f"{offset_dn / QUANTIFICATION:g}: {reason}"


def parse_baseline(text: str) -> tuple[int, int] | None:
    """Return a baseline such as ``05.09`` or ``N0509`` as (5, 9); None if the text holds none.

    >>> parse_baseline("05.09"), parse_baseline("N0509"), parse_baseline("")
    ((5, 9), (5, 9), None)
    """
    match = re.fullmatch(r"N?(\d{1,2})\.?(\d{2}|\d)", text or "")
    return (int(match.group(1)), int(match.group(2).ljust(2, "0"))) if match else None


def decide_offset(
    baseline: str, already_applied: bool | None = None, earth_search_collection: str = ""
) -> OffsetDecision:
    """Decide the offset of a product from its metadata alone.

    Parameters
    ----------
    baseline
        Processing baseline, e.g. ``05.09``; empty where unknown.
    already_applied
        Earth Search's ``earthsearch:boa_offset_applied``, None where absent.
    earth_search_collection
        The collection of an item made by Earth Search, else empty. Its ``sentinel-2-c1-l2a`` holds ESA's own DN, its
        ``sentinel-2-l2a`` mostly shifted ones.

    Returns
    -------
    OffsetDecision

    Notes
    -----
    Never by date: Collection 1 gives -1000 to scenes from 2015 on. Nor by the offset that an item declares: Earth
    Search declares -0.1 on pixels that are shifted already, CDSE declares it for every baseline.

    Examples
    --------
    >>> decide_offset("05.09").offset_dn, decide_offset("02.14").offset_dn, decide_offset("").offset_dn
    (-1000.0, 0, None)
    """
    number = parse_baseline(baseline)
    copies_esa = earth_search_collection in ("", "sentinel-2-c1-l2a")
    if already_applied and not (earth_search_collection and copies_esa):
        return OffsetDecision(0, "pixels already shifted (earthsearch:boa_offset_applied)")
    if number is None:
        return OffsetDecision(None, "no baseline in the metadata")
    if number < FIRST_BASELINE_WITH_OFFSET:
        return OffsetDecision(0, f"baseline {baseline} is older than 04.00")
    if not copies_esa:
        return OffsetDecision(None, "Earth Search does not say reliably whether these pixels are shifted")
    return OffsetDecision(BOA_ADD_OFFSET, f"baseline {baseline}")


def decide_offset_from_pixels(dn: NDArray[np.integer], scl: NDArray[np.integer]) -> OffsetDecision:
    """Decide the offset from the pixels themselves, where the evidence is plain.

    Dark surfaces tell: unshifted DN lie above 1000 but for a few, shifted ones near 0. Bright bare land alone tells
    only at its extremes. Blue is the darkest band over every surface, so it tells best.

    Parameters
    ----------
    dn, scl : same shape
        B02 (or B04) and the scene classification of a coarse sample of the scene.

    Returns
    -------
    OffsetDecision
        With None where the pixels cannot tell.
    """
    dark, bare = (dn[np.isin(scl, classes) & (dn != NODATA_DN)] for classes in (DARK_CLASSES, BARE_CLASSES))
    values, name, brightest = (
        (dark, "dark surfaces", DARK_BELOW_DN) if dark.size >= MIN_CLEAR_PIXELS else (bare, "land", 0)
    )
    if values.size < MIN_CLEAR_PIXELS:
        return OffsetDecision(None, f"only {dark.size + bare.size} clear pixels to look at")
    darkest, middle = (float(value) for value in np.percentile(values, [DARKEST_PERCENT, 50]))
    seen = f"{name}: darkest {DARKEST_PERCENT} % below {darkest:.0f} DN, median {middle:.0f} DN"
    if darkest < SHIFTED_BELOW_DN:
        return OffsetDecision(0, f"pixels look shifted already ({seen})")
    # Haze brightens what is dark: only a plausible median proves that it is the offset which does.
    if middle < brightest or darkest > UNSHIFTED_ABOVE_DN:
        return OffsetDecision(BOA_ADD_OFFSET, f"pixels look unshifted ({seen})")
    return OffsetDecision(None, f"pixels cannot tell ({seen})")
