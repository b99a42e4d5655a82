"""A table in memory, of pandas, polars or Arrow, laid out as a Parquet file that any engine reads."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeGuard, runtime_checkable

from mnna.errors import BadQuestion, extra
from mnna.screening.text_files import repeated

KINDS = ("a path", "a pandas or polars data frame", "an Arrow table", "a relation of DuckDB")


@runtime_checkable
class Frame(Protocol):
    """A table that hands itself over as Arrow, as those of pandas, polars and Arrow do."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The table as a stream of Arrow."""


def is_frame(source: object) -> TypeGuard[Frame]:
    """Whether this is a table in memory; raises `BadQuestion` for what is neither a table nor a path.

    A lone column hands itself over as Arrow too, and is no table.
    """
    if isinstance(source, (str, Path)):
        return False
    if isinstance(source, Frame) and not (hasattr(source, "dtype") or isinstance(source, _column_of_arrow())):
        return True
    raise BadQuestion(f"the cases, {type(source).__name__}", "this is nothing that can be read", KINDS, "")


def _column_of_arrow() -> tuple[type, ...]:
    """The kinds of columns of Arrow that hand themselves over; none where nobody has loaded Arrow."""
    arrow = sys.modules.get("pyarrow")
    return (arrow.ChunkedArray,) if arrow else ()


def lay_frame(frame: Frame, path: Path) -> frozenset[str]:
    """Write the table to a Parquet file, its rows in order; columns of mixed objects become text.

    The names, in lower case, that more than one column bears. Raises `BadQuestion` for a table that cannot be read,
    naming the column at fault.
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
            wrong = _culprit(table, tried, laid, duckdb.Error) or f"it cannot be read ({_bare(error)})"
            raise BadQuestion(f"the {type(frame).__name__}", wrong, (), "Make it text, numbers or days.") from None
    return repeated(names or [])


def _bare(error: Exception) -> str:
    """The first line of an error of DuckDB without its kind."""
    return str(error).splitlines()[0].partition(": ")[2] or type(error).__name__


def _named(frame: Any) -> Any:
    """A frame of pandas with text for names, as Arrow and DuckDB want them, and its named index as columns."""
    if not type(frame).__module__.startswith("pandas"):
        return frame
    indexed = [name for name in frame.index.names if name is not None]
    if len(indexed) == frame.index.nlevels and not set(indexed) & set(frame.columns):
        frame = frame.reset_index()
    return frame.rename(columns=str)


def _names(frame: Any) -> list[str] | None:
    """The columns of a table of pandas, polars, DuckDB or Arrow; None for another that does not say them."""
    names = getattr(getattr(frame, "schema", None), "names", None) or getattr(frame, "columns", None)
    names = names() if callable(names) else names
    return None if names is None else [str(name) for name in names]


def _culprit(frame: Any, names: list[str], laid: Callable[[Any], None], fault: type[Exception]) -> str | None:
    """Which column alone cannot be read, and its type; None where that cannot be told."""
    for place, name in enumerate(names):
        try:
            laid(frame.iloc[:, [place]] if hasattr(frame, "iloc") else frame.select([name]))
        except fault:
            return f"its column {name!r} of {_type(frame, place)} cannot be read"
        except Exception:  # a table that is read only once has no columns to try
            return None
    return None


def _type(frame: Any, place: int) -> str:
    if hasattr(frame, "iloc"):
        return str(frame.dtypes.iloc[place])
    types = frame.schema.types if hasattr(frame.schema, "types") else list(frame.schema.values())
    return str(types[place])
