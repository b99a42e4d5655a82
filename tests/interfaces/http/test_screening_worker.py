"""The process that screens an upload: what it says, and what of this machine it never tells."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from mnna.errors import BadQuestion
from mnna.interfaces.http import screening_worker as worker
from mnna.interfaces.http.jobs import CASES, ORDER
from mnna.interfaces.http.screening_worker import SHOWN, _as_csv, _plain, _renamed
from mnna.present.csv import harmless

CELLS = [
    "=1+1",
    "@a",
    "+1",
    "-5",
    "-a",
    " =x",
    "\ta",
    "plain",
    "",
    "a=b",
    "1e5",
    "-.5",
    "--1",
    "é=",
    "\u3000=1",
    "\u202e=1",
    "\xa0@",
]


def test_a_cell_is_made_harmless_by_the_rule_of_the_other_forms(tmp_path: Path) -> None:
    rows = ", ".join(f"({n}, '{cell}')" for n, cell in enumerate(CELLS))
    out = tmp_path / "answers.parquet"
    duckdb.sql(f"COPY (SELECT cell AS \"=cell\", 'no' AS notify, n FROM (VALUES {rows}) t(n, cell)) TO '{out}'")
    assert _as_csv(out) == []
    found = list(csv.DictReader(io.StringIO(out.with_suffix(".csv").read_text(encoding="utf-8"))))
    assert [row["'=cell"] for row in found] == [harmless(cell) for cell in CELLS]
    assert [row["n"] for row in found] == [str(n) for n in range(len(CELLS))]


def test_the_first_rows_that_could_not_be_read_are_shown(tmp_path: Path) -> None:
    out = tmp_path / "answers.parquet"
    made = "SELECT i, CASE WHEN i % 2 = 0 THEN 'error' ELSE 'yes' END AS notify FROM range(200) t(i)"
    duckdb.sql(f"COPY ({made}) TO '{out}'")
    found = _as_csv(out)
    assert len(found) == SHOWN and [row["row"] for row in found] == [2 * n + 1 for n in range(SHOWN)]
    assert found[0] == {"row": 1, "i": 0, "notify": "error"}


@pytest.mark.parametrize(
    ("value", "shown"), [(None, None), (True, True), (1.5, 1.5), ("a" * 300, "a" * 200), ([1], "[1]")]
)
def test_a_value_fit_to_be_shown(value: Any, shown: Any) -> None:
    assert _plain(value) == shown


def test_the_name_it_was_sent_under_takes_the_place_of_the_path_here() -> None:
    error = BadQuestion("the file /tmp/x/cases", "cases is empty", (), "Look at /tmp/x/cases.")
    found = _renamed(error, "/tmp/x/cases", "cases", "mine.csv").to_dict()
    assert (found["asked"], found["wrong"], found["do"]) == (
        "the file mine.csv",
        "mine.csv is empty",
        "Look at mine.csv.",
    )


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Run the worker in this process without its limits; what it says, one after the other."""
    for owner, name in ((os, "nice"), (resource, "setrlimit"), (signal, "alarm")):
        monkeypatch.setattr(owner, name, lambda *_: None)
    said: list[dict[str, Any]] = []
    monkeypatch.setattr(worker, "say", lambda folder, **what: said.append(what))

    def run(text: str, **more: Any) -> list[dict[str, Any]]:
        (tmp_path / CASES).write_text(text, encoding="utf-8")
        how: dict[str, Any] = {"dates": None, "map": {}}
        order = {"name": "mine.csv", "facts": "", "assume": [], "explain": False, "look": False, "how": how}
        told = {"order": order | {"command": "mnna screen mine.csv"} | more}
        (tmp_path / ORDER).write_text(json.dumps(told), encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["worker", str(tmp_path)])
        worker.main()
        assert said.pop(0)["stage"] == "starting" and (tmp_path / CASES).exists() is order["look"]
        return said

    return run


def test_it_says_how_far_it_is_and_last_what_it_found(ask: Any, tmp_path: Path) -> None:
    said = ask("recipient,channel,total_usd,on\nMEX,fms,60000000,2024-01-02\nAtlantis,fms,1,2024-01-02\n")
    *stages, last = said
    assert stages and all(0 <= one["share"] <= 1 and one["stage"] for one in stages)
    assert stages[-1]["stage"] == "writing the CSV" and stages[-1]["rows"] == 2
    found = last["found"]["screening"]
    assert (found["source"], found["out"], found["rows"]) == ("mine.csv", "answers.csv", 2)
    assert [row["row"] for row in last["found"]["rejects"]] == [2]
    assert (tmp_path / "answers.csv").exists() and str(tmp_path) not in json.dumps(said)


def test_what_is_wrong_with_the_file_is_said_with_its_status(ask: Any, tmp_path: Path) -> None:
    (said,) = ask("")
    assert said["code"] == 400 and "mine.csv" in said["problem"]["asked"] and str(tmp_path) not in json.dumps(said)


def test_a_mistake_of_ours_tells_no_detail(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise ZeroDivisionError("a detail")

    monkeypatch.setattr(worker, "_screened", fail)
    (said,) = ask("a")
    assert said["code"] == 500 and said["problem"]["error"] == "OurMistake" and "a detail" not in json.dumps(said)


def test_without_the_library_of_workbooks_the_other_files_are_there(
    ask: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "find_spec", lambda name: None)
    *_, last = ask("recipient,channel,total_usd,on\nMEX,fms,60000000,2024-01-02\n")
    assert last["found"] and (tmp_path / "answers.csv").exists() and not (tmp_path / "answers.xlsx").exists()
