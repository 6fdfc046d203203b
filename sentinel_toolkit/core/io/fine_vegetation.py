"""The fine vegetation to sharpen with: NDVI from rasters or from scenes, brought to the disk in strips of rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from odc.geo.geobox import GeoBox
from rasterio.errors import RasterioError

from sentinel_toolkit.contract.errors import InvalidRequestError, NoOverlapError, UnreadableRasterError
from sentinel_toolkit.contract.imagery import ImageryRequest
from sentinel_toolkit.core.io import safe
from sentinel_toolkit.core.io.outline import pixels_inside
from sentinel_toolkit.core.io.raster_reading import read_on_grid
from sentinel_toolkit.core.io.rasters import gdal_words
from sentinel_toolkit.core.io.scene_series import IndexOfBlock
from sentinel_toolkit.core.io.scene_stack import SceneStack
from sentinel_toolkit.core.io.strips import each_strip
from sentinel_toolkit.core.science.area import area_from_wkt
from sentinel_toolkit.core.science.composites import Composite
from sentinel_toolkit.core.science.grid import is_north_up, own_grid, result_grid, transform_geometry
from sentinel_toolkit.core.science.indices import normalised_difference
from sentinel_toolkit.core.science.reflectance import BOA_ADD_OFFSET, QUANTIFICATION

LIKELY_DN = 2.0  # reflectance stays below: more are digital numbers
DEFAULT_PIXEL_M = 10.0


class RasterVegetation:
    """NDVI of a raster, or of a red and a near-infrared one.

    Parameters
    ----------
    request : ThermalSharpeningRequest
    report : Report

    Attributes
    ----------
    grid : GeoBox
        Of the result: the raster's own pixels, or those of RESOLUTION, cut to the area.
    scenes : tuple
        None are known of rasters.
    """

    scenes = ()

    def __init__(self, request, report):
        self._files = [path for path in (request.ndvi, request.red, request.nir) if path]
        self.source = "NDVI of " + " and ".join(Path(path).name for path in self._files)
        area = area_from_wkt(request.aoi_wkt, request.aoi_crs) if request.aoi_wkt else None
        whole, self._bands = look_at(self._files[0], "" if request.ndvi else "B04")
        if not request.ndvi:
            _, numbers = look_at(self._files[1], "B08")
            self._bands += numbers
        self.grid, outline = _grid_of(whole, area, request.resolution_m)
        self._outline = outline if area and request.clip else None
        self._shift = 0.0 if request.ndvi else _shift_of(request, report)

    def read(self, store, work, rows, threads, report):
        """Bring NDVI (NaN where there is none) to a RowStore, and yield (row, work(row, values)) of strips of rows.

        Parameters
        ----------
        store : RowStore
        work : callable
            (row, ndvi) → anything; called in threads.
        rows, threads : int
            Of a strip, and strips in work at a time.
        report : Report

        Raises
        ------
        InvalidRequestError
            If the values are no NDVI.
        """

        def make(start, stop):
            strip = self.grid[start:stop]
            layers = [read_on_grid(path, [band], strip)[0] for path, band in zip(self._files, self._bands, strict=True)]
            values = layers[0] if len(layers) == 1 else ndvi_of(*(layer + self._shift for layer in layers))
            refuse_scaled(values, self.source)
            values[~(np.abs(values) <= 1)] = np.nan
            if self._outline is not None:
                values[~pixels_inside(self._outline, strip.shape, strip.transform)] = np.nan
            store.write(start, 0, values)
            return work(start, values)

        return each_strip(make, self.grid.shape[0], rows, threads, report)


def ndvi_of(red, nir):
    """Return (NIR - red) / (NIR + red), float32; NaN where the sum is not above 0 (Tucker 1979)."""
    return normalised_difference(nir, red).astype(np.float32)


def look_at(path, wanted=""):
    """Return (GeoBox, [number of the band]) of a raster: the one described as ``wanted``, or the first.

    Raises
    ------
    UnreadableRasterError
        If it cannot be opened or has no place.
    """
    name = Path(path).name
    try:
        with rasterio.open(path) as dataset:
            if dataset.crs is None or dataset.transform.is_identity:
                raise UnreadableRasterError(f"{name} has no georeference.", "It cannot be placed on the map.")
            names = list(dataset.descriptions)
            grid = GeoBox(dataset.shape, dataset.transform, dataset.crs.to_wkt())
            return grid, [names.index(wanted) + 1 if wanted in names else 1]
    except (RasterioError, OSError) as error:
        raise UnreadableRasterError(f"{name} cannot be opened: {gdal_words(error)}.", "Is it complete?") from error


def _grid_of(whole, area, resolution):
    """Return (grid of the result, outline of the area in its CRS or None)."""
    outline = transform_geometry(area.original, area.crs, str(whole.crs)) if area else None
    frame = whole.extent.geom
    if outline is not None:
        if not outline.intersects(frame):
            raise NoOverlapError("The fine rasters do not meet the area of interest.", "Check the area and their CRS.")
        frame = outline.intersection(frame)
    own = abs(whole.resolution.x)
    if not is_north_up(whole) or (resolution and not np.isclose(resolution, own, rtol=1e-9)):
        return result_grid(frame, whole.crs, [whole] if is_north_up(whole) else [], resolution or own), outline
    return (own_grid(whole, frame) if area else whole), outline


def _shift_of(request, report):
    """Return what is to be added to the pixels of RED and NIR, in their unit, and say why."""
    with rasterio.open(request.red) as dataset:
        stored = dataset.read(1, out_shape=(256, 256), masked=True)
        is_dn = (dataset.scales[0], dataset.offsets[0]) == (1, 0) and stored.max() is not np.ma.masked
        is_dn = is_dn and float(stored.max()) > LIKELY_DN
    if request.offset != "auto":
        wanted = BOA_ADD_OFFSET if request.offset == "apply" else 0.0
        return wanted if is_dn else wanted / QUANTIFICATION
    if not is_dn:
        return 0.0
    scene = next((safe.read_product(folder) for folder in Path(request.red).parents if _is_safe(folder)), None)
    if scene is not None and scene.offset_dn is not None:
        report.note(f"Offset of RED and NIR: {scene.offset_dn:g} ({scene.offset_reason}).")
        return float(scene.offset_dn)
    report.warning(
        "RED and NIR hold digital numbers and do not say whether they have ESA's offset of 1000; none was taken off. "
        "If their processing baseline is 04.00 or later, set OFFSET to apply: NDVI would be wrong without."
    )
    return 0.0


def _is_safe(folder):
    return (folder / safe.PRODUCT_METADATA).is_file()


class SceneVegetation:
    """NDVI of Sentinel-2 scenes; of several dates their median.

    Parameters and attributes are those of RasterVegetation.
    """

    def __init__(self, request, report, scenes):
        composite = Composite("median", ("NDVI",), "NDVI")
        imagery = ImageryRequest(
            scenes_path=request.scenes_path or request.pairs_path,
            bands=composite.needed_bands,
            aoi_wkt=request.aoi_wkt,
            aoi_crs=request.aoi_crs,
            clip=request.clip,
            mask_classes=request.mask_classes,
            grow_mask_m=request.grow_mask_m,
            offset=request.offset,
            resolution_m=request.resolution_m or DEFAULT_PIXEL_M,
            memory_limit_mb=request.memory_limit_mb,
            threads=request.threads,
        )
        self._stack = SceneStack(imagery, scenes, report, composite.needed_bands, composite.planes)
        self._work = IndexOfBlock(composite)
        self.grid = self._stack.grid
        dates = sorted({scene.datetime.date().isoformat() for scene in self._stack.scenes})
        self.source = f"NDVI of Sentinel-2, {', '.join(dates[:5])}{' …' if len(dates) > 5 else ''}"

    @property
    def scenes(self):
        """Return the scenes that gave pixels."""
        return tuple(self._stack.contributed)

    def read(self, store, work, rows, threads, report):
        """As RasterVegetation's: all scenes are read before the first strip comes."""
        self._stack.process(self._work, store.write)
        return each_strip(
            lambda start, stop: work(start, store.read(start, stop)), self.grid.shape[0], rows, threads, report
        )


def open_vegetation(request, report, scenes):
    """Return the vegetation that a request names; ``scenes`` are those of INPUT or of the pair, if any."""
    return SceneVegetation(request, report, scenes) if scenes else RasterVegetation(request, report)


def refuse_scaled(values, source):
    """Refuse NDVI that nobody has scaled to -1 … 1.

    Raises
    ------
    InvalidRequestError
        If hardly a value is an index.
    """
    known = values[np.isfinite(values)]
    if known.size and np.median(np.abs(known)) > 1:
        raise InvalidRequestError(
            f"{source} holds values around {np.median(known):g}, which are no NDVI.",
            "Set the scale of the raster (0.0001 for NDVI x 10000).",
        )
