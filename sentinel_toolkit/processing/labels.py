"""The words for the values of choices, in the user's language: scripts and models name values by ids, people do not."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate


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
