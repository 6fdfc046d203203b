"""The animation benchmark: 53 maps of NDVI in memory become a GIF, ours and as the tutorial makes it.

Each map has 1000 x 1000 pixels: a smooth field, noise, clouds that wander, a season. The page has 1000 x 1000 pixels,
with title, date, colour bar, scale bar, north arrow and the boundary of the area. The tutorial's way, done honestly: a
Matplotlib figure for each date, saved with 300 dpi, read again, resized, and all put into a GIF by Pillow. Both run in
a process of their own, warmed up on two maps; the best of three counts for ours, the other takes a minute and runs
once. The colours of our file are then compared with the ramp, pixel by pixel.
"""

import sys
import tempfile
from pathlib import Path

import environments
import numpy as np
from PIL import Image

from benchmarks.process import ask
from sentinel_toolkit.core.animation.page.palette import LEVELS
from sentinel_toolkit.core.drawing.colour_ramps import colours_of
from sentinel_toolkit.runtime import environment

ROUNDS = 3
COUNT = 53
SWEEP = (10, 106, 212)


def run(full):
    """Return (rows, ratios)."""
    with tempfile.TemporaryDirectory(prefix="sentinel-toolkit-benchmark-") as scratch:
        folder = Path(scratch)
        rows = [row for _ in range(ROUNDS) for row in _ask("sentinel_toolkit", folder)]
        ours = min(rows, key=lambda row: row["seconds"])
        ours["peak_mb"] = max(row["peak_mb"] for row in rows)
        (tutorial,) = _ask("tutorial", folder)
        _check_colours(folder)
        rows = [ours, tutorial]
        for row in rows:
            row["ms_a_frame"] = 1000 * row["seconds"] / COUNT
            row["megabytes"] = (folder / f"{row['system']}.gif").stat().st_size / 1e6
        for count in SWEEP if full else ():
            (row,) = _ask("sentinel_toolkit", folder, scenes=str(count))
            rows.append({**row, "system": f"sentinel_toolkit, {count} maps"})
    return rows, {"tutorial": tutorial["seconds"] / ours["seconds"]}


def _ask(system, folder, **more):
    python = environments.worker_python()
    variables = environment.worker_variables(python)
    order = {"system": system, "scenes": str(COUNT), "warm": "2", "folder": str(folder), **more}
    return ask(python, "animation_both.py", variables, **order)


def _check_colours(folder):
    """Exit with an error unless every pixel of every map in our file has the colour of its value."""
    from benchmarks.animation_maps import make_map

    box = np.load(folder / "box.npy")
    ramp = colours_of("RdYlGn", LEVELS)
    with Image.open(folder / "sentinel_toolkit.gif") as film:
        if film.n_frames != COUNT:
            sys.exit(f"benchmark: the animation has {film.n_frames} frames, not {COUNT}")
        for place in range(0, COUNT, 7):
            film.seek(place)
            page = np.asarray(film.convert("RGB"))[box[1] : box[3], box[0] : box[2]]
            values = make_map(place)
            rows, columns = (
                ((np.arange(pixels) + 0.5) * size / pixels).astype(int)
                for pixels, size in zip(page.shape, values.shape, strict=False)
            )
            shown = values[np.ix_(rows, columns)]
            found = page[np.isfinite(shown)]
            expected = ramp[np.clip((shown[np.isfinite(shown)] * LEVELS).astype(int), 0, LEVELS - 1)]
            different = (found != expected).any(1) & (found != 0).any(1)  # the boundary is black
            if different.mean() > 0.001:  # float32 rounds a value at the edge of two classes to either
                sys.exit(f"benchmark: {100 * different.mean():.1f} % of frame {place} has another colour")
