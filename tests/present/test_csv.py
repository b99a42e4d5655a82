"""The rows of a document."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from mnna.present.csv import harmless, to_csv
from mnna.present.document import Change, Document, FindingBlock, Section, Table
from tests.present.reading import ANY_TEXT, bare
from tests.present.samples import DOCUMENT, TABLE, cell_texts, everywhere, finding, refused


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_keeps_numbers_days_and_verdicts_as_data() -> None:
    found = read(to_csv(Document(title="T", sections=(Section("a", "A", (TABLE,)),))))
    assert found[0] == {
        "id": "mnna",
        "status": "Ally. since 2022-05-23",
        "verdict": "yes",
        "usd": "14000000",
        "sources": "The Register; 22 USC 2321k(a)",
    }
    assert found[1]["verdict"] == "unknown"


def test_findings_are_rows_with_every_part() -> None:
    blocks = (FindingBlock(finding(), "full"), FindingBlock(refused(), "full"), Change(refused(), finding()))
    found = read(to_csv(Document(title="T", sections=(Section("a", "A", blocks),))))
    assert [row["verdict"] for row in found] == ["yes", "no", ""]
    assert (found[2]["before"], found[2]["after"]) == ("no", "yes")
    assert found[0]["own"] == "MEX mnna from 15 December 2026 (your own facts: mine.csv)"
    assert found[0]["terms"].startswith("Cap for a year: $500 million; ")
    assert found[1]["suspended"] == "Coup"
    assert "Medium confidence" in found[0]["notes"]


@pytest.mark.parametrize("sections", ["ab", "aa"])
def test_several_tables_say_which_a_row_is_of(sections: str) -> None:
    told = {one: Section(one, one.upper(), (TABLE,) * sections.count(one)) for one in sections}
    found = read(to_csv(Document(title="T", sections=tuple(told.values()))))
    assert [row["section"] for row in found] == [one for one in sections for _ in range(2)]
    assert {row["table"] for row in found} == {"Statuses held"}


@given(ANY_TEXT)
def test_any_text_of_a_table_is_there(text: str) -> None:
    made = everywhere(text)
    shown = bare("".join(cell for row in csv.reader(io.StringIO(to_csv(made))) for cell in row))
    table = next(block for block in made.sections[0].blocks if isinstance(block, Table))
    assert all(bare(one) in shown for row in table.rows for cell in row.cells for one in cell_texts(cell))


@pytest.mark.parametrize(
    "text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u3000=1", "\u202e@A1", "\x00\u200b\uff1d1"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["-3.5", "+1", "1e6", "plain", "a=b"])
def test_numbers_and_words_stay(text: str) -> None:
    assert harmless(text) == text


def test_a_document_without_rows_is_an_empty_table() -> None:
    assert to_csv(Document(title="T")) == "\n"
    assert to_csv(DOCUMENT).startswith("id,status,")
