"""Join Parquet files, one after the other or column-wise: pages are copied, only the footer is written anew.

So a file's own columns are copied unchanged, and parts can be written in parallel.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from mnna.screening.engines.duckdb_files import top_level
from mnna.screening.engines.thrift import STRUCT, Struct, read_struct, written_struct

MAGIC = b"PAR1"
SCHEMA, ROWS, GROUPS, METADATA, ORDERS, SECRET = 2, 3, 4, 5, 7, 8
"""Fields of a file's footer. The metadata of other programs describe the old columns and are left out."""
NAME, CHILDREN = 4, 5
"""Fields of a column in the schema."""
COLUMNS, BYTES, OF_GROUP, GROUP_AT, PACKED, NUMBER = 1, 2, 3, 5, 6, 7
"""Fields of a row group: its columns, bytes, rows, offset, compressed bytes, and number."""
ELSEWHERE, COLUMN_AT, COLUMN, HIDDEN, SEALED = 1, 2, 3, 8, 9
"""Fields of a column chunk: another file, the offset of its metadata, the metadata, and what is encrypted."""
PAGES = (9, 10, 11, 14)
"""Fields of a column's metadata with the offsets of its pages and its filter."""
VALUES, SIZE, STORED, FIRST_PAGE, DICTIONARY, FIGURES = 5, 6, 7, 9, 11, 12
"""Fields of a column's metadata: values, bytes, compressed bytes, offsets of pages and dictionary, statistics."""
OF_ONE = (13, 14, 15, 16)
"""Fields of a column's metadata that describe one writer's pages only: counts of encodings, a filter, sizes."""
NULLS, RANGE = 3, (1, 2, 5, 6, 7, 8)
"""Fields of a column's statistics: how many values are missing, and the minimum and maximum."""
UNPACKED, PACKED_PAGE = 2, 3
"""Fields of a page header: its uncompressed and compressed bytes."""
INDEXES = (4, 5, 6, 7)
"""Fields with the offset of a page index, which itself holds offsets."""


def groups(path: Path, names: Sequence[str]) -> list[int]:
    """Return the rows of each row group; none if the columns are not `names` or cannot be copied."""
    try:
        footer, _ = _footer(path)
    except (ValueError, IndexError):
        return []
    nodes = [(node[NAME][1].decode(), node[CHILDREN][1] if CHILDREN in node else None) for node in footer[SCHEMA][1][1]]
    odd = any(column.keys() & {ELSEWHERE, HIDDEN, SEALED} for group in _groups(footer) for column in _columns(group))
    return [] if odd or top_level(nodes) != list(names) else [group[OF_GROUP][1] for group in _groups(footer)]


def join(parts: Sequence[Path], goal: Path) -> int:
    """Write one or more parts as one file, and return the number of rows.

    Raises `ValueError` if their columns differ.
    """
    with goal.open("wb") as out:
        out.write(MAGIC)
        whole, *others = [_copied(part, out) for part in parts]
        if any(footer[SCHEMA] != whole[SCHEMA] for footer in others):
            raise ValueError("the parts differ in their columns")
        for footer in others:
            _groups(whole).extend(_groups(footer))
            whole[ROWS] = (whole[ROWS][0], whole[ROWS][1] + footer[ROWS][1])
        for number, group in enumerate(_groups(whole)):
            if NUMBER in group:
                group[NUMBER] = (group[NUMBER][0], number)
        return _ended(whole, out)


def append(own: Path, parts: Sequence[Path], goal: Path, dictionaries: Path | None = None) -> int:
    """Write a file with the columns of `own` and, beside them, those of the parts in order; return the number of rows.

    If several groups of the parts make up one group of the file, `dictionaries` is a file with the same columns whose
    dictionaries have every value. Raises `ValueError` if the rows of their groups differ.
    """
    footer, end = _footer(own)
    shutil.copyfile(own, goal)
    with goal.open("r+b") as out:
        out.truncate(end)
        out.seek(end)
        if dictionaries is None:
            found = [_copied(part, out) for part in parts]
        else:
            found = [_put_together(parts, [group[OF_GROUP][1] for group in _groups(footer)], dictionaries, out)]
        _widen(footer, found)
        return _ended(footer, out)


Piece = tuple[Path, Struct]
"""The file that holds the pages, and a row group in it or a column of that group."""


def _put_together(parts: Sequence[Path], rows: Sequence[int], dictionaries: Path, out: IO[bytes]) -> Struct:
    """Append the pages of the parts as groups of `rows` rows each, and return a footer of these groups."""
    footer, _ = _footer(dictionaries)
    pieces = iter([(part, group) for part in parts for group in _groups(_footer(part)[0])])
    whole, made = (dictionaries, _groups(footer)[0]), []
    for wanted in rows:
        taken: list[Piece] = []
        while sum(group[OF_GROUP][1] for _, group in taken) < wanted and (piece := next(pieces, None)):
            taken.append(piece)
        made.append(_one_group(whole, taken, out))
    _groups(footer)[:] = made
    return footer


def _one_group(whole: Piece, pieces: Sequence[Piece], out: IO[bytes]) -> Struct:
    """Append the pages of several row groups as one group, column by column, and return that group."""
    start, first = out.tell(), whole[1]
    each = zip(*([(file, column) for column in _columns(group)] for file, group in (whole, *pieces)), strict=True)
    columns = [_one_column(*column, out=out) for column in each]
    size = sum(column[COLUMN][1][SIZE][1] for column in columns)
    rows, of = sum(group[OF_GROUP][1] for _, group in pieces), first[COLUMNS][1][0]
    sums = {BYTES: size, PACKED: out.tell() - start, OF_GROUP: rows}
    return _with(first, {GROUP_AT: start, **sums, COLUMNS: (of, columns)})


def _one_column(whole: Piece, *pieces: Piece, out: IO[bytes]) -> Struct:
    """Append a column's full dictionary, then its pages from several row groups, and return the column.

    The groups' own dictionaries are left out, because they are incomplete. Raises `ValueError` if only some groups have
    one.
    """
    start, (dictionary, _) = out.tell(), _pages(*whole)
    out.write(dictionary)
    size = _unpacked(dictionary)
    for piece in pieces:
        own, pages = _pages(*piece)
        if bool(own) is not bool(dictionary):
            raise ValueError("a column has a dictionary in some groups only")
        size += piece[1][COLUMN][1][SIZE][1] - _unpacked(own)
        out.write(pages)
    every = [column[COLUMN][1] for _, column in pieces]
    values = sum(about[VALUES][1] for about in every)
    places = {STORED: out.tell() - start, FIRST_PAGE: start + len(dictionary), DICTIONARY: start}
    about = {field: value for field, value in whole[1][COLUMN][1].items() if field not in OF_ONE}
    about = _with(about, {VALUES: values, SIZE: size, **places})
    about[FIGURES] = (STRUCT, _of_all([one[FIGURES][1] if FIGURES in one else {} for one in every]))
    return {COLUMN_AT: (whole[1][COLUMN_AT][0], start), COLUMN: (STRUCT, about)}


def _pages(file: Path, column: Struct) -> tuple[bytes, bytes]:
    """Return a column chunk's dictionary page, empty if there is none, and its other pages."""
    about = column[COLUMN][1]
    begin, first = about.get(DICTIONARY, about[FIRST_PAGE])[1], about[FIRST_PAGE][1]
    with file.open("rb") as read:
        read.seek(begin)
        return read.read(first - begin), read.read(begin + about[STORED][1] - first)


def _unpacked(dictionary: bytes) -> int:
    """Return the uncompressed bytes of a dictionary page with its header; 0 if there is none."""
    if not dictionary:
        return 0
    head = read_struct(dictionary)
    return int(len(dictionary) - head[PACKED_PAGE][1] + head[UNPACKED][1])


def _of_all(figures: Sequence[Struct]) -> Struct:
    """Return the statistics of all pieces together: minimum and maximum if all agree, and how many are missing."""
    same = {field: value for field, value in figures[0].items() if field in RANGE}
    same = {field: value for field, value in same.items() if all(one.get(field) == value for one in figures)}
    missing = [one[NULLS] for one in figures if NULLS in one]
    counted = {NULLS: (missing[0][0], sum(count for _, count in missing))} if len(missing) == len(figures) else {}
    return same | counted


def _with(fields: Struct, values: Mapping[int, Any]) -> Struct:
    """Return the fields with new values for those in `values` that are present."""
    return {field: (kind, values.get(field, value)) for field, (kind, value) in fields.items()}


def _ended(footer: Struct, out: IO[bytes]) -> int:
    """Write the footer, and return the number of rows."""
    written = written_struct(footer)
    out.write(written + len(written).to_bytes(4, "little") + MAGIC)
    return int(footer[ROWS][1])


def _widen(footer: Struct, parts: Sequence[Struct]) -> None:
    """Add the columns of the parts to a footer; raises `ValueError` if the rows of their groups differ."""
    groups, more = _groups(footer), [group for part in parts for group in _groups(part)]
    if [group[OF_GROUP][1] for group in groups] != [group[OF_GROUP][1] for group in more]:
        raise ValueError("the groups of rows differ")
    for group, other in zip(groups, more, strict=True):
        _columns(group).extend(_columns(other))
        for field in (BYTES, PACKED):
            if field in group:
                group[field] = (group[field][0], group[field][1] + other.get(field, (0, 0))[1])
    schema, (root, *added) = footer[SCHEMA][1][1], parts[0][SCHEMA][1][1]
    schema[0][CHILDREN] = (schema[0][CHILDREN][0], schema[0][CHILDREN][1] + root[CHILDREN][1])
    schema.extend(added)
    for field in (METADATA, ORDERS):
        footer.pop(field, None)


def _footer(path: Path) -> tuple[Struct, int]:
    """Return the footer of a file and its offset; raises `ValueError` or `IndexError` if it cannot be read."""
    with path.open("rb") as file:
        end = file.seek(-8, 2)
        size = int.from_bytes(file.read(4), "little")
        if file.read() != MAGIC or size > end:
            raise ValueError("no footer that can be read")
        file.seek(end - size)
        footer = read_struct(file.read(size))
    if SECRET in footer:
        raise ValueError("it is encrypted")
    return footer, end - size


def _copied(part: Path, out: IO[bytes]) -> Struct:
    """Append the pages of a part, and return its footer with the new offsets."""
    footer, end = _footer(part)
    moved = out.tell() - len(MAGIC)
    with part.open("rb") as file:
        file.seek(len(MAGIC))
        shutil.copyfileobj(file, out, 1 << 20)
    out.truncate(out.seek(moved + end))
    for group in _groups(footer):
        _shift(group, (GROUP_AT,), moved)
        for column in _columns(group):
            _shift(column, (COLUMN_AT,), moved)
            _shift(column[COLUMN][1], PAGES, moved)
            for field in INDEXES:
                column.pop(field, None)
    return footer


def _groups(footer: Struct) -> list[Struct]:
    groups: list[Struct] = footer[GROUPS][1][1] if GROUPS in footer else []
    return groups


def _columns(group: Struct) -> list[Struct]:
    columns: list[Struct] = group[COLUMNS][1][1]
    return columns


def _shift(fields: Struct, numbers: Sequence[int], by: int) -> None:
    for number in numbers:
        if number in fields and fields[number][1]:  # zero means that there is no such offset
            fields[number] = (fields[number][0], fields[number][1] + by)
