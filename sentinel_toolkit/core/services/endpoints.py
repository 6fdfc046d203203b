"""THE TABLE of addresses: every service that the toolkit knows by itself."""

from __future__ import annotations

EARTH_SEARCH = "https://earth-search.aws.element84.com/v1"
CDSE_STAC = "https://stac.dataspace.copernicus.eu/v1"
CDSE_ODATA = "https://catalogue.dataspace.copernicus.eu/odata/v1"
CDSE_DOWNLOAD = "https://download.dataspace.copernicus.eu/odata/v1"
CDSE_TOKENS = "https://identity.dataspace.copernicus.eu/auth/realms/CDSE/protocol/openid-connect/token"  # nosec B105
PLANETARY_COMPUTER = "https://planetarycomputer.microsoft.com/api/stac/v1"
PLANETARY_COMPUTER_TOKENS = "https://planetarycomputer.microsoft.com/api/sas/v1/token"  # nosec B105

# The only hosts that see a CDSE token, and only by https.
CDSE_DOMAIN = "dataspace.copernicus.eu"
# Hosts of the pixels that GDAL reads of these services: they redirect nowhere else.
PIXEL_HOSTS = frozenset(
    (
        *("sentinel-cogs.s3.us-west-2.amazonaws.com", "e84-earth-search-sentinel-data.s3.us-west-2.amazonaws.com"),
        *("sentinel2l2a01.blob.core.windows.net", "sentinel3euwest.blob.core.windows.net"),
    )
)
# Containers that a Planetary Computer token opens, and the collection whose token it is.
PLANETARY_COMPUTER_CONTAINERS = {
    "sentinel2l2a01.blob.core.windows.net/sentinel2-l2": "sentinel-2-l2a",
    "sentinel3euwest.blob.core.windows.net/sentinel-3": "sentinel-3-slstr-lst-l2-netcdf",
}
