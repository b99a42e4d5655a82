"""What all forms on paper share."""

from __future__ import annotations

import pytest

from mnna.present.document import Cell, Column, Lines, Row, Said
from mnna.present.paper import narrow, parted, short, unbroken

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


def test_a_line_does_not_end_inside_the_name_of_a_law() -> None:
    said = (
        "[22 USC 2321k(a); 22 CFR 120.23; P.L. 105-261 s. 1514(b); 62 Stat. 1681, art. 25] by allies. It holds 53 FR."
    )
    kept = said.replace("22 USC 2", "22~USC~2").replace("22 CFR 1", "22~CFR~1").replace("P.L. 1", "P.L.~1")
    kept = kept.replace("s. 15", "s.~15").replace("62 Stat. 1", "62~Stat.~1").replace("art. 25", "art.~25")
    assert unbroken(said) == kept.replace("~", "\u00a0")
