"""The sharpening benchmark's other peer, pyDMS. Started by sharpening.py, in an environment of its own.

As its own template has it: regression trees with a line in each leaf, for the whole scene and in windows
of 15 coarse pixels, the residual returned, a COG written. NDVI is in a file already.
"""

import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from osgeo import gdal
from pyDMS import pyDMSUtils
from pyDMS.pyDMS import DecisionTreeSharpener

from benchmarks.process import answer, timed

OPTIONS = {
    "movingWindowSize": 15,
    "disaggregatingTemperature": True,
    "perLeafLinearRegression": True,
    "linearRegressionExtrapolationRatio": 0.25,
    "baggingRegressorOpt": {"random_state": 0},
}


def sharpen(ndvi, lst, output):
    """Write the sharpened temperatures."""
    sharpener = DecisionTreeSharpener(highResFiles=[ndvi], lowResFiles=[lst], **OPTIONS)
    sharpener.trainSharpener()
    found = sharpener.applySharpener(ndvi, lst)
    _, corrected = sharpener.residualAnalysis(found, lst, doCorrection=True)
    values = corrected.GetRasterBand(1).ReadAsArray()
    pyDMSUtils.saveImg(values, corrected.GetGeoTransform(), corrected.GetProjection(), output)


def pydms(scene, folder):
    """Return the row of the whole way."""
    ndvi = str(folder / "ndvi.tif")
    make_ndvi(Path(scene), ndvi)
    _, row = timed("pydms", sharpen, ndvi, str(Path(scene) / "lst.tif"), str(folder / "pydms.tif"))
    return [row]


def make_ndvi(scene, path):
    """Write NDVI to a file."""
    red, nir = (gdal.Open(str(scene / f"{name}.tif")) for name in ("red", "nir"))
    below, above = (source.ReadAsArray().astype(np.float32) for source in (red, nir))
    target = gdal.GetDriverByName("GTiff").Create(path, red.RasterXSize, red.RasterYSize, 1, gdal.GDT_Float32)
    target.SetGeoTransform(red.GetGeoTransform())
    target.SetProjection(red.GetProjection())
    target.GetRasterBand(1).WriteArray((above - below) / (above + below))


if __name__ == "__main__":
    gdal.UseExceptions()
    warnings.simplefilter("ignore")
    answer({"pydms": pydms})
