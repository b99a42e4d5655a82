"""Files as DuckDB reads them: nothing is left to its guesses, and every cell of a text file is text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from mnna.errors import BadQuestion
from mnna.screening.engines.dialect import Phrases
from mnna.screening.source import Source
from mnna.screening.text_files import LONGEST, packed

RAGGED = "ragged_row_"
ORDERED = "row_in_order_"
UNEVEN = "Expected Number of Columns"
"""What DuckDB says of a row with more or fewer cells than the header."""

NEVER = "\x01"
"""Stands for an empty cell where empty cells must be told from missing ones: no file holds it."""


def listed(paths: Iterable[Path], sql: Phrases) -> str:
    """Paths as a list of SQL. Brackets and stars in a name are letters of the name, not a pattern."""
    return "[" + ", ".join(sql.quoted(_literal(str(path))) for path in paths) + "]"


def _literal(path: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in path)


def relation(source: Source, sql: Phrases, extra: int) -> str:
    """The files as a FROM clause; `extra` is how many cells more than its header a row of text is given room for."""
    if source.parquet:
        return f"read_parquet({listed(source.paths, sql)}, union_by_name = {str(len(source.paths) > 1).lower()})"
    forms = list(zip(source.headers, source.delimiters, strict=True))
    if len(set(forms)) == 1:
        return _read(source, source.paths, *forms[0], sql, extra)
    parts = [_read(source, (path,), *form, sql, extra) for path, form in zip(source.paths, forms, strict=True)]
    return "(" + " UNION ALL BY NAME ".join(f"SELECT * FROM {part}" for part in parts) + ") files_"


def in_order(relation_: str) -> str:
    """The rows of a FROM clause, which keep their order through what is done with them.

    A join sets batches of fewer than 64 rows aside and gives larger ones first, unless rows have been numbered before.
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
    }  # fmt: skip
    if any(packed(path) for path in paths):
        options |= {"compression": "'gzip'"}
    if extra:
        options |= {"null_padding": "true", "parallel": "false"}
    read = f"read_csv({listed(paths, sql)}, {', '.join(f'{name} = {value}' for name, value in options.items())})"
    return f"(SELECT {_own(header, extra, sql)} FROM {read}) file_" if extra else read


def _own(header: tuple[str, ...], extra: int, sql: Phrases) -> str:
    """The header's columns, and for a row of another length what stands beyond them; a last empty cell is let pass."""
    own = [sql.name(name) for name in header]
    blank = [f"NULLIF({name}, '') AS {name}" for name in own]
    beyond = f"NULLIF(concat_ws(' | ', {', '.join(f'extra_cell_{number}_' for number in range(extra))}), '')"
    more = "extra_cell_0_ IS NOT NULL AND NOT (extra_cell_0_ = '' AND extra_cell_1_ IS NULL)"
    uneven = f"CASE WHEN {more} THEN COALESCE({beyond}, '') WHEN {own[-1]} IS NULL THEN '' END"
    return f"{', '.join(blank)}, {uneven} AS {sql.name(RAGGED)}"


def top_level(nodes: Sequence[tuple[str, int | None]]) -> list[str]:
    """The columns among the nodes of a Parquet file's schema, which follow each other with their number of children."""
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
    """The refusal of a file in which nobody can tell where a quoted cell ends."""
    return BadQuestion(
        f"the file {path.name}",
        f"a quotation mark is opened and not closed, or text follows a closed one: {wrong}",
        ("--quote none",),
        "Correct it, or say --quote none if quotation marks are letters like others.",
    )
