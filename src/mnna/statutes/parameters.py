"""The numbers the law sets and changes: amounts, days and caps, dated and cited, kept apart from the logic."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from mnna.errors import RuleError
from mnna.rules.nodes import Dated, Kind, Param, Value
from mnna.statutes.listing import FOLDER

COLUMNS = ("id", "kind", "phrase", "value", "since", "until", "citation", "source", "confidence", "checked_on", "note")


def tables() -> list[Path]:
    """Every table of parameters; each stands beside the module whose section sets its figures."""
    return sorted(FOLDER.glob("*/*.parameters.csv"))


@lru_cache(maxsize=1)
def parameters() -> dict[str, Param]:
    """Every parameter by id, each with its whole history in order of date."""
    rows: dict[str, list[dict[str, str]]] = {}
    for table in tables():
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                rows.setdefault(row["id"], []).append(row)
    return {id_: _param(id_, found) for id_, found in rows.items()}


def param(id_: str) -> Param:
    """The parameter of that id; raises `RuleError` where the table has none."""
    if id_ not in parameters():
        raise RuleError(
            f"the parameter {id_!r}", "the parameter table has none of that id", (), "Add it with its citation."
        )
    return parameters()[id_]


def _param(id_: str, rows: list[dict[str, str]]) -> Param:
    kind = Kind(rows[0]["kind"])
    dated = sorted((_dated(kind, row) for row in rows), key=lambda value: value.since)
    return Param(id_, kind, rows[0]["phrase"], tuple(dated))


def _dated(kind: Kind, row: dict[str, str]) -> Dated:
    until = date.fromisoformat(row["until"]) if row["until"] else None
    checked = date.fromisoformat(row["checked_on"]) if row["checked_on"] else None
    return Dated(
        _value(kind, row["value"]),
        date.fromisoformat(row["since"]),
        until,
        row["citation"],
        row["source"],
        row["confidence"],
        checked,
        row["note"],
    )


def _value(kind: Kind, text: str) -> Value:
    if kind is Kind.MONEY:
        return Decimal(text)
    if kind is Kind.COUNT:
        return int(text)
    return date.fromisoformat(text) if kind is Kind.DATE else text
