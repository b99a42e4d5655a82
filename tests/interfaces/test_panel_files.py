"""A panel as a file: the same cells in every form, with a codebook and a data package beside it."""

from __future__ import annotations

import csv
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from mnna.answers.panel import PanelAnswer, panel
from mnna.errors import BadQuestion, CannotAnswer
from mnna.interfaces.panel_files import check, stata_names, write
from mnna.present.xlsx import MOST_ROWS


@pytest.fixture(scope="module")
def small() -> PanelAnswer:
    return panel(
        2021,
        2023,
        statuses="mnna,mnna-title10",
        authorities="rdte-loans",
        indicators="homicide_rate",
        countries="COL,ABW",
    )


def cells(value: Any) -> str:
    return "" if value is None or value != value else str(value)


def test_csv_has_the_rows_as_they_are(small: PanelAnswer, tmp_path: Path) -> None:
    files = write(small, tmp_path / "p.csv", "Cite me.")
    assert [path.name for path in files] == ["p.csv", "codebook.md", "datapackage.json"]
    with (tmp_path / "p.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert found == [{name: cells(value) for name, value in row.items()} for row in small.rows]


def test_parquet_has_types_and_titles(small: PanelAnswer, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    write(small, tmp_path / "p.parquet", "")
    table = parquet.read_table(tmp_path / "p.parquet")
    assert table.to_pylist() == list(small.rows)
    assert str(table.schema.field("year").type) == "int32" and str(table.schema.field("homicide_rate").type) == "double"
    assert table.schema.metadata[b"law"].decode() == small.stamp.law
    assert b"Major non-NATO ally" in table.schema.field("mnna").metadata[b"title"]


def test_stata_has_labels_and_names_it_takes(small: PanelAnswer, tmp_path: Path) -> None:
    pyreadstat = pytest.importorskip("pyreadstat")
    write(small, tmp_path / "p.dta", "")
    frame, told = pyreadstat.read_dta(str(tmp_path / "p.dta"), apply_value_formats=True)
    assert list(frame) == stata_names(small.columns) and "mnna_title10" in frame
    assert list(frame["mnna"].astype(str)) == [row["mnna"] for row in small.rows]
    assert told.column_names_to_labels["mnna"].startswith("Major non-NATO ally")
    assert [cells(value) for value in frame["homicide_rate"]] == [cells(row["homicide_rate"]) for row in small.rows]
    assert set(told.variable_value_labels["rdte_loans"].values()) == {"no", "yes", "unknown"}


def test_stata_takes_every_column_there_is(tmp_path: Path) -> None:
    """A list of labels is called by its column and a number, in 32 letters; `panel -o x.dta` could not be written."""
    pyreadstat = pytest.importorskip("pyreadstat")
    whole = panel(2024, 2024, statuses="all", authorities="all", indicators="all", countries="COL")
    write(whole, tmp_path / "p.dta", "")
    frame, _ = pyreadstat.read_dta(str(tmp_path / "p.dta"))
    assert list(frame) == stata_names(whole.columns) and len(set(map(str.lower, frame))) == len(whole.columns)
    assert 28 <= max(map(len, frame)) <= 32


def test_excel_has_a_sheet_of_rows_and_one_of_columns(small: PanelAnswer, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    write(small, tmp_path / "p.xlsx", "")
    book = openpyxl.load_workbook(tmp_path / "p.xlsx")
    assert book.sheetnames == ["panel", "codebook"]
    head, *rows = book["panel"].iter_rows(values_only=True)
    assert list(head) == small.names and [tuple(row) for row in rows] == small.lines


def test_the_data_package_describes_the_file(small: PanelAnswer, tmp_path: Path) -> None:
    write(small, tmp_path / "p.csv", "Cite me.")
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = package["resources"]
    content = (tmp_path / "p.csv").read_bytes()
    assert (resource["path"], resource["bytes"]) == ("p.csv", len(content))
    assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
    assert [field["name"] for field in resource["schema"]["fields"]] == small.names
    assert package["stamp"] == small.stamp._asdict() and package["citation"] == "Cite me." and package["licenses"]


def test_the_codebook_names_every_column_and_how_to_cite(small: PanelAnswer, tmp_path: Path) -> None:
    write(small, tmp_path / "p.csv", "Cite me.")
    text = (tmp_path / "codebook.md").read_text(encoding="utf-8").replace("\\", "")
    assert all(f"| {name} |" in text for name in small.names)
    assert "Cite me." in text and small.stamp.law in text and "Apache-2.0" in text


def test_a_codebook_of_someone_else_is_left_alone(small: PanelAnswer, tmp_path: Path) -> None:
    (tmp_path / "codebook.md").write_text("# My own codebook\n", encoding="utf-8")
    (tmp_path / "datapackage.json").write_text("{}", encoding="utf-8")
    files = write(small, tmp_path / "p.csv", "")
    assert [path.name for path in files] == ["p.csv", "p.codebook.md", "p.datapackage.json"]
    assert (tmp_path / "codebook.md").read_text(encoding="utf-8") == "# My own codebook\n"
    assert write(small, tmp_path / "p.csv", "") == files


def test_what_cannot_be_written_is_refused_and_leaves_nothing(small: PanelAnswer, tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="ending"):
        check(tmp_path / "p.sav")
    with pytest.raises(BadQuestion, match="no folder"):
        check(tmp_path / "nowhere" / "p.csv")
    with pytest.raises(CannotAnswer):
        write(small, Path("/proc/p.csv"), "")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyreadstat", None)
    with pytest.raises(CannotAnswer) as error:
        check(tmp_path / "p.dta")
    assert "panel" in str(error.value) and error.value.exit_code == 1


def test_a_sheet_that_is_too_small_is_refused(tmp_path: Path, small: PanelAnswer) -> None:
    pytest.importorskip("xlsxwriter")
    long = panel(2021, 2021, statuses="mnna", countries="COL")
    long.__dict__["lines"] = long.lines * (MOST_ROWS + 1)
    with pytest.raises(CannotAnswer, match="a sheet holds"):
        write(long, tmp_path / "p.xlsx", "")
    assert list(tmp_path.iterdir()) == []
