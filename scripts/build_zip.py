#!/usr/bin/env python3
"""Build the plugin zip, and check it as the plugin repository does.

    scripts/build_zip.py [FILE]     the zip (default build/sentinel_toolkit.zip)
    scripts/build_zip.py --check    the zip, and the repository's gates on it
    scripts/build_zip.py --help-pages    only the help pages, into this checkout (resources/help)

Exit code of --check: 0 without findings, 1 with findings, 3 if only the publication data (scripts/publication.ini) is
missing.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import environments

if __name__ == "__main__":
    environments.enter("lint")

import configparser
import json
import re
import shutil
import subprocess
import tempfile
import zipfile

import markdown
import translations

ROOT = environments.ROOT
NAME = "sentinel_toolkit"
ZIP = ROOT / "build" / f"{NAME}.zip"
MAX_BYTES = 25_000_000
PUBLICATION = ("author", "email", "homepage", "tracker", "repository")
MANDATORY = ("name", "description", "version", "qgisMinimumVersion", "about")
FORBIDDEN = re.compile(r"(\.pyc|\.so|\.dll|\.exe|\.sh|\.bat|~)$|__pycache__|\.git|__MACOSX|\\|/tests?/")
ALLOWED_SUFFIXES = {
    ".py",
    ".txt",
    ".md",
    ".html",
    ".svg",
    ".png",
    ".qml",
    ".in",
    ".lock",
    ".css",
    ".model3",
    ".qm",
    ".typed",
    "",
}
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} · Sentinel Toolkit</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="page.css"></head>
<body>{body}</body></html>
"""


def assemble(folder):
    """Put the plugin together below ``folder`` and return its folder."""
    plugin = folder / NAME
    shutil.copytree(ROOT / NAME, plugin, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", plugin / "resources", ignore=shutil.ignore_patterns("help", "i18n"))
    translations.release(plugin / "resources" / "i18n")
    for file in ("LICENSE", "CHANGELOG.md", "README.md"):
        shutil.copy(ROOT / file, plugin / file)
    (plugin / "metadata.txt").write_text(metadata(), "utf-8")
    render_help(plugin / "resources" / "help")
    return plugin


def metadata():
    """Return metadata.txt with the publication data and the newest changes."""
    text = (ROOT / "metadata.txt").read_text("utf-8").rstrip("\n")
    lines = [f"{key}={value}" for key, value in publication().items() if value]
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n## ")[1]
    lines.append("changelog=" + "\n ".join(line for line in changes.splitlines() if line.strip()))
    return "\n".join([text, *lines]) + "\n"


def publication():
    """Return what scripts/publication.ini states."""
    parser = configparser.ConfigParser()
    parser.read(ROOT / "scripts" / "publication.ini")
    return {key: parser["publication"].get(key, "").strip() for key in PUBLICATION}


def render_help(folder):
    """Render docs/*.md to help pages that stand alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in sorted((ROOT / "docs").glob("*.md")):
        text = page.read_text("utf-8")
        body = markdown.markdown(text, extensions=["tables", "fenced_code", "toc"])
        body = re.sub(r'href="(\w+)\.md(#[\w-]*)?"', r'href="\1.html\2"', body)
        title = re.search(r"^# (.*)", text, re.MULTILINE).group(1)
        (folder / f"{page.stem}.html").write_text(PAGE.format(title=title, body=body), "utf-8")
        for image in re.findall(r'src="(images/[\w.-]+)"', body):
            (folder / "images").mkdir(exist_ok=True)
            shutil.copy(ROOT / "docs" / image, folder / image)
    shutil.copy(ROOT / "docs" / "page.css", folder / "page.css")


def build(target):
    """Write the zip: the same bytes for the same sources."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plugin = assemble(Path(scratch))
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(plugin.rglob("*")):
                if file.is_file():
                    info = zipfile.ZipInfo(file.relative_to(scratch).as_posix(), (2020, 1, 1, 0, 0, 0))
                    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                    archive.writestr(info, file.read_bytes())
    return target


# The gates.


def find_file_problems(target, plugin):
    """Yield what is wrong with the archive itself."""
    if target.stat().st_size > MAX_BYTES:
        yield f"the zip has {target.stat().st_size} bytes, more than {MAX_BYTES}"
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
    if {name.split("/")[0] for name in names} != {NAME} or not NAME.isidentifier() or not NAME.isascii():
        yield "there must be one top folder with the plugin's name"
    if f"{NAME}/LICENSE" not in names:
        yield "LICENSE is missing"
    for name in names:
        hidden = any(part.startswith(".") for part in name.split("/"))
        if FORBIDDEN.search(name) or hidden or Path(name).suffix not in ALLOWED_SUFFIXES:
            yield f"{name} does not belong in a plugin"
    for file in plugin.rglob("*"):
        if file.is_file() and file.stat().st_mode & 0o111:
            yield f"{file.name} is executable"


def find_metadata_problems(plugin):
    """Yield what is wrong with metadata.txt."""
    parser = configparser.ConfigParser()
    parser.read(plugin / "metadata.txt", "utf-8")
    fields = parser["general"]
    for key in MANDATORY:
        if not fields.get(key):
            yield f"metadata.txt lacks {key}"
    if not fields.get("about", "").isascii() or "<" in fields.get("about", ""):
        yield "about must be plain English text"
    if not (plugin / fields["icon"]).exists():
        yield "the icon does not exist"
    if "/" in fields.get("author", ""):
        yield "author may hold no slash"
    for key in ("homepage", "tracker", "repository"):
        if fields.get(key) and not fields[key].startswith("https://"):
            yield f"{key} is no https address"


def find_security_problems(plugin):
    """Yield the findings of the repository's security scan: bandit with its rules, and detect-secrets."""
    rules = (ROOT / "scripts" / "bandit_tests.txt").read_text().strip()
    command = [sys.executable, "-m", "bandit", "-q", "-r", str(plugin), "-f", "json", "-t", rules]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # it fails when it finds something
    report = json.loads(done.stdout)
    if report["errors"]:
        yield f"bandit could not read {report['errors']}"
    for finding in report["results"]:
        place = Path(finding["filename"]).relative_to(plugin)
        yield f"bandit {finding['test_id']} {place}:{finding['line_number']} {finding['issue_text']}"
    command = [sys.executable, "-m", "detect_secrets", "scan", "--all-files", str(plugin)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=plugin)
    for file, findings in json.loads(done.stdout)["results"].items():
        for finding in findings:
            yield f"detect-secrets {file}:{finding['line_number']} {finding['type']}"


def check(target):
    """Print every finding and return the exit code."""
    with tempfile.TemporaryDirectory() as scratch:
        with zipfile.ZipFile(target) as archive:
            archive.extractall(scratch)
        plugin = Path(scratch) / NAME
        gates = (find_file_problems(target, plugin), find_metadata_problems(plugin), find_security_problems(plugin))
        findings = [finding for gate in gates for finding in gate]
    for finding in findings:
        print(f"finding: {finding}")
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1000:.0f} kB, {len(findings)} findings")
    missing = [key for key, value in publication().items() if not value]
    if missing:
        print(f"publication data missing ({', '.join(missing)} in scripts/publication.ini)")
    return 1 if findings else 3 if missing else 0


def main(arguments):
    """Build, and check if asked to."""
    if arguments == ["--check"]:
        return check(build(ZIP))
    if arguments == ["--help-pages"]:
        render_help(ROOT / "resources" / "help")
        return 0
    target = build(Path(arguments[0]).resolve() if arguments else ZIP)
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
