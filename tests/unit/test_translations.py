"""Every text of the plugin is translated into every language, and what a translation must keep, it keeps."""

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import translations

ROOT = Path(__file__).resolve().parents[2]
FIXED = re.compile(
    r"\{\w*\}|\*\.\w+|\[(?:%|m|K|MB|EPSG:4326)\]|\b[A-Z]+_[A-Z_]+\b|\b(?:AOI|NDVI|SCL|B\d\w)\b", re.ASCII
)


def texts_of_the_source():
    """Return the texts given to ``translate``, read from the syntax tree: not by the tool that fills the files."""
    texts = set()
    for path in (ROOT / "sentinel_toolkit").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "translate":
                context, text = node.args
                assert context.value == "SentinelToolkit", path
                texts.add(text.value)
    return texts


def translated(language):
    """Return {text: translation} of a language's file; unfinished ones are empty."""
    tree = ET.parse(translations.path_of(language))
    return {
        message.findtext("source"): "" if found.get("type") else found.text
        for message in tree.iter("message")
        for found in [message.find("translation")]
    }


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_text_is_translated_and_no_other(language):
    found = translated(language)
    assert set(found) == texts_of_the_source(), "run scripts/translations.py update"
    assert [text for text, translation in found.items() if not translation] == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_what_a_user_types_or_the_code_fills_in_survives(language):
    for text, translation in translated(language).items():
        assert sorted(FIXED.findall(translation)) == sorted(FIXED.findall(text)), (text, translation)
        assert translation.endswith("…") == text.endswith("…"), (text, translation)
        assert translation.count("\n\n") == text.count("\n\n"), (text, translation)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_a_language_is_another_one(language):
    """Names stay as they are; but a file of English would satisfy the tests above."""
    found = translated(language)
    same = [text for text, translation in found.items() if text == translation]
    assert len(same) < len(found) / 20, same


def test_names_in_one_language_differ():
    """Two algorithms of one name would be mixed up in the toolbox."""
    names = (
        "Search scenes",
        "Download scenes",
        "Median composite",
        "Composite series",
        "Stack bands",
        "Scene statistics",
    )
    for language in translations.LANGUAGES:
        found = translated(language)
        assert len({found[name] for name in names}) == len(names), language


@pytest.mark.skipif(not Path(translations.LRELEASE).exists(), reason="Qt's lrelease is absent")
def test_a_damaged_file_stops_the_release(tmp_path, monkeypatch):
    copy = tmp_path / "i18n"
    shutil.copytree(translations.FOLDER, copy)
    damaged = copy / "sentinel_toolkit_ko.ts"
    damaged.write_text(damaged.read_text("utf-8")[:5000], "utf-8")
    monkeypatch.setattr(translations, "FOLDER", copy)
    with pytest.raises(SystemExit, match="sentinel_toolkit_ko.ts"):
        translations.release(tmp_path / "out")
