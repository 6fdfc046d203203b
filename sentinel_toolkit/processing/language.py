"""The user's language: loads the translation of QGIS's own locale, where there is one."""

from __future__ import annotations

import re

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from sentinel_toolkit import paths

TRADITIONAL_CHINESE = ("Hant", "TW", "HK", "MO")  # is not simplified: English is better


def translation_of(locale: str) -> str:
    """Return the language of ours that serves a locale such as de, pt_BR or zh-Hans; empty for English."""
    language, *parts = re.split("[_-]", locale)
    if language != "zh":
        return language
    return "" if set(parts) & set(TRADITIONAL_CHINESE) else "zh-Hans"


def install_translator() -> QTranslator:
    """Let Qt translate our texts, if we have the user's language; return the translator, which its caller keeps."""
    translator = QTranslator()
    name = f"sentinel_toolkit_{translation_of(QgsApplication.locale())}.qm"
    if translator.load(str(paths.RESOURCES / "i18n" / name)):
        QCoreApplication.installTranslator(translator)
    return translator
