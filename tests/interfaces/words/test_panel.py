"""`panel`: the command, its files and its page."""

from __future__ import annotations

import csv
from pathlib import Path

from starlette.testclient import TestClient

from mnna.interfaces.http.app import create_app
from tests.interfaces.checks import fits
from tests.terminal import run

SMALL = ("--from", "2021", "--to", "2023", "--statuses", "mnna", "--countries", "COL")


def test_panel_fits_its_declaration() -> None:
    told = fits("panel", *SMALL)
    assert [row["mnna"] for row in told["rows"]] == ["no", "yes", "yes"]
    assert (told["from"], told["to"], told["at"], told["long"]) == (2021, 2023, "12-31", False)


def test_a_file_is_written_with_its_codebook(tmp_path: Path) -> None:
    ran = run("panel", *SMALL, "-o", str(tmp_path / "p.csv"))
    assert ran.code == 0 and "p.csv" in ran.err and not ran.out
    with (tmp_path / "p.csv").open(encoding="utf-8", newline="") as file:
        assert [row["mnna"] for row in csv.DictReader(file)] == ["no", "yes", "yes"]
    assert "/panel?start=2021" in (tmp_path / "codebook.md").read_text(encoding="utf-8").replace("\\", "")


def test_a_file_that_cannot_be_is_refused_before_the_work(tmp_path: Path) -> None:
    ran = run("panel", "-o", str(tmp_path / "p.sav"))
    assert ran.code == 2 and "Did you mean .csv" in ran.err and list(tmp_path.iterdir()) == []


def test_a_page_refuses_what_would_take_long() -> None:
    with TestClient(create_app(), base_url="http://127.0.0.1") as client:
        told = client.get("/panel.json?countries=all")
        assert told.status_code == 400 and "cells" in told.json()["wrong"]
        assert client.get("/panel.csv?countries=COL&start=2021&end=2021&statuses=mnna").text.count("\n") == 2
