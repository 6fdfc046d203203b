"""Many places at once: the mesh must put them where the exact transformation does."""

import numpy as np
import pyproj
import pytest
from swaths import regular_swath

from sentinel_toolkit.core.geo import projections
from sentinel_toolkit.core.geo.projections import project_many


@pytest.mark.parametrize(
    ("epsg", "centre"),
    [
        (32633, (500_000, 5_000_000)),
        (32633, (500_000, 8_900_000)),  # 80° N
        (32601, (300_000, 7_200_000)),  # across the antimeridian
        (5041, (2_000_000, 2_000_000)),  # the pole
        (3857, (0, 8_000_000)),
        (3035, (4_321_000, 3_210_000)),
        (32733, (500_000, 10_000_000)),  # the equator
    ],
)
def test_places_are_exact_to_a_few_centimetres(epsg, centre):
    latitude, longitude = regular_swath((300, 300), crs=f"EPSG:{epsg}", centre=centre, jitter_m=100)
    latitude[3, 5] = np.nan
    x, y = project_many(longitude, latitude, f"EPSG:{epsg}")
    exact = pyproj.Transformer.from_crs(4326, epsg, always_xy=True).transform(longitude, latitude)
    known = np.isfinite(latitude)
    assert np.hypot(x - exact[0], y - exact[1])[known].max() < 0.05
    assert np.isnan(x[3, 5])
    assert np.isnan(y[3, 5])


@pytest.mark.parametrize(("crs", "centre"), [("EPSG:4326", -179.9), ("EPSG:3857", 179.5), ("EPSG:6933", -178.0)])
def test_a_seam_of_the_map_tears_nothing(crs, centre):
    """Where a map has a seam in the swath, places come from the exact transformation, on both sides."""
    x, y = pyproj.Transformer.from_crs(4326, 32701, always_xy=True).transform(centre, -17)
    latitude, longitude = regular_swath((400, 600), crs="EPSG:32701", centre=(x, y))
    found = project_many(longitude, latitude, crs)
    exact = pyproj.Transformer.from_crs(4326, crs, always_xy=True).transform(longitude, latitude)
    assert np.abs(np.array(found) - np.array(exact)).max() < 0.05


def test_dense_places_are_worked_through_a_mesh(monkeypatch):
    counts = []
    latitude, longitude = regular_swath((300, 300))
    exact = projections.transformer_between("EPSG:4326", "EPSG:32633")

    class Counting:
        def transform(self, x, y):
            counts.append(np.size(x))
            return exact.transform(x, y)

    monkeypatch.setattr(projections, "transformer_between", lambda *_: Counting())
    project_many(longitude, latitude, "EPSG:32633")
    assert sum(counts) < latitude.size / 4


def test_nothing_known_is_nowhere():
    nothing = np.full((4, 4), np.nan)
    x, y = project_many(nothing, nothing.copy(), "EPSG:32633")
    assert np.isnan(x).all()
    assert np.isnan(y).all()
