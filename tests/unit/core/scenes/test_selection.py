"""Which scenes of a catalogue are duplicates, and how much of an area they cover."""

import datetime
import json

import pytest
import shapely
from downloads import item
from seen_scenes import scene
from shapely.geometry import box

from sentinel_toolkit.core.geo import area
from sentinel_toolkit.core.geo.area import area_from_wkt
from sentinel_toolkit.core.scenes import selection
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item

UTC = datetime.timezone.utc


def test_pass_coverage_adds_up_the_tiles_of_a_pass():
    aoi = area.area_from_wkt(box(15.5, 45.2, 16.5, 45.8).wkt, "EPSG:4326")
    found = selection.describe([scene("a"), scene("b", tile="33TXL", footprint=box(16, 45, 17, 46))], aoi)
    assert [round(item.coverage, 3) for item in found] == [50, 50]
    assert [round(item.pass_coverage, 3) for item in found] == [100, 100]


def test_local_time_is_that_of_a_footprint_cut_at_the_antimeridian():
    cut = shapely.MultiPolygon([box(179, -17, 180, -16), box(-180, -17, -179, -16)])
    time = datetime.datetime(2023, 8, 21, 22, 19, tzinfo=UTC)
    (found,) = selection.describe([scene(footprint=cut, datetime=time)], None)
    assert found.local_time == "10:19"


@pytest.mark.parametrize("text", ["S2A", "sentinel-2a", "Sentinel-2A", "2A"])
def test_platforms_are_read_as_people_write_them(text):
    assert selection.platform_key(text) == "2A"


def test_day_and_night_are_those_of_the_footprint_in_a_wide_area():
    world = area_from_wkt(shapely.box(-180, -80, 180, 80).wkt, "EPSG:4326")
    for west, hour, is_day in ((174, 22, True), (174, 10, False), (-150, 21, True), (-150, 8, False), (15, 11, True)):
        footprint = shapely.box(west, 30, west + 2, 32)
        line = json.loads(json.loads(item({}, datetime=f"2022-03-20T{hour:02d}:00:00Z"))["scene"])
        scene, _ = scene_from_item({**line, "geometry": shapely.geometry.mapping(footprint)}, "x")
        (found,) = selection.describe([scene], world)
        assert found.is_day is is_day, (west, hour)
