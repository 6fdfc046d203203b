#!/usr/bin/env python3
"""Pin resources/requirements.in in requirements.lock: one version of each library for Python 3.11 to 3.14, with hashes;
and the same for the lists of what only some jobs need.

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

from sentinel_toolkit.contract.extras import EXTRAS
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.runtime import environment
from sentinel_toolkit.runtime import uv as uv_tool
from sentinel_toolkit.runtime.steps import Steps

OPTIONS = ("--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet")
LOCAL = ("UV_FIND_LINKS", "UV_INDEX", "UV_EXTRA_INDEX_URL")


def main(arguments):
    """Compile all lists with uv, from pip's first index alone.

    A folder of wheels or a local index beside it has the files of one system only; uv would pin the hashes of just
    these, and no other system could install. Old hashes are forgotten for the same reason: uv keeps them where the
    version stays.
    """
    run = Steps(Report(), environment.child_variables(os.environ))
    uv = uv_tool.fetch_uv(run, uv_tool.find_base_python()).program
    variables = {name: value for name, value in run.variables.items() if name not in LOCAL}
    compile_ = [uv, "pip", "compile", *OPTIONS, *arguments]
    libraries = [*compile_, "--python-version", "3.11", "--fork-strategy", "fewest"]
    compile_list(libraries, environment.LOCK_FILE, variables)
    pinned = re.findall(r"^([\w.-]+)==", environment.LOCK_FILE.read_text("utf-8"), re.MULTILINE)
    beside = [word for name in dict.fromkeys(pinned) for word in ("--no-emit-package", name)]
    beside += ["-c", str(environment.LOCK_FILE)]
    for target in map(environment.extra_lock, EXTRAS):  # beside the libraries of all, whose versions stay as they are
        compile_list([*libraries, *beside], target, variables)
        beside += ["-c", str(target)]
    pin = "uv" if "--upgrade" in arguments else uv_tool.UV_PIN.read_text().split()[0]
    subprocess.run([*compile_, "-", "-o", str(uv_tool.UV_PIN)], input=pin, text=True, check=True, env=variables)


def compile_list(command, target, variables):
    """Pin the list beside ``target`` in it; the pins that it has are kept, without their hashes."""
    if target.exists():
        pins = re.sub(r"\s*\\\n\s*--hash=\S+", "", target.read_text("utf-8"))
        target.write_text(pins, "utf-8")
    subprocess.run([*command, str(target.with_suffix(".in")), "-o", str(target)], check=True, env=variables)


if __name__ == "__main__":
    main(sys.argv[1:])
