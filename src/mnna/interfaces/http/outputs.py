"""An answer as JSON, and rows as CSV without formulas."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from mnna.present.csv import table

KINDS = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Form to media type."""


def as_json(document: Mapping[str, Any], indent: int | None = 2) -> bytes:
    """Return the JSON that the command prints with `--json`, byte for byte; a quarter shorter without an indent."""
    from pydantic_core import to_json  # CSV is also written where it is not installed

    found = to_json(document, indent=indent, inf_nan_mode="constants")
    if b"0.0000" in found or _TINY.search(found):
        between = (",", ":") if indent is None else None
        found = json.dumps(document, ensure_ascii=False, indent=indent, separators=between).encode()
    return found + b"\n"


_TINY = re.compile(rb"e-(?<=\de-)")
"""A number near zero. `pydantic_core` writes it otherwise than Python's own `json`, which takes nine times as long."""


def as_csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the rows as CSV with a header line; lists are joined with semicolons, and no cell can become a formula."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return table(names, ({name: cell(row.get(name)) for name in names} for row in rows)).encode()


def cell(value: Any) -> str:
    """Return a value as the text of one cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{name} {cell(each)}" for name, each in value.items())
    return "; ".join(cell(each) for each in value) if isinstance(value, (list, tuple)) else str(value)
