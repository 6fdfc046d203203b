"""The notebooks run as they stand: on the sample, and on real scenes where the data allow it."""

import json
import os
import shutil
from pathlib import Path

import make_sample
import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
ZAGREB = """import sentinel_toolkit as st

area = (15.9, 45.75, 16.1, 45.85)
start, end, resolution = "2023-06", "2023-08", 120
s2 = dict(folder={folder!r})"""
FIELDS = {"a": (15.95, 45.77, 15.98, 45.8), "b": (16.0, 45.8, 16.03, 45.82)}


def executed(path, folder, monkeypatch, first=None):
    """Run a notebook in a folder, keep it with what it shows, and return its cells of code."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.setenv("IPYTHONDIR", str(folder / "ipython"))
    notebook = nbformat.read(path, as_version=4)
    if first:
        (parameters,) = (cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", ()))
        parameters.source = first
    NotebookClient(notebook, timeout=280, resources={"metadata": {"path": str(folder)}}).execute()
    kept = ROOT / "artefacts" / "notebooks"
    kept.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, kept / f"{path.stem}{'_zagreb' if first else ''}.ipynb")
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cells):
    """Return the kinds of what the cells show."""
    return {kind for cell in cells for output in cell.outputs for kind in output.get("data", ())}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_on_the_sample(path, tmp_path, monkeypatch):
    os.symlink(make_sample.make(), tmp_path / "sample")
    shutil.copy(path.with_name("fields.geojson"), tmp_path)
    cells = executed(path, tmp_path, monkeypatch)
    assert "text/html" in shown(cells)
    assert "error" not in {output.output_type for cell in cells for output in cell.outputs}


@pytest.mark.campaign
@pytest.mark.real_data
@pytest.mark.parametrize("path", NOTEBOOKS[:4], ids=lambda path: path.stem)
def test_a_notebook_runs_on_real_scenes(path, tmp_path, monkeypatch, shared):
    features = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]},
        }
        for name, (w, s, e, n) in FIELDS.items()
    ]
    (tmp_path / "fields.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    executed(path, tmp_path, monkeypatch, ZAGREB.format(folder=str(shared / "s2_zagreb")))


def test_git_keeps_no_outputs():
    assert len(NOTEBOOKS) == 5
    for path in NOTEBOOKS:
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            assert not cell.get("outputs")
            assert cell.get("execution_count") is None
