"""An answer as JSON, and rows as CSV that no spreadsheet runs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from mnna.present.csv import table
from mnna.registry.codes import codes
from mnna.registry.countries import countries

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


def as_json(document: Mapping[str, Any]) -> bytes:
    """The document, byte for byte what the command prints with `--json`."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def as_csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows with a head line; lists are joined with semicolons, and no cell can turn into a formula."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return table(names, ({name: cell(row.get(name)) for name in names} for row in rows)).encode()


NAMES_A_COUNTRY = ("country", "recipient", "iso3")
"""Columns that may hold the alpha-3 code of a country."""


def with_codes(row: Mapping[str, Any], answer: Any) -> Mapping[str, Any]:
    """A row with the other codes of the country it names, those of the day asked about; others as they are."""
    named = (row[name] for name in NAMES_A_COUNTRY if isinstance(row.get(name), str))
    country = next((countries()[code] for code in named if code in countries()), None)
    if country is None:
        return row
    on = getattr(answer, "on", None)
    others = codes(country, on if isinstance(on, date) else None)._asdict()
    return dict(row) | {name: code for name, code in others.items() if name not in row}


def cell(value: Any) -> str:
    """A value as one cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{name} {cell(each)}" for name, each in value.items())
    return "; ".join(cell(each) for each in value) if isinstance(value, (list, tuple)) else str(value)
