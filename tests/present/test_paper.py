"""What all forms on paper share."""

from __future__ import annotations

import pytest

from mnna.present.document import Cell, Column, Lines, Row, Said
from mnna.present.paper import parted, short

COLUMNS = (Column("a", "A", 1), Column("b", "B", 4))


@pytest.mark.parametrize(
    ("cell", "tall"),
    [("word " * 300, True), ("word", False), (Said("a", "word " * 300), True), (Lines(("word " * 150,) * 2), True)],
)
def test_only_a_row_taller_than_a_page_is_parted(cell: Cell, tall: bool) -> None:
    assert parted(Row("x", (cell, "y")), COLUMNS) is tall
    assert parted(Row("x", ("y", cell)), COLUMNS) is False


def test_a_title_is_cut_between_words() -> None:
    assert short("short") == "short"
    assert short("one two three", 8) == "one two …"
    assert short("unbreakable", 5) == "unbre …"
