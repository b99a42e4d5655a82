"""The outlines of countries on the world map of the site and of briefs, with a dot for each country too small to see.

The projection is Equal Earth (Šavrič, Patterson and Jenny, 2018, doi:10.1080/13658816.2018.1504949), which keeps the
relation of areas. The central meridian is 11° east, so that the map is cut at the Bering Strait and no large country is
in two pieces.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import asin, cos, pi, radians, sin, sqrt
from pathlib import Path

from mnna.registry.countries import countries

OUTLINE = Path(__file__).with_name("assets") / "outline.json"
WIDTH, HEIGHT = 1000.0, 438.0
"""The size of the map in its own units; it is less high than the whole world because Antarctica is left out."""

_MIDDLE = 11.0
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_SCALE = WIDTH / (4 * sqrt(3) * pi / (3 * _A[0]))
_TOP = 84.0


def _raw(turned: float, lat: float) -> tuple[float, float]:
    theta = asin(sqrt(3) / 2 * sin(radians(lat)))
    square = theta * theta
    sixth = square**3
    slope = 3 * (9 * _A[3] * square * sixth + 7 * _A[2] * sixth + 3 * _A[1] * square + _A[0])
    x = 2 * sqrt(3) * radians(turned) * cos(theta) / slope
    return x, theta * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))


def turned(lon: float) -> float:
    """Return the degrees east of the central meridian, from -180 (included) to 180 (excluded)."""
    return (lon - _MIDDLE + 180) % 360 - 180


def place(lon: float, lat: float) -> tuple[float, float]:
    """Return the point (x, y) of a longitude and latitude in degrees, from the upper left corner of the map."""
    return place_turned(turned(lon), lat)


def place_turned(east: float, lat: float) -> tuple[float, float]:
    """Return the point (x, y) of a place given in degrees east of the central meridian.

    The degrees may exceed 180 for a shape that crosses the edge of the map.
    """
    x, y = _raw(east, lat)
    return WIDTH / 2 + _SCALE * x, _SCALE * (_raw(0, _TOP)[1] - y)


SHEET = f"0 0 {WIDTH:g} {HEIGHT:g}"
"""The SVG viewBox of the map."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A country on the map: its outline (empty where it has none) and its dot (None where the outline is large enough).

    `middle` is the point for its name.
    """

    code: str
    name: str
    path: str
    dot: tuple[float, float] | None
    middle: tuple[float, float] = (0.0, 0.0)


@cache
def shapes() -> tuple[Shape, ...]:
    """Return the shapes of all located countries except Antarctica; unclaimed land comes first, with an empty code."""
    outline = json.loads(OUTLINE.read_text(encoding="utf-8"))
    paths, small = outline["paths"], set(outline["small"])
    found = [Shape("", "", paths.get("", ""), None)]
    for code, country in countries().items():
        if not country.lat or code == "ATA":
            continue
        x, y = place(float(country.lon), float(country.lat))
        middle = (round(x, 1), round(y, 1))
        dot = middle if code in small or code not in paths else None
        found.append(Shape(code, country.name, paths.get(code, ""), dot, middle))
    return tuple(found)
