"""The tool `screen_rows`: up to 200 proposed transfers at once, read and answered as a file of cases is."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mnna.errors import BadQuestion
from mnna.screening import screen
from mnna.screening.output_columns import BETWEEN, NUMBERS, OUTPUT
from mnna.screening.report import title
from mnna.screening.scratch import scratch

MOST = 200
LISTS = ("needs", "citation")

SAYS = (
    "Up to 200 transfers at once: which must be notified to Congress. Columns as in files of cases: recipient, "
    "channel, mde_usd, total_usd, construction_usd, on. `read` says how they were read; read the warnings in `says`."
)
_PAIRS = {"type": "object"}
OPTIONS: Mapping[str, Any] = {
    "map": _PAIRS,
    "set": _PAIRS,
    "unit": _PAIRS,
    "codes": {"type": "string"},
    "dates": {"type": "string"},
    "decimal": {"type": "string"},
}
"""How the rows are to be read, as `screen` takes it."""
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"rows": {"type": "array", "maxItems": MOST, "items": {"type": "object"}}, **OPTIONS},
    "required": ["rows"],
}


def screen_rows(arguments: Mapping[str, Any], facts: Path | None = None) -> tuple[str, dict[str, Any]]:
    """Return the answer in a sentence, and the rows with their answers.

    Raises `BadQuestion` for what is no list of up to 200 rows, and for what `screen` refuses.
    """
    how, rows = dict(arguments), arguments.get("rows")
    how.pop("rows", None)
    if unknown := sorted(how.keys() - OPTIONS.keys()):
        raise BadQuestion(f"the parameter {unknown[0]!r}", "there is no such parameter", ("rows", *OPTIONS), "")
    for name, value in how.items():
        if not isinstance(value, dict if OPTIONS[name] is _PAIRS else str):
            raise BadQuestion(f"the parameter {name!r}", f"{value!r} is not of type {OPTIONS[name]['type']}", (), "")
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise BadQuestion(
            "the rows", "they are not a list of objects", (), "Give rows of recipient, channel and so on."
        )
    if len(rows) > MOST:
        wrong = f"they are {len(rows)}, and at most {MOST} are read"
        raise BadQuestion("the rows", wrong, (), "Send them in parts, or screen a file with `mnna screen`.")
    with scratch() as folder:
        cases, answers = folder / "rows.json", folder / "answers.csv"
        cases.write_text(json.dumps(rows), encoding="utf-8")
        found = screen(cases, answers, facts=facts, **how).to_dict()
        with answers.open(encoding="utf-8", newline="") as file:
            told = [dict(row) | _answer(line) for row, line in zip(rows, csv.DictReader(file), strict=True)]
    return title(found), {"counts": found["answers"], "read": found["columns"], "answers": told}


def _answer(line: Mapping[str, str]) -> dict[str, Any]:
    """Return the output columns of a row, with numbers as numbers and lists as lists."""
    found: dict[str, Any] = {}
    for name in OUTPUT:
        text = line[name]
        if name in NUMBERS:
            found[name] = int(text) if text else None
        else:
            found[name] = [part for part in text.split(BETWEEN) if part] if name in LISTS else text or None
    return found
