"""Which scenes are duplicates: a part of a datatake that adds ground is none."""

import datetime
import json

import pytest
from seen_scenes import scene
from shapely.geometry import box

from sentinel_toolkit.core.geo.mgrs import tile_footprint
from sentinel_toolkit.core.scenes import selection
from sentinel_toolkit.core.scenes.duplicates import newest_of_each_acquisition
from sentinel_toolkit.core.scenes.scene import LST
from sentinel_toolkit.core.scenes.stac_reading import scene_from_item
from sentinel_toolkit.core.scenes.stac_writing import encode_scene

UTC = datetime.timezone.utc
TILE = tile_footprint("33TWL")


def kept(*scenes):
    found = newest_of_each_acquisition(selection.describe(scenes, None))
    return sorted(item.scene.id for item in found)


def test_newest_baseline_wins():
    assert kept(scene("old", baseline="02.12"), scene("new", baseline="05.10")) == ["new"]


def test_parts_of_a_split_datatake_both_stay():
    assert kept(scene("west", footprint=box(15, 45, 15.4, 46)), scene("east", footprint=box(15.35, 45, 16, 46))) == [
        "east",
        "west",
    ]


def test_parts_stay_whatever_their_baselines():
    west = scene("west", baseline="05.00", footprint=box(15, 45, 15.4, 46))
    assert kept(west, scene("east", baseline="02.13", footprint=box(15.35, 45, 16, 46))) == ["east", "west"]


def test_untouched_copy_is_preferred():
    assert kept(scene("shifted"), scene("c1", collection="sentinel-2-c1-l2a")) == ["c1"]


def test_other_tiles_times_and_satellites_are_no_duplicates():
    others = [scene("b", tile="33TXL"), scene("c", datatake="20230818T095031"), scene("d", platform="sentinel-2b")]
    assert len(kept(scene("a"), *others)) == 4


def product(discriminator, footprint=TILE, baseline="02.14", **fields):
    """Return a scene that is named as ESA's products are."""
    number = baseline.replace(".", "")
    name = f"S2A_MSIL2A_20230815T095031_N{number}_R079_T33TWL_{discriminator}"
    return scene(discriminator, name=f"{name}.SAFE", footprint=footprint, baseline=baseline, **fields)


EARLY, LATE = "20230815T100652", "20230815T130912"


@pytest.mark.parametrize("shared", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("baselines", [("02.14", "02.14"), ("05.00", "02.14"), ("02.14", "05.00")])
def test_a_part_that_adds_ground_stays_however_much_it_shares(shared, baselines):
    """90 and 30 % of a tile with 20 in common are two parts, not one older than the other."""
    large = product(LATE, box(15, 45, 15.9, 46), baselines[0])
    small = product(EARLY, box(15.9 - 0.3 * shared, 45, 16.2 - 0.3 * shared, 46), baselines[1])
    assert kept(large, small) == [EARLY, LATE]


def test_parts_that_both_claim_the_whole_tile_stay():
    """Their names differ by the discriminator alone: one processing makes one product of a granule."""
    assert kept(product(EARLY), product(LATE)) == [EARLY, LATE]
    assert kept(product(EARLY, nodata=45.0), product(LATE, nodata=55.0)) == [EARLY, LATE]


def test_a_second_product_of_a_full_granule_adds_nothing():
    assert kept(product(EARLY), product(LATE, nodata=0.0)) == [LATE]
    slanted = TILE.difference(box(15.0, 45.0, 15.5, 46.1)).convex_hull.intersection(box(15.2, 45.2, 16.0, 46.1))
    slanted = slanted.difference(box(15.2, 45.2, 15.6, 45.6))
    assert kept(product(EARLY, slanted), product(LATE, slanted)) == [LATE]


def test_an_older_processing_goes_whatever_its_footprint_claims():
    assert kept(product(EARLY), product("20230101T000000", baseline="05.00")) == ["20230101T000000"]
    part = box(15, 45.1, 15.5, 46)
    strips = {"datastrip": "20230815T095027"}
    new = product("20240101T000000", part, "05.00", **strips)
    assert kept(product(EARLY, TILE, **strips), new) == ["20240101T000000"]


def test_reprocessed_parts_take_the_places_of_their_own_granules_alone():
    first, second = {"datastrip": "20230815T095027"}, {"datastrip": "20230815T095144"}
    old = [product(EARLY, **first), product(LATE, **second)]
    new = product("20240101T000000", baseline="05.00", **first)
    assert kept(*old, new) == [LATE, "20240101T000000"]
    assert kept(*old, new, product("20240202T000000", baseline="05.00", **second)) == [
        "20240101T000000",
        "20240202T000000",
    ]


def test_parts_of_other_baselines_are_told_apart_by_what_they_lack():
    old = [product(EARLY, nodata=10.0), product(LATE, nodata=70.0)]
    assert kept(*old, product("20240101T000000", baseline="05.00", nodata=10.5)) == [LATE, "20240101T000000"]


def test_a_part_beyond_the_antimeridian_is_compared_where_it_lies():
    west = scene("west", footprint=box(179, -17, 180.2, -16), baseline="05.00", tile="60KYF")
    assert kept(west, scene("old", footprint=box(-181, -17, -179.8, -16), tile="60KYF", baseline="02.14")) == ["west"]


def test_copies_of_a_frame_of_sentinel3_are_one():
    frames = {"product": LST, "tile": "", "datatake": "060_136", "platform": "sentinel-3a", "baseline": "004"}
    late = scene("NT", footprint=box(0, 0, 10, 10), timeliness="NT", **frames)
    assert kept(scene("NR", footprint=box(0, 4, 10, 14), timeliness="NR", **frames), late) == ["NT"]
    assert kept(scene("next", footprint=box(0, 9, 10, 19), timeliness="NT", **frames), late) == ["NT", "next"]


def test_the_datastrip_survives_the_scenes_column():
    known = product(EARLY, datastrip="20230815T095027")
    again, _ = scene_from_item(json.loads(encode_scene(known)), "folder")
    assert again.datastrip == known.datastrip
