"""Reading a small CSV table of the package."""

from __future__ import annotations

import csv
import io
import os

from mnna.quick import content


def table(path: str | os.PathLike[str]) -> list[dict[str, str]]:
    """Return the rows of a CSV table, each as a mapping from column to text; raises `ValueError` for a ragged row."""
    columns, *rows = csv.reader(io.StringIO(content(path).decode(), newline=""))
    return [dict(zip(columns, row, strict=True)) for row in rows if row]
