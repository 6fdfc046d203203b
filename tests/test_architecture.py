"""Who may import whom (docs/architecture.md), read from the source."""

import ast
import collections
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "sentinel_toolkit"
QGIS = {"qgis", "processing"}

# THE TABLE of the core: room → (rooms below that it may import, third parties). Every room may import `contract` and
# itself; a room inside a room is a row of its own. Each row stands below those that import it: there is no way upward.
# scripts/draw_core.py draws docs/images/core.svg from it.
ROOMS = {
    # pure: arrays and values in, arrays and values out; no file, no network
    "dates": ("", ""),
    "geo": ("", "affine numba numpy odc pyproj shapely"),
    "pixels": ("geo", "affine numba numpy odc pyproj scipy"),
    "archive/counts": ("dates", "numpy shapely"),
    "composites/rules": ("pixels", "numba numpy"),
    "composites/methods": ("composites/rules pixels", "numpy"),
    "series/smoothing": ("", "numpy scipy"),
    "series/zonal": ("", "numba numpy"),
    "swaths/gridding": ("geo pixels", "numba numpy odc pyproj"),
    "thermal/cells": ("geo", "numba numpy odc scipy"),
    "thermal/model": ("thermal/cells", "affine numba numpy odc scipy sklearn"),
    "rasters/tiff": ("", "affine isal numba numpy"),
    # doors: to services, to rasters, to paper
    "services": ("dates", "obstore requests urllib3"),
    "rasters": ("geo rasters/tiff services", "affine defusedxml numpy odc rasterio requests shapely urllib3"),
    "drawing": ("", "PIL jinja2 markupsafe matplotlib numpy odc pyproj"),
    # what is observed, and what is made of it
    "scenes": ("dates geo pixels services", "defusedxml shapely"),
    "results": ("drawing geo pixels rasters scenes", "numpy odc pyproj pystac shapely"),
    "swaths": ("dates geo rasters scenes swaths/gridding", "defusedxml netCDF4 numpy odc shapely"),
    "catalogues": ("dates geo pixels scenes services swaths", "pystac pystac_client requests shapely"),
    "downloads": ("geo rasters scenes services", "affine requests shapely urllib3"),
    "imagery": ("dates geo pixels rasters scenes services swaths swaths/gridding", "affine numpy odc shapely"),
    # what people see of it
    "archive": ("archive/counts drawing geo", "markupsafe numpy shapely"),
    "animation/formats": ("", "PIL av numba numpy"),
    "animation/page": ("animation/formats drawing", "PIL numpy odc shapely"),
    "animation": ("dates pixels results scenes", "PIL numpy odc"),
    "composites": (
        "composites/methods dates drawing imagery pixels rasters rasters/tiff results scenes services",
        "PIL affine numpy odc",
    ),
    "series": (
        "composites composites/methods dates drawing geo imagery pixels rasters scenes swaths",
        "exactextract markupsafe netCDF4 numpy odc shapely",
    ),
    "thermal": (
        (
            "composites composites/methods dates drawing geo imagery pixels rasters results scenes "
            "swaths thermal/cells thermal/model"
        ),
        "PIL markupsafe numpy odc pyproj shapely",
    ),
    # one module a job; the only one that knows more than one machine is `cluster`
    "workflows/cluster": ("imagery rasters", "dask distributed odc"),
    "workflows": ("*", "numpy odc shapely"),
}

# The house around the core: part → (own parts it may import, third parties); the first match counts.
HOUSE = {
    "contract": ({"contract"}, set()),
    "core": (set(), set()),
    "api": (
        {"api", "contract", "paths"},  # and every room of the core
        {
            *("dask", "geopandas", "markupsafe", "numpy", "odc", "pandas"),
            *("pystac", "rioxarray", "shapely", "tqdm", "xarray"),
        },
    ),
    "worker": ({"contract", "worker"}, set()),
    "runtime": ({"contract", "runtime", "paths"}, set()),
    "paths": ({"contract", "runtime", "paths"}, set()),
    "settings": ({"contract", "runtime", "paths", "settings"}, QGIS),
    "processing": ({"contract", "runtime", "paths", "processing", "settings"}, QGIS),
    "gui": ({"contract", "runtime", "paths", "gui", "processing", "settings"}, QGIS),
    "plugin": ({"contract", "runtime", "paths", "gui", "processing", "settings", "plugin"}, QGIS),
    "__init__": ({"api", "contract", "paths", "plugin"}, QGIS),  # for the type checker, or when a name is asked for
}


def _rules():
    """Return part → (own parts, third parties) of both tables, the longest paths first."""
    rules = {}
    for room, (below, third) in ROOMS.items():
        own = {f"core/{name}" for name in (ROOMS if below == "*" else below.split())} | {f"core/{room}"}
        rules[f"core/{room}"] = (own | {"contract", "paths"}, set(third.split()))
    face, third = HOUSE["api"]
    house = {**HOUSE, "api": (face | set(rules), third)}
    return dict(sorted({**house, **rules}.items(), key=lambda row: row[0].count("/"), reverse=True))


RULES = _rules()
PURE = list(ROOMS)[: list(ROOMS).index("services")]
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


def test_no_room_of_the_core_imports_upward():
    seen = set()
    for room, (below, _) in ROOMS.items():
        assert below == "*" or set(below.split()) <= seen, room
        seen.add(room)


def test_the_table_allows_only_what_is_used():
    """A row that says more than the code needs would hide the next arrow."""
    used = {room: set() for room in ROOMS}
    for file in FILES:
        room = part_of(file.relative_to(ROOT / PACKAGE).with_suffix("").as_posix()).removeprefix("core/")
        for name in imports(ast.parse(file.read_text("utf-8"))):
            top, _, rest = name.partition(".")
            if room in used and top == PACKAGE:
                used[room].add(part_of(rest.replace(".", "/")).removeprefix("core/"))
            elif room in used and top not in sys.stdlib_module_names:
                used[room].add(top)
    for room, (below, third) in ROOMS.items():
        unused = {*(below.split() if below != "*" else ()), *third.split()} - used[room]
        assert not unused, f"{room}: {unused}"


def test_the_picture_shows_the_table():
    sys.path.insert(0, str(ROOT / "scripts"))
    import draw_core

    assert draw_core.PICTURE.read_text("utf-8") == draw_core.draw(draw_core.TABLE.read_text("utf-8")), (
        "the table has changed: run scripts/draw_core.py"
    )


def test_rasters_have_one_door():
    """What opens rasters belongs to one room, and in it to two modules: the door, and what writes."""
    libraries = {"osgeo", "rasterio", "rioxarray", "xarray"}
    assert {room for room, (_, third) in ROOMS.items() if libraries & set(third.split())} == {"rasters"}
    opening = re.compile(r"\brasterio\.(open|shutil|vrt)\b|\bimport .*\b(open|Dataset\w+|MemoryFile|WarpedVRT)\b")
    room = (ROOT / PACKAGE / "core/rasters").glob("*.py")
    assert {file.name for file in room if opening.search(file.read_text("utf-8"))} == {"door.py", "writing.py"}


def test_what_processing_keeps_to_itself_is_touched_in_one_module():
    """QGIS's Processing plugin promises nobody its dialogs, its toolbox and its helpers, and QGIS 4.2 moved some."""
    private = re.compile(r"\bprocessing\.(gui|modeler|core|tools)\b|Algorithm(Dialog|Widget)|\b(topLevel|all)Widgets\b")
    touched = set()
    for file in FILES:
        source = file.read_text("utf-8")
        if private.search(source) or "processing" in {name.partition(".")[0] for name in imports(ast.parse(source))}:
            touched.add(file.relative_to(ROOT / PACKAGE).as_posix())
    assert touched == {"processing/processing_plugin.py"}


def test_the_files_that_the_architecture_names_are_there():
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    places = (ROOT, ROOT / PACKAGE, ROOT / PACKAGE / "core", ROOT / PACKAGE / "core" / "thermal")
    names = {name for name in re.findall(r"`([\w/]+\.(?:py|css|ts|toml))`", text) if "/" in name}
    assert len(names) > 40
    assert not [name for name in names if not any((place / name).exists() for place in places)]


def test_no_room_of_the_core_is_crowded():
    folders = [path.parent for path in FILES if "core" in path.parts and path.name != "__init__.py"]
    crowded = {str(folder) for folder in folders if folders.count(folder) > 24}
    assert not crowded


def test_the_unit_tests_mirror_the_rooms():
    """A test of the core lies in the folder of the room that it tests."""
    tests, core = ROOT / "tests" / "unit" / "core", ROOT / PACKAGE / "core"
    folders = {file.parent.relative_to(tests) for file in tests.rglob("test_*.py")}
    assert Path() not in folders, f"in no room: {[file.name for file in tests.glob('test_*.py')]}"
    assert not [str(folder) for folder in folders if not (core / folder).is_dir()]


def test_svg_is_written_in_one_room():
    """Pages put drawings of core/drawing in their places: neither a module nor a template has an ``<svg>`` of its own."""
    writers = {f"{PACKAGE}/{file.relative_to(ROOT / PACKAGE).as_posix()}": file for file in FILES}
    writers |= {file.relative_to(ROOT).as_posix(): file for file in (ROOT / "resources" / "report").iterdir()}
    found = {name for name, file in writers.items() if re.search(r"<svg|element\(\s*[\"']svg", file.read_text("utf-8"))}
    assert found == {f"{PACKAGE}/core/drawing/svg.py"}


def test_plots_of_all_pages_stand_in_one_frame():
    """No page has places of its own for values: what draws a plot imports the Frame, and nobody else defines one."""
    drawing, plots, others = "core.drawing.frame.Frame", set(), set()
    for file in FILES:
        name = file.relative_to(ROOT / PACKAGE).with_suffix("").as_posix()
        tree = ast.parse(file.read_text("utf-8"))
        if f"{PACKAGE}.{drawing}" in imports(tree):
            plots.add(name)
        elif any(isinstance(node, ast.FunctionDef) and node.name in ("to_x", "to_y") for node in ast.walk(tree)):
            others.add(name)
    assert plots == {
        "core/archive/charts",
        "core/archive/map",
        "core/drawing/axes",
        "core/series/chart",
        "core/thermal/plots",
    }
    assert others == {"core/drawing/frame"}


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


def test_no_two_public_classes_of_core_and_contract_share_a_name():
    places = collections.defaultdict(list)
    for file in FILES:
        if not {"core", "contract"} & set(file.parts):
            continue
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(file.relative_to(ROOT).as_posix())
    assert not {name: files for name, files in places.items() if len(files) > 1}


def loop_variables(tree):
    """Yield the names that loops, comprehensions and keys of sorting give to what they go through."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            yield from (name.id for name in ast.walk(node.target) if isinstance(name, ast.Name))
        elif isinstance(node, ast.Lambda):
            yield from (argument.arg for argument in node.args.args)


def test_no_loop_variable_is_called_one():
    """It says nothing: a scene, a pass, a zone."""
    files = [*FILES, *(ROOT / "scripts").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    assert not [file.name for file in files if "one" in loop_variables(ast.parse(file.read_text("utf-8")))]


def test_fields_say_what_they_hold():
    vague = [
        f"{file.name}: {node.name}.{field.target.id}"
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        for field in node.body
        if isinstance(field, ast.AnnAssign)
        and ast.unparse(field.annotation) in ("object", "Any", "tuple", "dict", "list")
    ]
    assert not vague


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


def test_what_is_said_of_the_profile_of_qgis_3_is_said_of_qgis_4():
    """Each keeps settings in a folder and a file of its own: QGIS4 with QGIS4.ini."""
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    texts = {name: (ROOT / name).read_bytes().decode("utf-8", "ignore") for name in filter(None, tracked.split("\0"))}
    named = {name for name, text in texts.items() if "QGIS" + "3" in text}
    assert "scripts/stage" in named
    assert not [name for name in named if "QGIS" + "4" not in texts[name]]


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
