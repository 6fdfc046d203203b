#!/usr/bin/env python3
"""What a series of composites costs, for a country and for the globe: from what was measured to hours and dollars.

    scripts/plan_costs.py                  print the tables of docs/costs.md
    scripts/plan_costs.py --write          write them into that page
    scripts/plan_costs.py --measure        measure anew (ten minutes), print what stands in MEASURED

--tiles, --scenes, --bands (of 10 m, of 20 m, of 60 m) and --core-hour plan another work, without the page's text.
"""

import argparse
import json
import math
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "costs.md"
BEGIN, END = "<!-- from scripts/plan_costs.py -->\n", "<!-- to here -->\n"
SIDE, DATES = 2040, 16  # pixels of 10 m, and scenes, that were measured: whole pixels of 20 and 60 m
BANDS = 4, 6, 2  # of 10 m, 20 m and 60 m: all

# Of one composite of SIDE x SIDE pixels, DATES and all bands, by `--measure`.
MEASURED = {
    "core_seconds": 20.2,  # of the whole job, user and system
    "writing_core_seconds": 1.6,  # of them: compressing the COG with its overviews
    "read_mb": 972,
    "requests": 3488,
    "written_mb": 68,
}
TILE_SIDE = 10980  # pixels of 10 m


class Work(NamedTuple):
    """What is to be made."""

    name: str
    tiles: int
    scenes: int = 16
    """Of a tile."""
    bands: tuple[int, int, int] = BANDS
    """Of 10 m, 20 m and 60 m; all are written at 10 m."""


class Prices(NamedTuple):
    """Dollars; list prices of Amazon in us-west-2, where the open archive lies."""

    core_hour: float = 0.0425
    """A virtual core of a c6i machine, on demand; on spot a third to a half of it."""
    put_1000: float = 0.005
    month_gb: float = 0.023
    egress_gb: float = 0.09
    """Of what is read from another place than that region."""


class Cost(NamedTuple):
    """What a Work takes."""

    core_hours: float
    read_tb: float
    requests: float
    written_tb: float
    dollars: float
    """Processors and requests, read in the archive's own region."""
    month: float
    """Dollars for keeping the result a month."""
    egress: float
    """Dollars for reading it elsewhere."""


EFFICIENCY = 0.85  # of cores that work at once, the least that scripts/benchmark.py scaling has to show
AGAIN = 1.05  # a twentieth is made twice: machines that are taken away, scenes that are damaged
MACHINE_CORES, MACHINE_MB_S = 8, 300  # of one machine: cores, and what it reads from the archive
COUNTRY = Work("France", 83)  # 551,500 km², half as much again for tiles that overlap and reach over the border
GLOBE = Work("the globe", 21_000)  # the batch jobs of recipe R3
COUNTRY_FOUR = Work("France, four bands", 83, 16, (4, 0, 0))
WORKS = (COUNTRY_FOUR, COUNTRY, GLOBE)
CORES = (8, 64, 800, 8_000)


def cost_of(work, prices=None, measured=None):
    """Return the Cost of a Work."""
    prices, measured = prices or Prices(), measured or MEASURED
    area = (TILE_SIDE / SIDE) ** 2
    bands = sum(work.bands) / sum(BANDS)
    stored = _stored(work.bands) / _stored(BANDS)
    writing = measured["writing_core_seconds"] * area * bands
    reading = (measured["core_seconds"] - measured["writing_core_seconds"]) * area * bands * work.scenes / DATES
    core_hours = work.tiles * (reading + writing) * AGAIN / 3600
    read_tb = work.tiles * measured["read_mb"] * area * stored * work.scenes / DATES * AGAIN / 1e6
    requests = work.tiles * measured["requests"] * area * stored * work.scenes / DATES * AGAIN
    written_tb = work.tiles * measured["written_mb"] * area * bands / 1e6
    puts = work.tiles * (written_tb / work.tiles * 1e6 / 8 + 3)  # parts of 8 MB, style and item
    dollars = core_hours / EFFICIENCY * prices.core_hour + puts / 1000 * prices.put_1000
    return Cost(
        core_hours,
        read_tb,
        requests,
        written_tb,
        dollars,
        written_tb * 1000 * prices.month_gb,
        read_tb * 1000 * prices.egress_gb,
    )


def _stored(bands):
    """Return how many bands of 10 m have as many stored pixels, the classification (20 m) with them."""
    fine, middle, coarse = bands
    return fine + middle / 4 + coarse / 36 + 1 / 4


def hours_of(cost, cores):
    """Return the hours of a work on so many cores: computing, or reading where that takes longer."""
    machines = max(1, cores / MACHINE_CORES)
    computing = cost.core_hours / cores / EFFICIENCY
    reading = cost.read_tb * 1e6 / (MACHINE_MB_S * machines) / 3600
    return max(computing, reading)


def tables(works=WORKS, prices=None):
    """Return the page's part that is made of figures, as Markdown."""
    prices = prices or Prices()
    costs = {work: cost_of(work, prices) for work in works}
    lines = ["| | " + " | ".join(work.name for work in works) + " |", "|---" * (len(works) + 1) + "|"]

    def row(name, value):
        lines.append(f"| {name} | " + " | ".join(value(work, cost) for work, cost in costs.items()) + " |")

    row("tiles", lambda work, _: f"{work.tiles:,}")
    row("scenes a tile, bands", lambda work, _: f"{work.scenes}, {sum(work.bands)}")
    row("core-seconds a tile", lambda work, cost: short(cost.core_hours * 3600 / work.tiles))
    row("core-hours", lambda _, cost: short(cost.core_hours))
    row("read", lambda _, cost: f"{short(cost.read_tb)} TB")
    row("requests", lambda _, cost: f"{short(cost.requests / 1e6)} million")
    row("written", lambda _, cost: f"{short(cost.written_tb)} TB")
    for cores in CORES:
        row(f"on {cores:,} cores", lambda _, cost, cores=cores: duration(hours_of(cost, cores)))
    row("processors and requests", lambda _, cost: f"{short(cost.dollars)} $")
    row("keeping it, a month", lambda _, cost: f"{short(cost.month)} $")
    row("reading it from elsewhere", lambda _, cost: f"+ {short(cost.egress)} $")
    return "\n".join(lines) + "\n\n" + "\n".join(_assumptions(prices)) + "\n" + _published(costs)


def _assumptions(prices):
    measured = MEASURED
    rows = {
        f"measured: a composite of {SIDE} × {SIDE} pixels, {DATES} dates, {sum(BANDS)} bands": (
            f"{measured['core_seconds']:.1f} core-seconds, {measured['writing_core_seconds']:.1f} of them for writing; "
            f"{measured['requests']:,} requests, {measured['read_mb']} MB read, {measured['written_mb']} MB written"
        ),
        "a tile": f"{TILE_SIDE:,} × {TILE_SIDE:,} pixels: {(TILE_SIDE / SIDE) ** 2:.1f} times as much of everything",
        "fewer bands": "work as their share of twelve, for all are combined and written at 10 m; bytes and requests as "
        "their share of the stored pixels",
        "done twice": f"{AGAIN - 1:.0%}: machines that are taken away, scenes that are damaged",
        "efficiency of many cores": f"{EFFICIENCY:.0%}",
        "a machine": f"{MACHINE_CORES} cores, {MACHINE_MB_S} MB/s from the archive",
        "a core for an hour": f"{prices.core_hour:g} $ (c6i, on demand; on spot a third to a half)",
        "a thousand PUT": f"{prices.put_1000:g} $, in parts of 8 MB; an open archive is read free of charge",
        "a GB for a month": f"{prices.month_gb:g} $",
        "a GB out of the region": f"{prices.egress_gb:g} $; nothing within it",
        "tiles of France": "551,500 km² in tiles of 10,000, and half as many again at the border",
        "tiles of the globe": "the batch jobs of the published archive",
    }
    return ["| assumption | value |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows.items())]


def _published(costs):
    """Return ours beside what the makers of a global archive published (2023), where the same was planned."""
    if GLOBE not in costs:
        return ""
    cost = costs[GLOBE]
    rows = (
        ("batch jobs", "21,000", f"{GLOBE.tiles:,} composites"),
        ("files a tile", "224 (16 scenes of 14)", "208 (16 scenes of 12 bands and the classification)"),
        ("read", "more than 500 TB", f"{short(cost.read_tb)} TB"),
        ("written", "33 TB, in Web Mercator with a true-colour picture", f"{short(cost.written_tb)} TB, in UTM"),
        ("read a tile", f"{short(500_000 / 21_000)} GB", f"{short(cost.read_tb * 1000 / GLOBE.tiles)} GB"),
        ("machines", "hundreds", f"100 of {MACHINE_CORES} cores: {duration(hours_of(cost, 800))}"),
    )
    lines = ["", "| | published, 2023 | planned |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) + "\n"


def short(value):
    """Return a number with two digits that count.

    >>> short(1234.5), short(0.0456), short(87)
    ('1,200', '0.046', '87')
    """
    if not value:
        return "0"
    digits = 1 - math.floor(math.log10(abs(value)))
    return f"{round(value, digits):,.{max(0, digits)}f}"


def duration(hours):
    """Return hours in words.

    >>> duration(0.25), duration(30), duration(100)
    ('15 min', '30 h', '4.2 days')
    """
    if hours < 1:
        return f"{max(1, round(hours * 60))} min"
    return f"{short(hours)} h" if hours < 72 else f"{short(hours / 24)} days"


def page_with(text, figures):
    """Return a page with the figures between its two marks."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}{figures}{END}{rest.partition(END)[2]}"


def measure():
    """Make scenes, serve them, make one composite of them, and return what stands in MEASURED."""
    import environments

    environments.enter("worker")
    from benchmarks import costs

    return costs.measure(SIDE, DATES)


def main():
    """Print, write or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the tables into docs/costs.md")
    parser.add_argument("--measure", action="store_true", help="measure anew")
    parser.add_argument("--tiles", type=int, help="of a work of your own")
    parser.add_argument("--scenes", type=int, default=16, help="of a tile")
    parser.add_argument("--bands", type=int, nargs=3, default=BANDS, help="of 10 m, of 20 m, of 60 m")
    parser.add_argument("--core-hour", type=float, default=Prices().core_hour, help="dollars")
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(), indent=4))
    elif options.write:
        PAGE.write_text(page_with(PAGE.read_text("utf-8"), tables()), "utf-8")
    else:
        prices = Prices(core_hour=options.core_hour)
        own = Work("yours", options.tiles or 0, options.scenes, tuple(options.bands))
        print(tables((own,) if options.tiles else WORKS, prices), end="")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    main()
