"""GDAL as we use it: its options, each with its reason, and its words."""

from __future__ import annotations

import os

import rasterio
from rasterio.errors import RasterioError

from sentinel_toolkit.core.services import hrefs

GDAL_OPTIONS = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",  # no listing of a bucket (or a folder of thousands) for side-cars
    "GDAL_PAM_ENABLED": "NO",  # .aux.xml side-cars can name other files, and Erdas Imagine's is read without a listing
    "GDAL_HTTP_MAX_RETRY": "4",  # 429 and 5xx are ordinary on public buckets
    "GDAL_HTTP_RETRY_DELAY": "1",  # s; GDAL doubles it
    "GDAL_HTTP_CONNECTTIMEOUT": "20",  # s
    "GDAL_HTTP_TIMEOUT": "120",  # s for one request
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": "YES",  # neighbouring tiles in one request
    "GDAL_CACHEMAX": 64 * 2**20,  # bytes; blocks are read once, so a large cache only costs memory
    # What fails in a thread of GDAL's own is printed, not raised: half a JPEG 2000 would read as data. We have threads.
    "GDAL_NUM_THREADS": "1",
    "GDAL_PNG_WHOLE_IMAGE_OPTIM": "NO",  # the short way to a whole PNG does not see that its end is missing
    "GDAL_ERROR_ON_LIBJPEG_WARNING": "YES",  # GDAL's default, were it not for the user's own settings
}
FAILURES = (RasterioError, OSError)  # what opening, reading and writing raise


def environment() -> rasterio.Env:
    """Return the rasterio environment in which all reading happens."""
    # rasterio's wheels name certificates of their own, which would hide those that a company's proxy needs.
    bundle = os.environ.get("CURL_CA_BUNDLE")
    return rasterio.Env(**GDAL_OPTIONS, **({"GDAL_CURL_CA_BUNDLE": bundle} if bundle else {}))


def gdal_words(error: BaseException) -> str:
    """Return what GDAL said: rasterio sometimes hides it behind a sentence that says nothing."""
    cause = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror  # of the system, where it was no error of GDAL's
    return hrefs.without_queries(str(cause)).strip().rstrip(".")
