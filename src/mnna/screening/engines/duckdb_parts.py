"""Divide a Parquet file into parts, each a range of rows, that are processed in parallel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

PLACE = "file_row_number"
"""DuckDB's name for the number of a row in its file."""

GROUP = 122_880
"""The rows of a row group as DuckDB writes it by default."""

LARGEST = 1 << 19
"""The most rows held in memory at a time, since a row group is written as a whole."""
PIECE = 1 << 15
"""The rows of the pieces into which larger row groups are divided; their pages are joined afterwards."""
LEAST = 16_384
"""The fewest rows that are worth a statement of their own."""
BATCH = 2048
"""DuckDB ends a row group after a multiple of this many rows."""

MOST = 4
"""The most parts; each holds a row group in memory while it writes."""


SMALLER_GROUPS = "ROW_GROUP_SIZE 30_720"
"""The row group size of parts, so that all together take no more memory than one file."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a file from row `start` (counted from 0), and the rows of each of its row groups.

    `pieces` says that some groups are pieces of a larger one.
    """

    start: int
    groups: tuple[int, ...]
    pieces: bool = False

    @property
    def end(self) -> int:
        """Return the first row after the part."""
        return self.start + sum(self.groups)

    @property
    def options(self) -> str:
        """Return DuckDB's option for the size of row groups; pieces get no dictionary, so that they can be joined."""
        size = f"ROW_GROUP_SIZE {max(BATCH, self.groups[0])}"
        return f"{size}, DICTIONARY_SIZE_LIMIT 0" if self.pieces else size

    def runs(self) -> list[Part]:
        """Return the ranges that one statement can write: consecutive groups of equal size, the last maybe smaller."""
        found: list[list[int]] = []
        for rows in self.groups:
            first, last = (found[-1][0], found[-1][-1]) if found else (0, 0)
            if first and last == first and rows <= first and first % BATCH == 0:
                found[-1].append(rows)
            else:
                found.append([rows])
        starts = accumulate(map(sum, found), initial=self.start)
        return [replace(self, start=start, groups=tuple(one)) for start, one in zip(starts, found, strict=False)]

    def rows(self, read: str, before: int = 0) -> str:
        """Return the part as a FROM clause over the file `read`, whose first row is number `before`."""
        start, end = self.start - before, self.end - before
        return f"(SELECT * EXCLUDE ({PLACE}) FROM {read} WHERE {PLACE} >= {start} AND {PLACE} < {end}) part_"


def parts(groups: Sequence[int], threads: int) -> list[Part]:
    """Return the row groups divided among the threads; none if the answers cannot be written in equal groups.

    At most as many rows as the largest group may have are in memory at a time, in all parts together.
    """
    if not groups or min(groups) <= 0:
        return []
    most = PIECE if max(groups) > LARGEST else LARGEST
    found = [min(most, rows - start) for rows in groups for start in range(0, rows, most)]
    many = min(threads, MOST, len(found), LARGEST // max(found))
    cuts = [len(found) * number // many for number in range(many + 1)]
    starts = list(accumulate(found, initial=0))
    cut = len(found) > len(groups)
    made = [Part(starts[first], tuple(found[first:last]), cut) for first, last in pairwise(cuts)]
    small = sum(found) < LEAST * len(found) and any(len(part.runs()) > 1 for part in made)
    return [] if small else made


class Lane:
    """Statements that run one after the other on one connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, queries: Sequence[str]) -> None:
        self.connection, self.queries, self.done, self.stopped = connection, queries, 0, False

    def run(self) -> duckdb.DuckDBPyConnection:
        """Run the statements until stopped; return the connection, which holds the result of the last."""
        for query in self.queries:
            if not self.stopped:
                self.connection.execute(query)
                self.done += 1
        return self.connection

    def share(self) -> float:
        """Return the completed share, from 0 to 1."""
        current = max(0.0, min(1.0, self.connection.query_progress() / 100))
        return min(1.0, (self.done + current) / len(self.queries))

    def stop(self) -> None:
        """Interrupt the running statement and start no other."""
        self.stopped = True
        self.connection.interrupt()
