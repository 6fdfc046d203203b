"""The search form fills in what was searched for last, and nothing that does not exist any more."""

import pytest
from qgis.core import QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDate

from sentinel_toolkit.gui.search_form import DAYS_BACK, SearchForm
from sentinel_toolkit.settings import LastSearch, Settings


@pytest.fixture(autouse=True)
def forget(qgis_app):
    QgsSettings().remove("sentinel_toolkit")
    yield
    QgsSettings().remove("sentinel_toolkit")


def asked():
    canvas = QgsMapCanvas()
    parameters = SearchForm(canvas).parameters()
    return {name: parameters.get(name) for name in ("SOURCE", "PRODUCT", "START", "END", "MAX_CLOUD", "FOLDER")}


def test_the_first_search_is_of_the_last_month():
    today = QDate.currentDate()
    dates = [day.toString("yyyy-MM-dd") for day in (today.addDays(-DAYS_BACK), today)]
    first = {
        "SOURCE": "earth_search",
        "PRODUCT": "sentinel-2-l2a",
        "START": dates[0],
        "END": dates[1],
        "MAX_CLOUD": 100,
    }
    assert asked() == {**first, "FOLDER": None}


def test_a_search_is_remembered_but_not_its_area():
    canvas = QgsMapCanvas()
    form = SearchForm(canvas)
    form.set_values(source="folder", folder="/data/Ünï côde", product="sentinel-3-lst", start="2021-02-03", cloud=0)
    form.set_values(end="2021-02-28")
    form.remember()
    expected = {
        "SOURCE": "folder",
        "PRODUCT": "sentinel-3-lst",
        "START": "2021-02-03",
        "END": "2021-02-28",
        "MAX_CLOUD": 0,
    }
    assert asked() == {**expected, "FOLDER": "/data/Ünï côde"}
    assert Settings.load() == Settings(), "the settings proper are kept apart"


@pytest.mark.parametrize(
    "last", [LastSearch(source="closed_down"), LastSearch("earth_search", product="sentinel-9", start="yesterday")]
)
def test_what_does_not_exist_is_not_filled_in(last):
    before = asked()
    last.save()
    assert asked() == before
