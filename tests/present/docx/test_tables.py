"""The widths of columns: by their shares, and wide enough that no answer is parted."""

from __future__ import annotations

from docx.shared import Inches

from mnna.present.document import Column, Row, Table, Verdict
from mnna.present.docx.tables import widths

PAGE = Inches(7)


def test_shares_are_kept_where_there_is_room() -> None:
    table = Table("T", (Column("a", "A", 3), Column("b", "B", 1)), (Row("x", ("long words here", "y")),))
    assert widths(table, PAGE) == [round(PAGE * 0.75), round(PAGE * 0.25)]


def test_a_narrow_column_grows_to_its_longest_answer_and_the_page_does_not() -> None:
    columns = (Column("a", "Question", 9), Column("b", "Without", 0.2))
    made = widths(Table("T", columns, (Row("x", ("q", Verdict("yes", "grant"))),)), PAGE)
    assert made[1] >= Inches(0.085) * len("Allowed")
    assert abs(sum(made) - PAGE) <= 2


def test_more_columns_than_room_share_what_there_is() -> None:
    columns = tuple(Column(f"c{n}", "Unbreakable") for n in range(30))
    made = widths(Table("T", columns, (Row("x", ("y",) * 30),)), PAGE)
    assert abs(sum(made) - PAGE) <= 30


def test_no_heading_is_given_more_than_eleven_letters() -> None:
    def narrow(letters: int) -> int:
        columns = (Column("a", "Question", 9), Column("b", "w" * letters, 0.2))
        return widths(Table("T", columns, (Row("x", ("q", "a")),)), PAGE)[1]

    assert narrow(10) < narrow(11) == narrow(12)
