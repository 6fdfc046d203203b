"""The client of a Dask cluster, given to functions of Python: the results are those of this process."""

import pytest
import xarray as xr
from cluster import Cluster

import sentinel_toolkit as st

MONTHS = {"bands": ["B04"], "period": "month"}
FILM = {"width": 300, "height": 300, "min_valid": 50}


@pytest.fixture(scope="module")
def client():
    distributed = pytest.importorskip("distributed")
    with Cluster(2) as running, distributed.Client(running.address, set_as_default=False) as connected:
        yield connected


@pytest.fixture
def noted(caplog):
    """Return a function that tells whether a job has spoken of the cluster since."""
    caplog.set_level("INFO", "sentinel_toolkit")

    def have_asked():
        found = "The cluster's dashboard" in caplog.text
        caplog.clear()
        return found

    return have_asked


@pytest.mark.campaign
def test_images(scenes, client, noted, tmp_path):
    for given in ({}, {"out": tmp_path / "one.tif"}):
        image = st.composite(scenes, bands=["B04"], client=client, **given)
        assert noted()
        xr.testing.assert_equal(image, st.composite(scenes, bands=["B04"]))
    series = st.composite_series(scenes, client=client, out=tmp_path / "months", **MONTHS)
    assert noted()
    xr.testing.assert_equal(series, st.composite_series(scenes, **MONTHS))
    assert not noted()


def test_series(scenes, client, noted, tmp_path):
    zone = (17.985, 45.885, 17.99, 45.89)
    table = st.time_series(scenes, zone, client=client)
    assert noted()
    assert table.equals(st.time_series(scenes, zone))
    film = st.animate(scenes, client=client, **FILM)
    assert noted()
    film.save(tmp_path / "there.gif")
    st.animate(scenes, **FILM).save(tmp_path / "here.gif")
    assert (tmp_path / "there.gif").read_bytes() == (tmp_path / "here.gif").read_bytes()
    assert client.status == "running"
