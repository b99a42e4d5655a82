"""Parts of a Parquet file that can be decided side by side: runs of its rows, as many as there are threads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mnna.screening.engines.dialect import Phrases
from mnna.screening.engines.duckdb_files import listed
from mnna.screening.engines.parquet_parts import LARGEST
from mnna.screening.source import Source

PLACE = "file_row_number"
"""What DuckDB calls the number of a row in its file."""

GROUP = 122_880
"""The rows of a group as DuckDB writes them."""

MOST = 4
"""The most parts, each of which holds a group of rows in memory while it writes."""


SMALLER_GROUPS = "ROW_GROUP_SIZE 30_720"
"""How parts are written whole, so that together they take no more memory than one file."""


def parts(source: Source, sql: Phrases, rows: int, group: int, columns: Sequence[str], threads: int) -> list[str]:
    """FROM clauses of the parts in their order; none where the source is not one Parquet file with rows.

    So many rows as the largest group may have are in memory at a time, in one part or in several.
    """
    if not source.single or PLACE in {name.lower() for name in columns}:
        return []
    groups = -(-rows // group)
    many = min(threads, MOST, groups, LARGEST // group)
    cuts = [groups * number // many * group for number in range(many)]
    read = f"read_parquet({listed(source.paths, sql)}, {PLACE} = true)"
    between = [f"{PLACE} >= {start} AND {PLACE} < {end}" for start, end in pairwise([*cuts, rows])]
    return [f"(SELECT * EXCLUDE ({PLACE}) FROM {read} WHERE {one}) part_" for one in between]
