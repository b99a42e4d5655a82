"""The rows of one sheet of a workbook, read without trust: a swollen or broken file is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from mnna.errors import CannotAnswer, extra
from mnna.series.refresh.session import not_swollen, wrong_shape

LARGEST = 500_000_000  # unpacked; openpyxl holds the workbook's texts in memory


def rows(file: Path, what: str, sheet: str = "") -> Iterator[Sequence[Any]]:
    """Yield the values of each row of the named sheet, or of the first where it has none of that name.

    Raises `WrongShape` for what is no workbook, and `CannotAnswer` where the package that reads one is missing.
    """
    with extra("refresh", f"reading {what}"):
        import openpyxl
    try:
        with zipfile.ZipFile(file) as archive:
            not_swollen(archive.infolist(), what, LARGEST)
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        try:
            found = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
            yield from found.iter_rows(values_only=True)
        finally:
            book.close()
    except CannotAnswer:
        raise
    except Exception as error:  # openpyxl raises whatever zip and XML raise under it
        raise wrong_shape(what, f"not a workbook that can be read ({type(error).__name__}: {error})") from None
