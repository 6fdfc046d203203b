"""The maps of the animation benchmark: NDVI of a season, with noise and clouds; the same for every system."""

import functools

import numpy as np

SIDE = 1000
NOISE = 0.02  # of NDVI
CLOUDY = 0.75  # quantile of the cloud field above which there is cloud


@functools.cache
def _fields():
    random = np.random.default_rng(5)
    return _smooth(random, SIDE, 60), _smooth(random, 2 * SIDE, 200), random.normal(0, NOISE, (2 * SIDE, 2 * SIDE))


def _smooth(random, side, pixels):
    knots = random.normal(0, 1, (side // pixels + 2, side // pixels + 2)).astype(np.float32)
    place = np.arange(side, dtype=np.float32) / pixels
    low = place.astype(int)
    share = place - low
    share = share * share * (3 - 2 * share)
    rows = knots[low] * (1 - share[:, None]) + knots[low + 1] * share[:, None]
    return rows[:, low] * (1 - share) + rows[:, low + 1] * share


def make_map(number):
    """Return a map: float32 (y, x), NaN under cloud."""
    land, clouds, noise = _fields()
    random = np.random.default_rng(number)
    top, left = random.integers(0, SIDE, 2)
    season = 0.25 * np.sin(number / 53 * np.pi)
    values = 0.45 + 0.15 * land + season + noise[top : top + SIDE, left : left + SIDE]
    field = clouds[left : left + SIDE, top : top + SIDE]
    return np.where(field > np.quantile(clouds, CLOUDY), np.nan, values).astype(np.float32)
