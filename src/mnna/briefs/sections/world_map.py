"""The section with a world map of one day: NATO members, allies, countries treated as allies, the brief's countries.

The map uses the same outlines as the map of the site (`map_outline.py`), so that the two show the same borders and
territories. A country too small to see gets a mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from mnna.briefs import map_outline
from mnna.briefs.gather import BriefContext
from mnna.present.days import day
from mnna.present.document import Section
from mnna.present.numbers import listed, number
from mnna.present.svg import WIDTH, drawing, element, hatch, rect, words
from mnna.registry.countries import countries, the
from mnna.registry.load import Registry
from mnna.registry.records import StatusKind
from mnna.registry.statuses import alliance, treated_as, usual

SCALE = WIDTH / map_outline.WIDTH
ABOVE = 5.0
"""The margin above the northernmost land."""

HEIGHT = ABOVE + map_outline.HEIGHT * SCALE + 26
"""The height of the picture: the map and the legend below it."""

Point = tuple[float, float]


class Holders(NamedTuple):
    """The codes of the countries in each group of the map; `undecided` are those not known to be allies or not."""

    members: tuple[str, ...]
    allies: tuple[str, ...]
    treated: tuple[str, ...]
    undecided: tuple[str, ...]


def world_map(context: BriefContext) -> Section:
    """Return the section with the map of the day; the alt text of the picture names every ally."""
    held = _holders(context.registry, context.on)
    title = f"Who held what on {day(context.on)}"
    alt = _alt(held, context)
    caption = (
        "Gray: NATO member; hatched, with a diamond: major non-NATO ally; square: treated as one; circle: the "
        "countries of this brief. Territories are not shaded with the country they belong to. Outlines: Natural Earth; "
        "a line on the map is no statement about a border."
    )
    inside = [*_land(held), *_marks(held), *_named(context), *_legend(held)]
    drawn = drawing("world", title, alt, caption, HEIGHT, inside, [hatch("world-ally", 6, 1.9)])
    return Section("world", title, (drawn,))


def _holders(registry: Registry, on: date) -> Holders:
    kinds = registry.kinds
    ally = usual(kinds)

    def those(holds: bool | None, *asked: StatusKind) -> tuple[str, ...]:
        """Return the countries with a row for a status that hold it (True), or may hold it (None)."""
        every = ((code, kind.id) for kind in asked for code in registry.named.get(kind.id, ()))
        return tuple(code for code, id_ in every if registry.holds(code, id_, on) is holds)

    treated = those(True, *treated_as(kinds, ally.id))
    return Holders(those(True, alliance(kinds)), those(True, ally), treated, those(None, ally))


def _alt(held: Holders, context: BriefContext) -> str:
    names = _names(held.allies) or "none"
    text = f"World map. {len(held.members)} members of NATO; {number(len(held.allies))} major non-NATO allies: {names}."
    if held.treated:
        text += f" Treated as one: {_names(held.treated)}."
    if held.undecided:
        text += f" Not known on that day: {_names(held.undecided)}."
    return f"{text} Marked: {listed([the(countries()[code].name) for code in context.codes])}."


def _names(codes: Iterable[str]) -> str:
    return listed([countries()[code].name for code in codes])


def _land(held: Holders) -> Iterator[str]:
    nato, allies = set(held.members), {*held.allies, *held.treated}
    edge = {"stroke": "currentColor", "stroke_width": 0.5, "stroke_linejoin": "round"}
    rest = {one.code for one in map_outline.shapes()} - nato - allies
    paths = (
        element("path", d=_path(rest), fill="currentColor", fill_opacity=0.1, **edge, stroke_opacity=0.45),
        element("path", d=_path(nato), fill="currentColor", fill_opacity=0.45, **edge, stroke_opacity=0.7),
        element("path", d=_path(allies), fill="url(#world-ally)", **edge),
    )
    yield element("g", *paths, transform=f"translate(0 {ABOVE:g}) scale({SCALE:g})")


def _path(codes: set[str]) -> str:
    return "".join(one.path for one in map_outline.shapes() if one.code in codes)


def place(code: str) -> Point | None:
    """Return the point at which a country is marked, from the table of countries; None for one without a location."""
    country = countries()[code]
    if not (country.lat and country.lon):
        return None
    x, y = map_outline.place(float(country.lon), float(country.lat))
    return x * SCALE, ABOVE + y * SCALE


def _marks(held: Holders) -> Iterator[str]:
    dotted = {one.code for one in map_outline.shapes() if one.dot}
    small = [code for code in held.members if code in dotted]
    for shape, codes in (("dot", small), ("diamond", held.allies), ("square", held.treated)):
        yield from (mark(shape, *where) for code in codes if (where := place(code)))
    unsure = filter(None, map(place, held.undecided))
    yield from (words(x - 3, y + 4, "?", font_weight="bold", font_size=13) for x, y in unsure)


def mark(shape: str, x: float, y: float) -> str:
    """Return a small filled mark (`dot`, `square` or a diamond) with a light edge, as SVG."""
    edge = {"fill": "currentColor", "class_": "edge", "stroke": "#fff", "stroke_width": 0.9}
    if shape == "dot":
        return element("circle", cx=x, cy=y, r=2.2, **edge)
    if shape == "square":
        return rect(x - 3, y - 3, 6, 6, **edge)
    return element("path", d=f"M{x:.1f} {y - 4.4:.1f}l4.4 4.4l-4.4 4.4l-4.4 -4.4Z", **edge)


def _named(context: BriefContext) -> Iterator[str]:
    spots = [(code, found) for code in context.codes if (found := place(code))]
    for index, (code, (x, y)) in enumerate(spots):
        yield element("circle", cx=x, cy=y, r=7.5, fill="none", stroke="currentColor", stroke_width=1.6)
        left = x > WIDTH - 130
        down = index == 1 and abs(y - spots[0][1][1]) < 14
        look = {"font_weight": "bold", "font_size": 13, "x": x - 11 if left else x + 11, "y": y + (14 if down else 4)}
        look |= {"text_anchor": "end" if left else "start", "class_": "halo", "stroke": "#fff", "stroke_width": 3}
        yield element("text", countries()[code].name, **look, paint_order="stroke", stroke_linejoin="round")


def _legend(held: Holders) -> Iterator[str]:
    y = HEIGHT - 10
    yield rect(4, y - 9, 16, 10, fill="currentColor", fill_opacity=0.45)
    yield words(25, y, f"NATO member ({len(held.members)})")
    yield rect(160, y - 9, 16, 10, fill="url(#world-ally)", stroke="currentColor", stroke_width=0.5)
    yield mark("diamond", 168, y - 4)
    yield words(181, y, f"Major non-NATO ally ({len(held.allies)})")
    yield mark("square", 360, y - 4)
    yield words(370, y, f"Treated as one ({len(held.treated)})")
    if held.undecided:
        yield words(510, y, f"? Not known ({len(held.undecided)})")
