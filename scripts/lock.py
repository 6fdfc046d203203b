#!/usr/bin/env python3
"""Pin resources/requirements.in in requirements.lock: one version of each library for Python 3.11 to 3.14, with hashes.

scripts/lock.py              keep the pins that still fit
scripts/lock.py --upgrade    take the newest versions, of uv too
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import environments

if __name__ == "__main__":
    environments.enter("system")

import os
import re
import subprocess

from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.runtime import environment, installer

OPTIONS = ("--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet")
LOCAL = ("UV_FIND_LINKS", "UV_INDEX", "UV_EXTRA_INDEX_URL")


def main(arguments):
    """Compile both lists with uv, from pip's first index alone.

    A folder of wheels or a local index beside it has the files of one system only; uv would pin the hashes of just
    these, and no other system could install. Old hashes are forgotten for the same reason: uv keeps them where the
    version stays.
    """
    run = installer.Steps(Report(), environment.child_variables(os.environ))
    uv = installer.fetch_uv(run, installer.find_base_python())
    variables = {name: value for name, value in run.variables.items() if name not in LOCAL}
    compile_ = [uv, "pip", "compile", *OPTIONS, *arguments]
    libraries = [*compile_, "--python-version", "3.11", "--fork-strategy", "fewest"]
    source, target = environment.LOCK_FILE.with_suffix(".in"), environment.LOCK_FILE
    pins = re.sub(r"\s*\\\n\s*--hash=\S+", "", target.read_text("utf-8"))
    target.write_text(pins, "utf-8")
    subprocess.run([*libraries, str(source), "-o", str(target)], check=True, env=variables)
    pin = "uv" if "--upgrade" in arguments else installer.UV_PIN.read_text().split()[0]
    subprocess.run([*compile_, "-", "-o", str(installer.UV_PIN)], input=pin, text=True, check=True, env=variables)


if __name__ == "__main__":
    main(sys.argv[1:])
