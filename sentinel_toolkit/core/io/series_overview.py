"""What shows a whole series: one stretch for all, a mosaic per period, a collection, a contact sheet and a page."""

from __future__ import annotations

import datetime
import json
from itertools import groupby

import jinja2
import numpy as np

from sentinel_toolkit import paths
from sentinel_toolkit.contract.staging import publish, staged
from sentinel_toolkit.core.io.cog import read_overview
from sentinel_toolkit.core.io.contact_sheet import Panel, write_contact_sheet
from sentinel_toolkit.core.io.mosaic_vrt import write_vrt
from sentinel_toolkit.core.io.style import write_style
from sentinel_toolkit.core.science.stretch import picture_bands, stretch_range

SAMPLE_SIDE = 400  # pixels of each composite that the common stretch is taken from
SHEET, PAGE, COLLECTION = "contact_sheet.png", "index.html", "collection.json"


def write_overview(folder, request, failures, report):
    """Write what shows the series and the rows of its layers; return how many composites there are.

    Parameters
    ----------
    folder : SeriesFolder
    request : CompositeSeriesRequest
    failures : dict
        Element → error.
    report : Report
    """
    report.progress(0.97, "Writing the overview")
    entries = folder.items()
    names = tuple(band["name"] for band in entries[0][1]["assets"]["data"]["bands"])
    names = tuple(name for name in names if name not in ("observations", "date"))
    ranges = _common_stretch([raster for raster, _ in entries], names)
    for raster, _ in entries:
        write_style(raster, names, ranges)
    layers = _write_mosaics(folder, entries, names, ranges)
    panels = [Panel(label, tuple(raster for raster, _ in group)) for label, group in _by_label(entries)]
    _replace(folder.path / SHEET, lambda path: write_contact_sheet(path, panels, names, ranges))
    _replace(folder.path / COLLECTION, lambda path: _write_json(path, _collection(folder, entries)))
    page = _page(request, entries, failures)
    _replace(folder.path / PAGE, lambda path: path.write_text(page, "utf-8"))
    if request.table_path:
        with open(request.table_path, "w", encoding="ascii") as table:
            table.writelines(json.dumps(layer) + "\n" for layer in layers)
    return len(entries)


def _replace(target, write):
    """Write a file beside its place and move it there."""
    with staged(target) as part:
        write(part / target.name)
        publish(part, target)


def _write_json(path, value):
    path.write_text(json.dumps(value, indent=2, allow_nan=False), "utf-8")


def _common_stretch(rasters, names):
    """Return (low, high) of each shown band over all composites."""
    numbers = [names.index(name) + 1 for name in picture_bands(names)]
    samples = [read_overview(raster, numbers, SAMPLE_SIDE) for raster in rasters]
    return [
        stretch_range(np.concatenate([sample[place].ravel() for sample in samples])) for place in range(len(numbers))
    ]


def _by_label(entries):
    """Yield (label, entries) of each period."""
    for label, group in groupby(entries, key=lambda entry: entry[1]["properties"]["sentinel_toolkit:period"][0]):
        yield label, list(group)


def _write_mosaics(folder, entries, names, ranges):
    """Write a VRT for each period, one for each CRS where its tiles differ; return the rows of the layers."""
    layers = []
    for label, group in _by_label(entries):
        by_crs = {}
        for raster, item in group:
            by_crs.setdefault(item["properties"]["proj:code"], []).append(raster)
        for crs, rasters in by_crs.items():
            suffix = f"_{str(crs).rpartition(':')[2]}" if len(by_crs) > 1 else ""
            target = folder.path / f"{label}{suffix}.vrt"
            _replace(target, lambda path, rasters=rasters: write_vrt(path, rasters, folder.path))
            write_style(target, names, ranges)
            _, start, end = group[0][1]["properties"]["sentinel_toolkit:period"]
            layers.append({"name": target.stem, "path": str(target), "start": start, "end": end})
    return layers


def _collection(folder, entries):
    """Return the STAC collection of the composites."""
    boxes = np.array([item["bbox"] for _, item in entries])
    times = [item["properties"][key] for _, item in entries for key in ("start_datetime", "end_datetime")]
    first = entries[0][1]
    link = {"href": f"./{COLLECTION}", "type": "application/json"}
    return {
        "type": "Collection",
        "stac_version": "1.1.0",
        "stac_extensions": [],
        "id": folder.collection_id,
        "title": f"Composites, {first['properties']['title'].partition(': ')[2]}",
        "description": first["properties"]["processing:lineage"],
        "license": "other",
        "keywords": ["Sentinel-2", "composite", "surface reflectance"],
        "extent": {
            "spatial": {"bbox": [[*boxes[:, :2].min(0).tolist(), *boxes[:, 2:].max(0).tolist()]]},
            "temporal": {"interval": [[min(times), max(times)]]},
        },
        "links": [
            {"rel": "root", **link},
            *(
                {"rel": "item", "href": f"./{raster.stem}.json", "type": "application/geo+json", "title": item["id"]}
                for raster, item in entries
            ),
        ],
        "assets": {
            "thumbnail": {"href": f"./{SHEET}", "type": "image/png", "roles": ["thumbnail"], "title": "Contact sheet"}
        },
    }


def _page(request, entries, failures):
    """Return the page that lists the composites; every text is escaped."""
    template = paths.RESOURCES / "report" / "composite_series.html"
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    properties = [item["properties"] for _, item in entries]
    asked = {
        "Period": request.period + (", same periods of all years together" if request.by_calendar else ""),
        "Tiles": request.tiling,
        "Resolution": f"{request.resolution_m:g}",
        "CRS": request.crs or "of the scenes",
        "Best scenes of a tile": request.max_scenes or "all",
        "Made": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
    }
    return environment.from_string(template.read_text("utf-8")).render(
        title="Composites",
        subtitle=f"{properties[0]['title'].partition(': ')[2]}: {len(entries)} rasters in {request.output_folder}",
        sheet=SHEET,
        rows=[_row(raster, item) for raster, item in entries],
        has_tiles=request.tiling != "none",
        failures=[(element.name, error.message) for element, error in failures.items()],
        lineage=properties[0]["processing:lineage"],
        request=asked.items(),
        credit=properties[0]["attribution"],
        version=paths.version(),
    )


def _row(raster, item):
    properties = item["properties"]
    label, start, end = properties["sentinel_toolkit:period"]
    return {
        "label": label,
        "start": start,
        "end": end,
        "tile": properties["sentinel_toolkit:tile"],
        "scenes": sum(link["rel"] == "derived_from" for link in item["links"]),
        "valid": properties["sentinel_toolkit:valid_percent"],
        "observations": properties["sentinel_toolkit:mean_observations"],
        "file": raster.name,
        "href": f"./{raster.name}",
    }
