"""Workbooks for tests, made as an office would make them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

HEAD: list[Any] = ["Country", "Channel", "Total value (USD)", "MDE (USD)", "Date notified"]


def workbook(path: Path, *sheets: tuple[str, Iterable[Sequence[Any]]], hidden: str = "", merged: str = "") -> Path:
    """A workbook of sheets with their rows; `merged` is a range of the last sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    if hidden:
        book[hidden].sheet_state = "hidden"
    if merged:
        book.worksheets[-1].merge_cells(merged)
    book.save(path)
    return path
