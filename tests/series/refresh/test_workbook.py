"""A sheet of a workbook, row by row; what is no workbook is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.errors import CannotAnswer
from mnna.series.refresh.session import sheet


def test_the_named_sheet_is_read_or_else_the_first(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the workbook needs the extra `refresh`")
    book = openpyxl.Workbook()
    book.active.append(["first", 1])
    book.create_sheet("second").append(["other", 2])
    book.save(tmp_path / "a.xlsx")
    assert list(sheet(tmp_path / "a.xlsx", "a.xlsx", "second")) == [("other", 2)]
    assert list(sheet(tmp_path / "a.xlsx", "a.xlsx", "third")) == [("first", 1)]


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(CannotAnswer, match=r"reading b\.xlsx: not a workbook that can be read"):
        list(sheet(tmp_path / "b.xlsx", "b.xlsx"))
