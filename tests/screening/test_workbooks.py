"""What is no workbook that is read is refused in one sentence with the reason."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from mnna.errors import BadQuestion
from mnna.screening import screen, workbooks
from tests.screening.office import HEAD, workbook

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return path


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (OLD, r"\(.xls\), a format not read here"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "it is protected with a password"),
        (b"PK\x03\x04 and nothing more", "it is damaged and cannot be read as a workbook"),
    ],
)
def test_bytes_that_are_no_workbook(tmp_path: Path, data: bytes, wrong: str) -> None:
    (tmp_path / "in.xlsx").write_bytes(data)
    with pytest.raises(BadQuestion, match=wrong):
        screen(tmp_path / "in.xlsx")


@pytest.mark.parametrize(
    ("files", "wrong"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, r"\(.ods\), a format not read here"),
        ({"xl__workbook_dot_bin": b"x"}, r"a binary workbook \(.xlsb\)"),
        ({"cases_dot_csv": b"recipient"}, "it is a zip archive and no workbook"),
        ({"xl__workbook_dot_xml": b"<broken"}, "it is damaged"),
    ],
)
def test_archives_that_are_no_workbook(tmp_path: Path, files: dict[str, bytes], wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        screen(zipped(tmp_path / "in.xlsx", **files))


def test_a_workbook_that_unpacks_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "in.xlsx", ("a", [HEAD]))
    monkeypatch.setattr(workbooks, "LARGEST", 1_000)
    with pytest.raises(BadQuestion, match=r"it unpacks to .* bytes, more than 1,000"):
        screen(path)


def test_macros_are_ignored_and_said(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsm", ("a", [HEAD, ["Kenya", "FMS", 60000000, 1, datetime(2024, 3, 7)]]))
    assert "the macros of the workbook are ignored" not in screen(path).said
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macros")
    assert "the macros of the workbook are ignored" in screen(path).said


def test_a_whole_sheet_is_read_through_for_merged_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [HEAD, *[["Kenya", "FMS", n, 1, datetime(2024, 3, 7)] for n in range(50)]]
    path = workbook(tmp_path / "in.xlsx", ("a", rows), merged="A2:B9")
    with workbooks.opened_workbook(path) as book:
        assert workbooks.marks(book["a"]) == workbooks.Marks(("A2:B9",), None, 0, False)
