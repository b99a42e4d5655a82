"""A Vega-Lite chart as a picture: alone with its own title, and in a document without it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from mnna.errors import CannotAnswer
from mnna.present.document import Document, Paragraph, Section
from mnna.present.svg import FONT, SMALLEST, WIDTH
from mnna.present.vega import LEAST, fitted, for_page, narrowed, on_paper, picture, pictured

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


# A chart made fit for a document.

HEAD = '<svg class="marks" width="680" height="100" viewBox="0 0 {width} 100" version="1.1">'


def fit(inside: str, width: float = WIDTH, title: str = "A title", alt: str = "In words") -> str:
    return fitted(HEAD.format(width=width) + inside + "</svg>", "rank", title, alt)


def test_it_is_named_and_told_in_words_once() -> None:
    made = fit('<path aria-label="a bar" role="graphics-symbol" d="M0 0"/>', title="A < B")
    assert made.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680.0 100" role="img" aria-labelledby='
    )
    assert '<title id="rank-title">A &lt; B</title><desc id="rank-desc">In words</desc><path d="M0 0"/></svg>' in made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<path fill="#111111" stroke="black"/>', '<path fill="currentColor" stroke="currentColor"/>'),
        ('<path fill="#888" stroke="none"/>', '<path fill="#777777" stroke="none"/>'),
        ('<rect width="1" height="2" fill="white"/><g/>', "<g/>"),
        ('<text font-family="sans-serif">a</text>', f'<text font-family="{FONT}">a</text>'),
        ('<clipPath id="clip0"/><g clip-path="url(#clip0)"/>',
         '<clipPath id="rank-clip0"/><g clip-path="url(#rank-clip0)"/>'),
        ('<text font-size="30px">a</text>', '<text font-size="30px">a</text>'),
        ('<text font-size="5px">a</text>', f'<text font-size="{SMALLEST:.4g}px">a</text>'),
    ],
)  # fmt: skip
def test_ink_type_and_ids_are_those_of_the_brief(before: str, after: str) -> None:
    assert fit(before).endswith(f"</desc>{after}</svg>")


def test_no_letter_is_smaller_on_paper_however_wide_the_chart_is() -> None:
    assert f'font-size="{SMALLEST / 2:.4g}px"' in fit('<text font-size="1px">a</text>', width=WIDTH / 2)


def test_what_is_no_picture_is_said() -> None:
    with pytest.raises(CannotAnswer, match="the picture rank: it was not drawn"):
        fitted("<p>no</p>", "rank", "", "")


FIGURES = [{"who": "A long name of a country", "x": 1, "part": 0.5}, {"who": "B", "x": 2, "part": 0.1}]
CHART = {
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
    found = narrowed(CHART)
    assert LEAST <= found["width"] < 200 and found["data"] == CHART["data"] and CHART["width"] == 560
    assert len(found["title"]["text"]) == 2 and len(found["encoding"]["x"]["title"]) == 2
    assert found["encoding"]["size"]["scale"]["range"][1] < 260 and found["config"]["legend"]["orient"] == "bottom"


def test_a_page_has_both_and_the_narrow_one_fits_a_phone() -> None:
    wide = picture("two", CHART)
    both = for_page(wide)
    assert both["svg"] == wide.svg and " id=" not in both["narrow"].replace(' id="phone-two-', "")
    assert float(ElementTree.fromstring(both["narrow"]).attrib["width"]) <= 360
    assert for_page(wide._replace(spec=None))["narrow"] == ""
