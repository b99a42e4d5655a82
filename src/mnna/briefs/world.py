"""The world on a day: NATO, the allies, those treated as allies, and the countries the brief is about.

Outlines are Natural Earth's, which is in the public domain; places too small for an outline get a mark, so that Bahrain
is as visible as Brazil. The projection is Equal Earth (Šavrič, Patterson and Jenny 2019).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from mnna.briefs.document import Picture, Section
from mnna.briefs.matter import Matter
from mnna.briefs.svg import drawing, element, hatch, words
from mnna.briefs.words import listed, number, spoken, the
from mnna.registry.countries import countries

WIDTH, HEIGHT, SCALE = 680.0, 322.0, 125.6
EQUATOR = 174.0
Point = tuple[float, float]
MARKED = ("mnna", "treated-as-mnna")


def world(matter: Matter) -> Section:
    """The picture of who holds what, with every name in its description."""
    held = {status: _holders(matter, status) for status in ("nato", *MARKED)}
    open_ = _undecided(matter)
    title = f"Who held what on {spoken(matter.on)}"
    alt = _alt(held, open_, matter)
    caption = (
        "Gray: NATO member; hatched, with a diamond: major non-NATO ally; square: treated as one; circle: the "
        "countries of this brief. Outlines: Natural Earth, 1:110 million, drawn as controlled on the ground; they "
        "take no position on any claim."
    )
    inside = [*_land(held), *_marks(held, open_), *_named(matter), *_legend(held, open_)]
    svg = drawing(WIDTH, HEIGHT, title, alt, [hatch("world-ally", 4, 1.3)], inside, "world")
    picture = Picture("world", title, alt, caption, svg)
    return Section("world", title, (picture,))


def _holders(matter: Matter, status: str) -> list[str]:
    keys = sorted(country for country, kind in matter.registry.by_key if kind == status)
    return [code for code in keys if matter.registry.holds(code, status, matter.on)]


def _undecided(matter: Matter) -> list[str]:
    keys = sorted(country for country, kind in matter.registry.by_key if kind == "mnna")
    return [code for code in keys if matter.registry.holds(code, "mnna", matter.on) is None]


def _alt(held: dict[str, list[str]], open_: Sequence[str], matter: Matter) -> str:
    nato, allies, treated = (held[status] for status in ("nato", *MARKED))
    names = listed([countries()[code].name for code in allies]) or "none"
    text = f"World map. {len(nato)} members of NATO; {number(len(allies))} major non-NATO allies: {names}."
    if treated:
        text += f" Treated as one: {listed([countries()[code].name for code in treated])}."
    if open_:
        text += f" Not known on that day: {listed([countries()[code].name for code in open_])}."
    return f"{text} Marked: {listed([the(countries()[code].name) for code in _subjects(matter)])}."


def _subjects(matter: Matter) -> list[str]:
    other = [matter.versus.country.iso3] if matter.versus else []
    return [matter.country.iso3, *other]


def project(lon: float, lat: float) -> Point:
    """Longitude and latitude in degrees to a place in the picture."""
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
    """The rings of each country in the picture's places."""
    text = files("mnna.briefs").joinpath("assets/outlines.json").read_text(encoding="utf-8")
    return {code: [_ring(steps) for steps in rings] for code, rings in json.loads(text)["rings"].items()}


def _ring(steps: Sequence[int]) -> list[Point]:
    lon = lat = 0
    places: list[Point] = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        # A ring that crosses the date line (Fiji, Chukotka) goes on past 180 degrees instead of back across the map.
        around = 3600 if east < -1800 and places else -3600 if east > 1800 and places else 0
        lon, lat = lon + east + around, lat + north
        places.append(project(lon / 10, lat / 10))
    return places


def _path(codes: Iterable[str]) -> str:
    rings = [ring for code in codes for ring in outlines().get(code, ())]
    return "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in ring)}Z" for ring in rings)


def _land(held: dict[str, list[str]]) -> Iterator[str]:
    nato, allies = set(held["nato"]), {code for status in MARKED for code in held[status]}
    rest = [code for code in outlines() if code not in nato | allies]
    edge = {"stroke": "currentColor", "stroke_width": 0.35, "stroke_linejoin": "round"}
    yield element("path", d=_path(rest), fill="currentColor", fill_opacity=0.1)
    yield element("path", d=_path(sorted(nato)), fill="currentColor", fill_opacity=0.45, **edge, stroke_opacity=0.7)
    yield element("path", d=_path(sorted(allies)), fill="url(#world-ally)", **edge)


def place(code: str) -> Point | None:
    """Where a country is marked: its middle, as the table of countries has it."""
    country = countries()[code]
    return project(float(country.lon), float(country.lat)) if country.lat and country.lon else None


def _marks(held: dict[str, list[str]], open_: Sequence[str]) -> Iterator[str]:
    small = [code for code in held["nato"] if code not in outlines()]
    for shape, codes in (("dot", small), ("diamond", held["mnna"]), ("square", held["treated-as-mnna"])):
        yield from (mark(shape, *where) for code in codes if (where := place(code)))
    yield from (words(x - 3, y + 4, "?", font_weight="bold", font_size=13) for x, y in filter(None, map(place, open_)))


def mark(shape: str, x: float, y: float) -> str:
    """A small filled shape with a light edge, which tells it from the land under it."""
    edge = {"fill": "currentColor", "class_": "edge", "stroke": "#fff", "stroke_width": 0.9}
    if shape == "dot":
        return element("circle", cx=x, cy=y, r=2.2, **edge)
    if shape == "square":
        return element("rect", x=x - 3, y=y - 3, width=6, height=6, **edge)
    return element("path", d=f"M{x:.1f} {y - 4.4:.1f}l4.4 4.4l-4.4 4.4l-4.4 -4.4Z", **edge)


def _named(matter: Matter) -> Iterator[str]:
    spots = [(code, found) for code in _subjects(matter) if (found := place(code))]
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


def _legend(held: dict[str, list[str]], open_: Sequence[str]) -> Iterator[str]:
    y = HEIGHT - 10
    yield element("rect", x=4, y=y - 9, width=16, height=10, fill="currentColor", fill_opacity=0.45)
    yield words(25, y, f"NATO member ({len(held['nato'])})")
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
    yield words(181, y, f"Major non-NATO ally ({len(held['mnna'])})")
    yield mark("square", 360, y - 4)
    yield words(370, y, f"Treated as one ({len(held['treated-as-mnna'])})")
    if open_:
        yield words(510, y, f"? Not known ({len(open_)})")
