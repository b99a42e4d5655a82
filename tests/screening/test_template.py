"""The workbook to be filled in: it is screened as it stands, has lists to choose from, and lies in the manual."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl

from mnna.screening import screen
from mnna.screening.template import COLUMNS, EXAMPLES, FILE, template
from mnna.statutes import catalog
from tests.conftest import ROOT


def cells(data: bytes) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[cell.value for cell in row] for page in book for row in page.iter_rows()]


def test_the_template_is_screened_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(template())
    found = screen(tmp_path / FILE)
    assert found.rows == found.counts["yes"] == len(EXAMPLES)
    assert "the hidden sheet “Lists” is not read" in found.said and not found.warnings


def test_countries_and_channels_are_chosen_from_lists() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    kinds = {str(one.sqref): one.type for one in book["Cases"].data_validations.dataValidation}
    assert kinds["B2:B1001"] == kinds["C2:C1001"] == "list" and kinds["G2:G1001"] == "date"
    channels = [book["Lists"].cell(row, 2).value for row in range(1, len(catalog.CHANNELS) + 1)]
    assert channels == list(catalog.CHANNELS) and [cell.value for cell in book["Cases"][1]] == list(COLUMNS)


def test_the_one_of_the_manual_is_the_same() -> None:
    assert cells((ROOT / "docs" / "examples" / FILE).read_bytes()) == cells(template()), "write `template()` anew"
