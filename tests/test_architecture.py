"""Who may import whom (docs/architecture.md), read from the source."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "sentinel_toolkit"
SCIENCE = {"numpy", "xarray", "scipy", "numba", "pandas", "sklearn", "odc", "affine", "shapely", "pyproj"}
IO = SCIENCE | {"rasterio", "rioxarray", "netCDF4", "requests", "urllib3", "pystac", "pystac_client", "PIL", "av"}
IO |= {"matplotlib", "jinja2", "exactextract", "defusedxml"}
QGIS = {"qgis", "processing"}

# part → (own parts it may import, third parties); the first match counts.
RULES = {
    "contract": ({"contract"}, set()),
    "core/workflows/cluster": ({"contract", "core", "paths"}, {"distributed"}),
    "core": ({"contract", "core", "core/workflows/cluster", "paths"}, IO),
    "worker": ({"contract", "worker"}, set()),
    "runtime": ({"contract", "runtime", "paths"}, set()),
    "paths": ({"contract", "runtime", "paths"}, set()),
    "settings": ({"contract", "runtime", "paths", "settings"}, QGIS),
    "processing": ({"contract", "runtime", "paths", "processing", "settings"}, QGIS),
    "gui": ({"contract", "runtime", "paths", "gui", "processing", "settings"}, QGIS),
    "plugin": ({"contract", "runtime", "paths", "gui", "processing", "settings", "plugin"}, QGIS),
    "__init__": ({"plugin"}, set()),
}
FILES = sorted((ROOT / PACKAGE).rglob("*.py"))


def part_of(module_path):
    """Return the row that a path inside the package (a/b/c) belongs to."""
    return next((part for part in RULES if module_path == part or module_path.startswith(part + "/")), None)


def imports(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from names if node.module.startswith(PACKAGE) else [node.module]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT / PACKAGE).as_posix())
def test_imports_keep_the_rules(file):
    own, third = RULES[part_of(file.relative_to(ROOT / PACKAGE).with_suffix("").as_posix())]
    for name in imports(ast.parse(file.read_text("utf-8"))):
        top, _, rest = name.partition(".")
        if top == PACKAGE:
            # sentinel_toolkit.contract.errors.ToolkitError → contract; `from sentinel_toolkit import paths` → paths
            assert part_of(rest.replace(".", "/")) in own, name
        else:
            assert top in third or top in sys.stdlib_module_names, name


def test_inits_are_empty():
    for file in FILES:
        if file.name == "__init__.py" and file.parent.name != PACKAGE:
            assert not file.read_text("utf-8").strip()


def test_modules_and_functions_are_small():
    for file in FILES:
        source = file.read_text("utf-8")
        assert source.count("\n") <= 300, f"{file}: two nouns?"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                doc = node.body[0] if ast.get_docstring(node) is not None else None
                lines = node.end_lineno - node.lineno - (doc.end_lineno - doc.lineno + 1 if doc else 0)
                limit = (
                    90
                    if node.name in ("parameters", "_advanced_parameters", "imagery_parameters", "rule_parameters")
                    else 50
                )
                assert lines <= limit, f"{file.name}: {node.name} has {lines} lines"


def test_public_functions_of_core_and_contract_say_what_they_do():
    for file in FILES:
        if not {"core", "contract"} & set(file.parts):
            continue
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{file.name}: {node.name}"


def test_every_job_has_all_its_parts():
    sys.path.insert(0, str(ROOT))
    from sentinel_toolkit.contract.jobs import JOBS

    for job in JOBS:
        for path in (
            f"{PACKAGE}/core/workflows/{job}.py",
            f"{PACKAGE}/processing/{job}.py",
            f"resources/icons/{job}.svg",
            f"docs/{job}.md",
        ):
            assert (ROOT / path).exists(), path


def test_no_machine_and_no_registry_is_named():
    """Neither a path of this machine nor the host of a package registry belongs in the project."""
    forbidden = [
        "/" + "work" + "/",
        "/" + "root" + "/",
        "py" + "pi.org",
        "python" + "hosted.org",
        "deb." + "debian.org",
    ]
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, tracked.split("\0")):
        text = (ROOT / name).read_bytes().decode("utf-8", "ignore")
        assert not [word for word in forbidden if word in text], name
