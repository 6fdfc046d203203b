"""Offsets of reflectance: decided by the product, or seen in the pixels."""

import numpy as np
import pytest

from sentinel_toolkit.core.pixels import reflectance


@pytest.mark.parametrize(
    ("arguments", "offset_dn"),
    [
        ({"baseline": "02.12"}, 0),
        ({"baseline": "03.01"}, 0),
        ({"baseline": "04.00"}, -1000),
        ({"baseline": "05.09"}, -1000),
        ({"baseline": "05.09", "already_applied": True}, 0),
        ({"baseline": "05.09", "already_applied": True, "earth_search_collection": "sentinel-2-l2a"}, 0),
        ({"baseline": "05.09", "already_applied": True, "earth_search_collection": "sentinel-2-c1-l2a"}, -1000),
        ({"baseline": "05.09", "already_applied": False, "earth_search_collection": "sentinel-2-l2a"}, None),
        ({"baseline": "05.09", "earth_search_collection": "sentinel-2-l2a"}, None),
        ({"baseline": "03.01", "already_applied": False, "earth_search_collection": "sentinel-2-l2a"}, 0),
        ({"baseline": ""}, None),
        ({"baseline": "garbage"}, None),
        ({"baseline": "N0510"}, -1000),
        ({"baseline": "4.0"}, -1000),
    ],
)
def test_offset_is_decided_by_product(arguments, offset_dn):
    decision = reflectance.decide_offset(**arguments)
    assert decision.offset_dn == offset_dn
    assert decision.reason


@pytest.mark.parametrize(("shift", "expected"), [(0, 0), (1000, -1000)])
@pytest.mark.parametrize(("scl", "low", "high"), [(4, 60, 700), (6, 0, 400), (5, 300, 1800)])
def test_offset_is_seen_in_the_pixels(shift, expected, scl, low, high):
    rng = np.random.default_rng(1)
    dn = rng.integers(low + 1, high, (200, 200)) + shift
    # Bare land whose darkest pixels have 0.13 could be either: no verdict is better than a wrong one.
    undecidable = scl == 5 and shift
    decided = reflectance.decide_offset_from_pixels(dn, np.full(dn.shape, scl)).offset_dn
    assert decided == (None if undecidable else expected)


def test_haze_over_water_is_no_offset():
    """Shifted pixels whose water is mostly under haze: the few clear ones tell."""
    rng = np.random.default_rng(2)
    dn = rng.integers(1100, 2000, (200, 200))
    dn[:8] = rng.integers(150, 600, (8, 200))
    water = np.full(dn.shape, 6)
    assert reflectance.decide_offset_from_pixels(dn, water).offset_dn == 0
    assert reflectance.decide_offset_from_pixels(dn[8:] + 1000, water[8:]).offset_dn is None


@pytest.mark.parametrize(("low", "expected"), [(1250, None), (2700, -1000), (500, 0)])
def test_bright_land_is_never_shifted_twice(low, expected):
    dn = np.full((200, 200), low)
    assert reflectance.decide_offset_from_pixels(dn, np.full(dn.shape, 5)).offset_dn == expected


def test_too_few_clear_pixels_decide_nothing():
    dn = np.full((50, 50), 1500)
    assert reflectance.decide_offset_from_pixels(dn, np.full(dn.shape, 9)).offset_dn is None
