"""Run the main job end to end through the real qgis_process and print the path of each product and a line of figures.

scripts/demo           on a sample it makes: search, cloud-free composite, NDVI animation, Sentinel-3 on a grid
scripts/demo FOLDER    on the Sentinel-2 scenes in FOLDER (their middle, where they are large)
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import environments

if __name__ == "__main__":
    environments.enter("worker")

import json
import shutil
import subprocess
import time

import make_sample

from sentinel_toolkit.contract.catalogue import S2_L2A, S3_LST
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.catalogues import folder as scene_folder
from sentinel_toolkit.core.rasters import files as rasters
from sentinel_toolkit.core.rasters import gdal

OUTPUT = environments.ROOT / "build" / "demo"
LARGEST_PX = 2000  # of a side: the demo is to take a minute, whatever the scenes are


def qgis_process(job, **inputs):
    """Run one algorithm in the real qgis_process and return its results; end the demo if it fails."""
    command = [str(environments.ROOT / "scripts" / "qgis_process"), "run", f"sentinel_toolkit:{job}", "-"]
    # Its own Python has nothing to do with this one.
    done = subprocess.run(command, check=False, input=json.dumps({"inputs": inputs}), capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"demo: {job} failed\n{done.stderr or done.stdout}")
    return json.loads(done.stdout[done.stdout.index("{") :])["results"]


def middle_of(scenes):
    """Return (EXTENT, RESOLUTION) of the first scene's own grid, cut to its middle where it is large."""
    band = next(name for name in ("B04", "B02", "B08") if name in scenes[0].assets)
    with gdal.environment():
        grid = rasters.open_file(scenes[0].assets[band].href).grid
    height, width = grid.shape
    rows, columns = (
        slice(max(0, (size - LARGEST_PX) // 2), min(size, (size + LARGEST_PX) // 2)) for size in (height, width)
    )
    box = grid[rows, columns].boundingbox
    return f"{box.left},{box.right},{box.bottom},{box.top} [EPSG:{grid.crs.epsg}]", abs(grid.resolution.x)


def main(arguments):
    """Search, make the composite, and tell."""
    started = time.monotonic()
    if arguments and arguments[0].startswith("-"):
        sys.exit(__doc__)
    shutil.rmtree(OUTPUT, ignore_errors=True)  # what an earlier run made is not of this one's data
    if arguments:
        source = Path(arguments[0]).resolve()
        try:
            scenes = [scene for scene in scene_folder.search(str(source), Report()) if scene.product == S2_L2A]
        except ToolkitError as error:
            sys.exit(f"demo: {error}")
        if not scenes:
            sys.exit(f"demo: {source} holds no Sentinel-2 L2A scene")
        extent, resolution = middle_of(scenes)
        area = {"EXTENT": extent, "RESOLUTION": resolution}
    else:
        source, area = make_sample.make(), {}
    OUTPUT.mkdir(parents=True, exist_ok=True)
    extent = {"EXTENT": area["EXTENT"]} if area else {}
    layer = str(OUTPUT / "scenes.gpkg")
    found = qgis_process(
        "search_scenes", SOURCE="folder", FOLDER=str(source), MEASURE_CLOUD=True, OUTPUT=layer, **extent
    )
    print(f"{found['OUTPUT']}\n    {found['COUNT']} scenes found, {found['LEFT_OUT']} left out")
    made = qgis_process("median_composite", INPUT=found["OUTPUT"], OUTPUT=str(OUTPUT / "composite.tif"), **area)
    print(f"{made['OUTPUT']}\n    {made['SCENES_USED']} scenes used, {made['VALID_PERCENT']:.2f} % of the area clear")
    made = qgis_process(
        "ndvi_animation",
        INPUT=found["OUTPUT"],
        TITLE="Greenness",
        OUTPUT=str(OUTPUT / "ndvi.gif"),
        CURVE=True,
        **extent,
    )
    print(f"{made['OUTPUT']}\n    {made['FRAMES']} dates shown, {made['LEFT_OUT']} left out for cloud")
    if not arguments:
        show_sentinel3(source)
    print(f"{time.monotonic() - started:.0f} s in all")


def show_sentinel3(source):
    """Put the sample's pass of Sentinel-3 on a grid, and tell."""
    layer = str(OUTPUT / "passes.gpkg")
    found = qgis_process("search_scenes", SOURCE="folder", FOLDER=str(source), PRODUCT=S3_LST, OUTPUT=layer)
    made = qgis_process("import_sentinel3", INPUT=found["OUTPUT"], OUTPUT=str(OUTPUT / "sentinel3.tif"))
    when = "by day" if made["IS_DAY"] else "by night"
    print(f"{made['OUTPUT']}\n    a pass {when}, {made['VALID_PERCENT']:.2f} % of its ground clear")
    sharpen(source, layer)


def sharpen(source, passes):
    """Sharpen that pass with the scenes that show the same ground at the same time, and tell."""
    day = make_sample.SENTINEL3_DAY
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    scenes, pairs = (str(OUTPUT / name) for name in ("same_day.gpkg", "pairs.gpkg"))
    qgis_process("search_scenes", SOURCE="folder", FOLDER=str(source), START=date, END=date, OUTPUT=scenes)
    qgis_process("find_scene_pairs", FINE=scenes, COARSE=passes, OUTPUT=pairs)
    made = qgis_process(
        "thermal_sharpening",
        PAIRS=pairs,
        OUTPUT=str(OUTPUT / "temperature_10m.tif"),
        UNCERTAINTY=str(OUTPUT / "temperature_10m_uncertainty.tif"),
        OUTPUT_HTML=str(OUTPUT / "sharpening.html"),
    )
    print(
        f"{made['OUTPUT']}\n    {made['METHOD_USED']}: {made['SLOPE']:.1f} K per unit of NDVI, "
        f"r = {made['CORRELATION']:.2f}; restored to {made['RESTORE_RMSE']:.2f} K\n{made['OUTPUT_HTML']}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
