"""Nothing of ours ends QGIS, and nothing that others write is taken for HTML."""

import re
from pathlib import Path

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QModelIndex, Qt

from sentinel_toolkit import paths
from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.report import JobCancelled
from sentinel_toolkit.gui import download_queue
from sentinel_toolkit.gui.plain import as_tooltip, plain_label, say_in_bar
from sentinel_toolkit.gui.thumbnail import Thumbnail
from sentinel_toolkit.processing import base, tables
from sentinel_toolkit.processing import provider as provider_module
from sentinel_toolkit.processing.guard import or_else
from sentinel_toolkit.settings import Settings

EVIL = '<img src="http://evil.example/x.png">'
SEARCH = {"SOURCE": "earth_search", "EXTENT": "15,16,45,46 [EPSG:4326]", "START": "2023-05-01", "END": "2023-05-31"}


def check(provider, job, **parameters):
    algorithm = provider.algorithm(job).create()
    given = {d.name(): d.defaultValue() for d in algorithm.parameterDefinitions() if d.defaultValue() is not None}
    return algorithm.checkParameterValues({**given, "OUTPUT": "memory:", **parameters}, QgsProcessingContext())


def test_a_malformed_address_is_refused_with_the_value(provider):
    ok, words = check(provider, "search_scenes", **SEARCH, ENDPOINT="http://[::1")
    assert not ok
    assert words.startswith("ENDPOINT 'http://[::1' is no URL. Write it as https://")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"START": "01.05.2023"}, "START is '01.05.2023', which is no date. Write it as 2023-05-01."),
        ({"END": "2023-02-30"}, "END is '2023-02-30', which is no date. Write it as 2023-05-01."),
        ({"MAX_CLOUD": "much"}, "MAX_CLOUD is 'much', which is no number from 0 to 100. Use a number from 0 to 100"),
        ({"MAX_CLOUD": 101}, "MAX_CLOUD is 101, which is no number from 0 to 100."),
        ({"LIMIT": "all"}, "LIMIT is 'all', which is no whole number from 1. Use a whole number from 1, e.g. 10000."),
        ({"SOURCE": "scihub"}, "SOURCE is 'scihub', which is none of its choices. Use one of: earth_search, cdse"),
        ({"EXTENT": "here"}, "EXTENT is 'here', which is no extent. Write xmin,xmax,ymin,ymax [EPSG:4326]."),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_form_and_an_example(provider, given, words):
    ok, said = check(provider, "search_scenes", **{**SEARCH, **given})
    assert not ok
    assert said.startswith(words)


def test_what_may_be_left_out_may(provider):
    ok, said = check(provider, "search_scenes", **{**SEARCH, "PASS": None, "ENDPOINT": ""})
    assert ok, said


def broken(*_arguments, **_named):
    raise ValueError("a bug")


@pytest.mark.parametrize("job", [leaf.JOB for leaf in provider_module.LEAVES])
def test_a_bug_in_any_method_that_qgis_calls_becomes_a_message(provider, job, monkeypatch):
    algorithm = provider.algorithm(job).create()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    for name in ("check", "read_in_main_thread", "_run"):
        monkeypatch.setattr(type(algorithm), name, broken)
    for place in ("worker_interpreter", "open_time_group", "page_url", "job_folder"):
        monkeypatch.setattr(base, place, broken)
    monkeypatch.setattr("sentinel_toolkit.processing.set_up_environment.job_folder", broken)
    monkeypatch.setattr(base, "refuse_values", broken)
    ok, words = algorithm.checkParameterValues({}, context)
    assert not ok
    assert words.startswith("Internal error: ValueError: a bug")
    assert algorithm.helpUrl() == ""
    if job != "set_up_environment":
        ok, words = algorithm.canExecute()
        assert not ok
        assert "a bug" in words
    with pytest.raises(QgsProcessingException, match="Internal error: ValueError: a bug"):
        algorithm.prepareAlgorithm({}, context, feedback)
    algorithm.proxy = {}
    with pytest.raises(QgsProcessingException, match="Internal error: ValueError: a bug"):
        algorithm.processAlgorithm({}, context, feedback)


@pytest.mark.parametrize("leaf", provider_module.LEAVES, ids=lambda leaf: leaf.JOB)
def test_no_method_of_ours_hides_one_of_qgis_that_is_not_made_to_be_replaced(leaf):
    """QGIS's own Python calls ``prepare``, ``run`` and ``create``, which call what is ours."""
    for name in ("prepare", "run", "runPrepared", "postProcess", "create", "addParameter", "id", "provider"):
        assert not any(name in vars(cls) for cls in leaf.__mro__ if cls.__module__.startswith("sentinel_toolkit")), name


def test_a_bug_while_the_provider_is_asked_becomes_a_message(provider, monkeypatch):
    monkeypatch.setattr(base, "worker_interpreter", broken)
    monkeypatch.setattr(paths, "version", broken)
    assert "a bug" in provider.warningMessage()
    assert provider.versionInfo() == ""
    assert provider.longName() == "Sentinel Toolkit"


def test_what_is_told_of_our_own_errors_is_their_text():
    def refuse():
        raise InvalidRequestError("START is 5.", "Write a date.")

    assert or_else(str)(refuse)() == "START is 5. Write a date."


def test_a_setting_of_another_type_does_not_hinder_the_start():
    QgsSettings().setValue("sentinel_toolkit/threads", "many")
    try:
        assert Settings.load().threads == 0
    finally:
        QgsSettings().remove("sentinel_toolkit/threads")


def test_labels_show_words_as_they_are():
    assert plain_label(EVIL).textFormat() == Qt.TextFormat.PlainText
    assert Thumbnail().textFormat() == Qt.TextFormat.PlainText
    for module in (paths.PACKAGE / "gui").glob("*.py"):
        if module.name not in ("plain.py", "thumbnail.py"):
            assert not re.search(r"\bQLabel\b|\.pushMessage\(", module.read_text("utf-8")), module


def test_tooltips_and_bars_show_words_as_they_are():
    assert "<img" not in as_tooltip(EVIL)
    assert "&lt;img" in as_tooltip(EVIL)
    queue = download_queue.DownloadQueue(None)
    queue._downloads.append(download_queue.Download("t", {}, errors=[f"lost {EVIL}"]))
    shown = queue.data(queue.index(0, 0) if queue.index(0, 0).isValid() else QModelIndex(), Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in shown
    assert "lost &lt;img" in shown
    said = []

    class Bar:
        def pushMessage(self, *words):
            said.append(words)

    say_in_bar(Bar(), "T", f"{EVIL}\nmore", 1)
    say_in_bar(Bar(), "T", "", 1)
    assert [words[1] for words in said] == [EVIL.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;"), ""]


@pytest.mark.parametrize(("kind", "field"), [("scenes", "id"), ("pairs", "fine_id"), ("pairs", "coarse_id")])
def test_map_tips_show_words_as_they_are(qgis_app, kind, field):
    table = getattr(tables, kind.upper())
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", kind, "memory")
    layer.dataProvider().addAttributes(tables.fields_of(table).toList())
    layer.updateFields()
    _, loaded = layer.loadNamedStyle(str(Path(paths.RESOURCES) / "styles" / f"{kind}.qml"))
    assert loaded
    feature = QgsFeature(layer.fields())
    feature[field] = f"a & {EVIL}"
    assert "<img" not in tip(layer, feature)
    assert "a &amp; &lt;img" in tip(layer, feature)
    if kind == "scenes":
        for href in ('https://h/x.png" onload="f()', "http://h/x.png", "javascript:f()", "file:///etc/x.png", None):
            feature["thumbnail"] = href
            assert "<img" not in tip(layer, feature), href
        feature["thumbnail"] = "https://h/x.png?a=1&b=2"
        assert '<img src="https://h/x.png?a=1&amp;b=2" width="300">' in tip(layer, feature)


def tip(layer, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


class Needy:
    """A request of a job that needs an extra."""

    extras, targets = ("video",), ()


@pytest.mark.parametrize("is_stopped", [False, True])
def test_what_a_job_needs_beside_is_fetched_before_its_worker_starts(is_stopped, provider, monkeypatch):
    """Stopped while it is fetched, the job ends as any that was stopped."""
    algorithm, feedback, done = provider.algorithm("stack_bands").create(), QgsProcessingFeedback(), []
    algorithm.settings, algorithm.proxy, algorithm.login = Settings.load(), {"https_proxy": "http://proxy:1"}, {}

    def fetch(extras, interpreter, report, variables):
        done.append((extras, interpreter, variables["https_proxy"]))
        if is_stopped:
            raise JobCancelled

    monkeypatch.setattr(base, "worker_interpreter", lambda _configured: "python")
    monkeypatch.setattr(base, "add_extras", fetch)
    monkeypatch.setattr(base, "run_job", lambda *_arguments: done.append("job") or "result")
    monkeypatch.setattr(type(algorithm), "request", lambda *_arguments: Needy())
    monkeypatch.setattr(type(algorithm), "results", lambda *_arguments: {"OUTPUT": "made"})
    made = algorithm.processAlgorithm({}, QgsProcessingContext(), feedback)
    first = (("video",), "python", "http://proxy:1")
    assert (done, made) == (([first], {}) if is_stopped else ([first, "job"], {"OUTPUT": "made"}))
    assert ("Cancelled" in feedback.textLog()) == is_stopped
