"""The area of interest (AOI) on the globe: equal-area shares, and what the antimeridian does to polygons.

Longitudes here may run past ±180: a polygon that crosses the antimeridian is kept in one piece (179 … 181), and only
``split`` cuts it for services that want -180 … 180.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.requests import AreaOfInterest
from sentinel_toolkit.core.geo.transformations import checked_crs, transform_geometry

ECCENTRICITY = math.sqrt(0.00669437999014)  # of WGS 84
MAX_QUERY_VERTICES = 100  # of a polygon sent to a service: keeps requests small
EARTH_RADIUS_M = 6_371_000
POINT_RADIUS_M = 5.0  # half a pixel of the finest bands
LARGEST = 1e12  # of any unit of length: beyond the moon in millimetres, and far from what squares overflow
LONLAT = "EPSG:4326"


@dataclass(frozen=True)
class Area:
    """An AOI: ``geometry`` in longitude and latitude, unwrapped; ``original`` in ``crs`` as the user drew it."""

    geometry: BaseGeometry
    original: BaseGeometry
    crs: str

    @classmethod
    def of(cls, request: AreaOfInterest) -> Area | None:
        """Return the Area of an AreaOfInterest; None if it has none: its scenes' footprints decide.

        Raises
        ------
        InvalidRequestError
            If the area is no polygon, is empty, or cannot be placed on the globe.
        """
        return area_from_wkt(request.aoi_wkt, request.aoi_crs) if request.aoi_wkt else None

    @property
    def centre(self) -> tuple[float, float]:
        """Return (longitude, latitude) in degrees, longitude within ±180."""
        west, south, east, north = self.geometry.bounds
        return ((west + east) / 2 + 180) % 360 - 180, (south + north) / 2

    @functools.cached_property
    def _flat(self) -> BaseGeometry:
        return to_equal_area(self.geometry, self.centre[0])

    def percent_inside(self, footprint: BaseGeometry) -> float:
        """Return the share of the AOI (0-100, equal area) that lies inside a footprint in longitude and latitude."""
        flat = to_equal_area(unwrap(footprint), self.centre[0])
        return 100 * self._flat.intersection(flat).area / self._flat.area


def area_from_wkt(wkt: str, crs: str) -> Area:
    """Return the Area of polygons in any CRS, repaired where they cross themselves; a point stands for its pixel.

    Raises
    ------
    InvalidRequestError
        If it is no polygon, is empty, or cannot be placed on the globe.
    """
    geometry = finite_geometry(wkt, "The area of interest", "Check the layer.")
    system = checked_crs(crs, "The CRS of the area")
    unit_m = math.radians(EARTH_RADIUS_M) if system.is_geographic else system.axis_info[0].unit_conversion_factor
    original = _polygons(shapely.make_valid(_with_ground_of_points(geometry, POINT_RADIUS_M / unit_m)))
    if original.is_empty or original.area == 0:
        raise InvalidRequestError("The area of interest is empty.", "Choose polygons that enclose some area.")
    lonlat = transform_geometry(original, crs, LONLAT)
    coordinates = shapely.get_coordinates(lonlat)
    if not np.isfinite(coordinates).all() or np.abs(coordinates[:, 1]).max() > 90:
        raise InvalidRequestError(
            f"The area of interest does not lie on the globe: {original.bounds} in {system.name}.",
            "Is the layer's CRS right?",
        )
    # In a geographic CRS what is drawn is what is meant, a world-wide box too, and only parts that were cut at ±180°
    # are put together again; a projected one has been densified, so that a jump of more than 180° can only be the
    # antimeridian.
    placed = _put_together(lonlat) if system.is_geographic else unwrap(lonlat)
    return Area(_polygons(shapely.make_valid(placed)), original, crs)


def finite_geometry(wkt: str, name: str, hint: str) -> BaseGeometry:
    """Return the geometry of a WKT, in any CRS.

    Parameters
    ----------
    name, hint
        For the error.

    Raises
    ------
    InvalidRequestError
        If it is no WKT, or reaches beyond all maps.
    """
    try:
        with np.errstate(invalid="ignore"):  # of NaN, which is refused below
            geometry = shapely.from_wkt(wkt)
    except shapely.errors.ShapelyError as error:
        raise InvalidRequestError(f"{name} cannot be read: {error}.", hint) from error
    if not np.abs(shapely.get_coordinates(geometry)).max(initial=0) <= LARGEST:  # true for NaN
        raise InvalidRequestError(f"{name} has no end.", "Its corners must be finite numbers.")
    return geometry


def _with_ground_of_points(geometry: BaseGeometry, radius: float) -> BaseGeometry:
    """Return a geometry in which each point, alone or beside polygons, has become a disc."""
    parts = shapely.get_parts(shapely.get_parts(geometry))  # a collection may hold collections
    kinds = shapely.get_type_id(parts)
    is_point = kinds == shapely.GeometryType.POINT
    if not is_point.any():
        return geometry
    polygons = parts[kinds == shapely.GeometryType.POLYGON]
    return shapely.union_all([*shapely.make_valid(polygons), *shapely.buffer(parts[is_point], radius)])


def _put_together(geometry: BaseGeometry) -> BaseGeometry:
    """Return parts moved by whole turns where that brings them closer: those on both sides of the antimeridian."""
    parts = shapely.get_parts(geometry)
    if not len(parts):
        return geometry
    near = parts[0].centroid.x
    moved = shapely.union_all([_shift(part, 360 * round((near - part.centroid.x) / 360)) for part in parts])
    return moved if _width(moved) < min(_width(geometry), 180) else geometry


def _width(geometry: BaseGeometry) -> float:
    west, _, east, _ = geometry.bounds
    return east - west


def area_of_footprints(footprints: Iterable[BaseGeometry]) -> Area:
    """Return the Area of a union of footprints in longitude and latitude, in one piece across the antimeridian.

    >>> area_of_footprints([box(179, 0, 180, 1), box(-180, 0, -179, 1)]).centre
    (-180.0, 0.5)
    """
    union = _put_together(_polygons(shapely.union_all([unwrap(footprint) for footprint in footprints])))
    return Area(union, union, LONLAT)


def _polygons(geometry: BaseGeometry) -> BaseGeometry:
    """Return only the polygons of a geometry: repair may leave lines and points behind."""
    if isinstance(geometry, (Polygon, MultiPolygon)):
        return geometry
    parts = [part for part in shapely.get_parts(geometry) if isinstance(part, (Polygon, MultiPolygon))]
    return shapely.union_all(parts) if parts else Polygon()


def unwrap(geometry: BaseGeometry) -> BaseGeometry:
    """Return polygons in one piece across the antimeridian: a step of more than 180° between vertices is a crossing.

    >>> unwrap(Polygon([(179, 0), (-179, 0), (-179, 1), (179, 1)])).bounds
    (179.0, 0.0, 181.0, 1.0)
    """
    parts = []
    for part in shapely.get_parts(geometry):
        steps = np.abs(np.diff(shapely.get_coordinates(part)[:, 0]))
        crosses = steps.size and steps.max() > 180
        turned = shapely.transform(part, _from_0_to_360) if crosses else part
        parts.append(turned if turned.area else part)  # a box round the globe crosses nothing
    if not parts:
        return Polygon()
    near = parts[0].centroid.x
    shifted = [_shift(part, 360 * round((near - part.centroid.x) / 360)) for part in parts]
    return _polygons(shapely.union_all([shapely.make_valid(part) for part in shifted]))


def _from_0_to_360(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack([xy[:, 0] % 360, xy[:, 1]])


def _shift(geometry: BaseGeometry, degrees: float) -> BaseGeometry:
    return shapely.transform(geometry, lambda xy: np.add(xy, (degrees, 0))) if degrees else geometry


def split(geometry: BaseGeometry) -> BaseGeometry:
    """Return polygons cut at the antimeridian, with longitudes within ±180."""
    west, _, east, _ = geometry.bounds
    if west >= -180 and east <= 180:
        return geometry
    turns = range(math.floor((west + 180) / 360), math.ceil((east + 180) / 360))
    cut = (_shift(geometry.intersection(box(360 * k - 180, -90, 360 * k + 180, 90)), -360 * k) for k in turns)
    return _polygons(shapely.union_all(list(cut)))


def middle_longitude(footprint: BaseGeometry) -> float:
    """Return the longitude, within ±180 degrees, of the middle of a footprint, which may be cut at the antimeridian.

    >>> middle_longitude(shapely.union_all([box(179, 0, 180, 1), box(-180, 0, -178, 1)]))
    -179.5
    """
    west, _, east, _ = footprint.bounds
    whole = unwrap(footprint) if east - west > 180 else footprint
    return float((whole.centroid.x + 180) % 360 - 180)


def part_inside(footprint: BaseGeometry, outline: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a footprint that lie in an outline, both in longitude and latitude."""
    whole = unwrap(footprint)
    turn = 360 * round((outline.centroid.x - whole.centroid.x) / 360) if not whole.is_empty else 0
    return _polygons(_shift(whole, turn).intersection(outline))


def on_the_map(footprint: BaseGeometry) -> BaseGeometry:
    """Return a footprint as a map shows it: cut at the antimeridian if it crosses it, else as it is."""
    west, _, east, _ = footprint.bounds
    return split(unwrap(footprint)) if east - west > 180 or west < -180 or east > 180 else footprint


def to_equal_area(geometry: BaseGeometry, longitude_deg: float) -> BaseGeometry:
    """Return the geometry in a cylindrical equal-area projection around a longitude.

    x is the longitude from there, y the sine of the authalic latitude (Snyder 1987, USGS Professional Paper 1395, eq.
    3-11 and 3-12), both in units that only ratios of areas need.
    """

    def q(sine: NDArray[np.float64]) -> NDArray[np.float64]:
        e = ECCENTRICITY
        return (1 - e**2) * (sine / (1 - (e * sine) ** 2) + np.arctanh(e * sine) / e)

    def project(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack([xy[:, 0], np.degrees(q(np.sin(np.radians(xy[:, 1]))) / q(np.ones(1)))])

    near = [_shift(part, 360 * round((longitude_deg - part.centroid.x) / 360)) for part in shapely.get_parts(geometry)]
    return shapely.union_all([shapely.transform(part, project) for part in near])


def simplify_for_query(geometry: BaseGeometry) -> BaseGeometry:
    """Return a simple polygon that contains the geometry, fit for a query; what it adds is filtered afterwards."""
    geometry = split(geometry)
    if shapely.get_num_coordinates(geometry) <= MAX_QUERY_VERTICES:
        return geometry
    parts = [part.convex_hull for part in shapely.get_parts(geometry)]
    if sum(map(shapely.get_num_coordinates, parts)) > MAX_QUERY_VERTICES:
        # One hull for each side of the antimeridian: a single one would span the globe.
        sides = ([part for part in parts if (part.centroid.x < 0) == west] for west in (True, False))
        crosses = geometry.bounds[0] == -180 and geometry.bounds[2] == 180
        groups = [side for side in sides if side] if crosses else [parts]
        parts = [_few_vertices(shapely.union_all(group).convex_hull) for group in groups]
    return shapely.union_all(parts).intersection(box(-180, -90, 180, 90))


def _few_vertices(hull: BaseGeometry) -> BaseGeometry:
    west, south, east, north = hull.bounds
    tolerance = max(east - west, north - south) / 200
    while shapely.get_num_coordinates(hull) > MAX_QUERY_VERTICES // 2:
        # Mitred growth by the tolerance keeps everything inside, whatever the simplification cuts off.
        hull = hull.buffer(tolerance, join_style="mitre").simplify(tolerance)
        tolerance *= 2
    return hull


def on_the_globe(footprint: BaseGeometry) -> BaseGeometry:
    """Return a catalogue's footprint without heights.

    It is not repaired: one across the antimeridian looks broken until it is unwrapped.

    Raises
    ------
    ValueError
        If it is no polygon, or does not lie on the globe.
    """
    if footprint.geom_type not in ("Polygon", "MultiPolygon") or footprint.is_empty:
        raise ValueError("no polygon")
    if unwrap(footprint).area == 0:
        raise ValueError("a footprint without area")
    west, south, east, north = footprint.bounds
    if not (-540 <= west <= east <= 540 and -90 <= south <= north <= 90):
        raise ValueError("a footprint that does not lie on the globe")
    return shapely.force_2d(footprint)
