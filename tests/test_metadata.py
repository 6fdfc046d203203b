"""What the repository states of itself, in several places, is one thing."""

import configparser
import re
from pathlib import Path

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
    wanted = re.findall(r"^([A-Za-z][\w.-]*)", (ROOT / "resources/requirements.in").read_text(), re.MULTILINE)
    locked = re.findall(r"^([a-z0-9.-]+)==", (ROOT / "resources/requirements.lock").read_text(), re.MULTILINE)
    assert {name.lower() for name in wanted} <= set(locked)
    assert len(locked) == len(set(locked)), "one pin each"


def test_documents_agree_with_the_files():
    for page in (ROOT / "docs").glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} points to {target}"
