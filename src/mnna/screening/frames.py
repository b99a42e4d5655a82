"""Write a table in memory (pandas, polars or Arrow) to a Parquet file that any engine can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeGuard, runtime_checkable

from mnna.errors import BadQuestion, extra
from mnna.screening.text_files import repeated

KINDS = ("a path", "a pandas or polars data frame", "an Arrow table", "a relation of DuckDB")


@runtime_checkable
class Frame(Protocol):
    """A table that exports itself as an Arrow stream, as tables of pandas, polars and Arrow do."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """Return the table as a stream of Arrow."""


def is_frame(source: object) -> TypeGuard[Frame]:
    """Return whether this is a table in memory (True) or a path (False); raises `BadQuestion` for anything else.

    A single column also exports itself as Arrow, but is not accepted as a table.
    """
    if isinstance(source, (str, Path)):
        return False
    column = hasattr(source, "dtype") or type(source).__name__ == "ChunkedArray"
    if isinstance(source, Frame) and not column:
        return True
    raise BadQuestion(f"the cases, {type(source).__name__}", "this is nothing that can be read", KINDS, "")


def lay_frame(frame: Frame, path: Path) -> frozenset[str]:
    """Write the table to a Parquet file, with its rows in order and columns of mixed objects as text.

    Return the names, in lower case, that more than one column has. Raises `BadQuestion` for a table that cannot be
    read, naming the column at fault.
    """
    with extra("screen", "screening a table"):
        import duckdb

    where = str(path).replace("'", "''")
    table = _named(frame)
    names = _names(table)
    if names == []:
        raise BadQuestion(f"the {type(frame).__name__}", "it has no columns", (), "Give a table of cases.")
    with duckdb.connect() as engine:
        engine.execute("SET GLOBAL pandas_analyze_sample = 0")

        def laid(part: Any) -> None:
            if isinstance(part, duckdb.DuckDBPyRelation):  # no connection reads what belongs to another
                part.write_parquet(str(path))
                return
            engine.register("frame_", part)
            engine.execute(f"COPY (SELECT * FROM frame_) TO '{where}' (FORMAT parquet)")

        try:
            laid(table)
        except duckdb.Error as error:
            tried = [] if isinstance(table, duckdb.DuckDBPyRelation) else names or []
            bare = str(error).splitlines()[0].partition(": ")[2] or type(error).__name__  # without the kind of error
            wrong = _culprit(table, tried, laid, duckdb.Error) or f"it cannot be read ({bare})"
            raise BadQuestion(f"the {type(frame).__name__}", wrong, (), "Make it text, numbers or days.") from None
    return repeated(names or [])


def _named(frame: Any) -> Any:
    """Return a pandas frame with text as column names and its named index as columns; other tables unchanged."""
    if not type(frame).__module__.startswith("pandas"):
        return frame
    indexed = [name for name in frame.index.names if name is not None]
    if len(indexed) == frame.index.nlevels and not set(indexed) & set(frame.columns):
        frame = frame.reset_index()
    return frame.rename(columns=str)


def _names(frame: Any) -> list[str] | None:
    """Return the column names of a table of pandas, polars, DuckDB or Arrow; None for another table without names."""
    names = getattr(getattr(frame, "schema", None), "names", None) or getattr(frame, "columns", None)
    names = names() if callable(names) else names
    return None if names is None else [str(name) for name in names]


def _culprit(frame: Any, names: list[str], laid: Callable[[Any], None], fault: type[Exception]) -> str | None:
    """Return which column cannot be read on its own, and its type; None if that cannot be determined."""
    for place, name in enumerate(names):
        try:
            laid(frame.iloc[:, [place]] if hasattr(frame, "iloc") else frame.select([name]))
        except fault:
            types = list(frame.dtypes if hasattr(frame, "dtypes") else frame.schema.types)
            return f"its column {name!r} of {types[place]} cannot be read"
        except Exception:  # a table that is read only once has no columns to try
            return None
    return None
