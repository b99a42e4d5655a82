"""Checks of an uploaded file of cases, before anything reads it as a table."""

from __future__ import annotations

from pathlib import Path

from mnna.errors import BadQuestion
from mnna.screening.records import is_json
from mnna.screening.workbooks import check_workbook, is_workbook

BYTES = 200 * 2**20
"""The largest upload."""
ROWS = 2_000_000
"""The most rows of an upload; the command line has no limit."""
COLUMNS = 500
"""The most columns of a CSV; more take more memory than a screening gets here."""
JSON = 20 * 2**20
"""The most bytes of JSON."""
UNPACKED = 4 * 2**30
"""The most bytes a Parquet file may unpack to."""
_BLOCK = 1 << 20
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""The first bytes of a text in UTF-16, which the screening can read."""
_COMMAND = "Screen it with `mnna screen FILE`, which has no limit."
_UNPACK = "Unpack it first, and send the CSV or Parquet file itself."

_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x1f\x8b", "it is compressed with gzip", _UNPACK),
    (b"BZh", "it is compressed with bzip2", _UNPACK),
    (b"\xfd7zXZ", "it is compressed with xz", _UNPACK),
    (b"7z\xbc\xaf", "it is a 7z archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "it is compressed with zstd", _UNPACK),
    (b"%PDF", "it is a PDF document", "Send the table it was made from."),
)
"""How the file formats that are refused begin, what the format is, and what to do."""


def named(text: str | None) -> str:
    """Return the name of an upload for display; the name is never used as a path."""
    last = (text or "").replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(c for c in last if c.isprintable() and c not in "<>\"'`").strip()
    return plain[:80] or "cases.csv"


def checked(path: Path, name: str) -> int:
    """Return the number of rows of an upload; 0 for a workbook, whose rows are not counted yet.

    The rows of a CSV are counted by its lines. Raises `BadQuestion` for a file of another format, or larger than the
    limits.
    """
    with path.open("rb") as file:
        start = file.read(8)
        file.seek(-4, 2) if path.stat().st_size >= 12 else None
        end = file.read(4)
    asked = f"the upload {name!r}"
    if not start:
        raise BadQuestion(asked, "it is empty", (), "A case file begins with a line of column names.")
    if start.startswith(b"PAR1"):
        return _parquet(path, asked, end)
    if is_workbook(path):
        check_workbook(path, asked)
        return 0
    for beginning, wrong, do in _KINDS:
        if start.startswith(beginning):
            raise BadQuestion(asked, wrong, (), do)
    document = is_json(path)
    if document and path.stat().st_size > JSON:
        raise BadQuestion(asked, f"it is JSON of more than {JSON >> 20} MB", (), _COMMAND)
    return _lines(path, asked, start.startswith(_UTF_16), document)


def _lines(path: Path, asked: str, wide: bool, document: bool) -> int:
    """Return the number of lines below the first; raises `BadQuestion` for a file above the limits.

    A text in UTF-16 (`wide`) may hold zero bytes, and JSON (`document`) has no columns.
    """
    lines, last = 0, b""
    with path.open("rb") as file:
        head = file.readline(_BLOCK)
        columns = 1 + max(head.count(sign) for sign in (b",", b";", b"\t", b"|"))
        if columns > COLUMNS and not document:
            raise BadQuestion(asked, f"it has {columns:,} columns, more than {COLUMNS:,}", (), "Leave some out.")
        file.seek(0)
        while block := file.read(_BLOCK):
            if b"\0" in block and not wide:
                raise BadQuestion(asked, "it holds zero bytes, so it is not text", (), "Save it as CSV in UTF-8.")
            lines, last = lines + block.count(b"\n"), block
    rows = lines - (1 if last.rstrip(b"\0").endswith(b"\n") else 0)
    if rows > ROWS:
        raise BadQuestion(asked, f"it has {rows:,} rows, more than {ROWS:,}", (), _COMMAND)
    return max(rows, 0)


def _parquet(path: Path, asked: str, end: bytes) -> int:
    """Return the number of rows in the metadata of a Parquet file, before any row is unpacked."""
    import duckdb

    if end != b"PAR1":
        raise BadQuestion(asked, "it begins like a Parquet file and ends before its end", (), "Send it again, whole.")
    query = (
        "SELECT (SELECT SUM(num_rows) FROM parquet_file_metadata($1)), "
        "(SELECT SUM(total_uncompressed_size) FROM parquet_metadata($1))"
    )
    try:
        with duckdb.connect(config={"memory_limit": "128MB", "threads": "1"}) as engine:
            rows, size = engine.execute(query, [str(path)]).fetchall()[0]
    except duckdb.Error:
        raise BadQuestion(asked, "it cannot be read as a Parquet file", (), "Send it again, or as CSV.") from None
    if rows is None or rows > ROWS or size > UNPACKED:
        raise BadQuestion(asked, f"it has {rows or 0:,} rows, more than {ROWS:,}, or unpacks too large", (), _COMMAND)
    return int(rows)
