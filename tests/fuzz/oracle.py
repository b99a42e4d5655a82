"""What must hold of a screened file: each row has the answer of the single case, and nothing else is left behind."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import pyarrow.parquet as pq

from mnna.errors import MnnaError
from mnna.registry.load import Registry
from mnna.screening import screen
from tests.fuzz.cells import Row
from tests.fuzz.files import FORMS, Made
from tests.screening.cases import COLUMNS, SHORT, WHOLE, expected


def faults(form: str, seed: int, folder: Path, registry: Registry) -> list[str]:
    """What is wrong with the answers to a random file of that form."""
    rng = Random(seed)
    made = FORMS[form](rng, folder)
    out, explain = folder / rng.choice(("out.parquet", "out.parquet", "out.csv")), rng.random() < 0.5
    scratch = folder / "scratch"
    scratch.mkdir()
    before = {*folder.iterdir()}
    try:
        with patch.object(tempfile, "tempdir", str(scratch)):
            summary = screen(made.source, out, explain=explain, **made.options).summary
    except MnnaError as error:
        said = [] if made.broken or "codes" in str(error) else [f"refused: {error}"]
        return said + left(folder, before, scratch)
    answers = read(out)
    told = [] if len(answers) == summary.rows else [f"{len(answers)} rows, and the summary counts {summary.rows}"]
    if not made.broken:
        told += list(compared(made, answers, registry, WHOLE if explain else SHORT))
    return told + left(folder, before | {out}, scratch)


def left(folder: Path, known: set[Path], scratch: Path) -> list[str]:
    """Files that should not be there."""
    return [f"left behind: {path.name}" for path in (*({*folder.iterdir()} - known), *scratch.iterdir())]


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of an answer, with None for what is empty."""
    if path.suffix == ".parquet":
        found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
        return found
    with path.open(encoding="utf-8", newline="") as file:
        return [{name: cell or None for name, cell in row.items()} for row in csv.DictReader(file)]


def compared(made: Made, answers: list[dict[str, Any]], registry: Registry, names: tuple[str, ...]) -> Iterator[str]:
    if len(answers) != len(made.rows):
        yield f"{len(answers)} answers to {len(made.rows)} rows"
        return
    for at, (row, answer) in enumerate(zip(made.rows, answers, strict=True), 1):
        if row is None:
            if answer["notify"] != "error":
                yield f"row {at} has a cell too many or too few and is answered {answer['notify']}"
            continue
        wanted = expected(registry, {name: row[name].value for name in COLUMNS if name in row})
        yield from (f"row {at}: {one}; the row: {_told(row)}" for one in _differences(row, answer, wanted, names))


def _differences(row: Row, answer: dict[str, Any], wanted: dict[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    given = (row["note"].value or None) if "note" in row else None
    if "note" in row and str(answer["note"] or "").lstrip("'") != str(given or "").lstrip("'"):
        yield f"the note {given!r} came back as {answer['note']!r}"
    if "error" in (answer["notify"], wanted["notify"]):
        strict = answer["notify"] == "error" and any(cell.junk for cell in row.values())
        if answer["notify"] != wanted["notify"] and not strict:
            yield f"{answer['notify']} ({answer['because']}) and not {wanted['notify']} ({wanted['because']})"
        return
    for name in names:
        if _plain(answer[name]) != _plain(wanted[name]):
            yield f"{name} is {answer[name]!r} and not {wanted[name]!r}"


def _plain(value: Any) -> Any:
    """A number as a number, whether a text file or a typed one holds it."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return value


def _told(row: Row) -> str:
    return ", ".join(f"{name}={cell.text!r}" for name, cell in row.items())
