"""One screening in its own process, so that a hostile or heavy file can neither stop nor slow the pages.

Run as `python -m mnna.interfaces.http.screening_worker FOLDER`.

A JSON file in the folder has the instructions. Another gets the progress, `{"stage", "share", "rows"}`, and at the end
`{"found"}` or `{"problem"}` (`jobs.py`).
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from contextlib import suppress
from fcntl import LOCK_EX, flock
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mnna.errors import MnnaError
from mnna.interfaces.http.jobs import CASES, ORDER, say
from mnna.interfaces.http.problems import code, our_mistake
from mnna.present.csv import WIDE, harmless

SECONDS = 600
"""Seconds of CPU time that a screening may take."""
LONGEST = 900
"""Seconds that a screening may run."""
LARGEST = 4 * 2**30
"""Bytes of the largest file that a screening may write."""
MOST_IN_SHEETS = 100_000
"""The most rows for which a workbook is made; more are given as CSV and Parquet only."""
SHOWN = 50
"""Rejected rows shown on the page; the files have all of them."""

_FORMULA = rf"^([\pZ\pC]*[=@{''.join(WIDE)}]|[+\-\t\r\n])"
"""The cells that `harmless` changes, as a pattern of DuckDB."""
_NUMBER = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"


def main() -> None:
    """Wait for the turn, screen the file, and write the result; do nothing where the folder has been deleted."""
    os.nice(5)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    folder = Path(sys.argv[1])
    order = json.loads((folder / ORDER).read_text(encoding="utf-8"))["order"]
    with suppress(FileNotFoundError), (folder.parent / "turn").open("w") as turn:
        flock(turn, LOCK_EX)
        signal.alarm(LONGEST)
        say(folder, stage="starting", share=0.0)
        said = _said(folder, order)
        if not ("found" in said and order["look"]):
            (folder / CASES).unlink()
        say(folder, **said)


def _said(folder: Path, order: dict[str, Any]) -> dict[str, Any]:
    source = folder / CASES
    try:
        if order["look"]:
            from mnna.screening.run import preview

            return {"found": {"columns": preview(source, **order["how"]).to_dict()}}
        return {"found": _screened(source, order)}
    except MnnaError as error:
        renamed = _renamed(error, str(source), source.name, order["name"])
        return {"problem": renamed.to_dict(), "code": code(renamed)}
    except Exception as error:
        print(f"screening: {type(error).__name__}: {error}", file=sys.stderr)
        return {"problem": our_mistake("the screening").to_dict(), "code": 500}


def _screened(source: Path, order: dict[str, Any]) -> dict[str, Any]:
    from mnna.screening import screen

    folder, out = source.parent, source.with_name("answers.parquet")
    last = ("", -1.0)

    def progress(stage: str, share: float, rows: int | None) -> None:
        nonlocal last
        if stage != last[0] or share - last[1] >= 0.01:
            last = (stage, share)
            say(folder, stage=stage, share=share, rows=rows or None)

    facts = Path(order["facts"]) if order["facts"] else None
    found = screen(
        source, out, assume=order["assume"], explain=order["explain"], progress=progress,
        facts=facts, memory="1GB", threads=1, command=order["command"], **order["how"],
    ).to_dict()  # fmt: skip
    found |= {"source": order["name"], "out": "answers.csv"}
    if found["rows"] <= MOST_IN_SHEETS and find_spec("xlsxwriter"):  # else only CSV and Parquet are given
        _as_workbook(out, found)
    say(folder, stage="writing the CSV", share=1.0, rows=found["rows"])
    return {"screening": found, "rejects": _as_csv(out)}


def _renamed(error: MnnaError, path: str, file: str, name: str) -> MnnaError:
    """Return the error with the name of the uploaded file in place of the server's path."""
    for part in ("asked", "wrong", "do"):
        setattr(error, part, getattr(error, part).replace(path, name).replace(file, name))
    return error


def _as_workbook(out: Path, found: dict[str, Any]) -> None:
    """Write the answers as a workbook beside the Parquet file."""
    import duckdb

    from mnna.screening.answer_sheets import write_answers
    from mnna.screening.join_tables import Local

    def tick(done: int) -> None:
        say(out.parent, stage="laying sheets", share=round(done / found["rows"], 3), rows=found["rows"])

    with duckdb.connect(config={"memory_limit": "256MB", "threads": "1"}) as engine:
        names, rows = Local(engine).read(out)
        write_answers(out.with_suffix(".xlsx"), names, rows, found, tick)


def _as_csv(out: Path) -> list[dict[str, Any]]:
    """Write the answers as CSV in which no cell is a formula, and return the first rejected rows."""
    import duckdb

    with duckdb.connect(config={"memory_limit": "256MB", "threads": "1", "temp_directory": str(out.parent)}) as engine:
        columns = engine.execute("DESCRIBE SELECT * FROM read_parquet($1)", [str(out)]).fetchall()
        cells = ", ".join(_harmless(name, type_) for name, type_, *_ in columns)
        where = str(out.with_suffix(".csv")).replace("'", "''")
        query = f"COPY (SELECT {cells} FROM read_parquet($1)) TO '{where}' (FORMAT csv, HEADER)"
        engine.execute(query, [str(out)])
        query = (
            "SELECT * FROM (SELECT row_number() OVER () AS row, * FROM read_parquet($1)) "
            f"WHERE notify = 'error' ORDER BY row LIMIT {SHOWN}"
        )
        rows = engine.execute(query, [str(out)])
        names = [one[0] for one in rows.description or ()]
        return [{n: _plain(v) for n, v in zip(names, row, strict=True)} for row in rows.fetchall()]


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)[:200]


def _harmless(name: str, type_: str) -> str:
    """Return the SQL of a column with harmless cells and name, by the rule of `mnna.present.csv.harmless`."""
    column, called = ('"' + text.replace('"', '""') + '"' for text in (name, harmless(name)))
    if type_ != "VARCHAR":
        return f"{column} AS {called}"
    risky = f"regexp_matches({column}, '{_FORMULA}') AND NOT regexp_full_match({column}, '{_NUMBER}')"
    return f"CASE WHEN {risky} THEN '''' || {column} ELSE {column} END AS {called}"


if __name__ == "__main__":
    main()
