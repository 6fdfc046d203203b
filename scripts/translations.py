#!/usr/bin/env python3
"""Keep resources/i18n/*.ts: the texts of the source as they are, with the translations that are known.

scripts/translations.py update               take new texts up, forget those that are gone
scripts/translations.py fill LANGUAGE FILE   fill in translations: JSON, text → translation
scripts/translations.py release FOLDER       compile all into FOLDER, as the plugin loads them
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import environments

if __name__ == "__main__":
    environments.enter("lint")

import json
import subprocess
import xml.etree.ElementTree as ET  # nosec B405: our own files

ROOT = environments.ROOT
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de", "es", "fr", "ko", "pt", "zh-Hans")
LRELEASE = "/usr/lib/qt5/bin/lrelease"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def path_of(language):
    """Return the .ts file of a language."""
    return FOLDER / f"sentinel_toolkit_{language}.ts"


def update():
    """Extract the texts with Qt's own tool; the places in the source are left out, for they change with every line."""
    FOLDER.mkdir(exist_ok=True)
    tool = str(Path(sys.executable).with_name("pylupdate6"))
    files = [word for language in LANGUAGES for word in ("--ts", str(path_of(language)))]
    subprocess.run([tool, "--no-obsolete", *files, str(ROOT / "sentinel_toolkit")], check=True, capture_output=True)
    for language in LANGUAGES:
        tree = ET.parse(path_of(language))  # nosec B314
        tree.getroot().set("language", language)
        for message in tree.iter("message"):
            for place in message.findall("location"):
                message.remove(place)
        write(tree, language)


def fill(language, source):
    """Fill in translations of texts that are in the file."""
    known = json.loads(Path(source).read_text("utf-8"))
    tree = ET.parse(path_of(language))  # nosec B314
    for message in tree.iter("message"):
        text = known.get(message.findtext("source"))
        if text:
            translation = message.find("translation")
            translation.text = text
            translation.attrib.pop("type", None)
    write(tree, language)


def write(tree, language):
    """Write a .ts file: sorted by text, so that a change of the source moves nothing."""
    for context in tree.iter("context"):
        messages = sorted(context.findall("message"), key=lambda message: message.findtext("source"))
        for message in context.findall("message"):
            context.remove(message)
        context.extend(messages)
    ET.indent(tree, "  ")
    path_of(language).write_text(HEAD + ET.tostring(tree.getroot(), "unicode") + "\n", "utf-8")


def release(folder):
    """Compile the translations; texts without one stay English."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        target = folder / path_of(language).with_suffix(".qm").name
        done = subprocess.run(
            [LRELEASE, "-silent", "-compress", str(path_of(language)), "-qm", str(target)],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode or not target.exists():
            raise SystemExit(f"translations: {path_of(language).name}: {done.stderr or done.stdout}")


def main(arguments):
    if arguments == ["update"]:
        update()
    elif len(arguments) == 3 and arguments[0] == "fill" and arguments[1] in LANGUAGES:
        fill(*arguments[1:])
    elif len(arguments) == 2 and arguments[0] == "release":
        release(Path(arguments[1]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
