"""Draw the outline of Indonesia for the theme's map: `python tools/outline.py countries-50m.json map/indonesia.yaml`.

Run once by hand, since coasts keep. The input is the npm package `world-atlas` (Natural Earth, public domain); it is
simplified until its path fits the budget, so that a page with a map stays light.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from math import floor, hypot
from pathlib import Path
from typing import Any

INDONESIA = "360"
UNITS = 20  # map units in a degree: about 5.5 km to a unit, finer than a phone can show
BUDGET = 8000  # bytes of path
EDGE = 0.5  # degrees of sea kept around the land

Ring = list[tuple[float, float]]


def rings(topology: dict[str, Any], country: str) -> list[Ring]:
    """The outer coast of each island, as (longitude, latitude) in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Ring] = []
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    shapes = topology["objects"]["countries"]["geometries"]
    polygons = next(shape for shape in shapes if shape.get("id") == country)["arcs"]
    return [joined(polygon[0], arcs) for polygon in polygons]


def joined(indices: list[int], arcs: list[Ring]) -> Ring:
    """One ring from its arcs; a negative index is an arc walked backwards (TopoJSON)."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def simplified(ring: Ring, tolerance: float) -> Ring:
    """The ring with fewer points, none further than `tolerance` from the coast (Douglas and Peucker)."""
    if len(ring) < 3:
        return ring
    (ax, ay), (bx, by) = ring[0], ring[-1]
    length = hypot(bx - ax, by - ay)

    def distance(point: tuple[float, float]) -> float:
        if length == 0:
            return hypot(point[0] - ax, point[1] - ay)
        return abs((bx - ax) * (ay - point[1]) - (ax - point[0]) * (by - ay)) / length

    far = max(range(1, len(ring) - 1), key=lambda i: distance(ring[i]))
    if distance(ring[far]) <= tolerance:
        return [ring[0], ring[-1]]
    return simplified(ring[: far + 1], tolerance)[:-1] + simplified(ring[far:], tolerance)


def path(coast: list[Ring], tolerance: float) -> str:
    """An SVG path in whole units: each island one closed run of relative steps."""
    drawn = []
    for ring in coast:
        points = [(round(x), round(y)) for x, y in simplified(ring, tolerance)]
        steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points) if (ax, ay) != (bx, by)]
        if len(steps) < 3:
            continue
        numbers = "".join(f"{'' if n < 0 else ' '}{n}" for step in steps[:-1] for n in step)
        drawn.append(f"M{points[0][0]} {points[0][1]}l{numbers.strip()}z")
    return "".join(drawn)


def main(source: Path, target: Path) -> None:
    """Read the topology at `source`, write the outline to `target`."""
    coast = rings(json.loads(source.read_text("utf-8")), INDONESIA)
    lons = [lon for ring in coast for lon, _ in ring]
    lats = [lat for ring in coast for _, lat in ring]
    west, north = floor(min(lons) - EDGE), -floor(-(max(lats) + EDGE))
    width = round((max(lons) + EDGE - west) * UNITS)
    height = round((north - min(lats) + EDGE) * UNITS)
    units = [[((lon - west) * UNITS, (north - lat) * UNITS) for lon, lat in ring] for ring in coast]
    tolerance = 0.3
    while len(outline := path(units, tolerance)) > BUDGET:
        tolerance += 0.05
    target.write_text(
        "# Written by tools/outline.py. A place stands at x = (lon - lon_min) * units_per_degree,\n"
        "# y = (lat_max - lat) * units_per_degree.\n"
        "credit: Natural Earth\n"
        "source: Natural Earth 1:50m, public domain, by way of the npm package world-atlas\n"
        f"width: {width}\nheight: {height}\n"
        f"projection:\n  lon_min: {west}\n  lat_max: {north}\n  units_per_degree: {UNITS}\n"
        f"outline: {outline}\n",
        "utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
