"""Which of our languages serves which locale of QGIS, and that it is loaded."""

import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from sentinel_toolkit.processing import language

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("locale", "served"),
    [
        ("de", "de"),
        ("de_AT", "de"),
        ("pt_BR", "pt"),
        ("pt_PT", "pt"),
        ("zh-Hans", "zh-Hans"),
        ("zh_CN", "zh-Hans"),
        ("zh-Hant", ""),
        ("zh_TW", ""),
        ("ko", "ko"),
    ],
)
def test_locales_are_served(locale, served):
    assert language.translation_of(locale) == served


def test_the_users_language_is_loaded(qgis_app, tmp_path, monkeypatch):
    sys.path.insert(0, str(ROOT / "scripts"))
    import translations

    translations.release(tmp_path / "i18n")
    monkeypatch.setattr(language.paths, "RESOURCES", tmp_path)
    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: "fr_CA"))
    translator = language.install_translator()
    try:
        assert QCoreApplication.translate("SentinelToolkit", "Search scenes") == "Rechercher des scènes"
    finally:
        QCoreApplication.removeTranslator(translator)
    assert QCoreApplication.translate("SentinelToolkit", "Search scenes") == "Search scenes"
    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: "fi"))
    translator = language.install_translator()
    assert QCoreApplication.translate("SentinelToolkit", "Search scenes") == "Search scenes"
    QCoreApplication.removeTranslator(translator)
