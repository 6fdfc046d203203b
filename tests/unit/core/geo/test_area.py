"""Areas of interest: coverage, the antimeridian, and what is refused."""

import numpy as np
import pyproj
import pytest
import shapely
from shapely.geometry import MultiPolygon, box

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.requests import AreaOfInterest
from sentinel_toolkit.core.geo import area


def test_a_request_without_area_has_none():
    assert area.Area.of(AreaOfInterest()) is None
    drawn = area.Area.of(AreaOfInterest(box(10, 40, 12, 42).wkt, "EPSG:4326"))
    assert drawn == area.area_from_wkt(box(10, 40, 12, 42).wkt, "EPSG:4326")


def test_coverage_is_equal_area_and_ignores_the_antimeridian():
    aoi = area.area_from_wkt(box(10, 40, 12, 42).wkt, "EPSG:4326")
    assert aoi.percent_inside(box(9, 39, 11, 43)) == pytest.approx(50, abs=1e-6)
    assert aoi.percent_inside(box(20, 40, 22, 42)) == 0
    geod = pyproj.Geod(ellps="WGS84")

    def on_the_ellipsoid(polygon):
        return abs(geod.geometry_area_perimeter(polygon.segmentize(0.001))[0])

    expected = 100 * on_the_ellipsoid(box(10, 40, 12, 41)) / on_the_ellipsoid(box(10, 40, 12, 42))
    assert aoi.percent_inside(box(9, 39, 13, 41)) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("x", [179.0, -181.0])
def test_area_across_the_antimeridian_meets_both_sides(x):
    aoi = area.area_from_wkt(box(x, -18, x + 2, -16).wkt, "EPSG:4326")
    east_half = box(180, -19, 185, -15)
    split_footprint = MultiPolygon([box(175, -20, 180, -10), box(-180, -20, -175, -10)])
    crossing = shapely.Polygon([(179.2, -20), (-179.2, -20), (-179.2, -10), (179.2, -10)])
    assert aoi.percent_inside(east_half) == pytest.approx(50)
    assert aoi.percent_inside(box(-180, -19, -175, -15)) == pytest.approx(50)
    assert aoi.percent_inside(split_footprint) == pytest.approx(100)
    assert aoi.percent_inside(crossing) == pytest.approx(80)
    assert aoi.percent_inside(box(0, -18, 10, -16)) == 0
    west, _, east, _ = area.split(aoi.geometry).bounds
    assert (west, east) == (-180, 180)
    assert abs(abs(aoi.centre[0]) - 180) < 1e-9


def test_area_cut_at_the_antimeridian_is_put_together():
    """The standard form of GeoJSON: one part on each side."""
    cut = MultiPolygon([box(179, -18, 180, -16), box(-180, -18, -179, -16)])
    aoi = area.area_from_wkt(cut.wkt, "EPSG:4326")
    assert abs(aoi.centre[0]) == pytest.approx(180)
    assert aoi.percent_inside(box(180, -19, 185, -15)) == pytest.approx(50)
    world = area.area_from_wkt(box(-180, -90, 180, 90).wkt, "EPSG:4326")
    assert world.percent_inside(box(0, -90, 180, 90)) == pytest.approx(50)
    islands = area.area_from_wkt(MultiPolygon([box(-5, 0, 0, 5), box(100, 0, 105, 5)]).wkt, "EPSG:4326")
    assert islands.centre[0] == pytest.approx(50)


@pytest.mark.parametrize("east", [box(-180, -17, -178, -16), box(180, -17, 182, -16)])
def test_footprints_on_both_sides_of_the_antimeridian_are_one_area(east):
    ground = area.area_of_footprints([box(179, -17, 180, -16), east])
    west, _, end, _ = ground.geometry.bounds
    assert end - west == 3
    assert ground.centre == (-179.5, -16.5)


def test_footprints_round_the_globe_stay_where_they_are():
    halves = [box(-180, -90, 0, 90), box(0, -90, 180, 90)]
    assert area.area_of_footprints(halves).geometry.bounds == (-180, -90, 180, 90)


def test_points_beside_polygons_are_ground_of_an_area():
    mixed = area.area_from_wkt(
        "GEOMETRYCOLLECTION(POINT(500605 5079395), POLYGON((500100 5079900, 500200 5079900, 500200 5079800, 500100 5079900)))",
        "EPSG:32633",
    )
    assert mixed.original.bounds == (500100, 5079390, 500610, 5079900)


def test_footprint_across_the_antimeridian_is_cut_for_the_map():
    crossing = shapely.Polygon([(179, -20), (-179, -20), (-179, -10), (179, -10)])
    cut = area.on_the_map(crossing)
    assert len(cut.geoms) == 2
    assert cut.area == pytest.approx(20)
    assert area.on_the_map(box(1, 1, 2, 2)).equals_exact(box(1, 1, 2, 2), 0)


def test_projected_area_across_the_antimeridian_stays_in_one_piece():
    fiji = area.area_from_wkt(box(1_950_000, 3_800_000, 2_150_000, 4_000_000).wkt, "EPSG:3460")
    assert fiji.geometry.bounds[2] - fiji.geometry.bounds[0] < 5


def test_crossing_polygon_is_repaired():
    bow_tie = "POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))"
    assert area.area_from_wkt(bow_tie, "EPSG:4326").geometry.area == pytest.approx(2)


@pytest.mark.parametrize(
    ("wkt", "crs", "words"),
    [
        ("POLYGON EMPTY", "EPSG:4326", "is empty"),
        ("LINESTRING(0 0, 1 1)", "EPSG:4326", "is empty"),
        ("rubbish", "EPSG:4326", "cannot be read"),
        ("POLYGON((0 0, 1 0, 1 1, 0 0))", "EPSG:0", "is unknown"),
        ("POLYGON((0 0, 1 0, 1 1, 0 0))", "EPSG:4978", "is geocentric: it places nothing on a map. Choose"),
        ("POLYGON((0 0, 1 0, 1 1, 0 0))", 'LOCAL_CS["site",UNIT["metre",1]]', "it places nothing on a map"),
        ("POLYGON((0 0, inf 0, inf 1, 0 0))", "EPSG:4326", "has no end"),
        ("POLYGON((0 0, nan 0, 1 1, 0 0))", "EPSG:32633", "has no end"),
        ("POLYGON((0 0, 1e300 0, 1e300 1e300, 0 0))", "EPSG:32633", "has no end"),
        (
            "POLYGON((500000 5000000, 510000 5000000, 510000 5010000, 500000 5000000))",
            "EPSG:4326",
            "Is the layer's CRS right",
        ),
    ],
)
def test_impossible_area_is_refused_in_words(wkt, crs, words):
    with pytest.raises(InvalidRequestError) as caught:
        area.area_from_wkt(wkt, crs)
    assert words in str(caught.value)


def test_point_stands_for_its_pixel():
    west, south, east, north = area.area_from_wkt("POINT(600005 5099995)", "EPSG:32633").original.bounds
    assert (east - west, north - south) == (10, 10)


def test_query_polygon_is_simple_and_contains_the_area():
    angles = np.linspace(0, 2 * np.pi, 5000)
    star = shapely.Polygon(
        np.column_stack([(3 + np.cos(40 * angles)) * np.cos(angles), (3 + np.cos(40 * angles)) * np.sin(angles)])
    )
    simple = area.simplify_for_query(star)
    assert shapely.get_num_coordinates(simple) <= area.MAX_QUERY_VERTICES
    assert simple.covers(star)


def test_twisted_footprint_of_a_cut_scene_is_no_reason_to_fail():
    from sentinel_toolkit.core.geo.area import part_inside

    bow_tie = shapely.Polygon([(15, 45), (16, 46), (16, 45), (15, 46)])
    assert part_inside(bow_tie, shapely.box(15, 45, 16, 46)).area > 0
    assert part_inside(shapely.box(179, 0, 181, 1), shapely.box(-180, 0, -179, 1)).is_empty is False
