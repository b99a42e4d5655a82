"""A Vega-Lite chart as a picture: alone with its own title, and in a document without it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from mnna.errors import CannotAnswer
from mnna.present.document import Document, Paragraph, Section
from mnna.present.vega import fitted, on_paper, picture, pictured

SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "title": {"text": "Two points", "subtitle": "dots: the points"},
    "description": "One is 1, the other 2.",
    "data": {"values": [{"x": 1}, {"x": 2}]},
    "mark": "point",
    "encoding": {"x": {"field": "x", "type": "quantitative"}},
}


def test_a_picture_alone_bears_its_title_and_its_subtitle_is_the_caption() -> None:
    drawn = picture("two", SPEC)
    assert "Two points" in "".join(ElementTree.fromstring(drawn.svg).itertext())
    assert (drawn.title, drawn.alt, drawn.caption) == ("Two points", "One is 1, the other 2.", "Dots: the points.")


def test_on_paper_the_document_sets_the_title_and_names_are_its_own() -> None:
    drawn = on_paper("two", SPEC, "Read it so.")
    words = [text.text for text in ElementTree.fromstring(drawn.svg).iter("{http://www.w3.org/2000/svg}text")]
    assert "Two points" not in words and drawn.caption == "Read it so."
    assert 'aria-labelledby="two-title two-desc"' in drawn.svg and "#111" not in drawn.svg


def test_a_document_opens_with_its_pictures() -> None:
    plain = Document(title="T", sections=(Section("s", "S", (Paragraph("word"),)),))
    shown = pictured(plain, [picture("two", SPEC)])
    assert [section.id for section in shown.sections] == ["picture", "s"]
    assert shown.section("picture").title == "In a picture"
    assert pictured(plain, []) == plain


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(CannotAnswer, match="it was not drawn"):
        fitted("nothing", "id", "title", "words")
