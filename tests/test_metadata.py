"""What the repository states of itself, in several places, is one thing."""

import configparser
import json
import re
from pathlib import Path

import tomllib

from sentinel_toolkit.contract.extras import EXTRAS
from sentinel_toolkit.runtime.uv import MINIMUM_PYTHON

ROOT = Path(__file__).resolve().parents[1]


def metadata():
    parser = configparser.ConfigParser()
    parser.read(ROOT / "metadata.txt")
    return parser["general"]


def test_newest_change_is_the_version():
    newest = re.search(r"^## \[(\d+\.\d+\.\d+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest.group(1) == metadata()["version"]


def test_metadata_has_what_qgis_needs():
    fields = metadata()
    assert fields["hasProcessingProvider"] == "yes"
    assert (fields["qgisMinimumVersion"], fields["qgisMaximumVersion"]) == ("3.40", "4.99")
    assert (ROOT / fields["icon"]).exists()
    assert "external dependencies" in fields["about"].lower()


def test_lock_holds_every_requirement():
    every = environment_pins()
    for extra in EXTRAS:
        every += environment_pins(f"-{extra}")
        assert (ROOT / f"resources/requirements-{extra}.in").read_text().split()[0] == EXTRAS[extra].package
    versions = {}
    for name, version, marker in every:
        versions.setdefault((name, is_of_a_mac(marker)), set()).add(version)
    assert {key: found for key, found in versions.items() if len(found) > 1} == {}, "one pin each"


def is_of_a_mac(marker):
    """Tell whether a pin is one of the older ones that Macs have."""
    return "sys_platform == 'darwin'" in marker


def environment_pins(extra=""):
    """Return (name, version, marker) of each pin of a lock file that holds what is listed beside it."""
    listed, lock = (ROOT / "resources" / f"requirements{extra}.{suffix}" for suffix in ("in", "lock"))
    wanted = re.findall(r"^([A-Za-z][\w.-]*)", listed.read_text(), re.MULTILINE)
    pins = re.findall(r"^([a-z0-9.-]+)==([\w.]+)(?: ; ([^\\\n]*?))? \\$", lock.read_text(), re.MULTILINE)
    assert {name.lower() for name in wanted} <= {name for name, *_ in pins}
    return pins


def test_pip_learns_what_the_plugin_says():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == metadata()["name"].lower().replace(" ", "-")
    assert project["requires-python"] == ">=" + ".".join(map(str, MINIMUM_PYTHON))
    assert set(project["dynamic"]) == {"version", "dependencies", "optional-dependencies"}


def test_a_version_of_a_tool_is_the_same_everywhere():
    recipes = json.loads((ROOT / "scripts" / "test-requirements.json").read_text("utf-8")).values()
    pins = {pin for recipe in recipes for pin in recipe["packages"]}
    assert len(pins) == len({pin.partition("==")[0] for pin in pins})
    for name in (".pre-commit-config.yaml", ".github/workflows/tests.yml", "CONTRIBUTING.md", "docs/development.md"):
        named = set(re.findall(r"[\w-]+==[\d.]*\d", (ROOT / name).read_text("utf-8")))
        assert named, name
        assert named <= pins, name


def test_documents_agree_with_the_files():
    for page in (*(ROOT / "docs").glob("*.md"), *ROOT.glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} points to {target}"
