"""Compile the outlines of countries for the world picture from Natural Earth at 1:50 million.

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python scripts/compile_outline.py package/countries-50m.json > src/mnna/briefs/assets/outline.json

Natural Earth is in the public domain; the package world-atlas (ISC license) contains it as TopoJSON. Shared borders are
arcs stored once, so that both countries are simplified alike and no gap opens between them. Islands too small to see
are left out: the picture marks small countries by a dot. Territory that is disputed on that map (Somaliland, Northern
Cyprus, Siachen) is drawn as land without a country.
"""

from __future__ import annotations

import heapq
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from mnna.briefs.map_outline import place_turned, turned
from mnna.errors import UnknownCountry
from mnna.registry.countries import resolve

Point = tuple[float, float]
SMALLEST_DETAIL = 0.35
"""In square units of the picture: a bend that encloses a smaller area is straightened."""
SMALLEST_ISLAND = 1.2
SMALL_COUNTRY = 45
"""In square units of the picture: a country with a smaller area is also marked by a dot."""
ANTARCTICA = "010"
SPELLINGS = {
    "Dem. Rep. Congo": "COD",
    "Central African Rep.": "CAF",
    "Eq. Guinea": "GNQ",
    "eSwatini": "SWZ",
    "Bosnia and Herz.": "BIH",
    "Congo": "COG",
    "S. Sudan": "SSD",
    "W. Sahara": "ESH",
    "Dominican Rep.": "DOM",
    "Solomon Is.": "SLB",
    "Falkland Is.": "FLK",
    "S. Geo. and the Is.": "SGS",
}


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs in degrees, decoded from the quantized differences that TopoJSON stores."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def area(a: Point, b: Point, c: Point) -> float:
    """Return the area of a triangle."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def flat(point: Point) -> Point:
    """Return a point in degrees as a point of the picture, for measuring detail."""
    return place_turned(turned(point[0]), point[1])


def simplify(points: list[Point]) -> list[Point]:
    """Return the arc without its smallest bends (Visvalingam and Whyatt, 1993); its ends are kept."""
    sheet = [flat(point) for point in points]
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    heap = [(area(*sheet[i - 1 : i + 2]), i) for i in range(1, len(points) - 1)]
    heapq.heapify(heap)
    gone: set[int] = set()
    latest = {i: size for size, i in heap}
    while heap and heap[0][0] < SMALLEST_DETAIL:
        size, i = heapq.heappop(heap)
        if i in gone or latest[i] != size:
            continue
        gone.add(i)
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if 0 < j < len(points) - 1:
                latest[j] = max(size, area(sheet[before[j]], sheet[j], sheet[after[j]]))
                heapq.heappush(heap, (latest[j], j))
    return [point for i, point in enumerate(points) if i not in gone]


def ring(indices: list[int], known: list[list[Point]]) -> list[Point]:
    """Return a closed line of the picture, joined from its arcs; a negative index is a reversed arc."""
    line: list[Point] = []
    for index in indices:
        arc = known[index] if index >= 0 else known[~index][::-1]
        line += arc[1:] if line else arc
    east = [turned(lon) for lon, _ in line]
    crossing = max(east) - min(east) > 180
    return [place_turned(e + 360 if crossing and e < 0 else e, lat) for e, (_, lat) in zip(east, line, strict=True)]


def size(line: list[Point]) -> float:
    """Return the area inside a closed line."""
    pairs = zip(line, line[1:] + line[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def path(lines: list[list[Point]]) -> str:
    """Return the lines as an SVG path with one decimal, each point relative to the one before it."""
    text = ""
    for line in lines:
        tenths = [(round(x * 10), round(y * 10)) for x, y in line]
        kept = [tenths[0]] + [b for a, b in pairwise(tenths) if a != b]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(kept)]
        text += f"M{_n(kept[0][0])} {_n(kept[0][1])}l" + " ".join(f"{_n(dx)} {_n(dy)}" for dx, dy in steps[:-1]) + "z"
    return text.replace(" -", "-")


def _n(tenths: int) -> str:
    return f"{tenths / 10:g}"


def iso3(properties: dict[str, Any]) -> str:
    """Return the ISO code of a country of the map; empty for disputed land or land without a code of its own."""
    name = properties["name"]
    if name in SPELLINGS:
        return SPELLINGS[name]
    try:
        return resolve(name).iso3
    except UnknownCountry as error:
        print(f"left without a code: {name} {error.near}", file=sys.stderr)
        return ""


def main(source: Path) -> None:
    """Print the outlines as JSON by country code; land without a country has the empty code."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    known = [simplify(arc) for arc in arcs(topology)]
    found: dict[str, list[list[Point]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape.get("id") == ANTARCTICA or shape["type"] not in ("Polygon", "MultiPolygon"):
            continue
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        lines = [ring(indices, known) for polygon in polygons for indices in polygon]
        kept = [line for line in lines if len(line) > 3 and size(line) > SMALLEST_ISLAND]
        if kept:
            found.setdefault(iso3(shape["properties"]), []).extend(kept)
    outlines = {
        "source": "Natural Earth 1:50m, public domain, from world-atlas 2.0.2 (ISC); simplified, Equal Earth",
        "small": [code for code in sorted(found) if sum(map(size, found[code])) < SMALL_COUNTRY],
        "paths": {code: path(found[code]) for code in sorted(found)},
    }
    json.dump(outlines, sys.stdout, indent=0)
    print()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
