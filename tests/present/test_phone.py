"""A chart for a phone is narrower, keeps its figures, and bears ids of its own."""

from __future__ import annotations

from xml.etree import ElementTree

from mnna.present.phone import LEAST, for_page, narrowed
from mnna.present.vega import picture

FIGURES = [{"who": "A long name of a country", "x": 1, "part": 0.5}, {"who": "B", "x": 2, "part": 0.1}]
SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "title": {"text": "A title that is far too long for the page of a phone", "subtitle": "dots: the points"},
    "description": "One is 1, the other 2.",
    "width": 560,
    "data": {"values": FIGURES},
    "mark": "point",
    "encoding": {
        "x": {"field": "x", "type": "quantitative", "title": "so many words beside an axis that they do not fit"},
        "y": {"field": "who", "type": "nominal", "title": None},
        "size": {"field": "part", "type": "quantitative", "scale": {"range": [2, 260]}},
    },
}


def test_what_is_too_wide_is_narrowed_and_the_figures_stay() -> None:
    found = narrowed(SPEC)
    assert LEAST <= found["width"] < 200 and found["data"] == SPEC["data"] and SPEC["width"] == 560
    assert len(found["title"]["text"]) == 2 and len(found["encoding"]["x"]["title"]) == 2
    assert found["encoding"]["size"]["scale"]["range"][1] < 260 and found["config"]["legend"]["orient"] == "bottom"


def test_a_page_has_both_and_the_narrow_one_fits_a_phone() -> None:
    wide = picture("two", SPEC)
    both = for_page(wide)
    assert both["svg"] == wide.svg and " id=" not in both["narrow"].replace(' id="phone-two-', "")
    assert float(ElementTree.fromstring(both["narrow"]).attrib["width"]) <= 360
    assert for_page(wide._replace(spec=None))["narrow"] == ""
