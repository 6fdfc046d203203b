"""The provider, registered once, and small layers."""

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsVectorLayer

from sentinel_toolkit.processing.provider import SentinelToolkitProvider


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing):
    provider = SentinelToolkitProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    provider.refreshAlgorithms()  # as the plugin does: models
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def layer():
    """Return a function that makes a memory layer of WKT geometries."""

    def make(*wkts, crs="EPSG:4326", kind="Polygon", name="area"):
        made = QgsVectorLayer(f"{kind}?crs={crs}" if crs else kind, name, "memory")
        features = []
        for wkt in wkts:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            features.append(feature)
        made.dataProvider().addFeatures(features)
        made.updateExtents()
        return made

    return make
