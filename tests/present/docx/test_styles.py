"""The styles of a Word file: large enough to read on paper, and named as Word names them."""

from __future__ import annotations

from typing import Any

import pytest
from docx import Document
from docx.shared import Inches

from mnna.present.docx.styles import set_page, set_styles, width
from mnna.present.paper import Paper

SMALL = {"footnote text", "endnote text", "Small Print", "Small List", "Code", "Footer"}


@pytest.mark.parametrize(("tight", "least"), [(False, 9), (True, 9.5)])
def test_nothing_is_set_below_nine_points(tight: bool, least: float) -> None:
    document = Document()
    before = {style.name: style.font.size for style in document.styles if style.type.name == "PARAGRAPH"}
    set_styles(document, "letter", tight)
    now = {style.name: style.font.size for style in document.styles if style.type.name == "PARAGRAPH"}
    sizes = {name: size.pt for name, size in now.items() if size and before.get(name) != size}
    assert min(sizes.values()) >= 9
    assert min(size for name, size in sizes.items() if name not in SMALL and name != "Table Text") >= least


def test_notes_have_the_ids_that_word_knows() -> None:
    document = Document()
    set_styles(document, "letter", False)
    ids = {style.name: style.style_id for style in document.styles}
    assert ids["footnote text"] == "FootnoteText" and ids["endnote reference"] == "EndnoteReference"


@pytest.mark.parametrize(("paper", "inches"), [("letter", 7.0), ("a4", 210 / 25.4 - 1.5)])
def test_the_text_is_as_wide_as_the_page_between_its_margins(paper: Paper, inches: float) -> None:
    document = Document()
    set_page(document, paper, False)
    page: Any = document.sections[0]
    assert abs(page.page_width - page.left_margin - page.right_margin - width(paper)) < 700
    assert abs(width(paper) - Inches(inches)) < 700
