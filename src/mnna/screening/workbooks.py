"""Check a file before it is read as an Excel workbook, and find merged cells and formulas without values."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mnna.errors import BadQuestion, MnnaError, extra
from mnna.screening.scratch import no_room
from mnna.screening.text_files import bad_file
from mnna.screening.units import SIGNS

ENDINGS = (".xlsx", ".xlsm")
LARGEST = 2**30
"""The most bytes of an unpacked workbook."""
_OLD = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
SAVE = "Save the sheet as .xlsx or CSV."
AS_CSV = "Save the sheet as CSV, which has no limit."


def is_workbook(path: Path) -> bool:
    """Return whether the file begins like an Excel workbook of any age or a zip archive; some are refused later."""
    with path.open("rb") as file:
        return file.read(4) in (_OLD, _ZIP)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the XML of a sheet holds beside cell values: merged ranges, the first formula without a saved value, and how
    many rows with cells are hidden; and whether the workbook has macros."""

    merged: tuple[str, ...]
    unsaved: str | None
    hidden: int
    macros: bool


@contextmanager
def opened_workbook(path: Path) -> Iterator[Any]:
    """Yield the workbook with the last saved values of its cells; raises `BadQuestion` if it cannot be read."""
    check_workbook(path, f"the file {path.name}")
    with extra("office", "reading a workbook"):
        import openpyxl
    with path.open("rb") as file:  # by its name it would be refused without an ending
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        except Exception as error:
            raise damaged(path, error) from None
        try:
            yield book
        finally:
            book.close()


def damaged(path: Path, error: Exception) -> MnnaError:
    """Return the error for a workbook that cannot be unpacked or parsed, or for a disk without room for its copy."""
    if (full := no_room(error)) is not None:
        return full
    wrong = f"it is damaged and cannot be read as a workbook ({type(error).__name__})"
    return bad_file(path, wrong, "Open it in Excel, save it anew, and give that.")


def check_workbook(path: Path, asked: str) -> None:
    """Raise `BadQuestion` for an archive or old workbook that is not read, before anything is unpacked."""
    with path.open("rb") as file:
        start = file.read(1 << 20)
    if start.startswith(_OLD):
        if _PASSWORD in start or _PASSWORD in path.read_bytes()[-(1 << 20) :]:
            raise BadQuestion(asked, "it is protected with a password", (), "Save it without one.")
        raise BadQuestion(asked, "it is a workbook of Excel 97 to 2003 (.xls), a format not read here", (), SAVE)
    try:
        with zipfile.ZipFile(path) as archive:
            names, size = set(archive.namelist()), sum(one.file_size for one in archive.infolist())
            kind = archive.read("mimetype")[:80] if "mimetype" in names else b""
    except Exception as error:
        raise damaged(path, error) from None
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        raise BadQuestion(asked, "it is an OpenDocument file (.ods), a format not read here", (), SAVE)
    if "xl/workbook.bin" in names:
        raise BadQuestion(asked, "it is a binary workbook (.xlsb), a format not read here", (), SAVE)
    if "xl/workbook.xml" not in names and not any(name.startswith("xl/") for name in names):
        raise BadQuestion(asked, "it is a zip archive and no workbook", (), "Unpack it, and give the file inside.")
    if size > LARGEST:
        raise BadQuestion(asked, f"it unpacks to {size:,} bytes, more than {LARGEST:,}", (), AS_CSV)


_SHOWN = re.compile(rf"\[[$]([^]-]+)(?:-[0-9A-Fa-f]+)?]|([{SIGNS.replace('%', '')}])")
_DOLLARS = ("$", "US$", "USD")


def currencies(book: Any) -> dict[int, str]:
    """Return the sign of the currency of each style of cells that shows numbers in another than the dollar."""
    found: dict[int, str] = {}
    for style, cell in enumerate(book._cell_styles):
        at = cell.numFmtId - CUSTOM
        shown = _SHOWN.search(book._number_formats[at]) if 0 <= at < len(book._number_formats) else None
        if shown and (sign := (shown[1] or shown[2]).strip()) not in _DOLLARS:
            found[style] = sign
    return found


CUSTOM = 164
"""The number of the first format of a workbook's own."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_HIDDEN = re.compile(rb'<(?:\w+:)?row\s([^>]*?\bhidden="(?:1|true)"[^>]*)>')
_UNSAVED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>|</(?:\w+:)?c>)"
)
_PLACE = re.compile(rb'\br="([A-Z]+[0-9]+)"')
_TAIL = 1 << 14


def marks(sheet: Any) -> Marks:
    """Return the merged ranges of a sheet and its first formula without a saved value, from its XML."""
    merged: dict[str, None] = {}
    unsaved: str | None = None
    hidden: set[bytes] = set()
    tail = b""
    with sheet.parent._archive.open(sheet._worksheet_path) as file:
        while block := file.read(1 << 20):
            text = tail + block
            merged |= dict.fromkeys(one[1].decode() for one in _MERGED.finditer(text))
            hidden |= {one[1] for one in _HIDDEN.finditer(text) if not one[1].endswith(b"/")}
            if unsaved is None and (found := _UNSAVED.search(text)):
                place = _PLACE.search(found[1])
                unsaved = place[1].decode() if place else "a cell"
            tail = text[-_TAIL:]
    macros = "xl/vbaProject.bin" in sheet.parent._archive.namelist()
    return Marks(tuple(merged), unsaved, len(hidden), macros)
