"""A table in memory, of pandas, polars or Arrow, laid out as a Parquet file that any engine reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol, TypeGuard, runtime_checkable

from mnna.errors import BadQuestion, extra

KINDS = ("a path", "a pandas or polars data frame", "an Arrow table")


@runtime_checkable
class Frame(Protocol):
    """A table that hands itself over as Arrow, as those of pandas, polars and Arrow do."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The table as a stream of Arrow."""


def is_frame(source: object) -> TypeGuard[Frame]:
    """Whether this is a table in memory; raises `BadQuestion` for what is neither a table nor a path."""
    if isinstance(source, (str, Path)):
        return False
    if isinstance(source, Frame):
        return True
    raise BadQuestion(f"the cases, {type(source).__name__}", "this is nothing that can be read", KINDS, "")


def lay_frame(frame: Frame, path: Path) -> None:
    """Write the table to a Parquet file, its rows in order; columns of mixed objects become text."""
    with extra("screen", "screening a table"):
        import duckdb

    where = str(path).replace("'", "''")
    with duckdb.connect() as engine:
        engine.execute("SET GLOBAL pandas_analyze_sample = 0")
        try:
            engine.register("frame_", _named(frame))
            engine.execute(f"COPY (SELECT * FROM frame_) TO '{where}' (FORMAT parquet)")
        except duckdb.Error as error:
            wrong = f"it cannot be read as a table: {str(error).splitlines()[0]}"
            raise BadQuestion(f"the {type(frame).__name__}", wrong, (), "Write it to a Parquet file.") from None


def _named(frame: Any) -> Any:
    """A frame of pandas with text for names, as Arrow and DuckDB want them."""
    if type(frame).__module__.startswith("pandas"):
        return frame.rename(columns=str)
    return frame
