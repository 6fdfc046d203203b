"""Tiles of Sentinel-2, where MGRS says."""

import pytest
import shapely

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.core.geo import area
from sentinel_toolkit.core.geo.mgrs import tile_footprint


@pytest.mark.parametrize(
    ("tile", "inside"),
    [
        ("33TWL", (15.97, 45.81)),
        ("T01KAB", (-179.9, -16.8)),
        ("33XWJ", (16.5, 80.12)),
        ("10SFG", (-121.0, 37.66)),
        ("56HLH", (151.2, -33.8)),
    ],
)
def test_tile_lies_where_mgrs_says(tile, inside):
    footprint = area.unwrap(tile_footprint(tile))
    points = [shapely.Point(inside[0] + turn, inside[1]) for turn in (-360, 0, 360)]
    assert any(footprint.contains(point) for point in points)


@pytest.mark.parametrize("tile", ["", "99ABC", "33TI", "33TWLX", "33OWL"])
def test_no_such_tile(tile):
    with pytest.raises(InvalidRequestError, match="no tile"):
        tile_footprint(tile)
