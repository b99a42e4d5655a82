"""The FROM clauses with which DuckDB reads files: every option is given, and every cell of a text file is text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from mnna.errors import BadQuestion
from mnna.screening.engines.dialect import Phrases
from mnna.screening.source import Source
from mnna.screening.text_files import LONGEST, bad_file, packed

RAGGED = "ragged_row_"
ORDERED = "row_in_order_"
UNEVEN = "Expected Number of Columns"
"""Part of DuckDB's error for a row longer or shorter than the header."""

NEVER = "\x01"
"""The text of a missing cell, if empty cells must differ from missing ones; no file may contain it."""


def listed(paths: Iterable[Path], sql: Phrases) -> str:
    """Return paths as an SQL list; brackets and stars in names are escaped, so that they are no patterns."""
    literal = ("".join(f"[{letter}]" if letter in "*?[" else letter for letter in str(path)) for path in paths)
    return f"[{', '.join(map(sql.quoted, literal))}]"


def relation(source: Source, sql: Phrases, extra: int) -> str:
    """Return the files as a FROM clause; `extra` is the number of cells beyond the header that a row may have."""
    if source.parquet:
        return f"read_parquet({listed(source.paths, sql)}, union_by_name = {str(len(source.paths) > 1).lower()})"
    forms = list(zip(source.headers, source.delimiters, strict=True))
    if len(set(forms)) == 1:
        return _read(source, source.paths, *forms[0], sql, extra)
    parts = [_read(source, (path,), *form, sql, extra) for path, form in zip(source.paths, forms, strict=True)]
    return "(" + " UNION ALL BY NAME ".join(f"SELECT * FROM {part}" for part in parts) + ") files_"


def in_order(relation_: str) -> str:
    """Return a FROM clause whose rows keep their order through a join.

    A join returns batches of fewer than 64 rows after larger ones, unless the rows were numbered before.
    """
    numbered = f"SELECT *, row_number() OVER () AS {ORDERED} FROM {relation_}"
    return f"(SELECT * EXCLUDE ({ORDERED}) FROM ({numbered}) WHERE {ORDERED} > 0) ordered_"


def _read(
    source: Source, paths: tuple[Path, ...], header: tuple[str, ...], delimiter: str, sql: Phrases, extra: int
) -> str:
    names = [*header, *(f"extra_cell_{number}_" for number in range(extra))]
    columns = ", ".join(f"{sql.quoted(name)}: 'VARCHAR'" for name in names)
    options = {
        "auto_detect": "false", "header": "true", "columns": "{" + columns + "}", "delim": sql.quoted(delimiter),
        "quote": sql.quoted(source.quote), "escape": sql.quoted(source.quote), "max_line_size": str(LONGEST),
        "nullstr": sql.quoted(NEVER if extra else ""),
        "compression": "'gzip'" if any(packed(path) for path in paths) else "'none'",  # not by the ending of the name
    }  # fmt: skip
    if extra:
        options |= {"null_padding": "true", "parallel": "false"}
    read = f"read_csv({listed(paths, sql)}, {', '.join(f'{name} = {value}' for name, value in options.items())})"
    return f"(SELECT {_own(header, extra, sql)} FROM {read}) file_" if extra else read


def _own(header: tuple[str, ...], extra: int, sql: Phrases) -> str:
    """Return the header's columns, and a column with the cells beyond the header.

    That column is NULL for a row as long as the header; one extra empty cell at the end is ignored.
    """
    own = [sql.name(name) for name in header]
    blank = [f"NULLIF({name}, '') AS {name}" for name in own]
    beyond = f"NULLIF(concat_ws(' | ', {', '.join(f'extra_cell_{number}_' for number in range(extra))}), '')"
    more = "extra_cell_0_ IS NOT NULL AND NOT (extra_cell_0_ = '' AND extra_cell_1_ IS NULL)"
    uneven = f"CASE WHEN {more} THEN COALESCE({beyond}, '') WHEN {own[-1]} IS NULL THEN '' END"
    return f"{', '.join(blank)}, {uneven} AS {sql.name(RAGGED)}"


def top_level(nodes: Sequence[tuple[str, int | None]]) -> list[str]:
    """Return the top-level columns of a Parquet schema, given as nodes in depth-first order with their child counts."""
    names, left = [], [0]
    for name, children in nodes[1:]:
        while len(left) > 1 and not left[-1]:
            left.pop()
        if len(left) == 1:
            names.append(name)
        else:
            left[-1] -= 1
        left += [children] if children else []
    return names


def unclosed(path: Path, wrong: str) -> BadQuestion:
    """Return the error for a file in which the end of a quoted cell is not clear."""
    what = f"a quotation mark is opened and not closed, or text follows a closed one: {wrong}"
    do = "Correct it, or say --quote none if quotation marks are letters like others."
    return bad_file(path, what, do, ("--quote none",))
