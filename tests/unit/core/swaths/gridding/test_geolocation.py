"""Rows whose places are garbage: seen, and nothing else."""

import numpy as np
import pytest
from swaths import regular_swath

from sentinel_toolkit.core.swaths.gridding.geolocation import lost_rows

SHAPE = 120, 40


def garbage(kind, count):
    random = np.random.default_rng(5)
    if kind == "random":
        return random.uniform(-90, 90, (count, SHAPE[1])), random.uniform(-180, 180, (count, SHAPE[1]))
    if kind == "zero":
        return np.zeros((count, SHAPE[1])), np.zeros((count, SHAPE[1]))
    latitude, longitude = regular_swath((count, SHAPE[1]), centre=(500_000, 3_000_000))  # true, elsewhere
    return latitude, longitude


@pytest.mark.parametrize("kind", ["random", "zero", "elsewhere"])
@pytest.mark.parametrize(
    "rows",
    [[0], [119], [50], list(range(40, 60)), list(range(25)), list(range(80, 120)), list(range(5, 115, 3))],
    ids=["first", "last", "middle", "run", "head", "tail", "every third"],
)
def test_garbage_is_found_and_nothing_else(kind, rows):
    latitude, longitude = regular_swath(SHAPE, jitter_m=150)
    latitude[rows], longitude[rows] = garbage(kind, len(rows))
    assert np.flatnonzero(lost_rows(latitude, longitude)).tolist() == rows


@pytest.mark.parametrize("longitude_of", [lambda x: x, lambda x: (x - 15 + 180 + 180) % 360 - 180], ids=["", "at 180"])
def test_a_sound_swath_loses_nothing(longitude_of):
    latitude, longitude = regular_swath(SHAPE, jitter_m=300)
    longitude = longitude_of(longitude)
    assert not lost_rows(latitude, longitude).any()
    latitude[30:70] = np.nan  # rows that the product itself says are missing
    latitude[90, ::2] = np.nan
    assert not lost_rows(latitude, longitude).any()


def test_without_two_rows_that_can_be_true_nothing_is_judged():
    assert not lost_rows(*garbage("random", 20)).any()
    assert not lost_rows(*garbage("zero", 20)).any()
    assert not lost_rows(np.full(SHAPE, np.nan), np.full(SHAPE, np.nan)).any()
