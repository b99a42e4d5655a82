"""The small tables that rows are joined with: days, grid, patterns, answers, and spellings.

They have some thousand rows, and are in DuckDB whichever engine reads the files.
A number in a table's name is that of the world: 0 the registry, 1 the registry under the assumptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mnna.rules.sql import Dialect
from mnna.screening.answer_table import ON_MARK, RULE, Dictionary, Entry
from mnna.screening.breakpoints import Axis, Residue, patterns
from mnna.screening.engines.dialect import Phrases
from mnna.screening.grid import Grid
from mnna.screening.output_columns import BETWEEN, COMPARED, NUMBERS, PART, TEXTS, WORDED

if TYPE_CHECKING:
    import duckdb

STRETCH = "base"
"""The grid's column with a stretch's base key: its number times the number of patterns."""

COUNTED = tuple(name for name in TEXTS if name in (*COMPARED, "needs"))
"""The text columns that are filled if no row is shown and answers are only counted."""


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


def lay_days(engine: Local, cuts: tuple[date, ...]) -> None:
    """Make the table `days_`: every day from the eve of the first cut to the last cut, with its segment's number."""
    eve = [cuts[0] - timedelta(days=1)] if cuts else []
    last = [*eve, *(day - timedelta(days=1) for day in cuts[1:]), *cuts[-1:]]
    engine.table("segments_", {"first": ("DATE", [*eve, *cuts]), "last": ("DATE", last)})
    days = "unnest(generate_series(first, last, INTERVAL 1 DAY))"
    segment = "row_number() OVER (ORDER BY first) - 1"
    numbered = f"SELECT first, last, CAST({segment} AS INTEGER) AS segment FROM segments_"
    engine.keep("days_", f"SELECT CAST({days} AS DATE) AS day, segment FROM ({numbered})")


def lay_grid(engine: Local, grid: Grid, axes: tuple[Axis, ...], world: int) -> None:
    """Make the table `gridN_`: the base key and residue for each country, channel and segment (as one number)."""
    many = patterns(axes)
    numbers = list(range(len(grid.stretches)))
    engine.table(
        f"stretches{world}_",
        {
            "id": ("INTEGER", numbers),
            "start": ("INTEGER", [grid.key(s.country, s.channel, s.first) for s in grid.stretches]),
            "finish": ("INTEGER", [grid.key(s.country, s.channel, s.end) for s in grid.stretches]),
            "residue": ("INTEGER", [s.residue for s in grid.stretches]),
            "country": ("INTEGER", [s.country for s in grid.stretches]),
        },
    )
    cell, base = "CAST(unnest(range(start, finish)) AS INTEGER)", f"CAST(id AS BIGINT) * {many}"
    engine.keep(f"grid{world}_", f"SELECT {cell} AS cell, {base} AS {STRETCH}, residue FROM stretches{world}_")


def lay_patterns(engine: Local, residues: Sequence[Residue], shelf: Sequence[Axis], name: str) -> None:
    """Make the table `name`: for every residue and every place on a group of axes, their part of the pattern."""
    found: list[int] = []
    for one in residues:
        parts = [0]
        for axis in shelf:
            digits = [digit * axis.weight for digit in axis.digits(one.bounds.get(axis.field, ()))]
            parts = [digit + part for digit in digits for part in parts]
        found += parts
    engine.table(name, {"id": ("INTEGER", list(range(len(found)))), "pattern": ("BIGINT", found)})


def lay_answers(engine: Local, dictionary: Dictionary, world: int, plain: Mapping[int, Entry], shown: bool) -> None:
    """Make the table `answersN_`: the answer to every key in the table `seen_`. Texts are complete only if `shown`.

    `plain` are the answers to negative keys. Only what differs by country is computed for each country.
    """
    many = patterns(dictionary.axes)
    place = f"SELECT DISTINCT key{world} AS key, key{world} % {many} AS pattern FROM seen_ WHERE key{world} >= 0"
    joined = f"stretches{world}_ s ON s.id = k.key // {many}"
    engine.keep(f"met{world}_", f"SELECT k.key, k.pattern, s.id AS stretch, s.residue FROM ({place}) k JOIN {joined}")
    met = engine.rows(f"SELECT DISTINCT residue, pattern FROM met{world}_ ORDER BY 1, 2")
    entries = {(residue, pattern): dictionary.entry(residue, pattern) for residue, pattern in met}
    columns: Columns = {
        "residue": ("INTEGER", [residue for residue, _ in entries]),
        "pattern": ("BIGINT", [pattern for _, pattern in entries]),
        "named": ("BOOLEAN", [dictionary.names_country(at[0], found, shown) for at, found in entries.items()]),
    }
    engine.table(f"entries{world}_", columns | _answer_columns(list(entries.values()), shown))
    _worded(engine, dictionary, world)
    _special(engine, world, plain, shown)


def _texts(shown: bool) -> tuple[str, ...]:
    return (*(TEXTS if shown else COUNTED), RULE)


def _answer_columns(found: list[Entry], shown: bool) -> Columns:
    columns: Columns = {name: ("VARCHAR", [one.values.get(name) or None for one in found]) for name in _texts(shown)}
    columns |= {name: (type_, [one.values.get(name) for one in found]) for name, type_ in NUMBERS.items()}
    return columns


def _worded(engine: Local, dictionary: Dictionary, world: int) -> None:
    """Make the table `wordsN_`: the texts for the keys whose texts name the country."""
    query = (
        f"SELECT m.key, m.pattern, m.stretch FROM met{world}_ m JOIN entries{world}_ e "
        "ON e.residue = m.residue AND e.pattern = m.pattern WHERE e.named ORDER BY 1"
    )
    found = [
        (key, *dictionary.worded(dictionary.grid.stretches[stretch], pattern))
        for key, pattern, stretch in engine.rows(query)
    ]
    columns: Columns = {"key": ("BIGINT", [row[0] for row in found])}
    for place, name in enumerate(WORDED, 1):
        columns[name] = ("VARCHAR", [row[place] for row in found])
    engine.table(f"words{world}_", columns)


def _answers_query(engine: Local, world: int, shown: bool) -> str:
    """Return the query for the answers to keys of a stretch and pattern."""
    name = engine.sql.name
    same = [f"e.{name(column)}" for column in (*_texts(shown), *NUMBERS) if column not in WORDED]
    worded = [column for column in WORDED if column in _texts(shown)]
    ours = [f"NULLIF(COALESCE(w.{column}, e.{column}), '') AS {column}" for column in worded]
    mark = engine.sql.quoted(f"%{ON_MARK}%")
    marked = " OR ".join(f"COALESCE(w.{column}, e.{column}, '') LIKE {mark}" for column in worded)
    return (
        f"SELECT m.key, s.country, {', '.join([*same, *ours])}, ({marked}) AS marked FROM met{world}_ m "
        f"JOIN stretches{world}_ s ON s.id = m.stretch "
        f"JOIN entries{world}_ e ON e.residue = m.residue AND e.pattern = m.pattern "
        f"LEFT JOIN words{world}_ w ON w.key = m.key"
    )


def _special(engine: Local, world: int, plain: Mapping[int, Entry], shown: bool) -> None:
    """Make the table `answersN_`: the answers to keys of a stretch and pattern, and those to negative keys."""
    columns: Columns = {"key": ("BIGINT", list(plain))}
    columns["country"] = ("INTEGER", [None] * len(plain))
    columns |= _answer_columns(list(plain.values()), shown)
    columns["marked"] = ("BOOLEAN", [False] * len(plain))
    engine.table(f"special{world}_", columns)
    named = ", ".join(engine.sql.name(column) for column in columns)
    found = f"SELECT {named} FROM ({_answers_query(engine, world, shown)}) found_"
    both = f"{found} UNION ALL SELECT {named} FROM special{world}_"
    needs = f"replace(needs, {engine.sql.quoted(PART)}, {engine.sql.quoted(BETWEEN)})"
    rest = ", ".join(engine.sql.name(column) for column in columns if column != "needs")
    query = f"SELECT {rest}, {needs} AS needs, needs AS parts FROM ({both}) both_"
    if shown:
        engine.keep_few(f"answers{world}_", query, TEXTS)
    else:
        engine.keep(f"answers{world}_", query)


def lay_spellings(engine: Local, name: str, found: Iterable[tuple[str, int]]) -> None:
    """Make the table `name` of spellings and the number that each stands for."""
    pairs = list(found)
    texts, numbers = [text for text, _ in pairs], [number for _, number in pairs]
    engine.table(name, {"text": ("VARCHAR", texts), "id": ("INTEGER", numbers)})
