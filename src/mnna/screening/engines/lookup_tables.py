"""The small tables that say what each key means: a few thousand rows, in DuckDB whichever engine reads the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mnna.rules.sql import Dialect
from mnna.screening.engines.dialect import Phrases

if TYPE_CHECKING:
    import duckdb


BATCH = 4_096
"""How many rows are fetched at a time."""

Columns = dict[str, tuple[str, list[Any]]]
"""The columns of a small table by name, each with its type and values."""


class Local:
    """Small tables in one DuckDB database; other connections to the database see them too."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection, self.sql = connection, Phrases(Dialect.DUCKDB)

    def table(self, name: str, columns: Columns) -> None:
        """Make a small table from lists."""
        parts = [
            f"unnest(CAST(${number} AS {type_}[])) AS {self.sql.name(column)}"
            for number, (column, (type_, _)) in enumerate(columns.items(), 1)
        ]
        self.connection.execute(
            f"CREATE OR REPLACE TABLE {name} AS SELECT {', '.join(parts)}",
            [values for _, values in columns.values()],
        )

    def keep(self, name: str, query: str) -> None:
        """Make a small table from a query."""
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS {query}")

    def keep_few(self, name: str, query: str, texts: Sequence[str]) -> None:
        """Make a small table from a query with `texts` as enumerations, which a Parquet file stores as numbers."""
        self.keep(f"{name}plain_", query)
        coded = []
        for text in texts:
            column, kind = self.sql.name(text), f"{name}{text}_"
            query = f"SELECT DISTINCT {column} FROM {name}plain_ WHERE {column} IS NOT NULL ORDER BY 1"
            values = ", ".join(self.sql.quoted(one) for (one,) in self.rows(query)) or "''"
            self.connection.execute(f"CREATE TYPE {kind} AS ENUM ({values})")
            coded.append(f"CAST({column} AS {kind}) AS {column}")
        self.keep(name, f"SELECT * REPLACE ({', '.join(coded)}) FROM {name}plain_")
        self.connection.execute(f"DROP TABLE {name}plain_")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query that has few of them."""
        return list(self.connection.execute(query).fetchall())

    def read(self, path: Path) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
        """Return the columns and an iterator over the rows, in order, of a Parquet file or a folder of its parts."""
        files = sorted(str(one) for one in path.glob("*.parquet")) if path.is_dir() else [str(path)]
        listed = ", ".join(self.sql.quoted(one) for one in files)
        found = self.connection.cursor().execute(f"SELECT * FROM read_parquet([{listed}])")
        names = [column[0] for column in found.description or ()]
        return names, (row for rows in iter(lambda: found.fetchmany(BATCH), []) for row in rows)

    def types(self, name: str) -> dict[str, str]:
        """Return the columns of a small table with their types."""
        return {column: str(type_) for column, type_, *_ in self.rows(f"DESCRIBE {name}")}
