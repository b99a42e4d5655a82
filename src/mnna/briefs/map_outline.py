"""The world picture of page and brief: outlines of countries, and a dot for each that is too small to see."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from mnna.briefs.projection import HEIGHT, WIDTH, place
from mnna.registry.countries import countries

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


@lru_cache(maxsize=1)
def shapes() -> tuple[Shape, ...]:
    """Every country with land of its own, by code; unclaimed land comes first, under the empty code."""
    outline = json.loads(files("mnna.briefs").joinpath("assets/outline.json").read_text(encoding="utf-8"))
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
