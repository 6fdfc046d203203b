"""The public interface: docs/interface.md repeats it, and the provider must be just that."""

import re
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

from sentinel_toolkit.contract.catalogue import DOWNLOAD_COLUMNS, SCENE_COLUMNS
from sentinel_toolkit.processing import tables
from sentinel_toolkit.processing.provider import LEAVES
from sentinel_toolkit.processing.ready_models import MODELS

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
import help_tables

NAMES = [*(leaf.JOB for leaf in LEAVES), *(model.NAME for model in MODELS)]
INTERFACE = (ROOT / "docs" / "interface.md").read_text("utf-8")


def documented():
    """Return {algorithm: {name: (kind, default, advanced)}} of the tables of docs/interface.md."""
    found = {}
    for section in re.split(r"^## ", INTERFACE, flags=re.MULTILINE)[1:]:
        heading = re.match(r"`(\w+)`", section)
        if heading:
            rows = re.findall(r"^\| `(\w+)` \| (\w+) \| ([^|]*) \| ([^|]*) \|", section, re.MULTILINE)
            found[heading.group(1)] = {
                name: (kind, default.strip(" `"), "adv" in more) for name, kind, default, more in rows
            }
    return found


def default_text(definition):
    value = definition.defaultValue()
    if value is None:
        return ""
    if isinstance(value, list):
        return ",".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_every_algorithm_is_documented_and_no_other(provider):
    assert sorted(algorithm.name() for algorithm in provider.algorithms()) == sorted(documented())


@pytest.mark.parametrize("name", NAMES)
def test_parameters_and_outputs_are_those_of_the_page(provider, name):
    algorithm = provider.algorithm(name)
    actual = {}
    for definition in algorithm.parameterDefinitions():
        advanced = bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        actual[definition.name()] = (definition.type(), default_text(definition), advanced)
    for output in algorithm.outputDefinitions():
        actual.setdefault(output.name(), (output.type(), "", False))
    assert actual == documented()[name]


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_explained(provider, name):
    algorithm = provider.algorithm(name)
    assert algorithm.displayName()
    assert algorithm.group()
    assert re.fullmatch(r"[a-z_]+", algorithm.groupId())
    assert algorithm.tags()
    assert algorithm.shortDescription().endswith(".")
    assert len(algorithm.shortHelpString()) > 100
    assert "<" not in algorithm.shortHelpString(), "plain text: qgis_process shows tags as they are"
    assert not algorithm.icon().isNull()
    assert algorithm.helpUrl().startswith("file:")
    for definition in algorithm.parameterDefinitions():
        assert len(definition.help()) > 20, definition.name()
        assert definition.help().endswith("."), definition.name()

    for output in algorithm.outputDefinitions():
        assert len(output.description()) > 3, output.name()


@pytest.mark.parametrize("job", [leaf.JOB for leaf in LEAVES])
def test_every_page_tells_what_a_reader_looks_for(provider, job):
    page = (ROOT / "docs" / f"{job}.md").read_text("utf-8")
    parts = re.findall(r"^## (.*)$", page, re.MULTILINE)
    for names in (
        ("When to use it", "What it does"),
        ("Method", "Inputs", "What it does"),
        ("Output", "Outputs", "Where"),
        ("Limits", "What it cannot do", "Errors"),
        ("Parameters",),
        ("In a script",),
    ):
        assert set(parts) & set(names), names
    assert f"qgis_process run sentinel_toolkit:{job}" in page
    pictures = re.findall(r"!\[[^\]]{10,}\]\((images/[\w.]+)\)", page)
    assert pictures
    assert all((ROOT / "docs" / picture).exists() for picture in pictures)
    section = help_tables.table(provider.algorithm(job))
    assert section in page, "run scripts/help_tables.py"


@pytest.mark.parametrize("name", NAMES)
def test_enums_offer_texts(provider, name):
    for definition in provider.algorithm(name).parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterEnum):
            assert definition.usesStaticStrings()


@pytest.mark.parametrize(
    ("heading", "columns"), [("a scenes layer", SCENE_COLUMNS), ("a download's table", DOWNLOAD_COLUMNS)]
)
def test_columns_are_documented(heading, columns):
    section = INTERFACE.split(f"## Columns of {heading}")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \| (\w+) \|", section, re.MULTILINE) == [(c.name, c.kind) for c in columns]


@pytest.mark.parametrize("kind", [tables.SCENES, tables.DOWNLOADS], ids=["scenes", "downloads"])
def test_the_style_knows_the_columns(kind):
    style = kind.style.read_text("utf-8")
    for number, column in enumerate(kind.columns):
        assert f'<alias name="{column.alias}" index="{number}" field="{column.name}"/>' in style
