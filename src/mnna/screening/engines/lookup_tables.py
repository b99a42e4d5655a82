"""The small tables, in DuckDB whatever engine reads the files: a few thousand rows that say what each key means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from mnna.rules.sql import Dialect
from mnna.screening.engines.dialect import Phrases
from mnna.screening.join_tables import Columns


class Local:
    """Small tables over one connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection, self.sql = connection, Phrases(Dialect.DUCKDB)

    def table(self, name: str, columns: Columns) -> None:
        """Make a small table from lists."""
        parts = [
            f"unnest(CAST(${number} AS {type_}[])) AS {self.sql.name(column)}"
            for number, (column, (type_, _)) in enumerate(columns.items(), 1)
        ]
        self.connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {', '.join(parts)}",
            [values for _, values in columns.values()],
        )

    def keep(self, name: str, query: str) -> None:
        """Make a small table from a query."""
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")

    def keep_few(self, name: str, query: str, texts: Sequence[str]) -> None:
        """The same with columns of few different texts as enumerations: a Parquet file then takes a number per row."""
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
        """The result of a query that gives few rows."""
        return list(self.connection.execute(query).fetchall())

    def types(self, name: str) -> dict[str, str]:
        """The columns of a small table with their types."""
        return {column: str(type_) for column, type_, *_ in self.rows(f"DESCRIBE {name}")}
