"""The world picture of page and brief: outlines of countries, and a dot for each that is too small to see.

The projection is Equal Earth (Šavrič, Patterson and Jenny, 2018, doi:10.1080/13658816.2018.1504949), which keeps areas
true to each other and shapes readable. The middle meridian is 11° east, so that the cut runs through the Bering Strait
and no country of size is in two pieces.
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
"""The sheet in its own units; Antarctica is left off, so it is less high than the whole world would be."""

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
    """Degrees east of the middle meridian, from -180 (included) to 180."""
    return (lon - _MIDDLE + 180) % 360 - 180


def place(lon: float, lat: float) -> tuple[float, float]:
    """The point of a longitude and latitude (degrees) on the sheet, from its upper left corner."""
    return place_turned(turned(lon), lat)


def place_turned(east: float, lat: float) -> tuple[float, float]:
    """The same for degrees east of the middle meridian, which may exceed 180 for a shape that crosses the cut."""
    x, y = _raw(east, lat)
    return WIDTH / 2 + _SCALE * x, _SCALE * (_raw(0, _TOP)[1] - y)


SHEET = f"0 0 {WIDTH:g} {HEIGHT:g}"
"""The viewBox of the picture."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A country on the sheet: its outline (empty where it has none) and its dot (None where the outline shows it).

    `middle` is where its name can stand.
    """

    code: str
    name: str
    path: str
    dot: tuple[float, float] | None
    middle: tuple[float, float] = (0.0, 0.0)


@cache
def shapes() -> tuple[Shape, ...]:
    """Every country with land of its own, by code; unclaimed land comes first, under the empty code."""
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
