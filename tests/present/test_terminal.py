"""A document in a terminal."""

from __future__ import annotations

from hypothesis import given

from mnna.present.document import Column, Document, Paragraph, Row, Section, Table
from mnna.present.terminal import to_text
from tests.present.reading import ANY_TEXT, bare
from tests.present.samples import DOCUMENT, everywhere, texts


def test_every_text_is_there() -> None:
    shown = bare(to_text(DOCUMENT, 10_000))
    assert [text for text in texts(DOCUMENT) if bare(text) not in shown] == []


@given(ANY_TEXT)
def test_any_text_is_there(text: str) -> None:
    made = everywhere(text)
    shown = bare(to_text(made, 100_000))
    assert [one for one in texts(made) if bare(one) not in shown] == []


def test_lines_keep_to_the_width_and_no_word_is_broken() -> None:
    assert max(map(len, to_text(DOCUMENT, 60).splitlines())) <= 60
    long = Document(title="T", sections=(Section("a", "A", (Paragraph(f"see {'x' * 80} there"),)),))
    assert f"  {'x' * 80}" in to_text(long, 60).splitlines()


def test_control_characters_do_not_reach_the_terminal() -> None:
    made = Document(title="T", lead=("red \x1b[31m and \x07",))
    assert "\x1b" not in to_text(made)
    assert "red [31m and" in to_text(made)


def test_a_finding_says_verdict_reason_own_facts_and_confidence() -> None:
    shown = to_text(DOCUMENT, 200)
    assert "  Allowed: May this country receive excess articles?" in shown
    assert "  Not allowed -> Allowed: May this country receive excess articles?" in shown
    assert "Rests on your own facts: MEX mnna from 15 December 2026" in shown
    assert "Stopped by: The coup clause" in shown
    assert "Medium confidence" in shown
    assert "services" not in shown


def test_sections_are_numbered_only_where_asked() -> None:
    made = Document(
        title="T", sections=(Section("a", "A"), Section("b", "B", level=2), Section("c", "C")), numbered=True
    )
    assert [line for line in to_text(made).splitlines() if line[:1].isdigit()] == ["1. A", "2. C"]


def test_a_table_of_numbers_stands_in_columns_where_it_fits() -> None:
    columns = (Column("who", "Who"), Column("rank", "Rank", number=True), Column("of", "Of", number=True))
    table = Table("Places", columns, (Row("a", ("Colombia", "3", "170")), Row("b", ("Fiji", "12", "9"))))
    made = Document(title="T", sections=(Section("a", "A", (table,)),))
    lines = ["  Who       Rank   Of", "  Colombia     3  170", "  Fiji        12    9"]
    assert to_text(made).splitlines()[-3:] == lines
    assert "      Rank: 3" in to_text(made, 15).splitlines()
