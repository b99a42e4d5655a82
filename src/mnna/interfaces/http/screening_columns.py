"""The columns of an uploaded file, as the user sets them in the drop-down lists of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mnna.errors import BadQuestion
from mnna.screening.preview import roles
from mnna.screening.units import UNITS

COLUMNS = "columns"
"""The key of the column preview in the result of a job."""


def chosen_columns(seen: Sequence[Mapping[str, Any]], form: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return what the user changed, as the options `map` and `unit`.

    The form has the fields `role.0`, `unit.0` and so on, one a column. Raises `BadQuestion` for an unknown role and for
    a role given to two columns.
    """
    meant: dict[str, str] = {}
    units: dict[str, str] = {}
    for number, column in enumerate(seen):
        role = str(form.get(f"role.{number}", column["role"] or ""))
        if not role:
            continue
        _check(role, column["column"], meant)
        meant[role] = column["column"]
        unit = str(form.get(f"unit.{number}", ""))
        if roles()[role] and unit in UNITS and unit != (column["unit"] or "dollars"):
            units[role] = unit
    read = {column["role"]: column["column"] for column in seen if column["role"]}
    changed = {role: column for role, column in meant.items() if read.get(role) != column}
    return {"map": changed | dict.fromkeys(read.keys() - meant.keys(), ""), "unit": units}


def _check(role: str, column: str, meant: Mapping[str, str]) -> None:
    if role not in roles():
        raise BadQuestion(f"the column {column[:60]!r}", f"it cannot be read as {role[:40]!r}", tuple(roles()), "")
    if role in meant:
        both = (meant[role][:60], column[:60])
        raise BadQuestion(f"the column for {role}", "two columns are chosen", both, "Choose one.")
