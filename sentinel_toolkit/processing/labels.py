"""The words for the values of choices, in the user's language: scripts and models name values by ids, people do not."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate


def labels_of(parameter: str) -> dict[str, str]:
    """Return id → label of the values of a choice; what has no label is its own."""
    rules = {method: _capitalised(rule_words(method)) for method in RULES}
    tables = (_of_catalogues(), _of_imagery(), _of_scene_classes(), _of_series_and_thermal(), {"METHOD": rules})
    return {value: label for table in tables for value, label in table.get(parameter, {}).items()}


RULES = ("median", "mean", "medoid", "geomedian", "max_ndvi", "latest")


def rule_words(method: str, percentile: float = 25) -> str:
    """Return the words for a rule of composites, as they stand within a name."""
    words = {
        "median": translate("SentinelToolkit", "median"),
        "percentile": translate("SentinelToolkit", "percentile {number}"),
        "mean": translate("SentinelToolkit", "mean"),
        "medoid": translate("SentinelToolkit", "medoid"),
        "geomedian": translate("SentinelToolkit", "geometric median"),
        "max_ndvi": translate("SentinelToolkit", "maximum NDVI"),
        "latest": translate("SentinelToolkit", "latest"),
    }
    return words.get(method, method).format(number=f"{percentile:g}")


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _of_catalogues() -> dict[str, dict[str, str]]:
    return {
        "SOURCE": {
            "earth_search": "Earth Search",
            "cdse": "Copernicus Data Space (STAC)",
            "cdse_odata": "Copernicus Data Space (OData)",
            "planetary_computer": "Planetary Computer",
            "stac": translate("SentinelToolkit", "Another STAC catalogue"),
            "folder": translate("SentinelToolkit", "Folder on this computer"),
        },
        "PRODUCT": {
            "sentinel-2-l2a": translate("SentinelToolkit", "Sentinel-2 L2A: surface reflectance"),
            "sentinel-2-l1c": translate("SentinelToolkit", "Sentinel-2 L1C: top of atmosphere"),
            "sentinel-3-lst": translate("SentinelToolkit", "Sentinel-3 LST: surface temperature"),
        },
        "PASS": {
            "any": translate("SentinelToolkit", "Day and night"),
            "day": translate("SentinelToolkit", "By day"),
            "night": translate("SentinelToolkit", "By night"),
        },
        "TIMELINESS": {
            "any": translate("SentinelToolkit", "Any"),
            "NT": translate("SentinelToolkit", "Non-time-critical (NT)"),
            "ST": translate("SentinelToolkit", "Short time critical (ST)"),
            "NR": translate("SentinelToolkit", "Near real time (NR)"),
        },
    }


def _of_imagery() -> dict[str, dict[str, str]]:
    return {
        "METHOD": {"percentile": translate("SentinelToolkit", "Percentile")},
        "PERIOD": {
            "scene": translate("SentinelToolkit", "Each pass"),
            "day": translate("SentinelToolkit", "Day"),
            "week": translate("SentinelToolkit", "Week"),
            "dekad": translate("SentinelToolkit", "10 days (dekad)"),
            "month": translate("SentinelToolkit", "Month"),
            "quarter": translate("SentinelToolkit", "Quarter"),
            "season": translate("SentinelToolkit", "Season"),
            "year": translate("SentinelToolkit", "Year"),
            "all": translate("SentinelToolkit", "All dates together"),
        },
        "TILING": {
            "none": translate("SentinelToolkit", "One raster for the whole area"),
            "mgrs": translate("SentinelToolkit", "One raster for each tile"),
        },
        "OFFSET": {
            "auto": translate("SentinelToolkit", "Automatic"),
            "apply": translate("SentinelToolkit", "Always subtract it"),
            "none": translate("SentinelToolkit", "Never subtract it"),
        },
    }


def _of_scene_classes() -> dict[str, dict[str, str]]:
    return {
        "MASK_CLASSES": {
            "no_data": translate("SentinelToolkit", "No data"),
            "saturated": translate("SentinelToolkit", "Saturated or defective"),
            "terrain_shadow": translate("SentinelToolkit", "Terrain shadow"),
            "cloud_shadow": translate("SentinelToolkit", "Cloud shadow"),
            "vegetation": translate("SentinelToolkit", "Vegetation"),
            "not_vegetated": translate("SentinelToolkit", "Not vegetated"),
            "water": translate("SentinelToolkit", "Water"),
            "unclassified": translate("SentinelToolkit", "Unclassified"),
            "cloud_medium": translate("SentinelToolkit", "Cloud, medium probability"),
            "cloud_high": translate("SentinelToolkit", "Cloud, high probability"),
            "thin_cirrus": translate("SentinelToolkit", "Thin cirrus"),
            "snow": translate("SentinelToolkit", "Snow or ice"),
            "none": translate("SentinelToolkit", "None: mask nothing"),
        }
    }


def _of_series_and_thermal() -> dict[str, dict[str, str]]:
    automatic, nothing = translate("SentinelToolkit", "Automatic"), translate("SentinelToolkit", "None")
    return {
        "INDEX": {
            "LST": translate("SentinelToolkit", "LST: surface temperature"),
            "band": translate("SentinelToolkit", "The band named below"),
        },
        "UNITS": {
            "kelvin": translate("SentinelToolkit", "Kelvin"),
            "celsius": translate("SentinelToolkit", "Degrees Celsius"),
        },
        "SMOOTHING": {"none": nothing, "savitzky_golay": "Savitzky–Golay", "whittaker": "Whittaker"},
        "RESAMPLING": {
            "nearest": translate("SentinelToolkit", "Nearest pixel"),
            "bilinear": translate("SentinelToolkit", "Bilinear"),
        },
        "CLOUD_MASK": {
            "auto": automatic,
            "summary": translate("SentinelToolkit", "Summary of the cloud tests"),
            "bayesian": translate("SentinelToolkit", "Bayesian"),
            "strict": translate("SentinelToolkit", "Strict: any cloud test"),
            "none": nothing,
        },
        "METHOD": {
            "auto": automatic,
            "linear": translate("SentinelToolkit", "Linear in NDVI"),
            "tsharp": translate("SentinelToolkit", "TsHARP: linear in the fraction of vegetation"),
            "local": translate("SentinelToolkit", "Local detail"),
            "trees": translate("SentinelToolkit", "Regression trees"),
        },
        "RESIDUAL": {
            "smooth": translate("SentinelToolkit", "Given back, interpolated"),
            "exact": translate("SentinelToolkit", "Given back exactly"),
            "none": translate("SentinelToolkit", "Left out"),
        },
    }
