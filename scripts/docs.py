"""Build pages about the face for Python: a reference out of its docstrings and annotations, and the notebooks, run.

scripts/docs [FOLDER]                into FOLDER, by default build/docs; a warning ends it
scripts/docs --reference [FOLDER]    the reference alone, which takes seconds
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import environments

if __name__ == "__main__":
    environments.enter("docs")

import inspect
import os
import shutil
import tempfile

import make_sample

import sentinel_toolkit as st

ROOT = environments.ROOT
NOTEBOOKS = ROOT / "docs" / "notebooks"
SETTINGS = """
project = "Sentinel Toolkit"
extensions = ["sphinx.ext.autodoc", "numpydoc"]
html_theme = "nature"
html_show_sourcelink = False
html_show_copyright = False
add_module_names = False
autodoc_member_order = "bysource"
maximum_signature_line_length = 80
numpydoc_show_class_members = False
numpydoc_class_members_toctree = False
"""
HEAD = """
In Python
=========

.. code-block:: python

   import sentinel_toolkit as st

Every name below is one of ``st``.
"""


def reference_text():
    """Return the page that names everything of the face, in groups."""
    found = {name: getattr(st, name) for name in st.__all__ if not name.startswith("_")}
    errors = [name for name, what in found.items() if inspect.isclass(what) and issubclass(what, Exception)]
    classes = [name for name, what in found.items() if inspect.isclass(what) and name not in errors]
    functions = [name for name in found if name not in {*errors, *classes}]
    groups = (
        ("Functions", "autofunction", functions, ""),
        ("Objects", "autoclass", classes, "   :members:\n"),
        ("Errors", "autoexception", errors, "   :show-inheritance:\n"),
    )
    text = HEAD
    for title, directive, names, options in groups:
        text += f"\n{title}\n{'-' * len(title)}\n\n"
        text += "\n".join(f".. {directive}:: sentinel_toolkit.{name}\n{options}" for name in names)
    return text


def build_reference(folder):
    """Write the reference; return whether there was nothing to warn of."""
    from sphinx.cmd.build import build_main

    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-docs-") as scratch:
        (Path(scratch) / "conf.py").write_text(SETTINGS)
        (Path(scratch) / "index.rst").write_text(reference_text())
        return build_main(["-q", "-W", "--keep-going", "-d", f"{scratch}/doctrees", scratch, str(folder)]) == 0


def build_notebooks(folder):
    """Run the notebooks on the sample, and write each as a page."""
    import nbformat
    from nbclient import NotebookClient
    from nbconvert import HTMLExporter

    os.environ |= {"PYTHONPATH": str(ROOT), "JUPYTER_PLATFORM_DIRS": "1"}
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-docs-") as scratch:
            os.symlink(make_sample.make(), Path(scratch) / "sample")
            shutil.copy(NOTEBOOKS / "fields.geojson", scratch)
            notebook = nbformat.read(path, as_version=4)
            NotebookClient(notebook, timeout=600, resources={"metadata": {"path": scratch}}).execute()
        page, _ = HTMLExporter().from_notebook_node(notebook, {"metadata": {"name": path.stem}})
        (folder / f"{path.stem}.html").write_text(page, "utf-8")


def main(arguments):
    """Build what is asked for and print where it begins."""
    options = [argument for argument in arguments if argument.startswith("--")]
    folders = [argument for argument in arguments if not argument.startswith("--")]
    if options not in ([], ["--reference"]) or len(folders) > 1:
        sys.exit(__doc__)
    folder = Path(folders[0]).resolve() if folders else ROOT / "build" / "docs"
    if not build_reference(folder):
        return 1
    if not options:
        build_notebooks(folder / "notebooks")
    print(folder / "index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
