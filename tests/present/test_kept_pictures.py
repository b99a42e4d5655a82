"""Our pictures as they are, an element a line: a place, a size or a limit that changes shows in a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mnna.interfaces.http.sharing import card
from mnna.present.charts import Bar, bars, line, lines
from mnna.present.document import Document
from mnna.present.svg import element, hatch
from mnna.present.vega import narrowed
from tests.golden import kept

GOLDEN = Path(__file__).with_name("golden")
POINTS = ((1995, 3.0), (1996, 5.25), (1999, -1.5), (2005, 2.0))
SHORT = ((2000, 2e6), (2001, 1e6), (2010, 0.0))
LONG = tuple((year, year * 1e9) for year in range(1950, 1972))
YEARS = (Bar(2007, 0, 0, True), Bar(2008, 2e9, 3), Bar(2009, 0, 0), Bar(2010, 1e9, 1_001), Bar(2011, 1.5e6, 0))
NAMED = (("Mexico", POINTS), ("Colombia", ((1990, 2.0), (2001, 2.1))), ("Fiji", ((1996, 2.2),)), ("Brunei", POINTS))
WORDS = "A sentence that the card has no room for when it is said again and again, as this one is. "

DRAWN = {
    "line": line("one", "Things", "per year", POINTS, "A source").svg,
    "line of one": line("one", "Things", "per year", ((2020, 7.0),)).svg,
    "line of nothing": line("one", "Things", "usd", ((2020, 0.0), (2021, 0.0))).svg,
    "line of millions": line("one", "Things", "usd", SHORT).svg,
    "line of many": line("one", "Things", "usd", LONG).svg,
    "lines": lines("some", "Things", "per year", NAMED, "A source").svg,
    "bars": bars("bars", "Sales", "How to read it.", YEARS, "notice").svg,
    "bars of millions": bars("bars", "Sales", "", (Bar(2010, 7.4e6, 1), Bar(2011, 20_000, 1)), "notice").svg,
    "bars of little": bars("bars", "Sales", "", (Bar(2010, 0.5, 1), Bar(2011, 0, 1)), "notice").svg,
    "bars of most years": bars("bars", "S", "", tuple(Bar(1990 + n, 3e8, 1) for n in range(15)), "notice").svg,
    "bars of too many years": bars("bars", "S", "", tuple(Bar(1950 + n, 1e9, 1) for n in range(40)), "notice").svg,
    "card": card(Document(title="Is it next?", lead=("No answer < yet.",)), "mnna"),
    "long card": card(Document(title="A long title " * 30, lead=(WORDS * 9,)), "mnna"),
    "card of a title": card(Document(title="Title", subtitle="Below it"), "mnna"),
    "hatch": element("svg", hatch("usual"), hatch("wide", 7, 2.26, 90)),
}
AXIS = "so many words beside an axis that they do not fit"
"""Longer than a line; the axis below it has a title that just fits."""


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture(name: str) -> None:
    kept(GOLDEN / f"{name.replace(' ', '-')}.svg", DRAWN[name].replace("><", ">\n<"))


def chart(x: str, width: int, names: tuple[str, ...]) -> dict[str, Any]:
    """A chart of names with one figure each."""
    encoding = {
        "x": {"field": "x", "type": "quantitative", "title": x},
        "y": {"field": "who", "type": "nominal", "title": None},
        "size": {"field": "x", "type": "quantitative", "scale": {"range": [2, 260]}},
    }
    data = {"values": [{"who": name, "x": place} for place, name in enumerate(names)]}
    return {"width": width, "data": data, "mark": "point", "encoding": encoding}


SPECS: dict[str, dict[str, Any]] = {
    "long": {
        "title": {
            "text": "A title that is far too long for the page of a phone",
            "subtitle": ["dots: points", "a", "b"],
        },
        "config": {"axisX": {"grid": False}, "legend": {"title": None}},
    }
    | chart(AXIS, 560, ("A country with a name of some length", "B")),
    "fits": {"title": {"text": "Short", "anchor": "start"}} | chart(AXIS[:34], 300, ("Fiji",)),
    "small": chart("x", 299, ("B",)),
    "parts": {
        "vconcat": [chart("x", 400, ("One name, the longest of all there are beside the rows",)), chart("x", 9, ())]
    },
    "named": {
        "datasets": {"d": [{"who": "Told by its name"}]},
        "layer": [chart("x", 640, ("Two",)) | {"data": {"name": "d"}}],
    },
}


def test_charts_for_a_phone() -> None:
    told = {name: narrowed(spec) for name, spec in SPECS.items()}
    kept(GOLDEN / "phone.json", json.dumps(told, indent=1))
