"""What all forms on paper share."""

from __future__ import annotations

import pytest

from mnna.present.document import Cell, Column, Lines, Row, Said
from mnna.present.paper import narrow, parted, short

COLUMNS = (Column("a", "A", 1), Column("b", "B", 4))


@pytest.mark.parametrize(
    ("cell", "tall"),
    [("word " * 300, True), ("word", False), (Said("a", "word " * 300), True), (Lines(("word " * 150,) * 2), True)],
)
def test_only_a_row_taller_than_a_page_is_parted(cell: Cell, tall: bool) -> None:
    assert parted(Row("x", (cell, "y")), COLUMNS) is tall
    assert parted(Row("x", ("y", cell)), COLUMNS) is False


def test_a_row_as_tall_as_may_be_stays_whole() -> None:
    one = (Column("a", "A"),)
    assert [parted(Row("x", ("x" * letters,)), one) for letters in (6000, 6001)] == [False, True]
    assert [narrow(Row("x", ("x" * letters,)), one) for letters in (90, 91)] == [[], [0]]


def test_a_hyphen_is_needed_only_where_a_word_is_wider_than_its_column() -> None:
    word = "counterterrorism" * 2
    assert narrow(Row("x", (word, word)), (Column("a", "A", 1), Column("b", "B", 4))) == [0]
    assert narrow(Row("x", ("a word " * 90, Said("a", f"one {word * 3}"))), COLUMNS) == [1]
    assert narrow(Row("x", (Lines(("a", word)), "air-to-ground-" * 9)), COLUMNS) == [0]


def test_a_title_is_cut_between_words() -> None:
    assert short("short") == short("short", 5) == "short"
    assert short("x" * 40) == "x" * 40 and short("x" * 41) == f"{'x' * 40} …"
    assert short("one two three", 8) == "one two …"
    assert short("unbreakable", 5) == "unbre …"
