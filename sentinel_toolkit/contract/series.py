"""The jobs of series, under one name: swaths that are imported, animations, and zonal time series."""

from sentinel_toolkit.contract.animation import (
    ANIMATION_COLUMNS,
    ANIMATION_PERIODS,
    ANIMATION_SUFFIXES,
    FRAME_MS_RANGE,
    FRAMES_GROUP_FILE,
    MAX_PAGE_RATIO,
    PAGE_SIDES,
    NdviAnimationRequest,
    NdviAnimationResult,
)
from sentinel_toolkit.contract.dated_series import (
    MAX_FRAME_PIXELS,
    SERIES_INDICES,
    STATISTICS,
    UNITS,
    SeriesRequest,
)
from sentinel_toolkit.contract.swaths import (
    CLOUD_MASKS,
    PASSES_GROUP_FILE,
    RESAMPLINGS,
    SWATH_QUANTITIES,
    SWATH_VARIABLES,
    ImportSentinel3Request,
    ImportSentinel3Result,
    parse_variables,
)
from sentinel_toolkit.contract.time_series import (
    SMOOTHINGS,
    TIME_SERIES_COLUMNS,
    IndexTimeSeriesRequest,
    IndexTimeSeriesResult,
)

__all__ = [
    "ANIMATION_COLUMNS",
    "ANIMATION_PERIODS",
    "ANIMATION_SUFFIXES",
    "CLOUD_MASKS",
    "FRAMES_GROUP_FILE",
    "FRAME_MS_RANGE",
    "MAX_FRAME_PIXELS",
    "MAX_PAGE_RATIO",
    "PAGE_SIDES",
    "PASSES_GROUP_FILE",
    "RESAMPLINGS",
    "SERIES_INDICES",
    "SMOOTHINGS",
    "STATISTICS",
    "SWATH_QUANTITIES",
    "SWATH_VARIABLES",
    "TIME_SERIES_COLUMNS",
    "UNITS",
    "ImportSentinel3Request",
    "ImportSentinel3Result",
    "IndexTimeSeriesRequest",
    "IndexTimeSeriesResult",
    "NdviAnimationRequest",
    "NdviAnimationResult",
    "SeriesRequest",
    "parse_variables",
]
