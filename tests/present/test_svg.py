"""The drawing words: elements, text and patterns as SVG."""

from __future__ import annotations

import struct
from xml.etree import ElementTree as XML

from hypothesis import given
from hypothesis import strategies as st

from mnna.present.svg import SMALLEST, drawing, element, hatch, to_png, words
from tests.present.samples import SVG

LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"))


def test_an_element_has_its_attributes_and_what_is_inside() -> None:
    assert element("line", x1=1.0, class_="a", stroke_width=0.75) == '<line x1="1" class="a" stroke-width="0.8"/>'
    assert element("g", "<a/>", "<b/>", id="x") == '<g id="x"><a/><b/></g>'
    assert words(1.0, 2.0, "a < b & c") == '<text x="1" y="2">a &lt; b &amp; c</text>'


def test_a_hatch_is_a_pattern_of_its_width_and_angle() -> None:
    found = XML.fromstring(hatch("open", 5, 2.0, 30))
    assert found.attrib == {
        "id": "open", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(30)",
    }  # fmt: skip
    assert found[0].attrib == {"width": "2", "height": "5", "fill": "currentColor"}


@given(title=LETTERS, alt=LETTERS)
def test_a_drawing_is_well_formed_and_described(title: str, alt: str) -> None:
    made = drawing("x", title, alt, "A caption.", 40.5, [element("rect", width=title)], [hatch("h")])
    found = XML.fromstring(made.svg)
    assert made[:4] == ("x", title, alt, "A caption.")
    name = "{http://www.w3.org/2000/svg}"
    assert found.attrib["viewBox"] == "0 0 680 40.5" and found.attrib["aria-labelledby"] == "x-title x-desc"
    assert (found.attrib["role"], float(found.attrib["font-size"]) >= SMALLEST) == ("img", True)
    named = {one.attrib["id"]: one.text or "" for one in found if "id" in one.attrib}
    assert named == {"x-title": title, "x-desc": alt}
    assert found.find(f"{name}defs/{name}pattern") is not None


def test_a_picture_is_seven_inches_wide_and_keeps_its_shape() -> None:
    made = to_png(SVG)
    assert made.startswith(b"\x89PNG")
    assert struct.unpack(">II", made[16:24]) == (1540, 1540)
    assert made == to_png(SVG)
