"""The animation benchmark in the worker's Python: ours and the tutorial's way. Started by animation.py."""

import datetime
import io
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]

import matplotlib as mpl
import numpy as np
import shapely
from affine import Affine
from odc.geo.geobox import GeoBox
from PIL import Image

from benchmarks.animation_maps import SIDE, make_map
from benchmarks.process import answer, timed
from sentinel_toolkit.core.animation.formats.writer import open_animation
from sentinel_toolkit.core.animation.page.painter import FramePainter, Look, encode

PIXEL_M = 30.0
GRID = GeoBox((SIDE, SIDE), Affine(PIXEL_M, 0, 500_000, 0, -PIXEL_M, 5_000_000), "EPSG:32633")
CENTRE, RADIUS_M = (515_000, 4_985_000), 14_000
BOUNDARY = shapely.Point(CENTRE).buffer(RADIUS_M, 64)
TITLE = "NDVI"
PAGE, FRAME_MS = (1000, 1000), 500
DPI = 300


def dates(count):
    """Return the texts of the dates."""
    return [f"{datetime.date(2023, 5, 1) + datetime.timedelta(days=2 * number)}" for number in range(count)]


def draw_ours(maps, path):
    """Make the GIF; return where the map stands on its pages."""
    look = Look(TITLE, "NDVI", 0, 1, "RdYlGn", *PAGE, GRID, boundary=BOUNDARY, credit="Benchmark")
    painter = FramePainter(look, dates(len(maps)))
    inside = np.ones(GRID.shape, bool)
    with open_animation(path, PAGE, painter.palette, FRAME_MS, True) as animation:
        for place, values in enumerate(maps):
            animation.add(painter.paint(place, encode(values, inside, 0, 1)))
    return painter.layout.map


def draw_tutorial(maps, path):
    """Make the GIF as the tutorial does: a figure for each map, resized, 256 colours."""
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    west, north = GRID.transform.c, GRID.transform.f
    extent = west, west + SIDE * PIXEL_M, north - SIDE * PIXEL_M, north
    pages = []
    for values, date in zip(maps, dates(len(maps)), strict=True):
        figure, axes = plt.subplots()
        picture = axes.imshow(values, cmap="RdYlGn", vmin=0, vmax=1, extent=extent)
        axes.plot(*BOUNDARY.exterior.xy, color="black", linewidth=1)
        axes.set_title(date, fontweight="bold")
        figure.colorbar(picture, ax=axes, label="NDVI")
        axes.annotate("N", (0.05, 0.95), (0.05, 0.85), "axes fraction", arrowprops={"arrowstyle": "<-"})
        axes.add_patch(Rectangle((extent[1] - 7000, extent[2] + 1000), 5000, 300, color="black"))
        axes.text(extent[1] - 4500, extent[2] + 1500, "5000 m", ha="center")
        axes.axis("off")
        file = io.BytesIO()
        figure.savefig(file, format="jpeg", dpi=DPI)
        plt.close(figure)
        pages.append(Image.open(file).resize(PAGE).quantize(256))
    pages[0].save(path, save_all=True, append_images=pages[1:], duration=FRAME_MS, loop=0)


def measured(system, draw):
    """Return the measurement of a system: (how many maps, folder for the results) → rows."""

    def measure(count, folder):
        maps = [make_map(number) for number in range(int(count))]
        box, row = timed(system, draw, maps, folder / f"{system}.gif")
        if box is not None:
            np.save(folder / "box.npy", [box.left, box.top, box.right, box.bottom])
        return [row]

    return measure


if __name__ == "__main__":
    mpl.use("agg")
    answer(
        {"sentinel_toolkit": measured("sentinel_toolkit", draw_ours), "tutorial": measured("tutorial", draw_tutorial)}
    )
