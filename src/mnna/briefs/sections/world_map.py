"""A world map of one day: NATO members, allies, countries treated as allies, and the countries of the brief.

Outlines are Natural Earth's, which is in the public domain. A country too small for an outline gets a mark. The
projection is Equal Earth (Šavrič, Patterson and Jenny 2019).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from mnna.briefs.gather import BriefContext
from mnna.present.days import day
from mnna.present.document import Picture, Section
from mnna.present.numbers import listed, number
from mnna.present.svg import WIDTH, drawing, element, hatch, words
from mnna.registry.countries import countries, the
from mnna.registry.load import Registry
from mnna.registry.records import StatusKind
from mnna.registry.statuses import alliance, treated_as, usual

HEIGHT, SCALE = 322.0, 125.6
EQUATOR = 174.0
Point = tuple[float, float]


class Holders(NamedTuple):
    """The countries, by code, that hold on the day what the map shows; `undecided` are those not known to be allies."""

    members: tuple[str, ...]
    allies: tuple[str, ...]
    treated: tuple[str, ...]
    undecided: tuple[str, ...]


def world_map(context: BriefContext) -> Section:
    """Draw who holds what on the day. The description of the picture names every ally."""
    held = _holders(context.registry, context.on)
    title = f"Who held what on {day(context.on)}"
    alt = _alt(held, context)
    caption = (
        "Gray: NATO member; hatched, with a diamond: major non-NATO ally; square: treated as one; circle: the "
        "countries of this brief. Outlines: Natural Earth, 1:110 million, drawn as controlled on the ground; they "
        "take no position on any claim."
    )
    inside = [*_land(held), *_marks(held), *_named(context), *_legend(held)]
    svg = drawing(WIDTH, HEIGHT, title, alt, [hatch("world-ally", 4, 1.3)], inside, "world")
    return Section("world", title, (Picture("world", title, alt, caption, svg),))


def _holders(registry: Registry, on: date) -> Holders:
    ally = usual(registry.kinds)
    treated = [code for kind in treated_as(registry.kinds, ally.id) for code in _those(registry, kind, on, True)]
    members = _those(registry, alliance(registry.kinds), on, True)
    return Holders(members, _those(registry, ally, on, True), tuple(treated), _those(registry, ally, on, None))


def _those(registry: Registry, kind: StatusKind, on: date, holds: bool | None) -> tuple[str, ...]:
    """The countries with a row for a status whose holding on the day is as given."""
    named = sorted(country for country, status in registry.by_key if status == kind.id)
    return tuple(code for code in named if registry.holds(code, kind.id, on) is holds)


def _alt(held: Holders, context: BriefContext) -> str:
    names = _names(held.allies) or "none"
    text = f"World map. {len(held.members)} members of NATO; {number(len(held.allies))} major non-NATO allies: {names}."
    if held.treated:
        text += f" Treated as one: {_names(held.treated)}."
    if held.undecided:
        text += f" Not known on that day: {_names(held.undecided)}."
    return f"{text} Marked: {listed([the(countries()[code].name) for code in _subjects(context)])}."


def _names(codes: Iterable[str]) -> str:
    return listed([countries()[code].name for code in codes])


def _subjects(context: BriefContext) -> list[str]:
    other = [context.versus.country.iso3] if context.versus else []
    return [context.country.iso3, *other]


def project(lon: float, lat: float) -> Point:
    """Convert longitude and latitude in degrees to a point in the picture."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    root = math.sqrt(3) / 2
    t = math.asin(root * math.sin(math.radians(lat)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = math.radians(lon) * math.cos(t) / (root * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
    y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    return WIDTH / 2 + SCALE * x, EQUATOR - SCALE * y


@lru_cache(maxsize=1)
def outlines() -> dict[str, list[list[Point]]]:
    """The rings of each country, as points in the picture."""
    text = files("mnna.briefs").joinpath("assets/outlines.json").read_text(encoding="utf-8")
    return {code: [_ring(steps) for steps in rings] for code, rings in json.loads(text)["rings"].items()}


def _ring(steps: Sequence[int]) -> list[Point]:
    lon = lat = 0
    places: list[Point] = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        # A ring that crosses the date line (Fiji, Chukotka) continues past 180 degrees instead of back across the map.
        around = 3600 if east < -1800 and places else -3600 if east > 1800 and places else 0
        lon, lat = lon + east + around, lat + north
        places.append(project(lon / 10, lat / 10))
    return places


def _path(codes: Iterable[str]) -> str:
    rings = [ring for code in codes for ring in outlines().get(code, ())]
    return "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in ring)}Z" for ring in rings)


def _land(held: Holders) -> Iterator[str]:
    nato, allies = set(held.members), {*held.allies, *held.treated}
    rest = [code for code in outlines() if code not in nato | allies]
    edge = {"stroke": "currentColor", "stroke_width": 0.35, "stroke_linejoin": "round"}
    yield element("path", d=_path(rest), fill="currentColor", fill_opacity=0.1)
    yield element("path", d=_path(sorted(nato)), fill="currentColor", fill_opacity=0.45, **edge, stroke_opacity=0.7)
    yield element("path", d=_path(sorted(allies)), fill="url(#world-ally)", **edge)


def place(code: str) -> Point | None:
    """The point at which a country is marked: its middle, as the table of countries has it."""
    country = countries()[code]
    return project(float(country.lon), float(country.lat)) if country.lat and country.lon else None


def _marks(held: Holders) -> Iterator[str]:
    small = [code for code in held.members if code not in outlines()]
    for shape, codes in (("dot", small), ("diamond", held.allies), ("square", held.treated)):
        yield from (mark(shape, *where) for code in codes if (where := place(code)))
    unsure = filter(None, map(place, held.undecided))
    yield from (words(x - 3, y + 4, "?", font_weight="bold", font_size=13) for x, y in unsure)


def mark(shape: str, x: float, y: float) -> str:
    """Draw a small filled shape with a light edge, so that it stands out from the land."""
    edge = {"fill": "currentColor", "class_": "edge", "stroke": "#fff", "stroke_width": 0.9}
    if shape == "dot":
        return element("circle", cx=x, cy=y, r=2.2, **edge)
    if shape == "square":
        return element("rect", x=x - 3, y=y - 3, width=6, height=6, **edge)
    return element("path", d=f"M{x:.1f} {y - 4.4:.1f}l4.4 4.4l-4.4 4.4l-4.4 -4.4Z", **edge)


def _named(context: BriefContext) -> Iterator[str]:
    spots = [(code, found) for code in _subjects(context) if (found := place(code))]
    for index, (code, (x, y)) in enumerate(spots):
        yield element("circle", cx=x, cy=y, r=7.5, fill="none", stroke="currentColor", stroke_width=1.6)
        left = x > WIDTH - 130
        down = index == 1 and abs(y - spots[0][1][1]) < 14
        where = {
            "x": x - 11 if left else x + 11,
            "y": y + (14 if down else 4),
            "text_anchor": "end" if left else "start",
        }
        halo = {
            "class_": "halo",
            "stroke": "#fff",
            "stroke_width": 3,
            "paint_order": "stroke",
            "stroke_linejoin": "round",
        }
        yield element("text", countries()[code].name, font_weight="bold", font_size=13, **where, **halo)


def _legend(held: Holders) -> Iterator[str]:
    y = HEIGHT - 10
    yield element("rect", x=4, y=y - 9, width=16, height=10, fill="currentColor", fill_opacity=0.45)
    yield words(25, y, f"NATO member ({len(held.members)})")
    yield element(
        "rect",
        x=160,
        y=y - 9,
        width=16,
        height=10,
        fill="url(#world-ally)",
        stroke="currentColor",
        stroke_width=0.5,
    )
    yield mark("diamond", 168, y - 4)
    yield words(181, y, f"Major non-NATO ally ({len(held.allies)})")
    yield mark("square", 360, y - 4)
    yield words(370, y, f"Treated as one ({len(held.treated)})")
    if held.undecided:
        yield words(510, y, f"? Not known ({len(held.undecided)})")
