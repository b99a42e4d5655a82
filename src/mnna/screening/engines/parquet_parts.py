"""Parquet files of the same columns put together as one, in their order: pages are copied, only footers are rewritten.

An engine that keeps the order of rows writes with one thread, so parts are written side by side and joined here.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from mnna.screening.engines.thrift import LIST, STRUCT, Struct, read_struct, written_struct

MAGIC = b"PAR1"
SCHEMA, ROWS, GROUPS = 2, 3, 4
"""Fields of a file's footer."""
COLUMNS, GROUP_AT, NUMBER = 1, 5, 7
"""Fields of a group of rows: its columns, where it begins, and its place."""
COLUMN_AT, COLUMN = 2, 3
"""Fields of a column of a group: where its description stands, and the description."""
PAGES = (9, 10, 11, 14)
"""Fields of that description that say where its pages and its filter begin."""
INDEXES = (4, 5, 6, 7)
"""Fields that say where an index of its pages stands, which holds places of its own."""


def join(parts: Sequence[Path], goal: Path) -> int:
    """Write the parts, of which there is at least one, as one file; the number of rows.

    Raises `ValueError` where their columns differ.
    """
    with goal.open("wb") as out:
        out.write(MAGIC)
        footers = [_copied(part, out) for part in parts]
        whole = footers[0]
        if any(footer[SCHEMA] != whole[SCHEMA] for footer in footers):
            raise ValueError("the parts differ in their columns")
        groups = [group for footer in footers for group in _groups(footer)]
        for number, group in enumerate(groups):
            if NUMBER in group:
                group[NUMBER] = (group[NUMBER][0], number)
        rows = sum(footer[ROWS][1] for footer in footers)
        whole[ROWS] = (whole[ROWS][0], rows)
        whole[GROUPS] = (LIST, (STRUCT, groups))
        footer = written_struct(whole)
        out.write(footer + len(footer).to_bytes(4, "little") + MAGIC)
    return int(rows)


def _copied(part: Path, out: IO[bytes]) -> Struct:
    """Append the pages of a part, and give its footer with the places they have now."""
    with part.open("rb") as file:
        end = file.seek(-8, 2)
        size = int.from_bytes(file.read(4), "little")
        file.seek(end - size)
        footer = read_struct(file.read(size))
        file.seek(len(MAGIC))
        moved = out.tell() - len(MAGIC)
        _copy(file, out, end - size - len(MAGIC))
    for group in _groups(footer):
        _move(group, moved)
    return footer


def _copy(file: IO[bytes], out: IO[bytes], count: int) -> None:
    """Copy as many bytes; what follows is a footer."""
    shutil.copyfileobj(file, out, 1 << 20)
    out.truncate(out.seek(out.tell() - (file.tell() - len(MAGIC) - count)))


def _groups(footer: Struct) -> list[Struct]:
    groups: list[Struct] = footer[GROUPS][1][1] if GROUPS in footer else []
    return groups


def _move(group: Struct, by: int) -> None:
    """Say where the pages of a group of rows stand now."""
    _shift(group, (GROUP_AT,), by)
    for column in _columns(group):
        _shift(column, (COLUMN_AT,), by)
        _shift(column[COLUMN][1], PAGES, by)
        for field in INDEXES:
            column.pop(field, None)


def _columns(group: Struct) -> Iterator[Struct]:
    found: Any = group[COLUMNS][1][1]
    yield from found


def _shift(fields: Struct, numbers: Sequence[int], by: int) -> None:
    for number in numbers:
        if number in fields and fields[number][1]:  # a zero says that there is no such place
            fields[number] = (fields[number][0], fields[number][1] + by)
